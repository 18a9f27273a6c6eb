/* ps-table-model.h: the rows that a table shows, as a list model whose items are places and not rows
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-table.h"

G_BEGIN_DECLS

/* A place in the list: the first row, the second … Another order or filter puts other rows in the same places. */
#define PS_TYPE_TABLE_SLOT (ps_table_slot_get_type ())
G_DECLARE_FINAL_TYPE (PsTableSlot, ps_table_slot, PS, TABLE_SLOT, GObject)

PsTableRow   *ps_table_slot_get_row   (PsTableSlot *self);
void          ps_table_slot_set_cell  (PsTableSlot *self, guint column, GtkWidget *cell);
GtkWidget    *ps_table_slot_get_cell  (PsTableSlot *self, guint column);

#define PS_TYPE_TABLE_MODEL (ps_table_model_get_type ())
G_DECLARE_FINAL_TYPE (PsTableModel, ps_table_model, PS, TABLE_MODEL, GObject)

typedef void (*PsTableSlotFunc) (PsTableSlot *slot, gpointer user_data);

PsTableModel *ps_table_model_new      (guint n_columns, PsTableSlotFunc refilled, gpointer user_data);
void          ps_table_model_set_rows (PsTableModel *self, GPtrArray *rows);
GPtrArray    *ps_table_model_get_rows (PsTableModel *self);
gboolean      ps_table_model_reveal   (PsTableModel *self);

G_END_DECLS
