/* ps-chart-curve-small.c: a payment curve as small as a row of a list or a card
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-curve-small.h"
#include "ps-chart-pen.h"

#define EDGE 2.0
#define BEFORE_BP 600 /* so much is drawn before the first border that is not paid in full, and after the last */

/* From shortly before the first border to shortly after the last. */
static void
find_range (const PsScheme *scheme, gint64 *low, gint64 *high)
{
  gint64 first = PS_FULL_BP, last = PS_FULL_BP;

  for (guint i = scheme->bands->len; i-- > 0;)
    {
      const PsStep *band = &g_array_index (scheme->bands, PsStep, i);

      last = MAX (last, band->from);
      if (band->paid_bp != PS_FULL_BP)
        first = MIN (first, band->from);
    }
  *low = MAX (first - MAX ((last - first) / 3, BEFORE_BP), 0);
  *high = MIN (last + MAX ((last - first) / 3, BEFORE_BP), G_MAXINT);
}

/**
 * ps_curve_draw_small: draws from 0,0 on to width, height (60 to 160 by 20 to 80 units or so): thin grey what would be paid without
 * deductions, blue what is, orange where it falls. It has no words and no background of its own.
 */
void
ps_curve_draw_small (cairo_t *cr, const PsScheme *scheme, double width, double height, const PsChartStyle *style)
{
  g_autoptr (GArray) corners = NULL;
  g_auto (PsPen) pen = { 0 };
  gint64 low, high, least = G_MAXINT64;
  double across, down, before_x = 0, before_y = 0;

  find_range (scheme, &low, &high);
  corners = ps_scheme_curve (scheme, low, high);
  for (guint i = 0; i < corners->len; i++)
    least = MIN (least, g_array_index (corners, PsCurvePoint, i).paid_bp);
  ps_pen_init (&pen, cr, style);
  across = (width - 2 * EDGE * pen.unit) / (double) (high - low);
  down = (height - 2 * EDGE * pen.unit) / (double) MAX (high - least, 1);
  ps_pen_line (&pen, style->grey, 1, PS_DASH_NONE, EDGE * pen.unit, height - EDGE * pen.unit - down * (double) (low - least),
               width - EDGE * pen.unit, EDGE * pen.unit);
  for (guint i = 0; i < corners->len; i++)
    {
      const PsCurvePoint *corner = &g_array_index (corners, PsCurvePoint, i);
      double x = EDGE * pen.unit + across * (double) (corner->produced_bp - low);
      double y = height - EDGE * pen.unit - down * (double) (corner->paid_bp - least);

      if (i > 0 && corner[-1].produced_bp == corner->produced_bp)
        ps_pen_upright (&pen, style->orange, 2, PS_DASH_NONE, x, before_y, y - before_y);
      else if (i > 0)
        ps_pen_line (&pen, style->blue, 2, PS_DASH_NONE, before_x, before_y, x, y);
      before_x = x;
      before_y = y;
    }
}
