/* ps-reader.c: rows out of the region file: one moment for all kinds, a row at a time
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-reader-private.h"

struct _PsReader
{
  PsStore *store;
  int year;
};

/**
 * ps_reader_new: begins to read; what others write from now on is not seen.
 * @store: borrowed until ps_reader_free(), and used for nothing else until then
 * @year: 0: all
 *
 * Returns: (transfer full): NULL with a PsStoreError
 */
PsReader *
ps_reader_new (PsStore *store, int year, GError **error)
{
  PsReader *reader;
  gint64 any;

  g_return_val_if_fail (sqlite3_get_autocommit (store->db), NULL);
  if (!ps_sql_exec (store, "BEGIN", error))
    return NULL;
  /* The database chooses its moment at the first thing that is read. */
  if (!ps_sql_get_int (store, "SELECT count (*) FROM region", &any, error))
    {
      sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
      return NULL;
    }
  reader = g_new0 (PsReader, 1);
  reader->store = store;
  reader->year = year;
  return reader;
}

void
ps_reader_free (PsReader *reader)
{
  if (reader == NULL)
    return;
  if (!sqlite3_get_autocommit (reader->store->db))
    sqlite3_exec (reader->store->db, "COMMIT", NULL, NULL, NULL);
  g_free (reader);
}

static void
bind_year (PsStatement *statement, int year)
{
  sqlite3_bind_int (statement, 1, year);
  if (year == 0)
    return;
  sqlite3_bind_int (statement, 2, ps_date_year_start (year));
  sqlite3_bind_int (statement, 3, ps_date_year_end (year));
}

gboolean
ps_reader_each (PsReader *reader, const char *sql, PsFillFunc fill, gpointer row, PsReadFunc func, gpointer user_data,
                GError **error)
{
  g_autoptr (PsStatement) statement = ps_sql_prepare (reader->store, sql, error);
  gboolean more;

  if (statement == NULL)
    return FALSE;
  bind_year (statement, reader->year);
  while (ps_sql_step_row (reader->store, statement, &more, error))
    {
      if (!more)
        return TRUE;
      fill (statement, row);
      if (!func (row, user_data))
        return FALSE;
    }
  return FALSE;
}

const char *
ps_reader_text (PsStatement *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

int
ps_reader_small (PsStatement *statement, int column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL ? -1 : sqlite3_column_int (statement, column);
}
