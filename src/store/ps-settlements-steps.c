/* ps-settlements-steps.c: one step with the settlement of one provider (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Everything that can refuse a step is asked before anything is written.
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-settlements-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-statements.h"

/* A provider's year on its way. */
typedef struct
{
  PsTaking *taking;
  guint provider; /* place */
  const char *agb;
  PsYearSoFar so_far;
} Step;

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  va_list arguments;
  g_autofree char *sentence = NULL;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE, sentence);
  return FALSE;
}

static gboolean
check_allowed (const Step *step, PsLifeStep which, GError **error)
{
  const PsStored *open = step->so_far.open;
  gboolean computes = which == PS_STEP_STORE || which == PS_STEP_PROPOSE;
  PsLifeFacts facts = { .year = step->taking->job->year, .through = step->taking->through };
  g_autofree char *why = NULL;

  if (open != NULL)
    {
      facts.state = open->state;
      facts.proposed_by = open->proposed_by;
      facts.through = computes ? facts.through : open->through;
    }
  else if (!computes && step->so_far.last != NULL)
    facts.state = PS_SETTLEMENT_FINAL;
  return ps_life_allows (&facts, which, step->taking->writer.actor, &why) || refuse (error, "%s", why);
}

/* The step is asked of the one that was shown, not of another that its provider has by now. */
static gboolean
check_same_one (const Step *step, GError **error)
{
  gint64 shown = step->taking->job->settlement;
  g_autofree char *number = NULL;

  if (shown == 0 || (step->so_far.open != NULL && step->so_far.open->id == shown))
    return TRUE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, shown);
  /* Translators: a number */
  g_set_error (
      error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
      _("Settlement %s is not the one that is worked on any more: somebody took another step in the meantime. Nothing was "
         "changed; look at it again."),
      number);
  return FALSE;
}

/* What was shown is what is kept. */
static gboolean
check_shown (const Step *step, gint64 balance_cents, GError **error)
{
  gint64 shown = step->taking->job->shown_cents;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;

  if (shown == PS_NO_NUMBER || shown == balance_cents)
    return TRUE;
  then = ps_format_money (shown);
  now = ps_format_money (balance_cents);
  /* Translators: two amounts */
  g_set_error (
      error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT,
      _("The region was changed in the meantime: the balance was %s when it was shown, and is %s now. Nothing was changed; "
         "look at it again."),
      then, now);
  return FALSE;
}

