/* test-monitor-follow-up.c: what followed after an assignment ended (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "monitor-builder.h"

#define PRODUCTS                                                                                                                 \
  "product A 1/G pxq uur norm=6\nproduct B 1/G pxq uur\nproduct T 2/H traject traject norm=12\nproduct V 2/H plek plekjaar\n"

/* C's care of A by P1 ends on 31 March 2024; what is added is what may have followed. */
#define ENDED "assignment M/1 C A 2024-01-01\ncare M/1 2024-01-01 2024-03-31 31\n"

static PsMonitor *
follow (const char *rows, const char *query, TestRegion **given)
{
  g_autofree char *text = g_strconcat (PRODUCTS, rows, NULL);
  PsMonitor *monitor;

  g_test_message ("%s: %s", query, rows);
  *given = test_region_new (text);
  monitor = test_monitor (*given, query, PS_TOPIC_FOLLOW_UP);
  test_monitor_check (monitor, PS_TOPIC_FOLLOW_UP);
  return monitor;
}

static gint64
n_of (const PsMonitor *monitor, PsFollow class, const char *column)
{
  return test_monitor_cell (monitor, PS_TOPIC_FOLLOW_UP, "follow-up", ps_follow_label (class), column);
}

/* How many assignments fall in each of the six classes: "1 0 0 0 0 0". They add up to all that ended. */
static void
assert_classes (const char *rows, const char *query, const char *expected)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = follow (rows, query, &given);
  g_auto (GStrv) words = g_strsplit (expected, " ", -1);
  gint64 all = 0;

  for (guint i = 0; i < PS_N_FOLLOWS; i++)
    {
      g_assert_cmpint (n_of (monitor, i, "assignments"), ==, test_number (words[i], 0));
      all += test_number (words[i], 0);
    }
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_FOLLOW_UP, "ended", FALSE), ==, all);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_FOLLOW_UP, "follow-up", "Total", "assignments"), ==, all);
  test_region_free (given);
}

#define EXTENSION "1 0 0 0 0 0"
#define OTHER_PROVIDER "0 1 0 0 0 0"
#define OTHER_PRODUCT "0 0 1 0 0 0"
#define RECIDIVE "0 0 0 1 0 0"
#define LEFT "0 0 0 0 1 0"
#define NOT_YET "0 0 0 0 0 1"
#define NOTHING "0 0 0 0 0 0"

static void
test_nothing_followed (void)
{
  assert_classes (ENDED, "2024", LEFT);
  /* six months after 31 March is 30 September: over on that day, not on the one before */
  assert_classes (ENDED, "2024 known=2024-09-30 through=2024-06-30", LEFT);
  assert_classes (ENDED, "2024 known=2024-09-29 through=2024-06-30", NOT_YET);
  /* somebody else's care is nothing to this client */
  assert_classes (ENDED "assignment M/2 D A 2024-04-01\ncare M/2 2024-04-01\n", "2024", LEFT);
}

static void
test_extension (void)
{
  assert_classes (ENDED "assignment M/2 C A 2024-04-01\ncare M/2 2024-04-01\n", "2024", EXTENSION);
  /* running on: began before the end */
  assert_classes (ENDED "assignment M/2 C A 2024-02-01\ncare M/2 2024-02-01\n", "2024", EXTENSION);
  /* one month after 31 March is 30 April; the day after is a month and a day */
  assert_classes (ENDED "assignment M/2 C A 2024-04-01\ncare M/2 2024-04-30\n", "2024", EXTENSION);
  assert_classes (ENDED "assignment M/2 C A 2024-04-01\ncare M/2 2024-05-01\n", "2024", RECIDIVE);
  /* an aspecific assignment is for any product of its group */
  assert_classes (ENDED "assignment M/2 C *G 2024-04-01\ncare M/2 2024-04-02\n", "2024", EXTENSION);
  assert_classes (ENDED "assignment M/2 C *H 2024-04-01\ncare M/2 2024-04-02\n", "2024", OTHER_PRODUCT);
}

