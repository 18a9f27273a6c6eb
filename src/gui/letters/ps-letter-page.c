/* ps-letter-page.c: one letter: its text beside its pages, and its course
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * "settled" ──▶ the letter, read beside the window ──▶ heading, text or course, and its pages
 */
#define G_LOG_DOMAIN "peilstok-letter-page"

#include "ps-letter-page-private.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-page-focus.h"
#include "gui/ps-page-gone.h"
#include "gui/ps-tell-error.h"

#define LEAST_PANE 340 /* of two panes side by side, each */

G_DEFINE_FINAL_TYPE_WITH_CODE (PsLetterPage, ps_letter_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PS_TYPE_UNSAVED, _ps_letter_page_unsaved_init))

const PsLetter *
_ps_letter_page_get (PsLetterPage *self)
{
  return self->shown != NULL ? ps_shown_letter_get (self->shown) : NULL;
}

gboolean
_ps_letter_page_is_draft (PsLetterPage *self)
{
  return self->shown != NULL && ps_shown_letter_get (self->shown)->state == PS_LETTER_DRAFT;
}

gboolean
_ps_letter_page_can_change (PsLetterPage *self)
{
  return self->shown != NULL && !ps_session_is_read_only (self->session);
}

/* Reading it */

static gpointer
read_letter (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ps_letters_find (store, *(const gint64 *) data, error);
}

/* Somebody else changed the text that is being typed in: what was there when the typing began stays what it is held against. */
static gboolean
is_overtaken (PsLetterPage *self, const PsLetter *letter)
{
  return letter->state == PS_LETTER_DRAFT && _ps_letter_page_is_changed (self)
         && !ps_letter_editor_is_kept (self->editor, letter->subject, letter->body);
}

static void
take_letter (PsLetterPage *self, PsLetter *letter)
{
  gboolean was_draft = _ps_letter_page_is_draft (self);

  ps_page_set_gone (GTK_WIDGET (self), FALSE);
  if (is_overtaken (self, letter))
    {
      ps_letter_free (letter);
      return;
    }
  g_clear_pointer (&self->shown, ps_shown_letter_unref);
  self->shown = ps_shown_letter_new (letter);
  self->values_known = FALSE;
  _ps_letter_page_show (self);
  if (was_draft != _ps_letter_page_is_draft (self))
    _ps_letter_page_show_pane (self, FALSE);
  _ps_letter_page_look (self, TRUE);
}

typedef struct
{
  PsLetterPage *page;
  guint asked;
} Request;

static void
on_letter_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (PsLetterPage) self = request->page;
  g_autoptr (GError) error = NULL;
  PsLetter *letter = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (self->session == NULL || request->asked != self->asked)
    {
      g_clear_pointer (&letter, ps_letter_free);
      return;
    }
  if (letter != NULL)
    take_letter (self, letter);
  else if (g_error_matches (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED))
    ps_page_set_gone (GTK_WIDGET (self), TRUE);
  else
    ps_tell_error (GTK_WIDGET (self), PS_SESSION (source), error);
}

void
_ps_letter_page_reload (PsLetterPage *self)
{
  Request *request = g_new0 (Request, 1);

  request->page = g_object_ref (self);
  request->asked = ++self->asked;
  ps_session_run_async (self->session, read_letter, g_memdup2 (&self->id, sizeof self->id), g_free,
                        (GDestroyNotify) ps_letter_free, on_letter_read_cb, request);
}

static void
on_settled_cb (PsSession *session, gpointer user_data)
{
  if (ps_session_get_settled (session) != NULL)
    _ps_letter_page_reload (PS_LETTER_PAGE (user_data));
}

/* Callbacks */

static void
on_pane_toggled_cb (GtkToggleButton *button, PsLetterPage *self)
{
  if (gtk_toggle_button_get_active (button))
    _ps_letter_page_show_pane (self, button == self->right_button);
}

