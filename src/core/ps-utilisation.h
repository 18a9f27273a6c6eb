/* ps-utilisation.h: declared ÷ assigned (verzilvering, domain.md §2 and §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Of P×Q (aspecific assignments too). Assigned: what the assignment grants for its days from the first to the last day of the period, whether
 * there was care or not; volume per day, week (7 days) or month (a twelfth of 365 days) at the tariff of its first day in the period, a total
 * or a budget spread evenly over the assignment. Declared: what its lines of the period produced (domain.md §4). An assignment of which
 * nobody can say how much it grants (no volume, no tariff, an open end with a total) counts in neither. Rounded once an assignment. One that does
 * not run in the period counts only where its lines of the period produced all the same.
 */
#pragma once

#include "ps-settlement.h"
#include "ps-tariff.h"

G_BEGIN_DECLS

typedef struct
{
  guint  product;                  /* of the assignment; PS_NONE: aspecific */
  guint  group;
  guint  municipality;
  gint64 assigned_cents;
  gint64 declared_cents;
  guint  n_assignments;
  guint  n_unknown;                /* … and of so many nobody can say how much they grant */
} PsUtilisation;

/* GArray of PsUtilisation by group, product, municipality. */
GArray *ps_utilisation_make (const PsRegion *region, const PsProduction *production, int year, PsDate from, PsDate through, GError **error);
/* What an assignment grants for a day, in millionths of a euro; 0: that cannot be said. `on`: whose tariff. */
PsWide  ps_assigned_per_day (const PsRegion *region, guint provider, const PsAssignment *assignment, PsDate on);
/* The same with the prices of its product as the provider meets them: for many assignments. Not looked at for an aspecific one. */
PsWide  ps_assigned_per_day_at (const PsRegion *region, const PsPriceList *prices, const PsAssignment *assignment, PsDate on);

G_END_DECLS
