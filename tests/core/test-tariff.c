/* test-tariff.c: the tariff of a day: the provider's own, else the region's (domain.md §4)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-tariff.h"
#include "region-builder.h"

#define REGION                                                                                                                   \
  "product A 1/G pxq uur\n"                                                                                                      \
  "product B 1/G pxq uur\n"                                                                                                      \
  "tariff A 90 2023-01-01 2024-06-30\n"                                                                                          \
  "tariff A 93,42 2024-07-01\n"                                                                                                  \
  "tariff A 81 2024-01-01 2024-03-31 by=P1\n"                                                                                    \
  "tariff A 82,5 2025-01-01 - by=P1\n"                                                                                           \
  "tariff A 70 2020-01-01 - by=P2\n"                                                                                             \
  "tariff B 50 2024-02-01 2024-02-10\n"                                                                                          \
  "tariff B 51 2024-02-12 2024-02-12\n"

typedef struct
{
  const char *agb, *product, *day, *tariff, *until;
} Case;

static const Case cases[] = {
  { "P1", "A", "2022-12-31", NULL, "2022-12-31" },
  { "P1", "A", "2023-01-01", "90", "2023-12-31" },
  { "P1", "A", "2024-01-01", "81", "2024-03-31" },
  { "P1", "A", "2024-03-31", "81", "2024-03-31" },
  { "P1", "A", "2024-04-01", "90", "2024-06-30" },
  { "P1", "A", "2024-06-30", "90", "2024-06-30" },
  { "P1", "A", "2024-07-01", "93,42", "2024-12-31" },
  { "P1", "A", "2025-01-01", "82,5", NULL },
  { "P1", "A", "2199-12-31", "82,5", NULL },
  { "P2", "A", "2019-12-31", NULL, "2019-12-31" },
  { "P2", "A", "2024-05-05", "70", NULL },
  { "P3", "A", "2024-02-01", "90", "2024-06-30" },
  { "P3", "A", "2024-08-01", "93,42", NULL },
  { "P1", "B", "2024-01-31", NULL, "2024-01-31" },
  { "P1", "B", "2024-02-10", "50", "2024-02-10" },
  { "P1", "B", "2024-02-11", NULL, "2024-02-11" },
  { "P1", "B", "2024-02-12", "51", "2024-02-12" },
  { "P1", "B", "2024-02-13", NULL, NULL },
};

static void
assert_tariff (TestRegion *given, const Case *expected)
{
  PsPriceList list;
  PsDate until = 0;
  gint64 tariff = expected->tariff == NULL ? PS_NO_NUMBER : test_number (expected->tariff, 4);

  g_test_message ("%s %s %s", expected->agb, expected->product, expected->day);
  ps_price_list_init (&list, given->region, ps_region_find_product (given->region, expected->product),
                      ps_region_find_provider (given->region, expected->agb));
  g_assert_cmpint (ps_price_list_on (&list, test_date (expected->day), &until), ==, tariff);
  g_assert_cmpint (ps_price_list_on (&list, test_date (expected->day), NULL), ==, tariff);
  g_assert_cmpint (until, ==, expected->until == NULL ? PS_DATE_OPEN : test_date (expected->until));
}

static void
test_table (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "agreement 2024 regel by=P3");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_tariff (given, &cases[i]);
}

static void
test_product_without_tariffs (void)
{
  g_autoptr (TestRegion) given = test_region_new ("product A 1/G pxq uur\nproduct B 1/G pxq uur\ntariff A 1");
  static const Case none = { "P1", "B", "2024-01-01", NULL, NULL };

  assert_tariff (given, &none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tariff/table", test_table);
  g_test_add_func ("/tariff/product-without-tariffs", test_product_without_tariffs);
  return g_test_run ();
}
