/* test-report.c: the month's overview on the command line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-run.h"

#include <string.h>

#define DB "--db", fixture->database

typedef struct
{
  char *folder;
  char *database;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *minimal = g_build_filename (g_getenv ("PEILSTOK_FIXTURES"), "minimal", NULL);

  fixture->folder = cli_folder_new ();
  fixture->database = g_build_filename (fixture->folder, "region.peilstok", NULL);
  g_free (cli_expect (0, DB, "init", "--name", "Test region", NULL));
  cli_import (fixture->database, minimal);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cli_folder_free (fixture->folder);
  g_free (fixture->database);
}

static char *
in_folder (const Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_refused (int status, const char *sentence, CliRun *run)
{
  g_assert_cmpint (run->status, ==, status);
  g_assert_nonnull (strstr (run->errors, sentence));
  g_assert_cmpstr (run->output, ==, "");
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pdf = in_folder (fixture, "may.pdf"), *xlsx = in_folder (fixture, "may.xlsx");
  g_autofree char *said = cli_expect (0, DB, "report", "--year", "2024", "--month", "5", "--output", pdf, NULL);
  g_autofree char *wanted = g_strdup_printf ("Wrote the overview to “%s”.\n", pdf), *pages = NULL, *sheet = NULL;

  g_assert_cmpstr (said, ==, wanted);
  g_free (cli_expect (0, DB, "report", "--year", "2024", "--month", "5", "--provider", "41410001", "--output", xlsx, NULL));
  pages = read_file (pdf);
  sheet = read_file (xlsx);
  g_assert_true (g_str_has_prefix (pages, "%PDF-"));
  g_assert_true (g_str_has_prefix (sheet, "PK"));
}

/* The tables are those of `monitor` over the same months. */
static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = in_folder (fixture, "may");
  g_autofree char *path = g_build_filename (folder, "production-by-municipality.csv", NULL);
  g_autofree char *scopes = g_build_filename (folder, "bandwidth.csv", NULL), *bandwidth = NULL;
  g_autofree char *pages = g_build_filename (folder, "month-overview-2024-05-41410001.pdf", NULL), *table = NULL;
  g_autoptr (CliRun) again = NULL;

  g_free (cli_expect (0, DB, "report", "--year", "2024", "--month", "5", "--provider", "41410001", "--output", folder, NULL));
  g_assert_true (g_file_test (pages, G_FILE_TEST_IS_REGULAR));
  table = read_file (path);
  g_assert_nonnull (strstr (table, "\r\nVenlo;"));
  /* Worked out by hand in tests/exchange/letter-check.h. */
  bandwidth = read_file (scopes);
  g_assert_nonnull (strstr (bandwidth, ";7000,00;6526,00;15713,92;224,48;8713,92;6650,00;7350,00;linear;"));
  again = cli_run (DB, "report", "--year", "2024", "--month", "5", "--output", folder, NULL);
  assert_refused (1, "There is something called", again);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pdf = in_folder (fixture, "none.pdf");
  g_autoptr (CliRun) early = cli_run (DB, "report", "--year", "2025", "--month", "1", "--output", pdf, NULL);
  g_autoptr (CliRun) unknown =
      cli_run (DB, "report", "--year", "2024", "--month", "1", "--provider", "12345678", "--output", pdf, NULL);
  g_autoptr (CliRun) no_month = cli_run (DB, "report", "--year", "2024", "--output", pdf, NULL);
  g_autoptr (CliRun) month = cli_run (DB, "report", "--year", "2024", "--month", "13", "--output", pdf, NULL);
  g_autoptr (CliRun) nowhere = cli_run (DB, "report", "--year", "2024", "--month", "1", NULL);
  g_autoptr (CliRun) more = cli_run (DB, "report", "--year", "2024", "--month", "1", "--output", pdf, "more", NULL);

  assert_refused (1, "There is no overview of January 2025 yet", early);
  assert_refused (1, "There is no provider with AGB code “12345678” in this region.", unknown);
  assert_refused (2, "Say with --month of which month", no_month);
  assert_refused (2, "Say with --month of which month", month);
  assert_refused (2, "Say with --output", nowhere);
  assert_refused (2, "report", more);
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/report/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/cli/report/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/cli/report/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
