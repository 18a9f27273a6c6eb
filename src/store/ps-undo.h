/* ps-undo.h: taking back a change of the trail, and taking back the taking back
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Undoing is a change like any other, with a record that names the one it takes back. It applies the rows' before-states if they are
 * still what they were after it; else it says what has changed since (PS_STORE_ERROR_CONFLICT) and changes nothing. Redoing is
 * undoing the undo. What an undone import had added is kept in the file, so that it can be redone.
 */
#pragma once

#include "ps-store.h"

G_BEGIN_DECLS

/* Any record of the trail that was not undone and can be (not: the making of the region). */
gboolean ps_undo_apply (PsStore *store, gint64 record, const char *actor, GCancellable *cancellable, PsProgressFunc progress,
                        gpointer progress_data, gint64 *new_record, GError **error);

/* What Ctrl+Z and Ctrl+Shift+Z take: the last change of `actor` that stands, and the last undo of theirs with nothing of theirs after
 * it. 0 and NULL: none. */
typedef struct
{
  gint64 undo;
  char  *undo_what;        /* "tariff of 45L11 changed": translated */
  gint64 redo;
  char  *redo_what;
} PsUndoable;
gboolean ps_undo_find       (PsStore *store, const char *actor, PsUndoable *undoable, GError **error);
void     ps_undoable_clear  (PsUndoable *undoable);

G_END_DECLS
