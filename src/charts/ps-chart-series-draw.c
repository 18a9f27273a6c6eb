/* ps-chart-series-draw.c: draws what all upright charts of series have: header, axis, categories, band, rules, lines, words at ends
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-header.h"
#include "ps-chart-series-layout.h"

#include <math.h>

/* Lengths in units */
#define PADDING 12.0
#define GAP 8.0
#define LEAST_MARKED 11.0 /* between points that each have a mark */
#define RULE_WIDTH 2.0
#define DENSE 0.3 /* half of what a line is high, where its ups and downs lie so near that they would clot */
#define NOTE_UP 18.0

/**
 * ps_series_draw_header: the title and what must be known to read the chart; the legend.
 */
void
ps_series_draw_header (PsPen *pen, const PsSeriesFrame *frame)
{
  double padding = PADDING * pen->unit;

  ps_chart_header_draw (pen, frame->width, frame->set->title, frame->note_below ? NULL : frame->note, TRUE, NULL);
  if (frame->note_below)
    ps_pen_text_within (pen, PS_TEXT_PLAIN, pen->style->dim, frame->note, padding, frame->top - NOTE_UP * pen->unit,
                        frame->width - 2 * padding);
  ps_legend_draw (pen, frame->legend);
}

void
ps_series_draw_axis (PsPen *pen, const PsSeriesFrame *frame)
{
  const PsBox *plot = &frame->plot;
  double room = plot->x - GAP * pen->unit;

  for (guint i = 0; i < frame->axis.ticks->len; i++)
    {
      gint64 tick = g_array_index (frame->axis.ticks, gint64, i);
      g_autofree char *label = ps_axis_label (&frame->axis, tick);
      double y = ps_series_up (frame, tick);

      ps_pen_rule (pen, tick == 0 ? pen->style->rule : pen->style->grid, 1, plot->x, y, plot->width);
      if (ps_pen_width (pen, PS_TEXT_PLAIN, label) <= room)
        ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, label, room, y - frame->line_height / 2, PS_ALIGN_RIGHT);
    }
}

/* Words */

/* A thin line leads to what a word names where it had to make way for others. */
void
ps_series_draw_ends (PsPen *pen, const PsSeriesFrame *frame)
{
  double x = frame->ends_x, edge = frame->plot.x + frame->plot.width;

  for (guint i = 0; i < frame->ends->len; i++)
    {
      const PsSeriesEnd *end = &g_array_index (frame->ends, PsSeriesEnd, i);
      double middle = end->top + frame->line_height / 2;

      if (end->drawn && fabs (middle - end->at) > frame->line_height / 2)
        ps_pen_line (pen, pen->style->rule, 0.8, PS_DASH_NONE, edge, end->at, x - pen->unit, middle);
      ps_swatch_draw (pen, &end->swatch, x, end->top);
      ps_pen_text_within (pen, end->bold ? PS_TEXT_BOLD : PS_TEXT_PLAIN, end->bold ? pen->style->foreground : pen->style->dim,
                          end->text, x + PS_SWATCH_WIDTH * pen->unit, end->top, frame->ends_width + 1);
    }
}

void
ps_series_draw_nothing (PsPen *pen, const PsSeriesFrame *frame)
{
  g_autofree char *text = ps_series_describe (frame->set);
  double padding = PADDING * pen->unit, room = frame->width - 2 * padding;
  double width = MIN (ps_pen_width (pen, PS_TEXT_PLAIN, text), room);

  ps_pen_text_within (pen, PS_TEXT_PLAIN, pen->style->dim, text, (frame->width - width) / 2,
                      (frame->top + frame->height - frame->line_height) / 2, width + 1);
}

/* Band */

static const PsSeries *
find_edge (const PsSeriesFrame *frame, PsSeriesRole role)
{
  return ps_series_set_find (frame->set, role);
}

/* The part of the plot that a category has. */
static void
reach_of (const PsSeriesFrame *frame, guint category, double *from, double *to)
{
  double width = frame->plot.width / frame->set->categories->len;

  *from = frame->plot.x + category * width;
  *to = *from + width;
}

