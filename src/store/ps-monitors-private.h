/* ps-monitors-private.h: what the parts of the monitor's computing share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-monitors.h"

G_BEGIN_DECLS

/* ps-monitors-feed.c: makes `monitor`, and finishes it; region and query are there. Within a transaction. */
gboolean ps_monitored_feed (PsMonitored *self, guint topics, PsStore *store, GCancellable *cancellable, PsProgressFunc progress,
                            gpointer progress_data, GError **error);

G_END_DECLS
