/* ps-state-mark.c: the state of a settlement as a shape and a word: never by colour alone
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-state-mark"

#include "ps-state-mark.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/ps-settlement-life.h"
#include "gui/ps-look.h"

#define RADIUS 4.5
#define GAP 6.0
#define LINE 1.5
#define MARK_CHARACTERS 1 /* that the shape and its gap are as wide as, near enough */

char *
ps_state_mark_text (int state, gboolean changed)
{
  const char *word = state == 0 ? C_("settlement", "Not stored") : ps_settlement_state_label ((PsSettlementState) state);

  /* Translators: the state of a settlement, of which the region gives other figures by now: "Final, changed" */
  return changed ? g_strdup_printf (_("%s, changed"), word) : g_strdup (word);
}

int
ps_state_mark_width (gboolean changes)
{
  glong most = 0;

  for (int state = 0; state <= PS_SETTLEMENT_FINAL; state++)
    {
      g_autofree char *text = ps_state_mark_text (state, changes && state != 0);

      most = MAX (most, g_utf8_strlen (text, -1));
    }
  return (int) most + MARK_CHARACTERS;
}

/* The shapes, round the point where the pen is */

static void
draw_circle (cairo_t *cr, double x, double y)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, RADIUS, 0, 2 * G_PI);
}

/* Its lower half is full. */
static void
draw_half (cairo_t *cr, double x, double y)
{
  draw_circle (cr, x, y);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, RADIUS, 0, G_PI);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* The tick is left out of the circle, so that it needs no colour of its own. */
static void
draw_tick (cairo_t *cr, double x, double y)
{
  cairo_push_group (cr);
  draw_circle (cr, x, y);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_move_to (cr, x - 2.6, y + 0.2);
  cairo_line_to (cr, x - 0.7, y + 2.2);
  cairo_line_to (cr, x + 2.7, y - 2.0);
  cairo_stroke (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}

static void
draw_triangle (cairo_t *cr, double x, double y)
{
  cairo_new_path (cr);
  cairo_move_to (cr, x, y - RADIUS);
  cairo_line_to (cr, x + RADIUS + 0.5, y + RADIUS - 0.5);
  cairo_line_to (cr, x - RADIUS - 0.5, y + RADIUS - 0.5);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_shape (cairo_t *cr, int state, double x, double y)
{
  cairo_set_line_width (cr, LINE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  switch (state)
    {
    case PS_SETTLEMENT_DRAFT:
      draw_half (cr, x, y);
      break;
    case PS_SETTLEMENT_PROPOSED:
      draw_circle (cr, x, y);
      cairo_fill_preserve (cr);
      cairo_stroke (cr);
      break;
    case PS_SETTLEMENT_FINAL:
      draw_tick (cr, x, y);
      break;
    default:
      draw_circle (cr, x, y);
      cairo_stroke (cr);
      break;
    }
}

static const char *
colour_of (int state, gboolean changed)
{
  if (changed)
    return "ps_off";
  return state == PS_SETTLEMENT_FINAL ? "ps_within" : state == 0 ? "ps_secondary" : NULL;
}

void
ps_state_mark_draw (cairo_t *cr, int state, gboolean changed, const char *text, int width, int height, GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  double x = RADIUS + LINE, y = floor (height / 2.0) + 0.5;
  double from = 2 * (RADIUS + LINE) + GAP;
  int text_height;

  if (width <= from)
    return;
  ps_look_set_colour (cr, widget, colour_of (state, changed));
  if (changed)
    draw_triangle (cr, x, y);
  else
    draw_shape (cr, state, x, y);
  ps_look_set_colour (cr, widget, state == 0 && !changed ? "ps_secondary" : NULL);
  pango_layout_set_width (layout, (int) ((width - from) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  cairo_move_to (cr, from, (height - text_height) / 2.0);
  pango_cairo_show_layout (cr, layout);
}
