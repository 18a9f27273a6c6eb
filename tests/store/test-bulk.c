/* test-bulk.c: many rows at a time come to the same as one by one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "store-test.h"
#include "store/ps-assignment-map.h"
#include "store/ps-bloom.h"
#include "store/ps-key-set.h"

#define BULK (64 * 1024 * 1024)

static StoreTest *
new_region (void)
{
  StoreTest *test = store_test_new ();

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  return test;
}

/* Assignments and care of `n` clients, and two lines for each. */
static char *
many_rows (int n)
{
  GString *rows = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append_printf (rows, "assignment 0983/%d C%d 4141000%d %s 01-01-2024 -\n", i * 7 % n, i / 2, i % 3 + 1,
                            i % 5 == 0 ? "45L11" : "45A04");
  g_string_append (rows, "---\n");
  for (int i = 0; i < n; i++)
    g_string_append_printf (rows, "care 0983/%d %02d-01-2024 - -\n", i, i % 28 + 1);
  g_string_append (rows, "---\n");
  for (int i = 0; i < 2 * n; i++)
    g_string_append_printf (rows, "line R%d 0983/%d %s 01-%02d-202%d 28-%02d-2024 1000 900000 9000 - %s\n", i * 13 % (2 * n),
                            i % n, i % 5 == 0 ? "45L11" : "45A04", i % 12 + 1, i % 2 + 3, i % 12 + 1, i % 3 == 0 ? "-" : "N1");
  return g_string_free (rows, FALSE);
}

static void
run (StoreTest *test, guint64 bytes, const char *rows)
{
  store_test_begin (test, bytes);
  store_test_put (test, rows);
  store_test_end (test, TRUE);
}

static void
assert_standing (StoreTest *test)
{
  g_assert_cmpstr (store_test_text (test, "PRAGMA journal_mode"), ==, "wal");
  g_assert_cmpint (store_test_int (test, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (store_test_int (test, "PRAGMA synchronous"), ==, 1);
}

static void
test_same_as_one_by_one (void)
{
  g_autoptr (StoreTest) bulk = new_region ();
  g_autoptr (StoreTest) slow = new_region ();
  g_autofree char *rows = many_rows (3000);

  run (bulk, BULK, rows);
  run (slow, 0, rows);
  g_assert_cmpint (store_test_int (bulk, "SELECT count (*) FROM declaration_line"), ==, 6000);
  g_assert_cmpstr (store_test_dump (bulk), ==, store_test_dump (slow));
  store_test_assert_sound (bulk);
  store_test_assert_sound (slow);
  assert_standing (bulk);
}

/* Again the same, and then more: with lines there already. */
static void
test_again (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autofree char *rows = many_rows (2000);
  g_autofree char *more = many_rows (5000);
  const char *before;

  run (test, BULK, rows);
  before = store_test_dump (test);
  run (test, BULK, rows);
  g_assert_cmpstr (store_test_dump (test), ==, before);
  /* A third of the lines is known; some are so with other values, and refused. */
  store_test_begin (test, BULK);
  store_test_put (test, more);
  g_assert_cmpuint (test->refusals->len, >, 0);
  store_test_end (test, FALSE);
  g_assert_cmpstr (store_test_dump (test), ==, before);
}

static const char doubles[] =
    "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\nassignment 0983/2 C2 41410001 45A04 01-01-2024 -\n"
    "assignment 0983/3 C2 41410002 45A04 01-01-2024 -\n---\n"
    "care 0983/1 01-01-2024 - -\ncare 0983/1 01-01-2024 - -\ncare 0983/2 01-01-2024 - -\ncare 0983/1 01-01-2024 05-01-2024 "
    "31\n---\n"
    "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
    "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
    "line D1 0983/2 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
    "line D1 0983/3 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
    "line D2 0983/3 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
    "line D2 0983/3 45A04 01-01-2024 31-01-2024 1000 900000 9000 ingediend\n"
    "line D2 0983/3 45A04 01-01-2024 31-01-2024 1000 900000 9000 - N1\n";

/* The same key twice in a bulk: the same line is unchanged, another is refused with where it stands. */
static void
test_doubles (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_begin (test, BULK);
  g_assert_cmpstr (store_test_put (test, doubles), ==, "aaaa=aRlllllll[3,0,1,3]");
  store_test_end (test, TRUE);
  g_assert_cmpuint (test->refusals->len, ==, 4);
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 0), "7 startdatum 1: "));
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 1), "10 referentienummer D1: "));
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 2), "13 referentienummer D2: "));
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 3), "14 referentienummer D2: "));
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM declaration_line"), ==, 3);
  store_test_assert_sound (test);
}

/* In a second file, and in one that was taken back. */
static void
test_files (void)
{
  g_autoptr (StoreTest) once = new_region ();
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = many_rows (3000);

  run (once, BULK, rows);
  store_test_begin (test, BULK);
  store_test_put (test, rows);
  ps_writer_begin_file (test->writer, 3, &error);
  g_assert_cmpstr (
      store_test_put (
          test,
          "line R1 0983/2077 45A04 01-10-2024 28-10-2024 1000 900000 9001\nline X1 0983/1 45A04 01-01-2024 31-01-2024 1 1 1"),
      ==, "ll[1,0,0,1]");
  ps_writer_revert_file (test->writer, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_put (test, "line X1 0983/1 45A04 01-01-2024 31-01-2024 1 1 1"), ==, "a");
  ps_writer_revert_file (test->writer, &error);
  g_assert_no_error (error);
  store_test_end (test, TRUE);
  g_assert_cmpstr (store_test_dump (test), ==, store_test_dump (once));
  store_test_assert_sound (test);
}

