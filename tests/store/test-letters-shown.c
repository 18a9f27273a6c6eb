/* test-letters-shown.c: what is sent is what its sender saw, and in the order in which it happened (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include "letter-test.h"

static PsDate
day (const char *text)
{
  return change_test_day (text);
}

static void
edit (StoreTest *test, gint64 id, const char *actor, const char *subject, const char *body)
{
  g_autoptr (PsLetter) shown = letter_test_find (test, id);
  g_autoptr (GError) error = NULL;

  ps_letters_edit (test->store, actor, shown, subject, body, NULL, &error);
  g_assert_no_error (error);
}

/* What anna has on her screen, on the day before she sends it. */
typedef struct
{
  char *figures;
  char *words;
} Seen;

static void
seen_clear (Seen *seen)
{
  g_free (seen->figures);
  g_free (seen->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

static Seen
look (StoreTest *test, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterPaper) paper = ps_letters_paper (test->store, id, "anna", day ("25-07-2024"), NULL, NULL, &error);

  g_assert_no_error (error);
  return (Seen){ ps_letter_figures_to_text (paper->figures), ps_letter_paper_words (paper) };
}

static PsLetterReport *
try_send (StoreTest *test, gint64 id, const Seen *seen, GError **error)
{
  const PsLetterSendJob job = { .ids = &id,
                                .n_ids = 1,
                                .sent_on = day ("26-07-2024"),
                                .means = PS_LETTER_BY_POST,
                                .today = day ("26-07-2024"),
                                .shown_figures = seen->figures,
                                .shown_words = seen->words,
                                .shown_on = day ("25-07-2024") };

  return ps_letters_send (test->store, "anna", &job, letter_test_render, NULL, NULL, NULL, NULL, error);
}

static void
assert_not_sent (StoreTest *test, gint64 id, const Seen *seen)
{
  const char *before = store_test_dump (test);
  g_autoptr (GError) error = NULL;

  g_assert_null (try_send (test, id, seen, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Linde|text|Nothing was sent|look at the letter again");
  g_assert_cmpstr (store_test_dump (test), ==, before);
}

static void
assert_sent (StoreTest *test, gint64 id)
{
  g_auto (Seen) seen = look (test, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report = try_send (test, id, &seen, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 1);
  store_test_assert_sound (test);
}

static void
test_text (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_draft (test, LINDE);
  g_auto (Seen) first = look (test, id), second = { NULL };
  g_autoptr (PsLetter) sent = NULL;

  edit (test, id, "bram", "From bram {jaar}", "Bram writes about {plafond}.");
  assert_not_sent (test, id, &first);
  second = look (test, id);
  edit (test, id, "bram", "Once more {jaar}", "Bram writes about {plafond}.");
  assert_not_sent (test, id, &second);
  assert_sent (test, id);
  sent = letter_test_find (test, id);
  g_assert_cmpstr (sent->subject, ==, "Once more 2024");
  g_assert_cmpstr (sent->sent_by, ==, "anna");
}

/* Whom it goes to, and whose it is. */
static void
test_addressee (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_draft (test, LINDE);
  g_auto (Seen) first = look (test, id), second = { NULL };
  g_autoptr (GError) error = NULL;

  change_test_update (test, "provider", "agb = '" LINDE "'", "address=Elsewhere", &error);
  g_assert_no_error (error);
  assert_not_sent (test, id, &first);
  second = look (test, id);
  change_test_update (test, "region", "id = 1", "letterhead=Another", &error);
  g_assert_no_error (error);
  assert_not_sent (test, id, &second);
  assert_sent (test, id);
}

/* That it has a number now, and another day, is no change. */
static void
test_number_and_day (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_draft (test, LINDE);
  g_autoptr (PsLetter) sent = NULL;

  edit (test, id, "bram", "{nummer} of {datum}", "Answer by {antwoord_voor}.\n{cijfers}\n{{cijfers}}");
  assert_sent (test, id);
  sent = letter_test_find (test, id);
  g_assert_cmpstr (sent->subject, ==, "BB-2024-0001 of 26-07-2024");
  g_assert_cmpstr (sent->body, ==, "Answer by 09-08-2024.\n" PS_LETTER_TABLE_MARK "\n{cijfers}");
}

/* Several at once */

static PsLetterReport *
try_send_listed (StoreTest *test, GPtrArray *letters, GError **error)
{
  gint64 ids[2], last_events[2];
  const PsLetterSendJob job = { .ids = ids,
                                .n_ids = letters->len,
                                .sent_on = day ("26-07-2024"),
                                .means = PS_LETTER_BY_POST,
                                .today = day ("26-07-2024"),
                                .last_events = last_events };

  g_assert_cmpuint (letters->len, <=, 2);
  for (guint i = 0; i < letters->len; i++)
    {
      const PsLetter *letter = g_ptr_array_index (letters, i);

      ids[i] = letter->id;
      last_events[i] = letter->last_event;
    }
  return ps_letters_send (test->store, "anna", &job, letter_test_render, NULL, NULL, NULL, NULL, error);
}

static GPtrArray *
list (StoreTest *test)
{
  const PsLetterQuery query = { 0, NULL, 0 };
  g_autoptr (GError) error = NULL;
  GPtrArray *letters = ps_letters_list (test->store, &query, &error);

  g_assert_no_error (error);
  return letters;
}

static void
test_several (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 beuk = letter_test_draft (test, BEUK);
  g_autoptr (GPtrArray) one = list (test);
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (PsLetterReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const char *before;

  letter_test_draft (test, LINDE);
  two = list (test);
  edit (test, beuk, "bram", "From bram", "Bram writes about {plafond}.");
  before = store_test_dump (test);
  g_assert_null (try_send_listed (test, two, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "The letter to Beuk|Text edited|bram|Nothing was sent");
  /* nor where there is one only */
  g_assert_null (try_send_listed (test, one, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "The letter to Beuk|Text edited|bram|Nothing was sent");
  g_assert_cmpstr (store_test_dump (test), ==, before);
  now = list (test);
  report = try_send_listed (test, now, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 2);
  store_test_assert_sound (test);
}

/* Nothing of it is left: it says nothing. */
static void
test_blank (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_draft (test, BEUK);
  g_autoptr (GError) error = NULL;

  edit (test, id, "bram", "{?reden}Over {reden}", "Text");
  g_assert_null (letter_test_try_send (test, "anna", &id, 1, NULL, NULL, &error));
  g_assert_error (error, PS_LETTER_ERROR, PS_LETTER_ERROR_EMPTY_TEXT);
  g_clear_error (&error);
  edit (test, id, "bram", "Text", "{?regeling}By {regeling}.\n\n{?contactpersoon}a");
  g_assert_null (letter_test_try_send (test, "anna", &id, 1, NULL, NULL, &error));
  g_assert_error (error, PS_LETTER_ERROR, PS_LETTER_ERROR_EMPTY_TEXT);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM letter WHERE number IS NOT NULL"), ==, 0);
}

/* The order */

static void
test_before_drafting (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_draft (test, LINDE);
  PsLetterSendJob job = {
    .ids = &id, .n_ids = 1, .sent_on = day ("21-07-2024"), .means = PS_LETTER_BY_POST, .today = day ("26-07-2024")
  };
  const PsLetterStep withdrawn = { .event = PS_LETTER_EVENT_WITHDRAWN, .day = day ("21-07-2024"), .reason = "A slip." };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report = NULL;

  g_assert_null (ps_letters_send (test->store, "anna", &job, letter_test_render, NULL, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "before the letter was drafted, on 22-07-2024");
  letter_test_assert_refused (test, id, &withdrawn, PS_STORE_ERROR_RULE, "drafted, on 22-07-2024");
  job.sent_on = day ("22-07-2024");
  report = ps_letters_send (test->store, "anna", &job, letter_test_render, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_before_reminder (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_send (test, LINDE);
  const PsLetterStep closed = { .event = PS_LETTER_EVENT_CLOSED, .day = day ("11-08-2024"), .reason = "Done." };

  letter_test_take (test, id, PS_LETTER_EVENT_REMINDED, "12-08-2024", NULL);
  letter_test_assert_refused (test, id, &closed, PS_STORE_ERROR_RULE, "noted last, on 12-08-2024");
  letter_test_take (test, id, PS_LETTER_EVENT_CLOSED, "12-08-2024", "Done.");
  store_test_assert_sound (test);
}

/* Who is named twice gets one letter. */
static void
test_named_twice (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report =
      letter_test_try_draft (test, "anna", LINDE " " BEUK " " LINDE " " DEN " " DEN, "22-07-2024", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 2);
  g_assert_cmpuint (report->passed_over->len, ==, 1);
  store_test_assert_sound (test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters-shown/text", test_text);
  g_test_add_func ("/letters-shown/addressee", test_addressee);
  g_test_add_func ("/letters-shown/number-and-day", test_number_and_day);
  g_test_add_func ("/letters-shown/several", test_several);
  g_test_add_func ("/letters-shown/blank", test_blank);
  g_test_add_func ("/letters-shown/before-drafting", test_before_drafting);
  g_test_add_func ("/letters-shown/before-reminder", test_before_reminder);
  g_test_add_func ("/letters-shown/named-twice", test_named_twice);
  return g_test_run ();
}
