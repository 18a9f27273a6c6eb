/* test-monitor-places.c: realised places per product and month, and capacity against agreed (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "monitor-builder.h"

#define NONE PS_NO_NUMBER
/* € 3.660 a year: € 10 a day in 2024, that has 366. */
#define PRODUCTS                                                                                                                 \
  "product V 1/G plek plekjaar\nproduct W 1/H plek plekjaar\nproduct X 1/H plek plekjaar\nproduct U 1/G pxq uur\n"               \
  "tariff V 3.660\ntariff W 7.320\n"
#define ASSIGNED "assignment M/1 A V 2022-01-01\nassignment M/2 B V 2022-01-01\n"

static PsMonitor *
measure (const char *rows, const char *query, PsTopic topic, TestRegion **given)
{
  g_autofree char *text = g_strconcat (PRODUCTS, rows, NULL);
  PsMonitor *monitor;

  g_test_message ("%s: %s", query, rows);
  *given = test_region_new (text);
  monitor = test_monitor (*given, query, topic);
  test_monitor_check (monitor, topic);
  return monitor;
}

typedef struct
{
  const char *table, *row, *column;
  gint64 number;
} Cell;

static void
assert_cells (const char *rows, const char *query, const Cell *cells)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure (rows, query, PS_TOPIC_PLACES, &given);

  for (; cells->table != NULL; cells++)
    {
      g_test_message ("%s %s %s", cells->table, cells->row, cells->column);
      g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_PLACES, cells->table, cells->row, cells->column), ==, cells->number);
    }
  test_region_free (given);
}

#define CELLS(...) ((const Cell[]){ __VA_ARGS__, { NULL } })
#define BY_PRODUCT "places-by-product"

/* 31 days in January and 15 in February: 31 ÷ 31, 15 ÷ 29 and, of 60 days, 46 ÷ 60 places; € 460. */
static void
test_months (void)
{
  static const char rows[] = ASSIGNED "care M/1 2024-01-01 2024-02-15\n";

  assert_cells (rows, "2024 through=2024-02-29",
                CELLS ({ BY_PRODUCT, "V", "m1", 1000 }, { BY_PRODUCT, "V", "m2", 517 }, { BY_PRODUCT, "V", "places", 767 },
                       { BY_PRODUCT, "V", "amount", 46000 }, { BY_PRODUCT, "V", "places-last", NONE },
                       { BY_PRODUCT, "Total", "places", 767 }, { "places-by-month", "Jan", "places", 1000 },
                       { "places-by-month", "Feb", "amount", 15000 }, { "places-by-month", "Total", "places", 767 },
                       { "places-amounts", "V", "m1", 31000 }, { "places-amounts", "Total", "amount", 46000 }));
  /* a month that is cut is divided by the days that are known of it; nothing counts after them */
  assert_cells (
      rows, "2024 through=2024-02-10",
      CELLS ({ BY_PRODUCT, "V", "m2", 1000 }, { BY_PRODUCT, "V", "places", 1000 }, { BY_PRODUCT, "V", "amount", 41000 }));
  /* one month */
  assert_cells (rows, "2024 from=2024-02-01 through=2024-02-29",
                CELLS ({ BY_PRODUCT, "V", "m2", 517 }, { BY_PRODUCT, "V", "places", 517 }, { BY_PRODUCT, "V", "amount", 15000 }));
}

/* € 1,83 a year is half a cent a day: to the end of January 15 days and 8 cents, of February 44 days and 22, of March 75 days and 38. What
 * a month is worth does not depend on where the period begins. */
static void
test_same_month (void)
{
  static const char rows[] = "product Y 1/G plek plekjaar\ntariff Y 1,83\nassignment M/9 A Y 2022-01-01\n"
                             "care M/9 2024-01-17 2024-12-31\n";

  for (guint i = 0; i < 3; i++)
    {
      static const char *const queries[] = { "2024 through=2024-03-31", "2024 from=2024-02-01 through=2024-03-31",
                                             "2024 from=2024-03-01 through=2024-03-31" };

      assert_cells (rows, queries[i], CELLS ({ "places-amounts", "Y", "m3", 16 }));
    }
  assert_cells (rows, "2024 from=2024-02-01 through=2024-03-31",
                CELLS ({ "places-amounts", "Y", "m2", 14 }, { BY_PRODUCT, "Y", "amount", 30 }));
}

