/* ps-monitors.h: the monitor's topics computed from a region file: what the window, the report and the command line show (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * All on a worker; a large region by two threads. Of one provider only that one is read, but for what followed at another.
 */
#pragma once

#include "core/ps-monitor.h"
#include "ps-store.h"

G_BEGIN_DECLS

typedef struct
{
  int         year;
  int         first_month;         /* 1 to 12: the period, months included; 0: from January */
  int         last_month;          /* 0: to the last one of which declarations are complete */
  const char *agb;                 /* codes; NULL: no filter, as all below */
  const char *municipality;
  const char *segment;
  const char *group;
  const char *product;
  guint       topics;              /* a bit each */
  const PsRegion *region;          /* as the caller has it in memory, and keeps for the life of what comes back; NULL: read from the file */
} PsMonitorsQuery;

typedef struct
{
  PsRegion      *region;           /* its own, or the query's */
  gboolean       borrows_region;
  PsMonitorQuery query;            /* with places and days: what was computed; holidays are borrowed from here */
  GArray        *holidays;
  PsMonitor     *monitor;          /* finished */
} PsMonitored;

/* PS_STORE_ERROR_REFUSED: no such code in this region. */
PsMonitored *ps_monitors_compute (PsStore *store, const PsMonitorsQuery *query, GCancellable *cancellable, PsProgressFunc progress,
                                  gpointer progress_data, GError **error);
void         ps_monitored_free   (PsMonitored *monitored);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsMonitored, ps_monitored_free)

G_END_DECLS
