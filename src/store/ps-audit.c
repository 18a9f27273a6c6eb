/* ps-audit.c: the trail, chained by hashes
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-audit.h"
#include "ps-sql.h"

/* The hash before the first record. */
#define FIRST_HASH "0000000000000000000000000000000000000000000000000000000000000000"

/* Length before text, so that no two different records read the same; a text that is not there differs from an empty one. */
static void
feed_text (GChecksum *checksum, const char *text)
{
  g_autofree char *head = text != NULL ? g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (text)) : g_strdup ("-");

  g_checksum_update (checksum, (const guchar *) head, -1);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
}

static void
feed_number (GChecksum *checksum, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT ";", number);

  g_checksum_update (checksum, (const guchar *) text, -1);
}

static char *
hash_of_record (gint64 id, gint64 made_at, const PsAuditEntry *entry, const char *previous)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  feed_number (checksum, id);
  feed_number (checksum, made_at);
  feed_text (checksum, entry->actor);
  feed_text (checksum, entry->action);
  feed_text (checksum, entry->thing);
  feed_text (checksum, entry->reason);
  feed_text (checksum, entry->before_state);
  feed_text (checksum, entry->after_state);
  feed_number (checksum, entry->n_changes);
  feed_text (checksum, entry->changes_digest);
  feed_number (checksum, entry->undoes);
  feed_text (checksum, previous);
  return g_strdup (g_checksum_get_string (checksum));
}

void
ps_audit_digest_change (GChecksum *digest, const char *table, gint64 row_id, const char *before_state, const char *after_state)
{
  feed_text (digest, table);
  feed_number (digest, row_id);
  feed_text (digest, before_state);
  feed_text (digest, after_state);
}

void
ps_audit_digest_removed (GChecksum *digest, gint64 sequence, const char *table, gint64 n_rows, const guint8 *data, gsize size)
{
  feed_text (digest, "removed");
  feed_number (digest, sequence);
  feed_text (digest, table);
  feed_number (digest, n_rows);
  feed_number (digest, (gint64) size);
  g_checksum_update (digest, data, (gssize) size);
}

/* The id that the next record will get, for changes that are written before it. Only within a write transaction. */
gboolean
ps_audit_next_id (PsStore *store, gint64 *id, GError **error)
{
  if (!ps_sql_get_int (store, "SELECT max (id) FROM audit_record", id, error))
    return FALSE;
  (*id)++;
  return TRUE;
}

/* The hash of the record before @id; FIRST_HASH where it is the first. */
static gboolean
load_previous_hash (PsStore *store, gint64 id, char **hash, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT hash FROM audit_record WHERE id = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, id - 1);
  if (!ps_sql_step_row (store, select, &row, error))
    return FALSE;
  *hash = row ? ps_sql_column_text (select, 0) : g_strdup (FIRST_HASH);
  return TRUE;
}

static void
bind_record (PsStatement *insert, gint64 id, gint64 made_at, const PsAuditEntry *entry, const char *previous, const char *hash)
{
  sqlite3_bind_int64 (insert, 1, id);
  sqlite3_bind_int64 (insert, 2, made_at);
  ps_sql_bind_text (insert, 3, entry->actor);
  ps_sql_bind_text (insert, 4, entry->action);
  ps_sql_bind_text (insert, 5, entry->thing);
  ps_sql_bind_text (insert, 6, entry->reason);
  ps_sql_bind_text (insert, 7, entry->before_state);
  ps_sql_bind_text (insert, 8, entry->after_state);
  sqlite3_bind_int64 (insert, 9, entry->n_changes);
  ps_sql_bind_text (insert, 10, entry->changes_digest);
  if (entry->undoes != 0)
    sqlite3_bind_int64 (insert, 11, entry->undoes);
  ps_sql_bind_text (insert, 12, previous);
  ps_sql_bind_text (insert, 13, hash);
}

