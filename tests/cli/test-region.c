/* test-region.c: a region from its files to its settlements, in every format
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <string.h>

typedef CliRegion Fixture;

static void
test_settle_json (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *settlements;
  JsonObject *totals;

  cli_write_small_region (fixture->folder);
  cli_import (fixture->database, fixture->folder);
  text = cli_expect (0, "--db", fixture->database, "settle", "--year", "2024", "--format=json", NULL);
  root = cli_parse_json (text);
  settlements = json_object_get_array_member (json_node_get_object (root), "settlements");
  g_assert_cmpuint (json_array_get_length (settlements), ==, 2);
  totals = json_object_get_object_member (json_array_get_object_element (settlements, 0), "totals");
  g_assert_cmpint (json_object_get_int_member (totals, "gross_cents"), ==, 100000);
  g_assert_cmpint (json_object_get_int_member (totals, "payable_cents"), ==, 80000);
  g_assert_cmpint (json_object_get_int_member (totals, "balance_cents"), ==, -20000);
}

static void
test_settle_provider (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (CliRun) unknown = NULL;

  cli_write_small_region (fixture->folder);
  cli_import (fixture->database, fixture->folder);
  text = cli_expect (0, "--db", fixture->database, "settle", "--year", "2024", "--provider", "41410002", "--format=json", NULL);
  g_assert_nonnull (strstr (text, "41410002"));
  g_assert_null (strstr (text, "41410001"));

  unknown = cli_run ("--db", fixture->database, "settle", "--year", "2024", "--provider", "99999999", NULL);
  g_assert_cmpint (unknown->status, ==, 1);
  g_assert_cmpstr (unknown->output, ==, "");
  g_assert_nonnull (strstr (unknown->errors, "99999999"));
}

static void
test_settle_through (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *on_the_day = NULL;

  cli_write_small_region (fixture->folder);
  cli_import (fixture->database, fixture->folder);
  before =
      cli_expect (0, "--db", fixture->database, "settle", "--year", "2024", "--through", "2024-02-29", "--format=json", NULL);
  on_the_day =
      cli_expect (0, "--db", fixture->database, "settle", "--year", "2024", "--through", "2024-03-01", "--format=json", NULL);
  g_assert_null (strstr (before, "100000"));
  g_assert_nonnull (strstr (on_the_day, "100000"));
}

static int
width_of (const char *line)
{
  int width = 0;

  for (; *line != '\0'; line = g_utf8_next_char (line))
    width += g_unichar_iswide (g_utf8_get_char (line)) ? 2 : 1;
  return width;
}

/* Amounts end below each other, also where a name has accents or wide characters. */
static void
test_settle_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  int widths[3] = { 0 };
  guint n = 0;

  cli_write_small_region (fixture->folder);
  cli_import (fixture->database, fixture->folder);
  text = cli_expect (0, "--db", fixture->database, "settle", "--year", "2024", NULL);
  g_assert_nonnull (strstr (text, "Test region"));
  g_assert_nonnull (strstr (text, "0983 Venlo"));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && n < G_N_ELEMENTS (widths); i++)
    if (g_str_has_prefix (lines[i], "41410001") || g_str_has_prefix (lines[i], "41410002") || g_str_has_prefix (lines[i], "AGB "))
      widths[n++] = width_of (lines[i]);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (widths[0], ==, widths[1]);
  g_assert_cmpint (widths[0], ==, widths[2]);
}

/* A job that runs in the C locale: a minus is still a minus, and all of it is ASCII. */
static void
test_settle_text_plain (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  cli_write_small_region (fixture->folder);
  cli_import (fixture->database, fixture->folder);
  g_setenv ("LC_ALL", "C", TRUE);
  text = cli_expect (0, "--db", fixture->database, "settle", "--year", "2024", "--provider", "41410001", NULL);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_assert_nonnull (strstr (text, "-200.00"));
  g_assert_nonnull (strstr (text, "een"));
  for (const char *c = text; *c != '\0'; c++)
    g_assert_cmpint ((guchar) *c, <, 128);
}

static void
test_settle_csv (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  cli_write_small_region (fixture->folder);
  cli_import (fixture->database, fixture->folder);
  text = cli_expect (0, "--db", fixture->database, "settle", "--year", "2024", "--format=csv", NULL);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >=, 3);
  g_assert_nonnull (strstr (lines[0], ";"));
  g_assert_nonnull (strstr (text, "41410001;"));
}

/* The C locale's digits for programs, whatever the user's locale. */
static void
test_settle_empty_year (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = cli_expect (0, "--db", fixture->database, "settle", "--year", "2024", "--format=json", NULL);
  g_autofree char *text = cli_expect (0, "--db", fixture->database, "settle", "--year", "2024", NULL);
  g_autoptr (JsonNode) root = cli_parse_json (json);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (root), "settlements")), ==, 0);
  g_assert_cmpuint (strlen (text), >, 0);
}

