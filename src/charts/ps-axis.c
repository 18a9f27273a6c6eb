/* ps-axis.c: an axis of figures of any kind: round numbers, evenly spaced
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-axis.h"
#include "core/ps-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EURO G_GINT64_CONSTANT (100)
#define MILLION (1000000 * EURO)
#define NO_BREAK_SPACE "\302\240"

/* The largest multiple of `step` that is at most `value`, and the smallest that is at least that, counted in steps. */
static PsWide
steps_below (PsWide value, PsWide step)
{
  PsWide whole = value / step;

  return value % step < 0 ? whole - 1 : whole;
}

static PsWide
steps_above (PsWide value, PsWide step)
{
  return -steps_below (-value, step);
}

/* How many ticks there are: those that reach from low to high, or only those that lie between them. */
static PsWide
count_ticks (PsWide low, PsWide high, PsWide step, gboolean between)
{
  if (between)
    return steps_below (high, step) - steps_above (low, step) + 1;
  return steps_above (high, step) - steps_below (low, step) + 1;
}

/* 1, 2, 5, 10, 20, 50 ... cents: the least step that makes no more than `most` ticks. */
static PsWide
least_step (PsWide low, PsWide high, guint most, gboolean between)
{
  static const int factors[] = { 1, 2, 5 };

  for (PsWide power = 1;; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
      if (count_ticks (low, high, power * factors[i], between) <= (PsWide) most)
        return power * factors[i];
}

/* The multiples of `step` from low to high that fit in 64 bits. */
static GArray *
make_ticks (PsWide low, PsWide high, PsWide step)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (PsWide tick = steps_above (low, step) * step; tick <= high; tick += step)
    if (tick >= -G_MAXINT64 && tick <= G_MAXINT64)
      {
        gint64 cents = (gint64) tick;
        g_array_append_val (ticks, cents);
      }
  return ticks;
}

/**
 * ps_axis_ticks: round amounts that cover `low` up to `high` (in either order), at most `most` of them (at least
 * three are allowed for). 0 is among them where it lies between. The two ends may lie outside the given amounts; a tick that
 * does not fit in 64 bits is left out. One amount alone is its own tick.
 *
 * Returns: (transfer full): gint64s, ascending; their distance is in `step` (may be NULL)
 */
GArray *
ps_axis_ticks (gint64 low, gint64 high, guint most, gint64 *step)
{
  PsWide least = MIN (low, high);
  PsWide largest = MAX (low, high);
  PsWide apart = least_step (least, largest, MAX (most, 3), FALSE);

  if (step != NULL)
    *step = (gint64) MIN (apart, (PsWide) G_MAXINT64);
  return make_ticks (steps_below (least, apart) * apart, steps_above (largest, apart) * apart, apart);
}

/**
 * ps_axis_init: an axis of euros that reaches exactly from `low` to `high`, with the at most `most` round amounts between
 * them. Where it is drawn is for the caller to fill in.
 */
void
ps_axis_init (PsAxis *axis, gint64 low, gint64 high, guint most)
{
  PsWide step;

  *axis = (PsAxis){ .kind = PS_VALUE_MONEY, .low = MIN (low, high), .high = MAX (low, high) };
  step = least_step (axis->low, axis->high, MAX (most, 2), TRUE);
  axis->step = (gint64) MIN (step, (PsWide) G_MAXINT64);
  axis->ticks = make_ticks (axis->low, axis->high, step);
}

/* What is counted in thousandths or hundredths is not divided further than people do: a place has two decimals, a share one. */
static gint64
unit_of (PsValueKind kind)
{
  return kind == PS_VALUE_PLACES || kind == PS_VALUE_SHARE ? 10 : 1;
}

/**
 * ps_axis_init_round: an axis of euros from a round amount to a round amount, around `low` up to `high`.
 */
void
ps_axis_init_round (PsAxis *axis, gint64 low, gint64 high, guint most)
{
  ps_axis_init_values (axis, PS_VALUE_MONEY, low, high, most);
}

/**
 * ps_axis_init_values: an axis from a round figure to a round figure, around `low` up to `high`, with at most `most` of them.
 */
void
ps_axis_init_values (PsAxis *axis, PsValueKind kind, gint64 low, gint64 high, guint most)
{
  PsWide unit = unit_of (kind);
  PsWide least = MIN (low, high), largest = MAX (low, high);
  PsWide step = unit * least_step (steps_below (least, unit), steps_above (largest, unit), MAX (most, 3), FALSE);

  *axis = (PsAxis){ .kind = kind, .low = MIN (low, high), .high = MAX (low, high) };
  axis->step = (gint64) MIN (step, (PsWide) G_MAXINT64);
  axis->ticks = make_ticks (steps_below (least, step) * step, steps_above (largest, step) * step, step);
  axis->low = MIN (axis->low, g_array_index (axis->ticks, gint64, 0));
  axis->high = MAX (axis->high, g_array_index (axis->ticks, gint64, axis->ticks->len - 1));
}

