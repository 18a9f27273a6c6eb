/* test-forecast.c: methods, their errors and what is proposed, against tables made by hand (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-forecast.h"
#include "region-builder.h"

#include <string.h>

#define NONE PS_NO_NUMBER

/* A year of one scope: to which day the data counts, what was realised by then, the months' ends, the total and the care in progress;
 * in euros, "-" for what is not there. */
typedef struct
{
  const char *through;
  const char *realised;
  const char *months;
  const char *total;
  const char *in_care;
} Year;

static gint64
cents_of (const char *text)
{
  return text == NULL || g_str_equal (text, "-") ? NONE : test_cents (text);
}

static PsYearRealised *
make_year (const Year *given, int year)
{
  PsYearRealised *made = g_new0 (PsYearRealised, 1);
  g_auto (GStrv) months = g_strsplit (given->months, " ", -1);
  guint n = *given->months != '\0' ? g_strv_length (months) : 0;

  made->year = year;
  made->through = made->day = test_date (given->through);
  made->whole = cents_of (given->total) != NONE;
  made->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (made->names, g_strdup (""));
  made->scopes = g_new0 (PsScopeYear, 1);
  made->scopes->realised_cents = test_cents (given->realised);
  for (guint i = 0; i < 12; i++)
    made->scopes->month_cents[i] = i < n ? test_cents (months[i]) : NONE;
  made->scopes->total_cents = cents_of (given->total);
  made->scopes->in_care_cents = cents_of (given->in_care);
  return made;
}

/* The first is of 2024, the others of the years before it. */
static PsForecast *
make (const Year *given, guint n)
{
  g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_year_realised_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (years, make_year (&given[i], 2024 - (int) i));
  return ps_forecast_make (years, 0, 100000);
}

static void
assert_says (const PsForecast *forecast, PsForecastMethod method, const char *expected)
{
  const PsForecastTry *attempt = ps_forecast_find (forecast, method);

  g_assert_nonnull (attempt);
  g_assert_cmpint (attempt->forecast_cents, ==, cents_of (expected));
  g_assert_cmpint (attempt->why_not == NULL, ==, attempt->forecast_cents != NONE);
}

