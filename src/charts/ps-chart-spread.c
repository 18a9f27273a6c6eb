/* ps-chart-spread.c: a distribution: how many there are in each class, and up to which of them the norm goes
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Bars as of ps-chart-bars.c that touch each other.
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-bars-layout.h"

static void
draw_norms (PsPen *pen, const PsSeriesFrame *frame)
{
  gint64 low, high;

  for (guint i = 0; i < frame->set->series->len; i++)
    for (guint j = 0; frame->looks[i].series->role == PS_ROLE_AGREED && j < frame->n_slots; j++)
      if (ps_series_extremes (frame->looks[i].series, ps_series_slot_first (frame, j), ps_series_slot_first (frame, j + 1), &low,
                              &high))
        {
          double x = ps_series_slot_x (frame, j) + frame->slot_width, top = frame->plot.y - frame->line_height / 2;
          double length = frame->plot.y + frame->plot.height - top;

          ps_pen_upright (pen, pen->style->background, 4, PS_DASH_NONE, x, top, length);
          ps_pen_upright (pen, pen->style->foreground, 2, PS_DASH_NONE, x, top, length);
        }
}

static void
draw_spread (PsPen *pen, const PsSeriesFrame *frame)
{
  ps_bars_draw (pen, frame);
  draw_norms (pen, frame);
  ps_bars_draw_values (pen, frame);
}

static gboolean
find_point (const PsSeriesFrame *frame, guint series, guint category, double *x, double *y)
{
  const PsSeries *wanted = ps_series_of (frame->set, series);

  if (wanted->role != PS_ROLE_AGREED)
    return ps_bars_point (frame, series, category, x, y);
  *x = ps_series_norm_x (frame, category);
  *y = frame->plot.y;
  return wanted->values[category] != PS_NO_NUMBER;
}

const PsSeriesShape ps_series_spread_shape = {
  .least_slot = 2,
  .share = 1,
  .draw = draw_spread,
  .point = find_point,
};
