/* ps-overtaken.c: somebody else changed what is being saved: whose it will be
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-overtaken"

#include "ps-overtaken.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  PsOvertakenAnswered answered;
  gpointer user_data;
  PsOvertakenAnswer answer;
  gboolean is_answered;
} Question;

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  /* Closing the dialog may respond once more. */
  if (question->is_answered)
    return;
  question->is_answered = TRUE;
  if (g_str_equal (response, "mine"))
    question->answer = PS_OVERTAKEN_MINE;
  else
    question->answer = g_str_equal (response, "theirs") ? PS_OVERTAKEN_THEIRS : PS_OVERTAKEN_STAY;
}

static gboolean
tell_answer (gpointer user_data)
{
  Question *question = user_data;

  question->answered (question->answer, question->user_data);
  return G_SOURCE_REMOVE;
}

/* Told when the dialog is gone: what follows may ask something itself. */
static void
on_destroyed_cb (GtkWidget *dialog, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_answer, user_data, g_free);
}

void
ps_overtaken_ask (GtkWidget *from, const char *body, PsOvertakenAnswered answered, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (from);
  Question *question = g_new0 (Question, 1);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Something else was changed since"), body);

  question->answered = answered;
  question->user_data = user_data;
  question->answer = PS_OVERTAKEN_STAY;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Stay"), "theirs", _("Take _Theirs"), "mine",
                                    _("Save _Mine Anyway"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "theirs", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response_cb), question);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_destroyed_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}
