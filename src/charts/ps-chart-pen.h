/* ps-chart-pen.h: text, lines and marks, as all charts draw them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart-labels.h"
#include "ps-chart-style.h"

#include <cairo.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What one picture is drawn with. Lengths are in units of the style, times its scale; text is sized absolutely, so that a
 * picture has the same layout on every surface, whatever the resolution of that surface's fonts. */
typedef struct
{
  cairo_t            *cr;        /* NULL: only measures */
  PangoContext       *context;
  const PsChartStyle *style;
  double              unit;
} PsPen;

typedef enum { PS_TEXT_PLAIN, PS_TEXT_BOLD, PS_TEXT_TITLE } PsTextKind;
typedef enum { PS_ALIGN_LEFT, PS_ALIGN_MIDDLE, PS_ALIGN_RIGHT } PsAlign;
typedef enum { PS_DASH_NONE, PS_DASH_DASHED, PS_DASH_DOTTED } PsDash;

void ps_pen_init       (PsPen *pen, cairo_t *cr, const PsChartStyle *style);
void ps_pen_clear      (PsPen *pen);
void ps_pen_background (PsPen *pen, double width, double height);
void ps_pen_colour     (PsPen *pen, PsColour colour);
void ps_pen_measure    (PsPen *pen, PsTextKind kind, const char *text, double *width, double *height);
double ps_pen_width    (PsPen *pen, PsTextKind kind, const char *text);
void ps_pen_text       (PsPen *pen, PsTextKind kind, PsColour colour, const char *text, double x, double y, PsAlign align);
void ps_pen_text_within (PsPen *pen, PsTextKind kind, PsColour colour, const char *text, double x, double y, double width);
guint ps_pen_wrapped   (PsPen *pen, PsTextKind kind, const char *text, double width, guint most_lines, gboolean *cut);
void ps_pen_text_wrapped (PsPen *pen, PsTextKind kind, PsColour colour, const char *text, const PsBox *at, guint most_lines,
                         PsAlign align);
void ps_pen_label      (PsPen *pen, PsTextKind kind, PsColour colour, const char *text, double x, double y);
void ps_pen_stroke     (PsPen *pen, PsColour colour, double width, PsDash dash);
void ps_pen_line       (PsPen *pen, PsColour colour, double width, PsDash dash, double x1, double y1, double x2, double y2);
void ps_pen_rule       (PsPen *pen, PsColour colour, double width, double x, double y, double length);
void ps_pen_upright    (PsPen *pen, PsColour colour, double width, PsDash dash, double x, double y, double length);
gboolean ps_pen_outlines (const PsPen *pen, const PsBox *box);
void ps_pen_bar        (PsPen *pen, PsColour colour, const PsBox *box);
void ps_pen_dot        (PsPen *pen, PsColour colour, double x, double y, double radius);
void ps_pen_ring       (PsPen *pen, PsColour colour, double x, double y, double radius);
void ps_pen_diamond    (PsPen *pen, PsColour colour, double x, double y, double radius);
void ps_pen_arrow      (PsPen *pen, PsColour colour, double x, double y, double length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsPen, ps_pen_clear)

G_END_DECLS
