/* ps-settlement-output-write.c: statements, payment lists and dossiers into files that were chosen already
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-output"

#include "ps-settlement-output-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "exchange/ps-file-output.h"
#include "exchange/ps-payments.h"
#include "exchange/ps-statement-book.h"
#include "exchange/ps-statement-pdf.h"
#include "ps-output-job.h"

/* NULL: it is on no disk of this computer, where a file can be replaced at once when it is complete. */
static char *
target_path (const PsOutputJob *job, GError **error)
{
  char *path = g_file_get_path (job->target);

  if (path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("It can only be saved in a folder of this computer."));
  return path;
}

static char *
say_saved (const PsOutputJob *job)
{
  g_autofree char *name = ps_output_job_name (job);
  g_autofree char *folder = ps_output_job_folder (job);

  /* Translators: a file, and the folder that it is in */
  return g_strdup_printf (_("%s was saved in %s."), name, folder);
}

/* CSV goes by a stream */

typedef gboolean (*WriteStream) (gpointer data, GOutputStream *output, GError **error);

static gboolean
write_stream (const char *path, WriteStream write, gpointer data, GError **error)
{
  g_autoptr (PsFileOutput) output = ps_file_output_new (path, error);
  GError *cause = NULL;

  if (output == NULL)
    return FALSE;
  if (!write (data, ps_file_output_get_stream (output), &cause))
    {
      ps_file_output_explain (output, cause, error);
      return FALSE;
    }
  return ps_file_output_publish (output, error);
}

static gboolean
write_lines (gpointer paper, GOutputStream *output, GError **error)
{
  return ps_statement_write_csv (paper, output, error);
}

static gboolean
write_payments (gpointer payments, GOutputStream *output, GError **error)
{
  return ps_payments_write_csv (payments, output, error);
}

/* One statement */

static gboolean
write_statement (PsOutputJob *job, PsStore *store, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = target_path (job, error);
  g_autoptr (PsPaper) paper = path != NULL ? ps_settlements_paper (store, job->id, error) : NULL;

  if (paper == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  switch (job->files)
    {
    case PS_STATEMENTS_XLSX:
      return ps_statement_write_xlsx (paper, path, error);
    case PS_STATEMENTS_CSV:
      return write_stream (path, write_lines, paper, error);
    case PS_STATEMENTS_PDF:
    default:
      return ps_statement_write_pdf (paper, path, error);
    }
}

void
_ps_settlement_output_save_to (GtkWidget *parent, PsSession *session, const PsStored *stored, PsStatementFiles file,
                               GFile *target)
{
  PsOutputJob *job = ps_output_job_new (write_statement, say_saved, target);

  job->id = stored->id;
  job->files = file;
  ps_output_job_run (job, parent, session, _("Saving Statement"), NULL);
}

/* Those of a year */

/* The last of each provider that is not withdrawn: the open one, else the final one that stands. */
static GArray *
list_ids (PsStore *store, int year, GError **error)
{
  g_autoptr (GPtrArray) list = ps_settlements_list (store, year, NULL, error);
  GArray *ids;

  if (list == NULL)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (list, i);

      if (ps_settlements_choose (list, stored->agb, year) == stored)
        g_array_append_val (ids, stored->id);
    }
  return ids;
}

static gboolean
write_all (PsOutputJob *job, PsStore *store, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = target_path (job, error);
  g_autoptr (GArray) ids = path != NULL ? list_ids (store, job->year, error) : NULL;

  if (ids == NULL)
    return FALSE;
  job->n_all = ids->len;
  job->nothing = ids->len == 0;
  if (job->nothing)
    return TRUE;
  return ps_statements_write_all (store, (const gint64 *) (gpointer) ids->data, ids->len, job->files, path, cancellable,
                                  job->progress, job->progress_data, &job->n_written, error);
}

static char *
say_all (const PsOutputJob *job)
{
  g_autofree char *folder = g_file_get_parse_name (job->target);
  g_autofree char *count = ps_format_count (job->n_written);

  if (job->n_all == 0)
    return g_strdup_printf (_("No settlement of %d is stored: there is nothing to save yet."), job->year);
  /* Translators: how many, and the folder that they are in */
  return g_strdup_printf (ngettext ("%s statement was saved in %s.", "%s statements were saved in %s.", job->n_written), count,
                          folder);
}

void
_ps_settlement_output_save_all_to (GtkWidget *parent, PsSession *session, int year, PsStatementFiles files, GFile *folder)
{
  PsOutputJob *job = ps_output_job_new (write_all, say_all, folder);

  job->year = year;
  job->files = files;
  ps_output_job_run (job, parent, session, _("Saving Statements"),
                     _("Statements that were saved already stay, each of them complete."));
}

/* Payment list */

static gboolean
write_payment_list (PsOutputJob *job, PsStore *store, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = target_path (job, error);
  g_autoptr (GPtrArray) payments = path != NULL ? ps_payments_list (store, job->year, job->proposed, PS_DATE_MIN, error) : NULL;

  if (payments == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  job->n_all = payments->len;
  job->nothing = payments->len == 0;
  if (job->nothing)
    return TRUE;
  if (job->files == PS_STATEMENTS_CSV)
    return write_stream (path, write_payments, payments, error);
  return ps_payments_write_xlsx (payments, job->year, path, error);
}

static char *
say_payments (const PsOutputJob *job)
{
  if (job->n_all > 0)
    return say_saved (job);
  if (job->proposed)
    return g_strdup_printf (_("No settlement of %d is proposed: there is nothing to pay."), job->year);
  return g_strdup_printf (_("No settlement of %d is final: there is nothing to pay yet."), job->year);
}

void
_ps_settlement_output_payments_to (GtkWidget *parent, PsSession *session, int year, gboolean proposed, gboolean as_csv,
                                   GFile *target)
{
  PsOutputJob *job = ps_output_job_new (write_payment_list, say_payments, target);

  job->year = year;
  job->proposed = proposed;
  job->files = as_csv ? PS_STATEMENTS_CSV : PS_STATEMENTS_XLSX;
  ps_output_job_run (job, parent, session, _("Saving Payment List"), NULL);
}

/* Dossier */

static gboolean
write_dossier (PsOutputJob *job, PsStore *store, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = target_path (job, error);

  return path != NULL && ps_dossier_write_files (store, job->id, path, cancellable, &job->made, error);
}

void
_ps_settlement_output_dossier_to (GtkWidget *parent, PsSession *session, gint64 id, GFile *folder)
{
  PsOutputJob *job = ps_output_job_new (write_dossier, say_saved, folder);

  job->id = id;
  ps_output_job_run (job, parent, session, _("Saving Dossier"), NULL);
}