/* One year alone: linear, rolling, and why the others say nothing. */
static void
test_one_year (void)
{
  static const struct
  {
    Year year;
    const char *linear, *rolling, *in_care;
  } cases[] = {
    /* 60 of 366 days in February of a leap year */
    { { "2024-02-29", "600", "300 600", NULL, NULL }, "3.660", "3.600", "-" },
    { { "2024-02-28", "600", "300", NULL, NULL }, "3.722,03", "3.600", "-" },
    { { "2024-01-01", "1", "", NULL, NULL }, "366", "-", "-" },
    { { "2024-01-30", "100", "", NULL, NULL }, "1.220", "-", "-" },
    { { "2024-01-31", "100", "100", NULL, NULL }, "1.180,65", "1.200", "-" },
    /* the last three of five: (900 − 200) ÷ 3 × 7 + 900 */
    { { "2024-05-31", "900", "100 200 400 650 900", NULL, NULL }, "2.167,11", "2.533,33", "-" },
    { { "2024-06-14", "1.000", "100 200 400 650 900", NULL, NULL }, "2.204,82", "2.533,33", "-" },
    { { "2024-03-31", "400", "100 200 400", NULL, NULL }, "1.608,79", "1.600", "-" },
    /* half a cent: away from zero */
    { { "2024-03-31", "0,01", "0 0 0,01", NULL, NULL }, "0,04", "0,04", "-" },
    { { "2024-02-29", "0,01", "0,01 0,01", NULL, NULL }, "0,06", "0,06", "-" },
    { { "2024-04-30", "-0,05", "0 0 0 -0,05", NULL, NULL }, "-0,15", "-0,18", "-" },
    /* the whole year is itself */
    { { "2024-12-31", "1.234,56", "1 2 3 4 5 6 7 8 9 10 11 1.234,56", NULL, "1.000" }, "1.234,56", "1.234,56", "1.000" },
    /* care that began in July: nothing was realised until then */
    { { "2024-06-30", "0", "0 0 0 0 0 0", NULL, "0" }, "0", "0", "0" },
    { { "2024-07-31", "310", "0 0 0 0 0 0 310", NULL, NULL }, "532,68", "826,67", "-" },
    { { "2024-09-30", "930", "0 0 0 0 0 0 310 620 930", NULL, NULL }, "1.242,26", "1.860", "-" },
    /* credits of last year */
    { { "2024-03-31", "-91", "-10 -20 -91", NULL, "-5" }, "-366", "-364", "-5" },
    /* nothing of this year is known */
    { { "2023-12-31", "0", "", NULL, "700" }, "-", "-", "700" },
    { { "2023-06-30", "0", "", NULL, NULL }, "-", "-", "-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsForecast) forecast = make (&cases[i].year, 1);
      gboolean any = !g_str_equal (cases[i].linear, "-");

      g_test_message ("%s %s", cases[i].year.through, cases[i].year.months);
      g_assert_cmpuint (forecast->tries->len, ==, 4);
      assert_says (forecast, PS_FORECAST_LINEAR, cases[i].linear);
      assert_says (forecast, PS_FORECAST_ROLLING, cases[i].rolling);
      assert_says (forecast, PS_FORECAST_PREVIOUS_YEAR, "-");
      assert_says (forecast, PS_FORECAST_IN_CARE, cases[i].in_care);
      /* without any history the first that can be computed; care in progress never by itself */
      g_assert_cmpint (forecast->proposed, ==, any ? PS_FORECAST_LINEAR : PS_FORECAST_CEILING);
      g_assert_cmpint (forecast->proposed_cents, ==, any ? test_cents (cases[i].linear) : 100000);
      g_assert_cmpint (g_array_index (forecast->tries, PsForecastTry, 0).error_e12, ==, NONE);
      g_assert_nonnull (forecast->why);
    }
}

/* The total last year × realised ÷ realised on the same day last year. */
static void
test_previous_year (void)
{
  static const struct
  {
    Year years[2];
    const char *expected;
  } cases[] = {
    { { { "2024-02-29", "600", "", NULL, NULL }, { "2023-02-28", "500", "", "4.000", NULL } }, "4.800" },
    { { { "2024-02-29", "0", "", NULL, NULL }, { "2023-02-28", "500", "", "4.000", NULL } }, "0" },
    { { { "2024-02-29", "600", "", NULL, NULL }, { "2023-02-28", "500", "", "0", NULL } }, "0" },
    { { { "2024-02-29", "0,01", "", NULL, NULL }, { "2023-02-28", "0,02", "", "0,01", NULL } }, "0,01" }, /* half: away */
    { { { "2024-02-29", "1", "", NULL, NULL }, { "2023-02-28", "3", "", "1", NULL } }, "0,33" },
    { { { "2024-02-29", "-600", "", NULL, NULL }, { "2023-02-28", "500", "", "4.000", NULL } }, "-4.800" },
    /* the year before began in July, or is not complete */
    { { { "2024-02-29", "600", "", NULL, NULL }, { "2023-02-28", "0", "", "4.000", NULL } }, "-" },
    { { { "2024-02-29", "600", "", NULL, NULL }, { "2023-02-28", "500", "", NULL, NULL } }, "-" },
    { { { "2023-12-31", "0", "", NULL, NULL }, { "2022-12-31", "0", "", "4.000", NULL } }, "-" },
    /* 128 bits between, and too large at the end */
    { { { "2024-02-29", "92.233.720.368.547.758,07", "", NULL, NULL },
        { "2023-02-28", "92.233.720.368.547.758,07", "", "92.233.720.368.547.758,07", NULL } },
      "92.233.720.368.547.758,07" },
    { { { "2024-02-29", "92.233.720.368.547.758,07", "", NULL, NULL }, { "2023-02-28", "1", "", "2", NULL } }, "-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsForecast) forecast = make (cases[i].years, 2);

      g_test_message ("case %u", i);
      assert_says (forecast, PS_FORECAST_PREVIOUS_YEAR, cases[i].expected);
    }
}

static void
test_too_large (void)
{
  static const Year year = { "2024-01-31", "92.233.720.368.547.758,07", "92.233.720.368.547.758,07", NULL, NULL };
  g_autoptr (PsForecast) forecast = make (&year, 1);

  assert_says (forecast, PS_FORECAST_LINEAR, "-");
  assert_says (forecast, PS_FORECAST_ROLLING, "-");
  g_assert_cmpint (forecast->proposed, ==, PS_FORECAST_CEILING);
}

/* Errors */

static void
assert_error (const PsForecast *forecast, PsForecastMethod method, guint n, gint64 error_e12, gint64 error_bp)
{
  const PsForecastTry *attempt = ps_forecast_find (forecast, method);

  g_assert_cmpuint (attempt->errors->len, ==, n);
  g_assert_cmpint (attempt->error_e12, ==, error_e12);
  g_assert_cmpint (attempt->error_bp, ==, error_bp);
}

#define E12(text) test_number (text, 12)

/* Three full years: linear would have said 3.650, 7.300 and 1.825 on 28 February, rolling twelve times January. */
static void
test_errors (void)
{
  static const Year years[] = { { "2024-02-29", "600", "300 600", NULL, "3.000" },
                                { "2023-02-28", "590", "300", "3.650", "3.650" },
                                { "2022-02-28", "1.180", "600", "7.300", "7.300" },
                                { "2021-02-28", "295", "150", "1.825", "1.000" },
                                { "2020-02-28", "100", "50", "1.000", "1" } };
  g_autoptr (PsForecast) forecast = make (years, G_N_ELEMENTS (years)), two = make (years, 3);
  const PsForecastTry *linear = ps_forecast_find (forecast, PS_FORECAST_LINEAR);

  /* 590 ÷ 59 × 365 = 3.650; 7.300; 1.825: never wrong. Rolling: 3.600, 7.200, 1.800: 50 ÷ 3.650 in each year. */
  assert_error (forecast, PS_FORECAST_LINEAR, 3, 0, 0);
  assert_error (forecast, PS_FORECAST_ROLLING, 3, E12 ("0,013698630137"), 137);
  /* 7.300 × 590 ÷ 1.180 = 3.650; 1.825 × 1.180 ÷ 295 = 7.300; 1.000 × 295 ÷ 100 = 2.950: 1.125 ÷ 1.825 ÷ 3 */
  assert_error (forecast, PS_FORECAST_PREVIOUS_YEAR, 3, E12 ("0,205479452055"), 2055);
  assert_error (forecast, PS_FORECAST_IN_CARE, 3, E12 ("0,150684931507"), 1507);
  g_assert_cmpint (g_array_index (linear->errors, PsForecastError, 0).year, ==, 2023);
  g_assert_cmpint (g_array_index (linear->errors, PsForecastError, 0).forecast_cents, ==, 365000);
  g_assert_cmpint (g_array_index (linear->errors, PsForecastError, 2).year, ==, 2021);
  g_assert_cmpint (forecast->proposed, ==, PS_FORECAST_LINEAR);
  g_assert_nonnull (strstr (forecast->why, "2023, 2022 and 2021"));
  g_assert_nonnull (strstr (two->why, "of 2023 and 2022 it was"));
}

/* A fourth full year does not count; one that is not full, or of which the total is zero, neither. */
static void
test_error_years (void)
{
  static const Year years[] = { { "2024-01-31", "31", "31", NULL, NULL },
                                { "2023-01-31", "31", "31", NULL, NULL },  /* not complete */
                                { "2022-01-31", "31", "31", "365", NULL }, /* linear right, rolling 372 */
                                { "2021-01-31", "31", "31", "0", NULL },   /* a year of zero */
                                { "2020-01-31", "31", "31", "372", NULL }, /* linear 366: 6 ÷ 372; rolling right */
                                { "2019-01-31", "31", "31", "1.000", NULL } };
  g_autoptr (PsForecast) forecast = make (years, G_N_ELEMENTS (years));

  assert_error (forecast, PS_FORECAST_LINEAR, 2, E12 ("0,008064516129"), 81);
  assert_error (forecast, PS_FORECAST_ROLLING, 2, E12 ("0,009589041096"), 96);
  /* 2022 from 2021: 0 × 31 ÷ 31 = 0, all of it wrong; 2020 from 2019: 1.000, 628 ÷ 372 */
  assert_error (forecast, PS_FORECAST_PREVIOUS_YEAR, 2, E12 ("1,344086021506"), 13441);
  g_assert_cmpint (forecast->proposed, ==, PS_FORECAST_LINEAR);
}

/* Too far off to be counted still compares. */
static void
test_error_too_large (void)
{
  static const Year years[] = { { "2024-01-31", "1", "1", NULL, NULL },
                                { "2023-01-31", "900.000.000.000.000", "0", "0,01", NULL } };
  g_autoptr (PsForecast) forecast = make (years, 2);

  g_assert_cmpint (ps_forecast_find (forecast, PS_FORECAST_LINEAR)->error_e12, ==, G_MAXINT64);
  g_assert_cmpint (forecast->proposed, ==, PS_FORECAST_ROLLING);
}

/* Which one is proposed */

static void
assert_proposed (const Year *years, guint n, PsForecastMethod expected, const char *why)
{
  g_autoptr (PsForecast) forecast = make (years, n);

  g_test_message ("%s", forecast->why);
  g_assert_cmpint (forecast->proposed, ==, expected);
  g_assert_nonnull (strstr (forecast->why, why));
  if (expected != PS_FORECAST_CEILING)
    g_assert_cmpint (forecast->proposed_cents, ==, ps_forecast_find (forecast, expected)->forecast_cents);
}

static void
test_proposal (void)
{
  static const Year smallest[] = { { "2024-01-31", "31", "31", NULL, NULL }, { "2023-01-31", "31", "31", "372", NULL } };
  static const Year tie[] = { { "2024-01-31", "31", "31", NULL, NULL }, { "2023-01-31", "31", "31", "368,50", NULL } };
  static const Year previous[] = { { "2024-01-31", "31", "31", NULL, NULL },
                                   { "2023-01-31", "31", "31", "100", NULL },
                                   { "2022-01-31", "31", "31", "100", NULL } };
  /* The care in progress was right, and is not proposed. */
  static const Year in_care[] = { { "2024-01-31", "31", "31", NULL, "400" }, { "2023-01-31", "31", "31", "400", "400" } };
  /* Last year is there, the year before it not: the previous year could not be tested, and the others were. */
  static const Year untested[] = { { "2024-01-31", "31", "31", NULL, NULL }, { "2023-01-31", "1", "1", "1.000", NULL } };
  /* Of this year no month is complete, so rolling says nothing, however good it was. */
  static const Year absent[] = { { "2024-01-30", "30", "", NULL, NULL }, { "2023-01-30", "10", "1", "365", NULL } };
  static const Year nothing[] = { { "2023-12-31", "0", "", NULL, "5" }, { "2022-12-31", "0", "", "365", NULL } };

  assert_proposed (smallest, 2, PS_FORECAST_ROLLING, "2023");
  assert_proposed (tie, 2, PS_FORECAST_LINEAR, "2023");
  assert_proposed (previous, 3, PS_FORECAST_PREVIOUS_YEAR, "2023");
  assert_proposed (in_care, 2, PS_FORECAST_ROLLING, "2023");
  assert_proposed (untested, 2, PS_FORECAST_ROLLING, "2023");
  assert_proposed (absent, 2, PS_FORECAST_LINEAR, "only one");
  assert_proposed (nothing, 2, PS_FORECAST_CEILING, "ceiling");
  assert_proposed (smallest, 1, PS_FORECAST_LINEAR, "no earlier year");
}

/* Words */

static void
test_words (void)
{
  static const char *const codes[PS_N_FORECASTS] = { "ceiling", "linear", "rolling", "previous-year", "manual", "in-care" };

  for (guint i = 0; i < PS_N_FORECASTS; i++)
    {
      g_autofree char *text = ps_forecast_method_text ((PsForecastMethod) i);

      g_assert_cmpstr (ps_forecast_method_code ((PsForecastMethod) i), ==, codes[i]);
      g_assert_cmpuint (strlen (ps_forecast_method_label ((PsForecastMethod) i)), >, 0);
      g_assert_true (g_str_has_suffix (text, "."));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/one-year", test_one_year);
  g_test_add_func ("/forecast/previous-year", test_previous_year);
  g_test_add_func ("/forecast/too-large", test_too_large);
  g_test_add_func ("/forecast/errors", test_errors);
  g_test_add_func ("/forecast/error-years", test_error_years);
  g_test_add_func ("/forecast/error-too-large", test_error_too_large);
  g_test_add_func ("/forecast/proposal", test_proposal);
  g_test_add_func ("/forecast/words", test_words);
  return g_test_run ();
}