/**
 * ps_axis_tighten: an axis that does not begin at 0 ends half a step before its first or last tick, where nothing of `low` up to `high`
 * lies beyond that: what differs is seen better. Half steps are as exact as steps are, or nothing is changed.
 */
void
ps_axis_tighten (PsAxis *axis, gint64 low, gint64 high)
{
  gint64 half = axis->step / 2, first, last;

  if (axis->ticks->len < 3 || axis->step % (2 * unit_of (axis->kind)) != 0)
    return;
  first = g_array_index (axis->ticks, gint64, 0);
  last = g_array_index (axis->ticks, gint64, axis->ticks->len - 1);
  if (axis->low == first && first != 0 && MIN (low, high) >= first + half)
    {
      axis->low = first + half;
      g_array_remove_index (axis->ticks, 0);
    }
  if (axis->high == last && last != 0 && axis->ticks->len > 2 && MAX (low, high) <= last - half)
    {
      axis->high = last - half;
      g_array_remove_index (axis->ticks, axis->ticks->len - 1);
    }
}

void
ps_axis_clear (PsAxis *axis)
{
  g_clear_pointer (&axis->ticks, g_array_unref);
}

/**
 * ps_axis_at: where a figure is drawn; beyond the ends of the axis too. An axis of no length draws everything at its beginning.
 */
double
ps_axis_at (const PsAxis *axis, gint64 value)
{
  double length = (double) axis->high - (double) axis->low;

  if (length <= 0)
    return axis->at_low;
  return axis->at_low + ((double) value - (double) axis->low) / length * (axis->at_high - axis->at_low);
}

static gboolean
is_whole (const PsAxis *axis, gint64 cents, gint64 unit_cents)
{
  return axis->step % unit_cents == 0 && cents % unit_cents == 0;
}

/* With as many decimals as the step has, so that all labels of an axis are alike. */
static char *
in_millions (const PsAxis *axis, gint64 cents)
{
  char *amount;

  if (is_whole (axis, cents, MILLION))
    return ps_format_count (cents / MILLION);
  amount = ps_format_amount (cents / (MILLION / 100));
  if (is_whole (axis, cents, MILLION / 10))
    amount[strlen (amount) - 1] = '\0';
  return amount;
}

static gboolean
is_in_millions (const PsAxis *axis, gint64 cents)
{
  return (axis->high >= MILLION || axis->low <= -MILLION) && is_whole (axis, cents, MILLION / 100);
}

static char *
money_label (const PsAxis *axis, gint64 cents)
{
  g_autofree char *number = NULL;

  if (cents == 0)
    return g_strdup ("€" NO_BREAK_SPACE "0");
  if (is_in_millions (axis, cents))
    {
      number = in_millions (axis, cents);
      return g_strconcat ("€" NO_BREAK_SPACE, number, NO_BREAK_SPACE, _("mln"), NULL);
    }
  if (!is_whole (axis, cents, EURO))
    return ps_format_money (cents);
  number = ps_format_count (cents / EURO);
  return g_strconcat ("€" NO_BREAK_SPACE, number, NULL);
}

/* With the decimals that the step has, so that all labels of an axis are alike; a figure between two ticks may have more. */
static char *
decimal_label (const PsAxis *axis, gint64 value, int decimals)
{
  gint64 unit = 1;
  int least = decimals;

  while (least > 0 && axis->step % (unit * 10) == 0)
    {
      unit *= 10;
      least--;
    }
  return ps_format_decimal (value, decimals, value == 0 ? 0 : least);
}

/**
 * ps_axis_label: a figure in the shortest form that is exact, and like that of the ticks of this axis: "€ 0,5 mln",
 * "€ 250.000" or "€ 0,05"; "37,5"; "40 %"; days as a number alone.
 */
char *
ps_axis_label (const PsAxis *axis, gint64 value)
{
  g_autofree char *number = NULL;

  switch (axis->kind)
    {
    case PS_VALUE_COUNT:
    case PS_VALUE_DAYS:
      return ps_format_count (value);
    case PS_VALUE_PLACES:
      return decimal_label (axis, value, 3);
    case PS_VALUE_SHARE:
      number = decimal_label (axis, value, 2);
      return g_strconcat (number, NO_BREAK_SPACE "%", NULL);
    case PS_VALUE_DATE:
      return ps_format_date ((PsDate) CLAMP (value, G_MININT32, G_MAXINT32));
    case PS_VALUE_TEXT:
    case PS_VALUE_MONEY:
    case PS_N_VALUES:
    default:
      return money_label (axis, value);
    }
}
