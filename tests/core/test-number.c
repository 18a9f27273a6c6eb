/* test-number.c: exact arithmetic, and numbers as files write them (domain.md §3, files-and-cli.md)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-number.h"

#define WIDE_MAX ((PsWide) (((unsigned __int128) 1 << 127) - 1))

static void
assert_round_div (PsWide numerator, PsWide denominator, gint64 expected)
{
  PsOverflow overflow = { FALSE };

  g_assert_cmpint (ps_round_div (numerator, denominator, &overflow), ==, expected);
  g_assert_false (overflow.overflowed);
}

static void
test_round_half_away (void)
{
  assert_round_div (0, 7, 0);
  assert_round_div (4, 10, 0);
  assert_round_div (5, 10, 1);
  assert_round_div (-4, 10, 0);
  assert_round_div (-5, 10, -1);
  assert_round_div (5, -10, -1);
  assert_round_div (-5, -10, 1);
  assert_round_div (15, 10, 2);
  assert_round_div (25, 10, 3);
  assert_round_div (-25, 10, -3);
  assert_round_div (1, 3, 0);
  assert_round_div (2, 3, 1);
  assert_round_div (-2, 3, -1);
  assert_round_div (3, 2, 2);
  assert_round_div (7, 7, 1);
}

/* Against the definition: |result × d − n| is at most half of d, and exactly half goes away from zero. */
static void
test_round_by_definition (void)
{
  for (int n = -300; n <= 300; n++)
    for (int d = -25; d <= 25; d++)
      if (d != 0)
        {
          PsOverflow overflow = { FALSE };
          gint64 rounded = ps_round_div (n, d, &overflow), off = 2 * (rounded * d - n);
          g_assert_cmpint (ABS (off), <=, ABS (d));
          if (ABS (off) == ABS (d))
            g_assert_cmpint (ABS (rounded * d), >, ABS (n));
        }
}

static void
test_wide (void)
{
  const PsWide billion = 1000000000;
  PsOverflow overflow = { FALSE };

  assert_round_div (billion * billion * billion, billion, billion * billion);
  assert_round_div (-(billion * billion * billion + billion / 2), billion, -billion * billion - 1);
  assert_round_div (WIDE_MAX, WIDE_MAX, 1);
  assert_round_div (WIDE_MAX / 2, WIDE_MAX, 0);
  assert_round_div (G_MAXINT64, 1, G_MAXINT64);
  assert_round_div (-(PsWide) G_MAXINT64, 1, -G_MAXINT64);
  g_assert_cmpint (ps_round_div (WIDE_MAX, (PsWide) 1 << 64, &overflow), ==, 0); /* 2^63 − a hair: rounds to 2^63 */
  g_assert_true (overflow.overflowed);
}

static void
test_overflow_stays (void)
{
  PsOverflow overflow = { FALSE };

  g_assert_cmpint (ps_add (G_MAXINT64 - 1, 1, &overflow), ==, G_MAXINT64);
  g_assert_false (overflow.overflowed);
  g_assert_cmpint (ps_add (G_MAXINT64, 1, &overflow), ==, 0);
  g_assert_true (overflow.overflowed);
  g_assert_cmpint (ps_add (1, 1, &overflow), ==, 2);
  g_assert_true (overflow.overflowed);
}

static void
test_overflow_of_each (void)
{
  PsOverflow add = { FALSE }, subtract = { FALSE }, amount = { FALSE }, share = { FALSE }, small = { FALSE };

  ps_add (-G_MAXINT64, -2, &add);
  ps_subtract (-G_MAXINT64, 2, &subtract);
  ps_line_amount (G_MAXINT64, 200000, &amount);
  ps_share_of (G_MAXINT64, 10001, &share);
  g_assert_true (add.overflowed && subtract.overflowed && amount.overflowed && share.overflowed);
  g_assert_cmpint (ps_line_amount (G_MAXINT64, 100000, &small), ==, G_MAXINT64);
  g_assert_cmpint (ps_share_of (G_MAXINT64, 10000, &small), ==, G_MAXINT64);
  g_assert_cmpint (ps_subtract (5, 7, &small), ==, -2);
  g_assert_false (small.overflowed);
}

