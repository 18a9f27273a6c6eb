/* ps-monitor-page.h: the dashboards: every topic with its figures, chart and table, filtered
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "core/ps-monitor.h"
#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_MONITOR_PAGE (ps_monitor_page_get_type ())
G_DECLARE_FINAL_TYPE (PsMonitorPage, ps_monitor_page, PS, MONITOR_PAGE, AdwBin)

GtkWidget *ps_monitor_page_new      (PsSession *session);
/* A page of its own, with a topic shown and filtered on a provider (AGB code; NULL: none). */
GtkWidget *ps_monitor_page_new_for  (PsSession *session, PsTopic topic, const char *agb);

G_END_DECLS
