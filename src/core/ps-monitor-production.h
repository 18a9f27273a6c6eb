/* ps-monitor-production.h: cost per municipality and product group, for the topic of it; private to the monitor
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-monitor-cost.h"

G_BEGIN_DECLS

/* All of one sum each: cost in cents. */
typedef struct
{
  const PsMonitor *monitor;
  guint            n_groups;
  PsTally         *cells;          /* municipality × group */
  PsTally         *municipalities;
  PsTally         *groups;
  PsTally         *segments;
  PsTally         *months;         /* and the whole period */
} PsProduced;

guint    ps_produced_cell   (const PsProduced *self, guint municipality, guint group);
gboolean ps_produced_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error);

G_END_DECLS
