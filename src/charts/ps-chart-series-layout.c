/* ps-chart-series-layout.c: where everything of an upright chart of series lies
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-series-layout.h"
#include "ps-chart-header.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lengths in units */
#define PADDING 12.0
#define GAP 8.0
#define NO_HEADER 6.0
#define NOTE_HEIGHT 18.0
#define BELOW_PLOT 8.0
#define WORDS_HEIGHT 17.0
#define BOTTOM 8.0
#define TICK_DISTANCE 38.0
#define LEAST_PLOT 44.0
#define NATURAL_PLOT 200.0
#define WRAPPED_PLOT 80.0 /* a lower one keeps what another line of names would take */
#define MOST_WORD_LINES 3
#define ROOMY_WIDTH 380.0
#define MOST_ENDS 0.32   /* of the width */
#define MOST_TICKS 0.5   /* of the width: amounts that take more are left to the points and the table */
#define LEGEND_SHARE 0.4 /* of the height, at most, besides a first row */

const PsSeries *
ps_series_of (const PsSeriesSet *set, guint place)
{
  return g_ptr_array_index (set->series, place);
}

const PsSeriesShape *
ps_series_shape (const PsSeriesSet *set)
{
  static const PsSeriesShape *const shapes[PS_N_SHAPES] = {
    [PS_SHAPE_BARS] = &ps_series_bars_shape,
    [PS_SHAPE_STACK] = &ps_series_bars_shape,
    [PS_SHAPE_LINES] = &ps_series_lines_shape,
    [PS_SHAPE_SPREAD] = &ps_series_spread_shape,
  };

  g_assert ((guint) set->shape < PS_N_SHAPES);
  return shapes[set->shape];
}

/* What is agreed and the same everywhere is told with its figure: "agreed places 34". */
static char *
legend_text (const PsSeriesSet *set, const PsSeries *series)
{
  g_autofree char *figure = NULL;
  gint64 low, high;

  if (series->role != PS_ROLE_AGREED || set->shape == PS_SHAPE_SPREAD
      || !ps_series_extremes (series, 0, set->categories->len, &low, &high) || low != high)
    return g_strdup (series->label);
  figure = ps_value_format (set->kind, low);
  /* Translators: what is agreed, and how much: "agreed € 1.000,00" */
  return g_strdup_printf (C_("legend", "%s %s"), series->label, figure);
}

/* Parts that are gathered have one word together; so have the two edges of a band. */
static gboolean
has_word (const PsSeriesFrame *frame, guint place)
{
  const PsSeriesLook *look = &frame->looks[place];

  if (look->part == PS_PART_OTHERS)
    for (guint i = 0; i < place; i++)
      if (frame->looks[i].part == PS_PART_OTHERS)
        return FALSE;
  return TRUE;
}

static char *
word_of (const PsSeriesFrame *frame, guint place, gboolean in_legend)
{
  const PsSeriesLook *look = &frame->looks[place];

  if (look->part == PS_PART_OTHERS)
    return g_strdup (C_("parts of a whole", "others"));
  return in_legend ? legend_text (frame->set, look->series) : g_strdup (look->series->label);
}

/* One series alone is what the title says. */
static gboolean
needs_words (const PsSeriesSet *set)
{
  return set->series->len > 1 && !ps_series_set_is_empty (set);
}

static void
fill_legend (PsSeriesFrame *frame)
{
  for (guint i = 0; i < frame->set->series->len; i++)
    {
      g_autofree char *text = NULL;

      if (!has_word (frame, i))
        continue;
      text = word_of (frame, i, TRUE);
      ps_legend_add (frame->legend, &frame->looks[i].swatch, text);
    }
}

/**
 * ps_series_frame_add_legend: a legend below the title, which takes at most `most_height`; returns its height.
 */
double
ps_series_frame_add_legend (PsSeriesFrame *frame, PsPen *pen, double most_height)
{
  if (!needs_words (frame->set))
    return 0;
  fill_legend (frame);
  return ps_legend_place (frame->legend, pen, PADDING * pen->unit, frame->top, frame->width - PADDING * pen->unit,
                          MAX ((guint) (most_height / ps_legend_row (pen)), 1));
}

/* Words at the ends */

static void
end_clear (gpointer end)
{
  g_free (((PsSeriesEnd *) end)->text);
}

