/* ps-shown-contract.c: a contract as it was read, with the region that its places refer to
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-shown-contract"

#include "ps-shown-contract.h"

#include "store/ps-desk.h"

/* Shared by all contracts that were read together. */
typedef struct
{
  PsSettledRef *figures;
} Figures;

struct _PsShownContract
{
  Figures *figures;
  PsContract *contract;
};

static void
figures_clear (gpointer data)
{
  ps_settled_ref_free (((Figures *) data)->figures);
}

static void
shown_clear (gpointer data)
{
  PsShownContract *self = data;

  ps_contract_free (self->contract);
  g_atomic_rc_box_release_full (self->figures, figures_clear);
}

PsShownContract *
ps_shown_contract_ref (PsShownContract *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ps_shown_contract_unref (PsShownContract *self)
{
  g_atomic_rc_box_release_full (self, shown_clear);
}

const PsContract *
ps_shown_contract_get (const PsShownContract *self)
{
  return self->contract;
}

const PsRegion *
ps_shown_contract_get_region (const PsShownContract *self)
{
  return ps_settled_ref_get (self->figures->figures)->region;
}

const PsProvider *
ps_shown_contract_get_provider (const PsShownContract *self)
{
  return ps_region_provider (ps_shown_contract_get_region (self), self->contract->provider);
}

/* Owned by the caller. */
PsContract *
ps_contract_copy (const PsContract *contract)
{
  PsContract *copy = ps_contract_new ();

  copy->id = contract->id;
  copy->provider = contract->provider;
  g_free (copy->number);
  copy->number = g_strdup (contract->number);
  copy->start = contract->start;
  copy->end = contract->end;
  copy->notice_months = contract->notice_months;
  copy->notes = g_strdup (contract->notes);
  g_array_append_vals (copy->options, contract->options->data, contract->options->len);
  g_array_append_vals (copy->products, contract->products->data, contract->products->len);
  for (guint i = 0; i < contract->documents->len; i++)
    {
      const PsContractDocument *document = g_ptr_array_index (contract->documents, i);
      PsContractDocument *other = g_new0 (PsContractDocument, 1);

      other->id = document->id;
      other->label = g_strdup (document->label);
      other->uri = g_strdup (document->uri);
      g_ptr_array_add (copy->documents, other);
    }
  return copy;
}

GPtrArray *
ps_shown_contracts_load (PsStore *store, PsSettledRef *figures, guint provider, GError **error)
{
  Figures *shared = g_atomic_rc_box_new0 (Figures);
  g_autoptr (GPtrArray) contracts = NULL;
  GPtrArray *shown = NULL;

  shared->figures = figures;
  contracts = ps_desk_load_contracts (store, ps_settled_ref_get (figures)->region, provider, error);
  if (contracts != NULL)
    {
      shown = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_shown_contract_unref);
      for (guint i = 0; i < contracts->len; i++)
        {
          PsShownContract *one = g_atomic_rc_box_new0 (PsShownContract);

          one->figures = g_atomic_rc_box_acquire (shared);
          one->contract = g_steal_pointer (&g_ptr_array_index (contracts, i));
          g_ptr_array_add (shown, one);
        }
      g_ptr_array_set_free_func (contracts, NULL);
    }
  g_atomic_rc_box_release_full (shared, figures_clear);
  return shown;
}

PsShownContract *
ps_shown_contracts_find (GPtrArray *contracts, gint64 id)
{
  for (guint i = 0; i < contracts->len; i++)
    if (((PsShownContract *) g_ptr_array_index (contracts, i))->contract->id == id)
      return g_ptr_array_index (contracts, i);
  return NULL;
}

/* From the main thread */

typedef struct
{
  PsSettledRef *figures;
  guint provider;
} LoadJob;

static void
load_job_free (gpointer data)
{
  LoadJob *job = data;

  g_clear_pointer (&job->figures, ps_settled_ref_free);
  g_free (job);
}

static gpointer
load_contracts (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LoadJob *job = data;

  return ps_shown_contracts_load (store, g_steal_pointer (&job->figures), job->provider, error);
}

void
ps_shown_contracts_async (PsSession *session, guint provider, GAsyncReadyCallback callback, gpointer user_data)
{
  LoadJob *job = g_new0 (LoadJob, 1);

  job->figures = ps_session_ref_settled (session);
  job->provider = provider;
  ps_session_run_async (session, load_contracts, job, load_job_free, (GDestroyNotify) g_ptr_array_unref, callback, user_data);
}

GPtrArray *
ps_shown_contracts_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}
