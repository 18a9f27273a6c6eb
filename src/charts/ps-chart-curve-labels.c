/* ps-chart-curve-labels.c: the words in a payment curve
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-curve-labels.h"
#include "ps-chart-header.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>

#define GAP 8.0
#define MARK 7.0

/**
 * ps_curve_cliff_text: what a cliff is: how far the payment falls (or, below 0, jumps up) and where. Owned by the caller.
 */
char *
ps_curve_cliff_text (gint64 drop_bp, gint64 border_bp)
{
  g_autofree char *drop = ps_format_ratio (ABS (drop_bp), PS_FULL_BP);
  g_autofree char *border = ps_format_percent (border_bp);

  if (drop_bp < 0)
    /* Translators: two percentages */
    return g_strdup_printf (_("jumps by %s of the ceiling at %s"), drop, border);
  /* Translators: two percentages: "falls by 5,0 % of the ceiling at 105 %" */
  return g_strdup_printf (_("falls by %s of the ceiling at %s"), drop, border);
}

/* Axes that do not start at nothing say so. */
static char *
axes_note (const PsCurveLayout *layout)
{
  g_autofree char *across = ps_format_percent (layout->across.low);
  g_autofree char *up = ps_format_percent (layout->up.low);

  if (layout->across.low == 0 && layout->up.low == 0)
    return NULL;
  if (layout->across.low == layout->up.low)
    /* Translators: a percentage */
    return g_strdup_printf (_("both axes start at %s"), across);
  /* Translators: two percentages */
  return g_strdup_printf (_("axes start at %s and %s"), across, up);
}

/* Title at the left; at the right where the axes start, which must be known to read the curve. */
void
ps_curve_labels_draw_header (PsPen *pen, const PsCurveLayout *layout, double width)
{
  const char *title = layout->chart->title != NULL ? layout->chart->title : _("Payment curve");
  g_autofree char *note = axes_note (layout);

  ps_chart_header_draw (pen, width, title, note, TRUE, NULL);
}

static void
draw_up (PsPen *pen, const PsCurveLayout *layout)
{
  const PsBox *plot = &layout->plot;

  for (guint i = 0; i < layout->up.ticks->len; i++)
    {
      gint64 tick = g_array_index (layout->up.ticks, gint64, i);
      g_autofree char *label = ps_format_percent (tick);
      double y = ps_curve_layout_y (layout, tick);

      ps_pen_rule (pen, pen->style->grid, 1, plot->x, y, plot->width);
      ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, label, plot->x - GAP * pen->unit, y - layout->line_height / 2,
                   PS_ALIGN_RIGHT);
    }
}

/* A share below the axis, where those before it leave room. */
static void
draw_number (PsPen *pen, const PsCurveLayout *layout, PsLabelRoom *room, gint64 produced_bp, PsColour colour)
{
  g_autofree char *text = ps_format_percent (produced_bp);
  double x = ps_curve_layout_x (layout, produced_bp);
  PsBox box, with_gap, chosen;

  if (produced_bp < layout->across.low || produced_bp > layout->across.high)
    return;
  box = (PsBox){ .y = layout->axis_y + 5 * pen->unit };
  ps_pen_measure (pen, PS_TEXT_PLAIN, text, &box.width, &box.height);
  box.x = x - box.width / 2;
  with_gap = (PsBox){ box.x - 3 * pen->unit, box.y, box.width + 6 * pen->unit, box.height };
  ps_pen_upright (pen, pen->style->rule, 1, PS_DASH_NONE, x, layout->axis_y, 4 * pen->unit);
  if (ps_label_room_place (room, &with_gap, 1, 0, &chosen))
    ps_pen_text (pen, PS_TEXT_PLAIN, colour, text, box.x, box.y, PS_ALIGN_LEFT);
}

/* The borders have the first say, being what a scheme is made of; round shares fill what they leave free. */
static void
draw_across (PsPen *pen, const PsCurveLayout *layout)
{
  const GArray *bands = layout->chart->scheme->bands;
  const PsBox anywhere = { -G_MAXINT, -G_MAXINT, 2.0 * G_MAXINT, 2.0 * G_MAXINT };
  g_auto (PsLabelRoom) room = { 0 };

  ps_label_room_init (&room, &anywhere);
  for (guint i = 0; i < bands->len; i++)
    draw_number (pen, layout, &room, g_array_index (bands, PsStep, i).from, pen->style->foreground);
  for (guint i = 0; i < layout->across.ticks->len; i++)
    draw_number (pen, layout, &room, g_array_index (layout->across.ticks, gint64, i), pen->style->dim);
  ps_pen_rule (pen, pen->style->rule, 1, layout->plot.x, layout->axis_y, layout->plot.width);
}

