/* ps-import-pipe.c: a file read and converted on a thread of its own, a bounded number of batches ahead
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *   reader thread: bytes → digest → rows → values → batch ──full──▶ the caller: writes them to the region
 *                                                        ◀──empty──
 *
 * The batches go round, so memory does not grow with the file, and the reader waits when the writer is behind.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-import-pipe.h"

#define N_BATCHES 4

struct _PsImportPipe
{
  PsCsvReader *reader; /* the thread's until it has ended, as the converter */
  PsCsvConverter converter;
  GAsyncQueue *full;
  GAsyncQueue *empty;
  GThread *thread;
  gint stopped;
};

static PsImportBatch *
batch_new (guint n_columns)
{
  PsImportBatch *batch = g_new0 (PsImportBatch, 1);

  batch->csv = ps_csv_batch_new (n_columns, PS_CSV_BATCH_ROWS);
  batch->rows = g_new (PsAnyRow, PS_CSV_BATCH_ROWS);
  ps_csv_problems_init (&batch->problems);
  return batch;
}

static void
batch_free (gpointer data)
{
  PsImportBatch *batch = data;

  ps_csv_batch_free (batch->csv);
  g_free (batch->rows);
  ps_csv_problems_clear (&batch->problems);
  g_clear_error (&batch->error);
  g_free (batch);
}

static gpointer
read_batches (gpointer data)
{
  PsImportPipe *pipe = data;
  PsCsvFill outcome = PS_CSV_MORE;

  while (outcome == PS_CSV_MORE && !g_atomic_int_get (&pipe->stopped))
    {
      PsImportBatch *batch = g_async_queue_pop (pipe->empty);

      outcome = batch->outcome = ps_csv_reader_fill (pipe->reader, batch->csv, &batch->error);
      batch->position = ps_csv_reader_position (pipe->reader);
      if (outcome == PS_CSV_MORE || outcome == PS_CSV_END)
        ps_csv_convert_batch (&pipe->converter, batch->csv, batch->rows, &batch->problems);
      g_async_queue_push (pipe->full, batch);
    }
  return NULL;
}

/**
 * ps_import_pipe_start: begins to read.
 * @reader: has read its header; the pipe takes it
 * @converter: copied
 */
PsImportPipe *
ps_import_pipe_start (PsCsvReader *reader, const PsCsvConverter *converter)
{
  PsImportPipe *pipe = g_new0 (PsImportPipe, 1);

  pipe->reader = reader;
  pipe->converter = *converter;
  pipe->full = g_async_queue_new_full (batch_free);
  pipe->empty = g_async_queue_new_full (batch_free);
  for (guint i = 0; i < N_BATCHES; i++)
    g_async_queue_push (pipe->empty, batch_new (ps_csv_reader_n_columns (reader)));
  pipe->thread = g_thread_new ("peilstok-import", read_batches, pipe);
  return pipe;
}

/**
 * ps_import_pipe_take: the next batch, to be given back; waits for it. Not after one whose outcome is not PS_CSV_MORE.
 */
PsImportBatch *
ps_import_pipe_take (PsImportPipe *pipe)
{
  return g_async_queue_pop (pipe->full);
}

void
ps_import_pipe_give_back (PsImportPipe *pipe, PsImportBatch *batch)
{
  g_async_queue_push (pipe->empty, batch);
}

/* The thread may wait for an empty batch: it gets one, sees that it is to stop, and ends. */
static void
stop (PsImportPipe *pipe)
{
  PsImportBatch *batch;

  if (pipe->thread == NULL)
    return;
  g_atomic_int_set (&pipe->stopped, TRUE);
  while ((batch = g_async_queue_try_pop (pipe->full)) != NULL)
    g_async_queue_push (pipe->empty, batch);
  g_thread_join (g_steal_pointer (&pipe->thread));
}

/**
 * ps_import_pipe_digest: of the whole file, after its last batch; owned by the caller.
 */
char *
ps_import_pipe_digest (PsImportPipe *pipe)
{
  stop (pipe);
  return g_strdup (ps_csv_source_digest (ps_csv_reader_source (pipe->reader)));
}

/**
 * ps_import_pipe_free: stops reading. All batches have been given back.
 */
void
ps_import_pipe_free (PsImportPipe *pipe)
{
  if (pipe == NULL)
    return;
  stop (pipe);
  g_async_queue_unref (pipe->full);
  g_async_queue_unref (pipe->empty);
  ps_csv_reader_free (pipe->reader);
  g_free (pipe);
}
