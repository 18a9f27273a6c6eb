/* test-csv-reader.c: bytes into rows, whatever a file has in it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib.h>
#include <string.h>

#include "csv-rows.h"

static void
test_separators (void)
{
  check_rows ("a;b\n1;2\n", "1:a|b\n2:1|2\n");
  check_rows ("a,b\n1,2\n", "1:a|b\n2:1|2\n");
  check_rows ("a\tb\n1\t2\n", "1:a|b\n2:1|2\n");
  /* what stands between quotes separates nothing */
  check_rows ("\"a,x,y\";b\n1;2\n", "1:a,x,y|b\n2:1|2\n");
  check_rows ("\"a;x\",\"b;y\",c\n1,2,3\n", "1:a;x|b;y|c\n2:1|2|3\n");
  check_rows ("a\n1,5\n", "1:a\n2:1,5\n");
}

static void
test_line_ends (void)
{
  check_rows ("a;b\r\n1;2\r\n3;4\r\n", "1:a|b\n2:1|2\n3:3|4\n");
  check_rows ("a;b\r1;2\r3;4\r", "1:a|b\n2:1|2\n3:3|4\n");
  check_rows ("a;b\n1;2\n3;4", "1:a|b\n2:1|2\n3:3|4\n");
  check_rows ("a;b\r1;2\n3;4\r\n5;6", "1:a|b\n2:1|2\n3:3|4\n4:5|6\n");
}

static void
test_blank_lines (void)
{
  check_rows ("\n\r\n  \na;b\n\n1;2\n   \n;\n;;;\n3;4\n\n\n", "4:a|b\n6:1|2\n10:3|4\n");
  check_rows ("", "empty\n");
  check_rows ("\n\n", "empty\n");
  check_rows ("\xEF\xBB\xBF", "empty\n");
  check_rows ("a;b", "1:a|b\n");
}

static void
test_quotes (void)
{
  check_rows ("a;b\n\"x;\"\"y\"\"\";2\n\"\";\"\"\n\" \";z\n", "1:a|b\n2:x;\"y\"|2\n4:|z\n");
  check_rows ("a;b\n  x y ;\t2 \n\"  q \";\" r\"\n", "1:a|b\n2:x y|2\n3:q|r\n");
  /* no-break spaces round a value are blanks as well */
  check_rows ("a\n\xC2\xA0"
              "1,5\xC2\xA0\n",
              "1:a\n2:1,5\n");
}

static void
test_quoted_line_breaks (void)
{
  check_rows ("a;b\n\"x\ny\r\nz\";2\n3;4\n", "1:a|b\n2:x\ny\r\nz|2\n5:3|4\n");
  check_rows ("\"a\nb\";c\n1;2\n", "1:a\nb|c\n3:1|2\n");
  check_rows ("a;b\r\"x\ry\";2\r3;4\r", "1:a|b\n2:x\ry|2\n4:3|4\n");
}

/* A quote in the wrong place costs its own line, and no other. */
static void
test_stray_quotes (void)
{
  check_rows ("a;b\n\"x\"y;2\n3;4\n", "1:a|b\n2!quote\n3:3|4\n");
  check_rows ("a;b\nx\"y;2\n3;4\n", "1:a|b\n2!quote\n3:3|4\n");
  check_rows ("a;b\n\"x\" \"y;2\n3;4\n\"p\"q;5\n6;7\n", "1:a|b\n2!quote\n3:3|4\n4!quote\n5:6|7\n");
  check_rows ("a\"b;c\n1;2\n", "1!quote\n2!too many fields\n");
}

static void
test_unclosed_quotes (void)
{
  check_rows ("a;b\n\"x;2\n3;4\n5;6\n", "1:a|b\n2!unclosed\n3:3|4\n4:5|6\n");
  check_rows ("a;b\n1;2\n\"x;2\n", "1:a|b\n2:1|2\n3!unclosed\n");
  check_rows ("a;b\n1;2\n\"x;2", "1:a|b\n2:1|2\n3!unclosed\n");
  /* it ends at the next quote, which is a stray one: the rows between are read */
  check_rows ("a;b\n\"x;2\n3;4\n\"y\";5\n6;7\n", "1:a|b\n2!unclosed\n3:3|4\n4:y|5\n5:6|7\n");
  check_rows ("a;b\n1;\"", "1:a|b\n2!unclosed\n");
}

static void
test_unclosed_far (void)
{
  g_autoptr (GString) bytes = g_string_new ("a;b\n\"x;2\n");
  g_auto (GStrv) rows = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 12000; i++)
    g_string_append_printf (bytes, "%u;y\n", i);
  text = csv_rows (bytes->str, (gssize) bytes->len, PS_CSV_UTF8);
  rows = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 12003);
  g_assert_cmpstr (rows[1], ==, "2!unclosed");
  g_assert_cmpstr (rows[2], ==, "3:0|y");
  g_assert_cmpstr (rows[12001], ==, "12002:11999|y");
}

