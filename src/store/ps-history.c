/* ps-history.c: the trail for people: its records
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-history-private.h"
#include "ps-undo-private.h"

void
ps_history_record_free (PsHistoryRecord *record)
{
  g_free (record->actor);
  g_free (record->action);
  g_free (record->thing);
  g_free (record->what);
  g_free (record->reason);
  g_free (record->hash);
  g_free (record);
}

typedef struct
{
  PsStore *store;
  PsRows *rows;
} History;

/* The one number that `sql` gives for ?1. */
static gboolean
get_number (History *history, const char *sql, gint64 parameter, gint64 *number, GError **error)
{
  PsStatement *select = ps_rows_statement (history->rows, sql, error);
  gboolean row;

  *number = 0;
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, parameter);
  if (!ps_sql_step_row (history->store, select, &row, error))
    return FALSE;
  if (row)
    *number = sqlite3_column_int64 (select, 0);
  sqlite3_reset (select);
  return TRUE;
}

/* Rows that were added, and those that were changed or removed. What an import adds is not in the trail row by row. */
static gboolean
count_rows (History *history, PsHistoryRecord *record, gint64 n_changes, gboolean is_import, GError **error)
{
  gint64 added = 0, imported, removed, restored = 0;

  if (!get_number (history, "SELECT ifnull (sum (last_row - first_row + 1), 0) FROM import_range WHERE run_id = ?", record->id,
                   &imported, error)
      || !get_number (history, "SELECT ifnull (sum (n_rows), 0) FROM audit_removed WHERE record_id = ?", record->id, &removed,
                      error))
    return FALSE;
  if (record->undoes != 0
      && !get_number (history, "SELECT ifnull (sum (n_rows), 0) FROM audit_removed WHERE record_id = ?", record->undoes,
                      &restored, error))
    return FALSE;
  if (!is_import
      && !get_number (history, "SELECT count (*) FROM audit_change WHERE record_id = ? AND before_state IS NULL", record->id,
                      &added, error))
    return FALSE;
  record->n_added = added + imported + restored;
  record->n_changed = n_changes - added + removed;
  return TRUE;
}

/* What was undone is told by the change at the end of the chain. */
static gboolean
describe (History *history, PsHistoryRecord *record, GError **error)
{
  PsUndoRecord chain;
  gint64 first;

  if (record->undoes == 0)
    {
      record->what = ps_history_describe (record->action, NULL, record->thing);
      return TRUE;
    }
  if (!ps_undo_record_load (history->store, record->id, &chain, error))
    return FALSE;
  first = chain.base;
  ps_undo_record_clear (&chain);
  if (!ps_undo_record_load (history->store, first, &chain, error))
    return FALSE;
  record->what = ps_history_describe (record->action, chain.action, record->thing);
  ps_undo_record_clear (&chain);
  return TRUE;
}

static PsHistoryRecord *
read_record (History *history, PsStatement *row, GError **error)
{
  PsHistoryRecord *record = g_new0 (PsHistoryRecord, 1);

  record->id = sqlite3_column_int64 (row, 0);
  record->made_at = sqlite3_column_int64 (row, 1);
  record->actor = ps_sql_column_text (row, 2);
  record->action = ps_sql_column_text (row, 3);
  record->thing = ps_sql_column_text (row, 4);
  record->reason = ps_sql_column_text (row, 5);
  record->undoes = sqlite3_column_int64 (row, 7);
  record->hash = ps_sql_column_text (row, 8);
  if (count_rows (history, record, sqlite3_column_int64 (row, 6), sqlite3_column_int (row, 9) != 0, error)
      && describe (history, record, error) && ps_undo_find_undoer (history->store, record->id, &record->undone_by, error))
    {
      record->can_undo = record->undone_by == 0 && ps_undo_find_never (record->thing) == NULL
                         && !ps_peil_rules_is_closing (record->action, record->thing)
                         && !(strcmp (record->action, "create") == 0 && strcmp (record->thing, "region") == 0);
      return record;
    }
  ps_history_record_free (record);
  return NULL;
}