/* The last record is kept apart too: so one that is taken away from the end of the trail is missed. */
static gboolean
keep_head (PsStore *store, gint64 id, const char *hash, GError **error)
{
  g_autoptr (PsStatement) head = NULL;

  head = ps_sql_prepare (store,
                         "INSERT INTO audit_head (id, record_id, hash) VALUES (1, ?1, ?2)"
                         " ON CONFLICT (id) DO UPDATE SET record_id = ?1, hash = ?2",
                         error);
  if (head == NULL)
    return FALSE;
  sqlite3_bind_int64 (head, 1, id);
  ps_sql_bind_text (head, 2, hash);
  return ps_sql_run (store, head, error);
}

/**
 * ps_audit_append:
 * @entry: what was done
 * @id: (out) (optional): the record's id
 *
 * Adds a record to the trail, within the write transaction of the change that it is about.
 */
gboolean
ps_audit_append (PsStore *store, const PsAuditEntry *entry, gint64 *id, GError **error)
{
  g_autoptr (PsStatement) insert = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  gint64 made_at = g_get_real_time ();
  gint64 record;

  if (!ps_audit_next_id (store, &record, error) || !load_previous_hash (store, record, &previous, error))
    return FALSE;
  insert = ps_sql_prepare (store,
                           "INSERT INTO audit_record (id, made_at, actor, action, thing, reason, before_state, after_state,"
                           " n_changes, changes_digest, undoes, previous_hash, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                           error);
  if (insert == NULL)
    return FALSE;
  hash = hash_of_record (record, made_at, entry, previous);
  bind_record (insert, record, made_at, entry, previous, hash);
  if (id != NULL)
    *id = record;
  return ps_sql_run (store, insert, error) && keep_head (store, record, hash, error);
}

typedef struct
{
  PsStore *store;
  PsStatement *changes;
  PsStatement *removed;
  PsAuditFindingFunc found;
  gpointer user_data;
  gint64 expected_id;
  char *previous;
} Check;

static const char *
column (PsStatement *statement, int index)
{
  return (const char *) sqlite3_column_text (statement, index);
}

/* Feeds the record's rows of audit_change; FALSE: they could not be read. */
static gboolean
feed_changes (Check *check, gint64 record, GChecksum *digest, gint64 *n, GError **error)
{
  gboolean row;

  sqlite3_bind_int64 (check->changes, 1, record);
  while (ps_sql_step_row (check->store, check->changes, &row, error))
    {
      if (!row)
        return TRUE;
      ps_audit_digest_change (digest, column (check->changes, 0), sqlite3_column_int64 (check->changes, 1),
                              column (check->changes, 2), column (check->changes, 3));
      (*n)++;
    }
  return FALSE;
}

/* The same of its batches of audit_removed. */
static gboolean
feed_removed (Check *check, gint64 record, GChecksum *digest, gint64 *n, GError **error)
{
  PsStatement *removed = check->removed;
  gboolean row;

  sqlite3_bind_int64 (removed, 1, record);
  while (ps_sql_step_row (check->store, removed, &row, error))
    {
      if (!row)
        return TRUE;
      ps_audit_digest_removed (digest, sqlite3_column_int64 (removed, 0), column (removed, 1), sqlite3_column_int64 (removed, 2),
                               sqlite3_column_blob (removed, 3), (gsize) sqlite3_column_bytes (removed, 3));
      (*n)++;
    }
  return FALSE;
}

static gboolean
check_changes (Check *check, gint64 record, const PsAuditEntry *entry, GError **error)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 n = 0, n_removed = 0;

  if (!feed_changes (check, record, digest, &n, error) || !feed_removed (check, record, digest, &n_removed, error))
    return FALSE;
  if (n != entry->n_changes)
    check->found (record, "rows of this change were added or removed", check->user_data);
  else if (g_strcmp0 (n + n_removed > 0 ? g_checksum_get_string (digest) : NULL, entry->changes_digest) != 0)
    check->found (record, "rows of this change were altered", check->user_data);
  return TRUE;
}

