/* ps-letter-page-actions.c: what a letter's page can be told to do
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-page"

#include "ps-letter-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/bandwidth/ps-forecast-page.h"
#include "gui/history/ps-history-page.h"
#include "gui/providers/ps-provider-page.h"
#include "gui/ps-navigator.h"
#include "ps-letter-files.h"
#include "ps-letter-send.h"
#include "ps-letter-steps.h"

static const struct
{
  const char *action;
  PsLetterEventKind event;
} steps[] = {
  { "letter.answered", PS_LETTER_EVENT_ANSWERED },  { "letter.measures", PS_LETTER_EVENT_MEASURES },
  { "letter.talked", PS_LETTER_EVENT_TALKED },      { "letter.decided", PS_LETTER_EVENT_DECIDED },
  { "letter.reminded", PS_LETTER_EVENT_REMINDED },  { "letter.note", PS_LETTER_EVENT_NOTE },
  { "letter.move-day", PS_LETTER_EVENT_DUE_MOVED }, { "letter.correct", PS_LETTER_EVENT_CORRECTED },
  { "letter.close", PS_LETTER_EVENT_CLOSED },       { "letter.withdraw", PS_LETTER_EVENT_WITHDRAWN },
};

/* What can be done */

static gboolean
has_open_term (const PsLetter *letter)
{
  return letter->answered_on == PS_DATE_OPEN || letter->talked_on == PS_DATE_OPEN || letter->decided_on == PS_DATE_OPEN;
}

static gboolean
allows (PsLetterPage *self, PsLetterEventKind event)
{
  const PsLetter *letter = _ps_letter_page_get (self);
  PsDate today = ps_letter_today ();
  PsLetterFacts facts;

  if (!_ps_letter_page_can_change (self))
    return FALSE;
  if (event == PS_LETTER_EVENT_CORRECTED && !ps_letter_step_can_correct (letter))
    return FALSE;
  if (event == PS_LETTER_EVENT_DUE_MOVED && !has_open_term (letter))
    return FALSE;
  ps_letter_facts (letter, &facts);
  return ps_letter_allows (&facts, event, today, today, NULL);
}

static gboolean
can_save (PsLetterPage *self)
{
  return _ps_letter_page_can_change (self) && !self->writing && _ps_letter_page_is_changed (self);
}

/* With its pages on the screen: nobody sends what cannot be seen. */
static gboolean
can_send (PsLetterPage *self)
{
  return allows (self, PS_LETTER_EVENT_SENT) && !self->writing && self->look != NULL && self->look->pages != NULL;
}

static void
explain_send (PsLetterPage *self)
{
  const char *why = NULL;

  if (_ps_letter_page_is_draft (self) && self->look != NULL && self->look->problem != NULL)
    why = self->look->problem;
  else if (_ps_letter_page_is_draft (self) && can_save (self))
    why = _("Saves the text first");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->next), why);
}

void
_ps_letter_page_update_actions (PsLetterPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const PsLetter *letter = _ps_letter_page_get (self);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_action_set_enabled (widget, steps[i].action, allows (self, steps[i].event));
  gtk_widget_action_set_enabled (widget, "letter.save", can_save (self));
  gtk_widget_action_set_enabled (widget, "letter.revert", can_save (self));
  gtk_widget_action_set_enabled (widget, "letter.send", can_send (self));
  gtk_widget_action_set_enabled (widget, "letter.save-pdf", letter != NULL);
  gtk_widget_action_set_enabled (widget, "letter.open", letter != NULL);
  gtk_widget_action_set_enabled (widget, "letter.print", letter != NULL);
  gtk_widget_action_set_enabled (widget, "letter.evidence", letter != NULL);
  explain_send (self);
}

/* Doing it. A key may ask for what is off: nothing is changed then. */

static void
on_step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLetterPage *self = PS_LETTER_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].action, name) && allows (self, steps[i].event))
      ps_letter_step_present (widget, self->session, self->shown, steps[i].event);
}

static void
on_save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (can_save (PS_LETTER_PAGE (widget)))
    _ps_letter_page_save (PS_LETTER_PAGE (widget));
}

static void
on_revert_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (can_save (PS_LETTER_PAGE (widget)))
    ps_unsaved_discard (PS_UNSAVED (widget));
}

void
_ps_letter_page_send (PsLetterPage *self)
{
  if (can_send (self))
    ps_letter_send_present (GTK_WIDGET (self), self->session, self->shown, self->look->paper);
}

