/* test-chart-series-odd.c: every shape, of series out of the ordinary, in every size, look and locale: nothing over another, all within
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-texts.h"
#include "series-samples.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static const double sizes[][2] = { { 180, 120 }, { 240, 300 }, { 300, 160 }, { 400, 240 }, { 620, 330 }, { 1200, 500 } };
static const double scales[] = { 1, 1.5 };
static const PsValueKind kinds[] = { PS_VALUE_MONEY, PS_VALUE_COUNT, PS_VALUE_PLACES, PS_VALUE_SHARE, PS_VALUE_DAYS };

static PsSeriesSet *
make (PsShape shape, PsValueKind kind, Odd odd)
{
  return odd == N_ODD ? sample_months (shape) : sample_odd (shape, kind, odd);
}

/* Words and points to visit of one chart in one size. */
static void
check_words (const PsSeriesSet *set, double width, double height, const PsChartStyle *style)
{
  g_autoptr (GPtrArray) texts = texts_of_chart (&ps_chart_series_kind, set, width, height, style);

  texts_assert_within (texts, width, height);
  texts_assert_apart (texts);
}

static void
check_all_sizes (PsShape shape, PsValueKind kind, Odd odd)
{
  g_autoptr (PsSeriesSet) set = make (shape, kind, odd);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize j = 0; j < 2 * G_N_ELEMENTS (scales); j++)
      {
        PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);

        if (j >= 2 && i % 2 == 0)
          continue;
        style.scale = scales[j / 2];
        style.show_title = j % 2 == 0;
        style.subject = j == 2 ? "Maasduin Jeugdhulp 2024" : NULL;
        check_words (set, sizes[i][0], sizes[i][1], &style);
      }
}

static void
check_words_of_all (gsize n_kinds)
{
  for (PsShape shape = 0; shape < PS_N_SHAPES; shape++)
    for (Odd odd = 0; odd <= N_ODD; odd++)
      for (gsize kind = 0; kind < n_kinds; kind++)
        {
          if (odd == ODD_MANY && kind != 1)
            continue;
          g_test_message ("shape %d, odd %d, kind %d", shape, odd, kinds[kind]);
          check_all_sizes (shape, kinds[kind], odd);
        }
}

static void
test_words (void)
{
  check_words_of_all (G_N_ELEMENTS (kinds));
}

static void
test_words_dutch (void)
{
  if (setlocale (LC_ALL, "nl_NL.UTF-8") == NULL)
    {
      g_test_skip ("this machine has no Dutch locale");
      return;
    }
  check_words_of_all (2);
  setlocale (LC_ALL, "C");
}

/* In its natural height nothing is drawn smaller, and everything has its place. */
static void
test_natural_height (void)
{
  for (PsShape shape = 0; shape < PS_N_SHAPES; shape++)
    for (Odd odd = 0; odd <= N_ODD; odd++)
      for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          g_autoptr (PsSeriesSet) set = make (shape, PS_VALUE_MONEY, odd);
          PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
          double height = ps_chart_series_kind.natural_height (set, sizes[i][0], &style);

          g_assert_cmpfloat (height, >, 60);
          g_assert_cmpfloat (height, <, 2400);
          check_words (set, sizes[i][0], ceil (height), &style);
        }
}

/* All looks, in pixels: nothing is cut off at the edge; points lie within, apart, and say something. */
static void
test_pixels (void)
{
  for (PsShape shape = 0; shape < PS_N_SHAPES; shape++)
    for (Odd odd = 0; odd <= N_ODD; odd++)
      for (gsize size = 0; size < G_N_ELEMENTS (canvas_sizes); size++)
        for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
          {
            g_autoptr (PsSeriesSet) set = make (shape, PS_VALUE_COUNT, odd);
            PsChartStyle style = ps_chart_style (look);
            int width = canvas_sizes[size][0], height = canvas_sizes[size][1];
            g_autoptr (Canvas) canvas = NULL;

            g_test_message ("shape %d, odd %d, %d × %d, look %d", shape, odd, width, height, look);
            canvas = canvas_of_chart (&ps_chart_series_kind, set, width, height, &style);
            canvas_assert_margin_is_free (canvas, style.background);
            if (look == PS_LOOK_LIGHT)
              assert_spots (&ps_chart_series_kind, set, width, height, &style);
          }
}

static gint64
time_of_drawing (const PsSeriesSet *set)
{
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  gint64 before = g_get_monotonic_time ();
  g_autoptr (Canvas) canvas = canvas_of_chart (&ps_chart_series_kind, set, 620, 330, &style);
  g_autoptr (GPtrArray) spots = ps_chart_series_kind.spots (set, 620, 330, &style);

  g_assert_cmpuint (spots->len, >, 3);
  g_assert_cmpuint (spots->len, <=, 620);
  return g_get_monotonic_time () - before;
}

/* Five thousand categories are drawn within what is felt as at once. */
static void
test_fast (void)
{
  for (PsShape shape = 0; shape < PS_N_SHAPES; shape++)
    {
      g_autoptr (PsSeriesSet) set = make (shape, PS_VALUE_COUNT, ODD_MANY);
      gint64 least = G_MAXINT64;

      for (int i = 0; i < 3; i++)
        least = MIN (least, time_of_drawing (set));
      g_test_message ("shape %d: %.1f ms", shape, least / 1000.0);
      g_assert_cmpint (least, <, 200000);
    }
}

/* Where not all is drawn, that is said. */
static void
test_many_is_said (void)
{
  static const char *const said[PS_N_SHAPES] = { "a bar is", "a bar is the highest of", "5,000 points", "more in the table",
                                                 "a bar is" };

  for (PsShape shape = 0; shape < PS_N_SHAPES; shape++)
    {
      g_autoptr (PsSeriesSet) set = make (shape, PS_VALUE_COUNT, ODD_MANY);
      PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
      g_autoptr (GPtrArray) texts = texts_of_chart (&ps_chart_series_kind, set, 620, 330, &style);
      gboolean found = FALSE;

      for (guint i = 0; i < texts->len; i++)
        found = found || strstr (((CanvasText *) texts->pdata[i])->text, said[shape]) != NULL;
      g_assert_true (found);
    }
}

/* Nothing known is told as such, and there is nothing to visit. */
static void
test_nothing (void)
{
  for (PsShape shape = 0; shape < PS_N_SHAPES; shape++)
    for (Odd odd = ODD_EMPTY; odd <= ODD_UNKNOWN; odd++)
      {
        g_autoptr (PsSeriesSet) set = make (shape, PS_VALUE_COUNT, odd);
        PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
        g_autoptr (GPtrArray) texts = texts_of_chart (&ps_chart_series_kind, set, 620, 330, &style);
        g_autoptr (GPtrArray) spots = ps_chart_series_kind.spots (set, 620, 330, &style);

        g_assert_nonnull (texts_find (texts, "Nothing is known of this yet."));
        g_assert_cmpuint (texts->len, ==, 2);
        g_assert_cmpuint (spots->len, ==, 0);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/series/odd/words", test_words);
  g_test_add_func ("/charts/series/odd/words-dutch", test_words_dutch);
  g_test_add_func ("/charts/series/odd/natural-height", test_natural_height);
  g_test_add_func ("/charts/series/odd/pixels", test_pixels);
  g_test_add_func ("/charts/series/odd/fast", test_fast);
  g_test_add_func ("/charts/series/odd/many-is-said", test_many_is_said);
  g_test_add_func ("/charts/series/odd/nothing", test_nothing);
  return g_test_run ();
}
