/* test-settlements.c: the life of a settlement that is kept: from draft to final, corrected, proved (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settled-test.h"
#include "store/ps-decisions.h"
#include "store/ps-history.h"
#include "store/ps-undo.h"

#define LINDE "41410001"
#define BEUK "41410002"

static void
assert_state (StoreTest *test, gint64 id, PsSettlementState state)
{
  g_autoptr (PsStored) stored = settled_test_find (test, id);

  g_assert_cmpint (stored->state, ==, state);
}

static gint64
live_balance (StoreTest *test, const char *agb, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsDossier) live = ps_settlements_live (test->store, agb, year, PS_DATE_OPEN, &error);

  g_assert_no_error (error);
  return live->settlement->totals.balance_cents;
}

/* Draft, proposed by the one, made final by the other: each with its record, and all of it provable. */
static void
test_life (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id = settled_test_take (test, "proposer", PS_STEP_STORE, LINDE, 2024, NULL);
  g_autoptr (PsStored) stored = NULL;

  assert_state (test, id, PS_SETTLEMENT_DRAFT);
  store_test_assert_sound (test);
  g_assert_cmpint (settled_test_take (test, "proposer", PS_STEP_PROPOSE, LINDE, 2024, NULL), ==, id);
  assert_state (test, id, PS_SETTLEMENT_PROPOSED);
  store_test_assert_sound (test);
  g_assert_cmpint (settled_test_take (test, "controller", PS_STEP_MAKE_FINAL, LINDE, 2024, "known"), ==, id);
  stored = settled_test_find (test, id);
  g_assert_cmpint (stored->state, ==, PS_SETTLEMENT_FINAL);
  g_assert_cmpint (stored->balance_cents, ==, live_balance (test, LINDE, 2024));
  g_assert_cmpint (stored->amount_cents, ==, stored->balance_cents);
  g_assert_cmpint (stored->settled_before_cents, ==, 0);
  g_assert_cmpstr (stored->made_by, ==, "proposer");
  g_assert_cmpstr (stored->proposed_by, ==, "proposer");
  g_assert_cmpstr (stored->final_by, ==, "controller");
  g_assert_cmpuint (stored->warnings->len, >, 0);
  g_assert_cmpstr (((PsLifeWarning *) stored->warnings->pdata[0])->answer, ==, "known");
  g_assert_cmpstr (
      store_test_text (test, "SELECT actor, action, thing FROM audit_record WHERE thing LIKE 'settlement:%' ORDER BY id"), ==,
      "proposer|store|settlement:41410001:2024:1\nproposer|propose|settlement:41410001:2024:1\n"
      "controller|final|settlement:41410001:2024:1");
  store_test_assert_sound (test);
}

