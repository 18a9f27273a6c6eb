/* ps-agreement-all.c: a draft for every contracted provider that has no agreement of the year
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-all"

#include "ps-agreement-all.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-error-text.h"
#include "gui/ps-navigator.h"
#include "ps-agreement-making.h"
#include "ps-agreement-new.h"

struct _PsAgreementAll
{
  AdwWindow parent;

  PsSession *session;
  GtkWidget *from; /* weak: the page that is told what came of it */
  PsForm *form;
  PsMaking *making; /* that runs; NULL: none */
  PsAgreementsMade made;
  gpointer user_data;

  GtkWidget *start;
  GtkWidget *bar; /* progress */
  GtkWidget *what;
  GtkWidget *refusal;
};

G_DEFINE_FINAL_TYPE (PsAgreementAll, ps_agreement_all, ADW_TYPE_WINDOW)

static void
update (PsAgreementAll *self)
{
  gboolean running = self->making != NULL;

  if (self->form == NULL)
    return;
  gtk_widget_set_sensitive (self->start, !running && ps_form_is_valid (self->form));
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !running);
  gtk_widget_set_visible (self->bar, running);
  gtk_widget_set_visible (self->what, running);
}

static void
on_progress_cb (double fraction, const char *what, gpointer user_data)
{
  PsAgreementAll *self = PS_AGREEMENT_ALL (user_data);

  if (fraction < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), fraction);
  gtk_label_set_label (GTK_LABEL (self->what), what != NULL ? what : "");
}

static void
end_run (PsAgreementAll *self)
{
  ps_progress_relay_stop (self->making->progress);
  g_clear_pointer (&self->making, ps_making_unref);
}

/* One toast for all. */
static void
tell (PsAgreementAll *self, const PsMaking *making, gint64 record)
{
  g_autofree char *made =
      g_strdup_printf (ngettext ("%u draft was made.", "%u drafts were made.", making->n_made), making->n_made);
  g_autofree char *text = NULL;

  if (self->from == NULL)
    return;
  if (making->n_without == 0)
    text = g_steal_pointer (&made);
  else
    text = g_strdup_printf (ngettext ("%s %u provider had nothing last year to start from.",
                                      "%s %u providers had nothing last year to start from.", making->n_without),
                            made, making->n_without);
  ps_navigator_tell_undoable (self->from, text, record);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsAgreementAll) self = PS_AGREEMENT_ALL (user_data);
  g_autoptr (GError) error = NULL;
  gint64 record = 0;
  gboolean made = ps_session_write_finish (PS_SESSION (source), result, &record, &error);

  if (self->making == NULL) /* closed meanwhile */
    return;
  if (made)
    {
      tell (self, self->making, record);
      if (self->from != NULL && self->making->n_made > 0)
        self->made (self->making->year, self->user_data);
      end_run (self);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  end_run (self);
  update (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));

      gtk_label_set_label (GTK_LABEL (self->refusal), text);
      gtk_widget_set_visible (self->refusal, TRUE);
    }
}

void
ps_agreement_all_start (PsAgreementAll *self)
{
  int source;

  g_return_if_fail (PS_IS_AGREEMENT_ALL (self));

  if (self->making != NULL || !ps_form_is_valid (self->form))
    return;
  self->making = ps_making_new (NULL, 0);
  self->making->year = ps_agreement_new_read (self->form, &source, &self->making->index_bp, &self->making->round_to_cents);
  self->making->source = (PsMakingSource) source;
  self->making->cancellable = g_cancellable_new ();
  self->making->progress = ps_progress_relay_new (on_progress_cb, self);
  gtk_widget_set_visible (self->refusal, FALSE);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  update (self);
  ps_session_write_async (self->session, ps_making_write, ps_making_ref (self->making), (GDestroyNotify) ps_making_unref,
                          on_made_cb, g_object_ref (self));
}

/* Cancel ends what runs, with nothing made; else it closes. */
static gboolean
ps_agreement_all_close_request (GtkWindow *window)
{
  PsAgreementAll *self = PS_AGREEMENT_ALL (window);

  if (self->making == NULL)
    return GTK_WINDOW_CLASS (ps_agreement_all_parent_class)->close_request (window);
  g_cancellable_cancel (self->making->cancellable);
  return GDK_EVENT_STOP;
}

static void
ps_agreement_all_dispose (GObject *object)
{
  PsAgreementAll *self = PS_AGREEMENT_ALL (object);

  if (self->making != NULL)
    {
      g_cancellable_cancel (self->making->cancellable);
      end_run (self);
    }
  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  self->form = NULL;
  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ps_agreement_all_parent_class)->dispose (object);
}

static void
ps_agreement_all_class_init (PsAgreementAllClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ps_agreement_all_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ps_agreement_all_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ps_agreement_all_init (PsAgreementAll *self)
{
}

static GtkWidget *
make_header (PsAgreementAll *self, const char *title)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->start = gtk_button_new_with_mnemonic (_("_Make Drafts"));
  gtk_widget_add_css_class (self->start, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->start, "clicked", G_CALLBACK (ps_agreement_all_start), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, NULL));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->start);
  return header;
}

static GtkWidget *
make_label (const char *text, gboolean visible)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_visible (label, visible);
  gtk_widget_set_margin_start (label, 18);
  gtk_widget_set_margin_end (label, 18);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  return label;
}

static GtkWidget *
make_content (PsAgreementAll *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->refusal = make_label ("", FALSE);
  gtk_widget_add_css_class (self->refusal, "problem");
  self->bar = gtk_progress_bar_new ();
  gtk_widget_set_margin_start (self->bar, 18);
  gtk_widget_set_margin_end (self->bar, 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  self->what = make_label ("", FALSE);
  gtk_box_append (GTK_BOX (box), make_header (self, title));
  gtk_box_append (GTK_BOX (box), self->refusal);
  gtk_box_append (GTK_BOX (box), make_label (_("A draft is made for every contracted provider that has no agreement of the year "
                                                "yet: as one change, that can be undone as one."),
                                             TRUE));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), self->what);
  return box;
}

GtkWidget *
ps_agreement_all_new (GtkWidget *from, PsSession *session, int proposed, PsAgreementsMade made, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (from);
  PsAgreementAll *self =
      g_object_new (PS_TYPE_AGREEMENT_ALL, "modal", TRUE, "default-width", 560, "title", _("New Agreements for All"), NULL);

  self->session = g_object_ref (session);
  self->made = made;
  self->user_data = user_data;
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  g_set_weak_pointer (&self->from, from);
  self->form = ps_agreement_new_form (NULL, 0, 0, proposed, session);
  adw_window_set_content (ADW_WINDOW (self), make_content (self, _("New Agreements for All")));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->start);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}

PsForm *
ps_agreement_all_get_form (PsAgreementAll *self)
{
  g_return_val_if_fail (PS_IS_AGREEMENT_ALL (self), NULL);

  return self->form;
}
