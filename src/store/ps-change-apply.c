/* ps-change-apply.c: a change into the region file: in one transaction, with its record, or not at all
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-change-private.h"

/* References are looked at when all rows are written: rows come in any order. */
gboolean
ps_applying_continue (PsApplying *applying, PsStore *store, GError **error)
{
  *applying = (PsApplying){ .store = store };
  applying->rows = ps_rows_new (store);
  applying->words = ps_row_words_new (store);
  applying->done = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_row_change_free);
  applying->line_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return ps_sql_exec (store, "PRAGMA defer_foreign_keys = ON", error) && ps_trail_begin (&applying->trail, store, error);
}

gboolean
ps_applying_begin (PsApplying *applying, PsStore *store, GError **error)
{
  *applying = (PsApplying){ .store = store };
  return ps_sql_exec (store, "BEGIN IMMEDIATE", error) && ps_applying_continue (applying, store, error);
}

void
ps_applying_clear (PsApplying *applying)
{
  ps_trail_clear (&applying->trail);
  g_clear_pointer (&applying->words, ps_row_words_free);
  g_clear_pointer (&applying->rows, ps_rows_free);
  g_clear_pointer (&applying->done, g_ptr_array_unref);
  g_clear_pointer (&applying->line_ids, g_array_unref);
  ps_bits_clear (&applying->care);
  ps_bits_clear (&applying->lines);
  g_clear_pointer (&applying->after_state, g_free);
  if (applying->store != NULL && !sqlite3_get_autocommit (applying->store->db))
    sqlite3_exec (applying->store->db, "ROLLBACK", NULL, NULL, NULL);
  applying->store = NULL;
}

gboolean
ps_applying_end (PsApplying *applying, const PsAuditEntry *entry, GError **error)
{
  return ps_trail_end (&applying->trail, entry, error) && ps_sql_exec (applying->store, "COMMIT", error);
}

void
ps_change_refuse (GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE, _("%s Nothing was changed."), sentence);
}

static char *
shown_value (PsApplying *applying, const PsRecord *record, guint field)
{
  g_autofree char *value = ps_row_words_value (applying->words, record, field);

  return value != NULL ? g_strdup_printf (_("“%s”"), value) : g_strdup (_("empty"));
}

static void
set_conflict (PsApplying *applying, const PsRecord *shown, const PsRecord *present, GError **error)
{
  const PsTableInfo *info = ps_record_get_info (shown);
  guint field = ps_record_first_difference (shown, present);
  g_autofree char *title = ps_row_words_title (applying->words, present);
  g_autofree char *then = shown_value (applying, shown, field);
  g_autofree char *now = shown_value (applying, present, field);
  g_autofree char *by = ps_row_words_by_whom (applying->words, info->table, ps_record_get_id (shown), 0);

  /* Translators: which thing, which field of it, the value that was shown, the value now, ", by anna on 22-11-2026 04:12" or nothing */
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("%s was changed in the meantime: %s was %s when it was shown, and is %s now%s. Nothing was changed; look at it "
                  "again."),
               title, _ (info->fields[field].label), then, now, by);
}

void
ps_change_set_gone (PsRowWords *words, const PsRecord *shown, GError **error)
{
  g_autofree char *title = ps_row_words_title (words, shown);
  g_autofree char *by = ps_row_words_by_whom (words, ps_record_get_table (shown), ps_record_get_id (shown), 0);

  /* Translators: which thing, ", by anna on 22-11-2026 04:12" or nothing */
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("%s is not there any more: it was removed in the meantime%s. Nothing was changed; look at it again."), title,
               by);
}

static void
set_added (PsApplying *applying, const PsRecord *present, GError **error)
{
  g_autofree char *title = ps_row_words_title (applying->words, present);
  g_autofree char *by = ps_row_words_by_whom (applying->words, ps_record_get_table (present), ps_record_get_id (present), 0);

  /* Translators: which thing, ", by anna on 22-11-2026 04:12" or nothing */
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
               _("%s was not there when this was shown: it was added in the meantime%s. Nothing was changed; look at it again."),
               title, by);
}

