/* test-alerts.c: what needs attention, from the rows of a region
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Putting aside is in test-alerts-snooze.c.
 */
#include <string.h>

#include "alert-test.h"
#include "letter-test.h"
#include "peil-test.h"
#include "settled-test.h"

/* ---- bandwidths: letter-test.h says where its four providers stand */

/* 459.000 × 366 ÷ 152: linear, the 31st of May being the 152nd day. */
#define FORECAST 1105224

/* With the end of May: the data is complete up to 31-05, to which Linde, Beuk and Eik realised € 4.590. */
static StoreTest *
region_to_may (void)
{
  StoreTest *test = letter_test_region ();

  store_test_assert_run (test,
                         "line L1-6 0983/1 45A04 29-05-2024 31-05-2024 1000 900000 9000\n"
                         "line L2-6 0983/2 45A04 29-05-2024 31-05-2024 1000 900000 9000\n"
                         "line L3-6 0983/3 45A04 29-05-2024 31-05-2024 1000 900000 9000",
                         "aaa");
  return test;
}

static void
test_bandwidths (void)
{
  g_autoptr (StoreTest) test = region_to_may ();
  g_autoptr (AlertTest) on = alert_test_load (test, 2024, "20-07-2024");
  const PsAlert *over = alert_test_find (on, "over:2024:41410001:"), *reached = alert_test_find (on, "reached:2024:41410003:");
  const PsAlert *under = alert_test_find (on, "under:2024:41410002:");

  g_assert_cmpint (over->urgency, ==, PS_URGENT);
  alert_test_assert_what (over, "Linde: 157.9 % of the ceiling, border 105 %");
  g_assert_cmpint (over->at_stake_cents, ==, FORECAST - 700000);     /* the scheme pays nothing above the ceiling */
  g_assert_cmpint (over->since, ==, change_test_day ("31-05-2024")); /* as old as the data */
  g_assert_cmpint (over->provider, ==, ps_region_find_provider (on->figures->region, LINDE));
  g_assert_cmpstr (over->scope, ==, "");
  alert_test_assert_what (reached, "Eik: realised € 4,590.00 of € 4,000.00");
  g_assert_cmpint (reached->at_stake_cents, ==, FORECAST - 400000);
  alert_test_assert_what (under, "Beuk: 36.8 % of the ceiling, border 95 %");
  g_assert_cmpint (under->urgency, ==, PS_MEDIUM);
  g_assert_cmpint (under->at_stake_cents, ==, 3000000 - FORECAST);
  g_assert_null (alert_test_find (on, "over:2024:41410004:"));
  /* One a scope. */
  g_assert_null (alert_test_find (on, "over:2024:41410003:"));
  /* Most urgent first, and of these what is worth most. */
  g_assert_true (on->alerts->pdata[0] == reached && on->alerts->pdata[1] == over);
}

static gint64
close_peildatum (StoreTest *test, gint64 id)
{
  g_autoptr (GError) error = NULL;
  gint64 record;

  ps_peildata_close (test->store, "tester", id, NULL, NULL, NULL, &record, &error);
  g_assert_no_error (error);
  return record;
}

/* Without a peildatum: the month in which its ceiling was reached, and of a forecast how far the data counts; never the day it is looked at. */
static void
test_since_month (void)
{
  g_autoptr (StoreTest) test = region_to_may ();
  g_autoptr (AlertTest) may = NULL;
  g_autoptr (AlertTest) june = NULL;

  may = alert_test_load (test, 2024, "20-07-2024");
  g_assert_cmpint (alert_test_find (may, "reached:2024:41410003:")->since, ==, change_test_day ("31-05-2024"));
  store_test_assert_run (test,
                         "line L1-7 0983/1 45A04 01-06-2024 30-06-2024 1000 900000 9000\n"
                         "line L2-7 0983/2 45A04 01-06-2024 30-06-2024 1000 900000 9000\n"
                         "line L3-7 0983/3 45A04 01-06-2024 30-06-2024 1000 900000 9000",
                         "aaa");
  june = alert_test_load (test, 2024, "20-07-2024");
  g_assert_cmpint (june->figures->through, ==, change_test_day ("30-06-2024"));
  g_assert_cmpint (alert_test_find (june, "reached:2024:41410003:")->since, ==, change_test_day ("31-05-2024"));
  g_assert_cmpint (alert_test_find (june, "over:2024:41410001:")->since, ==, change_test_day ("30-06-2024"));
}

