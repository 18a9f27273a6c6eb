/* ps-chart-bars-values.c: the figures above upright bars, where there is room for them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-bars-layout.h"

/* Lengths in units */
#define ABOVE 2.0
#define ASIDE 3.0
#define BETWEEN 1.0 /* on either side */
#define MOST_SLOTS 62
#define N_UP 5 /* places above each other */
#define N_PLACES (2 * N_UP + 4)

/* A side of a bar, or of all bars of its slot: where a figure stands. */
typedef struct
{
  double from, to; /* from left to right */
  double end;      /* up or, of what is below 0, down */
} BarReach;

typedef struct
{
  char *text;
  BarReach own;
  BarReach all; /* with what stands beside it */
  gboolean below;
  gboolean placed;
  PsBox place;
} BarValue;

static void
value_clear (gpointer value)
{
  g_free (((BarValue *) value)->text);
}

/* What is measured or expected; of parts what they make together, which of shares is always the whole. */
static gboolean
is_told (const PsSeriesFrame *frame, guint series)
{
  const PsSeriesLook *look = &frame->looks[series];

  if (look->part >= 0)
    return frame->set->kind != PS_VALUE_SHARE && look->part == 0;
  return look->series->role == PS_ROLE_VALUE || look->series->role == PS_ROLE_PART || look->series->role == PS_ROLE_FORECAST;
}

static gint64
figure_of (const PsSeriesFrame *frame, guint series, guint slot)
{
  if (frame->looks[series].part >= 0)
    return ps_series_stack_total (frame->set, slot);
  return frame->looks[series].series->values[slot];
}

static void
take_in (BarReach *reach, const PsBox *bar, gboolean below, gboolean first)
{
  double end = below ? bar->y + bar->height : bar->y;

  reach->end = first ? end : below ? MAX (reach->end, end) : MIN (reach->end, end);
  reach->from = first ? bar->x : MIN (reach->from, bar->x);
  reach->to = first ? bar->x + bar->width : MAX (reach->to, bar->x + bar->width);
}

/* Where the whole stack ends; else where the bar does. And where all bars do that stand together. */
static gboolean
reach_of (const PsSeriesFrame *frame, guint series, guint slot, BarValue *value)
{
  gboolean own = FALSE, any = FALSE;
  PsBox bar, sure;

  for (guint i = 0; i < frame->set->series->len; i++)
    {
      gboolean belongs = i == series || (frame->looks[series].part >= 0 && frame->looks[i].part >= 0);

      if (!ps_bars_bar (frame, i, slot, &bar, &sure))
        continue;
      take_in (&value->all, &bar, value->below, !any);
      any = TRUE;
      if (!belongs)
        continue;
      take_in (&value->own, &bar, value->below, !own);
      own = TRUE;
    }
  return own;
}

static void
add_values (GArray *values, const PsSeriesFrame *frame, guint series)
{
  for (guint slot = 0; slot < frame->n_slots; slot++)
    {
      gint64 figure = figure_of (frame, series, slot);
      BarValue value = { .below = figure < 0 };

      if (figure == PS_NO_NUMBER || !reach_of (frame, series, slot, &value))
        continue;
      value.text = ps_value_format_short (frame->set->kind, figure);
      g_array_append_val (values, value);
    }
}

/* Room: what no figure is written over */

static void
add_bars (PsLabelRoom *room, const PsSeriesFrame *frame)
{
  PsBox bar, sure;

  for (guint i = 0; i < frame->set->series->len; i++)
    for (guint slot = 0; slot < frame->n_slots; slot++)
      if (ps_bars_bar (frame, i, slot, &bar, &sure))
        ps_label_room_add_box (room, &bar);
}

/* A line from point to point. */
static void
add_line (PsLabelRoom *room, PsPen *pen, const PsSeriesFrame *frame, const gint64 *values)
{
  double radius = 5 * pen->unit;

  for (guint i = 0; i < frame->n_slots; i++)
    {
      double x = ps_series_category_x (frame, i), y = ps_series_up (frame, values[i]);
      const PsBox mark = { x - radius, y - radius, 2 * radius, 2 * radius };

      if (values[i] == PS_NO_NUMBER)
        continue;
      ps_label_room_add_box (room, &mark);
      if (i > 0 && values[i - 1] != PS_NO_NUMBER)
        ps_label_room_add_line (room, ps_series_category_x (frame, i - 1), ps_series_up (frame, values[i - 1]), x, y);
    }
}

