/* test-chart-series-lines.c: series as lines: where their points lie, gaps, corridor, what is expected, words at the ends
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-texts.h"
#include "series-samples.h"

#include "charts/ps-chart-series-layout.h"

#include <math.h>

#define WIDTH 620
#define HEIGHT 330

/* Where a figure lies by the words of the axis: the middles of two of its labels give the scale. */
static double
y_by_axis (GPtrArray *texts, gint64 value, gint64 low, const char *low_label, gint64 high, const char *high_label)
{
  const CanvasText *lower = texts_find (texts, low_label), *higher = texts_find (texts, high_label);
  double from, to;

  g_assert_nonnull (lower);
  g_assert_nonnull (higher);
  from = lower->ink.y + lower->ink.height / 2;
  to = higher->ink.y + higher->ink.height / 2;
  return from + (to - from) * (double) (value - low) / (double) (high - low);
}

static void
find_point (const PsSeriesSet *set, const PsChartStyle *style, guint series, guint category, double *x, double *y)
{
  g_autoptr (GPtrArray) spots = ps_chart_series_kind.spots (set, WIDTH, HEIGHT, style);
  const PsChartPart *part = ps_chart_spot_part (g_ptr_array_index (spots, category), (int) series);

  g_assert_nonnull (part);
  *x = part->at_x;
  *y = part->at_y;
}

/* A line's points lie where its figures are on the axis, and there is a dot. */
static void
test_points (void)
{
  static const gint64 values[] = { 100, 350, 220, 400, 150, 333 };

  for (PsChartLook look = PS_LOOK_LIGHT; look <= PS_LOOK_DARK; look++)
    {
      g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_LINES, PS_VALUE_COUNT, G_N_ELEMENTS (values));
      PsChartStyle style = ps_chart_style (look);
      g_autoptr (Canvas) canvas = NULL;
      g_autoptr (GPtrArray) texts = NULL;

      sample_add (set, PS_ROLE_VALUE, "clients", values);
      set->zero_based = TRUE;
      canvas = canvas_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &style);
      texts = texts_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &style);
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          double x, y;

          find_point (set, &style, 0, i, &x, &y);
          g_assert_true (canvas_has (canvas, (int) x, (int) y, style.blue));
          /* The letters of a label are not quite in its middle. */
          g_assert_cmpfloat_with_epsilon (y, y_by_axis (texts, values[i], 0, "0", 400, "400"), 1.5);
        }
    }
}

/* Half a pixel: two points that differ by a known part of the axis differ by that part of its length. */
static void
test_exact (void)
{
  static const gint64 values[] = { 0, 400, 137 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_LINES, PS_VALUE_COUNT, G_N_ELEMENTS (values));
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = NULL;
  double x, bottom, top, y;
  int first, last;

  sample_add (set, PS_ROLE_VALUE, "clients", values);
  canvas = canvas_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &style);
  find_point (set, &style, 0, 0, &x, &bottom);
  find_point (set, &style, 0, 1, &x, &top);
  find_point (set, &style, 0, 2, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, bottom + (top - bottom) * 137 / 400, 0.5);
  /* The middle of the dot that is drawn. */
  for (first = (int) y; canvas_has (canvas, (int) x, first - 1, style.blue); first--)
    ;
  for (last = (int) y; canvas_has (canvas, (int) x, last + 1, style.blue); last++)
    ;
  g_assert_cmpfloat_with_epsilon ((first + last + 1) / 2.0, y, 1);
}

/* An axis that does not begin at 0 says where it does; one that does says nothing. */
static void
test_axis_start (void)
{
  static const gint64 values[] = { 331000000, 339000000, 362000000, 357000000 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_LINES, PS_VALUE_MONEY, G_N_ELEMENTS (values));
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);

  sample_add (set, PS_ROLE_VALUE, "realised", values);
  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GPtrArray) texts = texts_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &style);

      g_assert_true ((texts_find (texts, "axis starts at €\302\2403.3\302\240mln") != NULL) == (round == 0));
      set->zero_based = TRUE;
    }
}

/* Between two known points with an unknown one there is no line. */
static void
test_gap (void)
{
  static const gint64 values[] = { 100, 100, PS_NO_NUMBER, 100, 100, PS_NO_NUMBER, 100 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_LINES, PS_VALUE_COUNT, G_N_ELEMENTS (values));
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsSeriesFrame) frame = { 0 };
  g_autoptr (Canvas) canvas = NULL;
  int y;

  sample_add (set, PS_ROLE_VALUE, "clients", values);
  set->zero_based = TRUE;
  canvas = canvas_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &style);
  ps_pen_init (&pen, NULL, &style);
  ps_series_frame_init (&frame, &pen, set, WIDTH, HEIGHT);
  y = (int) ps_series_up (&frame, 100);
  for (guint i = 0; i + 1 < G_N_ELEMENTS (values); i++)
    {
      int x = (int) (ps_series_category_x (&frame, i) + ps_series_category_x (&frame, i + 1)) / 2;
      gboolean known = values[i] != PS_NO_NUMBER && values[i + 1] != PS_NO_NUMBER;

      g_assert_cmpint (canvas_count (canvas, x, y - 2, 1, 4, style.blue) > 0, ==, known);
    }
  g_assert_true (canvas_has (canvas, (int) ps_series_category_x (&frame, 6), y, style.blue));
}