static void
test_borders (void)
{
  /* 29 February alone; last year's February has none */
  assert_cells (ASSIGNED "care M/1 2024-02-29 2024-02-29\ncare M/1 2023-02-28 2023-02-28\n", "2024 through=2024-02-29",
                CELLS ({ BY_PRODUCT, "V", "m2", 34 }, { BY_PRODUCT, "V", "places-last", 17 },
                       { "places-by-month", "Feb", "places-last", 36 }));
  /* the first and the last day of a month */
  assert_cells (ASSIGNED "care M/1 2024-01-31 2024-02-01\n", "2024",
                CELLS ({ BY_PRODUCT, "V", "m1", 32 }, { BY_PRODUCT, "V", "m2", 34 }, { BY_PRODUCT, "V", "m3", 0 },
                       { BY_PRODUCT, "V", "places", 5 }, { BY_PRODUCT, "V", "amount", 2000 }));
  /* from 1 March 2025 back is from 1 March 2024; through 28 February is through the 29th */
  assert_cells (ASSIGNED "care M/1 2024-02-29 2024-02-29\ncare M/1 2025-02-28 2025-02-28\n", "2025 through=2025-02-28",
                CELLS ({ BY_PRODUCT, "V", "places", 17 }, { BY_PRODUCT, "V", "places-last", 17 }));
}

/* A client once a day per product and municipality, inside the assignment. */
static void
test_clients (void)
{
  static const char overlap[] =
      ASSIGNED "assignment M/3 A V 2022-01-01\ncare M/1 2024-01-01 2024-01-20\ncare M/3 2024-01-11 2024-01-31\n";
  static const char open[] = "assignment M/1 A V 2024-01-11 2024-01-20\ncare M/1 2024-01-01\n";
  static const char apart[] =
      ASSIGNED "assignment N/1 A V 2022-01-01\nassignment M/3 A W 2022-01-01\nassignment P/4 A V 2022-01-01 by=P2\n"
               "care M/1 2024-01-01 2024-01-31\ncare N/1 2024-01-01 2024-01-31\n"
               "care M/3 2024-01-01 2024-01-31\ncare P/4 2024-01-01 2024-01-31\n";

  assert_cells (overlap, "2024 through=2024-01-31",
                CELLS ({ BY_PRODUCT, "V", "places", 1000 }, { BY_PRODUCT, "V", "amount", 31000 }));
  assert_cells (open, "2024 through=2024-01-31",
                CELLS ({ BY_PRODUCT, "V", "places", 323 }, { BY_PRODUCT, "V", "amount", 10000 }));
  assert_cells (
      apart, "2024 through=2024-01-31",
      CELLS ({ BY_PRODUCT, "V", "places", 3000 }, { BY_PRODUCT, "W", "places", 1000 }, { BY_PRODUCT, "Total", "places", 4000 }));
  assert_cells (apart, "2024 through=2024-01-31 provider=P1", CELLS ({ BY_PRODUCT, "Total", "places", 3000 }));
  assert_cells (apart, "2024 through=2024-01-31 municipality=M", CELLS ({ BY_PRODUCT, "Total", "places", 2000 }));
  assert_cells (apart, "2024 through=2024-01-31 group=H", CELLS ({ BY_PRODUCT, "Total", "places", 1000 }));
  assert_cells (apart, "2024 through=2024-01-31 product=V", CELLS ({ BY_PRODUCT, "Total", "places", 3000 }));
  assert_cells (apart, "2024 through=2024-01-31 segment=1", CELLS ({ BY_PRODUCT, "Total", "places", 4000 }));
}

/* 1.000 ÷ 366 a day: 84,699 through January and 163,934 through February; a month is what the year grew by. */
static void
test_worth (void)
{
  static const char rows[] = "tariff W 1.000 by=P1\nassignment M/1 A W 2022-01-01\ncare M/1 2024-01-01\n";
  static const char change[] = "tariff X 3.660 2024-01-01 2024-01-10\ntariff X 36.600 2024-01-12\nassignment M/1 A X 2022-01-01\n"
                               "care M/1 2024-01-01\n";

  assert_cells (rows, "2024 through=2024-02-29",
                CELLS ({ "places-amounts", "W", "m1", 8470 }, { "places-amounts", "W", "m2", 7923 },
                       { "places-amounts", "W", "amount", 16393 }));
  /* ten days of € 10, one without a tariff, twenty of € 100 */
  assert_cells (change, "2024 through=2024-01-31",
                CELLS ({ BY_PRODUCT, "X", "amount", 210000 }, { BY_PRODUCT, "X", "places", 1000 }));
}

