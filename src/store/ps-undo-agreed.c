/* ps-undo-agreed.c: what was agreed, or settled by, an undo leaves alone
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What was agreed is changed by an amendment only (domain.md §2), also by taking back what was done before it was agreed. Imports may
 * change the version that counts, and so may their undo, until a settlement is proposed by it.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "core/ps-agreement.h"
#include "ps-undo-private.h"

static gboolean
is_draft (const PsRecord *version)
{
  return ps_record_get_number (version, "state") == PS_VERSION_DRAFT;
}

/* A line's version as it is now; one that is not there comes back with its line, as it was. */
static gboolean
check_line (PsUndoing *undoing, const PsRecord *line, GError **error)
{
  PsApplying *applying = &undoing->applying;
  gint64 version_id = ps_record_get_number (line, "version_id");
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsRecord) version = ps_rows_read (applying->rows, "agreement_version", version_id, &failure);
  g_autofree char *name = NULL;
  g_autofree char *by = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (version == NULL || is_draft (version))
    return TRUE;
  name = ps_row_words_name (applying->words, version);
  by = ps_row_words_by_whom (applying->words, "agreement_version", version_id, undoing->record.id);
  /* Translators: which agreement, and ", by anna on 22-11-2026 04:12" or nothing */
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("Performance agreement %s was agreed since%s. Undo that first, or amend it. Nothing was changed."), name, by);
  return FALSE;
}

/* A version that a settlement was proposed or made final with stays agreed (domain.md §6). */
static gboolean
check_settled (PsUndoing *undoing, const PsRecord *version, GError **error)
{
  PsApplying *applying = &undoing->applying;
  g_autofree char *name = NULL;
  PsStatement *select;
  gboolean row;

  select = ps_rows_statement (applying->rows,
                              "SELECT id FROM settlement WHERE agreement_version_id = ? AND state IN (2, 3) LIMIT 1", error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, ps_record_get_id (version));
  if (!ps_sql_step_row (applying->store, select, &row, error))
    return FALSE;
  sqlite3_reset (select);
  if (!row)
    return TRUE;
  name = ps_row_words_name (applying->words, version);
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("Performance agreement %s is what a settlement that was proposed or is final was made by, and so stays agreed. "
                  "Nothing was changed."),
               name);
  return FALSE;
}

/* Agreeing once more agrees on what was agreed then: not on what the draft became since. */
static gboolean
check_unchanged (PsUndoing *undoing, const PsRecord *version, GError **error)
{
  PsApplying *applying = &undoing->applying;
  g_autofree char *name = NULL;
  PsStatement *select;
  gboolean row;

  select =
      ps_rows_statement (applying->rows,
                         "SELECT 1 FROM audit_change WHERE record_id > ?1 AND +table_name = 'agreement_line'"
                         " AND ?2 IN (json_extract (before_state, '$.version_id'), json_extract (after_state, '$.version_id'))"
                         " LIMIT 1",
                         error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, undoing->record.id);
  sqlite3_bind_int64 (select, 2, ps_record_get_id (version));
  if (!ps_sql_step_row (applying->store, select, &row, error))
    return FALSE;
  sqlite3_reset (select);
  if (!row)
    return TRUE;
  name = ps_row_words_name (applying->words, version);
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("Lines of performance agreement %s were changed since: agree it anew. Nothing was changed."), name);
  return FALSE;
}

/* All but whether it counts. */
static gboolean
has_same_terms (const PsRecord *was, const PsRecord *then)
{
  g_autoptr (PsRecord) copy = ps_record_copy (then);

  ps_record_set_number (copy, "is_current", ps_record_get_number (was, "is_current"));
  return ps_record_first_difference (copy, was) == ps_record_get_info (was)->n_fields;
}

static gboolean
check_version (PsUndoing *undoing, const PsRecord *was, const PsRecord *then, GError **error)
{
  if (is_draft (then))
    return was == NULL || undoing->import || ps_record_get_number (was, "state") <= PS_VERSION_DRAFT
           || check_unchanged (undoing, then, error);
  return ps_record_get_number (then, "state") < PS_VERSION_DRAFT || (was != NULL && !is_draft (was) && has_same_terms (was, then))
         || check_settled (undoing, then, error);
}

/* The version of a line that an import changed or added; NULL: it goes, or comes back, with its lines. */
static gboolean
check_settled_version (PsUndoing *undoing, gint64 version_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsRecord) version = ps_rows_read (undoing->applying.rows, "agreement_version", version_id, &failure);

  if (failure == NULL)
    return version == NULL || ps_undoing_is_in_range (undoing, "agreement_version", version_id)
           || check_settled (undoing, version, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
check_settled_range (PsUndoing *undoing, const PsUndoRange *range, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (
      undoing->applying.store, "SELECT DISTINCT version_id FROM agreement_line WHERE id BETWEEN ? AND ? ORDER BY 1", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, range->first);
  sqlite3_bind_int64 (select, 2, range->last);
  while (ps_sql_step_row (undoing->applying.store, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (!check_settled_version (undoing, sqlite3_column_int64 (select, 0), error))
        return FALSE;
    }
  return FALSE;
}

gboolean
ps_undo_check_settled_lines (PsUndoing *undoing, GError **error)
{
  for (guint i = 0; i < undoing->ranges->len; i++)
    {
      const PsUndoRange *range = &g_array_index (undoing->ranges, PsUndoRange, i);

      if (strcmp (range->table, "agreement_line") == 0 && !check_settled_range (undoing, range, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_versions (const PsUndoing *undoing)
{
  for (guint i = 0; i < undoing->ranges->len; i++)
    if (strcmp (g_array_index (undoing->ranges, PsUndoRange, i).table, "agreement_version") == 0)
      return TRUE;
  return FALSE;
}

/* That one version of an agreement counts is seen to row by row: it cannot be while one goes, or comes back, and another takes its place. */
gboolean
ps_undo_lift_current (PsUndoing *undoing, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  if (!has_versions (undoing))
    return TRUE;
  select =
      ps_sql_prepare (undoing->applying.store, "SELECT sql FROM sqlite_schema WHERE name = 'agreement_version_current'", error);
  if (select == NULL || !ps_sql_step_row (undoing->applying.store, select, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  undoing->current_index = ps_sql_column_text (select, 0);
  sqlite3_reset (select);
  return ps_sql_exec (undoing->applying.store, "DROP INDEX agreement_version_current", error);
}

gboolean
ps_undo_hold_current (PsUndoing *undoing, GError **error)
{
  return undoing->current_index == NULL || ps_sql_exec (undoing->applying.store, undoing->current_index, error);
}

static gboolean
check_lines (PsUndoing *undoing, const PsRecord *was, const PsRecord *then, GError **error)
{
  const PsRecord *sides[] = { was, then };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i] != NULL
        && !(undoing->import ? check_settled_version (undoing, ps_record_get_number (sides[i], "version_id"), error)
                             : check_line (undoing, sides[i], error)))
      return FALSE;
  return TRUE;
}

/* `then` is what the row became by the change that is undone, and still is; `was` what it will be again. Either may be NULL. */
gboolean
ps_undo_check_agreed (PsUndoing *undoing, const PsRecord *was, const PsRecord *then, GError **error)
{
  const char *table = ps_record_get_table (was != NULL ? was : then);

  if (strcmp (table, "agreement_version") == 0)
    return then == NULL || check_version (undoing, was, then, error);
  return strcmp (table, "agreement_line") != 0 || check_lines (undoing, was, then, error);
}
