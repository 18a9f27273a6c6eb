/* ps-agreement-chooser.c: a button with a list to pick from: found by typing
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-agreement-chooser"

#include "ps-agreement-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PsAgreementChooser
{
  GtkWidget parent;

  GtkWidget *button;
  GtkWidget *search;
  GtkListBox *list;
  guint n;
  gboolean editable;
  gint64 *chosen; /* until the popover is closed; NULL: nothing */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (PsAgreementChooser, ps_agreement_chooser, GTK_TYPE_WIDGET)

static gboolean
row_matches (GtkListBoxRow *row, gpointer user_data)
{
  PsAgreementChooser *self = user_data;
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_autofree char *text = g_utf8_casefold (g_object_get_data (G_OBJECT (row), "text"), -1);

  return strstr (text, wanted) != NULL;
}

/* What is chosen may take the focus elsewhere: only once the popover has let go of it. */
static gboolean
tell_chosen (gpointer user_data)
{
  PsAgreementChooser *self = user_data;

  if (self->chosen != NULL)
    {
      gint64 id = *self->chosen;

      g_clear_pointer (&self->chosen, g_free);
      g_signal_emit (self, chosen_signal, 0, id);
    }
  return G_SOURCE_REMOVE;
}

static void
on_closed_cb (GtkPopover *popover, PsAgreementChooser *self)
{
  if (self->chosen != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, tell_chosen, g_object_ref (self), g_object_unref);
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, PsAgreementChooser *self)
{
  g_free (self->chosen);
  self->chosen = g_memdup2 (g_object_get_data (G_OBJECT (row), "id"), sizeof (gint64));
  /* GTK 4.8 does not tell a text that is hidden with its popover that it lost the focus. */
  gtk_widget_grab_focus (self->button);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static GtkListBoxRow *
first_shown (PsAgreementChooser *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;
  return NULL;
}

/* Enter takes the first that is found. */
static void
on_search_activate_cb (GtkSearchEntry *entry, PsAgreementChooser *self)
{
  GtkListBoxRow *row = first_shown (self);

  if (row != NULL)
    on_row_activated_cb (self->list, row, self);
}

static void
on_shown_cb (GtkWidget *popover, PsAgreementChooser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

static void
update (PsAgreementChooser *self)
{
  gtk_widget_set_sensitive (self->button, self->editable && self->n > 0);
}

static void
ps_agreement_chooser_dispose (GObject *object)
{
  g_clear_pointer (&PS_AGREEMENT_CHOOSER (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (ps_agreement_chooser_parent_class)->dispose (object);
}

static void
ps_agreement_chooser_finalize (GObject *object)
{
  g_free (PS_AGREEMENT_CHOOSER (object)->chosen);
  G_OBJECT_CLASS (ps_agreement_chooser_parent_class)->finalize (object);
}

static void
ps_agreement_chooser_class_init (PsAgreementChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ps_agreement_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = ps_agreement_chooser_finalize;
  chosen_signal =
      g_signal_new ("chosen", PS_TYPE_AGREEMENT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_popover (PsAgreementChooser *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, row_matches, self, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 280);
  gtk_widget_set_size_request (scroller, 260, -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (popover, "show", G_CALLBACK (on_shown_cb), self);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed_cb), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), self->list);
  g_signal_connect (self->search, "activate", G_CALLBACK (on_search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), popover);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  return popover;
}

static void
ps_agreement_chooser_init (PsAgreementChooser *self)
{
  self->editable = TRUE;
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  update (self);
}

GtkWidget *
ps_agreement_chooser_new (const char *label, const char *tooltip)
{
  PsAgreementChooser *self = g_object_new (PS_TYPE_AGREEMENT_CHOOSER, NULL);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  gtk_widget_set_tooltip_text (self->button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  return GTK_WIDGET (self);
}

void
ps_agreement_chooser_clear (PsAgreementChooser *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (PS_IS_AGREEMENT_CHOOSER (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->n = 0;
  update (self);
}

void
ps_agreement_chooser_add (PsAgreementChooser *self, gint64 id, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *text = gtk_label_new (label);

  g_return_if_fail (PS_IS_AGREEMENT_CHOOSER (self));

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "text", g_strdup (label), g_free);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (self->list, row);
  self->n++;
  update (self);
}

void
ps_agreement_chooser_set_editable (PsAgreementChooser *self, gboolean editable)
{
  g_return_if_fail (PS_IS_AGREEMENT_CHOOSER (self));

  self->editable = editable;
  update (self);
}

void
ps_agreement_chooser_choose (PsAgreementChooser *self, gint64 id)
{
  g_return_if_fail (PS_IS_AGREEMENT_CHOOSER (self));

  g_signal_emit (self, chosen_signal, 0, id);
}
