/* test-monitor-referrers.c: unique clients in care per referrer (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "monitor-builder.h"

#define PRODUCTS                                                                                                                 \
  "product U 1/G pxq uur\nproduct V 1/H plek plekjaar\n"                                                                         \
  "assignment M/1 A U 2020-01-01 referrer=gemeente\nassignment M/2 B V 2020-01-01 referrer=huisarts\n"                           \
  "assignment N/3 A V 2020-01-01 referrer=huisarts\nassignment M/4 A U 2020-01-01 referrer=gemeente by=P2\n"                     \
  "assignment M/5 C U 2020-01-01\nassignment M/6 D U 2020-01-01 referrer=onbekend\nassignment M/7 E U 2020-01-01 referrer=GI\n"

static void
assert_cells (const char *rows, const char *query, const char *expected)
{
  g_autofree char *text = g_strconcat (PRODUCTS, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsMonitor) monitor = test_monitor (given, query, PS_TOPIC_REFERRERS);

  g_test_message ("%s: %s", query, rows);
  test_monitor_check (monitor, PS_TOPIC_REFERRERS);
  test_monitor_cells (monitor, PS_TOPIC_REFERRERS, expected);
}

/* A at two providers by the municipality and at one by the GP: in both, and once in the total. */
static void
test_referrers (void)
{
  static const char rows[] = "care M/1 2024-01-31 2024-02-01\ncare M/4 2024-02-01 2024-02-29\ncare N/3 2024-02-29 2024-03-31\n"
                             "care M/2 2024-03-01\ncare M/2 2023-03-01 2023-03-31\n";

  assert_cells (
      rows, "2024",
      "referrers Municipality clients 1\nreferrers GP clients 2\nreferrers Total clients 2\n"
      "referrers Municipality share 5000\nreferrers GP share 10000\nreferrers Total share 10000\n"
      "referrers GP clients-last 1\nreferrers Municipality clients-last 0\nreferrers Municipality share-last 0\n"
      "referrers-by-month Municipality m1 1\nreferrers-by-month Municipality m2 1\nreferrers-by-month Municipality m3 0\n"
      "referrers-by-month GP m1 0\nreferrers-by-month GP m2 1\nreferrers-by-month GP m3 2\nreferrers-by-month GP m12 1\n"
      "referrers-by-month Total m2 1\nreferrers-by-month Total m3 2\n");
  assert_cells (rows, "2024 from=2024-01-01 through=2024-01-31",
                "referrers Total clients 1\nreferrers Municipality share 10000\n");
  assert_cells (rows, "2024 provider=P2", "referrers Municipality clients 1\nreferrers Total clients 1\n");
  assert_cells (rows, "2024 municipality=N", "referrers GP clients 1\nreferrers Total clients 1\n");
  assert_cells (rows, "2024 group=H", "referrers GP clients 2\nreferrers Total clients 2\n");
  assert_cells (rows, "2024 product=U", "referrers Municipality clients 1\nreferrers Total clients 1\n");
}

/* Not given and said to be unknown are one row. */
static void
test_unknown (void)
{
  g_autoptr (TestRegion) given = test_region_new (PRODUCTS "care M/5 2024-01-01\ncare M/6 2024-01-01\ncare M/7 2024-01-01\n");
  g_autoptr (PsMonitor) monitor = test_monitor (given, "2024", PS_TOPIC_REFERRERS);

  test_monitor_cells (monitor, PS_TOPIC_REFERRERS,
                      "referrers Unknown clients 2\nreferrers Unknown share 6667\nreferrers Certified_institution clients 1\n");
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_REFERRERS, "unknown", FALSE), ==, 6667);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_REFERRERS, "clients", FALSE), ==, 3);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_REFERRERS, "referrers", 0, "Unknown"), ==, 6667);
  g_assert_false (test_monitor_has_row (monitor, PS_TOPIC_REFERRERS, "referrers", "GP"));
}

/* Who refers most comes first. */
static void
test_order (void)
{
  g_autoptr (TestRegion) given = test_region_new (PRODUCTS "care M/1 2024-01-01\ncare M/2 2024-01-01\ncare N/3 2024-01-01\n");
  g_autoptr (PsMonitor) monitor = test_monitor (given, "2024", PS_TOPIC_REFERRERS);
  const PsSeriesSet *set = ps_monitor_get (monitor, PS_TOPIC_REFERRERS)->series->pdata[0];

  g_assert_cmpint (set->shape, ==, PS_SHAPE_ROWS);
  g_assert_cmpstr (set->categories->pdata[0], ==, "GP");
  g_assert_cmpstr (set->categories->pdata[1], ==, "Municipality");
}

static void
test_nothing (void)
{
  g_autoptr (TestRegion) given = test_region_new (PRODUCTS "care M/1 2024-01-01\n");
  g_autoptr (PsMonitor) monitor = test_monitor (given, "2024 through=2023-12-31", PS_TOPIC_REFERRERS);

  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_REFERRERS, "clients", FALSE), ==, PS_NO_NUMBER);
  g_assert_cmpuint (((const PsFigureTable *) ps_monitor_get (monitor, PS_TOPIC_REFERRERS)->tables->pdata[0])->rows->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/monitor/referrers/referrers", test_referrers);
  g_test_add_func ("/monitor/referrers/unknown", test_unknown);
  g_test_add_func ("/monitor/referrers/order", test_order);
  g_test_add_func ("/monitor/referrers/nothing", test_nothing);
  return g_test_run ();
}
