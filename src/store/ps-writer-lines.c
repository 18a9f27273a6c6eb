/* ps-writer-lines.c: declaration lines
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Few lines into a region that has many go one by one, looked up by their key. Many go in bulk: their key's index is made
 * afterwards, they are inserted on a thread of their own (ps-line-pipe.h), and those that may be doubles are set apart (ps-
 * line-stage.h).
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-key-set.h"
#include "ps-writer-private.h"

#define MAX_BLOOM_BYTES (32 * 1024 * 1024)

/* What a line takes in a file, roughly, and from how many on it is a bulk. */
#define BYTES_PER_LINE 80
#define MOST_BYTES_PER_LINE 90
#define MIN_BULK_LINES 20000

/* Where the region has lines already, so many go one by one to see whether they are new; of known ones bulk makes nothing faster. */
#define PROBE_LINES 1000

/* With more staged lines than this part of the region's, making the index now is quicker than reading all lines. */
#define STAGED_PART 50

void
ps_line_writer_free (PsLineWriter *lines)
{
  if (lines == NULL)
    return;
  ps_line_pipe_free (lines->pipe);
  ps_line_buffers_free (lines->buffers);
  ps_bloom_free (lines->seen);
  sqlite3_finalize (lines->find);
  sqlite3_finalize (lines->block);
  sqlite3_finalize (lines->staged);
  g_free (lines);
}

/* A full buffer becomes a block in the file. */
static gboolean
take_block (PsLineBlock *block, gpointer user_data, GError **error)
{
  PsWriter *writer = user_data;
  gboolean ok;

  if (writer->lines->pipe != NULL)
    {
      ps_line_pipe_put_block (writer->lines->pipe, block);
      return TRUE;
    }
  ok = ps_line_block_insert (writer->store, writer->lines->block, block, error);
  ps_line_block_free (block);
  return ok;
}

static guint64
hash_of_key (const PsLineWriter *lines, gint64 provider_id, const char *reference)
{
  return ps_hash_text (lines->seed ^ ps_hash_mix ((guint64) provider_id), reference);
}

