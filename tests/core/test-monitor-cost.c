/* test-monitor-cost.c: shares in cost, and cost per municipality and product group (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-cost.h"
#include "monitor-builder.h"

#include <string.h>

/* P1 is a regular provider under contract, P2 a micro one without. € 1 an hour, so that amounts are hours. */
#define PRODUCTS                                                                                                                 \
  "product A 1/G pxq uur\nproduct X 1/G pxq uur\nproduct B 2/H pxq uur\nproduct T 2/H traject traject norm=12\n"                 \
  "tariff A 1\ntariff X 1\ntariff B 1\ntariff T 366 2024-01-01\n"                                                                \
  "assignment M/1 C *G 2020-01-01\nassignment N/2 C *H 2020-01-01\nassignment M/3 D *H 2020-01-01 by=P2\n"
#define LINES                                                                                                                    \
  "line 1 M/1 A 2024-01-31 2024-01-31 100 1 =\nline 2 M/1 X 2024-02-01 2024-02-29 50 1 =\n"                                      \
  "line 3 N/2 B 2024-02-10 2024-02-10 30 1 =\nline 4 M/3 B 2024-01-05 2024-01-05 20 1 = by=P2\n"                                 \
  "line 5 M/1 A 2023-02-01 2023-02-01 40 1 =\nline 6 M/3 B 2023-03-01 2023-03-01 10 1 = by=P2\n"

static void
name_product (TestRegion *given, const char *code, const char *name)
{
  PsProduct *product = &g_array_index (given->region->products, PsProduct, ps_region_find_product (given->region, code));

  g_free (product->name);
  product->name = g_strdup (name);
}

static TestRegion *
make_region (const char *rows)
{
  g_autofree char *text = g_strconcat (PRODUCTS, rows, NULL);
  TestRegion *given = test_region_new (text);

  test_monitor_provider (given, "P1", PS_KIND_REGULAR, TRUE);
  test_monitor_provider (given, "P2", PS_KIND_MICRO, FALSE);
  name_product (given, "X", "Ambulant Maatwerk");
  return given;
}

static PsMonitor *
measure (TestRegion *given, const char *query, PsTopic topic)
{
  PsMonitor *monitor = test_monitor (given, query, topic);

  test_monitor_check (monitor, topic);
  return monitor;
}

static void
assert_cents (const PsMonitor *monitor, PsTopic topic, const char *table, const char *row, const char *column,
              const char *expected)
{
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, row, column), ==,
                   g_str_equal (expected, "-") ? PS_NO_NUMBER : test_cents (expected));
}

/* ---- shares */

static void
test_parts (void)
{
  static const PsTopic topic = PS_TOPIC_SHARES;
  g_autoptr (TestRegion) given = make_region (LINES);
  g_autoptr (PsMonitor) monitor = measure (given, "2024", topic);

  g_assert_cmpint (test_monitor_tile (monitor, topic, "cost", FALSE), ==, 20000);
  g_assert_cmpint (test_monitor_tile (monitor, topic, "cost", TRUE), ==, 5000);
  g_assert_cmpint (test_monitor_tile (monitor, topic, "nga", FALSE), ==, 1000);
  g_assert_cmpint (test_monitor_tile (monitor, topic, "nga", TRUE), ==, 2000);
  g_assert_cmpint (test_monitor_tile (monitor, topic, "micro", FALSE), ==, 1000);
  g_assert_cmpint (test_monitor_tile (monitor, topic, "extra", FALSE), ==, 2500);
  assert_cents (monitor, topic, "shares-by-contract", "Contracted", "cost", "180");
  assert_cents (monitor, topic, "shares-by-contract", "Without a contract (NGA)", "cost", "20");
  assert_cents (monitor, topic, "shares-by-contract", "Total", "cost", "200");
  assert_cents (monitor, topic, "shares-by-kind", ps_words_label (PS_WORDS_PROVIDER_KIND, PS_KIND_MICRO), "cost", "20");
  assert_cents (monitor, topic, "shares-by-kind", "Total", "cost-last", "50");
  assert_cents (monitor, topic, "shares-by-work", ps_work_label (PS_WORK_CUSTOM), "cost", "50");
  assert_cents (monitor, topic, "shares-by-work", ps_work_label (PS_WORK_EXTRA), "cost", "0");
  assert_cents (monitor, topic, "shares-by-work", ps_work_label (PS_WORK_USUAL), "cost", "150");
}

