/* ps-monitor-data.h: the monitor's topics, worked out beside the window
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-progress-relay.h"
#include "gui/ps-session.h"
#include "store/ps-monitors.h"

G_BEGIN_DECLS

/* Plain, made on a worker, immutable afterwards; shared by a page and what it writes to files. */
typedef struct _PsMonitorShown PsMonitorShown;

PsMonitorShown    *ps_monitor_shown_ref   (PsMonitorShown *shown);
void               ps_monitor_shown_unref (PsMonitorShown *shown);
const PsMonitored *ps_monitor_shown_get   (const PsMonitorShown *shown);

/* By the session's figures as they are now (there must be some). `query` is copied; `cancellable` and `relay` may be NULL. */
void               ps_monitor_data_async  (PsSession *session, const PsMonitorsQuery *query, GCancellable *cancellable, PsProgressRelay *relay,
                                           GAsyncReadyCallback callback, gpointer user_data);
PsMonitorShown    *ps_monitor_data_finish (PsSession *session, GAsyncResult *result, GError **error);
/* The same on a worker; takes `figures`, a share of the session's. */
PsMonitorShown    *ps_monitor_data_load   (PsStore *store, PsSettledRef *figures, const PsMonitorsQuery *query, GCancellable *cancellable,
                                           PsProgressFunc progress, gpointer progress_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsMonitorShown, ps_monitor_shown_unref)

G_END_DECLS
