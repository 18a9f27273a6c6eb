/* cli-init.c: a new region file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cli-common.h"
#include "exchange/ps-generate.h"

/* What was not finished is not left behind. */
static void
remove_region (const char *path)
{
  static const char *const endings[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_remove (name);
    }
}

static PsCliStatus
create (PsCli *cli, const char *name, gboolean demo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_create (cli->database, name, &error);
  g_autofree char *text = NULL;

  if (store == NULL)
    return ps_cli_fail (error);
  if (demo && !ps_generate_demo_into (store, g_get_user_name (), cli->cancellable, ps_cli_progress, NULL, &error))
    {
      g_clear_pointer (&store, ps_store_close);
      remove_region (cli->database);
      return ps_cli_fail (error);
    }
  text = g_strdup_printf (demo ? _("Created the region file “%s” with the demo region in it.\n")
                               : _("Created the region file “%s”.\n"),
                          cli->database);
  return ps_cli_print (text);
}

static PsCliStatus
run_init (PsCli *cli, GStrv *arguments)
{
  gboolean demo = FALSE;
  g_autofree char *name = NULL;
  const GOptionEntry entries[] = { { "demo", 0, 0, G_OPTION_ARG_NONE, &demo,
                                     N_("Fill it with a made-up region to try things on"), NULL },
                                   { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_("What the region is called"), N_("NAME") },
                                   G_OPTION_ENTRY_NULL };

  if (!ps_cli_parse (cli, &ps_cli_init, entries, arguments))
    return PS_CLI_USAGE;
  if ((*arguments)[1] != NULL)
    return ps_cli_misused (&ps_cli_init, _("The region file is named by --db, before the command."));
  return create (cli, name != NULL ? name : demo ? "Noord-Limburg" : "", demo);
}

const PsCliCommand ps_cli_init = { "init", "", N_("Create a region file"), TRUE, run_init, NULL };