/* What the settlement pays for places that are measured daily, to the cent. */
static void
test_as_settled (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure (
      "tariff X 1.234,5678\nagreement 2024 aanbieder\nassignment M/1 A X 2022-01-01\nassignment N/1 B X 2022-01-01\n"
      "assignment N/2 A W 2022-01-01\ncare M/1 2023-05-01 2024-03-13\ncare N/1 2024-01-07\ncare N/2 2024-02-02 2024-03-03\n",
      "2024 through=2024-03-31", PS_TOPIC_PLACES, &given);
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", "2024-03-31");

  g_assert_cmpint (settlement->totals.gross_cents, >, 0);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_PLACES, "amount", FALSE), ==, settlement->totals.gross_cents);
  test_region_free (given);
}

#define AGREED                                                                                                                   \
  "agreement 2024 aanbieder\nagreed 2024 G M 1.000 places=1,5\nagreed 2024 G N 1.000 places=0,5\nagreed 2024 H M 1.000 "         \
  "places=3\n"                                                                                                                   \
  "agreement 2023 aanbieder\nagreed 2023 G M 900 places=1\n"

static void
test_agreed (void)
{
  static const char rows[] = ASSIGNED AGREED "assignment N/1 A V 2022-01-01\ncare M/1 2024-01-01 2024-02-15\n";

  assert_cells (rows, "2024 through=2024-02-29",
                CELLS ({ "places-by-group", "G", "agreed", 2000 }, { "places-by-group", "G", "agreed-last", 1000 },
                       { "places-by-group", "G", "places", 767 }, { "places-by-group", "G", "deviation", -6167 },
                       { "places-by-group", "H", "agreed", 3000 }, { "places-by-group", "H", "places", 0 },
                       { "places-by-group", "H", "deviation", -10000 }, { "places-by-group", "Total", "agreed", 5000 },
                       { "places-by-month", "Feb", "agreed", 5000 }));
  assert_cells (rows, "2024 municipality=M group=G", CELLS ({ "places-by-group", "Total", "agreed", 1500 }));
  /* places are agreed per group: of the one product in it they are its own */
  assert_cells (rows, "2024 product=V", CELLS ({ "places-by-group", "Total", "agreed", 2000 }));
  assert_cells (ASSIGNED AGREED "assignment M/3 A W 2022-01-01\ncare M/3 2024-01-01\n", "2024 product=W",
                CELLS ({ "places-by-group", "H", "agreed", NONE }, { "places-by-group", "H", "places", 1000 }));
}

static void
test_chart (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor =
      measure (ASSIGNED AGREED "care M/1 2023-02-01 2024-02-15\n", "2024 through=2024-02-29", PS_TOPIC_PLACES, &given);
  const PsSeriesSet *set = ps_monitor_get (monitor, PS_TOPIC_PLACES)->series->pdata[0];

  g_assert_cmpstr (set->file_name, ==, "places");
  g_assert_cmpint (ps_series_set_find (set, PS_ROLE_VALUE)->values[1], ==, 517);
  g_assert_cmpint (ps_series_set_find (set, PS_ROLE_VALUE)->values[2], ==, NONE);
  g_assert_cmpint (ps_series_set_find (set, PS_ROLE_LAST)->values[0], ==, 0);
  g_assert_cmpint (ps_series_set_find (set, PS_ROLE_LAST)->values[1], ==, 1000);
  g_assert_cmpint (ps_series_set_find (set, PS_ROLE_AGREED)->values[11], ==, 5000);
  test_region_free (given);
}

