/* ps-year-figures-sum.c: the year of a region: that of all its providers together
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-year-figures.h"

#define N_MONTHS 12

typedef struct
{
  PsRegionYear *sum;
  GArray *clients; /* guint64, of all providers: the same one more than once */
  GArray *last_clients;
  PsOverflow overflow;
} Summing;

static void
add (Summing *self, gint64 *sum, gint64 cents)
{
  *sum = ps_add (*sum, cents, &self->overflow);
}

/* A month that is not known of one is not known of the region. */
static void
add_months (Summing *self, gint64 *sums, const gint64 *cents, gboolean first)
{
  for (int month = 0; month < N_MONTHS; month++)
    if (first)
      sums[month] = cents[month];
    else if (cents[month] == PS_NO_NUMBER)
      sums[month] = PS_NO_NUMBER;
    else if (sums[month] != PS_NO_NUMBER)
      add (self, &sums[month], cents[month]);
}

static void
add_bandwidth (Summing *self, const PsProviderYear *year)
{
  PsRegionYear *sum = self->sum;
  gboolean first = sum->n_agreed == 0;

  if (year->bandwidth == NULL)
    return;
  add (self, &sum->agreed_cents, year->bandwidth->ceiling_cents);
  add (self, &sum->realised_cents, year->bandwidth->realised_cents);
  add (self, &sum->forecast_cents, year->bandwidth->forecast_cents);
  for (guint i = 0; i < year->bandwidth->scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (year->bandwidth->scopes, PsBandwidthScope, i);

      add (self, &sum->lower_cents, scope->lower_cents);
      add (self, &sum->upper_cents, scope->upper_cents);
    }
  add_months (self, sum->month_cents, year->realised_cents, first);
  add_months (self, sum->last_month_cents, year->last_realised_cents, first);
  sum->n_agreed++;
}

static void
add_facts (Summing *self, const PsRegion *region, const PsProviderYear *year)
{
  const PsProvider *provider = ps_region_provider (region, year->provider);
  const PsYearFacts *facts = year->facts, *last = year->last;
  PsRegionYear *sum = self->sum;

  add (self, &sum->cost_cents, facts->cost_cents);
  add (self, &sum->last_cost_cents, last->cost_cents);
  add (self, &sum->nga_cents, provider->contracted ? 0 : facts->cost_cents);
  add (self, &sum->last_nga_cents, provider->contracted ? 0 : last->cost_cents);
  add (self, &sum->micro_cents, provider->kind == PS_KIND_MICRO ? facts->cost_cents : 0);
  add (self, &sum->last_micro_cents, provider->kind == PS_KIND_MICRO ? last->cost_cents : 0);
  add (self, &sum->extra_cents, facts->extra_cents);
  add (self, &sum->last_extra_cents, last->extra_cents);
  add (self, &sum->assigned_cents, facts->assigned_cents);
  add (self, &sum->last_assigned_cents, last->assigned_cents);
  add (self, &sum->declared_cents, facts->declared_cents);
  add (self, &sum->last_declared_cents, last->declared_cents);
  sum->n_waiting += facts->n_waiting;
  sum->n_waiting_over += facts->n_waiting_over;
  sum->n_last_waiting += last->n_waiting;
  g_array_append_vals (self->clients, facts->clients->data, facts->clients->len);
  g_array_append_vals (self->last_clients, last->clients->data, last->clients->len);
}

/* How many different ones: a table of twice as many places, the keys being hashes already. */
static guint
count_different (const GArray *keys)
{
  gsize capacity = 16, n = 0;
  g_autofree guint64 *table = NULL;

  while (capacity < (gsize) keys->len * 2)
    capacity *= 2;
  table = g_new0 (guint64, capacity);
  for (guint i = 0; i < keys->len; i++)
    {
      guint64 key = g_array_index (keys, guint64, i);
      gsize at = key & (capacity - 1);

      while (table[at] != 0 && table[at] != key)
        at = (at + 1) & (capacity - 1);
      n += table[at] == 0;
      table[at] = key;
    }
  return (guint) n;
}

/**
 * ps_year_figures_sum: all providers together; a client of several is one.
 *
 * Returns: %FALSE with PS_CORE_ERROR_OVERFLOW where an amount does not fit
 */
gboolean
ps_year_figures_sum (const PsYearFigures *figures, PsRegionYear *sum, GError **error)
{
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) last_clients = g_array_new (FALSE, FALSE, sizeof (guint64));
  Summing self = { sum, clients, last_clients, { FALSE } };

  memset (sum, 0, sizeof *sum);
  for (int month = 0; month < N_MONTHS; month++)
    sum->month_cents[month] = sum->last_month_cents[month] = PS_NO_NUMBER;
  for (guint i = 0; i < figures->providers->len; i++)
    {
      add_bandwidth (&self, g_ptr_array_index (figures->providers, i));
      add_facts (&self, figures->region, g_ptr_array_index (figures->providers, i));
    }
  sum->n_clients = count_different (clients);
  sum->n_last_clients = count_different (last_clients);
  if (!self.overflow.overflowed)
    return TRUE;
  g_set_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW, _("The amounts of the region are too large to compute with."));
  return FALSE;
}
