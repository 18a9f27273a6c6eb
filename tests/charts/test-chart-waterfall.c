/* test-chart-waterfall.c: from gross production to balance: the bars, the points to visit, the figures in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-canvas.h"

#include <string.h>

#define WIDTH 500
#define HEIGHT 260

static void
add_end (PsWaterfallChart *chart, gint64 payable, gint64 paid)
{
  ps_waterfall_chart_add (chart, PS_WATERFALL_TOTAL, "Payable", NULL, payable);
  ps_waterfall_chart_add (chart, PS_WATERFALL_PAID, "Paid", NULL, -paid);
  ps_waterfall_chart_add (chart, PS_WATERFALL_BALANCE, "Balance", NULL, payable - paid);
}

static PsWaterfallChart *
make_plain (gint64 gross, gint64 change, gint64 paid, gint64 ceiling)
{
  PsWaterfallChart *chart = ps_waterfall_chart_new (ceiling);

  ps_waterfall_chart_add (chart, PS_WATERFALL_TOTAL, "Gross production", NULL, gross);
  ps_waterfall_chart_add (chart, PS_WATERFALL_CHANGE, "A label that is much longer than anyone would think it should be", NULL,
                          change);
  add_end (chart, gross + change, paid);
  return chart;
}

static PsWaterfallChart *
make_many (void)
{
  PsWaterfallChart *chart = ps_waterfall_chart_new (100000);

  ps_waterfall_chart_add (chart, PS_WATERFALL_TOTAL, "Gross production", NULL, 400000);
  for (int i = 0; i < 40; i++)
    ps_waterfall_chart_add (chart, PS_WATERFALL_CHANGE, "Band 100 – 103 % of AMB1/0983", NULL, -1000);
  add_end (chart, 360000, 0);
  return chart;
}

static PsWaterfallChart *
make_kind (int kind)
{
  switch (kind)
    {
    case 0:
      return sample_waterfall ();
    case 1:
      return make_plain (0, 0, 0, PS_NO_NUMBER);
    case 2:
      return make_plain (-1234567, 0, 2000000, 0);
    case 3:
      return make_plain (500, 250, -700, 100);
    case 4:
      return make_plain (G_MAXINT64 / 2, -1, G_MAXINT64 / 2, G_MAXINT64 / 3);
    case 5:
      return make_plain (1, -1, 1, 3);
    case 6:
      return make_many ();
    default:
      return ps_waterfall_chart_new (PS_NO_NUMBER);
    }
}

static void
test_all_kinds (void)
{
  for (int kind = 0; kind < 8; kind++)
    for (gsize size = 0; size < G_N_ELEMENTS (canvas_sizes); size++)
      for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
        {
          g_autoptr (PsWaterfallChart) chart = make_kind (kind);
          PsChartStyle style = ps_chart_style (look);
          int width = canvas_sizes[size][0], height = canvas_sizes[size][1];
          g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_waterfall_kind, chart, width, height, &style);

          /* The largest amounts are wider than a narrow picture. */
          if (kind != 4 || width > 600)
            canvas_assert_margin_is_free (canvas, style.background);
          assert_spots (&ps_chart_waterfall_kind, chart, width, height, &style);
        }
}

static const PsChartSpot *
spot_of (GPtrArray *spots, guint place)
{
  return g_ptr_array_index (spots, place);
}

/* The bar of a row, found in the picture by its colour, right of the words. */
static Run
bar_of (const Canvas *canvas, GPtrArray *spots, guint row, int from_x, PsColour colour)
{
  return canvas_run_in_row (canvas, (int) spot_of (spots, row)->at_y, from_x, colour);
}

static int
length_of (Run run)
{
  return run.last - run.first + 1;
}

