/* ps-history-rows.c: the trail for people: the rows of a change, field by field
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-history-private.h"
#include "ps-removed.h"
#include "ps-undo-private.h"

/* Of so many rows that an import added the values are shown where no limit is given. */
#define MAX_ADDED 1000

typedef struct
{
  PsStore *store;
  PsRows *rows;
  PsRowWords *words;
  GPtrArray *found; /* PsHistoryRow */
  guint limit;
} Reading;

static void
field_free (gpointer data)
{
  PsHistoryField *field = data;

  g_free (field->field);
  g_free (field->before);
  g_free (field->after);
  g_free (field);
}

void
ps_history_row_free (PsHistoryRow *row)
{
  g_free (row->table);
  g_free (row->row);
  g_ptr_array_unref (row->fields);
  g_free (row);
}

static char *
value_of (Reading *reading, const PsRecord *record, guint field)
{
  return record != NULL && ps_record_knows (record, field) ? ps_row_words_value (reading->words, record, field) : NULL;
}

static gboolean
differs (const PsRecord *before, const PsRecord *after, guint field)
{
  const PsRecord *any = before != NULL ? before : after;

  if (!ps_record_knows (any, field))
    return FALSE;
  if (before == NULL || after == NULL)
    return !ps_record_is_null_at (any, field);
  return ps_record_number_at (before, field) != ps_record_number_at (after, field)
         || g_strcmp0 (ps_record_text_at (before, field), ps_record_text_at (after, field)) != 0;
}

/* Where the trail has only some columns the rest of a name comes from the row as it is. */
static char *
name_of (Reading *reading, const PsRecord *record)
{
  g_autoptr (PsRecord) present = NULL;

  if (!ps_record_is_whole (record))
    present = ps_rows_read (reading->rows, ps_record_get_table (record), ps_record_get_id (record), NULL);
  for (guint i = 0; present != NULL && i < ps_record_get_info (record)->n_fields; i++)
    if (ps_record_knows (record, i))
      ps_record_copy_field (present, record, i);
  return ps_row_words_name (reading->words, present != NULL ? present : record);
}

static void
add_row (Reading *reading, const PsRecord *before, const PsRecord *after)
{
  const PsRecord *any = after != NULL ? after : before;
  const PsTableInfo *info = ps_record_get_info (any);
  PsHistoryRow *row = g_new0 (PsHistoryRow, 1);

  row->table = g_strdup (_ (info->label));
  row->row = name_of (reading, any);
  row->row_id = ps_record_get_id (any);
  row->added = before == NULL;
  row->removed = after == NULL;
  row->fields = g_ptr_array_new_with_free_func (field_free);
  for (guint i = 0; i < info->n_fields; i++)
    {
      PsHistoryField *field;

      if (!differs (before, after, i))
        continue;
      field = g_new0 (PsHistoryField, 1);
      field->field = g_strdup (_ (info->fields[i].label));
      field->before = value_of (reading, before, i);
      field->after = value_of (reading, after, i);
      g_ptr_array_add (row->fields, field);
    }
  g_ptr_array_add (reading->found, row);
}

static gboolean
is_full (const Reading *reading, guint most)
{
  return most != 0 && reading->found->len >= most;
}

/* A state of the trail; NULL without an error: there was none. */
static gboolean
read_state (PsStatement *select, int column, PsRecord **state, GError **error)
{
  *state = NULL;
  if (sqlite3_column_type (select, column) == SQLITE_NULL)
    return TRUE;
  *state = ps_record_from_json ((const char *) sqlite3_column_text (select, 0), sqlite3_column_int64 (select, 1),
                                (const char *) sqlite3_column_text (select, column), error);
  return *state != NULL;
}

static gboolean
take_change (Reading *reading, PsStatement *select, GError **error)
{
  g_autoptr (PsRecord) before = NULL;
  g_autoptr (PsRecord) after = NULL;

  if (!read_state (select, 2, &before, error) || !read_state (select, 3, &after, error))
    return FALSE;
  add_row (reading, before, after);
  return TRUE;
}

