/* test-chart-years.c: a provider's settlements over the years: the bars, the points to visit, the figures in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "charts/ps-chart-years-layout.h"
#include "chart-canvas.h"

#include <string.h>

#define WIDTH 620
#define HEIGHT 330

static void
add (PsYearsChart *chart, int year, gint64 ceiling, gint64 gross, gint64 payable, gint64 balance, gboolean final)
{
  PsYearBar bar = { year, ceiling, gross, payable, balance, final };

  g_array_append_val (chart->years, bar);
}

/* Two final years, then one that is not. */
static PsYearsChart *
make_plain (void)
{
  PsYearsChart *chart = ps_years_chart_new ();

  add (chart, 2022, 80000, 100000, 90000, 5000, TRUE);
  add (chart, 2023, PS_NO_NUMBER, 50000, 50000, -12345, TRUE);
  add (chart, 2024, 100000, 60000, 40000, 0, FALSE);
  return chart;
}

static PsYearsChart *
make_many (guint n)
{
  PsYearsChart *chart = ps_years_chart_new ();

  for (guint i = 0; i < n; i++)
    add (chart, 1995 + (int) i, 9000000, 10000000 + 100000 * i, 9500000, -1234567 + i, i % 2 == 0);
  return chart;
}

static PsYearsChart *
make_kind (int kind)
{
  PsYearsChart *chart;

  if (kind == 0)
    return make_plain ();
  if (kind == 1)
    return make_many (30);
  chart = ps_years_chart_new ();
  if (kind == 2)
    add (chart, 2024, 0, 0, 0, 0, TRUE);
  else if (kind == 3)
    add (chart, 2024, 100, -5000000, -5000000, -6000000, FALSE);
  else if (kind == 4)
    {
      add (chart, 2023, 1, 1, 1, 1, TRUE);
      add (chart, 2024, 2, G_GINT64_CONSTANT (900000000000), G_GINT64_CONSTANT (900000000000), 1, TRUE);
    }
  else if (kind == 5)
    {
      add (chart, 2023, G_MAXINT64, G_MAXINT64, -G_MAXINT64, -G_MAXINT64, TRUE);
      add (chart, 2024, PS_NO_NUMBER, -G_MAXINT64, G_MAXINT64, G_MAXINT64, FALSE);
    }
  return chart;
}

static void
test_all_kinds (void)
{
  for (int kind = 0; kind < 7; kind++)
    for (gsize size = 0; size < G_N_ELEMENTS (canvas_sizes); size++)
      for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
        {
          g_autoptr (PsYearsChart) chart = make_kind (kind);
          PsChartStyle style = ps_chart_style (look);
          int width = canvas_sizes[size][0], height = canvas_sizes[size][1];
          g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_years_kind, chart, width, height, &style);

          canvas_assert_margin_is_free (canvas, style.background);
          assert_spots (&ps_chart_years_kind, chart, width, height, &style);
        }
}

static const PsChartSpot *
spot_of (GPtrArray *spots, guint place)
{
  return g_ptr_array_index (spots, place);
}

/* How many pixels high a bar of this colour is, in the column where it is seen first from `x` on. */
static int
height_at (const Canvas *canvas, int x, const PsChartSpot *spot, PsColour colour)
{
  return canvas_count (canvas, x, (int) spot->area.y, 1, (int) (spot->area.height), colour);
}

/* The middle of the right (payable) and the left (gross) bar of a year. */
static int
payable_x (const PsChartSpot *spot)
{
  return (int) spot->at_x;
}

static int
gross_x (const PsChartSpot *spot)
{
  return (int) (2 * (spot->area.x + spot->area.width / 2) - spot->at_x);
}

