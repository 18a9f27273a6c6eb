/* test-typed-date.c: days as people type them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-typed.h"

#include <string.h>

static const struct
{
  const char *text;
  int year, month, day;
} good[] = {
  { "1-7-2024", 2024, 7, 1 },
  { "01-07-2024", 2024, 7, 1 },
  { "1/7/2024", 2024, 7, 1 },
  { "1.7.2024", 2024, 7, 1 },
  { "2024-07-01", 2024, 7, 1 },
  { "2024-7-1", 2024, 7, 1 },
  { "2024/07/01", 2024, 7, 1 },
  { "20240701", 2024, 7, 1 },
  { "01072024", 2024, 7, 1 },
  { "1 juli 2024", 2024, 7, 1 },
  { "1 jul 2024", 2024, 7, 1 },
  { "1 July 2024", 2024, 7, 1 },
  { "1 JULI 2024", 2024, 7, 1 },
  { "1-jul-2024", 2024, 7, 1 },
  { "1 jul. 2024", 2024, 7, 1 },
  { "1juli2024", 2024, 7, 1 },
  { " 1 - 7 - 2024 ", 2024, 7, 1 },
  { "1 7 2024", 2024, 7, 1 },
  { "1 mrt 2024", 2024, 3, 1 },
  { "1 maart 2024", 2024, 3, 1 },
  { "1 March 2024", 2024, 3, 1 },
  { "15 mei 2024", 2024, 5, 15 },
  { "15 May 2024", 2024, 5, 15 },
  { "3 okt 2024", 2024, 10, 3 },
  { "3 Oct 2024", 2024, 10, 3 },
  { "9 augustus 2024", 2024, 8, 9 },
  { "9 sept 2024", 2024, 9, 9 },
  { "29-2-2024", 2024, 2, 29 },
  { "29-02-2000", 2000, 2, 29 },
  { "31-12-2199", 2199, 12, 31 },
  { "1-1-1900", 1900, 1, 1 },
  { "1\342\200\2217\342\200\2212024", 2024, 7, 1 },
  { "1\302\240juli\302\2402024", 2024, 7, 1 },
  { "19001231", 1900, 12, 31 },
  { "20112011", 2011, 11, 20 },
  { "31122024", 2024, 12, 31 },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *why = NULL;
      PsDate date = 7;

      g_test_message ("\"%s\"", good[i].text);
      g_assert_cmpint (ps_typed_date (good[i].text, &date, &why), ==, PS_TYPED_OK);
      g_assert_cmpint (date, ==, ps_date_from_ymd (good[i].year, good[i].month, good[i].day));
      g_assert_null (why);
    }
}

static const struct
{
  const char *text;
  const char *says;
} bad[] = {
  { "1-7-24", "four digits" },
  { "1/7/24", "four digits" },
  { "1 juli 24", "four digits" },
  { "1 juli '24", "1 July 2024" },
  { "010724", "four digits" },
  { "1-7", "year is missing" },
  { "1 juli", "year is missing" },
  { "31-2-2024", "31-2-2024" },
  { "29-2-2023", "29-2-2023" },
  { "29-2-1900", "29-2-1900" },
  { "31 april 2024", "31-4-2024" },
  { "0-7-2024", "0-7-2024" },
  { "7/13/2024", "first" },
  { "1-0-2024", "first" },
  { "1-7-1899", "1900" },
  { "1-7-2200", "1900" },
  { "0000-01-01", "1900" },
  { "1 zomer 2024", "zomer" },
  { "99999999", "no such day" },
  { "00000000", "no such day" },
  { "20240230", "no such day" },
  { "31022024", "no such day" },
  { "2024", "1 July 2024" },
  { "1", "1 July 2024" },
  { "juli 2024", "1 July 2024" },
  { "juli", "1 July 2024" },
  { "1-7/2024", "1 July 2024" },
  { "1-7-", "year is missing" },
  { "1-7-2024-", "1 July 2024" },
  { "-1-7-2024", "1 July 2024" },
  { "1--7-2024", "1 July 2024" },
  { "1-7-2024 12:00", "1 July 2024" },
  { "1-7-20244", "four digits" },
  { "123-7-2024", "1 July 2024" },
  { "1-777-2024", "1 July 2024" },
  { "100 juli 2024", "1 July 2024" },
  { "2024-07-001", "1 July 2024" },
  { "1 juli van", "1 July 2024" },
  { "1 foo", "1 July 2024" },
  { "–", "1 July 2024" },
  { "vandaag", "1 July 2024" },
  { "\377", "1 July 2024" },
  { "1234567890123456789012345", "1 July 2024" },
  { "1-7-20240000000000000000000", "four digits" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *why = NULL;
      PsDate date = 7;

      g_assert_cmpint (ps_typed_date (bad[i].text, &date, &why), ==, PS_TYPED_WRONG);
      g_test_message ("case %u: %s", i, why);
      g_assert_cmpint (date, ==, PS_DATE_OPEN);
      g_assert_true (g_str_has_suffix (why, "."));
      g_assert_nonnull (strstr (why, bad[i].says));
      g_assert_cmpint (ps_typed_date (bad[i].text, &date, NULL), ==, PS_TYPED_WRONG);
    }
}

static void
test_empty (void)
{
  g_autofree char *why = NULL;
  PsDate date = 7;

  g_assert_cmpint (ps_typed_date ("", &date, &why), ==, PS_TYPED_EMPTY);
  g_assert_cmpint (date, ==, PS_DATE_OPEN);
  g_assert_cmpint (ps_typed_date (" \302\240\t", &date, &why), ==, PS_TYPED_EMPTY);
  g_assert_null (why);
}

/* Takes the text. */
static void
assert_reads (PsDate date, char *text)
{
  PsDate read;

  g_assert_cmpint (ps_typed_date (text, &read, NULL), ==, PS_TYPED_OK);
  g_assert_cmpint (read, ==, date);
  g_free (text);
}

/* Every day there is, in every notation: so no eight digits are two days. */
static void
test_every_day (void)
{
  for (PsDate date = PS_DATE_MIN; date <= PS_DATE_MAX; date++)
    {
      int year, month, day;

      ps_date_to_ymd (date, &year, &month, &day);
      assert_reads (date, g_strdup_printf ("%02d%02d%04d", day, month, year));
      assert_reads (date, g_strdup_printf ("%04d%02d%02d", year, month, day));
      assert_reads (date, g_strdup_printf ("%d-%d-%d", day, month, year));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-date/good", test_good);
  g_test_add_func ("/typed-date/bad", test_bad);
  g_test_add_func ("/typed-date/empty", test_empty);
  g_test_add_func ("/typed-date/every-day", test_every_day);
  return g_test_run ();
}
