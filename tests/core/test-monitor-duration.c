/* test-monitor-duration.c: how long care took that ended (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "monitor-builder.h"

#define PRODUCTS                                                                                                                 \
  "product A 1/G pxq uur norm=6\nproduct B 1/G pxq uur\nproduct T 2/H traject traject norm=12\nproduct V 2/H plek plekjaar\n"

static PsMonitor *
measure (const char *rows, const char *query, TestRegion **given)
{
  g_autofree char *text = g_strconcat (PRODUCTS, rows, NULL);
  PsMonitor *monitor;

  g_test_message ("%s: %s", query, rows);
  *given = test_region_new (text);
  monitor = test_monitor (*given, query, PS_TOPIC_DURATION);
  test_monitor_check (monitor, PS_TOPIC_DURATION);
  return monitor;
}

/* How many paths ended in the period and their average; how many were running and theirs; "-": not known. */
static void
assert_durations (const char *rows, const char *query, const char *expected)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure (rows, query, &given);
  g_auto (GStrv) words = g_strsplit (expected, " ", -1);
  static const char *const tiles[] = { "ended", "average", "so-far" };

  for (guint i = 0; i < G_N_ELEMENTS (tiles); i++)
    g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_DURATION, tiles[i], FALSE), ==,
                     g_str_equal (words[i], "-") ? PS_NO_NUMBER : test_number (words[i], 0));
  test_region_free (given);
}

#define ASSIGNED "assignment M/1 C A 2023-01-01\nassignment M/2 C A 2023-01-01\n"

static void
test_period (void)
{
  static const char rows[] = ASSIGNED "care M/1 2024-01-01 2024-03-31 31\n";

  assert_durations (rows, "2024", "1 91 -");
  assert_durations (rows, "2024 from=2024-03-31 through=2024-03-31", "1 91 -");
  assert_durations (rows, "2024 from=2024-04-01", "0 - -");
  assert_durations (rows, "2024 through=2024-03-30", "0 - 90");
  assert_durations (rows, "2024 through=2023-12-31", "- - -");
  /* one day is a day; the year before counts too */
  assert_durations (ASSIGNED "care M/1 2024-01-01 2024-01-01 31\n", "2024", "1 1 -");
  assert_durations (ASSIGNED "care M/1 2023-01-01 2024-01-01 31\n", "2024", "1 366 -");
}

static void
test_running (void)
{
  assert_durations (ASSIGNED "care M/1 2024-01-01\n", "2024", "0 - 366");
  /* it ends with its assignment */
  assert_durations ("assignment M/1 C A 2024-01-01 2024-01-31\ncare M/1 2023-12-01\n", "2024", "1 31 -");
  assert_durations ("assignment M/1 C A 2024-01-01 2024-01-31\ncare M/1 2023-12-01\n", "2024 through=2024-01-30", "0 - 30");
  /* begins after the day: not in care on it */
  assert_durations (ASSIGNED "care M/1 2024-05-01\n", "2024 through=2024-04-30", "0 - -");
  assert_durations (ASSIGNED "care M/1 2024-05-01\n", "2024 through=2024-05-01", "0 - 1");
  /* a stop that is not known yet */
  assert_durations (ASSIGNED "care M/1 2024-01-01 2024-03-31 31\n", "2024 through=2024-02-29 known=2024-03-30", "0 - 60");
}

/* What begins within a month after continues: 31 January + 1 month is 29 February. */
static void
test_continued (void)
{
  assert_durations (ASSIGNED "care M/1 2024-01-01 2024-01-31 31\ncare M/2 2024-02-29 2024-03-31 31\n", "2024", "1 91 -");
  assert_durations (ASSIGNED "care M/1 2024-01-01 2024-01-31 31\ncare M/2 2024-03-01 2024-03-31 31\n", "2024", "2 31 -");
  assert_durations (ASSIGNED "care M/1 2024-01-01 2024-01-31 31\ncare M/2 2024-02-29\n",
                    "2024 through=2024-02-15 known=2024-02-29", "0 - 46");
  /* it began after the day that is known: the first has ended */
  assert_durations (ASSIGNED "care M/1 2024-01-01 2024-01-31 31\ncare M/2 2024-02-29\n",
                    "2024 through=2024-02-15 known=2024-02-28", "1 31 -");
  /* inside another one */
  assert_durations (ASSIGNED "care M/1 2024-01-01 2024-06-30 31\ncare M/2 2024-02-01 2024-02-29 31\n", "2024", "1 182 -");
}