/* One edge over the categories from `first` up to `end`, forwards or back; it reaches to the sides of the plot. */
static void
trace_edge (PsPen *pen, const PsSeriesFrame *frame, const PsSeries *series, guint first, guint end, gboolean stepped,
            gboolean back)
{
  for (guint k = 0; k < end - first; k++)
    {
      guint i = back ? end - 1 - k : first + k;
      double y = ps_series_up (frame, series->values[i]), from, to;

      reach_of (frame, i, &from, &to);
      if (stepped || k == 0)
        cairo_line_to (pen->cr, back ? to : from, y);
      if (!stepped)
        cairo_line_to (pen->cr, (from + to) / 2, y);
      if (stepped || k + 1 == end - first)
        cairo_line_to (pen->cr, back ? from : to, y);
    }
}

static void
draw_band_part (PsPen *pen, const PsSeriesFrame *frame, guint first, guint end, gboolean stepped)
{
  const PsSeries *lower = find_edge (frame, PS_ROLE_LOWER), *upper = find_edge (frame, PS_ROLE_UPPER);

  cairo_new_path (pen->cr);
  trace_edge (pen, frame, upper, first, end, stepped, FALSE);
  trace_edge (pen, frame, lower, first, end, stepped, TRUE);
  cairo_close_path (pen->cr);
  ps_pen_colour (pen, pen->style->band_fill);
  cairo_fill (pen->cr);
}

static gboolean
is_known (const PsSeries *series, guint category)
{
  return series == NULL || series->values[category] != PS_NO_NUMBER;
}

static void
draw_edge (PsPen *pen, const PsSeriesFrame *frame, const PsSeries *series, gboolean stepped)
{
  guint n = frame->set->categories->len;

  for (guint first = 0, end; series != NULL && first < n; first = end + 1)
    {
      for (end = first; end < n && is_known (series, end); end++)
        ;
      cairo_new_path (pen->cr);
      trace_edge (pen, frame, series, first, end, stepped, FALSE);
      ps_pen_stroke (pen, pen->style->band_line, 1, PS_DASH_NONE);
    }
}

/**
 * ps_series_draw_band: the corridor, wherever both of its edges are known; an edge alone is a line.
 */
void
ps_series_draw_band (PsPen *pen, const PsSeriesFrame *frame, gboolean stepped)
{
  const PsSeries *lower = find_edge (frame, PS_ROLE_LOWER), *upper = find_edge (frame, PS_ROLE_UPPER);
  guint n = frame->set->categories->len;

  for (guint first = 0, end; lower != NULL && upper != NULL && first < n; first = end + 1)
    {
      for (end = first; end < n && is_known (lower, end) && is_known (upper, end); end++)
        ;
      if (end > first)
        draw_band_part (pen, frame, first, end, stepped);
    }
  draw_edge (pen, frame, lower, stepped);
  draw_edge (pen, frame, upper, stepped);
}

/* Rules */

static void
rule_over (PsPen *pen, PsColour colour, double width, double from, double to, double y)
{
  ps_pen_rule (pen, colour, width, from, y, to - from);
}

/* Equal neighbours are one rule; between two that differ there is a thin upright. An edge of the background keeps it apart from bars. */
static void
draw_steps (PsPen *pen, const PsSeriesFrame *frame, const PsSeries *series, PsColour colour, double width)
{
  guint n = frame->n_slots;
  double last_y = 0, last_to = -1;

  for (guint i = 0, end; i < n; i = MAX (end, i + 1))
    {
      gint64 low, high, next_low, next_high;
      double from = ps_series_slot_x (frame, i), y;

      end = i;
      if (!ps_series_extremes (series, ps_series_slot_first (frame, i), ps_series_slot_first (frame, i + 1), &low, &high))
        continue;
      for (end = i + 1; end < n
                        && ps_series_extremes (series, ps_series_slot_first (frame, end), ps_series_slot_first (frame, end + 1),
                                               &next_low, &next_high)
                        && next_low == low && next_high == high;
           end++)
        ;
      y = ps_series_up (frame, high);
      rule_over (pen, colour, width, from, ps_series_slot_x (frame, end), y);
      if (low != high)
        rule_over (pen, colour, width, from, ps_series_slot_x (frame, end), ps_series_up (frame, low));
      if (last_to >= from - 0.01)
        ps_pen_upright (pen, colour, width / 2, PS_DASH_NONE, from, MIN (y, last_y), fabs (y - last_y));
      last_y = y;
      last_to = ps_series_slot_x (frame, end);
    }
}

/**
 * ps_series_draw_rules: what is agreed: a black rule, a step a category.
 */