/**
 * ps_curve_labels_draw_axes: both axes with their numbers and, where there is room, what they are.
 */
void
ps_curve_labels_draw_axes (PsPen *pen, const PsCurveLayout *layout)
{
  draw_up (pen, layout);
  draw_across (pen, layout);
  /* xgettext:no-c-format */
  ps_pen_text_within (pen, PS_TEXT_PLAIN, pen->style->dim, _("paid, % of the ceiling"), 12 * pen->unit,
                      layout->plot.y - 1.5 * layout->line_height - 3 * pen->unit,
                      layout->plot.x + layout->plot.width - 12 * pen->unit);
  if (layout->captions)
    /* xgettext:no-c-format */
    ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, _("production, % of the ceiling"), layout->plot.x + layout->plot.width / 2,
                 layout->axis_y + 21 * pen->unit, PS_ALIGN_MIDDLE);
}

static void
draw_in_the_middle (PsPen *pen, const PsBandLabel *label, PsTextKind kind, PsColour colour, const char *text, double top)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  double width, height;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      ps_pen_measure (pen, kind, lines[i], &width, &height);
      ps_pen_text (pen, kind, colour, lines[i], label->left + label->width / 2, top, PS_ALIGN_MIDDLE);
      top += height;
    }
}

/* Below the curve, each on its own band: the share on the last line, the name above it. */
static void
draw_bands (PsPen *pen, const PsCurveLayout *layout)
{
  double bottom = layout->axis_y - 4 * pen->unit;

  for (guint i = 0; i < layout->labels->len; i++)
    {
      const PsBandLabel *label = &g_array_index (layout->labels, PsBandLabel, i);
      double width, height;

      if (label->share == NULL)
        continue;
      draw_in_the_middle (pen, label, PS_TEXT_PLAIN, pen->style->dim, label->share, bottom - layout->line_height);
      if (label->name == NULL)
        continue;
      ps_pen_measure (pen, PS_TEXT_BOLD, label->name, &width, &height);
      draw_in_the_middle (pen, label, PS_TEXT_BOLD, pen->style->foreground, label->name, bottom - layout->line_height - height);
    }
}

static void
add_mark (PsLabelRoom *room, PsPen *pen, double x, double y)
{
  const PsBox box = { x - MARK * pen->unit, y - MARK * pen->unit, 2 * MARK * pen->unit, 2 * MARK * pen->unit };

  ps_label_room_add_box (room, &box);
}

/* What is in the way: the curve, the payment without deductions, the borders, the point and what belongs to it. */
static void
fill_room (PsLabelRoom *room, PsPen *pen, const PsCurveLayout *layout)
{
  const PsBox *plot = &layout->plot;
  gint64 low = MAX (layout->across.low, layout->up.low), high = MIN (layout->across.high, layout->up.high);
  double x, y;
  PsBox upright;

  for (guint i = 0; i + 1 < layout->corners->len; i++)
    {
      const PsCurvePoint *corner = &g_array_index (layout->corners, PsCurvePoint, i);

      ps_label_room_add_line (room, ps_curve_layout_x (layout, corner[0].produced_bp),
                              ps_curve_layout_y (layout, corner[0].paid_bp), ps_curve_layout_x (layout, corner[1].produced_bp),
                              ps_curve_layout_y (layout, corner[1].paid_bp));
      ps_label_room_add_line (room, ps_curve_layout_x (layout, corner[1].produced_bp),
                              ps_curve_layout_y (layout, corner[1].paid_bp), ps_curve_layout_x (layout, corner[1].produced_bp),
                              plot->y + plot->height);
    }
  if (low < high)
    ps_label_room_add_line (room, ps_curve_layout_x (layout, low), ps_curve_layout_y (layout, low),
                            ps_curve_layout_x (layout, high), ps_curve_layout_y (layout, high));
  if (layout->point == PS_POINT_NONE)
    return;
  x = ps_curve_layout_point (layout, &y);
  add_mark (room, pen, x, y);
  if (layout->point != PS_POINT_WITHIN)
    return;
  ps_label_room_add_line (room, plot->x, y, x, y);
  upright = (PsBox){ x - 6 * pen->unit, ps_curve_layout_y (layout, layout->point_produced_bp), 12 * pen->unit, 0 };
  upright.height = y - upright.y;
  ps_label_room_add_box (room, &upright);
}

/* In the first of the places where it covers least, moved sideways where one sticks out; left out where it would cover more than
 * `most_cost`. */
