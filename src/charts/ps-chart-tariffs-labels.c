/* ps-chart-tariffs-labels.c: the words in the chart of a product's tariffs
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-tariffs-layout.h"
#include "ps-chart-header.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 4.0
#define FEW_LABELLED 3 /* own lines of which every step has its amount */

void
ps_tariffs_labels_draw_header (PsPen *pen, const PsTariffsLayout *layout, double width)
{
  g_autofree char *title = ps_chart_tariffs_title (layout->chart);
  g_autofree char *from = layout->empty ? NULL : ps_axis_label (&layout->axis, layout->axis.low);
  g_autofree char *note = NULL;

  if (!layout->empty && layout->axis.low > 0)
    /* Translators: the lowest amount of the axis, which is not zero */
    note = g_strdup_printf (_("the scale starts at %s"), from);
  ps_chart_header_draw (pen, width, title, note, FALSE, NULL);
}

static void
add_line (PsLabelRoom *room, const PsTariffsLayout *layout, const PsTariffLine *line)
{
  for (guint i = 0; i < line->spans->len; i++)
    {
      const PsTariffSpan *span = ps_tariff_line_span (line, i);
      const PsTariffSpan *next = ps_tariff_line_span (line, i + 1);
      double y = ps_tariffs_layout_tariff (layout, span->tariff_e4);
      double end = ps_tariffs_layout_day (layout, MIN (span->to, layout->last) + 1);

      ps_label_room_add_line (room, ps_tariffs_layout_day (layout, span->from), y, end, y);
      if (next != NULL)
        ps_label_room_add_line (room, end, y, ps_tariffs_layout_day (layout, next->from),
                                ps_tariffs_layout_tariff (layout, next->tariff_e4));
    }
}

static void
draw_today_label (PsPen *pen, const PsTariffsLayout *layout, PsLabelRoom *room)
{
  const PsBox *plot = &layout->plot;
  PsDate today = layout->chart->today;
  double width, height, x;
  PsBox box;

  if (today == PS_DATE_OPEN || today < layout->first || today > layout->last)
    return;
  ps_pen_measure (pen, PS_TEXT_PLAIN, _("today"), &width, &height);
  x = ps_tariffs_layout_day (layout, today);
  ps_label_room_add_line (room, x, plot->y, x, plot->y + plot->height);
  x = CLAMP (x - width / 2, plot->x, MAX (plot->x + plot->width - width, plot->x));
  box = (PsBox){ x, plot->y - height - 3 * pen->unit, width, height };
  ps_label_room_add_box (room, &box);
  ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, _("today"), box.x, box.y, PS_ALIGN_LEFT);
}

/* In the hatched days where they are wide enough, else beside them. */
static void
draw_gap_label (PsPen *pen, const PsTariffsLayout *layout, PsLabelRoom *room, PsDate from, PsDate to)
{
  const PsBox *plot = &layout->plot;
  int n_days = to - from + 1;
  g_autofree char *text = g_strdup_printf (ngettext ("no tariff, %d day", "no tariff, %d days", n_days), n_days);
  double left = ps_tariffs_layout_day (layout, from);
  double right = ps_tariffs_layout_day (layout, to + 1);
  PsBox candidates[9], chosen;
  double width, height;

  ps_pen_measure (pen, PS_TEXT_BOLD, text, &width, &height);
  for (int i = 0; i < 9; i++)
    {
      double within = (left + right - width) / 2;
      double xs[] = { right - left > width ? within : right + 2 * GAP * pen->unit, left - width - 2 * GAP * pen->unit, within };

      candidates[i] = (PsBox){ xs[i % 3], plot->y + (plot->height - height) * (0.04 + 0.45 * (i / 3)), width, height };
    }
  if (ps_label_room_place (room, candidates, G_N_ELEMENTS (candidates), 2 * width, &chosen))
    ps_pen_label (pen, PS_TEXT_BOLD, pen->style->foreground, text, chosen.x, chosen.y);
}

static void
draw_gap_labels (PsPen *pen, const PsTariffsLayout *layout, PsLabelRoom *room)
{
  const PsTariffLine *region = ps_tariffs_chart_region (layout->chart);
  PsDate from, to;

  for (guint i = 0; region != NULL && i < region->spans->len; i++)
    if (ps_tariff_line_gap (region, i, &from, &to))
      draw_gap_label (pen, layout, room, from, to);
}