/* Who may do what, and when. */
static void
test_refusals (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();

  settled_test_assert_refused (test, "proposer", PS_STEP_STORE, "99999999", 2024, NULL, PS_STORE_ERROR_REFUSED, "99999999");
  settled_test_assert_refused (test, "proposer", PS_STEP_STORE, BEUK, 2024, NULL, PS_STORE_ERROR_RULE, "nothing to settle");
  settled_test_assert_refused (test, "proposer", PS_STEP_MAKE_FINAL, LINDE, 2024, "x", PS_STORE_ERROR_RULE, "proposed before");
  settled_test_assert_refused (test, "proposer", PS_STEP_WITHDRAW, LINDE, 2024, "x", PS_STORE_ERROR_RULE, "nothing to withdraw");
  settled_test_take (test, "proposer", PS_STEP_STORE, LINDE, 2024, NULL);
  settled_test_assert_refused (test, "controller", PS_STEP_MAKE_FINAL, LINDE, 2024, "x", PS_STORE_ERROR_RULE, "proposed before");
  settled_test_assert_refused (test, "controller", PS_STEP_WITHDRAW, LINDE, 2024, NULL, PS_STORE_ERROR_RULE, "wants a reason");
  settled_test_take (test, "proposer", PS_STEP_PROPOSE, LINDE, 2024, NULL);
  settled_test_assert_refused (test, "controller", PS_STEP_STORE, LINDE, 2024, NULL, PS_STORE_ERROR_RULE, "proposed already");
  settled_test_assert_refused (test, "controller", PS_STEP_PROPOSE, LINDE, 2024, NULL, PS_STORE_ERROR_RULE, "proposed already");
  settled_test_assert_refused (test, "proposer", PS_STEP_MAKE_FINAL, LINDE, 2024, "x", PS_STORE_ERROR_RULE,
                               "proposer proposed it");
  settled_test_assert_refused (test, "controller", PS_STEP_MAKE_FINAL, LINDE, 2024, NULL, PS_STORE_ERROR_RULE, "answered before");
  settled_test_take (test, "controller", PS_STEP_MAKE_FINAL, LINDE, 2024, "known");
  settled_test_assert_refused (test, "proposer", PS_STEP_MAKE_FINAL, LINDE, 2024, "x", PS_STORE_ERROR_RULE, "final already");
  settled_test_assert_refused (test, "proposer", PS_STEP_WITHDRAW, LINDE, 2024, "x", PS_STORE_ERROR_RULE,
                               "final settlement stays");
  settled_test_assert_refused (test, "proposer", PS_STEP_STORE, LINDE, 2024, "x", PS_STORE_ERROR_RULE, "nothing to correct");
  store_test_assert_run (test, "advance 41410001 45A04 0983 08-2024 30000", "a");
  settled_test_assert_refused (test, "proposer", PS_STEP_STORE, LINDE, 2024, NULL, PS_STORE_ERROR_RULE, "wants a reason");
  settled_test_assert_refused (test, "", PS_STEP_STORE, LINDE, 2024, "x", PS_STORE_ERROR_RULE, "Nobody");
  store_test_assert_sound (test);
}

/* Only a whole year is proposed; an interim one may be kept. */
static void
test_interim (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  const char *agbs[] = { LINDE, NULL };
  PsLifeJob job = { .year = 2024, .through = change_test_day ("30-06-2024"), .agbs = agbs, .shown_cents = PS_NO_NUMBER };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLifeReport) report = ps_settlements_take (test->store, "proposer", &job, NULL, NULL, NULL, &error);
  gint64 id;

  g_assert_no_error (error);
  id = ((PsLifeOutcome *) report->done->pdata[0])->id;
  job.step = PS_STEP_PROPOSE;
  g_assert_null (ps_settlements_take (test->store, "proposer", &job, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "30-06-2024|whole year");
  job.step = PS_STEP_STORE;
  job.through = change_test_day ("01-01-2025");
  g_assert_null (ps_settlements_take (test->store, "proposer", &job, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "01-01-2025|2024");
  /* Proposing the whole year renews it. */
  g_assert_cmpint (settled_test_take (test, "proposer", PS_STEP_PROPOSE, LINDE, 2024, NULL), ==, id);
  g_assert_cmpstr (store_test_text (test, "SELECT date (through * 86400, 'unixepoch') FROM settlement"), ==, "2024-12-31");
  store_test_assert_sound (test);
}

/* A draft is renewed in its place: ids of rows are never used twice; and left alone where nothing changed. */
static void
test_renew (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id = settled_test_take (test, "proposer", PS_STEP_STORE, LINDE, 2024, NULL);
  gint64 last_line = store_test_int (test, "SELECT max (id) FROM settlement_line");
  gint64 n = store_test_int (test, "SELECT max (id) FROM audit_record");

  g_assert_cmpint (settled_test_take (test, "controller", PS_STEP_STORE, LINDE, 2024, NULL), ==, id);
  g_assert_cmpint (store_test_int (test, "SELECT max (id) FROM audit_record"), ==, n);
  store_test_assert_run (test, "advance 41410001 45A04 0983 08-2024 30000", "a");
  g_assert_cmpint (settled_test_take (test, "controller", PS_STEP_STORE, LINDE, 2024, NULL), ==, id);
  g_assert_cmpint (store_test_int (test, "SELECT min (id) FROM settlement_line"), >, last_line);
  g_assert_cmpstr (store_test_text (test, "SELECT action, actor FROM audit_record ORDER BY id DESC LIMIT 1"), ==,
                   "renew|controller");
  g_assert_cmpstr (store_test_text (test, "SELECT made_by, paid_cents FROM settlement"), ==, "controller|69000");
  store_test_assert_sound (test);
}

static void
test_withdraw (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 first = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_WITHDRAWN);
  gint64 second = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_PROPOSED);
  g_autoptr (PsStored) stored = NULL;

  g_assert_cmpint (second, >, first);
  g_assert_cmpint (settled_test_take (test, "controller", PS_STEP_WITHDRAW, LINDE, 2024, "wrong tariff"), ==, second);
  stored = settled_test_find (test, second);
  g_assert_cmpint (stored->state, ==, PS_SETTLEMENT_WITHDRAWN);
  g_assert_cmpstr (stored->withdrawn_by, ==, "controller");
  g_assert_cmpstr (stored->withdrawn_reason, ==, "wrong tariff");
  settled_test_assert_refused (test, "proposer", PS_STEP_WITHDRAW, LINDE, 2024, "x", PS_STORE_ERROR_RULE, "nothing to withdraw");
  store_test_assert_sound (test);
}