static const char *
given (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/* Storing */

static gboolean
is_same (const PsStored *stored, const PsFrozen *frozen)
{
  for (int kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    if (g_strcmp0 (stored->digests[kind], frozen->digests[kind]) != 0)
      return FALSE;
  return TRUE;
}

/* The reason that it gets: a correction always has one. */
static const char *
choose_reason (const Step *step)
{
  const char *reason = given (step->taking->job->reason);

  return reason != NULL || step->so_far.open == NULL ? reason : step->so_far.open->reason;
}

/* Another name, or another version of this program that computes the same, is nothing to correct. */
static gboolean
differs (const Step *step, const PsFrozen *frozen, gboolean *different, GError **error)
{
  const PsStored *last = step->so_far.last;
  g_autoptr (PsDossier) before = NULL;
  g_autoptr (PsComparison) change = NULL;

  *different = FALSE;
  if (is_same (last, frozen))
    return TRUE;
  before = ps_documents_load (step->taking->writer.store, step->taking->writer.rows, last->id, error);
  if (before == NULL)
    return FALSE;
  change = ps_dossier_compare (before, frozen->dossier);
  *different = !change->same_figures || !change->same_inputs || last->through != step->taking->through;
  return TRUE;
}

static gboolean
check_correction (const Step *step, const PsFrozen *frozen, GError **error)
{
  gboolean different;

  if (step->so_far.last == NULL)
    return TRUE;
  if (!differs (step, frozen, &different, error))
    return FALSE;
  if (!different)
    return refuse (error, _("Nothing has changed since it was made final: there is nothing to correct."));
  if (choose_reason (step) == NULL)
    return refuse (error, _("It is final: a new settlement corrects it, and wants a reason."));
  return TRUE;
}

/* Whether the draft that there is says all of that already. */
static gboolean
is_up_to_date (const Step *step, const PsFrozen *frozen)
{
  const PsStored *open = step->so_far.open;

  return open != NULL && is_same (open, frozen) && open->through == step->taking->through
         && open->settled_before_cents == step->so_far.before_cents && g_strcmp0 (open->reason, choose_reason (step)) == 0;
}

static gboolean
set_amount (const Step *step, PsRecord *row, GError **error)
{
  gint64 before = step->so_far.before_cents, before_again, amount;

  if (!ps_life_amount (ps_record_get_number (row, "balance_cents"), &before, 1, &before_again, &amount))
    {
      g_set_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW, _("The amount of the settlement of provider %s does not fit."),
                   step->agb);
      return FALSE;
    }
  ps_record_set_number (row, "settled_before_cents", before);
  ps_record_set_number (row, "amount_cents", amount);
  return TRUE;
}

/* The row that a draft is to have. */
static PsRecord *
make_draft (const Step *step, const PsDossier *live, const PsFrozen *frozen, GError **error)
{
  const PsRegion *region = ps_live_dossiers_region (step->taking->live);
  const PsAgreement *agreement = live->settlement->agreement;
  g_autoptr (PsRecord) row = ps_record_new_for ("settlement", step->so_far.open != NULL ? step->so_far.open->id : 0);

  ps_settlement_rows_fill (row, frozen->dossier);
  ps_record_set_number (row, "provider_id", ps_region_provider (region, step->provider)->id);
  ps_record_set_number (row, "state", PS_SETTLEMENT_DRAFT);
  ps_record_set_number (row, "replaces", step->so_far.last != NULL ? step->so_far.last->id : PS_NO_NUMBER);
  ps_record_set_number (row, "agreement_version_id", agreement != NULL ? agreement->version_id : PS_NO_NUMBER);
  ps_record_set_text (row, "made_by", step->taking->writer.actor);
  ps_record_set_number (row, "made_at", step->taking->writer.now);
  ps_record_set_text (row, "reason", choose_reason (step));
  return set_amount (step, row, error) ? g_steal_pointer (&row) : NULL;
}

static gboolean
check_before_storing (const Step *step, const PsDossier *live, const PsFrozen *frozen, GError **error)
{
  /* What was settled before may come to nothing by now: that is corrected. */
  if (ps_settlement_is_empty (live->settlement) && step->so_far.open == NULL && step->so_far.last == NULL)
    return refuse (error, _("There is nothing to settle."));
  return check_shown (step, live->settlement->totals.balance_cents, error) && check_correction (step, frozen, error);
}

/* The draft with today's figures. Transfer full: its row. */
static PsRecord *
store_draft (Step *step, GError **error)
{
  PsTaking *taking = step->taking;
  g_autoptr (PsDossier) live = ps_live_dossiers_make (taking->live, step->provider, error);
  g_autoptr (PsFrozen) frozen = NULL;
  g_autoptr (PsRecord) row = NULL;

  if (live == NULL || (frozen = ps_frozen_new (live, error)) == NULL || !check_before_storing (step, live, frozen, error))
    return NULL;
  if (is_up_to_date (step, frozen))
    return ps_rows_read (taking->writer.rows, "settlement", step->so_far.open->id, error);
  row = make_draft (step, live, frozen, error);
  if (row == NULL || !ps_settlement_write_draft (&taking->writer, step->agb, row, frozen, error))
    return NULL;
  return g_steal_pointer (&row);
}

/* The other steps */

static void
set_step (PsRecord *row, PsSettlementState state, const char *by, const char *at, const PsSettlementWriter *writer)
{
  ps_record_set_number (row, "state", state);
  ps_record_set_text (row, by, writer->actor);
  ps_record_set_number (row, at, writer->now);
}

static PsRecord *
propose (Step *step, GError **error)
{
  PsSettlementWriter *writer = &step->taking->writer;
  g_autoptr (PsRecord) before = store_draft (step, error);
  g_autoptr (PsRecord) after = NULL;
  PsStepWith with = { NULL };

  if (before == NULL)
    return NULL;
  after = ps_record_copy (before);
  set_step (after, PS_SETTLEMENT_PROPOSED, "proposed_by", "proposed_at", writer);
  with.reason = ps_record_get_text (after, "reason");
  return ps_settlement_write_step (writer, "propose", step->agb, before, after, &with, error) ? g_steal_pointer (&after) : NULL;
}

/* What was proposed must be what its documents say, before it is final for good. */
static PsDossier *
load_proposed (Step *step, const PsRecord *row, GError **error)
{
  g_autoptr (PsDossier) frozen =
      ps_documents_load (step->taking->writer.store, step->taking->writer.rows, step->so_far.open->id, error);
  g_autoptr (PsRecord) figures = NULL;

  if (frozen == NULL)
    return NULL;
  figures = ps_record_copy (row);
  ps_settlement_rows_fill (figures, frozen);
  if (ps_record_equal (figures, row))
    return g_steal_pointer (&frozen);
  g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_DAMAGED,
               _("The settlement of provider %s is not what its documents say. Have the file verified."), step->agb);
  return NULL;
}

