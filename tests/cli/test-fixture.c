/* test-fixture.c: the project's own regions settle to what an independent program says
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A folder of tests/fixtures with CSV files and expected-YYYY.json, or expected-YYYY-MM-DD.json for an interim settlement.
 */
#include "cli-run.h"
#include "json-compare.h"

#include <string.h>

static char *
fixture_path (const char *name)
{
  return g_build_filename (g_getenv ("PEILSTOK_FIXTURES"), name, NULL);
}

static void
settle_and_compare (const char *database, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *day = g_strndup (name + strlen ("expected-"), strlen (name) - strlen ("expected-.json"));
  g_autofree char *year = g_strndup (day, 4);
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) expected = json_parser_new ();
  g_autoptr (JsonNode) actual = NULL;

  g_assert_true (json_parser_load_from_file (expected, path, NULL));
  if (strlen (day) > 4)
    text = cli_expect (0, "--db", database, "settle", "--year", year, "--through", day, "--format=json", NULL);
  else
    text = cli_expect (0, "--db", database, "settle", "--year", year, "--format=json", NULL);
  actual = json_from_string (text, NULL);
  g_assert_nonnull (actual);
  json_compare (actual, json_parser_get_root (expected), name);
}

static void
test_settles (gconstpointer data)
{
  g_autofree char *folder = fixture_path (data);
  char *temporary = cli_folder_new ();
  g_autofree char *database = g_build_filename (temporary, "region.peilstok", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  g_free (cli_expect (0, "--db", database, "init", NULL));
  cli_import (database, folder);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "expected-") && g_str_has_suffix (name, ".json"))
      {
        settle_and_compare (database, folder, name);
        n++;
      }
  g_assert_cmpuint (n, >, 0);
  g_free (cli_expect (0, "--db", database, "verify", NULL));
  cli_folder_free (temporary);
}

/* Every folder of the fixtures that has an expected settlement. */
static gboolean
has_expected (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "expected-"))
      return TRUE;
  return FALSE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  dir = g_dir_open (g_getenv ("PEILSTOK_FIXTURES"), 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = fixture_path (name);
      g_autofree char *path = g_strconcat ("/cli/fixture/", name, NULL);

      if (!has_expected (folder))
        continue;
      g_ptr_array_add (names, g_strdup (name));
      g_test_add_data_func (path, g_ptr_array_index (names, names->len - 1), test_settles);
    }
  g_assert_cmpuint (names->len, >, 0);
  return g_test_run ();
}
