/* ps-line-buffers.c: blocks of lines in the making
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-line-buffers.h"

/* Bytes of all buffers together before they go to the file. */
#define MAX_BYTES (10 * 1024 * 1024)

typedef struct
{
  gint64 key;
  int next_sequence;
  PsLineEncoder encoder; /* its data is NULL while there is nothing in it */
} Buffer;

struct _PsLineBuffers
{
  PsLineBlockFunc func;
  gpointer user_data;
  GHashTable *by_key; /* the key in the buffer → Buffer */
  Buffer *last;       /* lines of a provider come one after the other */
  gsize n_bytes;
};

/* A year takes twelve bits. */
static gint64
make_key (gint64 provider_id, int year, gboolean instalment)
{
  return provider_id << 13 | year << 1 | (instalment ? 1 : 0);
}

static void
buffer_free (gpointer data)
{
  Buffer *buffer = data;

  ps_line_encoder_clear (&buffer->encoder);
  g_free (buffer);
}

static Buffer *
add_buffer (PsLineBuffers *buffers, gint64 key, int next_sequence)
{
  Buffer *buffer = g_new0 (Buffer, 1);

  buffer->key = key;
  buffer->next_sequence = next_sequence;
  g_hash_table_insert (buffers->by_key, &buffer->key, buffer);
  return buffer;
}

/* Where the blocks that are in the file already end. */
static gboolean
load_sequences (PsLineBuffers *buffers, PsStore *store, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (store,
                           "SELECT provider_id, year, instalment, max (sequence) FROM line_block"
                           " GROUP BY provider_id, year, instalment",
                           error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return TRUE;
      add_buffer (buffers,
                  make_key (sqlite3_column_int64 (select, 0), sqlite3_column_int (select, 1), sqlite3_column_int (select, 2)),
                  sqlite3_column_int (select, 3) + 1);
    }
  return FALSE;
}

/* @func takes the blocks that are full. */
PsLineBuffers *
ps_line_buffers_new (PsStore *store, PsLineBlockFunc func, gpointer user_data, GError **error)
{
  PsLineBuffers *buffers = g_new0 (PsLineBuffers, 1);

  buffers->func = func;
  buffers->user_data = user_data;
  buffers->by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, buffer_free);
  if (load_sequences (buffers, store, error))
    return buffers;
  ps_line_buffers_free (buffers);
  return NULL;
}

/* What was not flushed is lost. */
void
ps_line_buffers_free (PsLineBuffers *buffers)
{
  if (buffers == NULL)
    return;
  g_hash_table_unref (buffers->by_key);
  g_free (buffers);
}

static Buffer *
find_buffer (PsLineBuffers *buffers, gint64 key)
{
  if (buffers->last != NULL && buffers->last->key == key)
    return buffers->last;
  buffers->last = g_hash_table_lookup (buffers->by_key, &key);
  if (buffers->last == NULL)
    buffers->last = add_buffer (buffers, key, 0);
  return buffers->last;
}

gboolean
ps_line_buffers_add (PsLineBuffers *buffers, gint64 provider_id, gboolean instalment, const PsStoredLine *line, GError **error)
{
  Buffer *buffer = find_buffer (buffers, make_key (provider_id, ps_date_year (line->from), instalment));
  gsize before;

  if (buffer->encoder.data == NULL)
    ps_line_encoder_init (&buffer->encoder);
  before = buffer->encoder.data->len;
  ps_line_encoder_add (&buffer->encoder, line);
  buffers->n_bytes += buffer->encoder.data->len - before;
  return buffers->n_bytes < MAX_BYTES || ps_line_buffers_flush (buffers, error);
}

static PsLineBlock *
take_block (Buffer *buffer)
{
  PsLineBlock *block = g_new0 (PsLineBlock, 1);

  block->provider_id = buffer->key >> 13;
  block->year = buffer->key >> 1 & 0xfff;
  block->instalment = buffer->key & 1;
  block->sequence = buffer->next_sequence++;
  block->n_lines = buffer->encoder.n_lines;
  block->last_day = buffer->encoder.last_day;
  block->data = g_steal_pointer (&buffer->encoder.data);
  return block;
}

gboolean
ps_line_buffers_flush (PsLineBuffers *buffers, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  buffers->n_bytes = 0;
  g_hash_table_iter_init (&iter, buffers->by_key);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Buffer *buffer = value;

      if (buffer->encoder.data != NULL && !buffers->func (take_block (buffer), buffers->user_data, error))
        return FALSE;
    }
  return TRUE;
}

void
ps_line_block_free (PsLineBlock *block)
{
  g_byte_array_unref (block->data);
  g_free (block);
}

PsStatement *
ps_line_block_prepare_insert (PsStore *store, GError **error)
{
  return ps_sql_prepare (store,
                         "INSERT INTO line_block (provider_id, year, instalment, sequence, n_lines, last_day, data)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?)",
                         error);
}

gboolean
ps_line_block_insert (PsStore *store, PsStatement *insert, const PsLineBlock *block, GError **error)
{
  sqlite3_bind_int64 (insert, 1, block->provider_id);
  sqlite3_bind_int (insert, 2, block->year);
  sqlite3_bind_int (insert, 3, block->instalment);
  sqlite3_bind_int (insert, 4, block->sequence);
  sqlite3_bind_int64 (insert, 5, block->n_lines);
  sqlite3_bind_int (insert, 6, block->last_day);
  sqlite3_bind_blob64 (insert, 7, block->data->data, block->data->len, SQLITE_STATIC);
  return ps_sql_run (store, insert, error);
}
