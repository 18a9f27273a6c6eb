/* ps-chart-series.c: any PsSeriesSet as a picture, by its shape
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-series-layout.h"

#include <math.h>

static gboolean
is_rows (const PsSeriesSet *set)
{
  return set->shape == PS_SHAPE_ROWS;
}

static double
height_of (const PsSeriesSet *set, double width, const PsChartStyle *style, gboolean natural)
{
  g_auto (PsPen) pen = { 0 };

  ps_pen_init (&pen, NULL, style);
  return is_rows (set) ? ps_rows_least_height (&pen, set, width, natural)
                       : ps_series_frame_least_height (&pen, set, width, natural);
}

/* Where it is lower than it must be to be legible, everything is drawn smaller rather than left out. */
static PsChartStyle
fitting_style (const PsSeriesSet *set, double width, double height, const PsChartStyle *style)
{
  PsChartStyle fitting = *style;
  double least = height_of (set, width, style, FALSE);

  if (height < least)
    fitting.scale *= MAX (height, 1) / least;
  return fitting;
}

static void
init_frame (PsSeriesFrame *frame, PsPen *pen, const PsSeriesSet *set, double width, double height)
{
  if (is_rows (set))
    ps_rows_layout_init (frame, pen, set, width, height);
  else
    ps_series_frame_init (frame, pen, set, width, height);
}

static void
draw_upright (PsPen *pen, const PsSeriesFrame *frame)
{
  ps_series_draw_axis (pen, frame);
  ps_series_shape (frame->set)->draw (pen, frame);
  ps_series_draw_names (pen, frame);
  ps_series_draw_ends (pen, frame);
}

/* Draws a PsSeriesSet from 0,0 on to width, height, in units of `cr`. */
static void
draw (cairo_t *cr, gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  const PsSeriesSet *set = chart;
  PsChartStyle fitting = fitting_style (set, width, height, style);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsSeriesFrame) frame = { 0 };

  ps_pen_init (&pen, cr, &fitting);
  init_frame (&frame, &pen, set, width, height);
  ps_pen_background (&pen, width, height);
  ps_series_draw_header (&pen, &frame);
  if (ps_series_set_is_empty (set))
    ps_series_draw_nothing (&pen, &frame);
  else if (is_rows (set))
    ps_rows_draw (&pen, &frame);
  else
    draw_upright (&pen, &frame);
}

static double
natural_height (gconstpointer chart, double width, const PsChartStyle *style)
{
  return height_of (chart, width, style, TRUE);
}

/* Spots */

static gboolean
is_any_known (const PsSeriesSet *set, guint first, guint end)
{
  gint64 low, high;

  for (guint i = 0; i < set->series->len; i++)
    if (ps_series_extremes (ps_series_of (set, i), first, end, &low, &high))
      return TRUE;
  return FALSE;
}

/* One more part of a spot, whose value gets a line more. */
static void
add_part (PsChartSpot *spot, const PsSeriesFrame *frame, guint series, guint first, guint end, double x, double y)
{
  g_autofree char *line = ps_series_slot_value (frame->set, ps_series_of (frame->set, series), first, end);
  g_autofree char *before = g_steal_pointer (&spot->value);

  spot->value = *before == '\0' ? g_strdup (line) : g_strconcat (before, "\n", line, NULL);
  ps_chart_spot_add_part (spot, x, y, line);
}

/* The highest point is where a bubble does not hide the others. */
static void
point_at (PsChartSpot *spot, double x, double y, gboolean first)
{
  if (first || y < spot->at_y)
    {
      spot->at_x = x;
      spot->at_y = y;
    }
}

/* Where a series is drawn in a slot: at the last of its figures there; what is not known, at the foot. */
static gboolean
find_point (const PsSeriesFrame *frame, guint series, guint first, guint end, double *x, double *y)
{
  for (guint i = end; i-- > first;)
    if (ps_series_shape (frame->set)->point (frame, series, i, x, y))
      return TRUE;
  *x = (ps_series_category_x (frame, first) + ps_series_category_x (frame, end - 1)) / 2;
  *y = frame->plot.y + frame->plot.height;
  return FALSE;
}

