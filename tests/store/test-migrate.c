/* test-migrate.c: from one version of the region file to the next, or not at all
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "store-test.h"
#include "store/ps-migrate.h"

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
  g_assert_cmpint (store_test_int (test, "PRAGMA user_version"), ==, 1);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/migrate/up", test_up);
  g_test_add_func ("/store/migrate/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/store/migrate/backup", test_backup);
  g_test_add_func ("/store/migrate/versions", test_versions);
  return g_test_run ();
}
