/* test-monitor-messages.c: whether starts and stops are reported in time, and care begins in time (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "monitor-builder.h"

#define PRODUCTS "product U 1/G pxq uur\nproduct V 2/H plek plekjaar\n"
#define ASSIGNED "assignment M/1 A U 2024-05-01\nassignment M/2 B V 2024-05-01\nassignment N/3 C U 2024-05-01 by=P2\n"

static PsMonitor *
measure_with (const char *rows, const char *query, const GArray *holidays)
{
  g_autofree char *text = g_strconcat (PRODUCTS, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  PsMonitorQuery asked = { .year = 2024,
                           .provider = PS_NONE,
                           .municipality = PS_NONE,
                           .segment = PS_NONE,
                           .group = PS_NONE,
                           .product = PS_NONE,
                           .holidays = holidays };
  PsMonitor *monitor;

  asked.from = ps_date_year_start (2024);
  asked.through = asked.known_through = test_date (query);
  monitor = ps_monitor_new (given->region, &asked, 1u << PS_TOPIC_MESSAGES);
  g_assert_true (ps_monitor_add (monitor, production, production, NULL));
  g_assert_true (ps_monitor_finish (monitor, NULL));
  return monitor;
}

static void
assert_cells (const char *rows, const char *query, const char *expected)
{
  g_autofree char *text = g_strconcat (PRODUCTS, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsMonitor) monitor = test_monitor (given, query, PS_TOPIC_MESSAGES);

  g_test_message ("%s: %s", query, rows);
  test_monitor_check (monitor, PS_TOPIC_MESSAGES);
  test_monitor_cells (monitor, PS_TOPIC_MESSAGES, expected);
}

#define NORM_305 "Start_messages_(305)_within_5_working_days"
#define NORM_307 "Stop_messages_(307)_within_5_working_days"
#define NORM_PLAN "Care_begun_within_10_working_days"
#define NORM_WEEK "Care_begun_within_7_days"

/* A start on Friday 31 May 2024: five working days later is Friday 7 June. */
static void
test_working_days (void)
{
  assert_cells (ASSIGNED "care M/1 2024-05-31 305=2024-06-07\n", "2024",
                "messages " NORM_305 " number 1\nmessages " NORM_305 " in-time 1\nmessages " NORM_305 " share 10000\n"
                "messages-305 May number 1\nmessages-305 May late 0\nmessages-305 Jun number 0\nmessages-305 Jun share -\n");
  assert_cells (ASSIGNED "care M/1 2024-05-31 305=2024-06-08\n", "2024",
                "messages " NORM_305 " late 1\nmessages " NORM_305 " share 0\nmessages-305 May late 1\n");
  /* on a Saturday: the next Friday; before it began, or on the day itself */
  assert_cells (ASSIGNED "care M/1 2024-06-01 305=2024-06-07\n", "2024", "messages " NORM_305 " late 0\n");
  assert_cells (ASSIGNED "care M/1 2024-06-01 305=2024-06-08\n", "2024", "messages " NORM_305 " late 1\n");
  assert_cells (ASSIGNED "care M/1 2024-05-31 305=2024-05-20\n", "2024", "messages " NORM_305 " late 0\n");
}

/* Stops by their own month; an open one is none. A message without a date counts as neither in time nor late. */
static void
test_messages (void)
{
  static const char rows[] = ASSIGNED "care M/1 2024-05-06 2024-05-31 31 305=2024-05-13 307=2024-06-10\n"
                                      "care M/1 2024-06-03 305=2024-06-30\ncare M/2 2024-05-06 2024-06-30 31 307=2024-07-05\n"
                                      "care N/3 2024-05-06 305=2024-05-06\n";

  assert_cells (
      rows, "2024",
      "messages " NORM_305 " number 4\nmessages " NORM_305 " in-time 2\nmessages " NORM_305 " late 1\n"
      "messages " NORM_305 " no-date 1\nmessages " NORM_305 " share 6667\n"
      "messages " NORM_307 " number 2\nmessages " NORM_307 " late 1\nmessages " NORM_307 " share 5000\n"
      "messages-305 May number 3\nmessages-305 May no-date 1\nmessages-305 May share 10000\nmessages-305 Jun share 0\n"
      "messages-307 May number 1\nmessages-307 May late 1\nmessages-307 Jun late 0\nmessages-307 Total number 2\n"
      "messages-by-provider P1 starts 3\nmessages-by-provider P1 starts-late 1\nmessages-by-provider P1 starts-no-date 1\n"
      "messages-by-provider P1 starts-share 5000\nmessages-by-provider P1 stops 2\nmessages-by-provider P2 starts 1\n"
      "messages-by-provider P2 starts-share 10000\nmessages-by-provider P2 stops-share -\n"
      "messages-by-provider Total starts 4\n");
}

