/* test-monitors.c: the monitor's topics from a real region file (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "change-test.h"
#include "store/ps-monitors.h"

#include <string.h>

#define PROVIDERS 24

static void
run_rows (StoreTest *test, const char *rows)
{
  const char *outcome = store_test_run (test, rows);

  g_test_message ("%s", outcome);
  g_assert_null (strpbrk (outcome, "RF"));
}

static void
add_months (GString *rows, const char *assignment, int year, int last, int hours)
{
  for (int month = 1; month <= last; month++)
    g_string_append_printf (rows, "line %s-%d-%d %s 45A04 01-%02d-%d %02d-%02d-%d %d 900000 %d\n", strchr (assignment, '/') + 1,
                            year, month, assignment, month, year, ps_date_days_in_month (year, month), month, year, hours * 1000,
                            hours * 9000);
}

/* 24 providers with hours and a place each; of every third one the client went on at the next one. Complete to March 2024. */
static StoreTest *
region_new (void)
{
  StoreTest *test = store_test_new ();
  g_autoptr (GString) rows = g_string_new (store_test_basics);

  g_string_append (rows, "---\n");
  for (int i = 0; i < PROVIDERS; i++)
    g_string_append_printf (rows, "provider 414200%02d P%02d\n", i, i);
  g_string_append (rows, "---\n");
  for (int i = 0; i < PROVIDERS; i++)
    g_string_append_printf (rows,
                            "assignment 0983/%d C%d 414200%02d 45A04 01-01-2020 -\nassignment 0893/%d D%d 414200%02d 45V01 "
                            "01-01-2020 -\n",
                            i + 1, i % 3 == 1 ? i - 1 : i, i, i + 1, i, i);
  g_string_append (rows, "---\n");
  for (int i = 0; i < PROVIDERS; i++)
    g_string_append_printf (rows, "care 0983/%d %02d-01-2023 %s %d\ncare 0893/%d %02d-02-2023 - 0\n", i + 1, i + 1,
                            i % 3 == 0 ? "31-01-2024" : "-", i % 3 == 0 ? 38 : 0, i + 1, i + 1);
  for (int i = 1; i < PROVIDERS; i += 3)
    g_string_append_printf (rows, "care 0983/%d 05-%02d-2024 - 0\n", i + 1, 2 + i % 2);
  g_string_append (rows, "---\n");
  for (int i = 0; i < PROVIDERS; i++)
    {
      g_autofree char *assignment = g_strdup_printf ("0983/%d", i + 1);

      add_months (rows, assignment, 2023, 12, 10 + i);
      add_months (rows, assignment, 2024, 3, 20 + i);
    }
  run_rows (test, rows->str);
  return test;
}

