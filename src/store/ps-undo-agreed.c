/* ps-undo-agreed.c: what was agreed, or settled by, an undo leaves alone
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What was agreed is changed by an amendment only (domain.md §2), also by taking back what was done before it was agreed. Imports may
 * change the version that counts, and so may their undo.
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

static gboolean
check_version (PsUndoing *undoing, const PsRecord *was, const PsRecord *then, GError **error)
{
  if (is_draft (then))
    return was == NULL || undoing->import || ps_record_get_number (was, "state") <= PS_VERSION_DRAFT
           || check_unchanged (undoing, then, error);
  return ps_record_get_number (then, "state") < PS_VERSION_DRAFT || (was != NULL && !is_draft (was))
         || check_settled (undoing, then, error);
}

/* `then` is what the row became by the change that is undone, and still is; `was` what it will be again. Either may be NULL. */
gboolean
ps_undo_check_agreed (PsUndoing *undoing, const PsRecord *was, const PsRecord *then, GError **error)
{
  const char *table = ps_record_get_table (was != NULL ? was : then);

  if (strcmp (table, "agreement_version") == 0)
    return then == NULL || check_version (undoing, was, then, error);
  if (strcmp (table, "agreement_line") != 0 || undoing->import)
    return TRUE;
  return (was == NULL || check_line (undoing, was, error)) && (then == NULL || check_line (undoing, then, error));
}
