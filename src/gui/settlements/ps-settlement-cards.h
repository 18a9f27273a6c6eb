/* ps-settlement-cards.h: what must be looked at, and the order in which a settlement is computed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-settlement.h"

G_BEGIN_DECLS

GtkWidget *ps_signals_card_new (const PsRegion *region, const PsSettlement *settlement);
GtkWidget *ps_steps_card_new   (const PsRegion *region, const PsSettlement *settlement);
char      *ps_scheme_names     (const PsRegion *region, const PsSettlement *settlement);   /* "Donut hole 3 %, Cliff"; NULL: none */

G_END_DECLS