/* The height of the last figure that is known; the bottom where there is none. */
static gboolean
find_end (const PsSeriesFrame *frame, guint series, double *y)
{
  double x;

  for (guint i = frame->set->categories->len; i-- > 0;)
    if (ps_series_shape (frame->set)->point (frame, series, i, &x, y))
      return TRUE;
  *y = frame->plot.y + frame->plot.height;
  return FALSE;
}

static void
fill_ends (PsSeriesFrame *frame)
{
  for (guint i = 0; i < frame->set->series->len; i++)
    {
      PsSeriesEnd end = { .swatch = frame->looks[i].swatch };

      if (!has_word (frame, i))
        continue;
      end.text = word_of (frame, i, FALSE);
      end.bold = frame->looks[i].series->role == PS_ROLE_VALUE || frame->looks[i].series->role == PS_ROLE_AGREED;
      g_array_append_val (frame->ends, end);
    }
}

static double
widest_end (const PsSeriesFrame *frame, PsPen *pen)
{
  double widest = 0;

  for (guint i = 0; i < frame->ends->len; i++)
    {
      const PsSeriesEnd *end = &g_array_index (frame->ends, PsSeriesEnd, i);

      widest = MAX (widest, ps_pen_width (pen, end->bold ? PS_TEXT_BOLD : PS_TEXT_PLAIN, end->text));
    }
  return widest;
}

/* Whether there is room for words at the ends: beside each other they are read at once, without looking back to a legend. */
static gboolean
try_ends (PsSeriesFrame *frame, PsPen *pen)
{
  double height = frame->height - frame->top - (BELOW_PLOT + WORDS_HEIGHT + BOTTOM) * pen->unit;
  double needs;

  if (!(ps_series_shape (frame->set)->ends || frame->stacked) || !needs_words (frame->set)
      || frame->width < ROOMY_WIDTH * pen->unit)
    return FALSE;
  fill_ends (frame);
  needs = widest_end (frame, pen);
  if (frame->ends->len * frame->line_height <= height && needs <= frame->width * MOST_ENDS)
    {
      frame->ends_width = needs;
      return TRUE;
    }
  g_array_set_size (frame->ends, 0);
  return FALSE;
}

static void
stack_ends (PsSeriesFrame *frame)
{
  g_autofree PsStacked *stacked = g_new0 (PsStacked, frame->ends->len + 1);
  guint end = 0;

  for (guint i = 0; i < frame->set->series->len && frame->ends->len > 0; i++)
    if (has_word (frame, i))
      {
        PsSeriesEnd *word = &g_array_index (frame->ends, PsSeriesEnd, end);

        word->drawn = find_end (frame, i, &word->at);
        stacked[end].wanted = word->at;
        stacked[end++].height = frame->line_height;
      }
  ps_stack_labels (stacked, frame->ends->len, frame->top, frame->plot.y + frame->plot.height + frame->line_height / 2);
  for (guint i = 0; i < frame->ends->len; i++)
    g_array_index (frame->ends, PsSeriesEnd, i).top = stacked[i].top;
}

/* Slots */

/**
 * ps_series_slot_first: the first category of a slot.
 */
guint
ps_series_slot_first (const PsSeriesFrame *frame, guint slot)
{
  return frame->n_slots == 0 ? 0 : (guint) ((guint64) slot * frame->set->categories->len / frame->n_slots);
}

double
ps_series_slot_x (const PsSeriesFrame *frame, guint slot)
{
  return frame->plot.x + slot * frame->slot_width;
}

/**
 * ps_series_category_x: the middle of a category's part of the plot.
 */
double
ps_series_category_x (const PsSeriesFrame *frame, guint category)
{
  return frame->plot.x + (category + 0.5) * frame->plot.width / MAX (frame->set->categories->len, 1);
}

/**
 * ps_series_norm_x: where a norm stands that goes up to and including this class of a distribution.
 */
double
ps_series_norm_x (const PsSeriesFrame *frame, guint category)
{
  return frame->plot.x + (category + 1) * frame->plot.width / MAX (frame->set->categories->len, 1);
}

double
ps_series_up (const PsSeriesFrame *frame, gint64 value)
{
  return ps_axis_at (&frame->axis, value);
}

static void
make_slots (PsSeriesFrame *frame, PsPen *pen)
{
  guint n = frame->set->categories->len;
  double bars = (frame->stacked ? 1 : MAX (frame->n_values, 1)) + 0.5 * frame->n_last;
  double least = ps_series_shape (frame->set)->least_slot * pen->unit;

  if (!ps_series_shape (frame->set)->ends)
    least *= bars;
  frame->n_slots = MIN (n, MAX ((guint) (frame->plot.width / least), 1));
  frame->slot_width = frame->plot.width / MAX (frame->n_slots, 1);
}

