/* ps-monitor-keep.h: answers that are there already, by what was asked
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-monitor-data.h"

G_BEGIN_DECLS

typedef struct _PsMonitorKeep PsMonitorKeep;

PsMonitorKeep  *ps_monitor_keep_new    (void);
void            ps_monitor_keep_free   (PsMonitorKeep *self);
void            ps_monitor_keep_forget (PsMonitorKeep *self);      /* all: the region was read again */
/* Keeps a share of `shown`; of very many the ones that were asked first go. The query's region does not matter. */
void            ps_monitor_keep_add    (PsMonitorKeep *self, const PsMonitorsQuery *query, PsMonitorShown *shown);
PsMonitorShown *ps_monitor_keep_find   (PsMonitorKeep *self, const PsMonitorsQuery *query);    /* borrowed; NULL: none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsMonitorKeep, ps_monitor_keep_free)

G_END_DECLS