/* The corridor lies between its edges, and nowhere else. */
static void
test_band (void)
{
  static const gint64 lower[] = { 100, 100, 100, 100 }, upper[] = { 200, 200, 200, 200 }, values[] = { 50, 60, 50, 260 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_LINES, PS_VALUE_COUNT, 4);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsSeriesFrame) frame = { 0 };
  g_autoptr (Canvas) canvas = NULL;

  sample_add (set, PS_ROLE_VALUE, "realised", values);
  sample_add (set, PS_ROLE_LOWER, "from", lower);
  sample_add (set, PS_ROLE_UPPER, "to", upper);
  set->zero_based = TRUE;
  canvas = canvas_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &style);
  ps_pen_init (&pen, NULL, &style);
  ps_series_frame_init (&frame, &pen, set, WIDTH, HEIGHT);
  for (int x = (int) frame.plot.x + 4; x < frame.plot.x + frame.plot.width / 2; x += 20)
    {
      g_assert_true (canvas_has (canvas, x, (int) ps_series_up (&frame, 150) + 3, style.band_fill));
      g_assert_true (canvas_has (canvas, x, (int) ps_series_up (&frame, 190), style.band_fill));
      g_assert_true (canvas_has (canvas, x, (int) ps_series_up (&frame, 110), style.band_fill));
      g_assert_false (canvas_has (canvas, x, (int) ps_series_up (&frame, 210), style.band_fill));
      g_assert_false (canvas_has (canvas, x, (int) ps_series_up (&frame, 90), style.band_fill));
    }
}

/* What is expected is dashed, goes on from what was measured, and has open points. */
static void
test_forecast (void)
{
  static const gint64 values[] = { 100, 100, PS_NO_NUMBER, PS_NO_NUMBER }, forecast[] = { PS_NO_NUMBER, PS_NO_NUMBER, 100, 100 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_LINES, PS_VALUE_COUNT, 4);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = NULL;
  double x[4], y;
  int between, length;

  sample_add (set, PS_ROLE_VALUE, "realised", values);
  sample_add (set, PS_ROLE_FORECAST, "forecast", forecast);
  set->zero_based = TRUE;
  canvas = canvas_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &style);
  for (guint i = 0; i < 4; i++)
    find_point (set, &style, i < 2 ? 0 : 1, i, &x[i], &y);
  /* Filled where it was measured, open where it is expected. */
  g_assert_true (canvas_has (canvas, (int) x[1], (int) y, style.blue));
  g_assert_true (canvas_has (canvas, (int) x[2], (int) y, style.background));
  for (guint i = 0; i < 3; i++)
    {
      length = (int) (x[i + 1] - x[i]) - 20;
      between = canvas_count (canvas, (int) x[i] + 10, (int) y, length, 1, style.blue);
      if (i == 0)
        g_assert_cmpint (between, ==, length);
      else
        {
          g_assert_cmpint (between, >, length / 3);
          g_assert_cmpint (between, <, length * 4 / 5);
        }
    }
}

/* Words stand at the ends of the lines where there is room, else in a legend below the title; never twice. */
static void
test_ends (void)
{
  g_autoptr (PsSeriesSet) set = sample_months (PS_SHAPE_LINES);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  static const double widths[] = { 620, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (GPtrArray) texts = texts_of_chart (&ps_chart_series_kind, set, widths[i], 400, &style);
      guint n = 0;

      for (guint j = 0; j < texts->len; j++)
        n += g_str_equal (((CanvasText *) texts->pdata[j])->text, "2023");
      g_assert_cmpuint (n, ==, 1);
      if (i == 0)
        g_assert_cmpfloat (texts_find (texts, "2023")->ink.x, >, widths[i] * 0.66);
      else
        g_assert_cmpfloat (texts_find (texts, "2023")->ink.y, <, 90);
    }
}

/* The line of five thousand points covers what all of them do: in each column of pixels from the lowest to the highest. */
static void
test_many (void)
{
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_LINES, PS_VALUE_COUNT, 5000);
  PsSeries *series = ps_series_set_add (set, PS_ROLE_VALUE, "clients");
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsSeriesFrame) frame = { 0 };
  g_autoptr (Canvas) canvas = NULL;

  for (guint i = 0; i < 5000; i++)
    series->values[i] = 100 + i % 3;
  /* One among five thousand is seen. */
  series->values[2345] = 900;
  canvas = canvas_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &style);
  ps_pen_init (&pen, NULL, &style);
  ps_series_frame_init (&frame, &pen, set, WIDTH, HEIGHT);
  g_assert_cmpint (canvas_count (canvas, (int) ps_series_category_x (&frame, 2345) - 2, (int) ps_series_up (&frame, 900) - 3, 5,
                                 60, style.blue),
                   >, 20);
  g_assert_cmpint (canvas_count (canvas, (int) ps_series_category_x (&frame, 2200) - 2, (int) ps_series_up (&frame, 900) - 3, 5,
                                 60, style.blue),
                   ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/series/lines/points", test_points);
  g_test_add_func ("/charts/series/lines/exact", test_exact);
  g_test_add_func ("/charts/series/lines/axis-start", test_axis_start);
  g_test_add_func ("/charts/series/lines/gap", test_gap);
  g_test_add_func ("/charts/series/lines/band", test_band);
  g_test_add_func ("/charts/series/lines/forecast", test_forecast);
  g_test_add_func ("/charts/series/lines/ends", test_ends);
  g_test_add_func ("/charts/series/lines/many", test_many);
  return g_test_run ();
}
