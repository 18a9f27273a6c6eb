/* ps-chart-labels.c: where labels fit without covering something
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-labels.h"

#include <math.h>
#include <stdlib.h>

#define OUTSIDE_COST 1e9

typedef struct
{
  double x1, y1, x2, y2;
} PsSegmentLine;

void
ps_label_room_init (PsLabelRoom *room, const PsBox *inside)
{
  room->inside = *inside;
  room->lines = g_array_new (FALSE, FALSE, sizeof (PsSegmentLine));
  room->boxes = g_array_new (FALSE, FALSE, sizeof (PsBox));
}

void
ps_label_room_clear (PsLabelRoom *room)
{
  g_clear_pointer (&room->lines, g_array_unref);
  g_clear_pointer (&room->boxes, g_array_unref);
}

void
ps_label_room_add_line (PsLabelRoom *room, double x1, double y1, double x2, double y2)
{
  PsSegmentLine line = { x1, y1, x2, y2 };

  g_array_append_val (room->lines, line);
}

void
ps_label_room_add_box (PsLabelRoom *room, const PsBox *box)
{
  g_array_append_vals (room->boxes, box, 1);
}

gboolean
ps_boxes_overlap (const PsBox *a, const PsBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static double
shared_area (const PsBox *a, const PsBox *b)
{
  if (!ps_boxes_overlap (a, b))
    return 0;
  return (MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x))
         * (MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y));
}

/* One border of Liang and Barsky's clipping: narrows the part [first, last] of a line that lies within it. */
static gboolean
clip (double towards, double distance, double *first, double *last)
{
  if (towards == 0)
    return distance >= 0;
  if (towards < 0)
    *first = MAX (*first, distance / towards);
  else
    *last = MIN (*last, distance / towards);
  return *first < *last;
}

/* The length of the part of a line that lies within a box. */
static double
length_within (const PsSegmentLine *line, const PsBox *box)
{
  double dx = line->x2 - line->x1;
  double dy = line->y2 - line->y1;
  double first = 0;
  double last = 1;

  if (clip (-dx, line->x1 - box->x, &first, &last) && clip (dx, box->x + box->width - line->x1, &first, &last)
      && clip (-dy, line->y1 - box->y, &first, &last) && clip (dy, box->y + box->height - line->y1, &first, &last))
    return (last - first) * hypot (dx, dy);
  return 0;
}

static gboolean
is_within (const PsBox *box, const PsBox *around)
{
  return box->x >= around->x && box->y >= around->y && box->x + box->width <= around->x + around->width
         && box->y + box->height <= around->y + around->height;
}

/**
 * ps_label_room_cost: how much a label in this box would cover; 0 when nothing. A box over another label or mark costs far more
 * than one that a line runs through.
 */
double
ps_label_room_cost (const PsLabelRoom *room, const PsBox *box)
{
  double cost = is_within (box, &room->inside) ? 0 : OUTSIDE_COST;

  for (guint i = 0; i < room->boxes->len; i++)
    cost += 100 * shared_area (box, &g_array_index (room->boxes, PsBox, i));
  for (guint i = 0; i < room->lines->len; i++)
    cost += length_within (&g_array_index (room->lines, PsSegmentLine, i), box);
  return cost;
}

/**
 * ps_label_room_place: takes the first of the candidates that covers least, and keeps it free of later labels.
 * `most_cost`: 0 for a label that is left out rather than drawn over something, G_MAXDOUBLE for one that must be there.
 *
 * Returns: whether there is a place for it; else `chosen` is not set
 */
gboolean
ps_label_room_place (PsLabelRoom *room, const PsBox *candidates, gsize n_candidates, double most_cost, PsBox *chosen)
{
  double least = G_MAXDOUBLE;
  gsize best = 0;

  for (gsize i = 0; i < n_candidates && least > 0; i++)
    {
      double cost = ps_label_room_cost (room, &candidates[i]);

      if (cost < least)
        {
          least = cost;
          best = i;
        }
    }
  if (n_candidates == 0 || least > most_cost)
    return FALSE;
  *chosen = candidates[best];
  ps_label_room_add_box (room, chosen);
  return TRUE;
}

/**
 * ps_boxes_around: the eight places for a label beside a point, the usual one (above, to the left) first.
 */
void
ps_boxes_around (double x, double y, double gap, double width, double height, PsBox boxes[PS_N_AROUND])
{
  double left = x - gap - width;
  double right = x + gap;
  double above = y - gap - height;
  double below = y + gap;
  double centre = x - width / 2;
  double middle = y - height / 2;
  const double places[PS_N_AROUND][2] = {
    { left, above },   { centre, above }, { left, middle }, { right, below },
    { centre, below }, { right, middle }, { right, above }, { left, below },
  };

  for (gsize i = 0; i < PS_N_AROUND; i++)
    boxes[i] = (PsBox){ places[i][0], places[i][1], width, height };
}

static int
compare_wanted (gconstpointer a, gconstpointer b)
{
  const PsStacked *const *first = a;
  const PsStacked *const *second = b;

  if ((*first)->wanted != (*second)->wanted)
    return (*first)->wanted < (*second)->wanted ? -1 : 1;
  return *first < *second ? -1 : *first > *second;
}

/**
 * ps_stack_labels: gives labels of one column their tops between `top` and `bottom`: each as near to where it is wanted as the
 * others allow, none over another as long as there is room for all.
 */
void
ps_stack_labels (PsStacked *labels, gsize n_labels, double top, double bottom)
{
  g_autofree PsStacked **order = g_new (PsStacked *, n_labels);
  double limit = top;

  if (n_labels == 0)
    return;
  for (gsize i = 0; i < n_labels; i++)
    order[i] = &labels[i];
  qsort (order, n_labels, sizeof *order, compare_wanted);
  for (gsize i = 0; i < n_labels; i++)
    {
      order[i]->top = MAX (order[i]->wanted - order[i]->height / 2, limit);
      limit = order[i]->top + order[i]->height;
    }
  limit = bottom;
  for (gsize i = n_labels; i-- > 0;)
    {
      order[i]->top = MIN (order[i]->top, limit - order[i]->height);
      limit = order[i]->top;
    }
}
