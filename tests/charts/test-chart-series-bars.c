/* test-chart-series-bars.c: upright bars, beside each other and on each other: where they end, what is over them, what they say
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

/* What a picture was drawn by. */
typedef struct
{
  PsChartStyle style;
  PsPen pen;
  PsSeriesFrame frame;
  Canvas *canvas;
} Picture;

static void
picture_init (Picture *picture, const PsSeriesSet *set, PsChartLook look)
{
  *picture = (Picture){ .style = ps_chart_style (look) };
  ps_pen_init (&picture->pen, NULL, &picture->style);
  ps_series_frame_init (&picture->frame, &picture->pen, set, WIDTH, HEIGHT);
  picture->canvas = canvas_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &picture->style);
}

static void
picture_clear (Picture *picture)
{
  ps_series_frame_clear (&picture->frame);
  ps_pen_clear (&picture->pen);
  canvas_free (picture->canvas);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

/* The height of a figure, of the two that are known: 0 and the end of the axis. */
static double
expected_y (const Picture *picture, gint64 value)
{
  const PsBox *plot = &picture->frame.plot;
  double low = (double) picture->frame.axis.low, high = (double) picture->frame.axis.high;

  return plot->y + plot->height * (high - (double) value) / (high - low);
}

/* The first row of this colour in a column, from the top. */
static int
top_of_colour (const Picture *picture, int x, PsColour colour)
{
  for (int y = (int) picture->frame.plot.y - 2; y < HEIGHT; y++)
    if (canvas_has (picture->canvas, x, y, colour))
      return y;
  return -1;
}

static int
bottom_of_colour (const Picture *picture, int x, PsColour colour)
{
  for (int y = (int) (picture->frame.plot.y + picture->frame.plot.height) + 2; y >= 0; y--)
    if (canvas_has (picture->canvas, x, y, colour))
      return y + 1;
  return -1;
}

/* A column within the bar of a series, off its middle, where nothing else is drawn. */
static int
column_in (const Picture *picture, guint series, guint category)
{
  double x, y;

  g_assert_true (ps_series_shape (picture->frame.set)->point (&picture->frame, series, category, &x, &y));
  return (int) x;
}

/* Every bar ends within half a pixel of its figure, and stands on 0. */
static void
test_heights (void)
{
  static const gint64 values[] = { 0, 1, 250, 333, 500, 1000, 777 };

  for (PsChartLook look = PS_LOOK_LIGHT; look <= PS_LOOK_DARK; look++)
    {
      g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_BARS, PS_VALUE_COUNT, G_N_ELEMENTS (values));
      g_auto (Picture) picture = { 0 };

      sample_add (set, PS_ROLE_VALUE, "clients", values);
      picture_init (&picture, set, look);
      for (guint i = 2; i < G_N_ELEMENTS (values); i++)
        {
          int x = column_in (&picture, 0, i);

          g_assert_cmpfloat (fabs (top_of_colour (&picture, x, picture.style.blue) - expected_y (&picture, values[i])), <=, 0.5);
          g_assert_cmpfloat (fabs (bottom_of_colour (&picture, x, picture.style.blue) - expected_y (&picture, 0)), <=, 1.5);
        }
      /* Hardly anything is a stroke on the line of 0. */
      for (guint i = 0; i < 2; i++)
        g_assert_cmpfloat (
            fabs (top_of_colour (&picture, column_in (&picture, 0, i), picture.style.blue) - expected_y (&picture, 0)), <=, 2);
    }
}

