/* ps-chart-tariffs-data.c: the figures behind the chart of a product's tariffs
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-tariffs-layout.h"

static void
line_free (gpointer data)
{
  PsTariffLine *line = data;

  g_free (line->label);
  g_array_unref (line->spans);
  g_free (line);
}

/**
 * ps_tariffs_chart_new: a chart without lines. `title` may be NULL; what is after `today` is drawn as future, PS_DATE_OPEN:
 * nothing is.
 */
PsTariffsChart *
ps_tariffs_chart_new (const char *title, PsDate today)
{
  PsTariffsChart *chart = g_new0 (PsTariffsChart, 1);

  chart->lines = g_ptr_array_new_with_free_func (line_free);
  chart->title = g_strdup (title);
  chart->today = today;
  return chart;
}

void
ps_tariffs_chart_free (PsTariffsChart *chart)
{
  if (chart == NULL)
    return;
  g_ptr_array_unref (chart->lines);
  g_free (chart->title);
  g_free (chart);
}

PsTariffLine *
ps_tariffs_chart_add_line (PsTariffsChart *chart, const char *label, gboolean region)
{
  PsTariffLine *line = g_new0 (PsTariffLine, 1);

  line->label = g_strdup (label);
  line->region = region;
  line->spans = g_array_new (FALSE, FALSE, sizeof (PsTariffSpan));
  g_ptr_array_add (chart->lines, line);
  return line;
}

/**
 * ps_tariff_line_add: a tariff from a day to a day, both included (PS_DATE_OPEN: no end), in ten-thousandths of a euro. In whatever
 * order they are added, they are kept by their first day.
 */
void
ps_tariff_line_add (PsTariffLine *line, PsDate from, PsDate to, gint64 tariff_e4)
{
  PsTariffSpan span = { from, to, tariff_e4 };
  guint place = line->spans->len;

  while (place > 0 && g_array_index (line->spans, PsTariffSpan, place - 1).from > from)
    place--;
  g_array_insert_val (line->spans, place, span);
}

const PsTariffSpan *
ps_tariff_line_span (const PsTariffLine *line, guint place)
{
  return place < line->spans->len ? &g_array_index (line->spans, PsTariffSpan, place) : NULL;
}

const PsTariffSpan *
ps_tariff_line_last (const PsTariffLine *line)
{
  return line->spans->len > 0 ? ps_tariff_line_span (line, line->spans->len - 1) : NULL;
}

/* The one that is valid on a day; NULL: none. */
const PsTariffSpan *
ps_tariff_line_on (const PsTariffLine *line, PsDate day)
{
  for (guint i = 0; i < line->spans->len; i++)
    {
      const PsTariffSpan *span = ps_tariff_line_span (line, i);

      if (span->from <= day && span->to >= day)
        return span;
    }
  return NULL;
}

/* The days between a tariff and the next one of its line; FALSE: they follow on each other, or there is no next one. */
gboolean
ps_tariff_line_gap (const PsTariffLine *line, guint place, PsDate *from, PsDate *to)
{
  const PsTariffSpan *span = ps_tariff_line_span (line, place);
  const PsTariffSpan *next = ps_tariff_line_span (line, place + 1);

  if (next == NULL || span->to == PS_DATE_OPEN || next->from <= span->to + 1)
    return FALSE;
  *from = span->to + 1;
  *to = next->from - 1;
  return TRUE;
}

/* The region's line; NULL: it has none. */
const PsTariffLine *
ps_tariffs_chart_region (const PsTariffsChart *chart)
{
  for (guint i = 0; i < chart->lines->len; i++)
    {
      const PsTariffLine *line = g_ptr_array_index (chart->lines, i);

      if (line->region && line->spans->len > 0)
        return line;
    }
  return NULL;
}

/* Counts the own lines with a tariff on a day, and finds the least and the most of them. */
guint
ps_tariffs_chart_own_on (const PsTariffsChart *chart, PsDate day, const PsTariffLine **least, const PsTariffLine **most)
{
  guint n = 0;

  *least = *most = NULL;
  for (guint i = 0; i < chart->lines->len; i++)
    {
      const PsTariffLine *line = g_ptr_array_index (chart->lines, i);
      const PsTariffSpan *span = line->region ? NULL : ps_tariff_line_on (line, day);

      if (span == NULL)
        continue;
      n++;
      if (*least == NULL || span->tariff_e4 < ps_tariff_line_on (*least, day)->tariff_e4)
        *least = line;
      if (*most == NULL || span->tariff_e4 > ps_tariff_line_on (*most, day)->tariff_e4)
        *most = line;
    }
  return n;
}
