/* test-letters-told.c: what one letter told, another does not tell again (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include "letter-test.h"

static void
run (StoreTest *test, const char *rows)
{
  const char *outcome = store_test_run (test, rows);

  if (strpbrk (outcome, "RF") != NULL)
    g_error ("%s: %s", outcome, store_test_refusal (test, 0));
}

/* Lines of so many hours of € 90 in each of the months. */
static void
declare (StoreTest *test, const char *assignment, const char *product, int first, int last, int hours)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (int month = first; month <= last; month++)
    g_string_append_printf (rows, "line %s-%d %s %s 01-%02d-2024 28-%02d-2024 %d 900000 %d\n", strchr (assignment, '/') + 1,
                            month, assignment, product, month, month, hours * 1000, hours * 9000);
  run (test, rows->str);
}

/* Linde has two ceilings. In July that of AMB1 is reached and AMB2 is within its bandwidth; in October both are reached; in December, too. */
static StoreTest *
region_of_two (void)
{
  StoreTest *test = store_test_new ();

  run (test, store_test_basics);
  run (test,
       "product 46B01 5/AMB2 pxq uur 6\n---\ntariff 46B01 - 01-01-2023 - 900000\n---\n"
       "agreement 41410001 2024 AMB1 0983 400000 productgroep\nagreement 41410001 2024 AMB2 0983 1000000 productgroep\n---\n"
       "peildatum 19-07-2024 July 31-05-2024\npeildatum 18-10-2024 October 31-08-2024\n"
       "peildatum 13-12-2024 December 30-09-2024\n---\n"
       "assignment 0983/1 C1 41410001 45A04 01-01-2024 31-12-2024\n"
       "assignment 0983/2 C2 41410001 46B01 01-01-2024 31-12-2024\n");
  declare (test, "0983/1", "45A04", 1, 5, 10);
  declare (test, "0983/2", "46B01", 1, 5, 9);
  declare (test, "0983/2", "46B01", 6, 8, 28);
  return test;
}

static gint64
peildatum (StoreTest *test, const char *label)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM peildatum WHERE label = '%s'", label);

  return store_test_int (test, sql);
}

/* What is asked for at a peildatum: "reached", needed or told before, and in which letter. */
static void
assert_asks (StoreTest *test, const char *label, const char *agb, const char *expected)
{
  PsBandwidthQuery query = { .peildatum_id = peildatum (test, label), .today = change_test_day ("20-12-2024"), .agb = agb };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsBandwidthYear) year = ps_bandwidths_compute (test->store, &query, NULL, NULL, NULL, &error);
  const PsProviderBandwidth *provider;
  gboolean told, needs;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  provider = g_ptr_array_index (year->providers, 0);
  needs = ps_bandwidths_needs_letter (provider, &told);
  text = g_strdup_printf ("%s%s%s %d", ps_letter_kind_code (provider->now->letter), needs ? " needed" : "", told ? " told" : "",
                          provider->told_number);
  g_assert_cmpstr (text, ==, expected);
}

