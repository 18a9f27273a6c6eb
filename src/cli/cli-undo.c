/* cli-undo.c: takes back a change of the trail
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>

#include "cli-common.h"
#include "store/ps-history.h"
#include "store/ps-undo.h"
#include "store/ps-year-figures.h"

/* What a record did, for people; NULL with an error, or without one where there is none of that number. */
static char *
describe_record (PsStore *store, gint64 record, GError **error)
{
  PsHistoryQuery query = { .before = record + 1, .limit = 1 };
  g_autoptr (GPtrArray) found = ps_history_load (store, &query, error);
  const PsHistoryRecord *newest;

  if (found == NULL || found->len == 0)
    return NULL;
  newest = g_ptr_array_index (found, 0);
  return newest->id == record ? g_strdup (newest->what) : NULL;
}

static PsCliStatus
refuse_unknown (gint64 record)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, record);
  g_autofree char *sentence = g_strdup_printf (_("There is no record %s in the history."), number);

  ps_cli_complain (sentence);
  return PS_CLI_REFUSED;
}

static PsCliStatus
undo (PsCli *cli, gint64 record)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_WRITE, &status);
  g_autofree char *what = NULL;
  g_autofree char *done = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  gint64 made;

  if (store == NULL)
    return status;
  what = describe_record (store, record, &error);
  if (error != NULL)
    return ps_cli_fail (error);
  if (what == NULL)
    return refuse_unknown (record);
  if (!ps_undo_apply (store, record, g_get_user_name (), cli->cancellable, ps_cli_progress, NULL, &made, &error))
    return ps_cli_fail (error);
  ps_year_figures_refresh (store, ps_cli_today (), cli->cancellable, ps_cli_progress, NULL);
  done = describe_record (store, made, &error);
  if (done == NULL)
    return ps_cli_fail (error);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, made);
  /* Translators: what was done ("Undone: tariff of 45L11 changed"), and the number of the record that says so */
  text = g_strdup_printf (_("%s. That is record %s of the history.\n"), done, number);
  return ps_cli_print (text);
}

static PsCliStatus
run_undo (PsCli *cli, GStrv *arguments)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  gint64 record;

  if (!ps_cli_parse (cli, &ps_cli_undo, entries, arguments))
    return PS_CLI_USAGE;
  if ((*arguments)[1] == NULL || (*arguments)[2] != NULL
      || !g_ascii_string_to_signed ((*arguments)[1], 10, 1, G_MAXINT64 - 1, &record, NULL))
    return ps_cli_misused (&ps_cli_undo, _("Name the number of one record; “history” shows them."));
  return undo (cli, record);
}

const PsCliCommand ps_cli_undo = { "undo", N_("RECORD"), N_("Take back a change: the record of the history with this number"),
                                   TRUE,   run_undo,      NULL };