/* 31 January + 1 month is the last day of February. */
static void
test_month_of_january (void)
{
  static const char ended[] = "assignment M/1 C A 2024-01-01\ncare M/1 2024-01-01 2024-01-31 31\nassignment M/2 C A 2024-02-01\n";
  g_autofree char *within = g_strconcat (ended, "care M/2 2024-02-29\n", NULL);
  g_autofree char *after = g_strconcat (ended, "care M/2 2024-03-01\n", NULL);

  assert_classes (within, "2024", EXTENSION);
  assert_classes (after, "2024", RECIDIVE);
}

static void
test_recidive (void)
{
  assert_classes (ENDED "assignment M/2 C A 2024-04-01\ncare M/2 2024-09-30\n", "2024", RECIDIVE);
  assert_classes (ENDED "assignment M/2 C A 2024-04-01\ncare M/2 2024-10-01\n", "2024", LEFT);
  /* whoever gives it, and whatever it is */
  assert_classes (ENDED "assignment M/2 C B 2024-04-01 by=P2\ncare M/2 2024-06-01 by=P2\n", "2024", RECIDIVE);
}

static void
test_others (void)
{
  assert_classes (ENDED "assignment M/2 C B 2024-04-01\ncare M/2 2024-04-01\n", "2024", OTHER_PRODUCT);
  assert_classes (ENDED "assignment M/2 C A 2024-04-01 by=P2\ncare M/2 2024-04-01 by=P2\n", "2024", OTHER_PROVIDER);
  assert_classes (ENDED "assignment M/2 C B 2024-03-31 by=P2\ncare M/2 2024-03-31 by=P2\n", "2024", OTHER_PROVIDER);
  /* care elsewhere that ended with it did not follow */
  assert_classes (ENDED "assignment M/2 C B 2024-03-01 by=P2\ncare M/2 2024-03-01 2024-03-31 31 by=P2\n", "2024 provider=P1",
                  LEFT);
}

/* Of several the first class of the list that holds. */
static void
test_several (void)
{
  static const char later[] = ENDED "assignment M/2 C B 2024-04-01\ncare M/2 2024-04-01\n"
                                    "assignment M/3 C A 2024-04-01 by=P2\ncare M/3 2024-04-10 by=P2\n";
  g_autofree char *and_the_same = g_strconcat (later, "assignment M/4 C A 2024-04-20\ncare M/4 2024-04-30\n", NULL);

  assert_classes (later, "2024", OTHER_PROVIDER);
  assert_classes (and_the_same, "2024", EXTENSION);
}

/* The filter says which assignments count, not what followed. */
/* A client of whom two assignments ended counts once, and once in each class. */
static void
test_unique_clients (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor =
      follow (ENDED "assignment M/2 C A 2024-04-01\ncare M/2 2024-04-01 2024-04-30 31\nassignment M/3 C B 2024-01-01\n"
                    "care M/3 2024-01-01 2024-04-30 31\nassignment M/4 D A 2024-01-01\ncare M/4 2024-01-01 2024-03-31 31\n",
              "2024", &given);

  test_monitor_cells (monitor, PS_TOPIC_FOLLOW_UP,
                      "follow-up Extension assignments 1\nfollow-up Extension clients 1\n"
                      "follow-up Left_care assignments 3\nfollow-up Left_care clients 2\n"
                      "follow-up Recidive clients 0\nfollow-up Total assignments 4\nfollow-up Total clients 2\n"
                      "follow-up Total clients-last -\n");
  test_region_free (given);
}

