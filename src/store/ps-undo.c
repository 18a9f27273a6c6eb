/* ps-undo.c: taking back a record of the trail
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-decisions-private.h"
#include "ps-undo-private.h"

/* From so many rows on the database is set up for many. */
#define BULK_ROWS 20000

void
ps_undo_record_clear (PsUndoRecord *record)
{
  g_clear_pointer (&record->actor, g_free);
  g_clear_pointer (&record->action, g_free);
  g_clear_pointer (&record->thing, g_free);
}

static gboolean
load_record (PsStore *store, gint64 id, PsUndoRecord *record, GError **error)
{
  g_autoptr (PsStatement) select =
      ps_sql_prepare (store, "SELECT actor, action, thing, ifnull (undoes, 0) FROM audit_record WHERE id = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, id);
  if (!ps_sql_step_row (store, select, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE, _("There is no such change in the trail."));
      return FALSE;
    }
  record->id = id;
  record->actor = ps_sql_column_text (select, 0);
  record->action = ps_sql_column_text (select, 1);
  record->thing = ps_sql_column_text (select, 2);
  record->undoes = sqlite3_column_int64 (select, 3);
  return TRUE;
}

static gboolean
follow_chain (PsStore *store, PsUndoRecord *record, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT undoes FROM audit_record WHERE id = ?", error);
  gint64 next = record->undoes;

  record->base = record->id;
  record->redone = TRUE;
  while (select != NULL && next != 0)
    {
      gboolean row;

      record->base = next;
      record->redone = !record->redone;
      sqlite3_bind_int64 (select, 1, next);
      if (!ps_sql_step_row (store, select, &row, error))
        return FALSE;
      next = row ? sqlite3_column_int64 (select, 0) : 0;
      sqlite3_reset (select);
    }
  return select != NULL;
}

gboolean
ps_undo_record_load (PsStore *store, gint64 id, PsUndoRecord *record, GError **error)
{
  *record = (PsUndoRecord){ 0 };
  if (load_record (store, id, record, error) && follow_chain (store, record, error))
    return TRUE;
  ps_undo_record_clear (record);
  return FALSE;
}

/* Those that undo it, in the order in which they were made. */
static gboolean
load_undoers (PsStore *store, gint64 record, GArray *undoers, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, "SELECT id FROM audit_record WHERE undoes = ? ORDER BY id DESC", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, record);
  while (ps_sql_step_row (store, select, &row, error))
    {
      gint64 id = row ? sqlite3_column_int64 (select, 0) : 0;

      if (!row)
        return TRUE;
      g_array_append_val (undoers, id);
    }
  return FALSE;
}

/* Records that undo are always younger than what they undo: this ends. */
gboolean
ps_undo_find_undoer (PsStore *store, gint64 record, gint64 *undoer, GError **error)
{
  g_autoptr (GArray) undoers = g_array_new (FALSE, FALSE, sizeof (gint64));

  *undoer = 0;
  if (!load_undoers (store, record, undoers, error))
    return FALSE;
  for (guint i = 0; i < undoers->len; i++)
    {
      gint64 id = g_array_index (undoers, gint64, i);
      gint64 undone_by;

      if (id <= record || !ps_undo_find_undoer (store, id, &undone_by, error))
        return FALSE;
      if (undone_by != 0)
        continue;
      *undoer = id;
      return TRUE;
    }
  return TRUE;
}

const char *
ps_undo_find_never (const char *thing)
{
  if (g_str_has_prefix (thing, "settlement:"))
    return _("What was done with a settlement cannot be undone: withdraw it, or correct it by a new one.");
  if (g_str_has_prefix (thing, "letter:"))
    return _("What was done with a letter cannot be undone: withdraw the letter, or correct what was noted of it.");
  return NULL;
}

static gboolean
check_record (PsUndoing *undoing, GError **error)
{
  const PsUndoRecord *record = &undoing->record;
  const char *never = ps_undo_find_never (record->thing);
  gint64 undoer;

  if (strcmp (record->action, "create") == 0 && strcmp (record->thing, "region") == 0)
    {
      ps_change_refuse (error, _("That the region was created cannot be undone."));
      return FALSE;
    }
  if (never != NULL)
    {
      ps_change_refuse (error, "%s", never);
      return FALSE;
    }
  if (ps_peil_rules_is_closing (record->action, record->thing))
    {
      ps_change_refuse (error, _("Closing a peildatum, or opening it again, cannot be undone: open it, or close it, anew."));
      return FALSE;
    }
  if (!ps_undo_find_undoer (undoing->applying.store, record->id, &undoer, error))
    return FALSE;
  if (undoer == 0)
    return TRUE;
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT, _("This change was undone already. Nothing was changed."));
  return FALSE;
}

