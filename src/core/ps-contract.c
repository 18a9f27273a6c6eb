/* ps-contract.c: a contract: how long it runs, and what must be decided when (domain.md §2)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-contract.h"

#include <glib/gi18n-lib.h>

/* A contract that ends, or an option that must be decided on, is news this long before. */
#define AHEAD_MONTHS 12
/* More than lies between any two days that there are. */
#define MOST_MONTHS (12 * 400)

static void
free_document (PsContractDocument *document)
{
  g_free (document->label);
  g_free (document->uri);
  g_free (document);
}

/**
 * ps_contract_new: a contract without an end, a notice period, options, products or documents; of no provider yet. Documents are
 * allocated with g_new0() and their texts with g_strdup(); the contract frees them.
 */
PsContract *
ps_contract_new (void)
{
  PsContract *contract = g_new0 (PsContract, 1);

  contract->provider = PS_NONE;
  contract->number = g_strdup ("");
  contract->start = PS_DATE_OPEN;
  contract->end = PS_DATE_OPEN;
  contract->notice_months = -1;
  contract->options = g_array_new (FALSE, TRUE, sizeof (PsContractOption));
  contract->products = g_array_new (FALSE, TRUE, sizeof (PsContractProduct));
  contract->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) free_document);
  return contract;
}

void
ps_contract_free (PsContract *contract)
{
  if (contract == NULL)
    return;
  g_free (contract->number);
  g_free (contract->notes);
  g_array_unref (contract->options);
  g_array_unref (contract->products);
  g_ptr_array_unref (contract->documents);
  g_free (contract);
}

static const PsContractOption *
get_option (const PsContract *contract, guint option)
{
  return &g_array_index (contract->options, PsContractOption, option);
}

/* Whole months after a last day. The end of a month stays one: 31-12-2025 + 12 is 31-12-2026, 28-02-2023 + 12 is 29-02-2024, and
 * 30-06-2025 − 3 is 31-03-2025. Another day stays that day, or becomes the last of a shorter month (domain.md §3): 28-02-2024 + 12 is
 * 28-02-2025, and 30-05-2025 − 3 is 28-02-2025. */
static PsDate
move_end (PsDate end, int months)
{
  const int n = CLAMP (months, -MOST_MONTHS, MOST_MONTHS);
  PsDate moved;
  int day;

  if (end == PS_DATE_OPEN)
    return end;
  ps_date_to_ymd (end + 1, NULL, NULL, &day);
  moved = day == 1 ? ps_date_add_months (end + 1, n) - 1 : ps_date_add_months (end, n);
  return CLAMP (moved, PS_DATE_MIN, PS_DATE_MAX);
}

/**
 * ps_contract_end_now: the last day, with the options that were used; PS_DATE_OPEN where there is none. An option extends the
 * contract by whole months after the end before it.
 */
PsDate
ps_contract_end_now (const PsContract *contract)
{
  PsDate end = contract->end;

  for (guint i = 0; i < contract->options->len; i++)
    if (get_option (contract, i)->decision == PS_OPTION_USED)
      end = move_end (end, get_option (contract, i)->months);
  return end;
}

/* The first option that is still to be decided on; none comes after one that was not used, for the contract ends there. */
static const PsContractOption *
find_open_option (const PsContract *contract)
{
  for (guint i = 0; i < contract->options->len; i++)
    {
      const PsContractOption *option = get_option (contract, i);

      if (option->decision == PS_OPTION_NOT_USED)
        return NULL;
      if (option->decision == PS_OPTION_OPEN)
        return option;
    }
  return NULL;
}

/**
 * ps_contract_end_most: the last day if every option is used that still can be: those before the first that was refused.
 */
