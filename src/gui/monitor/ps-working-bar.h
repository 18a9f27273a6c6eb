/* ps-working-bar.h: how far a question is that takes longer than half a second, with a button to cancel it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-progress-relay.h"

G_BEGIN_DECLS

#define PS_TYPE_WORKING_BAR (ps_working_bar_get_type ())
G_DECLARE_FINAL_TYPE (PsWorkingBar, ps_working_bar, PS, WORKING_BAR, AdwBin)

/* Signal: "cancelled": by its button, after the question was. */
GtkWidget       *ps_working_bar_new             (void);
/* A question is asked: one that is still under way is cancelled first. Says the number of this one: only its answer counts. */
guint            ps_working_bar_begin           (PsWorkingBar *self, const char *what);
GCancellable    *ps_working_bar_get_cancellable (PsWorkingBar *self);      /* borrowed: of the question under way, as the next one */
PsProgressRelay *ps_working_bar_get_relay       (PsWorkingBar *self);
/* TRUE: it is the answer that is waited for, and nothing is any more. */
gboolean         ps_working_bar_end             (PsWorkingBar *self, guint question);
/* What was asked for is not waited for any more. */
void             ps_working_bar_stop            (PsWorkingBar *self);
gboolean         ps_working_bar_is_waiting      (PsWorkingBar *self);

G_END_DECLS
