/* test-chart-series-values.c: the figures at upright bars and the names under them: none lies on a bar, none is cut without need
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-texts.h"
#include "series-samples.h"

#include "charts/ps-chart-bars-layout.h"

#include <string.h>

#define N_RANDOM 120
#define HALO 1.0 /* of the background around letters: what it covers of a bar would be cut off */

static const double sizes[][2] = { { 400, 240 }, { 620, 330 }, { 900, 300 }, { 1400, 500 } };
static const PsShape shapes[] = { PS_SHAPE_BARS, PS_SHAPE_STACK, PS_SHAPE_SPREAD };

/* A chart's frame, its words and its pixels. */
typedef struct
{
  PsChartStyle style;
  PsPen pen;
  PsSeriesFrame frame;
  GPtrArray *texts;
  Canvas *canvas;
} Drawn;

static void
drawn_init (Drawn *drawn, const PsSeriesSet *set, double width, double height)
{
  *drawn = (Drawn){ .style = ps_chart_style (PS_LOOK_LIGHT) };
  ps_pen_init (&drawn->pen, NULL, &drawn->style);
  ps_series_frame_init (&drawn->frame, &drawn->pen, set, width, height);
  drawn->texts = texts_of_chart (&ps_chart_series_kind, set, width, height, &drawn->style);
  drawn->canvas = canvas_of_chart (&ps_chart_series_kind, set, (int) width, (int) height, &drawn->style);
}

static void
drawn_clear (Drawn *drawn)
{
  canvas_free (drawn->canvas);
  g_ptr_array_unref (drawn->texts);
  ps_series_frame_clear (&drawn->frame);
  ps_pen_clear (&drawn->pen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawn, drawn_clear)

/* The words within the plot, and a line above and below it: the figures; those of the axis stand beside it. */
static gboolean
is_figure (const Drawn *drawn, const CanvasText *text)
{
  const PsBox *plot = &drawn->frame.plot;

  return text->ink.width > 0 && text->ink.x >= plot->x - 4 && text->ink.x + text->ink.width <= plot->x + plot->width + 4
         && text->ink.y >= plot->y - drawn->frame.line_height - 2 && text->ink.y + text->ink.height <= drawn->frame.words_y;
}

static guint
count_figures (const Drawn *drawn)
{
  guint n = 0;

  for (guint i = 0; i < drawn->texts->len; i++)
    n += is_figure (drawn, drawn->texts->pdata[i]) ? 1 : 0;
  return n;
}

static void
assert_clear_of_bars (const Drawn *drawn, const CanvasText *text)
{
  const PsBox around = { text->ink.x - HALO, text->ink.y, text->ink.width + 2 * HALO, text->ink.height };
  PsBox bar, sure;

  for (guint i = 0; i < drawn->frame.set->series->len; i++)
    for (guint slot = 0; slot < drawn->frame.n_slots; slot++)
      if (ps_bars_bar (&drawn->frame, i, slot, &bar, &sure) && ps_boxes_overlap (&around, &bar))
        g_error ("“%s” (%.1f, %.1f, %.1f × %.1f) lies on the bar of series %u in %u (%.1f, %.1f, %.1f × %.1f)", text->text,
                 text->ink.x, text->ink.y, text->ink.width, text->ink.height, i, slot, bar.x, bar.y, bar.width, bar.height);
}

/* And as it was drawn: there is none of the colours of bars between the letters; an edge of a letter may be as grey as last year is. */
static void
assert_clear_of_colours (const Drawn *drawn, const CanvasText *text)
{
  const PsColour colours[] = { drawn->style.blue, drawn->style.grey, drawn->style.orange, drawn->style.parts[2],
                               drawn->style.parts[3] };
  int x = (int) text->ink.x, y = (int) text->ink.y, width = (int) text->ink.width, height = (int) text->ink.height;

  for (gsize i = 0; i < G_N_ELEMENTS (colours); i++)
    g_assert_cmpint (canvas_count (drawn->canvas, x, y, width, height, colours[i]), <=, i == 1 ? width * height / 8 : 0);
}

static void
assert_clear (const PsSeriesSet *set, double width, double height)
{
  g_auto (Drawn) drawn = { 0 };

  drawn_init (&drawn, set, width, height);
  for (guint i = 0; i < drawn.texts->len; i++)
    {
      const CanvasText *text = drawn.texts->pdata[i];

      if (!is_figure (&drawn, text))
        continue;
      assert_clear_of_bars (&drawn, text);
      if (ps_series_set_find (set, PS_ROLE_LINE) == NULL)
        assert_clear_of_colours (&drawn, text);
    }
  texts_assert_apart (drawn.texts);
}

static PsSeriesRole
role_of (PsShape shape, GRand *random)
{
  static const PsSeriesRole roles[] = {
    PS_ROLE_VALUE, PS_ROLE_LAST, PS_ROLE_AGREED, PS_ROLE_LAST, PS_ROLE_FORECAST, PS_ROLE_LINE
  };

  return shape == PS_SHAPE_STACK && g_rand_boolean (random) ? PS_ROLE_PART
                                                            : roles[g_rand_int_range (random, 0, G_N_ELEMENTS (roles))];
}

/* Up to five series of any role over up to fourteen categories, above 0, below it, or both; some figures are not known. */
static PsSeriesSet *
make_random (GRand *random, PsShape shape)
{
  guint n = (guint) g_rand_int_range (random, 1, 15), n_series = (guint) g_rand_int_range (random, 1, 6);
  int low = g_rand_boolean (random) ? -1000 : 0, high = low < 0 && g_rand_boolean (random) ? 0 : 1000;
  gint64 one = g_rand_boolean (random) ? 100 : 12345;
  PsSeriesSet *set = sample_categories (shape, g_rand_boolean (random) ? PS_VALUE_MONEY : PS_VALUE_COUNT, n);

  for (guint i = 0; i < n_series; i++)
    {
      PsSeriesRole role = i > 0 ? role_of (shape, random) : shape == PS_SHAPE_STACK ? PS_ROLE_PART : PS_ROLE_VALUE;
      PsSeries *series = sample_add (set, role, "series", NULL);

      for (guint j = 0; j < n; j++)
        series->values[j] = g_rand_int_range (random, 0, 9) == 0 ? PS_NO_NUMBER : one * g_rand_int_range (random, low, high);
    }
  return set;
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250601);

  for (guint i = 0; i < N_RANDOM; i++)
    for (gsize shape = 0; shape < G_N_ELEMENTS (shapes); shape++)
      {
        g_autoptr (PsSeriesSet) set = make_random (random, shapes[shape]);
        gsize size = (gsize) g_rand_int_range (random, 0, G_N_ELEMENTS (sizes));

        g_test_message ("random %u, shape %d, %.0f × %.0f", i, shapes[shape], sizes[size][0], sizes[size][1]);
        assert_clear (set, sizes[size][0], sizes[size][1]);
      }
}

