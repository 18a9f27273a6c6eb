/* ps-sql.c: SQLite with GError
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-sql.h"

G_DEFINE_QUARK (ps - store - error - quark, ps_store_error)

static PsStoreError
error_of_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      return PS_STORE_ERROR_FOREIGN;
    case SQLITE_CORRUPT:
      return PS_STORE_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PS_STORE_ERROR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return PS_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return PS_STORE_ERROR_FULL;
    case SQLITE_CONSTRAINT:
      return PS_STORE_ERROR_REFUSED;
    default:
      return PS_STORE_ERROR_IO;
    }
}

static const char *
sentence_of_error (PsStoreError error)
{
  switch (error)
    {
    case PS_STORE_ERROR_FOREIGN:
      return _("“%s” is not a region file of Peilstok. Choose another file.");
    case PS_STORE_ERROR_DAMAGED:
      return _("The region file “%s” is damaged. Nothing was changed; put back a backup of it.");
    case PS_STORE_ERROR_LOCKED:
      return _("Somebody else is working in the region file “%s”. Nothing was changed; try again when they have finished.");
    case PS_STORE_ERROR_READ_ONLY:
      return _("The region file “%s” or its folder may only be read. Nothing was changed; ask for permission to write, or copy "
                "it elsewhere.");
    case PS_STORE_ERROR_FULL:
      return _("The disk is full while writing the region file “%s”. Nothing was changed; free some space and try again.");
    case PS_STORE_ERROR_REFUSED:
      return _("A rule of the region file “%s” refuses this. Nothing was changed.");
    case PS_STORE_ERROR_IO:
      return _("The region file “%s” cannot be read or written. Nothing was changed; see whether its disk or network drive is "
                "still there.");
    case PS_STORE_ERROR_ABSENT:
    case PS_STORE_ERROR_EXISTS:
    case PS_STORE_ERROR_NEWER:
    case PS_STORE_ERROR_RULE:
    case PS_STORE_ERROR_CONFLICT:
    default:
      g_assert_not_reached ();
    }
}

/* Sets @error from a result code of SQLite. The technical message goes last, for whoever has to help. */
void
ps_sql_set_error (sqlite3 *db, int code, const char *path, GError **error)
{
  PsStoreError number = error_of_code (code);
  const char *detail = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *sentence = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (sentence_of_error (number), shown);
#pragma GCC diagnostic pop
  g_set_error (error, PS_STORE_ERROR, number, "%s (SQLite %d: %s)", sentence, code, detail);
}

/* Whether the last failure was a rule of the schema (a CHECK, a key), and so says something of the data. */
gboolean
ps_sql_is_constraint (sqlite3 *db)
{
  return (sqlite3_errcode (db) & 0xff) == SQLITE_CONSTRAINT;
}

static gboolean
check (PsStore *store, int code, GError **error)
{
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
    return TRUE;
  ps_sql_set_error (store->db, sqlite3_extended_errcode (store->db), store->path, error);
  return FALSE;
}

gboolean
ps_sql_exec (PsStore *store, const char *sql, GError **error)
{
  return check (store, sqlite3_exec (store->db, sql, NULL, NULL, NULL), error);
}

/* Transfer full; NULL with an error. */
PsStatement *
ps_sql_prepare (PsStore *store, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (!check (store, sqlite3_prepare_v3 (store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), error))
    return NULL;
  return statement;
}

/* One step: @row tells whether there is a row to read. The statement is reset after its last row and after a failure. */
gboolean
ps_sql_step_row (PsStore *store, PsStatement *statement, gboolean *row, GError **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;
  if (code == SQLITE_DONE)
    {
      sqlite3_reset (statement);
      return TRUE;
    }
  check (store, code, error);
  sqlite3_reset (statement);
  return FALSE;
}

/* Runs a statement that gives no rows, and resets it for the next time. */
gboolean
ps_sql_run (PsStore *store, PsStatement *statement, GError **error)
{
  gboolean ok = check (store, sqlite3_step (statement), error);

  sqlite3_reset (statement);
  return ok;
}

/* The one number that @sql gives; 0 where it gives none. */
gboolean
ps_sql_get_int (PsStore *store, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (PsStatement) statement = ps_sql_prepare (store, sql, error);
  gboolean row;

  *value = 0;
  if (statement == NULL || !ps_sql_step_row (store, statement, &row, error))
    return FALSE;
  if (row)
    *value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

/* Binding keeps no copy: the text must live until the statement has run. NULL is NULL. */
void
ps_sql_bind_text (PsStatement *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

void
ps_sql_bind_date (PsStatement *statement, int index, PsDate date)
{
  if (date == PS_DATE_OPEN)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_int (statement, index, date);
}

void
ps_sql_bind_number (PsStatement *statement, int index, gint64 number)
{
  if (number == PS_NO_NUMBER)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_int64 (statement, index, number);
}

/* A number that is -1 where it was not given. */
void
ps_sql_bind_positive (PsStatement *statement, int index, int number)
{
  if (number < 0)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_int (statement, index, number);
}

char *
ps_sql_column_text (PsStatement *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

PsDate
ps_sql_column_date (PsStatement *statement, int column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return PS_DATE_OPEN;
  return sqlite3_column_int (statement, column);
}

gint64
ps_sql_column_number (PsStatement *statement, int column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return PS_NO_NUMBER;
  return sqlite3_column_int64 (statement, column);
}
