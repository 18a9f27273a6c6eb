/* ps-form-dialog.c: a form in a dialog: Cancel, Save, and what keeps it from being saved
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-form-dialog"

#include "ps-form-dialog.h"

#include <glib/gi18n-lib.h>

#include "ps-error-text.h"
#include "ps-navigator.h"
#include "ps-spinner.h"
#include "ps-unsaved.h"

#define DIALOG_WIDTH 560
#define MOST_HEIGHT 600 /* where there is no window below it */
#define LEAST_HEIGHT 240
#define MARGIN 24 /* of the window below it that stays in sight, at the top and the bottom together */

struct _PsFormDialog
{
  AdwWindow parent_instance;

  PsSession *session;
  GtkWidget *navigator; /* weak: where the toast is shown */
  PsForm *form;
  GtkWidget *save;
  GtkWidget *cancel;
  GtkWidget *spinner;
  GtkAdjustment *scrolling; /* of the form: where it does not fit */
  guint growing;            /* the source that makes it higher; 0: none */
  GtkWidget *refusal;       /* on top: why it was not saved */
  GtkLabel *refusal_label;
  GtkWidget *insist; /* in the refusal: saves on top of what somebody else changed meanwhile */
  char *done;
  gboolean always_save;
  gboolean is_action; /* its button does more than saving what was changed: it says "Send", "Withdraw", "Close" … */
  gboolean saving;
  gboolean told_problem; /* the refusal says what is wrong with the form */
  gboolean insisting;    /* what is being saved was refused once */
  gboolean asking;       /* what is to become of what was typed */

  PsFormMake make;
  PsFormTake take;
  PsSessionWrite write;
  GDestroyNotify free_taken;
  PsFormSaved saved;
  gpointer user_data;
  GDestroyNotify free_data;
};

G_DEFINE_FINAL_TYPE (PsFormDialog, ps_form_dialog, ADW_TYPE_WINDOW)

static gboolean
can_save (PsFormDialog *self)
{
  return !self->saving && ps_form_is_valid (self->form) && (self->always_save || ps_form_is_changed (self->form));
}

/* Why the button is not to be clicked: also of a field that nobody was at yet. */
static void
explain_save (PsFormDialog *self)
{
  g_autofree char *problem = ps_form_get_problem (self->form);

  gtk_widget_set_tooltip_text (self->save, problem);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : "", -1);
}

/* Somebody who saves by the keyboard does not see that the button is off, nor why. Gone as soon as it is right. */
static void
tell_problem (PsFormDialog *self, gboolean telling)
{
  g_autofree char *problem = telling ? ps_form_get_problem (self->form) : NULL;

  if (!telling && !self->told_problem)
    return;
  self->told_problem = problem != NULL;
  gtk_label_set_label (self->refusal_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->insist, FALSE);
  gtk_widget_set_visible (self->refusal, problem != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->refusal), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : "", -1);
}

static void
update (PsFormDialog *self)
{
  if (self->form == NULL)
    return;
  tell_problem (self, self->told_problem && !ps_form_is_valid (self->form));
  explain_save (self);
  gtk_widget_set_sensitive (self->save, can_save (self));
  gtk_widget_set_sensitive (self->insist, can_save (self));
  gtk_widget_set_sensitive (self->cancel, !self->saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !self->saving);
  ps_spinner_show (GTK_SPINNER (self->spinner), self->saving);
}

/* Saving again on top of what there is now is offered where that is why it was refused; not when just that was tried, and the row is
 * gone. */
static gboolean
can_insist (PsFormDialog *self, const GError *why)
{
  return self->make != NULL && !self->insisting && g_error_matches (why, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT);
}

/* NULL: it is not, or not any more. */
static void
refuse (PsFormDialog *self, const GError *why)
{
  g_autofree char *text = why != NULL ? ps_error_text (why, ps_session_get_path (self->session)) : NULL;

  self->told_problem = FALSE;
  gtk_label_set_label (self->refusal_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->insist, can_insist (self, why));
  gtk_widget_set_visible (self->refusal, text != NULL);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->refusal), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Saving */

