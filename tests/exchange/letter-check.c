/* letter-check.c: letters in a region in a temporary folder (the fixture minimal), for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "letter-check.h"

#include "exchange/ps-letter-pdf.h"
#include "store/ps-peildata.h"

Check *
letter_check_new (void)
{
  Check *check = check_new ();

  check_fixture (check, "minimal");
  return check;
}

gint64
letter_peildatum (Check *check)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = ps_store_load_region (check->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < region->peildata->len; i++)
    if (ps_region_peildatum (region, i)->date == LETTER_DAY)
      return ps_region_peildatum (region, i)->id;
  g_assert_not_reached ();
}

PsBandwidthYear *
letter_year (Check *check)
{
  PsBandwidthQuery query = { .year = 2024, .peildatum_id = letter_peildatum (check), .today = LETTER_TODAY };
  g_autoptr (GError) error = NULL;
  PsBandwidthYear *year = ps_bandwidths_compute (check->store, &query, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return year;
}

static int
compare_agbs (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(const PsLetter *const *) a)->agb, (*(const PsLetter *const *) b)->agb);
}

GPtrArray *
letter_draft_all (Check *check)
{
  PsLetterDraftJob job = { .peildatum_id = letter_peildatum (check), .today = LETTER_DRAFTED };
  PsLetterQuery query = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report = ps_letters_draft (check->store, "anna", &job, NULL, NULL, NULL, &error);
  GPtrArray *letters;

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 3);
  letters = ps_letters_list (check->store, &query, &error);
  g_assert_no_error (error);
  g_ptr_array_sort (letters, compare_agbs);
  return letters;
}

void
letter_send (Check *check, gint64 id)
{
  PsLetterSendJob job = {
    .ids = &id, .n_ids = 1, .sent_on = LETTER_SENT, .means = PS_LETTER_BY_REGISTERED_POST, .today = LETTER_TODAY
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report =
      ps_letters_send (check->store, "bram", &job, ps_letter_render_pdf, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 1);
}

void
letter_close (Check *check, const char *day)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM peildatum WHERE day = julianday ('%s') - 2440587.5", day);
  g_autoptr (GError) error = NULL;

  ps_peildata_close (check->store, "anna", check_count (check, sql), NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
letter_step (Check *check, gint64 id, PsLetterEventKind event, PsDate day, const char *text)
{
  PsLetterStep step = { .event = event, .day = day, .text = text, .today = LETTER_TODAY };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetter) before = ps_letters_find (check->store, id, &error);

  g_assert_no_error (error);
  ps_letters_take (check->store, "carla", before, &step, NULL, &error);
  g_assert_no_error (error);
}
