/* ps-providers-page.h: all providers of the region with their year
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_PROVIDERS_PAGE (ps_providers_page_get_type ())
G_DECLARE_FINAL_TYPE (PsProvidersPage, ps_providers_page, PS, PROVIDERS_PAGE, AdwBin)

GtkWidget *ps_providers_page_new (PsSession *session);

G_END_DECLS