static void
tell_done (PsFormDialog *self, gint64 record)
{
  if (self->navigator == NULL || self->done == NULL)
    return;
  if (record != 0)
    ps_navigator_tell_undoable (self->navigator, self->done, record);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsFormDialog) self = PS_FORM_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  gint64 record = 0;
  gboolean written = ps_session_write_finish (PS_SESSION (source), result, &record, &error);

  self->saving = FALSE;
  if (self->form == NULL)
    return;
  update (self);
  if (!written)
    {
      refuse (self, error);
      gtk_widget_grab_focus (GTK_WIDGET (self->form));
      return;
    }
  if (self->saved != NULL)
    self->saved (self->form, record, self->user_data);
  tell_done (self, record);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
start_saving (PsFormDialog *self)
{
  self->saving = TRUE;
  refuse (self, NULL);
  /* GTK 4.8 leaves the cursor of an entry blinking that loses the focus by becoming insensitive, and warns. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  update (self);
}

static void
save_by_change (PsFormDialog *self)
{
  PsChange *change = self->make (self->form, self->user_data);

  if (change == NULL)
    return;
  start_saving (self);
  ps_session_apply_async (self->session, change, on_written_cb, g_object_ref (self));
}

static gboolean
apply_on_present (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  g_autoptr (PsChange) rebased = ps_change_rebase (store, data, error);

  return rebased != NULL && ps_change_apply (store, rebased, actor, record, error);
}

/* Made anew: the form may have been typed in since it was refused. */
static void
on_insist_clicked_cb (PsFormDialog *self)
{
  PsChange *change = can_save (self) ? self->make (self->form, self->user_data) : NULL;

  if (change == NULL)
    return;
  self->insisting = TRUE;
  start_saving (self);
  ps_session_write_async (self->session, apply_on_present, change, (GDestroyNotify) ps_change_free, on_written_cb,
                          g_object_ref (self));
}

static void
save_by_write (PsFormDialog *self)
{
  gpointer taken = self->take != NULL ? self->take (self->form, self->user_data) : NULL;

  if (taken == NULL && self->take != NULL)
    return;
  start_saving (self);
  ps_session_write_async (self->session, self->write, taken, self->free_taken, on_written_cb, g_object_ref (self));
}

void
ps_form_dialog_save (PsFormDialog *self)
{
  g_return_if_fail (PS_IS_FORM_DIALOG (self));
  g_return_if_fail (self->make != NULL || self->write != NULL);

  if (!can_save (self))
    {
      if (!self->saving && !ps_form_is_valid (self->form))
        tell_problem (self, TRUE);
      return;
    }
  self->insisting = FALSE;
  if (self->make != NULL)
    save_by_change (self);
  else
    save_by_write (self);
}

/* Closing */

static void
on_asked (PsUnsavedAnswer answer, gpointer user_data)
{
  g_autoptr (PsFormDialog) self = PS_FORM_DIALOG (user_data);

  self->asking = FALSE;
  if (self->form == NULL)
    return;
  if (answer == PS_UNSAVED_DISCARD)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (answer == PS_UNSAVED_SAVE)
    ps_form_dialog_save (self);
}

/* Cancelling an action never takes it, not even by a second key: it is left or gone on with. */
static void
ask (PsFormDialog *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  const char *title = gtk_window_get_title (window);

  self->asking = TRUE;
  if (self->is_action)
    ps_unsaved_ask_discard (window, title, on_asked, g_object_ref (self));
  else
    ps_unsaved_ask (window, title, can_save (self), on_asked, g_object_ref (self));
}

/* What is being written is waited for; what was typed is not thrown away unasked. */
static gboolean
ps_form_dialog_close_request (GtkWindow *window)
{
  PsFormDialog *self = PS_FORM_DIALOG (window);

  if (self->saving || self->asking)
    return GDK_EVENT_STOP;
  if (ps_form_is_changed (self->form))
    {
      ask (self);
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (ps_form_dialog_parent_class)->close_request (window);
}

static void
ps_form_dialog_dispose (GObject *object)
{
  PsFormDialog *self = PS_FORM_DIALOG (object);

  g_clear_handle_id (&self->growing, g_source_remove);
  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  if (self->free_data != NULL && self->user_data != NULL)
    self->free_data (g_steal_pointer (&self->user_data));
  self->form = NULL;
  g_clear_weak_pointer (&self->navigator);
  g_clear_object (&self->session);
  g_clear_pointer (&self->done, g_free);
  G_OBJECT_CLASS (ps_form_dialog_parent_class)->dispose (object);
}

static void
ps_form_dialog_class_init (PsFormDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ps_form_dialog_dispose;
  GTK_WINDOW_CLASS (class)->close_request = ps_form_dialog_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Ctrl+Enter, from within a text of several lines too. */
static gboolean
on_save_shortcut_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ps_form_dialog_save (PS_FORM_DIALOG (widget));
  return TRUE;
}

static GtkWidget *
make_header (PsFormDialog *self, const char *title, const char *save_label)
{
  GtkWidget *header = adw_header_bar_new ();

  self->cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), "window.close");
  self->save = gtk_button_new_with_mnemonic (save_label);
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (ps_form_dialog_save), self);
  self->spinner = gtk_spinner_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saving"), -1);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, NULL));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->spinner);
  return header;
}