/* What LIKE takes for itself is taken for what it is. */
static char *
pattern_of (const char *text)
{
  GString *pattern = g_string_new ("%");

  for (const char *c = text; *c != '\0'; c++)
    {
      if (strchr ("%_\\", *c) != NULL)
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *c);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

#define SELECT_RECORDS                                                                                                           \
  "SELECT id, made_at, actor, action, thing, reason, n_changes, undoes, hash,"                                                   \
  " EXISTS (SELECT 1 FROM import_run r WHERE r.record_id = audit_record.id) FROM audit_record WHERE 1"

static char *
query_sql (const PsHistoryQuery *query)
{
  GString *sql = g_string_new (SELECT_RECORDS);

  if (query->thing != NULL)
    g_string_append (sql, " AND (thing = ?1 OR substr (thing, 1, length (?1) + 1) = ?1 || ':'"
                          " OR id IN (SELECT value FROM json_each (?2)))");
  if (query->actor != NULL)
    g_string_append (sql, " AND actor = ?3");
  if (query->text != NULL)
    g_string_append (sql, " AND (action LIKE ?4 ESCAPE '\\' OR thing LIKE ?4 ESCAPE '\\' OR reason LIKE ?4 ESCAPE '\\')");
  if (query->since != 0)
    g_string_append (sql, " AND made_at >= ?5");
  if (query->until != 0)
    g_string_append (sql, " AND made_at < ?6");
  if (query->before != 0)
    g_string_append (sql, " AND id < ?7");
  g_string_append (sql, " ORDER BY id DESC");
  if (query->limit != 0)
    g_string_append_printf (sql, " LIMIT %u", query->limit);
  return g_string_free (sql, FALSE);
}

/* Parameters that the query has not are left. */
static void
bind_query (PsStatement *select, const PsHistoryQuery *query, const char *records, const char *pattern)
{
  ps_sql_bind_text (select, 1, query->thing);
  ps_sql_bind_text (select, 2, records);
  ps_sql_bind_text (select, 3, query->actor);
  ps_sql_bind_text (select, 4, pattern);
  sqlite3_bind_int64 (select, 5, query->since);
  sqlite3_bind_int64 (select, 6, query->until);
  sqlite3_bind_int64 (select, 7, query->before);
}

static gboolean
read_records (History *history, PsStatement *select, GPtrArray *records, GError **error)
{
  gboolean row;

  while (ps_sql_step_row (history->store, select, &row, error))
    {
      PsHistoryRecord *record;

      if (!row)
        return TRUE;
      record = read_record (history, select, error);
      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }
  return FALSE;
}

/**
 * ps_history_load:
 *
 * Returns: (transfer full): PsHistoryRecord, the newest first; NULL with an error
 */
GPtrArray *
ps_history_load (PsStore *store, const PsHistoryQuery *query, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_history_record_free);
  g_autoptr (PsRows) rows = ps_rows_new (store);
  g_autofree char *sql = query_sql (query);
  g_autofree char *touched = NULL;
  g_autofree char *pattern = query->text != NULL ? pattern_of (query->text) : NULL;
  g_autoptr (PsStatement) select = NULL;
  History history = { store, rows };

  if (query->thing != NULL && (touched = ps_history_records_of (store, query->thing, error)) == NULL)
    return NULL;
  select = ps_sql_prepare (store, sql, error);
  if (select == NULL)
    return NULL;
  bind_query (select, query, touched, pattern);
  return read_records (&history, select, records, error) ? g_steal_pointer (&records) : NULL;
}

GPtrArray *
ps_history_actors (PsStore *store, GError **error)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT DISTINCT actor FROM audit_record ORDER BY actor", error);
  gboolean row;

  if (select == NULL)
    return NULL;
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&actors);
      g_ptr_array_add (actors, ps_sql_column_text (select, 0));
    }
  return NULL;
}
