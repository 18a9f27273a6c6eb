/* ps-unsaved.c: a page with something that is not saved yet
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-unsaved"

#include "ps-unsaved.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

G_DEFINE_INTERFACE (PsUnsaved, ps_unsaved, GTK_TYPE_WIDGET)

static void
ps_unsaved_default_init (PsUnsavedInterface *iface)
{
}

gboolean
ps_unsaved_has_unsaved (PsUnsaved *self)
{
  g_return_val_if_fail (PS_IS_UNSAVED (self), FALSE);

  return PS_UNSAVED_GET_IFACE (self)->has_unsaved (self);
}

/**
 * ps_unsaved_describe:
 *
 * Returns: (transfer full): what would be lost, translated
 */
char *
ps_unsaved_describe (PsUnsaved *self)
{
  g_return_val_if_fail (PS_IS_UNSAVED (self), NULL);

  return PS_UNSAVED_GET_IFACE (self)->describe (self);
}

gboolean
ps_unsaved_can_save (PsUnsaved *self)
{
  g_return_val_if_fail (PS_IS_UNSAVED (self), FALSE);

  return PS_UNSAVED_GET_IFACE (self)->can_save (self);
}

/* `done` is called once, also where nothing was saved. */
void
ps_unsaved_save (PsUnsaved *self, PsUnsavedDone done, gpointer user_data)
{
  g_return_if_fail (PS_IS_UNSAVED (self));

  PS_UNSAVED_GET_IFACE (self)->save (self, done, user_data);
}

void
ps_unsaved_discard (PsUnsaved *self)
{
  g_return_if_fail (PS_IS_UNSAVED (self));

  PS_UNSAVED_GET_IFACE (self)->discard (self);
}

/* Asking */

typedef struct
{
  PsUnsavedAsked asked;
  gpointer user_data;
  PsUnsavedAnswer answer;
  gboolean answered;
} Question;

static gboolean
tell_answer (gpointer user_data)
{
  Question *question = user_data;

  question->asked (question->answer, question->user_data);
  return G_SOURCE_REMOVE;
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  /* Closing the dialog may respond once more. */
  if (question->answered)
    return;
  question->answered = TRUE;
  if (g_str_equal (response, "save"))
    question->answer = PS_UNSAVED_SAVE;
  else
    question->answer = g_str_equal (response, "discard") ? PS_UNSAVED_DISCARD : PS_UNSAVED_STAY;
}

/* Told when the dialog is gone: the answer may be to destroy the window that it was over. */
static void
on_destroyed_cb (GtkWidget *dialog, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_answer, user_data, g_free);
}

static AdwMessageDialog *
make_question (GtkWindow *parent, const char *heading, const char *body, PsUnsavedAsked asked, gpointer user_data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  Question *question = g_new0 (Question, 1);

  question->asked = asked;
  question->user_data = user_data;
  question->answer = PS_UNSAVED_STAY;
  adw_message_dialog_add_responses (dialog, "stay", _("_Stay"), "discard", _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "stay");
  adw_message_dialog_set_close_response (dialog, "stay");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response_cb), question);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_destroyed_cb), question);
  return dialog;
}

void
ps_unsaved_ask (GtkWindow *parent, const char *what, gboolean can_save, PsUnsavedAsked asked, gpointer user_data)
{
  g_autofree char *body = g_strdup_printf (_("Not saved yet: %s."), what);
  AdwMessageDialog *dialog = make_question (parent, _("Save what you changed?"), body, asked, user_data);

  adw_message_dialog_add_response (dialog, "save", _("_Save"));
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "save", can_save);
  if (can_save)
    adw_message_dialog_set_default_response (dialog, "save");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ps_unsaved_ask_discard (GtkWindow *parent, const char *what, PsUnsavedAsked asked, gpointer user_data)
{
  g_autofree char *body = g_strdup_printf (_("Not done yet: %s."), what);

  gtk_window_present (GTK_WINDOW (make_question (parent, _("Discard what you changed?"), body, asked, user_data)));
}
