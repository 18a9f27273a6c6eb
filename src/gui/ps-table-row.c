/* ps-table-row.c: one row of a table of figures
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-table"

#include <string.h>

#include "core/ps-number.h"
#include "ps-table-private.h"

struct _PsTableRow
{
  GObject parent;

  guint64 id;
  gpointer data;
  GDestroyNotify free_data;
  guint n_columns;
  gint64 *numbers;   /* PS_NO_NUMBER: empty */
  char **texts;      /* NULL: none */
  char **collations; /* made when first sorted by that column; NULL until then */
  char *folded;      /* made when first filtered */
  gboolean has_kind; /* of its own; else the columns' */
  PsColumnKind kind;
  gboolean is_last; /* below all others, in every order */
};

G_DEFINE_FINAL_TYPE (PsTableRow, ps_table_row, G_TYPE_OBJECT)

static void
free_texts (char **texts, guint n)
{
  for (guint i = 0; texts != NULL && i < n; i++)
    g_free (texts[i]);
  g_free (texts);
}

static void
ps_table_row_finalize (GObject *object)
{
  PsTableRow *self = PS_TABLE_ROW (object);

  if (self->free_data != NULL && self->data != NULL)
    self->free_data (self->data);
  free_texts (self->texts, self->n_columns);
  free_texts (self->collations, self->n_columns);
  g_free (self->folded);
  g_free (self->numbers);
  G_OBJECT_CLASS (ps_table_row_parent_class)->finalize (object);
}

static void
ps_table_row_class_init (PsTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ps_table_row_finalize;
}

static void
ps_table_row_init (PsTableRow *self)
{
}

/**
 * ps_table_row_new:
 * @n_columns: of the table it is for
 * @id: the page's own number; a selection is kept by it
 * @data: (nullable): the page's own
 * @free_data: (nullable): frees @data
 *
 * Returns: (transfer full): a row of empty cells
 */
PsTableRow *
ps_table_row_new (guint n_columns, guint64 id, gpointer data, GDestroyNotify free_data)
{
  PsTableRow *self = g_object_new (PS_TYPE_TABLE_ROW, NULL);

  self->id = id;
  self->data = data;
  self->free_data = free_data;
  self->n_columns = n_columns;
  self->numbers = g_new (gint64, n_columns);
  self->texts = g_new0 (char *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->numbers[i] = PS_NO_NUMBER;
  return self;
}

void
ps_table_row_set_text (PsTableRow *self, guint column, const char *text)
{
  g_return_if_fail (PS_IS_TABLE_ROW (self));
  g_return_if_fail (column < self->n_columns);

  g_free (self->texts[column]);
  self->texts[column] = g_strdup (text);
}

/**
 * ps_table_row_set_number:
 * @number: in the unit of the column's kind (cents, basis points, …); PS_NO_NUMBER for an empty cell
 */
void
ps_table_row_set_number (PsTableRow *self, guint column, gint64 number)
{
  g_return_if_fail (PS_IS_TABLE_ROW (self));
  g_return_if_fail (column < self->n_columns);

  self->numbers[column] = number;
}

guint64
ps_table_row_get_id (PsTableRow *self)
{
  g_return_val_if_fail (PS_IS_TABLE_ROW (self), 0);
  return self->id;
}

gpointer
ps_table_row_get_data (PsTableRow *self)
{
  g_return_val_if_fail (PS_IS_TABLE_ROW (self), NULL);
  return self->data;
}

const char *
ps_table_row_get_text (PsTableRow *self, guint column)
{
  g_return_val_if_fail (PS_IS_TABLE_ROW (self), NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);
  return self->texts[column];
}

gint64
ps_table_row_get_number (PsTableRow *self, guint column)
{
  g_return_val_if_fail (PS_IS_TABLE_ROW (self), PS_NO_NUMBER);
  g_return_val_if_fail (column < self->n_columns, PS_NO_NUMBER);
  return self->numbers[column];
}

void
ps_table_row_set_kind (PsTableRow *self, PsColumnKind kind)
{
  g_return_if_fail (PS_IS_TABLE_ROW (self));
  g_return_if_fail (kind != PS_COLUMN_TEXT && kind != PS_COLUMN_DRAWING);

  self->has_kind = TRUE;
  self->kind = kind;
}

gboolean
ps_table_row_has_kind (PsTableRow *self)
{
  return self->has_kind;
}

void
ps_table_row_set_last (PsTableRow *self)
{
  g_return_if_fail (PS_IS_TABLE_ROW (self));

  self->is_last = TRUE;
}

gboolean
ps_table_row_is_last (PsTableRow *self)
{
  return self->is_last;
}

PsColumnKind
ps_table_row_kind (PsTableRow *self, PsColumnKind column_kind)
{
  gboolean is_number = column_kind != PS_COLUMN_TEXT && column_kind != PS_COLUMN_DRAWING;

  return self->has_kind && is_number ? self->kind : column_kind;
}

/* The key by which a text sorts; "" for an empty cell. Kept: a list is sorted more than once. */
const char *
ps_table_row_collation (PsTableRow *self, guint column)
{
  if (self->collations == NULL)
    self->collations = g_new0 (char *, self->n_columns);
  if (self->collations[column] == NULL)
    self->collations[column] = ps_table_collation_key (self->texts[column] != NULL ? self->texts[column] : "");
  return self->collations[column];
}

/* All texts of the row, folded, one a line: what a filter looks in. */
const char *
ps_table_row_folded (PsTableRow *self)
{
  if (self->folded == NULL)
    {
      g_autoptr (GString) all = g_string_new (NULL);

      for (guint i = 0; i < self->n_columns; i++)
        if (self->texts[i] != NULL)
          {
            g_string_append (all, self->texts[i]);
            g_string_append_c (all, '\n');
          }
      self->folded = ps_fold (all->str);
    }
  return self->folded;
}
