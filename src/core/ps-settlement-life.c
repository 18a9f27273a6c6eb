/* ps-settlement-life.c: from draft to final: what may follow what, and by whom (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-settlement-life.h"

#include "ps-format.h"

#include <glib/gi18n-lib.h>

/**
 * ps_settlement_state_label: translated.
 */
const char *
ps_settlement_state_label (PsSettlementState state)
{
  switch (state)
    {
    case PS_SETTLEMENT_PROPOSED:
      return C_("settlement", "Proposed");
    case PS_SETTLEMENT_FINAL:
      return C_("settlement", "Final");
    case PS_SETTLEMENT_WITHDRAWN:
      return C_("settlement", "Withdrawn");
    case PS_SETTLEMENT_DRAFT:
    case PS_N_SETTLEMENT_STATES:
    default:
      return C_("settlement", "Draft");
    }
}

/**
 * ps_settlement_state_code: the state as other programs know it.
 */
const char *
ps_settlement_state_code (PsSettlementState state)
{
  static const char *const codes[PS_N_SETTLEMENT_STATES] = {
    [PS_SETTLEMENT_DRAFT] = "draft",
    [PS_SETTLEMENT_PROPOSED] = "proposed",
    [PS_SETTLEMENT_FINAL] = "final",
    [PS_SETTLEMENT_WITHDRAWN] = "withdrawn",
  };

  g_assert (state >= PS_SETTLEMENT_DRAFT && state < PS_N_SETTLEMENT_STATES);
  return codes[state];
}

/* What stands in the way of a step; NULL: nothing. Translated. */
static char *
refuse_store (const PsLifeFacts *facts)
{
  if (facts->state == PS_SETTLEMENT_PROPOSED)
    return g_strdup (_("It is proposed already: withdraw the proposal before computing it again."));
  return NULL;
}

static char *
refuse_part_of_year (const PsLifeFacts *facts)
{
  g_autofree char *through = ps_format_date (facts->through);

  if (facts->through == ps_date_year_end (facts->year))
    return NULL;
  return g_strdup_printf (_("It runs up to %s: only a settlement of the whole year becomes final."), through);
}

static char *
refuse_propose (const PsLifeFacts *facts)
{
  if (facts->state == PS_SETTLEMENT_PROPOSED)
    return g_strdup (_("It is proposed already."));
  return refuse_part_of_year (facts);
}

/* Four eyes: the one who makes it final is not the one who proposed it. */
static char *
refuse_make_final (const PsLifeFacts *facts, const char *actor)
{
  if (facts->state == PS_SETTLEMENT_FINAL)
    return g_strdup (_("It is final already."));
  if (facts->state == PS_SETTLEMENT_WITHDRAWN)
    return g_strdup (_("It was withdrawn: compute and propose it again."));
  if (facts->state != PS_SETTLEMENT_PROPOSED || facts->proposed_by == NULL)
    return g_strdup (_("It has to be proposed before it becomes final."));
  if (g_str_equal (facts->proposed_by, actor))
    return g_strdup_printf (_("%s proposed it: somebody else has to make it final."), facts->proposed_by);
  return refuse_part_of_year (facts);
}

static char *
refuse_withdraw (const PsLifeFacts *facts)
{
  switch ((int) facts->state)
    {
    case PS_SETTLEMENT_DRAFT:
    case PS_SETTLEMENT_PROPOSED:
      return NULL;
    case PS_SETTLEMENT_FINAL:
      return g_strdup (_("A final settlement stays: it is corrected by a new one."));
    case PS_SETTLEMENT_WITHDRAWN:
      return g_strdup (_("It was withdrawn already."));
    default:
      return g_strdup (_("There is nothing to withdraw: it was not stored."));
    }
}

static char *
refuse (const PsLifeFacts *facts, PsLifeStep step, const char *actor)
{
  if (actor == NULL || *actor == '\0')
    return g_strdup (_("Nobody is named who takes this step."));

  switch (step)
    {
    case PS_STEP_STORE:
      return refuse_store (facts);
    case PS_STEP_PROPOSE:
      return refuse_propose (facts);
    case PS_STEP_MAKE_FINAL:
      return refuse_make_final (facts, actor);
    case PS_STEP_WITHDRAW:
    default:
      return refuse_withdraw (facts);
    }
}

/**
 * ps_life_allows: whether `actor` may take a step with a settlement. Storing and proposing may follow a final or withdrawn one: that
 * begins a new one, of a final one a correction.
 * @why: (out) (optional): why not, a translated sentence; NULL where it may
 */
gboolean
ps_life_allows (const PsLifeFacts *facts, PsLifeStep step, const char *actor, char **why)
{
  g_autofree char *reason = refuse (facts, step, actor);
  gboolean allowed = reason == NULL;

  if (why != NULL)
    *why = g_steal_pointer (&reason);
  return allowed;
}

/**
 * ps_life_amount: what a settlement pays (positive) or reclaims beside what was settled before: never a second full payment.
 * @earlier_amounts: of all earlier final ones of that provider and year
 * @before_cents: (out) (optional): their sum
 *
 * Returns: FALSE where an amount does not fit; nothing is set then.
 */
gboolean
ps_life_amount (gint64 balance_cents, const gint64 *earlier_amounts, gsize n_earlier, gint64 *before_cents, gint64 *amount_cents)
{
  PsOverflow overflow = { FALSE };
  PsWide sum = 0;
  gint64 before, amount;

  /* The order of the earlier ones changes nothing: only their sum has to fit. */
  for (gsize i = 0; i < n_earlier; i++)
    sum += earlier_amounts[i];
  before = ps_round_div (sum, 1, &overflow);
  amount = ps_subtract (balance_cents, before, &overflow);
  if (overflow.overflowed)
    return FALSE;
  if (before_cents != NULL)
    *before_cents = before;
  if (amount_cents != NULL)
    *amount_cents = amount;
  return TRUE;
}
