/* ps-what-if-data.c: a provider's year settled as it is and as it might be; its production is read once
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-what-if"

#include "ps-what-if-data.h"

#include <glib/gi18n-lib.h>

#include "core/ps-agreement.h"

struct _PsWhatIfBase
{
  gatomicrefcount references;
  PsSettledRef *figures;
  guint provider;
  PsProduction *production; /* these two by the first answer, on the main thread */
  PsSettlement *settlement;
};

PsWhatIfBase *
ps_what_if_base_new (PsSession *session, guint provider)
{
  PsWhatIfBase *base = g_new0 (PsWhatIfBase, 1);

  g_atomic_ref_count_init (&base->references);
  base->figures = ps_session_ref_settled (session);
  base->provider = provider;
  return base;
}

PsWhatIfBase *
ps_what_if_base_ref (PsWhatIfBase *base)
{
  g_atomic_ref_count_inc (&base->references);
  return base;
}

void
ps_what_if_base_unref (PsWhatIfBase *base)
{
  if (base == NULL || !g_atomic_ref_count_dec (&base->references))
    return;
  g_clear_pointer (&base->settlement, ps_settlement_free);
  g_clear_pointer (&base->production, ps_production_free);
  ps_settled_ref_free (base->figures);
  g_free (base);
}

const PsRegion *
ps_what_if_base_get_region (const PsWhatIfBase *base)
{
  return ps_settled_ref_get (base->figures)->region;
}

int
ps_what_if_base_get_year (const PsWhatIfBase *base)
{
  return ps_settled_ref_get (base->figures)->year;
}

guint
ps_what_if_base_get_provider (const PsWhatIfBase *base)
{
  return base->provider;
}

const PsAgreement *
ps_what_if_base_get_agreement (const PsWhatIfBase *base)
{
  return ps_region_find_agreement (ps_what_if_base_get_region (base), base->provider, ps_what_if_base_get_year (base));
}

const PsSettlement *
ps_what_if_base_get_settlement (const PsWhatIfBase *base)
{
  return base->settlement;
}

void
ps_what_if_answer_free (PsWhatIfAnswer *answer)
{
  if (answer == NULL)
    return;
  /* The settlement borrows from the agreement, and both from the region. */
  g_clear_pointer (&answer->settlement, ps_settlement_free);
  g_clear_pointer (&answer->agreement, ps_what_if_agreement_free);
  ps_what_if_base_unref (answer->base);
  g_free (answer->sentence);
  g_free (answer->problem);
  g_free (answer);
}

/* On the worker */

typedef struct
{
  PsWhatIfBase *base;
  PsWhatIf what_if;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ps_what_if_base_unref (job->base);
  g_clear_pointer (&job->what_if.ceilings, g_array_unref);
  g_free (job);
}

/* What the worker has found: the base itself is not touched there. */
typedef struct
{
  PsWhatIfAnswer *answer;
  PsProduction *production; /* these two of the first answer only */
  PsSettlement *real;
} Found;

static void
found_free (Found *found)
{
  ps_what_if_answer_free (found->answer);
  g_clear_pointer (&found->real, ps_settlement_free);
  g_clear_pointer (&found->production, ps_production_free);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static PsSettlement *
settle (const PsWhatIfBase *base, const Found *found, const PsAgreement *agreement, GError **error)
{
  const PsSettledYear *settled = ps_settled_ref_get (base->figures);
  const PsProduction *production = found->production != NULL ? found->production : base->production;
  PsSettleOptions options = { .year = settled->year, .through = ps_date_year_end (settled->year), .agreement = agreement };

  return ps_settle (settled->region, production, &options, error);
}

/* Once. */
static gboolean
settle_real (const PsWhatIfBase *base, Found *found, PsStore *store, GError **error)
{
  if (base->settlement != NULL)
    return TRUE;
  found->production = ps_production_new (base->provider);
  if (!ps_store_load_production (store, ps_what_if_base_get_region (base), base->provider, ps_what_if_base_get_year (base),
                                 found->production, error))
    return FALSE;
  found->real = settle (base, found, NULL, error);
  return found->real != NULL;
}

/* FALSE with an error only where it cannot be computed: what makes no sense is the answer's problem. */
static gboolean
settle_other (Found *found, const PsWhatIf *what_if, GError **error)
{
  PsWhatIfAnswer *answer = found->answer;
  const PsWhatIfBase *base = answer->base;

  answer->same = ps_what_if_is_same (what_if);
  answer->sentence = ps_what_if_sentence (ps_what_if_base_get_region (base), what_if);
  if (!answer->same)
    {
      answer->agreement =
          ps_what_if_agreement (ps_what_if_base_get_agreement (base), base->provider, ps_what_if_base_get_year (base), what_if);
      answer->problem = answer->agreement == NULL ? g_strdup (_("These ceilings are too large to compute with."))
                                                  : ps_what_if_problem (ps_what_if_base_get_region (base), answer->agreement);
    }
  if (answer->problem != NULL)
    return TRUE;
  answer->settlement = settle (base, found, answer->agreement, error);
  return answer->settlement != NULL;
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (Found) found = g_new0 (Found, 1);

  found->answer = g_new0 (PsWhatIfAnswer, 1);
  found->answer->base = ps_what_if_base_ref (job->base);
  if (!settle_real (job->base, found, store, error) || !settle_other (found, &job->what_if, error))
    return NULL;
  return g_steal_pointer (&found);
}

/* On the main thread */

void
ps_what_if_ask_async (PsSession *session, PsWhatIfBase *base, const PsWhatIf *what_if, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->base = ps_what_if_base_ref (base);
  job->what_if = *what_if;
  job->what_if.ceilings = what_if->ceilings != NULL ? g_array_copy (what_if->ceilings) : NULL;
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) found_free, callback, user_data);
}

PsWhatIfAnswer *
ps_what_if_ask_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  g_autoptr (Found) found = ps_session_run_finish (session, result, error);
  PsWhatIfBase *base;

  if (found == NULL)
    return NULL;
  base = found->answer->base;
  if (base->settlement == NULL)
    {
      base->production = g_steal_pointer (&found->production);
      base->settlement = g_steal_pointer (&found->real);
    }
  return g_steal_pointer (&found->answer);
}