/* What was proposed against the region as it is. */
static PsComparison *
compare_with_now (const PsDossier *frozen, PsLiveDossiers *live, guint provider, GError **error)
{
  g_autoptr (PsDossier) now = ps_live_dossiers_make (live, provider, error);

  return now != NULL ? ps_dossier_compare (frozen, now) : NULL;
}

GPtrArray *
ps_settlement_find_warnings (PsStore *store, const PsStored *stored, const PsDossier *frozen, PsLiveDossiers *live,
                             guint provider, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  PsDate today = ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  g_autoptr (GError) failure = NULL;
  g_autoptr (PsProductionStatement) statement = NULL;
  g_autoptr (PsComparison) change = NULL;
  PsStatementLimits limits;

  if (!ps_statements_limits (store, stored->year, &limits, error))
    return NULL;
  statement = ps_statements_find (store, ps_live_dossiers_region (live), provider, stored->year, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  change = compare_with_now (frozen, live, provider, error);
  return change != NULL ? ps_life_warnings (frozen, statement, &limits, change, today) : NULL;
}

/* An answer is to what was shown: to the same amount and number. */
static const char *
find_answer (const PsLifeJob *job, const PsLifeWarning *warning)
{
  for (guint i = 0; job->answers != NULL && i < job->answers->len; i++)
    {
      const PsLifeWarning *answer = g_ptr_array_index (job->answers, i);

      if (answer->kind == warning->kind && answer->amount_cents == warning->amount_cents && answer->count == warning->count
          && given (answer->answer) != NULL)
        return answer->answer;
    }
  return given (job->answer);
}

static gboolean
answer_warnings (const PsLifeJob *job, GPtrArray *warnings, GError **error)
{
  g_autoptr (GString) open = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      PsLifeWarning *warning = g_ptr_array_index (warnings, i);

      g_free (warning->answer);
      warning->answer = g_strdup (find_answer (job, warning));
      if (warning->answer == NULL)
        g_string_append_printf (open, "%s%s", open->len > 0 ? " " : "", warning->text);
    }
  /* Translators: sentences */
  return open->len == 0 || refuse (error, _("This has to be answered before it is final: %s"), open->str);
}

