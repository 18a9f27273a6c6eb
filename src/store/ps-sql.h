/* ps-sql.h: SQLite with GError, and the connection behind a PsStore
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Private to src/store. Every result code of SQLite becomes a PsStoreError with a sentence for people in one place,
 * ps_sql_set_error().
 */
#pragma once

#include <sqlite3.h>

#include "ps-store.h"

G_BEGIN_DECLS

/* "Peil": in the header of every region file, so that it is known from other SQLite files. */
#define PS_STORE_APPLICATION_ID 0x5065696C

/* How long somebody else's write is waited for before a message says so. */
#define PS_STORE_BUSY_MS 2000

struct _PsStore
{
  sqlite3 *db;
  char *path;
  PsStoreMode mode;
  gboolean newer;
  gboolean wal; /* its standing journal mode; FALSE on a network drive */
};

/* A prepared statement of SQL. (A PsProductionStatement is what a provider owes for a year: core/ps-statement.h.) */
typedef sqlite3_stmt PsStatement;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsStatement, sqlite3_finalize)

void ps_sql_set_error (sqlite3 *db, int code, const char *path, GError **error);
gboolean ps_sql_is_constraint (sqlite3 *db);

gboolean ps_sql_exec (PsStore *store, const char *sql, GError **error);
PsStatement *ps_sql_prepare (PsStore *store, const char *sql, GError **error);
gboolean ps_sql_step_row (PsStore *store, PsStatement *statement, gboolean *row, GError **error);
gboolean ps_sql_run (PsStore *store, PsStatement *statement, GError **error);
gboolean ps_sql_get_int (PsStore *store, const char *sql, gint64 *value, GError **error);

void ps_sql_bind_text (PsStatement *statement, int index, const char *text);
void ps_sql_bind_date (PsStatement *statement, int index, PsDate date);
void ps_sql_bind_number (PsStatement *statement, int index, gint64 number);
void ps_sql_bind_positive (PsStatement *statement, int index, int number);

char *ps_sql_column_text (PsStatement *statement, int column);
PsDate ps_sql_column_date (PsStatement *statement, int column);
gint64 ps_sql_column_number (PsStatement *statement, int column);

G_END_DECLS