PsDate
ps_contract_end_most (const PsContract *contract)
{
  gboolean refused = FALSE;
  PsDate end = contract->end;

  for (guint i = 0; i < contract->options->len; i++)
    {
      const PsContractOption *option = get_option (contract, i);

      refused = refused || option->decision == PS_OPTION_NOT_USED;
      if (option->decision == PS_OPTION_USED || (option->decision == PS_OPTION_OPEN && !refused))
        end = move_end (end, option->months);
    }
  return end;
}

/**
 * ps_contract_decide_by: the last day on which an open option of the contract can be decided on: its own, else the notice period
 * before the contract's end; without a notice period that end itself. PS_DATE_OPEN where the contract has no end.
 */
PsDate
ps_contract_decide_by (const PsContract *contract, const PsContractOption *option)
{
  if (option->decide_by != PS_DATE_OPEN)
    return option->decide_by;
  return move_end (ps_contract_end_now (contract), -MAX (contract->notice_months, 0));
}

/**
 * ps_contract_has_group: whether the contract, with the options that were used, has a product of `group` on some day from `from` up
 * to `to`.
 */
gboolean
ps_contract_has_group (const PsRegion *region, const PsContract *contract, guint group, PsDate from, PsDate to)
{
  PsDate end = MIN (to, ps_contract_end_now (contract)), start = MAX (from, contract->start);

  for (guint i = 0; i < contract->products->len; i++)
    {
      const PsContractProduct *product = &g_array_index (contract->products, PsContractProduct, i);
      PsDate product_from = product->from == PS_DATE_OPEN ? start : MAX (start, product->from);

      if (ps_region_product (region, product->product)->group == group && product_from <= MIN (end, product->to))
        return TRUE;
    }
  return FALSE;
}

static PsContractStanding
decide (PsDate decide_by, PsDate today, PsDate *when)
{
  *when = decide_by;
  if (today > decide_by)
    return PS_CONTRACT_DECIDE_LATE;
  return today >= move_end (decide_by, -AHEAD_MONTHS) ? PS_CONTRACT_DECIDE : PS_CONTRACT_RUNS;
}

static PsContractStanding
stand_while_running (const PsContract *contract, PsDate today, PsDate end, PsDate *when)
{
  const PsContractOption *option = find_open_option (contract);

  *when = end;
  if (end == PS_DATE_OPEN)
    return PS_CONTRACT_RUNS;
  if (option != NULL)
    return decide (ps_contract_decide_by (contract, option), today, when);
  return today >= move_end (end, -(contract->notice_months >= 0 ? contract->notice_months : AHEAD_MONTHS)) ? PS_CONTRACT_ENDS
                                                                                                           : PS_CONTRACT_RUNS;
}

/**
 * ps_contract_standing: where the contract stands on `today`.
 * @when: (out): the day that matters next: it begins, an option must be decided on, it ends or ended; PS_DATE_OPEN: none. One that
 *   merely runs has such a day too.
 */
PsContractStanding
ps_contract_standing (const PsContract *contract, PsDate today, PsDate *when)
{
  PsDate end = ps_contract_end_now (contract);

  *when = contract->start;
  if (today < contract->start)
    return PS_CONTRACT_FUTURE;
  if (end != PS_DATE_OPEN && today > end)
    {
      *when = end;
      return PS_CONTRACT_ENDED;
    }
  return stand_while_running (contract, today, end, when);
}

/**
 * ps_contract_standing_label: translated, short.
 */
const char *
ps_contract_standing_label (PsContractStanding standing)
{
  switch (standing)
    {
    case PS_CONTRACT_FUTURE:
      return C_("contract", "Not begun");
    case PS_CONTRACT_DECIDE:
      return C_("contract", "Option to decide on");
    case PS_CONTRACT_DECIDE_LATE:
      return C_("contract", "Option not decided on in time");
    case PS_CONTRACT_ENDS:
      return C_("contract", "Ends soon");
    case PS_CONTRACT_ENDED:
      return C_("contract", "Ended");
    case PS_CONTRACT_RUNS:
    default:
      return C_("contract", "Runs");
    }
}
