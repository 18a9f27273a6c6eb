/* ps-chart-years.c: draws a provider's settlements over the years: gross, payable, the ceiling and the balance
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-header.h"
#include "ps-chart-years-layout.h"

#include <glib/gi18n-lib.h>

/* Lengths in units */
#define LEAST_PLOT 48.0
#define NATURAL_PLOT 190.0
#define SWATCH 10.0
#define CEILING_REACH 3.0
#define CEILING_WIDTH 2.0

static void
draw_axis (PsPen *pen, const PsYearsLayout *layout)
{
  const PsBox *plot = &layout->plot;

  for (guint i = 0; i < layout->axis.ticks->len; i++)
    {
      gint64 tick = g_array_index (layout->axis.ticks, gint64, i);
      g_autofree char *label = ps_axis_label (&layout->axis, tick);
      double y = ps_axis_at (&layout->axis, tick);

      ps_pen_rule (pen, tick == 0 ? pen->style->rule : pen->style->grid, 1, plot->x, y, plot->width);
      ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, label, plot->x - 8 * pen->unit, y - layout->line_height / 2,
                   PS_ALIGN_RIGHT);
    }
}

/* What is not final is drawn open. */
static void
draw_open (PsPen *pen, PsColour colour, const PsBox *box)
{
  double edge = MIN (2 * pen->unit, box->width / 3);

  ps_pen_colour (pen, pen->style->background);
  cairo_rectangle (pen->cr, box->x, box->y, box->width, box->height);
  cairo_fill (pen->cr);
  cairo_rectangle (pen->cr, box->x + edge / 2, box->y + edge / 2, MAX (box->width - edge, 0), MAX (box->height - edge, 0));
  ps_pen_stroke (pen, colour, edge / pen->unit, PS_DASH_NONE);
}

/* Nothing, or hardly anything, is a stroke: the year is there. */
static void
draw_bar (PsPen *pen, PsColour colour, const PsBox *box, gboolean final)
{
  if (box->height < 2 * pen->unit)
    ps_pen_rule (pen, colour, 2, box->x, box->y + box->height / 2, box->width);
  else if (final)
    ps_pen_bar (pen, colour, box);
  else
    draw_open (pen, colour, box);
}

/* Over bars too: an edge of the background keeps it apart from them. */
static void
draw_ceiling (PsPen *pen, double x, double y, double length)
{
  ps_pen_rule (pen, pen->style->background, CEILING_WIDTH + 2, x, y, length);
  ps_pen_rule (pen, pen->style->foreground, CEILING_WIDTH, x, y, length);
}

static void
draw_year (PsPen *pen, const PsYearsLayout *layout, guint place)
{
  const PsYearBar *bar = ps_years_bar (layout->chart, place);
  const PsYearColumn *column = &g_array_index (layout->columns, PsYearColumn, place);
  double reach = MIN (CEILING_REACH * pen->unit, column->column.width * 0.06);

  draw_bar (pen, pen->style->grey, &column->gross, bar->final);
  draw_bar (pen, pen->style->blue, &column->payable, bar->final);
  if (bar->ceiling_cents != PS_NO_NUMBER)
    draw_ceiling (pen, column->gross.x - reach, ps_axis_at (&layout->axis, bar->ceiling_cents),
                  column->payable.x + column->payable.width - column->gross.x + 2 * reach);
}

static void
draw_words (PsPen *pen, const PsYearsLayout *layout, guint place)
{
  const PsYearColumn *column = &g_array_index (layout->columns, PsYearColumn, place);
  double step = (layout->words_bottom - layout->balances_y) / 2;

  if (column->year != NULL)
    ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->foreground, column->year, column->column.x + column->column.width / 2,
                 layout->years_y, PS_ALIGN_MIDDLE);
  if (column->balance != NULL)
    ps_pen_text (pen, PS_TEXT_BOLD, pen->style->foreground, column->balance, column->balance_x,
                 layout->balances_y + column->balance_row * step, PS_ALIGN_LEFT);
}

static void
draw_mark (PsPen *pen, const PsYearsLayout *layout, const PsYearsLegend *item)
{
  double size = SWATCH * pen->unit, top = item->y + (layout->line_height - size) / 2;
  PsBox box = { item->x, top, size, size };

  switch (item->mark)
    {
    case PS_YEARS_GROSS:
      ps_pen_bar (pen, pen->style->grey, &box);
      break;
    case PS_YEARS_PAYABLE:
      ps_pen_bar (pen, pen->style->blue, &box);
      break;
    case PS_YEARS_CEILING:
      draw_ceiling (pen, item->x, top + size / 2, size);
      break;
    case PS_YEARS_OPEN:
    default:
      draw_open (pen, pen->style->dim, &box);
      break;
    }
}

