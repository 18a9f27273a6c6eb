/* test-region-year.c: a year month by month: nothing is lost between the months
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-region-year.h"

#include "core/ps-settlement.h"

#define NO PS_NO_NUMBER

static const gint64 nothing[12] = { NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO };

/* To the end of each month: 10, 30, 60, 100 … */
static void
grow (gint64 *sums, guint n_months)
{
  for (guint i = 0; i < 12; i++)
    sums[i] = i < n_months ? (gint64) (i + 1) * (i + 2) * 5 : NO;
}

static gint64
sum_of (const gint64 *months, guint first)
{
  gint64 sum = 0;

  for (guint i = first; i < 12; i++)
    sum += months[i];
  return sum;
}

static void
assert_none (const gint64 *months, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    g_assert_cmpint (months[i], ==, NO);
}

static void
make (const PsYearCourse *course, PsYearMonths *months)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ps_year_months_make (course, months, &error));
  g_assert_no_error (error);
}

static void
test_apart (void)
{
  gint64 sums[12], last[12];
  PsYearMonths months;
  PsYearCourse course = { 2024, 1000, 950, 1050, 400, sums, last };

  grow (sums, 5);
  grow (last, 12);
  make (&course, &months);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (months.realised_cents[i], ==, (i + 1) * 10);
  assert_none (months.realised_cents, 5, 12);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpint (months.last_cents[i], ==, (i + 1) * 10);
  /* 1000 ÷ 12 = 83,33: the first four get the cents that are left. */
  g_assert_cmpint (months.agreed_cents[0], ==, 84);
  g_assert_cmpint (months.agreed_cents[3], ==, 84);
  g_assert_cmpint (months.agreed_cents[4], ==, 83);
  g_assert_cmpint (sum_of (months.agreed_cents, 0), ==, 1000);
  g_assert_cmpint (sum_of (months.lower_cents, 0), ==, 950);
  g_assert_cmpint (sum_of (months.upper_cents, 0), ==, 1050);
}

/* 400 − 150 realised = 250 for June to December, that had 60 … 120 (630 together) the year before. */
static void
test_rest_as_last_year (void)
{
  static const gint64 expected[7] = { 24, 28, 32, 36, 40, 43, 47 };
  gint64 sums[12], last[12];
  PsYearMonths months;
  PsYearCourse course = { 2024, 1000, 950, 1050, 400, sums, last };

  grow (sums, 5);
  grow (last, 12);
  make (&course, &months);
  assert_none (months.forecast_cents, 0, 5);
  g_assert_cmpint (sum_of (months.forecast_cents, 5), ==, 250);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (months.forecast_cents[5 + i], ==, expected[i]);
}

/* Of last year not every month is known, or one of them was negative, or nothing was done in them: evenly. */
static void
test_rest_evenly (void)
{
  gint64 sums[12], last[12];
  PsYearMonths months;
  PsYearCourse course = { 2024, 0, 0, 0, 200, sums, NULL };

  grow (sums, 5);
  make (&course, &months);
  g_assert_cmpint (months.forecast_cents[5], ==, 8);
  g_assert_cmpint (months.forecast_cents[6], ==, 7);
  g_assert_cmpint (sum_of (months.forecast_cents, 5), ==, 50);

  course.last_month_cents = last;
  grow (last, 11);
  make (&course, &months);
  g_assert_cmpint (months.forecast_cents[5], ==, 8);

  grow (last, 12);
  last[11] = last[10] - 1;
  make (&course, &months);
  g_assert_cmpint (months.last_cents[11], ==, -1);
  g_assert_cmpint (months.forecast_cents[5], ==, 8);

  for (guint i = 0; i < 12; i++)
    last[i] = 900;
  make (&course, &months);
  g_assert_cmpint (months.forecast_cents[5], ==, 8);
  g_assert_cmpint (sum_of (months.forecast_cents, 5), ==, 50);
}

/* More was realised than the year is expected to end at: credits will follow. */
static void
test_rest_below_zero (void)
{
  gint64 sums[12];
  PsYearMonths months;
  PsYearCourse course = { 2024, 0, 0, 0, 100, sums, NULL };

  grow (sums, 5);
  make (&course, &months);
  g_assert_cmpint (months.forecast_cents[5], ==, -8);
  g_assert_cmpint (months.forecast_cents[11], ==, -7);
  g_assert_cmpint (sum_of (months.forecast_cents, 5), ==, -50);
}

static void
test_year_that_is_over (void)
{
  gint64 sums[12];
  PsYearMonths months;
  PsYearCourse course = { 2023, 1200, 1140, 1260, 780, sums, nothing };
  g_autoptr (PsSeriesSet) set = NULL;

  grow (sums, 12);
  make (&course, &months);
  assert_none (months.forecast_cents, 0, 12);
  g_assert_cmpint (sum_of (months.realised_cents, 0), ==, 780);
  set = ps_year_months_series (&months);
  g_assert_cmpuint (set->series->len, ==, 4);
  g_assert_null (ps_series_set_find (set, PS_ROLE_FORECAST));
  g_assert_null (ps_series_set_find (set, PS_ROLE_LAST));
  g_assert_cmpint (ps_series_set_find (set, PS_ROLE_AGREED)->values[11], ==, 100);
}

/* Nothing at all: no line is drawn. Nothing of this year yet: the whole forecast is to come. */
static void
test_nothing (void)
{
  PsYearMonths months;
  PsYearCourse course = { 2024, 0, 0, 0, NO, nothing, NULL };
  g_autoptr (PsSeriesSet) set = NULL;

  make (&course, &months);
  assert_none (months.agreed_cents, 0, 12);
  set = ps_year_months_series (&months);
  g_assert_true (ps_series_set_is_empty (set));
  course.agreed_cents = course.forecast_cents = 1200;
  make (&course, &months);
  assert_none (months.realised_cents, 0, 12);
  g_assert_cmpint (months.forecast_cents[0], ==, 100);
  g_assert_cmpint (sum_of (months.forecast_cents, 0), ==, 1200);
}

/* A month that is not known between two that are is no month of nothing. */
static void
test_gap (void)
{
  gint64 sums[12];
  PsYearMonths months;
  PsYearCourse course = { 2024, 0, 0, 0, 200, sums, NULL };

  grow (sums, 5);
  sums[2] = NO;
  make (&course, &months);
  g_assert_cmpint (months.realised_cents[1], ==, 20);
  assert_none (months.realised_cents, 2, 4);
  g_assert_cmpint (months.realised_cents[4], ==, 50);
  g_assert_cmpint (sum_of (months.forecast_cents, 5), ==, 50);
}

static void
test_too_large (void)
{
  const gint64 sums[12] = { -G_MAXINT64, G_MAXINT64, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO };
  PsYearCourse course = { 2024, 0, 0, 0, NO, sums, NULL };
  PsYearMonths months;
  g_autoptr (GError) error = NULL;

  g_assert_false (ps_year_months_make (&course, &months, &error));
  g_assert_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region-year/months-apart", test_apart);
  g_test_add_func ("/region-year/rest-as-last-year", test_rest_as_last_year);
  g_test_add_func ("/region-year/rest-evenly", test_rest_evenly);
  g_test_add_func ("/region-year/rest-below-zero", test_rest_below_zero);
  g_test_add_func ("/region-year/year-that-is-over", test_year_that_is_over);
  g_test_add_func ("/region-year/nothing", test_nothing);
  g_test_add_func ("/region-year/gap", test_gap);
  g_test_add_func ("/region-year/too-large", test_too_large);
  return g_test_run ();
}
