/* test-work-days.c: working days, and the holidays of the Algemene termijnenwet (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The calendars were made by hand, from printed ones.
 */
#include "core/ps-work-days.h"

static PsDate
day (const char *iso)
{
  PsDate date = 0;

  g_assert_true (ps_date_parse (iso, &date));
  return date;
}

/* A year's holidays as "01-01 29-03 …". */
static char *
days_of (int year)
{
  g_autoptr (GArray) holidays = ps_holidays_of_year (year);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < holidays->len; i++)
    {
      const PsHoliday *holiday = &g_array_index (holidays, PsHoliday, i);
      g_autofree char *iso = ps_date_to_iso (holiday->day);

      g_assert_cmpint (holiday->id, ==, 0);
      g_assert_cmpint (ps_date_year (holiday->day), ==, year);
      g_assert_true (i == 0 || holiday->day > g_array_index (holidays, PsHoliday, i - 1).day);
      g_string_append_printf (text, "%s%.2s-%.2s", i > 0 ? " " : "", iso + 8, iso + 5);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  int year;
  const char *days;
} calendars[] = {
  { 2023, "01-01 07-04 10-04 27-04 05-05 18-05 29-05 25-12 26-12" },
  { 2024, "01-01 29-03 01-04 27-04 05-05 09-05 20-05 25-12 26-12" },
  /* 27 April is a Sunday */
  { 2025, "01-01 18-04 21-04 26-04 05-05 29-05 09-06 25-12 26-12" },
  { 2026, "01-01 03-04 06-04 27-04 05-05 14-05 25-05 25-12 26-12" },
  { 2027, "01-01 26-03 29-03 27-04 05-05 06-05 17-05 25-12 26-12" },
  /* Easter at its latest in this century, and early */
  { 2038, "01-01 23-04 26-04 27-04 05-05 03-06 14-06 25-12 26-12" },
  { 2035, "01-01 23-03 26-03 27-04 03-05 05-05 14-05 25-12 26-12" },
  /* Ascension Day on 5 May: one day */
  { 2016, "01-01 25-03 28-03 27-04 05-05 16-05 25-12 26-12" },
  { 2014, "01-01 18-04 21-04 26-04 05-05 29-05 09-06 25-12 26-12" },
};

static void
test_calendars (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (calendars); i++)
    {
      g_autofree char *days = days_of (calendars[i].year);

      g_assert_cmpstr (days, ==, calendars[i].days);
    }
}

static void
test_names (void)
{
  g_autoptr (GArray) of_2025 = ps_holidays_of_year (2025);
  g_autoptr (GArray) of_2016 = ps_holidays_of_year (2016);

  g_assert_cmpstr (g_array_index (of_2025, PsHoliday, 1).name, ==, "Good Friday");
  g_assert_cmpstr (g_array_index (of_2025, PsHoliday, 3).name, ==, "King’s Day");
  g_assert_cmpstr (g_array_index (of_2016, PsHoliday, 4).name, ==, "Liberation Day, Ascension Day");
}

static const struct
{
  const char *sent;
  int n;
  const char *due;
} terms[] = {
  /* without holidays: the day itself does not count */
  { "2024-07-26", 10, "2024-08-09" },
  { "2024-07-26", 1, "2024-07-29" },
  { "2024-07-22", 5, "2024-07-29" },
  { "2024-07-26", 0, "2024-07-26" },
  /* from a Saturday and a Sunday */
  { "2024-07-27", 1, "2024-07-29" },
  { "2024-07-28", 10, "2024-08-09" },
  /* Good Friday and Easter Monday */
  { "2024-03-27", 10, "2024-04-12" },
  { "2024-03-28", 1, "2024-04-02" },
  /* King's Day on a Monday, Liberation Day on a Tuesday */
  { "2026-04-17", 10, "2026-05-04" },
  { "2026-04-20", 10, "2026-05-06" },
  /* King's Day on the Saturday before: the Monday after it is worked on */
  { "2025-04-25", 1, "2025-04-28" },
  /* Ascension Day and Whit Monday */
  { "2024-05-08", 1, "2024-05-10" },
  { "2024-05-17", 1, "2024-05-21" },
  /* across the turn of the year, with the holidays of both */
  { "2025-12-19", 10, "2026-01-07" },
  { "2024-12-24", 3, "2024-12-31" },
  { "2024-12-31", 1, "2025-01-02" },
};

