/* ps-working-bar.c: how far a question is that takes longer than half a second
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-working-bar"

#include "ps-working-bar.h"

#include <glib/gi18n-lib.h>

#define SHOWN_AFTER_MS 500
#define SPACING 9

struct _PsWorkingBar
{
  AdwBin parent_instance;

  guint question; /* the last one; 0: none yet */
  GCancellable *cancellable;
  PsProgressRelay *relay;
  guint timer;
  GtkLabel *what;
  GtkProgressBar *bar;
};

enum
{
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsWorkingBar, ps_working_bar, ADW_TYPE_BIN)

static void
show_progress (double fraction, const char *what, gpointer user_data)
{
  PsWorkingBar *self = user_data;

  if (fraction < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, fraction);
  if (what != NULL)
    gtk_label_set_text (self->what, what);
}

static gboolean
on_timer_cb (gpointer user_data)
{
  PsWorkingBar *self = PS_WORKING_BAR (user_data);

  self->timer = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

static void
let_go (PsWorkingBar *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->relay != NULL)
    ps_progress_relay_stop (self->relay);
  g_clear_pointer (&self->relay, ps_progress_relay_unref);
  g_clear_object (&self->cancellable);
}

guint
ps_working_bar_begin (PsWorkingBar *self, const char *what)
{
  g_return_val_if_fail (PS_IS_WORKING_BAR (self), 0);

  ps_working_bar_stop (self);
  self->cancellable = g_cancellable_new ();
  self->relay = ps_progress_relay_new (show_progress, self);
  self->timer = g_timeout_add (SHOWN_AFTER_MS, on_timer_cb, self);
  show_progress (0, what, self);
  return ++self->question;
}

GCancellable *
ps_working_bar_get_cancellable (PsWorkingBar *self)
{
  return self->cancellable;
}

PsProgressRelay *
ps_working_bar_get_relay (PsWorkingBar *self)
{
  return self->relay;
}

gboolean
ps_working_bar_is_waiting (PsWorkingBar *self)
{
  return self->cancellable != NULL;
}

gboolean
ps_working_bar_end (PsWorkingBar *self, guint question)
{
  g_return_val_if_fail (PS_IS_WORKING_BAR (self), FALSE);

  if (self->cancellable == NULL || question != self->question)
    return FALSE;
  let_go (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return TRUE;
}

void
ps_working_bar_stop (PsWorkingBar *self)
{
  g_return_if_fail (PS_IS_WORKING_BAR (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  let_go (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
on_cancel_cb (GtkButton *button, PsWorkingBar *self)
{
  ps_working_bar_stop (self);
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* Making and unmaking */

static void
ps_working_bar_dispose (GObject *object)
{
  PsWorkingBar *self = PS_WORKING_BAR (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  let_go (self);
  G_OBJECT_CLASS (ps_working_bar_parent_class)->dispose (object);
}

static void
ps_working_bar_class_init (PsWorkingBarClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_working_bar_dispose;
  signals[CANCELLED] = g_signal_new ("cancelled", PS_TYPE_WORKING_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ps_working_bar_init (PsWorkingBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->what = GTK_LABEL (gtk_label_new (NULL));
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How far the figures are"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->what));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), cancel);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (on_cancel_cb), self, 0);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ps_working_bar_new (void)
{
  return g_object_new (PS_TYPE_WORKING_BAR, NULL);
}
