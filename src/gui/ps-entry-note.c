/* ps-entry-note.c: the line below an entry: what was understood, or what is wrong
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-entry-note"

#include "ps-entry-note.h"

GtkWidget *
_ps_entry_note_new (GtkWidget *entry)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "peilstok-problem-symbolic", "visible", FALSE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  /* A blank keeps the line as high as it will be. */
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", " ", "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, "width-chars", 1, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (note), icon);
  gtk_box_append (GTK_BOX (note), label);
  gtk_widget_add_css_class (note, "entry-note");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
  return note;
}

static void
show_in_note (GtkWidget *note, const char *problem, const char *text)
{
  GtkWidget *icon = gtk_widget_get_first_child (note);
  GtkWidget *label = gtk_widget_get_last_child (note);
  const char *shown = problem != NULL ? problem : text;

  gtk_widget_set_visible (icon, problem != NULL);
  gtk_label_set_label (GTK_LABEL (label), shown != NULL && shown[0] != '\0' ? shown : " ");
  if (problem != NULL)
    gtk_widget_add_css_class (note, "error");
  else
    gtk_widget_remove_css_class (note, "error");
}

void
_ps_entry_note_show (GtkWidget *note, GtkWidget *entry, const char *problem, const char *text)
{
  const char *shown = problem != NULL ? problem : text;

  if (problem != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, shown != NULL ? shown : "", -1);
  if (note != NULL)
    show_in_note (note, problem, text);
  else
    gtk_widget_set_tooltip_text (entry, shown);
}

/* Turning the undoing of an entry off forgets what there was to undo. */
void
_ps_entry_put_text (GtkWidget *entry, const char *text)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), TRUE);
}