static void
test_shares_of_rows (void)
{
  static const PsTopic topic = PS_TOPIC_SHARES;
  g_autoptr (TestRegion) given = make_region (LINES);
  g_autoptr (PsMonitor) monitor = measure (given, "2024", topic);

  g_assert_cmpint (test_monitor_cell (monitor, topic, "shares-by-segment", "Segment 1", "nga-share"), ==, 0);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "shares-by-segment", "Segment 2", "nga-share"), ==, 4000);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "shares-by-segment", "Segment 2", "nga-share-last"), ==, 10000);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "shares-by-product", "B", "nga-share"), ==, 4000);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "shares-by-product", "X Ambulant Maatwerk", "extra-share"), ==, 10000);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "shares-by-product", "Total", "extra-share"), ==, 2500);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "shares-by-product", "A", "nga-share"), ==, 0);
  g_assert_cmpint (test_monitor_value (monitor, topic, "nga-by-product", 0, "B"), ==, 4000);
  assert_cents (monitor, topic, "shares-by-month", "Jan", "nga", "20");
  assert_cents (monitor, topic, "shares-by-month", "Jan", "contracted", "100");
  assert_cents (monitor, topic, "shares-by-month", "Feb", "cost", "80");
  assert_cents (monitor, topic, "shares-by-month", "Feb", "cost-last", "40");
  assert_cents (monitor, topic, "shares-by-month", "Mar", "cost", "0");
}

/* A trajectory costs as it runs: 366 days of € 1. */
static void
test_trajectory (void)
{
  static const PsTopic topic = PS_TOPIC_SHARES;
  g_autoptr (TestRegion) given = make_region ("assignment M/9 E T 2024-01-01\ncare M/9 2024-01-11\n");
  g_autoptr (PsMonitor) monitor = measure (given, "2024 through=2024-03-31", topic);

  assert_cents (monitor, topic, "shares-by-month", "Jan", "cost", "21");
  assert_cents (monitor, topic, "shares-by-month", "Feb", "cost", "29");
  assert_cents (monitor, topic, "shares-by-month", "Total", "cost", "81");
  assert_cents (monitor, topic, "shares-by-month", "Total", "cost-last", "-");
}

static void
test_shares_filter (void)
{
  static const PsTopic topic = PS_TOPIC_SHARES;
  static const struct
  {
    const char *query;
    const char *cost;
  } cases[] = { { "2024 provider=P2", "20" },
                { "2024 municipality=N", "30" },
                { "2024 product=A", "100" },
                { "2024 segment=2", "50" },
                { "2024 group=G", "150" },
                { "2024 from=2024-02-01", "80" },
                { "2024 through=2024-01-30", "20" },
                { "2024 through=2024-01-31", "120" },
                { "2024 through=2023-12-31", "-" },
                { "2024 from=2024-01-31 through=2024-02-09", "150" },
                { "2024 municipality=N provider=P2", "0" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestRegion) given = make_region (LINES);
      g_autoptr (PsMonitor) monitor = measure (given, cases[i].query, topic);

      g_test_message ("%s", cases[i].query);
      assert_cents (monitor, topic, "shares-by-contract", "Total", "cost", cases[i].cost);
    }
}

/* ---- production */

