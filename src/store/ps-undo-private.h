/* ps-undo-private.h: an undo in the works
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * ps-undo.c leads; ps-undo-rows.c takes single rows back; ps-undo-ranges.c takes out what an import added, ps-undo-restore.c puts it in
 * again, ps-removed.c reads what was kept of it; ps-undo-references.c sees to it that nothing refers to what is gone; ps-undo-agreed.c and
 * ps-undo-mergers.c refuse what the field does not want back; ps-undo-find.c finds what can be undone.
 */
#pragma once

#include "ps-bulk.h"
#include "ps-change-private.h"
#include "ps-undo.h"

G_BEGIN_DECLS

/* A record of the trail, and the change that it stands for: an undo of an undo is that change again. */
typedef struct
{
  gint64   id;
  char    *actor;
  char    *action;
  char    *thing;
  gint64   undoes;
  gint64   base;           /* the record at the end of the chain of those that undo each other */
  gboolean redone;         /* of `id` itself: it is that change, and not its undoing */
} PsUndoRecord;

/* Why what was done with this is never undone: a translated sentence; NULL: it may be. A settlement is withdrawn, or corrected by a new one
 * (domain.md §6); of a letter every step is evidence (§7). */
const char *ps_undo_find_never (const char *thing);

gboolean ps_undo_record_load  (PsStore *store, gint64 id, PsUndoRecord *record, GError **error);
void     ps_undo_record_clear (PsUndoRecord *record);
/* The standing record that undoes it; 0: it stands. */
gboolean ps_undo_find_undoer  (PsStore *store, gint64 record, gint64 *undoer, GError **error);

/* Rows of a table that the import added: a range of ids. */
typedef struct
{
  char   table[32];
  gint64 first, last;
  gint64 n;                /* rows */
} PsUndoRange;

typedef struct
{
  PsApplying      applying;
  PsBulk         *bulk;
  PsUndoRecord    record;
  GArray         *ranges;        /* PsUndoRange: to be taken out, or that came back */
  gboolean        restore;       /* they come back */
  gboolean        import;        /* the change is one of files */
  GArray         *written;       /* PsUndoRange: rows that came back, or were changed back */
  GArray         *gone;          /* PsUndoRange: rows that are not there any more */
  char           *current_index; /* the statement that makes it; NULL: it is there */
  PsProgressFunc  progress;
  gpointer        progress_data;
  gint64          n_done, n_total;
} PsUndoing;

void     ps_undoing_progress (PsUndoing *undoing, gint64 n_rows);
gboolean ps_undoing_is_in_range (const PsUndoing *undoing, const char *table, gint64 id);
void     ps_undoing_add_gone (PsUndoing *undoing, const char *table, gint64 first, gint64 last);
void     ps_undoing_add_written (PsUndoing *undoing, const char *table, gint64 first, gint64 last);
/* PS_STORE_ERROR_CONFLICT: what a row was after the change that is undone, and what it is now. present NULL: it is gone. */
void     ps_undoing_refuse   (PsUndoing *undoing, const PsRecord *expected, const PsRecord *present, GError **error);

gboolean ps_undoing_blame_others (GError **error);

gboolean ps_undo_rows        (PsUndoing *undoing, GError **error);
gboolean ps_undo_load_ranges (PsUndoing *undoing, GError **error);
gboolean ps_undo_check_ranges (PsUndoing *undoing, GError **error);
gboolean ps_undo_take_out    (PsUndoing *undoing, GError **error);
gboolean ps_undo_restore     (PsUndoing *undoing, GError **error);
/* ps-undo-ranges.c, for both ways */
gboolean ps_undoing_touch_range    (PsUndoing *undoing, const PsUndoRange *range, GError **error);
gboolean ps_undoing_prepare_table  (PsUndoing *undoing, const PsUndoRange *range, GError **error);
gboolean ps_undoing_make_indices   (PsUndoing *undoing, GError **error);
gboolean ps_undoing_note_range     (PsUndoing *undoing, const PsUndoRange *range, GError **error);

gboolean ps_undo_check_references (PsUndoing *undoing, GError **error);

/* What is known of a row from the changes after another: each column as the first of them found it. Takes `older` over. */
void     ps_undo_add_older   (PsRecord **known, PsRecord *older);

/* ps-undo-agreed.c: PS_STORE_ERROR_CONFLICT for a row whose taking back would change what was agreed since, or was settled by. */
gboolean ps_undo_check_agreed (PsUndoing *undoing, const PsRecord *was, const PsRecord *then, GError **error);
/* The same for the lines that an import added: before they go, and after they came back. */
gboolean ps_undo_check_settled_lines (PsUndoing *undoing, GError **error);
/* The index by which one version counts, gone while versions of an import go or come back; and made again. */
gboolean ps_undo_lift_current (PsUndoing *undoing, GError **error);
gboolean ps_undo_hold_current (PsUndoing *undoing, GError **error);

/* ps-peil-rules.c: what was entered for a peildatum that is closed by now stays: PS_STORE_ERROR_CONFLICT. Of a row, and of the measurements
 * that an import added: before they go, and after they came back. */
gboolean ps_peil_rules_check_undo (PsUndoing *undoing, const PsRecord *was, const PsRecord *then, GError **error);
gboolean ps_peil_rules_check_ranges (PsUndoing *undoing, GError **error);
/* Closing is undone by opening it again, with a reason; that by closing. */
gboolean ps_peil_rules_is_closing (const char *action, const char *thing);

/* ps-undo-mergers.c: before rows are taken back; after the rows of an import came back. */
gboolean ps_undo_check_merger (PsUndoing *undoing, GError **error);
gboolean ps_undo_check_mergers_since (PsUndoing *undoing, GError **error);

G_END_DECLS
