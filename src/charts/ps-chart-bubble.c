/* ps-chart-bubble.c: where a bubble with a point's value stands: beside the point, over as few words as can be
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-bubble.h"

#include <math.h>

#define AWAY 13.0 /* from the point */
#define CLEAR 7.0 /* around it, and around the other points that are told of, that is left free */
#define ON_POINT 1e6
#define OF_POINT 4.0 /* what a point weighs more than a word of its size */
#define OF_DISTANCE 3.0
#define OF_WORD 400.0 /* a word of which only a part is covered is as illegible */
#define STEP 8.0      /* between the places that are looked at */

/**
 * ps_chart_words: (element-type PsBox) (transfer full): where the words stand that a chart writes in this size.
 */
GArray *
ps_chart_words (const PsChartKind *kind, gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  PsChartStyle asking = *style;
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  asking.words = g_array_new (FALSE, FALSE, sizeof (PsBox));
  kind->draw (cr, chart, width, height, &asking);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return asking.words;
}

static double
shared (const PsBox *a, const PsBox *b)
{
  double across = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double down = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return across > 0 && down > 0 ? across * down : 0;
}

static PsBox
around (double x, double y)
{
  return (PsBox){ x - CLEAR, y - CLEAR, 2 * CLEAR, 2 * CLEAR };
}

static double
distance (const PsBox *box, double x, double y)
{
  return hypot (MAX (MAX (box->x - x, x - box->x - box->width), 0), MAX (MAX (box->y - y, y - box->y - box->height), 0));
}

/* What a bubble there would cover: words, points, and the point itself least of all. */
static double
cost_of (const PsBox *box, const GArray *words, const PsChartSpot *spot, double x, double y)
{
  PsBox point = around (x, y);
  double cost = shared (box, &point) > 0 ? ON_POINT : 0;

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      double covered = shared (box, &g_array_index (words, PsBox, i));

      cost += covered > 0 ? OF_WORD + covered : 0;
    }
  for (guint i = 0; spot->parts != NULL && i < spot->parts->len; i++)
    {
      const PsChartPart *part = &g_array_index (spot->parts, PsChartPart, i);

      point = around (part->at_x, part->at_y);
      cost += OF_POINT * shared (box, &point);
    }
  return cost;
}

static double
within (double at, double from, double room)
{
  return MAX (MIN (at, from + room), from);
}

/* The cheapest place so far. */
typedef struct
{
  PsBox box;
  double cost;
  const GArray *words;
  const PsChartSpot *spot;
  double x, y; /* the point */
} Search;

static void
look_at (Search *search, const PsBox *inside, double x, double y)
{
  const PsBox box = { within (x, inside->x, inside->width - search->box.width),
                      within (y, inside->y, inside->height - search->box.height), search->box.width, search->box.height };
  double cost = OF_DISTANCE * MAX (distance (&box, search->x, search->y) - AWAY, 0);

  if (cost < search->cost)
    cost += cost_of (&box, search->words, search->spot, search->x, search->y);
  if (cost >= search->cost)
    return;
  search->cost = cost;
  search->box = box;
}

/**
 * ps_chart_bubble_place: where a bubble of this size stands that tells of a spot or, unless that is NULL, of a part of it: above its
 * point, beside or below it or a little further on, where it covers least of the words (PsBox; NULL: none are known) and of the
 * other points. Always within `inside`, as far as it fits in there.
 */
PsBox
ps_chart_bubble_place (const PsBox *inside, const GArray *words, const PsChartSpot *spot, const PsChartPart *part, double width,
                       double height)
{
  double x = part != NULL ? part->at_x : spot->at_x, y = part != NULL ? part->at_y : spot->at_y;
  Search search = { { inside->x, inside->y, width, height }, G_MAXDOUBLE, words, spot, x, y };

  look_at (&search, inside, x - width / 2, y - AWAY - height);
  look_at (&search, inside, x + AWAY, y - height / 2);
  look_at (&search, inside, x - AWAY - width, y - height / 2);
  look_at (&search, inside, x - width / 2, y + AWAY);
  for (double down = inside->y; search.cost > 0 && down <= inside->y + inside->height - height; down += STEP)
    for (double across = inside->x; across <= inside->x + inside->width - width; across += STEP)
      look_at (&search, inside, across, down);
  return search.box;
}