/* What is kept of the moment in which it becomes final. */
static PsRecord *
write_final (Step *step, const PsRecord *before, GPtrArray *warnings, GError **error)
{
  PsSettlementWriter *writer = &step->taking->writer;
  g_autofree char *circumstances = ps_circumstances_freeze (writer->store, writer->rows, step->so_far.open, error);
  PsStepWith with = { .warnings = warnings, .circumstances = circumstances };
  g_autoptr (PsRecord) after = NULL;

  if (circumstances == NULL)
    return NULL;
  after = ps_record_copy (before);
  set_step (after, PS_SETTLEMENT_FINAL, "final_by", "final_at", writer);
  return set_amount (step, after, error) && ps_settlement_write_step (writer, "final", step->agb, before, after, &with, error)
             ? g_steal_pointer (&after)
             : NULL;
}

static PsRecord *
make_final (Step *step, GError **error)
{
  PsTaking *taking = step->taking;
  g_autoptr (PsRecord) before = ps_rows_read (taking->writer.rows, "settlement", step->so_far.open->id, error);
  g_autoptr (PsDossier) frozen = NULL;
  g_autoptr (GPtrArray) warnings = NULL;

  if (before == NULL || !check_shown (step, step->so_far.open->balance_cents, error))
    return NULL;
  frozen = load_proposed (step, before, error);
  if (frozen == NULL)
    return NULL;
  warnings = ps_settlement_find_warnings (taking->writer.store, step->so_far.open, frozen, taking->live, step->provider, error);
  if (warnings == NULL || !answer_warnings (taking->job, warnings, error))
    return NULL;
  return write_final (step, before, warnings, error);
}

static PsRecord *
withdraw (Step *step, GError **error)
{
  PsSettlementWriter *writer = &step->taking->writer;
  const char *reason = given (step->taking->job->reason);
  PsStepWith with = { .reason = reason };
  g_autoptr (PsRecord) before = NULL;
  g_autoptr (PsRecord) after = NULL;

  if (reason == NULL && !refuse (error, _("Withdrawing it wants a reason.")))
    return NULL;
  before = ps_rows_read (writer->rows, "settlement", step->so_far.open->id, error);
  if (before == NULL || !check_shown (step, step->so_far.open->balance_cents, error))
    return NULL;
  after = ps_record_copy (before);
  set_step (after, PS_SETTLEMENT_WITHDRAWN, "withdrawn_by", "withdrawn_at", writer);
  ps_record_set_text (after, "withdrawn_reason", reason);
  return ps_settlement_write_step (writer, "withdraw", step->agb, before, after, &with, error) ? g_steal_pointer (&after) : NULL;
}

static PsRecord *
take (Step *step, GError **error)
{
  if (!check_same_one (step, error) || !check_allowed (step, step->taking->job->step, error))
    return NULL;
  switch (step->taking->job->step)
    {
    case PS_STEP_STORE:
      return store_draft (step, error);
    case PS_STEP_PROPOSE:
      return propose (step, error);
    case PS_STEP_MAKE_FINAL:
      return make_final (step, error);
    case PS_STEP_WITHDRAW:
      return withdraw (step, error);
    default:
      g_assert_not_reached ();
    }
}

gboolean
ps_settlement_take_step (PsTaking *taking, guint provider, PsLifeOutcome *outcome, GError **error)
{
  const PsProvider *who = ps_region_provider (ps_live_dossiers_region (taking->live), provider);
  Step step = { taking, provider, who->agb };
  g_autoptr (PsRecord) row = NULL;

  if (!ps_year_so_far (taking->list, who->agb, taking->job->year, &step.so_far, error))
    return FALSE;
  if (step.so_far.open != NULL)
    outcome->id = step.so_far.open->id;
  row = take (&step, error);
  if (row == NULL)
    return FALSE;
  outcome->id = ps_record_get_id (row);
  outcome->amount_cents = ps_record_get_number (row, "amount_cents");
  return TRUE;
}