static gboolean
draw_label (PsPen *pen, PsLabelRoom *room, PsTextKind kind, PsColour colour, const char *text, PsBox *candidates,
            gsize n_candidates, double most_cost)
{
  const PsBox *inside = &room->inside;
  PsBox chosen;

  for (gsize i = 0; i < n_candidates; i++)
    candidates[i].x = MAX (MIN (candidates[i].x, inside->x + inside->width - candidates[i].width), inside->x);
  if (!ps_label_room_place (room, candidates, n_candidates, most_cost, &chosen))
    return FALSE;
  ps_pen_label (pen, kind, colour, text, chosen.x, chosen.y);
  return TRUE;
}

/* Above the dotted line that leads from the point to what is paid, at the left; else below it, or beside the point. */
static void
draw_paid (PsPen *pen, const PsCurveLayout *layout, PsLabelRoom *room)
{
  const PsBox *plot = &layout->plot;
  g_autofree char *share = ps_format_ratio (layout->point_paid_bp, PS_FULL_BP);
  /* Translators: a percentage of the ceiling */
  g_autofree char *text = g_strdup_printf (_("%s paid"), share);
  PsBox candidates[6 + PS_N_AROUND];
  double x, y, width, height;

  x = ps_curve_layout_point (layout, &y);
  ps_pen_measure (pen, PS_TEXT_BOLD, text, &width, &height);
  for (int i = 0; i < 6; i++)
    candidates[i] = (PsBox){ plot->x + 5 * pen->unit + MAX (x - plot->x - width - 16 * pen->unit, 0) * (i % 3) / 2,
                             i < 3 ? y - height - 2 * pen->unit : y + 3 * pen->unit, width, height };
  ps_boxes_around (x, y, (MARK + 2) * pen->unit, width, height, candidates + 6);
  draw_label (pen, room, PS_TEXT_BOLD, pen->style->foreground, text, candidates, G_N_ELEMENTS (candidates), G_MAXDOUBLE);
}

/* Beside the upright, to its right where that is free; at half its height, else nearer to one of its ends. */
static gboolean
place_deduction (PsPen *pen, const PsCurveLayout *layout, PsLabelRoom *room, const char *text, double most_cost)
{
  static const double parts[] = { 0.5, 0.3, 0.7, 0.1, 0.9 };
  PsBox candidates[2 * G_N_ELEMENTS (parts) + PS_N_AROUND];
  double top = ps_curve_layout_y (layout, layout->point_produced_bp);
  double y, x = ps_curve_layout_point (layout, &y);
  double width, height;

  ps_pen_measure (pen, PS_TEXT_BOLD, text, &width, &height);
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (parts); i++)
    candidates[i] = (PsBox){ i % 2 == 0 ? x + GAP * pen->unit : x - GAP * pen->unit - width,
                             top + (y - top) * parts[i / 2] - height / 2, width, height };
  ps_boxes_around (x, y, (MARK + 2) * pen->unit, width, height, candidates + 2 * G_N_ELEMENTS (parts));
  return draw_label (pen, room, PS_TEXT_BOLD, pen->style->foreground, text, candidates, G_N_ELEMENTS (candidates), most_cost);
}

/* On one line where that covers nothing, else on two. */
static void
draw_deduction (PsPen *pen, const PsCurveLayout *layout, PsLabelRoom *room)
{
  g_autofree char *amount = ps_format_money (layout->point_deduction_cents);
  /* Translators: an amount */
  g_autofree char *text = g_strdup_printf (_("deduction %s"), amount);
  /* Translators: an amount, on a line of its own */
  g_autofree char *on_two_lines = g_strdup_printf (_("deduction\n%s"), amount);

  if (layout->point_deduction_cents != 0 && !place_deduction (pen, layout, room, text, 0))
    place_deduction (pen, layout, room, on_two_lines, G_MAXDOUBLE);
}

/* Above or below the arrow; under a curve that rises from it; else anywhere along that side of the plot. */
static void
far_point_places (const PsCurveLayout *layout, double unit, double x, double y, PsBox *candidates, int n_candidates)
{
  const PsBox *plot = &layout->plot;
  double width = candidates[0].width, height = candidates[0].height;

  for (int i = 0; i < n_candidates; i++)
    candidates[i] = (PsBox){ x, plot->y + (plot->height - height) * (i - 5) / 4, width, height };
  candidates[0].y = y - height - (MARK + 2) * unit;
  candidates[1].y = y + (MARK + 2) * unit;
  for (int i = 2; i < 5; i++)
    {
      candidates[i].x = x + (layout->point == PS_POINT_BEFORE ? 30 : -30) * unit * (i - 1);
      candidates[i].y = y - height / 2 - 4 * unit;
    }
}

