/* overview.c: how long the first page in the morning waits for its figures, and a provider's page
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * usage: overview REGION YEAR
 *
 * Prints a line a figure: its name, a tab, seconds. Last a line of JSON: the region's year, and the provider that was looked at. Keeps the year's
 * figures in the file.
 */
#include <stdio.h>
#include <stdlib.h>

#include "figures.h"
#include "store/ps-alerts.h"
#include "store/ps-bandwidths.h"
#include "store/ps-monitors.h"

#define N_RUNS 7

typedef struct
{
  PsStore *store;
  PsSettledYear *settled; /* what the window has in memory before anything is clicked */
  int year;
  PsDate today; /* the year's last day, as if it had just ended */
  PsDate now;   /* as the window looks at the region: which starts of care are known depends on it */
  PsRegionYear sum;
  guint n_providers;
  guint n_alerts;
} Benchmark;

static void
median_figure (const char *name, gint64 *times)
{
  qsort (times, N_RUNS, sizeof *times, figures_compare);
  figures_print (name, times[N_RUNS / 2]);
}

static PsDate
find_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static void
settle (Benchmark *self)
{
  PsSettleYearOptions options = { .year = self->year, .through = PS_DATE_OPEN };
  GError *error = NULL;
  gint64 start = g_get_monotonic_time ();

  self->settled = ps_settle_year (self->store, &options, NULL, NULL, NULL, &error);
  figures_check (self->settled != NULL, error);
  figures_print ("settle the year, as the window does when it opens the region", g_get_monotonic_time () - start);
}

static PsYearFigures *
load (Benchmark *self, guint *n_computed)
{
  PsYearFiguresQuery query = { .year = self->year, .today = self->now, .keep = TRUE };
  GError *error = NULL;
  PsYearFigures *figures = ps_year_figures_load (self->store, &query, NULL, NULL, NULL, &error);

  figures_check (figures != NULL, error);
  *n_computed = figures->n_computed;
  self->n_providers = figures->providers->len;
  figures_check (ps_year_figures_sum (figures, &self->sum, &error), error);
  return figures;
}

static void
time_first (Benchmark *self)
{
  gint64 start = g_get_monotonic_time ();
  guint n_computed;
  g_autoptr (PsYearFigures) figures = load (self, &n_computed);

  figures_check (n_computed > 0, NULL);
  figures_print ("the figures of the year computed for the first time, and kept", g_get_monotonic_time () - start);
}

/* All that the overview shows, from the click on. */
static void
time_overview (Benchmark *self)
{
  gint64 all[N_RUNS], read[N_RUNS];

  for (int i = 0; i < N_RUNS; i++)
    {
      GError *error = NULL;
      gint64 start = g_get_monotonic_time ();
      guint n_computed;
      g_autoptr (PsYearFigures) figures = load (self, &n_computed);
      g_autoptr (GPtrArray) alerts = NULL;

      figures_check (n_computed == 0, NULL);
      read[i] = g_get_monotonic_time () - start;
      alerts = ps_alerts_load (self->store, figures, self->settled, self->today, NULL, &error);
      figures_check (alerts != NULL, error);
      self->n_alerts = alerts->len;
      all[i] = g_get_monotonic_time () - start;
    }
  median_figure ("the overview's figures, read and summed", read);
  median_figure ("the overview, with its signals", all);
}

/* The one with the most production. */
static guint
find_largest (const PsSettledYear *settled)
{
  const PsSettlement *largest = NULL;

  for (guint i = 0; i < settled->settlements->len; i++)
    {
      const PsSettlement *it = g_ptr_array_index (settled->settlements, i);

      if (largest == NULL || it->totals.gross_cents > largest->totals.gross_cents)
        largest = it;
    }
  figures_check (largest != NULL, NULL);
  return largest->provider;
}

/* Its bandwidth and all topics. */
static void
time_provider (Benchmark *self, const char *agb)
{
  gint64 times[N_RUNS];

  for (int i = 0; i < N_RUNS; i++)
    {
      PsBandwidthQuery query = { .year = self->year, .today = self->today, .agb = agb, .region = self->settled->region };
      PsMonitorsQuery topics = { .year = self->year, .agb = agb, .topics = PS_ALL_TOPICS, .region = self->settled->region };
      GError *error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (PsBandwidthYear) bandwidth = ps_bandwidths_compute (self->store, &query, NULL, NULL, NULL, &error);
      g_autoptr (PsMonitored) monitored = NULL;

      figures_check (bandwidth != NULL, error);
      monitored = ps_monitors_compute (self->store, &topics, NULL, NULL, NULL, &error);
      figures_check (monitored != NULL, error);
      times[i] = g_get_monotonic_time () - start;
    }
  median_figure ("a provider's page: its bandwidth and every topic", times);
}

static void
print_json (const Benchmark *self, const char *agb)
{
  const PsRegionYear *sum = &self->sum;

  printf ("{\"agreed_cents\":%" G_GINT64_FORMAT ",\"realised_cents\":%" G_GINT64_FORMAT ",\"cost_cents\":%" G_GINT64_FORMAT
          ",\"clients\":%u,\"waiting\":%u,\"waiting_over\":%u,\"providers\":%u,\"signals\":%u,\"largest\":\"%s\"}\n",
          sum->agreed_cents, sum->realised_cents, sum->cost_cents, sum->n_clients, sum->n_waiting, sum->n_waiting_over,
          self->n_providers, self->n_alerts, agb);
}

int
main (int argc, char **argv)
{
  Benchmark self = { NULL };
  GError *error = NULL;
  const char *agb;

  if (argc != 3)
    return 2;
  self.year = atoi (argv[2]);
  self.today = ps_date_year_end (self.year);
  self.now = find_today ();
  self.store = ps_store_open (argv[1], PS_STORE_WRITE, &error);
  figures_check (self.store != NULL, error);
  settle (&self);
  agb = ps_region_provider (self.settled->region, find_largest (self.settled))->agb;
  time_first (&self);
  time_overview (&self);
  time_provider (&self, agb);
  print_json (&self, agb);
  ps_settled_year_free (self.settled);
  ps_store_close (self.store);
  return 0;
}
