/* ps-writer.c: one run of writing: begin, files, commit or roll back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-audit.h"
#include "ps-blocks.h"
#include "ps-key-set.h"
#include "ps-writer-private.h"

/* From so many declaration bytes on, and a third of what is there, the database is set up for many rows. */
#define BULK_BYTES (2 * 1024 * 1024)
#define BYTES_PER_LINE 80

static void
free_tables (PsWriter *writer)
{
  for (int i = 0; i < PS_N_TABLES; i++)
    g_clear_pointer (&writer->tables[i], ps_table_free);
}

static void
free_finders (PsWriter *writer)
{
  g_clear_pointer (&writer->find_care, sqlite3_finalize);
  g_clear_pointer (&writer->find_advance, sqlite3_finalize);
  g_clear_pointer (&writer->find_peildatum, sqlite3_finalize);
  g_clear_pointer (&writer->find_measurement, sqlite3_finalize);
  ps_writer_forget_noted (writer);
}

/* All that was prepared or read within the transaction. */
static void
free_state (PsWriter *writer)
{
  g_clear_pointer (&writer->lines, ps_line_writer_free);
  g_clear_pointer (&writer->care_keys, ps_key_set_free);
  g_clear_pointer (&writer->assignments, ps_assignment_map_free);
  ps_bits_clear (&writer->touched);
  ps_bits_clear (&writer->with_lines);
  writer->with_lines_next_id = 0;
  ps_writer_forget_pending (writer);
  ps_writer_clear_codes (writer);
  ps_writer_clear_changes (writer);
  free_finders (writer);
  free_tables (writer);
}

static void
writer_free (PsWriter *writer)
{
  free_state (writer);
  ps_bulk_free (writer->bulk);
  g_clear_error (&writer->deferred);
  g_clear_pointer (&writer->absent, g_array_unref);
  g_array_unref (writer->ends);
  g_free (writer->actor);
  g_free (writer->action);
  g_free (writer);
}

static gboolean
prepare_finders (PsWriter *writer, GError **error)
{
  PsStore *store = writer->store;

  writer->find_care = ps_sql_prepare (store, "SELECT id FROM care_period WHERE assignment_id = ? AND starts_on = ?", error);
  if (writer->find_care == NULL)
    return FALSE;
  writer->find_advance = ps_sql_prepare (store,
                                         "SELECT id FROM advance WHERE provider_id = ? AND month = ? AND product_id = ?"
                                         " AND municipality_id = ?",
                                         error);
  if (writer->find_advance == NULL)
    return FALSE;
  writer->find_peildatum =
      ps_sql_prepare (store, "SELECT id, closed_by, label, data_through FROM peildatum WHERE day = ?", error);
  if (writer->find_peildatum == NULL)
    return FALSE;
  writer->find_measurement = ps_sql_prepare (store,
                                             "SELECT id FROM measurement WHERE provider_id = ? AND peildatum_id = ?"
                                             " AND product_id = ? AND municipality_id = ?",
                                             error);
  return writer->find_measurement != NULL;
}

static gboolean
load_state (PsWriter *writer, GError **error)
{
  writer->assignments = ps_assignment_map_new (writer->store, error);
  return writer->assignments != NULL && ps_writer_load_codes (writer, error) && ps_writer_begin_changes (writer, error)
         && prepare_finders (writer, error);
}

/* The region as it was before; the writer is gone. */
void
ps_writer_rollback (PsWriter *writer)
{
  if (writer == NULL)
    return;
  free_state (writer);
  if (!sqlite3_get_autocommit (writer->store->db))
    sqlite3_exec (writer->store->db, "ROLLBACK", NULL, NULL, NULL);
  ps_bulk_end (writer->bulk);
  writer_free (writer);
}