/* The second pays the difference, and so does the third. */
static void
test_corrections (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 first = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  gint64 balance = live_balance (test, LINDE, 2024), sum = balance, before = first;

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *line =
          g_strdup_printf ("line L%d 0983/1 45A04 01-0%d-2024 28-0%d-2024 1000 900000 9000 ingediend", i, i + 2, i + 2);
      g_autoptr (PsStored) stored = NULL;
      g_autoptr (PsComparison) difference = NULL;
      g_autoptr (GError) error = NULL;
      gint64 id;

      store_test_assert_run (test, line, "a");
      id = settled_test_take (test, "controller", PS_STEP_PROPOSE, LINDE, 2024, "late declaration");
      settled_test_take (test, "proposer", PS_STEP_MAKE_FINAL, LINDE, 2024, "known");
      stored = settled_test_find (test, id);
      g_assert_cmpint (stored->replaces, ==, before);
      g_assert_cmpint (stored->settled_before_cents, ==, sum);
      g_assert_cmpint (stored->balance_cents, ==, live_balance (test, LINDE, 2024));
      g_assert_cmpint (stored->amount_cents, ==, 9000);
      sum += stored->amount_cents;
      g_assert_cmpint (sum, ==, stored->balance_cents);
      difference = ps_settlements_compare (test->store, before, id, &error);
      g_assert_no_error (error);
      g_assert_false (difference->same_figures);
      g_assert_cmpuint (difference->causes->len, ==, 1);
      before = id;
      store_test_assert_sound (test);
    }
  g_assert_cmpstr (
      store_test_text (test, "SELECT action FROM audit_record WHERE thing = 'settlement:41410001:2024:2' ORDER BY id"), ==,
      "correct\npropose\nfinal");
}

