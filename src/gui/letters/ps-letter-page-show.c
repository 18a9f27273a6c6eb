/* ps-letter-page-show.c: what is shown of a letter: its heading, and its text or its course beside the pages
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letter-page"

#include "ps-letter-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

/* Heading */

static void
show_pill (PsLetterPage *self, const PsLetter *letter)
{
  static const char *const classes[] = { "standing-none", "standing-off", "standing-within" };
  PsDate today = ps_letter_today ();
  PsLetterFacts facts;
  gboolean overdue;
  g_autofree char *text = NULL;

  ps_letter_facts (letter, &facts);
  overdue = ps_letter_is_overdue (&facts, today);
  text = ps_letter_waits_text (&facts, today);
  gtk_label_set_label (self->pill_label, text);
  gtk_image_set_from_icon_name (self->pill_icon, overdue                                ? "peilstok-problem-symbolic"
                                                 : letter->state == PS_LETTER_CLOSED    ? "object-select-symbolic"
                                                 : letter->state == PS_LETTER_WITHDRAWN ? "process-stop-symbolic"
                                                                                        : "radio-symbolic");
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->pill, classes[i]);
  gtk_widget_add_css_class (self->pill, overdue                             ? "standing-off"
                                        : letter->state == PS_LETTER_CLOSED ? "standing-within"
                                                                            : "standing-none");
  gtk_widget_set_visible (self->pill, TRUE);
}

static void
show_heading (PsLetterPage *self, const PsLetter *letter)
{
  g_autofree char *day = ps_format_date (letter->peildatum);
  g_autofree char *off = ps_format_money (ABS (letter->deviation_cents));
  g_autofree char *deviation = letter->deviation_cents < 0 ? g_strdup_printf (_("%s below the ceiling"), off)
                                                           : g_strdup_printf (_("%s above the ceiling"), off);
  g_autofree char *stake = ps_format_money (letter->at_stake_cents);
  g_autofree char *title = letter->number != 0 ? g_strdup_printf (_("Letter %s"), letter->number_text)
                                               /* Translators: a provider */
                                               : g_strdup_printf (_("Draft letter to %s"), letter->provider);
  g_autofree char *about =
      /* Translators: the kind of letter, a day, an amount above or below the ceiling, an amount */
      g_strdup_printf (_("%s · peildatum %s · %s · at stake %s"), ps_letter_kind_label (letter->kind), day, deviation, stake);
  g_autofree char *facts = letter->number != 0 ? g_strdup_printf ("%s · %s", letter->provider, about) : g_strdup (about);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->facts, facts);
  show_pill (self, letter);
}

/* Text, or course */

/* What is being typed stays: it is held against what there is when it is saved. */
static void
show_draft (PsLetterPage *self, const PsLetter *letter)
{
  if (self->editor == NULL)
    {
      self->editor = PS_LETTER_EDITOR (ps_letter_editor_new ());
      g_signal_connect_object (self->editor, "changed", G_CALLBACK (_ps_letter_page_on_typed_cb), self, G_CONNECT_SWAPPED);
      self->course = NULL;
      adw_bin_set_child (self->left, GTK_WIDGET (self->editor));
      ps_letter_editor_set_text (self->editor, letter->subject, letter->body);
    }
  else if (!_ps_letter_page_is_changed (self))
    {
      g_autofree char *subject = ps_letter_editor_get_subject (self->editor);
      g_autofree char *body = ps_letter_editor_get_body (self->editor);

      if (g_strcmp0 (subject, letter->subject) != 0 || g_strcmp0 (body, letter->body) != 0)
        ps_letter_editor_set_text (self->editor, letter->subject, letter->body);
    }
  ps_letter_editor_set_editable (self->editor, !ps_session_is_read_only (self->session));
  gtk_button_set_label (GTK_BUTTON (self->left_button), _("Text"));
}

static void
show_course (PsLetterPage *self, const PsLetter *letter)
{
  if (self->course == NULL)
    {
      self->course = PS_LETTER_COURSE (ps_letter_course_new ());
      self->editor = NULL;
      adw_bin_set_child (self->left, GTK_WIDGET (self->course));
    }
  ps_letter_course_show (self->course, letter, ps_letter_today ());
  gtk_button_set_label (GTK_BUTTON (self->left_button), _("Course"));
}

/* What it waits for is the one thing that a page can put forward. */
static void
show_next (PsLetterPage *self, const PsLetter *letter)
{
  static const struct
  {
    const char *label;
    const char *action;
  } nexts[] = {
    [PS_LETTER_WAITS_NOT] = { NULL, NULL },
    [PS_LETTER_WAITS_SENDING] = { N_("_Send…"), "letter.send" },
    [PS_LETTER_WAITS_ANSWER] = { N_("Record _Answer…"), "letter.answered" },
    [PS_LETTER_WAITS_TALK] = { N_("Record _Talk…"), "letter.talked" },
    [PS_LETTER_WAITS_DECISION] = { N_("Record _Decision…"), "letter.decided" },
    [PS_LETTER_WAITS_CLOSING] = { N_("_Close…"), "letter.close" },
  };
  PsLetterFacts facts;
  PsLetterWaits waits;

  ps_letter_facts (letter, &facts);
  waits = ps_letter_waits (&facts, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->next), nexts[waits].label != NULL && !ps_session_is_read_only (self->session));
  if (nexts[waits].label == NULL)
    return;
  gtk_button_set_label (self->next, _ (nexts[waits].label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), nexts[waits].action);
}

void
_ps_letter_page_show (PsLetterPage *self)
{
  const PsLetter *letter = _ps_letter_page_get (self);
  gboolean writable = !ps_session_is_read_only (self->session);

  show_heading (self, letter);
  if (letter->state == PS_LETTER_DRAFT)
    show_draft (self, letter);
  else
    show_course (self, letter);
  show_next (self, letter);
  gtk_widget_set_visible (self->save, letter->state == PS_LETTER_DRAFT && writable);
  gtk_widget_set_visible (self->record, letter->state != PS_LETTER_DRAFT && writable);
  gtk_widget_set_visible (self->content, TRUE);
  _ps_letter_page_update_fold (self);
  _ps_letter_page_update_actions (self);
}

/* Side by side, or one at a time with a switch above */

static gboolean
update_switcher (gpointer user_data)
{
  PsLetterPage *self = PS_LETTER_PAGE (user_data);

  self->fold_wait = 0;
  gtk_widget_set_visible (self->switcher, adw_leaflet_get_folded (self->leaflet));
  return G_SOURCE_REMOVE;
}

/* Not from within: it is just getting its size. */
void
_ps_letter_page_update_fold (PsLetterPage *self)
{
  if (self->fold_wait == 0)
    self->fold_wait = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_switcher, self, NULL);
}

void
_ps_letter_page_show_pane (PsLetterPage *self, gboolean right)
{
  adw_leaflet_set_visible_child (self->leaflet, right ? GTK_WIDGET (self->right) : GTK_WIDGET (self->left));
  gtk_toggle_button_set_active (right ? self->right_button : self->left_button, TRUE);
}
