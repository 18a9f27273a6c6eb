/* ps-chart-years-layout.c: where everything of the chart of a provider's years lies
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-years-layout.h"
#include "ps-chart-header.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lengths in units */
#define PADDING 12.0
#define GAP 8.0
#define LEGEND_HEIGHT 19.0
#define LEGEND_MARK 16.0
#define LEGEND_GAP 16.0
#define ABOVE_PLOT 10.0
#define BELOW_PLOT 6.0
#define WORDS_HEIGHT 17.0
#define BOTTOM 8.0
#define TICK_DISTANCE 38.0
#define WORD_GAP 8.0
#define MOST_BAR 34.0
#define BAR_SHARE 0.38 /* of a column: two bars, and the rest between the years */
#define BETWEEN_BARS 2.0
#define N_BALANCE_ROWS 2
/* Nothing at all is drawn on an axis of a hundred euros. */
#define LEAST_AXIS_CENTS 10000

const PsYearBar *
ps_years_bar (const PsYearsChart *chart, guint place)
{
  return &g_array_index (chart->years, PsYearBar, place);
}

static gboolean
has_ceiling (const PsYearsChart *chart)
{
  for (guint i = 0; i < chart->years->len; i++)
    if (ps_years_bar (chart, i)->ceiling_cents != PS_NO_NUMBER)
      return TRUE;
  return FALSE;
}

static gboolean
has_open (const PsYearsChart *chart)
{
  for (guint i = 0; i < chart->years->len; i++)
    if (!ps_years_bar (chart, i)->final)
      return TRUE;
  return FALSE;
}

/* Puts a mark and its words behind the last, or at the start of a new row. */
static void
add_legend (GArray *legend, PsPen *pen, PsYearsMark mark, const char *text, double width, double *x, double *y)
{
  double needs = LEGEND_MARK * pen->unit + ps_pen_width (pen, PS_TEXT_PLAIN, text);
  PsYearsLegend item = { mark, text, *x, *y };

  if (legend->len > 0 && *x + needs > width - PADDING * pen->unit)
    {
      item.x = PADDING * pen->unit;
      item.y = *y += LEGEND_HEIGHT * pen->unit;
    }
  *x = item.x + needs + LEGEND_GAP * pen->unit;
  g_array_append_val (legend, item);
}

/* Returns its bottom. Position and shape tell what colour tells: left and right, a line, an open bar. */
static double
make_legend (GArray *legend, PsPen *pen, const PsYearsChart *chart, double width)
{
  double x = PADDING * pen->unit, y = ps_chart_header_height (pen->style);

  if (chart->years->len == 0)
    return y;
  add_legend (legend, pen, PS_YEARS_GROSS, C_("years chart", "left: gross"), width, &x, &y);
  add_legend (legend, pen, PS_YEARS_PAYABLE, C_("years chart", "right: payable"), width, &x, &y);
  if (has_ceiling (chart))
    add_legend (legend, pen, PS_YEARS_CEILING, C_("years chart", "ceiling"), width, &x, &y);
  if (has_open (chart))
    add_legend (legend, pen, PS_YEARS_OPEN, C_("years chart", "open: not final, as computed now"), width, &x, &y);
  return y + LEGEND_HEIGHT * pen->unit;
}

static double
below_plot (PsPen *pen)
{
  return (BELOW_PLOT + (1 + N_BALANCE_ROWS) * WORDS_HEIGHT + BOTTOM) * pen->unit;
}

/**
 * ps_years_layout_fixed_height: what the height is besides the plot.
 */
double
ps_years_layout_fixed_height (PsPen *pen, const PsYearsChart *chart, double width)
{
  g_autoptr (GArray) legend = g_array_new (FALSE, FALSE, sizeof (PsYearsLegend));

  return make_legend (legend, pen, chart, width) + ABOVE_PLOT * pen->unit + below_plot (pen);
}

