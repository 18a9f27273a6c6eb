/* ps-chart-rows.c: series as lying bars, a category a row with its name before and its figure behind
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-series-layout.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

/* Lengths in units */
#define TICK_GAP 6.0

static void
draw_ticks (PsPen *pen, const PsSeriesFrame *frame)
{
  double free_from = frame->names_x, right = frame->width - 4 * pen->unit;

  for (guint i = 0; i < frame->axis.ticks->len; i++)
    {
      gint64 tick = g_array_index (frame->axis.ticks, gint64, i);
      g_autofree char *label = ps_axis_label (&frame->axis, tick);
      double at = ps_axis_at (&frame->axis, tick), width = ps_pen_width (pen, PS_TEXT_PLAIN, label);
      double x = MIN (at - width / 2, right - width);

      ps_pen_upright (pen, tick == 0 ? pen->style->rule : pen->style->grid, 1, PS_DASH_NONE, at, frame->plot.y,
                      frame->plot.height);
      if (x < free_from)
        continue;
      ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, label, x, frame->words_y, PS_ALIGN_LEFT);
      free_from = x + width + TICK_GAP * pen->unit;
    }
}

/* Between the two edges of the corridor. */
static void
draw_corridor (PsPen *pen, const PsSeriesFrame *frame, guint category)
{
  const PsSeries *lower = ps_series_set_find (frame->set, PS_ROLE_LOWER), *upper = ps_series_set_find (frame->set, PS_ROLE_UPPER);
  double top = frame->plot.y + category * ps_rows_pitch (frame), from, to;

  if (lower == NULL || upper == NULL || lower->values[category] == PS_NO_NUMBER || upper->values[category] == PS_NO_NUMBER)
    return;
  from = ps_axis_at (&frame->axis, lower->values[category]);
  to = ps_axis_at (&frame->axis, upper->values[category]);
  ps_pen_colour (pen, pen->style->band_fill);
  cairo_rectangle (pen->cr, MIN (from, to), top + pen->unit, ABS (to - from), ps_rows_pitch (frame) - 2 * pen->unit);
  cairo_fill (pen->cr);
  ps_pen_upright (pen, pen->style->band_line, 1, PS_DASH_NONE, from, top + pen->unit, ps_rows_pitch (frame) - 2 * pen->unit);
  ps_pen_upright (pen, pen->style->band_line, 1, PS_DASH_NONE, to, top + pen->unit, ps_rows_pitch (frame) - 2 * pen->unit);
}

/* Nothing, or hardly anything, is a stroke: the figure is known. */
static void
draw_bar (PsPen *pen, const PsSeriesLook *look, const PsBox *bar)
{
  PsBox part = *bar;

  if (look->part >= 0)
    {
      part.width -= bar->width >= 4 * pen->unit ? 1 : 0;
      if (bar->width >= 1)
        ps_pen_pattern (pen, look->swatch.colour, look->swatch.pattern, &part);
    }
  else if (bar->width < 2 * pen->unit)
    ps_pen_upright (pen, look->swatch.colour, 2, PS_DASH_NONE, bar->x + bar->width / 2, bar->y, bar->height);
  else if (look->series->role == PS_ROLE_LAST)
    ps_pen_bar (pen, look->swatch.colour, bar);
  else if (look->swatch.kind == PS_SWATCH_OPEN)
    ps_pen_open (pen, look->swatch.colour, look->swatch.dash, bar);
  else
    ps_pen_pattern (pen, look->swatch.colour, look->swatch.pattern, bar);
}

/* What is agreed is an upright stroke through the row; what is else a line, a point on it. */
static void
draw_mark (PsPen *pen, const PsSeriesLook *look, const PsBox *bar)
{
  double inset = 1.5 * pen->unit;

  if (look->swatch.kind == PS_SWATCH_LINE)
    {
      ps_mark_draw (pen, look->swatch.mark, look->swatch.colour, bar->x, bar->y + bar->height / 2);
      return;
    }
  ps_pen_upright (pen, pen->style->background, 4, PS_DASH_NONE, bar->x, bar->y + inset, bar->height - 2 * inset);
  ps_pen_upright (pen, look->swatch.colour, 2, PS_DASH_NONE, bar->x, bar->y + inset, bar->height - 2 * inset);
}

