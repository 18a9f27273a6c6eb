/* ps-groups-table.h: the table of segments and product groups
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-region.h"
#include "gui/ps-table.h"

G_BEGIN_DECLS

/* A row of a segment has the segment's id, negated; a row of a group the group's id. */
PsTable   *ps_groups_table_new  (void);
GPtrArray *ps_groups_table_rows (const PsRegion *region);

G_END_DECLS
