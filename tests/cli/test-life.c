/* test-life.c: a year from draft to final by two people, corrected, and proved, on the command line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <sqlite3.h>
#include <string.h>

#include <glib/gstdio.h>

#define DB "--db", fixture->database

typedef CliRegion Fixture;

/* The small region, with a line of 41410002 that is not paid yet: its balance is € 200. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  cli_region_set_up (fixture, NULL);
  cli_write_small_region (fixture->folder);
  cli_import (fixture->database, fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cli_log_in (fixture->folder, NULL);
  cli_region_tear_down (fixture, NULL);
}

/* Another line of 41410002, which was not paid. */
static void
declare (Fixture *fixture, const char *reference, const char *amount, const char *hours)
{
  g_autofree char *text =
      g_strdup_printf ("referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;tarief;bedrag;status\n"
                       "%s;0983;2;99X01;01-05-2024;31-05-2024;%s;100,00;%s;ingediend\n",
                       reference, hours, amount);
  g_autofree char *path = cli_write (fixture->folder, "laat.csv", text);

  g_free (cli_expect (0, DB, "import", path, NULL));
}

/* ---- what it says */

static JsonObject *
parse (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static gint64
number (JsonObject *object, const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_object_get_int_member (object, name);
}

static const char *
text (JsonObject *object, const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_object_get_string_member (object, name);
}

static JsonObject *
element (JsonObject *object, const char *name, guint place)
{
  JsonArray *array = json_object_get_array_member (object, name);

  g_assert_nonnull (array);
  g_assert_cmpuint (place, <, json_array_get_length (array));
  return json_array_get_object_element (array, place);
}

static guint
length (JsonObject *object, const char *name)
{
  return json_array_get_length (json_object_get_array_member (object, name));
}

/* The settlements of 2024 by `settlements`; the parser keeps them. */
static JsonObject *
load (Fixture *fixture, JsonParser *parser)
{
  g_autofree char *output = cli_expect (0, DB, "settlements", "--year", "2024", "--format=json", NULL);

  return parse (parser, output);
}

/* The number of the last settlement of 41410002, to name it by. */
static char *
last_number (Fixture *fixture)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = load (fixture, parser);

  return g_strdup_printf ("%d", (int) number (element (root, "settlements", length (root, "settlements") - 1), "settlement"));
}

static void
assert_refused (CliRun *run, const char *why)
{
  cli_assert_refused (run, 1, why);
  g_assert_true (g_str_has_prefix (run->errors, "peilstok-cli: "));
  cli_run_free (run);
}

/* Proposed by anna, made final by bram. */
static void
finish (Fixture *fixture)
{
  cli_log_in (fixture->folder, "anna");
  g_free (cli_expect (0, DB, "propose", "--year", "2024", NULL));
  cli_log_in (fixture->folder, "bram");
  g_free (cli_expect (0, DB, "final", "--year", "2024", "--answer", "Talked about", NULL));
}

/* ---- tests */

static void
test_stored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *nothing = cli_expect (0, DB, "settlements", "--year", "2024", NULL);
  g_autofree char *printed = cli_expect (0, DB, "settle", "--year", "2024", NULL);
  g_autofree char *still = cli_expect (0, DB, "settlements", "--year", "2024", NULL);
  g_autofree char *stored = NULL;
  g_autofree char *table = NULL;
  JsonObject *root;

  g_assert_cmpstr (nothing, ==, still);
  cli_log_in (fixture->folder, "anna");
  stored = cli_expect (0, DB, "settle", "--year", "2024", "--store", "--format=json", NULL);
  root = parse (parser, stored);
  g_assert_cmpstr (text (root, "step"), ==, "store");
  g_assert_cmpuint (length (root, "done"), ==, 2);
  g_assert_cmpuint (length (root, "passed_over"), ==, 0);
  g_assert_cmpint (number (root, "record"), >, 0);
  g_assert_cmpstr (text (element (root, "done", 0), "provider"), ==, "41410001");
  g_assert_cmpint (number (element (root, "done", 0), "amount_cents"), ==, -20000);
  root = load (fixture, parser);
  g_assert_cmpint (number (root, "year"), ==, 2024);
  g_assert_cmpuint (length (root, "settlements"), ==, 2);
  g_assert_cmpstr (text (element (root, "settlements", 0), "state"), ==, "draft");
  g_assert_cmpstr (text (element (root, "settlements", 0), "made_by"), ==, "anna");
  g_assert_cmpuint (strlen (text (element (root, "settlements", 0), "inputs_sha256")), ==, 64);
  g_assert_true (json_object_get_null_member (element (root, "settlements", 0), "final_by"));
  table = cli_expect (0, DB, "settlements", "--year", "2024", "--provider", "41410001", NULL);
  g_assert_nonnull (strstr (table, "−200.00"));
  g_assert_null (strstr (table, "41410002"));
}

