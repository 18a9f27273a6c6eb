/* cli-settlements.c: the settlements of a year that are kept
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli-settlements-write.h"

static PsCliStatus
show (PsCli *cli, int year, const char *agb, PsCliFormat format)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL)
    return status;
  list = ps_settlements_list (store, year, agb, &error);
  return list != NULL ? ps_cli_settlements_print (list, year, format) : ps_cli_fail (error);
}

static PsCliStatus
run_settlements (PsCli *cli, GStrv *arguments)
{
  g_autofree char *agb = NULL;
  g_autofree char *format_word = NULL;
  int year = 0;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &year, N_("Which year"), N_("YYYY") },
    { "provider", 0, 0, G_OPTION_ARG_STRING, &agb, N_("Only the provider with this AGB code"), N_("AGB") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_word, N_("text (the usual), json or csv"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  PsCliFormat format;

  if (!ps_cli_parse (cli, &ps_cli_settlements, entries, arguments) || !ps_cli_parse_year (&ps_cli_settlements, year)
      || !ps_cli_parse_format (&ps_cli_settlements, format_word, TRUE, &format)
      || !ps_cli_expect_no_more (&ps_cli_settlements, *arguments + 1))
    return PS_CLI_USAGE;
  /* Programs get the same words whoever asks (docs/files-and-cli.md). */
  if (format != PS_CLI_TEXT)
    setlocale (LC_ALL, "C");
  return show (cli, year, agb, format);
}

const PsCliCommand ps_cli_settlements = { "settlements",   "",  N_("List the settlements of a year that are kept"), TRUE,
                                          run_settlements, NULL };
