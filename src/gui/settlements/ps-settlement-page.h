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

/* `provider`: its place in the region of the session's figures. `through`: a day of the session's year; PS_DATE_OPEN: 31-12.
 * Shows what is proposed or final as it is frozen, else the region as it is; of another day than 31-12 always the latter. */
GtkWidget *ps_settlement_page_new        (PsSession *session, guint provider, PsDate through);
/* … showing that stored one first: of the provider and the session's year. */
GtkWidget *ps_settlement_page_new_stored (PsSession *session, guint provider, gint64 id);

G_END_DECLS
