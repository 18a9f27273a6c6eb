/* ps-chart-curve-layout.c: where everything of a payment curve lies
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-curve-layout.h"
#include "ps-chart-header.h"
#include "core/ps-format.h"

#include <string.h>

/* Lengths in units */
#define PADDING 12.0
#define GAP 8.0
#define ABOVE_PLOT 28.0 /* for what the upward axis is, and a label above the uppermost line */
#define NUMBERS_HEIGHT 20.0
#define CAPTION_HEIGHT 18.0
#define STRIP_PADDING 5.0
#define TICK_DISTANCE 34.0
#define TICK_WIDTH 62.0
#define ROOMY_HEIGHT 250.0 /* below it the bands have only their share, and the axes no caption */
#define LEAST_SPAN_BP 1000
#define LEAST_MARGIN_BP 500 /* so much is drawn before the first border and after the last */

/**
 * ps_curve_layout_x: where a production, in basis points of the ceiling, is drawn.
 */
double
ps_curve_layout_x (const PsCurveLayout *layout, gint64 produced_bp)
{
  return ps_axis_at (&layout->across, produced_bp);
}

double
ps_curve_layout_y (const PsCurveLayout *layout, gint64 paid_bp)
{
  return ps_axis_at (&layout->up, paid_bp);
}

/**
 * ps_curve_layout_point: where the point is drawn: one that lies far off, at that end of the curve.
 *
 * Returns: its x; its `y` by reference
 */
double
ps_curve_layout_point (const PsCurveLayout *layout, double *y)
{
  const PsCurvePoint *first = &g_array_index (layout->corners, PsCurvePoint, 0);
  const PsCurvePoint *last = &g_array_index (layout->corners, PsCurvePoint, layout->corners->len - 1);

  if (layout->point == PS_POINT_WITHIN)
    {
      *y = ps_curve_layout_y (layout, layout->point_paid_bp);
      return ps_curve_layout_x (layout, layout->point_produced_bp);
    }
  *y = ps_curve_layout_y (layout, layout->point == PS_POINT_BEFORE ? first->paid_bp : last->paid_bp);
  return layout->point == PS_POINT_BEFORE ? layout->plot.x : layout->plot.x + layout->plot.width;
}

/**
 * ps_curve_layout_drop: how far the payment falls in a corner, a cliff; negative: it jumps up; 0: it does neither.
 */
gint64
ps_curve_layout_drop (const PsCurveLayout *layout, guint corner)
{
  const PsCurvePoint *point = &g_array_index (layout->corners, PsCurvePoint, corner);

  if (corner + 1 >= layout->corners->len || point[1].produced_bp != point[0].produced_bp)
    return 0;
  return point[0].paid_bp - point[1].paid_bp;
}

/* The point in shares of the ceiling; of a ceiling of 0 there are none. */
static void
find_point (PsCurveLayout *layout)
{
  const PsCurveChart *chart = layout->chart;
  PsOverflow overflow = { FALSE };
  g_autoptr (PsSchemeTrial) trial = NULL;

  if (chart->ceiling_cents == PS_NO_NUMBER || chart->ceiling_cents <= 0 || chart->produced_cents == PS_NO_NUMBER)
    return;
  trial = ps_scheme_try (chart->scheme, chart->ceiling_cents, chart->produced_cents, &overflow);
  layout->point_produced_bp = ps_round_div ((PsWide) chart->produced_cents * PS_FULL_BP, chart->ceiling_cents, &overflow);
  layout->point_paid_bp = ps_round_div ((PsWide) trial->paid_cents * PS_FULL_BP, chart->ceiling_cents, &overflow);
  layout->point_deduction_cents = trial->deduction_cents;
  if (!overflow.overflowed)
    layout->point = PS_POINT_WITHIN;
}

static const PsStep *
band_at (const PsCurveLayout *layout, guint band)
{
  return &g_array_index (layout->chart->scheme->bands, PsStep, band);
}

/* Where something begins to be deducted: before it there is nothing to see. */
static gint64
first_border (const PsCurveLayout *layout)
{
  guint n_bands = layout->chart->scheme->bands->len;

  for (guint i = 0; i < n_bands; i++)
    if (band_at (layout, i)->paid_bp != PS_FULL_BP)
      return band_at (layout, i)->from;
  return PS_FULL_BP;
}

/* From shortly before the first border to shortly after the last, the ceiling among them; and to the point where that is not so far
 * off that nothing could be told of the rest. */
static void
find_across (PsCurveLayout *layout, gint64 *low, gint64 *high)
{
  guint n_bands = layout->chart->scheme->bands->len;
  gint64 first = MIN (first_border (layout), PS_FULL_BP);
  gint64 last = MAX (n_bands > 0 ? band_at (layout, n_bands - 1)->from : 0, PS_FULL_BP);
  gint64 span = MAX (last - first, LEAST_SPAN_BP);
  gint64 point = layout->point_produced_bp;

  *low = MAX (first - MAX (span / 4, LEAST_MARGIN_BP), 0);
  *high = last + MAX (span / 4, LEAST_MARGIN_BP);
  if (layout->point == PS_POINT_NONE)
    return;
  if (point < MAX (*low - span, 0))
    layout->point = PS_POINT_BEFORE;
  else if (point > *high + 2 * span)
    layout->point = PS_POINT_BEYOND;
  else
    {
      *low = MIN (*low, MAX (point - span / 8, 0));
      *high = MAX (*high, point + span / 8);
    }
}