static void
test_line_amount (void)
{
  static const struct
  {
    gint64 volume, tariff, cents;
  } cases[] = {
    { 20000, 900000, 180000 },                                          /* 20 h × € 90 */
    { 12500, 934200, 116775 },                                          /* 12,5 h × € 93,42 */
    { 15333, 810000, 124197 },                                          /* 1.241,973 */
    { -1000, 900000, -9000 },  { 1, 50000, 1 },      { -1, 50000, -1 }, /* half a cent goes away from zero */
    { 1, 49999, 0 },           { 1000, 15905, 159 }, { 1000, 15950, 160 }, { 0, 900000, 0 }, { 1000, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsOverflow overflow = { FALSE };
      g_assert_cmpint (ps_line_amount (cases[i].volume, cases[i].tariff, &overflow), ==, cases[i].cents);
      g_assert_false (overflow.overflowed);
    }
}

static void
test_share (void)
{
  static const struct
  {
    gint64 cents;
    int share;
    gint64 expected;
  } cases[] = {
    { 1, 5000, 1 }, { -1, 5000, -1 },        { 1, 4999, 0 },          { 100, 10000, 100 },
    { 100, 0, 0 },  { 33333, 10300, 34333 }, { 180000, 1000, 18000 }, { 116775, 2500, 29194 }, /* 29.193,75 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsOverflow overflow = { FALSE };
      g_assert_cmpint (ps_share_of (cases[i].cents, cases[i].share, &overflow), ==, cases[i].expected);
    }
}

typedef struct
{
  const char *text;
  int decimals;
  gint64 value;
} Good;
typedef struct
{
  const char *text;
  int decimals;
  PsNumberStatus status;
} Bad;

static void
assert_good (PsDecimal notation, const Good *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gint64 value = 7;
      g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmpint (ps_number_parse (cases[i].text, cases[i].decimals, notation, &value), ==, PS_NUMBER_OK);
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
assert_bad (PsDecimal notation, const Bad *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gint64 value = 7;
      g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmpint (ps_number_parse (cases[i].text, cases[i].decimals, notation, &value), ==, cases[i].status);
    }
}

static const Good good_comma[] = {
  { "0", 2, 0 },
  { "1", 2, 100 },
  { "1,5", 2, 150 },
  { "1,50", 2, 150 },
  { "0,05", 2, 5 },
  { "-0,05", 2, -5 },
  { "-1", 2, -100 },
  { "1234,56", 2, 123456 },
  { "1.234,56", 2, 123456 },
  { "12.345", 2, 1234500 },
  { "123.456", 0, 123456 },
  { "1.234.567,89", 2, 123456789 },
  { "-1.234,5", 2, -123450 },
  { "1.000", 2, 100000 },
  { "100.000", 3, 100000000 },
  { "93,4200", 4, 934200 },
  { "1,5905", 4, 15905 },
  { "15,333", 3, 15333 },
  { "7.500", 4, 75000000 },
  { "42", 0, 42 },
  { "92.233.720.368.547.758,07", 2, G_MAXINT64 },
  { "-92.233.720.368.547.758,07", 2, -G_MAXINT64 },
  { "9223372036854775807", 0, G_MAXINT64 },
};

static const Bad bad_comma[] = {
  { "", 2, PS_NUMBER_EMPTY },
  { "1.2", 2, PS_NUMBER_MALFORMED },
  { "1.23", 2, PS_NUMBER_MALFORMED },
  { "1.2345", 4, PS_NUMBER_MALFORMED },
  { "1.234.5", 2, PS_NUMBER_MALFORMED },
  { "1.23.456", 2, PS_NUMBER_MALFORMED },
  { "1234.567", 2, PS_NUMBER_MALFORMED },
  { "1.2345,5", 2, PS_NUMBER_MALFORMED },
  { "12.34,5", 2, PS_NUMBER_MALFORMED },
  { "1..234", 2, PS_NUMBER_MALFORMED },
  { "1.234567", 2, PS_NUMBER_MALFORMED },
  { "1234.567.890", 2, PS_NUMBER_MALFORMED },
  { "1.234567.890", 2, PS_NUMBER_MALFORMED },
  { ".123", 2, PS_NUMBER_MALFORMED },
  { "1.", 2, PS_NUMBER_MALFORMED },
  { "1.234.", 2, PS_NUMBER_MALFORMED },
  { "-.123", 2, PS_NUMBER_MALFORMED },
  { "1,234.56", 2, PS_NUMBER_MALFORMED },
  { "1.234,5.6", 2, PS_NUMBER_MALFORMED },
  { "1,5,5", 2, PS_NUMBER_MALFORMED },
  { "1,234.567", 4, PS_NUMBER_MALFORMED },
  { "1.,5", 2, PS_NUMBER_MALFORMED },
  { ",5", 2, PS_NUMBER_MALFORMED },
  { "5,", 2, PS_NUMBER_MALFORMED },
  { "-", 2, PS_NUMBER_MALFORMED },
  { ",", 2, PS_NUMBER_MALFORMED },
  { ".", 2, PS_NUMBER_MALFORMED },
  { "--5", 2, PS_NUMBER_MALFORMED },
  { "5-", 2, PS_NUMBER_MALFORMED },
  { "- 5", 2, PS_NUMBER_MALFORMED },
  { "1 234", 2, PS_NUMBER_MALFORMED },
  { " 5", 2, PS_NUMBER_MALFORMED },
  { "5 ", 2, PS_NUMBER_MALFORMED },
  { "1e3", 2, PS_NUMBER_MALFORMED },
  { "0x10", 2, PS_NUMBER_MALFORMED },
  { "nan", 2, PS_NUMBER_MALFORMED },
  { "inf", 2, PS_NUMBER_MALFORMED },
  { "€ 5", 2, PS_NUMBER_MALFORMED },
  { "5%", 2, PS_NUMBER_MALFORMED },
  { "1'234", 2, PS_NUMBER_MALFORMED },
  { "abc", 2, PS_NUMBER_MALFORMED },
  { "5x", 2, PS_NUMBER_MALFORMED },
  { "٣", 2, PS_NUMBER_MALFORMED },
  { "1,5x", 2, PS_NUMBER_MALFORMED },
  { "1,234", 2, PS_NUMBER_TOO_PRECISE },
  { "1,005", 2, PS_NUMBER_TOO_PRECISE },
  { "1,5", 0, PS_NUMBER_TOO_PRECISE },
  { "1,59051", 4, PS_NUMBER_TOO_PRECISE },
  { "-0,001", 2, PS_NUMBER_TOO_PRECISE },
  { "92.233.720.368.547.758,08", 2, PS_NUMBER_TOO_LARGE },
  { "-92.233.720.368.547.758,09", 2, PS_NUMBER_TOO_LARGE },
  { "-92.233.720.368.547.758,08", 2, PS_NUMBER_TOO_LARGE }, /* PS_NO_NUMBER means something else */
  { "99999999999999999999999999999999999999999999", 2, PS_NUMBER_TOO_LARGE },
  { "9223372036854775808", 0, PS_NUMBER_TOO_LARGE },
};

static const Good good_point[] = {
  { "1.5", 2, 150 },  { "1,234.56", 2, 123456 }, { "12,345", 2, 1234500 }, { "1,234,567.89", 2, 123456789 },
  { "-0.05", 2, -5 }, { "1234.56", 2, 123456 },  { "93.4200", 4, 934200 }, { "1,000", 2, 100000 },
  { "0", 2, 0 },
};

static const Bad bad_point[] = {
  { "", 2, PS_NUMBER_EMPTY },
  { "1,5", 2, PS_NUMBER_MALFORMED },
  { "1,23", 2, PS_NUMBER_MALFORMED },
  { "1234,567", 2, PS_NUMBER_MALFORMED },
  { "1.234,56", 2, PS_NUMBER_MALFORMED },
  { "1.234.567", 2, PS_NUMBER_MALFORMED },
  { ",123", 2, PS_NUMBER_MALFORMED },
  { "1,234.5,6", 2, PS_NUMBER_MALFORMED },
  { "1,,234", 2, PS_NUMBER_MALFORMED },
  { ".5", 2, PS_NUMBER_MALFORMED },
  { "5.", 2, PS_NUMBER_MALFORMED },
  { "1.234", 2, PS_NUMBER_TOO_PRECISE },
  { "1.5", 0, PS_NUMBER_TOO_PRECISE },
  { "92,233,720,368,547,758.08", 2, PS_NUMBER_TOO_LARGE },
};

static void
test_parse_comma (void)
{
  assert_good (PS_DECIMAL_COMMA, good_comma, G_N_ELEMENTS (good_comma));
  assert_bad (PS_DECIMAL_COMMA, bad_comma, G_N_ELEMENTS (bad_comma));
}

static void
test_parse_point (void)
{
  assert_good (PS_DECIMAL_POINT, good_point, G_N_ELEMENTS (good_point));
  assert_bad (PS_DECIMAL_POINT, bad_point, G_N_ELEMENTS (bad_point));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/round-half-away", test_round_half_away);
  g_test_add_func ("/number/round-by-definition", test_round_by_definition);
  g_test_add_func ("/number/wide", test_wide);
  g_test_add_func ("/number/overflow-stays", test_overflow_stays);
  g_test_add_func ("/number/overflow-of-each", test_overflow_of_each);
  g_test_add_func ("/number/line-amount", test_line_amount);
  g_test_add_func ("/number/share", test_share);
  g_test_add_func ("/number/parse-comma", test_parse_comma);
  g_test_add_func ("/number/parse-point", test_parse_point);
  return g_test_run ();
}