/* Storing again what has not changed changes nothing; up to a day is a draft too, and is never proposed. */
static void
test_stored_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *again = NULL;
  JsonObject *root;

  g_free (cli_expect (0, DB, "settle", "--year", "2024", "--store", NULL));
  again = cli_expect (0, DB, "settle", "--year", "2024", "--store", "--format=json", NULL);
  root = parse (parser, again);
  g_assert_true (json_object_get_null_member (root, "record"));
  g_free (cli_expect (0, DB, "settle", "--year", "2024", "--provider", "41410002", "--through", "2024-04-30", "--store", NULL));
  root = load (fixture, parser);
  g_assert_cmpuint (length (root, "settlements"), ==, 2);
  g_assert_cmpstr (text (element (root, "settlements", 0), "through"), ==, "2024-12-31");
  g_assert_cmpstr (text (element (root, "settlements", 1), "through"), ==, "2024-04-30");
}

/* Four eyes, and warnings that are answered. */
static void
test_final (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *id = NULL;
  JsonObject *settlement;

  declare (fixture, "D2", "200,00", "2");
  cli_log_in (fixture->folder, "anna");
  g_free (cli_expect (0, DB, "settle", "--year", "2024", "--store", NULL));
  id = last_number (fixture);
  assert_refused (cli_run (DB, "final", id, "--answer", "x", NULL), "has to be proposed");
  g_free (cli_expect (0, DB, "propose", "--year", "2024", "--provider", "41410002", NULL));
  assert_refused (cli_run (DB, "propose", "--year", "2024", "--provider", "41410002", NULL), "proposed already");
  assert_refused (cli_run (DB, "settle", "--year", "2024", "--provider", "41410002", "--store", NULL), "proposed already");
  assert_refused (cli_run (DB, "final", id, "--answer", "x", NULL), "anna proposed it");
  cli_log_in (fixture->folder, "bram");
  assert_refused (cli_run (DB, "final", id, NULL), "has to be answered");
  g_free (cli_expect (0, DB, "final", id, "--answer", "Talked about", NULL));
  assert_refused (cli_run (DB, "final", id, "--answer", "x", NULL), "final already");
  assert_refused (cli_run (DB, "withdraw", id, "--reason", "x", NULL), "A final settlement stays");
  settlement = element (load (fixture, parser), "settlements", 1);
  g_assert_cmpstr (text (settlement, "state"), ==, "final");
  g_assert_cmpstr (text (settlement, "proposed_by"), ==, "anna");
  g_assert_cmpstr (text (settlement, "final_by"), ==, "bram");
  g_assert_cmpint (number (settlement, "amount_cents"), ==, 20000);
  g_assert_cmpuint (length (settlement, "warnings"), >, 0);
  g_assert_cmpstr (text (element (settlement, "warnings", 0), "answer"), ==, "Talked about");
  g_free (cli_expect (0, DB, "verify", NULL));
}

static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *id = NULL;
  g_autofree char *said = NULL;
  JsonObject *settlement;

  g_free (cli_expect (0, DB, "propose", "--year", "2024", "--provider", "41410002", NULL));
  id = last_number (fixture);
  said = cli_expect (0, DB, "withdraw", id, "--reason", "A line is missing", NULL);
  g_assert_true (g_str_has_prefix (said, "Withdrawn:\n"));
  settlement = element (load (fixture, parser), "settlements", 0);
  g_assert_cmpstr (text (settlement, "state"), ==, "withdrawn");
  g_assert_cmpstr (text (settlement, "withdrawn_reason"), ==, "A line is missing");
  assert_refused (cli_run (DB, "withdraw", id, "--reason", "x", NULL), "withdrawn already");
}

