/* ps-tiles.c: figures that stand by themselves, side by side
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * row ─ tile ─ label, value, note        a tile that leads somewhere is a button around these
 */
#define G_LOG_DOMAIN "peilstok-tiles"

#include "ps-tiles.h"

#include <glib/gi18n-lib.h>

#include "ps-wrap-layout.h"

#define TILE_SPACING 8

typedef struct
{
  const PsTileWays *ways; /* NULL: no tile leads anywhere */
  gpointer user_data;
} Leading;

static const Leading *
leading_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "ps-leading");
}

/* A tile */

static void
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
}

static void
on_clicked_cb (GtkButton *button, GtkWidget *row)
{
  const Leading *leading = leading_of (row);

  leading->ways->go (GTK_WIDGET (button), gtk_widget_get_name (GTK_WIDGET (button)), leading->user_data);
}

static GtkWidget *
make_link (GtkWidget *row, GtkWidget *content, const char *where)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", content, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, NULL);

  gtk_widget_set_tooltip_text (button, where);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, where, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), row, 0);
  return button;
}

static GtkWidget *
make_tile (GtkWidget *row, const PsTile *tile)
{
  const Leading *leading = leading_of (row);
  g_autofree char *where = leading->ways != NULL ? leading->ways->where (tile->id) : NULL;
  GtkWidget *box =
      g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *widget = where != NULL ? make_link (row, box, where) : box;

  add_label (box, "tile-label");
  add_label (box, "tile-value");
  add_label (box, "tile-note");
  gtk_widget_add_css_class (widget, "figures");
  gtk_widget_add_css_class (widget, "tile");
  gtk_widget_set_name (widget, tile->id);
  return widget;
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

/* A note also where there is none: the others of the row have one. */
static void
fill_tile (GtkWidget *widget, const PsTile *tile, int year)
{
  GtkWidget *box = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : widget;
  g_autofree char *value = ps_value_format (tile->kind, tile->value);
  g_autofree char *note = ps_tile_note (tile, year);
  g_autofree char *said = said_of (tile, value, note);
  const char *const texts[] = { tile->label, value, note != NULL ? note : "" };
  GtkWidget *label = gtk_widget_get_first_child (box);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++, label = gtk_widget_get_next_sibling (label))
    gtk_label_set_text (GTK_LABEL (label), texts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

/* The row */

static gboolean
is_of (GtkWidget *row, const GPtrArray *tiles)
{
  GtkWidget *child = gtk_widget_get_first_child (row);

  for (guint i = 0; i < tiles->len; i++, child = gtk_widget_get_next_sibling (child))
    if (child == NULL || g_strcmp0 (gtk_widget_get_name (child), ((PsTile *) g_ptr_array_index (tiles, i))->id) != 0)
      return FALSE;
  return child == NULL;
}

static void
make_tiles (GtkWidget *row, const GPtrArray *tiles)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (row)) != NULL)
    gtk_box_remove (GTK_BOX (row), child);
  for (guint i = 0; i < tiles->len; i++)
    gtk_box_append (GTK_BOX (row), make_tile (row, g_ptr_array_index (tiles, i)));
}

void
ps_tiles_fill (GtkWidget *row, const GPtrArray *tiles, int year)
{
  GtkWidget *child;

  g_return_if_fail (leading_of (row) != NULL);

  if (!is_of (row, tiles))
    make_tiles (row, tiles);
  child = gtk_widget_get_first_child (row);
  for (guint i = 0; i < tiles->len; i++, child = gtk_widget_get_next_sibling (child))
    fill_tile (child, g_ptr_array_index (tiles, i), year);
}

GtkWidget *
ps_tiles_new_links (const PsTileWays *ways, gpointer user_data)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  const Leading leading = { ways, user_data };

  g_object_set_data_full (G_OBJECT (row), "ps-leading", g_memdup2 (&leading, sizeof leading), g_free);
  gtk_widget_set_layout_manager (row, ps_wrap_layout_new (TILE_SPACING));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Figures"), -1);
  return row;
}

GtkWidget *
ps_tiles_new (const GPtrArray *tiles, int year)
{
  GtkWidget *row = ps_tiles_new_links (NULL, NULL);

  ps_tiles_fill (row, tiles, year);
  return row;
}