static PsMonitored *
compute (StoreTest *test, const PsMonitorsQuery *query)
{
  g_autoptr (GError) error = NULL;
  PsMonitored *monitored = ps_monitors_compute (test->store, query, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return monitored;
}

/* Every figure of every topic as text. */

static void
dump_table (const PsFigureTable *table, GString *text)
{
  g_string_append_printf (text, "[%s]\n", table->id);
  for (guint row = 0; row < table->rows->len; row++)
    for (guint column = 0; column < table->columns->len; column++)
      {
        g_autofree char *cell = ps_figure_table_cell (table, row, column);

        g_string_append_printf (text, "%s%c", cell, column + 1 < table->columns->len ? '|' : '\n');
      }
}

static void
dump_set (const PsSeriesSet *set, GString *text)
{
  g_string_append_printf (text, "{%s}\n", set->title);
  for (guint i = 0; i < set->series->len; i++)
    {
      const PsSeries *series = set->series->pdata[i];

      g_string_append (text, series->label);
      for (guint place = 0; place < set->categories->len; place++)
        g_string_append_printf (text, " %" G_GINT64_FORMAT, series->values[place]);
      g_string_append_c (text, '\n');
    }
}

static char *
dump (const PsMonitor *monitor)
{
  GString *text = g_string_new (NULL);

  for (int topic = 0; topic < PS_N_TOPICS; topic++)
    {
      const PsTopicFigures *figures = ps_monitor_get (monitor, (PsTopic) topic);

      for (guint i = 0; figures != NULL && i < figures->tiles->len; i++)
        {
          const PsTile *tile = figures->tiles->pdata[i];

          g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", tile->id, tile->value, tile->last);
        }
      for (guint i = 0; figures != NULL && i < figures->series->len; i++)
        dump_set (figures->series->pdata[i], text);
      for (guint i = 0; figures != NULL && i < figures->tables->len; i++)
        dump_table (figures->tables->pdata[i], text);
    }
  return g_string_free (text, FALSE);
}

/* The same by one thread and one provider after the other, from the last to the first. */
static PsMonitor *
compute_plainly (StoreTest *test, const PsMonitored *monitored, guint topics)
{
  PsMonitor *monitor = ps_monitor_new (monitored->region, &monitored->query, topics);
  g_autoptr (GError) error = NULL;

  for (guint place = monitored->region->providers->len; place > 0; place--)
    {
      g_autoptr (PsProduction) now = ps_production_new (0), last = ps_production_new (0);
      int year = monitored->query.year;

      g_assert_true (ps_store_load_production (test->store, monitored->region, place - 1, year, now, &error));
      g_assert_true (ps_store_load_production (test->store, monitored->region, place - 1, year - 1, last, &error));
      g_assert_true (ps_monitor_add (monitor, now, last, &error));
    }
  g_assert_true (ps_monitor_finish (monitor, &error));
  return monitor;
}

static void
test_threads (void)
{
  g_autoptr (StoreTest) test = region_new ();
  PsMonitorsQuery query = { .year = 2024, .topics = PS_ALL_TOPICS };
  g_autoptr (PsMonitored) monitored = compute (test, &query);
  g_autoptr (PsMonitor) plain = compute_plainly (test, monitored, PS_ALL_TOPICS);
  g_autofree char *by_two = dump (monitored->monitor), *by_one = dump (plain);

  g_assert_cmpuint (strlen (by_two), >, 1000);
  g_assert_cmpstr (by_two, ==, by_one);
}

/* A provider by itself, too, with what followed elsewhere: as out of the whole region. */
static void
test_one_provider (void)
{
  g_autoptr (StoreTest) test = region_new ();
  static const char *const agbs[] = { "41420000", "41420001", "41420002", "41410001" };

  for (guint i = 0; i < G_N_ELEMENTS (agbs); i++)
    {
      PsMonitorsQuery query = { .year = 2024, .agb = agbs[i], .topics = PS_ALL_TOPICS };
      g_autoptr (PsMonitored) monitored = compute (test, &query);
      g_autoptr (PsMonitor) plain = compute_plainly (test, monitored, PS_ALL_TOPICS);
      g_autofree char *alone = dump (monitored->monitor), *out_of_all = dump (plain);

      g_test_message ("%s", agbs[i]);
      g_assert_cmpuint (monitored->query.provider, ==, ps_region_find_provider (monitored->region, agbs[i]));
      g_assert_cmpstr (alone, ==, out_of_all);
    }
}

/* Of the client that left for another provider: one, and that is known of the one provider alone. */
static void
test_follow_up (void)
{
  g_autoptr (StoreTest) test = region_new ();
  PsMonitorsQuery query = { .year = 2024, .agb = "41420000", .topics = 1u << PS_TOPIC_FOLLOW_UP };
  g_autoptr (PsMonitored) monitored = compute (test, &query);
  const PsTopicFigures *figures = ps_monitor_get (monitored->monitor, PS_TOPIC_FOLLOW_UP);
  const PsFigureTable *table = figures->tables->pdata[0];
  const PsFigureRow *other = ps_figure_table_find (table, 0, ps_follow_label (PS_FOLLOW_OTHER_PROVIDER));

  g_assert_null (ps_monitor_get (monitored->monitor, PS_TOPIC_CLIENTS));
  g_assert_cmpint (other->numbers[1], ==, 1);
}

static void
test_filter (void)
{
  g_autoptr (StoreTest) test = region_new ();
  PsMonitorsQuery query = {
    .year = 2024, .municipality = "0893", .segment = "4", .group = "AMBV", .product = "45V01", .topics = 1u << PS_TOPIC_CLIENTS
  };
  g_autoptr (PsMonitored) monitored = compute (test, &query);
  const PsMonitorQuery *places = &monitored->query;

  g_assert_cmpuint (places->provider, ==, PS_NONE);
  g_assert_cmpstr (ps_region_municipality (monitored->region, places->municipality)->code, ==, "0893");
  g_assert_cmpstr (ps_region_segment (monitored->region, places->segment)->code, ==, "4");
  g_assert_cmpstr (ps_region_group (monitored->region, places->group)->code, ==, "AMBV");
  g_assert_cmpstr (ps_region_product (monitored->region, places->product)->code, ==, "45V01");
}

/* With the region that the caller has in memory, which stays the caller's. */
static void
test_own_region (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (PsRegion) region = ps_store_load_region (test->store, NULL);
  PsMonitorsQuery query = { .year = 2024, .topics = PS_ALL_TOPICS };
  g_autoptr (PsMonitored) read = compute (test, &query);
  g_autofree char *by_file = dump (read->monitor);

  query.region = region;
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (PsMonitored) borrowed = compute (test, &query);
      g_autofree char *by_memory = dump (borrowed->monitor);

      g_assert_true (borrowed->region == region);
      g_assert_cmpstr (by_memory, ==, by_file);
    }
}