void
ps_undoing_progress (PsUndoing *undoing, gint64 n_rows)
{
  undoing->n_done += n_rows;
  if (undoing->progress == NULL)
    return;
  undoing->progress (undoing->n_total > 0 ? MIN (1.0, (double) undoing->n_done / (double) undoing->n_total) : -1,
                     undoing->record.redone ? _("Undoing") : _("Redoing"), undoing->progress_data);
}

gboolean
ps_undoing_is_in_range (const PsUndoing *undoing, const char *table, gint64 id)
{
  for (guint i = 0; i < undoing->ranges->len; i++)
    {
      const PsUndoRange *range = &g_array_index (undoing->ranges, PsUndoRange, i);

      if (id >= range->first && id <= range->last && strcmp (range->table, table) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_range (GArray *ranges, const char *table, gint64 first, gint64 last)
{
  PsUndoRange range = { .first = first, .last = last };

  g_strlcpy (range.table, table, sizeof range.table);
  g_array_append_val (ranges, range);
}

void
ps_undoing_add_gone (PsUndoing *undoing, const char *table, gint64 first, gint64 last)
{
  add_range (undoing->gone, table, first, last);
}

void
ps_undoing_add_written (PsUndoing *undoing, const char *table, gint64 first, gint64 last)
{
  add_range (undoing->written, table, first, last);
}

static char *
shown_value (PsUndoing *undoing, const PsRecord *record, guint field)
{
  g_autofree char *value = ps_row_words_value (undoing->applying.words, record, field);

  return value != NULL ? g_strdup_printf (_("“%s”"), value) : g_strdup (_("empty"));
}

/* The names of records of which only a part is known come from the row that is there. */
void
ps_undoing_refuse (PsUndoing *undoing, const PsRecord *expected, const PsRecord *present, GError **error)
{
  const PsTableInfo *info = ps_record_get_info (expected);
  g_autofree char *by =
      ps_row_words_by_whom (undoing->applying.words, info->table, ps_record_get_id (expected), undoing->record.id);
  g_autofree char *title = ps_row_words_title (undoing->applying.words, present != NULL ? present : expected);

  if (present != NULL)
    {
      guint field = ps_record_first_difference (expected, present);
      g_autofree char *then = shown_value (undoing, expected, field);
      g_autofree char *now = shown_value (undoing, present, field);

      /* Translators: which thing, which field of it, its value after the change that is to be undone, its value now, and ", by anna on
       * 22-11-2026 04:12" or nothing */
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                   _("%s was changed since: %s was %s, and is %s now%s. Undo that first. Nothing was changed."), title,
                   _ (info->fields[field].label), then, now, by);
    }
  else
    /* Translators: which thing, and ", by anna on 22-11-2026 04:12" or nothing */
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
                 _("%s was removed since%s. Undo that first. Nothing was changed."), title, by);
}

/* A rule that an undo breaks it breaks by what was changed since. Always FALSE. */
gboolean
ps_undoing_blame_others (GError **error)
{
  if (error != NULL && g_error_matches (*error, PS_STORE_ERROR, PS_STORE_ERROR_RULE))
    (*error)->code = PS_STORE_ERROR_CONFLICT;
  return FALSE;
}

static void
undoing_clear (PsUndoing *undoing)
{
  PsStore *store = undoing->bulk != NULL ? undoing->applying.store : NULL;

  ps_applying_clear (&undoing->applying);
  if (undoing->bulk != NULL && store != NULL)
    ps_bulk_end (undoing->bulk);
  g_clear_pointer (&undoing->bulk, ps_bulk_free);
  g_clear_pointer (&undoing->ranges, g_array_unref);
  g_clear_pointer (&undoing->gone, g_array_unref);
  g_clear_pointer (&undoing->written, g_array_unref);
  g_clear_pointer (&undoing->current_index, g_free);
  ps_undo_record_clear (&undoing->record);
}

static gint64
count_rows (const PsUndoing *undoing)
{
  gint64 n = 0;

  for (guint i = 0; i < undoing->ranges->len; i++)
    n += g_array_index (undoing->ranges, PsUndoRange, i).n;
  return n;
}

static gboolean
find_is_import (PsUndoing *undoing, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM import_run WHERE id = %" G_GINT64_FORMAT ")", undoing->record.base);
  gint64 is_import = 0;

  if (!ps_sql_get_int (undoing->applying.store, sql, &is_import, error))
    return FALSE;
  undoing->import = is_import != 0;
  return TRUE;
}