/* The row must be what it was when it was shown. */
static gboolean
check_before (PsApplying *applying, const PsRowChange *row, GError **error)
{
  const PsRecord *shown = row->before;
  g_autoptr (PsRecord) present = NULL;
  g_autoptr (GError) failure = NULL;

  if (shown == NULL)
    return TRUE;
  present = ps_rows_read (applying->rows, ps_record_get_table (shown), ps_record_get_id (shown), &failure);
  if (present != NULL && ps_record_equal (shown, present))
    return TRUE;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (present == NULL)
    ps_change_set_gone (applying->words, shown, error);
  else
    set_conflict (applying, shown, present, error);
  return FALSE;
}

/* Rows that are part of another, and go with it. */
static const struct
{
  const char *table;
  const char *part;
  const char *column;
} parts[] = {
  { "contract", "contract_option", "contract_id" },     { "contract", "contract_product", "contract_id" },
  { "contract", "contract_document", "contract_id" },   { "scheme", "scheme_step", "scheme_id" },
  { "agreement", "agreement_version", "agreement_id" }, { "agreement_version", "agreement_line", "version_id" },
  { "provider", "provider_agb", "provider_id" },
};

static gboolean
is_named (GPtrArray *rows, const PsRecord *record)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PsRowChange *row = g_ptr_array_index (rows, i);

      if (row->before != NULL && ps_record_get_id (row->before) == ps_record_get_id (record)
          && ps_record_get_info (row->before) == ps_record_get_info (record))
        return TRUE;
    }
  return FALSE;
}

