/* test-undo-region.c: a whole region imported, undone and redone: the same to the last row, and settled to the same cent
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "change-test.h"
#include "exchange/ps-import.h"
#include "exchange/ps-settlement-json.h"
#include "store/ps-undo.h"

static char **
list_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new ();
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".csv"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (paths, FALSE);
}

static void
import_region (StoreTest *test)
{
  g_autofree char *folder = g_build_filename (g_getenv ("PEILSTOK_FIXTURES"), "varied", NULL);
  g_auto (GStrv) paths = list_files (folder);
  PsImportOptions options = { (const char *const *) paths, -1, PS_DECIMAL_COMMA, FALSE, "tester" };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsImportReport) report = ps_import (test->store, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (report->stored);
}

static char *
settle (StoreTest *test)
{
  PsSettleYearOptions options = { .year = 2028, .through = PS_DATE_OPEN };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettledYear) settled = ps_settle_year (test->store, &options, NULL, NULL, NULL, &error);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_assert_true (ps_settled_year_write_json (settled, stream, &error));
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static gint64
undo (StoreTest *test, gint64 record)
{
  g_autoptr (GError) error = NULL;
  gint64 undone = 0;

  ps_undo_apply (test->store, record, "tester", NULL, NULL, NULL, &undone, &error);
  g_assert_no_error (error);
  store_test_assert_sound (test);
  return undone;
}

static void
test_region (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autofree char *settled = NULL;
  g_autofree char *again = NULL;
  g_autofree char *third = NULL;
  const char *before = change_test_content (test), *after;
  gint64 import, undone;

  import_region (test);
  import = store_test_int (test, "SELECT max (id) FROM audit_record");
  after = change_test_content (test);
  settled = settle (test);
  g_assert_cmpint (strlen (settled), >, 10000);
  undone = undo (test, import);
  g_assert_cmpstr (change_test_content (test), ==, before);
  undo (test, undone);
  g_assert_cmpstr (change_test_content (test), ==, after);
  again = settle (test);
  g_assert_cmpstr (settled, ==, again);
  /* Undone once more, and imported anew: other ids, the same cents. */
  undo (test, import);
  import_region (test);
  store_test_assert_sound (test);
  third = settle (test);
  g_assert_cmpstr (settled, ==, third);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/undo-region", test_region);
  return g_test_run ();
}