static void
test_revert_all_files (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (StoreTest) other = new_region ();
  g_autofree char *rows = many_rows (2000);
  g_auto (GStrv) files = g_strsplit (rows, "---\n", -1);

  store_test_begin (test, BULK);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      store_test_put (test, files[i]);
      ps_writer_revert_file (test->writer, &error);
      g_assert_no_error (error);
      store_test_put (test, files[i]);
      ps_writer_begin_file (test->writer, i + 1, &error);
      g_assert_no_error (error);
    }
  store_test_end (test, TRUE);
  run (other, 0, rows);
  g_assert_cmpstr (store_test_dump (test), ==, store_test_dump (other));
  store_test_assert_sound (test);
}

/* Somebody is reading: the log stays, and the rest is the same. */
static void
test_with_reader (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (StoreTest) slow = new_region ();
  g_autofree char *rows = many_rows (1500);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) reader = ps_store_open (test->path, PS_STORE_READ, &error);
  g_autoptr (PsRegion) region = ps_store_load_region (reader, &error);

  run (test, BULK, rows);
  run (slow, 0, rows);
  g_assert_cmpstr (store_test_dump (test), ==, store_test_dump (slow));
  assert_standing (test);
}

static void
test_rollback (void)
{
  g_autoptr (StoreTest) test = new_region ();
  const char *before = store_test_dump (test);
  g_autofree char *rows = many_rows (3000);

  store_test_begin (test, BULK);
  store_test_put (test, rows);
  store_test_end (test, FALSE);
  g_assert_cmpstr (store_test_dump (test), ==, before);
  assert_standing (test);
  store_test_assert_sound (test);
}

static void
test_assignment_map (void)
{
  static const char *const numbers[] = {
    "1", "01",         "001",         "999999999999999999", "9999999999999999999", "A1",         "a1", "-1", "A-1",
    "0", "0123456789", "0123456789A", "ABCDEFGHIJ",         "ABCDEFGHIJK",         "met spatie", "é",  "1 ", "1.0"
  };
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  PsAssignmentMap *map = ps_assignment_map_new (test->store, &error);
  PsAssignmentRef ref;

  g_assert_no_error (error);
  for (gint64 municipality = 1; municipality <= 2; municipality++)
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
      {
        ps_assignment_map_find (map, municipality, numbers[i], &ref, &error);
        g_assert_cmpint (ref.id, ==, 0);
        ref = (PsAssignmentRef){ municipality * 100 + i, i + 1 };
        g_assert_true (ps_assignment_map_set (map, municipality, numbers[i], &ref, &error));
      }
  for (gint64 i = 0; i < 100000; i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, 5000 + i);

      ref = (PsAssignmentRef){ 1000 + i, 3 };
      g_assert_true (ps_assignment_map_set (map, 7, number, &ref, &error));
    }
  for (gint64 municipality = 1; municipality <= 2; municipality++)
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
      {
        g_assert_true (ps_assignment_map_find (map, municipality, numbers[i], &ref, &error));
        g_assert_cmpint (ref.id, ==, municipality * 100 + i);
        g_assert_cmpint (ref.provider_id, ==, i + 1);
      }
  g_assert_true (ps_assignment_map_find (map, 7, "104999", &ref, &error));
  g_assert_cmpint (ref.id, ==, 100999);
  ref = (PsAssignmentRef){ 1, 1 << 21 };
  g_assert_false (ps_assignment_map_set (map, 1, "1", &ref, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
  ps_assignment_map_free (map);
}

static void
test_bloom (void)
{
  PsBloom *bloom = ps_bloom_new (50000, 1 << 20);
  int n_wrong = 0;

  for (guint64 i = 1; i <= 50000; i++)
    n_wrong += ps_bloom_add (bloom, ps_hash_mix (i));
  g_assert_cmpint (n_wrong, <, 5);
  for (guint64 i = 1; i <= 50000; i++)
    g_assert_true (ps_bloom_add (bloom, ps_hash_mix (i)));
  ps_bloom_free (bloom);
}

static void
test_key_set (void)
{
  PsKeySet *set = ps_key_set_new ();

  for (guint64 i = 1; i <= 400000; i++)
    g_assert_true (ps_key_set_add (set, i * 4096));
  for (guint64 i = 1; i <= 400000; i++)
    {
      g_assert_false (ps_key_set_add (set, i * 4096));
      g_assert_true (ps_key_set_has (set, i * 4096));
      g_assert_false (ps_key_set_has (set, i * 4096 + 1));
    }
  ps_key_set_free (set);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bulk/same-as-one-by-one", test_same_as_one_by_one);
  g_test_add_func ("/bulk/again", test_again);
  g_test_add_func ("/bulk/doubles", test_doubles);
  g_test_add_func ("/bulk/files", test_files);
  g_test_add_func ("/bulk/revert-all-files", test_revert_all_files);
  g_test_add_func ("/bulk/with-reader", test_with_reader);
  g_test_add_func ("/bulk/rollback", test_rollback);
  g_test_add_func ("/bulk/assignment-map", test_assignment_map);
  g_test_add_func ("/bulk/bloom", test_bloom);
  g_test_add_func ("/bulk/key-set", test_key_set);
  return g_test_run ();
}
