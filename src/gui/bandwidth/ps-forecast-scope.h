/* ps-forecast-scope.h: one scope of an agreement: what it was agreed on, where it stands, and how that is forecast
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "store/ps-bandwidths.h"

G_BEGIN_DECLS

/* Borrowed while it is made. Buttons activate forecast.choose (i: PsForecastMethod, 0: the one that holds), forecast.propose and
 * forecast.scheme; a row of the methods forecast.choose. `today`: nothing can be chosen, and it says why. */
GtkWidget *ps_forecast_scope_new (const PsRegion *region, const PsBandwidth *bandwidth, const PsBandwidthScope *scope,
                                  gboolean today);

G_END_DECLS
