/* ps-document-form.h: a document of a contract by its link, in a dialog
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form-dialog.h"
#include "ps-shown-contract.h"

G_BEGIN_DECLS

/* place: PS_NONE: a new one. */
PsFormDialog *ps_document_form_open (GtkWidget *from, PsSession *session, PsShownContract *shown, guint place);

G_END_DECLS