static GtkWidget *
make_insist (PsFormDialog *self)
{
  const char *effect = _("Saves what you changed; what was changed in the meantime in fields that you did not touch stays");

  self->insist = gtk_button_new_with_mnemonic (_("Save Mine _Anyway"));
  g_object_set (self->insist, "halign", GTK_ALIGN_START, "visible", FALSE, "tooltip-text", effect, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->insist), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, effect, -1);
  g_signal_connect_swapped (self->insist, "clicked", G_CALLBACK (on_insist_clicked_cb), self);
  return self->insist;
}

static GtkWidget *
make_refusal (PsFormDialog *self)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "peilstok-problem-symbolic", "valign", GTK_ALIGN_START,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->refusal =
      g_object_new (GTK_TYPE_BOX, "spacing", 12, "visible", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  self->refusal_label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "hexpand", TRUE, "selectable", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->refusal_label));
  gtk_box_append (GTK_BOX (box), make_insist (self));
  gtk_box_append (GTK_BOX (self->refusal), icon);
  gtk_box_append (GTK_BOX (self->refusal), box);
  gtk_widget_add_css_class (self->refusal, "refusal");
  return self->refusal;
}

/* As high as the form, while that fits over the window below it */

static int
most_height (PsFormDialog *self)
{
  GtkWindow *below = gtk_window_get_transient_for (GTK_WINDOW (self));
  int height = below != NULL ? gtk_widget_get_height (GTK_WIDGET (below)) : 0;

  return height > 0 ? MAX (height - MARGIN, LEAST_HEIGHT) : MOST_HEIGHT;
}

static gboolean
grow (gpointer user_data)
{
  PsFormDialog *self = PS_FORM_DIALOG (user_data);
  int hidden = (int) (gtk_adjustment_get_upper (self->scrolling) - gtk_adjustment_get_page_size (self->scrolling));
  int width, height, wanted;

  self->growing = 0;
  /* Of a window on the screen these are its own: its widget's are without its frame. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  wanted = MIN (height + hidden, most_height (self));
  if (wanted > height)
    gtk_window_set_default_size (GTK_WINDOW (self), width, wanted);
  return G_SOURCE_REMOVE;
}

/* Fields and texts that appear later make it higher. Not from within: it is just getting its size. */
static void
on_scrolling_changed_cb (GtkAdjustment *scrolling, PsFormDialog *self)
{
  if (self->growing == 0 && gtk_widget_get_mapped (GTK_WIDGET (self))
      && gtk_adjustment_get_upper (scrolling) > gtk_adjustment_get_page_size (scrolling))
    self->growing = g_idle_add (grow, self);
}

static GtkWidget *
make_content (PsFormDialog *self, const char *title, const char *save_label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = make_header (self, title, save_label);
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (GTK_WIDGET (self->form)));
  int header_height;

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_refusal (self));
  gtk_widget_measure (header, GTK_ORIENTATION_VERTICAL, -1, NULL, &header_height, NULL, NULL);
  gtk_scrolled_window_set_max_content_height (scrolled, most_height (self) - header_height);
  self->scrolling = gtk_scrolled_window_get_vadjustment (scrolled);
  g_signal_connect_object (self->scrolling, "changed", G_CALLBACK (on_scrolling_changed_cb), self, 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->form), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  return box;
}

