/* ps-settlements-write.c: settlements into the region file, each step with its record in the trail
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * All rows of a step are in the trail, so that any that is altered is seen; of a document its digests are. Ids are never used twice: a
 * draft that is renewed gets other rows.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-settlements-private.h"

#include "ps-gzip.h"

/* A tenth more room than zlib takes by itself, for half of its time. */
#define GZIP_LEVEL 3

gboolean
ps_settlement_writer_begin (PsSettlementWriter *writer, PsStore *store, const char *actor, GError **error)
{
  *writer = (PsSettlementWriter){ .store = store, .actor = actor, .now = g_get_real_time () };
  writer->rows = ps_rows_new (store);
  writer->next_ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return ps_sql_exec (store, "BEGIN IMMEDIATE", error);
}

gboolean
ps_settlement_writer_commit (PsSettlementWriter *writer, GError **error)
{
  return ps_sql_exec (writer->store, "COMMIT", error);
}

void
ps_settlement_writer_clear (PsSettlementWriter *writer)
{
  g_clear_pointer (&writer->rows, ps_rows_free);
  g_clear_pointer (&writer->next_ids, g_hash_table_unref);
  if (writer->store != NULL && !sqlite3_get_autocommit (writer->store->db))
    sqlite3_exec (writer->store->db, "ROLLBACK", NULL, NULL, NULL);
  writer->store = NULL;
}

/* One after the other, looked up once for the whole job. */
static gboolean
give_id (PsSettlementWriter *writer, PsRecord *row, GError **error)
{
  const char *table = ps_record_get_table (row);
  gint64 *next = g_hash_table_lookup (writer->next_ids, table);

  if (next == NULL)
    {
      next = g_new0 (gint64, 1);
      g_hash_table_insert (writer->next_ids, (gpointer) table, next);
      if (!ps_trail_next_row_id (writer->store, table, next, error))
        return FALSE;
    }
  ps_record_set_id (row, (*next)++);
  return TRUE;
}

static gboolean
insert_row (PsSettlementWriter *writer, PsTrail *trail, PsRecord *row, GError **error)
{
  g_autofree char *after = NULL;

  if (!give_id (writer, row, error) || !ps_rows_insert (writer->rows, row, error))
    return FALSE;
  after = ps_record_to_json (row);
  return ps_trail_add (trail, ps_record_get_table (row), ps_record_get_id (row), NULL, after, error);
}

static gboolean
update_row (PsSettlementWriter *writer, PsTrail *trail, const PsRecord *before, const PsRecord *after, GError **error)
{
  g_autofree char *was = ps_record_to_json (before);
  g_autofree char *is = ps_record_to_json (after);

  return ps_rows_update (writer->rows, after, error)
         && ps_trail_add (trail, ps_record_get_table (after), ps_record_get_id (after), was, is, error);
}

static gboolean
delete_row (PsSettlementWriter *writer, PsTrail *trail, const PsRecord *row, GError **error)
{
  g_autofree char *was = ps_record_to_json (row);

  return ps_rows_delete (writer->rows, ps_record_get_table (row), ps_record_get_id (row), error)
         && ps_trail_add (trail, ps_record_get_table (row), ps_record_get_id (row), was, NULL, error);
}

