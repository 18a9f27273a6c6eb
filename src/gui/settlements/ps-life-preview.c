/* ps-life-preview.c: what a step of a settlement's life would do, read beside the window before it is asked
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-life-preview"

#include "ps-life-preview.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"

void
ps_life_preview_free (PsLifePreview *preview)
{
  if (preview == NULL)
    return;
  g_free (preview->agb);
  g_free (preview->provider);
  ps_stored_free (preview->stored);
  ps_stored_free (preview->replaced);
  g_clear_pointer (&preview->warnings, g_ptr_array_unref);
  g_free (preview);
}

/* On the worker */

typedef struct
{
  PsSettledRef *figures;
  PsLifePreview *preview;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ps_settled_ref_free (job->figures);
  ps_life_preview_free (job->preview);
  g_free (job);
}

static gboolean
is_final (const PsStored *stored, const char *agb, int year)
{
  return stored->state == PS_SETTLEMENT_FINAL && stored->year == year && g_strcmp0 (stored->agb, agb) == 0;
}

gboolean
ps_life_preview_amount (GPtrArray *list, const char *agb, int year, gint64 balance_cents, gint64 *before_cents,
                        gint64 *amount_cents, GError **error)
{
  g_autoptr (GArray) earlier = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < list->len; i++)
    {
      const PsStored *stored = g_ptr_array_index (list, i);

      if (is_final (stored, agb, year))
        g_array_append_val (earlier, stored->amount_cents);
    }
  if (ps_life_amount (balance_cents, (const gint64 *) (gpointer) earlier->data, earlier->len, before_cents, amount_cents))
    return TRUE;
  g_set_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW, "settlement %s %d: the amount", agb, year);
  return FALSE;
}

static void
keep_stored (PsLifePreview *preview, GPtrArray *list)
{
  const PsStored *counts = ps_settlements_choose (list, preview->agb, preview->year);

  if (counts != NULL && (counts->state == PS_SETTLEMENT_DRAFT || counts->state == PS_SETTLEMENT_PROPOSED))
    preview->stored = ps_stored_copy (counts);
  for (guint i = list->len; i > 0 && preview->replaced == NULL; i--)
    if (is_final (g_ptr_array_index (list, i - 1), preview->agb, preview->year))
      preview->replaced = ps_stored_copy (g_ptr_array_index (list, i - 1));
}

/* The balance that the region gives: the session has it where it is about its whole year. */
static gboolean
find_live_balance (PsStore *store, const Job *job, gint64 *balance_cents, GError **error)
{
  const PsSettledYear *settled = job->figures != NULL ? ps_settled_ref_get (job->figures) : NULL;
  PsLifePreview *preview = job->preview;
  g_autoptr (PsDossier) dossier = NULL;

  if (settled != NULL && settled->year == preview->year && settled->through == preview->through)
    for (guint i = 0; i < settled->settlements->len; i++)
      {
        const PsSettlement *settlement = g_ptr_array_index (settled->settlements, i);

        if (g_strcmp0 (ps_region_provider (settled->region, settlement->provider)->agb, preview->agb) == 0)
          {
            *balance_cents = settlement->totals.balance_cents;
            return TRUE;
          }
      }
  dossier = ps_settlements_live (store, preview->agb, preview->year, preview->through, error);
  if (dossier == NULL)
    return FALSE;
  *balance_cents = dossier->settlement->totals.balance_cents;
  return TRUE;
}

static gboolean
read_warnings (PsStore *store, PsLifePreview *preview, GError **error)
{
  g_clear_pointer (&preview->warnings, g_ptr_array_unref);
  preview->warnings = ps_settlements_warnings (store, preview->stored->id, error);
  return preview->warnings != NULL;
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  PsLifePreview *preview = job->preview;
  gboolean anew = preview->step == PS_STEP_STORE || preview->step == PS_STEP_PROPOSE;
  g_autoptr (GPtrArray) list = ps_settlements_list (store, preview->year, preview->agb, error);

  if (list == NULL)
    return NULL;
  keep_stored (preview, list);
  if (!anew && preview->stored == NULL)
    {
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_RULE, "%s",
                   _("There is no open settlement of this provider and year any more."));
      return NULL;
    }
  if (anew && !find_live_balance (store, job, &preview->balance_cents, error))
    return NULL;
  if (!anew)
    preview->balance_cents = preview->stored->balance_cents;
  if (!ps_life_preview_amount (list, preview->agb, preview->year, preview->balance_cents, &preview->before_cents,
                               &preview->amount_cents, error))
    return NULL;
  if (preview->step == PS_STEP_MAKE_FINAL && !read_warnings (store, preview, error))
    return NULL;
  return g_steal_pointer (&job->preview);
}

