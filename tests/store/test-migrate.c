/* test-migrate.c: from one version of the region file to the next, or not at all
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib/gstdio.h>

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

static void
run (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
}

/* What the one SQL statement gives, a row a line. */
static GPtrArray *
list (sqlite3 *db, const char *sql)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *select = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &select, NULL), ==, SQLITE_OK);
  while (sqlite3_step (select) == SQLITE_ROW)
    g_ptr_array_add (rows, g_strdup ((const char *) sqlite3_column_text (select, 0)));
  sqlite3_finalize (select);
  return rows;
}

/* The rows of a table that the older version has too; those that it begins with itself stay. */
static void
copy_table (sqlite3 *old, const char *table)
{
  g_autofree char *columns_sql =
      g_strdup_printf ("SELECT group_concat (name, ', ') FROM pragma_table_info ('%s', 'main')", table);
  g_autofree char *count_sql = g_strdup_printf ("SELECT count (*) FROM main.%s", table);
  g_autoptr (GPtrArray) columns = list (old, columns_sql);
  g_autoptr (GPtrArray) count = list (old, count_sql);
  g_autofree char *sql = NULL;

  if (!g_str_equal (count->pdata[0], "0") || g_str_has_prefix (table, "settlement") || g_str_has_prefix (table, "letter")
      || g_str_equal (table, "production_statement"))
    return;
  sql = g_strdup_printf ("INSERT INTO main.%s (%s) SELECT %s FROM now.%s", table, (char *) columns->pdata[0],
                         (char *) columns->pdata[0], table);
  run (old, sql);
}

/* Makes the file one of that older version, with what is in it: as the scripts of then made it. */
static void
make_version (StoreTest *test, int version)
{
  g_autoptr (PsMigrations) migrations = ps_migrations_load ();
  g_autofree char *path = g_strconcat (test->path, ".old", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS now", test->path);
  g_autofree char *pragmas =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", PS_STORE_APPLICATION_ID, version);
  g_autoptr (GPtrArray) tables = NULL;
  sqlite3 *old = NULL;

  g_clear_pointer (&test->store, ps_store_close);
  g_assert_cmpint (sqlite3_open (path, &old), ==, SQLITE_OK);
  for (int i = 0; i < version; i++)
    run (old, migrations->sql[i]);
  run (old, pragmas);
  run (old, attach);
  tables = list (old, "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
  for (guint i = 0; i < tables->len; i++)
    copy_table (old, tables->pdata[i]);
  sqlite3_close (old);
  g_assert_cmpint (g_rename (path, test->path), ==, 0);
}

/* A file that an older version made, with an import in it: backed up, brought up to date, sound, and its import can be undone. */
static void
test_from (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autoptr (StoreTest) test = store_test_new ();
  g_autofree char *backup = g_strdup_printf ("%s.v%d.backup", test->path, version);
  g_autoptr (GError) error = NULL;
  const char *before, *content;

  before = change_test_content (test);
  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0983 500000 productgroep donut", "l[1,0,0,0]");
  content = change_test_content (test);
  make_version (test, version);
  store_test_reopen (test, PS_STORE_WRITE);
  g_assert_cmpint (store_test_int (test, "PRAGMA user_version"), ==, PS_STORE_VERSION);
  g_assert_cmpint (store_test_int (test, "SELECT record_id FROM audit_head"), ==, 3);
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
  make_version (test, 1);
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
  g_test_add_data_func ("/store/migrate/from-1", GINT_TO_POINTER (1), test_from);
  g_test_add_data_func ("/store/migrate/from-2", GINT_TO_POINTER (2), test_from);
  g_test_add_data_func ("/store/migrate/from-3", GINT_TO_POINTER (3), test_from);
  g_test_add_data_func ("/store/migrate/from-4", GINT_TO_POINTER (4), test_from);
  g_test_add_func ("/store/migrate/from-1-reading", test_from_1_reading);
  return g_test_run ();
}
