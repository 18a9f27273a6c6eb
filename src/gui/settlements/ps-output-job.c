/* ps-output-job.c: files written on a worker: how far it is, a way to cancel, and what is said when it is done
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-output"

#include "ps-output-job.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "gui/ps-undo-progress.h"

/* The job with what is on the screen of it. */
typedef struct
{
  PsOutputJob *job;
  GtkWidget *navigator; /* weak: the page that asked may be gone by then, the window stays */
  PsUndoProgress *progress;
  GCancellable *cancellable;
  PsProgressRelay *relay;
} Running;

PsOutputJob *
ps_output_job_new (PsOutputWrite write, PsOutputDone done, GFile *target)
{
  PsOutputJob *job = g_new0 (PsOutputJob, 1);

  job->write = write;
  job->done = done;
  job->target = g_object_ref (target);
  return job;
}

static void
job_free (PsOutputJob *job)
{
  g_object_unref (job->target);
  g_clear_pointer (&job->ids, g_array_unref);
  g_free (job->made);
  g_free (job->agb);
  g_free (job);
}

static void
running_free (Running *running)
{
  _ps_undo_progress_free (running->progress);
  ps_progress_relay_unref (running->relay);
  g_object_unref (running->cancellable);
  g_clear_weak_pointer (&running->navigator);
  job_free (running->job);
  g_free (running);
}

char *
ps_output_job_name (const PsOutputJob *job)
{
  g_autofree char *base = job->made != NULL ? g_path_get_basename (job->made) : g_file_get_basename (job->target);

  return g_filename_display_name (base);
}

/* Where what was made is. */
char *
ps_output_job_folder (const PsOutputJob *job)
{
  g_autoptr (GFile) made = job->made != NULL ? g_file_new_for_path (job->made) : g_object_ref (job->target);
  g_autoptr (GFile) folder = g_file_get_parent (made);
  g_autofree char *name = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("/");

  return g_filename_display_name (name);
}

/* What there is to open of it: a file, or a folder; NULL: nothing. */
static GFile *
find_made (const PsOutputJob *job)
{
  g_autoptr (GFile) made = job->made != NULL ? g_file_new_for_path (job->made) : g_object_ref (job->target);

  if (job->nothing)
    return NULL;
  return job->opens_folder ? g_file_get_parent (made) : g_steal_pointer (&made);
}

/* On the worker */

static void
on_session_cancelled_cb (GCancellable *session, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Running *running = data;
  gulong handler = g_cancellable_connect (cancellable, G_CALLBACK (on_session_cancelled_cb), g_object_ref (running->cancellable),
                                          g_object_unref);
  gboolean written = running->job->write (running->job, store, running->cancellable, error);

  g_cancellable_disconnect (cancellable, handler);
  return written ? running : NULL;
}

/* On the main thread */

/* What the lower layers say of a file is a sentence already. */
static char *
describe_error (const GError *error, const char *region_path)
{
  return error->domain == G_IO_ERROR ? g_strdup (error->message) : ps_error_text (error, region_path);
}

static char *
describe_failure (const Running *running, const GError *error, const char *region_path)
{
  g_autofree char *why = describe_error (error, region_path);
  g_autofree char *count = g_strdup_printf ("%u", running->job->n_written);
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (running->job->n_written == 0)
    return cancelled ? g_strdup (_("Cancelled. Nothing was saved.")) : g_steal_pointer (&why);
  if (cancelled)
    return g_strdup_printf (ngettext ("Cancelled. %s statement was saved already.",
                                      "Cancelled. %s statements were saved already.", running->job->n_written),
                            count);
  return g_strdup_printf (
      ngettext ("%s Before that, %s statement was saved.", "%s Before that, %s statements were saved.", running->job->n_written),
      why, count);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Running *running = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) made = NULL;
  g_autofree char *text = NULL;

  if (ps_session_run_finish (PS_SESSION (source), result, &error) != NULL)
    {
      text = running->job->done (running->job);
      made = find_made (running->job);
    }
  else
    text = describe_failure (running, error, ps_session_get_path (PS_SESSION (source)));
  if (running->navigator != NULL)
    ps_navigator_tell_made (running->navigator, text, made);
  running_free (running);
}

/**
 * ps_output_job_run:
 * @job: (transfer full)
 * @parent: what asked; it may be gone before the job is done
 * @title: "Saving statements"; translated
 * @note: (nullable): what cancelling leaves; NULL: nothing
 */
void
ps_output_job_run (PsOutputJob *job, GtkWidget *parent, PsSession *session, const char *title, const char *note)
{
  Running *running = g_new0 (Running, 1);
  GtkRoot *root = gtk_widget_get_root (parent);

  running->job = job;
  g_set_weak_pointer (&running->navigator, gtk_widget_get_ancestor (parent, PS_TYPE_NAVIGATOR));
  running->progress = _ps_undo_progress_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title);
  _ps_undo_progress_set_note (running->progress, note != NULL ? note : _("Nothing is written if you cancel."));
  running->cancellable = g_object_ref (_ps_undo_progress_get_cancellable (running->progress));
  running->relay = ps_progress_relay_ref (_ps_undo_progress_get_relay (running->progress));
  job->progress = ps_progress_relay_report;
  job->progress_data = running->relay;
  ps_session_run_async (session, work, running, NULL, NULL, on_done_cb, running);
}