/* A late declaration: the old one is proved, and says what differs and why; the correction pays the difference only. */
static void
test_corrected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *id = NULL;
  g_autofree char *same = NULL;
  g_autoptr (CliRun) other = NULL;
  g_autoptr (CliRun) shown = NULL;
  JsonObject *root, *cause, *line, *correction;

  declare (fixture, "D2", "200,00", "2");
  finish (fixture);
  id = last_number (fixture);
  same = cli_expect (0, DB, "recompute", id, NULL);
  g_assert_nonnull (strstr (same, "Identical to the cent."));

  declare (fixture, "D3", "100,00", "1");
  other = cli_run (DB, "recompute", id, "--format=json", NULL);
  g_assert_cmpint (other->status, ==, 1);
  root = parse (parser, other->output);
  g_assert_true (json_object_get_boolean_member (json_object_get_object_member (root, "again"), "same_figures"));
  root = json_object_get_object_member (root, "now");
  g_assert_false (json_object_get_boolean_member (root, "same_figures"));
  line = element (root, "lines", 0);
  g_assert_cmpstr (text (line, "product_group"), ==, "XHLP");
  g_assert_cmpint (number (json_object_get_object_member (line, "before"), "balance_cents"), ==, 20000);
  g_assert_cmpint (number (json_object_get_object_member (line, "after"), "balance_cents"), ==, 30000);
  cause = element (root, "causes", 0);
  g_assert_cmpstr (text (cause, "cause"), ==, "declaration_line");
  g_assert_cmpstr (text (cause, "change"), ==, "added");
  g_assert_nonnull (strstr (text (cause, "what"), "D3"));
  g_assert_cmpint (number (cause, "produced_after_cents"), ==, 10000);
  shown = cli_run (DB, "recompute", id, NULL);
  g_assert_cmpint (shown->status, ==, 1);
  g_assert_nonnull (strstr (shown->output, "D3"));

  assert_refused (cli_run (DB, "propose", "--year", "2024", "--provider", "41410002", NULL), "wants a reason");
  assert_refused (cli_run (DB, "propose", "--year", "2024", "--provider", "41410001", "--reason", "x", NULL),
                  "nothing to correct");
  cli_log_in (fixture->folder, "anna");
  g_free (cli_expect (0, DB, "propose", "--year", "2024", "--provider", "41410002", "--reason", "Late line", NULL));
  cli_log_in (fixture->folder, "bram");
  g_free (cli_expect (0, DB, "final", "--year", "2024", "--answer", "Talked about", NULL));
  correction = element (load (fixture, parser), "settlements", 2);
  g_assert_cmpint (number (correction, "replaces"), ==, g_ascii_strtoll (id, NULL, 10));
  g_assert_cmpint (number (correction, "balance_cents"), ==, 30000);
  g_assert_cmpint (number (correction, "settled_before_cents"), ==, 20000);
  g_assert_cmpint (number (correction, "amount_cents"), ==, 10000);
  g_assert_cmpstr (text (correction, "reason"), ==, "Late line");
  g_free (cli_expect (0, DB, "verify", NULL));
}

