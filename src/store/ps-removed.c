/* ps-removed.c: a batch of audit_removed: the rows that an undo of an import took out
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-removed.h"

#include "ps-gzip.h"
#include "ps-json-row.h"

void
ps_removed_free (PsRemoved *removed)
{
  if (removed == NULL)
    return;
  g_array_unref (removed->fields);
  g_string_free (removed->text, TRUE);
  g_free (removed->json);
  g_free (removed);
}

/* The names are put into SQL: only those that the table has are taken. */
static gboolean
read_column (PsRemoved *removed, gboolean first)
{
  const PsFieldInfo *field;
  guint place;

  if (!ps_json_take_text (&removed->at, removed->text))
    return FALSE;
  if (first)
    return strcmp (removed->text->str, "id") == 0;
  field = ps_fields_find (removed->info, removed->text->str);
  if (field == NULL)
    return FALSE;
  place = (guint) (field - removed->info->fields);
  g_array_append_val (removed->fields, place);
  return TRUE;
}

static gboolean
take_name (PsRemoved *removed, const char *name)
{
  return ps_json_take_text (&removed->at, removed->text) && strcmp (removed->text->str, name) == 0
         && ps_json_take (&removed->at, ':') && ps_json_take (&removed->at, '[');
}

static gboolean
read_head (PsRemoved *removed)
{
  gboolean first = TRUE;

  if (!ps_json_take (&removed->at, '{') || !take_name (removed, "columns"))
    return FALSE;
  do
    {
      if (!read_column (removed, first))
        return FALSE;
      first = FALSE;
    }
  while (ps_json_take (&removed->at, ','));
  return ps_json_take (&removed->at, ']') && ps_json_take (&removed->at, ',') && take_name (removed, "rows");
}

PsRemoved *
ps_removed_open (const char *table, gconstpointer data, gsize size)
{
  g_autoptr (PsRemoved) removed = g_new0 (PsRemoved, 1);

  removed->info = ps_fields_of (table);
  removed->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  removed->text = g_string_new (NULL);
  removed->json = removed->info != NULL ? ps_gzip_decompress (data, size, NULL) : NULL;
  removed->at = removed->json;
  return removed->json != NULL && read_head (removed) ? g_steal_pointer (&removed) : NULL;
}

static gboolean
read_value (PsRemoved *removed, guint column, PsRemovedFunc func, gpointer user_data)
{
  gint64 number = PS_NO_NUMBER;

  if (ps_json_take_null (&removed->at) || ps_json_take_number (&removed->at, &number))
    func (column, NULL, number, user_data);
  else if (ps_json_take_text (&removed->at, removed->text))
    func (column, removed->text->str, PS_NO_NUMBER, user_data);
  else
    return FALSE;
  return TRUE;
}

PsRemovedNext
ps_removed_next (PsRemoved *removed, PsRemovedFunc func, gpointer user_data)
{
  if (ps_json_take (&removed->at, ']'))
    return PS_REMOVED_END;
  ps_json_take (&removed->at, ',');
  if (!ps_json_take (&removed->at, '['))
    return PS_REMOVED_BROKEN;
  for (guint i = 0; i <= removed->fields->len; i++)
    if ((i > 0 && !ps_json_take (&removed->at, ',')) || !read_value (removed, i, func, user_data))
      return PS_REMOVED_BROKEN;
  return ps_json_take (&removed->at, ']') ? PS_REMOVED_ROW : PS_REMOVED_BROKEN;
}

typedef struct
{
  PsRemoved *removed;
  PsRecord *record;
} Filling;

static void
on_value_read (guint column, const char *text, gint64 number, gpointer user_data)
{
  Filling *filling = user_data;
  const PsTableInfo *info = filling->removed->info;
  guint field;

  if (column == 0)
    {
      ps_record_set_id (filling->record, number);
      return;
    }
  field = g_array_index (filling->removed->fields, guint, column - 1);
  if (!ps_record_is_text (filling->record, field))
    ps_record_set_number_at (filling->record, field, number);
  else
    ps_record_set_text (filling->record, info->fields[field].column, text);
}

static gboolean
load_batch (PsStatement *row, guint most, GPtrArray *records)
{
  g_autoptr (PsRemoved) removed = ps_removed_open ((const char *) sqlite3_column_text (row, 0), sqlite3_column_blob (row, 1),
                                                   (gsize) sqlite3_column_bytes (row, 1));
  PsRemovedNext next = PS_REMOVED_BROKEN;

  while (removed != NULL && records->len < most)
    {
      Filling filling = { removed, ps_record_new_unknown (removed->info->table, 0) };

      next = ps_removed_next (removed, on_value_read, &filling);
      if (next == PS_REMOVED_ROW)
        g_ptr_array_add (records, filling.record);
      else
        ps_record_free (filling.record);
      if (next != PS_REMOVED_ROW)
        return next == PS_REMOVED_END;
    }
  return removed != NULL;
}

GPtrArray *
ps_removed_load (PsStore *store, gint64 record, guint most, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_record_free);
  g_autoptr (PsStatement) select = NULL;
  gboolean row = TRUE;

  /* Last out, first in the file: what others need comes first. */
  select = ps_sql_prepare (store, "SELECT table_name, data FROM audit_removed WHERE record_id = ? ORDER BY sequence DESC", error);
  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, record);
  while (records->len < most)
    {
      if (!ps_sql_step_row (store, select, &row, error))
        return NULL;
      if (!row)
        break;
      if (load_batch (select, most, records))
        continue;
      ps_sql_set_error (NULL, SQLITE_CORRUPT, store->path, error);
      return NULL;
    }
  return g_steal_pointer (&records);
}
