/* ps-chart-tariffs-layout.c: where everything of the chart of a product's tariffs lies
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-tariffs-layout.h"
#include "ps-chart-header.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

/* Lengths in units */
#define PADDING 12.0
#define GAP 8.0
#define ABOVE_PLOT 20.0 /* for "today" and a label above the uppermost line */
#define YEARS_HEIGHT 26.0
#define TICK_DISTANCE 38.0
#define ENDS_SHARE 0.32 /* of the width: as much as the labels beside the lines may take */

double
ps_tariffs_layout_day (const PsTariffsLayout *layout, PsDate day)
{
  double share = (double) (CLAMP (day, layout->first, layout->last + 1) - layout->first) / (layout->last - layout->first + 1);

  return layout->plot.x + layout->plot.width * share;
}

/* Between the cents of the axis, where a tariff has more decimals. */
double
ps_tariffs_layout_tariff (const PsTariffsLayout *layout, gint64 tariff_e4)
{
  const PsAxis *axis = &layout->axis;
  double length = (double) axis->high - (double) axis->low;

  if (length <= 0)
    return axis->at_low;
  return axis->at_low + ((double) tariff_e4 / 100 - (double) axis->low) / length * (axis->at_high - axis->at_low);
}

static void
take_in (PsTariffsLayout *layout, const PsTariffSpan *span, gint64 *low, gint64 *high)
{
  PsDate last = span->to == PS_DATE_OPEN ? span->from : span->to;

  if (layout->empty || span->from < layout->first)
    layout->first = span->from;
  if (layout->empty || last > layout->last)
    layout->last = last;
  *low = layout->empty ? span->tariff_e4 : MIN (*low, span->tariff_e4);
  *high = layout->empty ? span->tariff_e4 : MAX (*high, span->tariff_e4);
  layout->empty = FALSE;
}

/* Whole years, from the first tariff to the last change or today, whichever is later. In cents, rounded outwards. */
static void
find_range (PsTariffsLayout *layout, gint64 *low_cents, gint64 *high_cents)
{
  const PsTariffsChart *chart = layout->chart;
  gint64 low = 0, high = 0;

  layout->empty = TRUE;
  for (guint i = 0; i < chart->lines->len; i++)
    {
      const PsTariffLine *line = g_ptr_array_index (chart->lines, i);

      for (guint s = 0; s < line->spans->len; s++)
        take_in (layout, ps_tariff_line_span (line, s), &low, &high);
    }
  if (!layout->empty && chart->today != PS_DATE_OPEN)
    layout->last = MAX (layout->last, chart->today);
  layout->first = ps_date_year_start (ps_date_year (layout->first));
  layout->last = ps_date_year_end (ps_date_year (layout->last));
  *low_cents = low / 100 - (low % 100 < 0);
  *high_cents = high / 100 + (high % 100 > 0);
}

/* Tariffs differ by a few percent: an axis from 0 would show them as one line. They get some room above and below, one tariff alone
 * a tenth of it; but below 0 only where a tariff is. */