static void
check_line_of (gsize size, const char *expected)
{
  g_autofree char *filling = g_strnfill (size - 2, 'x');
  g_autofree char *bytes = g_strconcat ("a;b\n1;2\n", filling, "\r\n3;4\n\"", filling, "\"\n5;6\n", NULL);
  g_autofree char *rows = csv_rows (bytes, -1, PS_CSV_UTF8);
  g_auto (GStrv) without = g_strsplit (rows, filling, -1);
  g_autofree char *shortened = g_strjoinv ("…", without);

  g_assert_cmpstr (shortened, ==, expected);
}

/* The quoted one is a byte longer. */
static void
test_long_lines (void)
{
  check_line_of (PS_CSV_MAX_ROW_BYTES - 1, "1:a|b\n2:1|2\n3:…|\n4:3|4\n5:…|\n6:5|6\n");
  check_line_of (PS_CSV_MAX_ROW_BYTES, "1:a|b\n2:1|2\n3:…|\n4:3|4\n5!too long\n6:5|6\n");
  for (gsize size = PS_CSV_MAX_ROW_BYTES + 1; size < 40 * PS_CSV_MAX_ROW_BYTES; size += size / 3)
    check_line_of (size, "1:a|b\n2:1|2\n3!too long\n4:3|4\n5!too long\n6:5|6\n");
}

/* A long line that comes after the start of a quoted field: the row is given up first, and the line then by itself. */
static void
test_long_line_in_quotes (void)
{
  g_autofree char *filling = g_strnfill (3 * PS_CSV_MAX_ROW_BYTES, 'x');
  g_autofree char *bytes = g_strconcat ("a;b\n\"open;2\n", filling, "\n3;4\n", NULL);

  check_rows (bytes, "1:a|b\n2!unclosed\n3!too long\n4:3|4\n");
}

static void
test_nul (void)
{
  static const char bytes[] = "a;b\n1;\0\n3;4\n\"x\n\0y\";5\n6;7\n";
  g_autofree char *rows = csv_rows (bytes, sizeof bytes - 1, PS_CSV_UTF8);

  g_assert_cmpstr (rows, ==, "1:a|b\n2!nul\n3:3|4\n4!nul\n5!nul\n6:6|7\n");
}

static void
test_number_of_fields (void)
{
  check_rows ("a;b;c\n1\n1;2\n1;2;3;\n1;2;3;;;\n1;2;3;4\n1;2;;;5\n7;8;9\n",
              "1:a|b|c\n2:1||\n3:1|2|\n4:1|2|3\n5:1|2|3\n6!too many fields\n7!too many fields\n8:7|8|9\n");
  /* a row of several lines that has too many fields is one row still */
  check_rows ("a;b\n\"x\ny\";2;3\n4;5\n", "1:a|b\n2!too many fields\n4:4|5\n");
}

static void
test_cut_off (void)
{
  check_rows ("a;b;c\n1;2;3\n1;2", "1:a|b|c\n2:1|2|3\n3!cut off\n");
  check_rows ("a;b;c\n1;2;3\n1;2\n", "1:a|b|c\n2:1|2|3\n3:1|2|\n");
  check_rows ("a;b;c\n1;2;3\n1;2;", "1:a|b|c\n2:1|2|3\n3:1|2|\n");
}

static void
test_many_columns (void)
{
  g_autofree char *most = g_strnfill (PS_CSV_MAX_COLUMNS - 1, ';');
  g_autofree char *allowed = g_strconcat ("a", most, "\n1\n", NULL);
  g_autofree char *refused = g_strconcat ("a", most, ";b\n", NULL);
  g_autofree char *allowed_rows = csv_rows (allowed, -1, PS_CSV_UTF8);

  g_assert_true (g_str_has_prefix (allowed_rows, "1:a|"));
  check_rows (refused, "1!too many columns\n");
}

static void
test_byte_order_mark (void)
{
  check_rows ("\xEF\xBB\xBF"
              "a;b\n1;2\n",
              "1:a|b\n2:1|2\n");
  check_rows ("\xEF\xBB\xBF\"a\";b\r\n1;2\r\n", "1:a|b\n2:1|2\n");
  /* which says that it is UTF-8: what is not, is no other encoding but damage */
  check_rows ("\xEF\xBB\xBF"
              "a;b\n1;\xE9\n3;4\n",
              "1:a|b\n2!character\n3:3|4\n");
}

