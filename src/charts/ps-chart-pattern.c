/* ps-chart-pattern.c: bars that are told apart by more than their colour: hatching and dots, and an edge alone
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-legend.h"

#include <math.h>

/* Lengths in units */
#define APART 6.0
#define STROKE 1.3
#define LEAST_PATTERN 5.0 /* in less a pattern is not seen */

/* In the order of the palette; 0 and what is gathered are plain. Hatching runs over whole bars from the same corner, so that it joins. */
enum
{
  PLAIN,
  RISING,
  DOTS,
  FALLING,
  LYING,
  CROSSED,
  UPRIGHT,
  COARSE,
  N_PATTERNS
};

/* Slanting lines over the box, `slope` down (1) or up (-1). */
static void
slanting (PsPen *pen, const PsBox *box, double apart, int slope)
{
  for (double at = box->x - box->height; at < box->x + box->width; at += apart)
    {
      cairo_move_to (pen->cr, at, slope > 0 ? box->y : box->y + box->height);
      cairo_line_to (pen->cr, at + box->height, slope > 0 ? box->y + box->height : box->y);
    }
}

static void
straight (PsPen *pen, const PsBox *box, double apart, gboolean lying)
{
  double first = lying ? box->y : box->x, length = lying ? box->height : box->width;

  for (double at = first + apart / 2; at < first + length; at += apart)
    {
      cairo_move_to (pen->cr, lying ? box->x : at, lying ? at : box->y);
      cairo_line_to (pen->cr, lying ? box->x + box->width : at, lying ? at : box->y + box->height);
    }
}

/* Round caps of no length are dots: one path, however many there are. */
static void
dots (PsPen *pen, const PsBox *box, double apart)
{
  gboolean odd = FALSE;

  for (double y = box->y + apart / 2; y < box->y + box->height; y += apart / 2, odd = !odd)
    for (double x = box->x + (odd ? apart : apart / 2); x < box->x + box->width; x += apart)
      {
        cairo_move_to (pen->cr, x, y);
        cairo_line_to (pen->cr, x, y);
      }
}

static void
add_pattern (PsPen *pen, int pattern, const PsBox *box, double apart)
{
  if (pattern == RISING || pattern == CROSSED)
    slanting (pen, box, apart, -1);
  if (pattern == FALLING || pattern == CROSSED)
    slanting (pen, box, apart, 1);
  if (pattern == LYING)
    straight (pen, box, apart, TRUE);
  if (pattern == UPRIGHT)
    straight (pen, box, apart, FALSE);
  if (pattern == DOTS)
    dots (pen, box, apart);
  if (pattern == COARSE)
    slanting (pen, box, apart * 1.8, -1);
}

static void
draw_pattern (PsPen *pen, int pattern, const PsBox *box)
{
  double width = pattern == DOTS ? 2.2 : pattern == COARSE ? 3 : STROKE;

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, box->x, box->y, box->width, box->height);
  cairo_clip (pen->cr);
  cairo_new_path (pen->cr);
  cairo_set_line_cap (pen->cr, pattern == DOTS ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  add_pattern (pen, pattern, box, (pattern == CROSSED ? 1.4 : 1) * APART * pen->unit);
  ps_pen_stroke (pen, pen->style->background, width, PS_DASH_NONE);
  cairo_restore (pen->cr);
}

/**
 * ps_pen_pattern: a filled box like that of ps_pen_bar(), with the pattern of a place in the palette (0: none) in the colour of the
 * background. In a box that is too small to show it there is none.
 */
void
ps_pen_pattern (PsPen *pen, PsColour colour, int pattern, const PsBox *box)
{
  double least = LEAST_PATTERN * pen->unit;

  ps_pen_bar (pen, colour, box);
  if (pattern <= PLAIN || pattern >= N_PATTERNS || box->width < least || box->height < least)
    return;
  draw_pattern (pen, pattern, box);
  if (!ps_pen_outlines (pen, box))
    return;
  cairo_rectangle (pen->cr, box->x + pen->unit / 2, box->y + pen->unit / 2, box->width - pen->unit, box->height - pen->unit);
  ps_pen_stroke (pen, pen->style->foreground, 1, PS_DASH_NONE);
}

/**
 * ps_pen_open: a bar that is only an edge around nothing: expected, or of another year.
 */
void
ps_pen_open (PsPen *pen, PsColour colour, PsDash dash, const PsBox *box)
{
  double edge = MIN (1.5 * pen->unit, MIN (box->width, box->height) / 3);

  ps_pen_colour (pen, pen->style->background);
  cairo_rectangle (pen->cr, box->x, box->y, box->width, box->height);
  cairo_fill (pen->cr);
  cairo_rectangle (pen->cr, box->x + edge / 2, box->y + edge / 2, MAX (box->width - edge, 0), MAX (box->height - edge, 0));
  ps_pen_stroke (pen, colour, edge / pen->unit, dash);
}
