/* ps-dossier-files-statements.c: the statements of many settlements, a file or more each
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-dossier-files.h"

#include <glib/gi18n-lib.h>

#include "ps-file-output.h"
#include "ps-statement-book.h"
#include "ps-statement-pdf.h"

static char *
statement_path (const PsPaper *paper, const char *folder, const char *suffix)
{
  g_autofree char *name = ps_statement_file_name (paper->stored);
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_build_filename (folder, file, NULL);
}

static gboolean
write_statement_csv (const PsPaper *paper, const char *folder, GError **error)
{
  /* Translators: the end of a file's name, after "Settlement 2024 …" */
  g_autofree char *suffix = g_strdup_printf (" %s.csv", C_("file name", "sources"));
  g_autofree char *lines = statement_path (paper, folder, ".csv");
  g_autofree char *sources = statement_path (paper, folder, suffix);

  return ps_file_output_write (lines, (PsFileOutputFunc) ps_statement_write_csv, paper, error)
         && ps_file_output_write (sources, (PsFileOutputFunc) ps_statement_write_sources, paper, error);
}

static gboolean
write_statement (const PsPaper *paper, PsStatementFiles files, const char *folder, GError **error)
{
  g_autofree char *pdf = statement_path (paper, folder, ".pdf");
  g_autofree char *xlsx = statement_path (paper, folder, ".xlsx");

  if ((files & PS_STATEMENTS_PDF) != 0 && !ps_statement_write_pdf (paper, pdf, error))
    return FALSE;
  if ((files & PS_STATEMENTS_XLSX) != 0 && !ps_statement_write_xlsx (paper, xlsx, error))
    return FALSE;
  return (files & PS_STATEMENTS_CSV) == 0 || write_statement_csv (paper, folder, error);
}

static void
tell (PsProgressFunc progress, gpointer progress_data, gsize done, gsize all)
{
  if (progress != NULL)
    progress ((double) done / (double) all, _("Writing statements"), progress_data);
}

/**
 * ps_statements_write_all: the statement of each of these settlements. On a worker.
 * @n_written: (out) (optional): how many settlements have all of their files
 *
 * Returns: FALSE with a PsStoreError or a GIOErrorEnum. What was written until then stays.
 */
gboolean
ps_statements_write_all (PsStore *store, const gint64 *ids, gsize n_ids, PsStatementFiles files, const char *folder,
                         GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, guint *n_written,
                         GError **error)
{
  guint n = 0;

  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (PsPaper) paper = NULL;

      tell (progress, progress_data, i, n_ids);
      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        paper = ps_settlements_paper (store, ids[i], error);
      if (paper == NULL || !write_statement (paper, files, folder, error))
        break;
      n++;
    }
  if (n_written != NULL)
    *n_written = n;
  return n == n_ids;
}