/* Above the beginning of its step, further along it, or below; the last step of a line has its label at the end. */
static void
draw_amount (PsPen *pen, const PsTariffsLayout *layout, PsLabelRoom *room, const PsTariffSpan *span, gboolean region)
{
  PsTextKind kind = region ? PS_TEXT_BOLD : PS_TEXT_PLAIN;
  g_autofree char *text = ps_format_tariff (span->tariff_e4);
  double left = ps_tariffs_layout_day (layout, span->from) + GAP * pen->unit;
  double right = ps_tariffs_layout_day (layout, MIN (span->to, layout->last) + 1);
  double y = ps_tariffs_layout_tariff (layout, span->tariff_e4);
  PsBox candidates[6], chosen;
  double width, height;

  ps_pen_measure (pen, kind, text, &width, &height);
  for (int i = 0; i < 6; i++)
    candidates[i] = (PsBox){ left + MAX (right - left - width, 0) * (i % 3) / 2,
                             i < 3 ? y - height - 3 * pen->unit : y + 3 * pen->unit, width, height };
  if (ps_label_room_place (room, candidates, G_N_ELEMENTS (candidates), region ? width : 0, &chosen))
    ps_pen_label (pen, kind, region ? pen->style->blue_text : pen->style->dim, text, chosen.x, chosen.y);
}

static void
draw_amounts_of (PsPen *pen, const PsTariffsLayout *layout, PsLabelRoom *room, const PsTariffLine *line)
{
  for (guint i = 0; i + 1 < line->spans->len; i++)
    draw_amount (pen, layout, room, ps_tariff_line_span (line, i), line->region);
}

static void
draw_amounts (PsPen *pen, const PsTariffsLayout *layout, PsLabelRoom *room)
{
  const PsTariffLine *region = ps_tariffs_chart_region (layout->chart);

  if (region != NULL)
    draw_amounts_of (pen, layout, room, region);
  if (layout->chart->lines->len > FEW_LABELLED + 1)
    return;
  for (guint i = 0; i < layout->chart->lines->len; i++)
    {
      const PsTariffLine *line = g_ptr_array_index (layout->chart->lines, i);

      if (!line->region)
        draw_amounts_of (pen, layout, room, line);
    }
}

/* A thin line leads to what a label names where the label had to make way for others. */
static void
draw_ends (PsPen *pen, const PsTariffsLayout *layout)
{
  double right = layout->plot.x + layout->plot.width;
  double x = right + 12 * pen->unit;

  for (guint i = 0; i < layout->ends->len; i++)
    {
      const PsTariffsEnd *end = &g_array_index (layout->ends, PsTariffsEnd, i);
      double middle = end->top + end->height / 2;

      if (fabs (middle - end->at) > end->height / 3)
        ps_pen_line (pen, pen->style->grey, 0.8, PS_DASH_NONE, right + pen->unit, end->at, x - 2 * pen->unit, middle);
      ps_pen_text_within (pen, end->kind, end->region ? pen->style->blue_text : pen->style->dim, end->text, x, end->top,
                          layout->ends_width + pen->unit);
    }
}

static void
draw_nothing (PsPen *pen, const PsTariffsLayout *layout)
{
  const PsBox *plot = &layout->plot;

  ps_pen_text (pen, PS_TEXT_PLAIN, pen->style->dim, _("No tariffs yet"), plot->x + plot->width / 2,
               plot->y + plot->height / 2 - layout->line_height, PS_ALIGN_MIDDLE);
}

/**
 * ps_tariffs_labels_draw: the labels beside the lines, none over another.
 */
void
ps_tariffs_labels_draw (PsPen *pen, const PsTariffsLayout *layout)
{
  const PsBox *plot = &layout->plot;
  const PsBox inside = { plot->x, plot->y - 18 * pen->unit, plot->width, plot->height + 18 * pen->unit };
  g_auto (PsLabelRoom) room = { 0 };

  if (layout->empty)
    {
      draw_nothing (pen, layout);
      return;
    }
  ps_label_room_init (&room, &inside);
  for (guint i = 0; i < layout->chart->lines->len; i++)
    add_line (&room, layout, g_ptr_array_index (layout->chart->lines, i));
  draw_today_label (pen, layout, &room);
  draw_gap_labels (pen, layout, &room);
  draw_amounts (pen, layout, &room);
  draw_ends (pen, layout);
}