static void
test_notes (void)
{
  static const struct
  {
    const char *rows;
    gboolean noted;
  } cases[] = { { AGREED ASSIGNED "care M/1 2024-01-01\n", FALSE },
                { "agreement 2024 aanbieder places=peildata\n" ASSIGNED "care M/1 2024-01-01\n", TRUE },
                { "agreement 2024 aanbieder places=peildata\n" ASSIGNED, FALSE },
                { "assignment M/1 A X 2022-01-01\ncare M/1 2024-12-31\n", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestRegion *given = NULL;
      g_autoptr (PsMonitor) monitor = measure (cases[i].rows, "2024", PS_TOPIC_PLACES, &given);
      const PsTopicFigures *figures = ps_monitor_get (monitor, PS_TOPIC_PLACES);

      g_assert_cmpint (((const PsSeriesSet *) figures->series->pdata[0])->note != NULL, ==, cases[i].noted);
      g_assert_cmpint (((const PsFigureTable *) figures->tables->pdata[0])->note != NULL, ==, cases[i].noted);
      test_region_free (given);
    }
}

static void
test_nothing (void)
{
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor =
      measure (ASSIGNED AGREED "care M/1 2024-01-01\n", "2024 through=2023-12-31", PS_TOPIC_PLACES, &given);

  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_PLACES, "places", FALSE), ==, NONE);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_PLACES, "amount", FALSE), ==, NONE);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_PLACES, "places", TRUE), ==, NONE);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_PLACES, "agreed", FALSE), ==, 5000);
  test_region_free (given);
}

/* ---- capacity */

static void
test_classes (void)
{
  static const struct
  {
    gint64 realised, agreed;
    PsCapacityClass class;
  } cases[] = { { 1000, 1000, PS_CAPACITY_FITS },       { 1010, 1000, PS_CAPACITY_FITS },
                { 990, 1000, PS_CAPACITY_FITS },        { 1011, 1000, PS_CAPACITY_DEVIATES },
                { 989, 1000, PS_CAPACITY_DEVIATES },    { 1050, 1000, PS_CAPACITY_DEVIATES },
                { 950, 1000, PS_CAPACITY_DEVIATES },    { 1051, 1000, PS_CAPACITY_STRONGLY },
                { 949, 1000, PS_CAPACITY_STRONGLY },    { 0, 1, PS_CAPACITY_STRONGLY },
                { 35290, 34000, PS_CAPACITY_DEVIATES }, { G_MAXINT64, G_MAXINT64, PS_CAPACITY_FITS } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ps_capacity_class (cases[i].realised, cases[i].agreed), ==, cases[i].class);
}

/* A hundred days with one client in care, and a second one on some of them: so many per cent over the one place that was agreed. */
static void
test_exactly (void)
{
  static const struct
  {
    const char *second, *tile;
    guint spread;
    gint64 deviation;
  } cases[] = { { "2024-01-01 2024-01-01", "fits", 4, 100 },      { "2024-01-01 2024-01-02", "deviates", 5, 200 },
                { "2024-01-01 2024-01-05", "deviates", 5, 500 },  { "2024-01-01 2024-01-06", "strongly", 6, 600 },
                { "2024-01-01 2024-01-10", "strongly", 6, 1000 }, { "2024-01-01 2024-01-20", "strongly", 7, 2000 },
                { "2024-01-01 2024-01-21", "strongly", 8, 2100 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestRegion *given = NULL;
      g_autofree char *rows = g_strdup_printf (
          ASSIGNED "agreement 2024 aanbieder\nagreed 2024 G M 1 places=1\ncare M/1 2023-12-01\ncare M/2 %s\n", cases[i].second);
      g_autoptr (PsMonitor) monitor = measure (rows, "2024 through=2024-04-09", PS_TOPIC_CAPACITY, &given);
      const PsSeriesSet *spread = ps_monitor_get (monitor, PS_TOPIC_CAPACITY)->series->pdata[0];

      g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CAPACITY, cases[i].tile, FALSE), ==, 1);
      g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CAPACITY, "deviation", FALSE), ==, cases[i].deviation);
      g_assert_cmpstr (spread->file_name, ==, "capacity-spread");
      for (guint k = 0; k < spread->categories->len; k++)
        g_assert_cmpint (ps_series_set_find (spread, PS_ROLE_VALUE)->values[k], ==, k == cases[i].spread);
      test_region_free (given);
    }
}

