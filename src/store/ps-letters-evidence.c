/* ps-letters-evidence.c: what the trail says of one letter
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-letters-evidence.h"

#include "ps-history-private.h"

static PsHistoryRecord *
read_record (PsStatement *row)
{
  PsHistoryRecord *record = g_new0 (PsHistoryRecord, 1);

  record->id = sqlite3_column_int64 (row, 0);
  record->made_at = sqlite3_column_int64 (row, 1);
  record->actor = ps_sql_column_text (row, 2);
  record->action = ps_sql_column_text (row, 3);
  record->thing = ps_sql_column_text (row, 4);
  record->reason = ps_sql_column_text (row, 5);
  record->hash = ps_sql_column_text (row, 6);
  record->what = ps_history_describe (record->action, NULL, record->thing);
  return record;
}

/**
 * ps_letters_records:
 *
 * Returns: (transfer full) (element-type PsHistoryRecord): %NULL with a PsStoreError
 */
GPtrArray *
ps_letters_records (PsStore *store, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_history_record_free);
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (store,
                           "SELECT id, made_at, actor, action, thing, reason, hash FROM audit_record WHERE id IN"
                           " (SELECT record_id FROM audit_change WHERE table_name = 'letter' AND row_id = ?1"
                           " UNION SELECT c.record_id FROM letter_event e JOIN audit_change c ON c.table_name = 'letter_event'"
                           " AND c.row_id = e.id WHERE e.letter_id = ?1) ORDER BY id",
                           error);
  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, id);
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&records);
      g_ptr_array_add (records, read_record (select));
    }
  return NULL;
}