/* Of the rows in which `column` is `id` each must be among `rows` or what is expected: others were not shown. */
static gboolean
check_whole (PsApplying *applying, const PsChange *change, GPtrArray *rows, const PsWhole *whole, GError **error)
{
  g_autoptr (GPtrArray) found = ps_store_load_records (applying->store, whole->table, whole->column, whole->id, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    if (!is_named (rows, g_ptr_array_index (found, i)) && !is_named (change->expected, g_ptr_array_index (found, i)))
      {
        set_added (applying, g_ptr_array_index (found, i), error);
        return FALSE;
      }
  return TRUE;
}

/* Deleted rows take their parts with them, each named, so that nothing goes that was not shown. */
static gboolean
check_parts (PsApplying *applying, const PsChange *change, GPtrArray *rows, const PsRowChange *row, GError **error)
{
  if (row->after != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      PsWhole whole = { parts[i].part, parts[i].column, ps_row_change_id (row) };

      if (strcmp (parts[i].table, ps_row_change_table (row)) == 0 && !check_whole (applying, change, rows, &whole, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_shown (PsApplying *applying, const PsChange *change, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < change->expected->len; i++)
    if (!check_before (applying, g_ptr_array_index (change->expected, i), error))
      return FALSE;
  for (guint i = 0; i < change->wholes->len; i++)
    if (!check_whole (applying, change, rows, &g_array_index (change->wholes, PsWhole, i), error))
      return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!check_parts (applying, change, rows, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}

/* New ids, one after the other for each table. */
static gboolean
give_ids (PsApplying *applying, const PsChange *change, GPtrArray *rows, GError **error)
{
  g_autoptr (GHashTable) next = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      PsRowChange *row = g_ptr_array_index (rows, i);
      const char *table = ps_row_change_table (row);
      gint64 *id = g_hash_table_lookup (next, table);

      if (row->before != NULL)
        continue;
      if (id == NULL)
        {
          id = g_new0 (gint64, 1);
          g_hash_table_insert (next, (gpointer) table, id);
          if (!ps_trail_next_row_id (applying->store, table, id, error))
            return FALSE;
        }
      g_array_index (change->ids, gint64, -ps_record_get_id (row->after) - 1) = *id;
      ps_record_set_id (row->after, (*id)++);
    }
  return TRUE;
}

/* References to rows of this change get the ids that those have now. */
static void
resolve_references (const PsChange *change, PsRecord *record)
{
  const PsTableInfo *info = ps_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].is == PS_FIELD_IS_REFERENCE && !ps_record_is_null_at (record, i) && ps_record_number_at (record, i) < 0)
      ps_record_set_number_at (record, i, ps_change_get_id (change, ps_record_number_at (record, i)));
}

static gboolean
write_row (PsApplying *applying, const PsRowChange *row, GError **error)
{
  if (row->after == NULL)
    return ps_rows_delete (applying->rows, ps_record_get_table (row->before), ps_record_get_id (row->before), error);
  if (row->before == NULL)
    return ps_rows_insert (applying->rows, row->after, error);
  return ps_rows_update (applying->rows, row->after, error);
}

static char *
json_of (const PsRecord *record)
{
  return record != NULL ? ps_record_to_json (record) : NULL;
}

/* Into the trail as it was written: what was left empty may have got a value of the file's own. */
static gboolean
remember_row (PsApplying *applying, PsRowChange *row, GError **error)
{
  g_autofree char *before = json_of (row->before);
  g_autofree char *after = NULL;

  if (row->before == NULL)
    {
      PsRecord *written = ps_rows_read (applying->rows, ps_row_change_table (row), ps_row_change_id (row), error);

      if (written == NULL)
        return FALSE;
      ps_record_free (row->after);
      row->after = written;
    }
  after = json_of (row->after);
  if (!ps_change_touch (applying, row, error))
    return FALSE;
  return ps_trail_add (&applying->trail, ps_row_change_table (row), ps_row_change_id (row), before, after, error);
}

/* Writes those that can be; those whose key another row still has stay in `rows`, and *refusal says why of the last of them. FALSE:
 * something else than a rule of the schema failed. */
static gboolean
write_possible (PsApplying *applying, GPtrArray *rows, GError **refusal, GError **error)
{
  guint n_left = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      PsRowChange *row = rows->pdata[i];
      g_autoptr (GError) failure = NULL;

      if (write_row (applying, row, &failure))
        {
          if (!remember_row (applying, row, error))
            return FALSE;
          continue;
        }
      if (!g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_clear_error (refusal);
      *refusal = g_steal_pointer (&failure);
      rows->pdata[n_left++] = row;
    }
  g_ptr_array_set_size (rows, (int) n_left);
  return TRUE;
}

/* Refuses with what is wrong with a row. */
static gboolean
refuse_row (PsApplying *applying, const PsRowChange *row, GError **refusal, GError **error)
{
  g_propagate_error (error, g_steal_pointer (refusal));
  if (row->after != NULL)
    ps_change_explain (applying, row->after, error);
  return FALSE;
}

/* A row that another waits for makes way: it is taken out, and put in again last (two rows that swap their keys). What is not its
 * own row's to move, or takes others along, cannot. */
static gboolean
take_out (PsApplying *applying, PsRowChange *row, GPtrArray *out, GError **refusal, GError **error)
{
  const char *table = ps_row_change_table (row);

  if (row->before == NULL || row->after == NULL || !ps_record_is_whole (row->after) || strcmp (table, "contract") == 0)
    return refuse_row (applying, row, refusal, error);
  if (!ps_rows_delete (applying->rows, table, ps_row_change_id (row), error))
    return FALSE;
  g_ptr_array_add (out, row);
  return TRUE;
}

static gboolean
put_in_again (PsApplying *applying, PsRowChange *row, GError **error)
{
  g_autoptr (GError) refusal = NULL;

  if (ps_rows_insert (applying->rows, row->after, &refusal))
    return remember_row (applying, row, error);
  return refuse_row (applying, row, &refusal, error);
}

/* Until nothing is left: a row that needs the key that another gives up waits for it. `rows` are borrowed, and emptied. */
static gboolean
write_rows (PsApplying *applying, GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new ();

  while (rows->len > 0)
    {
      guint n = rows->len;
      g_autoptr (GError) refusal = NULL;

      if (!write_possible (applying, rows, &refusal, error))
        return FALSE;
      if (rows->len > 0 && n == 1)
        return refuse_row (applying, rows->pdata[0], &refusal, error);
      if (rows->len == n && !take_out (applying, g_ptr_array_steal_index (rows, 0), out, &refusal, error))
        return FALSE;
    }
  for (guint i = 0; i < out->len; i++)
    if (!put_in_again (applying, out->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Deleted rows first, then changed ones, then new ones: so keys come free before they are needed. */
gboolean
ps_applying_write (PsApplying *applying, GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();

  for (int kind = 0; kind < 3; kind++)
    for (guint i = 0; i < rows->len; i++)
      {
        PsRowChange *row = rows->pdata[i];

        if (kind == (row->after == NULL ? 0 : row->before != NULL ? 1 : 2))
          g_ptr_array_add (in_order, row);
      }
  return write_rows (applying, in_order, error);
}

static gboolean
prepare_rows (PsApplying *applying, const PsChange *change, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < change->rows->len; i++)
    {
      const PsRowChange *row = g_ptr_array_index (change->rows, i);

      g_ptr_array_add (rows, ps_row_change_new (row->before, row->after));
    }
  if (!ps_change_keep_codes (applying, change, rows, error) || !give_ids (applying, change, rows, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      PsRowChange *row = g_ptr_array_index (rows, i);

      if (row->after != NULL)
        resolve_references (change, row->after);
      if (!check_before (applying, row, error))
        return FALSE;
    }
  if (!check_shown (applying, change, rows, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!ps_change_check_row (applying, g_ptr_array_index (rows, i), error)
        || !ps_peil_rules_check (applying, change, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
apply_rows (PsApplying *applying, const PsChange *change, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_row_change_free);

  if (!prepare_rows (applying, change, rows, error) || !ps_applying_write (applying, rows, error))
    return FALSE;
  for (guint i = 0; i < applying->done->len; i++)
    if (!ps_change_check_unused (applying, g_ptr_array_index (applying->done, i), error)
        || !ps_change_check_references (applying, g_ptr_array_index (applying->done, i), error))
      return FALSE;
  return TRUE;
}

gboolean
ps_change_apply_more (PsStore *store, const PsChange *change, const char *actor, PsChangeMoreFunc more, gpointer user_data,
                      gint64 *record, GError **error)
{
  PsAuditEntry entry = { .actor = actor, .action = change->action, .thing = change->thing, .reason = change->reason };
  g_auto (PsApplying) applying = { NULL };

  if (record != NULL)
    *record = 0;
  if (!ps_applying_begin (&applying, store, error))
    return FALSE;
  applying.merging = strcmp (change->action, "merge") == 0;
  if (!apply_rows (&applying, change, error) || (more != NULL && !more (&applying, user_data, error)))
    return FALSE;
  if (applying.trail.n_changes == 0)
    return TRUE;
  entry.after_state = applying.after_state;
  ps_row_words_forget (applying.words);
  if (!ps_region_rules_check (&applying, error) || !ps_change_remake (&applying, error)
      || !ps_applying_end (&applying, &entry, error))
    return FALSE;
  if (record != NULL)
    *record = applying.trail.record;
  return TRUE;
}

/**
 * ps_change_apply:
 * @store: opened to write
 * @actor: who makes the change: the login name
 * @record: (out) (optional): the trail's record of it; 0: nothing differed, and nothing was written
 *
 * Returns: %FALSE with PS_STORE_ERROR_CONFLICT where a row is not what it was when it was shown, PS_STORE_ERROR_RULE where a rule
 *   refuses it, or another PsStoreError; the region is as it was then
 */
gboolean
ps_change_apply (PsStore *store, const PsChange *change, const char *actor, gint64 *record, GError **error)
{
  g_return_val_if_fail (store->mode == PS_STORE_WRITE, FALSE);
  if (record != NULL)
    *record = 0;
  if (ps_change_is_empty (change))
    return TRUE;
  return ps_change_apply_more (store, change, actor, NULL, NULL, record, error);
}