static void
test_unknown_codes (void)
{
  g_autoptr (StoreTest) test = region_new ();
  static const PsMonitorsQuery queries[] = {
    { .year = 2024, .agb = "nowhere" },     { .year = 2024, .municipality = "nowhere" },
    { .year = 2024, .segment = "nowhere" }, { .year = 2024, .group = "nowhere" },
    { .year = 2024, .product = "nowhere" }, { .year = 2024, .agb = "41420000", .product = "nowhere" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ps_monitors_compute (test->store, &queries[i], NULL, NULL, NULL, &error));
      g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, "“nowhere”"));
      /* the transaction is over */
      g_assert_true (sqlite3_get_autocommit (test->store->db));
    }
}

static void
test_period (void)
{
  g_autoptr (StoreTest) test = region_new ();
  static const struct
  {
    int year, first, last;
    const char *from, *through;
  } cases[] = {
    { 2024, 0, 0, "01-01-2024", "31-03-2024" },   { 2024, 2, 0, "01-02-2024", "31-03-2024" },
    { 2024, 1, 2, "01-01-2024", "29-02-2024" },   { 2024, 3, 12, "01-03-2024", "31-03-2024" },
    { 2024, 5, 6, "01-05-2024", "31-03-2024" },   { 2023, 0, 0, "01-01-2023", "31-12-2023" },
    { 2023, 11, 12, "01-11-2023", "31-12-2023" }, { 2025, 0, 0, "01-01-2025", "31-12-2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsMonitorsQuery query = {
        .year = cases[i].year, .first_month = cases[i].first, .last_month = cases[i].last, .topics = PS_ALL_TOPICS
      };
      g_autoptr (PsMonitored) monitored = compute (test, &query);

      g_test_message ("%d %d %d", cases[i].year, cases[i].first, cases[i].last);
      g_assert_cmpint (monitored->query.from, ==, change_test_day (cases[i].from));
      g_assert_cmpint (monitored->query.through, ==, change_test_day (cases[i].through));
    }
}

/* The last start that was reported; who has planned ones says nothing. What is known changes with every import. */
static void
test_known_through (void)
{
  g_autoptr (StoreTest) test = region_new ();
  PsMonitorsQuery query = { .year = 2023, .topics = 1u << PS_TOPIC_WAITING };
  static const struct
  {
    const char *rows;
    const char *expected;
  } cases[] = {
    { "", "05-03-2024" },
    { "care 0983/3 01-05-2024 01-01-2199 31\n", "01-05-2024" },
    { "care 0983/3 01-01-2199 - 0\n", "05-03-2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsMonitored) monitored = NULL;

      if (*cases[i].rows != '\0')
        run_rows (test, cases[i].rows);
      monitored = compute (test, &query);
      g_test_message ("%s", cases[i].rows);
      g_assert_cmpint (monitored->query.known_through, ==, change_test_day (cases[i].expected));
    }
}

/* Where everybody has planned care, all is known that there is today. */
static void
test_known_today (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (GString) rows = g_string_new (store_test_basics);
  PsMonitorsQuery query = { .year = 2024, .topics = 1u << PS_TOPIC_WAITING };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (PsMonitored) monitored = NULL;
  PsDate today = ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));

  g_string_append (rows, "---\nassignment 0983/1 C 41410001 45A04 01-01-2020 -\ncare 0983/1 01-01-2199 - 0\n");
  run_rows (test, rows->str);
  monitored = compute (test, &query);
  g_assert_cmpint (monitored->query.known_through, >=, today);
  g_assert_cmpint (monitored->query.known_through, <=, today + 1);
}