/* Since the first peildatum from which on every one said so. */
static void
test_since (void)
{
  g_autoptr (StoreTest) test = region_to_may ();
  g_autoptr (AlertTest) july = NULL;
  g_autoptr (AlertTest) october = NULL;
  g_autoptr (AlertTest) again = NULL;

  close_peildatum (test, letter_test_peildatum (test));
  july = alert_test_load (test, 2024, "20-08-2024");
  g_assert_cmpint (alert_test_find (july, "over:2024:41410001:")->since, ==, change_test_day ("19-07-2024"));
  g_assert_cmpint (alert_test_find (july, "reached:2024:41410003:")->since, ==, change_test_day ("19-07-2024"));
  close_peildatum (test, store_test_int (test, "SELECT id FROM peildatum WHERE label = 'October'"));
  october = alert_test_load (test, 2024, "20-11-2024");
  g_assert_cmpint (alert_test_find (october, "reached:2024:41410003:")->since, ==, change_test_day ("19-07-2024"));
  /* Kept otherwise in October, it began anew after it. */
  g_assert_true (ps_sql_exec (test->store,
                              "UPDATE peildatum_standing SET reached = 0, position = 2 WHERE peildatum_id ="
                              " (SELECT id FROM peildatum WHERE label = 'October')",
                              NULL));
  again = alert_test_load (test, 2024, "20-11-2024");
  g_assert_cmpint (alert_test_find (again, "reached:2024:41410003:")->since, ==, change_test_day ("19-10-2024"));
}

/* ---- letters */

static void
test_letters (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_send (test, LINDE);
  g_autoptr (PsLetter) letter = letter_test_find (test, id);
  g_autoptr (AlertTest) in_time = alert_test_load (test, 2024, "09-08-2024");
  g_autoptr (AlertTest) late = alert_test_load (test, 2024, "10-08-2024");
  g_autoptr (AlertTest) talk = NULL;
  const PsAlert *alert;

  g_assert_cmpint (letter->due_on, ==, change_test_day ("09-08-2024"));
  g_assert_null (alert_test_find (in_time, "letter-overdue:BB-2024-0001:answer"));
  alert = alert_test_find (late, "letter-overdue:BB-2024-0001:answer");
  g_assert_cmpint (alert->urgency, ==, PS_URGENT);
  alert_test_assert_what (alert, "Linde: BB-2024-0001, the answer was due on 09-08-2024");
  g_assert_cmpint (alert->since, ==, change_test_day ("10-08-2024"));
  g_assert_cmpint (alert->at_stake_cents, ==, 1083553 - 700000);
  g_assert_cmpint (alert->target, ==, PS_TARGET_LETTER);
  g_assert_cmpint (alert->id, ==, id);
  /* Answered, the talk is what is waited for. */
  letter_test_take (test, id, PS_LETTER_EVENT_ANSWERED, "08-08-2024", "We will look");
  talk = alert_test_load (test, 2024, "23-08-2024");
  g_assert_null (alert_test_find (talk, "letter-overdue:BB-2024-0001:answer"));
  alert_test_assert_what (alert_test_find (talk, "letter-overdue:BB-2024-0001:talk"),
                          "Linde: BB-2024-0001, the talk was due by 22-08-2024");
}

/* Closed or withdrawn it asks for nothing; in the year after it still does, in the year before it does not exist. */
static void
test_letters_over_years (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 id = letter_test_send (test, LINDE);
  g_autoptr (AlertTest) next = alert_test_load (test, 2025, "10-01-2025");
  g_autoptr (AlertTest) last = alert_test_load (test, 2023, "10-01-2025");
  g_autoptr (AlertTest) ended = NULL;

  g_assert_cmpint (alert_test_find (next, "letter-overdue:BB-2024-0001:answer")->year, ==, 2024);
  g_assert_null (alert_test_find (last, "letter-overdue:BB-2024-0001:answer"));
  letter_test_take (test, id, PS_LETTER_EVENT_WITHDRAWN, "01-09-2024", "A mistake");
  ended = alert_test_load (test, 2024, "10-01-2025");
  g_assert_null (alert_test_find (ended, "letter-overdue:BB-2024-0001:answer"));
}

