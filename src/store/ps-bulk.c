/* ps-bulk.c: a database set up for many rows at a time
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-bulk.h"

#include "ps-large-memory.h"
#include "ps-store-open.h"

/* KiB for SQLite's cache and the maps of the run together, and the least and the most that is left to the cache. */
#define MEMORY_BUDGET_KB (32 * 1024)
#define MIN_CACHE_KB (8 * 1024)
#define SORTER_CACHE_KB (8 * 1024)
#define STANDING_CACHE_KB (16 * 1000)

typedef struct
{
  char *table;
  char *name;
  char *sql; /* that makes it */
  gboolean exists;
} Index;

struct _PsBulk
{
  PsStore *store;
  GPtrArray *indices; /* Index: those of the tables that were asked for */
  gboolean on;
  int cache_kb;
};

static void
index_free (gpointer data)
{
  Index *index = data;

  g_free (index->table);
  g_free (index->name);
  g_free (index->sql);
  g_free (index);
}

PsBulk *
ps_bulk_new (PsStore *store)
{
  PsBulk *bulk = g_new0 (PsBulk, 1);

  bulk->store = store;
  bulk->cache_kb = STANDING_CACHE_KB;
  bulk->indices = g_ptr_array_new_with_free_func (index_free);
  return bulk;
}

void
ps_bulk_free (PsBulk *bulk)
{
  if (bulk == NULL)
    return;
  g_ptr_array_unref (bulk->indices);
  g_free (bulk);
}

gboolean
ps_bulk_is_on (const PsBulk *bulk)
{
  return bulk->on;
}

/* What a smaller cache frees goes back to the kernel: its pages lie scattered, and would not by themselves. */
static gboolean
set_cache (PsBulk *bulk, int kb, GError **error)
{
  gboolean smaller = kb < bulk->cache_kb;
  char pragma[64];

  if (kb == bulk->cache_kb)
    return TRUE;
  bulk->cache_kb = kb;
  g_snprintf (pragma, sizeof pragma, "PRAGMA cache_size = -%d", kb);
  if (!ps_sql_exec (bulk->store, pragma, error))
    return FALSE;
  if (smaller)
    ps_memory_trim ();
  return TRUE;
}

gboolean
ps_bulk_set_used (PsBulk *bulk, gsize bytes, GError **error)
{
  int left = MEMORY_BUDGET_KB - (int) (bytes / 1024);

  return !bulk->on || set_cache (bulk, MAX (left, MIN_CACHE_KB), error);
}

gboolean
ps_bulk_begin (PsBulk *bulk, GError **error)
{
  PsStore *store = bulk->store;

  if (!ps_sql_exec (store, "ROLLBACK", error))
    return FALSE;
  /* Only works while nobody else has the file open; else the log is kept, and the run is slower. */
  sqlite3_busy_timeout (store->db, 0);
  sqlite3_exec (store->db, "PRAGMA journal_mode = TRUNCATE", NULL, NULL, NULL);
  sqlite3_busy_timeout (store->db, PS_STORE_BUSY_MS);
  bulk->on = TRUE;
  return ps_sql_exec (store, "PRAGMA foreign_keys = OFF", error) && ps_bulk_set_used (bulk, 0, error)
         && ps_sql_exec (store, "BEGIN IMMEDIATE", error);
}

/* After the transaction: everything as it stands between runs. */
void
ps_bulk_end (PsBulk *bulk)
{
  if (!bulk->on)
    return;
  bulk->on = FALSE;
  ps_store_set_standing_journal (bulk->store);
  sqlite3_exec (bulk->store->db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  set_cache (bulk, STANDING_CACHE_KB, NULL);
  sqlite3_db_release_memory (bulk->store->db);
}

static const Index *
index_at (const PsBulk *bulk, guint i)
{
  return g_ptr_array_index (bulk->indices, i);
}

static gboolean
is_known (const PsBulk *bulk, const char *table)
{
  for (guint i = 0; i < bulk->indices->len; i++)
    if (strcmp (index_at (bulk, i)->table, table) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
list_indices (PsBulk *bulk, const char *table, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (bulk->store,
                           "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
                           " ORDER BY rowid",
                           error);
  if (select == NULL)
    return FALSE;
  ps_sql_bind_text (select, 1, table);
  while (ps_sql_step_row (bulk->store, select, &row, error))
    {
      Index *index;

      if (!row)
        return TRUE;
      index = g_new0 (Index, 1);
      index->table = g_strdup (table);
      index->name = ps_sql_column_text (select, 0);
      index->sql = ps_sql_column_text (select, 1);
      index->exists = TRUE;
      g_ptr_array_add (bulk->indices, index);
    }
  return FALSE;
}

/* Makes or drops the indices of a table that are not so already. */
static gboolean
change_indices (PsBulk *bulk, const char *table, gboolean exist, GError **error)
{
  for (guint i = 0; i < bulk->indices->len; i++)
    {
      Index *index = g_ptr_array_index (bulk->indices, i);
      g_autofree char *drop = g_strdup_printf ("DROP INDEX %s", index->name);

      if (strcmp (index->table, table) != 0 || index->exists == exist)
        continue;
      if (!ps_sql_exec (bulk->store, exist ? index->sql : drop, error))
        return FALSE;
      index->exists = exist;
    }
  return TRUE;
}

gboolean
ps_bulk_drop_indices (PsBulk *bulk, const char *table, GError **error)
{
  return (is_known (bulk, table) || list_indices (bulk, table, error)) && change_indices (bulk, table, FALSE, error);
}

gboolean
ps_bulk_has_dropped (const PsBulk *bulk, const char *table)
{
  for (guint i = 0; i < bulk->indices->len; i++)
    if (!index_at (bulk, i)->exists && strcmp (index_at (bulk, i)->table, table) == 0)
      return TRUE;
  return FALSE;
}

const char *
ps_bulk_next_table (const PsBulk *bulk)
{
  for (guint i = 0; i < bulk->indices->len; i++)
    if (!index_at (bulk, i)->exists)
      return index_at (bulk, i)->table;
  return NULL;
}

/* The sorter takes its memory by the size of the cache: a small one is as fast. So is sorting on one thread (measured). */
gboolean
ps_bulk_make_indices (PsBulk *bulk, const char *table, GError **error)
{
  int cache_kb = bulk->cache_kb;

  if (!ps_bulk_has_dropped (bulk, table))
    return TRUE;
  return set_cache (bulk, SORTER_CACHE_KB, error) && change_indices (bulk, table, TRUE, error)
         && set_cache (bulk, cache_kb, error);
}

/* Which indices there are is asked of the database. */
gboolean
ps_bulk_revert (PsBulk *bulk, GError **error)
{
  g_autoptr (PsStatement) select = NULL;

  select = ps_sql_prepare (bulk->store, "SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?", error);
  if (select == NULL)
    return FALSE;
  for (guint i = 0; i < bulk->indices->len; i++)
    {
      Index *index = g_ptr_array_index (bulk->indices, i);

      ps_sql_bind_text (select, 1, index->name);
      if (!ps_sql_step_row (bulk->store, select, &index->exists, error))
        return FALSE;
      sqlite3_reset (select);
    }
  return TRUE;
}
