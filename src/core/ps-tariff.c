/* ps-tariff.c: tariffs in time
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-tariff.h"

/**
 * ps_price_list_init: finds the tariffs of `product` that hold for `provider`. Borrows from the region.
 */
void
ps_price_list_init (PsPriceList *list, const PsRegion *region, guint product, guint provider)
{
  guint end = region->tariff_starts[product + 1];

  *list = (PsPriceList){ NULL, 0, NULL, 0 };
  for (guint i = region->tariff_starts[product]; i < end; i++)
    {
      const PsTariff *tariff = ps_region_tariff (region, i);

      if (tariff->provider == provider)
        {
          list->own = list->own != NULL ? list->own : tariff;
          list->n_own++;
        }
      else if (tariff->provider == PS_NONE)
        {
          list->general = list->general != NULL ? list->general : tariff;
          list->n_general++;
        }
    }
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