/* One for all drafts of a peildatum, high when they have waited for more than a week. */
static void
test_drafts (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLetterReport) report = letter_test_try_draft (test, "tester", NULL, "22-07-2024", &error);
  g_autoptr (AlertTest) fresh = alert_test_load (test, 2024, "29-07-2024");
  g_autoptr (AlertTest) old = alert_test_load (test, 2024, "30-07-2024");
  const PsAlert *alert = alert_test_find (fresh, "letter-draft:2024-07-19");

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 3);
  g_assert_cmpuint (alert_test_count (fresh, PS_ALERT_LETTER_DRAFT), ==, 1);
  g_assert_cmpint (alert->urgency, ==, PS_MEDIUM);
  alert_test_assert_what (alert, "Peildatum 19-07-2024: 3 letters to send");
  g_assert_cmpint (alert->since, ==, change_test_day ("22-07-2024"));
  g_assert_cmpint (alert->id, ==, letter_test_peildatum (test));
  g_assert_cmpint (alert_test_find (old, "letter-draft:2024-07-19")->urgency, ==, PS_HIGH);
}

/* ---- settlements and production statements */

static void
test_settlement (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id = settled_test_bring (test, "41410001", 2024, PS_SETTLEMENT_PROPOSED);
  g_autoptr (PsStored) stored = settled_test_find (test, id);
  g_autofree char *key = g_strdup_printf ("settlement:41410001:2024:%" G_GINT64_FORMAT, id);
  g_autoptr (AlertTest) proposed = alert_test_load (test, 2025, "01-04-2025");
  g_autoptr (AlertTest) final = NULL;
  const PsAlert *alert = alert_test_find (proposed, key);

  g_assert_cmpint (alert->urgency, ==, PS_HIGH);
  g_assert_cmpint (stored->amount_cents, <, 0);
  g_assert_cmpint (alert->at_stake_cents, ==, -stored->amount_cents);
  alert_test_assert_what (alert, "Linde 2024: proposed by proposer, to be reclaimed");
  g_assert_cmpint (alert->year, ==, 2024);
  g_assert_cmpint (alert->id, ==, id);
  settled_test_take (test, "controller", PS_STEP_MAKE_FINAL, "41410001", 2024, "known");
  final = alert_test_load (test, 2025, "01-04-2025");
  g_assert_null (alert_test_find (final, key));
}

static void
test_statements (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (AlertTest) in_time = alert_test_load (test, 2024, "01-03-2025");
  g_autoptr (AlertTest) late = alert_test_load (test, 2024, "02-03-2025");
  g_autoptr (AlertTest) next = alert_test_load (test, 2025, "02-03-2025");
  g_autoptr (AlertTest) received = NULL;
  const PsAlert *alert = alert_test_find (late, "statement:2024");

  g_assert_null (alert_test_find (in_time, "statement:2024"));
  g_assert_cmpint (alert->urgency, ==, PS_MEDIUM);
  alert_test_assert_what (alert, "2024: not received from one provider, due on 01-03-2025");
  g_assert_cmpint (alert->since, ==, change_test_day ("02-03-2025"));
  g_assert_cmpint (alert->target, ==, PS_TARGET_STATEMENTS);
  /* In the year after it is asked for as well: that is when it comes. */
  g_assert_cmpint (alert_test_find (next, "statement:2024")->year, ==, 2024);
  g_assert_cmpint (change_test_insert (test, "production_statement",
                                       "provider_id=1 year=2024 stated_cents=100 received_on=01-02-2025 certified=0", NULL),
                   >, 0);
  received = alert_test_load (test, 2024, "02-03-2025");
  g_assert_null (alert_test_find (received, "statement:2024"));
}

