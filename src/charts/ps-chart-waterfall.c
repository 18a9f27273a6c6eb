/* ps-chart-waterfall.c: draws the waterfall from gross production to balance
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-waterfall.h"
#include "ps-chart-header.h"
#include "ps-waterfall-layout.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

static const PsWaterfallStep *
step_at (const PsWaterfallLayout *layout, guint place)
{
  return &g_array_index (layout->chart->steps, PsWaterfallStep, place);
}

static const PsWaterfallRow *
row_at (const PsWaterfallLayout *layout, guint place)
{
  return &g_array_index (layout->rows, PsWaterfallRow, place);
}

static void
draw_header (PsPen *pen, const PsWaterfallLayout *layout, double width)
{
  g_autofree char *title = ps_chart_waterfall_title (layout->chart);
  g_autofree char *start = ps_axis_label (&layout->axis, layout->axis.low);
  g_autofree char *note = layout->broken ? g_strdup_printf (_("axis starts at %s"), start) : NULL;

  ps_chart_header_draw (pen, width, title, note, TRUE, NULL);
}

/* Centred above its line, but not over the edge of the picture. */
static void
draw_ceiling (PsPen *pen, const PsWaterfallLayout *layout)
{
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;
  double x, width;

  if (layout->chart->ceiling_cents == PS_NO_NUMBER)
    return;
  amount = ps_format_money (layout->chart->ceiling_cents);
  text = g_strdup_printf (_("ceiling %s"), amount);
  width = ps_pen_width (pen, PS_TEXT_PLAIN, text);
  x = ps_axis_at (&layout->axis, layout->chart->ceiling_cents);
  ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->foreground, text,
               CLAMP (x - width / 2, layout->label_x, MAX (layout->bars_right - width, layout->label_x)), layout->ceiling_y,
               PS_ALIGN_LEFT);
}

static void
draw_ceiling_line (PsPen *pen, const PsWaterfallLayout *layout)
{
  double top = layout->rows_top - 2 * pen->unit;

  if (layout->chart->ceiling_cents != PS_NO_NUMBER)
    ps_pen_upright (pen, pen->style->foreground, 1.5, PS_DASH_DOTTED, ps_axis_at (&layout->axis, layout->chart->ceiling_cents),
                    top, layout->rows_bottom - top);
}

static void
draw_grid (PsPen *pen, const PsWaterfallLayout *layout)
{
  for (guint i = 0; i < layout->axis.ticks->len; i++)
    {
      gint64 tick = g_array_index (layout->axis.ticks, gint64, i);

      ps_pen_upright (pen, tick == 0 ? pen->style->rule : pen->style->grid, 1, PS_DASH_NONE, ps_axis_at (&layout->axis, tick),
                      layout->rows_top, layout->rows_bottom - layout->rows_top);
    }
}

/* The start of a broken axis is said in the header; the label of a tick that would run over the edge is moved inwards. */
static void
draw_axis (PsPen *pen, const PsWaterfallLayout *layout)
{
  double free_from = layout->bars_left - 20 * pen->unit;

  for (guint i = 0; i < layout->axis.ticks->len; i++)
    {
      gint64 tick = g_array_index (layout->axis.ticks, gint64, i);
      g_autofree char *label = ps_axis_label (&layout->axis, tick);
      double width = ps_pen_width (pen, PS_TEXT_PLAIN, label);
      double x = MIN (ps_axis_at (&layout->axis, tick) - width / 2, layout->bars_right - width);

      if ((layout->broken && tick == layout->axis.low) || x < free_from)
        continue;
      ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, label, x, layout->rows_bottom + 4 * pen->unit, PS_ALIGN_LEFT);
      free_from = x + width + 6 * pen->unit;
    }
}

static gboolean
is_total (const PsWaterfallStep *step)
{
  return step->kind == PS_WATERFALL_TOTAL || step->kind == PS_WATERFALL_BALANCE;
}