static void
test_odd (void)
{
  for (gsize shape = 0; shape < G_N_ELEMENTS (shapes); shape++)
    for (Odd odd = ODD_UNKNOWN; odd <= N_ODD; odd++)
      for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
        {
          g_autoptr (PsSeriesSet) set =
              odd == N_ODD ? sample_months (shapes[shape]) : sample_odd (shapes[shape], PS_VALUE_COUNT, odd);

          g_test_message ("shape %d, odd %d, %.0f × %.0f", shapes[shape], odd, sizes[size][0], sizes[size][1]);
          assert_clear (set, sizes[size][0], sizes[size][1]);
        }
}

/* This year and last, month by month: where last year's bar is the higher one, where it is as high, and where it is lower. */
static PsSeriesSet *
make_years (int sign)
{
  static const gint64 values[] = { 13981100, 12519400, 13499300, 12512900, 12986400, 11000000 };
  static const gint64 last[] = { 13985000, 12700000, 13600000, 13300000, 13900000, 9000000 };
  PsSeriesSet *set = sample_categories (PS_SHAPE_BARS, PS_VALUE_MONEY, 12);
  PsSeries *this_year = sample_add (set, PS_ROLE_VALUE, "2025", NULL), *last_year = sample_add (set, PS_ROLE_LAST, "2024", NULL);

  for (guint i = 0; i < 12; i++)
    {
      this_year->values[i] = i < G_N_ELEMENTS (values) ? sign * values[i] : PS_NO_NUMBER;
      last_year->values[i] = i < G_N_ELEMENTS (last) ? sign * last[i] : PS_NO_NUMBER;
    }
  return set;
}

