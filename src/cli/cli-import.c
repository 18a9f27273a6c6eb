/* cli-import.c: CSV files into the region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>

#include "cli-common.h"
#include "cli-import-report.h"

typedef struct
{
  char *on_error;
  char *decimal;
  char *format;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->on_error);
  g_free (words->decimal);
  g_free (words->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* Which of two words an option has; NULL is the first. */
static gboolean
choose (const char *option, const char *word, const char *first, const char *second, gboolean *is_second)
{
  g_autofree char *sentence = NULL;

  *is_second = word != NULL && g_str_equal (word, second);
  if (word == NULL || *is_second || g_str_equal (word, first))
    return TRUE;
  sentence = g_strdup_printf (_("--%s is %s or %s, not “%s”."), option, first, second, word);
  ps_cli_misused (&ps_cli_import, sentence);
  return FALSE;
}

/* The first argument may name the kind of the files: then there is no file of that name, or it would be one. */
static char **
take_kind (char **arguments, int *kind)
{
  PsCsvKind named;

  *kind = -1;
  if (arguments[0] == NULL || !ps_csv_kind_parse (arguments[0], &named))
    return arguments;
  if (arguments[1] == NULL && g_file_test (arguments[0], G_FILE_TEST_EXISTS))
    return arguments;
  *kind = (int) named;
  return arguments + 1;
}

static PsCliStatus
import (PsCli *cli, const PsImportOptions *options, PsCliFormat format)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsImportReport) report = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_WRITE, &status);

  if (store == NULL)
    return status;
  report = ps_import (store, options, cli->cancellable, ps_cli_progress, NULL, &error);
  if (report == NULL)
    return ps_cli_fail (error);
  ps_cli_import_report_problems (report);
  status = format == PS_CLI_JSON ? ps_cli_import_report_json (report) : ps_cli_import_report_text (report);
  return status == PS_CLI_DONE && !report->storable ? PS_CLI_REFUSED : status;
}

/* Which kinds there are, by the words that name them. */
static char *
list_kinds (void)
{
  GString *text = g_string_new (_("The kind of a file is seen from its columns, unless it is named. The kinds:"));

  for (int i = 0; i < PS_N_CSV_KINDS; i++)
    g_string_append_printf (text, "\n  %-15s %s", ps_csv_kind_word ((PsCsvKind) i), ps_csv_kind_label ((PsCsvKind) i));
  return g_string_free (text, FALSE);
}

static PsCliStatus
run_import (PsCli *cli, GStrv *arguments)
{
  g_auto (Words) words = { NULL };
  PsImportOptions options = { .actor = g_get_user_name () };
  const GOptionEntry entries[] = {
    { "on-error", 0, 0, G_OPTION_ARG_STRING, &words.on_error,
      N_("stop (the usual) at bad rows, or skip them and write them to FILE.rejected.csv"), N_("WHAT") },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &words.decimal, N_("comma (the usual) or point"), N_("SIGN") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("store nothing: only tell what would become of it"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &words.format, N_("text (the usual) or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  gboolean point;
  PsCliFormat format;
  char **paths;

  if (!ps_cli_parse (cli, &ps_cli_import, entries, arguments)
      || !choose ("on-error", words.on_error, "stop", "skip", &options.skip)
      || !choose ("decimal", words.decimal, "comma", "point", &point)
      || !ps_cli_parse_format (&ps_cli_import, words.format, FALSE, &format))
    return PS_CLI_USAGE;
  paths = take_kind (*arguments + 1, &options.kind);
  if (paths[0] == NULL)
    return ps_cli_misused (&ps_cli_import, _("Name one or more CSV files."));
  options.decimal = point ? PS_DECIMAL_POINT : PS_DECIMAL_COMMA;
  options.paths = (const char *const *) paths;
  return import (cli, &options, format);
}

const PsCliCommand ps_cli_import = { "import", N_("[KIND] CSV…"), N_("Read CSV files into the region, all or nothing"),
                                     TRUE,     run_import,         list_kinds };
