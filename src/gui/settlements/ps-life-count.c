/* ps-life-count.c: how many settlements of a year a step would be taken with, and why not with the others
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-life-count"

#include "ps-life-many.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-life-preview.h"

typedef struct
{
  PsSettledRef *figures;
  PsLifeStep step;
  int year;
  char **agbs; /* NULL: all */
  GCancellable *cancellable;
  PsProgressRelay *relay;
  GPtrArray *to_make_final; /* PsStored, borrowed of the list */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ps_settled_ref_free (job->figures);
  g_strfreev (job->agbs);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->relay, ps_progress_relay_unref);
  g_ptr_array_unref (job->to_make_final);
  g_free (job);
}

void
ps_life_count_free (PsLifeCount *count)
{
  if (count == NULL)
    return;
  g_hash_table_unref (count->passed_over);
  g_free (count);
}

/* On the worker */

static void
pass_over (PsLifeCount *count, const char *why)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (count->passed_over, why));

  g_hash_table_replace (count->passed_over, g_strdup (why), GUINT_TO_POINTER (n + 1));
}

static void
count_amount (PsLifeCount *count, gint64 amount_cents)
{
  PsOverflow overflow = { FALSE };

  count->n++;
  if (amount_cents > 0)
    count->paid_out_cents = ps_add (count->paid_out_cents, amount_cents, &overflow);
  else
    count->reclaimed_cents = ps_subtract (count->reclaimed_cents, amount_cents, &overflow);
}

static const PsSettlement *
find_live (const Job *job, const char *agb)
{
  const PsSettledYear *settled = job->figures != NULL ? ps_settled_ref_get (job->figures) : NULL;

  for (guint i = 0; settled != NULL && settled->year == job->year && i < settled->settlements->len; i++)
    {
      const PsSettlement *settlement = g_ptr_array_index (settled->settlements, i);

      if (g_strcmp0 (ps_region_provider (settled->region, settlement->provider)->agb, agb) == 0)
        return settlement;
    }
  return NULL;
}

/* Several at once correct nothing: each correction has a reason of its own. */
static gboolean
can_take (const Job *job, const PsStored *stored, char **why)
{
  PsLifeFacts facts = { .year = job->year, .through = ps_date_year_end (job->year) };

  if (stored != NULL)
    {
      facts.state = stored->state;
      facts.proposed_by = stored->proposed_by;
      if (job->step != PS_STEP_STORE && job->step != PS_STEP_PROPOSE)
        facts.through = stored->through;
    }
  if (facts.state == PS_SETTLEMENT_FINAL && (job->step == PS_STEP_STORE || job->step == PS_STEP_PROPOSE))
    {
      *why = g_strdup (_("It is final: correct it by itself, with a reason."));
      return FALSE;
    }
  return ps_life_allows (&facts, job->step, g_get_user_name (), why);
}

static void
count_one (const Job *job, GPtrArray *list, const char *agb, PsLifeCount *count)
{
  const PsStored *stored = ps_settlements_choose (list, agb, job->year);
  const PsSettlement *live = find_live (job, agb);
  g_autofree char *why = NULL;
  gint64 before, amount;

  if (!can_take (job, stored, &why))
    pass_over (count, why);
  else if (job->step == PS_STEP_MAKE_FINAL || job->step == PS_STEP_WITHDRAW)
    {
      count_amount (count, stored->amount_cents);
      if (job->step == PS_STEP_MAKE_FINAL)
        g_ptr_array_add (job->to_make_final, (gpointer) stored);
    }
  else if (live == NULL || ps_settlement_is_empty (live))
    pass_over (count, _("There is nothing to settle."));
  else if (ps_life_preview_amount (list, agb, job->year, live->totals.balance_cents, &before, &amount, NULL))
    count_amount (count, amount);
}

/* What one answer would be to: how many have warnings, and of which kinds. */
static gboolean
count_warnings (const Job *job, PsStore *store, PsLifeCount *count, GError **error)
{
  g_autoptr (GPtrArray) found = ps_settlements_warnings_many (
      store, job->to_make_final, job->cancellable, job->relay != NULL ? ps_progress_relay_report : NULL, job->relay, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      GPtrArray *warnings = g_ptr_array_index (found, i);
      gboolean has[PS_N_WARNINGS] = { FALSE };

      count->n_warned += warnings->len > 0;
      for (guint j = 0; j < warnings->len; j++)
        has[((PsLifeWarning *) g_ptr_array_index (warnings, j))->kind] = TRUE;
      for (guint kind = 0; kind < PS_N_WARNINGS; kind++)
        count->warned[kind] += has[kind];
    }
  return found != NULL;
}

/* Everybody with something to settle, or of whom something is stored. */
static GPtrArray *
list_agbs (const Job *job, GPtrArray *list)
{
  GPtrArray *agbs = g_ptr_array_new_with_free_func (g_free);
  const PsSettledYear *settled = job->figures != NULL ? ps_settled_ref_get (job->figures) : NULL;
  gboolean anew = job->step == PS_STEP_STORE || job->step == PS_STEP_PROPOSE;

  for (guint i = 0; job->agbs != NULL && job->agbs[i] != NULL; i++)
    g_ptr_array_add (agbs, g_strdup (job->agbs[i]));
  if (job->agbs != NULL)
    return agbs;
  for (guint i = 0; anew && settled != NULL && settled->year == job->year && i < settled->settlements->len; i++)
    {
      const PsSettlement *settlement = g_ptr_array_index (settled->settlements, i);

      if (!ps_settlement_is_empty (settlement))
        g_ptr_array_add (agbs, g_strdup (ps_region_provider (settled->region, settlement->provider)->agb));
    }
  for (guint i = 0; !anew && i < list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (list, i);

      /* Those that were final or withdrawn before are nothing to pass over: the step is about what is open. */
      if (stored->state == PS_SETTLEMENT_DRAFT || stored->state == PS_SETTLEMENT_PROPOSED)
        g_ptr_array_add (agbs, g_strdup (stored->agb));
    }
  return agbs;
}