/* Axis */

static double
widest_tick (const PsSeriesFrame *frame, PsPen *pen)
{
  double widest = 0;

  for (guint i = 0; i < frame->axis.ticks->len; i++)
    {
      g_autofree char *label = ps_axis_label (&frame->axis, g_array_index (frame->axis.ticks, gint64, i));

      widest = MAX (widest, ps_pen_width (pen, PS_TEXT_PLAIN, label));
    }
  return widest;
}

/* Above bars there is room for a figure; above lines, for half a word of the axis. */
static double
above_plot (const PsSeriesSet *set, double line_height)
{
  return set->shape == PS_SHAPE_LINES ? line_height * 0.7 : line_height;
}

/* Below 0 there is room for the figures under the bars. */
static double
below_plot (const PsSeriesFrame *frame)
{
  gint64 low, high;

  ps_series_find_range (frame->set, &low, &high);
  return low < 0 && frame->set->shape != PS_SHAPE_LINES ? frame->line_height : 0;
}

/* What the names of the categories take. */
static double
words_height (const PsSeriesFrame *frame, PsPen *pen)
{
  return WORDS_HEIGHT * pen->unit + (frame->word_lines - 1) * frame->line_height;
}

static void
make_axis (PsSeriesFrame *frame, PsPen *pen, double top)
{
  double rest = (BELOW_PLOT + BOTTOM) * pen->unit + words_height (frame, pen) + below_plot (frame);
  gint64 low, high;

  frame->plot.y = top + above_plot (frame->set, frame->line_height);
  frame->plot.height = MAX (frame->height - frame->plot.y - rest, 1);
  frame->bottom = frame->height - BOTTOM * pen->unit;
  frame->words_y = frame->bottom - words_height (frame, pen);
  ps_series_find_range (frame->set, &low, &high);
  ps_axis_init_values (&frame->axis, frame->set->kind, low, high,
                       (guint) CLAMP (frame->plot.height / (TICK_DISTANCE * pen->unit), 2, 9) + 1);
  if (frame->set->shape == PS_SHAPE_LINES && !frame->set->zero_based)
    ps_axis_tighten (&frame->axis, low, high);
  frame->axis.at_high = frame->plot.y;
  frame->axis.at_low = frame->plot.y + frame->plot.height;
}

static void
place_across (PsSeriesFrame *frame, PsPen *pen)
{
  double left = PADDING * pen->unit, right = PADDING * pen->unit, ticks = widest_tick (frame, pen);

  if (ticks <= frame->width * MOST_TICKS)
    left += ticks + GAP * pen->unit;
  if (frame->ends->len > 0)
    right += frame->ends_width + (GAP + PS_SWATCH_WIDTH) * pen->unit;
  frame->plot.x = left;
  frame->plot.width = MAX (frame->width - left - right, 1);
  frame->ends_x = left + frame->plot.width + GAP * pen->unit;
}

/* Header */

/* On the title's line where there is room for both, or without a title; else below it. */
static void
place_note (PsSeriesFrame *frame, PsPen *pen)
{
  double needs = (2 * PADDING + GAP) * pen->unit;
  gboolean titled = pen->style->show_title;

  frame->note_below = FALSE;
  frame->top = titled || frame->note != NULL ? ps_chart_header_height (pen->style) : NO_HEADER * pen->unit;
  if (!titled || frame->note == NULL)
    return;
  needs += ps_pen_width (pen, PS_TEXT_TITLE, frame->set->title) + ps_pen_width (pen, PS_TEXT_PLAIN, frame->note);
  frame->note_below = needs > frame->width;
  if (frame->note_below)
    frame->top += NOTE_HEIGHT * pen->unit;
}

/**
 * ps_series_frame_begin: what both lying and upright shapes begin with: looks, and the size of a line. Borrows the set.
 */
void
ps_series_frame_begin (PsSeriesFrame *frame, PsPen *pen, const PsSeriesSet *set, double width, double height)
{
  double unused;

  *frame = (PsSeriesFrame){ .set = set, .width = width, .height = height };
  frame->legend = ps_legend_new ();
  frame->ends = g_array_new (FALSE, TRUE, sizeof (PsSeriesEnd));
  g_array_set_clear_func (frame->ends, end_clear);
  ps_pen_measure (pen, PS_TEXT_PLAIN, "0", &unused, &frame->line_height);
  ps_series_give_looks (frame, pen->style);
  place_note (frame, pen);
}

