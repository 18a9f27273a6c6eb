/* ps-generate-tariffs.c: tariffs of a made-up region, and of providers that have their own
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-maker.h"

#include <string.h>

static void
write_prices (PsGenerateMaker *maker, const PsGenerateProduct *product, const PsGeneratePrice *prices, const char *agb)
{
  PsGenerateFile *file = maker->files.tariffs;

  for (guint i = 0; i < product->n_prices; i++)
    {
      ps_generate_file_text (file, product->code);
      ps_generate_file_text (file, agb);
      ps_generate_file_date (file, prices[i].from);
      ps_generate_file_date (file, prices[i].to);
      ps_generate_file_decimal (file, prices[i].tariff_e4, 4, 2);
      ps_generate_file_end_row (file);
    }
}

/* The region's tariffs; a lump sum has none. */
void
ps_generate_tariffs (PsGenerateMaker *maker)
{
  for (guint i = 0; i < maker->catalogue->products->len; i++)
    {
      const PsGenerateProduct *product = ps_generate_catalogue_product (maker->catalogue, i);

      if (product->funding != PS_FUNDING_TAAKGERICHT)
        write_prices (maker, product, product->prices, NULL);
    }
}

static gboolean
has_own (const PsGenerateMaker *maker, const PsGenerateProduct *product)
{
  if (product->funding != PS_FUNDING_PXQ || !ps_generate_profile_has (maker->profile, PS_GENERATE_OWN_TARIFF))
    return FALSE;
  for (guint i = 0; i < maker->profile->n_groups; i++)
    if (maker->profile->groups[i] == product->group)
      return TRUE;
  return FALSE;
}

/* Some per cent below or above the region's, in the same periods. */
void
ps_generate_own_tariffs (PsGenerateMaker *maker)
{
  for (guint i = 0; i < maker->catalogue->products->len; i++)
    {
      const PsGenerateProduct *product = ps_generate_catalogue_product (maker->catalogue, i);
      int pct;

      if (!has_own (maker, product))
        continue;
      pct = ps_random_between (&maker->random, 95, 106);
      memcpy (maker->own_prices[i], product->prices, sizeof product->prices);
      for (guint j = 0; j < product->n_prices; j++)
        maker->own_prices[i][j].tariff_e4 = product->prices[j].tariff_e4 * pct / 10000 * 100;
      write_prices (maker, product, maker->own_prices[i], maker->profile->agb);
    }
}