/* Below 0 bars hang from the same line, and say what they are. */
static void
test_negative (void)
{
  static const gint64 values[] = { 500, -250, 100, -500 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_BARS, PS_VALUE_COUNT, G_N_ELEMENTS (values));
  g_auto (Picture) picture = { 0 };
  g_autoptr (GPtrArray) texts = NULL;
  const CanvasText *label;
  double x, y;

  sample_add (set, PS_ROLE_VALUE, "balance", values);
  picture_init (&picture, set, PS_LOOK_LIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      int column = column_in (&picture, 0, i);
      double end = expected_y (&picture, values[i]), zero = expected_y (&picture, 0);

      g_assert_cmpfloat (fabs (top_of_colour (&picture, column, picture.style.blue) - MIN (end, zero)), <=, 1.5);
      g_assert_cmpfloat (fabs (bottom_of_colour (&picture, column, picture.style.blue) - MAX (end, zero)), <=, 1.5);
    }
  texts = texts_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &picture.style);
  label = texts_find (texts, "−250");
  g_assert_nonnull (label);
  g_assert_true (ps_series_shape (set)->point (&picture.frame, 0, 1, &x, &y));
  g_assert_cmpfloat (label->ink.y, >=, y);
  g_assert_cmpfloat (label->ink.y, <, y + 20);
  g_assert_cmpfloat (fabs (label->ink.x + label->ink.width / 2 - x), <, 3);
  label = texts_find (texts, "500");
  g_assert_nonnull (label);
  g_assert_cmpfloat (label->ink.y + label->ink.height, <=, expected_y (&picture, 500));
}

/* Cell by cell: in each column of the chart the share of each height that is blue is the one that the figures give. */
static void
test_cells (void)
{
  enum
  {
    ROWS = 24
  };
  static const gint64 values[] = { 120, 340, 90, 410, 275, 60, 330, 205, 400, 15, 390, 180 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_BARS, PS_VALUE_COUNT, G_N_ELEMENTS (values));
  g_auto (Picture) picture = { 0 };
  const PsBox *plot;

  sample_add (set, PS_ROLE_VALUE, "clients", values);
  picture_init (&picture, set, PS_LOOK_LIGHT);
  plot = &picture.frame.plot;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (int row = 0; row < ROWS; row++)
      {
        double top = plot->y + plot->height * row / ROWS, bottom = plot->y + plot->height * (row + 1) / ROWS;
        double end = expected_y (&picture, values[i]);
        double wanted = CLAMP ((bottom - end) / (bottom - top), 0, 1);
        int first = (int) round (top), n = (int) round (bottom) - first;
        double found = (double) canvas_count (picture.canvas, column_in (&picture, 0, i), first, 1, n, picture.style.blue) / n;

        g_assert_cmpfloat_with_epsilon (found, wanted, 0.15);
      }
}

/* What is agreed is a rule at its height, over the whole column of its category, a step where it changes. */
static void
test_agreed (void)
{
  static const gint64 values[] = { 30, 40, 20, 35 }, agreed[] = { 25, 25, 45, 45 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_BARS, PS_VALUE_COUNT, G_N_ELEMENTS (values));
  g_auto (Picture) picture = { 0 };

  sample_add (set, PS_ROLE_VALUE, "clients", values);
  sample_add (set, PS_ROLE_AGREED, "agreed", agreed);
  picture_init (&picture, set, PS_LOOK_LIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      int from = (int) ps_series_slot_x (&picture.frame, i) + 3, length = (int) picture.frame.slot_width - 6;
      int row = canvas_long_row (picture.canvas, (int) picture.frame.plot.y - 4, 1, from, length, picture.style.foreground);

      g_assert_cmpint (row, >, 0);
      g_assert_cmpfloat (fabs (row + 1 - expected_y (&picture, agreed[i])), <=, 1);
    }
}

/* Last year is a thinner grey bar before it; a second series is orange and hatched behind it. */
static void
test_beside (void)
{
  static const gint64 values[] = { 30, 40 }, second[] = { 20, 10 }, last[] = { 35, 38 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_BARS, PS_VALUE_COUNT, G_N_ELEMENTS (values));
  g_auto (Picture) picture = { 0 };
  int y;
  Run grey, blue, orange;

  sample_add (set, PS_ROLE_VALUE, "inflow", values);
  sample_add (set, PS_ROLE_VALUE, "outflow", second);
  sample_add (set, PS_ROLE_LAST, "2023", last);
  picture_init (&picture, set, PS_LOOK_LIGHT);
  y = (int) expected_y (&picture, 5);
  grey = canvas_run_in_row (picture.canvas, y, (int) picture.frame.plot.x, picture.style.grey);
  blue = canvas_run_in_row (picture.canvas, y, (int) picture.frame.plot.x, picture.style.blue);
  orange = canvas_run_in_row (picture.canvas, y, (int) picture.frame.plot.x, picture.style.orange);
  g_assert_cmpint (grey.last, <, blue.first);
  g_assert_cmpint (blue.last, <, orange.first);
  g_assert_cmpint (grey.last - grey.first, <, (blue.last - blue.first) * 0.6);
  g_assert_cmpint (grey.last - grey.first, >, 2);
  /* Hatched: within its box there is background too. */
  g_assert_cmpint (canvas_count (picture.canvas, orange.first, y - 20, 20, 40, picture.style.background), >, 20);
  g_assert_cmpint (canvas_count (picture.canvas, blue.first, y - 20, 20, 40, picture.style.background), ==, 0);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpfloat (
        fabs (top_of_colour (&picture, column_in (&picture, 2, i), picture.style.grey) - expected_y (&picture, last[i])), <=,
        0.5);
}

