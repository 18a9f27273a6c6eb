/* ps-report-save.c: a month's overview into files that were chosen already, on a worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-report-dialog"

#include "ps-report-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/ps-report.h"
#include "gui/contracts/ps-contract-words.h"
#include "gui/settlements/ps-output-job.h"

static PsReport *
make_report (PsOutputJob *job, PsStore *store, GCancellable *cancellable, GError **error)
{
  const PsReportQuery query = { job->year, job->month, job->agb, job->day };

  return ps_report_make (store, &query, cancellable, job->progress, job->progress_data, error);
}

/* A pair of names that nothing has yet: those of an earlier one stay. */
static char *
free_base (const char *folder, const char *name)
{
  char *base = g_build_filename (folder, name, NULL);

  for (int i = 2;; i++)
    {
      g_autofree char *pages = g_strconcat (base, ".pdf", NULL), *sheet = g_strconcat (base, ".xlsx", NULL), *other = NULL;

      if (!g_file_test (pages, G_FILE_TEST_EXISTS) && !g_file_test (sheet, G_FILE_TEST_EXISTS))
        return base;
      other = g_strdup_printf ("%s (%d)", name, i);
      g_free (base);
      base = g_build_filename (folder, other, NULL);
    }
}

static gboolean
write_both (PsOutputJob *job, const PsReport *report, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = ps_report_name (report), *base = free_base (folder, name);
  g_autofree char *pages = g_strconcat (base, ".pdf", NULL), *sheet = g_strconcat (base, ".xlsx", NULL);

  if (!ps_report_to_both (report, pages, sheet, cancellable, error))
    return FALSE;
  job->made = g_steal_pointer (&pages);
  job->opens_folder = TRUE;
  return TRUE;
}

static gboolean
write_report (PsOutputJob *job, PsStore *store, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (job->target);
  g_autoptr (PsReport) report = NULL;

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("It can only be saved in a folder of this computer."));
      return FALSE;
    }
  report = make_report (job, store, cancellable, error);
  if (report == NULL)
    return FALSE;
  if (job->files == PS_STATEMENTS_PDF)
    return ps_report_to_pdf_file (report, path, error);
  if (job->files == PS_STATEMENTS_XLSX)
    return ps_report_to_sheet (report, path, error);
  return write_both (job, report, path, cancellable, error);
}

static char *
say_saved (const PsOutputJob *job)
{
  g_autofree char *name = ps_output_job_name (job), *folder = ps_output_job_folder (job);

  if (job->made != NULL)
    /* Translators: a file, and the folder that it is in */
    return g_strdup_printf (_("%s and its spreadsheet were saved in %s."), name, folder);
  return g_strdup_printf (_("%s was saved in %s."), name, folder);
}

void
_ps_report_save_to (GtkWidget *parent, PsSession *session, int year, int month, const char *agb, PsStatementFiles files,
                    GFile *target)
{
  PsOutputJob *job = ps_output_job_new (write_report, say_saved, target);

  job->day = ps_contract_today ();
  job->year = year;
  job->month = month;
  job->agb = g_strdup (agb);
  job->files = files;
  ps_output_job_run (job, parent, session, _("Making the Month Overview"), NULL);
}
