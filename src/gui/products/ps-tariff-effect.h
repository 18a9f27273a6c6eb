/* ps-tariff-effect.h: what a new or changed tariff would do to the others, in words, before it is saved
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-region.h"

G_BEGIN_DECLS

typedef struct
{
  char    *refused;              /* why it cannot be; NULL: it can */
  gboolean refused_to;           /* it is the last day that is wrong, not the first */
  char    *effect;               /* one sentence a line; never NULL */
} PsTariffEffect;

/* product, provider: places, PS_NONE: the region's. tariff_id: the one that is changed; 0: a new one, which ends the one that is
 * valid then. from PS_DATE_OPEN, tariff_e4 PS_NO_NUMBER: not given yet. */
void ps_tariff_effect_fill  (PsTariffEffect *effect, const PsRegion *region, guint product, guint provider, gint64 tariff_id,
                             PsDate from, PsDate to, gint64 tariff_e4, PsDate today);
void ps_tariff_effect_clear (PsTariffEffect *effect);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsTariffEffect, ps_tariff_effect_clear)

G_END_DECLS
