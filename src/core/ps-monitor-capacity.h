/* ps-monitor-capacity.h: what is counted of capacity; private to its topic
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-monitor-rows.h"

G_BEGIN_DECLS

typedef struct
{
  PsTally    *days;                /* client-days, by ps_capacity_row() */
  PsMonthDays calendar[PS_N_WHENS];
} PsCapacity;

guint           ps_capacity_row       (const PsRegion *region, guint provider, guint group);
gboolean        ps_capacity_is_within (PsWide realised, PsWide agreed, int off_bp);
PsCapacityClass ps_capacity_class_of  (PsWide realised, PsWide agreed);
gboolean        ps_capacity_finish    (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error);

G_END_DECLS
