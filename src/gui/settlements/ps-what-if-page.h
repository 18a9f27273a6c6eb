/* ps-what-if-page.h: the same year under another scheme, ceiling or scope, beside the real one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_WHAT_IF_PAGE (ps_what_if_page_get_type ())
G_DECLARE_FINAL_TYPE (PsWhatIfPage, ps_what_if_page, PS, WHAT_IF_PAGE, AdwBin)

/* Nothing of it is ever stored. `agb`: copied. */
GtkWidget *ps_what_if_page_new (PsSession *session, const char *agb);

G_END_DECLS
