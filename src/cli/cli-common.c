/* cli-common.c: what every command of the command line needs
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include "cli-common.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* A sentence on standard error. */
void
ps_cli_complain (const char *sentence)
{
  ps_cli_progress_end ();
  g_printerr ("peilstok-cli: %s\n", sentence);
}

/* Wrong usage: says what, and where to read more. */
PsCliStatus
ps_cli_misused (const PsCliCommand *command, const char *sentence)
{
  ps_cli_complain (sentence);
  g_printerr (_("“peilstok-cli help %s” tells how it is used.\n"), command->name);
  return PS_CLI_USAGE;
}

/* How help names the command. */
static char *
program_name (const PsCliCommand *command)
{
  if (command->needs_database)
    return g_strdup_printf ("peilstok-cli --db %s %s", _("FILE"), command->name);
  return g_strdup_printf ("peilstok-cli %s", command->name);
}

/* Takes the options out of `arguments` and leaves the rest, after the command's name. Prints help and ends the program when that
 * is asked for. FALSE: wrong usage, and said so. */
gboolean
ps_cli_parse (PsCli *cli, const PsCliCommand *command, const GOptionEntry *entries, GStrv *arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments[0] != '\0' ? _ (command->arguments) : NULL);
  g_autofree char *name = program_name (command);
  g_autofree char *more = command->explain != NULL ? command->explain () : NULL;
  g_autoptr (GError) error = NULL;

  g_set_prgname (name);
  g_option_context_set_description (context, more);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      ps_cli_misused (command, error->message);
      return FALSE;
    }
  if (command->needs_database && cli->database == NULL)
    {
      ps_cli_misused (command, _("Name the region file before the command: --db FILE."));
      return FALSE;
    }
  return TRUE;
}

/* The value of --format, NULL for the usual one. FALSE: not one that this command has, and said so. */
gboolean
ps_cli_parse_format (const PsCliCommand *command, const char *word, gboolean csv_too, PsCliFormat *format)
{
  g_autofree char *sentence = NULL;

  *format = PS_CLI_TEXT;
  if (word == NULL || g_str_equal (word, "text"))
    return TRUE;
  *format = PS_CLI_JSON;
  if (g_str_equal (word, "json"))
    return TRUE;
  *format = PS_CLI_CSV;
  if (csv_too && g_str_equal (word, "csv"))
    return TRUE;
  sentence = g_strdup_printf (csv_too ? _("There is no format “%s”: choose text, json or csv.")
                                      : _("There is no format “%s”: choose text or json."),
                              word);
  ps_cli_misused (command, sentence);
  return FALSE;
}

/* Whether --year was given, and is one. */
gboolean
ps_cli_parse_year (const PsCliCommand *command, int year)
{
  if (ps_date_is_valid_ymd (year, 1, 1))
    return TRUE;
  ps_cli_misused (command, _("Say with --year which year, in four digits."));
  return FALSE;
}

gboolean
ps_cli_parse_id (const PsCliCommand *command, const char *word, gint64 *id)
{
  if (word != NULL && g_ascii_string_to_signed (word, 10, 1, G_MAXINT64 - 1, id, NULL))
    return TRUE;
  ps_cli_misused (command, _("Name the number of one settlement; “settlements” shows them."));
  return FALSE;
}

/* @rest: what follows the arguments that the command has */
gboolean
ps_cli_expect_no_more (const PsCliCommand *command, char *const *rest)
{
  if (rest[0] == NULL)
    return TRUE;
  ps_cli_misused (command, _("It takes no other arguments."));
  return FALSE;
}

/* What the data or somebody else's change forbids is refused; all else about the region file means that it cannot be used. */
static PsCliStatus
status_of (const GError *error)
{
  if (error->domain != PS_STORE_ERROR || error->code == PS_STORE_ERROR_REFUSED || error->code == PS_STORE_ERROR_RULE
      || error->code == PS_STORE_ERROR_CONFLICT)
    return PS_CLI_REFUSED;
  return PS_CLI_DATABASE;
}

/* Tells why it did not work. Returns the exit status that belongs to it. */
PsCliStatus
ps_cli_fail (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ps_cli_complain (_("Cancelled. Nothing was changed."));
  else
    ps_cli_complain (error->message);
  return status_of (error);
}

/* Opens the region that --db names; NULL with the exit status when it cannot be used, and said why. A newer program's file may hold
 * what this one knows nothing of: somebody who looks at it sees that said in the window, but a batch job would go on with wrong
 * figures. */
