/* ps-indexing.c: indexing tariffs by the OVA and PPC (domain.md §11)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-indexing.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>

/* Beyond these a rate is a slip of the pen: a tariff would be twice as high, or gone. */
#define RATE_MIN_BP (-PS_FULL_BP)
#define RATE_MAX_BP PS_FULL_BP

static gboolean
is_rate (int rate_bp)
{
  return rate_bp > RATE_MIN_BP && rate_bp <= RATE_MAX_BP;
}

static gboolean
is_half_given (const PsIndexRate *rate)
{
  return (rate->definitive_bp == PS_NO_RATE) != (rate->earlier_bp == PS_NO_RATE);
}

/* index(t+1) = provisional(t+1) + (definitive(t) − provisional(t)) */
static PsWide
with_catch_up (const PsIndexRate *rate)
{
  if (rate->definitive_bp == PS_NO_RATE || rate->earlier_bp == PS_NO_RATE)
    return rate->provisional_bp;
  return (PsWide) rate->provisional_bp + rate->definitive_bp - rate->earlier_bp;
}

/* Exactly, in basis points × basis points. */
static PsWide
weighted (const PsIndexing *indexing)
{
  return with_catch_up (&indexing->wage) * indexing->wage_share_bp
         + with_catch_up (&indexing->price) * (PS_FULL_BP - indexing->wage_share_bp);
}

static const char *
find_wrong_rate (const PsIndexRate *rate)
{
  if (rate->provisional_bp == PS_NO_RATE)
    return _("The provisional rate of the new year is missing.");
  if (is_half_given (rate))
    return _("The catch-up needs two rates of the year before: as it became, and as it was provisionally.");
  if (!is_rate (rate->provisional_bp) || (rate->definitive_bp != PS_NO_RATE && !is_rate (rate->definitive_bp))
      || (rate->earlier_bp != PS_NO_RATE && !is_rate (rate->earlier_bp)))
    return _("A rate lies between -100 and 100 %.");
  return NULL;
}

static const char *
find_wrong (const PsIndexing *indexing)
{
  const char *wrong = find_wrong_rate (&indexing->wage);
  PsOverflow overflow = { FALSE };

  if (wrong == NULL)
    wrong = find_wrong_rate (&indexing->price);
  if (wrong != NULL)
    return wrong;
  if (indexing->wage_share_bp < 0 || indexing->wage_share_bp > PS_FULL_BP)
    return _("The share of wages lies between 0 and 100 %.");
  if (indexing->decimals != 2 && indexing->decimals != 4)
    return _("A tariff is rounded to two or to four decimals.");
  return is_rate (ps_indexing_rate (indexing, &overflow)) ? NULL
                                                          : _("Together these rates make an index below -100 or above 100 %.");
}

/**
 * ps_indexing_check: whether an index can be computed: no rate half given, none missing, none beyond −100 % to 100 %.
 * @why: (out) (optional) (transfer full) (nullable): what is wrong, translated
 */
gboolean
ps_indexing_check (const PsIndexing *indexing, char **why)
{
  const char *wrong = find_wrong (indexing);

  if (why != NULL)
    *why = g_strdup (wrong);
  return wrong == NULL;
}

/**
 * ps_indexing_rate: the index of the new year in basis points: each rate with the catch-up of the year before, weighted, and only
 * then rounded, half away from zero (domain.md §11).
 */
int
ps_indexing_rate (const PsIndexing *indexing, PsOverflow *overflow)
{
  gint64 rate_bp = ps_round_div (weighted (indexing), PS_FULL_BP, overflow);

  if (rate_bp < -G_MAXINT || rate_bp > G_MAXINT)
    {
      overflow->overflowed = TRUE;
      return 0;
    }
  return (int) rate_bp;
}

/* A percentage with as many decimals as it has: `value` counts units of 10^-decimals of a percent. */
static char *
exact_percent (gint64 value, int decimals)
{
  g_autofree char *number = ps_format_decimal (value, decimals, 0);

  return g_strconcat (number, "\302\240%", NULL);
}

/**
 * ps_indexing_explain: the sum in figures, "0,9 × 5,24 % + 0,1 × 2,41 % = 4,957 %, rounded 4,96 %", translated; one that
 * ps_indexing_check() finds right.
 */