/* A rule over each category, and the uprights between them. */
static void
add_steps (PsLabelRoom *room, PsPen *pen, const PsSeriesFrame *frame, const gint64 *values, double width)
{
  for (guint i = 0; i < frame->n_slots; i++)
    {
      double x = ps_series_slot_x (frame, i), y = ps_series_up (frame, values[i]);
      const PsBox rule = { x, y - width / 2 * pen->unit, frame->slot_width, width * pen->unit };

      if (values[i] == PS_NO_NUMBER)
        continue;
      ps_label_room_add_box (room, &rule);
      if (i > 0 && values[i - 1] != PS_NO_NUMBER)
        ps_label_room_add_line (room, x, ps_series_up (frame, values[i - 1]), x, y);
    }
}

static void
fill_room (PsLabelRoom *room, PsPen *pen, const PsSeriesFrame *frame)
{
  add_bars (room, frame);
  for (guint i = 0; i < frame->set->series->len && frame->set->shape != PS_SHAPE_SPREAD; i++)
    {
      const PsSeries *series = frame->looks[i].series;

      if (series->role == PS_ROLE_LINE)
        add_line (room, pen, frame, series->values);
      else if (series->role == PS_ROLE_AGREED)
        add_steps (room, pen, frame, series->values, 3);
    }
}

/* The thin edges of the corridor: a figure that cannot but lie on one is still read. */
static void
add_edges (PsLabelRoom *room, PsPen *pen, const PsSeriesFrame *frame)
{
  for (guint i = 0; i < frame->set->series->len; i++)
    if (frame->looks[i].swatch.kind == PS_SWATCH_BAND)
      add_steps (room, pen, frame, frame->looks[i].series->values, 2);
}

/* The norm of a distribution stands upright through all of it. */
static void
add_norms (PsLabelRoom *room, const PsSeriesFrame *frame)
{
  for (guint i = 0; i < frame->set->series->len; i++)
    for (guint j = 0; frame->set->shape == PS_SHAPE_SPREAD && frame->looks[i].series->role == PS_ROLE_AGREED
                      && j < frame->set->categories->len;
         j++)
      if (frame->looks[i].series->values[j] != PS_NO_NUMBER)
        {
          double x = ps_series_norm_x (frame, j);

          ps_label_room_add_line (room, x, 0, x, frame->height);
        }
}

/* Above (below) one end, each a quarter of a line further from it. */
static void
stack_up (PsBox *places, double middle, double end, gboolean below, const PsBox *size, double above)
{
  for (int i = 0; i < N_UP; i++)
    {
      double away = above + i * size->height / 4;

      places[i] = *size;
      places[i].x = middle - size->width / 2;
      places[i].y = below ? end + away : end - away - size->height;
    }
}

/* At the end of its bar, above a rule that runs there, beside an upright one, or so far aside that it clears what stands beside it;
 * else in the middle over all that stands together. `level`: that first. */
static void
find_places (PsPen *pen, const BarValue *value, gboolean level, const PsBox *size, PsBox places[N_PLACES])
{
  double middle = (value->own.from + value->own.to) / 2, above = ABOVE * pen->unit, aside = ASIDE * pen->unit;
  const double sides[] = { middle - size->width - aside, middle + aside, value->own.from, value->own.to - size->width };
  PsBox *own = level ? places + N_UP : places, *all = level ? places : places + N_UP + G_N_ELEMENTS (sides);

  stack_up (own, middle, value->own.end, value->below, size, above);
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      own[N_UP + i] = own[0];
      own[N_UP + i].x = sides[i];
    }
  stack_up (all, (value->all.from + value->all.to) / 2, value->all.end, value->below, size, above);
}

