/* test-export.c: canonical CSV out of a region, on the command line
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const kinds[] = { "municipalities", "providers", "products",     "tariffs",  "schemes",  "agreements",
                                     "assignments",    "care",      "declarations", "advances", "peildata", "measurements" };

typedef CliRegion Fixture;

static char *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  return bytes;
}

/* All out, in elsewhere, and each kind out of there to standard output is the same file; so is what is settled. */
static void
test_round_trip (Fixture *fixture, gconstpointer name)
{
  g_autofree char *exported = g_build_filename (fixture->folder, "nieuw", "alles", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.peilstok", NULL);
  g_autofree char *text = cli_expect (0, "--db", fixture->database, "export", "all", "--output", exported, NULL);
  g_autofree char *settled = NULL;
  g_autofree char *settled_there = NULL;

  g_assert_true (g_str_has_prefix (text, "Wrote "));
  g_free (cli_expect (0, "--db", other, "init", NULL));
  cli_import (other, exported);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *file = g_strconcat (kinds[i], ".csv", NULL);
      g_autofree char *first = read_file (exported, file);
      g_autofree char *second = cli_expect (0, "--db", other, "export", kinds[i], NULL);

      g_assert_cmpstr (first, ==, second);
      g_assert_true (g_str_has_prefix (first, "\xEF\xBB\xBF"));
    }
  settled = cli_expect (0, "--db", fixture->database, "settle", "--year", "2028", "--format=json", NULL);
  settled_there = cli_expect (0, "--db", other, "settle", "--year", "2028", "--format=json", NULL);
  g_assert_cmpstr (settled, ==, settled_there);
  g_free (cli_expect (0, "--db", other, "verify", NULL));
}

/* To a file it is what it is to standard output; importing it changes nothing. */
static void
test_file (Fixture *fixture, gconstpointer name)
{
  g_autofree char *path = g_build_filename (fixture->folder, "tarieven.csv", NULL);
  g_autofree char *output = cli_expect (0, "--db", fixture->database, "export", "tariffs", NULL);
  g_autofree char *text = cli_expect (0, "--db", fixture->database, "export", "--output", path, "tariffs", NULL);
  g_autofree char *file = read_file (fixture->folder, "tarieven.csv");
  g_autofree char *imported = NULL;

  g_assert_cmpstr (file, ==, output);
  g_assert_nonnull (strstr (text, path));
  imported = cli_expect (0, "--db", fixture->database, "import", path, "--format=json", NULL);
  g_assert_nonnull (strstr (imported, "\"added\" : 0"));
  g_assert_nonnull (strstr (imported, "\"updated\" : 0"));
}

static void
test_year (Fixture *fixture, gconstpointer name)
{
  g_autofree char *all = cli_expect (0, "--db", fixture->database, "export", "agreements", NULL);
  g_autofree char *year = cli_expect (0, "--db", fixture->database, "export", "agreements", "--year", "2028", NULL);
  g_autofree char *none = cli_expect (0, "--db", fixture->database, "export", "agreements", "--year", "1999", NULL);

  g_assert_nonnull (strstr (all, ";2027;"));
  g_assert_nonnull (strstr (year, ";2028;"));
  g_assert_null (strstr (year, ";2027;"));
  g_assert_true (g_str_has_suffix (none, ";plekmeting\r\n"));
}

/* Exit statuses; what cannot be written says which file, and leaves nothing. */
static void
test_refused (Fixture *fixture, gconstpointer name)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "nergens", "x.csv", NULL);
  g_autofree char *no_region = g_build_filename (fixture->folder, "nothing.peilstok", NULL);
  g_autoptr (CliRun) unwritable = cli_run ("--db", fixture->database, "export", "care", "--output", missing, NULL);
  g_autoptr (CliRun) full = cli_run ("--db", fixture->database, "export", "care", "--output", "/dev/full", NULL);
  g_autoptr (CliRun) file_as_folder = cli_run ("--db", fixture->database, "export", "all", "--output", fixture->database, NULL);
  g_autoptr (CliRun) absent = cli_run ("--db", no_region, "export", "care", NULL);

  g_assert_cmpint (unwritable->status, ==, 1);
  g_assert_nonnull (strstr (unwritable->errors, "x.csv"));
  g_assert_cmpint (full->status, ==, 1);
  g_assert_nonnull (strstr (full->errors, "disk is full"));
  g_assert_cmpint (file_as_folder->status, ==, 1);
  g_assert_cmpint (absent->status, ==, 3);
  g_assert_cmpstr (absent->output, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/export/round-trip", Fixture, "varied", cli_region_set_up, test_round_trip, cli_region_tear_down);
  g_test_add ("/cli/export/round-trip-minimal", Fixture, "minimal", cli_region_set_up, test_round_trip, cli_region_tear_down);
  g_test_add ("/cli/export/file", Fixture, "varied", cli_region_set_up, test_file, cli_region_tear_down);
  g_test_add ("/cli/export/year", Fixture, "varied", cli_region_set_up, test_year, cli_region_tear_down);
  g_test_add ("/cli/export/refused", Fixture, "minimal", cli_region_set_up, test_refused, cli_region_tear_down);
  return g_test_run ();
}
