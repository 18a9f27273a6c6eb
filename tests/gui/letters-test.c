/* letters-test.c: letters that are there before a page is opened, made by somebody else
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-test"

#include "letters-test.h"

#include "exchange/ps-letter-pdf.h"
#include "store/ps-peildata.h"

static PsStore *
open_store (const char *path, PsStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  PsStore *store = ps_store_open (path, mode, &error);

  g_assert_no_error (error);
  return store;
}

PsDate
letters_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ps_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

gint64
letters_add_peildatum (const char *path, PsDate day, PsDate through)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = open_store (path, PS_STORE_WRITE);
  PsPeildatumState wanted = { .day = day, .label = (char *) "Peildatum", .data_through = through };
  g_autoptr (GPtrArray) states = NULL;
  gint64 record;

  g_assert_true (ps_peildata_save (store, LETTERS_CLERK, NULL, &wanted, NULL, &record, &error));
  g_assert_no_error (error);
  states = ps_peildata_list (store, ps_date_year (day), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < states->len; i++)
    if (((PsPeildatumState *) g_ptr_array_index (states, i))->day == day)
      return ((PsPeildatumState *) g_ptr_array_index (states, i))->id;
  g_assert_not_reached ();
}

static PsDate
day_of (PsStore *store, gint64 peildatum)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = ps_store_load_region (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < region->peildata->len; i++)
    if (ps_region_peildatum (region, i)->id == peildatum)
      return ps_region_peildatum (region, i)->date;
  g_assert_not_reached ();
}

guint
letters_draft (const char *path, gint64 peildatum)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = open_store (path, PS_STORE_WRITE);
  const PsLetterDraftJob job = { .peildatum_id = peildatum, .today = day_of (store, peildatum) };
  g_autoptr (PsLetterReport) report = ps_letters_draft (store, LETTERS_CLERK, &job, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report->done->len;
}

gint64
letters_find (const char *path, const char *agb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = open_store (path, PS_STORE_READ);
  const PsLetterQuery query = { 0, agb, 0 };
  g_autoptr (GPtrArray) letters = ps_letters_list (store, &query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (letters->len, >, 0);
  return ((const PsLetter *) g_ptr_array_index (letters, 0))->id;
}

PsLetter *
letters_get (const char *path, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = open_store (path, PS_STORE_READ);
  PsLetter *letter = ps_letters_find (store, id, &error);

  g_assert_no_error (error);
  return letter;
}

void
letters_send (const char *path, gint64 id, PsDate day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = open_store (path, PS_STORE_WRITE);
  const PsLetterSendJob job = { .ids = &id, .n_ids = 1, .sent_on = day, .means = PS_LETTER_BY_EMAIL, .today = letters_today () };
  g_autoptr (PsLetterReport) report =
      ps_letters_send (store, LETTERS_CLERK, &job, ps_letter_render_pdf, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 1);
}

void
letters_take (const char *path, gint64 id, PsLetterEventKind event, PsDate day, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = open_store (path, PS_STORE_WRITE);
  g_autoptr (PsLetter) before = ps_letters_find (store, id, &error);
  const PsLetterStep step = { .event = event, .day = day, .text = text, .to = PS_DATE_OPEN, .today = letters_today () };
  gint64 record;

  g_assert_no_error (error);
  g_assert_true (ps_letters_take (store, LETTERS_CLERK, before, &step, &record, &error));
  g_assert_no_error (error);
}

void
letters_edit (const char *path, gint64 id, const char *subject, const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) store = open_store (path, PS_STORE_WRITE);
  g_autoptr (PsLetter) before = ps_letters_find (store, id, &error);
  gint64 record;

  g_assert_no_error (error);
  g_assert_true (ps_letters_edit (store, LETTERS_CLERK, before, subject, body, &record, &error));
  g_assert_no_error (error);
}