/* Bands, scopes and signals are kept too: the rows are what the documents say, whatever the region becomes. */
static void
test_frozen (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id;
  g_autoptr (PsDossier) frozen = NULL;
  g_autoptr (PsComparison) again = NULL;
  g_autoptr (PsComparison) now = NULL;
  g_autoptr (GError) error = NULL;
  gint64 balance;
  const PsCause *cause;

  store_test_assert_run (test, "line D3 0983/1 45A04 01-03-2024 31-03-2024 60000 900000 540000", "a");
  id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  balance = live_balance (test, LINDE, 2024);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM settlement_band"), ==, 2);
  change_test_update (test, "tariff", "tariff_e4 = 950000", "tariff_e4=800000", &error);
  change_test_update (test, "agreement_line", "1", "ceiling_cents=1", NULL);
  change_test_update (test, "provider", "agb = '41410001'", "name=Anders", &error);
  g_assert_no_error (error);
  g_assert_cmpint (live_balance (test, LINDE, 2024), !=, balance);
  frozen = ps_settlements_load (test->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (frozen->settlement->totals.balance_cents, ==, balance);
  ps_settlements_recompute (test->store, id, &again, &now, &error);
  g_assert_no_error (error);
  g_assert_true (again->same_figures && again->same_inputs);
  g_assert_false (now->same_figures || now->same_inputs);
  g_assert_cmpuint (now->causes->len, ==, 1);
  cause = now->causes->pdata[0];
  g_assert_cmpint (cause->kind, ==, PS_CAUSE_TARIFF);
  g_assert_nonnull (strstr (cause->by, "tester"));
  store_test_assert_sound (test);
}

static const PsCause *
find_cause (const PsComparison *comparison, PsCauseKind kind)
{
  for (guint i = 0; i < comparison->causes->len; i++)
    {
      const PsCause *cause = comparison->causes->pdata[i];

      if (cause->kind == kind)
        return cause;
    }
  return NULL;
}

/* What changed since, and by whom: a late line, a decision on one that was there, a corrected care period. */
static void
test_causes (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL), line = 1;
  PsDecide decide = { &line, 1, PS_DECISION_DISPUTE, "not delivered" };
  g_autoptr (PsComparison) now = NULL;
  g_autoptr (GError) error = NULL;

  store_test_assert_run (test, "line L1 0983/1 45A04 01-02-2024 28-02-2024 1000 900000 9000", "a");
  ps_decisions_take (test->store, "controller", &decide, NULL, &error);
  g_assert_no_error (error);
  store_test_assert_run (test, "care 0983/2 01-08-2024 31-10-2024 31", "u");
  ps_settlements_recompute (test->store, id, NULL, &now, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < now->causes->len; i++)
    {
      const PsCause *cause = now->causes->pdata[i];

      g_test_message ("%s: %s%s", cause->what, cause->how, cause->by);
    }
  g_assert_cmpint (find_cause (now, PS_CAUSE_LINE)->change, ==, PS_CAUSE_ADDED);
  g_assert_nonnull (strstr (find_cause (now, PS_CAUSE_LINE)->by, "tester"));
  g_assert_nonnull (strstr (find_cause (now, PS_CAUSE_DECISION)->by, "controller"));
  g_assert_nonnull (strstr (find_cause (now, PS_CAUSE_CARE)->by, "tester"));
}

/* Another AGB code, later: what was kept stays provable under the old one. The provider itself stays. */
static void
test_provider (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  gint64 other = settled_test_bring (test, BEUK, 2023, PS_SETTLEMENT_DRAFT);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (PsStored) stored = NULL;
  g_autoptr (PsDossier) frozen = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (change_test_delete (test, "provider", "agb = '41410002'", &error), ==, 0);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "41410002|Settlement: 1");
  change_test_update (test, "provider", "agb = '41410001'", "agb=41410009", &error);
  g_assert_no_error (error);
  stored = settled_test_find (test, id);
  g_assert_cmpstr (stored->agb, ==, "41410009");
  frozen = ps_settlements_load (test->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ps_region_provider (frozen->region, frozen->production->provider)->agb, ==, LINDE);
  store_test_assert_sound (test);
  /* A step as the trail shows it to people. */
  rows = ps_history_rows (test->store, store_test_int (test, "SELECT id FROM audit_record WHERE action = 'final'"), 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((PsHistoryRow *) rows->pdata[rows->len - 1])->row, ==, "41410009, 2024");
  g_assert_cmpint (other, >, 0);
}

