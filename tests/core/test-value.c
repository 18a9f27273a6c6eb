/* test-value.c: figures with what they are counted in, as people write them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-date.h"
#include "core/ps-value.h"

#define NBSP "\302\240"
#define MINUS "\342\210\222"
#define DASH "\342\200\223"

typedef char *(*Format) (PsValueKind kind, gint64 value);

typedef struct
{
  Format format;
  PsValueKind kind;
  gint64 value;
  const char *expected; /* in English, a blank for each no-break space */
} Case;

static void
test_format (void)
{
  static const Case cases[] = {
    { ps_value_format, PS_VALUE_MONEY, 123456, "€ 1,234.56" },
    { ps_value_format, PS_VALUE_MONEY, -5, "€ " MINUS "0.05" },
    { ps_value_format, PS_VALUE_COUNT, 8932, "8,932" },
    { ps_value_format, PS_VALUE_PLACES, 34300, "34.30" },
    { ps_value_format, PS_VALUE_PLACES, 34304, "34.30" },
    { ps_value_format, PS_VALUE_PLACES, 34305, "34.31" },
    { ps_value_format, PS_VALUE_PLACES, -5, MINUS "0.01" },
    { ps_value_format, PS_VALUE_SHARE, 380, "3.8 %" },
    { ps_value_format, PS_VALUE_SHARE, 10000, "100.0 %" },
    { ps_value_format, PS_VALUE_SHARE, 384, "3.8 %" },
    { ps_value_format, PS_VALUE_SHARE, 385, "3.9 %" },
    { ps_value_format, PS_VALUE_DAYS, 1, "1 day" },
    { ps_value_format, PS_VALUE_DAYS, 0, "0 days" },
    { ps_value_format, PS_VALUE_DAYS, 1356, "1,356 days" },
    { ps_value_format, PS_VALUE_DATE, 0, "01-01-1970" },
    { ps_value_format, PS_VALUE_DATE, PS_DATE_OPEN, DASH },
    { ps_value_format, PS_VALUE_TEXT, 7, DASH },
    { ps_value_format, PS_VALUE_MONEY, PS_NO_NUMBER, DASH },
    { ps_value_format, PS_VALUE_DATE, PS_NO_NUMBER, DASH },
    { ps_value_format_short, PS_VALUE_MONEY, 123456, "€ 1,235" },
    { ps_value_format_short, PS_VALUE_MONEY, 123000000, "€ 1.23 mln" },
    { ps_value_format_short, PS_VALUE_MONEY, PS_NO_NUMBER, DASH },
    { ps_value_format_short, PS_VALUE_PLACES, 34349, "34.3" },
    { ps_value_format_short, PS_VALUE_PLACES, 34350, "34.4" },
    { ps_value_format_short, PS_VALUE_SHARE, 380, "3.8 %" },
    { ps_value_format_short, PS_VALUE_DAYS, 356, "356" },
    { ps_value_format_short, PS_VALUE_COUNT, -3, MINUS "3" },
    { ps_value_format_signed, PS_VALUE_SHARE, 380, "+3.8 %" },
    { ps_value_format_signed, PS_VALUE_SHARE, -4, "0.0 %" },
    { ps_value_format_signed, PS_VALUE_MONEY, -1200, "€ " MINUS "12.00" },
    { ps_value_format_signed, PS_VALUE_MONEY, 1250, "€ +12.50" },
    { ps_value_format_signed, PS_VALUE_MONEY, 0, "€ 0.00" },
    { ps_value_format_signed, PS_VALUE_COUNT, 12, "+12" },
    { ps_value_format_signed, PS_VALUE_DAYS, -1, MINUS "1 day" },
    { ps_value_format_signed, PS_VALUE_DATE, 31, "+31 days" },
    { ps_value_format_signed, PS_VALUE_PLACES, PS_NO_NUMBER, DASH },
    { ps_value_format_signed, PS_VALUE_MONEY, -G_MAXINT64, "€ " MINUS "92,233,720,368,547,758.07" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cases[i].format (cases[i].kind, cases[i].value);
      g_auto (GStrv) parts = g_strsplit (text, NBSP, -1);
      g_autofree char *plain = g_strjoinv (" ", parts);

      g_assert_cmpstr (plain, ==, cases[i].expected);
    }
}

static void
test_scale (void)
{
  static const gint64 expected[PS_N_VALUES] = { 1, 100, 1, 1000, 100, 1, 1 };

  for (int kind = 0; kind < PS_N_VALUES; kind++)
    g_assert_cmpint (ps_value_scale ((PsValueKind) kind), ==, expected[kind]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/format", test_format);
  g_test_add_func ("/value/scale", test_scale);
  return g_test_run ();
}
