/* test-chart-series-rows.c: lying bars and distributions: where they end, names and figures beside them, norms
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-texts.h"
#include "series-samples.h"

#include "charts/ps-chart-series-layout.h"

#include <math.h>
#include <string.h>

#define WIDTH 620
#define HEIGHT 330

typedef struct
{
  PsChartStyle style;
  PsPen pen;
  PsSeriesFrame frame;
  Canvas *canvas;
  GPtrArray *texts;
} Picture;

static void
picture_init (Picture *picture, const PsSeriesSet *set, PsChartLook look)
{
  *picture = (Picture){ .style = ps_chart_style (look) };
  ps_pen_init (&picture->pen, NULL, &picture->style);
  if (set->shape == PS_SHAPE_ROWS)
    ps_rows_layout_init (&picture->frame, &picture->pen, set, WIDTH, HEIGHT);
  else
    ps_series_frame_init (&picture->frame, &picture->pen, set, WIDTH, HEIGHT);
  picture->canvas = canvas_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &picture->style);
  picture->texts = texts_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &picture->style);
}

static void
picture_clear (Picture *picture)
{
  ps_series_frame_clear (&picture->frame);
  ps_pen_clear (&picture->pen);
  canvas_free (picture->canvas);
  g_ptr_array_unref (picture->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static double
expected_x (const Picture *picture, gint64 value)
{
  const PsBox *plot = &picture->frame.plot;
  double low = (double) picture->frame.axis.low, high = (double) picture->frame.axis.high;

  return plot->x + plot->width * ((double) value - low) / (high - low);
}

static int
row_middle (Picture *picture, guint series, guint category)
{
  PsBox bar = ps_rows_bar (&picture->frame, &picture->pen, series, category);

  return (int) (bar.y + bar.height / 2);
}

/* Each bar runs from 0 to within half a pixel of its figure, which stands at the end of its row, on its height. */
static void
test_rows (void)
{
  static const gint64 values[] = { 356, 309, 12, 215, 0 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_ROWS, PS_VALUE_DAYS, G_N_ELEMENTS (values));
  g_auto (Picture) picture = { 0 };

  sample_add (set, PS_ROLE_VALUE, "duration", values);
  picture_init (&picture, set, PS_LOOK_LIGHT);
  for (guint i = 0; i + 1 < G_N_ELEMENTS (values); i++)
    {
      int y = row_middle (&picture, 0, i);
      Run run = canvas_run_in_row (picture.canvas, y, (int) picture.frame.plot.x - 2, picture.style.blue);
      g_autofree char *figure = g_strdup_printf ("%d days", (int) values[i]), *name = g_strdup_printf ("c%u", i);
      const CanvasText *text = texts_find (picture.texts, figure), *category = texts_find (picture.texts, name);

      g_assert_cmpfloat (fabs (run.last + 1 - expected_x (&picture, values[i])), <=, 0.5);
      g_assert_cmpfloat (fabs (run.first - expected_x (&picture, 0)), <=, 1.5);
      g_assert_nonnull (text);
      g_assert_cmpfloat (text->ink.x, >, picture.frame.plot.x + picture.frame.plot.width);
      g_assert_cmpfloat (fabs (text->ink.y + text->ink.height / 2 - y), <, 5);
      g_assert_nonnull (category);
      g_assert_cmpfloat (category->ink.x + category->ink.width, <, picture.frame.plot.x);
      g_assert_cmpfloat (fabs (category->ink.y + category->ink.height / 2 - y), <, 5);
    }
  /* Nothing is a stroke on the line of 0. */
  g_assert_cmpint (
      canvas_run_in_row (picture.canvas, row_middle (&picture, 0, 4), (int) picture.frame.plot.x - 2, picture.style.blue).first,
      <, picture.frame.plot.x + 3);
}

