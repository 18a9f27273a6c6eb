/* ps-undo-ranges.c: the rows that an import added, taken out and kept in the trail
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * An import's new rows of a table have consecutive ids, that no other row ever had (ps-trail.h).
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-json-row.h"
#include "ps-undo-private.h"

/* Rows in a batch of audit_removed. */
#define BATCH_ROWS 16384

/* So many lines that come back are named one by one to those who remake their blocks. */
#define MAX_NAMED 1000000

/* Of so large a part of a table (1 / …) it is quicker to make its indices anew. */
#define BULK_PART 3

/* Tables that need others come first. What an undo of an import took out are the same. */
gboolean
ps_undo_load_ranges (PsUndoing *undoing, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  g_array_set_size (undoing->ranges, 0);
  undoing->restore = !undoing->record.redone;
  select = ps_sql_prepare (undoing->applying.store,
                           "SELECT table_name, first_row, last_row FROM import_range WHERE run_id = ? ORDER BY id DESC", error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, undoing->record.base);
  while (ps_sql_step_row (undoing->applying.store, select, &row, error))
    {
      PsUndoRange range = { .n = 0 };

      if (!row)
        return TRUE;
      if (ps_fields_of ((const char *) sqlite3_column_text (select, 0)) == NULL)
        {
          ps_sql_set_error (NULL, SQLITE_CORRUPT, undoing->applying.store->path, error);
          return FALSE;
        }
      g_strlcpy (range.table, (const char *) sqlite3_column_text (select, 0), sizeof range.table);
      range.first = sqlite3_column_int64 (select, 1);
      range.last = sqlite3_column_int64 (select, 2);
      range.n = range.last - range.first + 1;
      g_array_append_val (undoing->ranges, range);
    }
  return FALSE;
}

void
ps_undo_add_older (PsRecord **known, PsRecord *older)
{
  const PsTableInfo *info = ps_record_get_info (older);

  if (*known == NULL)
    {
      *known = older;
      return;
    }
  for (guint i = 0; i < info->n_fields; i++)
    if (!ps_record_knows (*known, i) && ps_record_knows (older, i))
      ps_record_copy_field (*known, older, i);
  ps_record_free (older);
}

static gboolean
check_known (PsUndoing *undoing, PsRecord *known, GError **error)
{
  g_autoptr (PsRecord) expected = known;
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsRecord) present = NULL;

  if (known == NULL)
    return TRUE;
  present = ps_rows_read (undoing->applying.rows, ps_record_get_table (known), ps_record_get_id (known), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (present != NULL && ps_record_first_difference (expected, present) == ps_record_get_info (expected)->n_fields)
    return TRUE;
  ps_undoing_refuse (undoing, expected, present, error);
  return FALSE;
}

static gboolean
check_later_changes (PsUndoing *undoing, const PsUndoRange *range, PsStatement *select, GError **error)
{
  PsRecord *known = NULL;
  gboolean row;

  while (ps_sql_step_row (undoing->applying.store, select, &row, error))
    {
      gint64 id = row ? sqlite3_column_int64 (select, 0) : 0;
      PsRecord *older;

      if (known != NULL && ps_record_get_id (known) != id && !check_known (undoing, g_steal_pointer (&known), error))
        return FALSE;
      if (!row)
        return TRUE;
      if (sqlite3_column_type (select, 1) == SQLITE_NULL)
        continue;
      older = ps_record_from_json (range->table, id, (const char *) sqlite3_column_text (select, 1), error);
      if (older == NULL)
        break;
      ps_undo_add_older (&known, older);
    }
  ps_record_free (known);
  return FALSE;
}

/* No row that was added is another by now. */
gboolean
ps_undo_check_ranges (PsUndoing *undoing, GError **error)
{
  g_autoptr (PsStatement) select = NULL;

  select = ps_sql_prepare (undoing->applying.store,
                           "SELECT row_id, before_state FROM audit_change WHERE table_name = ? AND row_id BETWEEN ? AND ?"
                           " AND record_id > ? ORDER BY row_id, id",
                           error);
  if (select == NULL)
    return FALSE;
  for (guint i = 0; i < undoing->ranges->len; i++)
    {
      const PsUndoRange *range = &g_array_index (undoing->ranges, PsUndoRange, i);

      sqlite3_reset (select);
      ps_sql_bind_text (select, 1, range->table);
      sqlite3_bind_int64 (select, 2, range->first);
      sqlite3_bind_int64 (select, 3, range->last);
      sqlite3_bind_int64 (select, 4, undoing->record.id);
      if (!check_later_changes (undoing, range, select, error))
        return FALSE;
    }
  return TRUE;
}

