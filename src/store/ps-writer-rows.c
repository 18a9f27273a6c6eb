/* ps-writer-rows.c: a row of any kind into its table
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-audit.h"
#include "ps-writer-private.h"

/* The table, opened when it is first needed. */
PsTable *
ps_writer_table (PsWriter *writer, PsTableKind kind, GError **error)
{
  if (writer->tables[kind] == NULL)
    writer->tables[kind] = ps_writer_table_new (writer->store, kind, error);
  return writer->tables[kind];
}

/* What became of the rows of this file; valid until another is asked for. */
PsFileEnd *
ps_writer_end_of (PsWriter *writer, guint file)
{
  if (file >= writer->ends->len)
    g_array_set_size (writer->ends, file + 1);
  return &g_array_index (writer->ends, PsFileEnd, file);
}

void
ps_writer_set_absent (PsWriter *writer, guint file, guint absent)
{
  if (writer->absent == NULL)
    writer->absent = g_array_new (FALSE, TRUE, sizeof (guint));
  if (file >= writer->absent->len)
    g_array_set_size (writer->absent, file + 1);
  g_array_index (writer->absent, guint, file) = absent;
}

guint
ps_writer_get_absent (PsWriter *writer, guint file)
{
  return writer->absent != NULL && file < writer->absent->len ? g_array_index (writer->absent, guint, file) : 0;
}

/* Tells why. Always PS_PUT_REFUSED, to be returned. */
PsPut
ps_writer_refuse (PsWriter *writer, PsOrigin origin, const char *column, const char *value, const char *reason)
{
  ps_writer_end_of (writer, origin.file)->refused++;
  if (writer->refuse != NULL)
    writer->refuse (origin, column, value, reason, writer->refuse_data);
  return PS_PUT_REFUSED;
}

PsPut
ps_writer_refuse_twice (PsWriter *writer, const PsRowKey *key)
{
  return ps_writer_refuse (writer, key->origin, key->column, key->value, _("this is in the file twice, with different values"));
}

void
ps_writer_count (PsWriterCounts *counts, PsPut put)
{
  if (put == PS_PUT_ADDED)
    counts->added++;
  else if (put == PS_PUT_UPDATED)
    counts->updated++;
  else if (put == PS_PUT_UNCHANGED)
    counts->unchanged++;
}

gboolean
ps_writer_begin_changes (PsWriter *writer, GError **error)
{
  writer->changes.digest = g_checksum_new (G_CHECKSUM_SHA256);
  if (!ps_audit_next_id (writer->store, &writer->changes.record_id, error))
    return FALSE;
  writer->changes.insert = ps_sql_prepare (writer->store,
                                           "INSERT INTO audit_change (record_id, table_name, row_id, before_state, after_state)"
                                           " VALUES (?, ?, ?, ?, ?)",
                                           error);
  return writer->changes.insert != NULL;
}

void
ps_writer_clear_changes (PsWriter *writer)
{
  g_clear_pointer (&writer->changes.digest, g_checksum_free);
  g_clear_pointer (&writer->changes.file_digest, g_checksum_free);
  g_clear_pointer (&writer->changes.insert, sqlite3_finalize);
}

gboolean
ps_writer_has_changed (PsWriter *writer)
{
  if (writer->changes.n > 0)
    return TRUE;
  for (int i = 0; i < PS_N_TABLES; i++)
    if (writer->tables[i] != NULL && writer->tables[i]->next_id > writer->tables[i]->run_first)
      return TRUE;
  return FALSE;
}

static gboolean
record_change (PsWriter *writer, PsTable *table, gint64 id, const char *before, const char *after, GError **error)
{
  PsChanges *changes = &writer->changes;
  const char *name = ps_table_name (table->kind);

  ps_audit_digest_change (changes->digest, name, id, before, after);
  changes->n++;
  sqlite3_bind_int64 (changes->insert, 1, changes->record_id);
  ps_sql_bind_text (changes->insert, 2, name);
  sqlite3_bind_int64 (changes->insert, 3, id);
  ps_sql_bind_text (changes->insert, 4, before);
  ps_sql_bind_text (changes->insert, 5, after);
  return ps_sql_run (writer->store, changes->insert, error);
}

static char *
read_state (PsWriter *writer, PsTable *table, gint64 id, GError **error)
{
  char *state = NULL;
  gboolean row;

  sqlite3_bind_int64 (table->state, 1, id);
  if (!ps_sql_step_row (writer->store, table->state, &row, error))
    return NULL;
  if (row)
    state = ps_sql_column_text (table->state, 0);
  sqlite3_reset (table->state);
  g_assert (state != NULL);
  return state;
}

/* Runs an insert or update. A rule of the schema that refuses it says something of the row: it is told as a refusal. */
static PsPut
run (PsWriter *writer, PsStatement *statement, PsPut done, const PsRowKey *key, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *reason = NULL;

  if (ps_sql_run (writer->store, statement, &failure))
    return done;
  if (!g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return PS_PUT_FAILED;
    }
  reason = g_strdup_printf (_("a rule of the region file refuses this row (%s)"), sqlite3_errmsg (writer->store->db));
  return ps_writer_refuse (writer, key->origin, key->column, key->value, reason);
}

/* Whether the row came under a code that is not its provider's own, such as that of one that was taken over. */
static gboolean
is_by_other (PsWriter *writer, const PsRowKey *key)
{
  const PsCode *own = key->agb != NULL ? ps_writer_find_code (writer, PS_CODES_PROVIDER, key->agb) : NULL;

  return own != NULL && own->id != key->provider_id;
}

