/* ps-undo-rows.c: the rows that a change altered, taken back one by one
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * In the reverse order in which they were written, so that keys are free again when they are needed.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-statements.h"
#include "ps-undo-private.h"

/* So many are looked at before they are written. */
#define BATCH_ROWS 4096

typedef struct
{
  PsUndoing *undoing;
  GPtrArray *rows;   /* PsRowChange: that wait to be written */
  GHashTable *names; /* of them, "table:id" */
} Batch;

static gboolean
flush (Batch *batch, GError **error)
{
  gboolean ok = ps_applying_write (&batch->undoing->applying, batch->rows, error) || ps_undoing_blame_others (error);

  ps_undoing_progress (batch->undoing, 0);
  g_ptr_array_set_size (batch->rows, 0);
  g_hash_table_remove_all (batch->names);
  return ok;
}

static PsRecord *
state_of (const char *table, gint64 id, PsStatement *select, int column, GError **error)
{
  return ps_record_from_json (table, id, (const char *) sqlite3_column_text (select, column), error);
}

/* What the row is to be compared with: the columns that the trail has of it. */
static gboolean
check_present (PsUndoing *undoing, const PsRecord *expected, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsRecord) present =
      ps_rows_read (undoing->applying.rows, ps_record_get_table (expected), ps_record_get_id (expected), &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (present != NULL && ps_record_first_difference (expected, present) == ps_record_get_info (expected)->n_fields)
    return TRUE;
  ps_undoing_refuse (undoing, expected, present, error);
  return FALSE;
}

static gboolean
check_absent (PsUndoing *undoing, const PsRecord *expected, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsRecord) present =
      ps_rows_read (undoing->applying.rows, ps_record_get_table (expected), ps_record_get_id (expected), &failure);
  g_autofree char *title = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (present == NULL)
    return TRUE;
  title = ps_row_words_title (undoing->applying.words, present);
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT, _("%s is there again since. Nothing was changed."), title);
  return FALSE;
}

static gboolean
check_codes (PsUndoing *undoing, const PsRecord *was, const PsRecord *then, GError **error)
{
  PsRowChange back = { .before = (PsRecord *) then, .after = (PsRecord *) was };

  return ps_settled_rules_check (&undoing->applying, &back, error) || ps_undoing_blame_others (error);
}

/* `then` is what the row became by the change, `was` what it was before. */
static gboolean
add_row (Batch *batch, PsRecord *was, PsRecord *then, GError **error)
{
  PsUndoing *undoing = batch->undoing;
  const PsRecord *any = was != NULL ? was : then;
  g_autofree char *name = g_strdup_printf ("%s:%" G_GINT64_FORMAT, ps_record_get_table (any), ps_record_get_id (any));

  if (g_hash_table_contains (batch->names, name) && !flush (batch, error))
    return FALSE;
  /* That it was closed since would else be a change to be undone first, which closing is not. */
  if (!ps_peil_rules_check_undo (undoing, was, then, error))
    return FALSE;
  if (then != NULL ? !check_present (undoing, then, error) : !check_absent (undoing, was, error))
    return FALSE;
  if (!ps_undo_check_agreed (undoing, was, then, error) || !check_codes (undoing, was, then, error))
    return FALSE;
  if (was == NULL)
    ps_undoing_add_gone (undoing, ps_record_get_table (any), ps_record_get_id (any), ps_record_get_id (any));
  else
    ps_undoing_add_written (undoing, ps_record_get_table (any), ps_record_get_id (any), ps_record_get_id (any));
  g_hash_table_add (batch->names, g_steal_pointer (&name));
  g_ptr_array_add (batch->rows, ps_row_change_new (then, was));
  return batch->rows->len < BATCH_ROWS || flush (batch, error);
}

static gboolean
take_row (Batch *batch, PsStatement *select, GError **error)
{
  const char *table = (const char *) sqlite3_column_text (select, 0);
  gint64 id = sqlite3_column_int64 (select, 1);
  g_autoptr (PsRecord) was = NULL;
  g_autoptr (PsRecord) then = NULL;

  /* What an import added and altered goes, or comes back, as it is in the end. */
  if (ps_undoing_is_in_range (batch->undoing, table, id))
    return TRUE;
  if (sqlite3_column_type (select, 2) != SQLITE_NULL && (was = state_of (table, id, select, 2, error)) == NULL)
    return FALSE;
  if (sqlite3_column_type (select, 3) != SQLITE_NULL && (then = state_of (table, id, select, 3, error)) == NULL)
    return FALSE;
  if (was == NULL && then != NULL && strcmp (table, "production_statement") == 0)
    was = ps_statements_emptied (then);
  return add_row (batch, was, then, error);
}

static gboolean
take_rows (Batch *batch, GError **error)
{
  PsUndoing *undoing = batch->undoing;
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select = ps_sql_prepare (undoing->applying.store,
                           "SELECT table_name, row_id, before_state, after_state FROM audit_change WHERE record_id = ?"
                           " ORDER BY id DESC",
                           error);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, undoing->record.id);
  while (ps_sql_step_row (undoing->applying.store, select, &row, error))
    {
      if (!row)
        return flush (batch, error);
      if (!take_row (batch, select, error))
        return FALSE;
    }
  return FALSE;
}

gboolean
ps_undo_rows (PsUndoing *undoing, GError **error)
{
  Batch batch = { undoing, g_ptr_array_new_with_free_func ((GDestroyNotify) ps_row_change_free),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  gboolean ok = take_rows (&batch, error);

  g_ptr_array_unref (batch.rows);
  g_hash_table_unref (batch.names);
  return ok;
}
