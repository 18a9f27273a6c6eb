/* ps-forecast.c: what a scope's year will come to, by each method, and how wrong each was before (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-forecast-private.h"

#include <glib/gi18n-lib.h>

/* Over so many full years a method's error is measured. */
#define ERROR_YEARS 3
/* An error as a whole number: in 10⁻¹², so that methods which differ at all are told apart. */
#define ERROR_UNIT G_GINT64_CONSTANT (1000000000000)

/* In the order in which they are shown; the first three are proposed, ties in this order. */
static const PsForecastMethod methods[] = { PS_FORECAST_LINEAR, PS_FORECAST_ROLLING, PS_FORECAST_PREVIOUS_YEAR,
                                            PS_FORECAST_IN_CARE };

/* A forecast as it would have been made in one of the years: `years` from that year on, backwards. */
typedef struct
{
  PsYearRealised *const *years;
  guint n_years;
  guint scope;
} View;

static const PsScopeYear *
scope_year (const View *view, guint i)
{
  return &view->years[i]->scopes[view->scope];
}

static int
days_known (const PsYearRealised *year)
{
  return year->through - ps_date_year_start (year->year) + 1;
}

/* realised ÷ days to data_through × days in the year */
static gint64
forecast_linear (const View *view, char **why_not, PsOverflow *overflow)
{
  const PsYearRealised *year = view->years[0];

  (void) why_not;
  return ps_round_div ((PsWide) scope_year (view, 0)->realised_cents * ps_date_days_in_year (year->year), days_known (year),
                       overflow);
}

static int
complete_months (const PsScopeYear *year)
{
  int n = 0;

  while (n < 12 && year->month_cents[n] != PS_NO_NUMBER)
    n++;
  return n;
}

/* Realised to the end of the last complete month + the mean of the last three (fewer if there are fewer) × months left. */
static gint64
forecast_rolling (const View *view, char **why_not, PsOverflow *overflow)
{
  const PsScopeYear *year = scope_year (view, 0);
  int n = complete_months (year), last = MIN (n, 3);
  gint64 before;

  if (n == 0)
    {
      *why_not = g_strdup (_("No month of this year is complete yet."));
      return PS_NO_NUMBER;
    }
  before = n > last ? year->month_cents[n - last - 1] : 0;
  return ps_round_div ((PsWide) year->month_cents[n - 1] * last + ((PsWide) year->month_cents[n - 1] - before) * (12 - n), last,
                       overflow);
}

/* The total last year of this year's lines × realised ÷ their realised on the same day last year. */
static gint64
forecast_previous_year (const View *view, char **why_not, PsOverflow *overflow)
{
  if (view->n_years < 2 || scope_year (view, 1)->total_cents == PS_NO_NUMBER)
    *why_not = g_strdup (_("The year before is not there, or not complete."));
  else if (scope_year (view, 1)->realised_cents == 0)
    *why_not = g_strdup (_("Last year nothing was realised by this day: there is nothing to compare with."));
  else
    return ps_round_div ((PsWide) scope_year (view, 1)->total_cents * scope_year (view, 0)->realised_cents,
                         scope_year (view, 1)->realised_cents, overflow);
  return PS_NO_NUMBER;
}

static gint64
forecast_in_care (const View *view, char **why_not)
{
  gint64 cents = scope_year (view, 0)->in_care_cents;

  if (cents == PS_NO_NUMBER)
    *why_not = g_strdup (_("The messages do not tell of the care in progress, or nothing of it was realised yet."));
  return cents;
}

static gint64
forecast_with (const View *view, PsForecastMethod method, char **why_not, PsOverflow *overflow)
{
  if (method == PS_FORECAST_IN_CARE)
    return forecast_in_care (view, why_not);
  if (days_known (view->years[0]) < 1)
    {
      *why_not = g_strdup (_("Nothing of this year is known yet."));
      return PS_NO_NUMBER;
    }
  if (method == PS_FORECAST_LINEAR)
    return forecast_linear (view, why_not, overflow);
  if (method == PS_FORECAST_ROLLING)
    return forecast_rolling (view, why_not, overflow);
  return forecast_previous_year (view, why_not, overflow);
}

/* What a method says, rounded once to cents; PS_NO_NUMBER and *why_not where it says nothing. */
static gint64
forecast_by (const View *view, PsForecastMethod method, char **why_not)
{
  PsOverflow overflow = { FALSE };
  g_autofree char *why = NULL;
  gint64 cents = forecast_with (view, method, &why, &overflow);

  if (overflow.overflowed)
    {
      cents = PS_NO_NUMBER;
      why = g_strdup (_("The amount is too large to compute with."));
    }
  if (why_not != NULL)
    *why_not = g_steal_pointer (&why);
  return cents;
}

/* Errors */

static gint64
error_of (gint64 forecast_cents, gint64 total_cents)
{
  PsOverflow overflow = { FALSE };
  PsWide apart = (PsWide) forecast_cents - total_cents, total = total_cents;
  gint64 error = ps_round_div ((apart < 0 ? -apart : apart) * ERROR_UNIT, total < 0 ? -total : total, &overflow);

  return overflow.overflowed ? G_MAXINT64 : error;
}