/**
 * ps_writer_begin:
 * @store: opened to write
 * @actor: who writes: the login name
 * @action: what is done, for the trail: "import"
 * @refuse: (nullable): is told of each row that is refused, and why
 *
 * Nobody else can write until ps_writer_commit() or ps_writer_rollback(). Returns NULL with a PsStoreError.
 */
PsWriter *
ps_writer_begin (PsStore *store, const char *actor, const char *action, PsRefuseFunc refuse, gpointer refuse_data, GError **error)
{
  PsWriter *writer;

  g_return_val_if_fail (store->mode == PS_STORE_WRITE, NULL);
  if (!ps_sql_exec (store, "BEGIN IMMEDIATE", error))
    return NULL;
  writer = g_new0 (PsWriter, 1);
  writer->store = store;
  writer->actor = g_strdup (actor);
  writer->action = g_strdup (action);
  writer->refuse = refuse;
  writer->refuse_data = refuse_data;
  writer->bulk = ps_bulk_new (store);
  writer->ends = g_array_new (FALSE, TRUE, sizeof (PsFileEnd));
  if (load_state (writer, error))
    return writer;
  ps_writer_rollback (writer);
  return NULL;
}

static gboolean
is_bulk (PsWriter *writer, guint64 declaration_bytes, GError **error)
{
  gint64 n_present;

  return declaration_bytes >= BULK_BYTES
         && ps_sql_get_int (writer->store, "SELECT max (id) FROM declaration_line", &n_present, error)
         && declaration_bytes / BYTES_PER_LINE * 3 >= (guint64) n_present;
}

void
ps_writer_expect (PsWriter *writer, guint64 declaration_bytes)
{
  g_return_if_fail (!writer->in_file && !ps_bulk_is_on (writer->bulk));
  writer->declaration_bytes = declaration_bytes;
  if (!is_bulk (writer, declaration_bytes, &writer->deferred))
    return;
  free_state (writer);
  if (ps_bulk_begin (writer->bulk, &writer->deferred))
    load_state (writer, &writer->deferred);
}

static gboolean
has_deferred (PsWriter *writer, GError **error)
{
  if (writer->deferred == NULL)
    return FALSE;
  g_propagate_error (error, g_error_copy (writer->deferred));
  return TRUE;
}

/* Rows wait in a bulk run's pipe only within a file: what is before it can be taken for done. */
gboolean
ps_writer_begin_file (PsWriter *writer, guint file, GError **error)
{
  PsChanges *changes = &writer->changes;

  if (has_deferred (writer, error))
    return FALSE;
  if (writer->in_file && !ps_sql_exec (writer->store, "RELEASE file", error))
    return FALSE;
  ps_writer_forget_pending (writer);
  for (int i = 0; i < PS_N_TABLES; i++)
    if (writer->tables[i] != NULL)
      ps_table_begin_file (writer->tables[i]);
  g_clear_pointer (&changes->file_digest, g_checksum_free);
  changes->file_digest = g_checksum_copy (changes->digest);
  changes->file_n = changes->n;
  writer->in_file = TRUE;
  writer->file = file;
  return ps_sql_exec (writer->store, "SAVEPOINT file", error);
}

static void
add_counts (PsWriterCounts *sum, const PsWriterCounts *counts)
{
  sum->added += counts->added;
  sum->updated += counts->updated;
  sum->unchanged += counts->unchanged;
}

gboolean
ps_writer_end_file (PsWriter *writer, PsWriterCounts *later, guint64 *refused, GError **error)
{
  PsWriterCounts lines = { 0 };
  gboolean ok;

  /* Rows that were refused as they came have been told of. */
  g_array_set_size (writer->ends, 0);
  ps_writer_end_replaced (writer);
  ok = ps_writer_end_tariffs (writer, error) && ps_writer_end_schemes (writer, error) && ps_writer_end_agreements (writer, error)
       && ps_writer_end_lines (writer, &lines, error)
       && ps_bulk_set_used (writer->bulk, ps_assignment_map_size (writer->assignments), error);
  add_counts (&ps_writer_end_of (writer, writer->file)->later, &lines);
  *later = (PsWriterCounts){ 0 };
  *refused = 0;
  for (guint i = 0; i < writer->ends->len; i++)
    {
      add_counts (later, &ps_writer_end_of (writer, i)->later);
      *refused += ps_writer_end_of (writer, i)->refused;
    }
  return ok;
}

