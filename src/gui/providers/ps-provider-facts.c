/* ps-provider-facts.c: what the file says of a provider beside the figures: read in one go for its page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-provider-facts"

#include "ps-provider-facts.h"

#include "gui/contracts/ps-shown-contract.h"

typedef struct
{
  PsSettledRef *figures;
  guint provider;
  gint64 id;
} FactsJob;

static void
facts_job_free (gpointer data)
{
  FactsJob *job = data;

  g_clear_pointer (&job->figures, ps_settled_ref_free);
  g_free (job);
}

static void
facts_clear (gpointer data)
{
  PsProviderFacts *facts = data;

  g_clear_pointer (&facts->record, ps_record_free);
  g_clear_pointer (&facts->agbs, g_ptr_array_unref);
  g_clear_pointer (&facts->agb_records, g_ptr_array_unref);
  g_clear_pointer (&facts->contracts, g_ptr_array_unref);
}

PsProviderFacts *
ps_provider_facts_ref (PsProviderFacts *facts)
{
  return g_atomic_rc_box_acquire (facts);
}

void
ps_provider_facts_unref (PsProviderFacts *facts)
{
  g_atomic_rc_box_release_full (facts, facts_clear);
}

static gpointer
load_facts (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  FactsJob *job = data;
  g_autoptr (PsProviderFacts) facts = g_atomic_rc_box_new0 (PsProviderFacts);

  facts->record = ps_store_load_record (store, "provider", job->id, error);
  if (facts->record == NULL || !ps_desk_provider_use (store, job->id, &facts->use, error)
      || (facts->agbs = ps_desk_provider_agbs (store, job->id, error)) == NULL
      || (facts->agb_records = ps_store_load_records (store, "provider_agb", "provider_id", job->id, error)) == NULL
      || (facts->contracts = ps_shown_contracts_load (store, g_steal_pointer (&job->figures), job->provider, error)) == NULL)
    return NULL;
  return g_steal_pointer (&facts);
}

void
ps_provider_facts_async (PsSession *session, guint provider, GAsyncReadyCallback callback, gpointer user_data)
{
  FactsJob *job = g_new0 (FactsJob, 1);

  job->figures = ps_session_ref_settled (session);
  job->provider = provider;
  job->id = ps_region_provider (ps_settled_ref_get (job->figures)->region, provider)->id;
  ps_session_run_async (session, load_facts, job, facts_job_free, (GDestroyNotify) ps_provider_facts_unref, callback, user_data);
}

PsProviderFacts *
ps_provider_facts_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

gboolean
ps_provider_facts_unused (const PsProviderFacts *facts)
{
  const PsProviderUse *use = &facts->use;

  return use->contracts == 0 && use->tariffs == 0 && use->agreements == 0 && use->assignments == 0 && use->lines == 0
         && use->advances == 0 && use->measurements == 0;
}