/* The providers whose blocks a range is in. */
static gboolean
add_providers (PsUndoing *undoing, PsBits *bits, const char *sql, const PsUndoRange *range, GError **error)
{
  PsStatement *select = ps_rows_statement (undoing->applying.rows, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, range->first);
  sqlite3_bind_int64 (select, 2, range->last);
  while (ps_sql_step_row (undoing->applying.store, select, &row, error))
    {
      if (!row)
        return TRUE;
      ps_bits_add (bits, sqlite3_column_int64 (select, 0));
    }
  return FALSE;
}

/* Lines that come back are in no block yet. */
static void
note_lines (PsUndoing *undoing, const PsUndoRange *range)
{
  PsApplying *applying = &undoing->applying;

  applying->all_lines = applying->all_lines || (undoing->restore && range->n > MAX_NAMED);
  for (gint64 id = range->first; undoing->restore && !applying->all_lines && id <= range->last; id++)
    g_array_append_val (applying->line_ids, id);
}

gboolean
ps_undoing_touch_range (PsUndoing *undoing, const PsUndoRange *range, GError **error)
{
  PsApplying *applying = &undoing->applying;

  if (strcmp (range->table, "declaration_line") == 0)
    note_lines (undoing, range);
  if (strcmp (range->table, "declaration_line") == 0)
    return add_providers (undoing, &applying->lines, "SELECT DISTINCT provider_id FROM declaration_line WHERE id BETWEEN ? AND ?",
                          range, error);
  if (strcmp (range->table, "assignment") == 0)
    return add_providers (undoing, &applying->care, "SELECT DISTINCT provider_id FROM assignment WHERE id BETWEEN ? AND ?", range,
                          error);
  if (strcmp (range->table, "care_period") == 0)
    return add_providers (undoing, &applying->care,
                          "SELECT DISTINCT a.provider_id FROM care_period c JOIN assignment a ON a.id = c.assignment_id"
                          " WHERE c.id BETWEEN ? AND ?",
                          range, error);
  return TRUE;
}

