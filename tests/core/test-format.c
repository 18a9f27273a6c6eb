/* test-format.c: numbers and dates as people see them, here and in the Netherlands
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-format.h"

#include <locale.h>

#define NBSP "\302\240"
#define MINUS "\342\210\222"
#define DASH "\342\200\223"

/* Takes the string; a no-break space counts as a blank, for which of the two it is says nothing about the number. */
static void
assert_text (char *actual, const char *expected)
{
  g_autofree char *text = actual;
  g_auto (GStrv) parts = g_strsplit (text, NBSP, -1);
  g_autofree char *plain = g_strjoinv (" ", parts);

  g_assert_cmpstr (plain, ==, expected);
}

/* As the other: what a Dutch number looks like where points and commas have changed places. */
static void
assert_english (char *actual, const char *dutch)
{
  g_autofree char *expected = g_strdup (dutch);

  for (char *c = expected; *c != '\0'; c++)
    *c = *c == ',' ? '.' : *c == '.' ? ',' : *c;
  assert_text (actual, expected);
}

typedef void (*AssertFunc) (char *actual, const char *dutch);

static void
assert_numbers (AssertFunc assert_number)
{
  assert_number (ps_format_money (123456), "€ 1.234,56");
  assert_number (ps_format_money (-123456), "€ " MINUS "1.234,56");
  assert_number (ps_format_money (-5), "€ " MINUS "0,05");
  assert_number (ps_format_money (0), "€ 0,00");
  assert_number (ps_format_money (G_MAXINT64), "€ 92.233.720.368.547.758,07");
  assert_number (ps_format_amount (100000000), "1.000.000,00");
  assert_number (ps_format_amount (-100), MINUS "1,00");
  assert_number (ps_format_tariff (934200), "€ 93,42");
  assert_number (ps_format_tariff (15905), "€ 1,5905");
  assert_number (ps_format_tariff (75000000), "€ 7.500,00");
  assert_number (ps_format_volume (12500), "12,5");
  assert_number (ps_format_volume (-1000), MINUS "1");
  assert_number (ps_format_volume (1234567), "1.234,567");
  assert_number (ps_format_percent (10250), "102,5 %");
  assert_number (ps_format_percent (500), "5 %");
  assert_number (ps_format_percent (1), "0,01 %");
  assert_number (ps_format_ratio (1025, 1000), "102,5 %");
  assert_number (ps_format_ratio (2, 3), "66,7 %");
  assert_number (ps_format_ratio (1, 2000), "0,1 %");
  assert_number (ps_format_ratio (0, 7), "0,0 %");
  assert_number (ps_format_count (8932), "8.932");
  assert_number (ps_format_count (999), "999");
  assert_number (ps_format_money_short (125000000), "€ 1,25 mln");
  assert_number (ps_format_money_short (25000000), "€ 250.000");
}

static void
test_c_locale (void)
{
  g_assert_nonnull (setlocale (LC_ALL, "C"));
  assert_numbers (assert_english);
}

/* The locale is there where the system has it, or LOCPATH names a folder with it. */
static void
test_dutch_locale (void)
{
  if (setlocale (LC_ALL, "nl_NL.UTF-8") == NULL)
    {
      g_test_skip ("no Dutch locale");
      return;
    }
  assert_numbers (assert_text);
  setlocale (LC_ALL, "C");
}

static void
test_nothing_given (void)
{
  assert_text (ps_format_money (PS_NO_NUMBER), DASH);
  assert_text (ps_format_amount (PS_NO_NUMBER), DASH);
  assert_text (ps_format_money_short (PS_NO_NUMBER), DASH);
  assert_text (ps_format_tariff (PS_NO_NUMBER), DASH);
  assert_text (ps_format_volume (PS_NO_NUMBER), DASH);
  assert_text (ps_format_count (PS_NO_NUMBER), DASH);
  assert_text (ps_format_ratio (5, 0), DASH);
}

static void
test_dates (void)
{
  assert_text (ps_format_date (ps_date_from_ymd (2024, 2, 1)), "01-02-2024");
  assert_text (ps_format_date (PS_DATE_OPEN), DASH);
  for (int month = 1; month < 12; month++)
    g_assert_cmpstr (ps_format_month (month), !=, ps_format_month (month + 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/c-locale", test_c_locale);
  g_test_add_func ("/format/dutch-locale", test_dutch_locale);
  g_test_add_func ("/format/nothing-given", test_nothing_given);
  g_test_add_func ("/format/dates", test_dates);
  return g_test_run ();
}
