/* ps-letter-drafts-write.c: several letters drafted on the worker that writes, with progress, and what came of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-drafts"

#include "ps-letter-drafts-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/ps-apply.h"
#include "gui/ps-navigator.h"
#include "gui/ps-passed-over.h"
#include "gui/ps-undo-progress.h"
#include "ps-letter-look.h"
#include "ps-letter-page.h"

typedef struct
{
  GtkWidget *from; /* weak */
  PsSession *session;
  PsLetterDraftJob job;
  char **agbs;
  PsUndoProgress *progress;
  PsProgressRelay *relay; /* a share, of the worker */
  PsLetterReport *report; /* NULL until it was done */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_weak_pointer (&writing->from);
  g_strfreev (writing->agbs);
  ps_progress_relay_unref (writing->relay);
  g_clear_pointer (&writing->progress, _ps_undo_progress_free);
  g_clear_pointer (&writing->report, ps_letter_report_free);
  g_object_unref (writing->session);
  g_free (writing);
}

static gboolean
write_drafts (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  Writing *writing = data;

  writing->report = ps_letters_draft (store, actor, &writing->job, cancellable, ps_progress_relay_report, writing->relay, error);
  if (writing->report == NULL)
    return FALSE;
  *record = writing->report->record;
  return TRUE;
}

static void
show_result (Writing *writing)
{
  const PsLetterReport *report = writing->report;
  g_autofree char *count = ps_format_count (report->done->len);
  g_autofree char *heading = g_strdup_printf (ngettext ("%s Letter Drafted", "%s Letters Drafted", report->done->len), count);
  g_autoptr (PsPassedOver) passed = ps_passed_over_new ();
  GtkRoot *root = gtk_widget_get_root (writing->from);
  PsLetterOutcome *only = report->done->len == 1 ? g_ptr_array_index (report->done, 0) : NULL;

  for (guint i = 0; i < report->passed_over->len; i++)
    {
      const PsLetterOutcome *outcome = g_ptr_array_index (report->passed_over, i);

      ps_passed_over_add (passed, outcome->provider != NULL ? outcome->provider : outcome->agb, outcome->why);
    }
  if (report->passed_over->len > 0)
    ps_passed_over_present (g_steal_pointer (&passed), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading);
  else
    ps_navigator_tell (writing->from, heading);
  if (only != NULL)
    ps_navigator_push (writing->from, ps_letter_page_new (writing->session, only->id), only->provider);
  else if (report->done->len > 0)
    gtk_widget_activate_action (writing->from, "win.page", "s", "letters");
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Writing *writing = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = ps_session_write_finish (PS_SESSION (source), result, NULL, &error);

  g_clear_pointer (&writing->progress, _ps_undo_progress_free);
  if (writing->from != NULL && gtk_widget_get_root (writing->from) != NULL)
    {
      if (written)
        show_result (writing);
      else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ps_navigator_tell (writing->from, _("Cancelled: nothing was changed"));
      else
        ps_tell_refused (writing->from, writing->session, error);
    }
  writing_free (writing);
}

/* Takes none of them. */
void
_ps_letter_drafts_write (GtkWidget *from, PsSession *session, gint64 peildatum_id, char **agbs,
                         const gint64 template_ids[PS_N_LETTER_KINDS])
{
  Writing *writing = g_new0 (Writing, 1);
  GtkRoot *root = gtk_widget_get_root (from);

  g_set_weak_pointer (&writing->from, from);
  writing->session = g_object_ref (session);
  writing->agbs = g_strdupv (agbs);
  writing->job.peildatum_id = peildatum_id;
  writing->job.agbs = (const char *const *) writing->agbs;
  writing->job.today = ps_letter_today ();
  for (guint kind = 0; kind < PS_N_LETTER_KINDS; kind++)
    writing->job.template_ids[kind] = template_ids[kind];
  writing->progress = _ps_undo_progress_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Drafting Letters"));
  writing->relay = ps_progress_relay_ref (_ps_undo_progress_get_relay (writing->progress));
  ps_session_write_cancellable_async (session, write_drafts, writing, NULL, _ps_undo_progress_get_cancellable (writing->progress),
                                      on_written_cb, writing);
}
