/* ps-letters-due.c: above the register, what is due: a click shows those letters
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-letters-page"

#include "ps-letters-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-letter-look.h"

#define DAYS_SOON 7

gboolean
_ps_letters_row_is (const PsLettersRow *row, PsWhichLetters which, PsDate today)
{
  gboolean ended = row->state == PS_LETTER_CLOSED || row->state == PS_LETTER_WITHDRAWN;

  switch (which)
    {
    case PS_WHICH_LETTERS_TO_SEND:
      return row->state == PS_LETTER_DRAFT;
    case PS_WHICH_LETTERS_OVERDUE:
      return row->overdue;
    case PS_WHICH_LETTERS_DUE_SOON:
      return row->by != PS_DATE_OPEN && row->by >= today && row->by < today + DAYS_SOON;
    case PS_WHICH_LETTERS_WAITING:
      return !ended && row->state != PS_LETTER_DRAFT;
    case PS_WHICH_LETTERS_ENDED:
      return ended;
    case PS_WHICH_LETTERS_ALL:
    default:
      return TRUE;
    }
}

static guint
count_rows (GPtrArray *rows, PsWhichLetters which, PsDate today)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += _ps_letters_row_is (ps_table_row_get_data (g_ptr_array_index (rows, i)), which, today);
  return n;
}

static void
on_which_clicked_cb (GtkWidget *button, PsLettersPage *self)
{
  gtk_drop_down_set_selected (self->which, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "which")));
}

static void
on_year_clicked_cb (GtkWidget *button, PsLettersPage *self)
{
  gtk_drop_down_set_selected (self->which, PS_WHICH_LETTERS_OVERDUE);
  ps_session_set_year (self->session, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "year")));
}

static GtkWidget *
add_button (PsLettersPage *self, const char *text, gboolean warn, const char *effect)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (warn)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "peilstok-problem-symbolic", "accessible-role",
                                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "letter-due");
  gtk_widget_add_css_class (button, warn ? "standing-off" : "standing-none");
  gtk_widget_set_tooltip_text (button, effect);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, effect, -1);
  gtk_box_append (self->due, button);
  return button;
}

static void
add_which (PsLettersPage *self, PsWhichLetters which, const char *text)
{
  GtkWidget *button = add_button (self, text, which == PS_WHICH_LETTERS_OVERDUE, _("Show these letters"));

  g_object_set_data (G_OBJECT (button), "which", GUINT_TO_POINTER (which));
  g_signal_connect (button, "clicked", G_CALLBACK (on_which_clicked_cb), self);
}

/* What is overdue is so in whichever year one looks. */
static void
add_other_years (PsLettersPage *self, int year, PsDate today)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer other, count;

  for (guint i = 0; i < self->letters->len; i++)
    {
      const PsLetter *letter = g_ptr_array_index (self->letters, i);
      PsLetterFacts facts;
      gpointer key = GINT_TO_POINTER (letter->year);

      ps_letter_facts (letter, &facts);
      if (letter->year != year && ps_letter_is_overdue (&facts, today))
        g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &other, &count))
    {
      guint n = GPOINTER_TO_UINT (count);
      g_autofree char *number = ps_format_count (n);
      /* Translators: how many, and the year that they are of */
      g_autofree char *text =
          g_strdup_printf (ngettext ("%s overdue of %d", "%s overdue of %d", n), number, GPOINTER_TO_INT (other));
      GtkWidget *button = add_button (self, text, TRUE, _("Go to that year"));

      g_object_set_data (G_OBJECT (button), "year", other);
      g_signal_connect (button, "clicked", G_CALLBACK (on_year_clicked_cb), self);
    }
}

static void
clear (PsLettersPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->due))) != NULL)
    gtk_box_remove (self->due, child);
}

void
_ps_letters_page_show_due (PsLettersPage *self, GPtrArray *rows)
{
  guint n_overdue = count_rows (rows, PS_WHICH_LETTERS_OVERDUE, self->today);
  guint n_soon = count_rows (rows, PS_WHICH_LETTERS_DUE_SOON, self->today);
  guint n_to_send = count_rows (rows, PS_WHICH_LETTERS_TO_SEND, self->today);
  g_autofree char *overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", n_overdue), n_overdue);
  g_autofree char *soon = g_strdup_printf (ngettext ("%u due within a week", "%u due within a week", n_soon), n_soon);
  g_autofree char *to_send = g_strdup_printf (ngettext ("%u to send", "%u to send", n_to_send), n_to_send);

  clear (self);
  if (n_overdue > 0)
    add_which (self, PS_WHICH_LETTERS_OVERDUE, overdue);
  if (n_soon > 0)
    add_which (self, PS_WHICH_LETTERS_DUE_SOON, soon);
  if (n_to_send > 0)
    add_which (self, PS_WHICH_LETTERS_TO_SEND, to_send);
  add_other_years (self, ps_session_get_year (self->session), self->today);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->due)) == NULL)
    gtk_box_append (self->due, g_object_new (GTK_TYPE_LABEL, "label", rows->len > 0 ? _("Nothing is due") : _("No letters yet"),
                                             "css-classes", (const char *[]){ "secondary", NULL }, NULL));
}
