/* ps-tiles.c: figures that stand by themselves, side by side
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-tiles"

#include "ps-topic-view.h"

#include <glib/gi18n-lib.h>

#include "ps-wrap-layout.h"

#define TILE_SPACING 8

static GtkWidget *
add_label (GtkWidget *tile, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (tile), label);
  return label;
}

/* "Clients: 6.214, 2023: 6.057" */
static char *
said_of (const PsTile *tile, const char *value, const char *note)
{
  if (note == NULL)
    /* Translators: a figure that stands by itself: what it is, and how much; read to those who cannot see it */
    return g_strdup_printf (C_("tile", "%s: %s"), tile->label, value);
  /* Translators: the same with a note: "Clients: 6.214, 2023: 6.057" */
  return g_strdup_printf (C_("tile", "%s: %s, %s"), tile->label, value, note);
}

static GtkWidget *
make_tile (const PsTile *tile, int year)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_GROUP, "name", tile->id, NULL);
  g_autofree char *value = ps_value_format (tile->kind, tile->value);
  g_autofree char *note = ps_tile_note (tile, year);
  g_autofree char *said = said_of (tile, value, note);

  gtk_widget_add_css_class (box, "figures");
  gtk_widget_add_css_class (box, "tile");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  add_label (box, tile->label, "tile-label");
  add_label (box, value, "tile-value");
  /* Also where there is none: the others of the row have one. */
  add_label (box, note != NULL ? note : "", "tile-note");
  return box;
}

GtkWidget *
ps_tiles_new (const GPtrArray *tiles, int year)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_set_layout_manager (row, ps_wrap_layout_new (TILE_SPACING));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Figures"), -1);
  for (guint i = 0; i < tiles->len; i++)
    gtk_box_append (GTK_BOX (row), make_tile (g_ptr_array_index (tiles, i), year));
  return row;
}
