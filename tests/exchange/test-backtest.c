/* test-backtest.c: how wrong each method of forecasting was over the demo region's years (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Two things are shown. Of every scope: each method's error over the years before, of which the one that is proposed has the smallest. And
 * what that is worth: from every peildatum of a year that is over, what was proposed then against what the year came to.
 */
#include "demo-check.h"

#include "core/ps-format.h"
#include "store/ps-bandwidths.h"

static const PsForecastMethod proposed_methods[] = { PS_FORECAST_LINEAR, PS_FORECAST_ROLLING, PS_FORECAST_PREVIOUS_YEAR };

static PsBandwidthYear *
compute (DemoFixture *fixture, const PsBandwidthQuery *query)
{
  g_autoptr (GError) error = NULL;
  PsBandwidthYear *year = ps_bandwidths_compute (fixture->store, query, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return year;
}

typedef void (*ScopeFunc) (const PsBandwidthYear *year, const PsBandwidth *bandwidth, const PsBandwidthScope *scope,
                           gpointer data);

static void
for_every_scope (const PsBandwidthYear *year, ScopeFunc func, gpointer data)
{
  for (guint i = 0; i < year->providers->len; i++)
    {
      const PsBandwidth *bandwidth = ((const PsProviderBandwidth *) year->providers->pdata[i])->now;

      for (guint j = 0; j < bandwidth->scopes->len; j++)
        func (year, bandwidth, &g_array_index (bandwidth->scopes, PsBandwidthScope, j), data);
    }
}

/* Never the worst */

static char *
error_text (const PsForecastTry *attempt)
{
  return attempt->error_bp == PS_NO_NUMBER ? g_strdup ("–") : ps_format_percent (attempt->error_bp);
}

/* The smallest error of those that can be computed, so never the worst. */
static void
check_scope (const PsBandwidthYear *year, const PsBandwidth *bandwidth, const PsBandwidthScope *scope, gpointer n_tested)
{
  const PsForecast *forecast = scope->forecast;
  const PsForecastTry *proposed = ps_forecast_find (forecast, forecast->proposed);
  GString *row = g_string_new (ps_region_provider (year->region, bandwidth->provider)->agb);

  g_string_append_printf (row, " %s:", scope->label);
  for (guint i = 0; i < forecast->tries->len; i++)
    {
      const PsForecastTry *attempt = &g_array_index (forecast->tries, PsForecastTry, i);
      g_autofree char *error = error_text (attempt);

      g_string_append_printf (row, " %s%s %s", attempt == proposed ? "*" : "", ps_forecast_method_code (attempt->method), error);
      if (attempt->method == PS_FORECAST_IN_CARE || attempt->forecast_cents == PS_NO_NUMBER || attempt->error_e12 == PS_NO_NUMBER)
        continue;
      g_assert_nonnull (proposed);
      g_assert_cmpint (proposed->error_e12, !=, PS_NO_NUMBER);
      g_assert_cmpint (proposed->error_e12, <=, attempt->error_e12);
      ++*(guint *) n_tested;
    }
  g_test_message ("%s", row->str);
  g_string_free (row, TRUE);
}

/* On every peildatum that the region has, of 2024 and 2025. */
static void
test_never_the_worst (DemoFixture *fixture, gconstpointer data)
{
  guint n_tested = 0, n_peildata = 0;

  for (guint i = 0; i < fixture->region->peildata->len; i++)
    {
      const PsPeildatum *peildatum = ps_region_peildatum (fixture->region, i);
      PsBandwidthQuery query = { .peildatum_id = peildatum->id, .no_before = TRUE };
      g_autoptr (PsBandwidthYear) year = compute (fixture, &query);
      g_autofree char *day = ps_date_to_iso (peildatum->date);

      n_peildata++;
      g_test_message ("%s, %d days known", day, year->through - ps_date_year_start (year->year) + 1);
      for_every_scope (year, check_scope, &n_tested);
    }
  g_assert_cmpuint (n_peildata, >=, 6);
  g_assert_cmpuint (n_tested, >, 500);
}

/* What it is worth */

typedef struct
{
  PsBandwidthYear *end; /* where everybody stood when the year was over */
  double apart[PS_N_FORECASTS + 1];
  guint n[PS_N_FORECASTS + 1];
} Backtest;

/* For showing only: no figure of the region is a float. */
static void
count (Backtest *test, guint at, gint64 forecast_cents, gint64 total_cents)
{
  double apart = (double) (forecast_cents - total_cents) / (double) total_cents;

  test->apart[at] += apart < 0 ? -apart : apart;
  test->n[at]++;
}

static void
test_scope (const PsBandwidthYear *year, const PsBandwidth *bandwidth, const PsBandwidthScope *scope, gpointer data)
{
  Backtest *test = data;
  const PsProviderBandwidth *end = ps_bandwidths_find (test->end, bandwidth->provider);
  gint64 total = ps_bandwidth_find (end->now, scope->name)->realised_cents;

  if (total == 0)
    return;
  for (guint i = 0; i < scope->forecast->tries->len; i++)
    {
      const PsForecastTry *attempt = &g_array_index (scope->forecast->tries, PsForecastTry, i);

      if (attempt->forecast_cents != PS_NO_NUMBER)
        count (test, attempt->method, attempt->forecast_cents, total);
    }
  if (scope->forecast->proposed != PS_FORECAST_CEILING)
    count (test, PS_N_FORECASTS, scope->forecast->proposed_cents, total);
}

static double
mean (const Backtest *test, guint at)
{
  return test->n[at] > 0 ? 100 * test->apart[at] / test->n[at] : 0;
}

static gboolean
is_worst (const Backtest *test)
{
  for (guint i = 0; i < G_N_ELEMENTS (proposed_methods); i++)
    if (test->n[proposed_methods[i]] > 0 && mean (test, proposed_methods[i]) > mean (test, PS_N_FORECASTS))
      return FALSE;
  return TRUE;
}

/* 2024 is over: from each of its peildata, the mean of what every method was off, and of what was proposed. */
static void
test_against_the_outcome (DemoFixture *fixture, gconstpointer data)
{
  PsBandwidthQuery whole = { .year = 2024, .today = ps_date_year_end (2024), .no_before = TRUE };
  g_autoptr (PsBandwidthYear) end = compute (fixture, &whole);
  guint n = 0;

  g_assert_cmpint (end->through, ==, ps_date_year_end (2024));
  for (guint i = 0; i < fixture->region->peildata->len; i++)
    {
      const PsPeildatum *peildatum = ps_region_peildatum (fixture->region, i);
      PsBandwidthQuery query = { .peildatum_id = peildatum->id, .no_before = TRUE };
      g_autoptr (PsBandwidthYear) year = NULL;
      g_autofree char *day = ps_date_to_iso (peildatum->date);
      Backtest test = { .end = end };

      if (ps_date_year (peildatum->date) != 2024 || ps_date_year (peildatum->data_through) != 2024)
        continue; /* in February nothing of the year is known yet */
      year = compute (fixture, &query);
      for_every_scope (year, test_scope, &test);
      g_test_message ("%s: linear %.1f %%, rolling %.1f %%, previous year %.1f %%, in care %.1f %%, proposed %.1f %%", day,
                      mean (&test, PS_FORECAST_LINEAR), mean (&test, PS_FORECAST_ROLLING),
                      mean (&test, PS_FORECAST_PREVIOUS_YEAR), mean (&test, PS_FORECAST_IN_CARE), mean (&test, PS_N_FORECASTS));
      g_assert_cmpuint (test.n[PS_N_FORECASTS], >, 30);
      g_assert_false (is_worst (&test));
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/backtest/never-the-worst", DemoFixture, NULL, demo_set_up, test_never_the_worst, demo_tear_down);
  g_test_add ("/backtest/against-the-outcome", DemoFixture, NULL, demo_set_up, test_against_the_outcome, demo_tear_down);
  return g_test_run ();
}
