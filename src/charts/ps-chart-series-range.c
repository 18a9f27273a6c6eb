/* ps-chart-series-range.c: what the figures of a chart of series span, how parts stack, and what each series is drawn with
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-series-layout.h"

/* Nothing at all is drawn on an axis of a hundred euros, a place, ten per cent, one client or a day. */
static gint64
least_axis (PsValueKind kind)
{
  return kind == PS_VALUE_MONEY ? 10000 : kind == PS_VALUE_PLACES || kind == PS_VALUE_SHARE ? 1000 : 1;
}

static gint64
clamp_wide (PsWide value)
{
  return (gint64) CLAMP (value, (PsWide) -G_MAXINT64, (PsWide) G_MAXINT64);
}

/**
 * ps_series_is_part: whether it is stacked with others: what is measured counts as a part where bars stand on each other.
 */
gboolean
ps_series_is_part (const PsSeriesSet *set, const PsSeries *series)
{
  if (set->shape == PS_SHAPE_STACK)
    return series->role == PS_ROLE_PART || series->role == PS_ROLE_VALUE;
  return set->shape == PS_SHAPE_ROWS && series->role == PS_ROLE_PART;
}

/* What the parts of a category make together, above and below 0. */
static void
sum_parts (const PsSeriesSet *set, guint category, PsWide *above, PsWide *below)
{
  *above = *below = 0;
  for (guint i = 0; i < set->series->len; i++)
    {
      const PsSeries *series = ps_series_of (set, i);
      gint64 value = series->values[category];

      if (!ps_series_is_part (set, series) || value == PS_NO_NUMBER)
        continue;
      if (value > 0)
        *above += value;
      else
        *below += value;
    }
}

/**
 * ps_series_stack_total: what the known parts of a category make; PS_NO_NUMBER: none is known.
 */
gint64
ps_series_stack_total (const PsSeriesSet *set, guint category)
{
  PsWide above, below;
  gboolean known = FALSE;

  for (guint i = 0; i < set->series->len && !known; i++)
    known = ps_series_is_part (set, ps_series_of (set, i)) && ps_series_of (set, i)->values[category] != PS_NO_NUMBER;
  sum_parts (set, category, &above, &below);
  return known ? clamp_wide (above + below) : PS_NO_NUMBER;
}

gboolean
ps_series_extremes (const PsSeries *series, guint first, guint end, gint64 *low, gint64 *high)
{
  gboolean known = FALSE;

  for (guint i = first; i < end; i++)
    if (series->values[i] != PS_NO_NUMBER)
      {
        *low = known ? MIN (*low, series->values[i]) : series->values[i];
        *high = known ? MAX (*high, series->values[i]) : series->values[i];
        known = TRUE;
      }
  return known;
}

static void
take_in (gint64 from, gint64 to, gboolean *known, gint64 *low, gint64 *high)
{
  *low = *known ? MIN (*low, from) : from;
  *high = *known ? MAX (*high, to) : to;
  *known = TRUE;
}

/* In a distribution a norm is a mark at a class: how high that is tells nothing. */
static gboolean
is_mark (const PsSeriesSet *set, const PsSeries *series)
{
  return set->shape == PS_SHAPE_SPREAD && series->role == PS_ROLE_AGREED;
}

/**
 * ps_series_find_range: what the axis must show. Bars stand on 0, and so does what says so.
 */
void
ps_series_find_range (const PsSeriesSet *set, gint64 *low, gint64 *high)
{
  gboolean known = set->zero_based || set->shape != PS_SHAPE_LINES;
  gint64 from, to;
  PsWide above, below;

  *low = *high = 0;
  for (guint i = 0; i < set->series->len; i++)
    {
      const PsSeries *series = ps_series_of (set, i);

      if (!ps_series_is_part (set, series) && !is_mark (set, series)
          && ps_series_extremes (series, 0, set->categories->len, &from, &to))
        take_in (from, to, &known, low, high);
    }
  for (guint i = 0; i < set->categories->len && (set->shape == PS_SHAPE_STACK || set->shape == PS_SHAPE_ROWS); i++)
    {
      sum_parts (set, i, &above, &below);
      take_in (clamp_wide (below), clamp_wide (above), &known, low, high);
    }
  if (*low == *high && (set->zero_based || *low == 0))
    *high = *low + least_axis (set->kind);
  else if (*low == *high)
    {
      *low -= *low > -G_MAXINT64 + least_axis (set->kind) ? least_axis (set->kind) : 0;
      *high += *high < G_MAXINT64 - least_axis (set->kind) ? least_axis (set->kind) : 0;
    }
}

