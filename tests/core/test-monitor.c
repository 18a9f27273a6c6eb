/* test-monitor.c: the frame of the monitor: periods, filters, words, and monitors that are merged (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-monitor-rows.h"
#include "monitor-builder.h"

static void
test_words (void)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  PsTopic found;

  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    {
      g_assert_true (g_hash_table_add (codes, (gpointer) ps_topic_code (topic)));
      g_assert_true (ps_topic_parse (ps_topic_code (topic), &found));
      g_assert_cmpint (found, ==, topic);
      g_assert_cmpstr (ps_topic_title (topic), !=, "");
      g_assert_true (g_str_has_suffix (ps_topic_definition (topic), "."));
      g_assert_null (strchr (ps_topic_definition (topic), '%'));
    }
  g_assert_false (ps_topic_parse ("plekken", &found));
  g_assert_cmpstr (ps_topic_code (PS_TOPIC_FOLLOW_UP), ==, "follow-up");
  /* what is not in the data is said */
  g_assert_nonnull (strstr (ps_topic_definition (PS_TOPIC_MESSAGES), "315"));
}

/* ---- periods */

static PsMonitor *
monitor_of (TestRegion *given, int year, const char *from, const char *through, const char *known)
{
  PsMonitorQuery query = {
    .year = year, .provider = PS_NONE, .municipality = PS_NONE, .segment = PS_NONE, .group = PS_NONE, .product = PS_NONE
  };

  query.from = test_date (from);
  query.through = test_date (through);
  query.known_through = test_date (known);
  return ps_monitor_new (given->region, &query, 0);
}

static void
test_periods (void)
{
  static const struct
  {
    int year;
    const char *from, *through, *last_from, *last_through;
  } cases[] = { { 2024, "2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31" },
                { 2025, "2025-01-01", "2025-02-28", "2024-01-01", "2024-02-29" },
                { 2024, "2024-01-01", "2024-02-29", "2023-01-01", "2023-02-28" },
                { 2024, "2024-01-01", "2024-02-28", "2023-01-01", "2023-02-28" },
                { 2024, "2024-03-01", "2024-03-15", "2023-03-01", "2023-03-15" },
                /* cut to its year */
                { 2024, "2023-06-01", "2025-06-01", "2023-01-01", "2023-12-31" } };
  g_autoptr (TestRegion) given = test_region_new ("product U 1/G pxq uur\n");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsMonitor) monitor = monitor_of (given, cases[i].year, cases[i].from, cases[i].through, "2026-01-01");

      g_assert_cmpint (monitor->last.year, ==, cases[i].year - 1);
      g_assert_cmpint (monitor->last.from, ==, test_date (cases[i].last_from));
      g_assert_cmpint (monitor->last.through, ==, test_date (cases[i].last_through));
      g_assert_false (ps_period_is_empty (&monitor->now));
    }
}

/* Nothing is known: of last year neither, for there is nothing to hold it against. */
static void
test_empty (void)
{
  g_autoptr (TestRegion) given = test_region_new ("product U 1/G pxq uur\n");
  g_autoptr (PsMonitor) monitor = monitor_of (given, 2024, "2024-01-01", "2023-06-30", "2023-06-30");
  PsDate from, through;

  g_assert_true (ps_period_is_empty (&monitor->now));
  g_assert_true (ps_period_is_empty (&monitor->last));
  g_assert_cmpint (monitor->now.known_through, >=, monitor->now.through);
  for (int month = 0; month < 12; month++)
    g_assert_false (ps_period_month (&monitor->now, month, &from, &through));
  g_assert_cmpint (ps_period_days (&monitor->now), ==, 0);
}

static void
test_months (void)
{
  g_autoptr (TestRegion) given = test_region_new ("product U 1/G pxq uur\n");
  g_autoptr (PsMonitor) monitor = monitor_of (given, 2024, "2024-01-31", "2024-03-01", "2024-03-01");
  PsMonthDays days;
  PsDate from, through;

  g_assert_true (ps_period_month (&monitor->now, 0, &from, &through));
  g_assert_cmpint (from, ==, test_date ("2024-01-31"));
  g_assert_cmpint (through, ==, test_date ("2024-01-31"));
  g_assert_true (ps_period_month (&monitor->now, 1, &from, &through));
  g_assert_cmpint (through - from + 1, ==, 29);
  g_assert_false (ps_period_month (&monitor->now, 3, &from, &through));
  g_assert_cmpint (ps_period_month_days (&monitor->now, PS_WHOLE_PERIOD), ==, 31);

  ps_month_days_init (&days, &monitor->now);
  g_assert_cmpint (ps_month_days_find (&days, test_date ("2024-01-30")), ==, -1);
  g_assert_cmpint (ps_month_days_find (&days, test_date ("2024-01-31")), ==, 0);
  g_assert_cmpint (ps_month_days_find (&days, test_date ("2024-02-29")), ==, 1);
  g_assert_cmpint (ps_month_days_find (&days, test_date ("2024-03-01")), ==, 2);
  g_assert_cmpint (ps_month_days_find (&days, test_date ("2024-03-02")), ==, -1);
  g_assert_cmpint (ps_month_days_find (&days, PS_DATE_OPEN), ==, -1);
  g_assert_cmpint (ps_month_days_in (&days, 1, test_date ("2024-02-28"), PS_DATE_OPEN), ==, 2);
  g_assert_cmpint (ps_month_days_in (&days, 5, test_date ("2024-02-28"), PS_DATE_OPEN), ==, 0);
}

