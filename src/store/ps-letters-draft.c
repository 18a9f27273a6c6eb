/* ps-letters-draft.c: letters drafted for a peildatum, and their texts edited
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-letters-private.h"

static void
outcome_free (gpointer data)
{
  PsLetterOutcome *outcome = data;

  g_free (outcome->agb);
  g_free (outcome->provider);
  g_free (outcome->number);
  g_free (outcome->why);
  g_free (outcome);
}

/**
 * ps_letter_report_free: report may be %NULL.
 */
void
ps_letter_report_free (PsLetterReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->done);
  g_ptr_array_unref (report->passed_over);
  g_free (report);
}

PsLetterReport *
ps_letter_report_new (void)
{
  PsLetterReport *report = g_new0 (PsLetterReport, 1);

  report->done = g_ptr_array_new_with_free_func (outcome_free);
  report->passed_over = g_ptr_array_new_with_free_func (outcome_free);
  return report;
}

PsLetterOutcome *
ps_letter_outcome_new (gint64 id, const char *agb, const char *provider, int year, int number)
{
  PsLetterOutcome *outcome = g_new0 (PsLetterOutcome, 1);

  outcome->id = id;
  outcome->agb = g_strdup (agb);
  outcome->provider = g_strdup (provider);
  outcome->number = ps_letter_number_text (year, number);
  return outcome;
}

/* A job and what came of it so far. */
typedef struct
{
  const PsLetterDraftJob *job;
  PsLetterWriter writer;
  PsBandwidthYear *year;
  PsLetterReport *report;
  PsLetterTemplate *templates[PS_N_LETTER_KINDS]; /* those that were asked for so far */
} Drafting;

