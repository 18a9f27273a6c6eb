/* ps-chart-tariffs-words.c: the chart of a product's tariffs in words: spots, table, description
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-tariffs-layout.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 5.0 /* of a spot: two changes on following days can both be visited */
#define LISTED_OWN 4    /* own tariffs that a spot names; of more it says how many, and between what */

char *
ps_chart_tariffs_title (gconstpointer chart)
{
  const PsTariffsChart *figures = chart;

  return g_strdup (figures->title != NULL ? figures->title : _("Tariffs"));
}

/* The days on which something changes */

static void
add_day (GArray *days, const PsTariffsLayout *layout, PsDate day)
{
  if (day != PS_DATE_OPEN && day >= layout->first && day <= layout->last)
    g_array_append_val (days, day);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const PsDate *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

/* Each day on which a tariff starts, and each on which one is no more; ascending, none twice. */
static GArray *
find_changes (const PsTariffsLayout *layout)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (PsDate));
  guint n = 0;

  for (guint i = 0; i < layout->chart->lines->len; i++)
    {
      const PsTariffLine *line = g_ptr_array_index (layout->chart->lines, i);

      for (guint s = 0; s < line->spans->len; s++)
        {
          const PsTariffSpan *span = ps_tariff_line_span (line, s);

          add_day (days, layout, span->from);
          add_day (days, layout, span->to == PS_DATE_OPEN ? PS_DATE_OPEN : span->to + 1);
        }
    }
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    if (i == 0 || g_array_index (days, PsDate, i) != g_array_index (days, PsDate, n - 1))
      g_array_index (days, PsDate, n++) = g_array_index (days, PsDate, i);
  g_array_set_size (days, n);
  return days;
}

/* Spots */

static void
add_text (GString *text, char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
  g_free (line);
}

static void
add_region (GString *text, const PsTariffsChart *chart, PsDate day)
{
  const PsTariffLine *region = ps_tariffs_chart_region (chart);
  const PsTariffSpan *span = region != NULL ? ps_tariff_line_on (region, day) : NULL;
  g_autofree char *tariff = NULL;

  if (region == NULL)
    return;
  if (span == NULL)
    {
      add_text (text, g_strdup_printf (_("%s: no tariff"), region->label));
      return;
    }
  tariff = ps_format_tariff (span->tariff_e4);
  /* Translators: whose tariff, and the tariff */
  add_text (text, g_strdup_printf (_("%s: %s"), region->label, tariff));
}

static void
add_own (GString *text, const PsTariffsChart *chart, PsDate day)
{
  const PsTariffLine *least, *most;
  guint n = ps_tariffs_chart_own_on (chart, day, &least, &most);
  g_autofree char *low = n > 0 ? ps_format_tariff (ps_tariff_line_on (least, day)->tariff_e4) : NULL;
  g_autofree char *high = n > 0 ? ps_format_tariff (ps_tariff_line_on (most, day)->tariff_e4) : NULL;

  if (n > LISTED_OWN)
    {
      add_text (text, g_strdup_printf (ngettext ("%u own tariff, %s to %s", "%u own tariffs, %s to %s", n), n, low, high));
      return;
    }
  for (guint i = 0; n > 0 && i < chart->lines->len; i++)
    {
      const PsTariffLine *line = g_ptr_array_index (chart->lines, i);
      const PsTariffSpan *span = line->region ? NULL : ps_tariff_line_on (line, day);
      g_autofree char *tariff = span != NULL ? ps_format_tariff (span->tariff_e4) : NULL;

      if (span != NULL)
        add_text (text, g_strdup_printf (_("%s: %s"), line->label, tariff));
    }
}

static char *
days_value (const PsTariffsChart *chart, PsDate day)
{
  GString *text = g_string_new (NULL);

  add_region (text, chart, day);
  add_own (text, chart, day);
  if (text->len == 0)
    g_string_append (text, _("No tariff"));
  return g_string_free (text, FALSE);
}

