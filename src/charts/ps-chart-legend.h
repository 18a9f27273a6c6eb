/* ps-chart-legend.h: what the bars and lines of a chart are: a mark and a word each
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart-pen.h"

G_BEGIN_DECLS

typedef enum
{
  PS_SWATCH_BAR,                   /* filled, with the pattern of its place in the palette */
  PS_SWATCH_OPEN,                  /* a bar that is only an edge */
  PS_SWATCH_LINE,
  PS_SWATCH_RULE,
  PS_SWATCH_BAND
} PsSwatchKind;

typedef enum { PS_MARK_DOT, PS_MARK_DIAMOND, PS_MARK_SQUARE, PS_MARK_RING, PS_MARK_NONE } PsMark;

/* How something is drawn: told apart by more than its colour. */
typedef struct
{
  PsSwatchKind kind;
  PsColour     colour;
  int          pattern;            /* of a bar: 0 is plain */
  PsMark       mark;               /* of a line */
  PsDash       dash;
  double       line;               /* its width */
} PsSwatch;

typedef struct
{
  PsSwatch swatch;
  char    *text;
  double   x;
  double   y;
  double   width;                  /* that its text has */
} PsLegendItem;

#define PS_SWATCH_WIDTH 16.0       /* in units, with the room behind it */

GArray *ps_legend_new    (void);
void    ps_legend_add    (GArray *legend, const PsSwatch *swatch, const char *text);
double  ps_legend_place  (GArray *legend, PsPen *pen, double left, double top, double right, guint most_rows);
void    ps_legend_draw   (PsPen *pen, const GArray *legend);
double  ps_legend_row    (PsPen *pen);

void    ps_swatch_draw   (PsPen *pen, const PsSwatch *swatch, double x, double y);
void    ps_mark_draw     (PsPen *pen, PsMark mark, PsColour colour, double x, double y);
void    ps_pen_pattern   (PsPen *pen, PsColour colour, int pattern, const PsBox *box);
void    ps_pen_open      (PsPen *pen, PsColour colour, PsDash dash, const PsBox *box);

G_END_DECLS