/* Another product, client or provider is another path. */
static void
test_apart (void)
{
  assert_durations ("assignment M/1 C A 2024-01-01\ncare M/1 2024-01-01 2024-01-31 31\nassignment M/2 C B 2024-01-01\n"
                    "care M/2 2024-02-01 2024-02-29 31\n",
                    "2024", "2 30 -");
  assert_durations ("assignment M/1 C A 2024-01-01\ncare M/1 2024-01-01 2024-01-31 31\nassignment M/2 D A 2024-01-01\n"
                    "care M/2 2024-02-01 2024-02-29 31\n",
                    "2024", "2 30 -");
  assert_durations ("assignment M/1 C A 2024-01-01\ncare M/1 2024-01-01 2024-01-31 31\nassignment M/2 C A 2024-01-01 by=P2\n"
                    "care M/2 2024-02-01 2024-02-29 31 by=P2\n",
                    "2024", "2 30 -");
}

static void
test_paused (void)
{
  static const char paused[] = ASSIGNED "care M/1 2024-01-01 2024-01-31 20\n";
  g_autofree char *back = g_strconcat (paused, "care M/1 2024-06-01 2024-06-30 31\n", NULL);

  assert_durations (paused, "2024", "0 - 366");
  assert_durations (back, "2024", "1 182 -");
  assert_durations (back, "2024 through=2024-03-31", "0 - 91");
  /* the assignment ended, and nothing came back */
  assert_durations ("assignment M/1 C A 2024-01-01 2024-03-31\ncare M/1 2024-01-01 2024-01-31 20\n", "2024", "1 31 -");
  assert_durations ("assignment M/1 C A 2024-01-01 2024-03-31\ncare M/1 2024-01-01 2024-01-31 20\n",
                    "2024 through=2024-02-29 known=2024-03-30", "0 - 60");
}

static void
test_filter (void)
{
  static const char rows[] =
      "assignment M/1 C A 2024-01-01\ncare M/1 2024-01-01 2024-01-10 31\nassignment N/2 D T 2024-01-01 by=P2\n"
      "care N/2 2024-01-01 2024-01-20 31 by=P2\nassignment N/3 E *G 2024-01-01\ncare N/3 2024-01-01 2024-01-30 31\n";

  assert_durations (rows, "2024", "3 20 -");
  assert_durations (rows, "2024 provider=P1", "2 20 -");
  assert_durations (rows, "2024 municipality=N", "2 25 -");
  assert_durations (rows, "2024 segment=2", "1 20 -");
  assert_durations (rows, "2024 group=G", "2 20 -");
  assert_durations (rows, "2024 product=A", "1 10 -");
}

static gint64
longer (const char *care)
{
  g_autofree char *rows = g_strconcat ("assignment M/1 C A 2023-01-01\n", care, NULL);
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure (rows, "2024", &given);
  gint64 share = test_monitor_cell (monitor, PS_TOPIC_DURATION, "duration-by-product", "A", "longer");

  test_region_free (given);
  return share;
}

/* Six months exactly is within the norm, a day more is longer. In months, not in days. */
static void
test_norm (void)
{
  g_assert_cmpint (longer ("care M/1 2024-01-01 2024-06-30 31\n"), ==, 0);
  g_assert_cmpint (longer ("care M/1 2024-01-01 2024-07-01 31\n"), ==, 10000);
  g_assert_cmpint (longer ("care M/1 2023-08-31 2024-02-28 31\n"), ==, 0);
  g_assert_cmpint (longer ("care M/1 2023-08-31 2024-02-29 31\n"), ==, 10000);
}

static void
test_by_product (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure (
      "assignment M/1 C A 2023-01-01\ncare M/1 2024-01-01 2024-12-31 31\nassignment M/2 D A 2023-01-01\n"
      "care M/2 2024-01-01 2024-01-02 31\nassignment M/3 D B 2023-01-01\ncare M/3 2024-01-01 2024-01-03 31\n"
      "assignment M/4 E A 2023-01-01\ncare M/4 2023-01-01 2023-01-10 31\nassignment M/5 E T 2023-01-01\ncare M/5 2023-12-01\n",
      "2024", &given);
  static const char table[] = "duration-by-product";
  static const PsTopic topic = PS_TOPIC_DURATION;

  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "A", "ended"), ==, 2);
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "A", "average"), ==, 184);
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "A", "norm"), ==, 183); /* 365 × 6 ÷ 12 = 182,5 */
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "A", "difference"), ==, 1);
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "A", "longer"), ==, 5000);
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "A", "ended-last"), ==, 1);
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "A", "average-last"), ==, 10);
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "B", "norm"), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "B", "difference"), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "B", "longer"), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "B", "average-last"), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "Total", "average"), ==, 124); /* 371 ÷ 3 */
  g_assert_cmpint (test_monitor_cell (monitor, topic, table, "Total", "longer"), ==, 5000);
  g_assert_false (test_monitor_has_row (monitor, topic, table, "T"));
  g_assert_cmpint (test_monitor_cell (monitor, topic, "duration-so-far", "T", "in-care"), ==, 1);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "duration-so-far", "T", "average"), ==, 397);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "duration-so-far", "T", "average-last"), ==, 31);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "duration-so-far", "T", "norm"), ==, 365);
  g_assert_cmpint (test_monitor_value (monitor, topic, "duration-so-far", 2, "T"), ==, 365);
  g_assert_cmpint (test_monitor_value (monitor, topic, "duration", 0, "A"), ==, 184);
  g_assert_cmpint (test_monitor_value (monitor, topic, "duration", 1, "A"), ==, 10);
  g_assert_cmpint (test_monitor_value (monitor, topic, "duration", 2, "A"), ==, 183);
  test_region_free (given);
}

