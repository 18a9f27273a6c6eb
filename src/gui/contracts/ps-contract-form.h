/* ps-contract-form.h: a new contract, or a change of its number, term, notice period and notes, in a dialog
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form-dialog.h"
#include "ps-shown-contract.h"

G_BEGIN_DECLS

/* provider_id 0: the user chooses. `contracts`: PsShownContract, those that there are, so that no number is used twice. The new
 * contract's page is opened when it is saved. */
PsFormDialog *ps_contract_form_add  (GtkWidget *from, PsSession *session, gint64 provider_id, GPtrArray *contracts);
PsFormDialog *ps_contract_form_edit (GtkWidget *from, PsSession *session, PsShownContract *shown, GPtrArray *contracts);

G_END_DECLS
