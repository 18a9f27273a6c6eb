/* ps-provider-runs.c: what of a provider still runs after a day: contracts, agreements, tariffs, assignments
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Only the last days are kept, so that a dialog can count again for every day that is typed.
 */
#define G_LOG_DOMAIN "peilstok-provider-runs"

#include "ps-provider-runs.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "core/ps-production.h"
#include "gui/contracts/ps-shown-contract.h"

struct _PsProviderRuns
{
  GArray *contracts; /* PsDate, as all of them */
  GArray *agreements;
  GArray *tariffs;
  GArray *assignments;
};

typedef struct
{
  PsSettledRef *figures;
  PsProviderFacts *facts;
  guint provider;
  int year;
} RunsJob;

static void
runs_job_free (gpointer data)
{
  RunsJob *job = data;

  ps_settled_ref_free (job->figures);
  ps_provider_facts_unref (job->facts);
  g_free (job);
}

static void
add_day (GArray *days, PsDate day)
{
  g_array_append_val (days, day);
}

static void
add_of_region (PsProviderRuns *runs, const PsRegion *region, guint provider)
{
  for (guint i = 0; i < region->agreements->len; i++)
    {
      const PsAgreement *agreement = &g_array_index (region->agreements, PsAgreement, i);

      if (agreement->provider == provider)
        add_day (runs->agreements, ps_date_year_end (agreement->year));
    }
  for (guint i = 0; i < region->tariffs->len; i++)
    {
      const PsTariff *tariff = ps_region_tariff (region, i);

      if (tariff->provider == provider)
        add_day (runs->tariffs, tariff->to);
    }
}

static PsProviderRuns *
runs_new (void)
{
  PsProviderRuns *runs = g_new0 (PsProviderRuns, 1);

  runs->contracts = g_array_new (FALSE, FALSE, sizeof (PsDate));
  runs->agreements = g_array_new (FALSE, FALSE, sizeof (PsDate));
  runs->tariffs = g_array_new (FALSE, FALSE, sizeof (PsDate));
  runs->assignments = g_array_new (FALSE, FALSE, sizeof (PsDate));
  return runs;
}

void
ps_provider_runs_free (PsProviderRuns *runs)
{
  g_array_unref (runs->contracts);
  g_array_unref (runs->agreements);
  g_array_unref (runs->tariffs);
  g_array_unref (runs->assignments);
  g_free (runs);
}

static gpointer
load_runs (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  RunsJob *job = data;
  const PsRegion *region = ps_settled_ref_get (job->figures)->region;
  g_autoptr (PsProduction) production = ps_production_new (job->provider);
  PsProviderRuns *runs;

  if (!ps_store_load_production (store, region, job->provider, job->year, production, error))
    return NULL;
  runs = runs_new ();
  add_of_region (runs, region, job->provider);
  for (guint i = 0; i < production->assignments->len; i++)
    add_day (runs->assignments, g_array_index (production->assignments, PsAssignment, i).end);
  for (guint i = 0; i < job->facts->contracts->len; i++)
    add_day (runs->contracts, ps_contract_end_now (ps_shown_contract_get (g_ptr_array_index (job->facts->contracts, i))));
  return runs;
}

void
ps_provider_runs_async (PsSession *session, guint provider, PsProviderFacts *facts, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  RunsJob *job = g_new0 (RunsJob, 1);

  job->figures = ps_session_ref_settled (session);
  job->facts = ps_provider_facts_ref (facts);
  job->provider = provider;
  job->year = ps_session_get_year (session);
  ps_session_run_async (session, load_runs, job, runs_job_free, (GDestroyNotify) ps_provider_runs_free, callback, user_data);
}

PsProviderRuns *
ps_provider_runs_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

static guint
count_after (const GArray *days, PsDate last_day)
{
  guint n = 0;

  for (guint i = 0; i < days->len; i++)
    n += g_array_index (days, PsDate, i) > last_day;
  return n;
}

/* Takes `text`. */
static void
add_part (GString *parts, guint n, char *text)
{
  if (n > 0)
    g_string_append_printf (parts, "%s%s", parts->len > 0 ? ", " : "", text);
  g_free (text);
}

char *
ps_provider_runs_text (const PsProviderRuns *runs, PsDate last_day)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autofree char *day = ps_format_date (last_day);
  guint n;

  n = count_after (runs->contracts, last_day);
  add_part (parts, n, g_strdup_printf (ngettext ("%u contract", "%u contracts", n), n));
  n = count_after (runs->agreements, last_day);
  add_part (parts, n, g_strdup_printf (ngettext ("%u agreement", "%u agreements", n), n));
  n = count_after (runs->tariffs, last_day);
  add_part (parts, n, g_strdup_printf (ngettext ("%u tariff of its own", "%u tariffs of its own", n), n));
  n = count_after (runs->assignments, last_day);
  add_part (parts, n, g_strdup_printf (ngettext ("%u assignment", "%u assignments", n), n));
  if (parts->len == 0)
    return g_strdup_printf (_("Nothing of it runs after %s."), day);
  return g_strdup_printf (_("After %s these still run: %s. They stay as they are: end them or move them where they must."), day,
                          parts->str);
}
