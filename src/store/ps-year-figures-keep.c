/* ps-year-figures-keep.c: figures kept beside the rows they were made from, where nothing changed meanwhile
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * They are no part of the trail, and whoever cannot keep them goes without: a file that may only be read, that somebody else is writing
 * to, or a disk that is full. Kept with a change in between they would stay wrong for good: so that is looked at once more with the write
 * lock held, by the trail's last record and, for programs that leave no trail, by SQLite's own count of changes.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-file-system.h"
#include "ps-year-figures-private.h"

/* Nobody waits for this. */
#define BUSY_MS 100

static gint64
data_version (PsStore *store)
{
  gint64 version = -1;

  ps_sql_get_int (store, "PRAGMA data_version", &version, NULL);
  return version;
}

/* Within the transaction that everything is read in. */
void
ps_figure_moment_take (PsFigureMoment *moment, PsStore *store)
{
  moment->trail = ps_store_trail_state (store);
  moment->data_version = data_version (store);
}

void
ps_figure_moment_clear (PsFigureMoment *moment)
{
  g_clear_pointer (&moment->trail, g_free);
}

/* @writer holds the write lock. */
static gboolean
is_unchanged (const PsFigureMoment *moment, PsStore *reader, PsStore *writer)
{
  g_autofree char *trail = ps_store_trail_state (writer);

  return moment->trail != NULL && g_strcmp0 (trail, moment->trail) == 0 && data_version (reader) == moment->data_version;
}

static gboolean
write_row (PsStore *store, PsStatement *insert, const PsRegion *region, const PsFigureBasis *basis, const PsProviderYear *year,
           GError **error)
{
  g_autoptr (GByteArray) data = ps_year_figures_encode (region, basis, year);

  sqlite3_bind_int64 (insert, 1, ps_region_provider (region, year->provider)->id);
  sqlite3_bind_int (insert, 2, basis->year);
  sqlite3_bind_int (insert, 3, basis->day);
  sqlite3_bind_int (insert, 4, basis->through);
  sqlite3_bind_blob64 (insert, 5, data->data, data->len, SQLITE_STATIC);
  return ps_sql_run (store, insert, error);
}

static gboolean
write_rows (PsStore *store, const PsRegion *region, const PsFigureBasis *basis, GPtrArray *rows, GError **error)
{
  g_autoptr (PsStatement) insert = ps_sql_prepare (
      store, "INSERT OR REPLACE INTO year_figure (provider_id, year, day, through, data) VALUES (?, ?, ?, ?, ?)", error);

  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!write_row (store, insert, region, basis, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}

static void
keep_by (PsStore *writer, PsStore *reader, const PsRegion *region, const PsFigureBasis *basis, const PsFigureMoment *moment,
         GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;

  sqlite3_busy_timeout (writer->db, BUSY_MS);
  if (ps_sql_exec (writer, "BEGIN IMMEDIATE", &error))
    {
      if (!is_unchanged (moment, reader, writer) || !write_rows (writer, region, basis, rows, &error)
          || !ps_sql_exec (writer, "COMMIT", &error))
        sqlite3_exec (writer->db, "ROLLBACK", NULL, NULL, NULL);
    }
  sqlite3_busy_timeout (writer->db, PS_STORE_BUSY_MS);
  if (error != NULL)
    g_debug ("the figures of %d were not kept: %s", basis->year, error->message);
}

void
ps_year_figures_keep (PsStore *store, const PsRegion *region, const PsFigureBasis *basis, const PsFigureMoment *moment,
                      GPtrArray *rows)
{
  g_autoptr (PsStore) writer = NULL;

  if (rows->len == 0 || store->newer || moment->trail == NULL)
    return;
  if (store->mode == PS_STORE_WRITE)
    {
      keep_by (store, store, region, basis, moment, rows);
      return;
    }
  if (!ps_file_system_may_write (store->path) || !ps_file_system_folder_may_write (store->path))
    return;
  writer = ps_store_open (store->path, PS_STORE_WRITE, NULL);
  if (writer != NULL)
    keep_by (writer, store, region, basis, moment, rows);
}
