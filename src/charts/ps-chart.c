/* ps-chart.c: what all charts have: points to visit, and the drawing of the one that is visited
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart.h"
#include "ps-chart-pen.h"

PsChartSpot *
ps_chart_spot_new (const PsBox *area, double at_x, double at_y, const char *title, const char *value)
{
  PsChartSpot *spot = g_new0 (PsChartSpot, 1);

  spot->area = *area;
  spot->at_x = at_x;
  spot->at_y = at_y;
  spot->title = g_strdup (title);
  spot->value = g_strdup (value);
  return spot;
}

void
ps_chart_spot_free (PsChartSpot *spot)
{
  if (spot == NULL)
    return;
  g_free (spot->title);
  g_free (spot->value);
  g_free (spot);
}

/**
 * ps_chart_spot_at: the place in `spots` (of PsChartSpot) of the one under the pointer; -1: none.
 */
int
ps_chart_spot_at (GPtrArray *spots, double x, double y)
{
  for (guint i = 0; i < spots->len; i++)
    {
      const PsBox *area = &((const PsChartSpot *) g_ptr_array_index (spots, i))->area;

      if (x >= area->x && x < area->x + area->width && y >= area->y && y < area->y + area->height)
        return (int) i;
    }
  return -1;
}

/**
 * ps_chart_spot_draw: marks the spot that is pointed at or has the keyboard's attention, over the drawn chart: a dotted frame
 * and, on a line, a ring around its point, told by shape and not by colour alone.
 */
void
ps_chart_spot_draw (cairo_t *cr, const PsChartSpot *spot, const PsChartStyle *style)
{
  g_auto (PsPen) pen = { 0 };
  const PsBox *area = &spot->area;

  ps_pen_init (&pen, cr, style);
  cairo_rectangle (cr, area->x + 0.5, area->y + 0.5, MAX (area->width - 1, 0), MAX (area->height - 1, 0));
  cairo_set_source_rgba (cr, style->blue.red, style->blue.green, style->blue.blue, 0.10);
  cairo_fill_preserve (cr);
  ps_pen_stroke (&pen, style->dim, 1, PS_DASH_DOTTED);
  if (!spot->ringed)
    return;
  cairo_new_path (cr);
  cairo_arc (cr, spot->at_x, spot->at_y, 7 * pen.unit, 0, 2 * G_PI);
  ps_pen_stroke (&pen, style->foreground, 1.5, PS_DASH_NONE);
}
