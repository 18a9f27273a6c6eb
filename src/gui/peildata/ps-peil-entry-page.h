/* ps-peil-entry-page.h: one peildatum, to be filled
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PS_TYPE_PEIL_ENTRY_PAGE (ps_peil_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (PsPeilEntryPage, ps_peil_entry_page, PS, PEIL_ENTRY_PAGE, AdwBin)

GtkWidget *ps_peil_entry_page_new (PsSession *session, gint64 peildatum_id);

G_END_DECLS
