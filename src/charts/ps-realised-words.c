/* ps-realised-words.c: the chart of realised against ceiling in words: spots, table, description
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-realised-layout.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

char *
ps_chart_realised_title (gconstpointer chart)
{
  return g_strdup (_("Realised against ceiling"));
}

static PsDate
month_end (const PsRealisedChart *chart, int month)
{
  return ps_date_add_months (ps_date_year_start (chart->year), month + 1) - 1;
}

static void
add_line (GString *text, char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
  g_free (line);
}

static void
add_realised (GString *text, const PsRealisedChart *chart, int month)
{
  gint64 cents = chart->realised_cents[month];
  g_autofree char *amount = ps_format_money (cents);
  g_autofree char *ratio = ps_format_ratio (cents, chart->ceiling_cents);

  if (cents == PS_NO_NUMBER)
    add_line (text, g_strdup (_("Not known yet")));
  else if (chart->ceiling_cents == PS_NO_NUMBER || chart->ceiling_cents == 0)
    add_line (text, g_strdup_printf (_("Realised %s"), amount));
  else
    /* Translators: an amount and a percentage */
    add_line (text, g_strdup_printf (_("Realised %s (%s of the ceiling)"), amount, ratio));
}

static void
add_last_year (GString *text, const PsRealisedChart *chart, int month)
{
  g_autofree char *amount = ps_format_money (chart->last_year_cents[month]);

  if (chart->last_year_cents[month] != PS_NO_NUMBER)
    /* Translators: last year and its amount */
    add_line (text, g_strdup_printf (_("In %d %s"), chart->year - 1, amount));
}

static void
add_band (GString *text, const PsRealisedChart *chart, int month)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  gint64 from, to;

  if (!ps_realised_chart_band (chart, month_end (chart, month), &from, &to))
    return;
  low = ps_format_money (from);
  high = ps_format_money (to);
  /* Translators: two amounts */
  add_line (text, g_strdup_printf (_("Bandwidth so far %s to %s"), low, high));
}

/* The peildata of which the data reaches into this month. */
static void
add_peildata (GString *text, const PsRealisedChart *chart, int month)
{
  for (guint i = 0; i < chart->marks->len; i++)
    {
      const PsPeilMark *mark = &g_array_index (chart->marks, PsPeilMark, i);
      gint64 cents = ps_realised_chart_mark_value (chart, mark);
      g_autofree char *date = ps_format_date (mark->peildatum);
      g_autofree char *through = ps_format_date (mark->data_through);
      g_autofree char *amount = ps_format_money (cents);

      if (cents == PS_NO_NUMBER || mark->data_through > month_end (chart, month)
          || mark->data_through <= month_end (chart, month - 1))
        continue;
      /* Translators: a date, an amount, a date */
      add_line (text, g_strdup_printf (_("Peildatum %s: %s, data up to %s"), date, amount, through));
    }
}

static char *
month_title (const PsRealisedChart *chart, int month)
{
  /* Translators: a month and its year: "May 2024" */
  return g_strdup_printf (_("%s %d"), ps_format_month (month + 1), chart->year);
}

static char *
month_value (const PsRealisedChart *chart, int month)
{
  GString *text = g_string_new (NULL);

  add_realised (text, chart, month);
  add_peildata (text, chart, month);
  add_band (text, chart, month);
  add_last_year (text, chart, month);
  return g_string_free (text, FALSE);
}

/* The point of a month: its realised amount; else of what there is of it. */
static double
month_height (const PsRealisedLayout *layout, int month)
{
  const PsRealisedChart *chart = layout->chart;
  gint64 cents = chart->realised_cents[month];

  if (cents == PS_NO_NUMBER)
    cents = chart->last_year_cents[month];
  return ps_realised_layout_amount (layout, cents == PS_NO_NUMBER ? 0 : cents);
}

/* A month's strip reaches from halfway the point before to halfway the next. */
static PsChartSpot *
month_spot (const PsRealisedLayout *layout, int month)
{
  g_autofree char *title = month_title (layout->chart, month);
  g_autofree char *value = month_value (layout->chart, month);
  double before = ps_realised_layout_month (layout, month - 1);
  double at = ps_realised_layout_month (layout, month);
  double left = month == 0 ? before : (before + at) / 2;
  double right = month == 11 ? at : (at + ps_realised_layout_month (layout, month + 1)) / 2;
  const PsBox area = { left, layout->plot.y, right - left, layout->plot.height };
  PsChartSpot *spot = ps_chart_spot_new (&area, at, month_height (layout, month), title, value);

  spot->ringed = TRUE;
  return spot;
}

static PsChartSpot *
forecast_spot (const PsRealisedLayout *layout, double width)
{
  const PsRealisedChart *chart = layout->chart;
  double right = layout->plot.x + layout->plot.width;
  const PsBox area = { right, layout->plot.y, width - right, layout->plot.height };
  g_autofree char *title = g_strdup_printf (_("Forecast of %d"), chart->year);
  g_autofree char *amount = ps_format_money (chart->forecast_cents);
  g_autofree char *ratio = ps_format_ratio (chart->forecast_cents, chart->ceiling_cents);
  g_autofree char *value = NULL;
  PsChartSpot *spot;

  if (chart->ceiling_cents == PS_NO_NUMBER || chart->ceiling_cents == 0)
    value = g_strdup (amount);
  else
    /* Translators: an amount and a percentage */
    value = g_strdup_printf (_("%s (%s of the ceiling)"), amount, ratio);
  spot = ps_chart_spot_new (&area, right, ps_realised_layout_amount (layout, chart->forecast_cents), title, value);
  spot->ringed = TRUE;
  return spot;
}