static void
test_matrix (void)
{
  static const PsTopic topic = PS_TOPIC_PRODUCTION;
  g_autoptr (TestRegion) given = make_region (LINES);
  g_autoptr (PsMonitor) monitor = measure (given, "2024", topic);

  assert_cents (monitor, topic, "production", "M", "group-G", "150");
  assert_cents (monitor, topic, "production", "M", "group-H", "20");
  assert_cents (monitor, topic, "production", "N", "group-G", "0");
  assert_cents (monitor, topic, "production", "N", "group-H", "30");
  assert_cents (monitor, topic, "production", "M", "total", "170");
  assert_cents (monitor, topic, "production", "M", "total-last", "50");
  assert_cents (monitor, topic, "production", "Total", "group-G", "150");
  assert_cents (monitor, topic, "production", "Total", "group-H", "50");
  assert_cents (monitor, topic, "production", "Total", "total", "200");
  assert_cents (monitor, topic, "production", "Total", "total-last", "50");
  g_assert_cmpint (test_monitor_value (monitor, topic, "production", 0, "M"), ==, 15000);
  g_assert_cmpint (test_monitor_value (monitor, topic, "production", 1, "N"), ==, 3000);
}

static void
test_against_last_year (void)
{
  static const PsTopic topic = PS_TOPIC_PRODUCTION;
  g_autoptr (TestRegion) given = make_region (LINES);
  g_autoptr (PsMonitor) monitor = measure (given, "2024", topic);

  assert_cents (monitor, topic, "production-by-segment", "Segment 1", "cost", "150");
  assert_cents (monitor, topic, "production-by-segment", "Segment 1", "cost-last", "40");
  assert_cents (monitor, topic, "production-by-segment", "Segment 1", "difference", "110");
  assert_cents (monitor, topic, "production-by-municipality", "N", "difference", "30");
  g_assert_cmpint (test_monitor_cell (monitor, topic, "production-by-group", "G", "share"), ==, 7500);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "production-by-group", "G", "share-last"), ==, 8000);
  assert_cents (monitor, topic, "production-by-month", "Jan", "cost", "120");
  g_assert_cmpint (test_monitor_tile (monitor, topic, "growth", FALSE), ==, 30000);
}

/* A lump sum comes by the day, instead of what was produced on its line. */
static void
test_lump_sum (void)
{
  static const PsTopic topic = PS_TOPIC_PRODUCTION;
  g_autoptr (TestRegion) given = make_region (LINES "agreement 2024 regel\nagreed 2024 H N 366 lump=ja\n");
  g_autoptr (PsMonitor) monitor = measure (given, "2024 through=2024-01-31", topic);

  assert_cents (monitor, topic, "production", "N", "group-H", "31");
  assert_cents (monitor, topic, "production", "M", "total", "120");
}

/* More groups than have room: the smaller ones are one part, so that a row is still all of its municipality. */
static void
test_many_groups (void)
{
  static const PsTopic topic = PS_TOPIC_PRODUCTION;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (TestRegion) given = NULL;
  g_autoptr (PsMonitor) monitor = NULL;
  const PsSeriesSet *set;
  gint64 sum = 0;

  for (int i = 1; i <= 12; i++)
    g_string_append_printf (rows,
                            "product Q%d 3/Q%d pxq uur\ntariff Q%d 1\nassignment M/1%d C Q%d 2020-01-01\n"
                            "line %d M/1%d Q%d 2024-01-01 2024-01-01 %d 1 =\n",
                            i, i, i, i, i, 100 + i, i, i, i);
  given = make_region (rows->str);
  monitor = test_monitor (given, "2024", topic);
  set = ps_monitor_get (monitor, topic)->series->pdata[0];
  g_assert_cmpuint (set->series->len, ==, 8);
  for (guint i = 0; i < set->series->len; i++)
    sum += ((const PsSeries *) set->series->pdata[i])->values[0];
  g_assert_cmpint (sum, ==, 7800);
  g_assert_cmpint (test_monitor_value (monitor, topic, "production", 7, "M"), ==, 1500); /* 1 + 2 + 3 + 4 + 5 */
}

