/* test-holidays.c: the public holidays of a year, the law's or the region's own (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "letter-test.h"

static GArray *
load (StoreTest *test, int year, gboolean *own)
{
  g_autoptr (GError) error = NULL;
  GArray *holidays = ps_holidays_load (test->store, year, own, &error);

  g_assert_no_error (error);
  return holidays;
}

/* "DAY NAME" parted by commas: with the ids of `shown` where a day is there. */
static GArray *
make (const char *text, const GArray *shown)
{
  GArray *holidays = g_array_new (FALSE, TRUE, sizeof (PsHoliday));
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL && *text != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", 2);
      PsHoliday holiday = { 0, change_test_day (words[0]), g_strdup (words[1]) };

      for (guint k = 0; shown != NULL && k < shown->len; k++)
        if (g_array_index (shown, PsHoliday, k).day == holiday.day)
          holiday.id = g_array_index (shown, PsHoliday, k).id;
      g_array_append_val (holidays, holiday);
    }
  return holidays;
}

static void
array_free (GArray *holidays)
{
  for (guint i = 0; i < holidays->len; i++)
    g_free (g_array_index (holidays, PsHoliday, i).name);
  g_array_unref (holidays);
}

static gint64
save (StoreTest *test, int year, const GArray *before, const char *after, GError **error)
{
  GArray *wanted = make (after, before);
  gint64 record = -1;
  gboolean ok = ps_holidays_save (test->store, "tester", year, before, wanted, &record, error);

  array_free (wanted);
  return ok ? record : -1;
}

static void
test_of_law (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  gboolean own = TRUE;
  g_autoptr (GArray) holidays = load (test, 2025, &own);

  g_assert_false (own);
  g_assert_cmpuint (holidays->len, ==, 9);
  g_assert_cmpint (g_array_index (holidays, PsHoliday, 3).day, ==, change_test_day ("26-04-2025"));
  g_assert_cmpint (g_array_index (holidays, PsHoliday, 3).id, ==, 0);
}

/* Those of the law are what a year begins with: kept, they are the region's own. */
static void
test_own (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (GArray) law = load (test, 2025, NULL);
  g_autoptr (GArray) kept = NULL;
  g_autoptr (GArray) fewer = NULL;
  g_autoptr (GArray) other = NULL;
  g_autoptr (GError) error = NULL;
  gboolean own = FALSE;
  const char *before = change_test_content (test);
  gint64 record = save (test, 2025, law, "01-01-2025 New Year,24-12-2025 Closed", &error);

  g_assert_no_error (error);
  g_assert_cmpint (record, >, 0);
  change_test_assert_undoes (test, record, before);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM audit_record WHERE thing = 'holidays:2025'"), >, 0);
  kept = load (test, 2025, &own);
  g_assert_true (own);
  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_cmpstr (g_array_index (kept, PsHoliday, 1).name, ==, "Closed");
  g_assert_cmpint (g_array_index (kept, PsHoliday, 1).id, >, 0);
  /* another year is another matter */
  other = load (test, 2026, &own);
  g_assert_false (own);
  g_assert_cmpuint (other->len, ==, 9);
  /* one renamed, one gone, one new; in one change */
  before = change_test_content (test);
  record = save (test, 2025, kept, "24-12-2025 Closed all day,31-12-2025 Closed", &error);
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, before);
  fewer = load (test, 2025, NULL);
  g_assert_cmpuint (fewer->len, ==, 2);
  g_assert_cmpint (g_array_index (fewer, PsHoliday, 0).id, ==, g_array_index (kept, PsHoliday, 1).id);
  g_assert_cmpstr (g_array_index (fewer, PsHoliday, 0).name, ==, "Closed all day");
  /* as they are: nothing to write */
  g_assert_cmpint (save (test, 2025, fewer, "24-12-2025 Closed all day,31-12-2025 Closed", &error), ==, 0);
  /* none: those of the law again */
  g_assert_cmpint (save (test, 2025, fewer, "", &error), >, 0);
  g_assert_no_error (error);
  g_array_unref (law);
  law = load (test, 2025, &own);
  g_assert_false (own);
  store_test_assert_sound (test);
}

static void
test_refused (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) shown = NULL;
  const char *before;

  g_assert_cmpint (save (test, 2025, NULL, "01-01-2025 New Year", &error), >, 0);
  g_assert_no_error (error);
  shown = load (test, 2025, NULL);
  before = change_test_content (test);
  g_assert_cmpint (save (test, 2025, shown, "01-01-2025 New Year,01-01-2026 New Year", &error), ==, -1);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "01-01-2026|2025");
  g_assert_cmpint (save (test, 2025, shown, "01-01-2025 New Year,01-01-2025 Again", &error), ==, -1);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "twice");
  g_assert_cmpint (save (test, 2025, shown, "01-01-2025  ", &error), ==, -1);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "no name");
  g_assert_cmpstr (change_test_content (test), ==, before);
  /* a colleague added one */
  change_test_insert (test, "holiday", "day=24-12-2025 name=Closed", &error);
  g_assert_no_error (error);
  g_assert_cmpint (save (test, 2025, shown, "01-01-2025 Other", &error), ==, -1);
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "2025");
  /* two who begin at the same time: the second has not seen the first */
  g_assert_cmpint (save (test, 2025, NULL, "05-05-2025 Other", &error), ==, -1);
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "2025");
  store_test_assert_sound (test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/of-law", test_of_law);
  g_test_add_func ("/holidays/own", test_own);
  g_test_add_func ("/holidays/refused", test_refused);
  return g_test_run ();
}