static PsChartSpot *
spot_of_slot (const PsSeriesFrame *frame, guint slot)
{
  guint first = ps_series_slot_first (frame, slot), end = ps_series_slot_first (frame, slot + 1);
  double top = frame->plot.y - frame->line_height, x, y;
  const PsBox area = { ps_series_slot_x (frame, slot), top, frame->slot_width, frame->bottom - top };
  g_autofree char *title = ps_series_slot_title (frame->set, first, end);
  PsChartSpot *spot = ps_chart_spot_new (&area, area.x + area.width / 2, frame->plot.y + frame->plot.height, title, "");
  gboolean found = FALSE;

  for (guint i = 0; i < frame->set->series->len; i++)
    {
      if (find_point (frame, i, first, end, &x, &y))
        {
          point_at (spot, x, y, !found);
          found = TRUE;
        }
      add_part (spot, frame, i, first, end, x, y);
    }
  spot->ringed = frame->set->shape == PS_SHAPE_LINES;
  return spot;
}

/* Its end at the right of 0, at the left of it where it is negative. */
static double
end_of_row (const PsSeriesFrame *frame, PsPen *pen, guint series, guint category, double *middle)
{
  PsBox bar = ps_rows_bar (frame, pen, series, category);
  gint64 value = ps_series_of (frame->set, series)->values[category];

  *middle = bar.y + bar.height / 2;
  if (frame->looks[series].part >= 0)
    return bar.x + bar.width / 2;
  return value == PS_NO_NUMBER || value < 0 ? bar.x : bar.x + bar.width;
}

static PsChartSpot *
spot_of_row (const PsSeriesFrame *frame, PsPen *pen, guint category)
{
  const PsBox area = { frame->names_x, frame->plot.y + category * ps_rows_pitch (frame), frame->width - 2 * frame->names_x,
                       ps_rows_pitch (frame) };
  g_autofree char *title = ps_series_slot_title (frame->set, category, category + 1);
  PsChartSpot *spot = ps_chart_spot_new (&area, frame->plot.x, area.y, title, "");

  for (guint i = 0; i < frame->set->series->len; i++)
    {
      double y, x = end_of_row (frame, pen, i, category, &y);

      spot->at_x = MAX (spot->at_x, x);
      add_part (spot, frame, i, category, category + 1, x, y);
    }
  return spot;
}

/* The categories, in their order; those of which nothing is known are passed over. */
static GPtrArray *
make_spots (gconstpointer chart, double width, double height, const PsChartStyle *style)
{
  const PsSeriesSet *set = chart;
  PsChartStyle fitting = fitting_style (set, width, height, style);
  GPtrArray *spots = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_chart_spot_free);
  g_auto (PsPen) pen = { 0 };
  g_auto (PsSeriesFrame) frame = { 0 };

  ps_pen_init (&pen, NULL, &fitting);
  init_frame (&frame, &pen, set, width, height);
  for (guint i = 0; i < frame.n_slots; i++)
    if (is_rows (set) && is_any_known (set, i, i + 1))
      g_ptr_array_add (spots, spot_of_row (&frame, &pen, i));
    else if (!is_rows (set) && is_any_known (set, ps_series_slot_first (&frame, i), ps_series_slot_first (&frame, i + 1)))
      g_ptr_array_add (spots, spot_of_slot (&frame, i));
  return spots;
}

const PsChartKind ps_chart_series_kind = {
  .file_name = "figures",
  .title = ps_series_title,
  .draw = draw,
  .natural_height = natural_height,
  .spots = make_spots,
  .table = ps_chart_series_table,
  .describe = ps_series_describe,
};