static void
ps_form_dialog_init (PsFormDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_save_shortcut_cb, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * ps_form_dialog_new:
 * @from: the widget that asks; its window is what the dialog is over
 * @title: translated
 * @save_label: translated, with a mnemonic: "_Save"; another one is what the dialog does, and closing it never offers that
 * @form: (transfer floating): with its values
 *
 * Returns: (transfer none): a dialog, to be given ps_form_dialog_set_make() or ps_form_dialog_set_write() and then presented
 */
PsFormDialog *
ps_form_dialog_new (GtkWidget *from, PsSession *session, const char *title, const char *save_label, PsForm *form)
{
  GtkRoot *root = gtk_widget_get_root (from);
  PsFormDialog *self = g_object_new (PS_TYPE_FORM_DIALOG, "modal", TRUE, "title", title, "default-width", DIALOG_WIDTH, NULL);

  g_return_val_if_fail (PS_IS_SESSION (session) && PS_IS_FORM (form), NULL);

  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
    }
  self->session = g_object_ref (session);
  self->form = form;
  self->is_action = !g_str_equal (save_label, _("_Save"));
  g_set_weak_pointer (&self->navigator, gtk_widget_get_ancestor (from, PS_TYPE_NAVIGATOR));
  adw_window_set_content (ADW_WINDOW (self), make_content (self, title, save_label));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
  g_signal_connect_swapped (form, "changed", G_CALLBACK (update), self);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (form));
  return self;
}

void
ps_form_dialog_set_done (PsFormDialog *self, const char *done)
{
  g_return_if_fail (PS_IS_FORM_DIALOG (self));

  g_free (self->done);
  self->done = g_strdup (done);
}

void
ps_form_dialog_set_always_save (PsFormDialog *self, gboolean always_save)
{
  g_return_if_fail (PS_IS_FORM_DIALOG (self));

  self->always_save = always_save;
  update (self);
}

void
ps_form_dialog_set_destructive (PsFormDialog *self, gboolean destructive)
{
  g_return_if_fail (PS_IS_FORM_DIALOG (self));

  gtk_widget_remove_css_class (self->save, destructive ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (self->save, destructive ? "destructive-action" : "suggested-action");
}

static void
set_user_data (PsFormDialog *self, PsFormSaved saved, gpointer user_data, GDestroyNotify free_data)
{
  self->saved = saved;
  self->user_data = user_data;
  self->free_data = free_data;
}

void
ps_form_dialog_set_make (PsFormDialog *self, PsFormMake make, PsFormSaved saved, gpointer user_data, GDestroyNotify free_data)
{
  g_return_if_fail (PS_IS_FORM_DIALOG (self));
  g_return_if_fail (self->make == NULL && self->write == NULL);

  self->make = make;
  set_user_data (self, saved, user_data, free_data);
}

void
ps_form_dialog_set_write (PsFormDialog *self, PsFormTake take, PsSessionWrite write, GDestroyNotify free_taken, PsFormSaved saved,
                          gpointer user_data, GDestroyNotify free_data)
{
  g_return_if_fail (PS_IS_FORM_DIALOG (self));
  g_return_if_fail (self->make == NULL && self->write == NULL);

  self->take = take;
  self->write = write;
  self->free_taken = free_taken;
  set_user_data (self, saved, user_data, free_data);
}

PsForm *
ps_form_dialog_get_form (PsFormDialog *self)
{
  g_return_val_if_fail (PS_IS_FORM_DIALOG (self), NULL);

  return self->form;
}
