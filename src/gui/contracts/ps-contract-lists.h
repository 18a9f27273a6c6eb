/* ps-contract-lists.h: the options and the documents of a contract as rows with buttons
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "ps-shown-contract.h"

G_BEGIN_DECLS

/* The buttons activate the contract page's actions with the place as target: contract.use-option, contract.refuse-option,
 * contract.edit-option, contract.remove-option; contract.open-document, contract.edit-document, contract.remove-document. */
void ps_contract_list_options   (GtkListBox *list, const PsContract *contract, gboolean is_writable);
void ps_contract_list_documents (GtkListBox *list, const PsContract *contract, gboolean is_writable);

G_END_DECLS
