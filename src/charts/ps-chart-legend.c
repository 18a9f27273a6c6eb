/* ps-chart-legend.c: what the bars and lines of a chart are: a mark and a word each
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-legend.h"

/* Lengths in units */
#define ROW_HEIGHT 19.0
#define BETWEEN 14.0
#define SWATCH 11.0
#define LEAST_TEXT 40.0

static void
item_clear (gpointer item)
{
  g_free (((PsLegendItem *) item)->text);
}

GArray *
ps_legend_new (void)
{
  GArray *legend = g_array_new (FALSE, TRUE, sizeof (PsLegendItem));

  g_array_set_clear_func (legend, item_clear);
  return legend;
}

void
ps_legend_add (GArray *legend, const PsSwatch *swatch, const char *text)
{
  PsLegendItem item = { .swatch = *swatch, .text = g_strdup (text) };

  g_array_append_val (legend, item);
}

/**
 * ps_legend_row: how high a row of it is.
 */
double
ps_legend_row (PsPen *pen)
{
  return ROW_HEIGHT * pen->unit;
}

/* What is too wide for a row is cut; where not all rows fit, no word takes more than half of one. */
static double
text_width (PsPen *pen, const PsLegendItem *item, double row, gboolean tight)
{
  double most = (tight ? row / 2 - BETWEEN * pen->unit : row) - PS_SWATCH_WIDTH * pen->unit;

  return MIN (ps_pen_width (pen, PS_TEXT_PLAIN, item->text), MAX (most, LEAST_TEXT * pen->unit));
}

/* Returns how many rows there are. */
static guint
place_all (GArray *legend, PsPen *pen, double left, double top, double right, gboolean tight)
{
  double x = left;
  guint row = 0;

  for (guint i = 0; i < legend->len; i++)
    {
      PsLegendItem *item = &g_array_index (legend, PsLegendItem, i);

      item->width = text_width (pen, item, right - left, tight);
      if (x > left && x + PS_SWATCH_WIDTH * pen->unit + item->width > right)
        {
          x = left;
          row++;
        }
      item->x = x;
      item->y = top + row * ps_legend_row (pen);
      x += (PS_SWATCH_WIDTH + BETWEEN) * pen->unit + item->width;
    }
  return legend->len > 0 ? row + 1 : 0;
}

/**
 * ps_legend_place: lays it out from left to right in rows, from `top` on. What does not fit in `most_rows` is left out: the table of
 * the chart names all.
 *
 * Returns: its height
 */
double
ps_legend_place (GArray *legend, PsPen *pen, double left, double top, double right, guint most_rows)
{
  guint n_rows = place_all (legend, pen, left, top, right, FALSE);

  if (n_rows > most_rows)
    n_rows = place_all (legend, pen, left, top, right, TRUE);
  while (legend->len > 0
         && g_array_index (legend, PsLegendItem, legend->len - 1).y > top + (most_rows - 0.5) * ps_legend_row (pen))
    g_array_set_size (legend, legend->len - 1);
  return MIN (n_rows, most_rows) * ps_legend_row (pen);
}

void
ps_legend_draw (PsPen *pen, const GArray *legend)
{
  for (guint i = 0; i < legend->len; i++)
    {
      const PsLegendItem *item = &g_array_index (legend, PsLegendItem, i);

      ps_swatch_draw (pen, &item->swatch, item->x, item->y);
      ps_pen_text_within (pen, PS_TEXT_PLAIN, pen->style->dim, item->text, item->x + PS_SWATCH_WIDTH * pen->unit, item->y,
                          item->width + 1);
    }
}

static void
draw_square (PsPen *pen, PsColour colour, double x, double y)
{
  double half = 3.5 * pen->unit;

  ps_pen_colour (pen, pen->style->background);
  cairo_rectangle (pen->cr, x - half - pen->unit, y - half - pen->unit, 2 * half + 2 * pen->unit, 2 * half + 2 * pen->unit);
  cairo_fill (pen->cr);
  ps_pen_colour (pen, colour);
  cairo_rectangle (pen->cr, x - half, y - half, 2 * half, 2 * half);
  cairo_fill (pen->cr);
}

/**
 * ps_mark_draw: a point on a line.
 */
void
ps_mark_draw (PsPen *pen, PsMark mark, PsColour colour, double x, double y)
{
  if (mark == PS_MARK_DOT)
    ps_pen_dot (pen, colour, x, y, 3.5);
  else if (mark == PS_MARK_DIAMOND)
    ps_pen_diamond (pen, colour, x, y, 4.5);
  else if (mark == PS_MARK_RING)
    ps_pen_ring (pen, colour, x, y, 3);
  else if (mark == PS_MARK_SQUARE)
    draw_square (pen, colour, x, y);
}

static void
draw_band_swatch (PsPen *pen, const PsSwatch *swatch, const PsBox *box)
{
  ps_pen_colour (pen, pen->style->band_fill);
  cairo_rectangle (pen->cr, box->x, box->y, box->width, box->height);
  cairo_fill (pen->cr);
  ps_pen_rule (pen, swatch->colour, 1, box->x, box->y, box->width);
  ps_pen_rule (pen, swatch->colour, 1, box->x, box->y + box->height, box->width);
}

/**
 * ps_swatch_draw: a little of what is drawn so, before the word that stands at this height.
 */
void
ps_swatch_draw (PsPen *pen, const PsSwatch *swatch, double x, double y)
{
  double size = SWATCH * pen->unit, middle = y + 8 * pen->unit;
  const PsBox box = { x, middle - size / 2, size, size };

  switch (swatch->kind)
    {
    case PS_SWATCH_BAR:
      ps_pen_pattern (pen, swatch->colour, swatch->pattern, &box);
      break;
    case PS_SWATCH_OPEN:
      ps_pen_open (pen, swatch->colour, swatch->dash, &box);
      break;
    case PS_SWATCH_BAND:
      draw_band_swatch (pen, swatch, &box);
      break;
    case PS_SWATCH_LINE:
    case PS_SWATCH_RULE:
    default:
      if (swatch->dash == PS_DASH_NONE)
        ps_pen_rule (pen, swatch->colour, swatch->line, x, middle, size + 2 * pen->unit);
      else
        ps_pen_line (pen, swatch->colour, swatch->line, swatch->dash, x, middle, x + size + 2 * pen->unit, middle);
      if (swatch->mark != PS_MARK_NONE)
        ps_mark_draw (pen, swatch->mark, swatch->colour, x + size / 2 + pen->unit, middle);
      break;
    }
}