/* Every figure has a place that covers nothing, beyond the higher of the two bars where that is in the way. */
static void
test_last_year (void)
{
  for (int sign = -1; sign <= 1; sign += 2)
    {
      g_autoptr (PsSeriesSet) set = make_years (sign);
      g_auto (Drawn) drawn = { 0 };
      const CanvasText *text;
      PsBox bar, sure;

      assert_clear (set, 900, 300);
      drawn_init (&drawn, set, 900, 300);
      g_assert_cmpuint (count_figures (&drawn), ==, 6);
      text = texts_find (drawn.texts, sign > 0 ? "€ 125,129" : "€ −125,129");
      if (text == NULL)
        text = texts_find (drawn.texts, sign > 0 ? "€\302\240125,129" : "€\302\240−125,129");
      g_assert_nonnull (text);
      g_assert_true (ps_bars_bar (&drawn.frame, 1, 3, &bar, &sure));
      if (sign > 0)
        g_assert_cmpfloat (text->ink.y + text->ink.height, <=, bar.y);
      else
        g_assert_cmpfloat (text->ink.y, >=, bar.y + bar.height);
    }
}

/* A figure that is the top of the axis is written above the plot. */
static void
test_at_the_top (void)
{
  static const gint64 values[] = { 1000, 400, 1000 };
  g_autoptr (PsSeriesSet) set = sample_categories (PS_SHAPE_BARS, PS_VALUE_COUNT, G_N_ELEMENTS (values));
  g_auto (Drawn) drawn = { 0 };

  sample_add (set, PS_ROLE_VALUE, "clients", values);
  drawn_init (&drawn, set, 620, 330);
  g_assert_cmpint (drawn.frame.axis.high, ==, 1000);
  g_assert_cmpuint (count_figures (&drawn), ==, 3);
}

/* Names */

static const char *const names[] = { "AMBV Ambulant, vrij toegankelijk", "DAGV Dagbesteding en groep",
                                     "GGZV Jeugd-ggz, specialistisch", "Segment 3 Dagbehandeling en dagbesteding" };

static PsSeriesSet *
make_named (PsShape shape)
{
  PsSeriesSet *set = ps_series_set_new (shape, PS_VALUE_PLACES, "Places per group", "Group");
  PsSeries *series;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ps_series_set_add_category (set, names[i], NULL);
  series = sample_add (set, PS_ROLE_VALUE, "2025", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    series->values[i] = 89910 - 10000 * (gint64) i;
  return set;
}

/* What does not fit on a line is written on two, whole, under a bar and beside one. */
static void
test_names (void)
{
  const PsShape with_names[] = { PS_SHAPE_BARS, PS_SHAPE_ROWS };

  for (gsize i = 0; i < G_N_ELEMENTS (with_names); i++)
    {
      g_autoptr (PsSeriesSet) set = make_named (with_names[i]);
      PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
      double width = with_names[i] == PS_SHAPE_ROWS ? 400 : 700;
      double height = ps_chart_series_kind.natural_height (set, width, &style);
      g_autoptr (GPtrArray) texts = texts_of_chart (&ps_chart_series_kind, set, width, height, &style);
      guint n_wrapped = 0;

      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          const CanvasText *text = texts_find (texts, names[j]);

          g_assert_nonnull (text);
          g_assert_false (text->cut);
          n_wrapped += text->ink.height > 20 ? 1 : 0;
        }
      g_assert_cmpuint (n_wrapped, >, 0);
      texts_assert_apart (texts);
      texts_assert_within (texts, width, height);
    }
}

/* Where there is no height for a second line, the plot keeps it, and names are cut with an ellipsis. */
static void
test_names_low (void)
{
  g_autoptr (PsSeriesSet) set = make_named (PS_SHAPE_BARS);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (GPtrArray) texts = texts_of_chart (&ps_chart_series_kind, set, 420, 150, &style);
  const CanvasText *text = texts_find (texts, names[0]);

  g_assert_nonnull (text);
  g_assert_true (text->cut);
  g_assert_cmpfloat (text->ink.height, <, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/series/values/random", test_random);
  g_test_add_func ("/charts/series/values/odd", test_odd);
  g_test_add_func ("/charts/series/values/last-year", test_last_year);
  g_test_add_func ("/charts/series/values/at-the-top", test_at_the_top);
  g_test_add_func ("/charts/series/values/names", test_names);
  g_test_add_func ("/charts/series/values/names-low", test_names_low);
  return g_test_run ();
}
