/* ps-waterfall-layout.c: where everything of a waterfall lies
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-waterfall-layout.h"
#include "ps-chart-header.h"
#include "core/ps-format.h"

/* Lengths in units */
#define PADDING 12.0
#define COLUMN_GAP 16.0
#define LEAST_BARS 90.0
#define ROOMY_WIDTH 420.0 /* from here on the bars get a third */
#define LEAST_LABEL 60.0
#define ABOVE_ROWS 6.0
#define CEILING_HEIGHT 18.0
#define AXIS_HEIGHT 24.0
#define ROW_HEIGHT 23.0
#define LEAST_ROW_HEIGHT 16.0
#define MOST_ROW_HEIGHT 48.0
#define MOST_BAR_HEIGHT 26.0

/* Beyond 64 bits nothing can be drawn anyhow: the largest amount stands for it. */
static gint64
add_clamped (gint64 a, gint64 b)
{
  return (gint64) CLAMP ((PsWide) a + b, (PsWide) -G_MAXINT64, (PsWide) G_MAXINT64);
}

static double
fixed_height (const PsWaterfallChart *chart, const PsChartStyle *style)
{
  double height = ABOVE_ROWS + AXIS_HEIGHT + (chart->ceiling_cents != PS_NO_NUMBER ? CEILING_HEIGHT : 0);

  return ps_chart_header_height (style) + height * style->scale;
}

/**
 * ps_waterfall_layout_min_height: below it rows would run into each other.
 */
double
ps_waterfall_layout_min_height (const PsWaterfallChart *chart, const PsChartStyle *style)
{
  return fixed_height (chart, style) + LEAST_ROW_HEIGHT * chart->steps->len * style->scale;
}

double
ps_waterfall_layout_natural_height (const PsWaterfallChart *chart, const PsChartStyle *style)
{
  return fixed_height (chart, style) + ROW_HEIGHT * MAX (chart->steps->len, 3) * style->scale;
}

/* What was paid, as a level: it is shown as a deduction. */
static gint64
paid_level (const PsWaterfallStep *step)
{
  return add_clamped (0, -step->amount_cents);
}

/* The levels between which each bar reaches (domain.md §6: payable, paid, and the balance between them). */
static void
make_rows (PsWaterfallLayout *layout)
{
  gint64 running = 0, paid = 0;

  for (guint i = 0; i < layout->chart->steps->len; i++)
    {
      const PsWaterfallStep *step = &g_array_index (layout->chart->steps, PsWaterfallStep, i);
      PsWaterfallRow row = { .from_start = step->kind == PS_WATERFALL_TOTAL || step->kind == PS_WATERFALL_PAID };

      if (step->kind == PS_WATERFALL_TOTAL)
        row.to_cents = running = step->amount_cents;
      else if (step->kind == PS_WATERFALL_PAID)
        row.to_cents = paid = paid_level (step);
      else
        {
          row.from_cents = step->kind == PS_WATERFALL_BALANCE ? paid : running;
          row.to_cents = add_clamped (row.from_cents, step->amount_cents);
          running = row.to_cents;
        }
      row.level_cents = running;
      g_array_append_val (layout->rows, row);
    }
}

static void
find_own_levels (const PsWaterfallLayout *layout, gint64 *low, gint64 *high)
{
  gint64 ceiling = layout->chart->ceiling_cents;

  *low = ceiling != PS_NO_NUMBER ? ceiling : G_MAXINT64;
  *high = ceiling != PS_NO_NUMBER ? ceiling : -G_MAXINT64;
  for (guint i = 0; i < layout->rows->len; i++)
    {
      const PsWaterfallRow *row = &g_array_index (layout->rows, PsWaterfallRow, i);

      *low = MIN (*low, row->from_start ? row->to_cents : MIN (row->from_cents, row->to_cents));
      *high = MAX (*high, row->from_start ? row->to_cents : MAX (row->from_cents, row->to_cents));
    }
  if (*low > *high)
    *low = *high = 0;
}

static void
find_levels (const PsWaterfallLayout *layout, gint64 *low, gint64 *high)
{
  const PsWaterfallChart *chart = layout->chart;

  find_own_levels (layout, low, high);
  if (chart->beside == NULL)
    return;
  *low = MIN (*low, chart->least_cents);
  *high = MAX (*high, chart->most_cents);
}

/**
 * ps_waterfall_share_axis: gives both a range that holds the levels of either, and columns as wide as those of either.
 */
void
ps_waterfall_share_axis (PsWaterfallChart *a, PsWaterfallChart *b)
{
  PsWaterfallChart *charts[2] = { a, b };
  gint64 low[2], high[2];

  for (int i = 0; i < 2; i++)
    {
      g_auto (PsWaterfallLayout) layout = { .chart = charts[i] };

      layout.rows = g_array_new (FALSE, FALSE, sizeof (PsWaterfallRow));
      make_rows (&layout);
      find_own_levels (&layout, &low[i], &high[i]);
      g_clear_pointer (&charts[i]->beside, g_array_unref);
      charts[i]->beside = g_array_ref (charts[1 - i]->steps);
    }
  a->least_cents = b->least_cents = MIN (low[0], low[1]);
  a->most_cents = b->most_cents = MAX (high[0], high[1]);
}

/* An axis may start above 0 when everything happens in its last third; not to blow up a difference of a few cents, though. */
static gboolean
is_far_from_zero (gint64 low, gint64 high)
{
  return low > 0 && (PsWide) high - low < (PsWide) high / 3 && (PsWide) high - low > (PsWide) high / 200;
}

/* A fair piece below the lowest level, at a round amount. */
static gint64
broken_start (gint64 low, gint64 high)
{
  g_autoptr (GArray) ticks = ps_axis_ticks (low - (high - low) / 4, high, 5, NULL);

  return g_array_index (ticks, gint64, 0);
}

