/* test-letters.c: letters drafted, looked at and sent (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include "letter-test.h"
#include "store/ps-history.h"
#include "undo-test.h"

static PsDate
day (const char *text)
{
  return change_test_day (text);
}

/* Drafting */

static void
test_draft_needed (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report = letter_test_try_draft (test, "anna", NULL, "22-07-2024", &error);
  const PsLetterKind kinds[] = { PS_LETTER_OVER, PS_LETTER_UNDER, PS_LETTER_REACHED };

  g_assert_no_error (error);
  /* Den is within its bandwidth */
  g_assert_cmpuint (report->done->len, ==, 3);
  g_assert_cmpuint (report->passed_over->len, ==, 0);
  g_assert_cmpint (report->record, ==, store_test_int (test, "SELECT max (id) FROM audit_record"));
  for (guint i = 0; i < 3; i++)
    {
      const PsLetterOutcome *outcome = g_ptr_array_index (report->done, i);
      g_autoptr (PsLetter) letter = letter_test_find (test, outcome->id);

      g_assert_null (outcome->why);
      g_assert_cmpstr (letter->agb, ==, outcome->agb);
      g_assert_cmpint (letter->kind, ==, kinds[i]);
      g_assert_cmpint (letter->state, ==, PS_LETTER_DRAFT);
      g_assert_cmpint (letter->year, ==, 2024);
      g_assert_cmpint (letter->number, ==, 0);
      g_assert_cmpstr (letter->number_text, ==, "draft");
      g_assert_cmpstr (letter->subject, ==, ps_letter_standard_subject (kinds[i]));
      g_assert_cmpstr (letter->body, ==, ps_letter_standard_body (kinds[i]));
      g_assert_cmpint (letter->sent_on, ==, PS_DATE_OPEN);
      g_assert_cmpstr (letter->drafted_by, ==, "anna");
      g_assert_cmpint (letter->figures->forecast_cents, ==, 1083553);
      g_assert_cmpstr (letter_test_events (test, letter->id), ==, "drafted 2024-07-22 anna");
    }
  store_test_assert_sound (test);
}

/* Once more: all that need one have it. */
static void
test_draft_again (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) first = letter_test_try_draft (test, "anna", NULL, "22-07-2024", &error);
  g_autoptr (PsLetterReport) second = letter_test_try_draft (test, "anna", NULL, "22-07-2024", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (first->done->len, ==, 3);
  g_assert_cmpuint (second->done->len, ==, 0);
  g_assert_cmpint (second->record, ==, 0);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM letter"), ==, 3);
}

/* Who is named and gets none is told why. */
static void
test_draft_named (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (GError) error = NULL;
  gint64 linde = letter_test_draft (test, LINDE);
  g_autoptr (PsLetterReport) report =
      letter_test_try_draft (test, "anna", EIK " " DEN " " LINDE " 41419999 " BEUK, "22-07-2024", &error);
  static const char *const whys[] = { "has a letter", "within the bandwidth", "no such provider" };

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 2);
  g_assert_cmpstr (((PsLetterOutcome *) report->done->pdata[0])->agb, ==, BEUK);
  g_assert_cmpstr (((PsLetterOutcome *) report->done->pdata[1])->provider, ==, "Eik");
  g_assert_cmpuint (report->passed_over->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (strstr (((PsLetterOutcome *) report->passed_over->pdata[i])->why, whys[i]));
  g_assert_cmpint (((PsLetterOutcome *) report->passed_over->pdata[0])->id, ==, linde);
  store_test_assert_sound (test);
}

