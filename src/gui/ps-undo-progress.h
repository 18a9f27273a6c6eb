/* ps-undo-progress.h: how far taking back is, where it takes longer than a moment: an import is many rows
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-progress-relay.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PsUndoProgress PsUndoProgress;

/* Shows itself over `parent` after half a second, with a button that cancels. */
PsUndoProgress  *_ps_undo_progress_new             (GtkWindow *parent, const char *title);
void             _ps_undo_progress_set_note        (PsUndoProgress *progress, const char *note);   /* before it shows itself */
void             _ps_undo_progress_free            (PsUndoProgress *progress);      /* and it is gone from the screen */
GCancellable    *_ps_undo_progress_get_cancellable (PsUndoProgress *progress);
PsProgressRelay *_ps_undo_progress_get_relay       (PsUndoProgress *progress);      /* to report to, on any thread */

G_END_DECLS