/* Left of 0, with its figure in the same column as the others. */
static void
test_negative (void)
{
  static const gint64 values[] = { 300, -150 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_ROWS, PS_VALUE_COUNT, 2);
  g_auto (Picture) picture = { 0 };
  Run run;

  sample_add (set, PS_ROLE_VALUE, "balance", values);
  picture_init (&picture, set, PS_LOOK_LIGHT);
  run = canvas_run_in_row (picture.canvas, row_middle (&picture, 0, 1), (int) picture.frame.plot.x, picture.style.blue);
  g_assert_cmpfloat (fabs (run.first - expected_x (&picture, -150)), <=, 0.5);
  g_assert_cmpfloat (fabs (run.last + 1 - expected_x (&picture, 0)), <=, 1.5);
  g_assert_nonnull (texts_find (picture.texts, "−150"));
}

/* The norm is an upright stroke through the row at its place; last year a thin grey bar below. */
static void
test_norm_and_last (void)
{
  static const gint64 values[] = { 300, 100 }, norms[] = { 180, PS_NO_NUMBER }, last[] = { 250, 140 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_ROWS, PS_VALUE_DAYS, 2);
  g_auto (Picture) picture = { 0 };
  int x, grey = 0;

  sample_add (set, PS_ROLE_VALUE, "2024", values);
  sample_add (set, PS_ROLE_AGREED, "norm", norms);
  sample_add (set, PS_ROLE_LAST, "2023", last);
  picture_init (&picture, set, PS_LOOK_LIGHT);
  x = (int) round (expected_x (&picture, 180));
  g_assert_cmpint (canvas_count (picture.canvas, x - 1, row_middle (&picture, 0, 0), 3, 1, picture.style.foreground), >=, 1);
  g_assert_cmpint (canvas_count (picture.canvas, x - 1, row_middle (&picture, 0, 1), 3, 1, picture.style.foreground), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      Run run =
          canvas_run_in_row (picture.canvas, row_middle (&picture, 2, i), (int) picture.frame.plot.x + 2, picture.style.grey);

      while (run.last + 6 < WIDTH && canvas_has (picture.canvas, run.last + 6, row_middle (&picture, 2, i), picture.style.grey))
        run = canvas_run_in_row (picture.canvas, row_middle (&picture, 2, i), run.last + 6, picture.style.grey);
      g_assert_cmpfloat (fabs (run.last + 1 - expected_x (&picture, last[i])), <=, 0.5);
      g_assert_cmpint (row_middle (&picture, 2, i), >, row_middle (&picture, 0, i) + 5);
    }
  for (int y = (int) picture.frame.plot.y; y < picture.frame.plot.y + ps_rows_pitch (&picture.frame); y++)
    grey += canvas_has (picture.canvas, x + 10, y, picture.style.grey);
  g_assert_cmpint (grey, <=, 5);
  g_assert_cmpint (grey, >=, 3);
}

/* Parts follow each other along the row; of shares the sum is not written, of counts it is. */
static void
test_parts (void)
{
  static const gint64 first[] = { 2500, 1000 }, second[] = { 5000, PS_NO_NUMBER }, third[] = { 2500, 9000 };

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_ROWS, round == 0 ? PS_VALUE_SHARE : PS_VALUE_COUNT, 2);
      g_auto (Picture) picture = { 0 };

      sample_add (set, PS_ROLE_PART, "extended", first);
      sample_add (set, PS_ROLE_PART, "came back", second);
      sample_add (set, PS_ROLE_PART, "left", third);
      picture_init (&picture, set, PS_LOOK_LIGHT);
      for (guint i = 0; i < 3; i++)
        {
          PsBox bar = ps_rows_bar (&picture.frame, &picture.pen, i, 0);
          double from = expected_x (&picture, i == 0 ? 0 : i == 1 ? 2500 : 7500);

          g_assert_cmpfloat (fabs (bar.x - from), <=, 0.5);
          g_assert_cmpint (canvas_count (picture.canvas, (int) bar.x + 1, (int) bar.y, (int) bar.width - 2, (int) bar.height,
                                         picture.style.parts[i]),
                           >, bar.width * bar.height / 3);
        }
      g_assert_cmpfloat (fabs (ps_rows_bar (&picture.frame, &picture.pen, 2, 1).x - expected_x (&picture, 1000)), <=, 0.5);
      g_assert_true ((texts_find (picture.texts, "10,000") != NULL) == (round == 1));
      g_assert_nonnull (texts_find (picture.texts, "came back"));
    }
}

