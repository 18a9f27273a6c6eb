/* ps-settlements-data.c: what the year gives now beside what is stored of it, provider by provider
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlements-data"

#include "ps-settlements-data.h"

#include <string.h>

#include "gui/contracts/ps-contract-words.h"
#include "store/ps-statements.h"

typedef struct
{
  PsSettledRef *figures;
  PsDate through;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ps_settled_ref_free (job->figures);
  g_free (job);
}

static void
provider_year_free (gpointer data)
{
  PsProviderYear *provider = data;

  g_free (provider->agb);
  g_free (provider->name);
  g_free (provider);
}

void
ps_settlements_data_free (PsSettlementsData *data)
{
  if (data == NULL)
    return;
  g_clear_pointer (&data->providers, g_ptr_array_unref);
  g_clear_pointer (&data->stored, g_ptr_array_unref);
  ps_settled_year_free (data->interim);
  ps_settled_ref_free (data->figures);
  g_free (data);
}

const PsSettledYear *
ps_settlements_data_settled (const PsSettlementsData *data)
{
  return data->interim != NULL ? data->interim : ps_settled_ref_get (data->figures);
}

const char *
ps_stored_last_actor (const PsStored *stored)
{
  if (stored->state == PS_SETTLEMENT_FINAL)
    return stored->final_by;
  if (stored->state == PS_SETTLEMENT_WITHDRAWN)
    return stored->withdrawn_by;
  return stored->state == PS_SETTLEMENT_PROPOSED ? stored->proposed_by : stored->made_by;
}

static gint64
last_moment (const PsStored *stored)
{
  if (stored->state == PS_SETTLEMENT_FINAL)
    return stored->final_at;
  if (stored->state == PS_SETTLEMENT_WITHDRAWN)
    return stored->withdrawn_at;
  return stored->state == PS_SETTLEMENT_PROPOSED ? stored->proposed_at : stored->made_at;
}

PsDate
ps_stored_last_day (const PsStored *stored)
{
  gint64 moment = last_moment (stored);
  g_autoptr (GDateTime) time = moment != 0 ? g_date_time_new_from_unix_local (moment / G_USEC_PER_SEC) : NULL;

  if (time == NULL)
    return PS_DATE_OPEN;
  return ps_date_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time));
}

/* On the worker */

/* What is stored is held against what the region gives up to the same day. */
static void
compare (PsProviderYear *provider, PsDate through)
{
  static const PsSettlementLine nothing;
  const PsSettlementLine *now = provider->now != NULL ? &provider->now->totals : &nothing;
  const PsStored *stored = provider->stored;
  PsOverflow overflow = { FALSE };

  provider->since_cents = PS_NO_NUMBER;
  provider->amount_cents = now->balance_cents;
  if (stored == NULL)
    return;
  provider->amount_cents = stored->amount_cents;
  if (stored->through != through)
    return;
  provider->since_cents = ps_subtract (now->balance_cents, stored->balance_cents, &overflow);
  provider->changed = now->gross_cents != stored->gross_cents || now->payable_cents != stored->payable_cents
                      || now->paid_cents != stored->paid_cents || now->carried_cents != stored->carried_cents
                      || now->disputed_cents != stored->disputed_cents || now->balance_cents != stored->balance_cents;
}

/* Several at once correct nothing: each correction has a reason of its own, and begins on the settlement's page. */
static gboolean
allows (const PsProviderYear *provider, int year, PsLifeStep step)
{
  gboolean anew = step == PS_STEP_STORE || step == PS_STEP_PROPOSE;
  PsLifeFacts facts = { .state = (PsSettlementState) provider->state, .year = year, .through = ps_date_year_end (year) };

  if (anew && (provider->state == PS_SETTLEMENT_FINAL || provider->now == NULL))
    return FALSE;
  if (provider->stored != NULL)
    facts.proposed_by = provider->stored->proposed_by;
  if (provider->stored != NULL && !anew)
    facts.through = provider->stored->through;
  return ps_life_allows (&facts, step, g_get_user_name (), NULL);
}

static guint
allowed_steps (const PsProviderYear *provider, int year)
{
  guint allowed = 0;

  for (int step = PS_STEP_STORE; step <= PS_STEP_WITHDRAW; step++)
    if (allows (provider, year, (PsLifeStep) step))
      allowed |= 1u << step;
  return allowed;
}

static PsProviderYear *
add_provider (PsSettlementsData *data, const char *agb, const char *name, const PsSettlement *now)
{
  PsProviderYear *provider = g_new0 (PsProviderYear, 1);

  provider->agb = g_strdup (agb);
  provider->name = g_strdup (name);
  provider->now = now;
  provider->stored = ps_settlements_choose (data->stored, agb, data->year);
  provider->state = provider->stored != NULL ? (int) provider->stored->state : PS_NOT_STORED;
  provider->allowed = allowed_steps (provider, data->year);
  compare (provider, data->through);
  g_ptr_array_add (data->providers, provider);
  return provider;
}

