/* ps-settlements-page.h: the settlements of the year, every provider in a row
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_SETTLEMENTS_PAGE (ps_settlements_page_get_type ())
G_DECLARE_FINAL_TYPE (PsSettlementsPage, ps_settlements_page, PS, SETTLEMENTS_PAGE, AdwBin)

/* Has the action page.filter. A row opens its PsSettlementPage by PsNavigator. */
GtkWidget *ps_settlements_page_new (PsSession *session);

G_END_DECLS
