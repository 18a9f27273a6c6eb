/* test-marks.c: imported measurements that are out of line, and a dry run, on the command line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <string.h>

#define ROWS                                                                                                                     \
  "peildatum;agb;product;gemeente;clienten;plekken;gerealiseerd;wachtenden;wachttijd_dagen\n"                                    \
  "19-07-2024;41410001;45V01;0983;2;2,0;;0;\n19-07-2024;41410004;45V01;0983;20;2,0;;0;\n"

#define DB "--db", fixture->region.database

typedef struct
{
  CliRegion region;
  char *csv;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  cli_region_set_up (&fixture->region, "minimal");
  fixture->csv = cli_write (fixture->region.folder, "peilingen.csv", ROWS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cli_region_tear_down (&fixture->region, NULL);
  g_free (fixture->csv);
}

static void
assert_run (CliRun *run, int status, const char *const *told, const char *not_told)
{
  g_assert_cmpint (run->status, ==, status);
  for (guint i = 0; told[i] != NULL; i++)
    if (strstr (run->errors, told[i]) == NULL)
      g_error ("“%s” is not in: %s", told[i], run->errors);
  if (not_told != NULL)
    g_assert_null (strstr (run->errors, not_told));
  cli_run_free (run);
}

/* Told in a dry run, and told again when it is done; done twice there is nothing to tell. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  static const char mark[] = "peilingen.csv, line 3, column clienten, “20”: Is there a zero too many? Computed is 2\n";
  const char *const dry[] = { "1 measured value asks for a look:\n", mark, "dry run", NULL };
  const char *const done[] = { "1 measured value asks for a look:\n", mark, NULL };
  const char *const nothing[] = { NULL };

  assert_run (cli_run (DB, "import", "--dry-run", fixture->csv, NULL), 0, dry, NULL);
  assert_run (cli_run (DB, "import", fixture->csv, NULL), 0, done, "dry run");
  assert_run (cli_run (DB, "import", fixture->csv, NULL), 0, nothing, "asks for a look");
  g_free (cli_expect (0, DB, "verify", NULL));
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = cli_expect (0, DB, "import", "--dry-run", "--format=json", fixture->csv, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *report, *mark;

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  report = json_node_get_object (json_parser_get_root (parser));
  g_assert_false (json_object_get_boolean_member (report, "stored"));
  g_assert_true (json_object_get_boolean_member (report, "dry_run"));
  g_assert_true (json_object_get_boolean_member (report, "storable"));
  g_assert_cmpint (json_object_get_int_member (report, "mark_count"), ==, 1);
  mark = json_array_get_object_element (json_object_get_array_member (report, "marks"), 0);
  g_assert_cmpint (json_object_get_int_member (mark, "line"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (mark, "column"), ==, "clienten");
  g_assert_cmpstr (json_object_get_string_member (mark, "row"), ==, "19-07-2024, 41410004, 45V01, 0983");
  g_assert_cmpstr (json_object_get_string_member (mark, "value"), ==, "20");
  g_assert_cmpstr (json_object_get_string_member (mark, "text"), ==, "Is there a zero too many? Computed is 2");
}

/* What would be refused is refused. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = cli_write (fixture->region.folder, "anders.csv", ROWS "19-07-2024;99999999;45V01;0983;2;2,0;;0;\n");
  const char *const told[] = { "anders.csv, line 4, column agb, “99999999”", "Nothing was imported", NULL };

  assert_run (cli_run (DB, "import", "--dry-run", csv, NULL), 1, told, "asks for a look");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/marks/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/cli/marks/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/cli/marks/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