/* Many at once, in one transaction: who cannot is passed over, and told. */
static void
test_many (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  PsLifeJob job = { .step = PS_STEP_PROPOSE, .year = 2024, .through = PS_DATE_OPEN, .shown_cents = PS_NO_NUMBER };
  const char *agbs[] = { BEUK, LINDE, "99999999", NULL };
  g_autoptr (GError) error = NULL;
  PsLifeReport *report;

  store_test_assert_run (test, "advance 41410002 45A04 0983 06-2024 100", "a");
  settled_test_take (test, "proposer", PS_STEP_PROPOSE, BEUK, 2024, NULL);
  report = ps_settlements_take (test->store, "controller", &job, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 1);
  g_assert_cmpstr (((PsLifeOutcome *) report->done->pdata[0])->agb, ==, LINDE);
  g_assert_cmpuint (report->passed_over->len, ==, 1);
  g_assert_cmpstr (((PsLifeOutcome *) report->passed_over->pdata[0])->agb, ==, BEUK);
  g_assert_nonnull (((PsLifeOutcome *) report->passed_over->pdata[0])->why);
  g_assert_cmpint (report->record, ==, store_test_int (test, "SELECT max (id) FROM audit_record"));
  ps_life_report_free (report);
  /* Nobody makes final what they proposed. */
  job.step = PS_STEP_MAKE_FINAL;
  job.answer = "known";
  job.agbs = agbs;
  report = ps_settlements_take (test->store, "proposer", &job, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 1);
  g_assert_cmpuint (report->passed_over->len, ==, 2);
  g_assert_nonnull (strstr (((PsLifeOutcome *) report->passed_over->pdata[0])->why, "proposer"));
  ps_life_report_free (report);
  job.agbs = NULL;
  job.answer = NULL;
  report = ps_settlements_take (test->store, "controller", &job, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 0);
  g_assert_cmpuint (report->passed_over->len, ==, 1);
  g_assert_cmpint (report->record, ==, 0);
  ps_life_report_free (report);
  store_test_assert_sound (test);
}

