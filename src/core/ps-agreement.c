/* ps-agreement.c: versions of a performance agreement, and a new year's from last year's (domain.md §2)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-agreement.h"

#include <glib/gi18n-lib.h>

/**
 * ps_agreement_new: an agreement without lines: exchange within the whole provider, deductions divided by production, places
 * measured daily, the region's bandwidth.
 * @provider: its place in the region
 */
PsAgreement *
ps_agreement_new (guint provider, int year)
{
  PsAgreement *agreement = g_new0 (PsAgreement, 1);

  agreement->provider = provider;
  agreement->year = year;
  agreement->exchange = PS_EXCHANGE_PROVIDER;
  agreement->key = PS_KEY_REALISATION;
  agreement->measuring = PS_PLACES_DAILY;
  agreement->under_bp = agreement->over_bp = -1;
  agreement->lines = g_array_new (FALSE, TRUE, sizeof (PsAgreementLine));
  return agreement;
}

/**
 * ps_agreement_copy: an agreement of one's own with the same terms and lines, ids included.
 */
PsAgreement *
ps_agreement_copy (const PsAgreement *agreement)
{
  PsAgreement *copy = g_memdup2 (agreement, sizeof *agreement);

  copy->lines = g_array_copy (agreement->lines);
  return copy;
}

void
ps_agreement_free (PsAgreement *agreement)
{
  if (agreement == NULL)
    return;
  g_array_unref (agreement->lines);
  g_free (agreement);
}

void
ps_agreement_version_free (PsAgreementVersion *version)
{
  if (version == NULL)
    return;
  g_free (version->reason);
  ps_agreement_free (version->terms);
  g_free (version);
}

/**
 * ps_version_state_label: translated.
 */
const char *
ps_version_state_label (PsVersionState state)
{
  switch (state)
    {
    case PS_VERSION_DRAFT:
      return C_("agreement", "Draft");
    case PS_VERSION_AMENDED:
      return C_("agreement", "Amended");
    case PS_VERSION_AGREED:
    default:
      return C_("agreement", "Agreed");
    }
}

/**
 * ps_agreement_total: the sum of all ceilings, lump sums too, in cents.
 */
gint64
ps_agreement_total (const PsAgreement *agreement, PsOverflow *overflow)
{
  gint64 total = 0;

  for (guint i = 0; i < agreement->lines->len; i++)
    total = ps_add (total, g_array_index (agreement->lines, PsAgreementLine, i).ceiling_cents, overflow);
  return total;
}

/* Rounded once, from the exact product: round (cents × (1 + index) ÷ unit) units (domain.md §3). */
static gint64
raised (gint64 cents, int index_bp, gint64 round_to_cents, PsOverflow *overflow)
{
  gint64 units, cents_raised;

  units = ps_round_div ((PsWide) cents * ((PsWide) PS_FULL_BP + index_bp), (PsWide) PS_FULL_BP * round_to_cents, overflow);
  if (__builtin_mul_overflow (units, round_to_cents, &cents_raised))
    {
      overflow->overflowed = TRUE;
      return 0;
    }
  return cents_raised;
}

/* Last year's terms for a new year, nothing of it stored yet; without its lines. */
static PsAgreement *
new_year (const PsAgreement *last, int year)
{
  PsAgreement *agreement = ps_agreement_new (last->provider, year);

  agreement->exchange = last->exchange;
  agreement->key = last->key;
  agreement->measuring = last->measuring;
  agreement->under_bp = last->under_bp;
  agreement->over_bp = last->over_bp;
  return agreement;
}

/**
 * ps_agreement_from_last: a new year's agreement from last year's: the same terms, lines, places and schemes; each ceiling
 * round (last year's × (1 + index)) to a multiple of `round_to_cents`, half away from zero. Nothing of it has an id.
 * @round_to_cents: 1 (a cent) or more
 */
PsAgreement *
ps_agreement_from_last (const PsAgreement *last, int year, int index_bp, gint64 round_to_cents, PsOverflow *overflow)
{
  PsAgreement *agreement = new_year (last, year);

  g_assert (round_to_cents >= 1);
  for (guint i = 0; i < last->lines->len; i++)
    {
      PsAgreementLine line = g_array_index (last->lines, PsAgreementLine, i);

      line.id = 0;
      line.ceiling_cents = raised (line.ceiling_cents, index_bp, round_to_cents, overflow);
      g_array_append_val (agreement->lines, line);
    }
  return agreement;
}

/* What was produced and counts to a ceiling: a lump sum is what was agreed, whatever was produced beside it. */
static gint64
produced_under_ceiling (const PsSettlementLine *line, PsOverflow *overflow)
{
  if (line->lump_sum)
    return line->ceiling_cents;
  return MAX (0, ps_subtract (line->gross_cents, line->outside_cents, overflow));
}

/* A line that was agreed keeps its places, scheme and kind; one that was not gets the scheme of the scope that took it in. */
static PsAgreementLine
line_from_production (const PsSettlement *settlement, const PsSettlementLine *produced)
{
  const PsAgreementLine *known = settlement->agreement == NULL
                                     ? NULL
                                     : ps_agreement_find_line (settlement->agreement, produced->group, produced->municipality);
  PsAgreementLine line = { 0, produced->group, produced->municipality, .places_milli = PS_NO_NUMBER, .scheme = PS_NONE };

  if (known != NULL)
    {
      line = *known;
      line.id = 0;
    }
  else if (produced->scope != PS_NONE)
    line.scheme = g_array_index (settlement->scopes, PsScope, produced->scope).scheme;
  return line;
}

/**
 * ps_agreement_from_production: a new year's agreement from what was produced in `settlement`, whatever was agreed: gross, without
 * the exempt products that stand outside the ceiling, raised and rounded as in ps_agreement_from_last(). Terms, places and schemes
 * are those of the agreement that it was settled with. Lines that were agreed stay, at 0 where nothing was produced, so that nobody
 * misses them; lump sums keep their amount.
 */
PsAgreement *
ps_agreement_from_production (const PsRegion *region, const PsSettlement *settlement, int year, int index_bp,
                              gint64 round_to_cents, PsOverflow *overflow)
{
  PsAgreement *agreement =
      settlement->agreement != NULL ? new_year (settlement->agreement, year) : ps_agreement_new (settlement->provider, year);

  g_assert (round_to_cents >= 1 && settlement->provider < region->providers->len);
  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *produced = &g_array_index (settlement->lines, PsSettlementLine, i);
      PsAgreementLine line = line_from_production (settlement, produced);

      line.ceiling_cents = raised (produced_under_ceiling (produced, overflow), index_bp, round_to_cents, overflow);
      if (produced->agreed || line.ceiling_cents > 0)
        g_array_append_val (agreement->lines, line);
    }
  return agreement;
}
