/* test-robust.c: a full disk, a failing disk, a killed program: the region is as it was
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "failing-vfs.h"
#include "store-rows.h"
#include "store-test.h"
#include "store/ps-change.h"
#include "store/ps-settlements.h"
#include "store/ps-undo.h"
#include "store/ps-verify.h"

#define BULK (64 * 1024 * 1024)

static char *
many_rows (int n)
{
  GString *rows = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append_printf (rows, "assignment 0983/%d C%d 4141000%d 45A04 01-01-2024 -\n", i, i / 2, i % 3 + 1);
  g_string_append (rows, "---\n");
  for (int i = 0; i < n; i++)
    g_string_append_printf (rows, "care 0983/%d 01-01-2024 - -\n", i);
  g_string_append (rows, "---\n");
  for (int i = 0; i < 2 * n; i++)
    g_string_append_printf (rows, "line R%d 0983/%d 45A04 01-01-2024 28-01-2024 1000 900000 9000\n", i, i / 2);
  g_string_append (rows, "---\nprovider 41410001 Anders\n");
  return g_string_free (rows, FALSE);
}

static StoreTest *
new_region (void)
{
  StoreTest *test = store_test_new ();

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  return test;
}

/* Puts all rows and commits; FALSE with the error of whatever failed first, and rolled back. */
static gboolean
try_run (PsStore *store, guint64 bytes, char **lines, GError **error)
{
  PsWriter *writer = ps_writer_begin (store, "tester", "import", NULL, NULL, error);
  PsWriterCounts later;
  guint64 refused;
  gboolean ok;

  if (writer == NULL)
    return FALSE;
  ps_writer_expect (writer, bytes);
  ok = ps_writer_begin_file (writer, 0, error);
  for (guint i = 0; ok && lines[i] != NULL; i++)
    if (g_str_equal (lines[i], "---"))
      ok = ps_writer_end_file (writer, &later, &refused, error) && ps_writer_begin_file (writer, i, error);
    else if (lines[i][0] != '\0')
      {
        PsPut put = store_rows_put (writer, (PsOrigin){ 0, i }, lines[i], error);

        g_assert_cmpint (put, !=, PS_PUT_REFUSED);
        ok = put != PS_PUT_FAILED;
      }
  ok = ok && ps_writer_end_file (writer, &later, &refused, error);
  if (ok)
    return ps_writer_commit (writer, "{}", NULL, NULL, NULL, error);
  ps_writer_rollback (writer);
  return FALSE;
}

static void
assert_as_it_was (StoreTest *test, const char *before)
{
  store_test_reopen (test, PS_STORE_WRITE);
  g_assert_cmpstr (store_test_dump (test), ==, before);
  store_test_assert_sound (test);
}

/* A disk that has room for a bit more than the region. */
static void
test_full (void)
{
  g_autoptr (StoreTest) test = new_region ();
  const char *before = store_test_dump (test);
  g_autofree char *rows = many_rows (3000);
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);

  for (int bulk = 0; bulk <= 1; bulk++)
    for (int extra = 0; extra < 100; extra += 33)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *pragma =
            g_strdup_printf ("PRAGMA max_page_count = %d", (int) store_test_int (test, "PRAGMA page_count") + extra);

        ps_sql_exec (test->store, pragma, NULL);
        g_assert_false (try_run (test->store, bulk ? BULK : 0, lines, &error));
        g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_FULL);
        assert_as_it_was (test, before);
      }
}

/* The same on a real file system that is full; only the superuser can make one. */
static void
test_full_disk (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autofree char *mount_point = g_build_filename (test->folder, "small", NULL);
  g_autofree char *path = g_build_filename (mount_point, "region.peilstok", NULL);
  g_autofree char *rows = many_rows (6000);
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = NULL;

  g_assert_cmpint (g_mkdir_with_parents (mount_point, 0755), ==, 0);
  if (mount ("none", mount_point, "tmpfs", 0, "size=1m") != 0)
    {
      g_test_skip ("no file system can be mounted here");
      return;
    }
  store = ps_store_create (path, "Small", &error);
  g_assert_no_error (error);
  g_clear_pointer (&test->store, ps_store_close);
  test->store = g_steal_pointer (&store);
  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  for (int bulk = 0; bulk <= 1; bulk++)
    {
      g_assert_false (try_run (test->store, bulk ? BULK : 0, lines, &error));
      g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_FULL);
      g_clear_error (&error);
      g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM assignment"), ==, 0);
      store_test_assert_sound (test);
    }
  g_clear_pointer (&test->store, ps_store_close);
  umount2 (mount_point, MNT_DETACH);
}

