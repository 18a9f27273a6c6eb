/* ps-figure-table.c: figures as a table and as tiles
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-figure-table.h"

#include <glib/gi18n-lib.h>

static void
column_free (PsFigureColumn *column)
{
  g_free (column->id);
  g_free (column->title);
  g_free (column);
}

/* `texts` has a NULL for every number, and one after the last. */
static void
row_free (PsFigureRow *row, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    g_free (row->texts[i]);
  g_free (row->texts);
  g_free (row->numbers);
  g_free (row);
}

/**
 * ps_figure_table_new: a table without columns and rows. Free with ps_figure_table_free().
 * @id: stable, never translated
 */
PsFigureTable *
ps_figure_table_new (const char *id, const char *title)
{
  PsFigureTable *table = g_new0 (PsFigureTable, 1);

  table->id = g_strdup (id);
  table->title = g_strdup (title);
  table->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  table->rows = g_ptr_array_new ();
  return table;
}

void
ps_figure_table_free (PsFigureTable *table)
{
  if (table == NULL)
    return;
  for (guint i = 0; i < table->rows->len; i++)
    row_free (table->rows->pdata[i], table->columns->len);
  g_ptr_array_unref (table->rows);
  g_ptr_array_unref (table->columns);
  g_free (table->id);
  g_free (table->title);
  g_free (table->note);
  g_free (table);
}

/**
 * ps_figure_table_add_column: one more column, before any row.
 * @id: stable, never translated
 * @total: whether the sum of its rows makes sense
 *
 * Returns: its place
 */
guint
ps_figure_table_add_column (PsFigureTable *table, const char *id, const char *title, PsValueKind kind, gboolean total)
{
  PsFigureColumn *column = g_new0 (PsFigureColumn, 1);

  g_assert (table->rows->len == 0);

  column->id = g_strdup (id);
  column->title = g_strdup (title);
  column->kind = kind;
  column->total = total;
  g_ptr_array_add (table->columns, column);
  return table->columns->len - 1;
}

/**
 * ps_figure_table_add_row: one more row, about nothing that can be opened, no cell of it known.
 *
 * Returns: (transfer none)
 */
PsFigureRow *
ps_figure_table_add_row (PsFigureTable *table)
{
  PsFigureRow *row = g_new0 (PsFigureRow, 1);
  guint n = table->columns->len;

  row->provider = row->product = PS_NONE;
  row->texts = g_new0 (char *, n + 1);
  row->numbers = g_new (gint64, n + 1);
  for (guint i = 0; i <= n; i++)
    row->numbers[i] = PS_NO_NUMBER;
  g_ptr_array_add (table->rows, row);
  return row;
}

/**
 * ps_figure_row_set_text: a cell of words, instead of whatever it had.
 */
void
ps_figure_row_set_text (PsFigureRow *row, guint column, const char *text)
{
  g_free (row->texts[column]);
  row->texts[column] = g_strdup (text);
  row->numbers[column] = PS_NO_NUMBER;
}

/**
 * ps_figure_row_set_number: a cell with a figure of its column's kind, instead of whatever it had.
 */
void
ps_figure_row_set_number (PsFigureRow *row, guint column, gint64 number)
{
  g_clear_pointer (&row->texts[column], g_free);
  row->numbers[column] = number;
}

/**
 * ps_figure_table_cell: a cell as people write it. In a column of words a cell without any is empty; a figure that is not known
 * is "–".
 *
 * Returns: (transfer full)
 */
char *
ps_figure_table_cell (const PsFigureTable *table, guint row, guint column)
{
  const PsFigureRow *it;
  const PsFigureColumn *of;

  g_assert (row < table->rows->len && column < table->columns->len);

  it = table->rows->pdata[row];
  of = table->columns->pdata[column];
  if (it->texts[column] != NULL)
    return g_strdup (it->texts[column]);
  return of->kind == PS_VALUE_TEXT ? g_strdup ("") : ps_value_format (of->kind, it->numbers[column]);
}

/**
 * ps_figure_table_find: the first row whose cell has exactly these words; NULL where there is none.
 */
PsFigureRow *
ps_figure_table_find (const PsFigureTable *table, guint column, const char *text)
{
  g_assert (column < table->columns->len);

  for (guint i = 0; i < table->rows->len; i++)
    {
      PsFigureRow *row = table->rows->pdata[i];

      if (g_strcmp0 (row->texts[column], text) == 0)
        return row;
    }
  return NULL;
}

/**
 * ps_tile_new: one figure with last year's. Free with ps_tile_free().
 * @last: over the same days a year before; PS_NO_NUMBER: not known
 * @note: (nullable): translated; NULL: last year's is said
 */
PsTile *
ps_tile_new (const char *id, const char *label, PsValueKind kind, gint64 value, gint64 last, const char *note)
{
  PsTile *tile = g_new0 (PsTile, 1);

  tile->id = g_strdup (id);
  tile->label = g_strdup (label);
  tile->kind = kind;
  tile->value = value;
  tile->last = last;
  tile->note = g_strdup (note);
  return tile;
}

void
ps_tile_free (PsTile *tile)
{
  if (tile == NULL)
    return;
  g_free (tile->id);
  g_free (tile->label);
  g_free (tile->note);
  g_free (tile);
}

/**
 * ps_tile_note: what stands below a tile's figure: its own note, else last year's.
 * @year: of the figure itself
 *
 * Returns: (transfer full) (nullable): NULL where there is nothing to say
 */
char *
ps_tile_note (const PsTile *tile, int year)
{
  g_autofree char *last = NULL;

  if (tile->note != NULL)
    return g_strdup (tile->note);
  if (tile->last == PS_NO_NUMBER)
    return NULL;
  last = ps_value_format (tile->kind, tile->last);
  /* Translators: last year's figure below this year's: "2023: 4,4 %" */
  return g_strdup_printf (_("%d: %s"), year - 1, last);
}