static char *
last_record (Fixture *fixture)
{
  sqlite3 *db;
  sqlite3_stmt *select;
  char *record;

  g_assert_cmpint (sqlite3_open (fixture->database, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT max (id) FROM audit_record", -1, &select, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (select), ==, SQLITE_ROW);
  record = g_strdup ((const char *) sqlite3_column_text (select, 0));
  sqlite3_finalize (select);
  sqlite3_close (db);
  return record;
}

static void
import (Fixture *fixture, const char *name, const char *bytes)
{
  g_autofree char *path = cli_write (fixture->folder, name, bytes);

  g_free (cli_expect (0, DB, "import", path, NULL));
}

/* A provider whose only import is taken back after it was final: everybody at once settles it again, to nothing. */
static void
test_nothing_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *record = NULL;
  JsonObject *correction;

  import (fixture, "a.csv", "agb;naam\n41410003;Nieuw\n");
  import (fixture, "t.csv", "toewijzingnummer;client;agb;gemeente;product;ingangsdatum\n3;C3;41410003;0983;99X01;01-01-2024\n");
  import (fixture, "d.csv",
          "referentienummer;gemeente;toewijzingnummer;product;periode_van;periode_tot;volume;tarief;bedrag;status\n"
          "D9;0983;3;99X01;01-03-2024;31-03-2024;6,125;100,00;612,50;ingediend\n");
  record = last_record (fixture);
  finish (fixture);
  g_free (cli_expect (0, DB, "undo", record, NULL));
  cli_log_in (fixture->folder, "anna");
  cli_run_free (cli_run (DB, "propose", "--year", "2024", "--reason", "By mistake", NULL));
  cli_log_in (fixture->folder, "bram");
  g_free (cli_expect (0, DB, "final", "--year", "2024", "--answer", "Talked about", NULL));
  correction = element (load (fixture, parser), "settlements", 3);
  g_assert_cmpstr (text (correction, "provider"), ==, "41410003");
  g_assert_cmpstr (text (correction, "state"), ==, "final");
  g_assert_cmpint (number (correction, "balance_cents"), ==, 0);
  g_assert_cmpint (number (correction, "amount_cents"), ==, -61250);
  g_free (cli_expect (0, DB, "verify", NULL));
}

/* Of a whole year what cannot be done is told, and the rest is done. */
static void
test_passed_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (CliRun) run = NULL;
  JsonObject *root;

  finish (fixture);
  declare (fixture, "D2", "200,00", "2");
  run = cli_run (DB, "propose", "--year", "2024", "--reason", "Late line", "--format=json", NULL);
  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->errors, "41410001"));
  root = parse (parser, run->output);
  g_assert_cmpuint (length (root, "done"), ==, 1);
  g_assert_cmpstr (text (element (root, "done", 0), "provider"), ==, "41410002");
  g_assert_cmpuint (length (root, "passed_over"), ==, 1);
  g_assert_cmpstr (text (element (root, "passed_over", 0), "provider"), ==, "41410001");
  g_assert_cmpuint (strlen (text (element (root, "passed_over", 0), "why")), >, 10);
}

static void
test_payments (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *nothing = NULL;
  g_autofree char *json = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *sheet = g_build_filename (fixture->folder, "betalingen.xlsx", NULL);
  g_autofree char *file = g_build_filename (fixture->folder, "betalingen.CSV", NULL);
  g_autofree char *later = NULL;
  g_autofree char *since = NULL;
  g_autofree char *written = NULL;
  JsonObject *root;

  nothing = cli_expect (0, DB, "payments", "--year", "2024", NULL);
  g_assert_cmpstr (nothing, ==, "There is nothing to pay or to reclaim.\n");
  declare (fixture, "D2", "200,00", "2");
  finish (fixture);
  json = cli_expect (0, DB, "payments", "--year", "2024", "--format=json", NULL);
  root = parse (parser, json);
  g_assert_cmpstr (text (root, "state"), ==, "final");
  g_assert_cmpint (number (root, "amount_cents"), ==, 0);
  g_assert_cmpuint (length (root, "payments"), ==, 2);
  g_assert_cmpstr (text (element (root, "payments", 1), "municipality"), ==, "0983");
  g_assert_cmpint (number (element (root, "payments", 0), "amount_cents"), ==, -20000);
  g_assert_cmpint (number (element (root, "payments", 1), "amount_cents"), ==, 20000);
  csv = cli_expect (0, DB, "payments", "--year", "2024", "--format=csv", NULL);
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBFnumber;state;final_on;final_by;provider;"));
  g_assert_nonnull (strstr (csv, ";40000;20000;20000;0;20000\r\n"));
  shown = cli_expect (0, DB, "payments", "--year", "2024", NULL);
  g_assert_nonnull (strstr (shown, "−200.00"));
  g_free (cli_expect (0, DB, "payments", "--year", "2024", "--output", sheet, NULL));
  g_assert_true (g_file_test (sheet, G_FILE_TEST_IS_REGULAR));
  g_free (cli_expect (0, DB, "payments", "--year", "2024", "--output", file, NULL));
  g_assert_true (g_file_get_contents (file, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, csv);
  g_free (cli_expect (0, DB, "payments", "--year", "2024", "--proposed", NULL));
  later = cli_expect (0, DB, "payments", "--year", "2024", "--since", "2199-12-31", NULL);
  g_assert_cmpstr (later, ==, nothing);
  since = cli_expect (0, DB, "payments", "--year", "2024", "--since", "2024-01-01", NULL);
  g_assert_cmpstr (since, ==, shown);
}

static void
assert_starts (const char *path, const char *start)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (bytes, start));
}

