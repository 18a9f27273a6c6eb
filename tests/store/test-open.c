/* test-open.c: making and opening region files, and every reason why that does not go
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib/gstdio.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-test.h"
#include "store/ps-file-system.h"
#include "store/ps-migrate.h"

static void
assert_refused (const char *path, PsStoreMode mode, PsStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (path, mode, &error);

  g_assert_null (store);
  g_assert_error (error, PS_STORE_ERROR, (int) code);
  /* The message says which file. */
  g_assert_nonnull (strstr (error->message, "“"));
}

static void
test_create (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = ps_store_load_region (test->store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (region->name, ==, "Test");
  g_assert_cmpint (region->under_bp, ==, 500);
  g_assert_cmpstr (ps_store_get_path (test->store), ==, test->path);
  g_assert_false (ps_store_is_newer (test->store));
  g_assert_cmpint (store_test_int (test, "PRAGMA application_id"), ==, PS_STORE_APPLICATION_ID);
  g_assert_cmpint (store_test_int (test, "PRAGMA user_version"), ==, PS_STORE_VERSION);
  g_assert_cmpint (store_test_int (test, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpstr (store_test_text (test, "PRAGMA journal_mode"), ==, "wal");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM audit_record WHERE action = 'create'"), ==, 1);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                                         " AND sql NOT LIKE '%STRICT'"),
                   ==, 0);
  store_test_assert_sound (test);
  store_test_reopen (test, PS_STORE_READ);
  store_test_reopen (test, PS_STORE_WRITE);
}

/* Names that mean something else to SQLite are names of files all the same. */
static void
test_names (void)
{
  static const char *const names[] = { ":memory:", "file:x?mode=memory", "file:y", "a b?immutable=1#c%41" };
  g_autoptr (StoreTest) test = store_test_new ();
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (test->folder), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsStore) made = ps_store_create (names[i], "Here", &error);
      GStatBuf info;

      g_assert_no_error (error);
      g_assert_cmpstr (ps_store_get_path (made), ==, names[i]);
      g_clear_pointer (&made, ps_store_close);
      g_assert_cmpint (g_stat (names[i], &info), ==, 0);
      g_assert_cmpint (info.st_size, >, 0);
      for (int mode = PS_STORE_READ; mode <= PS_STORE_WRITE; mode++)
        {
          g_autoptr (PsStore) store = ps_store_open (names[i], mode, &error);
          g_autoptr (PsRegion) region = store != NULL ? ps_store_load_region (store, &error) : NULL;

          g_assert_no_error (error);
          g_assert_cmpstr (region->name, ==, "Here");
        }
    }
  g_assert_cmpint (g_chdir (before), ==, 0);
}

