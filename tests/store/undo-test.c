/* undo-test.c: undoing in a line, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "undo-test.h"

#include "change-test.h"

gint64
undo_test_last_record (StoreTest *test)
{
  return store_test_int (test, "SELECT max (id) FROM audit_record");
}

gint64
undo_test_apply (StoreTest *test, gint64 record)
{
  g_autoptr (GError) error = NULL;
  gint64 undone = 0;

  ps_undo_apply (test->store, record, "tester", NULL, NULL, NULL, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undone, ==, undo_test_last_record (test));
  store_test_assert_sound (test);
  return undone;
}

void
undo_test_assert_refused (StoreTest *test, gint64 record, PsStoreError code, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);
  g_autoptr (GError) error = NULL;
  const char *content = change_test_content (test);
  gint64 last = undo_test_last_record (test);

  g_assert_false (ps_undo_apply (test->store, record, "tester", NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, (gint) code);
  g_test_message ("%s", error->message);
  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (error->message, parts[i]) == NULL)
      g_error ("“%s” is not in: %s", parts[i], error->message);
  g_assert_cmpstr (change_test_content (test), ==, content);
  g_assert_cmpint (undo_test_last_record (test), ==, last);
  g_assert_cmpint (store_test_int (test, "PRAGMA foreign_keys"), ==, 1);
  store_test_assert_sound (test);
}