static void
draw_legend (PsPen *pen, const PsYearsLayout *layout)
{
  for (guint i = 0; i < layout->legend->len; i++)
    {
      const PsYearsLegend *item = &g_array_index (layout->legend, PsYearsLegend, i);

      draw_mark (pen, layout, item);
      ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, item->text, item->x + (SWATCH + 6) * pen->unit, item->y, PS_ALIGN_LEFT);
    }
}

static void
draw_nothing (PsPen *pen, const PsYearsLayout *layout, double width)
{
  g_autofree char *text = ps_chart_years_describe (layout->chart);

  ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, text, width / 2, layout->plot.y, PS_ALIGN_MIDDLE);
}

static void
draw_plot (PsPen *pen, const PsYearsLayout *layout)
{
  draw_legend (pen, layout);
  draw_axis (pen, layout);
  ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, C_("years chart", "balance"), layout->plot.x - 8 * pen->unit,
               layout->balances_y, PS_ALIGN_RIGHT);
  for (guint i = 0; i < layout->columns->len; i++)
    draw_year (pen, layout, i);
  for (guint i = 0; i < layout->columns->len; i++)
    draw_words (pen, layout, i);
}

/* Where it is lower than that, everything is drawn smaller rather than left out. */
static double
least_height (const PsYearsChart *chart, double width, const PsChartStyle *style)
{
  g_auto (PsPen) pen = { 0 };

  ps_pen_init (&pen, NULL, style);
  return ps_years_layout_fixed_height (&pen, chart, width) + LEAST_PLOT * pen.unit;
}

static PsChartStyle
fitting_style (const PsYearsChart *chart, double width, double height, const PsChartStyle *style)
{
  PsChartStyle fitting = *style;
  double least = least_height (chart, width, style);

  if (height < least)
    fitting.scale *= MAX (height, 1) / least;
  return fitting;
}

/* Draws a PsYearsChart from 0,0 on to width, height, in units of `cr`. */
static void
draw (cairo_t *cr, gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  PsChartStyle fitting = fitting_style (chart, width, height, style);
  g_autofree char *title = ps_chart_years_title (chart);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsYearsLayout) layout = { 0 };

  ps_pen_init (&pen, cr, &fitting);
  ps_years_layout_init (&layout, &pen, chart, width, height);
  ps_pen_background (&pen, width, height);
  ps_chart_header_draw (&pen, width, title, NULL, FALSE, NULL);
  if (layout.columns->len > 0)
    draw_plot (&pen, &layout);
  else
    draw_nothing (&pen, &layout, width);
}

static double
natural_height (gconstpointer chart, double width, const PsChartStyle *style)
{
  return least_height (chart, width, style) + (NATURAL_PLOT - LEAST_PLOT) * style->scale;
}

static PsChartSpot *
spot_of_year (const PsYearsLayout *layout, guint place)
{
  const PsYearBar *bar = ps_years_bar (layout->chart, place);
  const PsYearColumn *column = &g_array_index (layout->columns, PsYearColumn, place);
  g_autofree char *title = g_strdup_printf ("%d", bar->year), *value = ps_chart_years_value (bar);

  return ps_chart_spot_new (&column->column, column->payable.x + column->payable.width / 2,
                            ps_axis_at (&layout->axis, bar->payable_cents), title, value);
}

/* The years, from left to right. */
static GPtrArray *
make_spots (gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  PsChartStyle fitting = fitting_style (chart, width, height, style);
  GPtrArray *spots = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_chart_spot_free);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsYearsLayout) layout = { 0 };

  ps_pen_init (&pen, NULL, &fitting);
  ps_years_layout_init (&layout, &pen, chart, width, height);
  for (guint i = 0; i < layout.columns->len; i++)
    g_ptr_array_add (spots, spot_of_year (&layout, i));
  return spots;
}

const PsChartKind ps_chart_years_kind = {
  .file_name = "years",
  .title = ps_chart_years_title,
  .draw = draw,
  .natural_height = natural_height,
  .spots = make_spots,
  .table = ps_chart_years_table,
  .describe = ps_chart_years_describe,
};
