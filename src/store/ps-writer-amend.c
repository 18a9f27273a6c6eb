/* ps-writer-amend.c: the next version of an agreement that a file changes and a settlement was made by
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * It begins as a copy of the version that counted, line by line; then the file's rows are put as they always are.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-agreement.h"
#include "ps-writer-agreements.h"

/* The version that counted does not any more. */
static gboolean
replace_version (PsWriter *writer, const PsPendingAgreement *agreement, GError **error)
{
  PsRowKey key = { .origin = agreement->origin, .column = "agb", .value = agreement->agb };
  g_autoptr (PsStatement) update =
      ps_sql_prepare (writer->store, "UPDATE agreement_version SET is_current = 0 WHERE id = ?", error);

  if (update == NULL)
    return FALSE;
  sqlite3_bind_int64 (update, 1, agreement->version_id);
  return ps_writer_alter (writer, PS_TABLE_VERSION, agreement->version_id, update, &key, error) == PS_PUT_UPDATED;
}

static gboolean
copy_terms (PsWriter *writer, const PsPendingAgreement *agreement, gint64 id, GError **error)
{
  g_autoptr (PsStatement) insert = NULL;

  insert = ps_sql_prepare (writer->store,
                           "INSERT INTO agreement_version (id, agreement_id, number, state, is_current, reason, exchange,"
                           " division_key, measuring, under_bp, over_bp) SELECT ?1, agreement_id, ?2, ?3, 1, ?4, exchange,"
                           " division_key, measuring, under_bp, over_bp FROM agreement_version WHERE id = ?5",
                           error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, id);
  sqlite3_bind_int (insert, 2, agreement->last_number + 1);
  sqlite3_bind_int (insert, 3, PS_VERSION_AMENDED);
  /* Translators: why a performance agreement was amended */
  ps_sql_bind_text (insert, 4, _("imported, after a settlement was made by the version before"));
  sqlite3_bind_int64 (insert, 5, agreement->version_id);
  return ps_sql_run (writer->store, insert, error);
}

static gboolean
copy_lines (PsWriter *writer, const PsPendingAgreement *agreement, gint64 version_id, PsTable *lines, GError **error)
{
  g_autoptr (PsStatement) insert = NULL;

  insert = ps_sql_prepare (writer->store,
                           "INSERT INTO agreement_line (id, version_id, group_id, municipality_id, lump_sum, ceiling_cents,"
                           " places_milli, scheme_id) SELECT ?1 + row_number () OVER (ORDER BY id) - 1, ?2, group_id,"
                           " municipality_id, lump_sum, ceiling_cents, places_milli, scheme_id FROM agreement_line"
                           " WHERE version_id = ?3",
                           error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, lines->next_id);
  sqlite3_bind_int64 (insert, 2, version_id);
  sqlite3_bind_int64 (insert, 3, agreement->version_id);
  if (!ps_sql_run (writer->store, insert, error))
    return FALSE;
  lines->next_id += sqlite3_changes (writer->store->db);
  return TRUE;
}

gboolean
ps_writer_copy_version (PsWriter *writer, PsPendingAgreement *agreement, GError **error)
{
  PsTable *versions = ps_writer_table (writer, PS_TABLE_VERSION, error);
  PsTable *lines = versions != NULL ? ps_writer_table (writer, PS_TABLE_AGREEMENT_LINE, error) : NULL;

  if (lines == NULL || !replace_version (writer, agreement, error) || !copy_terms (writer, agreement, versions->next_id, error)
      || !copy_lines (writer, agreement, versions->next_id, lines, error))
    return FALSE;
  agreement->version_id = versions->next_id++;
  agreement->number = agreement->last_number + 1;
  agreement->state = PS_VERSION_AMENDED;
  agreement->is_copy = TRUE;
  return TRUE;
}