/* All that is paid there, and what is produced up to the last border and the point. */
static void
find_up (const PsCurveLayout *layout, gint64 *low, gint64 *high)
{
  guint n_bands = layout->chart->scheme->bands->len;

  *low = G_MAXINT64;
  *high = MAX (n_bands > 0 ? band_at (layout, n_bands - 1)->from : 0, PS_FULL_BP);
  for (guint i = 0; i < layout->corners->len; i++)
    {
      const PsCurvePoint *corner = &g_array_index (layout->corners, PsCurvePoint, i);

      *low = MIN (*low, corner->paid_bp);
      *high = MAX (*high, corner->paid_bp);
    }
  if (layout->point == PS_POINT_WITHIN)
    *high = MAX (*high, layout->point_produced_bp);
  *high = MAX (*high, *low + LEAST_SPAN_BP);
}

/* Of the numbers beside the plot; at least that of the ceiling, so that it hardly depends on the height. */
static double
widest_tick (PsPen *pen, const PsAxis *axis)
{
  g_autofree char *ceiling = ps_format_percent (PS_FULL_BP);
  double widest = ps_pen_width (pen, PS_TEXT_PLAIN, ceiling);

  for (guint i = 0; i < axis->ticks->len; i++)
    {
      g_autofree char *label = ps_format_percent (g_array_index (axis->ticks, gint64, i));
      widest = MAX (widest, ps_pen_width (pen, PS_TEXT_PLAIN, label));
    }
  return widest;
}

/* A name over two lines: broken at the space nearest to its middle. */
static char *
break_name (const char *name)
{
  char *broken = g_strdup (name);
  gssize middle = (gssize) strlen (name) / 2;
  char *best = NULL;

  for (char *c = broken; *c != '\0'; c++)
    if (*c == ' ' && (best == NULL || ABS (c - broken - middle) < ABS (best - broken - middle)))
      best = c;
  if (best != NULL)
    *best = '\n';
  return broken;
}

static double
label_width (PsPen *pen, const PsBandLabel *label)
{
  double width = 0;

  if (label->name != NULL)
    width = ps_pen_width (pen, PS_TEXT_BOLD, label->name);
  if (label->share != NULL)
    width = MAX (width, ps_pen_width (pen, PS_TEXT_PLAIN, label->share));
  return width;
}

/* Says less: the name over two lines, then only the share, then nothing. Returns FALSE where nothing was said already. */
static gboolean
say_less (PsPen *pen, PsBandLabel *label)
{
  if (label->share == NULL)
    return FALSE;
  if (label->name != NULL && strchr (label->name, '\n') == NULL && strchr (label->name, ' ') != NULL)
    {
      g_autofree char *name = g_steal_pointer (&label->name);
      label->name = break_name (name);
    }
  else if (label->name != NULL)
    g_clear_pointer (&label->name, g_free);
  else
    g_clear_pointer (&label->share, g_free);
  label->width = label_width (pen, label);
  return TRUE;
}

static double
shown_width (const PsBandLabel *label)
{
  return label->to_x - label->from_x;
}

/* Places those that say something beside each other, each near the middle of its band. */
static void
stack_labels (PsCurveLayout *layout, PsPen *pen)
{
  g_autofree PsStacked *stacked = g_new0 (PsStacked, layout->labels->len);
  const PsBox *plot = &layout->plot;
  guint n_said = 0;

  for (guint i = 0; i < layout->labels->len; i++)
    {
      const PsBandLabel *label = &g_array_index (layout->labels, PsBandLabel, i);

      if (label->share != NULL)
        stacked[n_said++] = (PsStacked){ (label->from_x + label->to_x) / 2, label->width + GAP * pen->unit, 0 };
    }
  ps_stack_labels (stacked, n_said, plot->x - GAP * pen->unit / 2, plot->x + plot->width + GAP * pen->unit / 2);
  for (guint i = 0, place = 0; i < layout->labels->len; i++)
    {
      PsBandLabel *label = &g_array_index (layout->labels, PsBandLabel, i);

      if (label->share != NULL)
        label->left = stacked[place++].top + GAP * pen->unit / 2;
    }
}

/* A label that stands under another band, or over a border, says the wrong thing. */
static gboolean
is_misplaced (const PsBandLabel *label)
{
  return label->share != NULL && (label->left < label->from_x || label->left + label->width > label->to_x);
}

/* The misplaced label that has least room says less, until each stands where it belongs. */
static void
fit_labels (PsCurveLayout *layout, PsPen *pen)
{
  PsBandLabel *tightest;

  do
    {
      tightest = NULL;
      stack_labels (layout, pen);
      for (guint i = 0; i < layout->labels->len; i++)
        {
          PsBandLabel *label = &g_array_index (layout->labels, PsBandLabel, i);

          if (is_misplaced (label)
              && (tightest == NULL || shown_width (label) - label->width < shown_width (tightest) - tightest->width))
            tightest = label;
        }
    }
  while (tightest != NULL && say_less (pen, tightest));
}