static void
test_below (void)
{
  static const struct
  {
    const char *stop, *tile;
    guint spread;
  } cases[] = { { "2024-04-08", "fits", 4 },     { "2024-04-07", "deviates", 3 }, { "2024-04-04", "deviates", 3 },
                { "2024-04-03", "strongly", 2 }, { "2024-03-20", "strongly", 1 }, { "2024-03-19", "strongly", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestRegion *given = NULL;
      g_autofree char *rows = g_strdup_printf (
          ASSIGNED "agreement 2024 aanbieder\nagreed 2024 G M 1 places=1\ncare M/1 2023-12-01 %s\n", cases[i].stop);
      g_autoptr (PsMonitor) monitor = measure (rows, "2024 through=2024-04-09", PS_TOPIC_CAPACITY, &given);
      const PsSeriesSet *spread = ps_monitor_get (monitor, PS_TOPIC_CAPACITY)->series->pdata[0];

      g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CAPACITY, cases[i].tile, FALSE), ==, 1);
      g_assert_cmpint (ps_series_set_find (spread, PS_ROLE_VALUE)->values[cases[i].spread], ==, 1);
      test_region_free (given);
    }
}

/* Municipalities together; the furthest off first; without agreed places apart; nobody in care is as far off as can be. */
static void
test_providers (void)
{
  static const char rows[] =
      ASSIGNED "assignment N/1 A V 2022-01-01\nassignment M/3 C W 2022-01-01\nassignment M/4 D V 2022-01-01 by=P2\n"
               "assignment M/5 E V 2022-01-01 by=P4\n"
               "agreement 2024 aanbieder\nagreed 2024 G M 1 places=1\nagreed 2024 G N 1 places=1\n"
               "agreement 2024 aanbieder by=P2\nagreed 2024 G M 1 places=0,9 by=P2\n"
               "agreement 2024 aanbieder by=P3\nagreed 2024 G M 1 places=5 by=P3\n"
               "agreement 2023 aanbieder by=P2\nagreed 2023 G M 1 places=1 by=P2\n"
               "care M/1 2024-01-01\ncare N/1 2024-01-01\ncare M/3 2024-01-01\ncare M/4 2023-01-01\ncare M/5 2024-12-31\n";
  static const char *const order[] = { "P3", "P2", "P1", "Total" };
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure (rows, "2024", PS_TOPIC_CAPACITY, &given);
  const PsFigureTable *table = ps_monitor_get (monitor, PS_TOPIC_CAPACITY)->tables->pdata[0];

  g_assert_cmpuint (table->rows->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (((const PsFigureRow *) table->rows->pdata[i])->texts[0], ==, order[i]);
  g_assert_cmpstr (((const PsFigureRow *) table->rows->pdata[1])->texts[2], ==, "deviates strongly");
  g_assert_cmpuint (((const PsFigureRow *) table->rows->pdata[0])->provider, ==, 2);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_CAPACITY, table->id, "P1", "realised"), ==, 2000);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_CAPACITY, table->id, "P1", "deviation"), ==, 0);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_CAPACITY, table->id, "P2", "deviation"), ==, 1111);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_CAPACITY, table->id, "P2", "deviation-last"), ==, 0);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_CAPACITY, table->id, "P3", "deviation"), ==, -10000);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_CAPACITY, "capacity-without-agreed", "P1", "realised"), ==, 1000);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_CAPACITY, "capacity-without-agreed", "P4", "realised"), ==, 3);
  g_assert_false (test_monitor_has_row (monitor, PS_TOPIC_CAPACITY, "capacity-without-agreed", "P2"));
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_CAPACITY, "capacity-by-group", "G", "strongly"), ==, 2);
  g_assert_cmpint (test_monitor_cell (monitor, PS_TOPIC_CAPACITY, "capacity-by-group", "G", "fits"), ==, 1);
  g_assert_cmpint (test_monitor_tile (monitor, PS_TOPIC_CAPACITY, "fits", TRUE), ==, 1);
  test_region_free (given);
}

