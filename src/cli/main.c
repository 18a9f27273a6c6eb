/* main.c: peilstok-cli, for batch work, servers with no display and auditors
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli-common.h"
#include "cli-interrupt.h"

static const PsCliCommand *const commands[] = {
  &ps_cli_init,      &ps_cli_import,    &ps_cli_settle,    &ps_cli_settlements, &ps_cli_propose, &ps_cli_final,
  &ps_cli_withdraw,  &ps_cli_recompute, &ps_cli_statement, &ps_cli_payments,    &ps_cli_dossier, &ps_cli_overview,
  &ps_cli_bandwidth, &ps_cli_alerts,    &ps_cli_letters,   &ps_cli_monitor,     &ps_cli_export,  &ps_cli_history,
  &ps_cli_undo,      &ps_cli_verify,    &ps_cli_generate,  &ps_cli_report,
};

static const PsCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

/* Translations are in the build folder before the program is installed; the variable says where. */
static void
set_language (void)
{
  const char *folder = g_getenv ("PEILSTOK_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : PS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static char *
list_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-11s %s", commands[i]->name, _ (commands[i]->summary));
  g_string_append_printf (text, "\n  %-11s %s", "help", _("Tell how a command is used"));
  g_string_append (text, "\n\n");
  g_string_append (text,
                   _("Exit status: 0 done; 1 refused for what the data says; 2 wrong usage; 3 the region file cannot be used."));
  return g_string_free (text, FALSE);
}

static int
misused (const char *sentence)
{
  ps_cli_complain (sentence);
  g_printerr ("%s\n", _("“peilstok-cli --help” lists the commands."));
  return PS_CLI_USAGE;
}

static int
run_command (PsCli *cli, const char *name, GStrv *arguments)
{
  const PsCliCommand *command = find_command (name);

  if (command == NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_("There is no command “%s”."), name);

      return misused (sentence);
    }
  return command->run (cli, arguments);
}

/* "help COMMAND" is "COMMAND --help". */
static int
run_help (PsCli *cli, GOptionContext *context, GStrv words)
{
  const char *const command_help[] = { "peilstok-cli", "--help", NULL };
  g_auto (GStrv) arguments = g_strdupv ((char **) command_help);
  g_autofree char *help = NULL;

  if (words[0] != NULL)
    return run_command (cli, words[0], &arguments);
  help = g_option_context_get_help (context, TRUE, NULL);
  return ps_cli_print (help);
}

/* `words` is what follows the general options: the command and what belongs to it. */
static int
run (PsCli *cli, GOptionContext *context, GStrv words)
{
  g_auto (GStrv) arguments = NULL;

  if (words[0] == NULL)
    return misused (_("Name a command."));
  if (g_str_equal (words[0], "help"))
    return run_help (cli, context, words + 1);
  arguments = g_strdupv (words);
  return run_command (cli, words[0], &arguments);
}

int
main (int argc, char *argv[])
{
  g_autofree char *database = NULL;
  gboolean version = FALSE;
  const GOptionEntry entries[] = { { "db", 0, 0, G_OPTION_ARG_FILENAME, &database, N_("The region file"), N_("FILE") },
                                   { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Show the version and stop"), NULL },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *description = NULL;
  g_auto (GStrv) words = g_strdupv (argv);
  g_autoptr (GError) error = NULL;
  PsCli cli = { NULL, cancellable };

  set_language ();
  g_set_prgname ("peilstok-cli");
  description = list_commands ();
  context = g_option_context_new (_("COMMAND …"));
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("Settle youth care contracts of a region, from its files to its settlements."));
  g_option_context_set_description (context, description);

  if (!g_option_context_parse_strv (context, &words, &error))
    return misused (error->message);
  if (version)
    return ps_cli_print ("peilstok-cli " PS_VERSION "\n");
  cli.database = database;
  ps_cli_interrupt_watch (cancellable);
  return run (&cli, context, words + 1);
}