/* What is owed stays owed, however long ago: a signal a year, of so many providers. */
static void
test_old_statements (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (AlertTest) later = alert_test_load (test, 2027, "02-04-2027");
  const PsAlert *alert = alert_test_find (later, "statement:2024");

  alert_test_assert_what (alert, "2024: not received from one provider, due on 01-03-2025");
  g_assert_cmpint (alert->year, ==, 2024);
  g_assert_cmpint (alert->n_things, ==, 1);
  g_assert_nonnull (alert_test_find (later, "statement:2025"));
  g_assert_null (alert_test_find (later, "statement:2026"));
}

/* A year that is settled for good waits for no statement. */
static void
test_statement_of_settled (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (AlertTest) on = NULL;

  settled_test_bring (test, "41410001", 2024, PS_SETTLEMENT_FINAL);
  on = alert_test_load (test, 2024, "02-03-2025");
  g_assert_null (alert_test_find (on, "statement:2024"));
}

/* Whether anything of the provider's year is told that its settlement ends. */
static gboolean
has_of_year (const AlertTest *on, const char *agb)
{
  static const char *const kinds[] = { "over", "reached", "under", "disputed", "no-agreement" };

  for (guint i = 0; i < on->alerts->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
      {
        g_autofree char *start = g_strdup_printf ("%s:2024:%s", kinds[j], agb);

        if (g_str_has_prefix (((const PsAlert *) on->alerts->pdata[i])->key, start))
          return TRUE;
      }
  return FALSE;
}

/* A year that is settled for good asks for nothing any more; nor do its lines. */
static void
test_settled_for_good (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (AlertTest) before = NULL;
  g_autoptr (AlertTest) after = NULL;

  store_test_assert_run (test, "line D1 0983/3 45A04 01-05-2024 31-05-2024 1000 910000 9100", "a");
  before = alert_test_load (test, 2024, "20-03-2025");
  g_assert_true (has_of_year (before, EIK));
  g_assert_nonnull (alert_test_find (before, "disputed:2024:" EIK));
  settled_test_bring (test, EIK, 2024, PS_SETTLEMENT_FINAL);
  after = alert_test_load (test, 2024, "20-03-2025");
  g_assert_false (has_of_year (after, EIK));
  g_assert_true (has_of_year (after, LINDE));
}

/* ---- lines */

static void
test_tariff (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (AlertTest) on = NULL;
  const PsAlert *alert;

  store_test_run (test, store_test_basics);
  store_test_assert_run (
      test,
      "product 54L03 4/AMB1 pxq uur\n---\n"
      "tariff 54L03 - 01-01-2023 30-04-2024 900000\n---\n"
      "assignment 0983/1 C1 41410001 54L03 01-01-2024 -\nassignment 0983/2 C2 41410002 54L03 01-01-2024 -\n---\n"
      "line D1 0983/1 54L03 01-04-2024 30-04-2024 1000 900000 9000\n"
      "line D2 0983/1 54L03 01-06-2024 30-06-2024 1000 900000 9000\n"
      "line D3 0983/2 54L03 03-05-2024 31-05-2024 2000 900000 18000\n"
      "line D4 0983/2 54L03 03-05-2025 31-05-2025 2000 900000 18000",
      "al[1,0,0,0]aaaaaa");
  on = alert_test_load (test, 2024, "20-07-2024");
  alert = alert_test_find (on, "tariff:2024:54L03");
  g_assert_cmpint (alert->urgency, ==, PS_HIGH);
  alert_test_assert_what (alert, "54L03 Naam: 2 lines without a tariff, from 03-05-2024");
  g_assert_cmpint (alert->since, ==, change_test_day ("03-05-2024"));
  g_assert_cmpint (alert->at_stake_cents, ==, 27000);
  g_assert_cmpint (alert->target, ==, PS_TARGET_PRODUCT);
  g_assert_cmpint (alert->id, ==, store_test_int (test, "SELECT id FROM product WHERE code = '54L03'"));
  g_assert_cmpuint (alert->provider, ==, PS_NONE);
  /* Told once: not as lines in dispute of the providers, too. */
  g_assert_cmpuint (alert_test_count (on, PS_ALERT_DISPUTED), ==, 0);
}

static void
decide (StoreTest *test, const char *reference)
{
  g_autofree char *values = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM declaration_line WHERE reference = '%s'", reference);

  values = g_strdup_printf ("line_id=%" G_GINT64_FORMAT " provider_id=1 decision=3 reason=wrong decided_by=tester decided_at=1",
                            store_test_int (test, sql));
  g_assert_cmpint (change_test_insert (test, "line_decision", values, NULL), >, 0);
}

static void
test_disputed (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (AlertTest) before = NULL;
  g_autoptr (AlertTest) after = NULL;
  g_autoptr (AlertTest) credit = NULL;
  g_autoptr (AlertTest) much = NULL;
  const PsAlert *alert;

  store_test_run (test, store_test_basics);
  store_test_assert_run (test,
                         "assignment 0983/1 C1 41410001 45A04 01-01-2024 30-09-2024\n---\n"
                         "line D1 0983/1 45A04 01-04-2024 30-04-2024 1000 900000 9000\n"
                         "line D2 0983/1 45A04 01-05-2024 31-05-2024 1000 910000 9100\n"
                         "line D3 0983/1 45A04 01-06-2024 30-06-2024 2000 910000 18200\n"
                         "line D4 0983/1 45A04 01-03-2024 31-03-2024 2000 900000 17000",
                         "aaaaa");
  before = alert_test_load (test, 2024, "20-07-2024");
  alert = alert_test_find (before, "disputed:2024:41410001");
  g_assert_cmpint (alert->urgency, ==, PS_MEDIUM);
  alert_test_assert_what (alert, "Linde: 3 lines, mostly a tariff above the valid one");
  g_assert_cmpint (alert->at_stake_cents, ==, 9100 + 18200 + 17000);
  g_assert_cmpint (alert->since, ==, change_test_day ("01-03-2024"));
  /* What somebody decided on waits for nobody. */
  decide (test, "D4");
  after = alert_test_load (test, 2024, "20-07-2024");
  alert = alert_test_find (after, "disputed:2024:41410001");
  alert_test_assert_what (alert, "Linde: 2 lines, a tariff above the valid one");
  g_assert_cmpint (alert->at_stake_cents, ==, 9100 + 18200);
  /* A credit does not make it less, nor hide that it is much. */
  store_test_assert_run (test, "line D6 0983/1 45A04 01-06-2024 30-06-2024 -1000 910000 -9100 ingediend D3", "a");
  credit = alert_test_load (test, 2024, "20-07-2024");
  alert = alert_test_find (credit, "disputed:2024:41410001");
  g_assert_cmpint (alert->at_stake_cents, ==, 9100 + 18200 + 9100);
  alert_test_assert_what (alert, "Linde: 3 lines, a tariff above the valid one (on balance € 182.00)");
  /* Above € 10.000 it is high. */
  store_test_assert_run (test,
                         "line D5 0983/1 45A04 01-07-2024 31-07-2024 54951 910000 500054\n"
                         "line D7 0983/1 45A04 01-07-2024 31-07-2024 -54951 910000 -500054 ingediend D5",
                         "aa");
  much = alert_test_load (test, 2024, "20-08-2024");
  g_assert_cmpint (alert_test_find (much, "disputed:2024:41410001")->urgency, ==, PS_HIGH);
}

static void
test_no_agreement (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (AlertTest) contracted = NULL;
  g_autoptr (AlertTest) not_contracted = NULL;
  const PsAlert *alert;

  store_test_run (test, store_test_basics);
  store_test_assert_run (test,
                         "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\n---\n"
                         "line D1 0983/1 45A04 01-04-2024 30-04-2024 1000 900000 9000",
                         "aa");
  contracted = alert_test_load (test, 2024, "20-07-2024");
  alert = alert_test_find (contracted, "no-agreement:2024:41410001");
  g_assert_cmpint (alert->urgency, ==, PS_HIGH);
  alert_test_assert_what (alert, "Linde: produced € 90.00 through 30-04-2024, nothing agreed");
  g_assert_cmpint (alert->at_stake_cents, ==, 9000);
  g_assert_cmpuint (alert_test_count (contracted, PS_ALERT_NO_AGREEMENT), ==, 1);
  g_assert_cmpint (change_test_update (test, "provider", "id = 1", "contracted=0", NULL), >, 0);
  not_contracted = alert_test_load (test, 2024, "20-07-2024");
  g_assert_null (alert_test_find (not_contracted, "no-agreement:2024:41410001"));
}

/* What is still to come was not produced: only what counts by now. */
static void
test_produced_so_far (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (AlertTest) on = NULL;
  const PsAlert *alert;

  store_test_run (test, store_test_basics);
  store_test_assert_run (test,
                         "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\n---\n"
                         "line D1 0983/1 45A04 01-04-2024 30-04-2024 1000 900000 9000\n"
                         "line D2 0983/1 45A04 01-11-2024 30-11-2024 1000 900000 9000",
                         "aaa");
  on = alert_test_load (test, 2024, "30-04-2024");
  alert = alert_test_find (on, "no-agreement:2024:41410001");
  g_assert_cmpint (alert->at_stake_cents, ==, 9000);
  alert_test_assert_what (alert, "Linde: produced € 90.00 through 30-04-2024, nothing agreed");
}

/* ---- contracts, of today whatever year is looked at */

static void
test_contract (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (AlertTest) on = NULL;
  const PsAlert *alert;

  g_assert_cmpint (change_test_insert (test, "contract",
                                       "provider_id=1 number=24-1 starts_on=01-01-2024 ends_on=31-12-2025"
                                       " notice_months=3",
                                       NULL),
                   >, 0);
  on = alert_test_load (test, 2024, "01-10-2025");
  alert = alert_test_find (on, "contract:41410001:24-1:2025-12-31");
  g_assert_cmpint (alert->urgency, ==, PS_HIGH);
  alert_test_assert_what (alert, "Linde: ends 31-12-2025 (24-1)");
  g_assert_cmpint (alert->id, ==, store_test_int (test, "SELECT id FROM contract"));
  g_assert_cmpint (alert->year, ==, 0);
}

/* It ended, nothing came after it, and clients are in care. */
static void
test_contract_ended (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (AlertTest) on = NULL;
  g_autoptr (AlertTest) old = NULL;
  g_autoptr (AlertTest) followed = NULL;

  g_assert_cmpint (change_test_insert (test, "contract",
                                       "provider_id=1 number=22-1 starts_on=01-01-2022 ends_on=29-02-2024"
                                       " notice_months=3",
                                       NULL),
                   >, 0);
  on = alert_test_load (test, 2024, "20-12-2024");
  alert_test_assert_what (alert_test_find (on, "contract:41410001:22-1:2024-02-29"),
                          "Linde: ended on 29-02-2024, and care goes on (22-1)");
  g_assert_cmpint (alert_test_find (on, "contract:41410001:22-1:2024-02-29")->urgency, ==, PS_URGENT);
  /* Who was in care years ago says nothing of now. */
  old = alert_test_load (test, 2024, "20-12-2026");
  g_assert_null (alert_test_find (old, "contract:41410001:22-1:2024-02-29"));
  g_assert_cmpint (
      change_test_insert (test, "contract", "provider_id=1 number=24-1 starts_on=01-03-2024 ends_on=31-12-2027", NULL), >, 0);
  followed = alert_test_load (test, 2024, "20-12-2024");
  g_assert_cmpuint (alert_test_count (followed, PS_ALERT_CONTRACT), ==, 0);
}

/* ---- peildata */

static void
test_peildata (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (PsPeildatumState) state = peil_test_state (test, "19-05-2024");
  g_autoptr (AlertTest) on = alert_test_load (test, 2024, "19-07-2024");
  g_autoptr (AlertTest) later = NULL;
  const PsAlert *alert = alert_test_find (on, "peildatum:2024-05-19");

  g_assert_cmpuint (state->n_filled, ==, 1);
  g_assert_cmpint (alert->urgency, ==, PS_MEDIUM);
  alert_test_assert_what (alert, "19-05-2024: not closed, rows filled: 1");
  g_assert_cmpint (alert->since, ==, change_test_day ("19-05-2024"));
  g_assert_cmpint (alert->id, ==, state->id);
  /* Today is not past; filled it is still to be closed, closed it is done. */
  g_assert_nonnull (alert_test_find (on, "peildatum:2024-02-22"));
  g_assert_null (alert_test_find (on, "peildatum:2024-07-19"));
  close_peildatum (test, 1);
  peil_test_save (test, "tester", 2, "45A04", PS_MEASURE_CLIENTS, PS_NO_NUMBER, 2, NULL);
  later = alert_test_load (test, 2024, "20-07-2024");
  g_assert_null (alert_test_find (later, "peildatum:2024-02-22"));
  alert_test_assert_what (alert_test_find (later, "peildatum:2024-05-19"), "19-05-2024: not closed, rows filled: 2");
  alert_test_assert_what (alert_test_find (later, "peildatum:2024-07-19"), "19-07-2024: nothing entered, not closed");
}

/* Those of years before do not drop out of sight, unless every agreement of their year is settled for good. */
static void
test_old_peildata (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (AlertTest) next = NULL;
  g_autoptr (AlertTest) settled = NULL;
  const PsAlert *alert;

  store_test_run (test, "peildatum 19-05-2023 May\npeildatum 20-05-2024 May");
  next = alert_test_load (test, 2025, "20-03-2025");
  alert = alert_test_find (next, "peildatum:2024-05-20");
  g_assert_cmpint (alert->year, ==, 2024);
  g_assert_nonnull (alert_test_find (next, "peildatum:2023-05-19"));
  settled_test_bring (test, "41410001", 2024, PS_SETTLEMENT_FINAL);
  settled = alert_test_load (test, 2025, "20-03-2025");
  g_assert_null (alert_test_find (settled, "peildatum:2024-05-20"));
  g_assert_nonnull (alert_test_find (settled, "peildatum:2023-05-19"));
}

/* ---- as a whole */

/* Figures that were settled elsewhere give the same as those that are settled for it. */
static void
test_settled (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (AlertTest) on = alert_test_load (test, 2024, "20-07-2025");
  const PsSettleYearOptions options = { .year = 2024, .through = PS_DATE_OPEN };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettledYear) settled = ps_settle_year (test->store, &options, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) alerts = NULL;

  g_assert_no_error (error);
  alerts = ps_alerts_load (test->store, on->figures, settled, change_test_day ("20-07-2025"), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (alerts->len, ==, on->alerts->len);
  for (guint i = 0; i < alerts->len; i++)
    g_assert_cmpstr (((const PsAlert *) alerts->pdata[i])->key, ==, ((const PsAlert *) on->alerts->pdata[i])->key);
}

static void
test_cancelled (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (AlertTest) on = alert_test_load (test, 2024, "20-07-2025");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ps_alerts_load (test->store, on->figures, NULL, change_test_day ("20-07-2025"), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (sqlite3_get_autocommit (test->store->db));
}

/* Of a region in which nothing happened nothing is asked. */
static void
test_nothing (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (AlertTest) on = alert_test_load (test, 2024, "20-07-2025");

  g_assert_cmpuint (on->alerts->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alerts/bandwidths", test_bandwidths);
  g_test_add_func ("/alerts/since", test_since);
  g_test_add_func ("/alerts/since-month", test_since_month);
  g_test_add_func ("/alerts/letters", test_letters);
  g_test_add_func ("/alerts/letters-over-years", test_letters_over_years);
  g_test_add_func ("/alerts/drafts", test_drafts);
  g_test_add_func ("/alerts/settlement", test_settlement);
  g_test_add_func ("/alerts/statements", test_statements);
  g_test_add_func ("/alerts/old-statements", test_old_statements);
  g_test_add_func ("/alerts/statement-of-settled", test_statement_of_settled);
  g_test_add_func ("/alerts/settled-for-good", test_settled_for_good);
  g_test_add_func ("/alerts/tariff", test_tariff);
  g_test_add_func ("/alerts/disputed", test_disputed);
  g_test_add_func ("/alerts/no-agreement", test_no_agreement);
  g_test_add_func ("/alerts/produced-so-far", test_produced_so_far);
  g_test_add_func ("/alerts/contract", test_contract);
  g_test_add_func ("/alerts/contract-ended", test_contract_ended);
  g_test_add_func ("/alerts/peildata", test_peildata);
  g_test_add_func ("/alerts/old-peildata", test_old_peildata);
  g_test_add_func ("/alerts/settled", test_settled);
  g_test_add_func ("/alerts/cancelled", test_cancelled);
  g_test_add_func ("/alerts/nothing", test_nothing);
  return g_test_run ();
}