/* Without any care declarations say how far things are known. */
static void
test_nothing (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  PsMonitorsQuery query = { .year = 2024, .topics = PS_ALL_TOPICS };
  g_autoptr (PsMonitored) monitored = compute (test, &query);

  g_assert_cmpint (monitored->query.through, ==, change_test_day ("31-12-2023"));
  g_assert_cmpint (monitored->query.known_through, ==, change_test_day ("31-12-2023"));
  for (int topic = 0; topic < PS_N_TOPICS; topic++)
    g_assert_nonnull (ps_monitor_get (monitored->monitor, (PsTopic) topic));
}

static gboolean
has_holiday (const PsMonitored *monitored, const char *day)
{
  for (guint i = 0; i < monitored->query.holidays->len; i++)
    if (g_array_index (monitored->query.holidays, PsHoliday, i).day == change_test_day (day))
      return TRUE;
  return FALSE;
}

/* The law's, or the region's own. */
static void
test_holidays (void)
{
  g_autoptr (StoreTest) test = region_new ();
  PsMonitorsQuery query = { .year = 2024, .topics = 1u << PS_TOPIC_MESSAGES };
  g_autoptr (PsMonitored) of_law = compute (test, &query);
  g_autoptr (PsMonitored) own = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < of_law->query.holidays->len; i++)
    g_assert_cmpint (g_array_index (of_law->query.holidays, PsHoliday, i - 1).day, <,
                     g_array_index (of_law->query.holidays, PsHoliday, i).day);
  g_assert_true (has_holiday (of_law, "25-12-2022"));
  g_assert_true (has_holiday (of_law, "25-12-2024"));
  g_assert_true (has_holiday (of_law, "01-01-2025"));
  change_test_insert (test, "holiday", "day=24-12-2024 name=Closed", &error);
  g_assert_no_error (error);
  own = compute (test, &query);
  g_assert_true (has_holiday (own, "24-12-2024"));
  g_assert_false (has_holiday (own, "25-12-2024"));
}

static void
count_progress (double done, const char *what, gpointer user_data)
{
  g_assert_cmpfloat (done, >=, 0);
  g_assert_cmpfloat (done, <=, 1);
  g_assert_nonnull (what);
  ++*(int *) user_data;
}

static void
cancel_at_once (double done, const char *what, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelled (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  PsMonitorsQuery query = { .year = 2024, .topics = PS_ALL_TOPICS };
  g_autoptr (PsMonitored) monitored = NULL;
  int told = 0;

  monitored = ps_monitors_compute (test->store, &query, cancellable, count_progress, &told, &error);
  g_assert_no_error (error);
  g_assert_cmpint (told, >, 0);
  g_assert_null (ps_monitors_compute (test->store, &query, cancellable, cancel_at_once, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (sqlite3_get_autocommit (test->store->db));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/monitors/threads", test_threads);
  g_test_add_func ("/monitors/one-provider", test_one_provider);
  g_test_add_func ("/monitors/follow-up", test_follow_up);
  g_test_add_func ("/monitors/filter", test_filter);
  g_test_add_func ("/monitors/own-region", test_own_region);
  g_test_add_func ("/monitors/unknown-codes", test_unknown_codes);
  g_test_add_func ("/monitors/period", test_period);
  g_test_add_func ("/monitors/known-through", test_known_through);
  g_test_add_func ("/monitors/known-today", test_known_today);
  g_test_add_func ("/monitors/nothing", test_nothing);
  g_test_add_func ("/monitors/holidays", test_holidays);
  g_test_add_func ("/monitors/cancelled", test_cancelled);
  return g_test_run ();
}