/* ---- filters and labels */

#define REGION                                                                                                                   \
  "product U 1/G pxq uur\nproduct V 1/H plek plekjaar\nproduct T 2/K traject traject norm=12\n"                                  \
  "tariff U 100\ntariff V 3.660\ntariff T 3.000\n"

static void
test_covers (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "assignment M/1 A U 2024-01-01\nassignment N/1 A U 2024-01-01 by=P2\n");
  const PsRegion *region = given->region;
  guint u = ps_region_find_product (region, "U"), g = ps_region_find_group (region, "G"), k = ps_region_find_group (region, "K");
  PsMonitorQuery query = {
    .year = 2024, .provider = PS_NONE, .municipality = PS_NONE, .segment = PS_NONE, .group = PS_NONE, .product = PS_NONE
  };
  PsMonitor monitor = { .region = region, .query = query };

#define COVERS(provider, municipality, group, product) ps_monitor_covers (&monitor, provider, municipality, group, product)
  g_assert_true (COVERS (0, 0, g, u) && COVERS (1, 1, k, PS_NONE));
  monitor.query.provider = 1;
  g_assert_true (COVERS (1, 0, g, u) && !COVERS (0, 0, g, u));
  g_assert_false (ps_monitor_has_provider (&monitor, 0));
  monitor.query = query;
  monitor.query.municipality = 1;
  g_assert_true (COVERS (0, 1, g, u) && !COVERS (0, 0, g, u));
  monitor.query = query;
  monitor.query.segment = ps_region_group (region, k)->segment;
  g_assert_true (COVERS (0, 0, k, PS_NONE) && !COVERS (0, 0, g, u));
  monitor.query = query;
  monitor.query.group = g;
  g_assert_true (COVERS (0, 0, g, PS_NONE) && !COVERS (0, 0, k, PS_NONE));
  monitor.query.product = u;
  g_assert_true (COVERS (0, 0, g, u) && !COVERS (0, 0, g, PS_NONE));
#undef COVERS
}

static void
test_labels (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION);
  PsProduct *product = &g_array_index (given->region->products, PsProduct, ps_region_find_product (given->region, "U"));
  g_autofree char *code = ps_monitor_product_label (given->region, ps_region_find_product (given->region, "V"), 0);
  g_autofree char *group = ps_monitor_product_label (given->region, PS_NONE, ps_region_find_group (given->region, "K"));
  g_autofree char *both = NULL;

  g_free (product->name);
  product->name = g_strdup ("Ambulante hulp");
  both = ps_monitor_product_label (given->region, ps_region_find_product (given->region, "U"), product->group);
  g_assert_cmpstr (code, ==, "V");
  g_assert_cmpstr (group, ==, "K");
  g_assert_cmpstr (both, ==, "U Ambulante hulp");
}

/* ---- feeding */

#define MESSAGES                                                                                                                 \
  "agreement 2024 aanbieder\nagreed 2024 H M 100 places=1\nagreement 2024 aanbieder by=P2\nagreed 2024 H M 100 places=2 by=P2\n" \
  "assignment M/1 A U 2023-01-01 volume=2 unit=uur per=week\nassignment M/2 B V 2023-06-01\nassignment N/3 A V 2023-01-01 "      \
  "by=P2\n"                                                                                                                      \
  "assignment M/4 C T 2023-02-01 2024-05-01 by=P2 referrer=huisarts\nassignment M/5 A U 2023-01-01 by=P3 referrer=gemeente\n"    \
  "care M/1 2023-02-01 2024-02-29 31 305=2023-02-08 307=2024-03-20\ncare M/2 2024-01-15 305=2024-01-16\n"                        \
  "care N/3 2024-03-10 2024-07-31 20\ncare N/3 2024-09-01\ncare M/4 2023-03-01 2024-04-01 31\ncare M/5 2024-03-05 2024-12-31 "   \
  "32\n"                                                                                                                         \
  "line 1 M/1 U 2024-01-01 2024-01-31 4 100 =\nline 2 M/5 U 2024-03-05 2024-03-31 7 100 =\nline 3 M/1 U 2023-05-01 2023-05-31 "  \
  "3 100 =\n"

static PsMonitorQuery
query_of_year (void)
{
  PsMonitorQuery query = {
    .year = 2024, .provider = PS_NONE, .municipality = PS_NONE, .segment = PS_NONE, .group = PS_NONE, .product = PS_NONE
  };

  query.from = ps_date_year_start (2024);
  query.through = query.known_through = ps_date_year_end (2024);
  return query;
}

