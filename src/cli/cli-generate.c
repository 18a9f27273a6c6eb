/* cli-generate.c: a made-up region of any size, as canonical CSV files
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cli-common.h"
#include "exchange/ps-generate.h"

#define MOST_LINES 1000000000
#define MOST_PROVIDERS 100000 /* their AGB codes have six digits of their own */

/* Somebody's real files may have these very names: nothing is written over. */
static gboolean
is_free (const char *folder)
{
  const char *const *names = ps_generate_file_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_autofree char *sentence =
              g_strdup_printf (_("“%s” is there already, and nothing was written. Name an empty folder."), path);

          ps_cli_complain (sentence);
          return FALSE;
        }
    }
  return TRUE;
}

/* What was not finished is not left behind: none of these files was there before. */
static void
remove_files (const char *folder)
{
  const char *const *names = ps_generate_file_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_remove (path);
    }
}

static PsCliStatus
generate (PsCli *cli, const char *folder, gint64 n_lines, guint n_providers, guint32 seed)
{
  g_autoptr (GFile) target = g_file_new_for_commandline_arg (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!g_file_make_directory_with_parents (target, NULL, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return ps_cli_fail (error);
  g_clear_error (&error);
  if (!is_free (folder))
    return PS_CLI_REFUSED;
  if (!ps_generate_region (folder, (guint64) n_lines, n_providers, seed, cli->cancellable, ps_cli_progress, NULL, &error))
    {
      remove_files (folder);
      return ps_cli_fail (error);
    }
  text = g_strdup_printf (_("Wrote a made-up region to “%s”.\n"), folder);
  return ps_cli_print (text);
}

static PsCliStatus
run_generate (PsCli *cli, GStrv *arguments)
{
  gint64 n_lines = 0;
  gint64 n_providers = 0;
  gint64 seed = 1;
  const GOptionEntry entries[] = { { "lines", 0, 0, G_OPTION_ARG_INT64, &n_lines, N_("About how many declaration lines"), "N" },
                                   { "providers", 0, 0, G_OPTION_ARG_INT64, &n_providers,
                                     N_("How many providers (one for every 10000 lines, and 20 at least)"), "N" },
                                   { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_("The same number makes the same region (1)"),
                                     "S" },
                                   G_OPTION_ENTRY_NULL };

  if (!ps_cli_parse (cli, &ps_cli_generate, entries, arguments))
    return PS_CLI_USAGE;
  if (n_lines < 1 || n_lines > MOST_LINES)
    return ps_cli_misused (&ps_cli_generate, _("Say with --lines how many declaration lines to make: from 1 to 1000000000."));
  if (n_providers < 0 || n_providers > MOST_PROVIDERS)
    return ps_cli_misused (&ps_cli_generate, _("Say with --providers how many providers to make: from 1 to 100000."));
  if (seed < 0 || seed > G_MAXUINT32)
    return ps_cli_misused (&ps_cli_generate, _("A seed is a whole number from 0 to 4294967295."));
  if ((*arguments)[1] == NULL || (*arguments)[2] != NULL)
    return ps_cli_misused (&ps_cli_generate, _("Name one folder to write the files to."));
  return generate (cli, (*arguments)[1], n_lines, (guint) n_providers, (guint32) seed);
}

const PsCliCommand ps_cli_generate = { "generate", N_("FOLDER"), N_("Make up a region of any size, as CSV files"),
                                       FALSE,      run_generate,  NULL };
