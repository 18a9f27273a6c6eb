/* test-date.c: calendar days, months and their notations (domain.md §3)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "region-builder.h"

#include <string.h>

static void
test_known_days (void)
{
  g_assert_cmpint (ps_date_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (ps_date_from_ymd (1969, 12, 31), ==, -1);
  g_assert_cmpint (ps_date_from_ymd (2000, 3, 1), ==, 11017);
  g_assert_cmpint (ps_date_from_ymd (1900, 1, 1), ==, PS_DATE_MIN);
  g_assert_cmpint (ps_date_from_ymd (2199, 12, 31), ==, PS_DATE_MAX);
}

/* GLib's own calendar is the second opinion. */
static void
test_every_day (void)
{
  g_autoptr (GDate) expected = g_date_new_dmy (1, 1, 1900);

  for (PsDate day = PS_DATE_MIN; day <= PS_DATE_MAX; day++, g_date_add_days (expected, 1))
    {
      int year, month, day_of_month;

      ps_date_to_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (expected));
      g_assert_cmpint (month, ==, (int) g_date_get_month (expected));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (expected));
      g_assert_cmpint (ps_date_from_ymd (year, month, day_of_month), ==, day);
      g_assert_cmpint (ps_date_year (day), ==, year);
    }
}

static void
test_parts_may_be_left_out (void)
{
  int month = 0;

  ps_date_to_ymd (test_date ("31-12-2024"), NULL, &month, NULL);
  g_assert_cmpint (month, ==, 12);
}

