/* test-settlement-files.c: settlements as JSON and CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "import-check.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange/ps-json-text.h"

typedef gboolean (*WriteFunc) (const PsSettledYear *settled, GOutputStream *stream, GError **error);

static char *
write_year (Check *check, int year, WriteFunc write)
{
  PsSettleYearOptions options = { .year = year, .through = PS_DATE_OPEN };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettledYear) settled = ps_settle_year (check->store, &options, NULL, NULL, NULL, &error);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_assert_true (write (settled, stream, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_json (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *json = NULL;

  check_fixture (check, "minimal");
  json = write_year (check, 2024, ps_settled_year_write_json);
  g_assert_true (g_str_has_prefix (json, "{\n \"year\": 2024,\n \"through\": \"2024-12-31\",\n \"settlements\": [\n  {\n"
                                         "   \"provider\": \"41410001\",\n   \"scopes\": [\n"));
  g_assert_nonnull (strstr (json, "\"provider_name\": \"Praktijk \\\"Zoë\\\"; Venray\""));
  g_assert_nonnull (strstr (json, "\"ceiling_cents\": null"));
  g_assert_nonnull (strstr (json, "\"signal\": \"no_agreement\""));
  g_assert_true (g_str_has_suffix (json, "\n ]\n}\n"));
}

static void
test_empty_json (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *json = write_year (check, 2024, ps_settled_year_write_json);

  g_assert_cmpstr (json, ==, "{\n \"year\": 2024,\n \"through\": \"2024-12-31\",\n \"settlements\": []\n}\n");
}

static void
test_csv (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;

  check_fixture (check, "minimal");
  csv = write_year (check, 2024, ps_settled_year_write_csv);
  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 9);
  g_assert_true (g_str_has_prefix (
      lines[0], "\xEF\xBB\xBFyear;through;provider;provider_name;product_group;municipality;scope;gross_cents;"));
  g_assert_cmpstr (lines[2], ==,
                   "2024;2024-12-31;41410001;Jeugdhulp Peelrand;AMB1;0983;AMB1;691500;47194;644306;0;0;500000;64791;579515;"
                   "722697;-143182;0;102772;nee;691500");
  g_assert_true (g_str_has_prefix (lines[5], "2024;2024-12-31;41410002;\"Praktijk \"\"Zoë\"\"; Venray\";AMB1;0983;;124197;"));
  /* a ceiling that was not agreed is empty */
  g_assert_cmpstr (lines[6], ==,
                   "2024;2024-12-31;41410003;Zorg Buiten Contract;AMB1;0893;;18000;0;18000;0;0;;0;18000;18000;0;0;0;nee;18000");
}

static void
test_empty_csv (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *csv = write_year (check, 2024, ps_settled_year_write_csv);

  g_assert_true (g_str_has_suffix (csv, ";produced_cents\r\n"));
}

/* What a stream that is full says comes out. */
static void
test_stream_fails (void)
{
  g_autoptr (Check) check = check_new ();
  PsSettleYearOptions options = { .year = 2024, .through = PS_DATE_OPEN };
  g_autoptr (PsSettledYear) settled = NULL;
  char room[16];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GError) error = NULL;

  settled = ps_settle_year (check->store, &options, NULL, NULL, NULL, NULL);
  g_assert_false (ps_settled_year_write_json (settled, stream, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_false (ps_settled_year_write_csv (settled, stream, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
test_pieces (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PsJsonText json = { .text = text, .first = TRUE };
  g_autoptr (JsonNode) node = NULL;

  ps_json_text_begin (&json, NULL, '{');
  ps_json_text_number (&json, "least", G_MININT64);
  ps_json_text_number (&json, "most", G_MAXINT64);
  ps_json_text_string (&json, "text",
                       "a\"b\\c\nd\x01\x7F"
                       "é");
  ps_json_text_begin (&json, "none", '{');
  ps_json_text_end (&json, '}');
  ps_json_text_begin (&json, "list", '[');
  ps_json_text_boolean (&json, NULL, TRUE);
  ps_json_text_null (&json, NULL);
  ps_json_text_end (&json, ']');
  ps_json_text_end (&json, '}');
  g_assert_cmpstr (
      text->str, ==,
      "{\n \"least\": -9223372036854775808,\n \"most\": 9223372036854775807,\n \"text\": \"a\\\"b\\\\c\\nd\\u0001\\u007fé\",\n"
      " \"none\": {},\n \"list\": [\n  true,\n  null\n ]\n}");
  node = json_from_string (text->str, NULL);
  g_assert_nonnull (node);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "text"), ==,
                   "a\"b\\c\nd\x01\x7F"
                   "é");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settlement-files/json", test_json);
  g_test_add_func ("/settlement-files/empty-json", test_empty_json);
  g_test_add_func ("/settlement-files/csv", test_csv);
  g_test_add_func ("/settlement-files/empty-csv", test_empty_csv);
  g_test_add_func ("/settlement-files/stream-fails", test_stream_fails);
  g_test_add_func ("/settlement-files/pieces", test_pieces);
  return g_test_run ();
}
