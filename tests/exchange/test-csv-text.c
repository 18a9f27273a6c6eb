/* test-csv-text.c: texts for files that spreadsheets open, and the encodings of those that come in
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib.h>
#include <string.h>

#include "exchange/ps-csv-encoding.h"
#include "exchange/ps-csv-text.h"

static void
check_written (const char *text, const char *expected)
{
  g_autoptr (GString) line = g_string_new (NULL);

  ps_csv_text_append (line, text);
  g_assert_cmpstr (line->str, ==, expected);
}

static void
test_quoting (void)
{
  check_written ("", "");
  check_written ("Venlo", "Venlo");
  check_written ("a;b", "\"a;b\"");
  check_written ("a\"b", "\"a\"\"b\"");
  check_written ("a\nb", "\"a\nb\"");
  check_written (" a", "\" a\"");
  check_written ("a ", "\"a \"");
  check_written ("a,b", "a,b");
}

static void
test_formulas (void)
{
  check_written ("=1+1", "'=1+1");
  check_written ("+31 77 123", "'+31 77 123");
  check_written ("-cmd|x", "'-cmd|x");
  check_written ("@SUM(A1;2)", "\"'@SUM(A1;2)\"");
  check_written ("'=1+1", "''=1+1");
  check_written ("-2+3", "'-2+3");
  check_written ("-", "'-");
  check_written ("'s-Gravenhage", "'s-Gravenhage");
}

static void
test_numbers_stay_numbers (void)
{
  check_written ("-90,00", "-90,00");
  check_written ("-1.234,56", "-1.234,56");
  check_written ("+5", "+5");
  check_written ("1", "1");
}

/* What is written for a spreadsheet is read back as it was. */
static void
test_restored (void)
{
  static const char *const texts[] = { "=1", "'=1", "''@x", "-", "-90", "'s-Gravenhage", "'", "''", "+a", "plain", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      ps_csv_text_append (line, texts[i]);
      g_assert_cmpstr (ps_csv_text_restored (line->str), ==, texts[i]);
    }
}

/* Each kind of byte at each place of an eight, and after it. */
static void
test_examine (void)
{
  static const struct
  {
    char byte;
    PsBytes expected;
  } cases[] = {
    { 'x', PS_BYTES_PLAIN },      { ' ', PS_BYTES_PLAIN },   { '~', PS_BYTES_PLAIN },   { '\x1F', PS_BYTES_CONTROL },
    { '\x7F', PS_BYTES_CONTROL }, { '\x80', PS_BYTES_HIGH }, { '\xFF', PS_BYTES_HIGH }, { '\0', PS_BYTES_NUL | PS_BYTES_CONTROL },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    for (guint place = 0; place < 19; place++)
      {
        char bytes[19];

        memset (bytes, 'a', sizeof bytes);
        bytes[place] = cases[c].byte;
        g_assert_cmpuint (ps_bytes_examine (bytes, sizeof bytes), ==, cases[c].expected);
      }
}

static void
test_windows_1252 (void)
{
  char bytes[256], utf8[3 * 256 + 1];
  gsize n = 0, length;

  for (guint byte = 1; byte < 256; byte++)
    bytes[n++] = (char) byte;
  length = ps_bytes_from_windows_1252 (bytes, n, utf8);
  utf8[length] = '\0';
  g_assert_true (g_utf8_validate (utf8, (gssize) length, NULL));
  g_assert_cmpint (g_utf8_strlen (utf8, -1), ==, 255);
  for (guint byte = 1; byte < 256; byte++)
    {
      char one = (char) byte;
      g_autofree char *known = g_convert (&one, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

      g_assert_cmpint (known != NULL, ==, ps_bytes_is_windows_1252 (&one, 1));
      if (known != NULL)
        g_assert_cmpuint (g_utf8_get_char (g_utf8_offset_to_pointer (utf8, (glong) byte - 1)), ==, g_utf8_get_char (known));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-text/quoting", test_quoting);
  g_test_add_func ("/csv-text/formulas", test_formulas);
  g_test_add_func ("/csv-text/numbers-stay-numbers", test_numbers_stay_numbers);
  g_test_add_func ("/csv-text/restored", test_restored);
  g_test_add_func ("/csv-text/examine", test_examine);
  g_test_add_func ("/csv-text/windows-1252", test_windows_1252);
  return g_test_run ();
}