static void
test_import_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_write (fixture->folder, "gemeenten.csv", "code;naam\n0983;Venlo\n;Bergen\n");
  g_autoptr (CliRun) run = cli_run ("--db", fixture->database, "import", path, "--format=json", NULL);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *report;

  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->errors, "gemeenten.csv"));
  g_assert_nonnull (strstr (run->errors, "3"));
  root = cli_parse_json (run->output);
  report = json_node_get_object (root);
  g_assert_false (json_object_get_boolean_member (report, "stored"));
  g_assert_cmpint (json_object_get_int_member (report, "problem_count"), ==, 1);
  report = json_array_get_object_element (json_object_get_array_member (report, "problems"), 0);
  g_assert_cmpint (json_object_get_int_member (report, "line"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (report, "column"), ==, "code");
}

static void
test_import_skips (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_write (fixture->folder, "gemeenten.csv", "code;naam\n0983;Venlo\n;Bergen\n");
  g_autofree char *text = cli_expect (0, "--db", fixture->database, "import", path, "--on-error=skip", "--format=json", NULL);
  g_autofree char *rejects = g_build_filename (fixture->folder, "gemeenten.csv.rejected.csv", NULL);
  g_autoptr (JsonNode) root = cli_parse_json (text);
  JsonObject *file;

  g_assert_true (json_object_get_boolean_member (json_node_get_object (root), "stored"));
  file = json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "files"), 0);
  g_assert_cmpstr (json_object_get_string_member (file, "kind"), ==, "municipalities");
  g_assert_cmpint (json_object_get_int_member (file, "added"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (file, "refused"), ==, 1);
  g_assert_true (g_file_test (json_object_get_string_member (file, "rejects"), G_FILE_TEST_EXISTS));
}

static void
test_import_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_write (fixture->folder, "gemeenten.csv", "code;naam\n0983;Venlo\n");
  g_autofree char *first = cli_expect (0, "--db", fixture->database, "import", "municipalities", path, NULL);
  g_autofree char *second = cli_expect (0, "--db", fixture->database, "import", path, "--format=json", NULL);
  g_autoptr (JsonNode) root = cli_parse_json (second);
  JsonObject *file = json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "files"), 0);

  g_assert_nonnull (strstr (first, "gemeenten.csv"));
  g_assert_cmpint (json_object_get_int_member (file, "unchanged"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (file, "added"), ==, 0);
}

static void
test_import_absent_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run = cli_run ("--db", fixture->database, "import", "/nowhere/gemeenten.csv", NULL);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->errors, "gemeenten.csv"));
}

static void
test_verify (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = cli_expect (0, "--db", fixture->database, "verify", NULL);
  g_autofree char *json = cli_expect (0, "--db", fixture->database, "verify", "--format=json", NULL);
  g_autoptr (JsonNode) root = cli_parse_json (json);

  g_assert_cmpuint (strlen (text), >, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (root), "findings")), ==, 0);
}

static void
test_demo (void)
{
  char *folder = cli_folder_new ();
  g_autofree char *database = g_build_filename (folder, "demo.peilstok", NULL);
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  gint64 gross = 0;
  JsonArray *settlements;

  g_free (cli_expect (0, "--db", database, "init", "--demo", NULL));
  json = cli_expect (0, "--db", database, "settle", "--year", "2024", "--format=json", NULL);
  root = cli_parse_json (json);
  settlements = json_object_get_array_member (json_node_get_object (root), "settlements");
  g_assert_cmpuint (json_array_get_length (settlements), ==, 40);
  for (guint i = 0; i < json_array_get_length (settlements); i++)
    gross += json_object_get_int_member (json_object_get_object_member (json_array_get_object_element (settlements, i), "totals"),
                                         "gross_cents");
  g_assert_cmpint (gross, >, 500000000);
  g_assert_cmpint (gross, <, 2000000000);
  text = cli_expect (0, "--db", database, "settle", "--year", "2024", NULL);
  g_assert_nonnull (strstr (text, "Noord-Limburg"));
  g_free (cli_expect (0, "--db", database, "verify", NULL));
  cli_folder_free (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/cli/region/" name, Fixture, NULL, cli_region_set_up, function, cli_region_tear_down)
  ADD ("settle-json", test_settle_json);
  ADD ("settle-provider", test_settle_provider);
  ADD ("settle-through", test_settle_through);
  ADD ("settle-text", test_settle_text);
  ADD ("settle-text-plain", test_settle_text_plain);
  ADD ("settle-csv", test_settle_csv);
  ADD ("settle-empty-year", test_settle_empty_year);
  ADD ("import-refused", test_import_refused);
  ADD ("import-skips", test_import_skips);
  ADD ("import-again", test_import_again);
  ADD ("import-absent-file", test_import_absent_file);
  ADD ("verify", test_verify);
#undef ADD
  g_test_add_func ("/cli/region/demo", test_demo);
  return g_test_run ();
}