/* An expectation only where nothing is measured yet. */
static gboolean
is_hidden (const PsSeriesFrame *frame, const PsSeriesLook *look, guint category)
{
  const PsSeries *measured = ps_series_set_find (frame->set, PS_ROLE_VALUE);

  return look->series->values[category] == PS_NO_NUMBER
         || (look->series->role == PS_ROLE_FORECAST && measured != NULL && measured->values[category] != PS_NO_NUMBER);
}

static void
draw_row (PsPen *pen, const PsSeriesFrame *frame, guint category, gboolean marks)
{
  for (guint i = 0; i < frame->set->series->len; i++)
    {
      const PsSeriesLook *look = &frame->looks[i];
      PsBox bar = ps_rows_bar (frame, pen, i, category);
      gboolean is_mark = look->swatch.kind == PS_SWATCH_RULE || look->swatch.kind == PS_SWATCH_LINE;

      if (is_hidden (frame, look, category) || look->swatch.kind == PS_SWATCH_BAND || is_mark != marks)
        continue;
      if (is_mark)
        draw_mark (pen, look, &bar);
      else
        draw_bar (pen, look, &bar);
    }
}

static void
draw_figure (PsPen *pen, const PsSeriesFrame *frame, gint64 value, double middle)
{
  g_autofree char *text = ps_value_format (frame->set->kind, value);

  ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->foreground, text, frame->values_right, middle - frame->line_height / 2,
               PS_ALIGN_RIGHT);
}

/* A figure a bar; of parts what they make together, but for shares, which always make the whole. */
static void
draw_figures (PsPen *pen, const PsSeriesFrame *frame, guint category)
{
  gboolean told = FALSE;

  for (guint i = 0; i < frame->set->series->len && frame->values_right > 0; i++)
    {
      const PsSeriesLook *look = &frame->looks[i];
      PsBox bar = ps_rows_bar (frame, pen, i, category);
      gint64 value = look->part >= 0 ? ps_series_stack_total (frame->set, category) : look->series->values[category];

      if (value == PS_NO_NUMBER || look->series->values[category] == PS_NO_NUMBER || (look->part >= 0 && told)
          || !ps_rows_has_figure (frame, i))
        continue;
      draw_figure (pen, frame, value, bar.y + bar.height / 2);
      told = told || look->part >= 0;
    }
}

static void
draw_name (PsPen *pen, const PsSeriesFrame *frame, guint category)
{
  const char *name = g_ptr_array_index (frame->set->categories, category);
  double width = frame->names_width + 1, middle = frame->plot.y + (category + 0.5) * ps_rows_pitch (frame);
  guint n_lines = ps_pen_wrapped (pen, PS_TEXT_PLAIN, name, width, frame->word_lines, NULL);
  const PsBox at = { frame->names_x, middle - n_lines * frame->line_height / 2, width, 0 };

  ps_pen_text_wrapped (pen, PS_TEXT_PLAIN, pen->style->foreground, name, &at, n_lines, PS_ALIGN_LEFT);
}

static void
draw_left_out (PsPen *pen, const PsSeriesFrame *frame)
{
  guint n = ps_rows_n_left_out (frame);
  g_autofree char *count = ps_format_count (n), *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("and %s more in the table", "and %s more in the table", n), count);
  ps_pen_text_within (pen, PS_TEXT_PLAIN, pen->style->dim, text, frame->names_x, frame->bottom - frame->line_height,
                      frame->width - 2 * frame->names_x);
}

/**
 * ps_rows_draw: the rows, from the first on.
 */
void
ps_rows_draw (PsPen *pen, const PsSeriesFrame *frame)
{
  for (guint i = 0; i < frame->n_slots; i++)
    draw_corridor (pen, frame, i);
  draw_ticks (pen, frame);
  for (guint i = 0; i < frame->n_slots; i++)
    {
      draw_row (pen, frame, i, FALSE);
      draw_row (pen, frame, i, TRUE);
      draw_figures (pen, frame, i);
      if (frame->names_width > 0)
        draw_name (pen, frame, i);
    }
  ps_pen_upright (pen, pen->style->rule, 1, PS_DASH_NONE, ps_axis_at (&frame->axis, 0), frame->plot.y, frame->plot.height);
  draw_left_out (pen, frame);
}
