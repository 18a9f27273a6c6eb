/* ps-corridor-title.h: the header of a column of corridors: the bandwidth where all rows have the same, and how a corridor is read
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "charts/ps-corridor.h"
#include "ps-table.h"

G_BEGIN_DECLS

/* Of the rows that were added; begins as { 0 }. */
typedef struct
{
  gboolean any;
  gboolean differs;
  int      under_bp;
  int      over_bp;
} PsCorridorRange;

/* One that has no ceiling or no amount is not drawn, and does not count. */
void ps_corridor_range_add  (PsCorridorRange *range, const PsCorridor *corridor);
/* `more`: a sentence more about how they are read, translated; NULL: none. */
void ps_corridor_range_show (const PsCorridorRange *range, PsTable *table, guint column, const char *more);

G_END_DECLS
