/* ps-provider-chart.h: the figures of "realised against ceiling", worked out on a worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "charts/ps-chart-realised.h"
#include "gui/ps-session.h"

G_BEGIN_DECLS

void             ps_provider_chart_async  (PsSession *session, guint provider, GAsyncReadyCallback callback, gpointer user_data);
PsRealisedChart *ps_provider_chart_finish (PsSession *session, GAsyncResult *result, GError **error);
/* The same on a worker. */
PsRealisedChart *ps_provider_chart_load   (PsStore *store, const PsRegion *region, guint provider, int year, GError **error);

G_END_DECLS
