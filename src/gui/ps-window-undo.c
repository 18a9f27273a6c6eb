/* ps-window-undo.c: taking back changes of the region, and saying so
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-window-undo"

#include "ps-window-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-error-text.h"
#include "ps-form-dialog.h"
#include "ps-undo-progress.h"

#define SECONDS_TO_UNDO 8 /* that a toast stays */

/* What cannot be said in passing stays until it was read. */
void
_ps_window_show_error (PsWindow *self, const GError *error)
{
  g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), ps_error_heading (error), text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Work under way: of the button of a toast, or of the keys and the menu. */
typedef struct
{
  PsWindow *window; /* owned */
  gboolean redo;
  PsUndoProgress *progress;
} Undoing;

static Undoing *
undoing_new (PsWindow *self, gboolean redo)
{
  Undoing *undoing = g_new0 (Undoing, 1);

  undoing->window = g_object_ref (self);
  undoing->redo = redo;
  undoing->progress = _ps_undo_progress_new (GTK_WINDOW (self), redo ? _("Redoing") : _("Undoing"));
  return undoing;
}

/* Returns: (transfer full): the window */
static PsWindow *
undoing_end (Undoing *undoing)
{
  PsWindow *window = undoing->window;

  _ps_undo_progress_free (undoing->progress);
  g_free (undoing);
  return window;
}

static void
tell_failure (PsWindow *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _ps_window_show_error (self, error);
}

/* The button of a toast may be clicked when another region is shown: its records are others. */
typedef struct
{
  PsWindow *window; /* borrowed: the toast is on it */
  char *path;
  gint64 record;
} Undone;

static Undone *
undone_new (PsWindow *self, gint64 record)
{
  Undone *undone = g_new0 (Undone, 1);

  undone->window = self;
  undone->path = g_strdup (ps_session_get_path (self->session));
  undone->record = record;
  return undone;
}

static void
undone_free (gpointer data, GClosure *closure)
{
  Undone *undone = data;

  g_free (undone->path);
  g_free (undone);
}

static void
on_record_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsWindow) self = undoing_end (user_data);
  g_autoptr (GError) error = NULL;
  gboolean done = ps_session_write_finish (PS_SESSION (source), result, NULL, &error);

  if (self->history == NULL)
    return;
  if (done)
    _ps_window_tell (self, _("Undone"));
  else
    tell_failure (self, error);
}

static void
on_undo_clicked_cb (AdwToast *toast, gpointer user_data)
{
  Undone *undone = user_data;
  PsSession *session = undone->window->session;
  Undoing *undoing;

  if (g_strcmp0 (ps_session_get_path (session), undone->path) != 0)
    return;
  undoing = undoing_new (undone->window, FALSE);
  ps_session_undo_record_async (session, undone->record, ps_progress_relay_report,
                                _ps_undo_progress_get_relay (undoing->progress),
                                _ps_undo_progress_get_cancellable (undoing->progress), on_record_undone_cb, undoing);
}

static void
tell_with_button (PsWindow *self, const char *text, const char *button, gint64 record)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast;

  /* Something that was asked of a window that is closed meanwhile. */
  if (self->toasts == NULL)
    return;
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_timeout (toast, SECONDS_TO_UNDO);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), undone_new (self, record), undone_free, 0);
  _ps_window_show_toast (self, toast);
}

void
_ps_window_tell_undoable (PsWindow *self, const char *text, gint64 record)
{
  tell_with_button (self, text, _("_Undo"), record);
}

/* The keys and the menu */

/* The button takes back the taking back: that is redoing. */
static void
tell_undone (PsWindow *self, gboolean redo, const char *what, gint64 record)
{
  g_autofree char *text = redo ? g_strdup_printf (_("Redone: %s"), what) : g_strdup_printf (_("Undone: %s"), what);

  tell_with_button (self, text, redo ? _("_Undo") : _("_Redo"), record);
}

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean redo = ((Undoing *) user_data)->redo;
  g_autoptr (PsWindow) self = undoing_end (user_data);
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;
  gint64 record = 0;
  gboolean done = ps_session_undo_finish (PS_SESSION (source), result, &what, &record, &error);

  if (self->history == NULL)
    return;
  if (!done)
    tell_failure (self, error);
  else if (what == NULL)
    _ps_window_tell (self, redo ? _("There is nothing to redo") : _("There is nothing to undo"));
  else
    tell_undone (self, redo, what, record);
}

static void
undo_last (PsWindow *self, gboolean redo)
{
  Undoing *undoing = undoing_new (self, redo);

  ps_session_undo_with_progress_async (self->session, redo, ps_progress_relay_report,
                                       _ps_undo_progress_get_relay (undoing->progress),
                                       _ps_undo_progress_get_cancellable (undoing->progress), on_undone_cb, undoing);
}

