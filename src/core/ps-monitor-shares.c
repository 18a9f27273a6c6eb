/* ps-monitor-shares.c: cost of providers without a contract, of each kind of provider, and of extra work (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-shares.h"

static gpointer
begin (const PsMonitor *monitor)
{
  const PsRegion *region = monitor->region;
  PsShares *self = g_new0 (PsShares, 1);

  self->monitor = monitor;
  self->works = g_new (PsWork, MAX (region->products->len, 1));
  for (guint i = 0; i < region->products->len; i++)
    self->works[i] = ps_product_work (ps_region_product (region, i));
  self->months = ps_tally_new (PS_N_MONTH_ROWS, PS_SHARES_N_SUMS);
  self->segments = ps_tally_new (region->segments->len, PS_SHARES_N_SUMS);
  self->products = ps_tally_new (ps_monitor_n_slots (region), PS_SHARES_N_SUMS);
  return self;
}

static void
drop (gpointer state)
{
  PsShares *self = state;

  g_free (self->works);
  ps_tally_free (self->months);
  ps_tally_free (self->segments);
  ps_tally_free (self->products);
  g_free (self);
}

static void
merge (gpointer state, gpointer other)
{
  PsShares *self = state, *from = other;

  ps_tally_merge (self->months, from->months);
  ps_tally_merge (self->segments, from->segments);
  ps_tally_merge (self->products, from->products);
}

/* The parts that a provider's product belongs to; a lump sum is usual work. */
static void
count_row (const PsShares *self, PsTally *tally, guint row, const PsProvider *provider, guint product, gint64 cents, PsWhen when)
{
  PsWork work = product == PS_NONE ? PS_WORK_USUAL : self->works[product];

  ps_tally_add (tally, row, PS_SHARES_ALL, when, cents);
  ps_tally_add (tally, row, provider->contracted ? PS_SHARES_CONTRACTED : PS_SHARES_NGA, when, cents);
  ps_tally_add (tally, row, PS_SHARES_KIND + (guint) provider->kind - PS_KIND_REGULAR, when, cents);
  ps_tally_add (tally, row, PS_SHARES_WORK + (guint) work, when, cents);
}

static void
count (gpointer state, guint provider, const PsMonthlyCost *cost, PsWhen when)
{
  const PsShares *self = state;
  const PsRegion *region = self->monitor->region;
  const PsProvider *it = ps_region_provider (region, provider);
  gint64 cents = cost->cents[PS_WHOLE_PERIOD];

  for (guint month = 0; month < PS_N_MONTH_ROWS; month++)
    if (cost->cents[month] != 0)
      count_row (self, self->months, month, it, cost->product, cost->cents[month], when);
  count_row (self, self->segments, ps_region_group (region, cost->group)->segment, it, cost->product, cents, when);
  count_row (self, self->products, ps_monitor_slot (region, cost->product, cost->group), it, cost->product, cents, when);
}

static gboolean
add (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year, GError **error)
{
  return ps_monitor_costs_count (monitor, production, last_year, count, state, error);
}

const PsTopicKind ps_topic_shares = { begin, add, merge, ps_shares_finish, drop };
