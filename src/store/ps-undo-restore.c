/* ps-undo-restore.c: the rows that an undo of an import took out, put in again
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-removed.h"
#include "ps-undo-private.h"

static PsStatement *
prepare_insert (PsUndoing *undoing, const PsRemoved *removed, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (id", removed->info->table);
  for (guint i = 0; i < removed->fields->len; i++)
    g_string_append_printf (sql, ", %s", removed->info->fields[g_array_index (removed->fields, guint, i)].column);
  g_string_append (sql, ") VALUES (?");
  for (guint i = 0; i < removed->fields->len; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return ps_sql_prepare (undoing->applying.store, sql->str, error);
}

static void
on_value_read (guint column, const char *text, gint64 number, gpointer user_data)
{
  PsStatement *insert = user_data;

  if (text != NULL)
    sqlite3_bind_text (insert, (int) column + 1, text, -1, SQLITE_TRANSIENT);
  else
    ps_sql_bind_number (insert, (int) column + 1, number);
}

static gboolean
refuse_present (PsUndoing *undoing, const char *table, GError **error)
{
  g_clear_error (error);
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               /* Translators: a kind of thing */
               _("Rows that would come back are there already (%s): they were added again since. Nothing was changed."),
               _ (ps_fields_of (table)->label));
  return FALSE;
}

static gboolean
insert_row (PsUndoing *undoing, PsStatement *insert, const char *table, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (ps_sql_run (undoing->applying.store, insert, &failure))
    return TRUE;
  if (g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED))
    return refuse_present (undoing, table, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
restore_batch (PsUndoing *undoing, const char *table, gconstpointer data, gsize size, GError **error)
{
  g_autoptr (PsRemoved) removed = ps_removed_open (table, data, size);
  g_autoptr (PsStatement) insert = NULL;
  PsRemovedNext next = PS_REMOVED_BROKEN;

  if (removed != NULL && (insert = prepare_insert (undoing, removed, error)) == NULL)
    return FALSE;
  while (removed != NULL && (next = ps_removed_next (removed, on_value_read, insert)) == PS_REMOVED_ROW)
    if (!insert_row (undoing, insert, table, error))
      return FALSE;
  if (next == PS_REMOVED_END)
    return TRUE;
  ps_sql_set_error (NULL, SQLITE_CORRUPT, undoing->applying.store->path, error);
  return FALSE;
}

static gboolean
restore_batches (PsUndoing *undoing, GError **error)
{
  PsStore *store = undoing->applying.store;
  g_autoptr (PsStatement) select =
      ps_sql_prepare (store, "SELECT table_name, data, n_rows FROM audit_removed WHERE record_id = ? ORDER BY sequence", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, undoing->record.id);
  while (ps_sql_step_row (store, select, &row, error))
    {
      const char *table;

      if (!row)
        return TRUE;
      table = (const char *) sqlite3_column_text (select, 0);
      if (!restore_batch (undoing, table, sqlite3_column_blob (select, 1), (gsize) sqlite3_column_bytes (select, 1), error))
        return FALSE;
      ps_undoing_progress (undoing, sqlite3_column_int64 (select, 2));
    }
  return FALSE;
}

/* Keys of rows that came back and of those that are there are compared when an index is made anew. */
static gboolean
make_indices (PsUndoing *undoing, GError **error)
{
  const char *table = ps_bulk_next_table (undoing->bulk);
  g_autoptr (GError) failure = NULL;

  if (ps_undoing_make_indices (undoing, &failure))
    return TRUE;
  if (g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED))
    return refuse_present (undoing, table, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Puts the rows that the undone import had added in again, with the ids that they had. */
gboolean
ps_undo_restore (PsUndoing *undoing, GError **error)
{
  const GArray *ranges = undoing->ranges;

  for (guint i = 0; i < ranges->len; i++)
    if (!ps_undoing_prepare_table (undoing, &g_array_index (ranges, PsUndoRange, i), error))
      return FALSE;
  if (!restore_batches (undoing, error) || !make_indices (undoing, error))
    return FALSE;
  for (guint i = 0; i < ranges->len; i++)
    {
      const PsUndoRange *range = &g_array_index (ranges, PsUndoRange, i);

      if (!ps_undoing_touch_range (undoing, range, error) || !ps_undoing_note_range (undoing, range, error))
        return FALSE;
      ps_undoing_add_written (undoing, range->table, range->first, range->last);
    }
  return TRUE;
}
