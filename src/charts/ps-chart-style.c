/* ps-chart-style.c: the colours and sizes that charts are drawn with
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-style.h"

#include <math.h>

#define FAMILY "Cantarell, Noto Sans, Sans"
#define FONT_SIZE 12.0

#define RGB(hex)                                                                                                                 \
  {                                                                                                                              \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0                                             \
  }

/* The backgrounds are those of a card of libadwaita 1.2. The parts were chosen so that the least difference between any two of them
 * and grey, as people with and without each kind of colour-blindness see them, is as large as could be found among colours that
 * contrast with the background; light and dark ones take turns. */
static const PsChartStyle styles[PS_N_LOOKS] = {
  [PS_LOOK_LIGHT] = { .background = RGB (0xffffff),
                      .foreground = RGB (0x2e2e2e),
                      .dim = RGB (0x5e5c64),
                      .grid = RGB (0xe4e4e4),
                      .rule = RGB (0xc6c6c6),
                      .blue = RGB (0x3584e4),
                      .blue_text = RGB (0x1a5fb4),
                      .orange = RGB (0xe66100),
                      .grey = RGB (0x77767b),
                      .band_fill = RGB (0xdce8fa),
                      .band_line = RGB (0x5b92d3),
                      .parts = { RGB (0x3584e4), RGB (0xe66100), RGB (0x523b9e), RGB (0xb279b8), RGB (0x804304), RGB (0xcb7b52),
                                 RGB (0x9f1743), RGB (0x6a3b74) },
                      .family = FAMILY,
                      .font_size = FONT_SIZE,
                      .scale = 1,
                      .show_title = TRUE,
                      .paint_background = TRUE },
  [PS_LOOK_DARK] = { .background = RGB (0x363636),
                     .foreground = RGB (0xffffff),
                     .dim = RGB (0xc8c7c3),
                     .grid = RGB (0x4c4c4c),
                     .rule = RGB (0x6e6e6e),
                     .blue = RGB (0x62a0ea),
                     .blue_text = RGB (0x99c1f1),
                     .orange = RGB (0xffa348),
                     .grey = RGB (0xa4a3a0),
                     .band_fill = RGB (0x3c4d66),
                     .band_line = RGB (0x7ea3d8),
                     .parts = { RGB (0x62a0ea), RGB (0xffa348), RGB (0x5c935e), RGB (0xdcd1ae), RGB (0xa270a7), RGB (0x4fd7ff),
                                RGB (0xe8bb7a), RGB (0xaddbdf) },
                     .family = FAMILY,
                     .font_size = FONT_SIZE,
                     .scale = 1,
                     .show_title = TRUE,
                     .paint_background = TRUE },
  [PS_LOOK_HIGH_CONTRAST] = { .background = RGB (0xffffff),
                              .foreground = RGB (0x000000),
                              .dim = RGB (0x2e2e2e),
                              .grid = RGB (0xb0b0b0),
                              .rule = RGB (0x5e5c64),
                              .blue = RGB (0x1a5fb4),
                              .blue_text = RGB (0x0b4a94),
                              .orange = RGB (0xa33e00),
                              .grey = RGB (0x5e5c64),
                              .band_fill = RGB (0xd3e2f8),
                              .band_line = RGB (0x1a5fb4),
                              .parts = { RGB (0x1a5fb4), RGB (0xa33e00), RGB (0x213454), RGB (0x925795), RGB (0x641806),
                                         RGB (0x9f593f), RGB (0x4b1c79), RGB (0x56252f) },
                              .outlined = TRUE,
                              .family = FAMILY,
                              .font_size = FONT_SIZE,
                              .scale = 1,
                              .show_title = TRUE,
                              .paint_background = TRUE },
  [PS_LOOK_HIGH_CONTRAST_DARK] = { .background = RGB (0x363636),
                                   .foreground = RGB (0xffffff),
                                   .dim = RGB (0xf0f0ee),
                                   .grid = RGB (0x7a7a7a),
                                   .rule = RGB (0xc8c7c3),
                                   .blue = RGB (0x99c1f1),
                                   .blue_text = RGB (0xc4dcf8),
                                   .orange = RGB (0xffbe6f),
                                   .grey = RGB (0xd5d4d0),
                                   .band_fill = RGB (0x33475f),
                                   .band_line = RGB (0x99c1f1),
                                   .parts = { RGB (0x99c1f1), RGB (0xffbe6f), RGB (0x3ea8ed), RGB (0xd7fbd0), RGB (0xe38d68),
                                              RGB (0x97a0ba), RGB (0xe5cc9c), RGB (0xb09b96) },
                                   .outlined = TRUE,
                                   .family = FAMILY,
                                   .font_size = FONT_SIZE,
                                   .scale = 1,
                                   .show_title = TRUE,
                                   .paint_background = TRUE },
};

/**
 * ps_chart_style: the style of a look, with its title and its background; a copy to change at will.
 */
PsChartStyle
ps_chart_style (PsChartLook look)
{
  g_assert ((guint) look < PS_N_LOOKS);
  return styles[look];
}

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (PsColour colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) + 0.0722 * linear (colour.blue);
}

/**
 * ps_colour_contrast: the contrast of two colours as WCAG 2.1 defines it, from 1 to 21.
 */
double
ps_colour_contrast (PsColour a, PsColour b)
{
  double first = luminance (a);
  double second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
