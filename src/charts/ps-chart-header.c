/* ps-chart-header.c: the line above a chart: title, what the marks mean, what must be known to read it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-header.h"

/* Lengths in units */
#define PADDING 12.0
#define GAP 10.0
#define TITLE_Y 9.0
#define TITLE_HEIGHT 30.0
#define PLAIN_Y 11.0 /* on the title's base line */
#define NO_TITLE_Y 4.0
#define NO_TITLE_HEIGHT 20.0
#define SUBJECT_Y 29.0
#define SUBJECT_HEIGHT 18.0

/**
 * ps_chart_header_height: what the header takes of the height: a line for the title or, without it, for the notes; and
 * one for whom it is about.
 */
double
ps_chart_header_height (const PsChartStyle *style)
{
  if (!style->show_title)
    return NO_TITLE_HEIGHT * style->scale;
  return (TITLE_HEIGHT + (style->subject != NULL ? SUBJECT_HEIGHT : 0)) * style->scale;
}

/* Returns where the title ends. */
static double
draw_title (PsPen *pen, const char *title, double right)
{
  double x = PADDING * pen->unit;
  double width;

  if (!pen->style->show_title)
    return x;
  width = MIN (ps_pen_width (pen, PS_TEXT_TITLE, title), right - x);
  ps_pen_text_within (pen, PS_TEXT_TITLE, pen->style->foreground, title, x, TITLE_Y * pen->unit, width + 1);
  return x + width + GAP * pen->unit;
}

static void
draw_subject (PsPen *pen, double right)
{
  double x = PADDING * pen->unit;

  if (pen->style->show_title && pen->style->subject != NULL)
    ps_pen_text_within (pen, PS_TEXT_PLAIN, pen->style->dim, pen->style->subject, x, SUBJECT_Y * pen->unit, right - x);
}

static gboolean
has_room (PsPen *pen, const char *title, double width)
{
  return !pen->style->show_title || ps_pen_width (pen, PS_TEXT_TITLE, title) < width;
}

static void
draw_diamonds (PsPen *pen, const char *diamonds, double x, double y, double right)
{
  if (x + 14 * pen->unit + ps_pen_width (pen, PS_TEXT_PLAIN, diamonds) > right)
    return;
  ps_pen_diamond (pen, pen->style->foreground, x + 5 * pen->unit, y + 8 * pen->unit, 4.5);
  ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, diamonds, x + 14 * pen->unit, y, PS_ALIGN_LEFT);
}

/**
 * ps_chart_header_draw: `note` (may be NULL) stands at the right; one that is `needed` to read the chart goes before the title,
 * another gives way to it. `diamonds` (may be NULL), what the diamonds in the chart are, is left out when it does not fit
 * between the two.
 */
void
ps_chart_header_draw (PsPen *pen, double width, const char *title, const char *note, gboolean needed, const char *diamonds)
{
  double y = (pen->style->show_title ? PLAIN_Y : NO_TITLE_Y) * pen->unit;
  double right = width - PADDING * pen->unit;
  double rest = right, note_width = 0;
  double end;

  if (note != NULL)
    {
      note_width = MIN (ps_pen_width (pen, PS_TEXT_PLAIN, note), right - PADDING * pen->unit);
      rest -= note_width + GAP * pen->unit;
    }
  if (note != NULL && !needed && !has_room (pen, title, rest - PADDING * pen->unit))
    {
      note = NULL;
      rest = right;
    }
  end = draw_title (pen, title, rest);
  draw_subject (pen, right);
  if (diamonds != NULL)
    draw_diamonds (pen, diamonds, end, y, rest);
  if (note != NULL)
    ps_pen_text_within (pen, PS_TEXT_PLAIN, pen->style->dim, note, right - note_width, y, note_width + 1);
}
