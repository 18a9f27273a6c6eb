/* ps-bands.c: payment bands: donut hole, graduated discount, hard ceiling, cliff (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-bands.h"

/* The part of `net` between two borders. */
static gint64
part_between (gint64 net, gint64 border, gint64 next)
{
  return net <= border ? 0 : MIN (net, next) - border;
}

static void
append_bands (const PsScheme *scheme, gint64 ceiling, GArray *bands, PsOverflow *overflow)
{
  for (guint i = 0; i < scheme->bands->len; i++)
    {
      const PsStep *step = &g_array_index (scheme->bands, PsStep, i);
      PsBand band = { step->from, step->paid_bp, ps_share_of (ceiling, step->from, overflow), 0, 0 };

      g_array_append_val (bands, band);
    }
}

/* Each band gets the part of `net` between its border and the next; the last has no end. */
static void
fill_part_by_part (GArray *bands, gint64 net)
{
  for (guint i = 0; i < bands->len; i++)
    {
      PsBand *band = &g_array_index (bands, PsBand, i);
      gint64 next = i + 1 < bands->len ? band[1].border_cents : G_MAXINT64;

      band->amount_cents = part_between (net, band->border_cents, next);
    }
}

/* Kind `geheel`: all of `net` in the band that it ends in, the last whose border is below it, else the first. */
static void
fill_whole (GArray *bands, gint64 net)
{
  guint ends_in = 0;

  for (guint i = 1; i < bands->len; i++)
    if (g_array_index (bands, PsBand, i).border_cents < net)
      ends_in = i;
  g_array_index (bands, PsBand, ends_in).amount_cents = net;
}

/**
 * ps_bands_apply: divides the net production of a scope over its scheme's bands.
 * @ceiling_cents: C, not negative
 * @net_cents: N; where it is not positive every band stays 0
 * @bands: PsBand is appended, one for each step of the scheme
 *
 * Returns: the sum of the deductions, in cents, not capped.
 */
gint64
ps_bands_apply (const PsScheme *scheme, gint64 ceiling_cents, gint64 net_cents, GArray *bands, PsOverflow *overflow)
{
  gint64 deduction = 0;

  append_bands (scheme, ceiling_cents, bands, overflow);
  if (bands->len == 0 || net_cents <= 0)
    return 0;

  if (scheme->whole)
    fill_whole (bands, net_cents);
  else
    fill_part_by_part (bands, net_cents);

  for (guint i = 0; i < bands->len; i++)
    {
      PsBand *band = &g_array_index (bands, PsBand, i);

      band->deduction_cents = ps_share_of (band->amount_cents, PS_FULL_BP - band->paid_bp, overflow);
      deduction = ps_add (deduction, band->deduction_cents, overflow);
    }
  return deduction;
}
