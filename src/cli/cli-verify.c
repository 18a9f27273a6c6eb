/* cli-verify.c: is the region file what it should be?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>

#include "cli-common.h"
#include "cli-json.h"
#include "store/ps-verify.h"

static PsCliStatus
print_text (const GPtrArray *findings)
{
  g_autofree char *total = NULL;

  if (findings->len == 0)
    return ps_cli_print (_("The region file is in order.\n"));
  {
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < findings->len; i++)
      {
        const PsFinding *finding = g_ptr_array_index (findings, i);

        g_string_append_printf (text, "%s: %s: %s\n", finding->check, finding->where, finding->what);
      }
    total = g_strdup_printf (
        ngettext ("%u thing is wrong in the region file.", "%u things are wrong in the region file.", findings->len),
        findings->len);
    ps_cli_complain (total);
    return ps_cli_print (text->str);
  }
}

static PsCliStatus
print_json (const GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const PsFinding *finding = g_ptr_array_index (findings, i);

      json_builder_begin_object (builder);
      ps_cli_json_add_text (builder, "check", finding->check);
      ps_cli_json_add_text (builder, "where", finding->where);
      ps_cli_json_add_text (builder, "what", finding->what);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return ps_cli_json_print (builder);
}

static PsCliStatus
run_verify (PsCli *cli, GStrv *arguments)
{
  g_autofree char *format_word = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_word, N_("text (the usual) or json"), N_("FORMAT") }, G_OPTION_ENTRY_NULL
  };
  g_autoptr (PsStore) store = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  PsCliFormat format;
  PsCliStatus status;

  if (!ps_cli_parse (cli, &ps_cli_verify, entries, arguments)
      || !ps_cli_parse_format (&ps_cli_verify, format_word, FALSE, &format))
    return PS_CLI_USAGE;
  if ((*arguments)[1] != NULL)
    return ps_cli_misused (&ps_cli_verify, _("It takes no other arguments."));
  store = ps_cli_open (cli, PS_STORE_READ, &status);
  if (store == NULL)
    return status;
  findings = ps_verify (store, cli->cancellable, ps_cli_progress, NULL, &error);
  if (findings == NULL)
    return ps_cli_fail (error);
  status = format == PS_CLI_JSON ? print_json (findings) : print_text (findings);
  return status == PS_CLI_DONE && findings->len > 0 ? PS_CLI_REFUSED : status;
}

const PsCliCommand ps_cli_verify = { "verify", "",         N_("Check the region file, and the totals against the raw lines"),
                                     TRUE,     run_verify, NULL };