/* What was agreed last year only is told of last year, behind the others; each client-day is in one of both tables. */
static void
test_agreed_last_year (void)
{
  static const char rows[] = ASSIGNED "assignment M/4 D V 2022-01-01 by=P2\nassignment M/5 E V 2022-01-01 by=P3\n"
                                      "agreement 2024 aanbieder\nagreed 2024 G M 1 places=1\n"
                                      "agreement 2023 aanbieder by=P2\nagreed 2023 G M 1 places=2 by=P2\n"
                                      "agreement 2023 aanbieder by=P3\nagreed 2023 G M 1 places=4 by=P3\n"
                                      "care M/1 2022-01-01\ncare M/4 2022-01-01\ncare M/5 2022-01-01 2023-12-31\n";
  static const char *const order[] = { "P1", "P3", "P2", "Total" };
  static const char *const classes[] = { "fits", "agreed last year only", "agreed last year only", NULL };
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure (rows, "2024", PS_TOPIC_CAPACITY, &given);
  const PsFigureTable *table = ps_monitor_get (monitor, PS_TOPIC_CAPACITY)->tables->pdata[0];

  g_assert_cmpuint (table->rows->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_cmpstr (((const PsFigureRow *) table->rows->pdata[i])->texts[0], ==, order[i]);
      g_assert_cmpstr (((const PsFigureRow *) table->rows->pdata[i])->texts[2], ==, classes[i]);
    }
  test_monitor_cells (monitor, PS_TOPIC_CAPACITY,
                      "capacity-by-provider P1 realised 1000\ncapacity-by-provider P1 realised-last -\n"
                      "capacity-by-provider P2 realised -\ncapacity-by-provider P2 agreed -\n"
                      "capacity-by-provider P2 realised-last 1000\ncapacity-by-provider P2 agreed-last 2000\n"
                      "capacity-by-provider P2 deviation-last -5000\ncapacity-by-provider P3 deviation-last -7500\n"
                      "capacity-by-provider Total realised 1000\ncapacity-by-provider Total realised-last 2000\n"
                      "capacity-by-provider Total agreed-last 6000\n"
                      "capacity-by-group G strongly-last 2\ncapacity-by-group G fits 1\n"
                      "capacity-without-agreed P1 realised -\ncapacity-without-agreed P1 realised-last 1000\n"
                      "capacity-without-agreed P2 realised 1000\ncapacity-without-agreed P2 realised-last -\n");
  g_assert_false (test_monitor_has_row (monitor, PS_TOPIC_CAPACITY, "capacity-without-agreed", "P3"));
  test_region_free (given);
}

/* The classes meet, and say on which side of agreed they are. */
static void
test_spread_labels (void)
{
  static const char *const rows[] = { "< −20\302\240%", "−20\302\240% … −10\302\240%", "−1\302\240% … 1\302\240%",
                                      "1\302\240% … 5\302\240%", "> 20\302\240%" };
  static const guint places[] = { 0, 1, 4, 5, 8 };
  TestRegion *given = NULL;
  g_autoptr (PsMonitor) monitor = measure (ASSIGNED, "2024", PS_TOPIC_CAPACITY, &given);
  const PsSeriesSet *spread = ps_monitor_get (monitor, PS_TOPIC_CAPACITY)->series->pdata[0];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (ps_series_set_long_category (spread, places[i]), ==, rows[i]);
  g_assert_cmpstr (spread->categories->pdata[1], ==, "−20 … −10");
  test_region_free (given);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/monitor/places/months", test_months);
  g_test_add_func ("/monitor/places/same-month", test_same_month);
  g_test_add_func ("/monitor/places/borders", test_borders);
  g_test_add_func ("/monitor/places/clients", test_clients);
  g_test_add_func ("/monitor/places/worth", test_worth);
  g_test_add_func ("/monitor/places/as-settled", test_as_settled);
  g_test_add_func ("/monitor/places/agreed", test_agreed);
  g_test_add_func ("/monitor/places/chart", test_chart);
  g_test_add_func ("/monitor/places/notes", test_notes);
  g_test_add_func ("/monitor/places/nothing", test_nothing);
  g_test_add_func ("/monitor/capacity/classes", test_classes);
  g_test_add_func ("/monitor/capacity/exactly", test_exactly);
  g_test_add_func ("/monitor/capacity/below", test_below);
  g_test_add_func ("/monitor/capacity/providers", test_providers);
  g_test_add_func ("/monitor/capacity/agreed-last-year", test_agreed_last_year);
  g_test_add_func ("/monitor/capacity/spread-labels", test_spread_labels);
  return g_test_run ();
}
