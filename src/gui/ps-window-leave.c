/* ps-window-leave.c: what is not saved yet is asked about before its page is left
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * leave ─▶ a page with something unsaved? ─ no ──────────────────────────▶ go
 *                 └ yes ─▶ Stay: nothing │ Discard, Save ─▶ the next page ┘
 */
#define G_LOG_DOMAIN "peilstok-window-leave"

#include "ps-window-private.h"

#include "ps-form-dialog.h"
#include "ps-unsaved.h"

typedef struct
{
  PsWindow *window;
  PsUnsaved *page; /* that is asked about */
  gboolean all;
  PsWindowGo go;
  PsWindowGo stay;
  gpointer data;
  GDestroyNotify free_data;
} Leave;

static void
leave_free (Leave *leave)
{
  if (leave->free_data != NULL)
    leave->free_data (leave->data);
  g_clear_object (&leave->page);
  g_object_unref (leave->window);
  g_free (leave);
}

static void
end (Leave *leave, PsWindowGo what)
{
  leave->window->leaving = FALSE;
  if (what != NULL && leave->window->history != NULL)
    what (leave->window, leave->data);
  leave_free (leave);
}

static void go_on (Leave *leave);

static void
on_saved (PsUnsaved *page, gboolean saved, gpointer user_data)
{
  if (saved)
    go_on (user_data);
  else
    end (user_data, ((Leave *) user_data)->stay);
}

static void
on_asked (PsUnsavedAnswer answer, gpointer user_data)
{
  Leave *leave = user_data;

  if (answer == PS_UNSAVED_STAY)
    end (leave, leave->stay);
  else if (answer == PS_UNSAVED_SAVE)
    ps_unsaved_save (leave->page, on_saved, leave);
  else
    {
      ps_unsaved_discard (leave->page);
      go_on (leave);
    }
}

static void
go_on (Leave *leave)
{
  GtkWidget *page = leave->window->history != NULL ? _ps_window_find_unsaved (leave->window, leave->all) : NULL;
  g_autofree char *what = NULL;

  if (page == NULL)
    {
      end (leave, leave->go);
      return;
    }
  g_set_object (&leave->page, PS_UNSAVED (page));
  what = ps_unsaved_describe (leave->page);
  ps_unsaved_ask (GTK_WINDOW (leave->window), what, ps_unsaved_can_save (leave->page), on_asked, leave);
}

/**
 * _ps_window_leave:
 * @all: every page on the way to the shown one is left; else the shown one alone
 * @go: called when nothing is unsaved any more, possibly at once
 * @stay: (nullable): called where the user stays
 * @data: (transfer full): for both, freed with @free_data
 *
 * While one question is open, others are not asked, and what they would do is not done.
 */
void
_ps_window_leave (PsWindow *self, gboolean all, PsWindowGo go, PsWindowGo stay, gpointer data, GDestroyNotify free_data)
{
  Leave *leave = g_new0 (Leave, 1);

  leave->window = g_object_ref (self);
  leave->all = all;
  leave->go = go;
  leave->stay = stay;
  leave->data = data;
  leave->free_data = free_data;
  if (self->leaving)
    {
      leave_free (leave);
      return;
    }
  self->leaving = TRUE;
  go_on (leave);
}

/* Closing */

static void
close_now (PsWindow *self, gpointer data)
{
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_writing_changed_cb (PsSession *session, GParamSpec *pspec, gpointer user_data)
{
  if (ps_session_is_writing (session))
    return;
  g_signal_handlers_disconnect_by_func (session, on_writing_changed_cb, user_data);
  gtk_window_close (user_data);
}

static PsFormDialog *
find_form_dialog (PsWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *list = windows; list != NULL; list = list->next)
    if (PS_IS_FORM_DIALOG (list->data) && gtk_window_get_transient_for (list->data) == GTK_WINDOW (self))
      return list->data;
  return NULL;
}

/* A dialog with something typed in it is asked for by itself: the window does not close under it. */
static gboolean
has_open_form (PsWindow *self)
{
  PsFormDialog *dialog = find_form_dialog (self);

  if (dialog == NULL)
    return FALSE;
  gtk_window_close (GTK_WINDOW (dialog));
  return find_form_dialog (self) != NULL;
}

/**
 * _ps_window_keep_open:
 *
 * Returns: whether the window cannot close yet; then it does so by itself when what is being written is written, or when the user has
 *   said what is to become of what is not saved
 */
gboolean
_ps_window_keep_open (PsWindow *self)
{
  if (has_open_form (self))
    return TRUE;
  if (!self->may_close && _ps_window_find_unsaved (self, TRUE) != NULL)
    {
      _ps_window_leave (self, TRUE, close_now, NULL, NULL, NULL);
      return TRUE;
    }
  if (ps_session_is_writing (self->session))
    {
      g_signal_handlers_disconnect_by_func (self->session, on_writing_changed_cb, self);
      g_signal_connect (self->session, "notify::writing", G_CALLBACK (on_writing_changed_cb), self);
      return TRUE;
    }
  return FALSE;
}