/* Lines that were there before this run, from the index on their key, before that is dropped. */
static gboolean
remember_present (PsWriter *writer, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (writer->store, "SELECT provider_id, reference FROM declaration_line", error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (writer->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      ps_bloom_add (writer->lines->seen, hash_of_key (writer->lines, sqlite3_column_int64 (select, 0),
                                                      (const char *) sqlite3_column_text (select, 1)));
    }
  return FALSE;
}

/* Lines that are so far apart in a batch wait for the memory of the filter at the same time. */
#define FETCH_AHEAD 16

/* Gives the lines of a batch that are new their ids and copies; those that may be doubles are left without, and so set apart. */
static gboolean
number_batch (PsPipeLine *rows, guint n, gpointer user_data, GError **error)
{
  PsWriter *writer = user_data;
  PsLineWriter *lines = writer->lines;
  PsTable *table = writer->tables[PS_TABLE_LINE];

  for (guint i = 0; i < n + FETCH_AHEAD; i++)
    {
      PsPipeLine *row = i >= FETCH_AHEAD ? &rows[i - FETCH_AHEAD] : NULL;

      if (i < n)
        ps_bloom_fetch (lines->seen, rows[i].key_hash);
      if (row == NULL)
        continue;
      if (ps_bloom_add (lines->seen, row->key_hash))
        {
          lines->n_staged++;
          continue;
        }
      row->line.id = table->next_id++;
      lines->n_added++;
      if (!ps_line_buffers_add (lines->buffers, row->provider_id, row->instalment, &row->line, error))
        return FALSE;
    }
  return TRUE;
}

static void
start_pipe (PsWriter *writer)
{
  PsLineWriter *lines = writer->lines;
  PsPipeStatements statements = { writer->tables[PS_TABLE_LINE]->insert, lines->staged, lines->block };

  lines->pipe = ps_line_pipe_new (writer->store, &statements, number_batch, writer);
}

/* Everything that has to be asked of the database is asked before the pipe takes the connection. */
static gboolean
begin_bulk (PsWriter *writer, guint64 n_lines, GError **error)
{
  PsLineWriter *lines = writer->lines;

  lines->seed = (guint64) g_random_int () << 32 | g_random_int ();
  lines->seen = ps_bloom_new (n_lines, MAX_BLOOM_BYTES);
  if (!ps_line_stage_create (writer->store, error)
      || (lines->staged = ps_line_stage_prepare_insert (writer->store, error)) == NULL || !remember_present (writer, error)
      || !ps_bulk_drop_indices (writer->bulk, "declaration_line", error) || !ps_assignment_map_load (writer->assignments, error)
      || !ps_bulk_set_used (writer->bulk, ps_assignment_map_size (writer->assignments) + MAX_BLOOM_BYTES, error))
    return FALSE;
  start_pipe (writer);
  return TRUE;
}

/* Lines that the region has, about: ids of lines that were taken out again are not used again. */
static guint64
n_present (const PsTable *table)
{
  return (guint64) (table->was_empty ? table->next_id - table->run_first : table->next_id - 1);
}

/* Bulk pays where many lines come, and not only few to many. 0: it does not. */
static guint64
bulk_lines (PsWriter *writer, guint64 n_there)
{
  guint64 n_coming = writer->declaration_bytes / BYTES_PER_LINE;

  if (!ps_bulk_is_on (writer->bulk) || n_coming < MIN_BULK_LINES || n_coming * 3 < n_there)
    return 0;
  return n_coming + n_there;
}

/* A file that was taken back may have left the region without the index. */
static gboolean
begin_one_by_one (PsWriter *writer, guint64 bulk, GError **error)
{
  writer->lines->n_bulk = bulk;
  writer->lines->n_to_probe = PROBE_LINES;
  return ps_bulk_make_indices (writer->bulk, "declaration_line", error);
}

static gboolean
begin_lines (PsWriter *writer, GError **error)
{
  PsTable *table = ps_writer_table (writer, PS_TABLE_LINE, error);
  PsLineWriter *lines;
  guint64 bulk;

  if (table == NULL)
    return FALSE;
  g_clear_pointer (&writer->care_keys, ps_key_set_free);
  lines = writer->lines = g_new0 (PsLineWriter, 1);
  if ((lines->block = ps_line_block_prepare_insert (writer->store, error)) == NULL
      || (lines->buffers = ps_line_buffers_new (writer->store, take_block, writer, error)) == NULL)
    return FALSE;
  lines->find = ps_sql_prepare (writer->store, "SELECT id FROM declaration_line WHERE provider_id = ? AND reference = ?", error);
  if (lines->find == NULL)
    return FALSE;
  bulk = bulk_lines (writer, n_present (table));
  if (bulk > 0 && n_present (table) == 0)
    return begin_bulk (writer, bulk, error);
  return begin_one_by_one (writer, bulk, error);
}

/* After the last line of the probe: on in bulk when most of them were new. */
static gboolean
end_probe (PsWriter *writer, GError **error)
{
  PsLineWriter *lines = writer->lines;
  guint64 bulk;

  if (lines->n_bulk == 0 || --lines->n_to_probe > 0)
    return TRUE;
  if (lines->n_known * 2 > PROBE_LINES)
    lines->n_bulk = 0;
  if (lines->n_bulk == 0)
    return TRUE;
  bulk = lines->n_bulk;
  lines->n_bulk = 0;
  return begin_bulk (writer, bulk, error);
}

static PsPut
refuse_known (PsWriter *writer, PsOrigin origin, const char *reference)
{
  return ps_writer_refuse (writer, origin, "referentienummer", reference,
                           _("this provider has a declaration line with this reference already, with other values"));
}

static PsPut
add_to_block (PsWriter *writer, const PsPipeLine *line, GError **error)
{
  if (!ps_line_buffers_add (writer->lines->buffers, line->provider_id, line->instalment, &line->line, error))
    return PS_PUT_FAILED;
  return PS_PUT_ADDED;
}

static void
bind_line (PsStatement *statement, gconstpointer data)
{
  ps_pipe_line_bind (statement, data);
}

static gboolean
find_line (PsWriter *writer, const PsPipeLine *line, gint64 *id, GError **error)
{
  PsStatement *find = writer->lines->find;
  gboolean row;

  *id = 0;
  sqlite3_bind_int64 (find, 1, line->provider_id);
  ps_sql_bind_text (find, 2, line->reference);
  if (!ps_sql_step_row (writer->store, find, &row, error))
    return FALSE;
  if (row)
    *id = sqlite3_column_int64 (find, 0);
  sqlite3_reset (find);
  return TRUE;
}

static gboolean
is_same (PsWriter *writer, const PsPipeLine *line, gint64 id, gboolean *same, GError **error)
{
  PsTable *table = writer->tables[PS_TABLE_LINE];

  sqlite3_bind_int64 (table->same, 1, id);
  ps_pipe_line_bind (table->same, line);
  if (!ps_sql_step_row (writer->store, table->same, same, error))
    return FALSE;
  sqlite3_reset (table->same);
  return TRUE;
}

/* A known line with other values is an error, not an update (files-and-cli.md). */
static PsPut
put_one (PsWriter *writer, PsPipeLine *line, GError **error)
{
  PsRowKey key = { line->origin, "referentienummer", line->reference };
  gboolean same;
  gint64 id;
  PsPut put;

  if (!find_line (writer, line, &id, error))
    return PS_PUT_FAILED;
  if (id != 0)
    {
      writer->lines->n_known++;
      if (!is_same (writer, line, id, &same, error))
        return PS_PUT_FAILED;
      return same ? PS_PUT_UNCHANGED : refuse_known (writer, line->origin, line->reference);
    }
  put = ps_writer_put_row (writer, PS_TABLE_LINE, &line->line.id, bind_line, line, &key, error);
  return put == PS_PUT_ADDED ? add_to_block (writer, line, error) : put;
}

static PsPut
check_row (PsWriter *writer, const PsLineRow *row, const PsCode *municipality, const PsCode *product)
{
  if (municipality == NULL || product == NULL)
    return PS_PUT_REFUSED;
  if (product->funding == PS_FUNDING_PXQ && row->tariff_e4 == PS_NO_NUMBER)
    return ps_writer_refuse (writer, row->origin, "tarief", NULL, _("a line of this product needs a tariff"));
  if (row->to < row->from)
    return ps_writer_refuse (writer, row->origin, "periode_tot", NULL, _("the period ends before it starts"));
  return PS_PUT_ADDED;
}

static void
fill_line (PsPipeLine *line, const PsLineRow *row, const PsAssignmentRef *assignment, const PsCode *product)
{
  *line = (PsPipeLine){
    .line = { 0, assignment->id, product->id, row->volume_milli, row->tariff_e4, row->amount_cents, row->from, row->to, row->unit,
              row->status },
    .provider_id = assignment->provider_id,
    .origin = row->origin,
    .reference = row->reference,
    .declaration_number = row->declaration_number,
    .instalment = product->funding == PS_FUNDING_TRAJECT,
  };
}

PsPut
ps_writer_put_line (PsWriter *writer, const PsLineRow *row, GError **error)
{
  const PsCode *municipality = ps_writer_need_code (writer, PS_CODES_MUNICIPALITY, row->municipality, row->origin, "gemeente");
  const PsCode *product = ps_writer_need_code (writer, PS_CODES_PRODUCT, row->product, row->origin, "product");
  PsAssignmentRef assignment;
  PsPipeLine line;

  if (writer->lines == NULL && !begin_lines (writer, error))
    return PS_PUT_FAILED;
  if (check_row (writer, row, municipality, product) != PS_PUT_ADDED)
    return PS_PUT_REFUSED;
  if (!ps_assignment_map_find (writer->assignments, municipality->id, row->number, &assignment, error))
    return PS_PUT_FAILED;
  if (assignment.id == 0)
    return ps_writer_refuse (writer, row->origin, "toewijzingnummer", row->number,
                             _("this municipality has no such assignment"));
  fill_line (&line, row, &assignment, product);
  if (writer->lines->pipe == NULL)
    {
      PsPut put = put_one (writer, &line, error);

      return end_probe (writer, error) ? put : PS_PUT_FAILED;
    }
  writer->n_line_rows++;
  line.key_hash = hash_of_key (writer->lines, line.provider_id, line.reference);
  return ps_line_pipe_put (writer->lines->pipe, &line, error) ? PS_PUT_LATER : PS_PUT_FAILED;
}

typedef struct
{
  PsWriter *writer;
  PsWriterCounts *later;
} Deciding;

static gboolean
is_instalment (PsWriter *writer, gint64 product_id)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, writer->codes[PS_CODES_PRODUCT].by_code);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((const PsCode *) value)->id == product_id)
      return ((const PsCode *) value)->funding == PS_FUNDING_TRAJECT;
  g_assert_not_reached ();
}

