/* test-corridor.c: where a provider stands in its bandwidth
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-canvas.h"

#include "charts/ps-corridor.h"

#define WIDTH 80
#define HEIGHT 16

typedef struct
{
  PsCorridor corridor;
  PsCorridorPosition position;
} PositionCase;

/* domain.md §7: in bandwidth when C × (1 − lower) ≤ amount ≤ C × (1 + upper), exactly */
static const PositionCase cases[] = {
  { { 100000, 95000, 500, 500 }, PS_CORRIDOR_WITHIN },
  { { 100000, 94999, 500, 500 }, PS_CORRIDOR_UNDER },
  { { 100000, 105000, 500, 500 }, PS_CORRIDOR_WITHIN },
  { { 100000, 105001, 500, 500 }, PS_CORRIDOR_OVER },
  { { 33333, 35000, 500, 500 }, PS_CORRIDOR_OVER }, /* the border is € 349.9965 */
  { { 33333, 34999, 500, 500 }, PS_CORRIDOR_WITHIN },
  { { 100000, 100000, 0, 0 }, PS_CORRIDOR_WITHIN },
  { { 100000, 100001, 0, 0 }, PS_CORRIDOR_OVER },
  { { 36600, 3100, 0, 0, 31, 366 }, PS_CORRIDOR_WITHIN }, /* 31 days of 366 */
  { { 36600, 3101, 0, 0, 31, 366 }, PS_CORRIDOR_OVER },
  { { 36600, 3099, 0, 0, 31, 366 }, PS_CORRIDOR_UNDER },
  { { 0, 0, 500, 500 }, PS_CORRIDOR_WITHIN },
  { { 0, 1, 500, 500 }, PS_CORRIDOR_OVER },
  { { 0, -1, 500, 500 }, PS_CORRIDOR_UNDER },
  { { G_MAXINT64, G_MAXINT64, 500, 500, 365, 365 }, PS_CORRIDOR_WITHIN },
  { { PS_NO_NUMBER, 5, 500, 500 }, PS_CORRIDOR_UNKNOWN },
  { { 5, PS_NO_NUMBER, 500, 500 }, PS_CORRIDOR_UNKNOWN },
};

static void
test_positions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ps_corridor_position (&cases[i].corridor), ==, cases[i].position);
}

static Canvas *
draw (const PsCorridor *corridor, const PsChartStyle *style)
{
  Canvas *canvas = canvas_new (WIDTH, HEIGHT, style->background);
  cairo_t *cr = cairo_create (canvas->surface);

  ps_corridor_draw (cr, corridor, WIDTH, HEIGHT, style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (canvas->surface);
  return canvas;
}

/* A blue dot at its place within, an orange diamond outside, neither on the other's side. */
static void
test_marks (void)
{
  for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
    {
      PsChartStyle style = ps_chart_style (look);
      const PsCorridor within = { 100000, 103000, 500, 500 }, over = { 100000, 112000, 500, 500 };
      g_autoptr (Canvas) dot = draw (&within, &style);
      g_autoptr (Canvas) diamond = draw (&over, &style);

      g_assert_cmpint (canvas_count (dot, 40, 0, 12, HEIGHT, style.blue), >, 30);
      g_assert_cmpint (canvas_count (dot, 0, 0, WIDTH, HEIGHT, style.orange), ==, 0);
      g_assert_cmpint (canvas_count (diamond, 53, 0, 20, HEIGHT, style.orange), >, 25);
      g_assert_cmpint (canvas_count (diamond, 0, 0, 40, HEIGHT, style.orange), ==, 0);
    }
}

/* Off the scale: an arrow at the edge, on the right side. */
static void
test_arrows (void)
{
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  const PsCorridor far_over = { 100000, 243600, 500, 500 }, far_under = { 100000, 100, 500, 500 };
  const PsCorridor no_ceiling_at_all = { 0, 5000, 500, 500 };
  g_autoptr (Canvas) right = draw (&far_over, &style);
  g_autoptr (Canvas) left = draw (&far_under, &style);
  g_autoptr (Canvas) zero = draw (&no_ceiling_at_all, &style);

  g_assert_cmpint (canvas_count (right, WIDTH - 11, 0, 11, HEIGHT, style.orange), >, 25);
  g_assert_cmpint (canvas_count (left, 0, 0, 11, HEIGHT, style.orange), >, 25);
  g_assert_cmpint (canvas_count (zero, WIDTH - 11, 0, 11, HEIGHT, style.orange), >, 25);
  g_assert_cmpint (canvas_count (right, 0, 0, WIDTH - 11, HEIGHT, style.orange), ==, 0);
}

/* Nothing known: a dash, and no corridor that would say something. */
static void
test_unknown (void)
{
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  const PsCorridor unknown = { PS_NO_NUMBER, 5, 500, 500 };
  g_autoptr (Canvas) canvas = draw (&unknown, &style);

  g_assert_cmpint (canvas_count (canvas, 0, 0, WIDTH, HEIGHT, style.band_fill), ==, 0);
  g_assert_cmpint (canvas_count (canvas, 0, 0, WIDTH, HEIGHT, style.dim), >=, 7);
}

static void
test_describe (void)
{
  const PsCorridor over = { 100000, 112000, 500, 500 }, under = { 36600, 1550, 0, 0, 31, 366 }, none = { PS_NO_NUMBER, 1, 5, 5 };
  g_autofree char *above = ps_corridor_describe (&over);
  g_autofree char *below = ps_corridor_describe (&under);
  g_autofree char *nothing = ps_corridor_describe (&none);

  g_assert_cmpstr (above, ==, "112.0\302\240% of the ceiling, above the bandwidth");
  g_assert_cmpstr (below, ==, "50.0\302\240% of the ceiling, below the bandwidth");
  g_assert_cmpstr (nothing, ==, "no ceiling agreed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/corridor/positions", test_positions);
  g_test_add_func ("/charts/corridor/marks", test_marks);
  g_test_add_func ("/charts/corridor/arrows", test_arrows);
  g_test_add_func ("/charts/corridor/unknown", test_unknown);
  g_test_add_func ("/charts/corridor/describe", test_describe);
  return g_test_run ();
}