/* 1000 - 200 = 800, paid 500, balance 300: bars from 0, each as long as its amount. */
static void
test_bars_from_zero (void)
{
  for (PsChartLook look = PS_LOOK_LIGHT; look <= PS_LOOK_DARK; look++)
    {
      g_autoptr (PsWaterfallChart) chart = make_plain (100000, -20000, 50000, PS_NO_NUMBER);
      PsChartStyle style = ps_chart_style (look);
      g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_waterfall_kind, chart, WIDTH, HEIGHT, &style);
      g_autoptr (GPtrArray) spots = ps_chart_waterfall_spots (chart, WIDTH, HEIGHT, &style);
      Run gross = bar_of (canvas, spots, 0, 200, style.blue);
      double cent = length_of (gross) / 100000.0;
      Run change = bar_of (canvas, spots, 1, gross.first, style.orange);
      Run payable = bar_of (canvas, spots, 2, gross.first, style.blue);
      Run paid = bar_of (canvas, spots, 3, gross.first - 1, style.grey);
      Run balance = bar_of (canvas, spots, 4, gross.first, style.foreground);

      g_assert_cmpint (length_of (gross), >, 100);
      g_assert_cmpfloat_with_epsilon (length_of (change), 20000 * cent, 2.1);
      g_assert_cmpfloat_with_epsilon (change.last, gross.last, 1.1);
      g_assert_cmpfloat_with_epsilon (length_of (payable), 80000 * cent, 2.1);
      g_assert_cmpfloat_with_epsilon (length_of (paid), 50000 * cent, 2.1);
      g_assert_cmpfloat_with_epsilon (paid.first, gross.first, 1.1);
      g_assert_cmpfloat_with_epsilon (balance.first, paid.last, 2.1);
      g_assert_cmpfloat_with_epsilon (balance.last, payable.last, 1.1);
    }
}

/* Beside each other an amount is as long in both, whatever their own range and however long their labels. */
static void
test_shared_axis (void)
{
  g_autoptr (PsWaterfallChart) small = ps_waterfall_chart_new (PS_NO_NUMBER);
  g_autoptr (PsWaterfallChart) large = make_plain (400000, -20000, 50000, PS_NO_NUMBER);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);

  ps_waterfall_chart_add (small, PS_WATERFALL_TOTAL, "Gross", NULL, 100000);
  add_end (small, 100000, 50000);
  ps_waterfall_share_axis (small, large);

  g_autoptr (Canvas) small_canvas = canvas_of_chart (&ps_chart_waterfall_kind, small, WIDTH, HEIGHT, &style);
  g_autoptr (Canvas) large_canvas = canvas_of_chart (&ps_chart_waterfall_kind, large, WIDTH, HEIGHT, &style);
  g_autoptr (GPtrArray) small_spots = ps_chart_waterfall_spots (small, WIDTH, HEIGHT, &style);
  g_autoptr (GPtrArray) large_spots = ps_chart_waterfall_spots (large, WIDTH, HEIGHT, &style);
  Run paid = bar_of (large_canvas, large_spots, 3, 200, style.grey);
  Run same = bar_of (small_canvas, small_spots, 2, 200, style.grey);

  g_assert_cmpint (length_of (paid), >, 10);
  g_assert_cmpfloat_with_epsilon (length_of (same), length_of (paid), 1.1);
  g_assert_cmpfloat_with_epsilon (same.first, paid.first, 1.1);
}

/* The axis of one that is far from 0 does not start later where the other's amounts are near it. */
static void
test_shared_axis_is_not_broken (void)
{
  g_autoptr (PsWaterfallChart) far = sample_waterfall (), near = make_plain (500, 250, 100, PS_NO_NUMBER);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);

  ps_waterfall_share_axis (near, far);

  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_waterfall_kind, far, 860, HEIGHT, &style);
  g_autoptr (GPtrArray) spots = ps_chart_waterfall_spots (far, 860, HEIGHT, &style);

  g_assert_cmpint (length_of (bar_of (canvas, spots, 0, 200, style.blue)), >, 100);
}

/* A deduction is where the total it is taken from ends; the spot points to where it leads. */
static void
test_spots_point_at_ends (void)
{
  g_autoptr (PsWaterfallChart) chart = make_plain (100000, -20000, 50000, PS_NO_NUMBER);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_waterfall_kind, chart, WIDTH, HEIGHT, &style);
  g_autoptr (GPtrArray) spots = ps_chart_waterfall_spots (chart, WIDTH, HEIGHT, &style);

  g_assert_cmpfloat_with_epsilon (spot_of (spots, 0)->at_x, bar_of (canvas, spots, 0, 200, style.blue).last + 1, 1.1);
  g_assert_cmpfloat_with_epsilon (spot_of (spots, 1)->at_x, spot_of (spots, 2)->at_x, 0.001);
  g_assert_cmpfloat_with_epsilon (spot_of (spots, 4)->at_x, spot_of (spots, 2)->at_x, 0.001);
}

