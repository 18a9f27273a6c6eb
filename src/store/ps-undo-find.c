/* ps-undo-find.c: what Ctrl+Z and Ctrl+Shift+Z take
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-history-private.h"
#include "ps-undo-private.h"

void
ps_undoable_clear (PsUndoable *undoable)
{
  g_clear_pointer (&undoable->undo_what, g_free);
  g_clear_pointer (&undoable->redo_what, g_free);
  undoable->undo = undoable->redo = 0;
}

/* The last of those records of the actor, from `after` on, that stands; 0: none. */
static gboolean
find_standing (PsStore *store, const char *actor, const char *sql, gint64 after, gint64 *found, GError **error)
{
  g_autoptr (PsStatement) select = ps_sql_prepare (store, sql, error);
  gboolean row;

  *found = 0;
  if (select == NULL)
    return FALSE;
  ps_sql_bind_text (select, 1, actor);
  sqlite3_bind_int64 (select, 2, after);
  while (ps_sql_step_row (store, select, &row, error))
    {
      gint64 undoer;

      if (!row)
        return TRUE;
      if (!ps_undo_find_undoer (store, sqlite3_column_int64 (select, 0), &undoer, error))
        return FALSE;
      if (undoer != 0)
        continue;
      *found = sqlite3_column_int64 (select, 0);
      return TRUE;
    }
  return FALSE;
}

static gboolean
last_change (PsStore *store, const char *actor, gint64 *last, GError **error)
{
  g_autoptr (PsStatement) select = NULL;
  gboolean row;

  select =
      ps_sql_prepare (store, "SELECT id FROM audit_record WHERE actor = ? AND undoes IS NULL ORDER BY id DESC LIMIT 1", error);
  if (select == NULL)
    return FALSE;
  ps_sql_bind_text (select, 1, actor);
  if (!ps_sql_step_row (store, select, &row, error))
    return FALSE;
  *last = row ? sqlite3_column_int64 (select, 0) : 0;
  return TRUE;
}

static gboolean
describe (PsStore *store, gint64 record, char **what, GError **error)
{
  PsUndoRecord base;

  if (record == 0)
    return TRUE;
  if (!ps_undo_record_load (store, record, &base, error))
    return FALSE;
  *what = ps_history_describe_base (store, base.base);
  ps_undo_record_clear (&base);
  return TRUE;
}

/**
 * ps_undo_find:
 * @undoable: (out caller-allocates): cleared by ps_undoable_clear()
 *
 * Only changes of @actor are looked at, so that nobody takes back by accident what another did. A step of a settlement is found like any
 * other, though ps_undo_apply() refuses it in words: Ctrl+Z after it must not take back something older instead.
 */
gboolean
ps_undo_find (PsStore *store, const char *actor, PsUndoable *undoable, GError **error)
{
  gint64 last;

  *undoable = (PsUndoable){ 0 };
  if (find_standing (store, actor,
                     "SELECT id FROM audit_record WHERE actor = ?1 AND id > ?2 AND undoes IS NULL"
                     " AND NOT (action = 'create' AND thing = 'region') ORDER BY id DESC",
                     0, &undoable->undo, error)
      && last_change (store, actor, &last, error)
      && find_standing (store, actor,
                        "SELECT id FROM audit_record WHERE actor = ?1 AND id > ?2 AND action = 'undo' ORDER BY id DESC", last,
                        &undoable->redo, error)
      && describe (store, undoable->undo, &undoable->undo_what, error)
      && describe (store, undoable->redo, &undoable->redo_what, error))
    return TRUE;
  ps_undoable_clear (undoable);
  return FALSE;
}
