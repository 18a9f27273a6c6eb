/* ps-csv-batch.c: some rows of a CSV file, in memory that is used again and again
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-batch.h"

/* The longest row grows at most threefold when Windows-1252 becomes UTF-8; each field has a NUL. */
#define LONGEST_ROW(n_columns) (3 * PS_CSV_MAX_ROW_BYTES + (gsize) (n_columns) + 1)
#define USUAL_ROW 192 /* bytes; where rows are longer, fewer go in a batch */

static gint n_alive;

/**
 * ps_csv_batch_new: room for `max_rows` rows of `n_columns` fields; it never grows.
 */
PsCsvBatch *
ps_csv_batch_new (guint n_columns, guint max_rows)
{
  PsCsvBatch *batch = g_new0 (PsCsvBatch, 1);

  g_assert (n_columns > 0 && n_columns <= PS_CSV_MAX_COLUMNS);
  batch->n_columns = n_columns;
  batch->max_rows = max_rows;
  batch->rows = g_new (PsCsvRow, max_rows);
  batch->fields = g_new (guint32, (gsize) max_rows * n_columns);
  batch->text_size = LONGEST_ROW (n_columns) + (gsize) max_rows * USUAL_ROW;
  batch->text = g_malloc (batch->text_size);
  ps_csv_batch_clear (batch);
  g_atomic_int_inc (&n_alive);
  return batch;
}

void
ps_csv_batch_free (PsCsvBatch *batch)
{
  if (batch == NULL)
    return;
  g_free (batch->rows);
  g_free (batch->fields);
  g_free (batch->text);
  g_free (batch);
  g_atomic_int_add (&n_alive, -1);
}

/**
 * ps_csv_batch_clear: no rows; place 0 of the text stays the empty string that missing fields refer to.
 */
void
ps_csv_batch_clear (PsCsvBatch *batch)
{
  batch->n_rows = 0;
  batch->text[0] = '\0';
  batch->text_used = 1;
}

/**
 * ps_csv_batch_has_room: whether a row of any permitted length still fits.
 */
gboolean
ps_csv_batch_has_room (const PsCsvBatch *batch)
{
  return batch->n_rows < batch->max_rows && batch->text_used + LONGEST_ROW (batch->n_columns) <= batch->text_size;
}

/**
 * ps_csv_batch_n_alive: how many batches there are in the program: what an import's memory is made of.
 */
guint
ps_csv_batch_n_alive (void)
{
  return (guint) g_atomic_int_get (&n_alive);
}
