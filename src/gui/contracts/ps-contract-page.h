/* ps-contract-page.h: one contract: its term, options, products and documents
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_CONTRACT_PAGE (ps_contract_page_get_type ())
G_DECLARE_FINAL_TYPE (PsContractPage, ps_contract_page, PS, CONTRACT_PAGE, AdwBin)

/* `provider`: its place in the session's figures. id: of the contract in the region file; 0: the one of that number. Open it by
 * ps_navigator_push(). */
GtkWidget *ps_contract_page_new (PsSession *session, guint provider, gint64 id, const char *number);

G_END_DECLS
