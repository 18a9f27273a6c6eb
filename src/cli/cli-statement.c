/* cli-statement.c: the statement of a settlement, or of all of a year, as files
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-cli"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli-common.h"
#include "core/ps-format.h"
#include "exchange/ps-dossier-files.h"
#include "exchange/ps-file-output.h"
#include "exchange/ps-statement-book.h"
#include "exchange/ps-statement-pdf.h"

typedef struct
{
  int year;
  char *agb;
  char *path;
  char *files;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->agb);
  g_free (words->path);
  g_free (words->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static const struct
{
  const char *word;
  PsStatementFiles file;
} kinds[] = { { "pdf", PS_STATEMENTS_PDF }, { "xlsx", PS_STATEMENTS_XLSX }, { "csv", PS_STATEMENTS_CSV } };

/* 0: there is none of that name. */
static PsStatementFiles
kind_of (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (kinds[i].word, word) == 0)
      return kinds[i].file;
  return 0;
}

/* ---- one */

static gboolean
write_file (const PsPaper *paper, PsStatementFiles kind, const char *path, GError **error)
{
  if (kind == PS_STATEMENTS_PDF)
    return ps_statement_write_pdf (paper, path, error);
  if (kind == PS_STATEMENTS_XLSX)
    return ps_statement_write_xlsx (paper, path, error);
  return ps_file_output_write (path, (PsFileOutputFunc) ps_statement_write_csv, paper, error);
}

static PsCliStatus
write_one (PsCli *cli, gint64 id, PsStatementFiles kind, const char *path)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsPaper) paper = NULL;
  g_autofree char *text = NULL;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL)
    return status;
  paper = ps_settlements_paper (store, id, &error);
  if (paper == NULL || !write_file (paper, kind, path, &error))
    return ps_cli_fail (error);
  text = g_strdup_printf (_("Wrote the statement to “%s”.\n"), path);
  return ps_cli_print (text);
}

static PsCliStatus
run_one (PsCli *cli, char *const *rest, const Words *words)
{
  const char *ending = words->path != NULL ? strrchr (words->path, '.') : NULL;
  PsStatementFiles kind = ending != NULL ? kind_of (ending + 1) : 0;
  gint64 id;

  if (!ps_cli_parse_id (&ps_cli_statement, rest[0], &id) || !ps_cli_expect_no_more (&ps_cli_statement, rest + 1))
    return PS_CLI_USAGE;
  if (words->files != NULL || words->agb != NULL)
    return ps_cli_misused (&ps_cli_statement, _("--provider and --files belong to --year."));
  if (kind == 0)
    return ps_cli_misused (&ps_cli_statement, _("Say with --output to which file: its name ends with .pdf, .xlsx or .csv."));
  return write_one (cli, id, kind, words->path);
}

/* ---- all of a year: of each provider the one that counts */

static GArray *
choose_all (GPtrArray *list, int year)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *last = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const char *agb = ((const PsStored *) g_ptr_array_index (list, i))->agb;
      const PsStored *chosen = g_strcmp0 (agb, last) != 0 ? ps_settlements_choose (list, agb, year) : NULL;

      last = agb;
      if (chosen != NULL)
        g_array_append_val (ids, chosen->id);
    }
  return ids;
}

static PsCliStatus
print_written (guint n, const char *path)
{
  g_autofree char *count = ps_format_count (n);
  g_autofree char *text = NULL;

  text = g_strdup_printf (
      ngettext ("Wrote the statement of %s settlement to “%s”.\n", "Wrote the statements of %s settlements to “%s”.\n", n), count,
      path);
  return ps_cli_print (text);
}

static PsCliStatus
write_all (PsCli *cli, const Words *words, PsStatementFiles files)
{
  PsCliStatus status;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GArray) ids = NULL;
  guint n = 0;
  g_autoptr (PsStore) store = ps_cli_open (cli, PS_STORE_READ, &status);

  if (store == NULL)
    return status;
  list = ps_settlements_list (store, words->year, words->agb, &error);
  if (list == NULL)
    return ps_cli_fail (error);
  ids = choose_all (list, words->year);
  if (!ps_cli_make_folder (words->path, &status))
    return status;
  if (!ps_statements_write_all (store, (const gint64 *) (gpointer) ids->data, ids->len, files, words->path, cli->cancellable,
                                ps_cli_progress, NULL, &n, &error))
    {
      status = ps_cli_fail (error);
      print_written (n, words->path);
      return status;
    }
  return print_written (n, words->path);
}

static gboolean
read_files (const Words *words, PsStatementFiles *files)
{
  g_auto (GStrv) parts = g_strsplit (words->files != NULL ? words->files : "pdf", ",", -1);
  g_autofree char *sentence = NULL;

  *files = 0;
  for (guint i = 0; parts[i] != NULL && sentence == NULL; i++)
    {
      PsStatementFiles kind = kind_of (g_strstrip (parts[i]));

      *files |= kind;
      if (kind == 0)
        sentence = g_strdup_printf (_("There are no files “%s”: choose of pdf, xlsx and csv."), parts[i]);
    }
  if (sentence == NULL && *files == 0)
    sentence = g_strdup (_("Say with --files which: of pdf, xlsx and csv."));
  if (sentence != NULL)
    ps_cli_misused (&ps_cli_statement, sentence);
  return sentence == NULL;
}

static PsCliStatus
run_all (PsCli *cli, char *const *rest, const Words *words)
{
  PsStatementFiles files;

  if (!ps_cli_parse_year (&ps_cli_statement, words->year) || !read_files (words, &files))
    return PS_CLI_USAGE;
  if (rest[0] != NULL)
    return ps_cli_misused (&ps_cli_statement, _("Name one settlement, or a year with --year, and not both."));
  if (words->path == NULL)
    return ps_cli_misused (&ps_cli_statement, _("Say with --output in which folder the files are to come."));
  return write_all (cli, words, files);
}

static PsCliStatus
run_statement (PsCli *cli, GStrv *arguments)
{
  g_auto (Words) words = { 0 };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.path,
      N_("Write to this file, by its ending: .pdf, .xlsx, .csv; a folder for a year"), N_("FILE") },
    { "year", 0, 0, G_OPTION_ARG_INT, &words.year,
      N_("All of this year, instead of one: of each provider the one that is worked on, else the last final one"), N_("YYYY") },
    { "provider", 0, 0, G_OPTION_ARG_STRING, &words.agb, N_("Of the year only the provider with this AGB code"), N_("AGB") },
    { "files", 0, 0, G_OPTION_ARG_STRING, &words.files, N_("Of the year: pdf (the usual), xlsx, csv, with commas between them"),
      N_("KINDS") },
    G_OPTION_ENTRY_NULL
  };

  if (!ps_cli_parse (cli, &ps_cli_statement, entries, arguments))
    return PS_CLI_USAGE;
  return words.year != 0 ? run_all (cli, *arguments + 1, &words) : run_one (cli, *arguments + 1, &words);
}

const PsCliCommand ps_cli_statement = {
  "statement", N_("[SETTLEMENT]"), N_("Write the statement of a settlement: PDF, XLSX or CSV"), TRUE, run_statement, NULL
};
