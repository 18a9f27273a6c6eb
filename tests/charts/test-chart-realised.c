/* test-chart-realised.c: realised against the ceiling: the drawing, the points to visit, the figures in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-canvas.h"

#include "charts/ps-axis.h"

#include <string.h>

typedef PsRealisedChart *(*MakeChart) (void);

static PsRealisedChart *
make_usual (void)
{
  return sample_realised (5);
}
static PsRealisedChart *
make_whole_year (void)
{
  return sample_realised (12);
}
static PsRealisedChart *
make_january_only (void)
{
  return sample_realised (1);
}
static PsRealisedChart *
make_no_production (void)
{
  return sample_realised (0);
}
static PsRealisedChart *
make_nothing (void)
{
  return ps_realised_chart_new (2023);
}

static PsRealisedChart *
make_forecast (void)
{
  PsRealisedChart *chart = sample_realised (5);

  chart->forecast_cents = 118000000;
  chart->forecast_note = g_strdup ("linear, mean error 3.1 %");
  return chart;
}

static PsRealisedChart *
make_no_ceiling (void)
{
  PsRealisedChart *chart = sample_realised (5);

  chart->ceiling_cents = PS_NO_NUMBER;
  return chart;
}

static PsRealisedChart *
make_zero_ceiling (void)
{
  PsRealisedChart *chart = sample_realised (5);

  chart->ceiling_cents = 0;
  return chart;
}

static PsRealisedChart *
make_negative (void)
{
  PsRealisedChart *chart = sample_realised (7);

  for (int month = 0; month < 7; month++)
    chart->realised_cents[month] = -4000000 * (month + 1);
  return chart;
}

static PsRealisedChart *
make_huge (void)
{
  PsRealisedChart *chart = sample_realised (12);

  for (int month = 0; month < 12; month++)
    chart->realised_cents[month] = G_MAXINT64 / 13 * (month + 1);
  chart->last_year_cents[11] = -G_MAXINT64;
  chart->ceiling_cents = G_MAXINT64;
  return chart;
}

static PsRealisedChart *
make_tiny (void)
{
  PsRealisedChart *chart = ps_realised_chart_new (2024);

  for (int month = 0; month < 3; month++)
    chart->realised_cents[month] = month;
  chart->ceiling_cents = 3;
  chart->under_bp = 0;
  chart->over_bp = 0;
  return chart;
}

static PsRealisedChart *
make_with_a_hole (void)
{
  PsRealisedChart *chart = sample_realised (8);

  chart->realised_cents[3] = PS_NO_NUMBER;
  return chart;
}

static const MakeChart makers[] = {
  make_usual,      make_whole_year,   make_january_only, make_no_production, make_nothing, make_forecast,
  make_no_ceiling, make_zero_ceiling, make_negative,     make_huge,          make_tiny,    make_with_a_hole,
};

/* Every chart, size and look: drawn, nothing cut off at the edge, spots in order, words there. */
static void
test_all_kinds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    for (gsize size = 0; size < G_N_ELEMENTS (canvas_sizes); size++)
      for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
        {
          g_autoptr (PsRealisedChart) chart = makers[i]();
          PsChartStyle style = ps_chart_style (look);
          int width = canvas_sizes[size][0], height = canvas_sizes[size][1];
          g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_realised_kind, chart, width, height, &style);

          if (chart->ceiling_cents != G_MAXINT64)
            canvas_assert_margin_is_free (canvas, style.background);
          assert_spots (&ps_chart_realised_kind, chart, width, height, &style);
        }
}

/* With the user's text enlarged by half, and without a title, everything still has its place. */
static void
test_enlarged (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (PsRealisedChart) chart = makers[i]();
      PsChartStyle style = ps_chart_style (PS_LOOK_DARK);
      g_autoptr (Canvas) canvas = NULL;

      style.scale = 1.5;
      style.show_title = FALSE;
      canvas = canvas_of_chart (&ps_chart_realised_kind, chart, 620, 330, &style);
      if (chart->ceiling_cents != G_MAXINT64)
        canvas_assert_margin_is_free (canvas, style.background);
      assert_spots (&ps_chart_realised_kind, chart, 620, 330, &style);
    }
}

/* Where an amount belongs, by the lines of 0 and of the uppermost tick that are found in the picture. */
static double
row_of (const Canvas *canvas, const PsChartStyle *style, int x, gint64 cents, gint64 uppermost)
{
  int zero = canvas_long_row (canvas, canvas->height - 1, -1, x, 12, style->rule);
  int top = canvas_long_row (canvas, 0, 1, x, 12, style->grid);

  g_assert_cmpint (top, >, 0);
  g_assert_cmpint (zero, >, top);
  return zero + (top - zero) * ((double) cents / (double) uppermost);
}