/* The keys of the program come before those of a text that is typed in: what was typed goes first, if anything was. GTK tells of a
 * text view whether there is something; of an entry, only that its text became another one. */
static gboolean
undo_typing (GtkWidget *focus, gboolean redo)
{
  if (GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      gboolean can = redo ? gtk_text_buffer_get_can_redo (buffer) : gtk_text_buffer_get_can_undo (buffer);

      if (can)
        gtk_widget_activate_action (focus, redo ? "text.redo" : "text.undo", NULL);
      return can;
    }
  if (GTK_IS_TEXT (focus) && gtk_editable_get_editable (GTK_EDITABLE (focus)))
    {
      g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));

      gtk_widget_activate_action (focus, redo ? "text.redo" : "text.undo", NULL);
      return g_strcmp0 (before, gtk_editable_get_text (GTK_EDITABLE (focus))) != 0;
    }
  return FALSE;
}

static void
on_import_confirmed (gpointer user_data)
{
  undo_last (PS_WINDOW (user_data), FALSE);
}

/* A key is pressed sooner than a file of a year's declarations is found and imported again. */
static void
ask_for_import (PsWindow *self, gint64 n_rows)
{
  g_autofree char *count = ps_format_count (n_rows);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) n_rows), count);
  g_autofree char *body =
      /* Translators: what was done, and "12.345 rows" */
      g_strdup_printf (_("“%s” is taken back: %s become what they were before it, and what it added is taken out. You can redo "
                          "it."),
                       ps_session_get_undo (self->session), rows);

  ps_confirm (GTK_WIDGET (self), _("Undo the Import?"), body, _("_Undo Import"), TRUE, G_CALLBACK (on_import_confirmed), self);
}

static void
on_undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsWindow *self = PS_WINDOW (widget);
  gboolean redo = g_str_equal (name, "win.redo");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gint64 n_imported = ps_session_get_undo_imported (self->session);
  const char *what;

  if (focus != NULL && undo_typing (focus, redo))
    return;
  /* What the user means is what is on the page; that is not in the file yet. */
  if (_ps_window_find_unsaved (self, FALSE) != NULL)
    {
      _ps_window_tell (self, _("Save or discard first what you changed on this page"));
      return;
    }
  if (!redo && n_imported > 1 && !ps_session_is_writing (self->session))
    {
      ask_for_import (self, n_imported);
      return;
    }
  what = redo ? ps_session_get_redo (self->session) : ps_session_get_undo (self->session);
  if (what != NULL || ps_session_is_writing (self->session))
    undo_last (self, redo);
  else if (ps_session_get_path (self->session) != NULL)
    _ps_window_tell (self, redo ? _("There is nothing to redo") : _("There is nothing to undo"));
}

void
_ps_window_class_install_undo (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, on_undo_cb);
}

static void
append_item (GMenu *menu, const char *words, const char *words_of, const char *what, const char *action)
{
  g_autofree char *text = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = what != NULL ? g_strdup_printf (words_of, what) : g_strdup (words);
#pragma GCC diagnostic pop
  g_menu_append (menu, text, action);
}

/* A mnemonic in the name of a thing would be taken for one. */
static char *
without_mnemonics (const char *what)
{
  g_auto (GStrv) parts = what != NULL ? g_strsplit (what, "_", -1) : NULL;

  return parts != NULL ? g_strjoinv ("__", parts) : NULL;
}

/* Where there is nothing to take back the keys are those of the text that is typed in. What is being written can be taken back as soon
 * as it is there. */
static void
update_enabled (PsWindow *self)
{
  gboolean writing = ps_session_is_writing (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", writing || ps_session_get_undo (self->session) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", writing || ps_session_get_redo (self->session) != NULL);
}

static void
show_undoable (PsWindow *self)
{
  g_autofree char *undo = without_mnemonics (ps_session_get_undo (self->session));
  g_autofree char *redo = without_mnemonics (ps_session_get_redo (self->session));

  g_menu_remove_all (self->undo_menu);
  append_item (self->undo_menu, _("_Undo"), _("_Undo: %s"), undo, "win.undo");
  append_item (self->undo_menu, _("_Redo"), _("_Redo: %s"), redo, "win.redo");
  update_enabled (self);
}

static void
on_undoable_changed_cb (GObject *session, GParamSpec *pspec, gpointer user_data)
{
  show_undoable (PS_WINDOW (user_data));
}

static void
on_writing_changed_cb (GObject *session, GParamSpec *pspec, gpointer user_data)
{
  update_enabled (PS_WINDOW (user_data));
}

void
_ps_window_watch_undo (PsWindow *self)
{
  g_signal_connect (self->session, "notify::writing", G_CALLBACK (on_writing_changed_cb), self);
  g_signal_connect (self->session, "notify::undoable", G_CALLBACK (on_undoable_changed_cb), self);
  show_undoable (self);
}
