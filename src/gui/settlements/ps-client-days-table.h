/* ps-client-days-table.h: the days that places were counted by: client by client, month by month
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-settlement-detail.h"

G_BEGIN_DECLS

PsTable   *ps_client_days_table_new  (void);
/* Of a product group × municipality of the detail's region, as codes; none where nothing was counted daily. `n_days` (optional): their sum. */
GPtrArray *ps_client_days_table_rows (const PsSettlementDetail *detail, const char *group, const char *municipality, gint64 *n_days);

G_END_DECLS
