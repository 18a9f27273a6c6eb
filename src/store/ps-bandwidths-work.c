/* ps-bandwidths-work.c: one provider after the other, its years loaded once for every day that is looked from
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-bandwidths-private.h"
#include "ps-loader.h"
#include "ps-settle-year.h"

/* Two threads, each with its own connection, take the next provider in turn; from so many providers on that pays. */
#define N_PROVIDERS_FOR_TWO 20

typedef struct
{
  PsBandwidthPlan *plan;
  gint *next; /* atomic: the next provider, from 0 */
  PsStore *store;
  GPtrArray *loaders; /* PsLoader of each year of the plan */
  PsProduction *production;
  PsStatement *select; /* what is assigned */
  GArray *assigned;    /* PsAssigned, by place in the production's assignments */
  gboolean reports;    /* the caller's thread tells how far it is */
  GError *error;
} Worker;

void
ps_provider_bandwidth_free (PsProviderBandwidth *provider)
{
  if (provider == NULL)
    return;
  ps_bandwidth_free (provider->now);
  ps_bandwidth_free (provider->before);
  g_clear_pointer (&provider->told, g_array_unref);
  g_free (provider);
}

/* The same day of another year, also of "nothing of the year is known yet", which is the day before it. */
static PsDate
day_in (const PsBandwidthPlan *plan, PsDate day, int year)
{
  return day < ps_date_year_start (plan->year) ? ps_date_year_start (year) - 1 : ps_same_day (day, year);
}

static gboolean
add_year (Worker *worker, const PsAgreement *agreement, const PsLookYear *year, const PsLook *look, GPtrArray *years)
{
  PsYearRealisedOptions options = { .agreement = agreement,
                                    .year = year->year,
                                    .day = day_in (worker->plan, look->day, year->year),
                                    .through = day_in (worker->plan, look->through, year->year),
                                    .whole = year->whole,
                                    .assigned = worker->assigned };
  PsYearRealised *realised = ps_year_realised (worker->plan->region, worker->production, &options, &worker->error);

  if (realised == NULL)
    return FALSE;
  g_ptr_array_add (years, realised);
  return TRUE;
}

static GHashTable *
places_of (const GArray *assignments)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < assignments->len; i++)
    g_hash_table_insert (places, &g_array_index (assignments, PsAssignment, i).id, GUINT_TO_POINTER (i));
  return places;
}

static void
read_assigned (PsStatement *row, GHashTable *places, GArray *assigned)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  gpointer place;

  if (g_hash_table_lookup_extended (places, &id, NULL, &place))
    g_array_index (assigned, PsAssigned, GPOINTER_TO_UINT (place)) =
        (PsAssigned){ ps_sql_column_number (row, 1), ps_sql_column_number (row, 2), (guint8) sqlite3_column_int (row, 3),
                      (guint8) sqlite3_column_int (row, 4) };
}

/* How much care each assignment of the provider grants. The assignments are the same, in the same order, for every year: all of them. */
static gboolean
load_assigned (Worker *worker, guint provider)
{
  static const PsAssigned nothing = { PS_NO_NUMBER, PS_NO_NUMBER, PS_UNIT_NONE, PS_FREQUENCY_NONE };
  const GArray *assignments = worker->production->assignments;
  g_autoptr (GHashTable) places = places_of (assignments);
  gboolean row = TRUE;

  g_array_set_size (worker->assigned, 0);
  for (guint i = 0; i < assignments->len; i++)
    g_array_append_val (worker->assigned, nothing);
  sqlite3_reset (worker->select);
  sqlite3_bind_int64 (worker->select, 1, ps_region_provider (worker->plan->region, provider)->id);
  while (ps_sql_step_row (worker->store, worker->select, &row, &worker->error))
    {
      if (!row)
        return TRUE;
      read_assigned (worker->select, places, worker->assigned);
    }
  return FALSE;
}

/* Every year of a provider as every look sees it: `years` has an array of PsYearRealised for each look. */
static gboolean
load_years (Worker *worker, const PsAgreement *agreement, GPtrArray *const *years)
{
  const PsBandwidthPlan *plan = worker->plan;

  for (guint i = 0; i < plan->years->len; i++)
    {
      const PsLookYear *year = &g_array_index (plan->years, PsLookYear, i);

      if (g_cancellable_set_error_if_cancelled (plan->cancellable, &worker->error)
          || !ps_loader_load (g_ptr_array_index (worker->loaders, i), agreement->provider, worker->production, &worker->error)
          || (i == 0 && !load_assigned (worker, agreement->provider)))
        return FALSE;
      for (guint look = 0; look < plan->n_looks; look++)
        if (!add_year (worker, agreement, year, &plan->looks[look], years[look]))
          return FALSE;
    }
  return TRUE;
}

