/* ps-spark.c: a year's months as small as a row of a list
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-spark.h"
#include "ps-axis.h"
#include "ps-chart-pen.h"

#include <glib/gi18n-lib.h>

#define MARGIN 4.0 /* in units: the last point lies within */

static void
take_in (gint64 value, gboolean *known, gint64 *low, gint64 *high)
{
  if (value == PS_NO_NUMBER)
    return;
  *low = *known ? MIN (*low, value) : value;
  *high = *known ? MAX (*high, value) : value;
  *known = TRUE;
}

/* Where nothing changes the line runs through the middle. */
static gboolean
make_axis (PsAxis *axis, const PsSpark *spark, double height, double margin)
{
  gboolean known = FALSE;
  gint64 low = 0, high = 0;

  for (guint i = 0; i < spark->n_values; i++)
    {
      take_in (spark->values[i], &known, &low, &high);
      if (spark->last != NULL)
        take_in (spark->last[i], &known, &low, &high);
    }
  take_in (spark->agreed, &known, &low, &high);
  *axis = (PsAxis){ .kind = spark->kind, .low = low, .high = high, .at_low = height - margin, .at_high = margin };
  if (low == high)
    axis->at_low = height / 2;
  return known;
}

static double
across (const PsSpark *spark, guint i, double width, double margin)
{
  return spark->n_values < 2 ? width / 2 : margin + i * (width - 2 * margin) / (spark->n_values - 1);
}

/* A gap is a gap; a point alone in one is a dot. */
static void
draw_line (PsPen *pen, const PsSpark *spark, const gint64 *values, const PsAxis *axis, double width, PsColour colour, double line)
{
  double margin = MARGIN * pen->unit;

  cairo_new_path (pen->cr);
  for (guint i = 0; i < spark->n_values; i++)
    {
      double x = across (spark, i, width, margin), y = ps_axis_at (axis, values[i]);
      gboolean before = i > 0 && values[i - 1] != PS_NO_NUMBER;
      gboolean after = i + 1 < spark->n_values && values[i + 1] != PS_NO_NUMBER;

      if (values[i] == PS_NO_NUMBER)
        continue;
      if (before)
        cairo_line_to (pen->cr, x, y);
      else
        cairo_move_to (pen->cr, before || after ? x : x - line * pen->unit, y);
      if (!before && !after)
        cairo_line_to (pen->cr, x + line * pen->unit, y);
    }
  ps_pen_stroke (pen, colour, line, PS_DASH_NONE);
}

static int
last_known (const PsSpark *spark)
{
  int last = (int) spark->n_values - 1;

  while (last >= 0 && spark->values[last] == PS_NO_NUMBER)
    last--;
  return last;
}

/**
 * ps_spark_draw: the months as a line with its last point, last year thin behind it, what is agreed as a dotted rule; no words, no
 * axis. Of nothing known nothing is drawn.
 */
void
ps_spark_draw (cairo_t *cr, const PsSpark *spark, double width, double height, const PsChartStyle *style)
{
  g_auto (PsPen) pen = { 0 };
  PsAxis axis;
  int last = last_known (spark);
  double margin;

  ps_pen_init (&pen, cr, style);
  margin = MARGIN * pen.unit;
  if (!make_axis (&axis, spark, height, margin))
    return;
  if (spark->agreed != PS_NO_NUMBER)
    ps_pen_line (&pen, style->foreground, 1, PS_DASH_DOTTED, margin, ps_axis_at (&axis, spark->agreed), width - margin,
                 ps_axis_at (&axis, spark->agreed));
  if (spark->last != NULL)
    draw_line (&pen, spark, spark->last, &axis, width, style->grey, 0.8);
  draw_line (&pen, spark, spark->values, &axis, width, style->blue, 1.5);
  if (last >= 0)
    ps_pen_dot (&pen, style->blue, across (spark, (guint) last, width, margin), ps_axis_at (&axis, spark->values[last]), 2.2);
}

static char *
range_text (const PsSpark *spark, gint64 low, gint64 high)
{
  g_autofree char *from = ps_value_format (spark->kind, low), *to = ps_value_format (spark->kind, high);
  g_autofree char *last = ps_value_format (spark->kind, spark->values[last_known (spark)]);

  return g_strdup_printf (_("from %s to %s, last %s"), from, to, last);
}

/**
 * ps_spark_describe: the lowest, the highest and the last of them, and what is agreed.
 *
 * Returns: (transfer full)
 */
char *
ps_spark_describe (const PsSpark *spark)
{
  g_autofree char *range = NULL, *agreed = NULL;
  gboolean known = FALSE;
  gint64 low = 0, high = 0;

  for (guint i = 0; i < spark->n_values; i++)
    take_in (spark->values[i], &known, &low, &high);
  if (!known)
    return g_strdup (_("nothing known"));
  range = range_text (spark, low, high);
  if (spark->agreed == PS_NO_NUMBER)
    return g_steal_pointer (&range);
  agreed = ps_value_format (spark->kind, spark->agreed);
  return g_strdup_printf (_("%s, agreed %s"), range, agreed);
}
