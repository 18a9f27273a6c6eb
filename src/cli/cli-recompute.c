/* cli-recompute.c: is a settlement still what its inputs come to, and what would the region give now?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli-recompute-write.h"

static PsCliStatus
recompute (PsCli *cli, gint64 id, PsCliFormat format)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStored) stored = NULL;
  g_autoptr (PsComparison) again = NULL;
  g_autoptr (PsComparison) now = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL)
    return status;
  stored = ps_settlements_find (store, id, &error);
  if (stored == NULL || !ps_settlements_recompute (store, id, &again, &now, &error))
    return ps_cli_fail (error);
  status = format == PS_CLI_JSON ? ps_cli_recompute_json (stored, again, now) : ps_cli_recompute_text (stored, again, now);
  if (status != PS_CLI_DONE || (again->same_figures && now->same_figures))
    return status;
  ps_cli_complain (again->same_figures ? _("The region as it is now gives other figures.")
                                       : _("This program does not come to the figures that were kept."));
  return PS_CLI_REFUSED;
}

static PsCliStatus
run_recompute (PsCli *cli, GStrv *arguments)
{
  g_autofree char *format_word = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_word, N_("text (the usual) or json"), N_("FORMAT") }, G_OPTION_ENTRY_NULL
  };
  PsCliFormat format;
  gint64 id;

  if (!ps_cli_parse (cli, &ps_cli_recompute, entries, arguments)
      || !ps_cli_parse_format (&ps_cli_recompute, format_word, FALSE, &format)
      || !ps_cli_parse_id (&ps_cli_recompute, (*arguments)[1], &id) || !ps_cli_expect_no_more (&ps_cli_recompute, *arguments + 2))
    return PS_CLI_USAGE;
  /* Programs get the same words whoever asks (docs/files-and-cli.md). */
  if (format != PS_CLI_TEXT)
    setlocale (LC_ALL, "C");
  return recompute (cli, id, format);
}

const PsCliCommand ps_cli_recompute = {
  "recompute", N_("SETTLEMENT"), N_("Compute a kept settlement again: is it the same, and if not, what differs and why"),
  TRUE,        run_recompute,     NULL
};
