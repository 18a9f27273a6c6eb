/* ps-settlements-gone.c: who removed rows that a kept settlement was computed from
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A row that a person or an import removed is in the trail with what it was; the rows of an import that was undone are in the batches of
 * the undo (ps-removed.h), which are read once for all that is wanted.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-removed.h"
#include "ps-settlements-who.h"

/* More removed rows than this are not searched for a few names: some seconds. */
#define MAX_SEARCHED 2000000

struct _PsGone
{
  PsStore *store;
  gint64 since;
  GHashTable *wanted; /* "table\nkey" → gint64: the last record that removed it */
  GPtrArray *tables;  /* PsCauseRows, each once */
  GHashTable
      *undone; /* PsCauseRows → gint64: the only undo that removed such rows, where they are too many to search; 0: several */
};

PsGone *
ps_gone_new (PsStore *store, gint64 since)
{
  PsGone *gone = g_new0 (PsGone, 1);

  gone->store = store;
  gone->since = since;
  gone->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gone->tables = g_ptr_array_new ();
  gone->undone = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return gone;
}

void
ps_gone_free (PsGone *gone)
{
  g_hash_table_unref (gone->wanted);
  g_ptr_array_unref (gone->tables);
  g_hash_table_unref (gone->undone);
  g_free (gone);
}

void
ps_gone_want (PsGone *gone, const PsCauseRows *what, const char *key)
{
  g_hash_table_insert (gone->wanted, g_strconcat (what->table, "\n", key, NULL), g_new0 (gint64, 1));
  if (!g_ptr_array_find (gone->tables, what, NULL))
    g_ptr_array_add (gone->tables, (gpointer) what);
}

static void
note (PsGone *gone, const PsCauseRows *what, const char *key, gint64 record)
{
  g_autofree char *full = g_strconcat (what->table, "\n", key, NULL);
  gint64 *last = g_hash_table_lookup (gone->wanted, full);

  if (last != NULL)
    *last = MAX (*last, record);
}

/* Rows that were removed, or got other keys, one by one. */
static void
note_change (PsGone *gone, const PsCauseRows *what, PsStatement *row)
{
  gint64 id = sqlite3_column_int64 (row, 1);
  const char *json = (const char *) sqlite3_column_text (row, 3);
  g_autoptr (PsRecord) before = ps_record_from_json (what->table, id, (const char *) sqlite3_column_text (row, 2), NULL);
  g_autoptr (PsRecord) after = json != NULL ? ps_record_from_json (what->table, id, json, NULL) : NULL;
  g_autofree char *key = NULL;
  g_autofree char *other = NULL;

  if (before == NULL)
    return; /* of another version: verify tells of one that is damaged */
  key = ps_cause_key_of_record (what, before);
  other = after != NULL ? ps_cause_key_of_record (what, after) : NULL;
  if (g_strcmp0 (key, other) != 0)
    note (gone, what, key, sqlite3_column_int64 (row, 0));
}

static gboolean
search_changes (PsGone *gone, const PsCauseRows *what, GError **error)
{
  g_autoptr (PsStatement) select =
      ps_sql_prepare (gone->store,
                      "SELECT record_id, row_id, before_state, after_state FROM audit_change WHERE record_id > ?"
                      " AND +table_name = ? AND (after_state IS NULL OR ?) AND before_state IS NOT NULL",
                      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, gone->since);
  ps_sql_bind_text (select, 2, what->table);
  sqlite3_bind_int (select, 3, what->moves);
  while (ps_sql_step_row (gone->store, select, &row, error))
    {
      if (!row)
        return TRUE;
      note_change (gone, what, select);
    }
  return FALSE;
}

/* Rows that went with their import */

typedef struct
{
  const PsCauseRows *what;
  const PsRemoved *removed;
  GString *values[PS_CAUSE_KEYS]; /* of a row, as they are in its key */
} Reading;

