/* ps-provider-page.h: one provider: charts, agreement, production
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_PROVIDER_PAGE (ps_provider_page_get_type ())
G_DECLARE_FINAL_TYPE (PsProviderPage, ps_provider_page, PS, PROVIDER_PAGE, AdwBin)

/* `provider`: its place in the region of the session's figures. */
GtkWidget *ps_provider_page_new (PsSession *session, guint provider);

G_END_DECLS