/* What is sent is what is kept: that must be what is typed. */
static void
on_send_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLetterPage *self = PS_LETTER_PAGE (widget);

  if (!can_send (self))
    return;
  if (_ps_letter_page_is_changed (self))
    {
      self->send_then = TRUE;
      _ps_letter_page_save (self);
    }
  else
    _ps_letter_page_send (self);
}

/* The file may have been changed by another program. */
static void
on_look_again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLetterPage *self = PS_LETTER_PAGE (widget);

  ps_session_check (self->session);
  _ps_letter_page_show_pane (self, TRUE);
  _ps_letter_page_reload (self);
}

static void
on_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLetterPage *self = PS_LETTER_PAGE (widget);

  if (self->shown == NULL)
    return;
  if (g_str_equal (name, "letter.save-pdf"))
    ps_letter_files_save (widget, self->session, self->shown);
  else if (g_str_equal (name, "letter.open"))
    ps_letter_files_open (widget, self->session, self->shown);
  else
    ps_letter_files_evidence (widget, self->session, self->shown);
}

static char *
describe (PsLetterPage *self)
{
  const PsLetter *letter = _ps_letter_page_get (self);

  /* Translators: a provider */
  return letter->number != 0 ? g_strdup (letter->number_text) : g_strdup_printf (_("Draft letter to %s"), letter->provider);
}

static void
on_print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLetterPage *self = PS_LETTER_PAGE (widget);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *what = NULL;

  if (self->shown == NULL)
    return;
  what = describe (self);
  g_array_append_val (ids, self->id);
  ps_letter_files_print (widget, self->session, ids, what);
}

/* Where to go from here */

static void
on_provider_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLetterPage *self = PS_LETTER_PAGE (widget);
  const PsSettledYear *settled = ps_session_get_settled (self->session);
  const PsLetter *letter = _ps_letter_page_get (self);
  guint provider = settled != NULL && letter != NULL ? ps_region_find_provider (settled->region, letter->agb) : PS_NONE;

  if (provider != PS_NONE)
    ps_navigator_push (widget, ps_provider_page_new (self->session, provider), letter->provider);
}

static void
on_bandwidth_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLetterPage *self = PS_LETTER_PAGE (widget);
  const PsLetter *letter = _ps_letter_page_get (self);
  g_autofree char *title = NULL;

  if (letter == NULL)
    return;
  title = g_strdup_printf (_("%s, bandwidth"), letter->provider);
  ps_navigator_push (widget, ps_forecast_page_new (self->session, letter->agb, letter->peildatum_id), title);
}

static void
on_history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PsLetterPage *self = PS_LETTER_PAGE (widget);
  const PsLetter *letter = _ps_letter_page_get (self);
  g_autofree char *thing = NULL;
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;

  if (letter == NULL)
    return;
  thing = letter->number != 0 ? g_strdup_printf ("letter:%s", letter->number_text)
                              : g_strdup_printf ("letter:draft:%" G_GINT64_FORMAT, letter->id);
  what = describe (self);
  title = g_strdup_printf (_("History of %s"), what);
  ps_navigator_push (widget, ps_history_page_new_for (self->session, thing, what), title);
}

void
_ps_letter_page_install_actions (GtkWidgetClass *class)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_install_action (class, steps[i].action, NULL, on_step_cb);
  gtk_widget_class_install_action (class, "letter.save", NULL, on_save_cb);
  gtk_widget_class_install_action (class, "letter.revert", NULL, on_revert_cb);
  gtk_widget_class_install_action (class, "letter.send", NULL, on_send_cb);
  gtk_widget_class_install_action (class, "letter.look-again", NULL, on_look_again_cb);
  gtk_widget_class_install_action (class, "letter.save-pdf", NULL, on_file_cb);
  gtk_widget_class_install_action (class, "letter.open", NULL, on_file_cb);
  gtk_widget_class_install_action (class, "letter.evidence", NULL, on_file_cb);
  gtk_widget_class_install_action (class, "letter.print", NULL, on_print_cb);
  gtk_widget_class_install_action (class, "letter.provider", NULL, on_provider_cb);
  gtk_widget_class_install_action (class, "letter.bandwidth", NULL, on_bandwidth_cb);
  gtk_widget_class_install_action (class, "letter.history", NULL, on_history_cb);
  gtk_widget_class_add_binding_action (class, GDK_KEY_s, GDK_CONTROL_MASK, "letter.save", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_p, GDK_CONTROL_MASK, "letter.print", NULL);
}
