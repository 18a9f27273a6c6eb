/* ps-table-model.c: the rows that a table shows, as a list model whose items are places and not rows
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A GtkColumnView keeps about two hundred rows of widgets however long the list is. Making them takes several frames, and it makes
 * them anew for every item that it has not seen. Hence two things here. The items are places: another filter or order refills the
 * cells that there are, and only the end of the list grows or shrinks. And the list starts with what fits on the screen and is
 * revealed further, a slice a frame, until there are as many as there will ever be widgets.
 */
#define G_LOG_DOMAIN "peilstok-table"

#include "ps-table-model.h"

#define FIRST_CELLS 320 /* what is made at once: about twenty milliseconds */
#define NEXT_CELLS 160
#define ROWS_AT_ONCE 32
#define WIDGETS_AT_MOST 224 /* from here on rows cost no widgets: the rest follows at once */

struct _PsTableSlot
{
  GObject parent;

  PsTableModel *model; /* borrowed; NULL once the model is gone */
  guint position;
  GtkWidget **cells; /* borrowed, by column: those that show this place now */
};

struct _PsTableModel
{
  GObject parent;

  GPtrArray *rows;  /* PsTableRow */
  GPtrArray *slots; /* PsTableSlot by position, NULL until asked for */
  guint n_columns;
  guint revealed;
  PsTableSlotFunc refilled;
  gpointer user_data;
};

static void ps_table_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (PsTableSlot, ps_table_slot, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (PsTableModel, ps_table_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ps_table_model_list_model_init))

/* Places */

static void
ps_table_slot_finalize (GObject *object)
{
  g_free (PS_TABLE_SLOT (object)->cells);
  G_OBJECT_CLASS (ps_table_slot_parent_class)->finalize (object);
}

static void
ps_table_slot_class_init (PsTableSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ps_table_slot_finalize;
}

static void
ps_table_slot_init (PsTableSlot *self)
{
}

static PsTableSlot *
make_slot (PsTableModel *model, guint position)
{
  PsTableSlot *slot = g_object_new (PS_TYPE_TABLE_SLOT, NULL);

  slot->model = model;
  slot->position = position;
  slot->cells = g_new0 (GtkWidget *, model->n_columns);
  return slot;
}

/* The row that stands there now, borrowed; NULL where there is none any more. */
PsTableRow *
ps_table_slot_get_row (PsTableSlot *self)
{
  if (self->model == NULL || self->position >= self->model->rows->len)
    return NULL;
  return g_ptr_array_index (self->model->rows, self->position);
}

/* `cell` shows a column of this place from now on; NULL: nothing does. */
void
ps_table_slot_set_cell (PsTableSlot *self, guint column, GtkWidget *cell)
{
  self->cells[column] = cell;
}

GtkWidget *
ps_table_slot_get_cell (PsTableSlot *self, guint column)
{
  return self->cells[column];
}

/* The list */

static guint
count_items (PsTableModel *self)
{
  return MIN (self->revealed, self->rows->len);
}

/* How many rows so many cells are. */
static guint
slice (PsTableModel *self, guint cells)
{
  return CLAMP (cells / MAX (self->n_columns, 1), 8, ROWS_AT_ONCE);
}

static GType
ps_table_model_get_item_type (GListModel *list)
{
  return PS_TYPE_TABLE_SLOT;
}

static guint
ps_table_model_get_n_items (GListModel *list)
{
  return count_items (PS_TABLE_MODEL (list));
}

static gpointer
ps_table_model_get_item (GListModel *list, guint position)
{
  PsTableModel *self = PS_TABLE_MODEL (list);

  if (position >= count_items (self))
    return NULL;
  if (position >= self->slots->len)
    g_ptr_array_set_size (self->slots, (int) position + 1);
  if (g_ptr_array_index (self->slots, position) == NULL)
    g_ptr_array_index (self->slots, position) = make_slot (self, position);
  return g_object_ref (g_ptr_array_index (self->slots, position));
}

static void
ps_table_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ps_table_model_get_item_type;
  iface->get_n_items = ps_table_model_get_n_items;
  iface->get_item = ps_table_model_get_item;
}

static void
let_go_of_slot (gpointer data)
{
  PsTableSlot *slot = data;

  if (slot == NULL)
    return;
  slot->model = NULL;
  g_object_unref (slot);
}

static void
ps_table_model_finalize (GObject *object)
{
  PsTableModel *self = PS_TABLE_MODEL (object);

  g_ptr_array_unref (self->slots);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ps_table_model_parent_class)->finalize (object);
}

static void
ps_table_model_class_init (PsTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ps_table_model_finalize;
}

static void
ps_table_model_init (PsTableModel *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->slots = g_ptr_array_new_with_free_func (let_go_of_slot);
}

/**
 * ps_table_model_new:
 * @refilled: (nullable): called for a place that got another row while cells may show it
 */
PsTableModel *
ps_table_model_new (guint n_columns, PsTableSlotFunc refilled, gpointer user_data)
{
  PsTableModel *self = g_object_new (PS_TYPE_TABLE_MODEL, NULL);

  self->n_columns = n_columns;
  self->revealed = slice (self, FIRST_CELLS);
  self->refilled = refilled;
  self->user_data = user_data;
  return self;
}

static void
refill (PsTableModel *self, GPtrArray *before, guint n)
{
  for (guint i = 0; self->refilled != NULL && i < n && i < self->slots->len; i++)
    {
      PsTableSlot *slot = g_ptr_array_index (self->slots, i);

      if (slot != NULL && g_ptr_array_index (before, i) != g_ptr_array_index (self->rows, i))
        self->refilled (slot, self->user_data);
    }
}

/**
 * ps_table_model_set_rows:
 * @rows: of PsTableRow, in order; a reference is taken
 *
 * Puts other rows in the places that there are, and then emits one items-changed for the places that came or went at the end,
 * none when there are as many as before.
 */
void
ps_table_model_set_rows (PsTableModel *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) before = self->rows;
  guint n_before = count_items (self);
  guint n_after, n_common;

  self->rows = g_ptr_array_ref (rows);
  self->revealed = n_before >= WIDGETS_AT_MOST ? G_MAXUINT : MAX (n_before, slice (self, FIRST_CELLS));
  n_after = count_items (self);
  n_common = MIN (n_before, n_after);
  refill (self, before, n_common);
  if (n_before != n_after)
    g_list_model_items_changed (G_LIST_MODEL (self), n_common, n_before - n_common, n_after - n_common);
}

/* Borrowed: all rows, also those not revealed yet. */
GPtrArray *
ps_table_model_get_rows (PsTableModel *self)
{
  return self->rows;
}

/* Reveals a further slice. Returns whether there is more to reveal. */
gboolean
ps_table_model_reveal (PsTableModel *self)
{
  guint before = count_items (self);
  guint next = self->revealed + slice (self, NEXT_CELLS);
  guint after;

  if (self->revealed >= self->rows->len)
    return FALSE;
  self->revealed = next > WIDGETS_AT_MOST ? G_MAXUINT : next;
  after = count_items (self);
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, after - before);
  return self->revealed < self->rows->len;
}
