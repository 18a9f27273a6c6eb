/* ps-provider-form.h: a new provider, or a change of one, in a dialog
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form-dialog.h"

G_BEGIN_DECLS

/* The new provider's page is opened when it is saved. */
PsFormDialog *ps_provider_form_add  (GtkWidget *from, PsSession *session);
/* `before`: its row as it was shown. */
PsFormDialog *ps_provider_form_edit (GtkWidget *from, PsSession *session, const PsRecord *before);

G_END_DECLS
