/* ps-settlement-stand.c: where the settlement of a provider's year stands: what is stored of it, its statement, what changed since
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-settlement-stand"

#include "ps-settlement-stand.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "gui/history/ps-history-read.h"
#include "ps-life-preview.h"
#include "store/ps-statements.h"

typedef struct
{
  PsSettledRef *figures;
  char *agb;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ps_settled_ref_free (job->figures);
  g_free (job->agb);
  g_free (job);
}

void
ps_settlement_stand_free (PsSettlementStand *stand)
{
  if (stand == NULL)
    return;
  g_clear_pointer (&stand->list, g_ptr_array_unref);
  ps_statement_free (stand->statement);
  g_free (stand);
}

/* On the worker */

static gboolean
settle_through (PsStore *store, const PsSettledYear *settled, guint provider, PsDate through, PsSettlementLine *totals,
                GError **error)
{
  g_autoptr (PsProduction) production = ps_production_new (provider);
  PsSettleOptions options = { .year = settled->year, .through = through };
  g_autoptr (PsSettlement) settlement = NULL;

  if (!ps_store_load_production (store, settled->region, provider, settled->year, production, error))
    return FALSE;
  settlement = ps_settle (settled->region, production, &options, error);
  if (settlement == NULL)
    return FALSE;
  *totals = settlement->totals;
  return TRUE;
}

/* What the region gives through the day of what is stored: of the whole year the session has it. */
static gboolean
read_now (PsStore *store, const PsSettledYear *settled, guint provider, PsSettlementStand *stand, GError **error)
{
  const PsSettlement *settlement = ps_settled_year_find (settled, provider);
  gint64 before;

  if (settlement != NULL)
    stand->own_cents = settlement->totals.gross_cents;
  if (stand->counts == NULL)
    return TRUE;
  if (stand->counts->through != settled->through || settlement == NULL)
    {
      if (!settle_through (store, settled, provider, stand->counts->through, &stand->now, error))
        return FALSE;
    }
  else
    stand->now = settlement->totals;
  stand->has_now = TRUE;
  return ps_life_preview_amount (stand->list, stand->counts->agb, settled->year, stand->now.balance_cents, &before,
                                 &stand->now_amount_cents, error);
}

static void
choose (PsSettlementStand *stand, const char *agb, int year)
{
  stand->counts = ps_settlements_choose (stand->list, agb, year);
  for (guint i = 0; i < stand->list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (stand->list, i);

      if (stored->state == PS_SETTLEMENT_FINAL)
        stand->last_final = stored;
    }
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  const PsSettledYear *settled = ps_settled_ref_get (job->figures);
  guint provider = ps_region_find_provider (settled->region, job->agb);
  g_autoptr (PsSettlementStand) stand = g_new0 (PsSettlementStand, 1);
  g_autoptr (GError) problem = NULL;

  stand->list = ps_settlements_list (store, settled->year, job->agb, error);
  if (stand->list == NULL)
    return NULL;
  choose (stand, job->agb, settled->year);
  if (provider == PS_NONE || !ps_statements_limits (store, settled->year, &stand->limits, error))
    return provider == PS_NONE ? g_steal_pointer (&stand) : NULL;
  stand->statement = ps_statements_find (store, settled->region, provider, settled->year, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  return read_now (store, settled, provider, stand, error) ? g_steal_pointer (&stand) : NULL;
}

/* On the main thread */

void
ps_settlement_stand_async (PsSession *session, const char *agb, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->figures = ps_session_ref_settled (session);
  job->agb = g_strdup (agb);
  g_assert (job->figures != NULL);
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) ps_settlement_stand_free, callback, user_data);
}

PsSettlementStand *
ps_settlement_stand_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

const PsStored *
ps_settlement_stand_find (const PsSettlementStand *stand, gint64 id)
{
  for (guint i = 0; i < stand->list->len; i++)
    if (((const PsStored *) g_ptr_array_index (stand->list, i))->id == id)
      return g_ptr_array_index (stand->list, i);
  return NULL;
}

/* The figures that a stored one has as columns. */
static gboolean
is_same (const PsStored *stored, const PsSettlementLine *now)
{
  return stored->gross_cents == now->gross_cents && stored->payable_cents == now->payable_cents
         && stored->paid_cents == now->paid_cents && stored->carried_cents == now->carried_cents
         && stored->disputed_cents == now->disputed_cents;
}

char *
ps_settlement_stand_since (const PsSettlementStand *stand)
{
  PsOverflow overflow = { FALSE };
  gint64 difference;
  g_autofree char *money = NULL;

  if (!stand->has_now || is_same (stand->counts, &stand->now))
    return NULL;
  difference = ps_subtract (stand->now.balance_cents, stand->counts->balance_cents, &overflow);
  money = ps_format_money (difference < 0 ? -difference : difference);
  if (overflow.overflowed || difference == 0)
    return g_strdup (_("Since then figures have changed; the balance is the same."));
  return difference > 0 ? g_strdup_printf (_("Since then: the balance is %s higher."), money)
                        : g_strdup_printf (_("Since then: the balance is %s lower."), money);
}

gboolean
ps_settlement_stand_allows (const PsSettlementStand *stand, PsLifeStep step, int year, PsDate through, char **why)
{
  PsLifeFacts facts = { .year = year, .through = through };

  if (stand->counts != NULL)
    {
      facts.state = stand->counts->state;
      facts.proposed_by = stand->counts->proposed_by;
      if (step == PS_STEP_MAKE_FINAL || step == PS_STEP_WITHDRAW)
        facts.through = stand->counts->through;
    }
  return ps_life_allows (&facts, step, g_get_user_name (), why);
}

/* Words */

char *
ps_stored_moment (const char *by, gint64 at)
{
  g_autofree char *day = ps_format_date (ps_history_day (at));
  g_autofree char *time = ps_history_time (at);

  /* Translators: a day, a time, a login name */
  return g_strdup_printf (_("%s %s by %s"), day, time, by);
}

gint64
ps_stored_last_moment (const PsStored *stored)
{
  switch ((int) stored->state)
    {
    case PS_SETTLEMENT_PROPOSED:
      return stored->proposed_at;
    case PS_SETTLEMENT_FINAL:
      return stored->final_at;
    case PS_SETTLEMENT_WITHDRAWN:
      return stored->withdrawn_at;
    case PS_SETTLEMENT_DRAFT:
    default:
      return stored->made_at;
    }
}

char *
ps_stored_name (const PsStored *stored)
{
  g_autofree char *day = ps_format_date (ps_history_day (ps_stored_last_moment (stored)));
  g_autofree char *through = ps_format_date (stored->through);

  if (stored->through != ps_date_year_end (stored->year))
    /* Translators: a state, its day, and the day that an interim settlement runs to */
    return g_strdup_printf (_("%s %s, through %s"), ps_settlement_state_label (stored->state), day, through);
  /* Translators: a state and its day */
  return g_strdup_printf (_("%s %s"), ps_settlement_state_label (stored->state), day);
}
