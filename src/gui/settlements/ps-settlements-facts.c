/* ps-settlements-facts.c: how the year stands, above its settlements: how many in each state, and what they come to
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlements-page"

#include "ps-settlements-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-state-mark.h"

static void
on_clicked_cb (GtkButton *button, PsSettlementsPage *self)
{
  gpointer which = g_object_get_data (G_OBJECT (button), "which");

  gtk_drop_down_set_selected (self->which, GPOINTER_TO_UINT (which));
}

/* A figure above its words; a click shows those settlements. */
static void
add_fact (PsSettlementsPage *self, PsWhichSettlements which, const char *words, const char *figure)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = gtk_label_new (figure);
  GtkWidget *below = g_object_new (GTK_TYPE_LABEL, "label", words, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  /* Translators: what a screen reader says of a figure: "Proposed: 12. Show these" */
  g_autofree char *name = g_strdup_printf (_("%s: %s. Show these"), words, figure);

  gtk_widget_add_css_class (above, "numeric");
  gtk_widget_add_css_class (above, "fact-figure");
  gtk_widget_add_css_class (below, "fact-words");
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), below);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, _("Show these settlements"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "which", GUINT_TO_POINTER (which));
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked_cb), self);
  gtk_box_append (self->facts, button);
}

static void
add_state (PsSettlementsPage *self, int state, guint n)
{
  g_autofree char *words = ps_state_mark_text (state, FALSE);
  g_autofree char *figure = ps_format_count (n);

  add_fact (self, (PsWhichSettlements) (PS_WHICH_NOT_STORED + state), words, figure);
}

void
_ps_settlements_page_show_facts (PsSettlementsPage *self)
{
  PsYearStanding standing;
  g_autofree char *changed = NULL;
  g_autofree char *to_pay = NULL;
  g_autofree char *to_reclaim = NULL;
  GtkWidget *before;

  ps_settlements_data_sum (self->data, &standing);
  changed = ps_format_count (standing.n_changed);
  to_pay = ps_format_money (standing.to_pay_cents);
  to_reclaim = ps_format_money (standing.to_reclaim_cents);
  while ((before = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_box_remove (self->facts, before);
  for (int state = PS_NOT_STORED; state <= PS_SETTLEMENT_FINAL; state++)
    add_state (self, state, standing.n[state]);
  add_fact (self, PS_WHICH_CHANGED, _("Changed since"), changed);
  add_fact (self, PS_WHICH_TO_PAY, _("To pay"), to_pay);
  add_fact (self, PS_WHICH_TO_RECLAIM, _("To reclaim"), to_reclaim);
}