/* The transaction is begun twice where there is much to do: only outside of one can the database be set up for it. */
static gboolean
begin (PsUndoing *undoing, PsStore *store, gint64 record, GError **error)
{
  if (!ps_applying_begin (&undoing->applying, store, error) || !ps_undo_record_load (store, record, &undoing->record, error)
      || !check_record (undoing, error) || !find_is_import (undoing, error) || !ps_undo_load_ranges (undoing, error))
    return FALSE;
  undoing->n_total = count_rows (undoing);
  if (undoing->n_total < BULK_ROWS)
    return TRUE;
  ps_applying_clear (&undoing->applying);
  undoing->applying.store = store;
  if (!ps_sql_exec (store, "BEGIN", error) || !ps_bulk_begin (undoing->bulk, error)
      || !ps_applying_continue (&undoing->applying, store, error) || !check_record (undoing, error))
    return FALSE;
  return ps_undo_load_ranges (undoing, error);
}

static gboolean
append_record (PsUndoing *undoing, const char *actor, GError **error)
{
  PsAuditEntry entry = { .actor = actor,
                         .action = undoing->record.redone ? "undo" : "redo",
                         .thing = undoing->record.thing,
                         .undoes = undoing->record.id };

  return ps_applying_end (&undoing->applying, &entry, error);
}

static gboolean
run (PsUndoing *undoing, PsStore *store, gint64 record, const char *actor, GError **error)
{
  if (!begin (undoing, store, record, error) || !ps_undo_check_merger (undoing, error))
    return FALSE;
  if (ps_decisions_are (undoing->record.thing))
    return ps_decisions_undo (&undoing->applying, record, actor, error) && append_record (undoing, actor, error);
  if (!ps_undo_lift_current (undoing, error) || (undoing->restore && !ps_undo_restore (undoing, error))
      || !ps_peil_rules_check_ranges (undoing, error) || (!undoing->restore && !ps_undo_check_ranges (undoing, error))
      || !ps_undo_check_settled_lines (undoing, error))
    return FALSE;
  if (undoing->restore && undoing->ranges->len > 0 && !ps_undo_check_mergers_since (undoing, error))
    return FALSE;
  if (!ps_undo_rows (undoing, error) || (!undoing->restore && !ps_undo_take_out (undoing, error)))
    return FALSE;
  ps_row_words_forget (undoing->applying.words);
  return ps_undo_check_references (undoing, error)
         && (ps_region_rules_check (&undoing->applying, error) || ps_undoing_blame_others (error))
         && ps_undo_hold_current (undoing, error) && ps_change_remake (&undoing->applying, error)
         && append_record (undoing, actor, error);
}

static int
on_database_worked_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * ps_undo_apply:
 * @record: of the trail; one that stands
 * @actor: who undoes it
 * @new_record: (out) (optional): the record of the undo
 *
 * Returns: %FALSE with PS_STORE_ERROR_CONFLICT where something was changed since, in a sentence; PS_STORE_ERROR_RULE;
 *   G_IO_ERROR_CANCELLED; or another PsStoreError. The region is as it was then
 */
gboolean
ps_undo_apply (PsStore *store, gint64 record, const char *actor, GCancellable *cancellable, PsProgressFunc progress,
               gpointer progress_data, gint64 *new_record, GError **error)
{
  PsUndoing undoing = { .progress = progress, .progress_data = progress_data };
  gboolean ok;

  g_return_val_if_fail (store->mode == PS_STORE_WRITE, FALSE);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !ps_sql_exec (store, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  undoing.bulk = ps_bulk_new (store);
  undoing.ranges = g_array_new (FALSE, TRUE, sizeof (PsUndoRange));
  undoing.gone = g_array_new (FALSE, TRUE, sizeof (PsUndoRange));
  undoing.written = g_array_new (FALSE, TRUE, sizeof (PsUndoRange));
  if (cancellable != NULL)
    sqlite3_progress_handler (store->db, 100000, on_database_worked_cb, cancellable);
  ok = run (&undoing, store, record, actor, error);
  sqlite3_progress_handler (store->db, 0, NULL, NULL);
  if (ok && new_record != NULL)
    *new_record = undoing.applying.trail.record;
  undoing_clear (&undoing);
  sqlite3_exec (store->db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  if (!ok && error != NULL && g_cancellable_is_cancelled (cancellable))
    {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  return ok;
}
