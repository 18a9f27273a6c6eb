/* ps-forecast-words.c: the methods of a forecast in words, and why one is proposed (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-forecast-private.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"

static const struct
{
  const char *code;
  const char *label;
  const char *text;
} methods[PS_N_FORECASTS] = {
  [PS_FORECAST_CEILING] = { "ceiling", NC_("forecast method", "ceiling"),
                            N_("Nothing can be computed yet: the ceiling itself.") },
  [PS_FORECAST_LINEAR] = { "linear", NC_("forecast method", "linear"),
                           N_("It takes what was realised per day so far for all days of the year.") },
  [PS_FORECAST_ROLLING] = { "rolling", NC_("forecast method", "rolling"),
                            N_("It takes what was realised to the end of the last complete month, and adds the mean of the last "
                                "three "
                                "months for each month that is left.") },
  [PS_FORECAST_PREVIOUS_YEAR] = { "previous-year", NC_("forecast method", "previous year"),
                                  N_("It takes last year's total of the same lines, times what was realised so far as a part of "
                                      "what was "
                                      "realised by the same day last year.") },
  [PS_FORECAST_MANUAL] = { "manual", NC_("forecast method", "manual"), N_("An amount that somebody gave, with a reason.") },
  [PS_FORECAST_IN_CARE] = { "in-care", NC_("forecast method", "care in progress"),
                            N_("Everyone in care on the day stays to the end of the assignment, at most to the end of the year: "
                                "places at their tariffs, trajectories to their norm duration, other care at what is assigned "
                                "for "
                                "those days times the share of it that was realised so far, or where that is not known at what "
                                "was "
                                "realised per day of care so far, in each product group.") },
};

const char *
ps_forecast_method_label (PsForecastMethod method)
{
  g_assert ((guint) method < PS_N_FORECASTS);
  return g_dpgettext2 (GETTEXT_PACKAGE, "forecast method", methods[method].label);
}

const char *
ps_forecast_method_code (PsForecastMethod method)
{
  g_assert ((guint) method < PS_N_FORECASTS);
  return methods[method].code;
}

char *
ps_forecast_method_text (PsForecastMethod method)
{
  g_assert ((guint) method < PS_N_FORECASTS);
  return g_strdup (_ (methods[method].text));
}

/* "2023, 2022 and 2021" */
static char *
years_of (const PsForecastTry *attempt)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *last = NULL;

  for (guint i = 0; i < attempt->errors->len; i++)
    {
      g_autofree char *before = g_steal_pointer (&last);

      last = g_strdup_printf ("%d", g_array_index (attempt->errors, PsForecastError, i).year);
      if (before != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", before);
    }
  if (text->len == 0)
    return g_steal_pointer (&last);
  /* Translators: a year, or several with commas, and the last one: "2023, 2022 and 2021" */
  return g_strdup_printf (C_("list of years", "%s and %s"), text->str, last);
}

/* How many of those that are proposed at all could be computed. */
static guint
count_computed (const PsForecast *forecast, gboolean tested)
{
  guint n = 0;

  for (guint i = 0; i < forecast->tries->len; i++)
    {
      const PsForecastTry *attempt = &g_array_index (forecast->tries, PsForecastTry, i);

      n += attempt->method != PS_FORECAST_IN_CARE && attempt->forecast_cents != PS_NO_NUMBER
           && (!tested || attempt->error_e12 != PS_NO_NUMBER);
    }
  return n;
}

/**
 * ps_forecast_why: why the one that is proposed is.
 */
char *
ps_forecast_why (const PsForecast *forecast)
{
  const PsForecastTry *attempt = ps_forecast_find (forecast, forecast->proposed);
  g_autofree char *error = NULL, *years = NULL;

  if (attempt == NULL)
    return g_strdup (_("Nothing can be computed yet: the ceiling is taken."));
  if (attempt->error_e12 == PS_NO_NUMBER)
    return count_computed (forecast, FALSE) > 1
               ? g_strdup (_("There is no earlier year to test the methods on: the first that can be computed is taken."))
               : g_strdup (_("It is the only one that can be computed, and there is no earlier year to test it on."));
  error = ps_format_percent (attempt->error_bp);
  years = years_of (attempt);
  if (count_computed (forecast, TRUE) > 1)
    return g_strdup_printf (ngettext ("On this day of %s it was least far off: %s.",
                                      "On this day of %s it was least far off: %s on average.", attempt->errors->len),
                            years, error);
  return g_strdup_printf (_("It is the only one that earlier years could test: %s off on this day of %s."), error, years);
}
