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
count (gpointer state, guint provider G_GNUC_UNUSED, const PsMonthlyCost *cost, PsWhen when)
{
  PsProduced *self = state;
  gint64 cents = cost->cents[PS_WHOLE_PERIOD];

  ps_tally_add (self->cells, ps_produced_cell (self, cost->municipality, cost->group), 0, when, cents);
  ps_tally_add (self->municipalities, cost->municipality, 0, when, cents);
  ps_tally_add (self->groups, cost->group, 0, when, cents);
  ps_tally_add (self->segments, ps_region_group (self->monitor->region, cost->group)->segment, 0, when, cents);
  for (guint month = 0; month < PS_N_MONTH_ROWS; month++)
    ps_tally_add (self->months, month, 0, when, cost->cents[month]);
}

static gboolean
add (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year, GError **error)
{
  return ps_monitor_costs_count (monitor, production, last_year, count, state, error);
}

const PsTopicKind ps_topic_production = { begin, add, merge, ps_produced_finish, drop };
