/* chart-canvas.c: charts drawn in memory, and their pixels looked at
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-canvas.h"

#include <stdlib.h>

const int canvas_sizes[3][2] = { { 360, 200 }, { 620, 330 }, { 1200, 500 } };

Canvas *
canvas_new (int width, int height, PsColour background)
{
  Canvas *canvas = g_new0 (Canvas, 1);
  cairo_t *cr;

  canvas->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  canvas->width = width;
  canvas->height = height;
  cr = cairo_create (canvas->surface);
  cairo_set_source_rgb (cr, background.red, background.green, background.blue);
  cairo_paint (cr);
  cairo_destroy (cr);
  return canvas;
}

Canvas *
canvas_of_chart (const PsChartKind *kind, gconstpointer chart, int width, int height, const PsChartStyle *style)
{
  const PsColour never_drawn = { 1, 0, 1 };
  Canvas *canvas = canvas_new (width, height, never_drawn);
  cairo_t *cr = cairo_create (canvas->surface);

  kind->draw (cr, chart, width, height, style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (canvas->surface);
  return canvas;
}

void
canvas_free (Canvas *canvas)
{
  cairo_surface_destroy (canvas->surface);
  g_free (canvas);
}

static guint32
pixel_at (const Canvas *canvas, int x, int y)
{
  const unsigned char *row =
      cairo_image_surface_get_data (canvas->surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (canvas->surface);

  return ((const guint32 *) (const void *) row)[x];
}

static gboolean
is_near (guint32 part, double wanted)
{
  return abs ((int) (part & 0xff) - (int) (wanted * 255 + 0.5)) <= 6;
}

/* Whether a pixel has this colour, but for rounding. */
gboolean
canvas_has (const Canvas *canvas, int x, int y, PsColour colour)
{
  guint32 pixel;

  if (x < 0 || y < 0 || x >= canvas->width || y >= canvas->height)
    return FALSE;
  pixel = pixel_at (canvas, x, y);
  return is_near (pixel >> 16, colour.red) && is_near (pixel >> 8, colour.green) && is_near (pixel, colour.blue);
}

int
canvas_count (const Canvas *canvas, int x, int y, int width, int height, PsColour colour)
{
  int count = 0;

  for (int row = y; row < y + height; row++)
    for (int column = x; column < x + width; column++)
      count += canvas_has (canvas, column, row, colour);
  return count;
}

/* The first pixels of this colour in a row, from `from_x` on. */
Run
canvas_run_in_row (const Canvas *canvas, int y, int from_x, PsColour colour)
{
  Run run = { from_x, 0 };

  while (run.first < canvas->width && !canvas_has (canvas, run.first, y, colour))
    run.first++;
  run.last = run.first - 1;
  while (canvas_has (canvas, run.last + 1, y, colour))
    run.last++;
  return run;
}

/* The first row, from `from_y` on by `step` (1 down, -1 up), in which this colour runs from x over a length; -1: none. */
int
canvas_long_row (const Canvas *canvas, int from_y, int step, int x, int length, PsColour colour)
{
  for (int y = from_y; y >= 0 && y < canvas->height; y += step)
    if (canvas_count (canvas, x, y, length, 1, colour) == length)
      return y;
  return -1;
}

/* What reaches the edge was cut off there. */
void
canvas_assert_margin_is_free (const Canvas *canvas, PsColour background)
{
  int width = canvas->width, height = canvas->height;

  g_assert_cmpint (canvas_count (canvas, 0, 0, width, 1, background), ==, width);
  g_assert_cmpint (canvas_count (canvas, 0, height - 1, width, 1, background), ==, width);
  g_assert_cmpint (canvas_count (canvas, 0, 0, 1, height, background), ==, height);
  g_assert_cmpint (canvas_count (canvas, width - 1, 0, 1, height, background), ==, height);
}

/* 2024, with a ceiling of a million and all that a chart can have. */
PsRealisedChart *
sample_realised (int months)
{
  PsRealisedChart *chart = ps_realised_chart_new (2024);

  for (int month = 0; month < 12; month++)
    {
      if (month < months)
        chart->realised_cents[month] = 9000000 * (month + 1);
      chart->last_year_cents[month] = 7000000 * (month + 1);
    }
  chart->ceiling_cents = 100000000;
  chart->under_bp = 500;
  chart->over_bp = 500;
  ps_realised_chart_add_mark (chart, ps_date_from_ymd (2024, 5, 19), ps_date_from_ymd (2024, 3, 31), PS_NO_NUMBER);
  return chart;
}

/* The settlement of domain.md's kind with a donut hole and two further bands. */
PsWaterfallChart *
sample_waterfall (void)
{
  PsWaterfallChart *chart = ps_waterfall_chart_new (166800000);

  ps_waterfall_chart_add (chart, PS_WATERFALL_TOTAL, "Gross production", NULL, 182763568);
  ps_waterfall_chart_add (chart, PS_WATERFALL_CHANGE, "Norm duration", "Care beyond its norm duration", -1052141);
  ps_waterfall_chart_add (chart, PS_WATERFALL_CHANGE, "Donut hole 100 – 103 %", NULL, -5004000);
  ps_waterfall_chart_add (chart, PS_WATERFALL_CHANGE, "Band 103 – 108 %", NULL, -2502000);
  ps_waterfall_chart_add (chart, PS_WATERFALL_CHANGE, "Band 108 – 115 %", NULL, -940456);
  ps_waterfall_chart_add (chart, PS_WATERFALL_TOTAL, "Payable", NULL, 173264971);
  ps_waterfall_chart_add (chart, PS_WATERFALL_PAID, "Paid", NULL, -178395130);
  ps_waterfall_chart_add (chart, PS_WATERFALL_BALANCE, "Balance, to reclaim", NULL, -5130159);
  return chart;
}

static void
assert_inside (const PsChartSpot *spot, int width, int height)
{
  g_assert_cmpfloat (spot->area.x, >=, 0);
  g_assert_cmpfloat (spot->area.y, >=, 0);
  g_assert_cmpfloat (spot->area.x + spot->area.width, <=, width);
  g_assert_cmpfloat (spot->area.y + spot->area.height, <=, height);
  g_assert_cmpfloat (spot->area.width * spot->area.height, >, 0);
}

static gboolean
overlap_truly (const PsBox *a, const PsBox *b)
{
  const double hair = 1e-6;
  const PsBox smaller = { a->x + hair, a->y + hair, a->width - 2 * hair, a->height - 2 * hair };

  return ps_boxes_overlap (&smaller, b);
}

/* Every spot lies within the chart, over no other, says something, and is found under the pointer. */
void
assert_spots (const PsChartKind *kind, gconstpointer chart, int width, int height, const PsChartStyle *style)
{
  g_autoptr (GPtrArray) spots = kind->spots (chart, width, height, style);

  for (guint i = 0; i < spots->len; i++)
    {
      const PsChartSpot *spot = g_ptr_array_index (spots, i);

      assert_inside (spot, width, height);
      g_assert_cmpstr (spot->title, !=, "");
      g_assert_cmpstr (spot->value, !=, "");
      g_assert_cmpint (ps_chart_spot_at (spots, spot->area.x + spot->area.width / 2, spot->area.y + spot->area.height / 2), ==,
                       (int) i);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap_truly (&spot->area, &((PsChartSpot *) g_ptr_array_index (spots, j))->area));
    }
}