PsStore *
ps_cli_open (PsCli *cli, PsStoreMode mode, PsCliStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = ps_store_open (cli->database, mode, &error);

  if (store != NULL && ps_store_is_newer (store))
    g_set_error (&error, PS_STORE_ERROR, PS_STORE_ERROR_NEWER,
                 _("The region file “%s” was made by a newer version of Peilstok. Update Peilstok to work with it."),
                 cli->database);
  if (error == NULL)
    return g_steal_pointer (&store);
  *status = ps_cli_fail (error);
  return NULL;
}

/* The exit status after standard output was written; @error, which may be NULL: what went wrong with that. */
PsCliStatus
ps_cli_written (const GError *error)
{
  g_autofree char *sentence = NULL;

  if (error == NULL)
    return PS_CLI_DONE;
  sentence = g_strdup_printf (_("Not everything could be written to standard output: %s."), error->message);
  ps_cli_complain (sentence);
  return PS_CLI_REFUSED;
}

/* Standard output for data, in large pieces; the caller's to close, which tells whether all of it was written. */
GOutputStream *
ps_cli_output (void)
{
  g_autoptr (GOutputStream) raw = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return g_buffered_output_stream_new_sized (raw, 64 * 1024);
}

/* Data for other programs on standard output, as it is: UTF-8. */
PsCliStatus
ps_cli_print_data (const GString *data)
{
  g_autoptr (GOutputStream) output = ps_cli_output ();
  g_autoptr (GError) error = NULL;

  ps_cli_progress_end ();
  if (g_output_stream_write_all (output, data->str, data->len, NULL, NULL, &error))
    g_output_stream_close (output, NULL, &error);
  return ps_cli_written (error);
}

gboolean
ps_cli_make_folder (const char *path, PsCliStatus *status)
{
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;

  if (g_file_make_directory_with_parents (folder, NULL, &error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  *status = ps_cli_fail (error);
  return FALSE;
}

PsDate
ps_cli_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

gboolean
ps_cli_latest_year (PsStore *store, int *year, GError **error)
{
  if (!ps_store_latest_year (store, year, error))
    return FALSE;
  if (*year == 0)
    *year = ps_date_year (ps_cli_today ());
  return TRUE;
}

char *
ps_cli_moment (gint64 moment)
{
  g_autoptr (GDateTime) local = moment != 0 ? g_date_time_new_from_unix_local (moment / G_USEC_PER_SEC) : NULL;

  return local != NULL ? g_date_time_format (local, "%d-%m-%Y %H:%M") : g_strdup ("");
}

char *
ps_cli_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* Where the locale knows no UTF-8 (a job that runs with LC_ALL=C), a minus must still be a minus. */
static char *
in_charset (const char *text, const char *charset, GError **error)
{
  static const char *const plain[][2] = {
    { "−", "-" },   { "–", "-" },  { "─", "-" },  { "•", "*" }, { "…", "..." },
    { "€", "EUR" }, { "“", "\"" }, { "”", "\"" }, { "×", "x" }, { "\302\240", " " },
  };
  g_autoptr (GString) simple = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    g_string_replace (simple, plain[i][0], plain[i][1], 0);
  if (g_str_equal (charset, "ANSI_X3.4-1968") || g_str_equal (charset, "US-ASCII"))
    return g_str_to_ascii (simple->str, NULL);
  return g_convert_with_fallback (simple->str, -1, charset, "UTF-8", "?", NULL, NULL, error);
}

/* Text on standard output, in the encoding of the user's locale. */
PsCliStatus
ps_cli_print (const char *text)
{
  const char *charset;
  g_autoptr (GOutputStream) output = ps_cli_output ();
  g_autofree char *converted = NULL;
  g_autoptr (GError) error = NULL;

  ps_cli_progress_end ();
  if (!g_get_charset (&charset))
    text = converted = in_charset (text, charset, &error);
  if (text != NULL && g_output_stream_write_all (output, text, strlen (text), NULL, NULL, &error))
    g_output_stream_close (output, NULL, &error);
  return ps_cli_written (error);
}

PsCliStatus
ps_cli_print_answer (const char *answer, PsCliFormat format)
{
  g_autoptr (GString) data = NULL;

  if (format == PS_CLI_TEXT)
    return ps_cli_print (answer);
  data = g_string_new (answer);
  return ps_cli_print_data (data);
}
