/* ps-schemes-page.h: all incentive schemes of the region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_SCHEMES_PAGE (ps_schemes_page_get_type ())
G_DECLARE_FINAL_TYPE (PsSchemesPage, ps_schemes_page, PS, SCHEMES_PAGE, AdwBin)

/* Has the action page.filter. A row opens its PsSchemePage by PsNavigator. */
GtkWidget *ps_schemes_page_new (PsSession *session);

G_END_DECLS