static void
on_progress_cb (double fraction, const char *what, gpointer user_data)
{
  if (fraction > 0)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  PsLifeJob job = { .step = PS_STEP_STORE, .year = 2024, .through = PS_DATE_OPEN, .shown_cents = PS_NO_NUMBER };
  const char *before = change_test_content (test);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_settlements_take (test->store, "proposer", &job, cancellable, on_progress_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (change_test_content (test), ==, before);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM settlement"), ==, 0);
}

/* What was on the screen is what is kept, or nothing is. */
static void
test_shown (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  const char *agbs[] = { LINDE, NULL };
  PsLifeJob job = { .year = 2024, .through = PS_DATE_OPEN, .agbs = agbs, .shown_cents = live_balance (test, LINDE, 2024) };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLifeReport) report = NULL;

  store_test_assert_run (test, "advance 41410001 45A04 0983 08-2024 30000", "a");
  g_assert_null (ps_settlements_take (test->store, "proposer", &job, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "in the meantime|300");
  job.shown_cents = live_balance (test, LINDE, 2024);
  report = ps_settlements_take (test->store, "proposer", &job, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* An answer is to the warning that was shown, not to what it has become. */
static void
test_answers (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  const char *agbs[] = { LINDE, NULL };
  PsLifeJob job = {
    .step = PS_STEP_MAKE_FINAL, .year = 2024, .through = PS_DATE_OPEN, .agbs = agbs, .shown_cents = PS_NO_NUMBER
  };
  gint64 id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_PROPOSED);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) warnings = ps_settlements_warnings (test->store, id, &error);
  g_autoptr (PsLifeReport) report = NULL;
  g_autoptr (PsStored) stored = NULL;
  PsLifeWarning *first;

  g_assert_no_error (error);
  g_assert_cmpuint (warnings->len, >, 0);
  for (guint i = 0; i < warnings->len; i++)
    ((PsLifeWarning *) warnings->pdata[i])->answer = g_strdup_printf ("answer %u", i);
  first = warnings->pdata[0];
  first->count++;
  job.answers = warnings;
  g_assert_null (ps_settlements_take (test->store, "controller", &job, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, first->text);
  first->count--;
  report = ps_settlements_take (test->store, "controller", &job, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  stored = settled_test_find (test, id);
  g_assert_cmpuint (stored->warnings->len, ==, warnings->len);
  for (guint i = 0; i < warnings->len; i++)
    {
      const PsLifeWarning *kept = stored->warnings->pdata[i], *given = warnings->pdata[i];

      g_assert_cmpint (kept->kind, ==, given->kind);
      g_assert_cmpstr (kept->text, ==, given->text);
      g_assert_cmpstr (kept->answer, ==, given->answer);
    }
  store_test_assert_sound (test);
}

/* Two people make it final at once: the second is told that it is. */
static void
test_two_at_once (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  const char *agbs[] = { LINDE, NULL };
  PsLifeJob job = {
    .step = PS_STEP_MAKE_FINAL, .year = 2024, .through = PS_DATE_OPEN, .agbs = agbs, .answer = "x", .shown_cents = PS_NO_NUMBER
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsStore) second = NULL;

  settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_PROPOSED);
  second = ps_store_open (test->path, PS_STORE_WRITE, &error);
  g_assert_no_error (error);
  sqlite3_busy_timeout (second->db, 10);
  ps_sql_exec (test->store, "BEGIN IMMEDIATE", NULL);
  g_assert_null (ps_settlements_take (second, "third", &job, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_LOCKED, "else");
  ps_sql_exec (test->store, "ROLLBACK", NULL);
  settled_test_take (test, "controller", PS_STEP_MAKE_FINAL, LINDE, 2024, "known");
  g_assert_null (ps_settlements_take (second, "third", &job, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "final already");
  store_test_assert_sound (test);
}

/* Which one counts for a page. */
static void
test_choose (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (GError) error = NULL;
  gint64 final = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL), draft;
  g_autoptr (GPtrArray) list = ps_settlements_list (test->store, 2024, NULL, &error);

  g_assert_cmpint (ps_settlements_choose (list, LINDE, 2024)->id, ==, final);
  g_assert_null (ps_settlements_choose (list, LINDE, 2025));
  g_assert_null (ps_settlements_choose (list, BEUK, 2024));
  store_test_assert_run (test, "advance 41410001 45A04 0983 08-2024 30000", "a");
  draft = settled_test_take (test, "proposer", PS_STEP_STORE, LINDE, 2024, "late");
  g_clear_pointer (&list, g_ptr_array_unref);
  list = ps_settlements_list (test->store, 0, LINDE, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (ps_settlements_choose (list, LINDE, 2024)->id, ==, draft);
  settled_test_take (test, "proposer", PS_STEP_WITHDRAW, LINDE, 2024, "no");
  g_clear_pointer (&list, g_ptr_array_unref);
  list = ps_settlements_list (test->store, 0, LINDE, &error);
  g_assert_cmpint (ps_settlements_choose (list, LINDE, 2024)->id, ==, final);
}

static void
test_paper (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (GError) error = NULL;
  gint64 first = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL), second;
  g_autoptr (PsPaper) paper = NULL;

  change_test_update (test, "region", "1", "letterhead=Regio", &error);
  change_test_update (test, "provider", "agb = '41410001'", "address=Straat_1", &error);
  store_test_assert_run (test, "advance 41410001 45A04 0983 08-2024 30000", "a");
  second = settled_test_take (test, "proposer", PS_STEP_STORE, LINDE, 2024, "late");
  paper = ps_settlements_paper (test->store, second, &error);
  g_assert_no_error (error);
  g_assert_cmpint (paper->replaced->id, ==, first);
  g_assert_cmpuint (paper->earlier->len, ==, 1);
  g_assert_false (paper->difference->same_figures);
  g_assert_cmpstr (paper->region, ==, "Test");
  g_assert_cmpstr (paper->letterhead, ==, "Regio");
  g_assert_cmpstr (paper->address, ==, "Straat 1");
  g_assert_null (paper->statement);
  g_assert_cmpint (paper->limits.auditor_cents, ==, 12500000);
  g_assert_cmpstr (paper->trail_hash, ==, store_test_text (test, "SELECT hash FROM audit_record ORDER BY id DESC LIMIT 1"));
}

static void
test_documents (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  g_autoptr (PsStored) stored = settled_test_find (test, id);
  g_autoptr (GError) error = NULL;

  for (int kind = PS_DOCUMENT_INPUTS; kind < PS_N_DOCUMENTS; kind++)
    {
      g_autofree char *text = ps_settlements_document (test->store, id, (PsDocumentKind) kind, &error);
      g_autofree char *digest = NULL;

      g_assert_no_error (error);
      digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
      g_assert_cmpstr (digest, ==, stored->digests[kind]);
    }
  g_assert_null (ps_settlements_document (test->store, 99, PS_DOCUMENT_INPUTS, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_REFUSED, "99");
}

/* Steps are not undone, and what a settlement was made by stays; Ctrl+Z says so, and takes nothing older instead. */
static void
test_undo (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (GError) error = NULL;
  gint64 last;
  g_autoptr (GPtrArray) history = NULL;
  PsHistoryQuery query = { .thing = "settlement:41410001:2024" };
  PsUndoable undoable;

  change_test_update (test, "provider", "agb = '41410001'", "name=Anders", &error);
  g_assert_no_error (error);
  settled_test_take (test, "tester", PS_STEP_STORE, LINDE, 2024, NULL);
  settled_test_take (test, "tester", PS_STEP_PROPOSE, LINDE, 2024, NULL);
  last = store_test_int (test, "SELECT max (id) FROM audit_record");
  g_assert_false (ps_undo_apply (test->store, last, "tester", NULL, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "withdraw it");
  g_assert_true (ps_undo_find (test->store, "tester", &undoable, &error));
  g_assert_cmpint (undoable.undo, ==, last);
  ps_undoable_clear (&undoable);
  history = ps_history_load (test->store, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (((PsHistoryRecord *) history->pdata[0])->what, ==, "Settlement of 41410001 for 2024 proposed");
  g_assert_false (((PsHistoryRecord *) history->pdata[0])->can_undo);
  /* The import that brought the provider. */
  g_assert_false (ps_undo_apply (test->store, 2, "tester", NULL, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  store_test_assert_sound (test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/settlements/life", test_life);
  g_test_add_func ("/store/settlements/refusals", test_refusals);
  g_test_add_func ("/store/settlements/interim", test_interim);
  g_test_add_func ("/store/settlements/renew", test_renew);
  g_test_add_func ("/store/settlements/withdraw", test_withdraw);
  g_test_add_func ("/store/settlements/corrections", test_corrections);
  g_test_add_func ("/store/settlements/frozen", test_frozen);
  g_test_add_func ("/store/settlements/causes", test_causes);
  g_test_add_func ("/store/settlements/provider", test_provider);
  g_test_add_func ("/store/settlements/many", test_many);
  g_test_add_func ("/store/settlements/cancelled", test_cancelled);
  g_test_add_func ("/store/settlements/shown", test_shown);
  g_test_add_func ("/store/settlements/answers", test_answers);
  g_test_add_func ("/store/settlements/two-at-once", test_two_at_once);
  g_test_add_func ("/store/settlements/choose", test_choose);
  g_test_add_func ("/store/settlements/paper", test_paper);
  g_test_add_func ("/store/settlements/documents", test_documents);
  g_test_add_func ("/store/settlements/undo", test_undo);
  return g_test_run ();
}
