/* test-chart-curve.c: the payment curve: the drawing, the points to visit, the figures in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-canvas.h"

#include "charts/ps-chart-curve-labels.h"
#include "charts/ps-chart-curve-small.h"

#include <string.h>

#define NBSP "\302\240"
#define CEILING 176400000

typedef struct
{
  const char *what;
  gboolean whole;
  int bands[16]; /* from, paid, from, paid …; -1 ends them */
  gint64 ceiling;
  gint64 produced;
} Case;

/* The scheme of the worked example, and everything that is odd. */
static const Case cases[] = {
  { "donut hole with steps", FALSE, { 0, 10000, 10000, 0, 10300, 7000, 10800, 4000, 11500, 0, -1 }, CEILING, 197289940 },
  { "without a point", FALSE, { 0, 10000, 10000, 0, 10300, 7000, -1 }, PS_NO_NUMBER, PS_NO_NUMBER },
  { "no bands", FALSE, { -1 }, CEILING, 100000000 },
  { "no bands, no ceiling", FALSE, { -1 }, PS_NO_NUMBER, PS_NO_NUMBER },
  { "one band", FALSE, { 0, 9000, -1 }, CEILING, CEILING },
  { "one band that pays nothing", FALSE, { 0, 0, -1 }, CEILING, CEILING },
  { "hard ceiling", FALSE, { 0, 10000, 10000, 0, -1 }, CEILING, 180000000 },
  { "cliff", TRUE, { 0, 10000, 10500, 9500, -1 }, CEILING, 190000000 },
  { "cliffs up and down", TRUE, { 0, 5000, 5000, 10000, 10500, 0, -1 }, CEILING, 100000000 },
  { "cliff that is all", TRUE, { 0, 10000, 10000, 0, -1 }, CEILING, 180000000 },
  { "borders far apart", FALSE, { 0, 9000, 1, 10000, 30000, 0, -1 }, CEILING, 20000000 },
  { "narrow bands", FALSE, { 0, 10000, 10000, 0, 10010, 9000, 10020, 8000, 10030, 7000, 10040, 6000, -1 }, CEILING, 176800000 },
  { "ceiling of nothing", FALSE, { 0, 10000, 10000, 0, -1 }, 0, 100000 },
  { "nothing produced", FALSE, { 0, 10000, 10000, 0, -1 }, CEILING, 0 },
  { "negative production", FALSE, { 0, 10000, 10000, 0, -1 }, CEILING, -5000000 },
  { "huge production", FALSE, { 0, 10000, 10000, 5000, -1 }, CEILING, G_MAXINT64 / 2 },
  { "too huge for its ceiling", FALSE, { 0, 10000, 10000, 5000, -1 }, 1, G_MAXINT64 },
  { "huge ceiling", FALSE, { 0, 10000, 10000, 5000, -1 }, G_MAXINT64 / 2, G_MAXINT64 / 2 },
};

static PsCurveChart *
make_chart (const Case *made)
{
  g_autoptr (PsScheme) scheme = ps_scheme_new ();

  scheme->whole = made->whole;
  for (const int *band = made->bands; band[0] >= 0; band += 2)
    {
      const PsStep step = { band[0], band[1] };
      g_array_append_val (scheme->bands, step);
    }
  return ps_curve_chart_new (scheme, made->ceiling, made->produced);
}

static PsCurveChart *
make_named (const char *what)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (strcmp (cases[i].what, what) == 0)
      return make_chart (&cases[i]);
  g_assert_not_reached ();
}

/* Every chart, size and look: drawn, nothing cut off at the edge, spots in order, words there. */
static void
test_all_kinds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize size = 0; size < G_N_ELEMENTS (canvas_sizes); size++)
      for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
        {
          g_autoptr (PsCurveChart) chart = make_chart (&cases[i]);
          PsChartStyle style = ps_chart_style (look);
          int width = canvas_sizes[size][0], height = canvas_sizes[size][1];
          g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_curve_kind, chart, width, height, &style);

          g_test_message ("%s, %d wide", cases[i].what, width);
          canvas_assert_margin_is_free (canvas, style.background);
          assert_spots (&ps_chart_curve_kind, chart, width, height, &style);
        }
}