static void
make_axis (PsTariffsLayout *layout, PsPen *pen, double top, double height)
{
  gint64 low, high, room;

  find_range (layout, &low, &high);
  room = low == high ? MAX (ABS (low / 10), 100) : (high - low) / 20;
  low = low >= 0 ? MAX (low - room, 0) : low - room;
  high += room;
  ps_axis_init_round (&layout->axis, low, high, (guint) CLAMP (height / (TICK_DISTANCE * pen->unit), 2, 8) + 1);
  layout->axis.at_high = top;
  layout->axis.at_low = top + height;
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

/* The amount first: it is never cut off. */
static void
add_end (PsTariffsLayout *layout, PsPen *pen, const PsTariffLine *line)
{
  const PsTariffSpan *last = line != NULL ? ps_tariff_line_last (line) : NULL;
  PsTariffsEnd end = { 0 };
  g_autofree char *tariff = NULL;

  if (last == NULL)
    return;
  tariff = ps_format_tariff (last->tariff_e4);
  /* Translators: a tariff, and whose it is: "€ 93,42  region" */
  end.text = g_strdup_printf (_("%s  %s"), tariff, line->label);
  end.kind = line->region ? PS_TEXT_BOLD : PS_TEXT_PLAIN;
  end.region = line->region;
  end.at = ps_tariffs_layout_tariff (layout, last->tariff_e4);
  layout->ends_width = MAX (layout->ends_width, ps_pen_width (pen, end.kind, end.text));
  g_array_append_val (layout->ends, end);
}

static guint
count_own (const PsTariffsChart *chart)
{
  guint n = 0;

  for (guint i = 0; i < chart->lines->len; i++)
    {
      const PsTariffLine *line = g_ptr_array_index (chart->lines, i);

      n += !line->region && line->spans->len > 0;
    }
  return n;
}

/* The own lines with the lowest and the highest last tariff. */
static void
find_extremes (const PsTariffsChart *chart, const PsTariffLine **least, const PsTariffLine **most)
{
  *least = *most = NULL;
  for (guint i = 0; i < chart->lines->len; i++)
    {
      const PsTariffLine *line = g_ptr_array_index (chart->lines, i);
      const PsTariffSpan *last = line->region ? NULL : ps_tariff_line_last (line);

      if (last == NULL)
        continue;
      if (*least == NULL || last->tariff_e4 < ps_tariff_line_last (*least)->tariff_e4)
        *least = line;
      if (*most == NULL || last->tariff_e4 > ps_tariff_line_last (*most)->tariff_e4)
        *most = line;
    }
}

static void
make_ends (PsTariffsLayout *layout, PsPen *pen)
{
  const PsTariffsChart *chart = layout->chart;
  const PsTariffLine *least, *most;
  gboolean few = count_own (chart) <= PS_TARIFFS_FEW;

  for (guint i = 0; i < chart->lines->len; i++)
    {
      const PsTariffLine *line = g_ptr_array_index (chart->lines, i);

      if (line->region || few)
        add_end (layout, pen, line);
    }
  if (few)
    return;
  find_extremes (chart, &least, &most);
  add_end (layout, pen, most);
  if (least != most)
    add_end (layout, pen, least);
}

static void
stack_ends (PsTariffsLayout *layout)
{
  guint n = layout->ends->len;
  g_autofree PsStacked *stacked = g_new (PsStacked, n);

  for (guint i = 0; i < n; i++)
    {
      stacked[i].wanted = g_array_index (layout->ends, PsTariffsEnd, i).at;
      stacked[i].height = layout->line_height;
    }
  ps_stack_labels (stacked, n, layout->plot.y - layout->line_height, layout->plot.y + layout->plot.height);
  for (guint i = 0; i < n; i++)
    {
      PsTariffsEnd *end = &g_array_index (layout->ends, PsTariffsEnd, i);

      end->top = stacked[i].top;
      end->height = layout->line_height;
    }
}

static int
stride_of_years (const PsTariffsLayout *layout, PsPen *pen)
{
  static const int strides[] = { 1, 2, 5, 10, 20, 50, 100 };
  int n_years = ps_date_year (layout->last) - ps_date_year (layout->first) + 1;
  double needed = ps_pen_width (pen, PS_TEXT_PLAIN, "2000") + 6 * pen->unit;
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS (strides) && strides[i] * layout->plot.width / n_years < needed)
    i++;
  return strides[i];
}

/**
 * ps_tariffs_layout_init: lays out a chart of this size. Borrows the chart.
 */
void
ps_tariffs_layout_init (PsTariffsLayout *layout, PsPen *pen, const PsTariffsChart *chart, double width, double height)
{
  double top = ps_chart_header_height (pen->style) + ABOVE_PLOT * pen->unit;
  double plot_height = MAX (height - top - YEARS_HEIGHT * pen->unit, 1);
  double left, right = PADDING * pen->unit;
  double unused;

  *layout = (PsTariffsLayout){ .chart = chart };
  layout->ends = g_array_new (FALSE, FALSE, sizeof (PsTariffsEnd));
  ps_pen_measure (pen, PS_TEXT_PLAIN, "0", &unused, &layout->line_height);
  make_axis (layout, pen, top, plot_height);
  make_ends (layout, pen);
  layout->ends_width = MIN (layout->ends_width, width * ENDS_SHARE);
  left = (PADDING + GAP) * pen->unit + widest_tick (pen, &layout->axis);
  if (layout->ends->len > 0)
    right += layout->ends_width + 2 * GAP * pen->unit;
  layout->plot = (PsBox){ left, top, MAX (width - left - right, 1), plot_height };
  layout->year_stride = stride_of_years (layout, pen);
  stack_ends (layout);
}

static void
clear_end (PsTariffsEnd *end)
{
  g_free (end->text);
}

void
ps_tariffs_layout_clear (PsTariffsLayout *layout)
{
  if (layout->ends == NULL)
    return;
  for (guint i = 0; i < layout->ends->len; i++)
    clear_end (&g_array_index (layout->ends, PsTariffsEnd, i));
  g_clear_pointer (&layout->ends, g_array_unref);
  ps_axis_clear (&layout->axis);
}