static void
test_filter (void)
{
  static const char rows[] = ENDED "assignment M/2 C B 2024-04-01 by=P2\ncare M/2 2024-04-01 2024-05-31 31 by=P2\n"
                                   "assignment N/3 C T 2024-05-20 by=P3\ncare N/3 2024-08-01 by=P3\n";

  assert_classes (rows, "2024", "0 1 0 1 0 0");
  assert_classes (rows, "2024 provider=P1", OTHER_PROVIDER);
  assert_classes (rows, "2024 provider=P2", RECIDIVE);
  assert_classes (rows, "2024 provider=P3", NOTHING);
  assert_classes (rows, "2024 product=A", OTHER_PROVIDER);
  assert_classes (rows, "2024 municipality=N", NOTHING);
  assert_classes (rows, "2024 segment=1", "0 1 0 1 0 0");
  assert_classes (rows, "2024 group=H", NOTHING);
}

static void
test_period (void)
{
  assert_classes (ENDED, "2024 from=2024-03-31 through=2024-03-31 known=2024-12-31", LEFT);
  assert_classes (ENDED, "2024 from=2024-04-01 through=2024-12-31", NOTHING);
  assert_classes (ENDED, "2024 from=2024-01-01 through=2024-03-30 known=2024-12-31", NOTHING);
  /* what is not known yet did not happen */
  assert_classes (ENDED "assignment M/2 C A 2024-04-01\ncare M/2 2024-04-20\n", "2024 through=2024-04-10 known=2024-04-19",
                  NOT_YET);
  assert_classes (ENDED "assignment M/2 C A 2024-04-01\ncare M/2 2024-04-20\n", "2024 through=2024-04-10 known=2024-04-20",
                  EXTENSION);
}

static void
test_end_of_an_assignment (void)
{
  /* no stop: the assignment's own end; without one it runs */
  assert_classes ("assignment M/1 C A 2024-01-01 2024-06-30\ncare M/1 2024-01-01\n", "2024", LEFT);
  assert_classes ("assignment M/1 C A 2024-01-01\ncare M/1 2024-01-01\n", "2024", NOTHING);
  /* never begun: nothing ended */
  assert_classes ("assignment M/1 C A 2024-01-01 2024-06-30\n", "2024", NOTHING);
  /* a temporary stop is no end: the assignment's is, or the stop that came later */
  assert_classes ("assignment M/1 C A 2024-01-01\ncare M/1 2024-01-01 2024-03-31 20\n", "2024", NOTHING);
  assert_classes ("assignment M/1 C A 2024-01-01 2024-06-30\ncare M/1 2024-01-01 2024-03-31 20\n",
                  "2024 from=2024-06-30 through=2024-06-30 known=2024-12-31", LEFT);
  assert_classes ("assignment M/1 C A 2024-01-01\ncare M/1 2024-01-01 2024-03-31 20\ncare M/1 2024-05-01 2024-05-31 32\n",
                  "2024 from=2024-05-31 through=2024-05-31 known=2024-12-31", LEFT);
  /* care that was stopped for a while elsewhere, and came back, ran on */
  assert_classes (ENDED "assignment M/2 C A 2024-01-01\ncare M/2 2024-01-01 2024-03-01 20\ncare M/2 2024-08-01\n", "2024",
                  EXTENSION);
  /* two cares of one assignment are one end */
  assert_classes ("assignment M/1 C A 2024-01-01\ncare M/1 2024-01-01 2024-02-29 32\ncare M/1 2024-03-10 2024-06-30 31\n", "2024",
                  LEFT);
}

