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
/* GArray of PsMonthlyCost, inside the filter; borrowed until the next provider. production: with the lines of that year. */
const GArray   *ps_monitor_costs_get    (const PsMonitor *monitor, PsWhen when, const PsProduction *production, GError **error);

G_END_DECLS