static gboolean
decide_staged (const PsPipeLine *staged, PsStagedVerdict verdict, gpointer user_data, GError **error)
{
  Deciding *deciding = user_data;
  PsWriter *writer = deciding->writer;
  PsPipeLine line = *staged;
  PsRowKey key = { line.origin, "referentienummer", line.reference };
  PsPut put = PS_PUT_UNCHANGED;

  if (verdict == PS_STAGED_DIFFERENT)
    put = refuse_known (writer, line.origin, line.reference);
  else if (verdict == PS_STAGED_NEW)
    put = ps_writer_put_row (writer, PS_TABLE_LINE, &line.line.id, bind_line, &line, &key, error);
  line.instalment = is_instalment (writer, line.line.product_id);
  if (put == PS_PUT_ADDED)
    put = add_to_block (writer, &line, error);
  ps_writer_count (deciding->later, put);
  return put != PS_PUT_FAILED;
}

/* The index is going to be made anyway: when most of what is coming has come, now is as good as later. */
static gboolean
is_better_indexed (PsWriter *writer)
{
  return writer->n_line_rows * MOST_BYTES_PER_LINE >= writer->declaration_bytes
         || writer->lines->n_staged * STAGED_PART > n_present (writer->tables[PS_TABLE_LINE]);
}