static void
make_labels (PsCurveLayout *layout, PsPen *pen, gboolean names)
{
  const PsScheme *scheme = layout->chart->scheme;
  double right = layout->plot.x + layout->plot.width;

  for (guint i = 0; i < scheme->bands->len; i++)
    {
      PsBandLabel label = { .from_x = layout->plot.x, .to_x = right };

      label.from_x = CLAMP (ps_curve_layout_x (layout, band_at (layout, i)->from), layout->plot.x, right);
      if (i + 1 < scheme->bands->len)
        label.to_x = CLAMP (ps_curve_layout_x (layout, band_at (layout, i + 1)->from), layout->plot.x, right);
      label.name = names ? ps_scheme_band_word (scheme, i) : NULL;
      label.share = ps_format_percent (band_at (layout, i)->paid_bp);
      label.width = label_width (pen, &label);
      g_array_append_val (layout->labels, label);
    }
  fit_labels (layout, pen);
}

/* As high as the highest of the labels; nothing where no band has one. */
static double
strip_height (const PsCurveLayout *layout, PsPen *pen)
{
  double highest = 0;

  for (guint i = 0; i < layout->labels->len; i++)
    {
      const PsBandLabel *label = &g_array_index (layout->labels, PsBandLabel, i);
      double width, name = 0, share = 0;

      if (label->name != NULL)
        ps_pen_measure (pen, PS_TEXT_BOLD, label->name, &width, &name);
      if (label->share != NULL)
        ps_pen_measure (pen, PS_TEXT_PLAIN, label->share, &width, &share);
      highest = MAX (highest, name + share);
    }
  return highest > 0 ? highest + 2 * STRIP_PADDING * pen->unit : 0;
}

static void
place_down (PsCurveLayout *layout, PsPen *pen, double height, double strip)
{
  double top = ps_chart_header_height (pen->style) + ABOVE_PLOT * pen->unit;
  double below = (NUMBERS_HEIGHT + (layout->captions ? CAPTION_HEIGHT : PADDING / 2)) * pen->unit;
  gint64 low, high;

  layout->axis_y = MAX (height - below, top + 2);
  layout->plot.y = top;
  layout->plot.height = MAX (layout->axis_y - strip - top, 1);
  find_up (layout, &low, &high);
  ps_axis_clear (&layout->up);
  ps_axis_init_round (&layout->up, low, high, (guint) CLAMP (layout->plot.height / (TICK_DISTANCE * pen->unit), 2, 9) + 1);
  layout->up.at_high = top;
  layout->up.at_low = top + layout->plot.height;
}

static void
place_across (PsCurveLayout *layout, PsPen *pen, double width)
{
  double left = PADDING * pen->unit + widest_tick (pen, &layout->up) + GAP * pen->unit;

  layout->plot.x = left;
  layout->plot.width = MAX (width - left - (PADDING + TICK_WIDTH / 3) * pen->unit, 1);
  layout->across.at_low = left;
  layout->across.at_high = left + layout->plot.width;
}

static void
clear_label (gpointer data)
{
  PsBandLabel *label = data;

  g_free (label->name);
  g_free (label->share);
}

/**
 * ps_curve_layout_init: lays out a curve of this size. Borrows the chart.
 */
void
ps_curve_layout_init (PsCurveLayout *layout, PsPen *pen, const PsCurveChart *chart, double width, double height)
{
  gboolean roomy = height >= ROOMY_HEIGHT * pen->unit;
  double line_width;
  gint64 low, high;

  *layout = (PsCurveLayout){ .chart = chart, .captions = roomy };
  layout->labels = g_array_new (FALSE, FALSE, sizeof (PsBandLabel));
  g_array_set_clear_func (layout->labels, clear_label);
  ps_pen_measure (pen, PS_TEXT_PLAIN, "0", &line_width, &layout->line_height);
  find_point (layout);
  find_across (layout, &low, &high);
  ps_axis_init_round (&layout->across, low, high, (guint) CLAMP (width / (TICK_WIDTH * pen->unit), 2, 9) + 1);
  layout->corners = ps_scheme_curve (chart->scheme, MIN (layout->across.low, G_MAXINT), MIN (layout->across.high, G_MAXINT));
  g_assert (layout->corners->len > 0);
  /* How high the strip is depends on the width, and the width on the upward axis: so that one is laid out twice. */
  place_down (layout, pen, height, 3 * layout->line_height);
  place_across (layout, pen, width);
  make_labels (layout, pen, roomy);
  place_down (layout, pen, height, strip_height (layout, pen));
}

void
ps_curve_layout_clear (PsCurveLayout *layout)
{
  g_clear_pointer (&layout->corners, g_array_unref);
  g_clear_pointer (&layout->labels, g_array_unref);
  ps_axis_clear (&layout->across);
  ps_axis_clear (&layout->up);
}
