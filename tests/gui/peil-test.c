/* peil-test.c: sheets of measurements for the tests of their grid
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "peil-test.h"

PsRegion *
peil_test_region (guint n_providers, guint n_products, guint n_municipalities)
{
  PsRegion *region = ps_region_new ();

  for (guint i = 0; i < n_providers; i++)
    {
      PsProvider one = { .id = i + 1,
                         .agb = g_strdup_printf ("4141%04u", i),
                         .name = g_strdup_printf ("Aanbieder %u", i),
                         .ended_on = PS_DATE_OPEN,
                         .merged_into = PS_NONE };

      g_array_append_val (region->providers, one);
    }
  for (guint i = 0; i < n_products; i++)
    {
      PsProduct one = { .id = i + 1001,
                        .code = g_strdup_printf ("45L%02u", i),
                        .name = g_strdup_printf ("Product %u", i),
                        .funding = i % 2 == 0 ? PS_FUNDING_PLEK : PS_FUNDING_PXQ,
                        .ended_on = PS_DATE_OPEN };

      g_array_append_val (region->products, one);
    }
  for (guint i = 0; i < n_municipalities; i++)
    {
      PsMunicipality one = { i + 2001, g_strdup_printf ("%04u", i), g_strdup_printf ("Gemeente %u", i) };

      g_array_append_val (region->municipalities, one);
    }
  return region;
}

PsPeilSheet *
peil_test_sheet (PsRegion *region)
{
  PsPeilSheet *sheet = g_new0 (PsPeilSheet, 1);

  sheet->region = region;
  sheet->peildatum_id = 1;
  sheet->day = ps_date_from_ymd (2024, 7, 19);
  sheet->label = g_strdup ("Derde peiling");
  sheet->data_through = ps_date_from_ymd (2024, 5, 31);
  sheet->last_day = PS_DATE_OPEN;
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (PsPeilRow));
  return sheet;
}

PsPeilRow *
peil_test_add (PsPeilSheet *sheet, guint provider, guint product, guint municipality)
{
  PsPeilRow row = { .provider = provider, .product = product, .municipality = municipality };

  for (guint i = 0; i < PS_N_MEASURES; i++)
    row.entered[i] = row.computed[i] = row.last[i] = PS_NO_NUMBER;
  g_array_append_val (sheet->rows, row);
  return &g_array_index (sheet->rows, PsPeilRow, sheet->rows->len - 1);
}

PsPeilSheet *
peil_test_full (guint n_providers, guint n_products, guint n_municipalities)
{
  PsPeilSheet *sheet = peil_test_sheet (peil_test_region (n_providers, n_products, n_municipalities));

  for (guint i = 0; i < n_providers * n_products * n_municipalities; i++)
    {
      guint product = i / n_municipalities % n_products;
      PsPeilRow *row = peil_test_add (sheet, i / n_municipalities / n_products, product, i % n_municipalities);

      row->computed[PS_MEASURE_CLIENTS] = 10 + i % 7;
      row->computed[PS_MEASURE_PLACES] = product % 2 == 0 ? 6800 + i % 7 * 10 : PS_NO_NUMBER;
      row->computed[PS_MEASURE_REALISED] = 2684150 + (gint64) i * 100;
      row->computed[PS_MEASURE_WAITING] = i % 3;
      row->computed[PS_MEASURE_WAITING_DAYS] = i % 3 > 0 ? 21 : PS_NO_NUMBER;
    }
  return sheet;
}