/* Rows that came back are held against the rules of the region as rows that were added, those that go as rows that were removed. */
gboolean
ps_undoing_note_range (PsUndoing *undoing, const PsUndoRange *range, GError **error)
{
  static const char *const ruled[] = { "provider", "tariff", "scheme_step", "agreement_version", "agreement_line", NULL };
  PsApplying *applying = &undoing->applying;

  if (!g_strv_contains (ruled, range->table))
    return TRUE;
  for (gint64 id = range->first; id <= range->last; id++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (PsRecord) record = ps_rows_read (applying->rows, range->table, id, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (record != NULL)
        g_ptr_array_add (applying->done, undoing->restore ? ps_row_change_new (NULL, record) : ps_row_change_new (record, NULL));
    }
  return TRUE;
}

gboolean
ps_undoing_prepare_table (PsUndoing *undoing, const PsUndoRange *range, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", range->table);
  gint64 n;

  if (!ps_bulk_is_on (undoing->bulk))
    return TRUE;
  if (!ps_sql_get_int (undoing->applying.store, sql, &n, error))
    return FALSE;
  return range->n * BULK_PART < n || ps_bulk_drop_indices (undoing->bulk, range->table, error);
}

gboolean
ps_undoing_make_indices (PsUndoing *undoing, GError **error)
{
  const char *table;

  while ((table = ps_bulk_next_table (undoing->bulk)) != NULL)
    if (!ps_bulk_make_indices (undoing->bulk, table, error))
      return FALSE;
  return TRUE;
}

static void
append_row (GString *json, PsStatement *row)
{
  int n = sqlite3_column_count (row);

  for (int i = 0; i < n; i++)
    {
      g_string_append_c (json, i == 0 ? '[' : ',');
      if (sqlite3_column_type (row, i) == SQLITE_INTEGER)
        ps_json_append_number (json, sqlite3_column_int64 (row, i));
      else
        ps_json_append_text (json, (const char *) sqlite3_column_text (row, i));
    }
  g_string_append_c (json, ']');
}

/* {"columns":["id",…],"rows":[ */
static void
begin_batch (GString *json, PsStatement *select)
{
  g_string_assign (json, "{\"columns\":");
  for (int i = 0; i < sqlite3_column_count (select); i++)
    {
      g_string_append_c (json, i == 0 ? '[' : ',');
      ps_json_append_text (json, sqlite3_column_name (select, i));
    }
  g_string_append (json, "],\"rows\":[");
}

static GBytes *
compress (const GString *text, GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  if (!g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
end_batch (PsUndoing *undoing, const PsUndoRange *range, GString *json, gint64 *n, GError **error)
{
  g_autoptr (GBytes) data = NULL;
  gint64 n_rows = *n;

  *n = 0;
  if (n_rows == 0)
    return TRUE;
  g_string_append (json, "]}");
  data = compress (json, error);
  ps_undoing_progress (undoing, n_rows);
  return data != NULL && ps_trail_add_removed (&undoing->applying.trail, range->table, n_rows, data, error);
}

static PsStatement *
select_range (PsUndoing *undoing, const PsUndoRange *range, GError **error)
{
  const PsTableInfo *info = ps_fields_of (range->table);
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  PsStatement *select;

  g_assert (info != NULL);
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", %s", info->fields[i].column);
  g_string_append_printf (sql, " FROM %s WHERE id BETWEEN ? AND ? ORDER BY id", range->table);
  select = ps_sql_prepare (undoing->applying.store, sql->str, error);
  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, range->first);
  sqlite3_bind_int64 (select, 2, range->last);
  return select;
}

static gboolean
keep_range (PsUndoing *undoing, const PsUndoRange *range, GError **error)
{
  g_autoptr (PsStatement) select = select_range (undoing, range, error);
  g_autoptr (GString) json = g_string_new (NULL);
  gint64 n = 0;
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (undoing->applying.store, select, &row, error))
    {
      if (!row)
        return end_batch (undoing, range, json, &n, error);
      if (n == 0)
        begin_batch (json, select);
      else
        g_string_append_c (json, ',');
      append_row (json, select);
      if (++n == BATCH_ROWS && !end_batch (undoing, range, json, &n, error))
        return FALSE;
    }
  return FALSE;
}

/* A table that is emptied altogether is so at once. */
static gboolean
remove_range (PsUndoing *undoing, const PsUndoRange *range, GError **error)
{
  PsStore *store = undoing->applying.store;
  g_autofree char *others = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM %s WHERE id < %" G_GINT64_FORMAT ")"
                                             " OR EXISTS (SELECT 1 FROM %s WHERE id > %" G_GINT64_FORMAT ")",
                                             range->table, range->first, range->table, range->last);
  g_autofree char *all = g_strdup_printf ("DELETE FROM %s", range->table);
  g_autofree char *some = g_strdup_printf ("DELETE FROM %s WHERE id BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT,
                                           range->table, range->first, range->last);
  gint64 any_others;

  return ps_sql_get_int (store, others, &any_others, error) && ps_sql_exec (store, any_others != 0 ? some : all, error);
}

static gboolean
take_out_range (PsUndoing *undoing, const PsUndoRange *range, GError **error)
{
  if (!ps_undoing_touch_range (undoing, range, error) || !ps_undoing_note_range (undoing, range, error)
      || !keep_range (undoing, range, error) || !ps_undoing_prepare_table (undoing, range, error)
      || !remove_range (undoing, range, error))
    return FALSE;
  ps_undoing_add_gone (undoing, range->table, range->first, range->last);
  return TRUE;
}

gboolean
ps_undo_take_out (PsUndoing *undoing, GError **error)
{
  for (guint i = 0; i < undoing->ranges->len; i++)
    if (!take_out_range (undoing, &g_array_index (undoing->ranges, PsUndoRange, i), error))
      return FALSE;
  return ps_undoing_make_indices (undoing, error);
}