static void
run_failing (StoreTest *test, guint64 bytes, int code, char **lines, const char *before)
{
  gboolean failed = TRUE;

  for (int nth = 1; failed; nth += 1 + nth / 8)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok;

      failing_vfs_fail (nth, code);
      ok = try_run (test->store, bytes, lines, &error);
      failed = failing_vfs_failed ();
      failing_vfs_fail (0, 0);
      g_assert_true (ok || failed);
      if (!ok)
        assert_as_it_was (test, before);
      else if (failed)
        break; /* only what comes after the commit failed */
    }
  store_test_reopen (test, PS_STORE_WRITE);
  store_test_assert_sound (test);
}

/* From the n-th write on the disk fails, for ever larger n, until the run gets through. */
static void
test_failing_writes (gconstpointer bytes)
{
  static const int codes[] = { SQLITE_IOERR_WRITE, SQLITE_FULL };
  g_autofree char *rows = many_rows (400);
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (StoreTest) test = new_region ();

      run_failing (test, GPOINTER_TO_UINT (bytes), codes[i], lines, store_test_dump (test));
      g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM declaration_line"), ==, 800);
    }
}

static gboolean
try_change (PsStore *store, GError **error)
{
  g_autoptr (PsChange) change = ps_change_new ("create", "provider:41410009");
  g_autoptr (PsRecord) provider = ps_record_new ("provider");
  g_autoptr (PsRecord) tariff = ps_record_new ("tariff");

  ps_record_set_text (provider, "agb", "41410009");
  ps_record_set_text (provider, "name", "Es");
  ps_record_set_number (tariff, "product_id", 1);
  ps_record_set_number (tariff, "provider_id", ps_change_insert (change, provider));
  ps_record_set_number (tariff, "valid_from", 20000);
  ps_record_set_number (tariff, "tariff_e4", 900000);
  ps_change_insert (change, tariff);
  return ps_change_apply (store, change, "tester", NULL, error);
}

/* The last record of the region: an import, or its undo. */
static gboolean
try_undo (PsStore *store, GError **error)
{
  gint64 record;

  return ps_sql_get_int (store, "SELECT max (id) FROM audit_record", &record, error)
         && ps_undo_apply (store, record, "tester", NULL, NULL, NULL, NULL, error);
}

/* From the n-th write on the disk fails, for ever larger n, until it gets through. */
static void
fail_until_done (StoreTest *test, gboolean (*attempt) (PsStore *store, GError **error))
{
  const char *before = store_test_dump (test);
  gboolean failed = TRUE;

  for (int nth = 1; failed; nth += 1 + nth / 8)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok;

      failing_vfs_fail (nth, SQLITE_IOERR_WRITE);
      ok = attempt (test->store, &error);
      failed = failing_vfs_failed ();
      failing_vfs_fail (0, 0);
      g_assert_true (ok || failed);
      if (ok)
        break;
      assert_as_it_was (test, before);
    }
  store_test_reopen (test, PS_STORE_WRITE);
  store_test_assert_sound (test);
}

/* Three settlements at once, each with its record, rows and documents: all or none. */
static gboolean
try_settle (PsStore *store, GError **error)
{
  PsLifeJob job = { .step = PS_STEP_PROPOSE, .year = 2024, .through = PS_DATE_OPEN, .shown_cents = PS_NO_NUMBER };
  g_autoptr (PsLifeReport) report = ps_settlements_take (store, "proposer", &job, NULL, NULL, NULL, error);

  g_assert_true (report == NULL || report->done->len == 3);
  return report != NULL;
}

static void
test_failing_settlements (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autofree char *rows = many_rows (400);
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);

  g_assert_true (try_run (test->store, 0, lines, NULL));
  fail_until_done (test, try_settle);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM settlement WHERE state = 2"), ==, 3);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM settlement_document_data"), ==, 9);
}

static void
test_failing_changes (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autofree char *rows = many_rows (400);
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);

  fail_until_done (test, try_change);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM provider"), ==, 4);
  g_assert_true (try_run (test->store, 0, lines, NULL));
  fail_until_done (test, try_undo);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM declaration_line"), ==, 0);
  fail_until_done (test, try_undo);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM declaration_line"), ==, 800);
}