static void
feed (PsMonitor *monitor, TestRegion *given, guint provider)
{
  g_autoptr (PsProduction) production = test_region_production (given, ps_region_provider (given->region, provider)->agb);
  g_autoptr (GError) error = NULL;

  g_assert_true (ps_monitor_add (monitor, production, production, &error));
  g_assert_no_error (error);
}

static void
write_row (GString *text, const PsFigureTable *table, guint row)
{
  for (guint k = 0; k < table->columns->len; k++)
    {
      g_autofree char *cell = ps_figure_table_cell (table, row, k);

      g_string_append_printf (text, "%s|", cell);
    }
  g_string_append_c (text, '\n');
}

/* All figures of all topics. */
static char *
written (PsMonitor *monitor)
{
  GString *text = g_string_new (NULL);

  g_assert_true (ps_monitor_finish (monitor, NULL));
  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    {
      const PsTopicFigures *figures = ps_monitor_get (monitor, topic);

      g_string_append_printf (text, "%s\n", ps_topic_code (topic));
      for (guint i = 0; i < figures->tiles->len; i++)
        {
          const PsTile *tile = figures->tiles->pdata[i];

          g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", tile->id, tile->value, tile->last);
        }
      for (guint i = 0; i < figures->tables->len; i++)
        for (guint row = 0; row < ((const PsFigureTable *) figures->tables->pdata[i])->rows->len; row++)
          write_row (text, figures->tables->pdata[i], row);
    }
  return g_string_free (text, FALSE);
}

/* Whatever the order, and by however many monitors: the same figures. */
static void
test_merge (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION MESSAGES);
  PsMonitorQuery query = query_of_year ();
  g_autoptr (PsMonitor) one = ps_monitor_new (given->region, &query, PS_ALL_TOPICS);
  g_autoptr (PsMonitor) first = ps_monitor_new (given->region, &query, PS_ALL_TOPICS);
  g_autoptr (PsMonitor) second = ps_monitor_new (given->region, &query, PS_ALL_TOPICS);
  g_autofree char *of_one = NULL, *of_merged = NULL;

  g_assert_cmpuint (given->region->providers->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    feed (one, given, i);
  feed (first, given, 2);
  feed (second, given, 1);
  feed (second, given, 0);
  ps_monitor_merge (first, second);
  g_clear_pointer (&second, ps_monitor_free);
  of_one = written (one);
  of_merged = written (first);
  g_assert_cmpstr (of_one, ==, of_merged);
  g_assert_nonnull (strstr (of_one, "clients 3 2\n"));
}

static void
test_topics (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION MESSAGES);
  PsMonitorQuery query = query_of_year ();
  g_autoptr (PsMonitor) monitor = ps_monitor_new (given->region, &query, 1u << PS_TOPIC_WAITING);

  feed (monitor, given, 0);
  g_assert_true (ps_monitor_finish (monitor, NULL));
  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    g_assert_true ((ps_monitor_get (monitor, topic) != NULL) == (topic == PS_TOPIC_WAITING));
}

/* What every topic must bear: nothing fed, nothing known, and figures that are in a table and add up. */
static void
test_every_topic (void)
{
  static const char *const queries[] = { "2024",
                                         "2024 through=2024-05-31 known=2024-07-22",
                                         "2024 from=2024-02-01 through=2024-02-29",
                                         "2024 through=2023-12-31",
                                         "2019",
                                         "2024 provider=P2",
                                         "2024 product=V",
                                         "2024 segment=2" };
  static const char *const regions[] = { REGION, REGION MESSAGES };

  for (guint r = 0; r < G_N_ELEMENTS (regions); r++)
    for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
      for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
        {
          g_autoptr (TestRegion) given = test_region_new (regions[r]);
          g_autoptr (PsMonitor) monitor = NULL;

          if (r == 0 && strstr (queries[i], "provider") != NULL)
            continue;
          g_test_message ("%s: %s", ps_topic_code (topic), queries[i]);
          monitor = test_monitor (given, queries[i], topic);
          test_monitor_check (monitor, topic);
          g_assert_cmpuint (ps_monitor_get (monitor, topic)->tiles->len, >, 0);
          g_assert_cmpuint (ps_monitor_get (monitor, topic)->series->len, >, 0);
          g_assert_cmpuint (ps_monitor_get (monitor, topic)->tables->len, >, 0);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/monitor/words", test_words);
  g_test_add_func ("/monitor/periods", test_periods);
  g_test_add_func ("/monitor/empty", test_empty);
  g_test_add_func ("/monitor/months", test_months);
  g_test_add_func ("/monitor/covers", test_covers);
  g_test_add_func ("/monitor/labels", test_labels);
  g_test_add_func ("/monitor/merge", test_merge);
  g_test_add_func ("/monitor/topics", test_topics);
  g_test_add_func ("/monitor/every-topic", test_every_topic);
  return g_test_run ();
}