/* 0 is always there: bars stand on it. */
static void
find_range (const PsYearsChart *chart, gint64 *low, gint64 *high)
{
  *low = *high = 0;
  for (guint i = 0; i < chart->years->len; i++)
    {
      const PsYearBar *bar = ps_years_bar (chart, i);

      *low = MIN (*low, MIN (bar->gross_cents, bar->payable_cents));
      *high = MAX (*high, MAX (bar->gross_cents, bar->payable_cents));
      if (bar->ceiling_cents != PS_NO_NUMBER)
        {
          *low = MIN (*low, bar->ceiling_cents);
          *high = MAX (*high, bar->ceiling_cents);
        }
    }
  if (*low == *high)
    *high = LEAST_AXIS_CENTS;
}

static void
make_axis (PsYearsLayout *layout, PsPen *pen)
{
  gint64 low, high;
  guint most = (guint) CLAMP (layout->plot.height / (TICK_DISTANCE * pen->unit), 2, 8) + 1;

  find_range (layout->chart, &low, &high);
  ps_axis_init_round (&layout->axis, low, high, most);
  layout->axis.at_high = layout->plot.y;
  layout->axis.at_low = layout->plot.y + layout->plot.height;
}

/* The amounts of the axis and the word for the balances stand left of the plot. */
static double
words_left (const PsYearsLayout *layout, PsPen *pen)
{
  double widest = ps_pen_width (pen, PS_TEXT_PLAIN, C_("years chart", "balance"));

  for (guint i = 0; i < layout->axis.ticks->len; i++)
    {
      g_autofree char *label = ps_axis_label (&layout->axis, g_array_index (layout->axis.ticks, gint64, i));

      widest = MAX (widest, ps_pen_width (pen, PS_TEXT_PLAIN, label));
    }
  return widest;
}

/* From 0 to the amount, on whole pixels, so that its edges are sharp. */
static PsBox
make_bar (const PsYearsLayout *layout, double x, gint64 cents)
{
  double zero = round (ps_axis_at (&layout->axis, 0)), at = round (ps_axis_at (&layout->axis, cents));

  return (PsBox){ round (x), MIN (zero, at), layout->bar_width, ABS (at - zero) };
}

static void
place_bars (PsYearsLayout *layout, PsPen *pen)
{
  double width = layout->plot.width / MAX (layout->chart->years->len, 1);

  layout->bar_width = MAX (floor (MIN (width * BAR_SHARE, MOST_BAR * pen->unit)), 1);
  for (guint i = 0; i < layout->chart->years->len; i++)
    {
      const PsYearBar *bar = ps_years_bar (layout->chart, i);
      PsYearColumn column = { .column = { layout->plot.x + i * width, layout->plot.y, width,
                                          layout->words_bottom - layout->plot.y } };
      double middle = column.column.x + width / 2, apart = MIN (BETWEEN_BARS * pen->unit, width * 0.05) / 2;

      column.gross = make_bar (layout, middle - apart - layout->bar_width, bar->gross_cents);
      column.payable = make_bar (layout, middle + apart, bar->payable_cents);
      g_array_append_val (layout->columns, column);
    }
}

/* From the last year back: the newest is the one that is asked for, and what does not fit is left out. */
static void
place_years (PsYearsLayout *layout, PsPen *pen)
{
  double free_to = G_MAXDOUBLE;

  for (guint i = layout->columns->len; i-- > 0;)
    {
      PsYearColumn *column = &g_array_index (layout->columns, PsYearColumn, i);
      g_autofree char *text = g_strdup_printf ("%d", ps_years_bar (layout->chart, i)->year);
      double middle = column->column.x + column->column.width / 2, half = ps_pen_width (pen, PS_TEXT_BOLD, text) / 2;

      if (middle + half > free_to)
        continue;
      column->year = g_steal_pointer (&text);
      free_to = middle - half - WORD_GAP * pen->unit;
    }
}