static void
on_value (guint column, const char *text, gint64 number, gpointer user_data)
{
  Reading *reading = user_data;
  const char *name;

  if (column == 0)
    return;
  name = reading->removed->info->fields[g_array_index (reading->removed->fields, guint, column - 1)].column;
  for (guint i = 0; reading->what->keys[i] != NULL; i++)
    if (strcmp (reading->what->keys[i], name) == 0)
      {
        g_string_truncate (reading->values[i], 0);
        ps_cause_append_key (reading->values[i], text, number);
      }
}

static void
search_rows (PsGone *gone, Reading *reading, PsRemoved *removed, gint64 record)
{
  g_autoptr (GString) key = g_string_new (NULL);

  reading->removed = removed;
  while (ps_removed_next (removed, on_value, reading) == PS_REMOVED_ROW)
    {
      g_string_truncate (key, 0);
      for (guint i = 0; reading->what->keys[i] != NULL; i++)
        ps_cause_append_key (key, reading->values[i]->str, 0);
      note (gone, reading->what, key->str, record);
    }
}

static gboolean
search_batches (PsGone *gone, Reading *reading, GError **error)
{
  g_autoptr (PsStatement) select =
      ps_sql_prepare (gone->store, "SELECT record_id, data FROM audit_removed WHERE record_id > ? AND table_name = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, gone->since);
  ps_sql_bind_text (select, 2, reading->what->table);
  while (ps_sql_step_row (gone->store, select, &row, error))
    {
      PsRemoved *removed;

      if (!row)
        return TRUE;
      removed = ps_removed_open (reading->what->table, sqlite3_column_blob (select, 1), (gsize) sqlite3_column_bytes (select, 1));
      if (removed != NULL)
        search_rows (gone, reading, removed, sqlite3_column_int64 (select, 0));
      ps_removed_free (removed);
    }
  return FALSE;
}

/* How many rows undos removed since, and the only undo that did. */
static gboolean
count_batches (PsGone *gone, const PsCauseRows *what, gint64 *n, gint64 *only, GError **error)
{
  g_autoptr (PsStatement) select =
      ps_sql_prepare (gone->store,
                      "SELECT ifnull (sum (n_rows), 0), iif (min (record_id) = max (record_id), min (record_id), 0)"
                      " FROM audit_removed WHERE record_id > ? AND table_name = ?",
                      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, gone->since);
  ps_sql_bind_text (select, 2, what->table);
  if (!ps_sql_step_row (gone->store, select, &row, error))
    return FALSE;
  *n = sqlite3_column_int64 (select, 0);
  *only = sqlite3_column_int64 (select, 1);
  return TRUE;
}

static gboolean
search_undone (PsGone *gone, const PsCauseRows *what, GError **error)
{
  Reading reading = { .what = what };
  gint64 n, only;
  gboolean searched;

  if (!count_batches (gone, what, &n, &only, error))
    return FALSE;
  if (n > MAX_SEARCHED)
    {
      g_hash_table_insert (gone->undone, (gpointer) what, g_memdup2 (&only, sizeof only));
      return TRUE;
    }
  for (guint i = 0; i < PS_CAUSE_KEYS; i++)
    reading.values[i] = g_string_new (NULL);
  searched = n == 0 || search_batches (gone, &reading, error);
  for (guint i = 0; i < PS_CAUSE_KEYS; i++)
    g_string_free (reading.values[i], TRUE);
  return searched;
}

gboolean
ps_gone_find (PsGone *gone, GError **error)
{
  for (guint i = 0; i < gone->tables->len; i++)
    if (!search_changes (gone, gone->tables->pdata[i], error) || !search_undone (gone, gone->tables->pdata[i], error))
      return FALSE;
  return TRUE;
}

gint64
ps_gone_who (const PsGone *gone, const PsCauseRows *what, const char *key)
{
  g_autofree char *full = g_strconcat (what->table, "\n", key, NULL);
  const gint64 *last = g_hash_table_lookup (gone->wanted, full);
  const gint64 *only = g_hash_table_lookup (gone->undone, what);

  if (last != NULL && *last != 0)
    return *last;
  return only != NULL ? *only : 0;
}