static void
test_enlarged (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsCurveChart) chart = make_chart (&cases[i]);
      PsChartStyle style = ps_chart_style (PS_LOOK_DARK);
      g_autoptr (Canvas) canvas = NULL;

      style.scale = 1.5;
      style.show_title = FALSE;
      canvas = canvas_of_chart (&ps_chart_curve_kind, chart, 620, 330, &style);
      canvas_assert_margin_is_free (canvas, style.background);
      assert_spots (&ps_chart_curve_kind, chart, 620, 330, &style);
    }
}

static void
assert_labels_apart (const PsCurveLayout *layout)
{
  double end = layout->plot.x;

  for (guint i = 0; i < layout->labels->len; i++)
    {
      const PsBandLabel *label = &g_array_index (layout->labels, PsBandLabel, i);

      if (label->share == NULL)
        continue;
      g_assert_cmpfloat (label->left, >=, end);
      g_assert_cmpfloat (label->left, >=, label->from_x);
      g_assert_cmpfloat (label->left + label->width, <=, label->to_x);
      end = label->left + label->width;
    }
}

/* Whatever the width: each name stands on its own band, and none over another. */
static void
test_band_names (void)
{
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_auto (PsPen) pen = { 0 };

  ps_pen_init (&pen, NULL, &style);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int width = 200; width < 1400; width += 37)
      {
        g_autoptr (PsCurveChart) chart = make_chart (&cases[i]);
        g_auto (PsCurveLayout) layout = { 0 };

        ps_curve_layout_init (&layout, &pen, chart, width, width * 0.6);
        assert_labels_apart (&layout);
        g_assert_cmpfloat (layout.plot.y + layout.plot.height, <=, layout.axis_y);
      }
}

/* On a wide curve every band says its name and share; on a narrow one the share goes first for want of room, then nothing. */
static void
test_names_give_way (void)
{
  g_autoptr (PsCurveChart) chart = make_named ("donut hole with steps");
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsCurveLayout) wide = { 0 }, narrow = { 0 };

  ps_pen_init (&pen, NULL, &style);
  ps_curve_layout_init (&wide, &pen, chart, 1200, 500);
  ps_curve_layout_init (&narrow, &pen, chart, 300, 260);
  for (guint i = 0; i < 5; i++)
    g_assert_nonnull (g_array_index (wide.labels, PsBandLabel, i).name);
  g_assert_cmpstr (g_array_index (wide.labels, PsBandLabel, 2).share, ==, "70" NBSP "%");
  g_assert_null (g_array_index (narrow.labels, PsBandLabel, 1).name);
}

static const PsChartSpot *
spot_of (GPtrArray *spots, guint place)
{
  g_assert_cmpuint (place, <, spots->len);
  return g_ptr_array_index (spots, place);
}

/* The curve runs through its corners, and is not where it would be without deductions. */
static void
test_corners (void)
{
  g_autoptr (PsCurveChart) chart = make_named ("without a point");
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_curve_kind, chart, 620, 330, &style);
  g_autoptr (GPtrArray) spots = ps_chart_curve_kind.spots (chart, 620, 330, &style);

  g_assert_cmpuint (spots->len, ==, 2);
  for (guint i = 0; i < spots->len; i++)
    g_assert_true (canvas_has (canvas, (int) spot_of (spots, i)->at_x, (int) spot_of (spots, i)->at_y, style.blue));
  g_assert_cmpfloat_with_epsilon (spot_of (spots, 0)->at_y, spot_of (spots, 1)->at_y, 0.001);
  g_assert_cmpint (
      canvas_count (canvas, (int) spot_of (spots, 1)->at_x - 3, 60, 6, (int) spot_of (spots, 1)->at_y - 70, style.blue), ==, 0);
}

