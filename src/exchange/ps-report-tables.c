/* ps-report-tables.c: the tables of the first pages of a month's overview: months, bandwidths, largest deviations
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-report-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-bandwidth.h"

#define MOST_DEVIATIONS 5 /* that have their place on the first page */

/* ---- months */

static const char *
role_id (PsSeriesRole role)
{
  switch (role)
    {
    case PS_ROLE_FORECAST:
      return "forecast";
    case PS_ROLE_AGREED:
      return "agreed";
    case PS_ROLE_LOWER:
      return "lower";
    case PS_ROLE_UPPER:
      return "upper";
    case PS_ROLE_LAST:
      return "realised-last";
    case PS_ROLE_VALUE:
    case PS_ROLE_PART:
    case PS_ROLE_LINE:
    case PS_N_ROLES:
    default:
      return "realised";
    }
}

/* A label beside a line begins small, the heading of a column does not; and last year's line is called by its year alone. */
static char *
heading_of (const PsSeries *series)
{
  const char *rest = g_utf8_next_char (series->label);
  char first[7] = "";

  if (series->role == PS_ROLE_LAST)
    /* Translators: the heading of a column: "Realised 2023" */
    return g_strdup_printf (_("Realised %s"), series->label);
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (series->label)), first);
  return g_strconcat (first, rest, NULL);
}

/**
 * ps_report_month_table: the lines over the months as figures: a row a month, a column a line.
 *
 * Returns: (transfer full)
 */
PsFigureTable *
ps_report_month_table (const PsSeriesSet *months)
{
  PsFigureTable *table = ps_figure_table_new ("months", months->title);

  ps_figure_table_add_column (table, "month", months->first_heading, PS_VALUE_TEXT, FALSE);
  for (guint i = 0; i < months->series->len; i++)
    {
      const PsSeries *series = months->series->pdata[i];
      g_autofree char *heading = heading_of (series);

      ps_figure_table_add_column (table, role_id (series->role), heading, months->kind, FALSE);
    }
  for (guint i = 0; i < months->categories->len; i++)
    {
      PsFigureRow *row = ps_figure_table_add_row (table);

      ps_figure_row_set_text (row, 0, ps_series_set_long_category (months, i));
      for (guint j = 0; j < months->series->len; j++)
        ps_figure_row_set_number (row, j + 1, ((const PsSeries *) months->series->pdata[j])->values[i]);
    }
  return table;
}

/* ---- bandwidths */

typedef enum
{
  COLUMN_NAME,
  COLUMN_CEILING,
  COLUMN_REALISED,
  COLUMN_FORECAST,
  COLUMN_SHARE,
  COLUMN_DIFFERENCE,
  COLUMN_LOWER,
  COLUMN_UPPER,
  COLUMN_METHOD,
  COLUMN_STATE,
} BandwidthColumn;

static PsFigureTable *
new_table (const char *id, const char *title, const char *name_id, const char *name)
{
  PsFigureTable *table = ps_figure_table_new (id, title);

  ps_figure_table_add_column (table, name_id, name, PS_VALUE_TEXT, FALSE);
  ps_figure_table_add_column (table, "ceiling", _("Ceiling"), PS_VALUE_MONEY, TRUE);
  ps_figure_table_add_column (table, "realised", _("Realised"), PS_VALUE_MONEY, TRUE);
  ps_figure_table_add_column (table, "forecast", _("Forecast"), PS_VALUE_MONEY, TRUE);
  ps_figure_table_add_column (table, "share", _("Forecast of ceiling"), PS_VALUE_SHARE, FALSE);
  ps_figure_table_add_column (table, "difference", _("Difference"), PS_VALUE_MONEY, TRUE);
  ps_figure_table_add_column (table, "lower", _("Bandwidth from"), PS_VALUE_MONEY, TRUE);
  ps_figure_table_add_column (table, "upper", _("Bandwidth to"), PS_VALUE_MONEY, TRUE);
  ps_figure_table_add_column (table, "method", _("Forecast by"), PS_VALUE_TEXT, FALSE);
  ps_figure_table_add_column (table, "state", _("State"), PS_VALUE_TEXT, FALSE);
  return table;
}

/* Basis points; PS_NO_NUMBER: of nothing, or too large. */
static gint64
share_of (gint64 part, gint64 whole)
{
  PsOverflow overflow = { FALSE };
  gint64 share_bp = whole > 0 ? ps_round_div ((PsWide) part * PS_FULL_BP, whole, &overflow) : PS_NO_NUMBER;

  return overflow.overflowed ? PS_NO_NUMBER : share_bp;
}

static gint64
difference_of (gint64 forecast_cents, gint64 ceiling_cents)
{
  PsOverflow overflow = { FALSE };
  gint64 difference = ps_subtract (forecast_cents, ceiling_cents, &overflow);

  return overflow.overflowed ? PS_NO_NUMBER : difference;
}

