/* ps-peildata-page.h: the year's reference dates, each with how far it is filled
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PS_TYPE_PEILDATA_PAGE (ps_peildata_page_get_type ())
G_DECLARE_FINAL_TYPE (PsPeildataPage, ps_peildata_page, PS, PEILDATA_PAGE, AdwBin)

/* Of the sidebar. */
GtkWidget *ps_peildata_page_new (PsSession *session);

G_END_DECLS
