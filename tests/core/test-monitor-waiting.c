/* test-monitor-waiting.c: who waits for care and how long, against the Treeknorm (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "monitor-builder.h"

#define PRODUCTS "product U 1/G pxq uur\nproduct V 2/H plek plekjaar\n"

static PsMonitor *
measure (const char *rows, const char *query, TestRegion **given)
{
  g_autofree char *text = g_strconcat (PRODUCTS, rows, NULL);
  PsMonitor *monitor;

  g_test_message ("%s: %s", query, rows);
  *given = test_region_new (text);
  monitor = test_monitor (*given, query, PS_TOPIC_WAITING);
  test_monitor_check (monitor, PS_TOPIC_WAITING);
  return monitor;
}

static void
assert_cells (const char *rows, const char *query, const char *expected)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure (rows, query, &given);

  test_monitor_cells (monitor, PS_TOPIC_WAITING, expected);
  test_region_free (given);
}

#define MONTHS "waiting-by-month"
#define AT(month, waiting, over) MONTHS " " month " waiting " waiting "\n" MONTHS " " month " over " over "\n"
#define BEGAN(month, begun, mean) MONTHS " " month " begun " begun "\n" MONTHS " " month " mean " mean "\n"

/* From 31 January: at the end of March it waits 60 days, of April 90; its care begins on 30 April. */
static void
test_months (void)
{
  static const char rows[] = "assignment M/1 A U 2024-01-31\ncare M/1 2024-04-30\n";

  assert_cells (rows, "2024",
                AT ("Jan", "1", "0") AT ("Feb", "1", "0") AT ("Mar", "1", "0") AT ("Apr", "0", "0") AT ("Total", "0", "0")
                    BEGAN ("Mar", "0", "-") BEGAN ("Apr", "1", "90") BEGAN ("Total", "1", "90"));
  assert_cells (rows, "2024 through=2024-04-29", AT ("Apr", "1", "1") AT ("Total", "1", "1") BEGAN ("Apr", "0", "-"));
  assert_cells (rows, "2024 from=2024-04-01 through=2024-04-30", AT ("Apr", "0", "0") BEGAN ("Total", "1", "90"));
  assert_cells (rows, "2025", MONTHS " Jan waiting-last 1\n" MONTHS " Apr mean-last 90\n" AT ("Jan", "0", "0"));
}

/* 70 days is the norm; the 71st is over it. */
static void
test_norm (void)
{
  assert_cells ("assignment M/1 A U 2024-01-21\n", "2024 through=2024-03-31", AT ("Mar", "1", "0"));
  assert_cells ("assignment M/1 A U 2024-01-20\n", "2024 through=2024-03-31", AT ("Mar", "1", "1") MONTHS " Mar within 0\n");
}

static void
test_ends (void)
{
  /* over, or begun before it: it does not wait */
  assert_cells ("assignment M/1 A U 2024-01-10 2024-02-28\n", "2024", AT ("Jan", "1", "0") AT ("Feb", "0", "0"));
  assert_cells ("assignment M/1 A U 2024-01-10 2024-02-29\n", "2024", AT ("Feb", "1", "0") AT ("Mar", "0", "0"));
  assert_cells ("assignment M/1 A U 2024-01-10\ncare M/1 2023-12-01\n", "2024", AT ("Jan", "0", "0") BEGAN ("Jan", "1", "0"));
  /* began and stopped: it does not wait again */
  assert_cells ("assignment M/1 A U 2024-01-10\ncare M/1 2024-01-12 2024-01-20\n", "2024",
                AT ("Jan", "0", "0") BEGAN ("Jan", "1", "2"));
}

#define SOME                                                                                                                     \
  "assignment M/1 A U 2024-01-01\nassignment N/2 A V 2024-01-01 by=P2\nassignment M/3 B *G 2024-01-01\nassignment M/4 C U "      \
  "2024-01-10\ncare M/1 2024-01-08\ncare N/2 2024-01-30\ncare M/4 2024-01-12\n"

static void
test_rows (void)
{
  assert_cells (
      SOME, "2024 through=2024-06-30",
      "waiting-by-product U begun 2\nwaiting-by-product U mean 5\nwaiting-by-product V mean 29\nwaiting-by-product G waiting 1\n"
      "waiting-by-product G over 1\nwaiting-by-product G mean -\nwaiting-by-product Total begun 3\n"
      "waiting-by-product Total mean 13\nwaiting-by-provider P1 waiting 1\nwaiting-by-provider P1 mean 5\n"
      "waiting-by-provider P2 waiting 0\nwaiting-by-provider Total waiting 1\n");
}

