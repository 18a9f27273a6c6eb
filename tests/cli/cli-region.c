/* cli-region.c: a region file of its own for a test of the command line, and what such tests ask of what is printed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "cli-region.h"

#include <string.h>

static void
start (CliRegion *region)
{
  region->folder = cli_folder_new ();
  region->database = g_build_filename (region->folder, "region.peilstok", NULL);
}

void
cli_region_set_up (CliRegion *region, gconstpointer data)
{
  start (region);
  g_free (cli_expect (0, "--db", region->database, "init", "--name", "Test region", NULL));
  if (data != NULL)
    {
      g_autofree char *files = g_build_filename (g_getenv ("PEILSTOK_FIXTURES"), data, NULL);

      cli_import (region->database, files);
    }
}

void
cli_region_set_up_demo (CliRegion *region, gconstpointer data)
{
  start (region);
  g_free (cli_expect (0, "--db", region->database, "init", "--demo", NULL));
}

void
cli_region_tear_down (CliRegion *region, gconstpointer data)
{
  cli_folder_free (region->folder);
  g_free (region->database);
}

JsonNode *
cli_parse_json (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);
  return root;
}

void
cli_assert_order (const char *text, const char *const *parts)
{
  const char *at = text;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (at, parts[i]);

      if (found == NULL)
        g_error ("“%s” is missing or out of order in:\n%s", parts[i], text);
      at = found + strlen (parts[i]);
    }
}

void
cli_assert_refused (const CliRun *run, int status, const char *complaint)
{
  g_assert_cmpint (run->status, ==, status);
  g_assert_cmpstr (run->output, ==, "");
  if (strstr (run->errors, complaint) == NULL)
    g_error ("“%s” is not in: %s", complaint, run->errors);
}
