/* ps-option-form.h: an option to extend a contract, and what was decided of it, in a dialog
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form-dialog.h"
#include "ps-shown-contract.h"

G_BEGIN_DECLS

/* place: PS_NONE: a new one. `decision`: what is proposed; where it was decided already: that. */
PsFormDialog *ps_option_form_open (GtkWidget *from, PsSession *session, PsShownContract *shown, guint place,
                                   PsOptionDecision decision);

G_END_DECLS
