/* ps-history-verify.c: whether nothing was altered behind the trail's back: progress, and the result in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-history"

#include "ps-history-verify.h"

#include <glib/gi18n-lib.h>

#include "gui/ps-error-text.h"
#include "gui/ps-progress-relay.h"
#include "store/ps-verify.h"

#define MOST_FINDINGS 8 /* that are named: the file is damaged, and more names do not help */

struct _PsHistoryVerify
{
  GtkWidget parent;

  PsSession *session;
  GtkWidget *box;
  GtkWidget *icon;
  GtkLabel *result;
  GtkWidget *progress;
  GtkWidget *cancel;
  GtkWidget *close;
  GCancellable *cancellable; /* while it runs */
  PsProgressRelay *relay;
};

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsHistoryVerify, ps_history_verify, GTK_TYPE_WIDGET)

typedef struct
{
  GCancellable *cancellable;
  PsProgressRelay *relay;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->cancellable);
  ps_progress_relay_unref (job->relay);
  g_free (job);
}

static void
cancel_other_cb (GCancellable *cancellable, gpointer other)
{
  g_cancellable_cancel (other);
}

/* Ended by its own button, and where the region is closed. */
static gpointer
verify_in_thread (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  gulong handler = g_cancellable_connect (cancellable, G_CALLBACK (cancel_other_cb), job->cancellable, NULL);
  GPtrArray *findings = ps_verify (store, job->cancellable, ps_progress_relay_report, job->relay, error);

  g_cancellable_disconnect (cancellable, handler);
  return findings;
}

static void
update (PsHistoryVerify *self)
{
  gboolean runs = self->cancellable != NULL;

  gtk_widget_set_visible (self->progress, runs);
  gtk_widget_set_visible (self->cancel, runs);
  gtk_widget_set_visible (GTK_WIDGET (self->result), !runs);
  gtk_widget_set_visible (self->icon, !runs);
  gtk_widget_set_visible (self->close, !runs);
}

static void
end (PsHistoryVerify *self)
{
  if (self->relay != NULL)
    ps_progress_relay_stop (self->relay);
  g_clear_pointer (&self->relay, ps_progress_relay_unref);
  g_clear_object (&self->cancellable);
}

static void
show_result (PsHistoryVerify *self, gboolean good, const char *text)
{
  gtk_label_set_label (self->result, text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), good ? "object-select-symbolic" : "peilstok-problem-symbolic");
  gtk_widget_remove_css_class (self->box, good ? "refusal" : "verified");
  gtk_widget_add_css_class (self->box, good ? "verified" : "refusal");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static const char *
check_words (const char *check)
{
  if (g_strcmp0 (check, "audit") == 0)
    return _("The trail");
  if (g_strcmp0 (check, "references") == 0)
    return _("References");
  if (g_strcmp0 (check, "blocks") == 0)
    return _("Kept figures");
  return _("The file");
}

static void
show_findings (PsHistoryVerify *self, GPtrArray *findings)
{
  g_autoptr (GString) text = NULL;

  if (findings->len == 0)
    {
      show_result (self, TRUE,
                   _("Nothing was altered: every change in the trail follows from the one before it, the kept figures "
                      "agree with their rows, and the file is whole."));
      return;
    }
  text = g_string_new (NULL);
  g_string_append_printf (text,
                          ngettext ("%u thing is not as it should be. Keep this file, and go back to your last backup of it.",
                                    "%u things are not as they should be. Keep this file, and go back to your last backup of it.",
                                    findings->len),
                          findings->len);
  for (guint i = 0; i < findings->len && i < MOST_FINDINGS; i++)
    {
      const PsFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (text, "\n%s: %s: %s", check_words (finding->check), finding->where, finding->what);
    }
  show_result (self, FALSE, text->str);
}

static void
on_verified_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PsHistoryVerify) self = PS_HISTORY_VERIFY (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ps_session_run_finish (PS_SESSION (source), result, &error);

  end (self);
  if (self->box == NULL)
    return;
  if (findings != NULL)
    show_findings (self, findings);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  else
    {
      g_autofree char *text = ps_error_text (error, ps_session_get_path (self->session));

      show_result (self, FALSE, text);
    }
  update (self);
  g_signal_emit (self, signals[ENDED], 0);
}

static void
show_progress (double fraction, const char *what, gpointer user_data)
{
  PsHistoryVerify *self = user_data;

  if (fraction < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), fraction);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress), what);
}

void
ps_history_verify_start (PsHistoryVerify *self)
{
  Job *job;

  g_return_if_fail (PS_IS_HISTORY_VERIFY (self));

  if (self->cancellable != NULL || ps_session_get_path (self->session) == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  self->relay = ps_progress_relay_new (show_progress, self);
  show_progress (0, _("Verifying the region"), self);
  gtk_widget_remove_css_class (self->box, "refusal");
  gtk_widget_add_css_class (self->box, "verified");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  update (self);
  job = g_new0 (Job, 1);
  *job = (Job){ g_object_ref (self->cancellable), ps_progress_relay_ref (self->relay) };
  ps_session_run_async (self->session, verify_in_thread, job, job_free, (GDestroyNotify) g_ptr_array_unref, on_verified_cb,
                        g_object_ref (self));
}

gboolean
ps_history_verify_runs (PsHistoryVerify *self)
{
  g_return_val_if_fail (PS_IS_HISTORY_VERIFY (self), FALSE);

  return self->cancellable != NULL;
}

static void
on_cancel_clicked_cb (GtkButton *button, PsHistoryVerify *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
on_close_clicked_cb (GtkButton *button, PsHistoryVerify *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
ps_history_verify_dispose (GObject *object)
{
  PsHistoryVerify *self = PS_HISTORY_VERIFY (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->relay != NULL)
    ps_progress_relay_stop (self->relay);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ps_history_verify_parent_class)->dispose (object);
}

static void
ps_history_verify_finalize (GObject *object)
{
  end (PS_HISTORY_VERIFY (object));
  G_OBJECT_CLASS (ps_history_verify_parent_class)->finalize (object);
}

static void
ps_history_verify_class_init (PsHistoryVerifyClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ps_history_verify_dispose;
  G_OBJECT_CLASS (class)->finalize = ps_history_verify_finalize;
  signals[ENDED] = g_signal_new ("ended", PS_TYPE_HISTORY_VERIFY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
ps_history_verify_init (PsHistoryVerify *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->box = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  self->icon =
      g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_START, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->result = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "hexpand", TRUE, "selectable", TRUE, NULL);
  self->progress = g_object_new (GTK_TYPE_PROGRESS_BAR, "show-text", TRUE, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  self->cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  self->close = gtk_button_new_with_mnemonic (_("C_lose"));
  gtk_widget_set_valign (self->cancel, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->close, GTK_ALIGN_START);
  g_signal_connect (self->cancel, "clicked", G_CALLBACK (on_cancel_clicked_cb), self);
  g_signal_connect (self->close, "clicked", G_CALLBACK (on_close_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->icon);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->result));
  gtk_box_append (GTK_BOX (self->box), self->progress);
  gtk_box_append (GTK_BOX (self->box), self->cancel);
  gtk_box_append (GTK_BOX (self->box), self->close);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ps_history_verify_new (PsSession *session)
{
  PsHistoryVerify *self = g_object_new (PS_TYPE_HISTORY_VERIFY, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
