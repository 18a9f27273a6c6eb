/* ps-sources-page.h: what a figure of a settlement is made of
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_SOURCES_PAGE (ps_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (PsSourcesPage, ps_sources_page, PS, SOURCES_PAGE, AdwBin)

/* Places in the region of the session's figures; group and municipality PS_NONE: all of the provider's.
 * `through` as in ps_settlement_page_new(). `stored_id`: the sources of that settlement as it is frozen, of which nothing can be decided; 0: live. */
GtkWidget *ps_sources_page_new (PsSession *session, guint provider, guint group, guint municipality, PsDate through, gint64 stored_id);

G_END_DECLS
