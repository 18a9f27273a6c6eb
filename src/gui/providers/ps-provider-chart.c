/* ps-provider-chart.c: the figures of "realised against ceiling", worked out on a worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-provider-chart"

#include "ps-provider-chart.h"

#include "core/ps-realised.h"

typedef struct
{
  PsSettledRef *figures;
  guint provider;
  int year;
} ChartJob;

static void
chart_job_free (gpointer data)
{
  ChartJob *job = data;

  ps_settled_ref_free (job->figures);
  g_free (job);
}

/* `known`: whether anything was declared in that year. */
static gboolean
realise_year (PsStore *store, const PsRegion *region, guint provider, int year, PsRealised *realised, gboolean *known,
              GError **error)
{
  g_autoptr (PsProduction) production = ps_production_new (provider);
  PsDate through;

  if (!ps_store_complete_through (store, year, &through, error))
    return FALSE;
  *known = through >= ps_date_year_start (year);
  return ps_store_load_production (store, region, provider, year, production, error)
         && ps_realised_by_month (region, production, year, through, realised, error);
}

static void
set_bandwidth (PsRealisedChart *chart, const PsRegion *region, const PsAgreement *agreement)
{
  if (agreement == NULL)
    return;
  chart->under_bp = agreement->under_bp >= 0 ? agreement->under_bp : region->under_bp;
  chart->over_bp = agreement->over_bp >= 0 ? agreement->over_bp : region->over_bp;
}

static void
add_peildata (PsRealisedChart *chart, const PsRegion *region, int year)
{
  for (guint i = 0; i < region->peildata->len; i++)
    {
      const PsPeildatum *peildatum = ps_region_peildatum (region, i);

      if (peildatum->data_through != PS_DATE_OPEN && ps_date_year (peildatum->data_through) == year)
        ps_realised_chart_add_mark (chart, peildatum->date, peildatum->data_through, PS_NO_NUMBER);
    }
}

/* On a worker. `provider`: its place in `region`. */
PsRealisedChart *
ps_provider_chart_load (PsStore *store, const PsRegion *region, guint provider, int year, GError **error)
{
  const PsAgreement *agreement = ps_region_find_agreement (region, provider, year);
  g_autoptr (PsRealisedChart) chart = ps_realised_chart_new (year);
  PsRealised this_year, last_year;
  gboolean known, known_last;

  if (!realise_year (store, region, provider, year, &this_year, &known, error)
      || !realise_year (store, region, provider, year - 1, &last_year, &known_last, error))
    return NULL;
  ps_realised_chart_set (chart, &this_year, known_last ? &last_year : NULL);
  if (agreement == NULL)
    chart->ceiling_cents = PS_NO_NUMBER;
  set_bandwidth (chart, region, agreement);
  add_peildata (chart, region, year);
  return g_steal_pointer (&chart);
}

static gpointer
make_chart (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  ChartJob *job = data;

  return ps_provider_chart_load (store, ps_settled_ref_get (job->figures)->region, job->provider, job->year, error);
}

/* `provider`: its place in the session's figures. */
void
ps_provider_chart_async (PsSession *session, guint provider, GAsyncReadyCallback callback, gpointer user_data)
{
  ChartJob *job = g_new0 (ChartJob, 1);

  job->figures = ps_session_ref_settled (session);
  job->provider = provider;
  job->year = ps_session_get_year (session);
  ps_session_run_async (session, make_chart, job, chart_job_free, (GDestroyNotify) ps_realised_chart_free, callback, user_data);
}

PsRealisedChart *
ps_provider_chart_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}
