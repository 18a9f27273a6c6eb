/* ps-realised-labels.c: the words in the chart of realised against ceiling
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-realised-labels.h"
#include "ps-chart-header.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 7.0
#define ROOMY_WIDTH 460.0

static gboolean
has_marks (const PsRealisedChart *chart)
{
  for (guint i = 0; i < chart->marks->len; i++)
    if (ps_realised_chart_mark_value (chart, &g_array_index (chart->marks, PsPeilMark, i)) != PS_NO_NUMBER)
      return TRUE;
  return FALSE;
}

/* Title at the left, what must be known to read the chart at the right, what the diamonds are between them if it fits. */
void
ps_realised_labels_draw_header (PsPen *pen, const PsRealisedLayout *layout, double width)
{
  const PsRealisedChart *chart = layout->chart;
  g_autofree char *title = ps_chart_realised_title (chart);
  g_autofree char *note = NULL;

  if (chart->ceiling_cents == PS_NO_NUMBER)
    note = g_strdup (_("no ceiling agreed"));
  else if (chart->forecast_cents != PS_NO_NUMBER && chart->forecast_note != NULL)
    note = g_strdup_printf (_("forecast %s"), chart->forecast_note);
  ps_chart_header_draw (pen, width, title, note, FALSE, has_marks (chart) ? _("position as known on the peildatum") : NULL);
}

static void
add_series (PsLabelRoom *room, const PsRealisedLayout *layout, const gint64 *cents)
{
  double x = layout->plot.x;
  double y = ps_realised_layout_amount (layout, 0);

  for (int month = 0; month < 12; month++)
    if (cents[month] != PS_NO_NUMBER)
      {
        double next_x = ps_realised_layout_month (layout, month);
        double next_y = ps_realised_layout_amount (layout, cents[month]);

        ps_label_room_add_line (room, x, y, next_x, next_y);
        x = next_x;
        y = next_y;
      }
}

static void
add_mark (PsLabelRoom *room, double x, double y, double radius)
{
  const PsBox box = { x - radius, y - radius, 2 * radius, 2 * radius };

  ps_label_room_add_box (room, &box);
}

static void
add_marks (PsLabelRoom *room, PsPen *pen, const PsRealisedLayout *layout)
{
  const PsRealisedChart *chart = layout->chart;

  for (int month = 0; month < 12; month++)
    if (chart->realised_cents[month] != PS_NO_NUMBER)
      add_mark (room, ps_realised_layout_month (layout, month), ps_realised_layout_amount (layout, chart->realised_cents[month]),
                4 * pen->unit);
  for (guint i = 0; i < chart->marks->len; i++)
    {
      const PsPeilMark *mark = &g_array_index (chart->marks, PsPeilMark, i);
      gint64 cents = ps_realised_chart_mark_value (chart, mark);

      if (cents != PS_NO_NUMBER)
        add_mark (room, ps_realised_layout_day (layout, mark->data_through), ps_realised_layout_amount (layout, cents),
                  6 * pen->unit);
    }
}

/* Everything that a label should not lie on. */
static void
fill_room (PsLabelRoom *room, PsPen *pen, const PsRealisedLayout *layout)
{
  const PsRealisedChart *chart = layout->chart;
  const PsBox *plot = &layout->plot;
  double right = plot->x + plot->width;
  double zero = ps_realised_layout_amount (layout, 0);
  int last = ps_realised_chart_last_month (chart);
  gint64 from, to;

  add_series (room, layout, chart->realised_cents);
  add_series (room, layout, chart->last_year_cents);
  if (chart->ceiling_cents != PS_NO_NUMBER)
    {
      double y = ps_realised_layout_amount (layout, chart->ceiling_cents);
      ps_label_room_add_line (room, plot->x, y, right, y);
    }
  if (chart->forecast_cents != PS_NO_NUMBER && last < 11)
    ps_label_room_add_line (room, ps_realised_layout_month (layout, last),
                            ps_realised_layout_amount (layout, last < 0 ? 0 : chart->realised_cents[last]), right,
                            ps_realised_layout_amount (layout, chart->forecast_cents));
  if (ps_realised_chart_band (chart, ps_date_year_end (chart->year), &from, &to))
    {
      ps_label_room_add_line (room, plot->x, zero, right, ps_realised_layout_amount (layout, from));
      ps_label_room_add_line (room, plot->x, zero, right, ps_realised_layout_amount (layout, to));
    }
  add_marks (room, pen, layout);
}

/* Above its line at the left, as one reads; else where nothing crosses it: further on, or below the line. */
static void
draw_ceiling_label (PsPen *pen, const PsRealisedLayout *layout, PsLabelRoom *room)
{
  const PsBox *plot = &layout->plot;
  g_autofree char *amount = ps_format_money (layout->chart->ceiling_cents);
  g_autofree char *text = g_strdup_printf (_("ceiling %s"), amount);
  double y = ps_realised_layout_amount (layout, layout->chart->ceiling_cents);
  PsBox candidates[8], chosen;
  double width, height;

  ps_pen_measure (pen, PS_TEXT_BOLD, text, &width, &height);
  for (int i = 0; i < 8; i++)
    candidates[i] = (PsBox){ plot->x + 6 * pen->unit + MAX (plot->width - width - 12 * pen->unit, 0) * (i % 4) / 3,
                             i < 4 ? y - height - 3 * pen->unit : y + 4 * pen->unit, width, height };
  if (ps_label_room_place (room, candidates, G_N_ELEMENTS (candidates), G_MAXDOUBLE, &chosen))
    ps_pen_label (pen, PS_TEXT_BOLD, pen->style->foreground, text, chosen.x, chosen.y);
}

