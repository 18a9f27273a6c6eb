/* ps-chart-bars-values.c: the figures above upright bars, where there is room for them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-bars-layout.h"

/* Lengths in units */
#define ABOVE 2.0
#define ASIDE 3.0
#define BETWEEN 1.5
#define MOST_SLOTS 62

typedef struct
{
  char *text;
  double middle;
  double end; /* of its bar */
  gboolean below;
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

/* Where the whole stack ends; else where the bar does. */
static gboolean
end_of (const PsSeriesFrame *frame, guint series, guint slot, BarValue *value)
{
  PsBox bar, sure;
  gboolean found = FALSE;

  for (guint i = 0; i < frame->set->series->len; i++)
    {
      if (i != series && (frame->looks[series].part < 0 || frame->looks[i].part < 0))
        continue;
      if (!ps_bars_bar (frame, i, slot, &bar, &sure))
        continue;
      value->middle = bar.x + bar.width / 2;
      value->end = !found         ? (value->below ? bar.y + bar.height : bar.y)
                   : value->below ? MAX (value->end, bar.y + bar.height)
                                  : MIN (value->end, bar.y);
      found = TRUE;
    }
  return found;
}

static void
add_values (GArray *values, const PsSeriesFrame *frame, guint series)
{
  for (guint slot = 0; slot < frame->n_slots; slot++)
    {
      gint64 figure = figure_of (frame, series, slot);
      BarValue value = { .below = figure < 0 };

      if (figure == PS_NO_NUMBER || !end_of (frame, series, slot, &value))
        continue;
      value.text = ps_value_format_short (frame->set->kind, figure);
      g_array_append_val (values, value);
    }
}

/* What runs through the bars' ends: no figure is written over it. */
static void
fill_room (PsLabelRoom *room, PsPen *pen, const PsSeriesFrame *frame)
{
  double radius = 5 * pen->unit;

  for (guint i = 0; i < frame->set->series->len; i++)
    {
      const PsSeriesLook *look = &frame->looks[i];
      double last_x = 0, last_y = 0;
      gboolean down = FALSE;

      for (guint j = 0; j < frame->n_slots && (look->series->role == PS_ROLE_LINE || look->series->role == PS_ROLE_AGREED); j++)
        {
          double x = ps_series_category_x (frame, j), y = ps_series_up (frame, look->series->values[j]);
          const PsBox mark = { x - radius, y - radius, 2 * radius, 2 * radius };
          const PsBox rule = { ps_series_slot_x (frame, j), y - 1.5 * pen->unit, frame->slot_width, 3 * pen->unit };

          if (look->series->values[j] == PS_NO_NUMBER || frame->set->shape == PS_SHAPE_SPREAD)
            {
              down = FALSE;
              continue;
            }
          ps_label_room_add_box (room, look->series->role == PS_ROLE_LINE ? &mark : &rule);
          if (down && look->series->role == PS_ROLE_LINE)
            ps_label_room_add_line (room, last_x, last_y, x, y);
          last_x = x;
          last_y = y;
          down = TRUE;
        }
    }
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

/* At the end of the bar; above the rule that runs there, or beside the upright one. */
static void
draw_value (PsPen *pen, PsLabelRoom *room, const PsSeriesFrame *frame, const BarValue *value)
{
  double above = ABOVE * pen->unit, width, height;
  PsBox candidates[7], chosen;

  ps_pen_measure (pen, PS_TEXT_PLAIN, value->text, &width, &height);
  for (int i = 0; i < 7; i++)
    {
      double away = above + (i < 5 ? i * height / 4 : 0);
      double aside = i < 5 ? 0 : (i == 5 ? -1 : 1) * (width / 2 + ASIDE * pen->unit);

      candidates[i] = (PsBox){ value->middle - width / 2 + aside, value->below ? value->end + away : value->end - away - height,
                               width, height };
    }
  if (ps_label_room_place (room, candidates, G_N_ELEMENTS (candidates), 0, &chosen))
    ps_pen_label (pen, PS_TEXT_PLAIN, pen->style->foreground, value->text, chosen.x, chosen.y);
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
 * that would lie on a line. None is over another.
 */
void
ps_bars_draw_values (PsPen *pen, const PsSeriesFrame *frame)
{
  const PsBox inside = { frame->plot.x, frame->plot.y - frame->line_height, frame->plot.width,
                         frame->words_y - frame->plot.y + frame->line_height };
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (BarValue));
  g_auto (PsLabelRoom) room = { 0 };

  g_array_set_clear_func (values, value_clear);
  if (frame->n_slots > MOST_SLOTS || frame->n_slots < frame->set->categories->len)
    return;
  for (guint i = 0; i < frame->set->series->len; i++)
    if (is_told (frame, i))
      add_values (values, frame, i);
  if (widest_value (pen, values) + BETWEEN * pen->unit > room_for_value (frame))
    return;
  ps_label_room_init (&room, &inside);
  fill_room (&room, pen, frame);
  add_norms (&room, frame);
  for (guint i = 0; i < values->len; i++)
    draw_value (pen, &room, frame, &g_array_index (values, BarValue, i));
}