/* The region is closed. */
static void
on_cancelled_cb (GCancellable *cancellable, GCancellable *own)
{
  g_cancellable_cancel (own);
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (GPtrArray) list = ps_settlements_list (store, job->year, NULL, error);
  g_autoptr (GPtrArray) agbs = NULL;
  g_autoptr (PsLifeCount) count = NULL;
  gulong handler;
  gboolean counted;

  if (list == NULL)
    return NULL;
  count = g_new0 (PsLifeCount, 1);
  count->passed_over = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  agbs = list_agbs (job, list);
  for (guint i = 0; i < agbs->len; i++)
    count_one (job, list, g_ptr_array_index (agbs, i), count);
  handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb), job->cancellable, NULL);
  counted = count_warnings (job, store, count, error);
  g_cancellable_disconnect (cancellable, handler);
  return counted ? g_steal_pointer (&count) : NULL;
}

/* On the main thread */

void
ps_life_count_async (PsSession *session, PsLifeStep step, int year, const char *const *agbs, GCancellable *cancellable,
                     PsProgressRelay *relay, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->cancellable = g_object_ref (cancellable);
  job->relay = ps_progress_relay_ref (relay);
  job->to_make_final = g_ptr_array_new ();
  job->figures = ps_session_ref_settled (session);
  job->step = step;
  job->year = year;
  job->agbs = g_strdupv ((char **) agbs);
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) ps_life_count_free, callback, user_data);
}

PsLifeCount *
ps_life_count_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

/* Words */

static void
append_passed_over (GString *text, GHashTable *passed_over)
{
  g_autoptr (GList) keys = g_hash_table_get_keys (passed_over);

  keys = g_list_sort (keys, (GCompareFunc) g_utf8_collate);
  for (GList *key = keys; key != NULL; key = key->next)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (passed_over, key->data));
      g_autofree char *count = ps_format_count (n);

      /* Translators: how many, and the sentence that says why */
      g_string_append_printf (text, ngettext ("\n%s is passed over: %s", "\n%s are passed over: %s", n), count,
                              (char *) key->data);
    }
}

const char *
ps_life_warning_title (PsLifeWarningKind kind)
{
  switch (kind)
    {
    case PS_WARNING_STATEMENT:
      return _("Production statement");
    case PS_WARNING_DISPUTED:
      return _("Lines in dispute");
    case PS_WARNING_NOT_AGREED:
      return _("Not agreed");
    case PS_WARNING_NOT_MEASURED:
      return _("Not measured or priced");
    case PS_WARNING_CHANGED:
      return _("Changed since");
    case PS_N_WARNINGS:
    default:
      return _("Warning");
    }
}

/* "38 of 38 settlements have warnings. Production statement: 38 · Lines in dispute: 12" */
static void
append_warned (GString *text, const PsLifeCount *count)
{
  g_autofree char *warned = ps_format_count (count->n_warned);
  g_autofree char *all = ps_format_count (count->n);
  const char *separator = "\n";

  if (count->n_warned == 0)
    return;
  /* Translators: how many, of how many */
  g_string_append_printf (
      text, ngettext ("\n%s of %s settlement has warnings:", "\n%s of %s settlements have warnings:", count->n), warned, all);
  for (guint kind = 0; kind < PS_N_WARNINGS; kind++)
    {
      g_autofree char *n = ps_format_count (count->warned[kind]);

      if (count->warned[kind] == 0)
        continue;
      /* Translators: a kind of warning, and how many settlements have it */
      g_string_append (text, separator);
      g_string_append_printf (text, _("%s: %s"), ps_life_warning_title ((PsLifeWarningKind) kind), n);
      separator = " · ";
    }
}

static const char *
consequence_of (PsLifeStep step)
{
  switch (step)
    {
    case PS_STEP_STORE:
      return _("The drafts keep the figures as they are now.");
    case PS_STEP_PROPOSE:
      return _("Their figures are frozen as they are now. Somebody else than you can then make them final.");
    case PS_STEP_MAKE_FINAL:
      return _("This cannot be undone: a final settlement can only be corrected by a new one.");
    case PS_STEP_WITHDRAW:
    default:
      return _("They stay in the trail as withdrawn.");
    }
}

/**
 * ps_life_count_text:
 *
 * Returns: (transfer full): what the step comes to, and what is passed over
 */
char *
ps_life_count_text (const PsLifeCount *count, PsLifeStep step)
{
  g_autofree char *paid_out = ps_format_money (count->paid_out_cents);
  g_autofree char *reclaimed = ps_format_money (count->reclaimed_cents);
  GString *text = g_string_new (NULL);

  if (count->n > 0)
    {
      g_string_append_printf (text, _("Together %s to pay out and %s to reclaim."), paid_out, reclaimed);
      g_string_append_printf (text, "\n%s", consequence_of (step));
    }
  else if (g_hash_table_size (count->passed_over) == 0)
    g_string_append (text, _("There is no settlement with which this can be done."));
  append_warned (text, count);
  append_passed_over (text, count->passed_over);
  if (text->str[0] == '\n')
    g_string_erase (text, 0, 1);
  return g_string_free (text, FALSE);
}
