/* cli-export.c: the canonical CSV of a kind, or of all of them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>

#include "cli-common.h"
#include "core/ps-format.h"
#include "exchange/ps-export.h"

#define ALL_KINDS "all"

typedef struct
{
  int year;
  char *path;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* What help says below the options: the kinds that there are. */
static char *
explain (void)
{
  GString *text = g_string_new (_("Kinds:"));

  for (int kind = 0; kind < PS_N_CSV_KINDS; kind++)
    g_string_append_printf (text, "\n  %-15s %s", ps_csv_kind_word ((PsCsvKind) kind), ps_csv_kind_label ((PsCsvKind) kind));
  g_string_append_printf (text, "\n  %-15s %s", ALL_KINDS, _("a file of each kind, in the folder that --output names"));
  return g_string_free (text, FALSE);
}

/* Who asked for a file is told that it is there, and how much is in it. */
static PsCliStatus
print_written (guint64 n_rows, const char *path)
{
  g_autofree char *count = ps_format_count ((gint64) n_rows);
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("Wrote %s row to “%s”.\n", "Wrote %s rows to “%s”.\n", (gulong) n_rows), count, path);
  return ps_cli_print (text);
}

static PsCliStatus
export_all (PsCli *cli, PsStore *store, const Words *words)
{
  g_autoptr (GError) error = NULL;
  PsCliStatus status;
  guint64 n_rows;

  if (!ps_cli_make_folder (words->path, &status))
    return status;
  if (!ps_export_all (store, words->year, words->path, cli->cancellable, &n_rows, &error))
    return ps_cli_fail (error);
  return print_written (n_rows, words->path);
}

static PsCliStatus
export_to_output (PsCli *cli, PsStore *store, const PsExportOptions *options)
{
  g_autoptr (GOutputStream) output = ps_cli_output ();
  g_autoptr (GError) error = NULL;

  if (ps_export (store, options, output, cli->cancellable, NULL, &error))
    g_output_stream_close (output, NULL, &error);
  if (error != NULL && (error->domain == PS_STORE_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    return ps_cli_fail (error);
  return ps_cli_written (error);
}

static PsCliStatus
export_kind (PsCli *cli, PsStore *store, PsCsvKind kind, const Words *words)
{
  PsExportOptions options = { kind, words->year };
  g_autoptr (GError) error = NULL;
  guint64 n_rows;

  if (words->path == NULL)
    return export_to_output (cli, store, &options);
  if (!ps_export_file (store, &options, words->path, cli->cancellable, &n_rows, &error))
    return ps_cli_fail (error);
  return print_written (n_rows, words->path);
}

/* @kind: NULL: all. What is wrong with the words, translated; NULL: nothing. */
static char *
find_fault (const Words *words, char *const *rest, PsCsvKind *kind, gboolean *all)
{
  *all = rest[0] != NULL && g_str_equal (rest[0], ALL_KINDS);
  if (rest[0] == NULL)
    return g_strdup (_("Name the kind to export."));
  if (rest[1] != NULL)
    return g_strdup (_("Name one kind."));
  if (!*all && !ps_csv_kind_parse (rest[0], kind))
    return g_strdup_printf (_("There is no kind “%s”."), rest[0]);
  if (*all && words->path == NULL)
    return g_strdup (_("Say with --output in which folder the files are to come."));
  if (words->year != 0 && !ps_date_is_valid_ymd (words->year, 1, 1))
    return g_strdup (_("Say with --year which year to export, in four digits."));
  return NULL;
}

static PsCliStatus
run_export (PsCli *cli, GStrv *arguments)
{
  g_auto (Words) words = { 0 };
  const GOptionEntry entries[] = { { "year", 0, 0, G_OPTION_ARG_INT, &words.year, N_("Only what belongs to this year"),
                                     N_("YYYY") },
                                   { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.path,
                                     N_("Write to this file (standard output); a folder for “all”"), N_("FILE") },
                                   G_OPTION_ENTRY_NULL };
  g_autofree char *fault = NULL;
  g_autoptr (PsStore) store = NULL;
  PsCsvKind kind = PS_CSV_MUNICIPALITIES;
  PsCliStatus status;
  gboolean all;

  if (!ps_cli_parse (cli, &ps_cli_export, entries, arguments))
    return PS_CLI_USAGE;
  fault = find_fault (&words, *arguments + 1, &kind, &all);
  if (fault != NULL)
    return ps_cli_misused (&ps_cli_export, fault);
  store = ps_cli_open (cli, PS_STORE_READ, &status);
  if (store == NULL)
    return status;
  return all ? export_all (cli, store, &words) : export_kind (cli, store, kind, &words);
}

const PsCliCommand ps_cli_export = { "export", N_("KIND"), N_("Write the canonical CSV of a kind, which import reads again"),
                                     TRUE,     run_export,  explain };