/* On the main thread */

void
ps_life_preview_async (PsSession *session, PsLifeStep step, const char *agb, int year, PsDate through,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  const PsSettledYear *settled = ps_session_get_settled (session);
  guint provider = settled != NULL ? ps_region_find_provider (settled->region, agb) : PS_NONE;
  Job *job = g_new0 (Job, 1);

  job->figures = ps_session_ref_settled (session);
  job->preview = g_new0 (PsLifePreview, 1);
  job->preview->step = step;
  job->preview->agb = g_strdup (agb);
  job->preview->provider = g_strdup (provider != PS_NONE ? ps_region_provider (settled->region, provider)->name : agb);
  job->preview->year = year;
  job->preview->through = through != PS_DATE_OPEN ? through : ps_date_year_end (year);
  job->preview->warnings = g_ptr_array_new ();
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) ps_life_preview_free, callback, user_data);
}

PsLifePreview *
ps_life_preview_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

/* Words */

char *
ps_life_amount_words (gint64 amount_cents)
{
  g_autofree char *money = ps_format_money (amount_cents < 0 ? -amount_cents : amount_cents);

  if (amount_cents == 0)
    return g_strdup (_("Nothing is paid out or reclaimed."));
  return amount_cents > 0 ? g_strdup_printf (_("%s is paid out."), money) : g_strdup_printf (_("%s is reclaimed."), money);
}

/* "Balance € 12,00, of which € 10,00 was settled before: € 2,00 is paid out." */
static char *
amount_text (const PsLifePreview *preview)
{
  g_autofree char *balance = ps_format_money (preview->balance_cents);
  g_autofree char *before = ps_format_money (preview->before_cents);
  g_autofree char *words = ps_life_amount_words (preview->amount_cents);

  if (preview->replaced == NULL)
    /* Translators: a balance, and "€ 12,00 is paid out." */
    return g_strdup_printf (_("Balance %s. %s"), balance, words);
  /* Translators: a balance, what was settled before, and "€ 12,00 is paid out." */
  return g_strdup_printf (_("Balance %s, settled before %s. %s"), balance, before, words);
}

/* What a correction replaces: old, new and difference. */
static char *
correction_text (const PsLifePreview *preview)
{
  PsOverflow overflow = { FALSE };
  gint64 difference = ps_subtract (preview->balance_cents, preview->replaced->balance_cents, &overflow);
  g_autofree char *old = ps_format_money (preview->replaced->balance_cents);
  g_autofree char *new = ps_format_money (preview->balance_cents);
  g_autofree char *more = ps_format_money (difference < 0 ? -difference : difference);

  if (overflow.overflowed || difference == 0)
    return g_strdup_printf (_("It corrects the final settlement, and comes to the same balance: %s."), old);
  return difference > 0 ? g_strdup_printf (_("It corrects the final settlement: the balance was %s and is now %s, %s higher."),
                                           old, new, more)
                        : g_strdup_printf (_("It corrects the final settlement: the balance was %s and is now %s, %s lower."),
                                           old, new, more);
}

static const char *
consequence_text (PsLifeStep step)
{
  switch (step)
    {
    case PS_STEP_STORE:
      return _("The draft keeps the figures as they are now. Storing or proposing it later renews it.");
    case PS_STEP_PROPOSE:
      return _("The figures are frozen as they are now. Somebody else than you can then make it final; until then it can be "
                "withdrawn.");
    case PS_STEP_MAKE_FINAL:
      return _("This cannot be undone: a final settlement can only be corrected by a new one.");
    case PS_STEP_WITHDRAW:
    default:
      return _("It stays in the trail as withdrawn. The year can be settled again.");
    }
}

/**
 * ps_life_preview_text:
 *
 * Returns: (transfer full): what the step comes to and what it means, a sentence a line
 */
char *
ps_life_preview_text (const PsLifePreview *preview)
{
  g_autofree char *amount = amount_text (preview);
  g_autofree char *correction = preview->replaced != NULL && preview->step != PS_STEP_WITHDRAW ? correction_text (preview) : NULL;
  GString *text = g_string_new (NULL);

  /* Translators: a provider and a year */
  g_string_append_printf (text, _("%s, %d."), preview->provider, preview->year);
  g_string_append_printf (text, " %s", amount);
  if (correction != NULL)
    g_string_append_printf (text, "\n%s", correction);
  g_string_append_printf (text, "\n%s", consequence_text (preview->step));
  return g_string_free (text, FALSE);
}
