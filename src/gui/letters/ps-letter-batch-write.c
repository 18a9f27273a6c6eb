/* ps-letter-batch-write.c: several letters as PDF in a folder
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-batch"

#include "ps-letter-batch-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "exchange/ps-letter-pdf.h"
#include "gui/settlements/ps-output-job.h"
#include "ps-letter-look.h"

/* On the worker */
static gboolean
write_letters (PsOutputJob *job, PsStore *store, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_file_get_path (job->target);

  if (folder == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("It can only be saved in a folder of this computer."));
      return FALSE;
    }
  return ps_letters_write_folder (store, (const gint64 *) (gpointer) job->ids->data, job->ids->len, g_get_user_name (),
                                  ps_letter_today (), folder, cancellable, job->progress, job->progress_data, error);
}

static char *
tell_written (const PsOutputJob *job)
{
  g_autofree char *count = ps_format_count (job->ids->len);
  g_autofree char *folder = ps_output_job_name (job);

  return g_strdup_printf (ngettext ("%s letter was saved in %s.", "%s letters were saved in %s.", job->ids->len), count, folder);
}

void
_ps_letter_batch_write_to (GtkWidget *parent, PsSession *session, const GArray *ids, GFile *folder)
{
  PsOutputJob *job = ps_output_job_new (write_letters, tell_written, folder);

  job->ids = g_array_copy ((GArray *) ids);
  ps_output_job_run (job, parent, session, _("Writing Letters"), NULL);
}

/* Asking where to */

typedef struct
{
  GtkFileChooserNative *chooser;
  GtkWidget *parent; /* weak */
  PsSession *session;
  GArray *ids;
} Question;

static void
on_response_cb (GtkNativeDialog *dialog, int response, Question *question)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT && question->parent != NULL && ps_session_get_path (question->session) != NULL)
    {
      folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      _ps_letter_batch_write_to (question->parent, question->session, question->ids, folder);
    }
  g_clear_weak_pointer (&question->parent);
  g_object_unref (question->chooser);
  g_object_unref (question->session);
  g_array_unref (question->ids);
  g_free (question);
}

void
ps_letter_batch_write_present (GtkWidget *parent, PsSession *session, const GArray *ids)
{
  Question *question = g_new0 (Question, 1);
  GtkRoot *root = gtk_widget_get_root (parent);

  g_return_if_fail (PS_IS_SESSION (session));

  g_set_weak_pointer (&question->parent, parent);
  question->session = g_object_ref (session);
  question->ids = g_array_copy ((GArray *) ids);
  question->chooser = gtk_file_chooser_native_new (_("Save Letters as PDF"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Save Here"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->chooser), TRUE);
  g_signal_connect (question->chooser, "response", G_CALLBACK (on_response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->chooser));
}
