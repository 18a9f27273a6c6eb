/* ps-peil-export.c: what was measured at a peildatum, as the canonical CSV that can be imported again
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-export"

#include "ps-peil-export.h"

#include <glib/gi18n-lib.h>

#include "exchange/ps-export.h"
#include "gui/settlements/ps-output-job.h"

/* The job's id is the day: it has no other of its own. */
static gboolean
write_measurements (PsOutputJob *job, PsStore *store, GCancellable *cancellable, GError **error)
{
  const PsExportOptions options = { .kind = PS_CSV_MEASUREMENTS, .day = (PsDate) job->id };
  g_autofree char *path = g_file_get_path (job->target);
  guint64 n_rows = 0;

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("It can only be saved in a folder of this computer."));
      return FALSE;
    }
  if (!ps_export_file (store, &options, path, cancellable, &n_rows, error))
    return FALSE;
  job->n_all = (guint) n_rows;
  return TRUE;
}

static char *
say_written (const PsOutputJob *job)
{
  g_autofree char *name = ps_output_job_name (job);
  g_autofree char *folder = ps_output_job_folder (job);
  g_autofree char *count = g_strdup_printf ("%u", job->n_all);

  /* Translators: how many, a file, and the folder that it is in */
  return g_strdup_printf (
      ngettext ("%s measurement was saved as %s in %s.", "%s measurements were saved as %s in %s.", job->n_all), count, name,
      folder);
}

void
ps_peil_export_to (GtkWidget *parent, PsSession *session, PsDate day, GFile *file)
{
  PsOutputJob *job = ps_output_job_new (write_measurements, say_written, file);

  job->id = day;
  ps_output_job_run (job, parent, session, _("Saving Measurements"), NULL);
}

/* Asking where */

typedef struct
{
  GtkWidget *parent; /* weak */
  PsSession *session;
  PsDate day;
  GtkFileChooserNative *chooser;
} Question;

static void
on_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && question->parent != NULL)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && ps_session_get_path (question->session) != NULL)
    ps_peil_export_to (question->parent, question->session, question->day, file);
  g_clear_weak_pointer (&question->parent);
  g_object_unref (question->session);
  g_object_unref (question->chooser);
  g_free (question);
}

void
ps_peil_export (GtkWidget *parent, PsSession *session, PsDate day)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  Question *question = g_new0 (Question, 1);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *iso = ps_date_to_iso (day);
  /* Translators: a file name; a day as 2024-07-19 */
  g_autofree char *name = g_strdup_printf (_("measurements %s.csv"), iso);

  g_set_weak_pointer (&question->parent, parent);
  question->session = g_object_ref (session);
  question->day = day;
  question->chooser = gtk_file_chooser_native_new (_("Export Measurements"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                   GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_file_filter_set_name (filter, _("CSV files"));
  gtk_file_filter_add_pattern (filter, "*.csv");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (question->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (question->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->chooser), TRUE);
  g_signal_connect (question->chooser, "response", G_CALLBACK (on_response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->chooser));
}