static PsBandwidth *
make_look (Worker *worker, const PsAgreement *agreement, const PsLook *look, GPtrArray *years)
{
  const PsRegion *region = worker->plan->region;
  GPtrArray *choices = g_hash_table_lookup (look->choices, &ps_region_provider (region, agreement->provider)->id);

  return ps_bandwidth_make (region, agreement, years, choices, &worker->error);
}

static gboolean
make_all (Worker *worker, const PsAgreement *agreement, GPtrArray *const *years, PsProviderBandwidth *provider)
{
  const PsBandwidthPlan *plan = worker->plan;

  provider->now = make_look (worker, agreement, &plan->looks[0], years[0]);
  if (provider->now == NULL || plan->n_looks < 2)
    return provider->now != NULL;
  provider->before = make_look (worker, agreement, &plan->looks[1], years[1]);
  return provider->before != NULL;
}

/* A scope exists where a line that is no lump sum does (domain.md §5). */
static gboolean
has_scope (const PsAgreement *agreement)
{
  for (guint i = 0; agreement != NULL && i < agreement->lines->len; i++)
    if (!g_array_index (agreement->lines, PsAgreementLine, i).lump_sum)
      return TRUE;
  return FALSE;
}

static gboolean
compute_one (Worker *worker, guint place)
{
  PsBandwidthPlan *plan = worker->plan;
  const PsAgreement *agreement = ps_region_find_agreement (plan->region, place, plan->year);
  g_autoptr (GPtrArray) now = NULL, before = NULL;
  PsProviderBandwidth *provider;

  if (!has_scope (agreement))
    return TRUE;
  now = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_year_realised_free);
  before = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_year_realised_free);
  provider = g_new0 (PsProviderBandwidth, 1);
  plan->results[place - plan->first] = provider;
  return load_years (worker, agreement, (GPtrArray *[2]){ now, before })
         && make_all (worker, agreement, (GPtrArray *[2]){ now, before }, provider);
}

static gboolean
prepare (Worker *worker)
{
  const PsBandwidthPlan *plan = worker->plan;

  worker->loaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_loader_free);
  worker->production = ps_production_new (plan->first);
  worker->assigned = g_array_new (FALSE, FALSE, sizeof (PsAssigned));
  worker->select = ps_sql_prepare (worker->store,
                                   "SELECT id, volume_milli, budget_cents, unit, frequency FROM assignment"
                                   " WHERE provider_id = ? AND (volume_milli IS NOT NULL OR budget_cents IS NOT NULL)",
                                   &worker->error);
  for (guint i = 0; worker->select != NULL && i < plan->years->len; i++)
    {
      PsLoader *loader =
          ps_loader_new (worker->store, plan->region, g_array_index (plan->years, PsLookYear, i).year, &worker->error);

      if (loader == NULL)
        return FALSE;
      g_ptr_array_add (worker->loaders, loader);
    }
  return worker->select != NULL;
}

static void
report (const Worker *worker, guint done)
{
  const PsBandwidthPlan *plan = worker->plan;

  if (worker->reports && plan->progress != NULL && done % 8 == 0)
    plan->progress ((double) done / MAX (plan->end - plan->first, 1), _("Computing where every provider stands"),
                    plan->progress_data);
}

static gpointer
run_worker (gpointer data)
{
  Worker *worker = data;
  gboolean ready = prepare (worker);

  while (ready)
    {
      guint n = (guint) g_atomic_int_add (worker->next, 1);

      if (worker->plan->first + n >= worker->plan->end)
        break;
      report (worker, n);
      if (!compute_one (worker, worker->plan->first + n))
        {
          /* Nobody takes another one. */
          g_atomic_int_set (worker->next, G_MAXINT / 2);
          break;
        }
    }
  g_ptr_array_unref (worker->loaders);
  ps_production_free (worker->production);
  g_array_unref (worker->assigned);
  sqlite3_finalize (worker->select);
  return NULL;
}

gboolean
ps_bandwidth_plan_run (PsBandwidthPlan *plan, PsStore *store, GError **error)
{
  g_autoptr (PsStore) twin = plan->end - plan->first >= N_PROVIDERS_FOR_TWO ? ps_settle_open_twin (store) : NULL;
  gint next = 0;
  Worker first = { .plan = plan, .next = &next, .store = store, .reports = TRUE };
  Worker second = { .plan = plan, .next = &next, .store = twin };
  GThread *thread = twin != NULL ? g_thread_new ("bandwidth", run_worker, &second) : NULL;

  run_worker (&first);
  if (thread != NULL)
    g_thread_join (thread);
  if (first.error == NULL)
    first.error = g_steal_pointer (&second.error);
  g_clear_error (&second.error);
  if (first.error == NULL)
    return TRUE;
  g_propagate_error (error, first.error);
  return FALSE;
}
