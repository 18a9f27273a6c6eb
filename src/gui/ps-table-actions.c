/* ps-table-actions.c: what a table does beside showing: sort by keyboard, copy, export
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-table"

#include <glib/gi18n-lib.h>

#include "core/ps-region.h"
#include "ps-menu-later.h"
#include "ps-table-private.h"

static void
copy_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PsTable *self = user_data;
  g_autofree char *text = ps_table_to_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static guint
find_column (PsTable *self, const char *id)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (g_strcmp0 (self->columns[i].id, id) == 0)
      return i;
  return PS_NONE;
}

/* Choosing the column that is sorted by already turns the order round, as a click on its header does. */
static void
sort_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PsTable *self = user_data;
  guint column = find_column (self, g_variant_get_string (parameter, NULL));

  if (column != PS_NONE)
    ps_table_apply_sort (self, column, column == self->sort.column && !self->sort.descending);
}

static void
descending_changed (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  PsTable *self = user_data;

  if (self->sort.column != PS_NONE)
    ps_table_apply_sort (self, self->sort.column, g_variant_get_boolean (value));
}

static void
export_csv_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ps_table_export (user_data, FALSE);
}

static void
export_xlsx_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ps_table_export (user_data, TRUE);
}

static const GActionEntry entries[] = {
  { "sort", sort_activated, "s", "''", NULL },
  { "descending", NULL, NULL, "false", descending_changed },
  { "copy", copy_activated, NULL, NULL, NULL },
  { "export-csv", export_csv_activated, NULL, NULL, NULL },
  { "export-xlsx", export_xlsx_activated, NULL, NULL, NULL },
};

void
ps_table_add_actions (PsTable *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table", G_ACTION_GROUP (self->actions));
}

/* The actions' states follow the order. */
void
ps_table_update_actions (PsTable *self)
{
  GAction *sort = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "sort");
  GAction *descending = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "descending");
  const char *id = self->sort.column == PS_NONE ? "" : self->columns[self->sort.column].id;

  g_simple_action_set_state (G_SIMPLE_ACTION (sort), g_variant_new_string (id));
  g_simple_action_set_state (G_SIMPLE_ACTION (descending), g_variant_new_boolean (self->sort.descending));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (descending), self->sort.column != PS_NONE);
}

/* Owned by the caller. */
GMenuModel *
ps_table_make_menu (PsTable *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (self->columns[i].title, NULL);

      g_menu_item_set_action_and_target (item, "table.sort", "s", self->columns[i].id);
      g_menu_append_item (sort, item);
    }
  g_menu_append (order, _("Highest _First"), "table.descending");
  g_menu_append_section (sort, NULL, G_MENU_MODEL (order));
  g_menu_append_submenu (menu, _("_Sort By"), G_MENU_MODEL (sort));
  g_menu_append (copy, _("_Copy"), "table.copy");
  g_menu_append (copy, _("Export as _Spreadsheet (XLSX)…"), "table.export-xlsx");
  g_menu_append (copy, _("_Export as CSV…"), "table.export-csv");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  return G_MENU_MODEL (menu);
}

/* The context menu */

static GMenuModel *
make_context_menu (PsTable *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) own = ps_table_make_menu (self);

  if (self->row_menu != NULL)
    g_menu_append_section (menu, NULL, self->row_menu);
  g_menu_append_section (menu, NULL, own);
  return G_MENU_MODEL (menu);
}

static void
on_menu_closed_cb (GtkPopover *popover, PsTable *self)
{
  if (self->focus_before != NULL)
    gtk_widget_grab_focus (self->focus_before);
  g_clear_weak_pointer (&self->focus_before);
}

void
ps_table_show_menu (PsTable *self, const GdkRectangle *at)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->popover == NULL)
    {
      g_autoptr (GMenuModel) menu = make_context_menu (self);

      self->popover = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect (self->popover, "closed", G_CALLBACK (on_menu_closed_cb), self);
    }
  g_set_weak_pointer (&self->focus_before, gtk_root_get_focus (root));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* At the row that has the focus. */
static gboolean
on_menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GdkRectangle at = { 24, 24, 1, 1 };
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_compute_bounds (focus, widget, &bounds))
    at.y = (int) (bounds.origin.y + bounds.size.height);
  ps_table_show_menu (PS_TABLE (widget), &at);
  return TRUE;
}

void
ps_table_add_menu_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key_cb, NULL);
}

/**
 * ps_table_get_menu:
 *
 * Returns: (transfer floating): a new menu button with all that the table can do, for the header of the page that it is on.
 *   It works as long as the table lives.
 */
GtkWidget *
ps_table_get_menu (PsTable *self)
{
  GtkWidget *button;
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *said = NULL;

  g_return_val_if_fail (PS_IS_TABLE (self), NULL);

  menu = ps_table_make_menu (self);
  said = g_strdup_printf (_("Sort, copy, export: %s"), self->name);
  button = ps_menu_later_new ("view-more-symbolic", menu);
  gtk_widget_set_tooltip_text (button, _("Sort, copy, export"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_insert_action_group (button, "table", G_ACTION_GROUP (self->actions));
  return button;
}