static void
test_encodings (void)
{
  g_autofree char *western = NULL;
  g_autofree char *damaged = NULL;

  check_rows ("a;b\nZo\xC3\xAB;2\n", "1:a|b\n2:Zoë|2\n");
  check_rows ("a;b\n1;2\nZo\xEB;2\n", "1:a|b\n2:1|2\nother encoding\n");
  check_rows ("a\xEB;b\n1;2\n", "other encoding\n");
  western = csv_rows ("a\xEB;b\nZo\xEB;\x80 5\n\"\xA0x\xA0\";\x93q\x94\n", -1, PS_CSV_WINDOWS_1252);
  g_assert_cmpstr (western, ==, "1:aë|b\n2:Zoë|€ 5\n3:x|“q”\n");
  damaged = csv_rows ("a;b\n\x81;2\n3;4\n", -1, PS_CSV_WINDOWS_1252);
  g_assert_cmpstr (damaged, ==, "1:a|b\n2!character\n3:3|4\n");
  /* UTF-8 must be the shortest form, and no surrogate */
  check_rows ("a;b\n\xC0\xAF;2\n", "1:a|b\nother encoding\n");
  check_rows ("a;b\n\xED\xA0\x80;2\n", "1:a|b\nother encoding\n");
}

/* More than one batch, and more than one buffer, with every line end across their borders at some size. */
static void
test_borders (void)
{
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (guint e = 0; e < G_N_ELEMENTS (ends); e++)
    for (guint width = 250; width < 256; width++)
      {
        g_autoptr (GString) bytes = g_string_new ("a;b");
        g_autofree char *filling = g_strnfill (width, 'x');
        g_auto (GStrv) rows = NULL;
        g_autofree char *text = NULL;

        g_string_append (bytes, ends[e]);
        for (guint i = 0; i < 1300; i++)
          g_string_append_printf (bytes, "%u;\"%s%s%s\"%s", i, filling, ends[e], filling, ends[e]);
        text = csv_rows (bytes->str, (gssize) bytes->len, PS_CSV_UTF8);
        g_strdelimit (text, "\r", '\n');
        rows = g_strsplit (text, "x\n", -1);
        g_assert_cmpuint (g_strv_length (rows), ==, 2601);
        g_assert_true (g_str_has_prefix (rows[2598], "2600:1299|xxx"));
      }
}

static void
append_random_field (GString *line, GRand *chance)
{
  static const char *const pieces[] = { " ", "\t", "a", "b c", "\xC2\xA0", "é", "-", "1,5", ",", "'", "\x01" };

  for (gint n = g_rand_int_range (chance, 0, 5); n > 0; n--)
    g_string_append (line, pieces[g_rand_int_range (chance, 0, G_N_ELEMENTS (pieces))]);
}

/* A line without a quote is split without libcsv, and must come out as if it had one. */
static void
test_with_and_without_quotes (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (20240229);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autofree char *plain = NULL;
      g_autofree char *quoted = NULL;
      g_autofree char *plain_rows = NULL;

      for (gint n = g_rand_int_range (chance, 0, 6); n > 0; n--)
        {
          append_random_field (line, chance);
          g_string_append_c (line, ';');
        }
      plain = g_strdup_printf ("a;b;c;d;e;f\n%sx\r\n7;8\n", line->str);
      quoted = g_strdup_printf ("a;b;c;d;e;f\n%s\"x\"\r\n7;8\n", line->str);
      plain_rows = csv_rows (plain, -1, PS_CSV_UTF8);
      check_rows (quoted, plain_rows);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/separators", test_separators);
  g_test_add_func ("/csv-reader/line-ends", test_line_ends);
  g_test_add_func ("/csv-reader/blank-lines", test_blank_lines);
  g_test_add_func ("/csv-reader/quotes", test_quotes);
  g_test_add_func ("/csv-reader/quoted-line-breaks", test_quoted_line_breaks);
  g_test_add_func ("/csv-reader/stray-quotes", test_stray_quotes);
  g_test_add_func ("/csv-reader/unclosed-quotes", test_unclosed_quotes);
  g_test_add_func ("/csv-reader/unclosed-far", test_unclosed_far);
  g_test_add_func ("/csv-reader/long-lines", test_long_lines);
  g_test_add_func ("/csv-reader/long-line-in-quotes", test_long_line_in_quotes);
  g_test_add_func ("/csv-reader/nul", test_nul);
  g_test_add_func ("/csv-reader/number-of-fields", test_number_of_fields);
  g_test_add_func ("/csv-reader/cut-off", test_cut_off);
  g_test_add_func ("/csv-reader/many-columns", test_many_columns);
  g_test_add_func ("/csv-reader/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/csv-reader/encodings", test_encodings);
  g_test_add_func ("/csv-reader/with-and-without-quotes", test_with_and_without_quotes);
  g_test_add_func ("/csv-reader/borders", test_borders);
  return g_test_run ();
}