/* Beside its point; where that is taken, up to `rounds` - 1 steps further away. */
static void
draw_point_label (PsPen *pen, PsLabelRoom *room, PsTextKind kind, PsColour colour, const char *text, double x, double y,
                  int rounds)
{
  PsBox candidates[PS_N_AROUND], chosen;
  double width, height;

  ps_pen_measure (pen, kind, text, &width, &height);
  for (int round = 0; round < rounds; round++)
    {
      ps_boxes_around (x, y, (GAP + 10 * round) * pen->unit, width, height, candidates);
      if (!ps_label_room_place (room, candidates, PS_N_AROUND, 0, &chosen))
        continue;
      ps_pen_label (pen, kind, colour, text, chosen.x, chosen.y);
      return;
    }
}

static void
draw_mark_labels (PsPen *pen, const PsRealisedLayout *layout, PsLabelRoom *room)
{
  const PsRealisedChart *chart = layout->chart;

  for (guint i = 0; i < chart->marks->len; i++)
    {
      const PsPeilMark *mark = &g_array_index (chart->marks, PsPeilMark, i);
      gint64 cents = ps_realised_chart_mark_value (chart, mark);
      g_autofree char *text = NULL;
      int year, month, day;

      if (cents == PS_NO_NUMBER)
        continue;
      ps_date_to_ymd (mark->peildatum, &year, &month, &day);
      text = g_strdup_printf ("%d-%d", day, month);
      draw_point_label (pen, room, PS_TEXT_PLAIN, pen->style->foreground, text,
                        ps_realised_layout_day (layout, mark->data_through), ps_realised_layout_amount (layout, cents), 1);
    }
}

/* The latest amount, beside its point; at the end of the year the label to the right says it. */
static void
draw_latest_label (PsPen *pen, const PsRealisedLayout *layout, PsLabelRoom *room)
{
  const PsRealisedChart *chart = layout->chart;
  int last = ps_realised_chart_last_month (chart);
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;

  if (last < 0 || last == 11)
    return;
  amount = ps_format_money (chart->realised_cents[last]);
  text = layout->plot.width < ROOMY_WIDTH * pen->unit * 0.6 ? g_strdup (amount) : g_strdup_printf (_("realised %s"), amount);
  draw_point_label (pen, room, PS_TEXT_BOLD, pen->style->blue_text, text, ps_realised_layout_month (layout, last),
                    ps_realised_layout_amount (layout, chart->realised_cents[last]), 5);
}

/* A thin line leads to what a label names where the label had to make way for others. */
static void
draw_end_labels (PsPen *pen, const PsRealisedLayout *layout)
{
  double right = layout->plot.x + layout->plot.width;
  double x = right + 8 * pen->unit;

  for (guint i = 0; i < layout->end_labels->len; i++)
    {
      const PsEndLabel *label = &g_array_index (layout->end_labels, PsEndLabel, i);
      double middle = label->top + layout->line_height / 2;

      if (fabs (middle - label->at) > layout->line_height)
        ps_pen_line (pen, pen->style->grey, 0.8, PS_DASH_NONE, right + pen->unit, label->at, x - pen->unit, middle);
      ps_pen_text (pen, label->kind, label->colour, label->text, x, label->top, PS_ALIGN_LEFT);
    }
}

/* Said where the eye looks for a line: in the middle of the plot, or beside what is drawn there. */
static void
draw_nothing_known (PsPen *pen, const PsRealisedLayout *layout, PsLabelRoom *room)
{
  static const double places[][2] = { { 0.5, 0.5 }, { 0.2, 0.4 }, { 0.8, 0.7 }, { 0.1, 0.3 }, { 0.9, 0.8 } };
  const PsBox *plot = &layout->plot;
  g_autofree char *text = g_strdup_printf (_("No production known of %d yet"), layout->chart->year);
  PsBox candidates[G_N_ELEMENTS (places)], chosen;
  double width, height;

  ps_pen_measure (pen, PS_TEXT_PLAIN, text, &width, &height);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    candidates[i] = (PsBox){ plot->x + (plot->width - width) * places[i][0], plot->y + (plot->height - height) * places[i][1],
                             width, height };
  if (ps_label_room_place (room, candidates, G_N_ELEMENTS (places), G_MAXDOUBLE, &chosen))
    ps_pen_label (pen, PS_TEXT_PLAIN, pen->style->dim, text, chosen.x, chosen.y);
}

/**
 * ps_realised_labels_draw: the labels beside lines and points, none over another.
 */
void
ps_realised_labels_draw (PsPen *pen, const PsRealisedLayout *layout)
{
  const PsBox *plot = &layout->plot;
  const PsBox inside = { plot->x, plot->y - 14 * pen->unit, plot->width, plot->height + 14 * pen->unit };
  g_auto (PsLabelRoom) room = { 0 };

  ps_label_room_init (&room, &inside);
  fill_room (&room, pen, layout);
  if (layout->chart->ceiling_cents != PS_NO_NUMBER)
    draw_ceiling_label (pen, layout, &room);
  draw_mark_labels (pen, layout, &room);
  draw_latest_label (pen, layout, &room);
  draw_end_labels (pen, layout);
  if (ps_realised_chart_last_month (layout->chart) < 0)
    draw_nothing_known (pen, layout, &room);
}
