/* ps-settlement-cards.c: what must be looked at, and by which schemes it was settled
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-cards"

#include "ps-settlement-cards.h"

#include <glib/gi18n-lib.h>

#include "ps-life-many.h"
#include "ps-settlement-stand.h"

static GtkWidget *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "card-heading");
  return label;
}

/* Signals */

static GtkWidget *
make_signal (const PsRegion *region, const PsSignal *signal)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *text = ps_signal_text (region, signal);
  GtkWidget *label = make_text (text, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "signal-icon");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "signal");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * ps_signals_card_new:
 *
 * Returns: (transfer floating): what somebody must look at; empty but for its title where there is nothing
 */
GtkWidget *
ps_signals_card_new (const PsRegion *region, const PsSettlement *settlement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "card-text");
  gtk_box_append (GTK_BOX (box), make_heading (_("Signals")));
  for (guint i = 0; i < settlement->signals->len; i++)
    gtk_box_append (GTK_BOX (box), make_signal (region, &g_array_index (settlement->signals, PsSignal, i)));
  return box;
}

/* Warnings and their answers */

static GtkWidget *
make_answered (const PsLifeWarning *warning)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *text = g_strdup_printf ("%s: %s", ps_life_warning_title (warning->kind), warning->text);
  /* Translators: what was answered to a warning */
  g_autofree char *answer = g_strdup_printf (_("Answer: %s"), warning->answer != NULL ? warning->answer : "–");

  gtk_widget_add_css_class (box, "signal");
  gtk_box_append (GTK_BOX (box), make_text (text, "secondary"));
  gtk_box_append (GTK_BOX (box), make_text (answer, NULL));
  return box;
}

GtkWidget *
ps_answers_card_new (const PsStored *stored)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *moment = ps_stored_moment (stored->final_by, stored->final_at);
  /* Translators: a day, a time and a login name */
  g_autofree char *when = g_strdup_printf (_("As they were when it was made final, %s"), moment);

  gtk_widget_add_css_class (box, "card-text");
  gtk_box_append (GTK_BOX (box), make_heading (_("Warnings and Answers")));
  gtk_box_append (GTK_BOX (box), make_text (when, "secondary"));
  for (guint i = 0; i < stored->warnings->len; i++)
    gtk_box_append (GTK_BOX (box), make_answered (g_ptr_array_index (stored->warnings, i)));
  return box;
}

/**
 * ps_scheme_names:
 *
 * Returns: (transfer full) (nullable): the schemes of the settlement's scopes, each once; NULL where there is none
 */
char *
ps_scheme_names (const PsRegion *region, const PsSettlement *settlement)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < settlement->scopes->len; i++)
    {
      guint scheme = g_array_index (settlement->scopes, PsScope, i).scheme;

      if (scheme != PS_NONE && g_hash_table_add (seen, GUINT_TO_POINTER (scheme)))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", ps_region_scheme (region, scheme)->name);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}