/* Looks */

static const PsMark marks[] = { PS_MARK_DOT, PS_MARK_DIAMOND, PS_MARK_SQUARE };

/* What is measured: blue, then orange, then dim, each with another mark or pattern. */
static void
give_value_look (PsSeriesLook *look, const PsChartStyle *style)
{
  const PsColour colours[] = { style->blue, style->orange, style->dim };

  look->swatch.colour = look->nth < G_N_ELEMENTS (colours) ? colours[look->nth] : style->parts[look->nth % PS_N_PARTS];
  look->swatch.pattern = (int) (look->nth % PS_N_PARTS);
  look->swatch.mark = marks[look->nth % G_N_ELEMENTS (marks)];
  look->swatch.line = 2;
}

static void
give_role_look (PsSeriesLook *look, gboolean lines, const PsChartStyle *style)
{
  PsSwatch *swatch = &look->swatch;

  swatch->mark = PS_MARK_NONE;
  switch (look->series->role)
    {
    case PS_ROLE_LAST:
      *swatch = (PsSwatch){ lines ? PS_SWATCH_LINE : PS_SWATCH_BAR, style->grey, 0, PS_MARK_NONE, PS_DASH_NONE, 1 };
      break;
    case PS_ROLE_AGREED:
      *swatch = (PsSwatch){ PS_SWATCH_RULE, style->foreground, 0, PS_MARK_NONE, PS_DASH_NONE, 2 };
      break;
    case PS_ROLE_LOWER:
    case PS_ROLE_UPPER:
      *swatch = (PsSwatch){ PS_SWATCH_BAND, style->band_line, 0, PS_MARK_NONE, PS_DASH_NONE, 1 };
      break;
    case PS_ROLE_FORECAST:
      *swatch = (PsSwatch){ lines ? PS_SWATCH_LINE : PS_SWATCH_OPEN, style->blue, 0, PS_MARK_RING, PS_DASH_DASHED, 2 };
      break;
    case PS_ROLE_LINE:
      *swatch = (PsSwatch){ PS_SWATCH_LINE, style->foreground, 0, PS_MARK_DIAMOND, PS_DASH_NONE, 1.5 };
      break;
    case PS_ROLE_VALUE:
    case PS_ROLE_PART:
    case PS_N_ROLES:
    default:
      swatch->kind = lines ? PS_SWATCH_LINE : PS_SWATCH_BAR;
      give_value_look (look, style);
      break;
    }
}

static double
size_of (const PsSeriesSet *set, const PsSeries *series)
{
  double size = 0;

  for (guint i = 0; i < set->categories->len; i++)
    if (series->values[i] != PS_NO_NUMBER)
      size += ABS ((double) series->values[i]);
  return size;
}

/* How many parts are larger than this one (of equals: come before it). */
static guint
rank_of (const PsSeriesFrame *frame, const double *sizes, guint place)
{
  guint rank = 0;

  for (guint i = 0; i < frame->set->series->len; i++)
    if (frame->looks[i].part >= 0 && (sizes[i] > sizes[place] || (sizes[i] >= sizes[place] && i < place)))
      rank++;
  return rank;
}