static guint
ticks_that_fit (PsPen *pen, double width, gint64 high)
{
  PsAxis rough = { .kind = PS_VALUE_MONEY, .high = high, .step = 1000000 };
  g_autofree char *label = ps_axis_label (&rough, high / 1000000 * 1000000);

  return (guint) CLAMP (width / (ps_pen_width (pen, PS_TEXT_PLAIN, label) + 16 * pen->unit), 2, 8);
}

static void
make_axis (PsWaterfallLayout *layout, PsPen *pen)
{
  gint64 low, high, start, end;

  find_levels (layout, &low, &high);
  start = is_far_from_zero (low, high) ? broken_start (low, high) : 0;
  layout->broken = start > 0;
  if (!layout->broken)
    start = MIN (low, 0);
  end = MAX (high, 0);
  /* Air beside the longest bar. */
  if (end > 0)
    end = add_clamped (end, (gint64) (((PsWide) end - start) / 40));
  if (start < 0)
    start = add_clamped (start, (gint64) (((PsWide) start - end) / 40));
  ps_axis_init (&layout->axis, start, end, ticks_that_fit (pen, layout->bars_right - layout->bars_left, MAX (high, -low)));
  layout->axis.at_low = layout->bars_left;
  layout->axis.at_high = layout->bars_right;
}

static void
place_bar (const PsWaterfallLayout *layout, PsPen *pen, PsWaterfallRow *row)
{
  double height = MIN (layout->row_height * 0.62, MOST_BAR_HEIGHT * pen->unit);
  double from = row->from_start && layout->broken ? layout->bars_left : ps_axis_at (&layout->axis, row->from_cents);
  double to = ps_axis_at (&layout->axis, row->to_cents);

  row->bar = (PsBox){ MIN (from, to), row->row.y + (row->row.height - height) / 2, ABS (to - from), height };
}

static void
place_rows (PsWaterfallLayout *layout, PsPen *pen, double width)
{
  for (guint i = 0; i < layout->rows->len; i++)
    {
      PsWaterfallRow *row = &g_array_index (layout->rows, PsWaterfallRow, i);

      row->row =
          (PsBox){ layout->label_x / 2, layout->rows_top + i * layout->row_height, width - layout->label_x, layout->row_height };
      place_bar (layout, pen, row);
    }
}

static gboolean
is_bold (const PsWaterfallStep *step)
{
  return step->kind == PS_WATERFALL_TOTAL || step->kind == PS_WATERFALL_BALANCE;
}

/* The widest label and amount, if they are wider than those so far. */
static void
measure_steps (GArray *steps, PsPen *pen, double *label, double *amount)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const PsWaterfallStep *step = &g_array_index (steps, PsWaterfallStep, i);
      PsTextKind kind = is_bold (step) ? PS_TEXT_BOLD : PS_TEXT_PLAIN;
      g_autofree char *money = ps_format_money (step->amount_cents);

      *label = MAX (*label, ps_pen_width (pen, kind, step->label));
      *amount = MAX (*amount, ps_pen_width (pen, kind, money));
    }
}

/* Labels get the width that they ask, as long as a fair part of the picture is left for the bars. */
static void
place_columns (PsWaterfallLayout *layout, PsPen *pen, double width)
{
  double label = 0, amount = 0, gaps = 2 * COLUMN_GAP * pen->unit, padding = PADDING * pen->unit;
  double bars = MAX (LEAST_BARS * pen->unit, width >= ROOMY_WIDTH * pen->unit ? width / 3 : width / 4);

  measure_steps (layout->chart->steps, pen, &label, &amount);
  if (layout->chart->beside != NULL)
    measure_steps (layout->chart->beside, pen, &label, &amount);
  label = MIN (label, MAX (width - 2 * padding - gaps - amount - bars, LEAST_LABEL * pen->unit));
  layout->label_x = padding;
  layout->label_width = label;
  layout->amount_right = padding + label + COLUMN_GAP * pen->unit + amount;
  layout->bars_left = layout->amount_right + COLUMN_GAP * pen->unit;
  layout->bars_right = MAX (width - padding, layout->bars_left + 1);
}

static void
place_down (PsWaterfallLayout *layout, PsPen *pen, double height)
{
  double fixed = fixed_height (layout->chart, pen->style);
  double rows = MAX (layout->rows->len, 1);
  double width;

  layout->row_height = CLAMP ((height - fixed) / rows, LEAST_ROW_HEIGHT * pen->unit, MOST_ROW_HEIGHT * pen->unit);
  layout->rows_top = fixed - AXIS_HEIGHT * pen->unit;
  layout->ceiling_y = layout->rows_top - CEILING_HEIGHT * pen->unit;
  layout->rows_bottom = layout->rows_top + layout->row_height * rows;
  ps_pen_measure (pen, PS_TEXT_PLAIN, "0", &width, &layout->line_height);
}

/**
 * ps_waterfall_layout_init: lays out a chart of this size, of at least the minimal height. Borrows the chart.
 */
void
ps_waterfall_layout_init (PsWaterfallLayout *layout, PsPen *pen, const PsWaterfallChart *chart, double width, double height)
{
  *layout = (PsWaterfallLayout){ .chart = chart };
  layout->rows = g_array_new (FALSE, FALSE, sizeof (PsWaterfallRow));
  make_rows (layout);
  place_columns (layout, pen, width);
  place_down (layout, pen, height);
  make_axis (layout, pen);
  place_rows (layout, pen, width);
}

void
ps_waterfall_layout_clear (PsWaterfallLayout *layout)
{
  g_clear_pointer (&layout->rows, g_array_unref);
  ps_axis_clear (&layout->axis);
}
