/* ps-chart-rows-layout.c: where everything of lying bars lies: names, bars, figures, a row a category
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-series-layout.h"

#include <math.h>

/* Lengths in units */
#define PADDING 12.0
#define GAP 8.0
#define AXIS_HEIGHT 20.0
#define BOTTOM 8.0
#define MORE_HEIGHT 18.0
#define BAR_HEIGHT 15.0
#define LAST_HEIGHT 5.0
#define BETWEEN_ROWS 7.0
#define LEAST_BETWEEN 2.0
#define LEAST_BARS 60.0
#define NAMES_SHARE 0.42 /* of the width, at most */
#define MOST_VALUES 0.34 /* of the width: figures that take more are left to the points and the table */
#define LEGEND_SHARE 0.4
#define MOST_ROWS 60 /* of the natural height: more are told in the table */
#define LEAST_ROWS 2
#define WRAPPED_ROWS 24 /* of as many or fewer, names that are too long get a second line */
#define TICK_GAP 14.0

/* How high the bars of a row are together. */
static double
bars_height (const PsSeriesFrame *frame, PsPen *pen)
{
  guint bars = MAX (frame->n_values + (frame->stacked ? 1 : 0), 1);

  return (bars * BAR_HEIGHT + frame->n_last * LAST_HEIGHT) * pen->unit;
}

/**
 * ps_rows_pitch: from the top of a row to that of the next.
 */
double
ps_rows_pitch (const PsSeriesFrame *frame)
{
  return frame->slot_width;
}

/**
 * ps_rows_n_left_out: how many categories there is no room for.
 */
guint
ps_rows_n_left_out (const PsSeriesFrame *frame)
{
  return frame->set->categories->len - frame->n_slots;
}

/**
 * ps_rows_has_figure: whether what it measures stands at the end of the row; of parts that is what they make together, but not of
 * shares, which always make the whole.
 */
gboolean
ps_rows_has_figure (const PsSeriesFrame *frame, guint series)
{
  const PsSeriesLook *look = &frame->looks[series];

  return look->part >= 0 ? frame->set->kind != PS_VALUE_SHARE : look->series->role == PS_ROLE_VALUE;
}

/* Figures that stand at the end of each row: of each bar, or what the parts make. */
static double
widest_value (const PsSeriesFrame *frame, PsPen *pen)
{
  double widest = 0;

  for (guint i = 0; i < frame->set->series->len; i++)
    for (guint j = 0; j < frame->n_slots; j++)
      {
        const PsSeriesLook *look = &frame->looks[i];
        gint64 value = look->part >= 0 ? ps_series_stack_total (frame->set, j) : look->series->values[j];
        g_autofree char *text = NULL;

        if (!ps_rows_has_figure (frame, i))
          break;
        text = ps_value_format (frame->set->kind, value);
        widest = MAX (widest, ps_pen_width (pen, PS_TEXT_PLAIN, text));
      }
  return widest;
}

static double
widest_name (const PsSeriesFrame *frame, PsPen *pen)
{
  double widest = 0;

  for (guint i = 0; i < frame->n_slots; i++)
    widest = MAX (widest, ps_pen_width (pen, PS_TEXT_PLAIN, g_ptr_array_index (frame->set->categories, i)));
  return widest;
}

/* Names get what they need as long as the bars have most of the width. */
static void
place_across (PsSeriesFrame *frame, PsPen *pen)
{
  double padding = PADDING * pen->unit, gap = GAP * pen->unit, values = widest_value (frame, pen);
  double right = frame->width - padding, rest;

  frame->names_x = padding;
  frame->values_right = values > 0 && values <= frame->width * MOST_VALUES ? right : 0;
  if (frame->values_right > 0)
    right -= values + gap;
  rest = right - padding - gap - LEAST_BARS * pen->unit;
  frame->names_width = CLAMP (widest_name (frame, pen), 0, MAX (MIN (frame->width * NAMES_SHARE, rest), 0));
  frame->plot.x = padding + frame->names_width + (frame->names_width > 0 ? gap : 0);
  frame->plot.width = MAX (right - frame->plot.x, 1);
}

static double
widest_tick (PsPen *pen, const PsAxis *axis)
{
  double widest = 0;

  for (guint i = 0; i < axis->ticks->len; i++)
    {
      g_autofree char *label = ps_axis_label (axis, g_array_index (axis->ticks, gint64, i));

      widest = MAX (widest, ps_pen_width (pen, PS_TEXT_PLAIN, label));
    }
  return widest;
}

/* As many ticks as have room for their words beside each other. */
static void
make_axis (PsSeriesFrame *frame, PsPen *pen)
{
  gint64 low, high;

  ps_series_find_range (frame->set, &low, &high);
  for (guint most = 7; most >= 3; most--)
    {
      ps_axis_clear (&frame->axis);
      ps_axis_init_values (&frame->axis, frame->set->kind, low, high, most);
      if ((widest_tick (pen, &frame->axis) + TICK_GAP * pen->unit) * (frame->axis.ticks->len - 1) <= frame->plot.width)
        break;
    }
  frame->axis.at_low = frame->plot.x;
  frame->axis.at_high = frame->plot.x + frame->plot.width;
}