static void
test_filters (void)
{
  static const struct
  {
    const char *filter;
    int waiting, begun;
  } cases[] = {
    { "2024", 1, 3 },           { "2024 provider=P1", 1, 2 }, { "2024 provider=P2", 0, 1 }, { "2024 municipality=M", 1, 2 },
    { "2024 segment=2", 0, 1 }, { "2024 group=G", 1, 2 },     { "2024 product=U", 0, 2 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestRegion *given = NULL;
      g_autoptr (PsMonitor) monitor = measure (SOME, cases[i].filter, &given);

      g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_WAITING, MONTHS, "Total", "waiting"), ==, cases[i].waiting);
      g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_WAITING, MONTHS, "Total", "begun"), ==, cases[i].begun);
      test_region_free (given);
    }
}

/* A client once for a product in a municipality, as peildata count: C has two assignments and D is in care by another one; E waits for two
 * products. In the rows of the products, too, and over the norm since the first of its assignments. */
static void
test_once (void)
{
  static const char rows[] = "assignment M/1 C U 2024-01-01\nassignment M/2 C U 2024-03-01\nassignment M/3 D U "
                             "2024-03-01\nassignment M/4 D U 2023-01-01\n"
                             "care M/4 2023-02-01 2024-03-30\nassignment M/5 E U 2024-03-01\nassignment M/6 E V 2024-03-02\n";

  assert_cells (rows, "2024 through=2024-04-30",
                AT ("Mar", "4", "1") AT ("Feb", "1", "0") AT (
                    "Total", "4",
                    "1") "waiting-by-product U waiting 3\nwaiting-by-product V waiting 1\nwaiting-by-provider P1 waiting 4\n");
  assert_cells (rows, "2024 through=2024-03-30", AT ("Mar", "3", "1"));
}

/* The borders of the classes: 7 and 8, 28 and 29, 70 and 71, 182 and 183 days. */
static void
test_spread (void)
{
  static const int days[] = { 0, 7, 8, 28, 29, 70, 71, 182, 183 };
  static const gint64 expected[] = { 2, 2, 2, 2, 1 };
  g_autoptr (GString) rows = g_string_new (NULL);
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = NULL;
  const PsSeriesSet *set;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *begun = ps_date_to_iso (test_date ("2024-01-01") + days[i]);

      g_string_append_printf (rows, "assignment M/%u C%u U 2024-01-01\ncare M/%u %s\n", i, i, i, begun);
    }
  monitor = measure (rows->str, "2024", &given);
  set = ps_monitor_get (monitor, PS_TOPIC_WAITING)->series->pdata[2];
  g_assert_cmpint (set->shape, ==, PS_SHAPE_SPREAD);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (ps_series_set_find (set, PS_ROLE_VALUE)->values[i], ==, expected[i]);
  /* 578 days by nine */
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_WAITING, "mean", FALSE), ==, 64);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_WAITING, "begun-over", FALSE), ==, 3333);
  test_region_free (given);
}

static void
test_chart (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor =
      measure ("assignment M/1 A U 2023-03-01\nassignment M/2 B U 2024-02-01\n", "2024 through=2024-02-29", &given);

  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_WAITING, "waiting", 0, "Feb"), ==, 1);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_WAITING, "waiting", 1, "Feb"), ==, 1);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_WAITING, "waiting", 0, "Mar"), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_WAITING, "days-waited", 2, "Dec"), ==, 70);
  test_region_free (given);
}

static void
test_nothing (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure (SOME, "2024 through=2023-12-31", &given);

  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_WAITING, "waiting", FALSE), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_WAITING, "mean", TRUE), ==, PS_NO_NUMBER);
  test_region_free (given);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/monitor/waiting/months", test_months);
  g_test_add_func ("/monitor/waiting/norm", test_norm);
  g_test_add_func ("/monitor/waiting/ends", test_ends);
  g_test_add_func ("/monitor/waiting/rows", test_rows);
  g_test_add_func ("/monitor/waiting/filters", test_filters);
  g_test_add_func ("/monitor/waiting/once", test_once);
  g_test_add_func ("/monitor/waiting/spread", test_spread);
  g_test_add_func ("/monitor/waiting/chart", test_chart);
  g_test_add_func ("/monitor/waiting/nothing", test_nothing);
  return g_test_run ();
}
