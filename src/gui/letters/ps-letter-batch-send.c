/* ps-letter-batch-send.c: several letters sent on the worker that writes, with progress, and what came of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-batch"

#include "ps-letter-batch-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "exchange/ps-letter-pdf.h"
#include "gui/ps-apply.h"
#include "gui/ps-navigator.h"
#include "gui/ps-passed-over.h"
#include "gui/ps-undo-progress.h"
#include "ps-letter-look.h"

typedef struct
{
  GtkWidget *from; /* weak */
  PsSession *session;
  GArray *ids;
  GArray *last_events;
  PsLetterSendJob job;
  PsUndoProgress *progress;
  PsProgressRelay *relay; /* a share, of the worker */
  PsLetterReport *report; /* NULL until it was done */
} Sending;

static void
sending_free (Sending *sending)
{
  g_clear_weak_pointer (&sending->from);
  g_array_unref (sending->ids);
  g_array_unref (sending->last_events);
  ps_progress_relay_unref (sending->relay);
  g_clear_pointer (&sending->progress, _ps_undo_progress_free);
  g_clear_pointer (&sending->report, ps_letter_report_free);
  g_object_unref (sending->session);
  g_free (sending);
}

static gboolean
write_sent (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  Sending *sending = data;

  sending->report = ps_letters_send (store, actor, &sending->job, ps_letter_render_pdf, NULL, cancellable,
                                     ps_progress_relay_report, sending->relay, error);
  if (sending->report == NULL)
    return FALSE;
  *record = sending->report->record;
  return TRUE;
}

static void
show_result (Sending *sending)
{
  const PsLetterReport *report = sending->report;
  g_autofree char *count = ps_format_count (report->done->len);
  g_autofree char *heading = g_strdup_printf (ngettext ("%s Letter Sent", "%s Letters Sent", report->done->len), count);
  g_autoptr (PsPassedOver) passed = ps_passed_over_new ();
  GtkRoot *root = gtk_widget_get_root (sending->from);

  for (guint i = 0; i < report->passed_over->len; i++)
    {
      const PsLetterOutcome *outcome = g_ptr_array_index (report->passed_over, i);

      ps_passed_over_add (passed, outcome->provider, outcome->why);
    }
  if (report->passed_over->len > 0)
    ps_passed_over_present (g_steal_pointer (&passed), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading);
  else
    ps_navigator_tell (sending->from, heading);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sending *sending = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = ps_session_write_finish (PS_SESSION (source), result, NULL, &error);

  g_clear_pointer (&sending->progress, _ps_undo_progress_free);
  if (sending->from != NULL && gtk_widget_get_root (sending->from) != NULL)
    {
      if (written)
        show_result (sending);
      else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ps_navigator_tell (sending->from, _("Cancelled: no letter was sent"));
      else
        ps_tell_refused (sending->from, sending->session, error);
    }
  sending_free (sending);
}

void
_ps_letter_batch_take (GtkWidget *from, PsSession *session, const GArray *ids, const GArray *last_events, PsDate sent_on,
                       PsLetterMeans means)
{
  Sending *sending = g_new0 (Sending, 1);
  GtkRoot *root = gtk_widget_get_root (from);

  g_set_weak_pointer (&sending->from, from);
  sending->session = g_object_ref (session);
  sending->ids = g_array_copy ((GArray *) ids);
  sending->last_events = g_array_copy ((GArray *) last_events);
  sending->job = (PsLetterSendJob){
    .ids = (const gint64 *) (gpointer) sending->ids->data,
    .n_ids = sending->ids->len,
    .sent_on = sent_on,
    .means = means,
    .today = ps_letter_today (),
    .last_events = (const gint64 *) (gpointer) sending->last_events->data,
  };
  sending->progress = _ps_undo_progress_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Sending Letters"));
  sending->relay = ps_progress_relay_ref (_ps_undo_progress_get_relay (sending->progress));
  ps_session_write_cancellable_async (session, write_sent, sending, NULL, _ps_undo_progress_get_cancellable (sending->progress),
                                      on_written_cb, sending);
}
