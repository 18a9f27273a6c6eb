/* ps-confirm.c: asking before something is lost
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-confirm"

#include "ps-form-dialog.h"

#include <glib/gi18n-lib.h>

typedef void (*Confirmed) (gpointer user_data);

typedef struct
{
  GtkWidget *from; /* weak: where it is gone, so may be what it would have acted on */
  Confirmed confirmed;
  gpointer user_data;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_clear_weak_pointer (&question->from);
  g_free (question);
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  if (g_str_equal (response, "go-on") && question->from != NULL)
    question->confirmed (question->user_data);
}

/**
 * ps_confirm:
 * @from: the widget that asks: its page rather than a button on it, because nothing happens where it is gone when the user answers
 * @heading: a question: "Delete tariff?"; translated
 * @body: what it would lose; translated
 * @go_on: the button that goes on, with a mnemonic: "_Delete"; translated
 * @confirmed: void confirmed (gpointer user_data)
 *
 * Escape and Enter do not go on with something destructive.
 */
void
ps_confirm (GtkWidget *from, const char *heading, const char *body, const char *go_on, gboolean destructive, GCallback confirmed,
            gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWidget *widget = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  Question *question = g_new0 (Question, 1);

  g_set_weak_pointer (&question->from, from);
  question->confirmed = (Confirmed) confirmed;
  question->user_data = user_data;
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "go-on", go_on, NULL);
  adw_message_dialog_set_response_appearance (dialog, "go-on", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? "cancel" : "go-on");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
