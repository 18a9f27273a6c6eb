/* ps-undo-progress.c: how far taking back is, where it takes longer than a moment: an import is many rows
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-window-undo"

#include "ps-undo-progress.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SHOWN_AFTER_MS 500

struct _PsUndoProgress
{
  GtkWindow *parent; /* weak */
  char *title;
  char *note;        /* NULL: that nothing is changed */
  GtkWidget *dialog; /* weak; NULL: not shown */
  GtkWidget *bar;    /* in the dialog */
  GCancellable *cancellable;
  PsProgressRelay *relay;
  guint timer;
};

static void
show_progress (double fraction, const char *what, gpointer user_data)
{
  PsUndoProgress *progress = user_data;

  if (progress->dialog == NULL)
    return;
  if (fraction < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (progress->bar));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (progress->bar), fraction);
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, PsUndoProgress *progress)
{
  g_cancellable_cancel (progress->cancellable);
}

static gboolean
on_timer_cb (gpointer user_data)
{
  PsUndoProgress *progress = user_data;

  progress->timer = 0;
  if (progress->parent == NULL)
    return G_SOURCE_REMOVE;
  g_set_weak_pointer (&progress->dialog,
                      adw_message_dialog_new (progress->parent, progress->title,
                                              progress->note != NULL ? progress->note : _("Nothing is changed if you cancel.")));
  progress->bar = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (progress->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (progress->dialog), progress->bar);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (progress->dialog), "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (progress->dialog), "cancel");
  g_signal_connect (progress->dialog, "response", G_CALLBACK (on_response_cb), progress);
  gtk_window_present (GTK_WINDOW (progress->dialog));
  return G_SOURCE_REMOVE;
}

PsUndoProgress *
_ps_undo_progress_new (GtkWindow *parent, const char *title)
{
  PsUndoProgress *progress = g_new0 (PsUndoProgress, 1);

  g_set_weak_pointer (&progress->parent, parent);
  progress->title = g_strdup (title);
  progress->cancellable = g_cancellable_new ();
  progress->relay = ps_progress_relay_new (show_progress, progress);
  progress->timer = g_timeout_add (SHOWN_AFTER_MS, on_timer_cb, progress);
  return progress;
}

/* What cancelling leaves, where that is not nothing. */
void
_ps_undo_progress_set_note (PsUndoProgress *progress, const char *note)
{
  g_free (progress->note);
  progress->note = g_strdup (note);
}

void
_ps_undo_progress_free (PsUndoProgress *progress)
{
  ps_progress_relay_stop (progress->relay);
  ps_progress_relay_unref (progress->relay);
  g_clear_handle_id (&progress->timer, g_source_remove);
  if (progress->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (progress->dialog, progress);
      gtk_window_destroy (GTK_WINDOW (progress->dialog));
    }
  g_clear_weak_pointer (&progress->dialog);
  g_clear_weak_pointer (&progress->parent);
  g_object_unref (progress->cancellable);
  g_free (progress->title);
  g_free (progress->note);
  g_free (progress);
}

GCancellable *
_ps_undo_progress_get_cancellable (PsUndoProgress *progress)
{
  return progress->cancellable;
}

PsProgressRelay *
_ps_undo_progress_get_relay (PsUndoProgress *progress)
{
  return progress->relay;
}
