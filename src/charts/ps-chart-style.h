/* ps-chart-style.h: the colours and sizes that charts are drawn with
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An opaque colour; each part from 0 to 1 (sRGB). */
typedef struct { double red, green, blue; } PsColour;

#define PS_N_PARTS 8               /* of a whole that are told apart; more are gathered */

typedef enum
{
  PS_LOOK_LIGHT,
  PS_LOOK_DARK,
  PS_LOOK_HIGH_CONTRAST,
  PS_LOOK_HIGH_CONTRAST_DARK,
  PS_N_LOOKS
} PsChartLook;

/* Blue is measured, orange is taken off or outside, greys are the rest: a pair that every kind of colour-blindness tells apart.
 * Nothing is told by colour alone: what differs in colour differs in shape, dash or label too. */
typedef struct
{
  PsColour    background;
  PsColour    foreground;       /* text of first rank; the ceiling; the balance */
  PsColour    dim;              /* text of second rank */
  PsColour    grid;             /* lines that only guide the eye: no contrast is asked of them */
  PsColour    rule;             /* axis lines and the line above a total */
  PsColour    blue;             /* lines and bars */
  PsColour    blue_text;        /* the same blue, dark (or light) enough to be read */
  PsColour    orange;
  PsColour    grey;             /* last year; paid */
  PsColour    band_fill;        /* the bandwidth */
  PsColour    band_line;
  PsColour    parts[PS_N_PARTS]; /* each with a pattern of its own as well: ps_pen_pattern() */
  const char *family;           /* font families, borrowed */
  double      font_size;        /* in units: 12, which is 9 pt on a screen of 96 dpi */
  double      scale;            /* size of a unit: 1 for a screen; the user's text scaling enlarges it */
  const char *subject;          /* whom the picture is about, drawn beside the title; borrowed, NULL: nobody */
  gboolean    outlined;         /* bars get an edge in the foreground colour (high contrast) */
  gboolean    show_title;       /* FALSE: the page around it shows the title */
  gboolean    paint_background; /* FALSE: the page around it is the background */
  GArray     *words;            /* PsBox: where what is written stands is added to it; borrowed, NULL: nobody asks */
} PsChartStyle;

PsChartStyle ps_chart_style     (PsChartLook look);
double       ps_colour_contrast (PsColour a, PsColour b);

G_END_DECLS