/* Heights are in the proportion of the amounts: 1000, 900, 500 and 500 euros. */
static void
test_bars (void)
{
  for (PsChartLook look = PS_LOOK_LIGHT; look <= PS_LOOK_DARK; look++)
    {
      g_autoptr (PsYearsChart) chart = make_plain ();
      PsChartStyle style = ps_chart_style (look);
      g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_years_kind, chart, WIDTH, HEIGHT, &style);
      g_autoptr (GPtrArray) spots = ps_chart_years_kind.spots (chart, WIDTH, HEIGHT, &style);
      int gross = height_at (canvas, gross_x (spot_of (spots, 1)), spot_of (spots, 1), style.grey);
      int payable = height_at (canvas, payable_x (spot_of (spots, 1)), spot_of (spots, 1), style.blue);
      double euro = gross / 500.0;

      g_assert_cmpint (gross, >, 50);
      g_assert_cmpint (ABS (gross - payable), <=, 1);
      /* The ceiling lies over the bars of the first year, and hides a little. */
      g_assert_cmpfloat_with_epsilon (height_at (canvas, gross_x (spot_of (spots, 0)), spot_of (spots, 0), style.grey),
                                      1000 * euro, 8);
      g_assert_cmpfloat_with_epsilon (height_at (canvas, payable_x (spot_of (spots, 0)), spot_of (spots, 0), style.blue),
                                      900 * euro, 8);
    }
}

/* The point to visit is the end of the payable bar. */
static void
test_spots_point_at_ends (void)
{
  g_autoptr (PsYearsChart) chart = make_plain ();
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_years_kind, chart, WIDTH, HEIGHT, &style);
  g_autoptr (GPtrArray) spots = ps_chart_years_kind.spots (chart, WIDTH, HEIGHT, &style);
  const PsChartSpot *spot = spot_of (spots, 1);

  g_assert_cmpuint (spots->len, ==, 3);
  g_assert_true (canvas_has (canvas, (int) spot->at_x, (int) spot->at_y + 2, style.blue));
  g_assert_false (canvas_has (canvas, (int) spot->at_x, (int) spot->at_y - 2, style.blue));
  g_assert_cmpstr (spot->title, ==, "2023");
}

/* What is final is filled, what is not is an edge around nothing. */
static void
test_open (void)
{
  g_autoptr (PsYearsChart) chart = make_plain ();
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_years_kind, chart, WIDTH, HEIGHT, &style);
  g_autoptr (GPtrArray) spots = ps_chart_years_kind.spots (chart, WIDTH, HEIGHT, &style);
  const PsChartSpot *final = spot_of (spots, 1), *open = spot_of (spots, 2);

  g_assert_true (canvas_has (canvas, payable_x (final), (int) final->at_y + 8, style.blue));
  g_assert_true (canvas_has (canvas, payable_x (open), (int) open->at_y + 8, style.background));
  g_assert_cmpint (canvas_count (canvas, (int) open->area.x, (int) open->at_y + 8, (int) open->area.width, 1, style.blue), >=, 4);
  g_assert_nonnull (strstr (open->value, "not final"));
  g_assert_null (strstr (final->value, "not final"));
}

/* A line as wide as both bars, where there is a ceiling. */
static void
test_ceiling (void)
{
  g_autoptr (PsYearsChart) chart = make_plain ();
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_years_kind, chart, WIDTH, HEIGHT, &style);
  g_autoptr (GPtrArray) spots = ps_chart_years_kind.spots (chart, WIDTH, HEIGHT, &style);
  const PsChartSpot *with = spot_of (spots, 0), *without = spot_of (spots, 1), *above = spot_of (spots, 2);
  int length = 2 * (payable_x (with) - gross_x (with));
  int row = canvas_long_row (canvas, (int) with->area.y, 1, gross_x (with), length / 2, style.foreground);
  int higher = canvas_long_row (canvas, (int) above->area.y, 1, gross_x (above), length / 2, style.foreground);
  int none = canvas_long_row (canvas, (int) without->area.y, 1, gross_x (without), length / 2, style.foreground);

  /* 800 euro is below the end of the 900 that are payable; 1000 euro is at the height of the first year's gross. */
  g_assert_cmpint (row, >, (int) with->at_y + 4);
  g_assert_cmpint (higher, <, (int) with->at_y - 4);
  g_assert_cmpint (none, ==, -1);
}