static void
test_ceiling_height (void)
{
  for (gsize size = 0; size < G_N_ELEMENTS (canvas_sizes); size++)
    for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
      {
        g_autoptr (PsRealisedChart) chart = ps_realised_chart_new (2024);
        PsChartStyle style = ps_chart_style (look);
        g_autoptr (Canvas) canvas = NULL;
        int middle = canvas_sizes[size][0] * 6 / 10, found;

        chart->ceiling_cents = 130000000;
        chart->last_year_cents[11] = 200000000;
        canvas = canvas_of_chart (&ps_chart_realised_kind, chart, canvas_sizes[size][0], canvas_sizes[size][1], &style);
        found = canvas_long_row (canvas, 40, 1, middle, 30, style.foreground);
        g_assert_cmpint (found, >, 0);
        g_assert_cmpfloat_with_epsilon (found, row_of (canvas, &style, middle, 130000000, 200000000), 1.5);
      }
}

static const PsChartSpot *
spot_of (GPtrArray *spots, guint place)
{
  return g_ptr_array_index (spots, place);
}

/* The line passes through the amount of each month. */
static void
test_points (void)
{
  g_autoptr (PsRealisedChart) chart = sample_realised (5);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = NULL;
  g_autoptr (GPtrArray) spots = ps_chart_realised_spots (chart, 620, 330, &style);

  chart->marks->len = 0;
  canvas = canvas_of_chart (&ps_chart_realised_kind, chart, 620, 330, &style);
  for (guint month = 0; month < 5; month++)
    {
      const PsChartSpot *spot = spot_of (spots, month);

      g_assert_true (canvas_has (canvas, (int) spot->at_x, (int) spot->at_y, style.blue));
      g_assert_cmpfloat_with_epsilon (spot->at_y, row_of (canvas, &style, 500, chart->realised_cents[month], 120000000), 1.5);
    }
  g_assert_false (canvas_has (canvas, (int) spot_of (spots, 5)->at_x, (int) spot_of (spots, 5)->at_y, style.blue));
}

/* A diamond: its four points are there, the corners around them are not. */
static void
test_diamond (void)
{
  for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
    {
      g_autoptr (PsRealisedChart) chart = sample_realised (5);
      PsChartStyle style = ps_chart_style (look);
      g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_realised_kind, chart, 620, 330, &style);
      g_autoptr (GPtrArray) spots = ps_chart_realised_spots (chart, 620, 330, &style);
      int x = (int) spot_of (spots, 2)->at_x, y = (int) spot_of (spots, 2)->at_y;

      g_assert_true (canvas_has (canvas, x, y, style.foreground));
      g_assert_true (canvas_has (canvas, x + 4, y, style.foreground));
      g_assert_true (canvas_has (canvas, x - 4, y, style.foreground));
      g_assert_true (canvas_has (canvas, x, y + 4, style.foreground));
      g_assert_true (canvas_has (canvas, x, y - 4, style.foreground));
      g_assert_false (canvas_has (canvas, x + 4, y + 4, style.foreground));
      g_assert_false (canvas_has (canvas, x - 4, y - 4, style.foreground));
    }
}

/* Where a peildatum's own amount is kept it is drawn there; without one, on the line of what is known now. */
static void
test_mark_values (void)
{
  g_autoptr (PsRealisedChart) chart = sample_realised (5);
  PsPeilMark mark = { ps_date_from_ymd (2024, 5, 19), ps_date_from_ymd (2024, 3, 31), 12345 };

  g_assert_cmpint (ps_realised_chart_mark_value (chart, &mark), ==, 12345);
  mark.realised_cents = PS_NO_NUMBER;
  g_assert_cmpint (ps_realised_chart_mark_value (chart, &mark), ==, 27000000);
  mark.data_through = ps_date_from_ymd (2024, 4, 10);
  g_assert_cmpint (ps_realised_chart_mark_value (chart, &mark), ==, 27000000 + 9000000 / 3);
  mark.data_through = ps_date_from_ymd (2024, 6, 10);
  g_assert_cmpint (ps_realised_chart_mark_value (chart, &mark), ==, PS_NO_NUMBER);
  mark.data_through = ps_date_from_ymd (2023, 12, 31);
  g_assert_cmpint (ps_realised_chart_mark_value (chart, &mark), ==, PS_NO_NUMBER);
  mark.data_through = PS_DATE_OPEN;
  g_assert_cmpint (ps_realised_chart_mark_value (chart, &mark), ==, PS_NO_NUMBER);
}

static void
test_band (void)
{
  g_autoptr (PsRealisedChart) chart = sample_realised (0);
  gint64 from, to;

  g_assert_true (ps_realised_chart_band (chart, ps_date_year_end (2024), &from, &to));
  g_assert_cmpint (from, ==, 95000000);
  g_assert_cmpint (to, ==, 105000000);
  g_assert_true (ps_realised_chart_band (chart, ps_date_from_ymd (2024, 6, 30), &from, &to));
  g_assert_cmpint (from, ==, 47240437); /* 95,000,000 × 182 ÷ 366 */
  chart->under_bp = -1;
  g_assert_false (ps_realised_chart_band (chart, ps_date_year_end (2024), &from, &to));
}

