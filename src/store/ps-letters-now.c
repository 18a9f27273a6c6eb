/* ps-letters-now.c: what a letter would say now: its figures, its days
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include "ps-letters-private.h"

/* Answering days are at most a year of them: three calendar years are crossed at most. A term's last day moves on a few days. */
#define YEARS_OF_ANSWERING 3
#define YEARS_OF_TERM 2

void
ps_letter_now_init (PsLetterNow *now, PsStore *store, PsRows *rows, PsDate today)
{
  *now = (PsLetterNow){ .store = store, .rows = rows, .today = today };
  now->years = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ps_bandwidths_free);
}

void
ps_letter_now_clear (PsLetterNow *now)
{
  g_clear_pointer (&now->years, g_hash_table_unref);
}

static const PsBandwidthYear *
compute_year (PsLetterNow *now, const PsLetter *letter, GError **error)
{
  const char *agb = now->many ? NULL : letter->agb;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT ":%s", letter->peildatum_id, agb != NULL ? agb : "");
  PsBandwidthQuery query = { .peildatum_id = letter->peildatum_id, .today = now->today, .agb = agb, .no_before = TRUE };
  PsBandwidthYear *year = g_hash_table_lookup (now->years, key);

  if (year != NULL)
    return year;
  year =
      ps_bandwidths_compute (now->store, &query, now->cancellable, now->many ? now->progress : NULL, now->progress_data, error);
  if (year != NULL)
    g_hash_table_insert (now->years, g_steal_pointer (&key), year);
  return year;
}

const PsProviderBandwidth *
ps_letter_now_find (PsLetterNow *now, const PsLetter *letter, const PsBandwidthYear **year, GError **error)
{
  guint provider;

  *year = compute_year (now, letter, error);
  if (*year == NULL)
    return NULL;
  provider = ps_region_find_provider ((*year)->region, letter->agb);
  return provider != PS_NONE ? ps_bandwidths_find (*year, provider) : NULL;
}

gboolean
ps_letter_find_term (PsStore *store, const PsLetterFacts *facts, PsLetterTerm term, PsDate *by, GError **error)
{
  g_autoptr (GArray) holidays = NULL;

  *by = term (facts);
  if (*by == PS_DATE_OPEN)
    return TRUE;
  holidays = ps_holidays_load_days (store, ps_date_year (*by), YEARS_OF_TERM, error);
  if (holidays == NULL)
    return FALSE;
  *by = ps_work_day_from (*by, holidays);
  return TRUE;
}

gboolean
ps_letter_now_set_days (PsLetterNow *now, PsLetter *letter, PsDate sent_on, GError **error)
{
  g_autoptr (PsRecord) region = ps_rows_read (now->rows, "region", 1, error);
  g_autoptr (GArray) holidays =
      region != NULL ? ps_holidays_load_days (now->store, ps_date_year (sent_on), YEARS_OF_ANSWERING, error) : NULL;
  PsLetterFacts facts;

  if (holidays == NULL)
    return FALSE;
  letter->sent_on = sent_on;
  letter->due_on = ps_work_days_after (sent_on, (int) ps_record_get_number (region, "answer_days"), holidays);
  ps_letter_facts (letter, &facts);
  if (!ps_letter_find_term (now->store, &facts, ps_letter_talk_by, &letter->talk_by, error))
    return FALSE;
  facts.talk_by = letter->talk_by;
  return ps_letter_find_term (now->store, &facts, ps_letter_decide_by, &letter->decide_by, error);
}

char *
ps_letter_bare_figures (const PsLetterFigures *figures)
{
  g_autofree char *text = ps_letter_figures_to_text (figures);
  g_autoptr (PsLetterFigures) bare = ps_letter_figures_from_text (text, NULL);

  g_assert (bare != NULL);
  ps_letter_figures_set_sender (bare, NULL, NULL, NULL);
  return ps_letter_figures_to_text (bare);
}
