/* ps-chart-bars.c: series as upright bars, beside each other or on each other, with what is agreed and a line over them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-bars-layout.h"

static PsColour
between (PsColour a, PsColour b)
{
  return (PsColour){ (a.red + b.red) / 2, (a.green + b.green) / 2, (a.blue + b.blue) / 2 };
}

/* An edge of the background sets parts apart that lie on each other. */
static PsBox
set_apart (PsPen *pen, const PsBox *bar)
{
  PsBox inner = *bar;

  if (bar->height >= 4 * pen->unit)
    inner.height -= 1;
  return inner;
}

/* Nothing, or hardly anything, is a stroke: the figure is known. A part of nothing is no part. */
static void
draw_bar (PsPen *pen, const PsSeriesLook *look, const PsBox *bar, const PsBox *sure)
{
  PsBox part = set_apart (pen, bar);

  if (look->part >= 0 && bar->height < 1)
    return;
  if (bar->height < 2 * pen->unit && look->part < 0)
    ps_pen_rule (pen, look->swatch.colour, 2, bar->x, bar->y + bar->height / 2, bar->width);
  else if (look->swatch.kind == PS_SWATCH_OPEN)
    ps_pen_open (pen, look->swatch.colour, look->swatch.dash, bar);
  else if (look->part >= 0)
    ps_pen_pattern (pen, look->swatch.colour, look->swatch.pattern, &part);
  else
    {
      if (sure->height < bar->height)
        ps_pen_bar (pen, between (look->swatch.colour, pen->style->background), bar);
      ps_pen_pattern (pen, look->swatch.colour, look->swatch.pattern, sure);
    }
}

/**
 * ps_bars_draw: the bars of all series, and the line of 0 that they stand on.
 */
void
ps_bars_draw (PsPen *pen, const PsSeriesFrame *frame)
{
  PsBox bar, sure;

  for (guint i = 0; i < frame->set->series->len; i++)
    for (guint slot = 0; slot < frame->n_slots; slot++)
      if (ps_bars_bar (frame, i, slot, &bar, &sure))
        draw_bar (pen, &frame->looks[i], &bar, &sure);
  ps_pen_rule (pen, pen->style->rule, 1, frame->plot.x, ps_series_up (frame, 0), frame->plot.width);
}

static void
draw_bars (PsPen *pen, const PsSeriesFrame *frame)
{
  ps_series_draw_band (pen, frame, TRUE);
  ps_bars_draw (pen, frame);
  ps_series_draw_rules (pen, frame);
  for (guint i = 0; i < frame->set->series->len; i++)
    if (frame->looks[i].series->role == PS_ROLE_LINE)
      ps_series_draw_line (pen, frame, i);
  ps_bars_draw_values (pen, frame);
}

const PsSeriesShape ps_series_bars_shape = {
  .least_slot = 5,
  .share = 0.8,
  .draw = draw_bars,
  .point = ps_bars_point,
};
