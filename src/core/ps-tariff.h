/* ps-tariff.h: tariffs in time
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-region.h"

G_BEGIN_DECLS

/* A product's tariffs as one provider meets them: its own where it has one on a day, else the region's (domain.md §4). */
typedef struct
{
  const PsTariff *own;
  guint           n_own;
  const PsTariff *general;
  guint           n_general;
} PsPriceList;

void   ps_price_list_init  (PsPriceList *list, const PsRegion *region, guint product, guint provider);
gint64 ps_price_list_on    (const PsPriceList *list, PsDate date, PsDate *until);

G_END_DECLS
