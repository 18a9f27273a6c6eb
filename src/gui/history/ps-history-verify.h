/* ps-history-verify.h: whether nothing was altered behind the trail's back: progress, and the result in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_HISTORY_VERIFY (ps_history_verify_get_type ())
G_DECLARE_FINAL_TYPE (PsHistoryVerify, ps_history_verify, PS, HISTORY_VERIFY, GtkWidget)

/* Signal: "ended". Hidden until it is started, and when its result was closed. */
GtkWidget *ps_history_verify_new   (PsSession *session);
void       ps_history_verify_start (PsHistoryVerify *self);
gboolean   ps_history_verify_runs  (PsHistoryVerify *self);

G_END_DECLS