/* Rows are moved together before any is left out. */
static void
place_rows (PsSeriesFrame *frame, PsPen *pen)
{
  double bars = bars_height (frame, pen), room = frame->bottom - AXIS_HEIGHT * pen->unit - frame->plot.y;
  double least = bars + LEAST_BETWEEN * pen->unit, most = bars + BETWEEN_ROWS * pen->unit;
  guint n = frame->set->categories->len;

  if (n * least > room)
    room -= MORE_HEIGHT * pen->unit;
  frame->n_slots = (guint) CLAMP (room / least, 1, MAX (n, 1));
  frame->n_slots = MIN (frame->n_slots, n);
  frame->slot_width = CLAMP (room / MAX (frame->n_slots, 1), least, most * 1.6);
  frame->plot.height = frame->slot_width * frame->n_slots;
  frame->words_y = frame->plot.y + frame->plot.height + 3 * pen->unit;
}

static void
lay_out (PsSeriesFrame *frame, PsPen *pen)
{
  frame->plot.y = frame->top + ps_series_frame_add_legend (frame, pen, frame->height * LEGEND_SHARE - frame->top) + 2 * pen->unit;
  frame->bottom = frame->height - BOTTOM * pen->unit;
  place_rows (frame, pen);
  place_across (frame, pen);
  frame->word_lines = ps_rows_pitch (frame) >= 2 * frame->line_height ? 2 : 1;
  make_axis (frame, pen);
}

/**
 * ps_rows_layout_init: lays out lying bars in this size. Borrows the set.
 */
void
ps_rows_layout_init (PsSeriesFrame *frame, PsPen *pen, const PsSeriesSet *set, double width, double height)
{
  ps_series_frame_begin (frame, pen, set, width, height);
  lay_out (frame, pen);
  if (!ps_series_frame_take_note (frame, pen))
    return;
  ps_axis_clear (&frame->axis);
  lay_out (frame, pen);
}

/* Whether a second line shows more of a name, of all of them. */
static gboolean
names_wrap (PsSeriesFrame *frame, PsPen *pen)
{
  frame->n_slots = frame->set->categories->len;
  place_across (frame, pen);
  for (guint i = 0; i < frame->n_slots && frame->names_width > 0; i++)
    {
      const char *name = g_ptr_array_index (frame->set->categories, i);

      if (ps_pen_width (pen, PS_TEXT_PLAIN, name) > frame->names_width + 1
          && ps_pen_wrapped (pen, PS_TEXT_PLAIN, name, frame->names_width + 1, 2, NULL) > 1)
        return TRUE;
    }
  return FALSE;
}

/**
 * ps_rows_least_height: of a few rows, so that it is legible; `natural`: of all, as long as they can be seen on a page.
 */
double
ps_rows_least_height (PsPen *pen, const PsSeriesSet *set, double width, gboolean natural)
{
  g_auto (PsSeriesFrame) frame = { 0 };
  guint n = MAX (set->categories->len, 1), rows = MIN (n, natural ? MOST_ROWS : LEAST_ROWS);
  double between = (natural ? BETWEEN_ROWS : LEAST_BETWEEN) * pen->unit, height, pitch;

  ps_series_frame_begin (&frame, pen, set, width, G_MAXUINT16);
  height = frame.top + ps_series_frame_add_legend (&frame, pen, natural ? G_MAXUINT16 : 0);
  if (n > rows)
    height += MORE_HEIGHT * pen->unit;
  pitch = bars_height (&frame, pen) + between;
  if (natural && n <= WRAPPED_ROWS && names_wrap (&frame, pen))
    pitch = MAX (pitch, 2 * frame.line_height + LEAST_BETWEEN * pen->unit);
  return ceil (height + rows * pitch + (2 + AXIS_HEIGHT + BOTTOM) * pen->unit) + 1;
}

static double
along (const PsSeriesFrame *frame, gint64 value)
{
  return round (ps_axis_at (&frame->axis, value));
}

/* The top of a series' bar in a row: parts share one bar, and last year is below what is measured. */
static double
top_of (const PsSeriesFrame *frame, PsPen *pen, guint series, double top)
{
  const PsSeriesLook *look = &frame->looks[series];

  top += (ps_rows_pitch (frame) - bars_height (frame, pen)) / 2;
  if (look->part >= 0 || look->series->role == PS_ROLE_FORECAST)
    return top;
  if (look->series->role == PS_ROLE_LAST)
    return top + (MAX (frame->n_values + (frame->stacked ? 1 : 0), 1) * BAR_HEIGHT + look->nth * LAST_HEIGHT) * pen->unit;
  return top + (look->nth + (frame->stacked ? 1 : 0)) * BAR_HEIGHT * pen->unit;
}

/**
 * ps_rows_bar: the bar of a series in a row; of what is no bar (a norm), its place from the top of the row to its bottom. Without a
 * figure it is 0 long.
 */
PsBox
ps_rows_bar (const PsSeriesFrame *frame, PsPen *pen, guint series, guint category)
{
  const PsSeriesLook *look = &frame->looks[series];
  gint64 value = look->series->values[category], from = 0, to = value;
  double top = frame->plot.y + category * ps_rows_pitch (frame);
  PsBox bar = { frame->plot.x, top, 0, ps_rows_pitch (frame) };

  if (value == PS_NO_NUMBER)
    return bar;
  if (look->swatch.kind == PS_SWATCH_RULE || look->swatch.kind == PS_SWATCH_BAND || look->swatch.kind == PS_SWATCH_LINE)
    {
      bar.x = ps_axis_at (&frame->axis, value);
      return bar;
    }
  ps_series_stack_part (frame, series, category, &from, &to);
  bar.x = MIN (along (frame, from), along (frame, to));
  bar.width = fabs (along (frame, to) - along (frame, from));
  bar.y = round (top_of (frame, pen, series, top));
  bar.height = round ((look->series->role == PS_ROLE_LAST ? LAST_HEIGHT : BAR_HEIGHT) * pen->unit) - 1;
  return bar;
}
