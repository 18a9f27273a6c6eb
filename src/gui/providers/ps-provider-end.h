/* ps-provider-end.h: ending a provider on a day, going on with an ended one, and deleting one that nothing hangs on
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form-dialog.h"
#include "ps-provider-facts.h"

G_BEGIN_DECLS

/* `provider`: its place in the session's figures. */
PsFormDialog *ps_provider_end_open  (GtkWidget *from, PsSession *session, guint provider, PsProviderFacts *facts);
void          ps_provider_continue  (GtkWidget *from, PsSession *session, const PsProviderFacts *facts);
void          ps_provider_delete    (GtkWidget *from, PsSession *session, const PsProviderFacts *facts);

G_END_DECLS
