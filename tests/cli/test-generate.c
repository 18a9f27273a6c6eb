/* test-generate.c: a made-up region is always the same for its seed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-run.h"

#include <stdlib.h>

/* The bytes of all files of a region of 2.000 lines with seed 7, in the order of their names. Another digest means that every
 * benchmark measures something else from now on: change it on purpose only. */
#define DIGEST_2000_7 "755e31a4dc36e2a079565a1e1b75e24f59e8977982994bd8c7abddc930b63a88"

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
digest_of (const char *folder)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_auto (GStrv) paths = cli_csv_files (folder);

  qsort (paths, g_strv_length (paths), sizeof *paths, compare_paths);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (paths[i], &text, &length, NULL));
      g_checksum_update (checksum, (const guchar *) text, (gssize) length);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static char *
generate (const char *parent, const char *name, const char *n_lines, const char *seed)
{
  char *folder = g_build_filename (parent, name, NULL);

  g_free (cli_expect (0, "generate", "--lines", n_lines, "--seed", seed, folder, NULL));
  return folder;
}

static void
test_same_for_a_seed (void)
{
  char *parent = cli_folder_new ();
  g_autofree char *first = generate (parent, "first", "2000", "7");
  g_autofree char *second = generate (parent, "second", "2000", "7");
  g_autofree char *other = generate (parent, "other", "2000", "8");
  g_autofree char *first_digest = digest_of (first);
  g_autofree char *second_digest = digest_of (second);
  g_autofree char *other_digest = digest_of (other);

  g_assert_cmpstr (first_digest, ==, second_digest);
  g_assert_cmpstr (first_digest, !=, other_digest);
  g_assert_cmpstr (first_digest, ==, DIGEST_2000_7);
  cli_folder_free (parent);
}

static guint
count_rows (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (const char *c = text; *c != '\0'; c++)
    n += *c == '\n';
  return n - 1;
}

static void
test_size (void)
{
  char *parent = cli_folder_new ();
  g_autofree char *folder = generate (parent, "region", "30000", "1");
  guint n_lines = count_rows (folder, "declaraties.csv");
  guint n_assignments = count_rows (folder, "toewijzingen.csv");
  guint n_care = count_rows (folder, "zorgperioden.csv");

  g_assert_cmpuint (n_lines, >=, 30000);
  g_assert_cmpuint (n_lines, <, 30300);
  g_assert_cmpuint (n_assignments, >, 2400);
  g_assert_cmpuint (n_assignments, <, 4500);
  g_assert_cmpuint (n_care, >, n_assignments);
  g_assert_cmpuint (count_rows (folder, "aanbieders.csv"), ==, 20);
  cli_folder_free (parent);
}

/* As many as are asked for, with as many lines between them. */
static void
test_providers (void)
{
  char *parent = cli_folder_new ();
  g_autofree char *folder = g_build_filename (parent, "many", NULL);

  g_free (cli_expect (0, "generate", "--lines", "3000", "--providers", "70", folder, NULL));
  g_assert_cmpuint (count_rows (folder, "aanbieders.csv"), ==, 70);
  g_assert_cmpuint (count_rows (folder, "declaraties.csv"), >=, 3000);
  g_assert_cmpuint (count_rows (folder, "declaraties.csv"), <, 3300);
  cli_folder_free (parent);
}

/* Canonical files (docs/files-and-cli.md): UTF-8 with BOM, CRLF. */
static void
test_canonical (void)
{
  char *parent = cli_folder_new ();
  g_autofree char *folder = generate (parent, "region", "500", "1");
  g_auto (GStrv) paths = cli_csv_files (folder);

  g_assert_cmpuint (g_strv_length (paths), ==, 12);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (paths[i], &text, &length, NULL));
      g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
      g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
      g_assert_true (g_str_has_suffix (text, "\r\n"));
    }
  cli_folder_free (parent);
}

/* Somebody's real files may have the same names. */
static void
test_writes_over_nothing (void)
{
  char *parent = cli_folder_new ();
  g_autofree char *path = cli_write (parent, "declaraties.csv", "mine");
  g_autoptr (CliRun) run = cli_run ("generate", "--lines", "100", parent, NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->errors, "declaraties.csv"));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  cli_folder_free (parent);
}

/* Every row of it is one that the import takes, and what it settles is the same from either order of the files. */
static void
test_imports (void)
{
  char *parent = cli_folder_new ();
  g_autofree char *folder = generate (parent, "region", "3000", "3");
  g_autofree char *database = g_build_filename (parent, "region.peilstok", NULL);
  g_autofree char *settled = NULL;

  g_free (cli_expect (0, "--db", database, "init", NULL));
  cli_import (database, folder);
  settled = cli_expect (0, "--db", database, "settle", "--year", "2022", "--format=json", NULL);
  g_assert_nonnull (strstr (settled, "41500000"));
  g_free (cli_expect (0, "--db", database, "verify", NULL));
  cli_folder_free (parent);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/generate/same-for-a-seed", test_same_for_a_seed);
  g_test_add_func ("/cli/generate/size", test_size);
  g_test_add_func ("/cli/generate/providers", test_providers);
  g_test_add_func ("/cli/generate/canonical", test_canonical);
  g_test_add_func ("/cli/generate/writes-over-nothing", test_writes_over_nothing);
  g_test_add_func ("/cli/generate/imports", test_imports);
  return g_test_run ();
}