/* Below 0 bars hang down from the same line. */
static void
test_negative (void)
{
  g_autoptr (PsYearsChart) chart = ps_years_chart_new ();
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = NULL;
  g_autoptr (GPtrArray) spots = NULL;
  int up, down;

  add (chart, 2023, PS_NO_NUMBER, 100000, 100000, 0, TRUE);
  add (chart, 2024, PS_NO_NUMBER, -50000, -50000, 0, TRUE);
  canvas = canvas_of_chart (&ps_chart_years_kind, chart, WIDTH, HEIGHT, &style);
  spots = ps_chart_years_kind.spots (chart, WIDTH, HEIGHT, &style);
  up = height_at (canvas, payable_x (spot_of (spots, 0)), spot_of (spots, 0), style.blue);
  down = height_at (canvas, payable_x (spot_of (spots, 1)), spot_of (spots, 1), style.blue);
  g_assert_cmpfloat_with_epsilon (up / 2.0, down, 2);
  g_assert_cmpfloat_with_epsilon (spot_of (spots, 1)->at_y - spot_of (spots, 0)->at_y, up + down, 3);
}

/* Beside one that is a thousand times as large a year is still a stroke. */
static void
test_outlier (void)
{
  g_autoptr (PsYearsChart) chart = make_kind (4);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = NULL;
  g_autoptr (GPtrArray) spots = ps_chart_years_kind.spots (chart, WIDTH, HEIGHT, &style);

  g_array_index (chart->years, PsYearBar, 0).ceiling_cents = PS_NO_NUMBER;
  canvas = canvas_of_chart (&ps_chart_years_kind, chart, WIDTH, HEIGHT, &style);
  g_assert_cmpint (height_at (canvas, payable_x (spot_of (spots, 0)), spot_of (spots, 0), style.blue), ==, 2);
}

static void
test_words (void)
{
  g_autoptr (PsYearsChart) chart = make_plain (), empty = ps_years_chart_new ();
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (GPtrArray) spots = ps_chart_years_kind.spots (chart, WIDTH, HEIGHT, &style);
  g_autofree char *text = ps_chart_years_kind.describe (chart), *nothing = ps_chart_years_kind.describe (empty);

  g_assert_cmpstr (text, ==,
                   "2022: gross €\302\2401,000.00, payable €\302\240900.00, ceiling €\302\240800.00, balance €\302\24050.00 "
                   "(final). 2023: gross €\302\240500.00, payable €\302\240500.00, nothing agreed, balance €\302\240−123.45 "
                   "(final). 2024: gross €\302\240600.00, payable €\302\240400.00, ceiling €\302\2401,000.00, balance "
                   "€\302\2400.00 (not final, as computed now).");
  g_assert_cmpstr (nothing, ==, "No year was settled.");
  g_assert_cmpstr (spot_of (spots, 0)->value, ==,
                   "Gross €\302\2401,000.00\nPayable €\302\240900.00\nCeiling €\302\240800.00\nBalance €\302\24050.00, final");
  g_assert_cmpfloat (ps_chart_years_kind.natural_height (chart, WIDTH, &style), >, 200);
}

static void
test_table (void)
{
  g_autoptr (PsYearsChart) chart = make_plain ();
  g_autoptr (PsChartTable) table = ps_chart_years_kind.table (chart);

  g_assert_cmpuint (table->n_columns, ==, 6);
  g_assert_cmpuint (ps_chart_table_n_rows (table), ==, 3);
  g_assert_cmpstr (ps_chart_table_text (table, 1, 0), ==, "2023");
  g_assert_cmpstr (ps_chart_table_text (table, 2, 1), ==, "not final, as computed now");
  g_assert_cmpint (ps_chart_table_amount (table, 1, 2), ==, PS_NO_NUMBER);
  g_assert_cmpint (ps_chart_table_amount (table, 0, 3), ==, 100000);
  g_assert_cmpint (ps_chart_table_amount (table, 1, 5), ==, -12345);
}

