/* ps-measurements.c: what backoffice types for a peildatum, cell by cell (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A cell is found by the keys of its row. Somebody else's value in another cell of the row is no conflict: the row is read when it is written.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-peil-private.h"

/* Somebody may write between the reading of a row and its writing: then it is read again. */
#define MOST_TRIES 3

/* A row of the sheet as it is, and as it is to be. */
typedef struct
{
  PsRecord *before; /* NULL: there is none yet */
  PsRecord *after;
} Cell;

typedef struct
{
  PsStore *store;
  PsRows *rows;
  PsRowWords *words;
  gint64 peildatum_id;
  GPtrArray *cells;   /* Cell: each row once */
  GHashTable *by_key; /* "provider product municipality" → Cell */
} Saving;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  ps_record_free (cell->before);
  ps_record_free (cell->after);
  g_free (cell);
}

static void
saving_init (Saving *saving, PsStore *store, gint64 peildatum_id)
{
  saving->store = store;
  saving->rows = ps_rows_new (store);
  saving->words = ps_row_words_new (store);
  saving->peildatum_id = peildatum_id;
  saving->cells = g_ptr_array_new_with_free_func (cell_free);
  saving->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
saving_clear (Saving *saving)
{
  g_hash_table_unref (saving->by_key);
  g_ptr_array_unref (saving->cells);
  ps_row_words_free (saving->words);
  ps_rows_free (saving->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Saving, saving_clear)

/* ---- rows */

static gboolean
find_measurement (Saving *saving, const PsCellChange *change, PsRecord **found, GError **error)
{
  PsStatement *select = ps_rows_statement (saving->rows,
                                           "SELECT id FROM measurement WHERE provider_id = ?1 AND peildatum_id = ?2"
                                           " AND product_id = ?3 AND municipality_id = ?4",
                                           error);
  gint64 id;
  gboolean row;

  *found = NULL;
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, change->provider_id);
  sqlite3_bind_int64 (select, 2, saving->peildatum_id);
  sqlite3_bind_int64 (select, 3, change->product_id);
  sqlite3_bind_int64 (select, 4, change->municipality_id);
  if (!ps_sql_step_row (saving->store, select, &row, error))
    return FALSE;
  id = row ? sqlite3_column_int64 (select, 0) : 0;
  sqlite3_reset (select);
  if (!row)
    return TRUE;
  *found = ps_rows_read (saving->rows, "measurement", id, error);
  return *found != NULL;
}

/* What a new row is of may have been removed while it was typed. */
static gboolean
check_there (Saving *saving, const char *table, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?", table);
  PsStatement *select = ps_rows_statement (saving->rows, sql, error);
  gboolean there;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, id);
  if (!ps_sql_step_row (saving->store, select, &there, error))
    return FALSE;
  sqlite3_reset (select);
  if (there)
    return TRUE;
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               /* Translators: a kind of thing, and which one */
               _("%s %s is not there any more: it was removed in the meantime. Nothing was changed; look at it again."),
               _ (ps_fields_of (table)->label), ps_row_words_reference (saving->words, table, id));
  return FALSE;
}

static PsRecord *
new_measurement (Saving *saving, const PsCellChange *change, GError **error)
{
  PsRecord *record;

  if (!check_there (saving, "provider", change->provider_id, error) || !check_there (saving, "product", change->product_id, error)
      || !check_there (saving, "municipality", change->municipality_id, error))
    return NULL;
  record = ps_record_new ("measurement");
  ps_record_set_number (record, "peildatum_id", saving->peildatum_id);
  ps_record_set_number (record, "provider_id", change->provider_id);
  ps_record_set_number (record, "product_id", change->product_id);
  ps_record_set_number (record, "municipality_id", change->municipality_id);
  return record;
}

static Cell *
cell_of (Saving *saving, const PsCellChange *change, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, change->provider_id,
                                          change->product_id, change->municipality_id);
  Cell *cell = g_hash_table_lookup (saving->by_key, key);
  PsRecord *found, *wanted;

  if (cell != NULL)
    return cell;
  if (!find_measurement (saving, change, &found, error))
    return NULL;
  wanted = found != NULL ? ps_record_copy (found) : new_measurement (saving, change, error);
  if (wanted == NULL)
    return NULL;
  cell = g_new0 (Cell, 1);
  cell->before = found;
  cell->after = wanted;
  g_ptr_array_add (saving->cells, cell);
  g_hash_table_insert (saving->by_key, g_steal_pointer (&key), cell);
  return cell;
}

static gboolean
take_cell (Saving *saving, const PsCellChange *change, GError **error)
{
  const char *column = ps_measure_column (change->measure);
  Cell *cell = cell_of (saving, change, error);
  gint64 present;

  if (cell == NULL)
    return FALSE;
  present = ps_record_get_number (cell->after, column);
  if (present != change->before && present != change->after)
    {
      ps_measurement_set_conflict (saving->words, cell->after, change->measure, change->before, error);
      return FALSE;
    }
  ps_record_set_number (cell->after, column, change->after);
  return TRUE;
}

