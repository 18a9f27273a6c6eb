/* ps-corridor.c: where a provider stands in its bandwidth, as small as a row of a list
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-corridor.h"
#include "ps-chart-pen.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARK 4.5
#define LEAST_REACH_BP 2000 /* the drawing reaches at least so far from the ceiling to both sides */

/* amount ÷ (ceiling × days ÷ days in the year) is compared as products, exactly (domain.md §7); they fit in 128 bits. */
static PsWide
amount_side (const PsCorridor *corridor)
{
  return (PsWide) corridor->amount_cents * PS_FULL_BP * (corridor->days > 0 ? corridor->days_in_year : 1);
}

static PsWide
ceiling_side (const PsCorridor *corridor, int share_bp)
{
  return (PsWide) corridor->ceiling_cents * share_bp * (corridor->days > 0 ? corridor->days : 1);
}

/**
 * ps_corridor_position: in, under or over the bandwidth, exactly; unknown without an amount or a ceiling.
 */
PsCorridorPosition
ps_corridor_position (const PsCorridor *corridor)
{
  if (corridor->ceiling_cents == PS_NO_NUMBER || corridor->amount_cents == PS_NO_NUMBER)
    return PS_CORRIDOR_UNKNOWN;
  if (amount_side (corridor) < ceiling_side (corridor, PS_FULL_BP - corridor->under_bp))
    return PS_CORRIDOR_UNDER;
  if (amount_side (corridor) > ceiling_side (corridor, PS_FULL_BP + corridor->over_bp))
    return PS_CORRIDOR_OVER;
  return PS_CORRIDOR_WITHIN;
}

/* The part of the ceiling that the amount is held against. */
static gint64
part_of_ceiling (const PsCorridor *corridor)
{
  PsOverflow overflow = { FALSE };

  if (corridor->days == 0)
    return corridor->ceiling_cents;
  return ps_round_div ((PsWide) corridor->ceiling_cents * corridor->days, corridor->days_in_year, &overflow);
}

/**
 * ps_corridor_describe: the drawing in words: "103,1 % of the ceiling, within the bandwidth".
 */
char *
ps_corridor_describe (const PsCorridor *corridor)
{
  PsCorridorPosition position = ps_corridor_position (corridor);
  g_autofree char *ratio = NULL;

  if (corridor->ceiling_cents == PS_NO_NUMBER)
    return g_strdup (_("no ceiling agreed"));
  if (position == PS_CORRIDOR_UNKNOWN)
    return g_strdup (_("not known"));
  ratio = ps_format_ratio (corridor->amount_cents, part_of_ceiling (corridor));
  if (position == PS_CORRIDOR_WITHIN)
    /* Translators: a percentage */
    return g_strdup_printf (_("%s of the ceiling, within the bandwidth"), ratio);
  if (position == PS_CORRIDOR_OVER)
    return g_strdup_printf (_("%s of the ceiling, above the bandwidth"), ratio);
  return g_strdup_printf (_("%s of the ceiling, below the bandwidth"), ratio);
}

/* From -1 (as far under the ceiling as is drawn) by way of 0 (the ceiling) to 1. */
static double
place_of (const PsCorridor *corridor, double reach_bp)
{
  double whole = (double) ceiling_side (corridor, PS_FULL_BP);
  double part = (double) amount_side (corridor);

  if (whole == 0)
    return part > 0 ? G_MAXDOUBLE : part < 0 ? -G_MAXDOUBLE : 0;
  return (part / whole - 1) * PS_FULL_BP / reach_bp;
}

/* The middle of a pixel, where the sharp strokes lie. */
static double
centre_of (double length)
{
  return floor (length / 2) + 0.5;
}

static void
draw_mark (PsPen *pen, const PsCorridor *corridor, double width, double y, double reach_bp)
{
  double edge = (MARK + 1) * pen->unit;
  double place = place_of (corridor, reach_bp);
  double x = centre_of (width) + CLAMP (place, -1, 1) * (width / 2 - edge);

  if (place > 1)
    ps_pen_arrow (pen, pen->style->orange, width - pen->unit, y, 2 * MARK);
  else if (place < -1)
    ps_pen_arrow (pen, pen->style->orange, pen->unit, y, -2 * MARK);
  else if (ps_corridor_position (corridor) == PS_CORRIDOR_WITHIN)
    ps_pen_dot (pen, pen->style->blue, x, y, MARK);
  else
    ps_pen_diamond (pen, pen->style->orange, x, y, MARK + 1);
}

static void
draw_band (PsPen *pen, const PsCorridor *corridor, double width, double height, double reach_bp)
{
  double half = width / 2 - (MARK + 1) * pen->unit;
  double left = centre_of (width) - half * corridor->under_bp / reach_bp;
  double right = centre_of (width) + half * corridor->over_bp / reach_bp;
  double tall = MIN (height, 14 * pen->unit);

  ps_pen_rule (pen, pen->style->band_line, 1, pen->unit, height / 2, width - 2 * pen->unit);
  ps_pen_colour (pen, pen->style->band_fill);
  cairo_rectangle (pen->cr, left, (height - tall) / 2, right - left, tall);
  cairo_fill (pen->cr);
  ps_pen_rule (pen, pen->style->band_line, 1, left, height / 2, right - left);
  ps_pen_upright (pen, pen->style->foreground, 1.4, PS_DASH_NONE, width / 2, (height - tall) / 2, tall);
}

/**
 * ps_corridor_draw: draws from 0,0 on to width, height (60 to 120 by 16 units or so). Without a ceiling or an amount nothing but
 * a dash is drawn. It has no background of its own.
 */
void
ps_corridor_draw (cairo_t *cr, const PsCorridor *corridor, double width, double height, const PsChartStyle *style)
{
  double reach_bp = MAX (LEAST_REACH_BP, 2 * MAX (corridor->under_bp, corridor->over_bp));
  g_auto (PsPen) pen = { 0 };

  ps_pen_init (&pen, cr, style);
  if (ps_corridor_position (corridor) == PS_CORRIDOR_UNKNOWN)
    {
      ps_pen_rule (&pen, style->dim, 1, width / 2 - 4 * pen.unit, height / 2, 8 * pen.unit);
      return;
    }
  draw_band (&pen, corridor, width, height, reach_bp);
  draw_mark (&pen, corridor, width, centre_of (height), reach_bp);
}