static void
drafting_clear (Drafting *drafting)
{
  ps_letter_writer_clear (&drafting->writer);
  g_clear_pointer (&drafting->year, ps_bandwidths_free);
  g_clear_pointer (&drafting->report, ps_letter_report_free);
  for (int kind = 0; kind < PS_N_LETTER_KINDS; kind++)
    g_clear_pointer (&drafting->templates[kind], ps_letter_template_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drafting, drafting_clear)

static PsRecord *
make_row (Drafting *drafting, const PsProvider *provider, const PsBandwidth *now, GError **error)
{
  PsLetterTemplate **text = &drafting->templates[now->letter];
  g_autoptr (PsLetterFigures) figures = ps_letter_figures_new (drafting->year->region, now, drafting->year->label);
  g_autofree char *frozen = ps_letter_figures_to_text (figures);
  PsRecord *row;

  if (*text == NULL)
    *text = ps_letter_template_choose (drafting->writer.store, now->letter, drafting->job->template_ids[now->letter], error);
  if (*text == NULL)
    return NULL;
  row = ps_record_new ("letter");
  ps_record_set_number (row, "provider_id", provider->id);
  ps_record_set_number (row, "peildatum_id", drafting->year->peildatum_id);
  ps_record_set_number (row, "kind", now->letter);
  ps_record_set_number (row, "state", PS_LETTER_DRAFT);
  ps_record_set_number (row, "year", drafting->year->year);
  ps_record_set_number (row, "template_id", (*text)->id != 0 ? (*text)->id : PS_NO_NUMBER);
  ps_record_set_text (row, "subject", (*text)->subject);
  ps_record_set_text (row, "body", (*text)->body);
  ps_record_set_text (row, "figures", frozen);
  ps_record_set_text (row, "drafted_by", drafting->writer.actor);
  ps_record_set_number (row, "drafted_at", drafting->writer.now);
  return row;
}

/* Whoever drafts what was told before means to: that is noted. NULL: it was not. */
static char *
note_told (const Drafting *drafting, const PsProviderBandwidth *found)
{
  g_autofree char *number = ps_letter_number_text (drafting->year->year, found->told_number);
  gboolean told;

  ps_bandwidths_needs_letter (found, &told);
  /* Translators: the number of a letter */
  return told ? g_strdup_printf (_("The same was told in %s."), number) : NULL;
}

static gboolean
draft_one (Drafting *drafting, const PsProvider *provider, const PsProviderBandwidth *found, GError **error)
{
  g_autoptr (PsRecord) row = make_row (drafting, provider, found->now, error);
  g_autofree char *note = note_told (drafting, found);
  PsLetterHappening happening = { PS_LETTER_EVENT_DRAFTED, drafting->job->today, note, NULL };

  if (row == NULL || !ps_letter_write (&drafting->writer, NULL, row, &happening, error))
    return FALSE;
  g_ptr_array_add (drafting->report->done,
                   ps_letter_outcome_new (ps_record_get_id (row), provider->agb, provider->name, drafting->year->year, 0));
  return TRUE;
}

static void
pass_over (Drafting *drafting, gint64 id, const char *agb, const char *provider, const char *why)
{
  PsLetterOutcome *outcome = ps_letter_outcome_new (id, agb, provider, drafting->year->year, 0);

  outcome->why = g_strdup (why);
  g_ptr_array_add (drafting->report->passed_over, outcome);
}

/* Why one that was named gets none; NULL: it does. */
static const char *
find_why_not (const PsProviderBandwidth *found)
{
  if (found == NULL)
    return _("has no performance agreement with a ceiling for this year");
  if (found->letter_id != 0)
    return _("has a letter of this reference date already");
  if (found->now->letter == PS_LETTER_NONE)
    return _("asks for no letter: it is within the bandwidth");
  return NULL;
}

static gboolean
draft_named (Drafting *drafting, const char *agb, GError **error)
{
  const PsRegion *region = drafting->year->region;
  guint place = ps_region_find_provider (region, agb);
  const PsProviderBandwidth *found = place != PS_NONE ? ps_bandwidths_find (drafting->year, place) : NULL;
  const PsProvider *provider = place != PS_NONE ? ps_region_provider (region, place) : NULL;
  const char *why = provider == NULL ? _("there is no such provider in this region") : find_why_not (found);

  if (why == NULL)
    return draft_one (drafting, provider, found, error);
  pass_over (drafting, found != NULL ? found->letter_id : 0, agb, provider != NULL ? provider->name : NULL, why);
  return TRUE;
}

static gboolean
draft_needed (Drafting *drafting, const PsProviderBandwidth *found, GError **error)
{
  const PsProvider *provider = ps_region_provider (drafting->year->region, found->now->provider);

  return !ps_bandwidths_needs_letter (found, NULL) || draft_one (drafting, provider, found, error);
}

/* Nobody drafts for a day that has not come. */
static gboolean
check_day (Drafting *drafting, GError **error)
{
  PsLetterFacts facts = { .state = PS_LETTER_DRAFT,
                          .peildatum = drafting->year->day,
                          .drafted_on = PS_DATE_OPEN,
                          .sent_on = PS_DATE_OPEN,
                          .reminded_on = PS_DATE_OPEN,
                          .answered_on = PS_DATE_OPEN,
                          .talked_on = PS_DATE_OPEN,
                          .decided_on = PS_DATE_OPEN };
  g_autofree char *why = NULL;

  return ps_letter_allows (&facts, PS_LETTER_EVENT_DRAFTED, drafting->job->today, drafting->job->today, &why)
         || ps_letter_refuse (error, "%s", why);
}

static int
compare_outcomes (gconstpointer a, gconstpointer b)
{
  const PsLetterOutcome *left = *(PsLetterOutcome *const *) a, *right = *(PsLetterOutcome *const *) b;

  return g_strcmp0 (left->agb, right->agb);
}

/* Who is named twice gets one. */
static gboolean
is_named_before (const char *const *agbs, guint place)
{
  for (guint i = 0; i < place; i++)
    if (g_str_equal (agbs[i], agbs[place]))
      return TRUE;
  return FALSE;
}

static gboolean
draft_all (Drafting *drafting, GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error)
{
  const char *const *agbs = drafting->job->agbs;
  guint n = agbs != NULL ? g_strv_length ((char **) agbs) : drafting->year->providers->len;

  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (0.8 + 0.2 * i / n, _("Drafting letters"), progress_data);
      if (agbs != NULL && is_named_before (agbs, i))
        continue;
      if (agbs != NULL ? !draft_named (drafting, agbs[i], error)
                       : !draft_needed (drafting, g_ptr_array_index (drafting->year->providers, i), error))
        return FALSE;
    }
  g_ptr_array_sort (drafting->report->done, compare_outcomes);
  g_ptr_array_sort (drafting->report->passed_over, compare_outcomes);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Computing takes most of the time: it is the first four fifths. */
typedef struct
{
  PsProgressFunc progress;
  gpointer data;
} Relay;

static void
on_progress_cb (double fraction, const char *what, gpointer user_data)
{
  const Relay *relay = user_data;

  if (relay->progress != NULL)
    relay->progress (fraction < 0 ? fraction : 0.8 * fraction, what, relay->data);
}

/**
 * ps_letters_draft:
 * @store: opened to write
 * @actor: who drafts them: the login name
 *
 * Returns: (transfer full): what came of it, or %NULL with PS_STORE_ERROR_REFUSED (no such peildatum), PS_STORE_ERROR_RULE,
 *   G_IO_ERROR_CANCELLED, or another PsStoreError: nothing was changed then
 */
PsLetterReport *
ps_letters_draft (PsStore *store, const char *actor, const PsLetterDraftJob *job, GCancellable *cancellable,
                  PsProgressFunc progress, gpointer progress_data, GError **error)
{
  gboolean one = job->agbs != NULL && job->agbs[0] != NULL && job->agbs[1] == NULL;
  PsBandwidthQuery query = {
    .peildatum_id = job->peildatum_id, .today = job->today, .agb = one ? job->agbs[0] : NULL, .no_before = TRUE
  };
  g_auto (Drafting) drafting = { .job = job };
  Relay relay = { progress, progress_data };

  g_return_val_if_fail (store->mode == PS_STORE_WRITE && job->peildatum_id != 0, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !ps_letter_writer_begin (&drafting.writer, store, actor, error))
    return NULL;
  drafting.report = ps_letter_report_new ();
  drafting.year = ps_bandwidths_compute (store, &query, cancellable, on_progress_cb, &relay, error);
  if (drafting.year == NULL || !check_day (&drafting, error)
      || !draft_all (&drafting, cancellable, progress, progress_data, error))
    return NULL;
  drafting.report->record = drafting.writer.record;
  if (drafting.writer.record != 0 && !ps_letter_writer_commit (&drafting.writer, error))
    return NULL;
  return g_steal_pointer (&drafting.report);
}

static gboolean
edit (PsLetterWriter *writer, const PsLetter *before, const char *subject, const char *body, GError **error)
{
  g_autoptr (PsRecord) was = ps_letter_read_shown (writer, before, error);
  g_autoptr (PsRecord) is = NULL;
  PsLetterHappening happening = { PS_LETTER_EVENT_EDITED, PS_DATE_OPEN, NULL, NULL };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (was == NULL)
    return FALSE;
  happening.day = ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  if (!ps_letter_check_allowed (before, PS_LETTER_EVENT_EDITED, happening.day, happening.day, error))
    return FALSE;
  is = ps_record_copy (was);
  ps_record_set_text (is, "subject", subject);
  ps_record_set_text (is, "body", body);
  return ps_record_equal (was, is) || ps_letter_write (writer, was, is, &happening, error);
}

/**
 * ps_letters_edit: another text for a draft.
 * @record: (out) (optional): 0: it said that already, and nothing was written
 *
 * Returns: %FALSE with PS_STORE_ERROR_CONFLICT where it is not what was shown any more, PS_STORE_ERROR_RULE where it was sent,
 * or the text has a field that is not known
 */
gboolean
ps_letters_edit (PsStore *store, const char *actor, const PsLetter *before, const char *subject, const char *body, gint64 *record,
                 GError **error)
{
  g_auto (PsLetterWriter) writer = { NULL };

  g_return_val_if_fail (store->mode == PS_STORE_WRITE, FALSE);
  if (record != NULL)
    *record = 0;
  if (!ps_letter_check_texts (subject, body, error) || !ps_letter_writer_begin (&writer, store, actor, error)
      || !edit (&writer, before, subject, body, error))
    return FALSE;
  if (writer.record != 0 && !ps_letter_writer_commit (&writer, error))
    return FALSE;
  if (record != NULL)
    *record = writer.record;
  return TRUE;
}
