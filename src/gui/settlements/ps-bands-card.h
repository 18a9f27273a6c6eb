/* ps-bands-card.h: what each payment band took, scope by scope, each with the sentence that explains it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-settlement.h"

G_BEGIN_DECLS

/* What stands beside the waterfall: the bands of the only scope, or the scopes, one a row, where there are several. */
GtkWidget *ps_bands_card_new    (const PsRegion *region, const PsSettlement *settlement);

/* The bands of each scope that something was deducted from, where there are several; else none. */
GPtrArray *ps_bands_cards_more  (const PsRegion *region, const PsSettlement *settlement);

G_END_DECLS