/* The upright is as tall as what is deducted, in orange; the diamond stands at its foot. */
static void
test_point (void)
{
  for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
    {
      g_autoptr (PsCurveChart) chart = make_named ("donut hole with steps");
      PsChartStyle style = ps_chart_style (look);
      g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_curve_kind, chart, 1200, 500, &style);
      g_autoptr (GPtrArray) spots = ps_chart_curve_kind.spots (chart, 1200, 500, &style);
      g_auto (PsPen) pen = { 0 };
      g_auto (PsCurveLayout) layout = { 0 };
      double x, y, top;

      ps_pen_init (&pen, NULL, &style);
      ps_curve_layout_init (&layout, &pen, chart, 1200, 500);
      x = ps_curve_layout_point (&layout, &y);
      top = ps_curve_layout_y (&layout, 11184);
      g_assert_cmpint (layout.point_produced_bp, ==, 11184);
      g_assert_cmpint (layout.point_paid_bp, ==, 10504);
      g_assert_cmpint (layout.point_deduction_cents, ==, 12004764);
      g_assert_true (canvas_has (canvas, (int) x, (int) y, style.foreground));
      g_assert_true (canvas_has (canvas, (int) x, (int) ((y + top) / 2), style.orange));
      g_assert_true (canvas_has (canvas, (int) x, (int) top + 3, style.orange));
      g_assert_false (canvas_has (canvas, (int) x, (int) top - 4, style.orange));
      g_assert_cmpfloat_with_epsilon (spot_of (spots, 3)->at_x, x, 0.001);
    }
}

/* Nothing is deducted, so nothing is orange. */
static void
test_nothing_deducted (void)
{
  g_autoptr (PsCurveChart) chart = make_named ("no bands");
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_curve_kind, chart, 620, 330, &style);

  g_assert_cmpint (canvas_count (canvas, 0, 0, 620, 330, style.orange), ==, 0);
}

/* A cliff falls straight down, in orange, from the one corner to the other; a scheme of the other kind has none. */
static void
test_cliff (void)
{
  g_autoptr (PsCurveChart) chart = make_named ("cliff");
  g_autoptr (PsCurveChart) slope = NULL;
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (Canvas) canvas = NULL;
  g_auto (PsPen) pen = { 0 };
  g_auto (PsCurveLayout) layout = { 0 };
  g_auto (PsCurveLayout) other = { 0 };
  double x;

  chart->produced_cents = PS_NO_NUMBER;
  slope = ps_curve_chart_new (chart->scheme, PS_NO_NUMBER, PS_NO_NUMBER);
  slope->scheme->whole = FALSE;
  canvas = canvas_of_chart (&ps_chart_curve_kind, chart, 620, 330, &style);
  ps_pen_init (&pen, NULL, &style);
  ps_curve_layout_init (&layout, &pen, chart, 620, 330);
  ps_curve_layout_init (&other, &pen, slope, 620, 330);
  g_assert_cmpuint (layout.corners->len, ==, 4);
  g_assert_cmpint (ps_curve_layout_drop (&layout, 0), ==, 0);
  g_assert_cmpint (ps_curve_layout_drop (&layout, 1), ==, 525);
  x = ps_curve_layout_x (&layout, 10500);
  g_assert_true (canvas_has (canvas, (int) x, (int) ps_curve_layout_y (&layout, 10240), style.orange));
  for (guint i = 0; i < other.corners->len; i++)
    g_assert_cmpint (ps_curve_layout_drop (&other, i), ==, 0);
}

static void
test_cliff_words (void)
{
  g_autofree char *falls = ps_curve_cliff_text (525, 10500);
  g_autofree char *jumps = ps_curve_cliff_text (-1000, 9050);

  g_assert_cmpstr (falls, ==, "falls by 5.3" NBSP "% of the ceiling at 105" NBSP "%");
  g_assert_cmpstr (jumps, ==, "jumps by 10.0" NBSP "% of the ceiling at 90.5" NBSP "%");
}