/* Far from 0 the axis starts later: the bars show a gap, and their differences keep their proportion. */
static void
test_broken_axis (void)
{
  g_autoptr (PsWaterfallChart) chart = sample_waterfall ();
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_waterfall_kind, chart, 860, HEIGHT, &style);
  g_autoptr (GPtrArray) spots = ps_chart_waterfall_spots (chart, 860, HEIGHT, &style);
  Run stub = bar_of (canvas, spots, 0, 200, style.blue);
  Run donut = bar_of (canvas, spots, 2, stub.last, style.orange);
  Run band = bar_of (canvas, spots, 3, stub.last, style.orange);

  g_assert_cmpint (length_of (stub), <, 20);
  g_assert_true (canvas_has (canvas, stub.last + 3, (int) spot_of (spots, 0)->at_y, style.background));
  g_assert_cmpint (length_of (donut), >, 60);
  g_assert_cmpfloat_with_epsilon ((double) length_of (donut) / length_of (band), 2.0, 0.1);
}

/* Not for a few cents on a million. */
static void
test_axis_is_not_broken_for_cents (void)
{
  g_autoptr (PsWaterfallChart) chart = make_plain (100000000, -5, 100000000, PS_NO_NUMBER);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_waterfall_kind, chart, WIDTH, HEIGHT, &style);
  g_autoptr (GPtrArray) spots = ps_chart_waterfall_spots (chart, WIDTH, HEIGHT, &style);

  g_assert_cmpint (length_of (bar_of (canvas, spots, 0, 200, style.blue)), >, 100);
  /* What is hardly anything is still seen. */
  g_assert_cmpint (length_of (bar_of (canvas, spots, 1, 200, style.orange)), ==, 2);
}

/* A negative gross production lies left of 0, what was paid right of it, and the balance reaches over both. */
static void
test_negative (void)
{
  g_autoptr (PsWaterfallChart) chart = make_plain (-40000, 0, 60000, PS_NO_NUMBER);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_waterfall_kind, chart, WIDTH, HEIGHT, &style);
  g_autoptr (GPtrArray) spots = ps_chart_waterfall_spots (chart, WIDTH, HEIGHT, &style);
  Run gross = bar_of (canvas, spots, 0, 200, style.blue);
  Run paid = bar_of (canvas, spots, 3, gross.first, style.grey);
  Run balance = canvas_run_in_row (canvas, (int) spot_of (spots, 4)->at_y, gross.first - 2, style.foreground);

  while (length_of (paid) < 3)
    paid = canvas_run_in_row (canvas, (int) spot_of (spots, 3)->at_y, paid.last + 1, style.grey);
  g_assert_cmpfloat_with_epsilon (paid.first, gross.last, 2.1);
  g_assert_cmpfloat_with_epsilon ((double) length_of (paid) / length_of (gross), 1.5, 0.06);
  g_assert_cmpfloat_with_epsilon (length_of (balance), length_of (paid) + length_of (gross), 3.1);
}

/* An addition is drawn open, a deduction filled. */
static void
test_addition (void)
{
  g_autoptr (PsWaterfallChart) chart = make_plain (50000, 50000, 0, PS_NO_NUMBER);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_waterfall_kind, chart, WIDTH, HEIGHT, &style);
  g_autoptr (GPtrArray) spots = ps_chart_waterfall_spots (chart, WIDTH, HEIGHT, &style);

  g_assert_cmpint (length_of (bar_of (canvas, spots, 1, 200, style.band_fill)), >, 40);
  g_assert_cmpint (length_of (bar_of (canvas, spots, 1, 200, style.orange)), ==, 0);
}

static void
add_figure (GArray *figures, PsFigureKind kind, gint64 amount, const char *label, const char *sentence)
{
  PsFigure figure = { .kind = kind, .amount_cents = amount, .label = g_strdup (label), .sentence = g_strdup (sentence) };

  g_array_append_val (figures, figure);
}

