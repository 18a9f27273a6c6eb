/* ps-drop-down.c: a drop-down that a screen reader can name
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-drop-down"

#include "ps-drop-down.h"

#include <glib/gi18n-lib.h>

static void
on_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, gpointer user_data)
{
  const char *name = g_object_get_data (G_OBJECT (drop_down), "name");
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  /* Translators: what a screen reader says of a drop-down, e.g. "Year: 2024" */
  g_autofree char *label =
      GTK_IS_STRING_OBJECT (item) ? g_strdup_printf (_("%s: %s"), name, gtk_string_object_get_string (item)) : g_strdup (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
find_below (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Where there is something to search in, what is typed over the list filters it: in GTK 4.8 the list has the focus and ignores it. */
static void
search_by_typing (GtkDropDown *drop_down)
{
  GtkWidget *popover = find_below (GTK_WIDGET (drop_down), GTK_TYPE_POPOVER);
  GtkWidget *entry = popover != NULL ? find_below (popover, GTK_TYPE_SEARCH_ENTRY) : NULL;

  if (entry != NULL)
    gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (entry), popover);
}

/**
 * ps_drop_down_set_name:
 * @name: translated
 *
 * In GTK 4.8 the focus goes to a button inside the drop-down, which knows neither the name nor what is chosen. A drop-down that can be
 * searched in is so by typing over its list.
 */
void
ps_drop_down_set_name (GtkDropDown *drop_down, const char *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (drop_down), "name", g_strdup (name), g_free);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (on_selected_cb), NULL);
  on_selected_cb (drop_down, NULL, NULL);
  search_by_typing (drop_down);
}