/* What is there is never touched, whatever it is. */
static void
test_create_over (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autofree char *other = g_build_filename (test->folder, "notes.txt", NULL);
  g_autofree char *absent = g_build_filename (test->folder, "nowhere", "region", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_store_create (test->path, "Again", &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_file_set_contents (other, "keep me", -1, NULL);
  g_assert_null (ps_store_create (other, "Again", &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (other, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "keep me");
  g_assert_null (ps_store_create (test->folder, "Again", &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (ps_store_create (absent, "Again", &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_ABSENT);
}

static void
test_not_a_region (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autofree char *text = g_build_filename (test->folder, "notes.txt", NULL);
  g_autofree char *empty = g_build_filename (test->folder, "empty", NULL);
  g_autofree char *absent = g_build_filename (test->folder, "absent", NULL);
  g_autofree char *foreign = g_build_filename (test->folder, "other.sqlite", NULL);
  sqlite3 *db;

  g_file_set_contents (
      text, "This is a text that is long enough to be taken for the header of a database file, and is none at all.", -1, NULL);
  g_file_set_contents (empty, "", 0, NULL);
  g_assert_cmpint (sqlite3_open (foreign, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE t (a); PRAGMA user_version = 1", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  for (int mode = PS_STORE_READ; mode <= PS_STORE_WRITE; mode++)
    {
      assert_refused (text, mode, PS_STORE_ERROR_FOREIGN);
      assert_refused (empty, mode, PS_STORE_ERROR_FOREIGN);
      assert_refused (foreign, mode, PS_STORE_ERROR_FOREIGN);
      assert_refused (test->folder, mode, PS_STORE_ERROR_FOREIGN);
      assert_refused (absent, mode, PS_STORE_ERROR_ABSENT);
    }
  g_assert_false (g_file_test (absent, G_FILE_TEST_EXISTS));
}

/* A newer program's file can be read, and says so; it is not written to. */
static void
test_newer (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = NULL;

  ps_sql_exec (test->store, "PRAGMA user_version = 99; ALTER TABLE region ADD COLUMN motto TEXT", &error);
  g_assert_no_error (error);
  g_clear_pointer (&test->store, ps_store_close);
  assert_refused (test->path, PS_STORE_WRITE, PS_STORE_ERROR_NEWER);
  test->store = ps_store_open (test->path, PS_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (ps_store_is_newer (test->store));
  region = ps_store_load_region (test->store, &error);
  g_assert_no_error (error);
  g_assert_false (ps_sql_exec (test->store, "DELETE FROM region", NULL));
}

static void
test_never_finished (void)
{
  g_autoptr (StoreTest) test = store_test_new ();

  ps_sql_exec (test->store, "PRAGMA user_version = 0", NULL);
  g_clear_pointer (&test->store, ps_store_close);
  assert_refused (test->path, PS_STORE_WRITE, PS_STORE_ERROR_DAMAGED);
  test->store = NULL;
}

static void
test_damaged (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = NULL;
  g_autoptr (PsRegion) region = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_clear_pointer (&test->store, ps_store_close);
  g_assert_true (g_file_get_contents (test->path, &contents, &length, NULL));
  /* Cut off. */
  g_file_set_contents (test->path, contents, length / 2, NULL);
  store = ps_store_open (test->path, PS_STORE_READ, &error);
  region = store != NULL ? ps_store_load_region (store, &error) : NULL;
  g_assert_null (region);
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED);
  g_clear_pointer (&store, ps_store_close);
  g_clear_error (&error);
  /* Everything but the header overwritten. */
  memset (contents + 4096, 0x5a, length - 4096);
  g_file_set_contents (test->path, contents, length, NULL);
  store = ps_store_open (test->path, PS_STORE_READ, &error);
  region = store != NULL ? ps_store_load_region (store, &error) : NULL;
  g_assert_null (region);
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED);
}

static void
test_locked (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) other = ps_store_open (test->path, PS_STORE_WRITE, &error);
  g_autoptr (PsStore) reader = NULL;

  g_assert_no_error (error);
  sqlite3_busy_timeout (other->db, 50);
  store_test_begin (test, 0);
  g_assert_null (ps_writer_begin (other, "me", "import", NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  /* Reading goes on. */
  reader = ps_store_open (test->path, PS_STORE_READ, &error);
  g_assert_no_error (error);
  store_test_end (test, FALSE);
  store_test_assert_run (test, "municipality 0983 Venlo", "a");
}

static void
test_data_version (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) reader = ps_store_open (test->path, PS_STORE_READ, &error);
  gint64 read = ps_store_data_version (reader);
  gint64 own = ps_store_data_version (test->store);

  g_assert_cmpint (ps_store_data_version (reader), ==, read);
  store_test_assert_run (test, "municipality 0983 Venlo", "a");
  g_assert_cmpint (ps_store_data_version (reader), !=, read);
  g_assert_cmpint (ps_store_data_version (test->store), !=, own);
  own = ps_store_data_version (test->store);
  store_test_assert_run (test, "municipality 0983 Venlo", "=");
  g_assert_cmpint (ps_store_data_version (test->store), ==, own);
}

/* The folder mounted once more, to read only: permissions alone do not stop the superuser. */
static gboolean
make_read_only (const char *folder)
{
  if (geteuid () != 0)
    return g_chmod (folder, 0555) == 0;
  return mount (folder, folder, NULL, MS_BIND, NULL) == 0
         && mount (NULL, folder, NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL) == 0;
}

static void
make_writable (const char *folder)
{
  if (geteuid () != 0)
    g_chmod (folder, 0755);
  else
    umount2 (folder, MNT_DETACH);
}

static void
assert_read_only (StoreTest *test)
{
  g_autofree char *other = g_build_filename (test->folder, "new", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = NULL;

  assert_refused (test->path, PS_STORE_WRITE, PS_STORE_ERROR_READ_ONLY);
  g_assert_null (ps_store_create (other, "New", &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  test->store = ps_store_open (test->path, PS_STORE_READ, &error);
  g_assert_no_error (error);
  region = ps_store_load_region (test->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (region->municipalities->len, ==, 1);
  g_clear_pointer (&test->store, ps_store_close);
}

static void
test_read_only_folder (void)
{
  g_autoptr (StoreTest) test = store_test_new ();

  store_test_assert_run (test, "municipality 0983 Venlo", "a");
  g_clear_pointer (&test->store, ps_store_close);
  if (!make_read_only (test->folder))
    {
      make_writable (test->folder);
      g_test_skip ("no folder can be made read-only here");
      return;
    }
  assert_read_only (test);
  make_writable (test->folder);
}

static void
test_network (void)
{
  g_assert_false (ps_file_system_is_network (g_get_tmp_dir ()));
  g_assert_false (ps_file_system_is_network ("/no/such/file"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/open/create", test_create);
  g_test_add_func ("/store/open/names", test_names);
  g_test_add_func ("/store/open/create-over", test_create_over);
  g_test_add_func ("/store/open/not-a-region", test_not_a_region);
  g_test_add_func ("/store/open/newer", test_newer);
  g_test_add_func ("/store/open/never-finished", test_never_finished);
  g_test_add_func ("/store/open/damaged", test_damaged);
  g_test_add_func ("/store/open/locked", test_locked);
  g_test_add_func ("/store/open/data-version", test_data_version);
  g_test_add_func ("/store/open/read-only-folder", test_read_only_folder);
  g_test_add_func ("/store/open/network", test_network);
  return g_test_run ();
}
