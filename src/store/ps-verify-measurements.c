/* ps-verify-measurements.c: is what was measured what people entered and files brought, and of what is closed what it was then?
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Places by these count for money (domain.md §4). That a row is what its last change made of it is found with all others
 * (ps-verify-rows.c); here that each has its beginning, and that none of a closed peildatum was altered behind the trail.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-peil-private.h"
#include "ps-undo-private.h"
#include "ps-verify-private.h"

/* A person added it, or an import did. */
#define UNTOLD(table)                                                                                                            \
  "WITH brought AS MATERIALIZED (SELECT first_row, last_row FROM import_range WHERE table_name = '" table "')"                   \
  " SELECT '" table " ' || id FROM " table " t WHERE NOT EXISTS (SELECT 1 FROM audit_change WHERE table_name = '" table "'"      \
  " AND row_id = t.id AND before_state IS NULL)"                                                                                 \
  " AND NOT EXISTS (SELECT 1 FROM brought WHERE t.id BETWEEN first_row AND last_row) ORDER BY id"

/* What went otherwise than by a change of its own. */
#define N_LEFT                                                                                                                   \
  "SELECT (SELECT count (*) FROM measurement WHERE id BETWEEN ?1 AND ?2) + (SELECT count (DISTINCT row_id) FROM audit_change"    \
  " WHERE table_name = 'measurement' AND row_id BETWEEN ?1 AND ?2 AND NOT EXISTS (SELECT 1 FROM measurement WHERE id = row_id))"
#define N_BACK                                                                                                                   \
  "SELECT count (*) FROM measurement m WHERE id BETWEEN ?1 AND ?2 AND NOT EXISTS (SELECT 1 FROM audit_change"                    \
  " WHERE table_name = 'measurement' AND row_id = m.id AND before_state IS NULL)"

static gboolean
count_rows (PsChecking *checking, const char *sql, gint64 first, gint64 last, gint64 *n, GError **error)
{
  PsStatement *select = ps_rows_statement (checking->rows, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, first);
  sqlite3_bind_int64 (select, 2, last);
  if (!ps_sql_step_row (checking->store, select, &row, error))
    return FALSE;
  *n = sqlite3_column_int64 (select, 0);
  sqlite3_reset (select);
  return TRUE;
}

/* All that an import added is there, or went by a change; of one that was undone nothing is. */
static gboolean
check_range (PsChecking *checking, gint64 run, gint64 first, gint64 last, GError **error)
{
  g_autofree char *where = g_strdup_printf ("record %" G_GINT64_FORMAT, run);
  gint64 undoer, n;

  if (!ps_undo_find_undoer (checking->store, run, &undoer, error)
      || !count_rows (checking, undoer == 0 ? N_LEFT : N_BACK, first, last, &n, error))
    return FALSE;
  if (undoer != 0 && n > 0)
    ps_checking_found (checking, where, "was undone, but measurements that it brought are there");
  else if (undoer == 0 && n - 1 != last - first)
    ps_checking_found (checking, where, "measurements that it brought were removed outside the program");
  return TRUE;
}

static gboolean
check_ranges (PsChecking *checking, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (checking->store,
                           "SELECT g.run_id, g.first_row, g.last_row FROM import_range g JOIN audit_record a ON a.id = g.run_id"
                           " WHERE g.table_name = 'measurement' ORDER BY g.run_id",
                           error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (checking->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!check_range (checking, sqlite3_column_int64 (select, 0), sqlite3_column_int64 (select, 1),
                        sqlite3_column_int64 (select, 2), error))
        return FALSE;
    }
  return FALSE;
}

/* Each that is closed, with the record that closed it and what that says: of max () the row. */
#define CLOSED                                                                                                                   \
  "SELECT d.id, max (a.id), CASE WHEN json_valid (a.after_state) THEN json_extract (a.after_state, '$." PS_PEIL_MEASURED         \
  "') END"                                                                                                                       \
  " FROM peildatum d JOIN audit_record a ON a.action = 'close' AND a.thing = 'peildatum:' || date (d.day * 86400, 'unixepoch')"  \
  " WHERE d.closed_by IS NOT NULL GROUP BY d.id ORDER BY d.id"

static gboolean
check_closed_one (PsChecking *checking, PsStatement *closed, GError **error)
{
  gint64 id = sqlite3_column_int64 (closed, 0);
  g_autofree char *where = g_strdup_printf ("peildatum %" G_GINT64_FORMAT, id);
  g_autofree char *digest = ps_peil_digest (checking->store, id, sqlite3_column_int64 (closed, 1), error);
  const char *kept = (const char *) sqlite3_column_text (closed, 2);

  if (digest == NULL)
    return FALSE;
  if (kept == NULL)
    ps_checking_found (checking, where, "the record of its closing does not say what was measured");
  else if (strcmp (digest, kept) != 0)
    ps_checking_found (checking, where, "was closed, and what was measured on it was changed outside the program");
  return TRUE;
}

static gboolean
check_closed (PsChecking *checking, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (checking->store, CLOSED, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (checking->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (checking->cancellable, error) || !check_closed_one (checking, select, error))
        return FALSE;
    }
  return FALSE;
}

gboolean
ps_verify_measurements (PsChecking *checking, GError **error)
{
  return ps_checking_rule (checking, UNTOLD ("peildatum"), "was added outside the program", error)
         && ps_checking_rule (checking, UNTOLD ("measurement"), "was added outside the program", error)
         && check_ranges (checking, error) && check_closed (checking, error);
}