static PsPut
insert_row (PsWriter *writer, PsTable *table, gint64 *id, PsBindFunc bind, gconstpointer row, const PsRowKey *key, GError **error)
{
  PsPut put;

  sqlite3_bind_int64 (table->insert, 1, table->next_id);
  bind (table->insert, row);
  put = run (writer, table->insert, PS_PUT_ADDED, key, error);
  if (put != PS_PUT_ADDED)
    return put;
  *id = table->next_id++;
  if (is_by_other (writer, key))
    ps_table_add_by_other (table, *id, key->agb);
  return put;
}

/* Runs a statement that alters a row, and puts what it was and became in the trail. */
PsPut
ps_writer_alter (PsWriter *writer, PsTableKind kind, gint64 id, PsStatement *update, const PsRowKey *key, GError **error)
{
  PsTable *table = ps_writer_table (writer, kind, error);
  g_autofree char *before = table != NULL ? read_state (writer, table, id, error) : NULL;
  g_autofree char *after = NULL;
  PsPut put;

  if (before == NULL)
    return PS_PUT_FAILED;
  put = run (writer, update, PS_PUT_UPDATED, key, error);
  if (put != PS_PUT_UPDATED)
    return put;
  after = read_state (writer, table, id, error);
  if (after == NULL || !record_change (writer, table, id, before, after, error))
    return PS_PUT_FAILED;
  return put;
}

static PsPut
update_row (PsWriter *writer, PsTable *table, gint64 id, PsBindFunc bind, gconstpointer row, const PsRowKey *key, GError **error)
{
  sqlite3_bind_int64 (table->update, 1, id);
  bind (table->update, row);
  return ps_writer_alter (writer, table->kind, id, table->update, key, error);
}

static gboolean
is_same (PsWriter *writer, PsTable *table, gint64 id, PsBindFunc bind, gconstpointer row, gboolean *same, GError **error)
{
  sqlite3_bind_int64 (table->same, 1, id);
  bind (table->same, row);
  if (!ps_sql_step_row (writer->store, table->same, same, error))
    return FALSE;
  sqlite3_reset (table->same);
  return TRUE;
}

/* The code under which the row that is there came, where that is not the one of this row, as far as it is known: of what this run added. */
static const char *
code_before (const PsTable *table, gint64 id, const PsRowKey *key)
{
  const char *before = key->agb != NULL && table->by_other != NULL ? g_hash_table_lookup (table->by_other, &id) : NULL;

  return before != NULL && strcmp (before, key->agb) != 0 ? before : NULL;
}

/* Two that go on as one file under both codes for a while: neither may silently take the place of the other (domain.md §2). */
PsPut
ps_writer_refuse_other_code (PsWriter *writer, const PsRowKey *key, const char *other)
{
  const char *own = ps_writer_own_agb (writer, key->provider_id);
  g_autofree char *reason = NULL;

  /* Translators: the code of the row, the code under which there is something, the provider's own code */
  reason =
      g_strdup_printf (_("the same is in the region under AGB code %s with other values, and a row under %s may not take its "
                          "place: give what holds for both together, under %s"),
                       other != NULL ? other : own, key->agb, own);
  return ps_writer_refuse (writer, key->origin, "agb", key->agb, reason);
}

/* What putting the row would do, without doing it. */
PsPut
ps_writer_foresee_row (PsWriter *writer, PsTableKind kind, gint64 id, PsBindFunc bind, gconstpointer row, const PsRowKey *key,
                       GError **error)
{
  PsTable *table = ps_writer_table (writer, kind, error);
  gboolean same;

  if (table == NULL)
    return PS_PUT_FAILED;
  if (id == 0)
    return PS_PUT_ADDED;
  if (!is_same (writer, table, id, bind, row, &same, error))
    return PS_PUT_FAILED;
  if (same)
    return PS_PUT_UNCHANGED;
  return code_before (table, id, key) != NULL || is_by_other (writer, key) ? PS_PUT_REFUSED : PS_PUT_UPDATED;
}

static PsPut
refuse_drafted (PsWriter *writer, const PsRowKey *key)
{
  return ps_writer_refuse (writer, key->origin, key->column, key->value,
                           _("an amendment of this agreement is being drafted: agree or discard it first"));
}

/* Puts a row whose references are resolved: *@id is its id where its key is known, else 0, and then the new one. */
PsPut
ps_writer_put_row (PsWriter *writer, PsTableKind kind, gint64 *id, PsBindFunc bind, gconstpointer row, const PsRowKey *key,
                   GError **error)
{
  PsTable *table = ps_writer_table (writer, kind, error);
  const char *before;
  gboolean same, of_file;

  if (table == NULL)
    return PS_PUT_FAILED;
  if (*id == 0)
    return key->is_drafted ? refuse_drafted (writer, key) : insert_row (writer, table, id, bind, row, key, error);
  if (!is_same (writer, table, *id, bind, row, &same, error))
    return PS_PUT_FAILED;
  of_file = !key->is_copy && ps_table_is_of_file (table, *id);
  ps_bits_add (&table->seen, *id);
  if (same)
    return PS_PUT_UNCHANGED;
  if (key->is_drafted)
    return refuse_drafted (writer, key);
  before = code_before (table, *id, key);
  if (before != NULL || is_by_other (writer, key))
    return ps_writer_refuse_other_code (writer, key, before);
  if (of_file)
    return ps_writer_refuse_twice (writer, key);
  return update_row (writer, table, *id, bind, row, key, error);
}