/* Of what is expected there is an open bar, as long as nothing is measured. */
static void
test_forecast (void)
{
  static const gint64 values[] = { 30, 40, PS_NO_NUMBER }, forecast[] = { PS_NO_NUMBER, 20, 44 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_BARS, PS_VALUE_COUNT, G_N_ELEMENTS (values));
  g_auto (Picture) picture = { 0 };
  int x;

  sample_add (set, PS_ROLE_VALUE, "clients", values);
  sample_add (set, PS_ROLE_FORECAST, "forecast", forecast);
  picture_init (&picture, set, PS_LOOK_LIGHT);
  x = column_in (&picture, 1, 2);
  g_assert_cmpint (canvas_count (picture.canvas, x, (int) expected_y (&picture, 40), 1, 20, picture.style.background), >, 15);
  g_assert_cmpint (canvas_count (picture.canvas, x - 40, (int) expected_y (&picture, 44) - 1, 80, 4, picture.style.blue), >, 20);
  x = column_in (&picture, 0, 1);
  g_assert_cmpfloat (fabs (top_of_colour (&picture, x, picture.style.blue) - expected_y (&picture, 40)), <=, 0.5);
}

/* Parts lie on each other in their order, those below 0 under it. */
static void
test_stack (void)
{
  static const gint64 parts[3][3] = { { 100, 50, -80 }, { 200, PS_NO_NUMBER, 60 }, { 50, 150, -20 } };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_STACK, PS_VALUE_COUNT, 3);
  g_auto (Picture) picture = { 0 };
  gint64 from, to;

  for (guint i = 0; i < 3; i++)
    sample_add (set, PS_ROLE_PART, "part", parts[i]);
  picture_init (&picture, set, PS_LOOK_LIGHT);
  g_assert_true (ps_series_stack_part (&picture.frame, 2, 0, &from, &to));
  g_assert_cmpint (from, ==, 300);
  g_assert_cmpint (to, ==, 350);
  g_assert_true (ps_series_stack_part (&picture.frame, 2, 1, &from, &to));
  g_assert_cmpint (from, ==, 50);
  g_assert_cmpint (to, ==, 200);
  g_assert_true (ps_series_stack_part (&picture.frame, 2, 2, &from, &to));
  g_assert_cmpint (from, ==, -80);
  g_assert_cmpint (to, ==, -100);
  g_assert_false (ps_series_stack_part (&picture.frame, 1, 1, &from, &to));
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      if (ps_series_stack_part (&picture.frame, i, j, &from, &to))
        {
          int x = column_in (&picture, i, j);
          int top = (int) expected_y (&picture, MAX (from, to)), n = (int) expected_y (&picture, MIN (from, to)) - top;
          int count = canvas_count (picture.canvas, x - 8, top, 16, n, picture.style.parts[i]);

          /* The pattern and the edge take some of it. */
          g_assert_cmpint (count, >, 16 * n / 3);
          g_assert_cmpint (canvas_count (picture.canvas, x - 8, top - 12, 16, 11, picture.style.parts[i]), ==, 0);
        }
  g_assert_cmpint (ps_series_stack_total (set, 0), ==, 350);
  g_assert_cmpint (ps_series_stack_total (set, 2), ==, -40);
}

