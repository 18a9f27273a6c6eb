/* ps-table-wrap.c: texts that go on on a second line where their column is narrow
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A GtkInscription never asks for more than the lines that it is told to have. So they are counted for the width that the column
 * has, when a cell is filled, and again after the table got another width.
 */
#define G_LOG_DOMAIN "peilstok-table"

#include "ps-table-private.h"

static PangoLayout *
make_layout (GtkWidget *cell, const char *text, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (cell, text);

  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* Of a cell that may have several lines: as many as its text needs, and its column allows. */
void
_ps_table_wrap_cell (PsTable *self, guint column, GtkWidget *cell, const char *text)
{
  int most = self->columns[column].lines, n = 1;

  if (most < 2)
    return;
  if (self->wrap_widths[column] > 0 && text[0] != '\0')
    {
      g_autoptr (PangoLayout) layout = make_layout (cell, text, self->wrap_widths[column] - PS_TABLE_PADDING);

      n = CLAMP (pango_layout_get_line_count (layout), 1, most);
    }
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (cell), (guint) n);
}

/* Whether a text does not fit in the lines of its cell. */
gboolean
_ps_table_wrap_is_cut (GtkInscription *cell)
{
  const char *text = gtk_inscription_get_text (cell);
  guint n_lines = MAX (gtk_inscription_get_min_lines (cell), 1);
  g_autoptr (PangoLayout) layout = make_layout (GTK_WIDGET (cell), text, gtk_widget_get_width (GTK_WIDGET (cell)));

  return (guint) pango_layout_get_line_count (layout) > n_lines;
}

static void
wrap_slot (PsTable *self, PsTableSlot *slot)
{
  PsTableRow *row = ps_table_slot_get_row (slot);

  for (guint i = 0; row != NULL && i < self->n_columns; i++)
    if (self->columns[i].lines > 1 && ps_table_slot_get_cell (slot, i) != NULL)
      {
        g_autofree char *text = ps_table_cell_text (self, row, i);

        _ps_table_wrap_cell (self, i, ps_table_slot_get_cell (slot, i), text);
      }
}

static gboolean
on_idle_cb (gpointer user_data)
{
  PsTable *self = PS_TABLE (user_data);
  GListModel *slots = G_LIST_MODEL (self->model);

  self->wrap_source = 0;
  for (guint i = 0; i < g_list_model_get_n_items (slots); i++)
    {
      g_autoptr (PsTableSlot) slot = g_list_model_get_item (slots, i);

      wrap_slot (self, slot);
    }
  return G_SOURCE_REMOVE;
}

/* While it gets its size: other numbers of lines are for afterwards. */
void
_ps_table_wrap_queue (PsTable *self, const int *widths)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      changed = changed || (self->columns[i].lines > 1 && self->wrap_widths[i] != widths[i]);
      self->wrap_widths[i] = widths[i];
    }
  if (changed && self->wrap_source == 0)
    self->wrap_source = g_idle_add (on_idle_cb, self);
}
