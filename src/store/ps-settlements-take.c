/* ps-settlements-take.c: a step with the settlements of one provider, or of many, in one transaction
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-settlements-private.h"

#include <glib/gi18n-lib.h>

static void
outcome_free (gpointer data)
{
  PsLifeOutcome *outcome = data;

  g_free (outcome->agb);
  g_free (outcome->provider);
  g_free (outcome->why);
  g_free (outcome);
}

void
ps_life_report_free (PsLifeReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->done);
  g_ptr_array_unref (report->passed_over);
  g_free (report);
}

static PsLifeReport *
life_report_new (void)
{
  PsLifeReport *report = g_new0 (PsLifeReport, 1);

  report->done = g_ptr_array_new_with_free_func (outcome_free);
  report->passed_over = g_ptr_array_new_with_free_func (outcome_free);
  return report;
}

/* A job and what came of it so far. */
typedef struct
{
  PsTaking taking;
  PsLifeReport *report;
  GCancellable *cancellable;
  PsProgressFunc progress;
  gpointer progress_data;
} Working;

static void
working_clear (Working *working)
{
  g_clear_pointer (&working->taking.live, ps_live_dossiers_free);
  ps_settlement_writer_clear (&working->taking.writer);
  g_clear_pointer (&working->taking.list, g_ptr_array_unref);
  g_clear_pointer (&working->report, ps_life_report_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Working, working_clear)

static gboolean
is_for_one (const PsLifeJob *job)
{
  return job->agbs != NULL && job->agbs[0] != NULL && job->agbs[1] == NULL;
}

static const char *
name_of_step (PsLifeStep step)
{
  switch (step)
    {
    case PS_STEP_PROPOSE:
      return _("Proposing settlements");
    case PS_STEP_MAKE_FINAL:
      return _("Making settlements final");
    case PS_STEP_WITHDRAW:
      return _("Withdrawing settlements");
    case PS_STEP_STORE:
    default:
      return _("Storing settlements");
    }
}

/* Whether a job for all is about this provider: withdrawing wants something to withdraw. */
static gboolean
is_meant (Working *working, const char *agb)
{
  const PsStored *chosen = ps_settlements_choose (working->taking.list, agb, working->taking.job->year);

  switch (working->taking.job->step)
    {
    case PS_STEP_MAKE_FINAL:
      return chosen != NULL && chosen->state == PS_SETTLEMENT_PROPOSED;
    case PS_STEP_WITHDRAW:
      return chosen != NULL && chosen->state != PS_SETTLEMENT_FINAL;
    case PS_STEP_STORE:
    case PS_STEP_PROPOSE:
    default:
      return TRUE;
    }
}

static PsLifeOutcome *
outcome_new (const char *agb, const char *provider)
{
  PsLifeOutcome *outcome = g_new0 (PsLifeOutcome, 1);

  outcome->agb = g_strdup (agb);
  outcome->provider = g_strdup (provider);
  return outcome;
}

static void
pass_over (Working *working, PsLifeOutcome *outcome, const char *why)
{
  outcome->why = g_strdup (why);
  g_ptr_array_add (working->report->passed_over, outcome);
}

/* What is wrong with one does not stop the others; what is wrong with the file does. */
static gboolean
is_of_one (const GError *failure)
{
  return g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_RULE)
         || g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT)
         || g_error_matches (failure, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW);
}

/* Of one provider whatever is refused is the error. */
static gboolean
refuse_one (GError *failure, GError **error)
{
  if (g_error_matches (failure, PS_STORE_ERROR, PS_STORE_ERROR_RULE))
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE, _("%s Nothing was changed."), failure->message);
  else
    g_propagate_error (error, g_error_copy (failure));
  return FALSE;
}

static gboolean
take_provider (Working *working, guint place, GError **error)
{
  const PsProvider *provider = ps_region_provider (ps_live_dossiers_region (working->taking.live), place);
  PsLifeOutcome *outcome = outcome_new (provider->agb, provider->name);
  g_autoptr (GError) failure = NULL;

  if (ps_settlement_take_step (&working->taking, place, outcome, &failure))
    {
      g_ptr_array_add (working->report->done, outcome);
      return TRUE;
    }
  if (is_of_one (failure) && !is_for_one (working->taking.job))
    {
      pass_over (working, outcome, failure->message);
      return TRUE;
    }
  outcome_free (outcome);
  return refuse_one (failure, error);
}

