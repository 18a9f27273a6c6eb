/* cli-dossier.c: everything about one settlement in a folder, for an auditor
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>

#include "cli-common.h"
#include "exchange/ps-dossier-files.h"

static PsCliStatus
write_dossier (PsCli *cli, gint64 id, const char *path)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL || !ps_cli_make_folder (path, &status))
    return status;
  if (!ps_dossier_write_files (store, id, path, cli->cancellable, &made, &error))
    return ps_cli_fail (error);
  shown = g_filename_display_name (made);
  text = g_strdup_printf (_("Wrote the dossier to “%s”.\n"), shown);
  return ps_cli_print (text);
}

static PsCliStatus
run_dossier (PsCli *cli, GStrv *arguments)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("Make the folder in this one"), N_("FOLDER") }, G_OPTION_ENTRY_NULL
  };
  gint64 id;

  if (!ps_cli_parse (cli, &ps_cli_dossier, entries, arguments) || !ps_cli_parse_id (&ps_cli_dossier, (*arguments)[1], &id)
      || !ps_cli_expect_no_more (&ps_cli_dossier, *arguments + 2))
    return PS_CLI_USAGE;
  if (path == NULL)
    return ps_cli_misused (&ps_cli_dossier, _("Say with --output in which folder it is to come."));
  return write_dossier (cli, id, path);
}

const PsCliCommand ps_cli_dossier = {
  "dossier",
  N_("SETTLEMENT"),
  N_("Write all that there is of a settlement to a folder: statement, lines, trail, frozen documents"),
  TRUE,
  run_dossier,
  NULL
};