static gboolean
read_changes (Reading *reading, gint64 record, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (reading->store,
                           "SELECT table_name, row_id, before_state, after_state FROM audit_change WHERE record_id = ?"
                           " ORDER BY id",
                           error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, record);
  while (!is_full (reading, reading->limit))
    {
      if (!ps_sql_step_row (reading->store, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!take_change (reading, select, error))
        return FALSE;
    }
  return TRUE;
}

static guint
most_added (const Reading *reading)
{
  guint most = reading->limit != 0 ? reading->limit : MAX_ADDED;

  return most - MIN (most, reading->found->len);
}

/* Puts what `known` knows over the row as it is; of one that was deleted since it is all. */
static void
lay_over (PsRecord **record, PsRecord *known)
{
  g_autoptr (PsRecord) over = known;

  if (known == NULL)
    return;
  if (*record == NULL)
    {
      *record = g_steal_pointer (&over);
      return;
    }
  for (guint i = 0; i < ps_record_get_info (known)->n_fields; i++)
    if (ps_record_knows (known, i))
      ps_record_copy_field (*record, known, i);
}

/* What the later changes of a row found it to be. */
static gboolean
read_known (Reading *reading, gint64 record, const char *table, gint64 id, PsRecord **known, GError **error)
{
  PsStatement *select = ps_rows_statement (reading->rows,
                                           "SELECT before_state FROM audit_change WHERE table_name = ? AND row_id = ?"
                                           " AND record_id > ? AND before_state IS NOT NULL ORDER BY id",
                                           error);
  gboolean row;

  *known = NULL;
  if (select == NULL)
    return FALSE;
  ps_sql_bind_text (select, 1, table);
  sqlite3_bind_int64 (select, 2, id);
  sqlite3_bind_int64 (select, 3, record);
  while (ps_sql_step_row (reading->store, select, &row, error))
    {
      PsRecord *older;

      if (!row)
        return TRUE;
      older = ps_record_from_json (table, id, (const char *) sqlite3_column_text (select, 0), error);
      if (older == NULL)
        break;
      ps_undo_add_older (known, older);
    }
  g_clear_pointer (known, ps_record_free);
  return FALSE;
}

/* A row as the import left it; NULL without an error: it is not there, and nothing is known of it. */
static gboolean
read_then (Reading *reading, gint64 import, const char *table, gint64 id, PsRecord **then, GError **error)
{
  g_autoptr (GError) failure = NULL;
  PsRecord *known;

  *then = ps_rows_read (reading->rows, table, id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!read_known (reading, import, table, id, &known, error))
    {
      g_clear_pointer (then, ps_record_free);
      return FALSE;
    }
  lay_over (then, known);
  return TRUE;
}

static gboolean
read_added_of (Reading *reading, gint64 import, const char *table, gint64 first, gint64 last, GError **error)
{
  for (gint64 id = first; id <= last && most_added (reading) > 0; id++)
    {
      g_autoptr (PsRecord) record = NULL;

      if (!read_then (reading, import, table, id, &record, error))
        return FALSE;
      if (record != NULL)
        add_row (reading, NULL, record);
    }
  return TRUE;
}

/* What an import added is not in the trail: it is what the rows are now, but for what was changed since. */
static gboolean
read_added (Reading *reading, gint64 record, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (reading->store,
                           "SELECT table_name, first_row, last_row FROM import_range WHERE run_id = ? ORDER BY id", error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, record);
  while (ps_sql_step_row (reading->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!read_added_of (reading, record, (const char *) sqlite3_column_text (select, 0), sqlite3_column_int64 (select, 1),
                          sqlite3_column_int64 (select, 2), error))
        return FALSE;
    }
  return FALSE;
}

/* Rows that an undo of an import took out: removed by it, and added by what undoes it. */
static gboolean
read_removed (Reading *reading, gint64 record, gboolean added, GError **error)
{
  g_autoptr (GPtrArray) records = ps_removed_load (reading->store, record, most_added (reading), error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    ps_row_words_learn (reading->words, records->pdata[i]);
  for (guint i = 0; records != NULL && i < records->len; i++)
    add_row (reading, added ? NULL : records->pdata[i], added ? records->pdata[i] : NULL);
  return records != NULL;
}

/* What an import added, while it stands, is found from the rows; else it is what its undo kept of them. */
static gboolean
read_imported (Reading *reading, gint64 record, GError **error)
{
  PsUndoRecord loaded;
  gint64 undoer, undoes;

  if (!ps_undo_find_undoer (reading->store, record, &undoer, error)
      || !ps_undo_record_load (reading->store, record, &loaded, error))
    return FALSE;
  undoes = loaded.undoes;
  ps_undo_record_clear (&loaded);
  if (undoes != 0)
    return read_removed (reading, record, FALSE, error) && read_removed (reading, undoes, TRUE, error);
  return undoer != 0 ? read_removed (reading, undoer, TRUE, error) : read_added (reading, record, error);
}

/**
 * ps_history_rows:
 * @limit: so many rows at most; 0: all that the trail has, and the first of those that an import added
 *
 * Returns: (transfer full): PsHistoryRow, in the order in which they were written; NULL with an error
 */
GPtrArray *
ps_history_rows (PsStore *store, gint64 record, guint limit, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_history_row_free);
  g_autoptr (PsRows) rows = ps_rows_new (store);
  g_autoptr (PsRowWords) words = ps_row_words_new (store);
  Reading reading = { store, rows, words, found, limit };

  if (!read_changes (&reading, record, error) || !read_imported (&reading, record, error))
    return NULL;
  return g_steal_pointer (&found);
}
