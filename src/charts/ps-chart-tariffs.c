/* ps-chart-tariffs.c: draws the tariffs of a product in time
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-tariffs-layout.h"

#define REGION_WIDTH 2.6
#define OWN_WIDTH 1.2
#define LEAST_GAP 4.0 /* a gap of a day is seen too */
#define HATCH 6.0
#define END_CAP 4.0

static void
draw_amounts (PsPen *pen, const PsTariffsLayout *layout)
{
  const PsBox *plot = &layout->plot;

  for (guint i = 0; i < layout->axis.ticks->len; i++)
    {
      gint64 tick = g_array_index (layout->axis.ticks, gint64, i);
      g_autofree char *label = ps_axis_label (&layout->axis, tick);
      double y = ps_axis_at (&layout->axis, tick);

      ps_pen_rule (pen, i == 0 ? pen->style->rule : pen->style->grid, 1, plot->x, y, plot->width);
      ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, label, plot->x - 8 * pen->unit, y - layout->line_height / 2,
                   PS_ALIGN_RIGHT);
    }
}

static void
draw_years (PsPen *pen, const PsTariffsLayout *layout)
{
  double bottom = layout->plot.y + layout->plot.height;

  for (int year = ps_date_year (layout->first); year <= ps_date_year (layout->last); year++)
    {
      double from = ps_tariffs_layout_day (layout, ps_date_year_start (year));
      double to = ps_tariffs_layout_day (layout, ps_date_year_end (year) + 1);
      g_autofree char *text = g_strdup_printf ("%d", year);

      if ((year - ps_date_year (layout->first)) % layout->year_stride != 0)
        continue;
      ps_pen_upright (pen, pen->style->rule, 1, PS_DASH_NONE, from, bottom, 4 * pen->unit);
      if (layout->year_stride > 1)
        to = MIN (from + (to - from) * layout->year_stride, layout->plot.x + layout->plot.width);
      if (ps_pen_width (pen, PS_TEXT_PLAIN, text) <= to - from)
        ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, text, (from + to) / 2, bottom + 6 * pen->unit, PS_ALIGN_MIDDLE);
    }
}

/* The region has no tariff then: nothing can be declared on it (domain.md §4), so the whole height says so. */
static void
draw_region_gap (PsPen *pen, const PsTariffsLayout *layout, PsDate from, PsDate to)
{
  const PsBox *plot = &layout->plot;
  double left = ps_tariffs_layout_day (layout, from);
  double width = MAX (ps_tariffs_layout_day (layout, to + 1) - left, LEAST_GAP * pen->unit);
  double bottom = plot->y + plot->height;

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, left, plot->y, width, plot->height);
  cairo_clip (pen->cr);
  for (double x = left - plot->height; x < left + width; x += HATCH * pen->unit)
    {
      cairo_move_to (pen->cr, x, bottom);
      cairo_line_to (pen->cr, x + plot->height, plot->y);
    }
  ps_pen_stroke (pen, pen->style->orange, 0.8, PS_DASH_NONE);
  cairo_restore (pen->cr);
  ps_pen_upright (pen, pen->style->orange, 1, PS_DASH_NONE, left, plot->y, plot->height);
  ps_pen_upright (pen, pen->style->orange, 1, PS_DASH_NONE, left + width, plot->y, plot->height);
}

static void
draw_region_gaps (PsPen *pen, const PsTariffsLayout *layout)
{
  const PsTariffLine *region = ps_tariffs_chart_region (layout->chart);
  PsDate from, to;

  for (guint i = 0; region != NULL && i < region->spans->len; i++)
    if (ps_tariff_line_gap (region, i, &from, &to))
      draw_region_gap (pen, layout, from, to);
}

static PsColour
lighter (PsPen *pen, PsColour colour)
{
  PsColour background = pen->style->background;

  return (PsColour){ colour.red * 0.7 + background.red * 0.3, colour.green * 0.7 + background.green * 0.3,
                     colour.blue * 0.7 + background.blue * 0.3 };
}

