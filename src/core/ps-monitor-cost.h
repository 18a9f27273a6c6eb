/* ps-monitor-cost.h: what a provider's care cost in both periods, by month: made once for the topics that ask; private to the monitor
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-monitor-rows.h"

G_BEGIN_DECLS

typedef struct
{
  guint  product;                  /* PS_NONE: a lump sum */
  guint  group;
  guint  municipality;
  gint64 cents[PS_N_MONTH_ROWS];   /* of each month, and of the whole period */
} PsMonthlyCost;

PsMonitorCosts *ps_monitor_costs_new    (void);
void            ps_monitor_costs_free   (PsMonitorCosts *self);
void            ps_monitor_costs_forget (PsMonitorCosts *self);    /* before the next provider */

typedef void (*PsMonthlyCostFunc) (gpointer state, guint provider, const PsMonthlyCost *cost, PsWhen when);
/* Tells `count` of all that the provider being added cost in both periods, inside the filter. */
gboolean        ps_monitor_costs_count  (const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year,
                                         PsMonthlyCostFunc count, gpointer state, GError **error);

G_END_DECLS
