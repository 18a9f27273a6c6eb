/* ps-verify-rows.c: are rows what the trail says that they became?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-record-private.h"
#include "ps-undo-private.h"
#include "ps-verify-rows.h"
#include "ps-writer-table.h"

/* The place of line_decision.provider_id among its fields. */
#define PROVIDER_OF_DECISION 1

typedef struct
{
  PsStore *store;
  PsRows *rows;
  PsRowFindingFunc found;
  gpointer user_data;
} Verifying;

/* Of these there may be millions; measurements are what people entered. */
static gboolean
is_message (const char *table)
{
  static const char *const messages[] = { "assignment", "care_period", "declaration_line", "advance", NULL };

  return g_strv_contains (messages, table);
}

/* The import that the file says added the row; 0: none. Only such as add rows of this table are asked for. */
static gboolean
find_run (Verifying *verifying, const char *table, gint64 id, gint64 *run, GError **error)
{
  PsStatement *select = ps_rows_statement (verifying->rows,
                                           "SELECT g.run_id FROM import_range g JOIN audit_record a ON a.id = g.run_id"
                                           " WHERE a.action = 'import' AND a.undoes IS NULL"
                                           " AND g.table_name = ?1 AND g.last_row >= ?2 AND g.first_row <= ?2 LIMIT 1",
                                           error);
  gboolean row;

  *run = 0;
  if (select == NULL)
    return FALSE;
  ps_sql_bind_text (select, 1, table);
  sqlite3_bind_int64 (select, 2, id);
  if (!ps_sql_step_row (verifying->store, select, &row, error))
    return FALSE;
  *run = row ? sqlite3_column_int64 (select, 0) : 0;
  sqlite3_reset (select);
  return TRUE;
}

static gboolean
is_of_files (const char *table)
{
  for (int i = 0; i < PS_N_TABLES; i++)
    if (strcmp (ps_table_name (i), table) == 0)
      return TRUE;
  return FALSE;
}

/* Whether an import that was undone had added the row: undoing it takes the row out, without a change of its own. */
static gboolean
went_with_import (Verifying *verifying, const char *table, gint64 id, gboolean *went, GError **error)
{
  gint64 run, undoer = 0;

  *went = FALSE;
  if (!is_of_files (table))
    return TRUE;
  if (!find_run (verifying, table, id, &run, error))
    return FALSE;
  if (run != 0 && !ps_undo_find_undoer (verifying->store, run, &undoer, error))
    return FALSE;
  *went = undoer != 0;
  return TRUE;
}

/* What is not as it became; NULL without an error: nothing. */
static const char *
compare (Verifying *verifying, const char *table, gint64 id, const PsRecord *became, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsRecord) present = ps_rows_read (verifying->rows, table, id, &failure);
  gboolean went = FALSE;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (present == NULL && became != NULL)
    return went_with_import (verifying, table, id, &went, error) && !went ? "was removed outside the program" : NULL;
  if (present != NULL && became == NULL)
    return "was added outside the program";
  if (present != NULL && ps_record_first_difference (became, present) < ps_record_get_info (became)->n_fields)
    return "was changed outside the program";
  return NULL;
}

static gboolean
check_row (Verifying *verifying, const char *table, PsStatement *change, GError **error)
{
  gint64 id = sqlite3_column_int64 (change, 0);
  g_autofree char *where = g_strdup_printf ("%s %" G_GINT64_FORMAT, table, id);
  g_autoptr (PsRecord) became = NULL;
  g_autoptr (GError) failure = NULL;
  const char *what;

  /* What is no state at all was altered, which the digest of its record tells. */
  if (sqlite3_column_type (change, 1) != SQLITE_NULL
      && (became = ps_record_from_json (table, id, (const char *) sqlite3_column_text (change, 1), NULL)) == NULL)
    return TRUE;
  /* A decision goes over to another provider with its line, which is no change of the decision (ps-change-derived.c). */
  if (became != NULL && strcmp (table, "line_decision") == 0)
    ps_record_forget_field (became, PROVIDER_OF_DECISION);
  what = compare (verifying, table, id, became, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (what != NULL)
    verifying->found (where, what, verifying->user_data);
  return TRUE;
}

/* The last change of each row of a table. */
static gboolean
check_table (Verifying *verifying, const char *table, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (verifying->store,
                           "SELECT row_id, after_state FROM audit_change WHERE id IN (SELECT max (id) FROM audit_change"
                           " WHERE table_name = ? GROUP BY row_id) ORDER BY row_id",
                           error);
  if (select == NULL)
    return FALSE;
  ps_sql_bind_text (select, 1, table);
  while (ps_sql_step_row (verifying->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!check_row (verifying, table, select, error))
        return FALSE;
    }
  return FALSE;
}

gboolean
ps_verify_rows (PsStore *store, PsRowFindingFunc found, gpointer user_data, GError **error)
{
  g_autoptr (PsRows) rows = ps_rows_new (store);
  Verifying verifying = { store, rows, found, user_data };
  const PsTableInfo *info;

  for (guint i = 0; (info = ps_fields_table (i)) != NULL; i++)
    if (!is_message (info->table) && !check_table (&verifying, info->table, error))
      return FALSE;
  return TRUE;
}
