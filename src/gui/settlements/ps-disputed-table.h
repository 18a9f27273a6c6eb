/* ps-disputed-table.h: the lines in dispute, and the instalments that are carried
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-settlement-detail.h"

G_BEGIN_DECLS

/* A row's id is the place of its source in detail->sources. */
PsTable   *ps_disputed_table_new    (void);
GPtrArray *ps_disputed_table_rows   (const PsSettlementDetail *detail);
char      *ps_disputed_table_remark (const PsSettlementDetail *detail);     /* how many, how much, how much of it was paid */
PsTable   *ps_carried_table_new     (void);
GPtrArray *ps_carried_table_rows    (const PsSettlementDetail *detail);

G_END_DECLS
