/* ps-agreement-check.c: whether a performance agreement can be agreed, and what somebody should look at first
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-agreement.h"

#include "ps-settling.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const PsRegion *region;
  const PsAgreement *agreement;
  GPtrArray *problems;
} Check;

void
ps_agreement_problem_free (PsAgreementProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->why);
  g_free (problem);
}

/* Takes the text. */
static void
add_problem (Check *self, guint group, guint municipality, gboolean blocks, char *why)
{
  PsAgreementProblem *problem = g_new0 (PsAgreementProblem, 1);

  problem->group = group;
  problem->municipality = municipality;
  problem->blocks = blocks;
  problem->why = why;
  g_ptr_array_add (self->problems, problem);
}

static const PsAgreementLine *
get_line (const Check *self, guint line)
{
  return &g_array_index (self->agreement->lines, PsAgreementLine, line);
}

static const char *
scheme_name (const Check *self, guint scheme)
{
  return scheme == PS_NONE ? C_("incentive scheme", "none") : ps_region_scheme (self->region, scheme)->name;
}

/* The first line of the scope that `line`, no lump sum, lies in; lump sums stand apart (domain.md §5). */
static const PsAgreementLine *
first_of_scope (const Check *self, const PsAgreementLine *line)
{
  for (guint i = 0; i < self->agreement->lines->len; i++)
    {
      const PsAgreementLine *first = get_line (self, i);

      if (!first->lump_sum
          && ps_scope_is_same (self->region, self->agreement->exchange, first->group, first->municipality, line->group,
                               line->municipality))
        return first;
    }
  g_assert_not_reached (); /* `line` itself is there */
}

/* The scheme is the same within a scope (domain.md §5). */
static void
check_scope (Check *self, const PsAgreementLine *line)
{
  const PsAgreementLine *first = line->lump_sum ? line : first_of_scope (self, line);

  if (first->scheme != line->scheme)
    add_problem (self, line->group, line->municipality, TRUE,
                 g_strdup_printf (_("Money is exchanged with %s, %s, but the incentive schemes differ: %s there, %s here."),
                                  ps_region_group (self->region, first->group)->code,
                                  ps_region_municipality (self->region, first->municipality)->name,
                                  scheme_name (self, first->scheme), scheme_name (self, line->scheme)));
}

static void
check_line (Check *self, const PsAgreementLine *line)
{
  check_scope (self, line);
  if (line->ceiling_cents < 0)
    add_problem (self, line->group, line->municipality, TRUE, g_strdup (_("A ceiling cannot be less than nothing.")));
  if (line->ceiling_cents == 0)
    add_problem (self, line->group, line->municipality, FALSE, g_strdup (_("The ceiling is 0: all production is past it.")));
  if (line->lump_sum && line->scheme != PS_NONE)
    add_problem (self, line->group, line->municipality, FALSE,
                 g_strdup (_("A lump sum has no deductions: its incentive scheme does nothing.")));
}

/* Whether one of this provider's contracts has the group in the year. */
static gboolean
is_contracted (const Check *self, GPtrArray *contracts, guint group)
{
  PsDate start = ps_date_year_start (self->agreement->year), end = ps_date_year_end (self->agreement->year);

  for (guint i = 0; i < contracts->len; i++)
    {
      const PsContract *contract = g_ptr_array_index (contracts, i);

      if (contract->provider == self->agreement->provider && ps_contract_has_group (self->region, contract, group, start, end))
        return TRUE;
    }
  return FALSE;
}

/* Each group once, in the order of the lines. */
static void
check_contracts (Check *self, GPtrArray *contracts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->agreement->lines->len; i++)
    {
      guint group = get_line (self, i)->group;

      if (g_hash_table_add (seen, GUINT_TO_POINTER (group)) && !is_contracted (self, contracts, group))
        add_problem (self, group, PS_NONE, FALSE,
                     g_strdup_printf (_("No contract has a product of group %s in %d."),
                                      ps_region_group (self->region, group)->code, self->agreement->year));
    }
}

/**
 * ps_agreement_check: what is wrong with an agreement, and what is odd.
 * @contracts: (element-type PsContract) (nullable): those of other providers are passed over; NULL: not looked at
 *
 * Returns: (transfer full): PsAgreementProblem: of the whole agreement, then of lines, then of groups
 */
GPtrArray *
ps_agreement_check (const PsRegion *region, const PsAgreement *agreement, GPtrArray *contracts)
{
  Check self = { region, agreement, g_ptr_array_new_with_free_func ((GDestroyNotify) ps_agreement_problem_free) };

  if (agreement->lines->len == 0)
    add_problem (&self, PS_NONE, PS_NONE, TRUE, g_strdup (_("The agreement has no lines.")));
  for (guint i = 0; i < agreement->lines->len; i++)
    check_line (&self, get_line (&self, i));
  if (contracts != NULL)
    check_contracts (&self, contracts);
  return self.problems;
}
