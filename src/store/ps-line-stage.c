/* ps-line-stage.c: lines whose key may be in the region already
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-line-stage.h"

#include "ps-key-set.h"

#define COLUMNS                                                                                                                  \
  "provider_id, reference, assignment_id, product_id, period_from, period_to, volume_milli, unit, tariff_e4,"                    \
  " amount_cents, status, declaration_number"

/* Whether a staged line s and a line l of the region are the same; their keys are. */
#define SAME                                                                                                                     \
  "s.assignment_id = l.assignment_id AND s.product_id = l.product_id AND s.period_from = l.period_from"                          \
  " AND s.period_to = l.period_to AND s.volume_milli = l.volume_milli AND s.unit = l.unit"                                       \
  " AND s.tariff_e4 IS l.tariff_e4 AND s.amount_cents = l.amount_cents AND s.status = l.status"                                  \
  " AND s.declaration_number IS l.declaration_number"

gboolean
ps_line_stage_create (PsStore *store, GError **error)
{
  return ps_sql_exec (store,
                      "CREATE TEMP TABLE IF NOT EXISTS staged_line (id INTEGER PRIMARY KEY, provider_id, reference,"
                      " assignment_id, product_id, period_from, period_to, volume_milli, unit, tariff_e4, amount_cents, status,"
                      " declaration_number, file, line, same);"
                      "DELETE FROM staged_line",
                      error);
}

/* ?1 is not used; ?2 … as for declaration_line, then ?14 and ?15 for file and line. */
PsStatement *
ps_line_stage_prepare_insert (PsStore *store, GError **error)
{
  return ps_sql_prepare (store,
                         "INSERT INTO staged_line (" COLUMNS ", file, line)"
                         " VALUES (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
                         error);
}

static guint64
key_hash (PsStatement *row, int provider, int reference)
{
  guint64 hash =
      ps_hash_text ((guint64) sqlite3_column_int64 (row, provider), (const char *) sqlite3_column_text (row, reference));

  return MAX (hash, 1);
}

/* The keys of all staged lines, to pass over nearly all of the region's without asking. */
static PsKeySet *
collect_keys (PsStore *store, GError **error)
{
  g_autoptr (PsKeySet) keys = ps_key_set_new ();
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT provider_id, reference FROM staged_line", error);
  gboolean row;

  if (select == NULL)
    return NULL;
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&keys);
      ps_key_set_add (keys, key_hash (select, 0, 1));
    }
  return NULL;
}

static gboolean
scan_lines (PsStore *store, const PsKeySet *keys, PsStatement *compare, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT id, provider_id, reference FROM declaration_line", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!ps_key_set_has (keys, key_hash (select, 1, 2)))
        continue;
      sqlite3_bind_int64 (compare, 1, sqlite3_column_int64 (select, 0));
      if (!ps_sql_run (store, compare, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
compare_by_scan (PsStore *store, GError **error)
{
  g_autoptr (PsKeySet) keys = collect_keys (store, error);
  g_autoptr (PsStatement) compare = NULL;

  if (keys == NULL)
    return FALSE;
  compare = ps_sql_prepare (store,
                            "UPDATE staged_line AS s SET same = (" SAME ") FROM declaration_line l"
                            " WHERE l.id = ?1 AND s.provider_id = l.provider_id AND s.reference = l.reference",
                            error);
  return compare != NULL && scan_lines (store, keys, compare, error);
}

gboolean
ps_line_stage_compare (PsStore *store, gboolean has_index, GError **error)
{
  if (!ps_sql_exec (store, "CREATE INDEX IF NOT EXISTS temp.staged_line_key ON staged_line (provider_id, reference, id)", error))
    return FALSE;
  if (!has_index)
    return compare_by_scan (store, error);
  return ps_sql_exec (store,
                      "UPDATE staged_line AS s SET same = (SELECT " SAME " FROM declaration_line l"
                      " WHERE l.provider_id = s.provider_id AND l.reference = s.reference)",
                      error);
}

static void
read_line (PsStatement *row, PsPipeLine *line)
{
  line->provider_id = sqlite3_column_int64 (row, 0);
  line->reference = (const char *) sqlite3_column_text (row, 1);
  line->line.id = 0;
  line->line.assignment_id = sqlite3_column_int64 (row, 2);
  line->line.product_id = sqlite3_column_int64 (row, 3);
  line->line.from = sqlite3_column_int (row, 4);
  line->line.to = sqlite3_column_int (row, 5);
  line->line.volume_milli = sqlite3_column_int64 (row, 6);
  line->line.unit = sqlite3_column_int (row, 7);
  line->line.tariff_e4 = ps_sql_column_number (row, 8);
  line->line.amount_cents = sqlite3_column_int64 (row, 9);
  line->line.status = sqlite3_column_int (row, 10);
  line->declaration_number = (const char *) sqlite3_column_text (row, 11);
  line->origin.file = sqlite3_column_int64 (row, 12);
  line->origin.line = sqlite3_column_int64 (row, 13);
}

/* The first of several with a new key is added: the others are compared with that one (column 15), as the region will have it. */
static PsStagedVerdict
verdict_of (PsStatement *row)
{
  int column = sqlite3_column_type (row, 14) != SQLITE_NULL ? 14 : 15;

  if (sqlite3_column_type (row, column) == SQLITE_NULL)
    return PS_STAGED_NEW;
  return sqlite3_column_int (row, column) != 0 ? PS_STAGED_SAME : PS_STAGED_DIFFERENT;
}

gboolean
ps_line_stage_decide (PsStore *store, PsStagedFunc func, gpointer user_data, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select =
      ps_sql_prepare (store,
                      "SELECT " COLUMNS ", file, line, same,"
                      " (SELECT " SAME " FROM staged_line l WHERE l.provider_id = s.provider_id AND l.reference = s.reference"
                      "  AND l.id < s.id ORDER BY l.id LIMIT 1) FROM staged_line s ORDER BY id",
                      error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (store, select, &row, error))
    {
      PsPipeLine line;

      if (!row)
        return ps_sql_exec (store, "DELETE FROM staged_line", error);
      read_line (select, &line);
      if (!func (&line, verdict_of (select), user_data, error))
        return FALSE;
    }
  return FALSE;
}
