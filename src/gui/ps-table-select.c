/* ps-table-select.c: the rows that are selected, and what a page offers to do with them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-table"

#include "ps-table-private.h"

static void
on_selection_changed_cb (GtkSelectionModel *selection, guint position, guint n_items, PsTable *self)
{
  g_signal_emit_by_name (self, "selection-changed");
}

void
ps_table_watch_selection (PsTable *self)
{
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed_cb), self, 0);
}

/* The row that a cell, or the frame around one, shows; NULL: it is neither. */
static PsTableRow *
find_row (PsTable *self, GtkWidget *picked)
{
  for (GtkWidget *at = picked; at != NULL && at != GTK_WIDGET (self->view); at = gtk_widget_get_parent (at))
    {
      GtkWidget *child = gtk_widget_get_first_child (at);
      PsTableSlot *slot = g_object_get_data (G_OBJECT (at), "slot");

      if (slot == NULL && child != NULL)
        slot = g_object_get_data (G_OBJECT (child), "slot");
      if (slot != NULL)
        return ps_table_slot_get_row (slot);
    }
  return NULL;
}

static gboolean
find_position (PsTable *self, double x, double y, guint *position)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  PsTableRow *row;

  if (picked == NULL || !gtk_widget_is_ancestor (picked, GTK_WIDGET (self->view)))
    return FALSE;
  row = find_row (self, picked);
  return row != NULL && g_ptr_array_find (ps_table_model_get_rows (self->model), row, position);
}

/* The row gets the focus, as it does by other clicks: the keyboard goes on from there. */
static void
focus_at (PsTable *self, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (at != NULL && at != GTK_WIDGET (self->view) && !gtk_widget_get_focusable (at))
    at = gtk_widget_get_parent (at);
  if (at != NULL && at != GTK_WIDGET (self->view))
    gtk_widget_grab_focus (at);
}

/* GTK 4.8 takes a click with Ctrl twice, of the cell and of the row, and so leaves the selection as it was. */
static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PsTable *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  guint position;

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != GDK_CONTROL_MASK || !find_position (self, x, y, &position))
    return;
  if (gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_unselect_item (selection, position);
  else
    gtk_selection_model_select_item (selection, position, FALSE);
  focus_at (self, x, y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

void
ps_table_add_select_gesture (PsTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * ps_table_get_selected:
 *
 * Returns: (transfer container): the #PsTableRow that are selected, in the order in which they are shown
 */
GPtrArray *
ps_table_get_selected (PsTable *self)
{
  GPtrArray *rows = g_ptr_array_new ();
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (PS_IS_TABLE (self), rows);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      PsTableRow *row = ps_table_get_shown (self, position);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return rows;
}

void
ps_table_select_all (PsTable *self)
{
  g_return_if_fail (PS_IS_TABLE (self));

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

void
ps_table_select_ids (PsTable *self, const GArray *ids)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = NULL;
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *rows;
  guint end = 0;

  g_return_if_fail (PS_IS_TABLE (self));

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (wanted, &g_array_index (ids, guint64, i));
  rows = ps_table_model_get_rows (self->model);
  for (guint i = 0; i < rows->len && gtk_bitset_get_size (selected) < ids->len; i++)
    {
      guint64 id = ps_table_row_get_id (g_ptr_array_index (rows, i));

      if (!g_hash_table_contains (wanted, &id))
        continue;
      gtk_bitset_add (selected, i);
      end = i + 1;
    }
  while (end > g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    if (!ps_table_model_reveal (self->model))
      break;
  mask = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, mask);
}

void
ps_table_focus_rows (PsTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_if_fail (PS_IS_TABLE (self));

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (!gtk_bitset_is_empty (selected))
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u",
                                gtk_bitset_get_minimum (selected));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * ps_table_set_row_menu:
 * @menu: (nullable): what can be done with the selected rows; its actions are those of a widget around the table
 *
 * Comes first in the context menu.
 */
void
ps_table_set_row_menu (PsTable *self, GMenuModel *menu)
{
  g_return_if_fail (PS_IS_TABLE (self));

  g_set_object (&self->row_menu, menu);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

/* The context menu is of the row that was clicked, unless that is one of those selected. */
void
ps_table_select_at (PsTable *self, double x, double y)
{
  guint position;

  if (find_position (self, x, y, &position) && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}
