/* ps-municipality-page.h: one municipality: what was agreed and produced there in the year, provider by provider
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PS_TYPE_MUNICIPALITY_PAGE (ps_municipality_page_get_type ())
G_DECLARE_FINAL_TYPE (PsMunicipalityPage, ps_municipality_page, PS, MUNICIPALITY_PAGE, AdwBin)

/* code: of the municipality, in the region of the session's figures. Open it by ps_navigator_push(). */
GtkWidget *ps_municipality_page_new (PsSession *session, const char *code);

G_END_DECLS