/* A reason was given for a value: it goes with it. */
static gboolean
drop_reasons (Saving *saving, PsChange *change, const Cell *cell, GError **error)
{
  PsStatement *select =
      ps_rows_statement (saving->rows, "SELECT id, field FROM measurement_reason WHERE measurement_id = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, ps_record_get_id (cell->before));
  while (ps_sql_step_row (saving->store, select, &row, error))
    {
      const char *field = row ? (const char *) sqlite3_column_text (select, 1) : NULL;
      g_autoptr (PsRecord) reason = NULL;

      if (!row)
        return TRUE;
      if (ps_record_get_number (cell->before, field) == ps_record_get_number (cell->after, field))
        continue;
      reason = ps_rows_read (saving->rows, "measurement_reason", sqlite3_column_int64 (select, 0), error);
      if (reason == NULL)
        break;
      ps_change_delete (change, reason);
    }
  sqlite3_reset (select);
  return FALSE;
}

/* ---- the change */

/* What it is about: one row, or the peildatum. */
static char *
thing_of (Saving *saving, const PsRecord *peildatum)
{
  g_autofree char *day = NULL;

  if (saving->cells->len == 1)
    return ps_measurement_thing (saving->words, peildatum, ((const Cell *) saving->cells->pdata[0])->after);
  day = ps_date_to_iso (ps_record_get_date (peildatum, "day"));
  return g_strconcat ("peildatum:", day, NULL);
}

static gboolean
add_cell (Saving *saving, PsChange *change, const Cell *cell, GError **error)
{
  gboolean empty = TRUE;

  if (cell->before != NULL)
    {
      ps_change_update (change, cell->before, cell->after);
      return ps_record_equal (cell->before, cell->after) || drop_reasons (saving, change, cell, error);
    }
  for (int i = 0; i < PS_N_MEASURES; i++)
    empty = empty && ps_record_get_number (cell->after, ps_measure_column ((PsMeasure) i)) == PS_NO_NUMBER;
  if (!empty)
    ps_change_insert (change, cell->after);
  return TRUE;
}

static PsChange *
make_change (Saving *saving, const PsCellChange *cells, gsize n_cells, const char *reason, GError **error)
{
  g_autoptr (PsRecord) peildatum = ps_desk_read (saving->store, "peildatum", saving->peildatum_id, error);
  g_autoptr (PsChange) change = NULL;
  g_autofree char *thing = NULL;

  for (gsize i = 0; peildatum != NULL && i < n_cells; i++)
    if (!take_cell (saving, &cells[i], error))
      return NULL;
  if (peildatum == NULL)
    return NULL;
  thing = thing_of (saving, peildatum);
  change = ps_change_new ("measure", thing);
  ps_change_set_reason (change, reason);
  for (guint i = 0; i < saving->cells->len; i++)
    if (!add_cell (saving, change, saving->cells->pdata[i], error))
      return NULL;
  return g_steal_pointer (&change);
}

static gboolean
save_once (PsStore *store, const char *actor, gint64 peildatum_id, const PsCellChange *cells, gsize n_cells, const char *reason,
           gint64 *record, gboolean *moved, GError **error)
{
  g_auto (Saving) saving = { NULL };
  g_autoptr (PsChange) change = NULL;
  gboolean begun;

  *moved = FALSE;
  saving_init (&saving, store, peildatum_id);
  if (!ps_peildata_begin_read (store, &begun, error))
    return FALSE;
  change = make_change (&saving, cells, n_cells, reason, error);
  ps_peildata_end_read (store, begun);
  *moved = change != NULL;
  return change != NULL && ps_change_apply (store, change, actor, record, error);
}

/**
 * ps_measurements_save:
 *
 * Returns: %FALSE with PS_STORE_ERROR_CONFLICT, which names the cell and both values; PS_STORE_ERROR_RULE where the peildatum is closed
 *   and there is no reason; or another PsStoreError. Nothing is saved then
 */
gboolean
ps_measurements_save (PsStore *store, const char *actor, gint64 peildatum_id, const PsCellChange *cells, gsize n_cells,
                      const char *reason, gint64 *record, GError **error)
{
  for (int i = 1;; i++)
    {
      g_autoptr (GError) failure = NULL;
      gboolean moved;

      if (save_once (store, actor, peildatum_id, cells, n_cells, reason, record, &moved, &failure))
        return TRUE;
      /* Another cell of the row, perhaps: if it was this one, the next try says so. */
      if (i < MOST_TRIES && moved && g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT))
        continue;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
}
