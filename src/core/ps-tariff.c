/* ps-tariff.c: tariffs in time
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-tariff.h"

/* The first of the tariffs at `low` up to `high`, all of one product, that is of this provider or a later one; the region's come last. */
static guint
find_first_of (const PsRegion *region, guint low, guint high, guint provider)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ps_region_tariff (region, middle)->provider < provider)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ps_price_list_init: finds the tariffs of `product` that hold for `provider`. Borrows from the region.
 */
void
ps_price_list_init (PsPriceList *list, const PsRegion *region, guint product, guint provider)
{
  guint end = region->tariff_starts[product + 1];
  guint own = find_first_of (region, region->tariff_starts[product], end, provider);
  guint general = find_first_of (region, own, end, PS_NONE);

  *list = (PsPriceList){ NULL, 0, NULL, 0 };
  while (own + list->n_own < end && ps_region_tariff (region, own + list->n_own)->provider == provider)
    list->n_own++;
  list->n_general = end - general;
  list->own = list->n_own > 0 ? ps_region_tariff (region, own) : NULL;
  list->general = list->n_general > 0 ? ps_region_tariff (region, general) : NULL;
}

/* The tariff among `tariffs` (sorted, without overlaps) on `date`; *until is cut to the last day before that changes. */
static const PsTariff *
find_on (const PsTariff *tariffs, guint n, PsDate date, PsDate *until)
{
  for (guint i = 0; i < n; i++)
    {
      if (tariffs[i].from > date)
        {
          *until = MIN (*until, tariffs[i].from - 1);
          return NULL;
        }
      if (tariffs[i].to >= date)
        {
          *until = MIN (*until, tariffs[i].to);
          return &tariffs[i];
        }
    }
  return NULL;
}

/**
 * ps_price_list_on: the tariff that is valid on `date`, in ten-thousandths of a euro, or PS_NO_NUMBER where there is none.
 * @until: (nullable): becomes the last day up to which that answer stays the same
 */
gint64
ps_price_list_on (const PsPriceList *list, PsDate date, PsDate *until)
{
  PsDate own_until = PS_DATE_OPEN;
  const PsTariff *tariff = find_on (list->own, list->n_own, date, &own_until);

  if (tariff == NULL)
    tariff = find_on (list->general, list->n_general, date, &own_until);
  if (until != NULL)
    *until = own_until;
  return tariff != NULL ? tariff->tariff_e4 : PS_NO_NUMBER;
}
