/* ps-overview-page.h: the first page in the morning: what needs attention, and the year at a glance
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_OVERVIEW_PAGE (ps_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (PsOverviewPage, ps_overview_page, PS, OVERVIEW_PAGE, AdwBin)

GtkWidget *ps_overview_page_new (PsSession *session);

G_END_DECLS
