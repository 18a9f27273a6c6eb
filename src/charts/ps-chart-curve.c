/* ps-chart-curve.c: draws what a scheme pays for what is produced
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-curve-labels.h"
#include "ps-chart-curve-words.h"

#define DOT 3.5
#define DIAMOND 6.0
#define ARROW 10.0

/**
 * ps_curve_chart_new: the curve of a scheme, which is copied. `produced_cents` is the point on it; without a ceiling (or at a
 * ceiling of 0) there is none.
 */
PsCurveChart *
ps_curve_chart_new (const PsScheme *scheme, gint64 ceiling_cents, gint64 produced_cents)
{
  PsCurveChart *chart = g_new0 (PsCurveChart, 1);

  chart->scheme = ps_scheme_copy (scheme);
  chart->ceiling_cents = ceiling_cents;
  chart->produced_cents = produced_cents;
  return chart;
}

void
ps_curve_chart_free (PsCurveChart *chart)
{
  if (chart == NULL)
    return;
  ps_scheme_free (chart->scheme);
  g_free (chart->title);
  g_free (chart);
}

/* From the curve (or the top of the strip, where the curve is not) down to the axis. */
static void
draw_borders (PsPen *pen, const PsCurveLayout *layout)
{
  for (guint i = 0; i < layout->corners->len; i++)
    {
      const PsCurvePoint *corner = &g_array_index (layout->corners, PsCurvePoint, i);
      double y = ps_curve_layout_y (layout, corner->paid_bp);

      if (corner->produced_bp == layout->across.low || corner->produced_bp == layout->across.high)
        continue;
      ps_pen_upright (pen, pen->style->rule, 1, PS_DASH_DOTTED, ps_curve_layout_x (layout, corner->produced_bp), y,
                      layout->axis_y - y);
    }
}

/* As much paid as is produced, where both axes have it. */
static void
draw_without_deductions (PsPen *pen, const PsCurveLayout *layout)
{
  gint64 low = MAX (layout->across.low, layout->up.low);
  gint64 high = MIN (layout->across.high, layout->up.high);

  if (low < high)
    ps_pen_line (pen, pen->style->dim, 1.2, PS_DASH_DASHED, ps_curve_layout_x (layout, low), ps_curve_layout_y (layout, low),
                 ps_curve_layout_x (layout, high), ps_curve_layout_y (layout, high));
}

/* From corner to corner; a cliff interrupts it. */
static void
draw_curve (PsPen *pen, const PsCurveLayout *layout)
{
  cairo_new_path (pen->cr);
  for (guint i = 0; i < layout->corners->len; i++)
    {
      const PsCurvePoint *corner = &g_array_index (layout->corners, PsCurvePoint, i);
      double x = ps_curve_layout_x (layout, corner->produced_bp);
      double y = ps_curve_layout_y (layout, corner->paid_bp);

      if (i == 0 || ps_curve_layout_drop (layout, i - 1) != 0)
        cairo_move_to (pen->cr, x, y);
      else
        cairo_line_to (pen->cr, x, y);
    }
  ps_pen_stroke (pen, pen->style->blue, 2.6, PS_DASH_NONE);
}

/* At the border itself the share before it still holds (a dot), any more and it is that after it (a ring). */
static void
draw_cliffs (PsPen *pen, const PsCurveLayout *layout)
{
  for (guint i = 0; i < layout->corners->len; i++)
    {
      const PsCurvePoint *corner = &g_array_index (layout->corners, PsCurvePoint, i);
      double x = ps_curve_layout_x (layout, corner->produced_bp);
      double from = ps_curve_layout_y (layout, corner->paid_bp), to;

      if (ps_curve_layout_drop (layout, i) == 0)
        continue;
      to = ps_curve_layout_y (layout, corner[1].paid_bp);
      ps_pen_line (pen, pen->style->orange, 2.6, PS_DASH_NONE, x, from, x, to);
      ps_pen_dot (pen, pen->style->blue, x, from, DOT);
      ps_pen_ring (pen, pen->style->blue, x, to, DOT);
    }
}

/* The point, what leads from it to what is paid, and what is deducted: as tall as its part of the ceiling. */
static void
draw_point (PsPen *pen, const PsCurveLayout *layout)
{
  double x, y;

  if (layout->point == PS_POINT_NONE)
    return;
  x = ps_curve_layout_point (layout, &y);
  if (layout->point != PS_POINT_WITHIN)
    {
      ps_pen_arrow (pen, pen->style->foreground, x, y, layout->point == PS_POINT_BEFORE ? -ARROW : ARROW);
      return;
    }
  ps_pen_line (pen, pen->style->rule, 1, PS_DASH_DOTTED, layout->plot.x, y, x, y);
  if (layout->point_deduction_cents != 0)
    ps_pen_line (pen, pen->style->orange, 2.6, PS_DASH_NONE, x, ps_curve_layout_y (layout, layout->point_produced_bp), x, y);
  ps_pen_diamond (pen, pen->style->foreground, x, y, DIAMOND);
}

static void
chart_curve_draw (cairo_t *cr, gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  g_auto (PsPen) pen = { 0 };
  g_auto (PsCurveLayout) layout = { 0 };

  ps_pen_init (&pen, cr, style);
  ps_curve_layout_init (&layout, &pen, chart, width, height);
  ps_pen_background (&pen, width, height);
  ps_curve_labels_draw_header (&pen, &layout, width);
  ps_curve_labels_draw_axes (&pen, &layout);
  draw_borders (&pen, &layout);
  draw_without_deductions (&pen, &layout);
  draw_curve (&pen, &layout);
  draw_cliffs (&pen, &layout);
  draw_point (&pen, &layout);
  ps_curve_labels_draw (&pen, &layout);
}

static double
chart_curve_natural_height (gconstpointer chart, double width, const PsChartStyle *style)
{
  return CLAMP (width * 0.66, 240 * style->scale, 400 * style->scale);
}

const PsChartKind ps_chart_curve_kind = {
  .file_name = "payment-curve",
  .title = ps_curve_words_title,
  .draw = chart_curve_draw,
  .natural_height = chart_curve_natural_height,
  .spots = ps_curve_words_spots,
  .table = ps_curve_words_table,
  .describe = ps_curve_words_describe,
};