/* Of the places that are free the one that is best for the edges. */
static gboolean
take_place (PsLabelRoom *room, PsLabelRoom *edges, PsBox places[N_PLACES], PsBox *taken)
{
  gsize n = 0;

  for (gsize i = 0; i < N_PLACES; i++)
    if (ps_label_room_cost (room, &places[i]) <= 0)
      places[n++] = places[i];
  return ps_label_room_place (edges, places, n, G_MAXDOUBLE, taken);
}

/* Places all of them that do not touch anything; returns for how many there is no such place. */
static guint
place_values (PsPen *pen, const PsSeriesFrame *frame, GArray *values, gboolean level)
{
  double above = ABOVE * pen->unit;
  /* Ends of bars lie on whole pixels. */
  const PsBox inside = { frame->plot.x - above, frame->plot.y - frame->line_height - above - 1, frame->plot.width + 2 * above,
                         frame->words_y - frame->plot.y + frame->line_height + above + 1 };
  g_auto (PsLabelRoom) room = { 0 }, edges = { 0 };
  guint n_left = 0;

  ps_label_room_init (&room, &inside);
  ps_label_room_init (&edges, &inside);
  add_edges (&edges, pen, frame);
  fill_room (&room, pen, frame);
  add_norms (&room, frame);
  for (guint i = 0; i < values->len; i++)
    {
      BarValue *value = &g_array_index (values, BarValue, i);
      PsBox places[N_PLACES], size = { 0 };

      ps_pen_measure (pen, PS_TEXT_PLAIN, value->text, &size.width, &size.height);
      size.width += 2 * BETWEEN * pen->unit;
      find_places (pen, value, level, &size, places);
      value->placed = take_place (&room, &edges, places, &value->place);
      n_left += value->placed ? 0 : 1;
      if (!value->placed)
        continue;
      /* The letters alone: what is left free around the next one is enough between two. */
      value->place.x += BETWEEN * pen->unit;
      value->place.width -= 2 * BETWEEN * pen->unit;
      ps_label_room_add_box (&room, &value->place);
    }
  return n_left;
}

static void
draw_values (PsPen *pen, const GArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      const BarValue *value = &g_array_index (values, BarValue, i);

      if (value->placed)
        ps_pen_label (pen, PS_TEXT_PLAIN, pen->style->foreground, value->text, value->place.x, value->place.y);
    }
}

static double
widest_value (PsPen *pen, const GArray *values)
{
  double widest = 0;

  for (guint i = 0; i < values->len; i++)
    widest = MAX (widest, ps_pen_width (pen, PS_TEXT_PLAIN, g_array_index (values, BarValue, i).text));
  return widest;
}

/* From the middle of a bar to that of the next. */
static double
room_for_value (const PsSeriesFrame *frame)
{
  PsBox bar, sure;

  if (frame->stacked || frame->n_values < 2)
    return frame->slot_width;
  for (guint i = 0; i < frame->set->series->len; i++)
    for (guint slot = 0; slot < frame->n_slots && is_told (frame, i); slot++)
      if (ps_bars_bar (frame, i, slot, &bar, &sure))
        return bar.width + 1;
  return 0;
}

/**
 * ps_bars_draw_values: the figures at the ends of the bars: of all bars or, where they are too wide for that, of none; but for one
 * for which there is no place where it covers nothing. None touches a bar, a rule, a line or another figure.
 */
void
ps_bars_draw_values (PsPen *pen, const PsSeriesFrame *frame)
{
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (BarValue));
  guint n_left;

  g_array_set_clear_func (values, value_clear);
  if (frame->n_slots > MOST_SLOTS || frame->n_slots < frame->set->categories->len)
    return;
  for (guint i = 0; i < frame->set->series->len; i++)
    if (is_told (frame, i))
      add_values (values, frame, i);
  if (widest_value (pen, values) + 2 * BETWEEN * pen->unit > room_for_value (frame))
    return;
  n_left = place_values (pen, frame, values, FALSE);
  /* One that went its own way may have taken the place of the next. */
  if (n_left > 0 && place_values (pen, frame, values, TRUE) >= n_left)
    place_values (pen, frame, values, FALSE);
  draw_values (pen, values);
}