/* The classes add up to all that ended; three months exactly is in the first. */
static void
test_spread (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor =
      measure ("assignment M/1 C A 2019-01-01\ncare M/1 2024-01-01 2024-03-31 31\nassignment M/2 D A 2019-01-01\n"
               "care M/2 2024-01-01 2024-04-01 31\nassignment M/3 E A 2019-01-01\ncare M/3 2019-01-01 2024-01-03 31\n"
               "assignment M/4 F A 2019-01-01\ncare M/4 2021-01-01 2023-12-31 31\n",
               "2024", &given);
  static const PsTopic topic = PS_TOPIC_DURATION;

  g_assert_cmpint (test_monitor_value (monitor, topic, "duration-spread", 0, "0–3"), ==, 1);
  g_assert_cmpint (test_monitor_value (monitor, topic, "duration-spread", 0, "3–6"), ==, 1);
  g_assert_cmpint (test_monitor_value (monitor, topic, "duration-spread", 0, "6–9"), ==, 0);
  g_assert_cmpint (test_monitor_value (monitor, topic, "duration-spread", 0, "36+"), ==, 1);
  g_assert_cmpint (test_monitor_value (monitor, topic, "duration-spread", 1, "33–36"), ==, 1);
  g_assert_cmpint (test_monitor_value (monitor, topic, "duration-spread", 1, "36+"), ==, 0);
  /* the norm of six months is the end of the second class */
  g_assert_cmpint (test_monitor_value (monitor, topic, "duration-spread", 2, "3–6"), ==, 6);
  g_assert_cmpint (test_monitor_value (monitor, topic, "duration-spread", 2, "6–9"), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "duration-spread", "to 3 months", "share"), ==, 3333);
  g_assert_cmpint (test_monitor_cell (monitor, topic, "duration-spread", "more than 36 months", "ended"), ==, 1);
  test_region_free (given);
}

/* A pause that came back only after the same day of last year joined nothing yet: the new care had begun, and ended, by itself. */
static void
test_pauses_of_both_years (void)
{
  static const char later[] = "assignment M/1 C A 2023-01-01\ncare M/1 2023-01-01 2023-03-31 20\ncare M/1 2023-10-01\n"
                              "assignment M/2 C A 2023-05-15\ncare M/2 2023-05-15 2023-06-20 31\n"
                              "assignment M/3 D A 2024-01-01\ncare M/3 2024-01-01 2024-01-31 31\n";
  TestRegion *given = NULL, *known = NULL;
  g_autoptr (PsMonitor) monitor = measure (later, "2024 through=2024-06-30 known=2024-09-30", &given);
  g_autoptr (PsMonitor) complete = measure (later, "2024 through=2024-06-30 known=2024-10-01", &known);

  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_DURATION, "ended", TRUE), ==, 1);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_DURATION, "average", TRUE), ==, 37);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_DURATION, "so-far", TRUE), ==, 181);
  g_assert_cmpint (test_monitor_tile (complete, PS_TOPIC_DURATION, "ended", TRUE), ==, 0);
  test_region_free (given);
  test_region_free (known);
}

static void
test_no_history (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure ("assignment M/1 C A 2024-01-01\ncare M/1 2024-01-01 2024-01-31 31\n", "2024", &given);

  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_DURATION, "ended", TRUE), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_DURATION, "average", TRUE), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_DURATION, "duration-by-product", "A", "ended-last"), ==, PS_NO_NUMBER);
  test_region_free (given);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/monitor-duration/period", test_period);
  g_test_add_func ("/core/monitor-duration/running", test_running);
  g_test_add_func ("/core/monitor-duration/continued", test_continued);
  g_test_add_func ("/core/monitor-duration/apart", test_apart);
  g_test_add_func ("/core/monitor-duration/paused", test_paused);
  g_test_add_func ("/core/monitor-duration/filter", test_filter);
  g_test_add_func ("/core/monitor-duration/norm", test_norm);
  g_test_add_func ("/core/monitor-duration/by-product", test_by_product);
  g_test_add_func ("/core/monitor-duration/spread", test_spread);
  g_test_add_func ("/core/monitor-duration/pauses-of-both-years", test_pauses_of_both_years);
  g_test_add_func ("/core/monitor-duration/no-history", test_no_history);
  return g_test_run ();
}