char *
ps_indexing_explain (const PsIndexing *indexing)
{
  PsOverflow overflow = { FALSE };
  int rate_bp = ps_indexing_rate (indexing, &overflow);
  g_autofree char *wage_share = ps_format_decimal (indexing->wage_share_bp, 4, 0);
  g_autofree char *price_share = ps_format_decimal (PS_FULL_BP - indexing->wage_share_bp, 4, 0);
  g_autofree char *wage = exact_percent ((gint64) with_catch_up (&indexing->wage), 2);
  g_autofree char *price = exact_percent ((gint64) with_catch_up (&indexing->price), 2);
  g_autofree char *exact = exact_percent ((gint64) weighted (indexing), 6);
  g_autofree char *rounded = exact_percent (rate_bp, 2);

  if (weighted (indexing) % PS_FULL_BP == 0)
    return g_strdup_printf ("%s × %s + %s × %s = %s", wage_share, wage, price_share, price, rounded);
  /* Translators: 0,9 × 5,24 % + 0,1 × 2,41 % = 4,957 %, rounded 4,96 % */
  return g_strdup_printf (_("%s × %s + %s × %s = %s, rounded %s"), wage_share, wage, price_share, price, exact, rounded);
}

/**
 * ps_indexing_tariff: round (old × (1 + index)), in ten-thousandths of a euro.
 * @index_bp: the rounded index
 * @decimals: 2 (to a cent) or 4 (to ten-thousandths)
 */
gint64
ps_indexing_tariff (gint64 tariff_e4, int index_bp, int decimals, PsOverflow *overflow)
{
  const int unit_e4 = decimals == 4 ? 1 : 100;
  gint64 units = ps_round_div ((PsWide) tariff_e4 * ((PsWide) PS_FULL_BP + index_bp), (PsWide) PS_FULL_BP * unit_e4, overflow);
  gint64 indexed_e4;

  g_assert (decimals == 2 || decimals == 4);
  if (__builtin_mul_overflow (units, (gint64) unit_e4, &indexed_e4))
    {
      overflow->overflowed = TRUE;
      return 0;
    }
  return indexed_e4;
}

/* The first day from `day` on, but not of `tariff` itself, on which the same product and provider have another tariff. The region's
 * tariffs are sorted by product, provider and first day. */
static PsDate
next_start (const PsRegion *region, guint tariff, PsDate day)
{
  const PsTariff *it = ps_region_tariff (region, tariff);

  for (guint i = tariff + 1; i < region->tariffs->len; i++)
    {
      const PsTariff *next = ps_region_tariff (region, i);

      if (next->product != it->product || next->provider != it->provider)
        return PS_DATE_OPEN;
      if (next->from >= day)
        return next->from;
    }
  return PS_DATE_OPEN;
}

/* The new tariff goes on for as long as the old one would have, but gives way to one that starts later; altogether to one that starts
 * on the very day. The region refuses such overlaps: nothing of them is made worse here. */
static void
index_one (PsIndexedTariff *indexed, const PsRegion *region, PsDate starts_on, int index_bp, int decimals, PsOverflow *overflow)
{
  const PsTariff *tariff = ps_region_tariff (region, indexed->tariff);
  PsDate next = next_start (region, indexed->tariff, starts_on);

  if (ps_region_product (region, tariff->product)->ended_on < starts_on)
    {
      indexed->outcome = PS_INDEX_PRODUCT_ENDED;
      return;
    }
  if (next == starts_on)
    {
      indexed->outcome = PS_INDEX_LATER;
      indexed->blocked = TRUE;
      return;
    }
  indexed->outcome = PS_INDEXED;
  indexed->new_e4 = ps_indexing_tariff (tariff->tariff_e4, index_bp, decimals, overflow);
  indexed->blocked = next != PS_DATE_OPEN && next <= tariff->to;
  if (indexed->blocked)
    indexed->new_to = next - 1;
}

/**
 * ps_indexing_preview: what a round of indexing would do; it changes nothing. A tariff that was ended on the day before is not
 * revived, one that ends later keeps its end, one that starts on or after the new day is left (domain.md §11). So is one whose product has
 * ended by then.
 * @starts_on: the first day of the new tariffs
 * @choose: (nullable): which tariffs take part
 *
 * Returns: (transfer full): PsIndexedTariff, in the order of the region's tariffs
 */
GArray *
ps_indexing_preview (const PsRegion *region, PsDate starts_on, int index_bp, int decimals, PsIndexChooseFunc choose,
                     gpointer user_data, PsOverflow *overflow)
{
  GArray *round = g_array_new (FALSE, FALSE, sizeof (PsIndexedTariff));

  for (guint i = 0; i < region->tariffs->len; i++)
    {
      const PsTariff *tariff = ps_region_tariff (region, i);
      PsIndexedTariff indexed = { .tariff = i, .outcome = PS_INDEX_LATER, .new_e4 = PS_NO_NUMBER, .new_to = tariff->to };

      if (tariff->to < starts_on - 1 || (choose != NULL && !choose (region, tariff, user_data)))
        continue;
      if (tariff->from < starts_on && tariff->to == starts_on - 1)
        indexed.outcome = PS_INDEX_ENDED;
      else if (tariff->from < starts_on)
        index_one (&indexed, region, starts_on, index_bp, decimals, overflow);
      g_array_append_val (round, indexed);
    }
  return round;
}
