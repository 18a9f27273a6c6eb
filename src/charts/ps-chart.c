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
  g_clear_pointer (&spot->parts, g_array_unref);
  g_free (spot);
}

static void
part_clear (gpointer part)
{
  g_free (((PsChartPart *) part)->value);
}

/**
 * ps_chart_spot_add_part: one more of what is told apart within a spot.
 */
void
ps_chart_spot_add_part (PsChartSpot *spot, double at_x, double at_y, const char *value)
{
  PsChartPart part = { at_x, at_y, g_strdup (value) };

  if (spot->parts == NULL)
    {
      spot->parts = g_array_new (FALSE, FALSE, sizeof (PsChartPart));
      g_array_set_clear_func (spot->parts, part_clear);
    }
  g_array_append_val (spot->parts, part);
}

/**
 * ps_chart_spot_part: one of the parts of a spot; NULL beyond them.
 */
const PsChartPart *
ps_chart_spot_part (const PsChartSpot *spot, int part)
{
  return spot->parts != NULL && part >= 0 && (guint) part < spot->parts->len ? &g_array_index (spot->parts, PsChartPart, part)
                                                                             : NULL;
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

/* Seen on any colour: dark within light. */
static void
draw_ring (PsPen *pen, double x, double y)
{
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, x, y, 7 * pen->unit, 0, 2 * G_PI);
  ps_pen_stroke (pen, pen->style->background, 3.5, PS_DASH_NONE);
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, x, y, 7 * pen->unit, 0, 2 * G_PI);
  ps_pen_stroke (pen, pen->style->foreground, 1.5, PS_DASH_NONE);
}

static void
draw_frame (PsPen *pen, const PsBox *area)
{
  PsColour blue = pen->style->blue;

  cairo_rectangle (pen->cr, area->x + 0.5, area->y + 0.5, MAX (area->width - 1, 0), MAX (area->height - 1, 0));
  cairo_set_source_rgba (pen->cr, blue.red, blue.green, blue.blue, 0.10);
  cairo_fill_preserve (pen->cr);
  ps_pen_stroke (pen, pen->style->dim, 1, PS_DASH_DOTTED);
}

/**
 * ps_chart_spot_draw: marks the spot that is pointed at or has the keyboard's attention, over the drawn chart: a dotted frame
 * and, on a line, a ring around its point, told by shape and not by colour alone.
 */
void
ps_chart_spot_draw (cairo_t *cr, const PsChartSpot *spot, const PsChartStyle *style)
{
  g_auto (PsPen) pen = { 0 };

  ps_pen_init (&pen, cr, style);
  draw_frame (&pen, &spot->area);
  if (spot->ringed)
    draw_ring (&pen, spot->at_x, spot->at_y);
}

/**
 * ps_chart_spot_draw_part: marks a spot of which one part is told: a ring around that.
 */
void
ps_chart_spot_draw_part (cairo_t *cr, const PsChartSpot *spot, int part, const PsChartStyle *style)
{
  const PsChartPart *visited = ps_chart_spot_part (spot, part);
  g_auto (PsPen) pen = { 0 };

  if (visited == NULL)
    return;
  ps_pen_init (&pen, cr, style);
  draw_frame (&pen, &spot->area);
  draw_ring (&pen, visited->at_x, visited->at_y);
}