void
ps_writer_get_end (PsWriter *writer, guint file, PsWriterCounts *later, guint64 *refused)
{
  const PsFileEnd *end = ps_writer_end_of (writer, file);

  *later = end->later;
  *refused = end->refused;
}

/* What is kept in memory of the region, read anew after a file was taken back. */
static gboolean
reload (PsWriter *writer, GError **error)
{
  if (!ps_bulk_revert (writer->bulk, error) || !ps_assignment_map_forget (writer->assignments, error)
      || !ps_writer_load_codes (writer, error))
    return FALSE;
  if (ps_bulk_has_dropped (writer->bulk, "assignment") && !ps_assignment_map_load (writer->assignments, error))
    return FALSE;
  return !ps_bulk_has_dropped (writer->bulk, "care_period") || ps_bulk_make_indices (writer->bulk, "care_period", error);
}

gboolean
ps_writer_revert_file (PsWriter *writer, GError **error)
{
  PsChanges *changes = &writer->changes;

  g_return_val_if_fail (writer->in_file, FALSE);
  g_clear_pointer (&writer->lines, ps_line_writer_free);
  g_clear_pointer (&writer->care_keys, ps_key_set_free);
  ps_writer_forget_pending (writer);
  ps_writer_forget_noted (writer);
  if (!ps_sql_exec (writer->store, "ROLLBACK TO file", error))
    return FALSE;
  for (int i = 0; i < PS_N_TABLES; i++)
    if (writer->tables[i] != NULL)
      ps_table_revert_file (writer->tables[i]);
  g_checksum_free (changes->digest);
  changes->digest = g_checksum_copy (changes->file_digest);
  changes->n = changes->file_n;
  return reload (writer, error);
}