/* A point that is too far off to be drawn is told beside the arrow that stands for it. */
static void
draw_far_point (PsPen *pen, const PsCurveLayout *layout, PsLabelRoom *room)
{
  g_autofree char *produced = ps_format_ratio (layout->point_produced_bp, PS_FULL_BP);
  g_autofree char *paid = ps_format_ratio (layout->point_paid_bp, PS_FULL_BP);
  /* Translators: two percentages of the ceiling */
  g_autofree char *text = g_strdup_printf (_("%s produced,\n%s paid"), produced, paid);
  PsBox candidates[10];
  double y, x = ps_curve_layout_point (layout, &y);

  ps_pen_measure (pen, PS_TEXT_BOLD, text, &candidates[0].width, &candidates[0].height);
  x = layout->point == PS_POINT_BEFORE ? x + 3 * pen->unit : x - candidates[0].width;
  far_point_places (layout, pen->unit, x, y, candidates, G_N_ELEMENTS (candidates));
  draw_label (pen, room, PS_TEXT_BOLD, pen->style->foreground, text, candidates, G_N_ELEMENTS (candidates), G_MAXDOUBLE);
}

/* Beside the drop of each cliff. The first one is said whatever it covers: a cliff must be seen as one (domain.md §5). */
static void
draw_cliffs (PsPen *pen, const PsCurveLayout *layout, PsLabelRoom *room)
{
  double most_cost = G_MAXDOUBLE;

  for (guint i = 0; i < layout->corners->len; i++)
    {
      const PsCurvePoint *corner = &g_array_index (layout->corners, PsCurvePoint, i);
      gint64 drop = ps_curve_layout_drop (layout, i);
      g_autofree char *text = ps_curve_cliff_text (drop, corner->produced_bp);
      PsBox candidates[3 * PS_N_AROUND];
      double width, height, x = ps_curve_layout_x (layout, corner->produced_bp);

      if (drop == 0)
        continue;
      ps_pen_measure (pen, PS_TEXT_BOLD, text, &width, &height);
      for (int part = 0; part < 3; part++)
        ps_boxes_around (x, ps_curve_layout_y (layout, corner->paid_bp - drop * part / 2), (MARK + 1) * pen->unit, width, height,
                         candidates + part * PS_N_AROUND);
      draw_label (pen, room, PS_TEXT_BOLD, pen->style->foreground, text, candidates, G_N_ELEMENTS (candidates), most_cost);
      most_cost = 0;
    }
}

static gboolean
has_deductions (const PsCurveLayout *layout)
{
  for (guint i = 0; i < layout->corners->len; i++)
    {
      const PsCurvePoint *corner = &g_array_index (layout->corners, PsCurvePoint, i);

      if (corner->paid_bp != corner->produced_bp)
        return TRUE;
    }
  return FALSE;
}

/* Beside the dashed line, above it where it runs free; left out where there is no room for it. */
static void
draw_dashed_label (PsPen *pen, const PsCurveLayout *layout, PsLabelRoom *room)
{
  gint64 low = MAX (layout->across.low, layout->up.low), high = MIN (layout->across.high, layout->up.high);
  PsBox candidates[2 * PS_N_AROUND + 8];
  gsize n_candidates = 0;
  double width, height;

  ps_pen_measure (pen, PS_TEXT_PLAIN, _("without deductions"), &width, &height);
  for (int i = 0; i < (int) PS_N_AROUND + 4; i++)
    {
      gint64 at = high - (high - low) * (i + 1) / (2 * PS_N_AROUND);
      double x = ps_curve_layout_x (layout, at), y = ps_curve_layout_y (layout, at);

      candidates[n_candidates++] = (PsBox){ x - 6 * pen->unit - width, y - height, width, height };
      candidates[n_candidates++] = (PsBox){ x + 6 * pen->unit, y, width, height };
    }
  draw_label (pen, room, PS_TEXT_PLAIN, pen->style->dim, _("without deductions"), candidates, n_candidates, 0);
}

/**
 * ps_curve_labels_draw: the words at the curve, none over another.
 */
void
ps_curve_labels_draw (PsPen *pen, const PsCurveLayout *layout)
{
  const PsBox *plot = &layout->plot;
  const PsBox inside = { plot->x + 2 * pen->unit, plot->y, plot->width + 24 * pen->unit, plot->height };
  g_auto (PsLabelRoom) room = { 0 };

  ps_label_room_init (&room, &inside);
  fill_room (&room, pen, layout);
  draw_bands (pen, layout);
  draw_cliffs (pen, layout, &room);
  if (layout->point == PS_POINT_WITHIN)
    {
      draw_deduction (pen, layout, &room);
      draw_paid (pen, layout, &room);
    }
  else if (layout->point != PS_POINT_NONE)
    draw_far_point (pen, layout, &room);
  if (has_deductions (layout))
    draw_dashed_label (pen, layout, &room);
}
