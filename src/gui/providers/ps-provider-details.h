/* ps-provider-details.h: what is kept of a provider beside its figures: contact, notes, other codes, merged records
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "ps-provider-facts.h"

G_BEGIN_DECLS

/* Cards to be shown on a page that scrolls; buttons activate "provider.open" (AGB code). `provider`: its place. */
GtkWidget *ps_provider_details_new (const PsProviderFacts *facts, const PsRegion *region, guint provider);

G_END_DECLS
