/* test-migrate.c: from one version of the region file to the next, or not at all
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "change-test.h"
#include "store/ps-migrate.h"
#include "store/ps-undo.h"

static const char *const good[] = { "", "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT", "INSERT INTO extra VALUES (7)" };
static const char *const bad[] = { "", "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT", "INSERT INTO nowhere VALUES (7)" };

static void
test_up (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  PsMigrations migrations = { good, 3 };
  g_autoptr (GError) error = NULL;

  g_assert_true (ps_migrate (test->store, &migrations, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_int (test, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (store_test_int (test, "SELECT id FROM extra"), ==, 7);
}

/* One of the steps fails: nothing of any of them is left. */
static void
test_all_or_nothing (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  PsMigrations migrations = { bad, 3 };
  g_autoptr (GError) error = NULL;

  g_assert_false (ps_migrate (test->store, &migrations, 1, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_IO);
  g_assert_cmpint (store_test_int (test, "PRAGMA user_version"), ==, PS_STORE_VERSION);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM sqlite_schema WHERE name = 'extra'"), ==, 0);
  g_assert_cmpint (sqlite3_get_autocommit (test->store->db), !=, 0);
}

static void
test_backup (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *expected = g_strconcat (test->path, ".v1.backup", NULL);
  g_autoptr (PsStore) copy = NULL;
  g_autoptr (PsRegion) region = NULL;

  store_test_assert_run (test, "municipality 0983 Venlo", "a");
  first = ps_migrate_backup (test->store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, expected);
  /* An earlier backup is not overwritten. */
  second = ps_migrate_backup (test->store, 1, &error);
  g_assert_cmpstr (second, !=, first);
  copy = ps_store_open (first, PS_STORE_READ, &error);
  g_assert_no_error (error);
  region = ps_store_load_region (copy, &error);
  g_assert_cmpuint (region->municipalities->len, ==, 1);
}

/* The versions that the program carries make a sound file of nothing. */
static void
test_versions (void)
{
  g_autoptr (PsMigrations) migrations = ps_migrations_load ();

  g_assert_cmpint (migrations->n_versions, ==, PS_STORE_VERSION);
  for (int i = 0; i < migrations->n_versions; i++)
    g_assert_cmpuint (strlen (migrations->sql[i]), >, 0);
  g_assert_null (migrations->sql[migrations->n_versions]);
}

/* What a file of version 1 has, as SQL text. */
static char *
schema_of_version_1 (void)
{
  g_autoptr (PsMigrations) migrations = ps_migrations_load ();
  g_autoptr (GString) schema = g_string_new (NULL);
  sqlite3_stmt *select = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, migrations->sql[0], NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT name, ifnull (sql, '-') FROM sqlite_schema ORDER BY name", -1, &select, NULL);
  while (sqlite3_step (select) == SQLITE_ROW)
    g_string_append_printf (schema, "%s%s|%s", schema->len > 0 ? "\n" : "", (const char *) sqlite3_column_text (select, 0),
                            (const char *) sqlite3_column_text (select, 1));
  sqlite3_finalize (select);
  sqlite3_close (db);
  return g_string_free (g_steal_pointer (&schema), FALSE);
}

/* Makes the file one of version 1, with what is in it. */
static void
make_version_1 (StoreTest *test)
{
  g_autofree char *expected = schema_of_version_1 ();
  g_autoptr (GError) error = NULL;

  ps_sql_exec (test->store,
               "DROP TABLE audit_removed; DROP INDEX import_range_table; DROP INDEX audit_record_actor;"
               "DROP TRIGGER import_run_no_update; DROP TRIGGER import_run_no_delete; DROP TRIGGER import_range_no_update;"
               "DROP TRIGGER import_range_no_delete; DROP TRIGGER line_decision_no_update; DROP TABLE provider_agb; PRAGMA "
               "user_version = 1",
               &error);
  g_assert_no_error (error);
  ps_sql_exec (test->store,
               "CREATE TRIGGER line_decision_no_update BEFORE UPDATE ON line_decision\n"
               "BEGIN SELECT raise (ABORT, 'a decision is never changed: add another'); END",
               &error);
  g_assert_no_error (error);
  ps_sql_exec (test->store,
               "CREATE TABLE provider_agb (\n"
               "  id            INTEGER PRIMARY KEY,\n"
               "  provider_id   INTEGER NOT NULL REFERENCES provider,\n"
               "  agb           TEXT NOT NULL CHECK (agb <> ''),\n"
               "  valid_from    INTEGER,\n"
               "  valid_to      INTEGER,\n"
               "  CHECK (valid_to >= valid_from),\n"
               "  UNIQUE (agb, provider_id)\n"
               ") STRICT;"
               "CREATE INDEX provider_agb_provider ON provider_agb (provider_id)",
               &error);
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_text (test, "SELECT name, ifnull (sql, '-') FROM sqlite_schema ORDER BY name"), ==, expected);
}

/* A file that version 1 made, with an import in it: backed up, brought up to date, sound, and its import can be undone. */
static void
test_from_1 (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autofree char *backup = g_strconcat (test->path, ".v1.backup", NULL);
  g_autoptr (GError) error = NULL;
  const char *before, *content;

  before = change_test_content (test);
  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0983 500000 productgroep donut", "l[1,0,0,0]");
  content = change_test_content (test);
  make_version_1 (test);
  store_test_reopen (test, PS_STORE_WRITE);
  g_assert_cmpint (store_test_int (test, "PRAGMA user_version"), ==, PS_STORE_VERSION);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (change_test_content (test), ==, content);
  store_test_assert_sound (test);
  ps_undo_apply (test->store, 3, "tester", NULL, NULL, NULL, NULL, &error);
  ps_undo_apply (test->store, 2, "tester", NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (change_test_content (test), ==, before);
  store_test_assert_sound (test);
}

/* Opened to read, it is brought up to date as well. */
static void
test_from_1_reading (void)
{
  g_autoptr (StoreTest) test = store_test_new ();

  store_test_assert_run (test, "municipality 0983 Venlo", "a");
  make_version_1 (test);
  store_test_reopen (test, PS_STORE_READ);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM audit_removed"), ==, 0);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM municipality"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/migrate/up", test_up);
  g_test_add_func ("/store/migrate/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/store/migrate/backup", test_backup);
  g_test_add_func ("/store/migrate/versions", test_versions);
  g_test_add_func ("/store/migrate/from-1", test_from_1);
  g_test_add_func ("/store/migrate/from-1-reading", test_from_1_reading);
  return g_test_run ();
}
