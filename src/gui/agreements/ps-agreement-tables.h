/* ps-agreement-tables.h: the lines of a version, and the difference between two, as tables
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-agreement.h"
#include "gui/ps-table.h"

G_BEGIN_DECLS

typedef enum
{
  PS_AGREED_GROUP, PS_AGREED_NAME, PS_AGREED_MUNICIPALITY, PS_AGREED_CEILING, PS_AGREED_LAST, PS_AGREED_GROWTH, PS_AGREED_PLACES,
  PS_AGREED_LUMP_SUM, PS_AGREED_SCHEME, PS_N_AGREED_COLUMNS
} PsAgreedColumn;

PsTable   *ps_agreed_table_new  (void);
/* `last`: of the year before; NULL: there is none. Owned by the caller. */
GPtrArray *ps_agreed_table_rows (const PsRegion *region, const PsAgreement *terms, const PsAgreement *last);

typedef enum
{
  PS_DIFFERENCE_WHERE, PS_DIFFERENCE_WHAT, PS_DIFFERENCE_BEFORE, PS_DIFFERENCE_AFTER, PS_DIFFERENCE_CHANGE, PS_N_DIFFERENCE_COLUMNS
} PsDifferenceColumn;

PsTable   *ps_difference_table_new  (void);
GPtrArray *ps_difference_table_rows (const PsRegion *region, GPtrArray *differences);    /* of PsDifference */

G_END_DECLS
