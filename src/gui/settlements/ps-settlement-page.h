/* ps-settlement-page.h: one provider's year from gross production to balance
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_SETTLEMENT_PAGE (ps_settlement_page_get_type ())
G_DECLARE_FINAL_TYPE (PsSettlementPage, ps_settlement_page, PS, SETTLEMENT_PAGE, AdwBin)

/* `provider`: its place in the region of the session's figures. `through`: a day of the session's year; PS_DATE_OPEN: 31-12. */
GtkWidget *ps_settlement_page_new (PsSession *session, guint provider, PsDate through);

G_END_DECLS
