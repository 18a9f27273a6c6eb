/* ps-change.c: one change of the region in the making
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-change-private.h"

PsRowChange *
ps_row_change_new (const PsRecord *before, const PsRecord *after)
{
  PsRowChange *row = g_new0 (PsRowChange, 1);

  row->before = before != NULL ? ps_record_copy (before) : NULL;
  row->after = after != NULL ? ps_record_copy (after) : NULL;
  return row;
}

void
ps_row_change_free (PsRowChange *row)
{
  ps_record_free (row->before);
  ps_record_free (row->after);
  g_free (row);
}

const char *
ps_row_change_table (const PsRowChange *row)
{
  return ps_record_get_table (row->after != NULL ? row->after : row->before);
}

gint64
ps_row_change_id (const PsRowChange *row)
{
  return ps_record_get_id (row->after != NULL ? row->after : row->before);
}

/**
 * ps_change_new:
 * @action: a verb of the trail, such as "edit"
 * @thing: what it is about, such as "provider:41410001"
 *
 * Returns: (transfer full): a change without rows
 */
PsChange *
ps_change_new (const char *action, const char *thing)
{
  PsChange *change = g_new0 (PsChange, 1);

  change->action = g_strdup (action);
  change->thing = g_strdup (thing);
  change->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_row_change_free);
  change->ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  change->expected = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_row_change_free);
  change->wholes = g_array_new (FALSE, TRUE, sizeof (PsWhole));
  return change;
}

void
ps_change_free (PsChange *change)
{
  if (change == NULL)
    return;
  g_ptr_array_unref (change->rows);
  g_array_unref (change->ids);
  g_ptr_array_unref (change->expected);
  g_array_unref (change->wholes);
  g_free (change->action);
  g_free (change->thing);
  g_free (change->reason);
  g_free (change);
}

void
ps_change_set_reason (PsChange *change, const char *reason)
{
  g_autofree char *given = g_strstrip (g_strdup (reason != NULL ? reason : ""));

  g_free (change->reason);
  change->reason = *given != '\0' ? g_steal_pointer (&given) : NULL;
}

gboolean
ps_change_is_empty (const PsChange *change)
{
  return change->rows->len == 0;
}

gint64
ps_change_insert (PsChange *change, const PsRecord *row)
{
  PsRowChange *added = ps_row_change_new (NULL, row);
  gint64 id = 0;

  g_array_append_val (change->ids, id);
  id = -(gint64) change->ids->len;
  ps_record_set_id (added->after, id);
  g_ptr_array_add (change->rows, added);
  return id;
}

/* A row that is to become what it is does not count. */
void
ps_change_update (PsChange *change, const PsRecord *before, const PsRecord *after)
{
  g_return_if_fail (ps_record_get_id (before) == ps_record_get_id (after));
  if (!ps_record_equal (before, after))
    g_ptr_array_add (change->rows, ps_row_change_new (before, after));
}

void
ps_change_delete (PsChange *change, const PsRecord *before)
{
  g_ptr_array_add (change->rows, ps_row_change_new (before, NULL));
}

void
ps_change_expect (PsChange *change, const PsRecord *shown)
{
  g_ptr_array_add (change->expected, ps_row_change_new (shown, shown));
}

void
ps_change_expect_all (PsChange *change, const char *table, const char *column, gint64 id)
{
  PsWhole whole = { g_intern_string (table), g_intern_string (column), id };

  g_array_append_val (change->wholes, whole);
}

gint64
ps_change_get_id (const PsChange *change, gint64 inserted)
{
  g_return_val_if_fail (inserted < 0 && -inserted <= (gint64) change->ids->len, 0);
  return g_array_index (change->ids, gint64, -inserted - 1);
}

/* Rebasing */

/* What `row` makes of its row, made of the row as it is now. */
static PsRecord *
alter_present (const PsRowChange *row, const PsRecord *present)
{
  PsRecord *altered = ps_record_copy (row->before);
  PsRecord *wanted = ps_record_copy (present);
  guint n_fields = ps_record_get_info (present)->n_fields;
  guint field;

  while ((field = ps_record_first_difference (altered, row->after)) < n_fields)
    {
      ps_record_copy_field (wanted, row->after, field);
      ps_record_copy_field (altered, row->after, field);
    }
  ps_record_free (altered);
  return wanted;
}

static gboolean
rebase_row (PsStore *store, const PsRowChange *row, PsChange *rebased, GError **error)
{
  g_autoptr (PsRecord) present = NULL;
  g_autoptr (PsRecord) wanted = NULL;
  g_autoptr (GError) failure = NULL;

  if (row->before == NULL)
    {
      ps_change_insert (rebased, row->after);
      return TRUE;
    }
  present = ps_store_load_record (store, ps_row_change_table (row), ps_row_change_id (row), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (present == NULL)
    {
      g_autoptr (PsRowWords) words = ps_row_words_new (store);

      ps_change_set_gone (words, row->before, error);
      return FALSE;
    }
  if (row->after == NULL)
    ps_change_delete (rebased, present);
  else
    {
      wanted = alter_present (row, present);
      ps_change_update (rebased, present, wanted);
    }
  return TRUE;
}

/**
 * ps_change_rebase:
 * @store: opened in any way
 * @change: that was refused, because rows are not what they were when they were shown
 *
 * The same change on the rows as they are now: a changed row gets the values of the columns that @change alters, and keeps what its
 * other columns have become; new rows stay; a row that is to go goes as it is now, with the parts that @change names. What was only
 * expected (ps_change_expect(), ps_change_expect_all()) stays expected as it was shown.
 *
 * Returns: (transfer full): to be applied at once, since others may write in between: ps_change_apply() holds its rows, too, against
 *   what they are; empty where the rows are already what was wanted. %NULL with PS_STORE_ERROR_CONFLICT where a row is gone, or with
 *   another PsStoreError
 */
PsChange *
ps_change_rebase (PsStore *store, const PsChange *change, GError **error)
{
  g_autoptr (PsChange) rebased = ps_change_new (change->action, change->thing);

  ps_change_set_reason (rebased, change->reason);
  for (guint i = 0; i < change->rows->len; i++)
    if (!rebase_row (store, g_ptr_array_index (change->rows, i), rebased, error))
      return NULL;
  for (guint i = 0; i < change->expected->len; i++)
    ps_change_expect (rebased, ((const PsRowChange *) g_ptr_array_index (change->expected, i))->before);
  g_array_append_vals (rebased->wholes, change->wholes->data, change->wholes->len);
  return g_steal_pointer (&rebased);
}
