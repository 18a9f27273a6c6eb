/* test-chart-labels.c: labels that do not cover anything
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "charts/ps-chart-labels.h"

static const PsBox page = { 0, 0, 200, 100 };

static void
test_lines_and_boxes_cost (void)
{
  g_auto (PsLabelRoom) room = { 0 };
  const PsBox beside = { 10, 10, 30, 10 }, through = { 90, 40, 30, 20 }, outside = { 180, 10, 30, 10 };
  const PsBox mark = { 100, 10, 10, 10 }, over = { 95, 5, 10, 10 };

  ps_label_room_init (&room, &page);
  ps_label_room_add_line (&room, 0, 50, 200, 50);
  ps_label_room_add_box (&room, &mark);
  g_assert_cmpfloat (ps_label_room_cost (&room, &beside), ==, 0);
  g_assert_cmpfloat_with_epsilon (ps_label_room_cost (&room, &through), 30, 1e-6);
  g_assert_cmpfloat_with_epsilon (ps_label_room_cost (&room, &over), 100 * 25, 1e-6);
  g_assert_cmpfloat (ps_label_room_cost (&room, &outside), >, 1e6);
}

/* Slanted and upright lines, and lines that only touch. */
static void
test_crossing (void)
{
  g_auto (PsLabelRoom) room = { 0 };
  const PsBox box = { 10, 10, 10, 10 };

  ps_label_room_init (&room, &page);
  ps_label_room_add_line (&room, 0, 5, 200, 5);
  ps_label_room_add_line (&room, 10, 25, 25, 40);
  ps_label_room_add_line (&room, 30, 0, 30, 100);
  g_assert_cmpfloat (ps_label_room_cost (&room, &box), ==, 0);
  ps_label_room_add_line (&room, 15, 0, 15, 100);
  g_assert_cmpfloat_with_epsilon (ps_label_room_cost (&room, &box), 10, 1e-6);
  ps_label_room_add_line (&room, 0, 0, 40, 40);
  g_assert_cmpfloat_with_epsilon (ps_label_room_cost (&room, &box), 10 + 14.1421356, 1e-6);
}

static void
test_place (void)
{
  g_auto (PsLabelRoom) room = { 0 };
  const PsBox candidates[] = { { 0, 45, 40, 10 }, { 60, 10, 40, 10 } };
  PsBox chosen = { 0 };

  ps_label_room_init (&room, &page);
  ps_label_room_add_line (&room, 0, 50, 200, 50);
  g_assert_true (ps_label_room_place (&room, candidates, 2, 0, &chosen));
  g_assert_cmpfloat (chosen.x, ==, 60);
  /* The place is taken now. */
  g_assert_false (ps_label_room_place (&room, candidates, 2, 0, &chosen));
  /* One that must be there gets the place where only a line runs. */
  g_assert_true (ps_label_room_place (&room, candidates, 2, G_MAXDOUBLE, &chosen));
  g_assert_cmpfloat (chosen.x, ==, 0);
  g_assert_false (ps_label_room_place (&room, candidates, 0, G_MAXDOUBLE, &chosen));
}

static void
test_around (void)
{
  PsBox boxes[PS_N_AROUND];
  const PsBox point = { 49, 49, 2, 2 };

  ps_boxes_around (50, 50, 5, 20, 10, boxes);
  for (gsize i = 0; i < PS_N_AROUND; i++)
    {
      g_assert_false (ps_boxes_overlap (&boxes[i], &point));
      for (gsize j = 0; j < i; j++)
        g_assert_true (boxes[i].x != boxes[j].x || boxes[i].y != boxes[j].y);
    }
  g_assert_cmpfloat (boxes[0].x, ==, 25);
  g_assert_cmpfloat (boxes[0].y, ==, 35);
}

static void
assert_stacked (const PsStacked *labels, gsize n_labels, double top, double bottom)
{
  for (gsize i = 0; i < n_labels; i++)
    {
      g_assert_cmpfloat (labels[i].top, >=, top);
      g_assert_cmpfloat (labels[i].top + labels[i].height, <=, bottom);
      for (gsize j = 0; j < i; j++)
        g_assert_true (labels[i].top >= labels[j].top + labels[j].height || labels[j].top >= labels[i].top + labels[i].height);
    }
}

static void
test_stack (void)
{
  PsStacked apart[] = { { 80, 10, 0 }, { 20, 10, 0 } };
  PsStacked together[] = { { 50, 10, 0 }, { 50, 20, 0 }, { 51, 10, 0 } };
  PsStacked low[] = { { 99, 10, 0 }, { 98, 10, 0 }, { 97, 10, 0 } };
  PsStacked high[] = { { -40, 10, 0 }, { 2, 10, 0 } };

  ps_stack_labels (apart, 2, 0, 100);
  g_assert_cmpfloat (apart[0].top, ==, 75);
  g_assert_cmpfloat (apart[1].top, ==, 15);
  ps_stack_labels (together, 3, 0, 100);
  assert_stacked (together, 3, 0, 100);
  ps_stack_labels (low, 3, 0, 100);
  assert_stacked (low, 3, 0, 100);
  g_assert_cmpfloat (low[2].top, ==, 70);
  ps_stack_labels (high, 2, 0, 100);
  assert_stacked (high, 2, 0, 100);
  ps_stack_labels (high, 0, 0, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/labels/cost", test_lines_and_boxes_cost);
  g_test_add_func ("/charts/labels/crossing", test_crossing);
  g_test_add_func ("/charts/labels/place", test_place);
  g_test_add_func ("/charts/labels/around", test_around);
  g_test_add_func ("/charts/labels/stack", test_stack);
  return g_test_run ();
}
