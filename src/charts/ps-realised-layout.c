/* ps-realised-layout.c: where everything of the chart of realised against ceiling lies
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-realised-layout.h"
#include "ps-chart-header.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

/* Lengths in units */
#define PADDING 12.0
#define GAP 8.0
#define ABOVE_PLOT 16.0 /* for a label above the uppermost line */
#define MONTHS_HEIGHT 26.0
#define TICK_DISTANCE 38.0
#define ROOMY_WIDTH 460.0 /* below it labels are short */

/**
 * ps_realised_layout_day: the right edge of a day; the day before 1 January gives the left edge of the plot.
 */
double
ps_realised_layout_day (const PsRealisedLayout *layout, PsDate date)
{
  int year = layout->chart->year;
  int days = date - ps_date_year_start (year) + 1;

  return layout->plot.x + layout->plot.width * days / ps_date_days_in_year (year);
}

/**
 * ps_realised_layout_month: the end of a month, 0 (January) to 11; -1 gives the left edge of the plot.
 */
double
ps_realised_layout_month (const PsRealisedLayout *layout, int month)
{
  return ps_realised_layout_day (layout, ps_date_add_months (ps_date_year_start (layout->chart->year), month + 1) - 1);
}

double
ps_realised_layout_amount (const PsRealisedLayout *layout, gint64 cents)
{
  return ps_axis_at (&layout->axis, cents);
}

static void
take_in (gint64 cents, gint64 *low, gint64 *high)
{
  if (cents == PS_NO_NUMBER)
    return;
  *low = MIN (*low, cents);
  *high = MAX (*high, cents);
}

static void
find_range (const PsRealisedChart *chart, gint64 *low, gint64 *high)
{
  gint64 from, to;

  *low = *high = 0;
  for (int month = 0; month < 12; month++)
    {
      take_in (chart->realised_cents[month], low, high);
      take_in (chart->last_year_cents[month], low, high);
    }
  for (guint i = 0; i < chart->marks->len; i++)
    take_in (ps_realised_chart_mark_value (chart, &g_array_index (chart->marks, PsPeilMark, i)), low, high);
  take_in (chart->ceiling_cents, low, high);
  take_in (chart->forecast_cents, low, high);
  if (!ps_realised_chart_band (chart, ps_date_year_end (chart->year), &from, &to))
    return;
  take_in (from, low, high);
  take_in (to, low, high);
}

static double
widest_tick (PsPen *pen, const PsAxis *axis)
{
  double widest = 0;

  for (guint i = 0; i < axis->ticks->len; i++)
    {
      g_autofree char *label = ps_axis_label (axis, g_array_index (axis->ticks, gint64, i));
      widest = MAX (widest, ps_pen_width (pen, PS_TEXT_PLAIN, label));
    }
  return widest;
}

static void
add_end_label (PsRealisedLayout *layout, PsPen *pen, char *text, PsTextKind kind, PsColour colour, double at)
{
  PsEndLabel label = { .text = text, .kind = kind, .colour = colour, .at = at };
  double height;

  ps_pen_measure (pen, kind, text, &label.width, &height);
  g_array_append_val (layout->end_labels, label);
}

/* "forecast 111,8 %"; without a ceiling, or where there is little room, what is left of it. */
static char *
end_text (const PsRealisedChart *chart, const char *what, gint64 cents, gboolean roomy)
{
  g_autofree char *ratio = NULL;

  if (chart->ceiling_cents == PS_NO_NUMBER || chart->ceiling_cents == 0)
    return g_strdup (what);
  ratio = ps_format_ratio (cents, chart->ceiling_cents);
  return roomy ? g_strdup_printf ("%s %s", what, ratio) : g_steal_pointer (&ratio);
}

static char *
band_text (const PsRealisedChart *chart, gboolean roomy)
{
  g_autofree char *from = ps_format_volume (10 * (gint64) (PS_FULL_BP - chart->under_bp));
  g_autofree char *to = ps_format_percent (PS_FULL_BP + chart->over_bp);

  /* Translators: from and to, in percents: "95 – 105 %" */
  g_autofree char *range = g_strdup_printf (_("%s – %s"), from, to);

  /* Translators: the bandwidth, "95 – 105 %", on a line of its own */
  return roomy ? g_strdup_printf (_("bandwidth\n%s"), range) : g_steal_pointer (&range);
}