/* A name that is too long is cut, and the bars keep their room. */
static void
test_long_names (void)
{
  g_autoptr (PsSeriesSet) set = sample_odd (PS_SHAPE_ROWS, PS_VALUE_COUNT, ODD_NAMES);
  g_auto (Picture) picture = { 0 };
  guint n_cut = 0;

  picture_init (&picture, set, PS_LOOK_LIGHT);
  for (guint i = 0; i < picture.texts->len; i++)
    n_cut += ((CanvasText *) picture.texts->pdata[i])->cut;
  g_assert_cmpuint (n_cut, >=, 2);
  g_assert_cmpfloat (picture.frame.plot.width, >, WIDTH * 0.3);
}

/* What does not fit is told; the points to visit are those that are drawn. */
static void
test_left_out (void)
{
  g_autoptr (PsSeriesSet) set = sample_odd (PS_SHAPE_ROWS, PS_VALUE_COUNT, ODD_MANY);
  g_auto (Picture) picture = { 0 };
  g_autoptr (GPtrArray) spots = NULL;
  g_autofree char *left_out = NULL;

  picture_init (&picture, set, PS_LOOK_LIGHT);
  spots = ps_chart_series_kind.spots (set, WIDTH, HEIGHT, &picture.style);
  left_out = g_strdup_printf ("and 4,%03u more in the table", 1000 - spots->len);
  g_assert_cmpuint (spots->len, >, 5);
  g_assert_nonnull (texts_find (picture.texts, left_out));
}

/* Bars touch; the norm is an upright mark at the end of its class and nowhere else; the figures are above the bars. */
static void
test_spread (void)
{
  static const gint64 values[] = { 10, 30, 50, 20 }, norms[] = { PS_NO_NUMBER, PS_NO_NUMBER, 180, PS_NO_NUMBER };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_SPREAD, PS_VALUE_COUNT, 4);
  g_auto (Picture) picture = { 0 };
  int y, x;

  sample_add (set, PS_ROLE_VALUE, "assignments", values);
  sample_add (set, PS_ROLE_AGREED, "norm", norms);
  picture_init (&picture, set, PS_LOOK_LIGHT);
  /* The norm does not stretch the axis. */
  g_assert_cmpint (picture.frame.axis.high, <=, 60);
  y = (int) ps_series_up (&picture.frame, 5);
  g_assert_cmpint (
      canvas_count (picture.canvas, (int) picture.frame.plot.x, y, (int) picture.frame.plot.width, 1, picture.style.blue), >,
      picture.frame.plot.width * 0.95);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *figure = g_strdup_printf ("%d", (int) values[i]);

      x = (int) ps_series_norm_x (&picture.frame, i);
      g_assert_cmpint (canvas_count (picture.canvas, x - 1, (int) picture.frame.plot.y, 3, 12, picture.style.foreground) >= 12,
                       ==, i == 2);
      x = (int) ps_series_category_x (&picture.frame, i);
      for (y = (int) picture.frame.plot.y; !canvas_has (picture.canvas, x + 12, y, picture.style.blue); y++)
        ;
      g_assert_cmpfloat (fabs (y - ps_series_up (&picture.frame, values[i])), <=, 1);
      g_assert_nonnull (texts_find (picture.texts, figure));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/series/rows/bars", test_rows);
  g_test_add_func ("/charts/series/rows/negative", test_negative);
  g_test_add_func ("/charts/series/rows/norm-and-last", test_norm_and_last);
  g_test_add_func ("/charts/series/rows/parts", test_parts);
  g_test_add_func ("/charts/series/rows/long-names", test_long_names);
  g_test_add_func ("/charts/series/rows/left-out", test_left_out);
  g_test_add_func ("/charts/series/spread", test_spread);
  return g_test_run ();
}