static char *
days_title (PsDate from, PsDate next)
{
  g_autofree char *first = ps_format_date (from);
  g_autofree char *last = next == PS_DATE_OPEN ? NULL : ps_format_date (next - 1);

  if (last == NULL)
    return g_strdup_printf (_("From %s"), first);
  if (next - 1 == from)
    return g_strdup (first);
  /* Translators: from a day to a day, both included */
  return g_strdup_printf (_("%s – %s"), first, last);
}

/* The height of the region's tariff on that day, else of the lowest own one; the bottom where there is none. */
static double
days_height (const PsTariffsLayout *layout, PsDate day, gboolean *found)
{
  const PsTariffLine *region = ps_tariffs_chart_region (layout->chart);
  const PsTariffSpan *span = region != NULL ? ps_tariff_line_on (region, day) : NULL;
  const PsTariffLine *least, *most;

  if (span == NULL && ps_tariffs_chart_own_on (layout->chart, day, &least, &most) > 0)
    span = ps_tariff_line_on (least, day);
  *found = span != NULL;
  return span != NULL ? ps_tariffs_layout_tariff (layout, span->tariff_e4) : layout->plot.y + layout->plot.height;
}

/* Where each strip begins, and where the last one ends: as the days lie, but none thinner than can be pointed at. */
static double *
place_strips (const PsTariffsLayout *layout, const GArray *days, double unit)
{
  double *edges = g_new (double, days->len + 1);
  double right = layout->plot.x + layout->plot.width;
  double least = MIN (LEAST_WIDTH * unit, layout->plot.width / days->len);

  for (guint i = 0; i < days->len; i++)
    {
      edges[i] = ps_tariffs_layout_day (layout, g_array_index (days, PsDate, i));
      if (i > 0)
        edges[i] = MAX (edges[i], edges[i - 1] + least);
    }
  edges[days->len] = right;
  for (guint i = days->len; i-- > 0;)
    edges[i] = MAX (MIN (edges[i], edges[i + 1] - least), layout->plot.x);
  return edges;
}

static PsChartSpot *
make_spot (const PsTariffsLayout *layout, PsDate day, PsDate next, double left, double right)
{
  const PsBox area = { left, layout->plot.y, right - left, layout->plot.height };
  g_autofree char *title = days_title (day, next);
  g_autofree char *value = days_value (layout->chart, day);
  gboolean found;
  double y = days_height (layout, day, &found);
  PsChartSpot *spot = ps_chart_spot_new (&area, CLAMP (ps_tariffs_layout_day (layout, day), left, right), y, title, value);

  spot->ringed = found;
  return spot;
}

/**
 * ps_chart_tariffs_spots: the days between two changes, from left to right.
 *
 * Returns: (transfer full): PsChartSpots
 */
GPtrArray *
ps_chart_tariffs_spots (gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  GPtrArray *spots = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_chart_spot_free);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsTariffsLayout) layout = { 0 };
  g_autoptr (GArray) days = NULL;
  g_autofree double *edges = NULL;

  ps_pen_init (&pen, NULL, style);
  ps_tariffs_layout_init (&layout, &pen, chart, width, height);
  if (layout.empty)
    return spots;
  days = find_changes (&layout);
  edges = place_strips (&layout, days, pen.unit);
  for (guint i = 0; i < days->len; i++)
    {
      PsDate next = i + 1 < days->len ? g_array_index (days, PsDate, i + 1) : PS_DATE_OPEN;

      g_ptr_array_add (spots, make_spot (&layout, g_array_index (days, PsDate, i), next, edges[i], edges[i + 1]));
    }
  return spots;
}

/* The table */

/* To the cent as an amount that a spreadsheet can add; more precise ones as they are written. */
static void
add_tariff (PsChartTable *table, gint64 tariff_e4)
{
  g_autofree char *text = ps_format_tariff (tariff_e4);

  if (tariff_e4 % 100 == 0)
    ps_chart_table_add_amount (table, tariff_e4 / 100);
  else
    ps_chart_table_add_text (table, text);
}