/* Label and amount; a total in bold under a line, as in a sum on paper. */
static void
draw_words (PsPen *pen, const PsWaterfallLayout *layout, guint place)
{
  const PsWaterfallStep *step = step_at (layout, place);
  const PsWaterfallRow *row = row_at (layout, place);
  PsTextKind kind = is_total (step) ? PS_TEXT_BOLD : PS_TEXT_PLAIN;
  PsColour colour = step->amount_cents == 0 && !is_total (step) ? pen->style->dim : pen->style->foreground;
  g_autofree char *amount = ps_format_money (step->amount_cents);
  double y = row->row.y + (row->row.height - layout->line_height) / 2;

  if (is_total (step))
    ps_pen_rule (pen, pen->style->rule, 1, layout->label_x, row->row.y, layout->amount_right - layout->label_x);
  ps_pen_text_within (pen, kind, colour, step->label, layout->label_x, y, layout->label_width + 1);
  ps_pen_text (pen, kind, colour, amount, layout->amount_right, y, PS_ALIGN_RIGHT);
}

static PsColour
bar_colour (const PsChartStyle *style, PsWaterfallKind kind)
{
  switch (kind)
    {
    case PS_WATERFALL_TOTAL:
      return style->blue;
    case PS_WATERFALL_PAID:
      return style->grey;
    case PS_WATERFALL_BALANCE:
      return style->foreground;
    case PS_WATERFALL_CHANGE:
      break;
    }
  return style->orange;
}

/* A bar that does not start at 0 shows it: a piece is cut out of it. */
static void
draw_break (PsPen *pen, const PsBox *bar)
{
  double x = bar->x + 9 * pen->unit;
  double reach = 3 * pen->unit;

  if (bar->width < 16 * pen->unit)
    return;
  cairo_move_to (pen->cr, x, bar->y - pen->unit);
  cairo_line_to (pen->cr, x + reach, bar->y + bar->height / 2);
  cairo_line_to (pen->cr, x, bar->y + bar->height + pen->unit);
  ps_pen_stroke (pen, pen->style->background, 3, PS_DASH_NONE);
}

/* An amount that is added (the cap of domain.md §5) is an open bar, one that is taken off a full one. */
static void
draw_addition (PsPen *pen, const PsBox *bar)
{
  ps_pen_colour (pen, pen->style->band_fill);
  cairo_rectangle (pen->cr, bar->x, bar->y, bar->width, bar->height);
  cairo_fill (pen->cr);
  cairo_rectangle (pen->cr, bar->x + 0.75 * pen->unit, bar->y + 0.75 * pen->unit, MAX (bar->width - 1.5 * pen->unit, 0),
                   bar->height - 1.5 * pen->unit);
  ps_pen_stroke (pen, pen->style->blue, 1.5, PS_DASH_NONE);
}

static void
draw_bar (PsPen *pen, const PsWaterfallLayout *layout, guint place)
{
  const PsWaterfallStep *step = step_at (layout, place);
  const PsWaterfallRow *row = row_at (layout, place);
  PsColour colour = bar_colour (pen->style, step->kind);

  /* Nothing, or hardly anything, is a stroke: the row is there, and so is its level. */
  if (row->bar.width < 2 * pen->unit)
    ps_pen_upright (pen, colour, 2, PS_DASH_NONE, row->bar.x + row->bar.width / 2, row->bar.y, row->bar.height);
  else if (step->kind == PS_WATERFALL_CHANGE && step->amount_cents > 0)
    draw_addition (pen, &row->bar);
  else
    ps_pen_bar (pen, colour, &row->bar);
  if (layout->broken && row->from_start)
    draw_break (pen, &row->bar);
}

static void
connect (PsPen *pen, const PsWaterfallLayout *layout, guint from, guint to, gint64 cents)
{
  const PsBox *above = &row_at (layout, from)->bar;
  const PsBox *below = &row_at (layout, to)->bar;

  ps_pen_upright (pen, pen->style->grey, 1, PS_DASH_NONE, ps_axis_at (&layout->axis, cents), above->y + above->height,
                  below->y - above->y - above->height);
}

