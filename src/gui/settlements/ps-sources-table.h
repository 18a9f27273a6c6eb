/* ps-sources-table.h: what figures are made of, row by row
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-settlement-detail.h"

G_BEGIN_DECLS

typedef enum
{
  PS_SOURCES_KIND, PS_SOURCES_PRODUCT, PS_SOURCES_PLACE, PS_SOURCES_REFERENCE, PS_SOURCES_CLIENT, PS_SOURCES_FROM, PS_SOURCES_TO,
  PS_SOURCES_VOLUME, PS_SOURCES_TARIFF, PS_SOURCES_AMOUNT, PS_SOURCES_PRODUCED, PS_SOURCES_NORM, PS_SOURCES_PAID,
  PS_SOURCES_CARRIED, PS_SOURCES_DISPUTED_AMOUNT, PS_SOURCES_WHY, PS_SOURCES_VALID_TARIFF, PS_SOURCES_ASSIGNMENT,
  PS_N_SOURCES_COLUMNS
} PsSourcesColumn;

PsTable   *ps_sources_table_new  (void);
GPtrArray *ps_sources_table_rows (const PsSettlementDetail *detail);     /* ids are places in detail->sources */

/* Shows rows, and only the columns that say something about them; the line's only where `several` lines are shown. */
void       ps_sources_table_show (PsTable *table, GPtrArray *rows, gboolean several);

G_END_DECLS
