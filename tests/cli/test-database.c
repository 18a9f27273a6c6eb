/* test-database.c: region files that cannot be used: exit status 3, a sentence, and nothing is changed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  CliRegion region;
  char *csv;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  cli_region_set_up (&fixture->region, NULL);
  fixture->csv = cli_write (fixture->region.folder, "gemeenten.csv", "code;naam\n0983;Venlo\n");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_chmod (fixture->region.folder, 0700);
  cli_region_tear_down (&fixture->region, NULL);
  g_free (fixture->csv);
}

static void
expect_unusable (CliRun *run, const char *name)
{
  cli_assert_refused (run, 3, name);
  g_assert_true (g_str_has_prefix (run->errors, "peilstok-cli: "));
  cli_run_free (run);
}

static void
expect_all_unusable (const char *database, const char *csv)
{
  g_autofree char *name = g_path_get_basename (database);

  expect_unusable (cli_run ("--db", database, "settle", "--year", "2024", "--format=json", NULL), name);
  expect_unusable (cli_run ("--db", database, "import", csv, NULL), name);
  expect_unusable (cli_run ("--db", database, "verify", NULL), name);
}

static void
run_sql (const char *database, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (database, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_absent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *absent = g_build_filename (fixture->region.folder, "absent.peilstok", NULL);

  expect_all_unusable (absent, fixture->csv);
  g_assert_false (g_file_test (absent, G_FILE_TEST_EXISTS));
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text =
      cli_write (fixture->region.folder, "notes.txt", "This is not a database at all, but it is long enough to be read.");
  g_autofree char *other = g_build_filename (fixture->region.folder, "other.db", NULL);
  g_autofree char *after = NULL;

  run_sql (other, "CREATE TABLE t (a)");
  expect_all_unusable (text, fixture->csv);
  expect_all_unusable (other, fixture->csv);
  g_assert_true (g_file_get_contents (text, &after, NULL, NULL));
  g_assert_true (g_str_has_prefix (after, "This is not a database"));
}

/* init never writes over a file. */
static void
test_init_over_something (Fixture *fixture, gconstpointer data)
{
  expect_unusable (cli_run ("--db", fixture->region.database, "init", "--demo", NULL), "region.peilstok");
  g_free (cli_expect (0, "--db", fixture->region.database, "verify", NULL));
}

static void
test_init_in_no_folder (Fixture *fixture, gconstpointer data)
{
  expect_unusable (cli_run ("--db", "/nowhere/at/all/region.peilstok", "init", NULL), "region.peilstok");
}

/* What a newer program's file says is not all understood: nothing is settled from it (files-and-cli.md). */
static void
test_newer (Fixture *fixture, gconstpointer data)
{
  run_sql (fixture->region.database, "PRAGMA user_version = 999");
  expect_all_unusable (fixture->region.database, fixture->csv);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->region.database, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE; UPDATE region SET name = 'mine'", NULL, NULL, NULL), ==, SQLITE_OK);
  expect_unusable (cli_run ("--db", fixture->region.database, "import", fixture->csv, NULL), "region.peilstok");
  sqlite3_close (db);
  g_free (cli_expect (0, "--db", fixture->region.database, "import", fixture->csv, NULL));
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->region.database, &bytes, &length, NULL));
  memset (bytes + 100, 'x', length - 100);
  g_assert_true (g_file_set_contents (fixture->region.database, bytes, (gssize) length, NULL));
  expect_all_unusable (fixture->region.database, fixture->csv);
}

/* Cut off in the middle: what is left of it is found to be wrong, and said. */
static void
test_cut_off (Fixture *fixture, gconstpointer data)
{
  GStatBuf before;
  g_autoptr (CliRun) run = NULL;

  g_assert_cmpint (g_stat (fixture->region.database, &before), ==, 0);
  g_assert_cmpint (truncate (fixture->region.database, before.st_size / 2), ==, 0);
  run = cli_run ("--db", fixture->region.database, "verify", NULL);
  g_assert_cmpint (run->status, !=, 0);
  g_assert_cmpint (run->status, !=, -1);
  g_assert_cmpuint (strlen (run->errors), >, 0);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *new_file = g_build_filename (fixture->region.folder, "new.peilstok", NULL);

  if (getuid () == 0)
    {
      g_test_skip ("nothing is read-only for root");
      return;
    }
  g_assert_cmpint (g_chmod (fixture->region.folder, 0500), ==, 0);
  expect_unusable (cli_run ("--db", new_file, "init", NULL), "new.peilstok");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/cli/database/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("absent", test_absent);
  ADD ("foreign", test_foreign);
  ADD ("init-over-something", test_init_over_something);
  ADD ("init-in-no-folder", test_init_in_no_folder);
  ADD ("newer", test_newer);
  ADD ("locked", test_locked);
  ADD ("damaged", test_damaged);
  ADD ("cut-off", test_cut_off);
  ADD ("read-only-folder", test_read_only_folder);
#undef ADD
  return g_test_run ();
}
