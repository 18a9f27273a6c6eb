/* ps-bandwidths-work.c: one provider after the other, its years loaded once for every day that is looked from
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-bandwidths-private.h"
#include "ps-loader.h"
#include "ps-provider-work.h"
#include "ps-year-figures-private.h"

/* Of one thread. */
typedef struct
{
  PsBandwidthPlan *plan;
  PsLoader *loader;
  PsProduction *production;
  GError *error;
} Worker;

/* One provider of the plan. */
typedef struct
{
  guint place;
  const PsAgreement *agreement; /* of the year, with a scope; NULL: none */
  GPtrArray *years[2];          /* PsYearRealised of every year, for each look */
  PsProviderBandwidth *result;
  PsProviderYear *figures; /* NULL: not wanted */
} Job;

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
add_look (Worker *worker, const Job *job, const PsLookYear *year, const PsLook *look, GPtrArray *years)
{
  PsYearRealisedOptions options = { .agreement = job->agreement,
                                    .year = year->year,
                                    .day = day_in (worker->plan, look->day, year->year),
                                    .through = day_in (worker->plan, look->through, year->year),
                                    .whole = year->whole };
  PsYearRealised *realised = ps_year_realised (worker->plan->region, worker->production, &options, &worker->error);

  if (realised == NULL)
    return FALSE;
  g_ptr_array_add (years, realised);
  return TRUE;
}

/* A year of the provider as every look sees it, where it has a bandwidth to be made of that. */
static gboolean
add_looks (Worker *worker, Job *job, guint back)
{
  const PsBandwidthPlan *plan = worker->plan;

  for (guint look = 0; look < plan->n_looks; look++)
    if (!add_look (worker, job, &g_array_index (plan->years, PsLookYear, back), &plan->looks[look], job->years[look]))
      return FALSE;
  return TRUE;
}

static gboolean
add_figures (Worker *worker, Job *job, guint back, gboolean has_looks)
{
  const PsBandwidthPlan *plan = worker->plan;

  return ps_provider_year_add_facts (job->figures, plan, (int) back, worker->production, &worker->error)
         && ps_provider_year_add_months (job->figures, plan->region, (int) back,
                                         has_looks ? g_ptr_array_index (job->years[0], back) : NULL, &worker->error);
}

/* So many years back: loaded already, made the production. */
static gboolean
compute_year (Worker *worker, Job *job, guint back)
{
  const PsBandwidthPlan *plan = worker->plan;
  gboolean has_looks = job->agreement != NULL && back < plan->years->len;

  return !g_cancellable_set_error_if_cancelled (plan->cancellable, &worker->error)
         && ps_loader_set_year (worker->loader, plan->year - (int) back, worker->production, &worker->error)
         && (!has_looks || add_looks (worker, job, back))
         && (job->figures == NULL || back > 1 || add_figures (worker, job, back, has_looks));
}

static PsBandwidth *
make_look (Worker *worker, const Job *job, guint look)
{
  const PsRegion *region = worker->plan->region;
  GPtrArray *choices = g_hash_table_lookup (worker->plan->looks[look].choices, &ps_region_provider (region, job->place)->id);

  return ps_bandwidth_make (region, job->agreement, job->years[look], choices, &worker->error);
}

static gboolean
make_all (Worker *worker, const Job *job)
{
  if (job->agreement == NULL)
    return TRUE;
  job->result->now = make_look (worker, job, 0);
  if (job->result->now == NULL || worker->plan->n_looks < 2)
    return job->result->now != NULL;
  job->result->before = make_look (worker, job, 1);
  return job->result->before != NULL;
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

/* Every year of the plan where there is a bandwidth; where only figures are wanted, this year and the one before. */
static gboolean
compute_years (Worker *worker, Job *job)
{
  const PsBandwidthPlan *plan = worker->plan;
  guint n = job->agreement != NULL ? plan->years->len : 0;

  if (job->figures != NULL)
    n = MAX (n, 2);
  if (!ps_loader_load_years (worker->loader, job->place, plan->year - (int) n + 1, plan->year, worker->production,
                             &worker->error))
    return FALSE;
  for (guint back = 0; back < n; back++)
    if (!compute_year (worker, job, back))
      return FALSE;
  return make_all (worker, job);
}

static gboolean
compute_one (Worker *worker, guint n)
{
  PsBandwidthPlan *plan = worker->plan;
  guint place = g_array_index (plan->providers, guint, n);
  const PsAgreement *agreement = ps_region_find_agreement (plan->region, place, plan->year);
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_year_realised_free);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_year_realised_free);
  Job job = { .place = place, .agreement = has_scope (agreement) ? agreement : NULL, .years = { now, before } };

  if (plan->figures != NULL)
    job.figures = plan->figures[n] = ps_provider_year_new (place);
  if (job.agreement != NULL)
    job.result = plan->results[n] = g_new0 (PsProviderBandwidth, 1);
  return (job.agreement == NULL && job.figures == NULL) || compute_years (worker, &job);
}

static gpointer
begin_worker (PsStore *store, gpointer data, GError **error)
{
  PsBandwidthPlan *plan = data;
  PsLoader *loader = ps_loader_new (store, plan->region, plan->year, error);
  Worker *worker;

  if (loader == NULL)
    return NULL;
  worker = g_new0 (Worker, 1);
  worker->plan = plan;
  worker->loader = loader;
  worker->production = ps_production_new (0);
  return worker;
}

static gboolean
work_on (gpointer own, guint n, gpointer data, GError **error)
{
  Worker *worker = own;

  if (compute_one (worker, n))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&worker->error));
  return FALSE;
}

static void
end_worker (gpointer own, gpointer data)
{
  Worker *worker = own;

  ps_loader_free (worker->loader);
  ps_production_free (worker->production);
  g_free (worker);
}

/* By place in the plan's providers. */
gboolean
ps_bandwidth_plan_run (PsBandwidthPlan *plan, PsStore *store, GError **error)
{
  const PsProviderWork work = { _("Computing where every provider stands"), begin_worker, work_on, end_worker };

  return ps_provider_work_run (store, 0, plan->providers->len, &work, plan, plan->cancellable, plan->progress,
                               plan->progress_data, error);
}