/**
 * ps_chart_realised_spots: the twelve months, and the forecast where there is one.
 *
 * Returns: (transfer full): PsChartSpots, from left to right
 */
GPtrArray *
ps_chart_realised_spots (gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  const PsRealisedChart *figures = chart;
  GPtrArray *spots = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_chart_spot_free);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsRealisedLayout) layout = { 0 };

  ps_pen_init (&pen, NULL, style);
  ps_realised_layout_init (&layout, &pen, figures, width, height);
  for (int month = 0; month < 12; month++)
    g_ptr_array_add (spots, month_spot (&layout, month));
  if (figures->forecast_cents != PS_NO_NUMBER && figures->realised_cents[11] == PS_NO_NUMBER)
    g_ptr_array_add (spots, forecast_spot (&layout, width));
  return spots;
}

/**
 * ps_chart_realised_table: a row a month, and one for the forecast where there is one.
 */
PsChartTable *
ps_chart_realised_table (gconstpointer chart)
{
  const PsRealisedChart *figures = chart;
  g_autofree char *last_year = g_strdup_printf ("%d", figures->year - 1);
  PsChartTable *table = ps_chart_table_new (_("Year to date"), _("Realised"), _("Ceiling"), _("Bandwidth from"),
                                            _("Bandwidth to"), last_year, NULL);

  for (int month = 0; month < 12; month++)
    {
      g_autofree char *title = month_title (figures, month);
      gint64 from = PS_NO_NUMBER, to = PS_NO_NUMBER;

      ps_realised_chart_band (figures, month_end (figures, month), &from, &to);
      ps_chart_table_add_text (table, title);
      ps_chart_table_add_amount (table, figures->realised_cents[month]);
      ps_chart_table_add_amount (table, figures->ceiling_cents);
      ps_chart_table_add_amount (table, from);
      ps_chart_table_add_amount (table, to);
      ps_chart_table_add_amount (table, figures->last_year_cents[month]);
    }
  if (figures->forecast_cents == PS_NO_NUMBER)
    return table;
  ps_chart_table_add_text (table, _("Forecast"));
  ps_chart_table_add_amount (table, figures->forecast_cents);
  for (guint column = 2; column < table->n_columns; column++)
    ps_chart_table_add_text (table, "");
  return table;
}

static void
describe_realised (GString *text, const PsRealisedChart *chart, int last)
{
  g_autofree char *month = last < 0 ? NULL : month_title (chart, last);
  g_autofree char *amount = last < 0 ? NULL : ps_format_money (chart->realised_cents[last]);

  if (last < 0)
    g_string_append_printf (text, _("No production known of %d yet"), chart->year);
  else
    /* Translators: an amount, and a month with its year */
    g_string_append_printf (text, _("Realised %s up to and including %s"), amount, month);
}

static void
describe_ceiling (GString *text, const PsRealisedChart *chart, int last)
{
  g_autofree char *ceiling = ps_format_money (chart->ceiling_cents);
  g_autofree char *ratio = last < 0 ? NULL : ps_format_ratio (chart->realised_cents[last], chart->ceiling_cents);

  g_string_append (text, "; ");
  if (chart->ceiling_cents == PS_NO_NUMBER)
    g_string_append (text, _("no ceiling agreed"));
  else if (last < 0 || chart->ceiling_cents == 0)
    g_string_append_printf (text, _("the ceiling is %s"), ceiling);
  else
    /* Translators: a percentage and an amount */
    g_string_append_printf (text, _("that is %s of the ceiling of %s"), ratio, ceiling);
}

static void
describe_band (GString *text, const PsRealisedChart *chart, int last)
{
  gint64 from, to;

  if (last < 0 || !ps_realised_chart_band (chart, month_end (chart, last), &from, &to))
    return;
  g_string_append (text, "; ");
  if (chart->realised_cents[last] < from)
    g_string_append (text, _("below the bandwidth of that part of the year"));
  else if (chart->realised_cents[last] > to)
    g_string_append (text, _("above the bandwidth of that part of the year"));
  else
    g_string_append (text, _("within the bandwidth of that part of the year"));
}

/**
 * ps_chart_realised_describe: what the picture shows, in one sentence, for who cannot see it.
 */
char *
ps_chart_realised_describe (gconstpointer chart)
{
  const PsRealisedChart *figures = chart;
  int last = ps_realised_chart_last_month (figures);
  GString *text = g_string_new (NULL);

  describe_realised (text, figures, last);
  describe_ceiling (text, figures, last);
  describe_band (text, figures, last);
  if (figures->forecast_cents != PS_NO_NUMBER && last < 11)
    {
      g_autofree char *forecast = ps_format_money (figures->forecast_cents);
      g_string_append_printf (text, _("; the forecast of the year is %s"), forecast);
    }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}
