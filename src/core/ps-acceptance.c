/* ps-acceptance.c: is a declaration line produced, and for how much? (domain.md §4)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-acceptance.h"

/* iJw IV081: minutes may be declared on an hour tariff. */
static gboolean
is_minutes_on_hours (const PsLine *line, const PsProduct *product)
{
  return line->unit == PS_UNIT_MINUTE && product->unit == PS_UNIT_HOUR;
}

/* The hour tariff ÷ 60, rounded to a cent, in ten-thousandths. */
static gint64
highest_minute_tariff (gint64 hour_e4, PsOverflow *overflow)
{
  return ps_round_div (hour_e4, 60 * 100, overflow) * 100;
}

/* round (hour tariff × minutes / 60) cents */
static gint64
minutes_at_hour_tariff (gint64 volume_milli, gint64 hour_e4, PsOverflow *overflow)
{
  return ps_round_div ((PsWide) volume_milli * hour_e4, 60 * 100000, overflow);
}

static gboolean
matches_assignment (const PsLine *line, const PsAssignment *assignment, const PsProduct *product)
{
  if (assignment->product != PS_NONE)
    return line->product == assignment->product;
  return product->group == assignment->group && product->funding == PS_FUNDING_PXQ;
}

/* What is wrong with unit, tariff and amount of a P×Q line. */
static PsDispute
find_price_dispute (const PsLine *line, const PsProduct *product, gint64 valid_e4, PsOverflow *overflow)
{
  gboolean minutes = is_minutes_on_hours (line, product);
  gint64 highest, declared, right;

  if (line->unit != PS_UNIT_NONE && line->unit != product->unit && !minutes)
    return PS_DISPUTE_UNIT_MISMATCH;
  if (valid_e4 == PS_NO_NUMBER)
    return PS_DISPUTE_TARIFF_MISSING;

  /* The importer asks a tariff of every P×Q line; one that became P×Q later may lack it and then only fits an amount of 0. */
  declared = line->tariff_e4 == PS_NO_NUMBER ? 0 : line->tariff_e4;
  highest = minutes ? highest_minute_tariff (valid_e4, overflow) : valid_e4;
  if (declared > highest)
    return PS_DISPUTE_TARIFF_EXCEEDED;

  if (minutes && declared == highest)
    right = minutes_at_hour_tariff (line->volume_milli, valid_e4, overflow);
  else
    right = ps_line_amount (line->volume_milli, declared, overflow);
  return line->amount_cents == right ? PS_DISPUTE_NONE : PS_DISPUTE_AMOUNT_MISMATCH;
}

/* The first reason that holds, in the order of domain.md §4. */
static PsDispute
find_dispute (const PsLine *line, const PsAssignment *assignment, const PsProduct *product, const PsPriceList *prices,
              gint64 *valid_e4, PsOverflow *overflow)
{
  PsDispute dispute = PS_DISPUTE_NONE;

  if (!matches_assignment (line, assignment, product))
    return PS_DISPUTE_PRODUCT_MISMATCH;
  if (product->funding == PS_FUNDING_PXQ)
    {
      *valid_e4 = ps_price_list_on (prices, line->from, NULL);
      dispute = find_price_dispute (line, product, *valid_e4, overflow);
    }
  if (dispute == PS_DISPUTE_NONE && (line->from < assignment->start || line->to > assignment->end))
    dispute = PS_DISPUTE_OUTSIDE_ASSIGNMENT;
  return dispute;
}

/**
 * ps_acceptance_right_price: what a disputed P×Q line is worth at the right price: the lower of its own and the valid tariff ×
 * volume, minutes by the hour's formula, at most the declared amount (domain.md §4). In cents.
 * @valid_e4: the valid tariff; PS_NO_NUMBER leaves only the line's own
 */
gint64
ps_acceptance_right_price (const PsLine *line, const PsProduct *product, gint64 valid_e4, PsOverflow *overflow)
{
  gboolean minutes = is_minutes_on_hours (line, product);
  gint64 own = line->tariff_e4 == PS_NO_NUMBER ? 0 : line->tariff_e4;
  gint64 right;

  if (valid_e4 == PS_NO_NUMBER)
    right = ps_line_amount (line->volume_milli, own, overflow);
  else if (minutes && own >= highest_minute_tariff (valid_e4, overflow))
    right = minutes_at_hour_tariff (line->volume_milli, valid_e4, overflow);
  else
    right = ps_line_amount (line->volume_milli, minutes ? own : MIN (own, valid_e4), overflow);
  return MIN (right, line->amount_cents);
}

/**
 * ps_acceptance_offer: the right price as a contract manager can choose it: of a line that produces (P×Q), with a tariff on its first
 * day, and in a unit that the tariff is of. Else PS_NO_NUMBER: volume × tariff says nothing of what the line is worth.
 */
gint64
ps_acceptance_offer (const PsLine *line, const PsProduct *product, gint64 valid_e4, PsOverflow *overflow)
{
  if (product->funding != PS_FUNDING_PXQ || valid_e4 == PS_NO_NUMBER)
    return PS_NO_NUMBER;
  if (line->unit != PS_UNIT_NONE && line->unit != product->unit && !is_minutes_on_hours (line, product))
    return PS_NO_NUMBER;
  return ps_acceptance_right_price (line, product, valid_e4, overflow);
}

/* A contract manager's decision on top of what the rules found. */
static PsDispute
apply_decision (PsDispute found, PsDecision decision)
{
  switch (decision)
    {
    case PS_DECISION_ACCEPT:
    case PS_DECISION_ACCEPT_AT_PRICE:
      return PS_DISPUTE_NONE;
    case PS_DECISION_DISPUTE:
      return found == PS_DISPUTE_NONE ? PS_DISPUTE_BY_DECISION : found;
    case PS_DECISION_NONE:
    default:
      return found;
    }
}

/**
 * ps_acceptance_of: whether a line that was not refused is in dispute, why, and what it produces. Lines of trajects, places and
 * lump sums can be in dispute, but never produce.
 */
PsAcceptance
ps_acceptance_of (const PsLine *line, const PsAssignment *assignment, const PsProduct *product, const PsPriceList *prices,
                  PsOverflow *overflow)
{
  PsAcceptance acceptance = { .valid_e4 = PS_NO_NUMBER };

  acceptance.found = find_dispute (line, assignment, product, prices, &acceptance.valid_e4, overflow);
  acceptance.dispute = apply_decision (acceptance.found, line->decision);

  if (acceptance.dispute != PS_DISPUTE_NONE || product->funding != PS_FUNDING_PXQ)
    return acceptance;
  if (line->decision == PS_DECISION_ACCEPT_AT_PRICE)
    {
      /* A mismatch of product stopped the search for the tariff. */
      if (acceptance.valid_e4 == PS_NO_NUMBER)
        acceptance.valid_e4 = ps_price_list_on (prices, line->from, NULL);
      acceptance.produced_cents = ps_acceptance_right_price (line, product, acceptance.valid_e4, overflow);
    }
  else
    acceptance.produced_cents = line->amount_cents;
  return acceptance;
}