static void
test_last_year (void)
{
  TestRegion *given = NULL;
  /* last year as it was known then: the recidive of November came after it */
  g_autoptr (PsMonitor) monitor =
      follow ("assignment M/1 C A 2023-01-01\ncare M/1 2023-01-11 2023-03-31 31\nassignment M/2 C A 2023-04-01\n"
              "care M/2 2023-04-15 2023-06-30 31\nassignment M/3 C A 2023-11-01\ncare M/3 2023-11-01\n"
              "assignment M/4 D A 2024-01-01\ncare M/4 2024-01-01 2024-03-31 31\n",
              "2024 through=2024-06-30 known=2024-09-30", &given);

  g_assert_cmpint (n_of (monitor, PS_FOLLOW_EXTENSION, "assignments-last"), ==, 1);
  g_assert_cmpint (n_of (monitor, PS_FOLLOW_NOT_YET, "assignments-last"), ==, 1);
  g_assert_cmpint (n_of (monitor, PS_FOLLOW_EXTENSION, "share-last"), ==, 5000);
  g_assert_cmpint (n_of (monitor, PS_FOLLOW_EXTENSION, "average-last"), ==, 80);
  g_assert_cmpint (n_of (monitor, PS_FOLLOW_NOT_YET, "average-last"), ==, 77);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_FOLLOW_UP, "average", TRUE), ==, 79); /* 78,5 */
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_FOLLOW_UP, "average", FALSE), ==, 91);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_FOLLOW_UP, "left", FALSE), ==, 10000);
  test_region_free (given);
}

/* The same care a year apart, looked at on the same day of either: a return that came after that day bridges no pause of last
 * year, for nobody knows yet of this year's; one that came on it does. */
static void
assert_alike (const char *back, PsFollow expected)
{
  TestRegion *given = NULL;
  g_autofree char *rows = g_strdup_printf ("assignment M/1 C A 2023-01-01\ncare M/1 2023-01-01 2023-03-31 31\n"
                                           "assignment M/2 C A 2023-01-01 by=P2\ncare M/2 2023-01-01 2023-03-01 20 by=P2\n"
                                           "care M/2 2023-%s by=P2\n"
                                           "assignment M/3 D A 2024-01-01\ncare M/3 2024-01-01 2024-03-31 31\n"
                                           "assignment M/4 D A 2024-01-01 by=P2\ncare M/4 2024-01-01 2024-03-01 20 by=P2\n"
                                           "care M/4 2024-%s by=P2\n",
                                           back, back);
  g_autoptr (PsMonitor) monitor = follow (rows, "2024 through=2024-06-30 known=2024-09-29", &given);

  for (PsFollow class = 0; class < PS_N_FOLLOWS; class ++)
    {
      g_assert_cmpint (n_of (monitor, class, "assignments"), ==, class == expected);
      g_assert_cmpint (n_of (monitor, class, "assignments-last"), ==, class == expected);
    }
  test_region_free (given);
}

static void
test_pauses_of_both_years (void)
{
  assert_alike ("09-29", PS_FOLLOW_OTHER_PROVIDER);
  assert_alike ("09-30", PS_FOLLOW_NOT_YET);
  assert_alike ("11-15", PS_FOLLOW_NOT_YET);
}

/* Whose last care stopped for good, beside a pause that ended later than was known, ended then. */
static void
test_end_before_a_return (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor =
      follow ("assignment M/1 C A 2023-01-01\ncare M/1 2023-01-01 2023-03-31 20\ncare M/1 2023-02-01 2023-05-31 31\n"
              "care M/1 2023-11-01\nassignment M/2 D A 2024-01-01\ncare M/2 2024-01-01 2024-03-31 31\n",
              "2024 through=2024-06-30 known=2024-09-30", &given);

  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_FOLLOW_UP, "ended", TRUE), ==, 1);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_FOLLOW_UP, "average", TRUE), ==, 151);
  test_region_free (given);
}

static void
test_no_history (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = follow (ENDED, "2024", &given);

  g_assert_cmpint (n_of (monitor, PS_FOLLOW_LEFT, "assignments-last"), ==, PS_NO_NUMBER);
  g_assert_cmpint (n_of (monitor, PS_FOLLOW_LEFT, "share-last"), ==, PS_NO_NUMBER);
  g_assert_cmpint (n_of (monitor, PS_FOLLOW_EXTENSION, "average"), ==, PS_NO_NUMBER);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_FOLLOW_UP, "ended", TRUE), ==, PS_NO_NUMBER);
  test_region_free (given);
}