/* One settlement by the ending of the file; all of a year into a folder. */
static void
test_statements (Fixture *fixture, gconstpointer data)
{
  static const char *const files[][2] = { { "a.pdf", "%PDF-" }, { "a.xlsx", "PK" }, { "a.csv", "\xEF\xBB\xBF" } };
  g_autofree char *folder = g_build_filename (fixture->folder, "2024", "pdf", NULL);
  g_autofree char *said = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  g_free (cli_expect (0, DB, "settle", "--year", "2024", "--store", NULL));
  id = last_number (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i][0], NULL);

      g_free (cli_expect (0, DB, "statement", id, "--output", path, NULL));
      assert_starts (path, files[i][1]);
    }
  said = cli_expect (0, DB, "statement", "--year", "2024", "--output", folder, "--files=pdf,csv", NULL);
  g_assert_true (g_str_has_prefix (said, "Wrote the statements of 2 settlements to "));
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 6);
}

static void
test_dossier (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "dossiers", NULL);
  g_autofree char *id = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *sums = NULL;

  finish (fixture);
  id = last_number (fixture);
  g_free (cli_expect (0, DB, "dossier", id, "--output", folder, NULL));
  dir = g_dir_open (folder, 0, NULL);
  sums = g_build_filename (folder, g_dir_read_name (dir), "SHA256SUMS", NULL);
  g_assert_true (g_file_test (sums, G_FILE_TEST_IS_REGULAR));
}

/* Another program writes to the file, past the rules of the database. */
static void
tamper (Fixture *fixture, const char *sql)
{
  sqlite3 *database;
  char *problem = NULL;

  g_assert_cmpint (sqlite3_open (fixture->database, &database), ==, SQLITE_OK);
  sqlite3_exec (database, sql, NULL, NULL, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  sqlite3_close (database);
}

/* What was frozen and is not what it was any more is found, and is not printed as if nothing had happened. */
static void
test_tampered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *pdf = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autofree char *id = NULL;
  g_autoptr (CliRun) verified = NULL;
  g_autoptr (CliRun) printed = NULL;

  finish (fixture);
  id = last_number (fixture);
  tamper (fixture, "PRAGMA foreign_keys = OFF; DROP TRIGGER settlement_document_data_no_update;"
                   "UPDATE settlement_document_data SET data = CAST (substr (data, 1, 40) || x'00' || substr (data, 42) AS BLOB)"
                   " WHERE document_id = (SELECT max (id) FROM settlement_document)");
  verified = cli_run (DB, "verify", "--format=json", NULL);
  g_assert_cmpint (verified->status, ==, 1);
  g_assert_cmpuint (length (parse (parser, verified->output), "findings"), >=, 2);
  printed = cli_run (DB, "statement", id, "--output", pdf, NULL);
  g_assert_cmpint (printed->status, ==, 3);
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
}

/* What is not there, is refused; where it cannot be written, too. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pdf = g_build_filename (fixture->folder, "nowhere", "a.pdf", NULL);
  g_autofree char *there = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autofree char *id = NULL;

  assert_refused (cli_run (DB, "final", "7", "--answer", "x", NULL), "7");
  assert_refused (cli_run (DB, "withdraw", "7", "--reason", "x", NULL), "7");
  assert_refused (cli_run (DB, "recompute", "7", NULL), "7");
  assert_refused (cli_run (DB, "statement", "7", "--output", there, NULL), "7");
  assert_refused (cli_run (DB, "dossier", "7", "--output", fixture->folder, NULL), "7");
  assert_refused (cli_run (DB, "propose", "--year", "2024", "--provider", "99999999", NULL), "99999999");
  g_assert_false (g_file_test (there, G_FILE_TEST_EXISTS));
  g_free (cli_expect (0, DB, "settle", "--year", "2024", "--store", NULL));
  id = last_number (fixture);
  assert_refused (cli_run (DB, "statement", id, "--output", pdf, NULL), "no such folder");
  assert_refused (cli_run (DB, "dossier", id, "--output", fixture->database, NULL), "");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = { { "/cli/life/stored", test_stored },
                { "/cli/life/stored-again", test_stored_again },
                { "/cli/life/final", test_final },
                { "/cli/life/withdrawn", test_withdrawn },
                { "/cli/life/corrected", test_corrected },
                { "/cli/life/nothing-left", test_nothing_left },
                { "/cli/life/passed-over", test_passed_over },
                { "/cli/life/payments", test_payments },
                { "/cli/life/statements", test_statements },
                { "/cli/life/dossier", test_dossier },
                { "/cli/life/tampered", test_tampered },
                { "/cli/life/refused", test_refused } };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