static void
clear_figure (gpointer data)
{
  PsFigure *figure = data;

  g_free (figure->label);
  g_free (figure->sentence);
}

static void
test_from_figures (void)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (PsFigure));
  g_autoptr (PsWaterfallChart) chart = NULL;
  g_autoptr (PsChartTable) table = NULL;
  static const PsWaterfallKind kinds[] = { PS_WATERFALL_TOTAL, PS_WATERFALL_CHANGE, PS_WATERFALL_CHANGE, PS_WATERFALL_CHANGE,
                                           PS_WATERFALL_TOTAL, PS_WATERFALL_PAID,   PS_WATERFALL_BALANCE };

  g_array_set_clear_func (figures, clear_figure);
  add_figure (figures, PS_FIGURE_GROSS, 100, "Gross", NULL);
  add_figure (figures, PS_FIGURE_NORM_DURATION, -10, "Norm duration", NULL);
  add_figure (figures, PS_FIGURE_BAND, -30, "Band", "30 % of 100");
  add_figure (figures, PS_FIGURE_CAP, 5, "Cap", NULL);
  add_figure (figures, PS_FIGURE_PAYABLE, 65, "Payable", NULL);
  add_figure (figures, PS_FIGURE_PAID, -70, "Paid", NULL);
  add_figure (figures, PS_FIGURE_BALANCE, -5, "Balance", NULL);
  chart = ps_waterfall_from_figures (figures, 80);
  g_array_unref (figures);
  g_assert_cmpuint (chart->steps->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < chart->steps->len; i++)
    g_assert_cmpint (g_array_index (chart->steps, PsWaterfallStep, i).kind, ==, kinds[i]);
  table = ps_chart_waterfall_table (chart);
  g_assert_cmpuint (ps_chart_table_n_rows (table), ==, G_N_ELEMENTS (kinds));
  g_assert_cmpstr (ps_chart_table_text (table, 2, 2), ==, "30 % of 100");
  g_assert_cmpint (ps_chart_table_amount (table, 5, 1), ==, -70);
}

static void
test_words (void)
{
  g_autoptr (PsWaterfallChart) chart = sample_waterfall ();
  g_autoptr (PsWaterfallChart) empty = ps_waterfall_chart_new (PS_NO_NUMBER);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (GPtrArray) spots = ps_chart_waterfall_spots (chart, WIDTH, HEIGHT, &style);
  g_autofree char *text = ps_chart_waterfall_describe (chart);
  g_autofree char *nothing = ps_chart_waterfall_describe (empty);

  g_assert_true (g_str_has_prefix (text, "Gross production €\302\2401,827,635.68; Norm duration €\302\240−10,521.41; "));
  g_assert_true (g_str_has_suffix (text, "Balance, to reclaim €\302\240−51,301.59."));
  g_assert_cmpstr (nothing, ==, "Nothing to settle.");
  g_assert_cmpstr (spot_of (spots, 1)->value, ==, "€\302\240−10,521.41\nCare beyond its norm duration");
  g_assert_cmpfloat (ps_chart_waterfall_natural_height (chart, WIDTH, &style), >, 8 * 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/waterfall/all-kinds", test_all_kinds);
  g_test_add_func ("/charts/waterfall/bars-from-zero", test_bars_from_zero);
  g_test_add_func ("/charts/waterfall/shared-axis", test_shared_axis);
  g_test_add_func ("/charts/waterfall/shared-axis-not-broken", test_shared_axis_is_not_broken);
  g_test_add_func ("/charts/waterfall/spots-point-at-ends", test_spots_point_at_ends);
  g_test_add_func ("/charts/waterfall/broken-axis", test_broken_axis);
  g_test_add_func ("/charts/waterfall/not-broken-for-cents", test_axis_is_not_broken_for_cents);
  g_test_add_func ("/charts/waterfall/negative", test_negative);
  g_test_add_func ("/charts/waterfall/addition", test_addition);
  g_test_add_func ("/charts/waterfall/from-figures", test_from_figures);
  g_test_add_func ("/charts/waterfall/words", test_words);
  return g_test_run ();
}
