/* test-monitor-utilisation.c: declared ÷ assigned, of the region and its parts (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "monitor-builder.h"

/* An hour a day at € 1 is € 366 in 2024 and € 365 in 2023. P2 is a micro provider. */
#define REGION                                                                                                                   \
  "product A 1/G pxq uur\nproduct B 2/H pxq uur\nproduct V 2/H plek plekjaar\ntariff A 1\ntariff B 1\n"                          \
  "assignment M/1 C A 2023-01-01 - volume=1 unit=uur per=dag\nassignment M/2 D B 2024-01-01 - volume=2 unit=uur per=dag by=P2\n" \
  "assignment M/3 E A 2024-01-01\n"                                                                                              \
  "line 1 M/1 A 2024-01-01 2024-01-31 183 1 =\nline 2 M/2 B 2024-02-01 2024-02-29 183 1 = by=P2\n"                               \
  "line 3 M/1 A 2023-05-01 2023-05-31 73 1 =\nline 4 M/3 A 2024-05-01 2024-05-31 1000 1 =\n"

static const PsTopic topic = PS_TOPIC_UTILISATION;

static PsMonitor *
measure (const char *query, TestRegion **given)
{
  PsMonitor *monitor;

  *given = test_region_new (REGION);
  test_monitor_provider (*given, "P1", PS_KIND_REGULAR, TRUE);
  test_monitor_provider (*given, "P2", PS_KIND_MICRO, TRUE);
  monitor = test_monitor (*given, query, topic);
  test_monitor_check (monitor, topic);
  return monitor;
}

static void
test_region (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure ("2024", &given);
  const PsFigureTable *table = ps_monitor_get (monitor, topic)->tables->pdata[0];

  g_assert_cmpint (test_monitor_tile (monitor, topic, "assigned", FALSE), ==, 109800);
  g_assert_cmpint (test_monitor_tile (monitor, topic, "declared", FALSE), ==, 36600);
  g_assert_cmpint (test_monitor_tile (monitor, topic, "utilisation", FALSE), ==, 3333);
  g_assert_cmpint (test_monitor_tile (monitor, topic, "utilisation", TRUE), ==, 2000);
  g_assert_cmpint (test_monitor_tile (monitor, topic, "unknown", FALSE), ==, 1);
  g_assert_nonnull (table->note);
  test_region_free (given);
}

static void
test_parts (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure ("2024", &given);

  g_assert_cmpint (test_monitor_cell (monitor, topic, "utilisation-by-product", "A", "utilisation"), ==, 5000);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "utilisation-by-product", "A", "utilisation-last"), ==, 2000);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "utilisation-by-product", "A", "assignments"), ==, 2);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "utilisation-by-product", "A", "unknown"), ==, 1);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "utilisation-by-product", "B", "utilisation"), ==, 2500);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "utilisation-by-product", "B", "utilisation-last"), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "utilisation-by-product", "Total", "utilisation"), ==, 3333);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "utilisation-by-provider", "P2", "assigned"), ==, 73200);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "utilisation-by-group", "H", "utilisation"), ==, 2500);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "utilisation-by-kind",
                                      ps_words_label (PS_WORDS_PROVIDER_KIND, PS_KIND_MICRO), "utilisation"),
                   ==, 2500);
  g_assert_cmpint (test_monitor_value (monitor, topic, "utilisation-by-product", 0, "A"), ==, 5000);
  g_assert_cmpint (test_monitor_value (monitor, topic, "utilisation-by-product", 1, "A"), ==, 2000);
  g_assert_false (test_monitor_has_row (monitor, topic, "utilisation-by-product", "V"));
  test_region_free (given);
}

static void
test_filter (void)
{
  static const struct
  {
    const char *query;
    gint64 assigned;
    gint64 declared;
  } cases[] = { { "2024 provider=P2", 73200, 18300 },
                { "2024 product=A", 36600, 18300 },
                { "2024 segment=2", 73200, 18300 },
                { "2024 through=2024-01-31", 9300, 18300 },
                { "2024 from=2024-02-01 through=2024-02-29", 8700, 18300 },
                { "2024 through=2023-12-31", PS_NO_NUMBER, PS_NO_NUMBER } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestRegion *given = NULL;
      g_autoptr (PsMonitor) monitor = measure (cases[i].query, &given);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpint (test_monitor_tile (monitor, topic, "assigned", FALSE), ==, cases[i].assigned);
      g_assert_cmpint (test_monitor_tile (monitor, topic, "declared", FALSE), ==, cases[i].declared);
      test_region_free (given);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/monitor-utilisation/region", test_region);
  g_test_add_func ("/core/monitor-utilisation/parts", test_parts);
  g_test_add_func ("/core/monitor-utilisation/filter", test_filter);
  return g_test_run ();
}