void
ps_series_draw_rules (PsPen *pen, const PsSeriesFrame *frame)
{
  for (guint i = 0; i < frame->set->series->len; i++)
    if (frame->looks[i].series->role == PS_ROLE_AGREED)
      {
        draw_steps (pen, frame, frame->looks[i].series, pen->style->background, RULE_WIDTH + 2);
        draw_steps (pen, frame, frame->looks[i].series, pen->style->foreground, RULE_WIDTH);
      }
}

/* Lines */

gboolean
ps_series_has_marks (const PsSeriesFrame *frame, PsPen *pen)
{
  return frame->plot.width / MAX (frame->set->categories->len, 1) >= LEAST_MARKED * pen->unit;
}

/* A gap is a gap; a point alone in one is a dot. */
static void
trace_line (PsPen *pen, const PsSeriesFrame *frame, const gint64 *values)
{
  gboolean down = FALSE;

  for (guint i = 0; i < frame->set->categories->len; i++)
    {
      double x = ps_series_category_x (frame, i), y = ps_series_up (frame, values[i]);

      if (values[i] != PS_NO_NUMBER && down)
        cairo_line_to (pen->cr, x, y);
      else if (values[i] != PS_NO_NUMBER)
        cairo_move_to (pen->cr, x, y);
      down = values[i] != PS_NO_NUMBER;
    }
}

/* More points than columns of pixels: each column is filled from the lowest to the highest, and from where the line came in; none
 * thinner than the line. That covers what all of its strokes would, and takes as long as the chart is wide. */
static void
fill_columns (PsPen *pen, const PsSeriesFrame *frame, const PsSeriesLook *look)
{
  const gint64 *values = look->series->values;
  double half = MAX (look->swatch.line * DENSE, 0.5) * pen->unit, width = MAX (frame->slot_width, 2 * half);

  cairo_new_path (pen->cr);
  for (guint slot = 0; slot < frame->n_slots; slot++)
    {
      guint first = ps_series_slot_first (frame, slot), end = ps_series_slot_first (frame, slot + 1);
      gint64 low, high;
      double top;

      if (!ps_series_extremes (look->series, first, end, &low, &high))
        continue;
      if (first > 0 && values[first - 1] != PS_NO_NUMBER && values[first] != PS_NO_NUMBER)
        {
          low = MIN (low, values[first - 1]);
          high = MAX (high, values[first - 1]);
        }
      top = ps_series_up (frame, high) - half;
      cairo_rectangle (pen->cr, ps_series_slot_x (frame, slot) + (frame->slot_width - width) / 2, top, width,
                       ps_series_up (frame, low) + half - top);
    }
  ps_pen_colour (pen, look->swatch.colour);
  cairo_fill (pen->cr);
}

static gboolean
is_alone (const PsSeriesFrame *frame, const gint64 *values, guint i)
{
  return (i == 0 || values[i - 1] == PS_NO_NUMBER) && (i + 1 == frame->set->categories->len || values[i + 1] == PS_NO_NUMBER);
}

static void
draw_marks (PsPen *pen, const PsSeriesFrame *frame, const PsSeriesLook *look)
{
  gboolean all = ps_series_has_marks (frame, pen) && look->swatch.mark != PS_MARK_NONE;

  for (guint i = 0; i < frame->set->categories->len; i++)
    {
      double x = ps_series_category_x (frame, i), y = ps_series_up (frame, look->series->values[i]);

      if (look->series->values[i] == PS_NO_NUMBER)
        continue;
      if (all)
        ps_mark_draw (pen, look->swatch.mark, look->swatch.colour, x, y);
      else if (is_alone (frame, look->series->values, i))
        ps_pen_dot (pen, look->swatch.colour, x, y, 2);
    }
}

/**
 * ps_series_draw_line: a series as a line with its points.
 */
void
ps_series_draw_line (PsPen *pen, const PsSeriesFrame *frame, guint series)
{
  const PsSeriesLook *look = &frame->looks[series];

  if (frame->n_slots < frame->set->categories->len)
    {
      fill_columns (pen, frame, look);
      return;
    }
  cairo_new_path (pen->cr);
  trace_line (pen, frame, look->series->values);
  ps_pen_stroke (pen, look->swatch.colour, look->swatch.line, look->swatch.dash);
  draw_marks (pen, frame, look);
}
