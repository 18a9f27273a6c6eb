/* ps-peil-reason.c: asking for a reason before something is done
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-peil-reason"

#include "ps-peil-reason.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *from; /* weak */
  GtkEditable *entry;
  PsPeilReasoned reasoned;
  gpointer user_data;
  gboolean answered;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_clear_weak_pointer (&question->from);
  g_free (question);
}

static char *
get_reason (Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (question->entry)));
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;
  g_autofree char *reason = g_str_equal (response, "go-on") ? get_reason (question) : NULL;

  /* Closing the dialog may respond once more. */
  if (question->answered || question->from == NULL)
    return;
  question->answered = TRUE;
  question->reasoned (reason, question->user_data);
}

static void
on_entry_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "go-on", *reason != '\0');
}

GtkWidget *
ps_peil_reason_ask (GtkWidget *from, const char *heading, const char *body, const char *go_on, PsPeilReasoned reasoned,
                    gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWidget *widget = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  Question *question = g_new0 (Question, 1);
  GtkWidget *entry = gtk_entry_new ();

  g_set_weak_pointer (&question->from, from);
  question->entry = GTK_EDITABLE (entry);
  question->reasoned = reasoned;
  question->user_data = user_data;
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "go-on", go_on, NULL);
  adw_message_dialog_set_response_appearance (dialog, "go-on", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "go-on", FALSE);
  adw_message_dialog_set_default_response (dialog, "go-on");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (entry, "changed", G_CALLBACK (on_entry_changed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
  return widget;
}