static GArray *
holidays_around (int year)
{
  GArray *holidays = ps_holidays_of_year (year);
  g_autoptr (GArray) next = ps_holidays_of_year (year + 1);

  for (guint i = 0; i < next->len; i++)
    {
      PsHoliday holiday = { 0, g_array_index (next, PsHoliday, i).day, NULL };

      g_array_append_val (holidays, holiday);
    }
  return holidays;
}

static void
test_terms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      PsDate sent = day (terms[i].sent);
      g_autoptr (GArray) holidays = holidays_around (ps_date_year (sent));
      g_autofree char *due = ps_date_to_iso (ps_work_days_after (sent, terms[i].n, holidays));

      g_test_message ("%d working days after %s", terms[i].n, terms[i].sent);
      g_assert_cmpstr (due, ==, terms[i].due);
    }
}

/* What a region keeps itself is all that counts; and none at all may be kept. */
static void
test_own (void)
{
  PsHoliday closed = { 1, day ("2024-07-29"), (char *) "Closed" };
  g_autoptr (GArray) holidays = g_array_new (FALSE, FALSE, sizeof (PsHoliday));

  g_array_append_val (holidays, closed);
  g_assert_cmpint (ps_work_days_after (day ("2024-07-26"), 1, holidays), ==, day ("2024-07-30"));
  g_assert_cmpint (ps_work_days_after (day ("2024-12-24"), 1, holidays), ==, day ("2024-12-25"));
  g_assert_cmpint (ps_work_days_after (day ("2024-12-24"), 1, NULL), ==, day ("2024-12-25"));
}

static const struct
{
  const char *day;
  const char *moved;
} moved_on[] = {
  { "2024-07-26", "2024-07-26" },
  { "2024-07-27", "2024-07-29" },
  { "2024-07-28", "2024-07-29" },
  /* Good Friday to Easter Monday */
  { "2024-03-29", "2024-04-02" },
  { "2024-12-25", "2024-12-27" },
  { "2027-01-01", "2027-01-04" },
  /* a Saturday, and the next year's first day */
  { "2028-12-30", "2029-01-02" },
};

/* A term does not end in a weekend or on a holiday. */
static void
test_moved_on (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moved_on); i++)
    {
      PsDate from = day (moved_on[i].day);
      g_autoptr (GArray) holidays = holidays_around (ps_date_year (from));
      g_autofree char *moved = ps_date_to_iso (ps_work_day_from (from, holidays));

      g_assert_cmpstr (moved, ==, moved_on[i].moved);
    }
  g_assert_cmpint (ps_work_day_from (day ("2024-12-25"), NULL), ==, day ("2024-12-25"));
}

static void
test_is_work_day (void)
{
  g_autoptr (GArray) holidays = ps_holidays_of_year (2024);

  g_assert_true (ps_is_work_day (day ("2024-07-26"), holidays));
  g_assert_false (ps_is_work_day (day ("2024-07-27"), holidays));
  g_assert_false (ps_is_work_day (day ("2024-07-28"), holidays));
  g_assert_false (ps_is_work_day (day ("2024-12-25"), holidays));
  g_assert_true (ps_is_work_day (day ("2024-12-25"), NULL));
  /* before 1970 weekdays go on as they do */
  g_assert_false (ps_is_work_day (day ("1969-12-28"), NULL));
  g_assert_true (ps_is_work_day (day ("1969-12-29"), NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-days/calendars", test_calendars);
  g_test_add_func ("/work-days/names", test_names);
  g_test_add_func ("/work-days/terms", test_terms);
  g_test_add_func ("/work-days/own", test_own);
  g_test_add_func ("/work-days/moved-on", test_moved_on);
  g_test_add_func ("/work-days/is-work-day", test_is_work_day);
  return g_test_run ();
}