static gboolean
delete_rows_of (PsSettlementWriter *writer, PsTrail *trail, const char *table, gint64 settlement, GError **error)
{
  g_autoptr (GPtrArray) rows = ps_store_load_records (writer->store, table, "settlement_id", settlement, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!delete_row (writer, trail, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
delete_data_of (PsSettlementWriter *writer, gint64 settlement, GError **error)
{
  PsStatement *statement = ps_rows_statement (writer->rows,
                                              "DELETE FROM settlement_document_data WHERE document_id IN"
                                              " (SELECT id FROM settlement_document WHERE settlement_id = ?)",
                                              error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, settlement);
  return ps_sql_run (writer->store, statement, error);
}

/* What refers to another goes before it. */
static gboolean
delete_parts (PsSettlementWriter *writer, PsTrail *trail, gint64 settlement, GError **error)
{
  static const char *const tables[] = { "settlement_document", "settlement_signal", "settlement_line", "settlement_band",
                                        "settlement_scope" };

  if (!delete_data_of (writer, settlement, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!delete_rows_of (writer, trail, tables[i], settlement, error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_data (PsSettlementWriter *writer, gint64 document, GBytes *data, GError **error)
{
  PsStatement *statement =
      ps_rows_statement (writer->rows, "INSERT INTO settlement_document_data (document_id, data) VALUES (?, ?)", error);
  gsize size;
  gconstpointer bytes = g_bytes_get_data (data, &size);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, document);
  sqlite3_bind_blob64 (statement, 2, bytes, size, SQLITE_STATIC);
  return ps_sql_run (writer->store, statement, error);
}

static gboolean
insert_document (PsSettlementWriter *writer, PsTrail *trail, gint64 settlement, PsDocumentKind kind, const char *text,
                 const char *digest, GError **error)
{
  gsize size = strlen (text);
  g_autoptr (GBytes) data = ps_gzip_compress (text, size, GZIP_LEVEL);
  g_autofree char *data_digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);
  g_autoptr (PsRecord) row = ps_record_new ("settlement_document");

  ps_record_set_number (row, "settlement_id", settlement);
  ps_record_set_number (row, "kind", kind);
  ps_record_set_number (row, "n_bytes", (gint64) size);
  ps_record_set_text (row, "digest", digest);
  ps_record_set_text (row, "data_digest", data_digest);
  return insert_row (writer, trail, row, error) && insert_data (writer, ps_record_get_id (row), data, error);
}

/* A scope is referred to by its number below zero until it has an id. */
static void
resolve_scope (PsRecord *row, GArray *scopes)
{
  gint64 scope;

  if (!ps_record_has_column (row, "scope_id"))
    return;
  scope = ps_record_get_number (row, "scope_id");
  if (scope != PS_NO_NUMBER)
    ps_record_set_number (row, "scope_id", g_array_index (scopes, gint64, -scope - 1));
}

static gboolean
insert_parts (PsSettlementWriter *writer, PsTrail *trail, gint64 settlement, const PsFrozen *frozen, GError **error)
{
  g_autoptr (GPtrArray) rows = ps_settlement_rows_make (frozen->dossier, settlement);
  g_autoptr (GArray) scopes = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    {
      PsRecord *row = g_ptr_array_index (rows, i);
      gint64 id;

      resolve_scope (row, scopes);
      if (!insert_row (writer, trail, row, error))
        return FALSE;
      id = ps_record_get_id (row);
      if (strcmp (ps_record_get_table (row), "settlement_scope") == 0)
        g_array_append_val (scopes, id);
    }
  for (int kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    if (!insert_document (writer, trail, settlement, (PsDocumentKind) kind, frozen->texts[kind], frozen->digests[kind], error))
      return FALSE;
  return TRUE;
}

static gboolean
end_record (PsSettlementWriter *writer, PsTrail *trail, const char *action, const char *agb, const PsRecord *row,
            const char *reason, GError **error)
{
  g_autofree char *thing = g_strdup_printf ("settlement:%s:%d:%" G_GINT64_FORMAT, agb, (int) ps_record_get_number (row, "year"),
                                            ps_record_get_id (row));
  PsAuditEntry entry = { .actor = writer->actor, .action = action, .thing = thing, .reason = reason };

  if (!ps_trail_end (trail, &entry, error))
    return FALSE;
  writer->record = trail->record;
  return TRUE;
}

static gboolean
write_draft (PsSettlementWriter *writer, PsTrail *trail, PsRecord *row, const PsFrozen *frozen, GError **error)
{
  g_autoptr (PsRecord) before = NULL;
  gint64 id = ps_record_get_id (row);

  if (id == 0)
    return insert_row (writer, trail, row, error) && insert_parts (writer, trail, ps_record_get_id (row), frozen, error);
  before = ps_rows_read (writer->rows, "settlement", id, error);
  return before != NULL && delete_parts (writer, trail, id, error) && update_row (writer, trail, before, row, error)
         && insert_parts (writer, trail, id, frozen, error);
}

gboolean
ps_settlement_write_draft (PsSettlementWriter *writer, const char *agb, PsRecord *row, const PsFrozen *frozen, GError **error)
{
  gboolean is_new = ps_record_get_id (row) == 0;
  const char *action = !is_new ? "renew" : ps_record_get_number (row, "replaces") != PS_NO_NUMBER ? "correct" : "store";
  const char *reason = ps_record_get_text (row, "reason");
  PsTrail trail;
  gboolean ok = ps_trail_begin (&trail, writer->store, error) && write_draft (writer, &trail, row, frozen, error)
                && end_record (writer, &trail, action, agb, row, reason, error);

  ps_trail_clear (&trail);
  return ok;
}

static gboolean
insert_warnings (PsSettlementWriter *writer, PsTrail *trail, gint64 settlement, GPtrArray *warnings, GError **error)
{
  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    {
      const PsLifeWarning *warning = g_ptr_array_index (warnings, i);
      g_autoptr (PsRecord) row = ps_record_new ("settlement_warning");

      ps_record_set_number (row, "settlement_id", settlement);
      ps_record_set_number (row, "sequence", i + 1);
      ps_record_set_text (row, "kind", ps_life_warning_code (warning->kind));
      ps_record_set_number (row, "amount_cents", warning->amount_cents);
      ps_record_set_number (row, "n_items", warning->count);
      ps_record_set_text (row, "what", warning->text);
      ps_record_set_text (row, "answer", warning->answer);
      if (!insert_row (writer, trail, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_circumstances (PsSettlementWriter *writer, PsTrail *trail, gint64 settlement, const char *text, GError **error)
{
  g_autofree char *digest = text != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1) : NULL;

  return text == NULL || insert_document (writer, trail, settlement, PS_DOCUMENT_CIRCUMSTANCES, text, digest, error);
}

gboolean
ps_settlement_write_step (PsSettlementWriter *writer, const char *action, const char *agb, const PsRecord *before,
                          const PsRecord *after, const PsStepWith *with, GError **error)
{
  gint64 id = ps_record_get_id (after);
  PsTrail trail;
  gboolean ok = ps_trail_begin (&trail, writer->store, error) && insert_warnings (writer, &trail, id, with->warnings, error)
                && insert_circumstances (writer, &trail, id, with->circumstances, error)
                && update_row (writer, &trail, before, after, error)
                && end_record (writer, &trail, action, agb, after, with->reason, error);

  ps_trail_clear (&trail);
  return ok;
}