/* The band is filled between its two borders at the end of the year, and nowhere at its beginning. */
static void
test_band_is_drawn (void)
{
  g_autoptr (PsRealisedChart) chart = ps_realised_chart_new (2024);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = NULL;
  g_autoptr (GPtrArray) spots = NULL;
  const PsBox *december, *january;

  chart->ceiling_cents = 100000000;
  chart->under_bp = chart->over_bp = 1000;
  canvas = canvas_of_chart (&ps_chart_realised_kind, chart, 620, 330, &style);
  spots = ps_chart_realised_spots (chart, 620, 330, &style);
  december = &spot_of (spots, 11)->area;
  january = &spot_of (spots, 0)->area;
  g_assert_cmpint (canvas_count (canvas, (int) december->x, 46, (int) december->width, 250, style.band_fill), >, 300);
  g_assert_cmpint (canvas_count (canvas, (int) january->x, 46, (int) january->width / 2, 250, style.band_fill), <, 20);
}

static void
test_spot_words (void)
{
  g_autoptr (PsRealisedChart) chart = make_forecast ();
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (GPtrArray) spots = ps_chart_realised_spots (chart, 620, 330, &style);
  const PsChartSpot *march = spot_of (spots, 2);

  g_assert_cmpuint (spots->len, ==, 13);
  g_assert_cmpstr (march->title, ==, "Mar 2024");
  g_assert_nonnull (strstr (march->value, "Realised €\302\240270,000.00 (27.0\302\240% of the ceiling)"));
  g_assert_nonnull (strstr (march->value, "Peildatum 19-05-2024: €\302\240270,000.00, data up to 31-03-2024"));
  g_assert_nonnull (strstr (march->value, "In 2023 €\302\240210,000.00"));
  g_assert_null (strstr (spot_of (spots, 3)->value, "Peildatum"));
  g_assert_nonnull (strstr (spot_of (spots, 7)->value, "Not known yet"));
  g_assert_cmpstr (spot_of (spots, 12)->title, ==, "Forecast of 2024");
  g_assert_cmpint (ps_chart_spot_at (spots, -1, 5), ==, -1);
}

static void
test_table (void)
{
  g_autoptr (PsRealisedChart) chart = make_forecast ();
  g_autoptr (PsChartTable) table = ps_chart_realised_table (chart);

  g_assert_cmpuint (ps_chart_table_n_rows (table), ==, 13);
  g_assert_cmpstr (ps_chart_table_text (table, 0, 0), ==, "Jan 2024");
  g_assert_cmpint (ps_chart_table_amount (table, 4, 1), ==, 45000000);
  g_assert_cmpint (ps_chart_table_amount (table, 5, 1), ==, PS_NO_NUMBER);
  g_assert_cmpint (ps_chart_table_amount (table, 11, 4), ==, 105000000);
  g_assert_cmpint (ps_chart_table_amount (table, 12, 1), ==, 118000000);
}

static void
assert_described (PsRealisedChart *chart, const char *wanted)
{
  g_autofree char *text = ps_chart_realised_describe (chart);

  g_assert_cmpstr (text, ==, wanted);
  ps_realised_chart_free (chart);
}

static void
test_describe (void)
{
  assert_described (make_forecast (),
                    "Realised €\302\240450,000.00 up to and including May 2024; that is 45.0\302\240% of the "
                    "ceiling of €\302\2401,000,000.00; above the bandwidth of that part of the year; the forecast of the year is "
                    "€\302\2401,180,000.00.");
  assert_described (make_no_production (), "No production known of 2024 yet; the ceiling is €\302\2401,000,000.00.");
  assert_described (make_nothing (), "No production known of 2023 yet; no ceiling agreed.");
}

static void
test_set (void)
{
  g_autoptr (PsRealisedChart) chart = ps_realised_chart_new (2024);
  PsRealised realised = { .ceiling_cents = 7 };

  for (int month = 0; month < 12; month++)
    realised.realised_cents[month] = month < 2 ? month : PS_NO_NUMBER;
  ps_realised_chart_set (chart, &realised, NULL);
  g_assert_cmpint (chart->ceiling_cents, ==, 7);
  g_assert_cmpint (ps_realised_chart_last_month (chart), ==, 1);
  g_assert_cmpint (chart->last_year_cents[0], ==, PS_NO_NUMBER);
  ps_realised_chart_set (chart, NULL, &realised);
  g_assert_cmpint (chart->last_year_cents[1], ==, 1);
  g_assert_cmpint (ps_realised_chart_last_month (chart), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/realised/all-kinds", test_all_kinds);
  g_test_add_func ("/charts/realised/enlarged", test_enlarged);
  g_test_add_func ("/charts/realised/ceiling-height", test_ceiling_height);
  g_test_add_func ("/charts/realised/points", test_points);
  g_test_add_func ("/charts/realised/diamond", test_diamond);
  g_test_add_func ("/charts/realised/mark-values", test_mark_values);
  g_test_add_func ("/charts/realised/band", test_band);
  g_test_add_func ("/charts/realised/band-is-drawn", test_band_is_drawn);
  g_test_add_func ("/charts/realised/spot-words", test_spot_words);
  g_test_add_func ("/charts/realised/table", test_table);
  g_test_add_func ("/charts/realised/describe", test_describe);
  g_test_add_func ("/charts/realised/set", test_set);
  return g_test_run ();
}