static void
add_row (PsChartTable *table, const char *label, PsDate from, PsDate to, const PsTariffSpan *span)
{
  g_autofree char *first = ps_format_date (from);
  g_autofree char *last = ps_format_date (to);

  ps_chart_table_add_text (table, label);
  ps_chart_table_add_text (table, first);
  ps_chart_table_add_text (table, last);
  if (span != NULL)
    add_tariff (table, span->tariff_e4);
  else
    ps_chart_table_add_text (table, _("no tariff"));
}

/**
 * ps_chart_tariffs_table: a row a tariff, and one for each gap between two.
 */
PsChartTable *
ps_chart_tariffs_table (gconstpointer chart)
{
  const PsTariffsChart *figures = chart;
  PsChartTable *table = ps_chart_table_new (_("Tariff of"), _("From"), _("Up to and including"), _("Tariff"), NULL);
  PsDate from, to;

  for (guint i = 0; i < figures->lines->len; i++)
    {
      const PsTariffLine *line = g_ptr_array_index (figures->lines, i);

      for (guint s = 0; s < line->spans->len; s++)
        {
          const PsTariffSpan *span = ps_tariff_line_span (line, s);

          add_row (table, line->label, span->from, span->to, span);
          if (ps_tariff_line_gap (line, s, &from, &to))
            add_row (table, line->label, from, to, NULL);
        }
    }
  return table;
}

/* In a sentence */

static void
describe_region (GString *text, const PsTariffsChart *chart)
{
  const PsTariffLine *region = ps_tariffs_chart_region (chart);
  PsDate today = chart->today == PS_DATE_OPEN && region != NULL ? ps_tariff_line_last (region)->from : chart->today;
  const PsTariffSpan *span = region != NULL ? ps_tariff_line_on (region, today) : NULL;
  g_autofree char *tariff = span != NULL ? ps_format_tariff (span->tariff_e4) : NULL;
  g_autofree char *since = span != NULL ? ps_format_date (span->from) : NULL;

  if (region == NULL)
    g_string_append (text, _("The region has no tariff"));
  else if (span == NULL)
    g_string_append (text, _("The region has no tariff today"));
  else
    /* Translators: a tariff and a date */
    g_string_append_printf (text, _("The region’s tariff is %s since %s"), tariff, since);
}

static void
describe_next (GString *text, const PsTariffsChart *chart)
{
  const PsTariffLine *region = ps_tariffs_chart_region (chart);

  for (guint i = 0; region != NULL && chart->today != PS_DATE_OPEN && i < region->spans->len; i++)
    {
      const PsTariffSpan *span = ps_tariff_line_span (region, i);
      g_autofree char *tariff = ps_format_tariff (span->tariff_e4);
      g_autofree char *from = ps_format_date (span->from);

      if (span->from <= chart->today)
        continue;
      /* Translators: a tariff and a date, after "The region’s tariff is …" */
      g_string_append_printf (text, _(", and %s from %s on"), tariff, from);
      return;
    }
}

static void
describe_gaps (GString *text, const PsTariffsChart *chart)
{
  const PsTariffLine *region = ps_tariffs_chart_region (chart);
  PsDate from, to;

  for (guint i = 0; region != NULL && i < region->spans->len; i++)
    if (ps_tariff_line_gap (region, i, &from, &to))
      {
        g_autofree char *first = ps_format_date (from);
        g_autofree char *last = ps_format_date (to);

        /* Translators: two dates */
        g_string_append_printf (text, _("; none from %s up to and including %s"), first, last);
      }
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

/**
 * ps_chart_tariffs_describe: what the picture shows, in one sentence, for who cannot see it.
 */
char *
ps_chart_tariffs_describe (gconstpointer chart)
{
  const PsTariffsChart *figures = chart;
  guint n_own = count_own (figures);
  GString *text = g_string_new (NULL);

  if (ps_tariffs_chart_region (figures) == NULL && n_own == 0)
    {
      g_string_append (text, _("No tariffs yet."));
      return g_string_free (text, FALSE);
    }
  describe_region (text, figures);
  describe_next (text, figures);
  describe_gaps (text, figures);
  if (n_own > 0)
    g_string_append_printf (text, ngettext ("; %u provider has its own tariff", "; %u providers have their own tariff", n_own),
                            n_own);
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}
