/* ps-provider-facts.c: what the file says of a provider beside the figures: read in one go for its page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-provider-facts"

#include "ps-provider-facts.h"

#include "gui/contracts/ps-shown-contract.h"

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

/**
 * ps_provider_facts_load: on a worker.
 * @figures: (transfer full): the session's
 * @provider: its place in them
 *
 * Returns: (transfer full) (nullable): NULL without an error: it is not there any more
 */
PsProviderFacts *
ps_provider_facts_load (PsStore *store, PsSettledRef *figures, guint provider, GError **error)
{
  g_autoptr (PsProviderFacts) facts = g_atomic_rc_box_new0 (PsProviderFacts);
  gint64 id = ps_region_provider (ps_settled_ref_get (figures)->region, provider)->id;

  facts->contracts = ps_shown_contracts_load (store, figures, provider, error);
  if (facts->contracts == NULL || (facts->record = ps_store_load_record (store, "provider", id, error)) == NULL
      || !ps_desk_provider_use (store, id, &facts->use, error) || (facts->agbs = ps_desk_provider_agbs (store, id, error)) == NULL
      || (facts->agb_records = ps_store_load_records (store, "provider_agb", "provider_id", id, error)) == NULL)
    return NULL;
  return g_steal_pointer (&facts);
}

gboolean
ps_provider_facts_unused (const PsProviderFacts *facts)
{
  const PsProviderUse *use = &facts->use;

  return use->contracts == 0 && use->tariffs == 0 && use->agreements == 0 && use->assignments == 0 && use->lines == 0
         && use->advances == 0 && use->measurements == 0;
}
