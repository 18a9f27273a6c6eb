/* ps-letter-files.c: a letter, or its evidence, as a file; opened in another program
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-files"

#include "ps-letter-files.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "exchange/ps-file-output.h"
#include "exchange/ps-letter-pdf.h"
#include "gui/ps-apply.h"
#include "gui/ps-show-uri.h"
#include "gui/settlements/ps-output-job.h"
#include "ps-letter-look.h"

/* The pages, on a worker */

static GBytes *
make_pdf (PsStore *store, gint64 id, GError **error)
{
  g_autoptr (PsLetter) letter = ps_letters_find (store, id, error);
  g_autoptr (PsLetterPaper) paper = NULL;

  if (letter == NULL)
    return NULL;
  if (letter->number != 0)
    return ps_letters_pdf (store, id, error);
  paper = ps_letters_paper (store, id, g_get_user_name (), ps_letter_today (), NULL, NULL, error);
  return paper != NULL ? ps_letter_render_pdf (paper, NULL, error) : NULL;
}

static gboolean
write_stream (gconstpointer bytes, GOutputStream *stream, GError **error)
{
  GBytes *pdf = (GBytes *) bytes;

  return g_output_stream_write_all (stream, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL, NULL, error);
}

/* NULL: it is on no disk of this computer. */
static char *
target_path (const PsOutputJob *job, GError **error)
{
  char *path = g_file_get_path (job->target);

  if (path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("It can only be saved in a folder of this computer."));
  return path;
}

static gboolean
write_letter (PsOutputJob *job, PsStore *store, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = target_path (job, error);
  g_autoptr (GBytes) bytes = path != NULL ? make_pdf (store, job->id, error) : NULL;

  return bytes != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && ps_file_output_write (path, write_stream, bytes, error);
}

static gboolean
write_evidence (PsOutputJob *job, PsStore *store, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = target_path (job, error);

  return path != NULL && ps_letter_write_evidence (store, job->id, path, error);
}

static char *
say_saved (const PsOutputJob *job)
{
  g_autofree char *name = ps_output_job_name (job);
  g_autofree char *folder = ps_output_job_folder (job);

  /* Translators: a file, and the folder that it is in */
  return g_strdup_printf (_("%s was saved in %s."), name, folder);
}

static void
run (GtkWidget *parent, PsSession *session, gint64 id, PsOutputWrite write, const char *title, GFile *target)
{
  PsOutputJob *job = ps_output_job_new (write, say_saved, target);

  job->id = id;
  ps_output_job_run (job, parent, session, title, NULL);
}

void
_ps_letter_files_save_to (GtkWidget *parent, PsSession *session, gint64 id, GFile *target)
{
  run (parent, session, id, write_letter, _("Saving Letter"), target);
}

void
_ps_letter_files_evidence_to (GtkWidget *parent, PsSession *session, gint64 id, GFile *target)
{
  run (parent, session, id, write_evidence, _("Saving Evidence"), target);
}

/* Asking where to */

typedef struct
{
  GtkFileChooserNative *chooser;
  GtkWidget *parent; /* weak: where it is gone nothing is written */
  PsSession *session;
  gint64 id;
  void (*chosen) (GtkWidget *parent, PsSession *session, gint64 id, GFile *target);
} Question;

static void
on_response_cb (GtkNativeDialog *dialog, int response, Question *question)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && question->parent != NULL && ps_session_get_path (question->session) != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      question->chosen (question->parent, question->session, question->id, file);
    }
  g_clear_weak_pointer (&question->parent);
  g_clear_object (&question->chooser);
  g_clear_object (&question->session);
  g_free (question);
}

static void
add_filter (Question *question)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("PDF documents"));
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (question->chooser), filter);
}

static void
ask (GtkWidget *parent, PsSession *session, PsShownLetter *shown, const char *title, const char *name,
     void (*chosen) (GtkWidget *, PsSession *, gint64, GFile *))
{
  Question *question = g_new0 (Question, 1);
  GtkRoot *root = gtk_widget_get_root (parent);

  g_set_weak_pointer (&question->parent, parent);
  question->session = g_object_ref (session);
  question->id = ps_shown_letter_get (shown)->id;
  question->chosen = chosen;
  question->chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                   GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->chooser), TRUE);
  add_filter (question);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (question->chooser), name);
  g_signal_connect (question->chooser, "response", G_CALLBACK (on_response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->chooser));
}

void
ps_letter_files_save (GtkWidget *parent, PsSession *session, PsShownLetter *shown)
{
  g_autofree char *base = ps_letter_file_name (ps_shown_letter_get (shown));
  g_autofree char *name = g_strdup_printf ("%s.pdf", base);

  ask (parent, session, shown, _("Save Letter as PDF"), name, _ps_letter_files_save_to);
}

void
ps_letter_files_evidence (GtkWidget *parent, PsSession *session, PsShownLetter *shown)
{
  g_autofree char *base = ps_letter_file_name (ps_shown_letter_get (shown));
  /* Translators: the name of a file, after the letter's */
  g_autofree char *name = g_strdup_printf (_("%s evidence.pdf"), base);

  ask (parent, session, shown, _("Save Evidence as PDF"), name, _ps_letter_files_evidence_to);
}

/* Opening: a copy that the file is none the worse for */

typedef struct
{
  gint64 id;
  char *name;
} Copy;

static void
copy_free (gpointer data)
{
  g_free (((Copy *) data)->name);
  g_free (data);
}

static gpointer
write_copy (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Copy *copy = data;
  g_autoptr (GBytes) bytes = make_pdf (store, copy->id, error);
  g_autofree char *folder = bytes != NULL ? g_dir_make_tmp ("peilstok-XXXXXX", error) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename (folder, copy->name, NULL) : NULL;

  return path != NULL && ps_file_output_write (path, write_stream, bytes, error) ? g_filename_to_uri (path, NULL, error) : NULL;
}

static void
on_copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (gtk_widget_get_root (parent) == NULL)
    return;
  if (uri == NULL)
    ps_tell_refused (parent, PS_SESSION (source), error);
  else
    ps_show_uri (parent, uri);
}

void
ps_letter_files_open (GtkWidget *parent, PsSession *session, PsShownLetter *shown)
{
  g_autofree char *base = ps_letter_file_name (ps_shown_letter_get (shown));
  Copy *copy = g_new0 (Copy, 1);

  copy->id = ps_shown_letter_get (shown)->id;
  copy->name = g_strdup_printf ("%s.pdf", base);
  ps_session_run_async (session, write_copy, copy, copy_free, g_free, on_copied_cb, g_object_ref (parent));
}
