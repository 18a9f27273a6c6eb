/* ps-provider-merge.h: a provider that goes on in another one from a day: a takeover
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form-dialog.h"
#include "ps-provider-facts.h"

G_BEGIN_DECLS

PsFormDialog *ps_provider_merge_open (GtkWidget *from, PsSession *session, const PsProviderFacts *facts);

G_END_DECLS