static PsFigureRow *
add_amounts (PsFigureTable *table, const char *name, gint64 ceiling_cents, gint64 realised_cents, gint64 forecast_cents)
{
  PsFigureRow *row = ps_figure_table_add_row (table);

  ps_figure_row_set_text (row, COLUMN_NAME, name);
  ps_figure_row_set_number (row, COLUMN_CEILING, ceiling_cents);
  ps_figure_row_set_number (row, COLUMN_REALISED, realised_cents);
  ps_figure_row_set_number (row, COLUMN_FORECAST, forecast_cents);
  ps_figure_row_set_number (row, COLUMN_SHARE, share_of (forecast_cents, ceiling_cents));
  ps_figure_row_set_number (row, COLUMN_DIFFERENCE, difference_of (forecast_cents, ceiling_cents));
  return row;
}

static void
set_borders (PsFigureRow *row, gint64 lower_cents, gint64 upper_cents)
{
  ps_figure_row_set_number (row, COLUMN_LOWER, lower_cents);
  ps_figure_row_set_number (row, COLUMN_UPPER, upper_cents);
}

/* NULL: too large, which is no sum at all. */
static gboolean
sum_borders (const PsBandwidth *bandwidth, gint64 *lower_cents, gint64 *upper_cents)
{
  PsOverflow overflow = { FALSE };

  *lower_cents = *upper_cents = 0;
  for (guint i = 0; i < bandwidth->scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (bandwidth->scopes, PsBandwidthScope, i);

      *lower_cents = ps_add (*lower_cents, scope->lower_cents, &overflow);
      *upper_cents = ps_add (*upper_cents, scope->upper_cents, &overflow);
    }
  return !overflow.overflowed;
}

/* Where places do not count yet, that is why. */
static void
set_state (PsFigureRow *row, const PsBandwidthScope *scope, gboolean uncounted)
{
  g_autofree char *state = ps_bandwidth_state_text (scope);
  /* Translators: where it stands against its bandwidth, and why that says little */
  g_autofree char *text = uncounted ? g_strdup_printf (_("%s; places do not count yet"), state) : g_strdup (state);

  ps_figure_row_set_text (row, COLUMN_STATE, text);
}

/* A provider stands where its heaviest scope does; of more than one scope each may be forecast in its own way. */
static void
add_provider (PsFigureTable *table, const PsYearFigures *figures, const PsProviderYear *year)
{
  const PsRegion *region = figures->region;
  const PsBandwidth *bandwidth = year->bandwidth;
  const PsBandwidthScope *heaviest = ps_bandwidth_get_heaviest (bandwidth);
  PsFigureRow *row = add_amounts (table, ps_region_provider (region, year->provider)->name, bandwidth->ceiling_cents,
                                  bandwidth->realised_cents, bandwidth->forecast_cents);
  gint64 lower_cents, upper_cents;

  row->provider = year->provider;
  if (sum_borders (bandwidth, &lower_cents, &upper_cents))
    set_borders (row, lower_cents, upper_cents);
  if (bandwidth->scopes->len == 1)
    ps_figure_row_set_text (row, COLUMN_METHOD, ps_forecast_method_label (heaviest->method));
  else
    ps_figure_row_set_text (row, COLUMN_METHOD, _("per scope"));
  set_state (row, heaviest, ps_report_uncounted_cents (figures, year->provider, NULL) != PS_NO_NUMBER);
}

static void
add_scope (PsFigureTable *table, const PsYearFigures *figures, guint provider, const PsBandwidthScope *scope)
{
  PsFigureRow *row = add_amounts (table, scope->label, scope->ceiling_cents, scope->realised_cents, scope->forecast_cents);

  row->provider = provider;
  set_borders (row, scope->lower_cents, scope->upper_cents);
  ps_figure_row_set_text (row, COLUMN_METHOD, ps_forecast_method_label (scope->method));
  set_state (row, scope, ps_report_uncounted_cents (figures, provider, scope->name) != PS_NO_NUMBER);
}

/* Sums of the rows above; PS_NO_NUMBER: too large. */
static gint64
sum_column (const PsFigureTable *table, guint column)
{
  PsOverflow overflow = { FALSE };
  gint64 sum = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      gint64 number = ((const PsFigureRow *) table->rows->pdata[i])->numbers[column];

      if (number == PS_NO_NUMBER)
        return PS_NO_NUMBER;
      sum = ps_add (sum, number, &overflow);
    }
  return overflow.overflowed ? PS_NO_NUMBER : sum;
}

static void
add_total (PsFigureTable *table)
{
  gint64 ceiling_cents = sum_column (table, COLUMN_CEILING), forecast_cents = sum_column (table, COLUMN_FORECAST);
  gint64 lower_cents = sum_column (table, COLUMN_LOWER), upper_cents = sum_column (table, COLUMN_UPPER);
  gint64 realised_cents = sum_column (table, COLUMN_REALISED);
  PsFigureRow *row;

  if (table->rows->len < 2)
    return;
  row = add_amounts (table, _("Total"), ceiling_cents, realised_cents, forecast_cents);
  set_borders (row, lower_cents, upper_cents);
  row->is_total = TRUE;
}

