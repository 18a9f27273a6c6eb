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
  PS_SOURCES_KIND, PS_SOURCES_PRODUCT, PS_SOURCES_PLACE, PS_SOURCES_REFERENCE, PS_SOURCES_AMOUNT, PS_SOURCES_PRODUCED, PS_SOURCES_NORM,
  PS_SOURCES_PAID, PS_SOURCES_CARRIED, PS_SOURCES_DISPUTED_AMOUNT, PS_SOURCES_DECISION, PS_SOURCES_FROM, PS_SOURCES_TO, PS_SOURCES_CLIENT,
  PS_SOURCES_ASSIGNMENT, PS_SOURCES_VOLUME, PS_SOURCES_TARIFF, PS_SOURCES_VALID_TARIFF, PS_SOURCES_PATH, PS_SOURCES_OVER, PS_SOURCES_WHY,
  PS_N_SOURCES_COLUMNS
} PsSourcesColumn;

/* In the order of the page's list */
typedef enum
{
  PS_SOURCES_WHICH_ALL, PS_SOURCES_WHICH_PRODUCED, PS_SOURCES_WHICH_PAID, PS_SOURCES_WHICH_NORM, PS_SOURCES_WHICH_DISPUTED,
  PS_SOURCES_WHICH_CARRIED,
} PsSourcesWhich;

PsTable   *ps_sources_table_new  (void);
GPtrArray *ps_sources_table_rows (const PsSettlementDetail *detail);     /* ids are places in detail->sources */

/* Whether a row is one of those. */
gboolean   ps_sources_table_is   (PsTableRow *row, PsSourcesWhich which);

/* Shows rows, and only the columns that say something about them, and about what is looked for; the line's only where `several` lines are
 * shown. Copies and exports keep all columns. */
void       ps_sources_table_show (PsTable *table, GPtrArray *rows, PsSourcesWhich which, gboolean several);

G_END_DECLS
