/* ps-monitor-filter.h: for what part of the region, and of the year, the monitor counts
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "core/ps-region.h"
#include "store/ps-monitors.h"

G_BEGIN_DECLS

/* In the order in which they are shown and said. */
typedef enum
{
  PS_MONITOR_BY_PROVIDER,
  PS_MONITOR_BY_MUNICIPALITY,
  PS_MONITOR_BY_SEGMENT,
  PS_MONITOR_BY_GROUP,             /* within the segment */
  PS_MONITOR_BY_PRODUCT,           /* within the segment and the group */
  PS_N_MONITOR_BYS
} PsMonitorBy;

#define PS_TYPE_MONITOR_FILTER (ps_monitor_filter_get_type ())
G_DECLARE_FINAL_TYPE (PsMonitorFilter, ps_monitor_filter, PS, MONITOR_FILTER, AdwBin)

/* Signal: "changed", by the user or ps_monitor_filter_choose() and _clear(); not by ps_monitor_filter_set_region(). */
GtkWidget  *ps_monitor_filter_new        (void);
/* What there is to choose from. What was chosen stays so, by its code, as long as it is there. */
void        ps_monitor_filter_set_region (PsMonitorFilter *self, const PsRegion *region, int year);
/* Fills in the period and the codes: borrowed, until something else is chosen. */
void        ps_monitor_filter_get        (PsMonitorFilter *self, PsMonitorsQuery *query);
/* code: NULL: all. FALSE: there is none of that code. What does not go with it is cleared. */
gboolean    ps_monitor_filter_choose     (PsMonitorFilter *self, PsMonitorBy by, const char *code);
/* 1 to 12; first 0: from January; last 0: to the last complete one. */
void        ps_monitor_filter_choose_months (PsMonitorFilter *self, int first, int last);
void        ps_monitor_filter_clear      (PsMonitorFilter *self);
gboolean    ps_monitor_filter_is_clear   (PsMonitorFilter *self);
/* Whom and what it is about: "Zorggroep De Wissel, Venlo, AMB1, March to May 2024"; `region_name` where no provider is chosen. Owned by the caller. */
char       *ps_monitor_filter_describe   (PsMonitorFilter *self, const char *region_name);

G_END_DECLS