/* A year a spot, from left to right, however many there are. */
static void
test_spots_in_order (void)
{
  static const guint counts[] = { 1, 3, 8, 13, 30 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    for (gsize size = 0; size < G_N_ELEMENTS (canvas_sizes); size++)
      {
        g_autoptr (PsYearsChart) chart = make_many (counts[i]);
        PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
        g_autoptr (GPtrArray) spots = ps_chart_years_kind.spots (chart, canvas_sizes[size][0], canvas_sizes[size][1], &style);

        g_assert_cmpuint (spots->len, ==, counts[i]);
        for (guint k = 1; k < spots->len; k++)
          g_assert_cmpfloat (spot_of (spots, k)->at_x, >, spot_of (spots, k - 1)->at_x);
      }
}

/* How many balances are written, and in how many rows; none over another, and none over the edge. */
static guint
count_balances (PsPen *pen, const PsYearsLayout *layout, guint *n_rows)
{
  double ends[2] = { 0, 0 };
  guint n = 0;

  *n_rows = 0;
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const PsYearColumn *column = &g_array_index (layout->columns, PsYearColumn, i);

      if (column->balance == NULL)
        continue;
      n++;
      *n_rows = MAX (*n_rows, column->balance_row + 1);
      g_assert_cmpfloat (column->balance_x, >, ends[column->balance_row]);
      ends[column->balance_row] = column->balance_x + ps_pen_width (pen, PS_TEXT_BOLD, column->balance);
      g_assert_cmpfloat (ends[column->balance_row], <=, layout->plot.x + layout->plot.width + 0.001);
    }
  return n;
}

/* Few years have them beside each other, more of them in two rows; of very many some of those that are named. */
static void
test_balances (void)
{
  static const struct
  {
    guint years, width, rows;
    gboolean all;
  } cases[] = { { 1, 620, 1, TRUE }, { 4, 620, 1, TRUE }, { 10, 900, 2, TRUE }, { 30, 900, 1, FALSE }, { 30, 360, 1, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsYearsChart) chart = make_many (cases[i].years);
      PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
      g_auto (PsPen) pen = { 0 };
      g_auto (PsYearsLayout) layout = { 0 };
      guint rows, n;

      ps_pen_init (&pen, NULL, &style);
      ps_years_layout_init (&layout, &pen, chart, cases[i].width, HEIGHT);
      n = count_balances (&pen, &layout, &rows);
      g_test_message ("%u of %u in %u rows", n, cases[i].years, rows);
      g_assert_cmpuint (rows, ==, cases[i].rows);
      g_assert_cmpint (n == cases[i].years, ==, cases[i].all);
      /* The newest one is always there. */
      g_assert_nonnull (g_array_index (layout.columns, PsYearColumn, cases[i].years - 1).balance);
      g_assert_nonnull (g_array_index (layout.columns, PsYearColumn, cases[i].years - 1).year);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/years/all-kinds", test_all_kinds);
  g_test_add_func ("/charts/years/bars", test_bars);
  g_test_add_func ("/charts/years/spots-point-at-ends", test_spots_point_at_ends);
  g_test_add_func ("/charts/years/open", test_open);
  g_test_add_func ("/charts/years/ceiling", test_ceiling);
  g_test_add_func ("/charts/years/negative", test_negative);
  g_test_add_func ("/charts/years/outlier", test_outlier);
  g_test_add_func ("/charts/years/words", test_words);
  g_test_add_func ("/charts/years/table", test_table);
  g_test_add_func ("/charts/years/balances", test_balances);
  g_test_add_func ("/charts/years/spots-in-order", test_spots_in_order);
  return g_test_run ();
}
