/* ps-chart-realised.c: draws realised year to date against the ceiling
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-realised.h"
#include "ps-realised-layout.h"
#include "ps-realised-labels.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

#define DOT 3.5
#define DIAMOND 6.0

static void
draw_amounts (PsPen *pen, const PsRealisedLayout *layout)
{
  const PsBox *plot = &layout->plot;

  for (guint i = layout->axis.ticks->len; i-- > 0;)
    {
      gint64 tick = g_array_index (layout->axis.ticks, gint64, i);
      g_autofree char *label = ps_axis_label (&layout->axis, tick);
      double y = ps_realised_layout_amount (layout, tick);

      ps_pen_rule (pen, tick == 0 ? pen->style->rule : pen->style->grid, 1, plot->x, y, plot->width);
      ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, label, plot->x - 8 * pen->unit, y - layout->line_height / 2,
                   PS_ALIGN_RIGHT);
    }
}

static void
draw_months (PsPen *pen, const PsRealisedLayout *layout)
{
  double bottom = layout->plot.y + layout->plot.height;

  for (int month = 0; month < 12; month++)
    {
      double from = ps_realised_layout_month (layout, month - 1);
      double to = ps_realised_layout_month (layout, month);

      ps_pen_upright (pen, pen->style->rule, 1, PS_DASH_NONE, to, bottom, 4 * pen->unit);
      if (month % layout->month_stride == 0)
        ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, ps_format_month (month + 1), (from + to) / 2, bottom + 6 * pen->unit,
                     PS_ALIGN_MIDDLE);
    }
}

static void
draw_band (PsPen *pen, const PsRealisedLayout *layout)
{
  const PsBox *plot = &layout->plot;
  gint64 from, to;
  double zero, low, high;

  if (!ps_realised_chart_band (layout->chart, ps_date_year_end (layout->chart->year), &from, &to)
      || layout->chart->ceiling_cents <= 0)
    return;
  zero = ps_realised_layout_amount (layout, 0);
  low = ps_realised_layout_amount (layout, from);
  high = ps_realised_layout_amount (layout, to);
  cairo_move_to (pen->cr, plot->x, zero);
  cairo_line_to (pen->cr, plot->x + plot->width, high);
  cairo_line_to (pen->cr, plot->x + plot->width, low);
  cairo_close_path (pen->cr);
  ps_pen_colour (pen, pen->style->band_fill);
  cairo_fill (pen->cr);
  ps_pen_line (pen, pen->style->band_line, 1, PS_DASH_NONE, plot->x, zero, plot->x + plot->width, high);
  ps_pen_line (pen, pen->style->band_line, 1, PS_DASH_NONE, plot->x, zero, plot->x + plot->width, low);
}

/* A line from 0 on 1 January through the months that are known; a month that is not breaks it. */
static void
draw_series (PsPen *pen, const PsRealisedLayout *layout, const gint64 *cents, PsColour colour, double width)
{
  gboolean known_before = TRUE;

  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, layout->plot.x, ps_realised_layout_amount (layout, 0));
  for (int month = 0; month < 12; month++)
    {
      double x = ps_realised_layout_month (layout, month);

      if (cents[month] != PS_NO_NUMBER && known_before)
        cairo_line_to (pen->cr, x, ps_realised_layout_amount (layout, cents[month]));
      else if (cents[month] != PS_NO_NUMBER)
        cairo_move_to (pen->cr, x, ps_realised_layout_amount (layout, cents[month]));
      known_before = cents[month] != PS_NO_NUMBER;
    }
  ps_pen_stroke (pen, colour, width, PS_DASH_NONE);
}

static void
draw_ceiling (PsPen *pen, const PsRealisedLayout *layout)
{
  if (layout->chart->ceiling_cents == PS_NO_NUMBER)
    return;
  ps_pen_rule (pen, pen->style->foreground, 2, layout->plot.x, ps_realised_layout_amount (layout, layout->chart->ceiling_cents),
               layout->plot.width);
}

static void
draw_forecast (PsPen *pen, const PsRealisedLayout *layout)
{
  const PsRealisedChart *chart = layout->chart;
  int last = ps_realised_chart_last_month (chart);
  double right = layout->plot.x + layout->plot.width;
  double y;

  if (chart->forecast_cents == PS_NO_NUMBER || last == 11)
    return;
  y = ps_realised_layout_amount (layout, chart->forecast_cents);
  ps_pen_line (pen, pen->style->blue, 2, PS_DASH_DASHED, ps_realised_layout_month (layout, last),
               ps_realised_layout_amount (layout, last < 0 ? 0 : chart->realised_cents[last]), right, y);
  ps_pen_ring (pen, pen->style->blue, right, y, 4.5);
}

static void
draw_points (PsPen *pen, const PsRealisedLayout *layout)
{
  const PsRealisedChart *chart = layout->chart;

  for (int month = 0; month < 12; month++)
    if (chart->realised_cents[month] != PS_NO_NUMBER)
      ps_pen_dot (pen, pen->style->blue, ps_realised_layout_month (layout, month),
                  ps_realised_layout_amount (layout, chart->realised_cents[month]), DOT);
  for (guint i = 0; i < chart->marks->len; i++)
    {
      const PsPeilMark *mark = &g_array_index (chart->marks, PsPeilMark, i);
      gint64 cents = ps_realised_chart_mark_value (chart, mark);

      if (cents != PS_NO_NUMBER)
        ps_pen_diamond (pen, pen->style->foreground, ps_realised_layout_day (layout, mark->data_through),
                        ps_realised_layout_amount (layout, cents), DIAMOND);
    }
}

/**
 * ps_chart_realised_draw: draws `chart` (a PsRealisedChart) from 0,0 on to width, height, in units of `cr`.
 */
void
ps_chart_realised_draw (cairo_t *cr, gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  const PsRealisedChart *figures = chart;
  g_auto (PsPen) pen = { 0 };
  g_auto (PsRealisedLayout) layout = { 0 };

  ps_pen_init (&pen, cr, style);
  ps_realised_layout_init (&layout, &pen, figures, width, height);
  ps_pen_background (&pen, width, height);
  ps_realised_labels_draw_header (&pen, &layout, width);
  draw_amounts (&pen, &layout);
  draw_months (&pen, &layout);
  draw_band (&pen, &layout);
  draw_series (&pen, &layout, figures->last_year_cents, style->grey, 1.2);
  draw_ceiling (&pen, &layout);
  draw_series (&pen, &layout, figures->realised_cents, style->blue, 2.6);
  draw_forecast (&pen, &layout);
  draw_points (&pen, &layout);
  ps_realised_labels_draw (&pen, &layout);
}

double
ps_chart_realised_natural_height (gconstpointer chart, double width, const PsChartStyle *style)
{
  return CLAMP (width * 0.54, 220 * style->scale, 380 * style->scale);
}

const PsChartKind ps_chart_realised_kind = {
  .file_name = "realised",
  .title = ps_chart_realised_title,
  .draw = ps_chart_realised_draw,
  .natural_height = ps_chart_realised_natural_height,
  .spots = ps_chart_realised_spots,
  .table = ps_chart_realised_table,
  .describe = ps_chart_realised_describe,
};