static void
place_plot (PsSeriesFrame *frame, PsPen *pen, double top)
{
  make_axis (frame, pen, top);
  place_across (frame, pen);
  make_slots (frame, pen);
}

/* Names that are too long for their part of the axis get more lines, as far as the plot can spare them. */
static void
lay_out (PsSeriesFrame *frame, PsPen *pen)
{
  double top = frame->top, spare;
  guint lines;

  if (!try_ends (frame, pen))
    top += ps_series_frame_add_legend (frame, pen, frame->height * LEGEND_SHARE - frame->top);
  frame->word_lines = 1;
  place_plot (frame, pen, top);
  spare = (frame->plot.height - WRAPPED_PLOT * pen->unit) / frame->line_height;
  lines = ps_series_names_lines (frame, pen, (guint) CLAMP (1 + spare, 1, MOST_WORD_LINES));
  if (lines > 1)
    {
      frame->word_lines = lines;
      ps_axis_clear (&frame->axis);
      place_plot (frame, pen, top);
    }
  stack_ends (frame);
}

/**
 * ps_series_frame_take_note: after a first layout, what is to be noted of it; FALSE: nothing. If something is, it is to be laid out
 * again, for the note may need a line of its own. What the set itself notes is left out rather than given a line: the page tells it.
 */
gboolean
ps_series_frame_take_note (PsSeriesFrame *frame, PsPen *pen)
{
  frame->note = ps_series_frame_note (frame, pen->style->show_title);
  place_note (frame, pen);
  if (frame->note_below && frame->set->note != NULL)
    {
      g_free (frame->note);
      frame->note = ps_series_frame_note (frame, FALSE);
      place_note (frame, pen);
    }
  if (frame->note == NULL)
    return FALSE;
  g_array_set_size (frame->legend, 0);
  g_array_set_size (frame->ends, 0);
  return TRUE;
}

/**
 * ps_series_frame_init: lays out an upright chart of this size. Borrows the set.
 */
void
ps_series_frame_init (PsSeriesFrame *frame, PsPen *pen, const PsSeriesSet *set, double width, double height)
{
  ps_series_frame_begin (frame, pen, set, width, height);
  lay_out (frame, pen);
  if (!ps_series_frame_take_note (frame, pen))
    return;
  ps_axis_clear (&frame->axis);
  lay_out (frame, pen);
}

void
ps_series_frame_clear (PsSeriesFrame *frame)
{
  if (frame->legend == NULL)
    return;
  g_clear_pointer (&frame->legend, g_array_unref);
  g_clear_pointer (&frame->ends, g_array_unref);
  g_clear_pointer (&frame->looks, g_free);
  g_clear_pointer (&frame->note, g_free);
  ps_axis_clear (&frame->axis);
}

/* What names take more than one line in this size. */
static double
more_lines (PsPen *pen, const PsSeriesSet *set, double width, double height)
{
  g_auto (PsSeriesFrame) frame = { 0 };

  if (set->categories->len == 0)
    return 0;
  ps_series_frame_init (&frame, pen, set, width, height);
  return (frame.word_lines - 1) * frame.line_height;
}

/**
 * ps_series_frame_least_height: what the height must be to be legible; `natural`: to be read with pleasure, with the whole legend.
 */
double
ps_series_frame_least_height (PsPen *pen, const PsSeriesSet *set, double width, gboolean natural)
{
  g_auto (PsSeriesFrame) frame = { 0 };
  double plot = (natural ? NATURAL_PLOT : LEAST_PLOT) * pen->unit, height = G_MAXUINT16;

  ps_series_frame_begin (&frame, pen, set, width, height);
  height = frame.top;
  if (natural && !try_ends (&frame, pen))
    height += ps_series_frame_add_legend (&frame, pen, G_MAXUINT16);
  else if (!natural && needs_words (set))
    height += ps_legend_row (pen);
  height += plot + above_plot (set, frame.line_height) + below_plot (&frame) + (BELOW_PLOT + WORDS_HEIGHT + BOTTOM) * pen->unit;
  return height + (natural ? more_lines (pen, set, width, height) : 0);
}