static void
test_nothing (void)
{
  g_autoptr (TestRegion) given = make_region ("");
  g_autoptr (PsMonitor) monitor = measure (given, "2024", PS_TOPIC_PRODUCTION);

  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_PRODUCTION, "cost", FALSE), ==, 0);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_PRODUCTION, "cost", TRUE), ==, PS_NO_NUMBER);
}

/* Both topics at once are settled once, and say the same. */
static void
test_together (void)
{
  g_autoptr (TestRegion) given = make_region (LINES);
  PsMonitorQuery query = { 2024,
                           test_date ("2024-01-01"),
                           test_date ("2024-12-31"),
                           test_date ("2024-12-31"),
                           PS_NONE,
                           PS_NONE,
                           PS_NONE,
                           PS_NONE,
                           PS_NONE,
                           NULL };
  g_autoptr (PsMonitor) monitor = ps_monitor_new (given->region, &query, 1u << PS_TOPIC_SHARES | 1u << PS_TOPIC_PRODUCTION);

  for (guint i = 0; i < given->region->providers->len; i++)
    {
      g_autoptr (PsProduction) production = test_region_production (given, ps_region_provider (given->region, i)->agb);

      g_assert_true (ps_monitor_add (monitor, production, production, NULL));
    }
  g_assert_true (ps_monitor_finish (monitor, NULL));
  assert_cents (monitor, PS_TOPIC_SHARES, "shares-by-contract", "Total", "cost", "200");
  assert_cents (monitor, PS_TOPIC_PRODUCTION, "production", "Total", "total", "200");
  assert_cents (monitor, PS_TOPIC_PRODUCTION, "production", "Total", "total-last", "50");
}

/* Each fits, both together do not: an error, and nothing wraps. */
static void
test_too_large (void)
{
  g_autoptr (TestRegion) given = make_region ("tariff A 10.000.000 by=P1\ntariff B 10.000.000 by=P2\n"
                                              "line 1 M/1 A 2024-01-31 2024-01-31 5.000.000.000 10.000.000 =\n"
                                              "line 2 M/3 B 2024-01-31 2024-01-31 5.000.000.000 10.000.000 = by=P2\n");
  PsMonitorQuery query = { 2024,
                           test_date ("2024-01-01"),
                           test_date ("2024-12-31"),
                           test_date ("2024-12-31"),
                           PS_NONE,
                           PS_NONE,
                           PS_NONE,
                           PS_NONE,
                           PS_NONE,
                           NULL };
  static const PsTopic topics[] = { PS_TOPIC_SHARES, PS_TOPIC_PRODUCTION };

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autoptr (PsMonitor) monitor = ps_monitor_new (given->region, &query, 1u << topics[i]);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < given->region->providers->len; j++)
        {
          g_autoptr (PsProduction) production = test_region_production (given, ps_region_provider (given->region, j)->agb);

          g_assert_true (ps_monitor_add (monitor, production, production, &error));
          g_assert_no_error (error);
        }
      g_assert_false (ps_monitor_finish (monitor, &error));
      g_assert_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/monitor-cost/parts", test_parts);
  g_test_add_func ("/core/monitor-cost/shares-of-rows", test_shares_of_rows);
  g_test_add_func ("/core/monitor-cost/trajectory", test_trajectory);
  g_test_add_func ("/core/monitor-cost/shares-filter", test_shares_filter);
  g_test_add_func ("/core/monitor-cost/matrix", test_matrix);
  g_test_add_func ("/core/monitor-cost/against-last-year", test_against_last_year);
  g_test_add_func ("/core/monitor-cost/lump-sum", test_lump_sum);
  g_test_add_func ("/core/monitor-cost/many-groups", test_many_groups);
  g_test_add_func ("/core/monitor-cost/nothing", test_nothing);
  g_test_add_func ("/core/monitor-cost/together", test_together);
  g_test_add_func ("/core/monitor-cost/too-large", test_too_large);
  return g_test_run ();
}
