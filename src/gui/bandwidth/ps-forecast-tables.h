/* ps-forecast-tables.h: the methods of a scope's forecast, and how wrong each was in the years before
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "store/ps-bandwidths.h"

G_BEGIN_DECLS

/* A row's id is its PsForecastMethod. */
PsTable   *ps_methods_table_new  (void);
GPtrArray *ps_methods_table_rows (const PsBandwidthScope *scope);

/* What each method would have said on the same day of the years before. */
PsTable   *ps_errors_table_new   (void);
GPtrArray *ps_errors_table_rows  (const PsBandwidthScope *scope);

G_END_DECLS
