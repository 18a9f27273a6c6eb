/* ps-provider-tables.h: the tables of a provider's page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-settlement.h"
#include "gui/ps-table.h"

G_BEGIN_DECLS

/* Each is a new table, and its rows for a settlement. `settlement` may be NULL: no rows. */
PsTable   *ps_used_table_new            (void);            /* product group: ceiling, realised, used */
GPtrArray *ps_used_table_rows           (const PsRegion *region, const PsSettlement *settlement);

PsTable   *ps_agreement_table_new       (void);            /* the lines as they were agreed */
GPtrArray *ps_agreement_table_rows      (const PsRegion *region, const PsAgreement *agreement);
char      *ps_agreement_terms           (const PsRegion *region, const PsAgreement *agreement);   /* what holds for all lines */

PsTable   *ps_production_table_new      (void);            /* product group × municipality: what it came to; the row's id is its place */
GPtrArray *ps_production_table_rows     (const PsRegion *region, const PsSettlement *settlement);

G_END_DECLS
