/* ps-undo-references.c: nothing refers to what an undo takes away, and what it brings refers to what is there
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * While an undo runs the database does not look after references itself: for millions of rows that takes too long.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-undo-private.h"

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const PsUndoRange *x = a, *y = b;
  int order = strcmp (x->table, y->table);

  return order != 0 ? order : (x->first > y->first) - (x->first < y->first);
}

/* Ranges that meet become one. */
static void
join_ranges (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      const PsUndoRange *range = &g_array_index (ranges, PsUndoRange, i);
      PsUndoRange *last = n > 0 ? &g_array_index (ranges, PsUndoRange, n - 1) : NULL;

      if (last != NULL && strcmp (last->table, range->table) == 0 && range->first <= last->last + 1)
        last->last = MAX (last->last, range->last);
      else
        g_array_index (ranges, PsUndoRange, n++) = *range;
    }
  g_array_set_size (ranges, n);
}

/* Taken back first, so that what it needs has a name. */
static gboolean
refuse_user (PsUndoing *undoing, const char *table, gint64 id, GError **error)
{
  g_autoptr (PsRecord) record = NULL;
  g_autofree char *title = NULL;

  sqlite3_exec (undoing->applying.store->db, "ROLLBACK", NULL, NULL, NULL);
  ps_row_words_forget (undoing->applying.words);
  if (ps_fields_of (table) != NULL)
    record = ps_rows_read (undoing->applying.rows, table, id, NULL);
  title =
      record != NULL ? ps_row_words_title (undoing->applying.words, record) : g_strdup (_("A settlement, letter or decision"));
  /* Translators: which thing */
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("%s came later and needs what this change added. Undo or remove that first. Nothing was changed."), title);
  return FALSE;
}

/* The row that the statement gives refers to what is gone. */
static gboolean
check_none (PsUndoing *undoing, PsStatement *select, const char *table, GError **error)
{
  gboolean row;
  gint64 id;

  if (!ps_sql_step_row (undoing->applying.store, select, &row, error))
    return FALSE;
  id = row ? sqlite3_column_int64 (select, 0) : 0;
  sqlite3_reset (select);
  return !row || refuse_user (undoing, table, id, error);
}

/* In the tables of messages, where there may be millions of rows, what refers to a row that a change added came with an import after
 * it, or with another change after it. ?3 is the change. */
#define IMPORTED_SINCE                                                                                                           \
  "WITH RECURSIVE chain (run, id) AS (SELECT id, record_id FROM import_run UNION ALL SELECT c.run, a.id FROM chain c"            \
  " JOIN audit_record a ON a.undoes = c.id) SELECT t.id FROM (SELECT first_row, last_row FROM import_range"                      \
  " WHERE table_name = '%s' AND run_id IN (SELECT run FROM chain GROUP BY run HAVING max (id) >= ?3)) g"                         \
  " CROSS JOIN %s t ON t.id BETWEEN g.first_row AND g.last_row WHERE t.%s BETWEEN ?1 AND ?2 LIMIT 1"
#define CHANGED_SINCE                                                                                                            \
  "SELECT t.id FROM audit_change c CROSS JOIN %s t ON t.id = c.row_id WHERE c.record_id >= ?3 AND +c.table_name = '%s'"          \
  " AND t.%s BETWEEN ?1 AND ?2 LIMIT 1"

static gboolean
check_none_in (PsUndoing *undoing, const char *sql, const char *table, const PsUndoRange *gone, GError **error)
{
  PsStatement *select = ps_rows_statement (undoing->applying.rows, sql, error);

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, gone->first);
  sqlite3_bind_int64 (select, 2, gone->last);
  if (sqlite3_bind_parameter_count (select) >= 3)
    sqlite3_bind_int64 (select, 3, undoing->record.base);
  return check_none (undoing, select, table, error);
}

/* Whether an index finds the rows of a table by this column. */
static gboolean
is_indexed (PsUndoing *undoing, const char *table, const char *column, gboolean *indexed, GError **error)
{
  PsStatement *select = ps_rows_statement (undoing->applying.rows,
                                           "SELECT 1 FROM pragma_index_list (?1) l, pragma_index_info (l.name) i"
                                           " WHERE i.seqno = 0 AND i.name = ?2",
                                           error);

  if (select == NULL)
    return FALSE;
  ps_sql_bind_text (select, 1, table);
  ps_sql_bind_text (select, 2, column);
  if (!ps_sql_step_row (undoing->applying.store, select, indexed, error))
    return FALSE;
  sqlite3_reset (select);
  return TRUE;
}

static gboolean
is_message (const char *table)
{
  static const char *const messages[] = { "assignment", "care_period", "declaration_line", "advance", "measurement", NULL };

  return g_strv_contains (messages, table);
}