static gboolean
decide_all (PsWriter *writer, PsWriterCounts *later, GError **error)
{
  PsLineWriter *lines = writer->lines;
  Deciding deciding = { writer, later };
  gboolean make_index = is_better_indexed (writer);

  lines->n_staged = 0;
  if (make_index)
    g_clear_pointer (&lines->seen, ps_bloom_free); /* from here on the index tells */
  if (make_index && !ps_bulk_make_indices (writer->bulk, "declaration_line", error))
    return FALSE;
  return ps_line_stage_compare (writer->store, make_index, error)
         && ps_line_stage_decide (writer->store, decide_staged, &deciding, error);
}

/* Writes what is waiting, so that the file is whole in the database, and decides on the lines that were set apart. */
gboolean
ps_writer_end_lines (PsWriter *writer, PsWriterCounts *later, GError **error)
{
  PsLineWriter *lines = writer->lines;
  PsLinePipe *pipe;
  gboolean ok = TRUE;

  if (lines == NULL)
    return TRUE;
  if (lines->pipe != NULL && !ps_line_pipe_drain (lines->pipe, error))
    return FALSE;
  pipe = g_steal_pointer (&lines->pipe); /* from here on this thread has the connection */
  later->added += lines->n_added;
  lines->n_added = 0;
  if (lines->n_staged > 0)
    ok = decide_all (writer, later, error);
  ok = ok && ps_line_buffers_flush (lines->buffers, error);
  /* With its index there again, lines go one by one. */
  if (ps_bulk_has_dropped (writer->bulk, "declaration_line"))
    lines->pipe = pipe;
  else
    ps_line_pipe_free (pipe);
  return ok;
}