static void
test_years (void)
{
  static const struct
  {
    int year, days;
  } cases[] = { { 1900, 365 }, { 2000, 366 }, { 2023, 365 }, { 2024, 366 }, { 2100, 365 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year = cases[i].year;
      g_assert_cmpint (ps_date_days_in_year (year), ==, cases[i].days);
      g_assert_cmpint (ps_date_days_in_month (year, 2), ==, cases[i].days - 337);
      g_assert_cmpint (ps_date_year_end (year) - ps_date_year_start (year) + 1, ==, cases[i].days);
      g_assert_cmpint (ps_date_is_valid_ymd (year, 2, 29), ==, cases[i].days == 366);
    }
}

static void
test_valid_days (void)
{
  g_assert_true (ps_date_is_valid_ymd (2024, 1, 31));
  g_assert_false (ps_date_is_valid_ymd (2024, 4, 31));
  g_assert_false (ps_date_is_valid_ymd (2024, 1, 0));
  g_assert_false (ps_date_is_valid_ymd (2024, 0, 1));
  g_assert_false (ps_date_is_valid_ymd (2024, 13, 1));
  g_assert_false (ps_date_is_valid_ymd (2024, 1, -1));
  g_assert_false (ps_date_is_valid_ymd (1899, 12, 31));
  g_assert_false (ps_date_is_valid_ymd (2200, 1, 1));
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } cases[] = {
    { "2023-01-31", 1, "2023-02-28" },   { "2024-01-31", 1, "2024-02-29" },  { "1900-01-31", 1, "1900-02-28" },
    { "2100-01-31", 1, "2100-02-28" },   { "2000-01-31", 1, "2000-02-29" },  { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-29", 48, "2028-02-29" },  { "2024-02-29", 1, "2024-03-29" },  { "2024-03-31", 1, "2024-04-30" },
    { "2024-12-31", 2, "2025-02-28" },   { "2024-11-30", 3, "2025-02-28" },  { "2024-05-15", 0, "2024-05-15" },
    { "2024-12-01", 1, "2025-01-01" },   { "2024-01-15", -1, "2023-12-15" }, { "2024-03-31", -1, "2024-02-29" },
    { "2024-01-31", -13, "2022-12-31" }, { "2024-06-30", 12, "2025-06-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *to = ps_date_to_iso (ps_date_add_months (test_date (cases[i].from), cases[i].months));
      g_assert_cmpstr (to, ==, cases[i].to);
    }
  g_assert_cmpint (ps_date_add_months (PS_DATE_OPEN, 1), ==, PS_DATE_OPEN);
}

static void
test_last_month_end (void)
{
  g_assert_cmpint (ps_date_last_month_end (ps_date_from_ymd (2024, 2, 29)), ==, ps_date_from_ymd (2024, 2, 29));
  g_assert_cmpint (ps_date_last_month_end (ps_date_from_ymd (2024, 2, 28)), ==, ps_date_from_ymd (2024, 1, 31));
  g_assert_cmpint (ps_date_last_month_end (ps_date_from_ymd (2023, 3, 30)), ==, ps_date_from_ymd (2023, 2, 28));
  g_assert_cmpint (ps_date_last_month_end (ps_date_from_ymd (2024, 1, 1)), ==, ps_date_from_ymd (2023, 12, 31));
  g_assert_cmpint (ps_date_last_month_end (ps_date_from_ymd (2024, 12, 31)), ==, ps_date_from_ymd (2024, 12, 31));
}

static void
test_months_elapsed (void)
{
  static const struct
  {
    const char *from, *to;
    int months;
  } cases[] = {
    { "2024-01-31", "2024-02-28", 0 },  { "2024-01-31", "2024-02-29", 1 }, { "2023-01-31", "2023-02-28", 1 },
    { "2024-01-31", "2024-03-30", 1 },  { "2024-01-31", "2024-03-31", 2 }, { "2024-02-29", "2025-02-28", 12 },
    { "2024-02-29", "2025-02-27", 11 }, { "2024-05-10", "2024-05-10", 0 }, { "2023-10-10", "2024-05-01", 6 },
    { "2023-10-10", "2024-05-10", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ps_date_months_elapsed (test_date (cases[i].from), test_date (cases[i].to)), ==, cases[i].months);
}

/* The same day, but the last of a month stays one. */
static void
test_year_before (void)
{
  static const struct
  {
    const char *day, *before;
  } cases[] = {
    { "2025-02-28", "2024-02-29" }, { "2024-02-29", "2023-02-28" }, { "2024-02-28", "2023-02-28" },
    { "2025-02-27", "2024-02-27" }, { "2025-05-31", "2024-05-31" }, { "2025-01-01", "2024-01-01" },
    { "2024-12-31", "2023-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = ps_date_to_iso (ps_date_year_before (test_date (cases[i].day)));

      g_assert_cmpstr (before, ==, cases[i].before);
    }
  g_assert_cmpint (ps_date_year_before (PS_DATE_OPEN), ==, PS_DATE_OPEN);
}

/* Its definition: the largest n with add_months (a, n) ≤ b; over every pair of days of three years with a leap day. */
static void
test_months_elapsed_by_definition (void)
{
  PsDate last = ps_date_year_end (2025);

  for (PsDate from = ps_date_year_start (2023); from <= last; from++)
    for (PsDate to = from; to <= last; to++)
      {
        int n = ps_date_months_elapsed (from, to);
        g_assert_cmpint (ps_date_add_months (from, n), <=, to);
        g_assert_cmpint (ps_date_add_months (from, n + 1), >, to);
      }
}

static void
test_parse (void)
{
  static const char *const good[] = { "29-02-2024", "2024-02-29", "20240229" };
  static const char *const bad[] = {
    "",           " ",          "1-1-2024",    "01-01-24",    "2024-2-1",    "29-02-2023",       "29-02-2100",
    "31-04-2024", "00-01-2024", "01-00-2024",  "01-13-2024",  "2024-13-01",  "31/12/2024",       "2024/12/31",
    "31.12.2024", "20240230",   "2024-12-31 ", " 31-12-2024", "31-12-2024x", "2024-12-31T00:00", "31-12-1899",
    "01-01-2200", "12-31-2024", "2024123",     "202412311",   "+1-12-2024",  "-1-12-2024",       "31--1-2024",
    "0x-12-2024", "31-12",      "2024",        "31-12-20 4",  "31-1212024",  "3112-2024",        "2024-1231",
    "202412-31",  "31122024",   "١١-١١-٢٠٢٤",
  };
  PsDate date = 7;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (ps_date_parse (good[i], &date));
      g_assert_cmpint (date, ==, ps_date_from_ymd (2024, 2, 29));
    }
  date = 7;
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("\"%s\"", bad[i]);
      g_assert_false (ps_date_parse (bad[i], &date));
      g_assert_cmpint (date, ==, 7);
    }
  g_assert_cmpint (test_date ("01-01-1900"), ==, PS_DATE_MIN);
  g_assert_cmpint (test_date ("21991231"), ==, PS_DATE_MAX);
}

static void
test_parse_month (void)
{
  static const char *const bad[] = { "",        "13-2024",  "00-2024",    "1-2024", "01-24",
                                     "01/2024", "01-2024 ", "01-01-2024", "012024", "01-1899" };
  PsDate first = 7;

  g_assert_true (ps_date_parse_month ("02-2024", &first));
  g_assert_cmpint (first, ==, ps_date_from_ymd (2024, 2, 1));
  first = 7;
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("\"%s\"", bad[i]);
      g_assert_false (ps_date_parse_month (bad[i], &first));
      g_assert_cmpint (first, ==, 7);
    }
}

static void
test_iso (void)
{
  g_autofree char *day = ps_date_to_iso (ps_date_from_ymd (1900, 2, 3));
  g_autofree char *open = ps_date_to_iso (PS_DATE_OPEN);

  g_assert_cmpstr (day, ==, "1900-02-03");
  g_assert_cmpstr (open, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/year-before", test_year_before);
  g_test_add_func ("/date/known-days", test_known_days);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/parts-may-be-left-out", test_parts_may_be_left_out);
  g_test_add_func ("/date/years", test_years);
  g_test_add_func ("/date/valid-days", test_valid_days);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/last-month-end", test_last_month_end);
  g_test_add_func ("/date/months-elapsed", test_months_elapsed);
  g_test_add_func ("/date/months-elapsed-by-definition", test_months_elapsed_by_definition);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/parse-month", test_parse_month);
  g_test_add_func ("/date/iso", test_iso);
  return g_test_run ();
}
