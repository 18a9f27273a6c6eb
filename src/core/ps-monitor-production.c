/* ps-monitor-production.c: cost per municipality and product group of the period, against last year's (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-production.h"

guint
ps_produced_cell (const PsProduced *self, guint municipality, guint group)
{
  return municipality * self->n_groups + group;
}

static gpointer
begin (const PsMonitor *monitor)
{
  const PsRegion *region = monitor->region;
  PsProduced *self = g_new0 (PsProduced, 1);

  self->monitor = monitor;
  self->n_groups = region->groups->len;
  self->cells = ps_tally_new (region->municipalities->len * region->groups->len, 1);
  self->municipalities = ps_tally_new (region->municipalities->len, 1);
  self->groups = ps_tally_new (region->groups->len, 1);
  self->segments = ps_tally_new (region->segments->len, 1);
  self->months = ps_tally_new (PS_N_MONTH_ROWS, 1);
  return self;
}

static void
drop (gpointer state)
{
  PsProduced *self = state;

  ps_tally_free (self->cells);
  ps_tally_free (self->municipalities);
  ps_tally_free (self->groups);
  ps_tally_free (self->segments);
  ps_tally_free (self->months);
  g_free (self);
}

static void
merge (gpointer state, gpointer other)
{
  PsProduced *self = state, *from = other;

  ps_tally_merge (self->cells, from->cells);
  ps_tally_merge (self->municipalities, from->municipalities);
  ps_tally_merge (self->groups, from->groups);
  ps_tally_merge (self->segments, from->segments);
  ps_tally_merge (self->months, from->months);
}

static void
count (PsProduced *self, const PsMonthlyCost *cost, PsWhen when)
{
  gint64 cents = cost->cents[PS_WHOLE_PERIOD];

  ps_tally_add (self->cells, ps_produced_cell (self, cost->municipality, cost->group), 0, when, cents);
  ps_tally_add (self->municipalities, cost->municipality, 0, when, cents);
  ps_tally_add (self->groups, cost->group, 0, when, cents);
  ps_tally_add (self->segments, ps_region_group (self->monitor->region, cost->group)->segment, 0, when, cents);
  for (guint month = 0; month < PS_N_MONTH_ROWS; month++)
    ps_tally_add (self->months, month, 0, when, cost->cents[month]);
}

static gboolean
add_period (PsProduced *self, const PsMonitor *monitor, const PsProduction *production, PsWhen when, GError **error)
{
  const GArray *costs = ps_monitor_costs_get (monitor, when, production, error);

  for (guint i = 0; costs != NULL && i < costs->len; i++)
    count (self, &g_array_index (costs, PsMonthlyCost, i), when);
  return costs != NULL;
}

static gboolean
add (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year, GError **error)
{
  if (!ps_monitor_has_provider (monitor, production->provider))
    return TRUE;
  return add_period (state, monitor, production, PS_NOW, error) && add_period (state, monitor, last_year, PS_LAST, error);
}

const PsTopicKind ps_topic_production = { begin, add, merge, ps_produced_finish, drop };