/* As far as today in full; what comes after it is agreed, and can still change. */
static void
draw_span (PsPen *pen, const PsTariffsLayout *layout, const PsTariffSpan *span, PsColour colour, double width)
{
  PsDate today = layout->chart->today;
  PsDate end = MIN (span->to, layout->last);
  double y = ps_tariffs_layout_tariff (layout, span->tariff_e4);
  double from = ps_tariffs_layout_day (layout, span->from);

  if (span->from <= today)
    ps_pen_rule (pen, colour, width, from, y, ps_tariffs_layout_day (layout, MIN (today, end) + 1) - from);
  if (today != PS_DATE_OPEN && end > today)
    ps_pen_line (pen, lighter (pen, colour), width, PS_DASH_DASHED, ps_tariffs_layout_day (layout, MAX (span->from, today + 1)),
                 y, ps_tariffs_layout_day (layout, end + 1), y);
}

/* To the next tariff: straight up or down, or over the days in which there is none. */
static void
draw_step (PsPen *pen, const PsTariffsLayout *layout, const PsTariffLine *line, guint place, PsColour colour, double width)
{
  const PsTariffSpan *span = ps_tariff_line_span (line, place);
  const PsTariffSpan *next = ps_tariff_line_span (line, place + 1);
  double y = ps_tariffs_layout_tariff (layout, span->tariff_e4);
  double x = ps_tariffs_layout_day (layout, MIN (span->to, layout->last) + 1);
  PsDate from, to;

  if (next == NULL && span->to < layout->last)
    ps_pen_line (pen, colour, width, PS_DASH_NONE, x, y - END_CAP * pen->unit, x, y + END_CAP * pen->unit);
  if (next == NULL)
    return;
  if (ps_tariff_line_gap (line, place, &from, &to))
    ps_pen_line (pen, colour, 1, PS_DASH_DOTTED, x, y, ps_tariffs_layout_day (layout, next->from),
                 ps_tariffs_layout_tariff (layout, next->tariff_e4));
  else
    ps_pen_line (pen, next->from > layout->chart->today ? lighter (pen, colour) : colour, width, PS_DASH_NONE, x, y, x,
                 ps_tariffs_layout_tariff (layout, next->tariff_e4));
}

static void
draw_line (PsPen *pen, const PsTariffsLayout *layout, const PsTariffLine *line)
{
  PsColour colour = line->region ? pen->style->blue : pen->style->grey;
  double width = line->region ? REGION_WIDTH : OWN_WIDTH;

  for (guint i = 0; i < line->spans->len; i++)
    {
      draw_step (pen, layout, line, i, colour, width);
      draw_span (pen, layout, ps_tariff_line_span (line, i), colour, width);
    }
}

/* Own lines first: the region's lies over them. */
static void
draw_lines (PsPen *pen, const PsTariffsLayout *layout, gboolean region)
{
  for (guint i = 0; i < layout->chart->lines->len; i++)
    {
      const PsTariffLine *line = g_ptr_array_index (layout->chart->lines, i);

      if (line->region == region)
        draw_line (pen, layout, line);
    }
}

static void
draw_today (PsPen *pen, const PsTariffsLayout *layout)
{
  PsDate today = layout->chart->today;

  if (today != PS_DATE_OPEN && today >= layout->first && today <= layout->last)
    ps_pen_upright (pen, pen->style->dim, 1, PS_DASH_DOTTED, ps_tariffs_layout_day (layout, today),
                    layout->plot.y - 3 * pen->unit, layout->plot.height + 3 * pen->unit);
}

static void
draw_tariffs (cairo_t *cr, gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  g_auto (PsPen) pen = { 0 };
  g_auto (PsTariffsLayout) layout = { 0 };

  ps_pen_init (&pen, cr, style);
  ps_tariffs_layout_init (&layout, &pen, chart, width, height);
  ps_pen_background (&pen, width, height);
  ps_tariffs_labels_draw_header (&pen, &layout, width);
  if (!layout.empty)
    {
      draw_amounts (&pen, &layout);
      draw_years (&pen, &layout);
      draw_region_gaps (&pen, &layout);
      draw_today (&pen, &layout);
      draw_lines (&pen, &layout, FALSE);
      draw_lines (&pen, &layout, TRUE);
    }
  ps_tariffs_labels_draw (&pen, &layout);
}

static double
natural_height (gconstpointer chart, double width, const PsChartStyle *style)
{
  return CLAMP (width * 0.3, 210 * style->scale, 300 * style->scale);
}

const PsChartKind ps_chart_tariffs_kind = {
  .file_name = "tariffs",
  .title = ps_chart_tariffs_title,
  .draw = draw_tariffs,
  .natural_height = natural_height,
  .spots = ps_chart_tariffs_spots,
  .table = ps_chart_tariffs_table,
  .describe = ps_chart_tariffs_describe,
};
