/* ps-peil-digest.c: a digest of what was measured on a peildatum, now or when it was closed (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What a correction or a merger changed since is in the trail: with it the rows are what they were. What another program changed is not.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-peil-private.h"
#include "ps-undo-private.h"

typedef struct
{
  PsStore *store;
  PsRows *rows;
  gint64 peildatum_id;
  gint64 record;
  GChecksum *digest;
} Digesting;

#define CHANGES_SINCE                                                                                                            \
  "SELECT before_state FROM audit_change WHERE table_name = 'measurement' AND row_id = ?1 AND record_id > ?2 ORDER BY id"

/* What later changes found: each column as the first of them did. *absent: the first of them added the row. */
static gboolean
read_known (Digesting *self, gint64 id, PsRecord **known, gboolean *absent, GError **error)
{
  PsStatement *select = ps_rows_statement (self->rows, CHANGES_SINCE, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, id);
  sqlite3_bind_int64 (select, 2, self->record);
  while (ps_sql_step_row (self->store, select, &row, error))
    {
      gboolean added = row && sqlite3_column_type (select, 0) == SQLITE_NULL;
      PsRecord *older;

      if (row && !added)
        {
          /* What is no state at all was altered, which the digest of its record tells. */
          older = ps_record_from_json ("measurement", id, (const char *) sqlite3_column_text (select, 0), NULL);
          if (older != NULL)
            ps_undo_add_older (known, older);
          continue;
        }
      *absent = added && *known == NULL;
      sqlite3_reset (select);
      return TRUE;
    }
  return FALSE;
}

/* The row as it was after the record; *then NULL: it was not there. */
static gboolean
read_then (Digesting *self, gint64 id, PsRecord **then, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsRecord) known = NULL;
  gboolean absent = FALSE;

  *then = NULL;
  if (!read_known (self, id, &known, &absent, error))
    return FALSE;
  if (absent)
    return TRUE;
  *then = ps_rows_read (self->rows, "measurement", id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (*then == NULL)
    *then = g_steal_pointer (&known);
  for (guint i = 0; known != NULL && i < ps_record_get_info (known)->n_fields; i++)
    if (ps_record_knows (known, i))
      ps_record_copy_field (*then, known, i);
  return TRUE;
}

static void
feed_number (GChecksum *digest, gint64 number)
{
  g_autofree char *text = number != PS_NO_NUMBER ? g_strdup_printf ("%" G_GINT64_FORMAT "\t", number) : g_strdup ("\t");

  g_checksum_update (digest, (const guchar *) text, -1);
}

static void
feed_row (Digesting *self, const PsRecord *row)
{
  feed_number (self->digest, ps_record_get_id (row));
  feed_number (self->digest, ps_record_get_number (row, "provider_id"));
  feed_number (self->digest, ps_record_get_number (row, "product_id"));
  feed_number (self->digest, ps_record_get_number (row, "municipality_id"));
  for (int i = 0; i < PS_N_MEASURES; i++)
    feed_number (self->digest, ps_record_get_number (row, ps_measure_column ((PsMeasure) i)));
  g_checksum_update (self->digest, (const guchar *) "\n", 1);
}

/* Those that are there, and those that were removed since. */
#define ROWS                                                                                                                     \
  "SELECT id FROM measurement WHERE peildatum_id = ?1 UNION SELECT row_id FROM audit_change WHERE table_name = 'measurement'"    \
  " AND record_id > ?2 AND CASE WHEN json_valid (before_state) THEN json_extract (before_state, '$.peildatum_id') = ?1 END"      \
  " ORDER BY 1"

static gboolean
feed_rows (Digesting *self, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (self->store, ROWS, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, self->peildatum_id);
  sqlite3_bind_int64 (select, 2, self->record);
  while (ps_sql_step_row (self->store, select, &row, error))
    {
      g_autoptr (PsRecord) then = NULL;

      if (!row)
        return TRUE;
      if (!read_then (self, sqlite3_column_int64 (select, 0), &then, error))
        return FALSE;
      if (then != NULL && ps_record_get_number (then, "peildatum_id") == self->peildatum_id)
        feed_row (self, then);
    }
  return FALSE;
}

char *
ps_peil_digest (PsStore *store, gint64 peildatum_id, gint64 record, GError **error)
{
  g_autoptr (PsRows) rows = ps_rows_new (store);
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  Digesting self = { store, rows, peildatum_id, record, digest };

  return feed_rows (&self, error) ? g_strdup (g_checksum_get_string (digest)) : NULL;
}
