/* ps-monitor-cost.c: what a provider's care cost in both periods, by month
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Computing cost settles a year, which is most of what a topic takes: a provider is settled once a year for all of them.
 */
#include "ps-monitor-cost.h"

#include "ps-cost.h"

struct _PsMonitorCosts
{
  GArray *rows[PS_N_WHENS]; /* PsMonthlyCost; NULL: not asked for yet */
};

/* The days to which cost is asked for: the one before the period, then the last of each of its months. */
typedef struct
{
  PsDate days[1 + 12];
  guint months[1 + 12];
  guint n;
} Days;

PsMonitorCosts *
ps_monitor_costs_new (void)
{
  return g_new0 (PsMonitorCosts, 1);
}

void
ps_monitor_costs_forget (PsMonitorCosts *self)
{
  for (PsWhen when = PS_NOW; when < PS_N_WHENS; when++)
    g_clear_pointer (&self->rows[when], g_array_unref);
}

void
ps_monitor_costs_free (PsMonitorCosts *self)
{
  ps_monitor_costs_forget (self);
  g_free (self);
}

static void
list_days (const PsPeriod *period, Days *days)
{
  PsDate from;

  days->days[0] = period->from - 1;
  days->n = 1;
  for (guint month = 0; month < PS_WHOLE_PERIOD; month++)
    if (ps_period_month (period, (int) month, &from, &days->days[days->n]))
      days->months[days->n++] = month;
}

static void
add_row (GArray *rows, const PsCostUntil *until, const Days *days)
{
  PsMonthlyCost cost = { until->product, until->group, until->municipality, { 0 } };

  for (guint i = 1; i < days->n; i++)
    cost.cents[days->months[i]] = until->until_cents[i] - until->until_cents[i - 1];
  cost.cents[PS_WHOLE_PERIOD] = until->until_cents[days->n - 1] - until->until_cents[0];
  g_array_append_val (rows, cost);
}

static GArray *
make (const PsMonitor *monitor, PsWhen when, const PsProduction *production, GError **error)
{
  const PsPeriod *period = ps_monitor_period (monitor, when);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (PsMonthlyCost)), until = NULL;
  Days days;

  if (ps_period_is_empty (period) || !ps_monitor_has_provider (monitor, production->provider))
    return g_steal_pointer (&rows);
  list_days (period, &days);
  until = ps_cost_make_until (monitor->region, production, period->year, days.days, days.n, error);
  if (until == NULL)
    return NULL;
  for (guint i = 0; i < until->len; i++)
    {
      const PsCostUntil *row = &g_array_index (until, PsCostUntil, i);

      if (ps_monitor_covers (monitor, production->provider, row->municipality, row->group, row->product))
        add_row (rows, row, &days);
    }
  return g_steal_pointer (&rows);
}

static gboolean
count_period (const PsMonitor *monitor, PsWhen when, const PsProduction *production, PsMonthlyCostFunc count, gpointer state,
              GError **error)
{
  PsMonitorCosts *self = monitor->costs;

  if (self->rows[when] == NULL)
    self->rows[when] = make (monitor, when, production, error);
  for (guint i = 0; self->rows[when] != NULL && i < self->rows[when]->len; i++)
    count (state, production->provider, &g_array_index (self->rows[when], PsMonthlyCost, i), when);
  return self->rows[when] != NULL;
}

/**
 * ps_monitor_costs_count: tells `count` of what the provider that is being added cost, a product in a municipality at a time.
 * @production: with this year's lines
 * @last_year: with the lines of the year before
 *
 * Returns: FALSE with PS_CORE_ERROR_OVERFLOW where an amount does not fit
 */
gboolean
ps_monitor_costs_count (const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year,
                        PsMonthlyCostFunc count, gpointer state, GError **error)
{
  return count_period (monitor, PS_NOW, production, count, state, error)
         && count_period (monitor, PS_LAST, last_year, count, state, error);
}
