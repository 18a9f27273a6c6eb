/* ps-rows.c: single rows in and out of the region file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-record-private.h"

struct _PsRows
{
  PsStore *store;
  GHashTable *statements; /* SQL → statement */
};

static void
statement_free (gpointer statement)
{
  sqlite3_finalize (statement);
}

PsRows *
ps_rows_new (PsStore *store)
{
  PsRows *rows = g_new0 (PsRows, 1);

  rows->store = store;
  rows->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, statement_free);
  return rows;
}

void
ps_rows_free (PsRows *rows)
{
  if (rows == NULL)
    return;
  g_hash_table_unref (rows->statements);
  g_free (rows);
}

PsStatement *
ps_rows_statement (PsRows *rows, const char *sql, GError **error)
{
  PsStatement *statement = g_hash_table_lookup (rows->statements, sql);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      return statement;
    }
  statement = ps_sql_prepare (rows->store, sql, error);
  if (statement != NULL)
    g_hash_table_insert (rows->statements, g_strdup (sql), statement);
  return statement;
}

static void
append_columns (GString *sql, const PsTableInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", %s", info->fields[i].column);
}

PsRecord *
ps_rows_read (PsRows *rows, const char *table, gint64 id, GError **error)
{
  const PsTableInfo *info = ps_fields_of (table);
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  PsRecord *record = NULL;
  PsStatement *select;
  gboolean row;

  g_assert (info != NULL);
  append_columns (sql, info);
  g_string_append_printf (sql, " FROM %s WHERE id = ?", table);
  select = ps_rows_statement (rows, sql->str, error);
  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, id);
  if (ps_sql_step_row (rows->store, select, &row, error) && row)
    record = ps_record_from_row (info, id, select, 1);
  sqlite3_reset (select);
  return record;
}

static void
bind_field (PsStatement *statement, int index, const PsRecord *record, guint field)
{
  if (ps_record_is_text (record, field))
    ps_sql_bind_text (statement, index, ps_record_text_at (record, field));
  else
    ps_sql_bind_number (statement, index, ps_record_number_at (record, field));
}

/* A column that is never empty has a value of its own where none is given. */
static gboolean
is_given (const PsRecord *record, guint field)
{
  return ps_record_knows (record, field) && !ps_record_is_null_at (record, field);
}

gboolean
ps_rows_insert (PsRows *rows, const PsRecord *record, GError **error)
{
  const PsTableInfo *info = ps_record_get_info (record);
  g_autoptr (GString) sql = g_string_new (NULL);
  PsStatement *insert;
  int n = 1;

  g_string_printf (sql, "INSERT INTO %s (id", info->table);
  for (guint i = 0; i < info->n_fields; i++)
    if (is_given (record, i))
      g_string_append_printf (sql, ", %s", info->fields[i].column);
  g_string_append (sql, ") VALUES (?");
  for (guint i = 0; i < info->n_fields; i++)
    if (is_given (record, i))
      g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  insert = ps_rows_statement (rows, sql->str, error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, ps_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    if (is_given (record, i))
      bind_field (insert, ++n, record, i);
  return ps_sql_run (rows->store, insert, error);
}

gboolean
ps_rows_update (PsRows *rows, const PsRecord *record, GError **error)
{
  const PsTableInfo *info = ps_record_get_info (record);
  g_autoptr (GString) sql = g_string_new (NULL);
  PsStatement *update;
  int n = 0;

  g_string_printf (sql, "UPDATE %s SET ", info->table);
  for (guint i = 0; i < info->n_fields; i++)
    if (ps_record_knows (record, i))
      g_string_append_printf (sql, "%s%s = ?", n++ > 0 ? ", " : "", info->fields[i].column);
  g_string_append (sql, " WHERE id = ?");
  if (n == 0)
    return TRUE;
  update = ps_rows_statement (rows, sql->str, error);
  if (update == NULL)
    return FALSE;
  n = 0;
  for (guint i = 0; i < info->n_fields; i++)
    if (ps_record_knows (record, i))
      bind_field (update, ++n, record, i);
  sqlite3_bind_int64 (update, n + 1, ps_record_get_id (record));
  return ps_sql_run (rows->store, update, error);
}

gboolean
ps_rows_delete (PsRows *rows, const char *table, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?", table);
  PsStatement *statement = ps_rows_statement (rows, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return ps_sql_run (rows->store, statement, error);
}

PsRecord *
ps_store_load_record (PsStore *store, const char *table, gint64 id, GError **error)
{
  g_autoptr (PsRows) rows = ps_rows_new (store);

  return ps_rows_read (rows, table, id, error);
}

static gboolean
read_records (PsStore *store, PsStatement *select, const PsTableInfo *info, GPtrArray *records, GError **error)
{
  gboolean row;

  while (ps_sql_step_row (store, select, &row, error))
    {
      if (!row)
        return TRUE;
      g_ptr_array_add (records, ps_record_from_row (info, sqlite3_column_int64 (select, 0), select, 1));
    }
  return FALSE;
}

GPtrArray *
ps_store_load_records (PsStore *store, const char *table, const char *column, gint64 number, GError **error)
{
  const PsTableInfo *info = ps_fields_of (table);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_record_free);
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  g_autoptr (PsStatement) select = NULL;

  g_assert (info != NULL && (column == NULL || ps_fields_find (info, column) != NULL));
  append_columns (sql, info);
  g_string_append_printf (sql, " FROM %s", table);
  if (column != NULL)
    g_string_append_printf (sql, " WHERE %s IS ?", column);
  g_string_append (sql, " ORDER BY id");
  select = ps_sql_prepare (store, sql->str, error);
  if (select == NULL)
    return NULL;
  if (column != NULL)
    ps_sql_bind_number (select, 1, number);
  return read_records (store, select, info, records, error) ? g_steal_pointer (&records) : NULL;
}
