/* ps-trail.c: one record of the trail in the making, with the rows that belong to it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-trail.h"

gboolean
ps_trail_begin (PsTrail *trail, PsStore *store, GError **error)
{
  *trail = (PsTrail){ .store = store };
  trail->digest = g_checksum_new (G_CHECKSUM_SHA256);
  if (!ps_audit_next_id (store, &trail->record, error))
    return FALSE;
  trail->change = ps_sql_prepare (store,
                                  "INSERT INTO audit_change (record_id, table_name, row_id, before_state, after_state)"
                                  " VALUES (?, ?, ?, ?, ?)",
                                  error);
  if (trail->change == NULL)
    return FALSE;
  trail->removed = ps_sql_prepare (
      store, "INSERT INTO audit_removed (record_id, sequence, table_name, n_rows, data) VALUES (?, ?, ?, ?, ?)", error);
  return trail->removed != NULL;
}

void
ps_trail_clear (PsTrail *trail)
{
  g_clear_pointer (&trail->digest, g_checksum_free);
  g_clear_pointer (&trail->change, sqlite3_finalize);
  g_clear_pointer (&trail->removed, sqlite3_finalize);
}

gboolean
ps_trail_add (PsTrail *trail, const char *table, gint64 row_id, const char *before, const char *after, GError **error)
{
  g_assert (trail->n_batches == 0);
  ps_audit_digest_change (trail->digest, table, row_id, before, after);
  trail->n_changes++;
  sqlite3_bind_int64 (trail->change, 1, trail->record);
  ps_sql_bind_text (trail->change, 2, table);
  sqlite3_bind_int64 (trail->change, 3, row_id);
  ps_sql_bind_text (trail->change, 4, before);
  ps_sql_bind_text (trail->change, 5, after);
  return ps_sql_run (trail->store, trail->change, error);
}

gboolean
ps_trail_add_removed (PsTrail *trail, const char *table, gint64 n_rows, GBytes *data, GError **error)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (data, &size);

  trail->n_batches++;
  ps_audit_digest_removed (trail->digest, trail->n_batches, table, n_rows, bytes, size);
  sqlite3_bind_int64 (trail->removed, 1, trail->record);
  sqlite3_bind_int64 (trail->removed, 2, trail->n_batches);
  ps_sql_bind_text (trail->removed, 3, table);
  sqlite3_bind_int64 (trail->removed, 4, n_rows);
  sqlite3_bind_blob64 (trail->removed, 5, bytes, size, SQLITE_STATIC);
  return ps_sql_run (trail->store, trail->removed, error);
}

gboolean
ps_trail_end (PsTrail *trail, const PsAuditEntry *entry, GError **error)
{
  PsAuditEntry whole = *entry;

  whole.n_changes = trail->n_changes;
  if (trail->n_changes > 0 || trail->n_batches > 0)
    whole.changes_digest = g_checksum_get_string (trail->digest);
  return ps_audit_append (trail->store, &whole, NULL, error);
}

gboolean
ps_trail_next_row_id (PsStore *store, const char *table, gint64 *id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max (ifnull ((SELECT max (id) FROM %s), 0),"
                                          " ifnull ((SELECT max (row_id) FROM audit_change WHERE table_name = '%s'), 0),"
                                          " ifnull ((SELECT max (last_row) FROM import_range WHERE table_name = '%s'), 0))",
                                          table, table, table);

  if (!ps_sql_get_int (store, sql, id, error))
    return FALSE;
  (*id)++;
  return TRUE;
}