/* More than eight parts: the smallest are gathered on top, under one word; nothing is lost. */
static void
test_others (void)
{
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_STACK, PS_VALUE_COUNT, 2);
  g_auto (Picture) picture = { 0 };
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (PsChartTable) table = NULL;
  gint64 from, to;

  for (guint i = 0; i < 11; i++)
    {
      const gint64 values[] = { 100 + 10 * (gint64) i, 5 };
      g_autofree char *label = g_strdup_printf ("part %u", i);

      sample_add (set, PS_ROLE_PART, label, values);
    }
  picture_init (&picture, set, PS_LOOK_LIGHT);
  for (guint i = 0; i < 11; i++)
    g_assert_cmpint (picture.frame.looks[i].part, ==, i < 3 ? PS_PART_OTHERS : (int) i - 3);
  g_assert_true (ps_series_stack_part (&picture.frame, 1, 0, &from, &to));
  g_assert_cmpint (from, ==, 130 + 140 + 150 + 160 + 170 + 180 + 190 + 200);
  g_assert_cmpint (to - from, ==, 100 + 110 + 120);
  texts = texts_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &picture.style);
  g_assert_nonnull (texts_find (texts, "others"));
  g_assert_null (texts_find (texts, "part 2"));
  g_assert_nonnull (texts_find (texts, "part 3"));
  table = ps_chart_series_table (set);
  g_assert_cmpuint (table->n_columns, ==, 12);
  g_assert_cmpint (ps_chart_table_amount (table, 0, 3), ==, 120);
}

/* The figures are above their bars, and the sum above a stack, unless it is of shares. */
static void
test_values (void)
{
  static const gint64 first[] = { 11, 22, 33 }, second[] = { 44, 10, 5 };
  static const struct
  {
    PsShape shape;
    PsValueKind kind;
    const char *there, *absent;
  } cases[] = { { PS_SHAPE_BARS, PS_VALUE_COUNT, "22", "32" },
                { PS_SHAPE_STACK, PS_VALUE_COUNT, "32", "22" },
                { PS_SHAPE_STACK, PS_VALUE_SHARE, "c1", "0.3 %" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsSeriesSet) set = sample_categories (cases[i].shape, cases[i].kind, 3);
      PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
      g_autoptr (GPtrArray) texts = NULL;

      sample_add (set, cases[i].shape == PS_SHAPE_STACK ? PS_ROLE_PART : PS_ROLE_VALUE, "first", first);
      sample_add (set, cases[i].shape == PS_SHAPE_STACK ? PS_ROLE_PART : PS_ROLE_VALUE, "second", second);
      texts = texts_of_chart (&ps_chart_series_kind, set, WIDTH, HEIGHT, &style);
      g_assert_nonnull (texts_find (texts, cases[i].there));
      g_assert_null (texts_find (texts, cases[i].absent));
    }
}

/* Too narrow for all of them, there are none; and months are left out so that what stays divides the year. */
static void
test_narrow (void)
{
  g_autoptr (PsSeriesSet) set = sample_months (PS_SHAPE_BARS);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (GPtrArray) wide = texts_of_chart (&ps_chart_series_kind, set, 1200, HEIGHT, &style);
  g_autoptr (GPtrArray) narrow = texts_of_chart (&ps_chart_series_kind, set, 200, HEIGHT, &style);

  g_assert_nonnull (texts_find (wide, "30.0"));
  g_assert_null (texts_find (narrow, "30.0"));
  g_assert_nonnull (texts_find (wide, "Feb"));
  g_assert_nonnull (texts_find (wide, "Dec"));
  g_assert_nonnull (texts_find (narrow, "Jan"));
  g_assert_null (texts_find (narrow, "Feb"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/series/bars/heights", test_heights);
  g_test_add_func ("/charts/series/bars/negative", test_negative);
  g_test_add_func ("/charts/series/bars/cells", test_cells);
  g_test_add_func ("/charts/series/bars/agreed", test_agreed);
  g_test_add_func ("/charts/series/bars/beside", test_beside);
  g_test_add_func ("/charts/series/bars/forecast", test_forecast);
  g_test_add_func ("/charts/series/bars/stack", test_stack);
  g_test_add_func ("/charts/series/bars/others", test_others);
  g_test_add_func ("/charts/series/bars/values", test_values);
  g_test_add_func ("/charts/series/bars/narrow", test_narrow);
  return g_test_run ();
}