/* Both axes start shortly before the first border, not at nothing; a point far off does not squeeze the rest. */
static void
test_range (void)
{
  g_autoptr (PsCurveChart) chart = make_named ("donut hole with steps");
  g_autoptr (PsCurveChart) low = make_named ("nothing produced");
  g_autoptr (PsCurveChart) high = make_named ("huge production");
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsCurveLayout) usual = { 0 }, before = { 0 }, beyond = { 0 };

  ps_pen_init (&pen, NULL, &style);
  ps_curve_layout_init (&usual, &pen, chart, 620, 400);
  ps_curve_layout_init (&before, &pen, low, 620, 400);
  ps_curve_layout_init (&beyond, &pen, high, 620, 400);
  g_assert_cmpint (usual.across.low, ==, 9500);
  g_assert_cmpint (usual.up.low, ==, 9500);
  g_assert_cmpint (usual.across.high, ==, 12000);
  g_assert_cmpint (usual.point, ==, PS_POINT_WITHIN);
  g_assert_cmpint (before.point, ==, PS_POINT_BEFORE);
  g_assert_cmpint (before.across.low, >, 9000);
  g_assert_cmpint (beyond.point, ==, PS_POINT_BEYOND);
  g_assert_cmpint (beyond.across.high, <, 12000);
}

static void
test_spot_words (void)
{
  g_autoptr (PsCurveChart) chart = make_named ("donut hole with steps");
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (GPtrArray) spots = ps_chart_curve_kind.spots (chart, 620, 330, &style);

  g_assert_cmpuint (spots->len, ==, 5);
  g_assert_cmpstr (spot_of (spots, 1)->title, ==, "103.0" NBSP "% (€" NBSP "1,816,920.00) produced");
  g_assert_nonnull (strstr (spot_of (spots, 1)->value, "Paid 100.0" NBSP "% (€" NBSP "1,764,000.00)"));
  g_assert_nonnull (strstr (spot_of (spots, 1)->value, "Deducted 3.0" NBSP "% (€" NBSP "52,920.00)"));
  g_assert_nonnull (strstr (spot_of (spots, 1)->value, "70" NBSP "% paid"));
  g_assert_null (strstr (spot_of (spots, 0)->value, "Deducted"));
  g_assert_nonnull (strstr (spot_of (spots, 3)->title, "€" NBSP "1,972,899.40"));
  g_assert_nonnull (strstr (spot_of (spots, 3)->value, "Deducted 6.8" NBSP "% (€" NBSP "120,047.64)"));
}

/* A point on a border tells both; a cliff is told as one. */
static void
test_spots_in_one_place (void)
{
  g_autoptr (PsCurveChart) chart = make_named ("cliff");
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (GPtrArray) spots = NULL;

  chart->produced_cents = CEILING / 100 * 105;
  spots = ps_chart_curve_kind.spots (chart, 620, 330, &style);
  g_assert_cmpuint (spots->len, ==, 1);
  g_assert_nonnull (strstr (spot_of (spots, 0)->value, "The payment falls by 5.3" NBSP "% of the ceiling at 105" NBSP "%"));
  g_assert_nonnull (strstr (spot_of (spots, 0)->value, "The point: 105.0" NBSP "%"));
}

