/* ps-contracts-page.h: the contracts of all providers, by the day on which something must be decided
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_CONTRACTS_PAGE (ps_contracts_page_get_type ())
G_DECLARE_FINAL_TYPE (PsContractsPage, ps_contracts_page, PS, CONTRACTS_PAGE, AdwBin)

/* Has the actions page.filter and page.new. A row opens its PsContractPage by PsNavigator. */
GtkWidget *ps_contracts_page_new (PsSession *session);

G_END_DECLS