/* From the end of a bar to the start of the next one that builds on it; what is payable passes by what was paid. */
static void
draw_connector (PsPen *pen, const PsWaterfallLayout *layout, guint place)
{
  guint last = layout->rows->len - 1;
  const PsWaterfallRow *row = row_at (layout, place);

  if (place == last)
    return;
  if (step_at (layout, place)->kind == PS_WATERFALL_PAID)
    connect (pen, layout, place, place + 1, row->to_cents);
  else if (step_at (layout, place + 1)->kind == PS_WATERFALL_PAID)
    connect (pen, layout, place, MIN (place + 2, last), row->level_cents);
  else
    connect (pen, layout, place, place + 1, row->level_cents);
}

static void
draw_rows (PsPen *pen, const PsWaterfallLayout *layout)
{
  for (guint i = 0; i < layout->rows->len; i++)
    draw_words (pen, layout, i);
  for (guint i = 0; i < layout->rows->len; i++)
    draw_connector (pen, layout, i);
  for (guint i = 0; i < layout->rows->len; i++)
    draw_bar (pen, layout, i);
}

/* Where there are more rows than the height allows, everything is drawn smaller rather than left out. */
static PsChartStyle
fitting_style (const PsWaterfallChart *chart, double height, const PsChartStyle *style)
{
  PsChartStyle fitting = *style;
  double least = ps_waterfall_layout_min_height (chart, style);

  if (height < least)
    fitting.scale *= MAX (height, 1) / least;
  return fitting;
}

/**
 * ps_chart_waterfall_draw: draws `chart` (a PsWaterfallChart) from 0,0 on to width, height, in units of `cr`.
 */
void
ps_chart_waterfall_draw (cairo_t *cr, gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  PsChartStyle fitting = fitting_style (chart, height, style);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsWaterfallLayout) layout = { 0 };

  ps_pen_init (&pen, cr, &fitting);
  ps_waterfall_layout_init (&layout, &pen, chart, width, height);
  ps_pen_background (&pen, width, height);
  draw_header (&pen, &layout, width);
  draw_ceiling (&pen, &layout);
  draw_grid (&pen, &layout);
  draw_rows (&pen, &layout);
  draw_ceiling_line (&pen, &layout);
  draw_axis (&pen, &layout);
}

double
ps_chart_waterfall_natural_height (gconstpointer chart, double width, const PsChartStyle *style)
{
  return ps_waterfall_layout_natural_height (chart, style);
}

static PsChartSpot *
spot_of_row (const PsWaterfallLayout *layout, guint place)
{
  const PsWaterfallStep *step = step_at (layout, place);
  const PsWaterfallRow *row = row_at (layout, place);
  g_autofree char *amount = ps_format_money (step->amount_cents);
  g_autofree char *value = step->note != NULL ? g_strdup_printf ("%s\n%s", amount, step->note) : g_strdup (amount);

  return ps_chart_spot_new (&row->row, ps_axis_at (&layout->axis, row->to_cents), row->row.y + row->row.height / 2, step->label,
                            value);
}

/**
 * ps_chart_waterfall_spots: the rows, from top to bottom.
 */
GPtrArray *
ps_chart_waterfall_spots (gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  PsChartStyle fitting = fitting_style (chart, height, style);
  GPtrArray *spots = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_chart_spot_free);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsWaterfallLayout) layout = { 0 };

  ps_pen_init (&pen, NULL, &fitting);
  ps_waterfall_layout_init (&layout, &pen, chart, width, height);
  for (guint i = 0; i < layout.rows->len; i++)
    g_ptr_array_add (spots, spot_of_row (&layout, i));
  return spots;
}

const PsChartKind ps_chart_waterfall_kind = {
  .file_name = "waterfall",
  .title = ps_chart_waterfall_title,
  .draw = ps_chart_waterfall_draw,
  .natural_height = ps_chart_waterfall_natural_height,
  .spots = ps_chart_waterfall_spots,
  .table = ps_chart_waterfall_table,
  .describe = ps_chart_waterfall_describe,
};