static void
test_table (void)
{
  g_autoptr (PsCurveChart) chart = make_named ("cliff");
  g_autoptr (PsCurveChart) shares = make_named ("without a point");
  g_autoptr (PsChartTable) table = ps_chart_curve_kind.table (chart);
  g_autoptr (PsChartTable) of_shares = ps_chart_curve_kind.table (shares);

  g_assert_cmpuint (ps_chart_table_n_rows (table), ==, 5);
  g_assert_cmpstr (ps_chart_table_text (table, 1, 0), ==, "at 105" NBSP "%");
  g_assert_cmpint (ps_chart_table_amount (table, 1, 5), ==, 185220000);
  g_assert_cmpstr (ps_chart_table_text (table, 2, 0), ==, "just over 105" NBSP "%");
  g_assert_cmpint (ps_chart_table_amount (table, 2, 4), ==, 185220001);
  g_assert_cmpint (ps_chart_table_amount (table, 2, 5), ==, 175959001);
  g_assert_cmpint (ps_chart_table_amount (table, 4, 6), ==, 9500000);
  g_assert_cmpuint (of_shares->n_columns, ==, 4);
  g_assert_cmpstr (ps_chart_table_text (of_shares, 2, 3), ==, "3.0" NBSP "%");
}

static void
assert_describes (const char *what, const char *const *wanted)
{
  g_autoptr (PsCurveChart) chart = make_named (what);
  g_autofree char *text = ps_chart_curve_kind.describe (chart);

  for (; *wanted != NULL; wanted++)
    {
      g_test_message ("\"%s\" in \"%s\"", *wanted, text);
      g_assert_nonnull (strstr (text, *wanted));
    }
}

static void
test_describe (void)
{
  const char *usual[] = { "from 103" NBSP "% on", "70" NBSP "% paid",
                          "; of 111.8" NBSP "% (€" NBSP "1,972,899.40) produced 105.0" NBSP "% (€" NBSP
                          "1,852,851.76) is paid and €" NBSP "120,047.64 deducted.",
                          NULL };
  const char *cliff[] = { "; the payment falls by 5.3" NBSP "% of the ceiling at 105" NBSP "%", NULL };
  const char *empty[] = { "Everything is paid in full.", NULL };

  assert_describes ("donut hole with steps", usual);
  assert_describes ("cliff", cliff);
  assert_describes ("no bands, no ceiling", empty);
}

/* The small drawing has the curve, and orange only where the payment falls. */
static void
test_small (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsCurveChart) chart = make_chart (&cases[i]);
      PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
      g_autoptr (Canvas) canvas = canvas_new (100, 30, style.background);
      cairo_t *cr = cairo_create (canvas->surface);

      ps_curve_draw_small (cr, chart->scheme, 100, 30, &style);
      cairo_destroy (cr);
      cairo_surface_flush (canvas->surface);
      canvas_assert_margin_is_free (canvas, style.background);
      g_assert_cmpint (canvas_count (canvas, 0, 0, 100, 30, style.blue), >, 10);
      if (cases[i].whole)
        g_assert_cmpint (canvas_count (canvas, 0, 0, 100, 30, style.orange), >, 1);
      else
        g_assert_cmpint (canvas_count (canvas, 0, 0, 100, 30, style.orange), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/curve/all-kinds", test_all_kinds);
  g_test_add_func ("/charts/curve/enlarged", test_enlarged);
  g_test_add_func ("/charts/curve/band-names", test_band_names);
  g_test_add_func ("/charts/curve/names-give-way", test_names_give_way);
  g_test_add_func ("/charts/curve/corners", test_corners);
  g_test_add_func ("/charts/curve/point", test_point);
  g_test_add_func ("/charts/curve/nothing-deducted", test_nothing_deducted);
  g_test_add_func ("/charts/curve/cliff", test_cliff);
  g_test_add_func ("/charts/curve/cliff-words", test_cliff_words);
  g_test_add_func ("/charts/curve/range", test_range);
  g_test_add_func ("/charts/curve/spot-words", test_spot_words);
  g_test_add_func ("/charts/curve/spots-in-one-place", test_spots_in_one_place);
  g_test_add_func ("/charts/curve/table", test_table);
  g_test_add_func ("/charts/curve/describe", test_describe);
  g_test_add_func ("/charts/curve/small", test_small);
  return g_test_run ();
}
