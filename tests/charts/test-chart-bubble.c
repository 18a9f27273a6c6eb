/* test-chart-bubble.c: a bubble beside its point, over as few words as can be, and within the chart
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-canvas.h"
#include "charts/ps-chart-bubble.h"

#include <math.h>

static const PsBox chart = { 0, 0, 600, 220 };

static GArray *
words_of (const PsBox *boxes, guint n)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (PsBox));

  g_array_append_vals (words, boxes, n);
  return words;
}

static void
assert_within (const PsBox *box, const PsBox *inside)
{
  g_assert_cmpfloat (box->x, >=, inside->x);
  g_assert_cmpfloat (box->y, >=, inside->y);
  g_assert_cmpfloat (box->x + box->width, <=, inside->x + inside->width);
  g_assert_cmpfloat (box->y + box->height, <=, inside->y + inside->height);
}

/* Where nothing is in the way: above the point, in the middle; below one at the top; beside one that fills the height. */
static void
test_free (void)
{
  g_autoptr (PsChartSpot) middle = ps_chart_spot_new (&chart, 300, 150, "May", "1");
  g_autoptr (PsChartSpot) top = ps_chart_spot_new (&chart, 300, 10, "May", "1");
  PsBox box = ps_chart_bubble_place (&chart, NULL, middle, NULL, 100, 40);

  g_assert_cmpfloat (box.x, ==, 250);
  g_assert_cmpfloat (box.y + box.height, <, 150);
  g_assert_cmpfloat (box.y + box.height, >, 130);
  box = ps_chart_bubble_place (&chart, NULL, top, NULL, 100, 40);
  assert_within (&box, &chart);
  g_assert_cmpfloat (box.x >= 307 || box.y >= 17 ? 1 : 0, ==, 1);
  box = ps_chart_bubble_place (&chart, NULL, middle, NULL, 100, 218);
  assert_within (&box, &chart);
  g_assert_cmpfloat (box.x, >=, 307);
}

/* Words at the left and above: it goes to the right. */
static void
test_words (void)
{
  const PsBox boxes[] = { { 0, 0, 600, 60 }, { 100, 60, 180, 120 } };
  g_autoptr (GArray) words = words_of (boxes, G_N_ELEMENTS (boxes));
  g_autoptr (PsChartSpot) spot = ps_chart_spot_new (&chart, 300, 90, "May", "1");
  PsBox box = ps_chart_bubble_place (&chart, words, spot, NULL, 200, 60);

  assert_within (&box, &chart);
  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    g_assert_false (ps_boxes_overlap (&box, &boxes[i]));
  g_assert_cmpfloat (box.x, >=, 280);
}

/* Of a part it stands at that part, and over none of the other points. */
static void
test_parts (void)
{
  g_autoptr (PsChartSpot) spot = ps_chart_spot_new (&chart, 300, 100, "May", "1");
  PsBox box;

  ps_chart_spot_add_part (spot, 300, 100, "first");
  ps_chart_spot_add_part (spot, 300, 160, "second");
  box = ps_chart_bubble_place (&chart, NULL, spot, ps_chart_spot_part (spot, 1), 80, 30);
  for (int i = 0; i < 2; i++)
    {
      const PsChartPart *part = ps_chart_spot_part (spot, i);
      const PsBox point = { part->at_x - 2, part->at_y - 2, 4, 4 };

      g_assert_false (ps_boxes_overlap (&box, &point));
    }
  g_assert_cmpfloat (hypot (box.x + box.width / 2 - 300, box.y + box.height / 2 - 160), <, 80);
}

/* Anywhere, of any size: within, as far as it fits. */
static void
test_within (void)
{
  for (int x = 0; x <= 600; x += 60)
    for (int y = 0; y <= 220; y += 44)
      for (int size = 0; size < 4; size++)
        {
          g_autoptr (PsChartSpot) spot = ps_chart_spot_new (&chart, x, y, "May", "1");
          PsBox box = ps_chart_bubble_place (&chart, NULL, spot, NULL, 60 + 180 * size, 20 + 66 * size);

          assert_within (&box, &chart);
        }
}

/* Of the chart that it is most used on: the words are known, and at no month more than one of them is covered. */
static void
test_realised (void)
{
  g_autoptr (PsRealisedChart) realised = sample_realised (5);
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  g_autoptr (GArray) words = NULL;
  g_autoptr (GPtrArray) spots = ps_chart_realised_kind.spots (realised, 580, 240, &style);
  const PsBox all = { 0, 0, 580, 240 };

  style.show_title = FALSE;
  words = ps_chart_words (&ps_chart_realised_kind, realised, 580, 240, &style);
  g_assert_cmpuint (words->len, >, 15);
  g_assert_cmpuint (spots->len, ==, 12);
  for (guint i = 0; i < spots->len; i++)
    {
      PsBox box = ps_chart_bubble_place (&all, words, g_ptr_array_index (spots, i), NULL, 200, 76);
      guint covered = 0;

      assert_within (&box, &all);
      for (guint j = 0; j < words->len; j++)
        covered += ps_boxes_overlap (&box, &g_array_index (words, PsBox, j)) ? 1 : 0;
      g_test_message ("month %u: %u words", i, covered);
      g_assert_cmpuint (covered, <=, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/bubble/free", test_free);
  g_test_add_func ("/charts/bubble/words", test_words);
  g_test_add_func ("/charts/bubble/parts", test_parts);
  g_test_add_func ("/charts/bubble/within", test_within);
  g_test_add_func ("/charts/bubble/realised", test_realised);
  return g_test_run ();
}
