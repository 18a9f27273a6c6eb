/* test-monitor-clients.c: unique clients, inflow, outflow and in care per month (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "monitor-builder.h"

#define PRODUCTS                                                                                                                 \
  "product U 1/G pxq uur\nproduct V 1/H plek plekjaar\nproduct T 2/K traject traject norm=12\n"                                  \
  "assignment M/1 A U 2020-01-01\nassignment M/2 B V 2020-01-01\nassignment N/3 A V 2020-01-01\n"                                \
  "assignment M/4 A U 2020-01-01 by=P2\nassignment M/5 C *G 2020-01-01\nassignment M/6 A T 2020-01-01 2024-06-15\n"

static PsMonitor *
measure (const char *rows, const char *query, TestRegion **given)
{
  g_autofree char *text = g_strconcat (PRODUCTS, rows, NULL);
  PsMonitor *monitor;

  g_test_message ("%s: %s", query, rows);
  *given = test_region_new (text);
  monitor = test_monitor (*given, query, PS_TOPIC_CLIENTS);
  test_monitor_check (monitor, PS_TOPIC_CLIENTS);
  return monitor;
}

static void
assert_cells (const char *rows, const char *query, const char *expected)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure (rows, query, &given);

  test_monitor_cells (monitor, PS_TOPIC_CLIENTS, expected);
  test_region_free (given);
}

#define MONTHS "clients-by-month"
#define IN(month, in_care, inflow, outflow)                                                                                      \
  MONTHS " " month " in-care " in_care "\n" MONTHS " " month " inflow " inflow "\n" MONTHS " " month " outflow " outflow "\n"

static void
test_borders (void)
{
  /* the first and the last day of a month belong to it */
  assert_cells ("care M/1 2024-01-31 2024-03-01\n", "2024",
                IN ("Jan", "1", "1", "0") IN ("Feb", "1", "0", "0") IN ("Mar", "1", "0", "1") IN ("Apr", "0", "0", "0")
                    IN ("Total", "1", "1", "1"));
  assert_cells ("care M/1 2024-02-29 2024-02-29\n", "2024",
                IN ("Jan", "0", "0", "0") IN ("Feb", "1", "1", "1") IN ("Mar", "0", "0", "0"));
  /* in care all year: nobody comes or leaves */
  assert_cells ("care M/1 2023-12-31\n", "2024", IN ("Jan", "1", "0", "0") IN ("Dec", "1", "0", "0") IN ("Total", "1", "0", "0"));
  assert_cells ("care M/1 2024-01-01 2024-12-31\n", "2024", IN ("Jan", "1", "1", "0") IN ("Dec", "1", "0", "1"));
  /* care ends with its assignment */
  assert_cells ("care M/6 2024-06-01\n", "2024", IN ("Jun", "1", "1", "1") IN ("Jul", "0", "0", "0"));
}

static void
test_period (void)
{
  static const char rows[] = "care M/1 2023-02-10 2023-04-20\ncare M/2 2024-02-01 2024-03-31\n";

  assert_cells (rows, "2024 from=2024-02-01 through=2024-02-29",
                IN ("Feb", "1", "1", "0") IN ("Total", "1", "1", "0") MONTHS
                " Feb in-care-last 1\n" MONTHS " Feb inflow-last 1\n" MONTHS " Total outflow-last 0\n");
  assert_cells (rows, "2024 through=2024-03-30", IN ("Mar", "1", "0", "0") MONTHS " Mar outflow-last 0\n");
  assert_cells (rows, "2024 through=2024-04-30",
                IN ("Mar", "1", "0", "1") IN ("Apr", "0", "0", "0") MONTHS " Apr outflow-last 1\n");
}

/* The care of the day after the period is known: nobody leaves on its last day who goes on. */
static void
test_edges (void)
{
  static const char rows[] = "care M/1 2023-06-01 2024-03-31\ncare M/4 2024-04-01\n";

  assert_cells (rows, "2024 through=2024-03-31", IN ("Mar", "1", "0", "0"));
  assert_cells (rows, "2024 from=2024-04-01", IN ("Apr", "1", "0", "0") MONTHS " Total inflow 0\n");
  assert_cells ("care M/1 2022-06-01 2022-12-31\ncare M/4 2023-01-01\n", "2024",
                MONTHS " Total inflow-last 0\n" IN ("Jan", "1", "0", "0"));
}

static void
test_same_client (void)
{
  /* at two providers and in two products: one client, who does not leave when it moves */
  static const char moves[] = "care M/1 2024-01-10 2024-02-10\ncare M/4 2024-02-11 2024-03-10\ncare N/3 2024-03-05 2024-04-10\n";
  /* left and came back: in care once in March, in and out twice */
  static const char returns[] = "care M/1 2024-01-10 2024-03-10\ncare M/1 2024-03-20 2024-05-10\n";
  static const char pause[] = "care M/1 2024-01-10 2024-02-10 20\ncare M/1 2024-04-20 2024-05-10 31\n";

  assert_cells (moves, "2024",
                IN ("Jan", "1", "1", "0") IN ("Feb", "1", "0", "0") IN ("Mar", "1", "0", "0") IN ("Apr", "1", "0", "1")
                    IN ("Total", "1", "1", "1"));
  assert_cells (returns, "2024", IN ("Mar", "1", "1", "1") IN ("Total", "1", "2", "2"));
  assert_cells (pause, "2024", IN ("Feb", "1", "0", "0") IN ("Mar", "1", "0", "0") IN ("Total", "1", "1", "1"));
}