static PsFigureTable *
table_of_scopes (const PsYearFigures *figures, guint provider)
{
  const PsProviderYear *year = ps_year_figures_find (figures, provider);
  const PsBandwidth *bandwidth = year != NULL ? year->bandwidth : NULL;
  PsFigureTable *table = new_table ("bandwidth", _("Where it stands against its ceiling"), "scope", _("Scope"));

  for (guint i = 0; bandwidth != NULL && i < bandwidth->scopes->len; i++)
    add_scope (table, figures, provider, &g_array_index (bandwidth->scopes, PsBandwidthScope, i));
  add_total (table);
  return table;
}

/**
 * ps_report_bandwidth_table: of the region every provider with a ceiling, of one provider its scopes; and their total.
 *
 * Returns: (transfer full): without rows where nothing was agreed
 */
PsFigureTable *
ps_report_bandwidth_table (const PsYearFigures *figures, guint provider)
{
  PsFigureTable *table;

  if (provider != PS_NONE)
    return table_of_scopes (figures, provider);
  table = new_table ("bandwidth", _("Where providers stand against their ceiling"), "provider", _("Provider"));
  for (guint i = 0; i < figures->providers->len; i++)
    {
      const PsProviderYear *it = figures->providers->pdata[i];

      if (it->bandwidth != NULL && it->bandwidth->scopes->len > 0)
        add_provider (table, figures, it);
    }
  add_total (table);
  return table;
}

/* ---- largest deviations */

static int
compare_deviations (gconstpointer a, gconstpointer b)
{
  const PsProviderYear *x = *(const PsProviderYear *const *) a, *y = *(const PsProviderYear *const *) b;
  gint64 left = ABS (difference_of (x->bandwidth->forecast_cents, x->bandwidth->ceiling_cents));
  gint64 right = ABS (difference_of (y->bandwidth->forecast_cents, y->bandwidth->ceiling_cents));

  if (left != right)
    return left > right ? -1 : 1;
  return (x->provider > y->provider) - (x->provider < y->provider);
}

static gboolean
deviates (const PsProviderYear *year)
{
  gint64 difference;

  if (year->bandwidth == NULL || year->bandwidth->scopes->len == 0)
    return FALSE;
  difference = difference_of (year->bandwidth->forecast_cents, year->bandwidth->ceiling_cents);
  return difference != 0 && difference != PS_NO_NUMBER;
}

/**
 * ps_report_deviation_table: the providers whose forecast is furthest from their ceiling, the furthest first.
 *
 * Returns: (transfer full): without rows where there is none
 */
PsFigureTable *
ps_report_deviation_table (const PsYearFigures *figures)
{
  PsFigureTable *table = new_table ("deviations", _("Largest deviations"), "provider", _("Provider"));
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < figures->providers->len; i++)
    if (deviates (figures->providers->pdata[i]))
      g_ptr_array_add (found, figures->providers->pdata[i]);
  g_ptr_array_sort (found, compare_deviations);
  for (guint i = 0; i < MIN (found->len, MOST_DEVIATIONS); i++)
    add_provider (table, figures, found->pdata[i]);
  return table;
}

/* ---- a provider's chart */

static void
add_peildata (PsRealisedChart *chart, const PsYearFigures *figures)
{
  const PsRegion *region = figures->region;

  for (guint i = 0; i < region->peildata->len; i++)
    {
      const PsPeildatum *peildatum = ps_region_peildatum (region, i);

      if (peildatum->data_through != PS_DATE_OPEN && ps_date_year (peildatum->data_through) == figures->year
          && peildatum->data_through <= figures->through)
        ps_realised_chart_add_mark (chart, peildatum->date, peildatum->data_through, PS_NO_NUMBER);
    }
}

/**
 * ps_report_realised_chart: realised against ceiling with the forecast, as known of the month.
 *
 * Returns: (transfer full) (nullable): NULL where nothing was agreed
 */
PsRealisedChart *
ps_report_realised_chart (const PsYearFigures *figures, const PsProviderYear *year)
{
  const PsBandwidth *bandwidth = year->bandwidth;
  PsRealisedChart *chart;

  if (bandwidth == NULL || bandwidth->scopes->len == 0)
    return NULL;
  chart = ps_realised_chart_new (figures->year);
  for (int month = 0; month < 12; month++)
    {
      chart->realised_cents[month] = year->realised_cents[month];
      chart->last_year_cents[month] = year->last_realised_cents[month];
    }
  chart->ceiling_cents = bandwidth->ceiling_cents;
  chart->under_bp = bandwidth->under_bp;
  chart->over_bp = bandwidth->over_bp;
  chart->forecast_cents = bandwidth->forecast_cents;
  if (bandwidth->scopes->len == 1)
    chart->forecast_note = g_strdup (ps_forecast_method_label (ps_bandwidth_get_heaviest (bandwidth)->method));
  add_peildata (chart, figures);
  return chart;
}
