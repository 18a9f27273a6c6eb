/* ps-axis.c: an axis of euros: round amounts, evenly spaced
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
 * ps_axis_ticks: round amounts that cover `low_cents` up to `high_cents` (in either order), at most `most` of them (at least
 * three are allowed for). 0 is among them where it lies between. The two ends may lie outside the given amounts; a tick that
 * does not fit in 64 bits is left out. One amount alone is its own tick.
 *
 * Returns: (transfer full): gint64s, ascending; their distance is in `step_cents` (may be NULL)
 */
GArray *
ps_axis_ticks (gint64 low_cents, gint64 high_cents, guint most, gint64 *step_cents)
{
  PsWide low = MIN (low_cents, high_cents);
  PsWide high = MAX (low_cents, high_cents);
  PsWide step = least_step (low, high, MAX (most, 3), FALSE);

  if (step_cents != NULL)
    *step_cents = (gint64) MIN (step, (PsWide) G_MAXINT64);
  return make_ticks (steps_below (low, step) * step, steps_above (high, step) * step, step);
}

/**
 * ps_axis_init: an axis that reaches exactly from `low_cents` to `high_cents`, with the at most `most` round amounts between
 * them. Where it is drawn is for the caller to fill in.
 */
void
ps_axis_init (PsAxis *axis, gint64 low_cents, gint64 high_cents, guint most)
{
  PsWide step;

  *axis = (PsAxis){ .low_cents = MIN (low_cents, high_cents), .high_cents = MAX (low_cents, high_cents) };
  step = least_step (axis->low_cents, axis->high_cents, MAX (most, 2), TRUE);
  axis->step_cents = (gint64) MIN (step, (PsWide) G_MAXINT64);
  axis->ticks = make_ticks (axis->low_cents, axis->high_cents, step);
}

/**
 * ps_axis_init_round: an axis from a round amount to a round amount, around `low_cents` up to `high_cents`.
 */
void
ps_axis_init_round (PsAxis *axis, gint64 low_cents, gint64 high_cents, guint most)
{
  *axis = (PsAxis){ .low_cents = MIN (low_cents, high_cents), .high_cents = MAX (low_cents, high_cents) };
  axis->ticks = ps_axis_ticks (low_cents, high_cents, most, &axis->step_cents);
  axis->low_cents = MIN (axis->low_cents, g_array_index (axis->ticks, gint64, 0));
  axis->high_cents = MAX (axis->high_cents, g_array_index (axis->ticks, gint64, axis->ticks->len - 1));
}

void
ps_axis_clear (PsAxis *axis)
{
  g_clear_pointer (&axis->ticks, g_array_unref);
}

/**
 * ps_axis_at: where an amount is drawn; beyond the ends of the axis too. An axis of no length draws everything at its beginning.
 */
double
ps_axis_at (const PsAxis *axis, gint64 cents)
{
  double length = (double) axis->high_cents - (double) axis->low_cents;

  if (length <= 0)
    return axis->at_low;
  return axis->at_low + ((double) cents - (double) axis->low_cents) / length * (axis->at_high - axis->at_low);
}

static gboolean
is_whole (const PsAxis *axis, gint64 cents, gint64 unit_cents)
{
  return axis->step_cents % unit_cents == 0 && cents % unit_cents == 0;
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
  return (axis->high_cents >= MILLION || axis->low_cents <= -MILLION) && is_whole (axis, cents, MILLION / 100);
}

/**
 * ps_axis_label: an amount in the shortest form that is exact, and like that of the ticks of this axis: "€ 0,5 mln",
 * "€ 250.000" or "€ 0,05".
 */
char *
ps_axis_label (const PsAxis *axis, gint64 cents)
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