static void
test_filters (void)
{
  static const char rows[] = "care M/1 2024-01-10 2024-02-10\ncare M/4 2024-02-11 2024-03-10\ncare N/3 2024-03-05 2024-04-10\n"
                             "care M/2 2024-02-01\ncare M/5 2024-05-01\n";

  assert_cells (rows, "2024", IN ("Total", "3", "3", "1"));
  assert_cells (rows, "2024 provider=P2", IN ("Feb", "1", "1", "0") IN ("Mar", "1", "0", "1") IN ("Total", "1", "1", "1"));
  assert_cells (rows, "2024 provider=P1", IN ("Feb", "2", "1", "1") IN ("Total", "3", "4", "2"));
  assert_cells (rows, "2024 municipality=N", IN ("Total", "1", "1", "1"));
  assert_cells (rows, "2024 segment=1", IN ("Total", "3", "3", "1"));
  assert_cells (rows, "2024 segment=2", IN ("Total", "0", "0", "0"));
  /* an assignment to the group alone is inside it, and inside none of its products */
  assert_cells (rows, "2024 group=G", IN ("Total", "2", "2", "1"));
  assert_cells (rows, "2024 product=U", IN ("Total", "1", "1", "1"));
}

/* Each client once in every row. */
static void
test_parts (void)
{
  static const char rows[] = "care M/1 2024-01-10 2024-02-10\ncare M/4 2024-06-11 2024-07-10\ncare N/3 2024-03-05 2024-04-10\n"
                             "care M/2 2024-02-01\ncare M/6 2023-05-01 2023-05-01\n";

  assert_cells (
      rows, "2024",
      "clients-by-municipality M clients 2\nclients-by-municipality N clients 1\nclients-by-municipality Total clients 2\n"
      "clients-by-municipality M clients-last 1\nclients-by-segment Segment_1 clients 2\nclients-by-segment Segment_2 clients 0\n"
      "clients-by-segment Segment_2 clients-last 1\nclients-by-group G clients 1\nclients-by-group H clients 2\n"
      "clients-by-group Total clients 2\nclients-by-group Total clients-last 1\n");
}

static void
test_tiles (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor =
      measure ("care M/1 2023-03-31 2024-06-29\ncare M/2 2024-03-01 2024-06-30\n", "2024 through=2024-06-30", &given);

  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CLIENTS, "clients", FALSE), ==, 2);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CLIENTS, "clients", TRUE), ==, 1);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CLIENTS, "in-care", FALSE), ==, 1);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CLIENTS, "in-care", TRUE), ==, 1);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CLIENTS, "inflow", FALSE), ==, 1);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CLIENTS, "outflow", FALSE), ==, 2);
  test_region_free (given);
}

static void
test_chart (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor =
      measure ("care M/1 2023-03-31 2024-02-29\ncare M/2 2024-02-01\n", "2024 through=2024-03-31", &given);

  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_CLIENTS, "clients", 0, "Feb"), ==, 1);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_CLIENTS, "clients", 1, "Feb"), ==, 1);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_CLIENTS, "clients", 2, "Feb"), ==, 2);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_CLIENTS, "clients", 2, "Apr"), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_CLIENTS, "clients-in-care", 1, "Feb"), ==, 0);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_CLIENTS, "clients-in-care", 1, "Mar"), ==, 1);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_CLIENTS, "clients-by-municipality", 0, "M"), ==, 2);
  test_region_free (given);
}

static void
test_nothing (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure ("care M/1 2024-01-01\n", "2024 through=2023-12-31", &given);

  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CLIENTS, "clients", FALSE), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CLIENTS, "clients", TRUE), ==, PS_NO_NUMBER);
  g_assert_true (ps_series_set_is_empty (ps_monitor_get (monitor, PS_TOPIC_CLIENTS)->series->pdata[0]));
  test_region_free (given);
  g_clear_pointer (&monitor, ps_monitor_free);
  /* nothing last year is not known, nothing this year is nothing */
  monitor = measure ("care M/1 2025-01-01\n", "2024", &given);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CLIENTS, "clients", FALSE), ==, 0);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CLIENTS, "clients", TRUE), ==, PS_NO_NUMBER);
  test_region_free (given);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/monitor/clients/borders", test_borders);
  g_test_add_func ("/monitor/clients/period", test_period);
  g_test_add_func ("/monitor/clients/edges", test_edges);
  g_test_add_func ("/monitor/clients/same-client", test_same_client);
  g_test_add_func ("/monitor/clients/filters", test_filters);
  g_test_add_func ("/monitor/clients/parts", test_parts);
  g_test_add_func ("/monitor/clients/tiles", test_tiles);
  g_test_add_func ("/monitor/clients/chart", test_chart);
  g_test_add_func ("/monitor/clients/nothing", test_nothing);
  return g_test_run ();
}