/* Whether `table.column` refers to one of the rows that are gone. */
static gboolean
check_gone (PsUndoing *undoing, const char *table, const char *column, const PsUndoRange *gone, GError **error)
{
  g_autofree char *any = g_strdup_printf ("SELECT id FROM %s WHERE %s BETWEEN ?1 AND ?2 LIMIT 1", table, column);
  g_autofree char *imported = g_strdup_printf (IMPORTED_SINCE, table, table, column);
  g_autofree char *changed = g_strdup_printf (CHANGED_SINCE, table, table, column);
  gboolean indexed = TRUE;

  if (is_message (table) && !is_indexed (undoing, table, column, &indexed, error))
    return FALSE;
  if (indexed)
    return check_none_in (undoing, any, table, gone, error);
  return check_none_in (undoing, imported, table, gone, error) && check_none_in (undoing, changed, table, gone, error);
}

static gboolean
check_user (PsUndoing *undoing, const char *table, const char *column, const char *parent, GError **error)
{
  for (guint i = 0; i < undoing->gone->len; i++)
    {
      const PsUndoRange *gone = &g_array_index (undoing->gone, PsUndoRange, i);

      if (strcmp (gone->table, parent) == 0 && !check_gone (undoing, table, column, gone, error))
        return FALSE;
    }
  return TRUE;
}

/* The trail keeps what is gone, and the copies are remade. */
static gboolean
check_users (PsUndoing *undoing, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (undoing->applying.store,
                           "SELECT t.name, f.\"from\", f.\"table\" FROM sqlite_schema t, pragma_foreign_key_list (t.name) f"
                           " WHERE t.type = 'table' AND t.name NOT IN ('line_block', 'care_block', 'year_figure')"
                           " AND f.\"table\" NOT IN ('audit_record', 'import_run')",
                           error);
  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (undoing->applying.store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!check_user (undoing, (const char *) sqlite3_column_text (select, 0), (const char *) sqlite3_column_text (select, 1),
                       (const char *) sqlite3_column_text (select, 2), error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
refuse_orphan (PsUndoing *undoing, const char *table, gint64 id, GError **error)
{
  g_autoptr (PsRecord) record = ps_rows_read (undoing->applying.rows, table, id, NULL);
  g_autofree char *title =
      record != NULL ? ps_row_words_title (undoing->applying.words, record) : g_strdup (_ (ps_fields_of (table)->label));

  /* Translators: which thing */
  g_set_error (
      error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
      _("%s would come back, but something that it belongs to was removed since. Undo that first. Nothing was changed."), title);
  return FALSE;
}

/* Rows that came back, or were changed back, refer by `column` to rows that are there. */
static gboolean
check_parents (PsUndoing *undoing, const char *table, const char *column, const char *parent, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT t.id FROM %s t WHERE t.id BETWEEN ?1 AND ?2 AND t.%s IS NOT NULL"
                                          " AND NOT EXISTS (SELECT 1 FROM %s p WHERE p.id = t.%s) LIMIT 1",
                                          table, column, parent, column);

  for (guint i = 0; i < undoing->written->len; i++)
    {
      const PsUndoRange *written = &g_array_index (undoing->written, PsUndoRange, i);
      PsStatement *select;
      gboolean row;

      if (strcmp (written->table, table) != 0)
        continue;
      select = ps_rows_statement (undoing->applying.rows, sql, error);
      if (select == NULL)
        return FALSE;
      sqlite3_bind_int64 (select, 1, written->first);
      sqlite3_bind_int64 (select, 2, written->last);
      if (!ps_sql_step_row (undoing->applying.store, select, &row, error))
        return FALSE;
      if (row)
        return refuse_orphan (undoing, table, sqlite3_column_int64 (select, 0), error);
    }
  return TRUE;
}

/* Every reference that a table with such rows has. */
static gboolean
check_written (PsUndoing *undoing, GError **error)
{
  g_autoptr (PsStatement) select =
      ps_sql_prepare (undoing->applying.store,
                      "SELECT t.name, f.\"from\", f.\"table\" FROM sqlite_schema t, pragma_foreign_key_list (t.name) f"
                      " WHERE t.type = 'table'",
                      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (ps_sql_step_row (undoing->applying.store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!check_parents (undoing, (const char *) sqlite3_column_text (select, 0), (const char *) sqlite3_column_text (select, 1),
                          (const char *) sqlite3_column_text (select, 2), error))
        return FALSE;
    }
  return FALSE;
}

/* Only the rows that the undo moved are looked at, and what can refer to them. */
gboolean
ps_undo_check_references (PsUndoing *undoing, GError **error)
{
  join_ranges (undoing->gone);
  join_ranges (undoing->written);
  return (undoing->gone->len == 0 || check_users (undoing, error))
         && (undoing->written->len == 0 || check_written (undoing, error));
}