/* Per funding, product and month. */
static void
test_breakdown (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = follow (
      ENDED
      "assignment M/2 C A 2024-04-01\ncare M/2 2024-04-01\nassignment M/3 D *G 2024-01-01\ncare M/3 2024-01-01 2024-03-01 31\n"
      "assignment M/4 D T 2024-01-01\ncare M/4 2024-01-01 2024-05-31 31\n",
      "2024", &given);

  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_FOLLOW_UP, "follow-up-by-funding", "P×Q", "ended"), ==, 2);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_FOLLOW_UP, "follow-up-by-funding", "P×Q", "extension-share"), ==, 5000);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_FOLLOW_UP, "extensions", 0, "P×Q"), ==, 5000);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_FOLLOW_UP, "follow-up-by-product", "A", "extension"), ==, 1);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_FOLLOW_UP, "follow-up-by-product", "G", "other-product"), ==, 1);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_FOLLOW_UP, "follow-up-by-product", "T", "left"), ==, 1);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_FOLLOW_UP, "follow-up", PS_FOLLOW_EXTENSION, "Mar"), ==, 1);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_FOLLOW_UP, "follow-up", PS_FOLLOW_OTHER_PRODUCT, "Mar"), ==, 1);
  g_assert_cmpint (test_monitor_value (monitor, PS_TOPIC_FOLLOW_UP, "follow-up", PS_FOLLOW_LEFT, "May"), ==, 1);
  test_region_free (given);
}

/* Where no pseudonym is known, a client is one of its provider's only. */
static void
test_unknown_clients (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (PRODUCTS ENDED "assignment M/2 C A 2024-04-01\ncare M/2 2024-04-01\n"
                                      "assignment N/1 C A 2024-01-01 by=P2\ncare N/1 2024-01-01 2024-03-31 31 by=P2\n");
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
  g_autoptr (PsMonitor) monitor = ps_monitor_new (given->region, &query, 1u << PS_TOPIC_FOLLOW_UP);

  for (guint i = 0; i < given->region->providers->len; i++)
    {
      g_autoptr (PsProduction) production = test_region_production (given, ps_region_provider (given->region, i)->agb);

      for (guint j = 0; j < production->assignments->len; j++)
        g_array_index (production->assignments, PsAssignment, j).client_key = 0;
      g_assert_true (ps_monitor_add (monitor, production, production, NULL));
    }
  g_assert_true (ps_monitor_finish (monitor, NULL));
  g_assert_cmpint (n_of (monitor, PS_FOLLOW_EXTENSION, "assignments"), ==, 1);
  g_assert_cmpint (n_of (monitor, PS_FOLLOW_LEFT, "assignments"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/monitor-follow-up/nothing-followed", test_nothing_followed);
  g_test_add_func ("/core/monitor-follow-up/extension", test_extension);
  g_test_add_func ("/core/monitor-follow-up/month-of-january", test_month_of_january);
  g_test_add_func ("/core/monitor-follow-up/recidive", test_recidive);
  g_test_add_func ("/core/monitor-follow-up/others", test_others);
  g_test_add_func ("/core/monitor-follow-up/several", test_several);
  g_test_add_func ("/core/monitor-follow-up/unique-clients", test_unique_clients);
  g_test_add_func ("/core/monitor-follow-up/filter", test_filter);
  g_test_add_func ("/core/monitor-follow-up/period", test_period);
  g_test_add_func ("/core/monitor-follow-up/end-of-an-assignment", test_end_of_an_assignment);
  g_test_add_func ("/core/monitor-follow-up/last-year", test_last_year);
  g_test_add_func ("/core/monitor-follow-up/pauses-of-both-years", test_pauses_of_both_years);
  g_test_add_func ("/core/monitor-follow-up/end-before-a-return", test_end_before_a_return);
  g_test_add_func ("/core/monitor-follow-up/no-history", test_no_history);
  g_test_add_func ("/core/monitor-follow-up/breakdown", test_breakdown);
  g_test_add_func ("/core/monitor-follow-up/unknown-clients", test_unknown_clients);
  return g_test_run ();
}
