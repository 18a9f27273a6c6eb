/* ps-letters-sample.c: what a text would look like as a letter to some provider: for who edits a template
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-letters-private.h"

static PsLetter *
make_letter (const PsLetterSample *sample, const PsRegion *region, const PsPeildatum *peildatum, const PsProvider *provider)
{
  PsLetter *letter = g_new0 (PsLetter, 1);

  letter->provider_id = provider->id;
  letter->agb = g_strdup (provider->agb);
  letter->provider = g_strdup (provider->name);
  letter->peildatum_id = peildatum->id;
  letter->peildatum = peildatum->date;
  letter->peildatum_label = g_strdup (peildatum->label);
  letter->kind = sample->kind;
  letter->state = PS_LETTER_DRAFT;
  letter->year = ps_date_year (peildatum->date);
  letter->number_text = ps_letter_number_text (letter->year, 0);
  letter->subject = g_strdup (sample->subject);
  letter->body = g_strdup (sample->body);
  letter->drafted_on = letter->sent_on = letter->due_on = letter->reminded_on = letter->answered_on = PS_DATE_OPEN;
  letter->talk_by = letter->talked_on = letter->decide_by = letter->decided_on = letter->ended_on = PS_DATE_OPEN;
  return letter;
}

static const PsPeildatum *
find_peildatum (const PsRegion *region, gint64 id)
{
  for (guint i = 0; i < region->peildata->len; i++)
    if (ps_region_peildatum (region, i)->id == id)
      return ps_region_peildatum (region, i);
  return NULL;
}

static PsLetterPaper *
make_paper (PsStore *store, const PsLetterSample *sample, const char *actor, PsDate day, GError **error)
{
  g_autoptr (PsRegion) region = ps_store_load_region (store, error);
  const PsPeildatum *peildatum = region != NULL ? find_peildatum (region, sample->peildatum_id) : NULL;
  guint provider = region != NULL ? ps_region_find_provider (region, sample->agb) : PS_NONE;
  g_autoptr (PsRows) rows = ps_rows_new (store);
  g_auto (PsLetterNow) now = { NULL };

  if (region == NULL)
    return NULL;
  if (peildatum == NULL || provider == PS_NONE)
    {
      g_set_error_literal (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED,
                           _("That provider, or peildatum, is not in this region any more."));
      return NULL;
    }
  ps_letter_now_init (&now, store, rows, day);
  return ps_letter_now_paper (&now, make_letter (sample, region, peildatum, ps_region_provider (region, provider)), actor, day,
                              error);
}

/**
 * ps_letters_sample: the pages of a letter that does not exist, as a draft sent on `day` by `actor`.
 *
 * Returns: (transfer full): %NULL with PS_LETTER_ERROR where a field is unknown or empty, or another PsStoreError
 */
PsLetterPaper *
ps_letters_sample (PsStore *store, const PsLetterSample *sample, const char *actor, PsDate day, GError **error)
{
  gboolean begun = sqlite3_get_autocommit (store->db);
  PsLetterPaper *paper;

  if (begun && !ps_sql_exec (store, "BEGIN", error))
    return NULL;
  paper = make_paper (store, sample, actor, day, error);
  if (begun)
    sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL);
  return paper;
}
