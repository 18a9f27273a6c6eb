/* test-golden.c: settlements that were final in an earlier version of the program come to the same figures in this one
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The regions of tests/fixtures/golden are never made anew: copies of them are opened, brought up to date where the file is older, and proved.
 */
#include "golden-list.h"
#include "store-test.h"

static GPtrArray *
find_regions (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".peilstok"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".peilstok")));
  g_assert_cmpuint (names->len, >, 0);
  return names;
}

/* A copy: what is kept here is not written to. */
static StoreTest *
open_copy (const char *folder, const char *name)
{
  StoreTest *test = store_test_new ();
  g_autofree char *file = g_strconcat (name, ".peilstok", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_clear_pointer (&test->store, ps_store_close);
  g_assert_true (g_file_set_contents (test->path, contents, (gssize) length, NULL));
  store_test_reopen (test, PS_STORE_WRITE);
  return test;
}

static void
assert_listed (StoreTest *test, const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  list = golden_list (test->store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (list, ==, expected);
}

/* Its inputs settled again; and, where nothing came after it, the region as it is. */
static void
assert_proved (StoreTest *test, GPtrArray *list, const PsStored *stored)
{
  g_autoptr (PsComparison) again = NULL;
  g_autoptr (PsComparison) now = NULL;
  g_autoptr (GError) error = NULL;

  ps_settlements_recompute (test->store, stored->id, &again, &now, &error);
  g_assert_no_error (error);
  g_assert_true (again->same_figures);
  g_assert_true (again->same_inputs);
  if (ps_settlements_choose (list, stored->agb, stored->year) == stored)
    {
      g_assert_true (now->same_figures);
      g_assert_true (now->same_inputs);
    }
  else
    g_assert_false (now->same_figures);
}

static void
test_golden (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("PEILSTOK_FIXTURES"), "golden", NULL);
  g_autoptr (GPtrArray) names = find_regions (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (StoreTest) test = open_copy (folder, names->pdata[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) list = ps_settlements_list (test->store, 0, NULL, &error);

      g_assert_no_error (error);
      store_test_assert_sound (test);
      assert_listed (test, folder, names->pdata[i]);
      for (guint j = 0; j < list->len; j++)
        assert_proved (test, list, list->pdata[j]);
      g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM settlement WHERE state = 3"), >, 0);
      store_test_assert_sound (test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/golden", test_golden);
  return g_test_run ();
}
