/* ps-line-pipe.c: lines on their way to the file, on a thread of their own
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The maker fills a batch and sends it; the thread inserts its lines and blocks and sends it back empty. There are
 * N_BATCHES, so the maker waits when the thread is behind, and the memory of the pipe is bounded.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-line-pipe.h"

#define N_BATCHES 4
#define BATCH_LINES 1024

typedef struct
{
  PsPipeLine lines[BATCH_LINES]; /* texts are offsets into `texts` + 1 until the thread reads them */
  guint n;
  GByteArray *texts;
  GPtrArray *blocks; /* PsLineBlock */
  gboolean last;     /* the thread ends after it */
} Batch;

struct _PsLinePipe
{
  PsStore *store;
  PsPipeStatements statements;
  PsBatchFunc func;
  gpointer user_data;
  GThread *thread;
  GAsyncQueue *full;
  GAsyncQueue *empty;
  Batch *current; /* being filled */
  GError *error;  /* the thread's; read after it has been seen in `failed` */
  gint failed;
};

static Batch *
batch_new (void)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->texts = g_byte_array_new ();
  batch->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_line_block_free);
  return batch;
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_byte_array_unref (batch->texts);
  g_ptr_array_unref (batch->blocks);
  g_free (batch);
}

static void
batch_empty (Batch *batch)
{
  batch->n = 0;
  g_byte_array_set_size (batch->texts, 0);
  g_ptr_array_set_size (batch->blocks, 0);
}

void
ps_pipe_line_bind (PsStatement *statement, const PsPipeLine *row)
{
  const PsStoredLine *line = &row->line;

  sqlite3_bind_int64 (statement, 2, row->provider_id);
  ps_sql_bind_text (statement, 3, row->reference);
  sqlite3_bind_int64 (statement, 4, line->assignment_id);
  sqlite3_bind_int64 (statement, 5, line->product_id);
  sqlite3_bind_int (statement, 6, line->from);
  sqlite3_bind_int (statement, 7, line->to);
  sqlite3_bind_int64 (statement, 8, line->volume_milli);
  sqlite3_bind_int (statement, 9, line->unit);
  ps_sql_bind_number (statement, 10, line->tariff_e4);
  sqlite3_bind_int64 (statement, 11, line->amount_cents);
  sqlite3_bind_int (statement, 12, line->status);
  ps_sql_bind_text (statement, 13, row->declaration_number);
}

static const char *
text_at (const Batch *batch, const char *offset)
{
  return offset == NULL ? NULL : (const char *) batch->texts->data + GPOINTER_TO_SIZE (offset) - 1;
}

static gboolean
insert_line (PsLinePipe *pipe, Batch *batch, PsPipeLine *row, GError **error)
{
  gboolean staged = row->line.id == 0;
  PsStatement *insert = staged ? pipe->statements.staged : pipe->statements.line;

  row->reference = text_at (batch, row->reference);
  row->declaration_number = text_at (batch, row->declaration_number);
  ps_pipe_line_bind (insert, row);
  if (staged)
    {
      sqlite3_bind_int64 (insert, 14, row->origin.file);
      sqlite3_bind_int64 (insert, 15, row->origin.line);
    }
  else
    sqlite3_bind_int64 (insert, 1, row->line.id);
  return ps_sql_run (pipe->store, insert, error);
}

static gboolean
insert_batch (PsLinePipe *pipe, Batch *batch, GError **error)
{
  for (guint i = 0; i < batch->n; i++)
    if (!insert_line (pipe, batch, &batch->lines[i], error))
      return FALSE;
  for (guint i = 0; i < batch->blocks->len; i++)
    if (!ps_line_block_insert (pipe->store, pipe->statements.block, g_ptr_array_index (batch->blocks, i), error))
      return FALSE;
  return TRUE;
}

static gpointer
run (gpointer data)
{
  PsLinePipe *pipe = data;
  gboolean last;

  do
    {
      Batch *batch = g_async_queue_pop (pipe->full);

      last = batch->last;
      if (pipe->error == NULL && !insert_batch (pipe, batch, &pipe->error))
        g_atomic_int_set (&pipe->failed, 1);
      batch_empty (batch);
      g_async_queue_push (pipe->empty, batch);
    }
  while (!last);
  return NULL;
}

PsLinePipe *
ps_line_pipe_new (PsStore *store, const PsPipeStatements *statements, PsBatchFunc func, gpointer user_data)
{
  PsLinePipe *pipe = g_new0 (PsLinePipe, 1);

  pipe->store = store;
  pipe->statements = *statements;
  pipe->func = func;
  pipe->user_data = user_data;
  pipe->full = g_async_queue_new_full (batch_free);
  pipe->empty = g_async_queue_new_full (batch_free);
  for (int i = 0; i < N_BATCHES; i++)
    g_async_queue_push (pipe->empty, batch_new ());
  pipe->current = g_async_queue_pop (pipe->empty);
  pipe->thread = g_thread_new ("lines", run, pipe);
  return pipe;
}

/* Lines that were not drained are lost. */
void
ps_line_pipe_free (PsLinePipe *pipe)
{
  if (pipe == NULL)
    return;
  batch_empty (pipe->current);
  pipe->current->last = TRUE;
  g_async_queue_push (pipe->full, pipe->current);
  g_thread_join (pipe->thread);
  g_async_queue_unref (pipe->full);
  g_async_queue_unref (pipe->empty);
  g_clear_error (&pipe->error);
  g_free (pipe);
}

static gboolean
has_failed (PsLinePipe *pipe, GError **error)
{
  if (g_atomic_int_get (&pipe->failed) == 0)
    return FALSE;
  g_propagate_error (error, g_error_copy (pipe->error));
  return TRUE;
}

static gboolean
send (PsLinePipe *pipe, GError **error)
{
  Batch *batch = pipe->current;

  if (!pipe->func (batch->lines, batch->n, pipe->user_data, error))
    return FALSE;
  g_async_queue_push (pipe->full, batch);
  pipe->current = g_async_queue_pop (pipe->empty);
  return !has_failed (pipe, error);
}

static const char *
keep_text (Batch *batch, const char *text)
{
  gsize offset = batch->texts->len;

  if (text == NULL)
    return NULL;
  g_byte_array_append (batch->texts, (const guint8 *) text, strlen (text) + 1);
  return GSIZE_TO_POINTER (offset + 1);
}

/* Copies the line and its texts. */
gboolean
ps_line_pipe_put (PsLinePipe *pipe, const PsPipeLine *line, GError **error)
{
  Batch *batch = pipe->current;
  PsPipeLine *kept = &batch->lines[batch->n++];

  *kept = *line;
  kept->reference = keep_text (batch, line->reference);
  kept->declaration_number = keep_text (batch, line->declaration_number);
  return batch->n < BATCH_LINES || send (pipe, error);
}

/* Takes @block over. It goes with the batch that is being filled. */
void
ps_line_pipe_put_block (PsLinePipe *pipe, PsLineBlock *block)
{
  g_ptr_array_add (pipe->current->blocks, block);
}

gboolean
ps_line_pipe_drain (PsLinePipe *pipe, GError **error)
{
  Batch *batches[N_BATCHES - 1];

  if (!send (pipe, error))
    return FALSE;
  for (int i = 0; i < N_BATCHES - 1; i++)
    batches[i] = g_async_queue_pop (pipe->empty);
  for (int i = 0; i < N_BATCHES - 1; i++)
    g_async_queue_push (pipe->empty, batches[i]);
  return !has_failed (pipe, error);
}
