/* ps-chart-bars-layout.c: where upright bars stand: beside each other, on each other, and last year's beside them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-bars-layout.h"

#include <math.h>

#define LAST_WIDTH 0.4 /* of another bar */
#define BESIDE_SHARE 0.87
#define MOST_LINES 2.6 /* the width of a bar, at most, in heights of a line */

/* A forecast takes the place of what is not measured yet. */
gboolean
ps_bars_is_bar (const PsSeriesFrame *frame, guint series)
{
  PsSeriesRole role = frame->looks[series].series->role;

  return role == PS_ROLE_VALUE || role == PS_ROLE_PART || role == PS_ROLE_LAST || role == PS_ROLE_FORECAST;
}

/* How many bars' widths stand in a slot, and how many of them before that of a series. Last year comes first. */
static double
bars_before (const PsSeriesFrame *frame, guint series, double *all)
{
  const PsSeriesLook *look = &frame->looks[series];
  double last = LAST_WIDTH * frame->n_last;

  *all = last + (frame->stacked ? 1 : MAX (frame->n_values, 1));
  if (look->series->role == PS_ROLE_LAST)
    return LAST_WIDTH * look->nth;
  return last + (frame->stacked || look->series->role == PS_ROLE_FORECAST ? 0 : look->nth);
}

/* Bars beside each other belong together as long as there is something between them and the next. */
static double
share_of (const PsSeriesFrame *frame)
{
  double share = ps_series_shape (frame->set)->share;

  return !frame->stacked && frame->n_values > 1 ? MAX (share, BESIDE_SHARE) : share;
}

/* Edges on whole pixels, so that they are sharp. */
static void
place_across (const PsSeriesFrame *frame, guint series, guint slot, PsBox *bar)
{
  double all, before = bars_before (frame, series, &all);
  double share = share_of (frame);
  double one = frame->slot_width * share / all, from, to;

  if (share < 1)
    one = MIN (one, MOST_LINES * frame->line_height);
  from = ps_series_slot_x (frame, slot) + (frame->slot_width - one * all) / 2 + before * one;
  to = from + one * (frame->looks[series].series->role == PS_ROLE_LAST ? LAST_WIDTH : 1);
  bar->x = round (from);
  bar->width = MAX (round (to) - bar->x - (frame->slot_width >= 4 ? 1 : 0), 1);
}

static void
place_up (const PsSeriesFrame *frame, gint64 from, gint64 to, PsBox *bar)
{
  double first = round (ps_series_up (frame, from)), second = round (ps_series_up (frame, to));

  bar->y = MIN (first, second);
  bar->height = fabs (first - second);
}

/* From what the least reaches to what the largest reaches, and from 0. */
static gboolean
span_of (const PsSeriesFrame *frame, guint series, guint slot, gint64 *from, gint64 *to, gint64 *sure)
{
  const PsSeries *wanted = frame->looks[series].series;
  gint64 low, high;

  *from = *sure = 0;
  if (frame->looks[series].part >= 0)
    {
      gboolean known = ps_series_stack_part (frame, series, ps_series_peak (frame, slot), from, to);

      *sure = *to;
      return known;
    }
  if (!ps_series_extremes (wanted, ps_series_slot_first (frame, slot), ps_series_slot_first (frame, slot + 1), &low, &high))
    return FALSE;
  *from = MIN (low, 0);
  *to = MAX (high, 0);
  *sure = low > 0 ? low : high < 0 ? high : 0;
  if (low == high)
    {
      *from = 0;
      *to = *sure = low;
    }
  return TRUE;
}

/* What is measured is not hidden by what was expected of it. */
static gboolean
is_hidden (const PsSeriesFrame *frame, guint series, guint slot)
{
  const PsSeries *measured = ps_series_set_find (frame->set, PS_ROLE_VALUE);
  gint64 low, high;

  if (frame->looks[series].series->role != PS_ROLE_FORECAST)
    return FALSE;
  if (frame->stacked)
    return ps_series_stack_total (frame->set, ps_series_slot_first (frame, slot)) != PS_NO_NUMBER;
  return measured != NULL
         && ps_series_extremes (measured, ps_series_slot_first (frame, slot), ps_series_slot_first (frame, slot + 1), &low,
                                &high);
}

gboolean
ps_bars_bar (const PsSeriesFrame *frame, guint series, guint slot, PsBox *bar, PsBox *sure)
{
  gint64 from, to, reached;

  if (!ps_bars_is_bar (frame, series) || is_hidden (frame, series, slot) || !span_of (frame, series, slot, &from, &to, &reached))
    return FALSE;
  place_across (frame, series, slot, bar);
  *sure = *bar;
  place_up (frame, from, to, bar);
  place_up (frame, frame->looks[series].part >= 0 ? from : 0, reached, sure);
  return TRUE;
}

guint
ps_bars_slot_of (const PsSeriesFrame *frame, guint category)
{
  guint slot = (guint) ((guint64) category * frame->n_slots / MAX (frame->set->categories->len, 1));

  while (slot + 1 < frame->n_slots && ps_series_slot_first (frame, slot + 1) <= category)
    slot++;
  return slot;
}

/**
 * ps_bars_point: the middle of the end of a bar; of a part, the middle of it; of a line or a rule, its point.
 */
gboolean
ps_bars_point (const PsSeriesFrame *frame, guint series, guint category, double *x, double *y)
{
  gint64 value = ps_series_of (frame->set, series)->values[category], from, to;
  PsBox bar = { 0 };

  if (value == PS_NO_NUMBER)
    return FALSE;
  *x = ps_series_category_x (frame, category);
  *y = ps_series_up (frame, value);
  if (!ps_bars_is_bar (frame, series))
    return TRUE;
  place_across (frame, series, ps_bars_slot_of (frame, category), &bar);
  *x = bar.x + bar.width / 2;
  if (ps_series_stack_part (frame, series, category, &from, &to))
    *y = (ps_series_up (frame, from) + ps_series_up (frame, to)) / 2;
  return TRUE;
}
