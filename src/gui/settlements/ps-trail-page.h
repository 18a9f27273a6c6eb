/* ps-trail-page.h: for auditors: the whole trail of one settlement on one page, and its dossier
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_TRAIL_PAGE (ps_trail_page_get_type ())
G_DECLARE_FINAL_TYPE (PsTrailPage, ps_trail_page, PS, TRAIL_PAGE, AdwBin)

/* `id`: of a stored settlement, whatever its state. Exports the dossier (exchange/ps-dossier-files.h). */
GtkWidget *ps_trail_page_new (PsSession *session, gint64 id);

G_END_DECLS
