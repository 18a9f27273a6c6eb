/* ps-contract-bar.h: a contract in time: its term, its options and today
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-contract.h"

G_BEGIN_DECLS

#define PS_TYPE_CONTRACT_BAR (ps_contract_bar_get_type ())
G_DECLARE_FINAL_TYPE (PsContractBar, ps_contract_bar, PS, CONTRACT_BAR, GtkWidget)

GtkWidget *ps_contract_bar_new  (void);
/* Keeps what it needs of the contract. */
void       ps_contract_bar_show (PsContractBar *self, const PsContract *contract, PsDate today);

G_END_DECLS