/* Heights are those of the axis, which does not depend on the width. */
static void
make_end_labels (PsRealisedLayout *layout, PsPen *pen, gboolean roomy)
{
  const PsRealisedChart *chart = layout->chart;
  const PsChartStyle *style = pen->style;
  gint64 from, to, december = chart->realised_cents[11];

  if (december != PS_NO_NUMBER)
    add_end_label (layout, pen, end_text (chart, _("realised"), december, roomy), PS_TEXT_BOLD, style->blue_text,
                   ps_realised_layout_amount (layout, december));
  else if (chart->forecast_cents != PS_NO_NUMBER)
    add_end_label (layout, pen, end_text (chart, _("forecast"), chart->forecast_cents, roomy), PS_TEXT_BOLD, style->blue_text,
                   ps_realised_layout_amount (layout, chart->forecast_cents));
  if (chart->last_year_cents[11] != PS_NO_NUMBER)
    add_end_label (layout, pen, g_strdup_printf ("%d", chart->year - 1), PS_TEXT_PLAIN, style->dim,
                   ps_realised_layout_amount (layout, chart->last_year_cents[11]));
  if (chart->ceiling_cents > 0 && ps_realised_chart_band (chart, ps_date_year_end (chart->year), &from, &to))
    add_end_label (layout, pen, band_text (chart, roomy), PS_TEXT_PLAIN, style->dim,
                   (ps_realised_layout_amount (layout, from) + ps_realised_layout_amount (layout, to)) / 2);
}

static void
stack_end_labels (PsRealisedLayout *layout, PsPen *pen)
{
  guint n_labels = layout->end_labels->len;
  g_autofree PsStacked *stacked = g_new (PsStacked, n_labels);
  double width;

  for (guint i = 0; i < n_labels; i++)
    {
      const PsEndLabel *label = &g_array_index (layout->end_labels, PsEndLabel, i);

      stacked[i].wanted = label->at;
      ps_pen_measure (pen, label->kind, label->text, &width, &stacked[i].height);
    }
  ps_stack_labels (stacked, n_labels, layout->plot.y - layout->line_height, layout->plot.y + layout->plot.height);
  for (guint i = 0; i < n_labels; i++)
    g_array_index (layout->end_labels, PsEndLabel, i).top = stacked[i].top;
}

static double
widest_end_label (const PsRealisedLayout *layout)
{
  double widest = 0;

  for (guint i = 0; i < layout->end_labels->len; i++)
    widest = MAX (widest, g_array_index (layout->end_labels, PsEndLabel, i).width);
  return widest;
}

static int
stride_of_months (PsPen *pen, double width)
{
  static const int strides[] = { 1, 2, 3, 6 };
  double widest = 0;
  gsize i = 0;

  for (int month = 1; month <= 12; month++)
    widest = MAX (widest, ps_pen_width (pen, PS_TEXT_PLAIN, ps_format_month (month)));
  while (i + 1 < G_N_ELEMENTS (strides) && strides[i] * width / 12 < widest + 4 * pen->unit)
    i++;
  return strides[i];
}

static void
place_plot_down (PsRealisedLayout *layout, PsPen *pen, double height)
{
  double top = ps_chart_header_height (pen->style) + ABOVE_PLOT * pen->unit;
  double plot_height = MAX (height - top - MONTHS_HEIGHT * pen->unit, 1);
  double width;
  gint64 low, high;

  find_range (layout->chart, &low, &high);
  ps_axis_init_round (&layout->axis, low, high, (guint) CLAMP (plot_height / (TICK_DISTANCE * pen->unit), 2, 9) + 1);
  layout->plot.y = layout->axis.at_high = top;
  layout->plot.height = plot_height;
  layout->axis.at_low = top + plot_height;
  ps_pen_measure (pen, PS_TEXT_PLAIN, "0", &width, &layout->line_height);
}

/**
 * ps_realised_layout_init: lays out a chart of this size. Borrows the chart.
 */
void
ps_realised_layout_init (PsRealisedLayout *layout, PsPen *pen, const PsRealisedChart *chart, double width, double height)
{
  double left, right = PADDING * pen->unit;

  *layout = (PsRealisedLayout){ .chart = chart };
  layout->end_labels = g_array_new (FALSE, FALSE, sizeof (PsEndLabel));
  place_plot_down (layout, pen, height);
  make_end_labels (layout, pen, width >= ROOMY_WIDTH * pen->unit);
  left = PADDING * pen->unit + widest_tick (pen, &layout->axis) + GAP * pen->unit;
  if (layout->end_labels->len > 0)
    right += widest_end_label (layout) + GAP * pen->unit;
  layout->plot.x = left;
  layout->plot.width = MAX (width - left - right, 1);
  layout->month_stride = stride_of_months (pen, layout->plot.width);
  stack_end_labels (layout, pen);
}

void
ps_realised_layout_clear (PsRealisedLayout *layout)
{
  if (layout->end_labels == NULL)
    return;
  for (guint i = 0; i < layout->end_labels->len; i++)
    g_free (g_array_index (layout->end_labels, PsEndLabel, i).text);
  g_clear_pointer (&layout->end_labels, g_array_unref);
  ps_axis_clear (&layout->axis);
}
