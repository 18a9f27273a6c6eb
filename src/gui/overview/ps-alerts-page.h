/* ps-alerts-page.h: all signals, also those that were put aside
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "core/ps-alert.h"
#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_ALERTS_PAGE (ps_alerts_page_get_type ())
G_DECLARE_FINAL_TYPE (PsAlertsPage, ps_alerts_page, PS, ALERTS_PAGE, AdwBin)

GtkWidget *ps_alerts_page_new         (PsSession *session);
/* Narrowed to that kind, which the user sees and can undo. */
GtkWidget *ps_alerts_page_new_of_kind (PsSession *session, PsAlertKind kind);

G_END_DECLS
