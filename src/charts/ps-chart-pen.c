/* ps-chart-pen.c: lines and marks, as all charts draw them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-pen.h"

#include <math.h>

/* Metrics that do not depend on the surface: the same layout on screen and on paper. */
static void
set_font_options (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
}

/**
 * ps_pen_init: `cr` may be NULL to only measure; `style` is borrowed, and must live as long as the pen.
 */
void
ps_pen_init (PsPen *pen, cairo_t *cr, const PsChartStyle *style)
{
  *pen = (PsPen){ .cr = cr, .style = style, .unit = style->scale };
  pen->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_round_glyph_positions (pen->context, FALSE);
  set_font_options (pen->context);
  if (cr != NULL)
    {
      pango_cairo_update_context (cr, pen->context);
      cairo_save (cr);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
    }
}

void
ps_pen_clear (PsPen *pen)
{
  if (pen->cr != NULL)
    cairo_restore (pen->cr);
  pen->cr = NULL;
  g_clear_object (&pen->context);
}

void
ps_pen_colour (PsPen *pen, PsColour colour)
{
  cairo_set_source_rgb (pen->cr, colour.red, colour.green, colour.blue);
}

void
ps_pen_background (PsPen *pen, double width, double height)
{
  if (!pen->style->paint_background)
    return;
  ps_pen_colour (pen, pen->style->background);
  cairo_rectangle (pen->cr, 0, 0, width, height);
  cairo_fill (pen->cr);
}

/**
 * ps_pen_stroke: strokes the path that was made, `width` in units.
 */
void
ps_pen_stroke (PsPen *pen, PsColour colour, double width, PsDash dash)
{
  const double dashes[] = { 6 * pen->unit, 3.5 * pen->unit };
  const double dots[] = { 1.5 * pen->unit, 2.5 * pen->unit };

  ps_pen_colour (pen, colour);
  cairo_set_line_width (pen->cr, width * pen->unit);
  if (dash == PS_DASH_DASHED)
    cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  else if (dash == PS_DASH_DOTTED)
    cairo_set_dash (pen->cr, dots, G_N_ELEMENTS (dots), 0);
  else
    cairo_set_dash (pen->cr, NULL, 0, 0);
  cairo_stroke (pen->cr);
}

void
ps_pen_line (PsPen *pen, PsColour colour, double width, PsDash dash, double x1, double y1, double x2, double y2)
{
  cairo_move_to (pen->cr, x1, y1);
  cairo_line_to (pen->cr, x2, y2);
  ps_pen_stroke (pen, colour, width, dash);
}

/* The middle of the nearest row of pixels, so that a thin straight line is sharp; even widths lie between two rows. */
static double
sharp (PsPen *pen, double at, double width)
{
  return lround (width * pen->unit) % 2 == 0 ? round (at) : floor (at) + 0.5;
}

/**
 * ps_pen_rule: a sharp horizontal line.
 */
void
ps_pen_rule (PsPen *pen, PsColour colour, double width, double x, double y, double length)
{
  y = sharp (pen, y, width);
  ps_pen_line (pen, colour, width, PS_DASH_NONE, x, y, x + length, y);
}

/**
 * ps_pen_upright: a sharp vertical line.
 */
void
ps_pen_upright (PsPen *pen, PsColour colour, double width, PsDash dash, double x, double y, double length)
{
  x = sharp (pen, x, width);
  ps_pen_line (pen, colour, width, dash, x, y, x, y + length);
}

/**
 * ps_pen_outlines: whether a bar has an edge (high contrast); not where that would be most of it.
 */
gboolean
ps_pen_outlines (const PsPen *pen, const PsBox *box)
{
  return pen->style->outlined && box->width >= 6 * pen->unit && box->height >= 5 * pen->unit;
}

/**
 * ps_pen_bar: a filled box, with an edge as ps_pen_outlines() says.
 */
void
ps_pen_bar (PsPen *pen, PsColour colour, const PsBox *box)
{
  ps_pen_colour (pen, colour);
  cairo_rectangle (pen->cr, box->x, box->y, box->width, box->height);
  cairo_fill (pen->cr);
  if (!ps_pen_outlines (pen, box))
    return;
  cairo_rectangle (pen->cr, box->x + 0.5 * pen->unit, box->y + 0.5 * pen->unit, box->width - pen->unit, box->height - pen->unit);
  ps_pen_stroke (pen, pen->style->foreground, 1, PS_DASH_NONE);
}

/* Fills the path that was made, with an edge of the background that sets it apart from what it lies on. */
static void
fill_mark (PsPen *pen, PsColour colour)
{
  cairo_path_t *path = cairo_copy_path (pen->cr);

  ps_pen_stroke (pen, pen->style->background, 2.5, PS_DASH_NONE);
  cairo_append_path (pen->cr, path);
  cairo_path_destroy (path);
  ps_pen_colour (pen, colour);
  cairo_fill (pen->cr);
}

void
ps_pen_dot (PsPen *pen, PsColour colour, double x, double y, double radius)
{
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, x, y, radius * pen->unit, 0, 2 * G_PI);
  cairo_close_path (pen->cr);
  fill_mark (pen, colour);
}

/**
 * ps_pen_ring: an open dot: what is expected, not measured.
 */
void
ps_pen_ring (PsPen *pen, PsColour colour, double x, double y, double radius)
{
  ps_pen_dot (pen, pen->style->background, x, y, radius);
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, x, y, radius * pen->unit, 0, 2 * G_PI);
  cairo_close_path (pen->cr);
  ps_pen_stroke (pen, colour, 2, PS_DASH_NONE);
}

void
ps_pen_diamond (PsPen *pen, PsColour colour, double x, double y, double radius)
{
  double reach = radius * pen->unit;

  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, x, y - reach);
  cairo_line_to (pen->cr, x + reach, y);
  cairo_line_to (pen->cr, x, y + reach);
  cairo_line_to (pen->cr, x - reach, y);
  cairo_close_path (pen->cr);
  fill_mark (pen, colour);
}

/**
 * ps_pen_arrow: a triangle with its point at x, `length` units long; negative: it points to the left.
 */
void
ps_pen_arrow (PsPen *pen, PsColour colour, double x, double y, double length)
{
  double back = x - length * pen->unit;
  double half = fabs (length) * 0.7 * pen->unit;

  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, x, y);
  cairo_line_to (pen->cr, back, y - half);
  cairo_line_to (pen->cr, back, y + half);
  cairo_close_path (pen->cr);
  fill_mark (pen, colour);
}