/* Ten working days after Wednesday 1 May 2024 without holidays: 15 May; seven days: 8 May. Only the first care of an assignment. */
static void
test_begun (void)
{
  static const struct
  {
    const char *begun;
    int plan_late, week_late;
  } cases[] = { { "2024-05-01", 0, 0 }, { "2024-05-08", 0, 0 }, { "2024-05-09", 0, 1 }, { "2024-05-15", 0, 1 },
                { "2024-05-16", 1, 1 }, { "2024-12-31", 1, 1 }, { "2024-04-20", 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strdup_printf (ASSIGNED "care M/1 %s\ncare M/1 2024-12-31\n", cases[i].begun);
      g_autofree char *expected =
          g_strdup_printf ("messages " NORM_PLAN " number 1\nmessages " NORM_PLAN " late %d\nmessages " NORM_WEEK
                           " late %d\nmessages-plan Total late %d\nmessages-by-provider P1 begun 1\n",
                           cases[i].plan_late, cases[i].week_late, cases[i].plan_late);

      assert_cells (rows, "2024", expected);
    }
  /* care outside the assignment did not begin under it: as who waits counts it */
  assert_cells (ASSIGNED "care M/1 2024-04-01 2024-04-30 31\n", "2024",
                "messages " NORM_PLAN " number 0\nmessages " NORM_WEEK " number 0\n");
  assert_cells ("assignment M/1 A U 2024-05-01 2024-05-31\ncare M/1 2024-06-01\n", "2024",
                "messages " NORM_PLAN " number 0\nmessages " NORM_305 " number 1\n");
  assert_cells (ASSIGNED "care M/1 2024-04-01 2024-04-30 31\ncare M/1 2024-06-03\n", "2024",
                "messages " NORM_PLAN " number 1\nmessages " NORM_PLAN " late 1\nmessages-plan Jun number 1\n");
  /* an assignment of long ago */
  assert_cells ("assignment M/1 A U 2015-01-01\ncare M/1 2024-01-01\n", "2024", "messages " NORM_PLAN " late 1\n");
}

/* With King's Day, Liberation Day and Ascension Day (9 May) a day more each. */
static void
test_holidays (void)
{
  g_autoptr (GArray) holidays = ps_holidays_of_year (2024);
  static const char rows[] = "assignment M/1 A U 2024-05-06\ncare M/1 2024-05-21 2024-05-22 31 305=2024-05-28 307=2024-05-29\n"
                             "assignment M/2 A U 2024-05-06\ncare M/2 2024-05-06 2024-05-08 31 305=2024-05-14 307=2024-05-16\n";
  g_autoptr (PsMonitor) with = measure_with (rows, "2024-12-31", holidays);
  g_autoptr (PsMonitor) without = measure_with (rows, "2024-12-31", NULL);

  /* 6 May + 10 working days: 20 May, but 9 and 20 May (Whit Monday) are holidays: 22 May. 6 May + 5: 13 or 14 May. 8 May + 5: 15 or 16 May */
  test_monitor_cells (with, PS_TOPIC_MESSAGES, "messages-plan May late 0\nmessages-305 May late 0\nmessages-307 May late 0\n");
  test_monitor_cells (without, PS_TOPIC_MESSAGES, "messages-plan May late 1\nmessages-305 May late 1\nmessages-307 May late 1\n");
}

static void
test_period (void)
{
  static const char rows[] =
      "assignment M/1 A U 2023-01-01\nassignment M/2 A U 2023-01-01\n"
      "care M/1 2023-02-28 2024-02-29 31 305=2023-03-31 307=2024-03-04\ncare M/2 2024-03-01 305=2024-03-01\n";

  assert_cells (rows, "2024 from=2024-02-01 through=2024-02-29",
                "messages " NORM_305 " number 0\nmessages " NORM_305 " share -\nmessages " NORM_305 " number-last 1\n"
                "messages " NORM_305 " share-last 0\nmessages " NORM_307 " number 1\nmessages " NORM_307 " share 10000\n"
                "messages-305 Feb share-last 0\n");
  assert_cells (rows, "2024 through=2023-12-31", "messages " NORM_305 " number -\nmessages " NORM_307 " share -\n");
}

static void
test_filters (void)
{
  static const char rows[] = ASSIGNED "care M/1 2024-05-06\ncare M/2 2024-05-06\ncare N/3 2024-05-06\n";
  static const struct
  {
    const char *query;
    int starts;
  } cases[] = { { "2024", 3 },           { "2024 provider=P1", 2 }, { "2024 municipality=N", 1 },
                { "2024 segment=2", 1 }, { "2024 group=G", 2 },     { "2024 product=V", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected =
          g_strdup_printf ("messages " NORM_305 " number %d\nmessages-305 May no-date %d\n", cases[i].starts, cases[i].starts);

      assert_cells (rows, cases[i].query, expected);
    }
}

static void
test_tiles (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (PRODUCTS ASSIGNED "care M/1 2024-05-31 305=2024-06-08\ncare M/2 2024-05-02 305=2024-05-03\n");
  g_autoptr (PsMonitor) monitor = test_monitor (given, "2024", PS_TOPIC_MESSAGES);

  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_MESSAGES, "305", FALSE), ==, 5000);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_MESSAGES, "307", FALSE), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_MESSAGES, "plan", FALSE), ==, 5000);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_MESSAGES, "week", FALSE), ==, 5000);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_MESSAGES, "messages-305", 0, "May"), ==, 5000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/monitor/messages/working-days", test_working_days);
  g_test_add_func ("/monitor/messages/messages", test_messages);
  g_test_add_func ("/monitor/messages/begun", test_begun);
  g_test_add_func ("/monitor/messages/holidays", test_holidays);
  g_test_add_func ("/monitor/messages/period", test_period);
  g_test_add_func ("/monitor/messages/filters", test_filters);
  g_test_add_func ("/monitor/messages/tiles", test_tiles);
  return g_test_run ();
}
