/* test-letters-terms.c: a talk and a decision are due on working days (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include "letter-test.h"

/* A letter to Linde, sent on a day. */
static gint64
send_on (StoreTest *test, const char *day)
{
  gint64 id = letter_test_draft (test, LINDE);
  PsLetterSendJob job = {
    .ids = &id, .n_ids = 1, .sent_on = change_test_day (day), .means = PS_LETTER_BY_POST, .today = change_test_day (day)
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report =
      ps_letters_send (test->store, "tester", &job, letter_test_render, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return id;
}

static void
take (StoreTest *test, gint64 id, PsLetterStep step)
{
  g_autoptr (PsLetter) shown = letter_test_find (test, id);
  g_autoptr (GError) error = NULL;

  step.today = change_test_day ("31-03-2025");
  ps_letters_take (test->store, "tester", shown, &step, NULL, &error);
  g_assert_no_error (error);
}

/* "2024-12-18 2025-01-02": the talk, the decision. */
static void
assert_terms (StoreTest *test, gint64 id, const char *expected)
{
  g_autoptr (PsLetter) letter = letter_test_find (test, id);
  g_autofree char *talk = ps_date_to_iso (letter->talk_by), *decide = ps_date_to_iso (letter->decide_by);
  g_autofree char *terms = g_strdup_printf ("%s %s", talk, decide);

  g_assert_cmpstr (terms, ==, expected);
}

/* Due on 04-12 and 11-12. */
static void
test_sent (void)
{
  g_autoptr (StoreTest) first = letter_test_region (), second = letter_test_region ();

  /* two weeks after the talk it is New Year's Day */
  assert_terms (first, send_on (first, "20-11-2024"), "2024-12-18 2025-01-02");
  /* Christmas; the decision follows from the day that it became */
  assert_terms (second, send_on (second, "27-11-2024"), "2024-12-27 2025-01-10");
}

/* They go along with what happened, from a day that was moved on, too. */
static void
test_follow (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = send_on (test, "27-11-2024");

  take (test, id, (PsLetterStep){ .event = PS_LETTER_EVENT_ANSWERED, .day = change_test_day ("07-12-2024"), .text = "x" });
  assert_terms (test, id, "2024-12-23 2025-01-06");
  take (test, id,
        (PsLetterStep){ .event = PS_LETTER_EVENT_CORRECTED,
                        .field = "answered_on",
                        .day = change_test_day ("12-12-2024"),
                        .reason = "misread" });
  assert_terms (test, id, "2024-12-27 2025-01-10");
  take (test, id, (PsLetterStep){ .event = PS_LETTER_EVENT_TALKED, .day = change_test_day ("14-12-2024"), .text = "y" });
  assert_terms (test, id, "2024-12-27 2024-12-30");
  take (
      test, id,
      (PsLetterStep){
          .event = PS_LETTER_EVENT_CORRECTED, .field = "talked_on", .day = change_test_day ("18-12-2024"), .reason = "misread" });
  assert_terms (test, id, "2024-12-27 2025-01-02");
  store_test_assert_sound (test);
}

/* The day that a person set stays where it is, in a weekend, too; what follows from it is a working day. */
static void
test_moved (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = send_on (test, "27-11-2024");

  take (test, id,
        (PsLetterStep){ .event = PS_LETTER_EVENT_DUE_MOVED,
                        .day = change_test_day ("02-12-2024"),
                        .which = PS_LETTER_WAITS_TALK,
                        .to = change_test_day ("21-12-2024"),
                        .reason = "They asked." });
  assert_terms (test, id, "2024-12-21 2025-01-06");
  take (test, id, (PsLetterStep){ .event = PS_LETTER_EVENT_ANSWERED, .day = change_test_day ("11-12-2024"), .text = "x" });
  assert_terms (test, id, "2024-12-21 2025-01-06");
}

/* A holiday of the region's own counts as one of the law. */
static void
test_own_holiday (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (GError) error = NULL;

  change_test_insert (test, "holiday", "day=02-01-2025 name=Closed", &error);
  change_test_insert (test, "holiday", "day=01-01-2025 name=New", &error);
  g_assert_no_error (error);
  assert_terms (test, send_on (test, "20-11-2024"), "2024-12-18 2025-01-03");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters-terms/sent", test_sent);
  g_test_add_func ("/letters-terms/follow", test_follow);
  g_test_add_func ("/letters-terms/moved", test_moved);
  g_test_add_func ("/letters-terms/own-holiday", test_own_holiday);
  return g_test_run ();
}