/* Making and unmaking */

static gboolean
ps_letter_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PsLetterPage *self = PS_LETTER_PAGE (widget);

  if (self->next != NULL && ps_page_focus_first (widget, direction, GTK_WIDGET (self->next)))
    return TRUE;
  return GTK_WIDGET_CLASS (ps_letter_page_parent_class)->focus (widget, direction);
}

static void
ps_letter_page_dispose (GObject *object)
{
  PsLetterPage *self = PS_LETTER_PAGE (object);

  g_clear_handle_id (&self->look_wait, g_source_remove);
  g_clear_handle_id (&self->fold_wait, g_source_remove);
  g_clear_pointer (&self->shown, ps_shown_letter_unref);
  g_clear_pointer (&self->look, ps_letter_look_free);
  g_clear_object (&self->session);
  self->editor = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), PS_TYPE_LETTER_PAGE);
  G_OBJECT_CLASS (ps_letter_page_parent_class)->dispose (object);
}

static void
ps_letter_page_finalize (GObject *object)
{
  g_free (PS_LETTER_PAGE (object)->written_subject);
  g_free (PS_LETTER_PAGE (object)->written_body);
  G_OBJECT_CLASS (ps_letter_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, PsLetterPage, title);
  gtk_widget_class_bind_template_child (class, PsLetterPage, facts);
  gtk_widget_class_bind_template_child (class, PsLetterPage, pill);
  gtk_widget_class_bind_template_child (class, PsLetterPage, pill_icon);
  gtk_widget_class_bind_template_child (class, PsLetterPage, pill_label);
  gtk_widget_class_bind_template_child (class, PsLetterPage, spinner);
  gtk_widget_class_bind_template_child (class, PsLetterPage, save);
  gtk_widget_class_bind_template_child (class, PsLetterPage, record);
  gtk_widget_class_bind_template_child (class, PsLetterPage, next);
  gtk_widget_class_bind_template_child (class, PsLetterPage, content);
  gtk_widget_class_bind_template_child (class, PsLetterPage, switcher);
  gtk_widget_class_bind_template_child (class, PsLetterPage, left_button);
  gtk_widget_class_bind_template_child (class, PsLetterPage, right_button);
  gtk_widget_class_bind_template_child (class, PsLetterPage, leaflet);
  gtk_widget_class_bind_template_child (class, PsLetterPage, left);
  gtk_widget_class_bind_template_child (class, PsLetterPage, right);
}

static void
ps_letter_page_class_init (PsLetterPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_letter_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_letter_page_finalize;
  widget_class->focus = ps_letter_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/peilstok/Peilstok/ui/ps-letter-page.ui");
  bind_children (widget_class);
  _ps_letter_page_install_actions (widget_class);
}

static void
ps_letter_page_init (PsLetterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->preview = PS_LETTER_PREVIEW (ps_letter_preview_new ());
  adw_bin_set_child (self->right, GTK_WIDGET (self->preview));
  gtk_widget_set_size_request (GTK_WIDGET (self->left), LEAST_PANE, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->right), LEAST_PANE, -1);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (_ps_letter_page_update_fold), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->left_button, "toggled", G_CALLBACK (on_pane_toggled_cb), self, 0);
  g_signal_connect_object (self->right_button, "toggled", G_CALLBACK (on_pane_toggled_cb), self, 0);
}

GtkWidget *
ps_letter_page_new (PsSession *session, gint64 letter_id)
{
  PsLetterPage *self;

  g_return_val_if_fail (PS_IS_SESSION (session), NULL);

  self = g_object_new (PS_TYPE_LETTER_PAGE, NULL);
  self->session = g_object_ref (session);
  self->id = letter_id;
  _ps_letter_page_update_actions (self);
  g_signal_connect_object (session, "settled", G_CALLBACK (on_settled_cb), self, 0);
  _ps_letter_page_reload (self);
  return GTK_WIDGET (self);
}