static void
check_record (Check *check, PsStatement *select, const PsAuditEntry *entry)
{
  gint64 id = sqlite3_column_int64 (select, 0);
  g_autofree char *hash = hash_of_record (id, sqlite3_column_int64 (select, 1), entry, column (select, 11));

  if (id != check->expected_id)
    check->found (check->expected_id, "this record is missing", check->user_data);
  if (g_strcmp0 (column (select, 11), check->previous) != 0)
    check->found (id, "does not follow on the record before it", check->user_data);
  if (g_strcmp0 (column (select, 12), hash) != 0)
    check->found (id, "was altered", check->user_data);
  check->expected_id = id + 1;
  g_free (check->previous);
  check->previous = g_strdup (column (select, 12));
}

static void
read_entry (PsStatement *select, PsAuditEntry *entry)
{
  entry->actor = column (select, 2);
  entry->action = column (select, 3);
  entry->thing = column (select, 4);
  entry->reason = column (select, 5);
  entry->before_state = column (select, 6);
  entry->after_state = column (select, 7);
  entry->n_changes = sqlite3_column_int64 (select, 8);
  entry->changes_digest = column (select, 9);
  entry->undoes = sqlite3_column_int64 (select, 10);
}

static gboolean
check_records (Check *check, PsStatement *select, GError **error)
{
  gboolean row;

  while (ps_sql_step_row (check->store, select, &row, error))
    {
      PsAuditEntry entry = { NULL };

      if (!row)
        return TRUE;
      read_entry (select, &entry);
      check_record (check, select, &entry);
      if (!check_changes (check, sqlite3_column_int64 (select, 0), &entry, error))
        return FALSE;
    }
  return FALSE;
}

/* The end of the trail is the one that was kept. */
static gboolean
check_head (Check *check, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (check->store, "SELECT record_id, hash FROM audit_head WHERE id = 1", error);
  gint64 last = check->expected_id - 1;
  gboolean row;

  if (select == NULL || !ps_sql_step_row (check->store, select, &row, error))
    return FALSE;
  if (!row && last > 0)
    check->found (last, "is the last one, but the end of the trail was not kept", check->user_data);
  else if (row && sqlite3_column_int64 (select, 0) > last)
    check->found (sqlite3_column_int64 (select, 0), "was taken away from the end of the trail", check->user_data);
  else if (row && sqlite3_column_int64 (select, 0) < last)
    check->found (last, "is not the one that was kept as the end of the trail", check->user_data);
  else if (row && g_strcmp0 (column (select, 1), check->previous) != 0)
    check->found (last, "is not the one that was kept as the end of the trail", check->user_data);
  return TRUE;
}

/* Recomputes the whole chain, and tells every place where it does not hold. FALSE: it could not be read. */
gboolean
ps_audit_check (PsStore *store, PsAuditFindingFunc found, gpointer user_data, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  g_autoptr (PsStatement) changes = NULL;
  g_autoptr (PsStatement) removed = NULL;
  Check check = { store, NULL, NULL, found, user_data, 1, NULL };
  gboolean ok;

  select = ps_sql_prepare (store,
                           "SELECT id, made_at, actor, action, thing, reason, before_state, after_state, n_changes,"
                           " changes_digest, undoes, previous_hash, hash FROM audit_record ORDER BY id",
                           error);
  if (select == NULL)
    return FALSE;
  changes = ps_sql_prepare (store,
                            "SELECT table_name, row_id, before_state, after_state FROM audit_change"
                            " WHERE record_id = ? ORDER BY id",
                            error);
  if (changes == NULL)
    return FALSE;
  removed = ps_sql_prepare (
      store, "SELECT sequence, table_name, n_rows, data FROM audit_removed WHERE record_id = ? ORDER BY sequence", error);
  if (removed == NULL)
    return FALSE;
  check.changes = changes;
  check.removed = removed;
  check.previous = g_strdup (FIRST_HASH);
  ok = check_records (&check, select, error) && check_head (&check, error);
  g_free (check.previous);
  return ok;
}