static int
compare_agbs (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(PsProviderYear *const *) a)->agb, (*(PsProviderYear *const *) b)->agb);
}

/* Those with something to settle now, and those of whom something is stored and nothing is left. */
static void
add_providers (PsSettlementsData *data)
{
  const PsSettledYear *settled = ps_settlements_data_settled (data);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < settled->settlements->len; i++)
    {
      const PsSettlement *now = g_ptr_array_index (settled->settlements, i);
      const PsProvider *provider = ps_region_provider (settled->region, now->provider);

      g_hash_table_add (known, add_provider (data, provider->agb, provider->name, now)->agb);
    }
  for (guint i = 0; i < data->stored->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (data->stored, i);

      if (!g_hash_table_contains (known, stored->agb) && ps_settlements_choose (data->stored, stored->agb, data->year) == stored)
        g_hash_table_add (known, add_provider (data, stored->agb, stored->provider, NULL)->agb);
    }
  g_ptr_array_sort (data->providers, compare_agbs);
}

/* Statements are of the whole year, whatever day the page shows. */
static gint64
gross_of_year (const PsSettledYear *settled, guint place)
{
  guint low = 0, high = settled->settlements->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const PsSettlement *settlement = g_ptr_array_index (settled->settlements, middle);

      if (settlement->provider == place)
        return settlement->totals.gross_cents;
      if (settlement->provider < place)
        low = middle + 1;
      else
        high = middle;
    }
  return 0;
}

static gboolean
add_statements (PsSettlementsData *data, PsStore *store, GError **error)
{
  const PsSettledYear *settled = ps_settled_ref_get (data->figures);
  g_autoptr (GPtrArray) statements = ps_statements_list (store, settled->region, data->year, error);
  g_autoptr (GHashTable) by_provider = g_hash_table_new (NULL, NULL);
  PsDate today = ps_contract_today ();
  PsStatementLimits limits;

  if (statements == NULL || !ps_statements_limits (store, data->year, &limits, error))
    return FALSE;
  for (guint i = 0; i < statements->len; i++)
    {
      PsProductionStatement *statement = g_ptr_array_index (statements, i);

      g_hash_table_insert (by_provider, GUINT_TO_POINTER (statement->provider), statement);
    }
  for (guint i = 0; i < data->providers->len; i++)
    {
      PsProviderYear *provider = g_ptr_array_index (data->providers, i);
      guint place = ps_region_find_provider (settled->region, provider->agb);

      provider->statement = ps_statement_state (g_hash_table_lookup (by_provider, GUINT_TO_POINTER (place)), &limits,
                                                gross_of_year (settled, place), today);
    }
  return TRUE;
}

static gboolean
settle_interim (PsSettlementsData *data, PsStore *store, GCancellable *cancellable, GError **error)
{
  PsSettleYearOptions options = { .year = data->year, .through = data->through };

  if (data->through == ps_date_year_end (data->year))
    return TRUE;
  data->interim = ps_settle_year (store, &options, cancellable, NULL, NULL, error);
  return data->interim != NULL;
}

static gpointer
work (PsStore *store, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Job *job = user_data;
  g_autoptr (PsSettlementsData) data = g_new0 (PsSettlementsData, 1);

  data->figures = g_steal_pointer (&job->figures);
  data->year = ps_settled_ref_get (data->figures)->year;
  data->through = job->through;
  data->providers = g_ptr_array_new_with_free_func (provider_year_free);
  data->stored = ps_settlements_list (store, data->year, NULL, error);
  if (data->stored == NULL || !settle_interim (data, store, cancellable, error))
    return NULL;
  add_providers (data);
  return add_statements (data, store, error) ? g_steal_pointer (&data) : NULL;
}

/* On the main thread */

void
ps_settlements_data_load_async (PsSession *session, PsDate through, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->figures = ps_session_ref_settled (session);
  job->through = through;
  g_assert (job->figures != NULL);
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) ps_settlements_data_free, callback, user_data);
}

PsSettlementsData *
ps_settlements_data_load_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

/* Adding up */

void
ps_settlements_data_sum (const PsSettlementsData *data, PsYearStanding *standing)
{
  PsOverflow overflow = { FALSE };

  *standing = (PsYearStanding){ .n_changed = 0 };
  for (guint i = 0; i < data->providers->len; i++)
    {
      const PsProviderYear *provider = g_ptr_array_index (data->providers, i);

      standing->n[provider->state]++;
      standing->n_changed += provider->changed;
      if (provider->amount_cents > 0)
        standing->to_pay_cents = ps_add (standing->to_pay_cents, provider->amount_cents, &overflow);
      else
        standing->to_reclaim_cents = ps_subtract (standing->to_reclaim_cents, provider->amount_cents, &overflow);
    }
}