/* So many rows that the database is set up for them. */
static void
test_failing_bulk_undo (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autofree char *rows = many_rows (6000);
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  const char *before;

  g_assert_true (try_run (test->store, 0, lines, NULL));
  for (int direction = 0; direction < 2; direction++)
    {
      before = store_test_dump (test);
      for (int nth = 1; nth < 400; nth = nth * 3 + 1)
        {
          g_autoptr (GError) error = NULL;
          gboolean ok;

          failing_vfs_fail (nth, SQLITE_FULL);
          ok = try_undo (test->store, &error);
          failing_vfs_fail (0, 0);
          if (ok)
            break;
          assert_as_it_was (test, before);
          if (nth * 3 + 1 >= 400)
            g_assert_true (try_undo (test->store, NULL));
        }
      store_test_reopen (test, PS_STORE_WRITE);
      store_test_assert_sound (test);
      g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM declaration_line"), ==, direction == 0 ? 0 : 12000);
    }
}

static void
test_failing_create (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autofree char *path = g_build_filename (test->folder, "other", NULL);
  gboolean ok = FALSE;

  for (int nth = 1; !ok; nth++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsStore) store = NULL;

      failing_vfs_fail (nth, SQLITE_FULL);
      store = ps_store_create (path, "Other", &error);
      ok = !failing_vfs_failed ();
      failing_vfs_fail (0, 0);
      if (store != NULL)
        break;
      g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_FULL);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Imports until it is killed: more lines each time. */
static void
import_until_killed (const char *path, guint64 bytes)
{
  for (int round = 0;; round++)
    {
      g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_WRITE, NULL);
      g_autofree char *rows = many_rows (500 + round * 100);
      g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);

      if (store == NULL || !try_run (store, bytes, lines, NULL))
        _exit (1);
    }
}

static void
assert_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_WRITE, &error);
  g_autoptr (GPtrArray) findings = NULL;
  gint64 n_assignments, n_lines;

  g_assert_no_error (error);
  findings = ps_verify (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  ps_sql_get_int (store, "SELECT count (*) FROM assignment", &n_assignments, &error);
  ps_sql_get_int (store, "SELECT count (*) FROM declaration_line", &n_lines, &error);
  g_assert_cmpint (n_lines, ==, 2 * n_assignments);
}

static void
test_killed (gconstpointer bytes)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  g_clear_pointer (&test->store, ps_store_close);
  for (int round = 0; round < 25; round++)
    {
      pid_t child = fork ();
      int status;

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        import_until_killed (test->path, GPOINTER_TO_UINT (bytes));
      g_usleep (g_rand_int_range (random, 1000, 60000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      assert_whole (test->path);
    }
}

/* Killed when half of the changes were in the file and the journal knew how to undo them: whoever reads next undoes them first. */
static void
test_unfinished_journal (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autofree char *rows = many_rows (3000);
  const char *before;
  pid_t child;

  store_test_run (test, rows);
  before = store_test_dump (test);
  g_clear_pointer (&test->store, ps_store_close);
  child = fork ();
  if (child == 0)
    {
      test->store = ps_store_open (test->path, PS_STORE_WRITE, NULL);
      ps_sql_exec (test->store,
                   "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 2; BEGIN; UPDATE declaration_line SET amount_cents = 1",
                   NULL);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  store_test_reopen (test, PS_STORE_READ);
  g_assert_cmpstr (store_test_dump (test), ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  failing_vfs_register ();
  g_test_add_data_func ("/store/robust/killed", GUINT_TO_POINTER (0), test_killed);
  g_test_add_data_func ("/store/robust/killed-in-bulk", GUINT_TO_POINTER (BULK), test_killed);
  g_test_add_func ("/store/robust/unfinished-journal", test_unfinished_journal);
  g_test_add_func ("/store/robust/full", test_full);
  g_test_add_func ("/store/robust/full-disk", test_full_disk);
  g_test_add_data_func ("/store/robust/failing-writes", GUINT_TO_POINTER (0), test_failing_writes);
  g_test_add_data_func ("/store/robust/failing-writes-in-bulk", GUINT_TO_POINTER (BULK), test_failing_writes);
  g_test_add_func ("/store/robust/failing-create", test_failing_create);
  g_test_add_func ("/store/robust/failing-changes", test_failing_changes);
  g_test_add_func ("/store/robust/failing-settlements", test_failing_settlements);
  g_test_add_func ("/store/robust/failing-bulk-undo", test_failing_bulk_undo);
  return g_test_run ();
}
