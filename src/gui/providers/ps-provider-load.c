/* ps-provider-load.c: what the charts of a provider's page show of a year, and what the file says beside them: read in one go
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * One connection and no region: that of the session's figures is as good, and reading a nation's takes longer than all of the rest.
 */
#define G_LOG_DOMAIN "peilstok-provider-load"

#include "ps-provider-load.h"

#include "ps-provider-chart.h"

typedef struct
{
  PsSettledRef *figures;
  PsSettledRef *for_monitor; /* shares for what keeps them; NULL: taken */
  PsSettledRef *for_facts;
  guint provider;
  int year;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ps_settled_ref_free (job->figures);
  ps_settled_ref_free (job->for_monitor);
  ps_settled_ref_free (job->for_facts);
  g_free (job);
}

void
ps_provider_load_free (PsProviderLoad *load)
{
  if (load == NULL)
    return;
  g_clear_pointer (&load->realised, ps_realised_chart_free);
  g_clear_pointer (&load->monitor, ps_monitor_shown_unref);
  g_clear_pointer (&load->years, ps_history_years_free);
  g_clear_pointer (&load->last, ps_settlement_free);
  g_clear_pointer (&load->figures, ps_settled_ref_free);
  g_clear_pointer (&load->facts, ps_provider_facts_unref);
  g_free (load);
}

/* On the worker */

static gboolean
load_monitor (PsStore *store, Job *job, const char *agb, GCancellable *cancellable, PsProviderLoad *load, GError **error)
{
  PsMonitorsQuery query = { .year = job->year, .agb = agb, .topics = PS_PROVIDER_TOPICS };

  load->monitor = ps_monitor_data_load (store, g_steal_pointer (&job->for_monitor), &query, cancellable, NULL, NULL, error);
  return load->monitor != NULL;
}

static gboolean
settle_last (PsStore *store, const PsRegion *region, const Job *job, PsProviderLoad *load, GError **error)
{
  g_autoptr (PsProduction) production = ps_production_new (job->provider);
  PsSettleOptions options = { .year = job->year - 1, .through = ps_date_year_end (job->year - 1) };

  if (!ps_store_load_production (store, region, job->provider, job->year - 1, production, error))
    return FALSE;
  load->last = ps_settle (region, production, &options, error);
  if (load->last == NULL)
    return FALSE;
  if (ps_settlement_is_empty (load->last))
    g_clear_pointer (&load->last, ps_settlement_free);
  return TRUE;
}

static gboolean
load_facts (PsStore *store, Job *job, PsProviderLoad *load, GError **error)
{
  g_autoptr (GError) problem = NULL;

  load->facts = ps_provider_facts_load (store, g_steal_pointer (&job->for_facts), job->provider, &problem);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  const PsRegion *region = ps_settled_ref_get (job->figures)->region;
  const char *agb = ps_region_provider (region, job->provider)->agb;
  g_autoptr (PsProviderLoad) load = g_new0 (PsProviderLoad, 1);

  load->year = job->year;
  load->realised = ps_provider_chart_load (store, region, job->provider, job->year, error);
  if (load->realised == NULL || !load_monitor (store, job, agb, cancellable, load, error)
      || !settle_last (store, region, job, load, error)
      || (load->years = ps_history_years_load (store, job->figures, agb, cancellable, error)) == NULL
      || !load_facts (store, job, load, error))
    return NULL;
  load->figures = g_steal_pointer (&job->figures);
  return g_steal_pointer (&load);
}

/* On the main thread */

void
ps_provider_load_async (PsSession *session, guint provider, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->figures = ps_session_ref_settled (session);
  job->for_monitor = ps_session_ref_settled (session);
  job->for_facts = ps_session_ref_settled (session);
  job->provider = provider;
  job->year = ps_session_get_year (session);
  g_assert (job->figures != NULL);
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) ps_provider_load_free, callback, user_data);
}

PsProviderLoad *
ps_provider_load_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}