static PsLetterReport *
draft_at (StoreTest *test, const char *label, const char *agb)
{
  const char *const agbs[] = { agb, NULL };
  PsLetterDraftJob job = { .peildatum_id = peildatum (test, label),
                           .agbs = agb != NULL ? agbs : NULL,
                           .today = change_test_day ("20-12-2024") };
  g_autoptr (GError) error = NULL;
  PsLetterReport *report = ps_letters_draft (test->store, "tester", &job, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static gint64
draft (StoreTest *test, const char *label, const char *agb)
{
  g_autoptr (PsLetterReport) report = draft_at (test, label, agb);

  g_assert_cmpuint (report->done->len, ==, 1);
  return ((PsLetterOutcome *) report->done->pdata[0])->id;
}

static gboolean
try_send (StoreTest *test, const gint64 *ids, gsize n_ids, GError **error)
{
  PsLetterSendJob job = { .ids = ids,
                          .n_ids = n_ids,
                          .sent_on = change_test_day ("20-12-2024"),
                          .means = PS_LETTER_BY_POST,
                          .today = change_test_day ("20-12-2024") };
  g_autoptr (PsLetterReport) report =
      ps_letters_send (test->store, "tester", &job, letter_test_render, NULL, NULL, NULL, NULL, error);

  return report != NULL;
}

static void
send_one (StoreTest *test, gint64 id)
{
  g_autoptr (GError) error = NULL;

  try_send (test, &id, 1, &error);
  g_assert_no_error (error);
}

static void
withdraw (StoreTest *test, gint64 id)
{
  g_autoptr (PsLetter) shown = letter_test_find (test, id);
  PsLetterStep step = { .event = PS_LETTER_EVENT_WITHDRAWN,
                        .day = change_test_day ("20-12-2024"),
                        .reason = "wrong",
                        .today = change_test_day ("20-12-2024") };
  g_autoptr (GError) error = NULL;

  ps_letters_take (test->store, "tester", shown, &step, NULL, &error);
  g_assert_no_error (error);
}

/* Each ceiling is told by itself. */
static void
test_second_scope (void)
{
  g_autoptr (StoreTest) test = region_of_two ();
  g_autoptr (PsLetterReport) report = NULL;
  g_autoptr (PsLetterReport) none = NULL;

  send_one (test, draft (test, "July", LINDE));
  assert_asks (test, "October", LINDE, "reached needed 1");
  report = draft_at (test, "October", NULL);
  g_assert_cmpuint (report->done->len, ==, 1);
  send_one (test, ((PsLetterOutcome *) report->done->pdata[0])->id);
  assert_asks (test, "December", LINDE, "reached told 2");
  none = draft_at (test, "December", NULL);
  g_assert_cmpuint (none->done->len, ==, 0);
  store_test_assert_sound (test);
}

/* A draft told nobody anything, nor did one that was withdrawn. */
static void
test_not_told (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = draft (test, "July", EIK);

  assert_asks (test, "October", EIK, "reached needed 0");
  send_one (test, id);
  assert_asks (test, "October", EIK, "reached told 1");
  withdraw (test, id);
  assert_asks (test, "October", EIK, "reached needed 0");
}

/* Told at a later peildatum: an earlier one has no news any more. */
static void
test_told_later (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (PsLetterReport) report = NULL;

  send_one (test, draft (test, "October", EIK));
  assert_asks (test, "July", EIK, "reached told 1");
  report = draft_at (test, "July", NULL);
  g_assert_cmpuint (report->done->len, ==, 2);
  for (guint i = 0; i < report->done->len; i++)
    g_assert_cmpstr (((PsLetterOutcome *) report->done->pdata[i])->agb, !=, EIK);
}

/* Drafted while neither was sent: only one of the two goes out, whichever that is. */
static void
test_two_drafts (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 july = draft (test, "July", EIK), october = draft (test, "October", EIK);
  g_autoptr (GError) error = NULL;
  const char *before;

  send_one (test, october);
  before = store_test_dump (test);
  g_assert_false (try_send (test, &july, 1, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "Eik|18-10-2024|withdraw this one|Nothing was changed");
  g_assert_cmpstr (store_test_dump (test), ==, before);
  /* the other is withdrawn: it goes out after all */
  withdraw (test, october);
  send_one (test, july);
  store_test_assert_sound (test);
}

/* Also in one go, however the letters of two peildata are mixed; a deviation goes out of each. */
static void
test_two_drafts_at_once (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 ids[] = { draft (test, "July", BEUK), draft (test, "October", BEUK), draft (test, "July", EIK),
                   draft (test, "October", EIK) };
  g_autoptr (GError) error = NULL;

  g_assert_false (try_send (test, ids, 4, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "The letter to Eik|19-07-2024|withdraw this one");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM letter WHERE number IS NOT NULL"), ==, 0);
  g_assert_true (try_send (test, ids, 3, &error));
  g_assert_no_error (error);
}

/* Whoever drafts what was told before means to tell it again: that is noted, and sent. */
static void
test_on_purpose (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 again;

  send_one (test, draft (test, "July", EIK));
  again = draft (test, "October", EIK);
  g_assert_cmpstr (letter_test_events (test, again), ==, "drafted 2024-12-20 tester: The same was told in BB-2024-0001.");
  send_one (test, again);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM letter WHERE number IS NOT NULL AND kind = 4"), ==, 2);
  store_test_assert_sound (test);
}

/* How far off it is, is of the ceiling that decides the kind: € 10.835,53 of € 4.000; what is at stake is of all. */
static void
test_deviation (void)
{
  g_autoptr (StoreTest) test = region_of_two ();
  g_autoptr (PsLetter) letter = letter_test_find (test, draft (test, "July", LINDE));

  g_assert_cmpint (letter->kind, ==, PS_LETTER_REACHED);
  g_assert_cmpint (letter->figures->scopes->len, ==, 2);
  g_assert_cmpint (letter->figures->forecast_cents - letter->figures->ceiling_cents, !=, 683553);
  g_assert_cmpint (letter->deviation_cents, ==, 683553);
  g_assert_cmpint (letter->at_stake_cents, ==, letter->figures->at_stake_cents);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters-told/second-scope", test_second_scope);
  g_test_add_func ("/letters-told/not-told", test_not_told);
  g_test_add_func ("/letters-told/told-later", test_told_later);
  g_test_add_func ("/letters-told/two-drafts", test_two_drafts);
  g_test_add_func ("/letters-told/two-drafts-at-once", test_two_drafts_at_once);
  g_test_add_func ("/letters-told/on-purpose", test_on_purpose);
  g_test_add_func ("/letters-told/deviation", test_deviation);
  return g_test_run ();
}
