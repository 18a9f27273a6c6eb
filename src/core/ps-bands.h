/* ps-bands.h: payment bands: donut hole, graduated discount, hard ceiling, cliff (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-settlement.h"

G_BEGIN_DECLS

gint64 ps_bands_apply (const PsScheme *scheme, gint64 ceiling_cents, gint64 net_cents, GArray *bands, PsOverflow *overflow);

G_END_DECLS
