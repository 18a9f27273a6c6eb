/* test-chart-style.c: colours that can be read, and told apart by everyone
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "chart-canvas.h"
#include "charts/ps-chart-legend.h"

#include <math.h>

static gboolean
is_high_contrast (PsChartLook look)
{
  return look == PS_LOOK_HIGH_CONTRAST || look == PS_LOOK_HIGH_CONTRAST_DARK;
}

static void
test_formula (void)
{
  const PsColour black = { 0, 0, 0 }, white = { 1, 1, 1 }, grey = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0 };

  g_assert_cmpfloat_with_epsilon (ps_colour_contrast (black, white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (ps_colour_contrast (white, black), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (ps_colour_contrast (grey, white), 4.48, 0.01);
  g_assert_cmpfloat_with_epsilon (ps_colour_contrast (grey, grey), 1, 0.001);
}

/* WCAG 2.1, 1.4.3 (1.4.6 in high contrast): text, on its background and over the bandwidth. */
static void
test_text (void)
{
  for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
    {
      PsChartStyle style = ps_chart_style (look);
      const PsColour texts[] = { style.foreground, style.dim, style.blue_text };

      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          g_assert_cmpfloat (ps_colour_contrast (texts[i], style.background), >=, is_high_contrast (look) ? 7 : 4.5);
          g_assert_cmpfloat (ps_colour_contrast (texts[i], style.band_fill), >=, 4.5);
        }
    }
}

/* WCAG 2.1, 1.4.11: lines and bars. */
static void
test_lines (void)
{
  for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
    {
      PsChartStyle style = ps_chart_style (look);
      const PsColour lines[] = { style.foreground, style.blue, style.orange, style.grey, style.band_line };

      for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
        g_assert_cmpfloat (ps_colour_contrast (lines[i], style.background), >=, is_high_contrast (look) ? 4.5 : 3);
      g_assert_cmpfloat (ps_colour_contrast (style.blue, style.band_fill), >=, 3);
      g_assert_cmpfloat (ps_colour_contrast (style.grey, style.band_fill), >=, 3);
    }
}

/* How the severe forms of the three colour-blindnesses see linear light (Machado, Oliveira and Fernandes, 2009). */
static const double blindnesses[3][3][3] = {
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
lab_root (double value)
{
  return value > 0.008856 ? cbrt (value) : 7.787 * value + 16.0 / 116;
}

/* CIE L*a*b* of a colour as one of the blindnesses sees it */
static void
seen_as (PsColour colour, const double blindness[3][3], double lab[3])
{
  const double light[3] = { linear (colour.red), linear (colour.green), linear (colour.blue) };
  double seen[3], x, y, z;

  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (blindness[i][0] * light[0] + blindness[i][1] * light[1] + blindness[i][2] * light[2], 0, 1);
  x = lab_root ((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
  y = lab_root (0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
  z = lab_root ((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static double
difference (PsColour a, PsColour b, const double blindness[3][3])
{
  double first[3], second[3];

  seen_as (a, blindness, first);
  seen_as (b, blindness, second);
  return sqrt (pow (first[0] - second[0], 2) + pow (first[1] - second[1], 2) + pow (first[2] - second[2], 2));
}

/* Total, deduction, paid and balance differ by far more than what can just be seen (2.3). */
static void
test_colour_blind (void)
{
  for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
    for (int i = 0; i < 3; i++)
      {
        PsChartStyle style = ps_chart_style (look);

        g_assert_cmpfloat (difference (style.blue, style.orange, blindnesses[i]), >, 40);
        g_assert_cmpfloat (difference (style.blue, style.grey, blindnesses[i]), >, 15);
        g_assert_cmpfloat (difference (style.orange, style.grey, blindnesses[i]), >, 15);
        g_assert_cmpfloat (difference (style.grey, style.foreground, blindnesses[i]), >, 15);
      }
}

/* As everyone sees them: the last one is sight without colour-blindness. */
static double
least_difference (PsColour a, PsColour b)
{
  static const double plain[3][3] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
  double least = difference (a, b, plain);

  for (int i = 0; i < 3; i++)
    least = MIN (least, difference (a, b, blindnesses[i]));
  return least;
}

/* Any two parts of a whole, and what is gathered of them, differ by far more than what can just be seen (2.3), and each contrasts with
 * what it lies on (WCAG 2.1, 1.4.11). Each has a pattern of its own as well. */
static void
test_parts (void)
{
  for (PsChartLook look = 0; look < PS_N_LOOKS; look++)
    {
      PsChartStyle style = ps_chart_style (look);

      for (int i = 0; i < PS_N_PARTS; i++)
        {
          g_assert_cmpfloat (ps_colour_contrast (style.parts[i], style.background), >=, is_high_contrast (look) ? 4.5 : 3);
          g_assert_cmpfloat (least_difference (style.parts[i], style.grey), >, 15);
          for (int j = 0; j < i; j++)
            g_assert_cmpfloat (least_difference (style.parts[i], style.parts[j]), >, 15);
        }
    }
}

/* Without any colour: each pattern covers another part of a bar, or lies otherwise. */
static void
test_patterns (void)
{
  PsChartStyle style = ps_chart_style (PS_LOOK_LIGHT);
  Canvas *canvases[PS_N_PARTS];

  for (int i = 0; i < PS_N_PARTS; i++)
    {
      g_auto (PsPen) pen = { 0 };
      const PsBox box = { 0, 0, 60, 60 };
      cairo_t *cr;

      canvases[i] = canvas_new (60, 60, style.background);
      cr = cairo_create (canvases[i]->surface);
      ps_pen_init (&pen, cr, &style);
      ps_pen_pattern (&pen, style.blue, i, &box);
      ps_pen_clear (&pen);
      cairo_destroy (cr);
      cairo_surface_flush (canvases[i]->surface);
      for (int j = 0; j < i; j++)
        {
          int differing = 0;

          for (int x = 0; x < 60; x++)
            for (int y = 0; y < 60; y++)
              differing += canvas_has (canvases[i], x, y, style.blue) != canvas_has (canvases[j], x, y, style.blue);
          g_assert_cmpint (differing, >, 300);
        }
    }
  for (int i = 0; i < PS_N_PARTS; i++)
    canvas_free (canvases[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/style/formula", test_formula);
  g_test_add_func ("/charts/style/text", test_text);
  g_test_add_func ("/charts/style/lines", test_lines);
  g_test_add_func ("/charts/style/colour-blind", test_colour_blind);
  g_test_add_func ("/charts/style/parts", test_parts);
  g_test_add_func ("/charts/style/patterns", test_patterns);
  return g_test_run ();
}