static gboolean
begin_provider (Working *working, guint done, guint all, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (working->cancellable, error))
    return FALSE;
  if (working->progress != NULL)
    working->progress ((double) done / MAX (all, 1), name_of_step (working->taking.job->step), working->progress_data);
  return TRUE;
}

static gboolean
take_named (Working *working, GError **error)
{
  const PsRegion *region = ps_live_dossiers_region (working->taking.live);
  const char *const *agbs = working->taking.job->agbs;
  guint n = g_strv_length ((char **) agbs);

  for (guint i = 0; i < n; i++)
    {
      guint place = ps_region_find_provider (region, agbs[i]);
      g_autofree char *why = NULL;

      if (!begin_provider (working, i, n, error))
        return FALSE;
      if (place != PS_NONE)
        {
          if (!take_provider (working, place, error))
            return FALSE;
          continue;
        }
      why = g_strdup_printf (_("There is no provider with AGB code “%s” in this region."), agbs[i]);
      if (!is_for_one (working->taking.job))
        {
          pass_over (working, outcome_new (agbs[i], NULL), why);
          continue;
        }
      g_set_error_literal (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED, why);
      return FALSE;
    }
  return TRUE;
}

/* Providers with nothing to settle are not told of. */
static gboolean
has_something (Working *working, guint place, gboolean *something, GError **error)
{
  const PsProvider *provider = ps_region_provider (ps_live_dossiers_region (working->taking.live), place);

  *something = is_meant (working, provider->agb);
  if (!*something || ps_settlements_choose (working->taking.list, provider->agb, working->taking.job->year) != NULL)
    return TRUE;
  return ps_live_dossiers_is_listed (working->taking.live, place, something, error);
}

static gboolean
take_all (Working *working, GError **error)
{
  guint n = ps_live_dossiers_region (working->taking.live)->providers->len;

  for (guint i = 0; i < n; i++)
    {
      gboolean something;

      if (!begin_provider (working, i, n, error) || !has_something (working, i, &something, error))
        return FALSE;
      if (something && !take_provider (working, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
begin (Working *working, PsStore *store, const char *actor, GError **error)
{
  PsTaking *taking = &working->taking;
  const PsLifeJob *job = taking->job;

  if (!ps_settlement_writer_begin (&taking->writer, store, actor, error))
    return FALSE;
  taking->live = ps_live_dossiers_new (store, job->year, taking->through, error);
  if (taking->live == NULL)
    return FALSE;
  taking->list = ps_settlements_list (store, job->year, NULL, error);
  return taking->list != NULL;
}

static gboolean
end (Working *working, GError **error)
{
  PsSettlementWriter *writer = &working->taking.writer;

  if (g_cancellable_set_error_if_cancelled (working->cancellable, error))
    return FALSE;
  working->report->record = writer->record;
  return writer->record == 0 || ps_settlement_writer_commit (writer, error);
}

/**
 * ps_settlements_take:
 * @store: opened to write
 * @actor: who takes the step: the login name
 *
 * See the header. Progress is told from the calling thread.
 *
 * Returns: (transfer full): what came of it, or %NULL with PS_STORE_ERROR_RULE, PS_STORE_ERROR_CONFLICT, PS_STORE_ERROR_REFUSED (no such
 *   provider), G_IO_ERROR_CANCELLED, or another PsStoreError: nothing was changed then
 */
PsLifeReport *
ps_settlements_take (PsStore *store, const char *actor, const PsLifeJob *job, GCancellable *cancellable, PsProgressFunc progress,
                     gpointer progress_data, GError **error)
{
  PsDate through = job->through == PS_DATE_OPEN ? ps_date_year_end (job->year) : job->through;
  g_auto (Working) working = {
    .taking = { .job = job, .through = through }, .cancellable = cancellable, .progress = progress, .progress_data = progress_data
  };

  g_return_val_if_fail (store->mode == PS_STORE_WRITE, NULL);
  g_return_val_if_fail ((job->answers == NULL && job->settlement == 0) || is_for_one (job), NULL);
  working.report = life_report_new ();
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !begin (&working, store, actor, error))
    return NULL;
  if (!(job->agbs != NULL ? take_named (&working, error) : take_all (&working, error)) || !end (&working, error))
    return NULL;
  return g_steal_pointer (&working.report);
}