static gboolean
make_indices (PsWriter *writer, PsProgressFunc progress, gpointer progress_data, GError **error)
{
  const char *table;

  while ((table = ps_bulk_next_table (writer->bulk)) != NULL)
    {
      if (progress != NULL)
        progress (-1, _("Making indices"), progress_data);
      if (!ps_bulk_make_indices (writer->bulk, table, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
append_run (PsWriter *writer, gint64 record, const char *summary, GError **error)
{
  g_autoptr (PsStatement) insert = NULL;

  insert = ps_sql_prepare (
      writer->store, "INSERT INTO import_run (id, record_id, finished_at, actor, summary) VALUES (?1, ?1, ?2, ?3, ?4)", error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, record);
  sqlite3_bind_int64 (insert, 2, g_get_real_time ());
  ps_sql_bind_text (insert, 3, writer->actor);
  ps_sql_bind_text (insert, 4, summary);
  return ps_sql_run (writer->store, insert, error);
}

static gboolean
append_ranges (PsWriter *writer, gint64 run, GError **error)
{
  g_autoptr (PsStatement) insert = NULL;

  insert = ps_sql_prepare (writer->store,
                           "INSERT INTO import_range (run_id, table_name, first_row, last_row) VALUES (?, ?, ?, ?)", error);
  if (insert == NULL)
    return FALSE;
  for (int i = 0; i < PS_N_TABLES; i++)
    {
      const PsTable *table = writer->tables[i];

      if (table == NULL || table->next_id == table->run_first)
        continue;
      sqlite3_bind_int64 (insert, 1, run);
      ps_sql_bind_text (insert, 2, ps_table_name (i));
      sqlite3_bind_int64 (insert, 3, table->run_first);
      sqlite3_bind_int64 (insert, 4, table->next_id - 1);
      if (!ps_sql_run (writer->store, insert, error))
        return FALSE;
    }
  return TRUE;
}

/* {"import":summary,"ranges":[["table",first,last],…]}: under the record's hash which rows the run added. */
static char *
state_of (PsWriter *writer, const char *summary)
{
  GString *json = g_string_new (NULL);
  gboolean first = TRUE;

  g_string_printf (json, "{\"import\":%s,\"ranges\":[", summary);
  for (int i = 0; i < PS_N_TABLES; i++)
    {
      const PsTable *table = writer->tables[i];

      if (table == NULL || table->next_id == table->run_first)
        continue;
      g_string_append_printf (json, "%s[\"%s\",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]", first ? "" : ",", ps_table_name (i),
                              table->run_first, table->next_id - 1);
      first = FALSE;
    }
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

static gboolean
append_record (PsWriter *writer, const char *summary, GError **error)
{
  g_autofree char *state = state_of (writer, summary);
  PsAuditEntry entry = {
    .actor = writer->actor, .action = writer->action, .thing = "region", .after_state = state, .n_changes = writer->changes.n
  };
  gint64 record;

  entry.changes_digest = writer->changes.n > 0 ? g_checksum_get_string (writer->changes.digest) : NULL;
  return ps_audit_append (writer->store, &entry, &record, error) && append_run (writer, record, summary, error)
         && append_ranges (writer, record, error);
}

void
ps_writer_set_dry_run (PsWriter *writer, gboolean dry_run)
{
  writer->dry_run = dry_run;
}

static gboolean
finish (PsWriter *writer, const char *summary, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data,
        GError **error)
{
  PsWriterCounts later = { 0 };

  if (has_deferred (writer, error) || !ps_writer_end_lines (writer, &later, error))
    return FALSE;
  g_clear_pointer (&writer->lines, ps_line_writer_free);
  g_clear_pointer (&writer->care_keys, ps_key_set_free);
  g_clear_pointer (&writer->assignments, ps_assignment_map_free);
  if (!ps_bulk_set_used (writer->bulk, 0, error))
    return FALSE;
  if (writer->remake_lines && !ps_blocks_remake_lines (writer->store, error))
    return FALSE;
  if (!make_indices (writer, progress, progress_data, error)
      || !ps_blocks_remake_care (writer->store, &writer->touched, progress, progress_data, error)
      || !ps_writer_look_at_measurements (writer, cancellable, progress, progress_data, error))
    return FALSE;
  return writer->dry_run || (append_record (writer, summary, error) && ps_sql_exec (writer->store, "COMMIT", error));
}

static int
on_database_worked_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* The database asks now and then, so that the making of an index is stopped as well. */
static gboolean
finish_cancellable (PsWriter *writer, const char *summary, GCancellable *cancellable, PsProgressFunc progress,
                    gpointer progress_data, GError **error)
{
  sqlite3 *db = writer->store->db;
  gboolean ok;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (cancellable != NULL)
    sqlite3_progress_handler (db, 100000, on_database_worked_cb, cancellable);
  ok = finish (writer, summary, cancellable, progress, progress_data, error);
  sqlite3_progress_handler (db, 0, NULL, NULL);
  if (!ok && error != NULL && g_cancellable_is_cancelled (cancellable))
    {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  return ok;
}

gboolean
ps_writer_commit (PsWriter *writer, const char *summary, GCancellable *cancellable, PsProgressFunc progress,
                  gpointer progress_data, GError **error)
{
  gboolean ok = TRUE;

  if (!has_deferred (writer, error) && ps_writer_has_changed (writer))
    ok = finish_cancellable (writer, summary, cancellable, progress, progress_data, error);
  else
    ok = writer->deferred == NULL;
  /* What is still open here failed, or changed nothing. */
  ps_writer_rollback (writer);
  return ok;
}