static void
test_draft_refused (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  PsLetterDraftJob job = { .peildatum_id = 99, .today = day ("22-07-2024") };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const char *before = store_test_dump (test);

  g_assert_null (letter_test_try_draft (test, "anna", NULL, "18-07-2024", &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-07-2024");
  g_assert_null (ps_letters_draft (test->store, "anna", &job, NULL, NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  job.peildatum_id = letter_test_peildatum (test);
  g_assert_null (ps_letters_draft (test->store, "anna", &job, cancelled, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  job.template_ids[PS_LETTER_OVER] = 12;
  g_assert_null (ps_letters_draft (test->store, "anna", &job, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "template");
  g_assert_cmpstr (store_test_dump (test), ==, before);
}

static void
on_progress_cb (double fraction, const char *what, gpointer user_data)
{
  if (g_str_equal (what, "Drafting letters"))
    g_cancellable_cancel (user_data);
}

/* Cancelled halfway, there is not one. */
static void
test_draft_cancelled (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  PsLetterDraftJob job = { .peildatum_id = letter_test_peildatum (test), .today = day ("22-07-2024") };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_letters_draft (test->store, "anna", &job, cancellable, on_progress_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM letter"), ==, 0);
  store_test_assert_sound (test);
}

/* Editing */

static void
test_edit (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_draft (test, LINDE), record = -1;
  g_autoptr (PsLetter) shown = letter_test_find (test, id);
  g_autoptr (PsLetter) edited = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ps_letters_edit (test->store, "bert", shown, "About {jaar}", "Dear {aanbieder}", &record, &error));
  g_assert_cmpint (record, >, 0);
  edited = letter_test_find (test, id);
  g_assert_cmpstr (edited->subject, ==, "About {jaar}");
  g_assert_cmpstr (edited->body, ==, "Dear {aanbieder}");
  g_assert_cmpuint (edited->events->len, ==, 2);
  g_assert_cmpstr (((PsLetterEvent *) edited->events->pdata[1])->by, ==, "bert");
  /* as it is: nothing to write */
  g_assert_true (ps_letters_edit (test->store, "bert", edited, "About {jaar}", "Dear {aanbieder}", &record, &error));
  g_assert_cmpint (record, ==, 0);
  /* as it was shown to another */
  g_assert_false (ps_letters_edit (test->store, "anna", shown, "x", "y", &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Text edited|bert");
  g_assert_false (ps_letters_edit (test->store, "anna", edited, "x", "a\nb {nobody}", &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "Line 2|{nobody}|Nothing was changed");
  g_assert_false (ps_letters_edit (test->store, "anna", edited, "x {", "a", &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "Subject|brace");
  store_test_assert_sound (test);
}

/* Sending */

static void
test_send (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id;
  g_autoptr (PsLetter) letter = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;

  id = letter_test_send (test, LINDE);
  letter = letter_test_find (test, id);
  g_assert_cmpstr (letter_test_course (test, id), ==,
                   "state=2 number=1 sent_on=2024-07-26 due_on=2024-08-09 talk_by=2024-08-23 decide_by=2024-09-06");
  g_assert_cmpstr (letter->number_text, ==, "BB-2024-0001");
  g_assert_cmpstr (letter->addressee, ==, "Linde");
  g_assert_cmpstr (letter->sent_by, ==, "tester");
  g_assert_cmpint (letter->means, ==, PS_LETTER_BY_POST);
  g_assert_cmpstr (letter->subject, ==, "Bandwidth letter: forecast for 2024 above the bandwidth");
  g_assert_null (strstr (letter->body, "{aanbieder}"));
  g_assert_nonnull (strstr (letter->body, "\n\n" PS_LETTER_TABLE_MARK "\n\n"));
  g_assert_nonnull (strstr (letter->body, "10,835.53"));
  g_assert_nonnull (strstr (letter->body, "3,835.53"));
  g_assert_nonnull (strstr (letter->body, "under the incentive schemes of the agreement"));
  g_assert_nonnull (strstr (letter->body, "09-08-2024"));
  g_assert_cmpint (letter->deviation_cents, ==, 383553);
  g_assert_cmpint (letter->at_stake_cents, ==, 383553);
  g_assert_cmpstr (letter->figures->sender, ==, "Test");
  g_assert_cmpstr (letter->figures->signer, ==, "tester");
  pdf = ps_letters_pdf (test->store, id, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (pdf, NULL);
  g_assert_true (g_str_has_prefix (text, "%PDF BB-2024-0001\nTest\n\nLinde\nBandwidth letter"));
  g_assert_cmpstr (letter_test_events (test, id), ==, "drafted 2024-07-22 tester\nsent 2024-07-26 tester: By post");
  store_test_assert_sound (test);
}

/* Everything that is printed: contact, address, letterhead. And what becomes of it later does not change the letter. */
static void
test_paper (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterPaper) draft = NULL;
  g_autoptr (PsLetterPaper) sent = NULL;
  gint64 id = letter_test_draft (test, BEUK);

  change_test_update (test, "provider", "agb = '" BEUK "'", "contact=the_management address=Straat_1,_Venlo", &error);
  change_test_update (test, "region", "id = 1", "letterhead=Contracts", &error);
  g_assert_no_error (error);
  draft = ps_letters_paper (test->store, id, "anna", day ("26-07-2024"), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (draft->draft);
  g_assert_cmpstr (draft->addressee, ==, "Beuk\nAttn. the management\nStraat 1, Venlo");
  g_assert_cmpstr (draft->letterhead, ==, "Contracts");
  g_assert_cmpstr (draft->signer, ==, "anna");
  g_assert_cmpstr (draft->letter->number_text, ==, "draft");
  g_assert_cmpint (draft->letter->due_on, ==, day ("09-08-2024"));
  g_assert_cmpint (draft->figures->forecast_cents, ==, 1083553);
  {
    g_autoptr (PsLetterReport) report = letter_test_try_send (test, "anna", &id, 1, NULL, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (report->done->len, ==, 1);
  }
  change_test_update (test, "provider", "agb = '" BEUK "'", "name=Berk contact=- address=Elders", &error);
  change_test_update (test, "region", "id = 1", "letterhead=Others name=Other", &error);
  g_assert_no_error (error);
  sent = ps_letters_paper (test->store, id, "bert", day ("30-09-2024"), "ignored", "ignored", &error);
  g_assert_no_error (error);
  g_assert_false (sent->draft);
  g_assert_cmpstr (sent->addressee, ==, "Beuk\nAttn. the management\nStraat 1, Venlo");
  g_assert_cmpstr (sent->letterhead, ==, "Contracts");
  g_assert_cmpstr (sent->region, ==, "Test");
  g_assert_cmpstr (sent->signer, ==, "anna");
  g_assert_cmpstr (sent->letter->provider, ==, "Berk");
  g_assert_cmpstr (sent->letter->number_text, ==, "BB-2024-0001");
  store_test_assert_sound (test);
}

static void
test_paper_faults (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_draft (test, BEUK);
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_letters_paper (test->store, id, "anna", day ("26-07-2024"), NULL, "{contactpersoon}", &error));
  g_assert_error (error, PS_LETTER_ERROR, PS_LETTER_ERROR_EMPTY_FIELD);
  g_clear_error (&error);
  g_assert_null (ps_letters_paper (test->store, id, "anna", day ("26-07-2024"), "{regeling}", NULL, &error));
  g_assert_error (error, PS_LETTER_ERROR, PS_LETTER_ERROR_EMPTY_FIELD);
  g_clear_error (&error);
  g_assert_null (ps_letters_paper (test->store, id, "anna", day ("26-07-2024"), NULL, "{nobody}", &error));
  g_assert_error (error, PS_LETTER_ERROR, PS_LETTER_ERROR_UNKNOWN_FIELD);
  g_clear_error (&error);
  g_assert_null (ps_letters_paper (test->store, 99, "anna", day ("26-07-2024"), NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ps_letters_pdf (test->store, id, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "not sent");
}

/* A letter is sent with a field that is empty by nobody. */
static void
test_send_empty_field (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_draft (test, BEUK);
  g_autoptr (PsLetter) shown = letter_test_find (test, id);
  g_autoptr (GError) error = NULL;
  const char *before;

  g_assert_true (ps_letters_edit (test->store, "anna", shown, "x", "{contactpersoon}", NULL, &error));
  before = store_test_dump (test);
  g_assert_null (letter_test_try_send (test, "anna", &id, 1, NULL, NULL, &error));
  g_assert_error (error, PS_LETTER_ERROR, PS_LETTER_ERROR_EMPTY_FIELD);
  g_assert_cmpstr (store_test_dump (test), ==, before);
}

static void
draft_three (StoreTest *test, gint64 ids[3])
{
  ids[0] = letter_test_draft (test, EIK);
  ids[1] = letter_test_draft (test, LINDE);
  ids[2] = letter_test_draft (test, BEUK);
}

static void
test_batch (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report = NULL;
  LetterPress press = { .texts = g_ptr_array_new_with_free_func (g_free) };
  gint64 ids[3];

  draft_three (test, ids);
  report = letter_test_try_send (test, "anna", ids, 3, NULL, &press, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (PsLetter) letter = letter_test_find (test, ids[i]);
      g_autoptr (GBytes) pdf = ps_letters_pdf (test->store, ids[i], &error);

      /* in the order in which they were given */
      g_assert_cmpint (letter->number, ==, i + 1);
      g_assert_cmpstr (((PsLetterOutcome *) report->done->pdata[i])->number, ==, letter->number_text);
      g_assert_cmpmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), press.texts->pdata[i],
                       strlen (press.texts->pdata[i]));
    }
  g_ptr_array_unref (press.texts);
  store_test_assert_sound (test);
}

/* Where one fails, or it is cancelled, none was sent: no number was given. */
static void
test_batch_all_or_none (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  LetterPress failing = { .fail_at = 3 }, cancelling = { .cancel_at = 2, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;
  const char *before;
  gint64 ids[3], twice[2];

  draft_three (test, ids);
  before = store_test_dump (test);
  g_assert_null (letter_test_try_send (test, "anna", ids, 3, NULL, &failing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_cmpint (failing.n, ==, 3);
  g_assert_null (letter_test_try_send (test, "anna", ids, 3, NULL, &cancelling, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  twice[0] = twice[1] = ids[0];
  g_assert_null (letter_test_try_send (test, "anna", twice, 2, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "Eik|already");
  g_assert_cmpstr (store_test_dump (test), ==, before);
  g_assert_cmpint (sqlite3_get_autocommit (test->store->db), !=, 0);
  store_test_assert_sound (test);
}

/* Two who send at once wait for each other, and number on. */
static void
test_two_connections (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (GError) error = NULL;
  PsStore *mine = test->store, *other = ps_store_open (test->path, PS_STORE_WRITE, &error);
  g_autoptr (PsLetterReport) first = NULL;
  g_autoptr (PsLetterReport) second = NULL;
  gint64 ids[3];

  g_assert_no_error (error);
  draft_three (test, ids);
  g_assert_true (ps_sql_exec (mine, "BEGIN IMMEDIATE", &error));
  test->store = other;
  g_assert_null (letter_test_try_send (test, "bert", &ids[1], 1, NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (ps_sql_exec (mine, "ROLLBACK", &error));
  test->store = mine;
  first = letter_test_try_send (test, "anna", &ids[0], 1, NULL, NULL, &error);
  test->store = other;
  second = letter_test_try_send (test, "bert", &ids[1], 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((PsLetterOutcome *) first->done->pdata[0])->number, ==, "BB-2024-0001");
  g_assert_cmpstr (((PsLetterOutcome *) second->done->pdata[0])->number, ==, "BB-2024-0002");
  /* what one has sent, the other does not send again */
  g_assert_null (letter_test_try_send (test, "bert", &ids[0], 1, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "already");
  test->store = mine;
  ps_store_close (other);
  store_test_assert_sound (test);
}

/* The figures are those of the day of sending; and not others than were shown. */
static void
test_send_figures (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_draft (test, LINDE);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterPaper) shown = ps_letters_paper (test->store, id, "anna", day ("26-07-2024"), NULL, NULL, &error);
  g_autofree char *figures = ps_letter_figures_to_text (shown->figures);
  g_autoptr (PsLetter) before = NULL;
  g_autoptr (PsLetter) after = NULL;
  g_autoptr (PsLetterPaper) again = NULL;
  g_autofree char *figures_again = NULL;
  g_autoptr (PsLetterReport) report = NULL;

  store_test_assert_run (test, "line L9-1 0983/1 45A04 29-05-2024 29-05-2024 1000 900000 9000", "a");
  g_assert_null (letter_test_try_send (test, "anna", &id, 1, figures, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "figures|Nothing was sent");
  before = letter_test_find (test, id);
  again = ps_letters_paper (test->store, id, "anna", day ("26-07-2024"), NULL, NULL, &error);
  figures_again = ps_letter_figures_to_text (again->figures);
  report = letter_test_try_send (test, "anna", &id, 1, figures_again, NULL, &error);
  g_assert_no_error (error);
  after = letter_test_find (test, id);
  g_assert_cmpint (before->figures->realised_cents, ==, 450000);
  g_assert_cmpint (after->figures->realised_cents, ==, 459000);
  g_assert_null (letter_test_try_send (test, "anna", &id, 1, "nonsense", NULL, &error));
  g_clear_error (&error);
}

/* Nothing is wrong any more, or something else: another letter. */
static void
test_send_changed (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 linde = letter_test_draft (test, LINDE), beuk = letter_test_draft (test, BEUK);
  gint64 both[] = { linde, beuk };
  g_autoptr (GError) error = NULL;

  store_test_assert_run (test, "line L9-1 0983/1 45A04 29-05-2024 29-05-2024 30000 900000 270000", "a");
  g_assert_null (letter_test_try_send (test, "anna", &linde, 1, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "Linde|Ceiling reached|Forecast above|withdraw");
  store_test_assert_run (test, "line L9-2 0983/2 45A04 29-05-2024 29-05-2024 88000 900000 792000", "a");
  g_assert_null (letter_test_try_send (test, "anna", &beuk, 1, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "Beuk|within the bandwidth|withdraw");
  g_assert_null (letter_test_try_send (test, "anna", both, 2, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "The letter to Linde");
  store_test_assert_sound (test);
}

static void
test_send_days (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_draft (test, LINDE);
  PsLetterSendJob job = {
    .ids = &id, .n_ids = 1, .sent_on = day ("27-07-2024"), .means = PS_LETTER_BY_EMAIL, .today = day ("26-07-2024")
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report = NULL;

  g_assert_null (ps_letters_send (test->store, "anna", &job, letter_test_render, NULL, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "still to come");
  job.sent_on = day ("18-07-2024");
  g_assert_null (ps_letters_send (test->store, "anna", &job, letter_test_render, NULL, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-07-2024");
  /* across the turn of the year, with five days to answer and a holiday of the region's own */
  change_test_update (test, "region", "id = 1", "answer_days=5", &error);
  change_test_insert (test, "holiday", "day=03-01-2025 name=Closed", &error);
  g_assert_no_error (error);
  job.sent_on = job.today = day ("27-12-2024");
  report = ps_letters_send (test->store, "anna", &job, letter_test_render, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  /* 30, 31, 1 (2025 has holidays of its own: New Year's Day is none of them), 2, 6 */
  g_assert_cmpstr (letter_test_course (test, id), ==,
                   "state=2 number=1 sent_on=2024-12-27 due_on=2025-01-06 talk_by=2025-01-20 decide_by=2025-02-03");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters/draft-needed", test_draft_needed);
  g_test_add_func ("/letters/draft-again", test_draft_again);
  g_test_add_func ("/letters/draft-named", test_draft_named);
  g_test_add_func ("/letters/draft-refused", test_draft_refused);
  g_test_add_func ("/letters/draft-cancelled", test_draft_cancelled);
  g_test_add_func ("/letters/edit", test_edit);
  g_test_add_func ("/letters/send", test_send);
  g_test_add_func ("/letters/paper", test_paper);
  g_test_add_func ("/letters/paper-faults", test_paper_faults);
  g_test_add_func ("/letters/send-empty-field", test_send_empty_field);
  g_test_add_func ("/letters/batch", test_batch);
  g_test_add_func ("/letters/batch-all-or-none", test_batch_all_or_none);
  g_test_add_func ("/letters/two-connections", test_two_connections);
  g_test_add_func ("/letters/send-figures", test_send_figures);
  g_test_add_func ("/letters/send-changed", test_send_changed);
  g_test_add_func ("/letters/send-days", test_send_days);
  return g_test_run ();
}