/* Gives a column its balance in the first of `n_rows` rows where there is room; whether there was. */
static gboolean
place_balance (const PsYearsLayout *layout, PsPen *pen, guint place, guint n_rows, double right, double *free_to)
{
  PsYearColumn *column = &g_array_index (layout->columns, PsYearColumn, place);
  g_autofree char *text = ps_format_money (ps_years_bar (layout->chart, place)->balance_cents);
  double width = ps_pen_width (pen, PS_TEXT_BOLD, text);
  double x = MAX (MIN (column->column.x + (column->column.width - width) / 2, right - width), layout->plot.x);

  for (guint row = 0; row < n_rows; row++)
    if (x + width <= MIN (free_to[row], right))
      {
        column->balance = g_steal_pointer (&text);
        column->balance_x = x;
        column->balance_row = row;
        free_to[row] = x - WORD_GAP * pen->unit;
        return TRUE;
      }
  return FALSE;
}

static void
clear_balances (PsYearsLayout *layout)
{
  for (guint i = 0; i < layout->columns->len; i++)
    g_clear_pointer (&g_array_index (layout->columns, PsYearColumn, i).balance, g_free);
}

/* All of them, where they do not fit beside each other in two rows set apart; where that is not enough in one row, some of the years
 * that are named: the others are left to the spots and the table. */
static void
place_balances (PsYearsLayout *layout, PsPen *pen, double right)
{
  double free_to[N_BALANCE_ROWS] = { G_MAXDOUBLE, G_MAXDOUBLE }, free_in_one = G_MAXDOUBLE;
  gboolean all = TRUE;

  for (guint i = layout->columns->len; i-- > 0;)
    all = place_balance (layout, pen, i, N_BALANCE_ROWS, right, free_to) && all;
  if (all)
    return;
  clear_balances (layout);
  for (guint i = layout->columns->len; i-- > 0;)
    if (g_array_index (layout->columns, PsYearColumn, i).year != NULL)
      place_balance (layout, pen, i, 1, right, &free_in_one);
}

/**
 * ps_years_layout_init: lays out a chart of this size. Borrows the chart.
 */
void
ps_years_layout_init (PsYearsLayout *layout, PsPen *pen, const PsYearsChart *chart, double width, double height)
{
  double top, left, padding = PADDING * pen->unit, unused;

  *layout = (PsYearsLayout){ .chart = chart };
  layout->columns = g_array_new (FALSE, TRUE, sizeof (PsYearColumn));
  layout->legend = g_array_new (FALSE, FALSE, sizeof (PsYearsLegend));
  ps_pen_measure (pen, PS_TEXT_PLAIN, "0", &unused, &layout->line_height);

  top = make_legend (layout->legend, pen, chart, width) + ABOVE_PLOT * pen->unit;
  layout->plot = (PsBox){ padding, top, MAX (width - 2 * padding, 1), MAX (height - top - below_plot (pen), 1) };
  layout->years_y = layout->plot.y + layout->plot.height + BELOW_PLOT * pen->unit;
  layout->balances_y = layout->years_y + WORDS_HEIGHT * pen->unit;
  layout->words_bottom = layout->balances_y + N_BALANCE_ROWS * WORDS_HEIGHT * pen->unit;

  make_axis (layout, pen);
  left = words_left (layout, pen) + GAP * pen->unit;
  layout->plot.x += left;
  layout->plot.width = MAX (layout->plot.width - left, 1);
  place_bars (layout, pen);
  place_years (layout, pen);
  place_balances (layout, pen, width - padding);
}

void
ps_years_layout_clear (PsYearsLayout *layout)
{
  for (guint i = 0; layout->columns != NULL && i < layout->columns->len; i++)
    {
      g_free (g_array_index (layout->columns, PsYearColumn, i).year);
      g_free (g_array_index (layout->columns, PsYearColumn, i).balance);
    }
  g_clear_pointer (&layout->columns, g_array_unref);
  g_clear_pointer (&layout->legend, g_array_unref);
  ps_axis_clear (&layout->axis);
}
