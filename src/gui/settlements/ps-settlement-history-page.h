/* ps-settlement-history-page.h: the settlements of a provider over the years, with a chart
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_SETTLEMENT_HISTORY_PAGE (ps_settlement_history_page_get_type ())
G_DECLARE_FINAL_TYPE (PsSettlementHistoryPage, ps_settlement_history_page, PS, SETTLEMENT_HISTORY_PAGE, AdwBin)

/* `agb`: copied. A row opens that settlement. */
GtkWidget *ps_settlement_history_page_new (PsSession *session, const char *agb);

G_END_DECLS
