/* ps-forecast-effort.c: P×Q from the care in progress, and from how much of what was assigned is declared (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Of each product group of a scope: what was realised so far, and as much again in proportion to the care that is left. That is measured
 * by what is assigned for the days in care (so realised ÷ assigned so far is the utilisation, and what is assigned for the rest of the
 * year counts at it); where that is not known of all of the group's care, by the days of clients in care.
 */
#include "ps-forecast-private.h"
#include "ps-utilisation.h"

/* Assigned amounts are counted in millionths of a euro a day: an estimate, of which only the proportion counts. */
#define PER_CENT 10000

typedef struct
{
  guint scope;
  guint group; /* PS_NONE: all of the scope */
  gint64 realised_cents;
  gint64 days;      /* of clients in care, to the day to which the data counts */
  gint64 days_left; /* … after it, to the end of the year */
  PsWide assigned;  /* for those days, in millionths of a euro */
  PsWide assigned_left;
  gboolean not_assigned; /* of some care nobody can say how much was assigned */
} Effort;

static Effort *
find_effort (GArray *efforts, guint scope, guint group)
{
  Effort effort = { .scope = scope, .group = group };

  for (guint i = 0; i < efforts->len; i++)
    {
      Effort *known = &g_array_index (efforts, Effort, i);

      if (known->scope == scope && known->group == group)
        return known;
    }
  g_array_append_val (efforts, effort);
  return &g_array_index (efforts, Effort, efforts->len - 1);
}

/* Days */

static gint64
days_until (const PsStay *stay, PsDate through)
{
  return MAX (0, MIN (stay->end, through) - stay->start + 1);
}

static gint64
days_after (const PsStay *stay, PsDate through)
{
  return MAX (0, stay->end - MAX (stay->start, through + 1) + 1);
}

/* What is assigned for an assignment's own days in care. */
static void
count_assigned (const PsInCare *self, GArray *efforts, guint place, guint scope)
{
  const PsAssignment *assignment = &g_array_index (self->settling->production->assignments, PsAssignment, place);
  g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (PsStay));
  const PsPriceList *prices = assignment->product != PS_NONE ? &self->settling->prices[assignment->product] : NULL;
  PsWide per_day = ps_assigned_per_day_at (self->settling->region, prices, assignment, self->day);
  Effort *effort;

  ps_in_care_collect (self, assignment, scope, assignment->group, stays);
  if (stays->len == 0)
    return;
  ps_stays_merge (stays);
  effort = find_effort (efforts, scope, assignment->group);
  if (per_day == 0)
    effort->not_assigned = TRUE;
  for (guint i = 0; i < stays->len; i++)
    {
      effort->assigned += per_day * days_until (&g_array_index (stays, PsStay, i), self->realising->through);
      effort->assigned_left += per_day * days_after (&g_array_index (stays, PsStay, i), self->realising->through);
    }
}

/* An aspecific assignment is one of P×Q: trajects and places need a specific one (domain.md §4). */
static gboolean
is_effort (const PsRegion *region, const PsAssignment *assignment)
{
  const PsProduct *product;

  if (assignment->product == PS_NONE)
    return TRUE;
  product = ps_region_product (region, assignment->product);
  return product->funding == PS_FUNDING_PXQ && product->exempt != PS_EXEMPT_OUTSIDE;
}

static void
count_care (const PsInCare *self, GArray *efforts)
{
  g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (PsStay));
  const GArray *assignments = self->settling->production->assignments;

  for (guint i = 0; i < assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (assignments, PsAssignment, i);
      guint scope;

      if (!is_effort (self->settling->region, assignment))
        continue;
      scope = ps_settling_line (self->settling, assignment->group, assignment->municipality)->scope;
      if (scope == PS_NONE)
        continue;
      ps_in_care_collect (self, assignment, scope, assignment->group, stays);
      count_assigned (self, efforts, i, scope);
    }
  ps_stays_merge (stays);
  for (guint i = 0; i < stays->len; i++)
    {
      const PsStay *stay = &g_array_index (stays, PsStay, i);
      Effort *effort = find_effort (efforts, stay->thing, stay->part);

      effort->days += days_until (stay, self->realising->through);
      effort->days_left += days_after (stay, self->realising->through);
    }
}

/* Realised */

static void
count_realised (const PsInCare *self, GArray *efforts)
{
  PsOverflow *overflow = &self->settling->overflow;

  for (guint i = 0; i < self->settling->sources->len; i++)
    {
      const PsSource *source = &g_array_index (self->settling->sources, PsSource, i);
      gint64 net;
      guint scope;
      Effort *effort;

      if (source->kind != PS_SOURCE_LINE || source->gross_cents == 0 || source->from > self->realising->through)
        continue;
      scope = ps_settling_line (self->settling, source->group, source->municipality)->scope;
      if (scope == PS_NONE)
        continue;
      net = ps_subtract (source->gross_cents, source->norm_deduction_cents, overflow);
      effort = find_effort (efforts, scope, source->group);
      effort->realised_cents = ps_add (effort->realised_cents, ps_subtract (net, source->outside_cents, overflow), overflow);
    }
}

/* The same of a whole scope, by days, for a group in which nobody was in care yet. */
static Effort
sum_of_scope (const GArray *efforts, guint scope, PsOverflow *overflow)
{
  Effort sum = { .scope = scope, .group = PS_NONE, .not_assigned = TRUE };

  for (guint i = 0; i < efforts->len; i++)
    {
      const Effort *effort = &g_array_index (efforts, Effort, i);

      if (effort->scope != scope)
        continue;
      sum.realised_cents = ps_add (sum.realised_cents, effort->realised_cents, overflow);
      sum.days += effort->days;
    }
  return sum;
}

/* Where money was realised without any care in the messages, or care is known and no day of it had been yet, nothing can be said. */
static void
add_effort (PsInCare *self, const GArray *efforts, const Effort *effort)
{
  PsOverflow *overflow = &self->settling->overflow;
  Effort rate = effort->days > 0 ? *effort : sum_of_scope (efforts, effort->scope, overflow);

  if (rate.days == 0)
    {
      self->unknown[effort->scope] |= effort->realised_cents != 0 || effort->days_left > 0;
      return;
    }
  ps_in_care_add (self, effort->scope, effort->realised_cents);
  if (rate.not_assigned || rate.assigned == 0)
    ps_in_care_add (self, effort->scope, ps_round_div ((PsWide) rate.realised_cents * effort->days_left, rate.days, overflow));
  else
    ps_in_care_add (
        self, effort->scope,
        ps_round_div (rate.realised_cents * (effort->assigned_left / PER_CENT), MAX (rate.assigned / PER_CENT, 1), overflow));
}

/**
 * ps_in_care_add_efforts: P×Q of every scope.
 */
void
ps_in_care_add_efforts (PsInCare *self)
{
  g_autoptr (GArray) efforts = g_array_new (FALSE, FALSE, sizeof (Effort));

  count_care (self, efforts);
  count_realised (self, efforts);
  for (guint i = 0; i < efforts->len; i++)
    add_effort (self, efforts, &g_array_index (efforts, Effort, i));
}
