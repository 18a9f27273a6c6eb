/* ps-settlement-cards.h: what must be looked at, and by which schemes it was settled
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-settlement.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

GtkWidget *ps_signals_card_new (const PsRegion *region, const PsSettlement *settlement);
/* What was warned of when it was made final, and what was answered. */
GtkWidget *ps_answers_card_new (const PsStored *stored);
char      *ps_scheme_names     (const PsRegion *region, const PsSettlement *settlement);   /* "Donut hole 3 %, Cliff"; NULL: none */

G_END_DECLS