static void
add_error (PsForecastTry *attempt, const View *view, PsWide *sum)
{
  gint64 total = scope_year (view, 0)->total_cents;
  PsForecastError error = { .year = view->years[0]->year, .total_cents = total };
  gint64 error_e12;
  PsOverflow overflow = { FALSE };

  error.forecast_cents = forecast_by (view, attempt->method, NULL);
  if (total == 0 || error.forecast_cents == PS_NO_NUMBER)
    return;
  error_e12 = error_of (error.forecast_cents, total);
  error.error_bp = ps_round_div (error_e12, ERROR_UNIT / PS_FULL_BP, &overflow);
  *sum += error_e12;
  g_array_append_val (attempt->errors, error);
}

/* The mean over the last three full years; those of which the total is zero, or the method says nothing, are left out. */
static void
measure_errors (PsForecastTry *attempt, const View *view)
{
  PsOverflow overflow = { FALSE };
  PsWide sum = 0;
  guint n_full = 0;

  for (guint i = 1; i < view->n_years && n_full < ERROR_YEARS; i++)
    {
      View then = { view->years + i, view->n_years - i, view->scope };

      if (scope_year (&then, 0)->total_cents == PS_NO_NUMBER)
        continue;
      n_full++;
      add_error (attempt, &then, &sum);
    }
  if (attempt->errors->len == 0)
    return;
  attempt->error_e12 = ps_round_div (sum, attempt->errors->len, &overflow);
  attempt->error_bp = ps_round_div (attempt->error_e12, ERROR_UNIT / PS_FULL_BP, &overflow);
}

static void
clear_try (PsForecastTry *attempt)
{
  g_free (attempt->why_not);
  g_array_unref (attempt->errors);
}

static void
add_try (PsForecast *forecast, const View *view, PsForecastMethod method)
{
  PsForecastTry attempt = { .method = method, .error_e12 = PS_NO_NUMBER, .error_bp = PS_NO_NUMBER };

  attempt.errors = g_array_new (FALSE, FALSE, sizeof (PsForecastError));
  attempt.forecast_cents = forecast_by (view, method, &attempt.why_not);
  measure_errors (&attempt, view);
  g_array_append_val (forecast->tries, attempt);
}

/* The smallest error; without any history the first. One that could be tested goes before one that could not. */
static gboolean
is_better (const PsForecastTry *attempt, const PsForecastTry *best)
{
  if (best == NULL)
    return TRUE;
  if (attempt->error_e12 == PS_NO_NUMBER)
    return FALSE;
  return best->error_e12 == PS_NO_NUMBER || attempt->error_e12 < best->error_e12;
}

static void
propose (PsForecast *forecast, gint64 ceiling_cents)
{
  const PsForecastTry *best = NULL;

  for (guint i = 0; i < forecast->tries->len; i++)
    {
      const PsForecastTry *attempt = &g_array_index (forecast->tries, PsForecastTry, i);

      if (attempt->method != PS_FORECAST_IN_CARE && attempt->forecast_cents != PS_NO_NUMBER && is_better (attempt, best))
        best = attempt;
    }
  forecast->proposed = best != NULL ? best->method : PS_FORECAST_CEILING;
  forecast->proposed_cents = best != NULL ? best->forecast_cents : ceiling_cents;
  forecast->why = ps_forecast_why (forecast);
}

/**
 * ps_forecast_make: the year of a scope by every method, with its errors, and the one that is proposed.
 * @years: the year itself first, then those before it
 * @scope: its place in the names of those
 * @ceiling_cents: of the scope; taken where nothing can be computed
 *
 * Returns: (transfer full): a method of which the amount does not fit counts as one that cannot be computed.
 */
PsForecast *
ps_forecast_make (GPtrArray *years, guint scope, gint64 ceiling_cents)
{
  View view = { (PsYearRealised *const *) years->pdata, years->len, scope };
  PsForecast *forecast = g_new0 (PsForecast, 1);

  g_assert (years->len > 0);
  forecast->tries = g_array_new (FALSE, FALSE, sizeof (PsForecastTry));
  g_array_set_clear_func (forecast->tries, (GDestroyNotify) clear_try);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    add_try (forecast, &view, methods[i]);
  propose (forecast, ceiling_cents);
  return forecast;
}

void
ps_forecast_free (PsForecast *forecast)
{
  if (forecast == NULL)
    return;
  g_array_unref (forecast->tries);
  g_free (forecast->why);
  g_free (forecast);
}

const PsForecastTry *
ps_forecast_find (const PsForecast *forecast, PsForecastMethod method)
{
  for (guint i = 0; i < forecast->tries->len; i++)
    {
      const PsForecastTry *attempt = &g_array_index (forecast->tries, PsForecastTry, i);

      if (attempt->method == method)
        return attempt;
    }
  return NULL;
}
