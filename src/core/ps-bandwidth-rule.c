/* ps-bandwidth-rule.c: one scope against its bandwidth: the rule apart (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-bandwidth.h"

/* amount × 100 % against ceiling × share, exactly: negative, 0 or positive. */
static int
compare_share (gint64 amount_cents, gint64 ceiling_cents, int share_bp)
{
  PsWide amount = (PsWide) amount_cents * PS_FULL_BP, border = (PsWide) ceiling_cents * share_bp;

  return (amount > border) - (amount < border);
}

static PsBandwidthPosition
position_of (const PsBandwidthScope *scope, int under_bp, int over_bp)
{
  if (compare_share (scope->forecast_cents, scope->ceiling_cents, PS_FULL_BP - under_bp) < 0)
    return PS_POSITION_UNDER;
  if (compare_share (scope->forecast_cents, scope->ceiling_cents, PS_FULL_BP + over_bp) > 0)
    return PS_POSITION_OVER;
  return PS_POSITION_IN;
}

/* The heaviest that holds. A ceiling of zero is reached at once: there is nothing to write about until something is realised. */
static PsLetterKind
letter_of (const PsBandwidthScope *scope)
{
  if (scope->ceiling_cents == 0 && scope->realised_cents <= 0)
    return PS_LETTER_NONE;
  if (scope->reached)
    return PS_LETTER_REACHED;
  if (scope->position == PS_POSITION_OVER)
    return PS_LETTER_OVER;
  if (scope->notice)
    return PS_LETTER_NOTICE;
  return scope->position == PS_POSITION_UNDER ? PS_LETTER_UNDER : PS_LETTER_NONE;
}

/**
 * ps_bandwidth_judge: where a scope stands: in bandwidth when C × (1 − lower) ≤ forecast ≤ C × (1 + upper), exactly; reached when
 * realised ≥ C; a notice from realised ≥ C × share on.
 * @scope: with its ceiling, realised and forecast in cents; the rest that the rule gives is filled
 *
 * Returns: %FALSE where a border or the deviation does not fit.
 */
gboolean
ps_bandwidth_judge (PsBandwidthScope *scope, int under_bp, int over_bp, int notice_bp)
{
  PsOverflow overflow = { FALSE };

  scope->notice_bp = notice_bp;
  scope->lower_cents = ps_share_of (scope->ceiling_cents, PS_FULL_BP - under_bp, &overflow);
  scope->upper_cents = ps_share_of (scope->ceiling_cents, PS_FULL_BP + over_bp, &overflow);
  scope->notice_cents = ps_share_of (scope->ceiling_cents, notice_bp, &overflow);
  scope->deviation_cents = ps_subtract (scope->forecast_cents, scope->ceiling_cents, &overflow);
  scope->position = position_of (scope, under_bp, over_bp);
  scope->reached = scope->realised_cents >= scope->ceiling_cents;
  scope->notice = compare_share (scope->realised_cents, scope->ceiling_cents, notice_bp) >= 0;
  scope->letter = letter_of (scope);
  return !overflow.overflowed;
}
