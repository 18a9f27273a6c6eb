/* ps-chart-series-names.c: the names of the categories below a chart: all of them, or some, on one line or more
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-series-layout.h"

#include <math.h>

/* Lengths in units */
#define PADDING 12.0
#define BETWEEN_WORDS 6.0
#define FEW_WORDS 24
#define SHORT_WORD 44.0  /* a few words that have this room are cut rather than left out */
#define LONG_WORD 130.0  /* a longer one is cut */
#define MOST_SAMPLED 200 /* words that are measured, of a great many */

static const char *
category_of (const PsSeriesFrame *frame, guint slot)
{
  return g_ptr_array_index (frame->set->categories, ps_series_slot_first (frame, slot));
}

static double
widest_word (PsPen *pen, const PsSeriesFrame *frame)
{
  guint step = MAX (frame->n_slots / MOST_SAMPLED, 1);
  double widest = 0;

  for (guint i = 0; i < frame->n_slots; i += step)
    widest = MAX (widest, ps_pen_width (pen, PS_TEXT_PLAIN, category_of (frame, i)));
  return widest;
}

/* Months are left out by twos, threes, fours or sixes, so that what stays divides the year. */
static guint
round_stride (guint stride, guint n)
{
  static const guint of_a_year[] = { 1, 2, 3, 4, 6, 12 };

  for (gsize i = 0; n == 12 && i < G_N_ELEMENTS (of_a_year); i++)
    if (of_a_year[i] >= stride)
      return of_a_year[i];
  return stride;
}

/* A few names are all written, cut where they must be; of many some are, whole if they are not all too long. */
static guint
stride_of (PsPen *pen, const PsSeriesFrame *frame, double gap)
{
  double widest = widest_word (pen, frame), wanted = MIN (widest, LONG_WORD * pen->unit) + gap;

  if (wanted <= frame->slot_width || (frame->n_slots <= FEW_WORDS && frame->slot_width >= SHORT_WORD * pen->unit))
    return 1;
  return round_stride (MAX ((guint) ceil (wanted / frame->slot_width), 1), frame->n_slots);
}

/* What a name may take of the width. */
static double
room_of (const PsSeriesFrame *frame, PsPen *pen, guint stride)
{
  return MIN (stride * frame->slot_width - BETWEEN_WORDS * pen->unit, frame->width - 2 * PADDING * pen->unit);
}

/**
 * ps_series_names_lines: how many lines the longest of a few names needs, up to `most`.
 */
guint
ps_series_names_lines (const PsSeriesFrame *frame, PsPen *pen, guint most)
{
  guint stride = stride_of (pen, frame, BETWEEN_WORDS * pen->unit), lines = 1;
  double room = room_of (frame, pen, stride);

  for (guint i = 0; i < frame->n_slots && frame->n_slots <= FEW_WORDS; i += stride)
    if (ps_pen_width (pen, PS_TEXT_PLAIN, category_of (frame, i)) > room)
      lines = MAX (lines, ps_pen_wrapped (pen, PS_TEXT_PLAIN, category_of (frame, i), room + 1, most, NULL));
  return lines;
}

/**
 * ps_series_draw_names: the names of the categories below the plot; of more than there is room for some, and what is longer than its
 * part of the axis on as many lines as the frame has, or cut.
 */
void
ps_series_draw_names (PsPen *pen, const PsSeriesFrame *frame)
{
  double gap = BETWEEN_WORDS * pen->unit;
  guint stride = stride_of (pen, frame, gap);
  double left = PADDING * pen->unit, right = frame->width - PADDING * pen->unit, room = room_of (frame, pen, stride);
  double free_from = left;

  for (guint i = 0; i < frame->n_slots; i += stride)
    {
      const char *word = category_of (frame, i);
      double width = MIN (ps_pen_width (pen, PS_TEXT_PLAIN, word), room);
      double x = MIN (MAX (ps_series_slot_x (frame, i) + (frame->slot_width - width) / 2, left), right - width);
      const PsBox at = { x, frame->words_y, width + 1, 0 };

      if (x < free_from - 0.5 || *word == '\0')
        continue;
      ps_pen_text_wrapped (pen, PS_TEXT_PLAIN, pen->style->dim, word, &at, frame->word_lines, PS_ALIGN_MIDDLE);
      free_from = x + width + gap;
    }
}