/* The largest keep their order; the others are drawn as one. */
static void
give_parts (PsSeriesFrame *frame, const PsChartStyle *style)
{
  g_autofree double *sizes = g_new0 (double, frame->set->series->len + 1);
  g_autofree guint *ranks = g_new0 (guint, frame->set->series->len + 1);
  int place = 0;

  for (guint i = 0; i < frame->set->series->len; i++)
    sizes[i] = size_of (frame->set, frame->looks[i].series);
  for (guint i = 0; i < frame->set->series->len; i++)
    ranks[i] = rank_of (frame, sizes, i);
  for (guint i = 0; i < frame->set->series->len; i++)
    {
      PsSeriesLook *look = &frame->looks[i];

      if (look->part < 0)
        continue;
      frame->stacked = TRUE;
      look->part = ranks[i] < PS_N_PARTS ? place++ : PS_PART_OTHERS;
      frame->others = frame->others || look->part == PS_PART_OTHERS;
      look->swatch = (PsSwatch){ .kind = PS_SWATCH_BAR, .mark = PS_MARK_NONE };
      look->swatch.pattern = look->part == PS_PART_OTHERS ? 0 : look->part;
      look->swatch.colour = look->part == PS_PART_OTHERS ? style->grey : style->parts[look->part];
    }
}

/**
 * ps_series_give_looks: fills in `looks` of the frame, and what it has of each.
 */
void
ps_series_give_looks (PsSeriesFrame *frame, const PsChartStyle *style)
{
  const PsSeriesSet *set = frame->set;
  guint seen[PS_N_ROLES] = { 0 };

  frame->looks = g_new0 (PsSeriesLook, set->series->len + 1);
  for (guint i = 0; i < set->series->len; i++)
    {
      PsSeriesLook *look = &frame->looks[i];
      PsSeriesRole role;

      look->series = ps_series_of (set, i);
      look->part = ps_series_is_part (set, look->series) ? 0 : -1;
      /* Parts that are not stacked are figures like any other. */
      role = look->series->role == PS_ROLE_PART ? PS_ROLE_VALUE : look->series->role;
      if (set->shape == PS_SHAPE_LINES && role == PS_ROLE_LINE)
        role = PS_ROLE_VALUE;
      look->nth = seen[role]++;
      give_role_look (look, set->shape == PS_SHAPE_LINES, style);
      if (look->part < 0 && role == PS_ROLE_VALUE)
        frame->n_values++;
      if (set->shape == PS_SHAPE_LINES && look->series->role == PS_ROLE_LINE)
        give_value_look (look, style);
    }
  frame->n_last = seen[PS_ROLE_LAST];
  give_parts (frame, style);
}

/* What is gathered lies on top of the rest, as one. */
static gboolean
lies_before (const PsSeriesLook *look, const PsSeriesLook *other, gboolean same)
{
  return look->part >= 0 && !same && look->part < other->part;
}

gboolean
ps_series_stack_part (const PsSeriesFrame *frame, guint series, guint category, gint64 *from, gint64 *to)
{
  const PsSeriesLook *wanted = &frame->looks[series];
  gint64 value = wanted->series->values[category];
  PsWide before = 0, size = 0;
  gboolean negative = value < 0;

  if (wanted->part < 0 || value == PS_NO_NUMBER)
    return FALSE;
  for (guint i = 0; i < frame->set->series->len; i++)
    {
      const PsSeriesLook *look = &frame->looks[i];
      gint64 other = look->series->values[category];

      if (look->part < 0 || other == PS_NO_NUMBER || (other < 0) != negative)
        continue;
      if (lies_before (look, wanted, i == series))
        before += other;
      else if (i == series || (wanted->part == PS_PART_OTHERS && look->part == PS_PART_OTHERS))
        size += other;
    }
  *from = clamp_wide (before);
  *to = clamp_wide (before + size);
  return TRUE;
}

/**
 * ps_series_peak: the category of a slot whose parts reach furthest: the one that is drawn where there is no room for all.
 */
guint
ps_series_peak (const PsSeriesFrame *frame, guint slot)
{
  guint first = ps_series_slot_first (frame, slot), end = ps_series_slot_first (frame, slot + 1), peak = first;
  PsWide most = -1;

  for (guint i = first; i < end; i++)
    {
      PsWide above, below;

      sum_parts (frame->set, i, &above, &below);
      if (MAX (above, -below) > most)
        {
          most = MAX (above, -below);
          peak = i;
        }
    }
  return peak;
}
