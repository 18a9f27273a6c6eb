/* test-settlements-again.c: settling again what is final, and printing it again: nothing left, nothing changed, something else (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settled-test.h"
#include "store/ps-undo.h"
#include "undo-test.h"

#define LINDE "41410001"
#define BEUK "41410002"

/* The provider without an agreement declares € 630 in one import. Returns its record. */
static gint64
declare_beuk (StoreTest *test)
{
  store_test_assert_run (test, "assignment 0983/3 C3 41410002 45A04 01-01-2024 -", "a");
  store_test_assert_run (test, "line B1 0983/3 45A04 01-01-2024 31-01-2024 7000 900000 63000 ingediend", "a");
  return undo_test_last_record (test);
}

static void
assert_amount (StoreTest *test, gint64 id, gint64 balance_cents, gint64 amount_cents)
{
  g_autoptr (PsStored) stored = settled_test_find (test, id);

  g_assert_cmpint (stored->balance_cents, ==, balance_cents);
  g_assert_cmpint (stored->amount_cents, ==, amount_cents);
}

static gint64
finish (StoreTest *test, const char *agb, const char *reason)
{
  gint64 id = settled_test_take (test, "proposer", PS_STEP_PROPOSE, agb, 2024, reason);

  settled_test_take (test, "controller", PS_STEP_MAKE_FINAL, agb, 2024, "known");
  return id;
}

/* What was paid by mistake comes back: a settlement of nothing corrects it. */
static void
test_nothing_left (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 import = declare_beuk (test), first = finish (test, BEUK, NULL), second;
  g_autoptr (PsDossier) frozen = NULL;
  g_autoptr (GError) error = NULL;

  assert_amount (test, first, 63000, 63000);
  undo_test_apply (test, import);
  second = settled_test_take (test, "proposer", PS_STEP_STORE, BEUK, 2024, "declared by mistake");
  assert_amount (test, second, 0, -63000);
  g_assert_cmpint (finish (test, BEUK, NULL), ==, second);
  assert_amount (test, second, 0, -63000);
  frozen = ps_settlements_load (test->store, second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (frozen->settlement->lines->len, ==, 0);
  store_test_assert_sound (test);
  settled_test_assert_refused (test, "proposer", PS_STEP_STORE, BEUK, 2024, "again", PS_STORE_ERROR_RULE, "nothing to correct");
}

/* A job for all takes it along. */
static void
test_nothing_left_of_many (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  PsLifeJob job = {
    .step = PS_STEP_PROPOSE, .year = 2024, .through = PS_DATE_OPEN, .reason = "undone", .shown_cents = PS_NO_NUMBER
  };
  gint64 import = declare_beuk (test);
  g_autoptr (PsLifeReport) report = NULL;
  g_autoptr (GError) error = NULL;

  finish (test, BEUK, NULL);
  undo_test_apply (test, import);
  report = ps_settlements_take (test->store, "proposer", &job, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->passed_over->len, ==, 0);
  g_assert_cmpuint (report->done->len, ==, 2);
  g_assert_cmpstr (((PsLifeOutcome *) report->done->pdata[1])->agb, ==, BEUK);
  g_assert_cmpint (((PsLifeOutcome *) report->done->pdata[1])->amount_cents, ==, -63000);
  store_test_assert_sound (test);
}

/* Another name changes no cent, and is no reason to settle again; nor is another version of the program by itself. */
static void
test_nothing_to_correct (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (GError) error = NULL;

  settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  change_test_update (test, "provider", "agb = '41410001'", "name=Anders", &error);
  change_test_update (test, "municipality", "code = '0983'", "name=Anders", &error);
  g_assert_no_error (error);
  settled_test_assert_refused (test, "proposer", PS_STEP_STORE, LINDE, 2024, "x", PS_STORE_ERROR_RULE, "nothing to correct");
  settled_test_assert_refused (test, "proposer", PS_STEP_PROPOSE, LINDE, 2024, "x", PS_STORE_ERROR_RULE, "nothing to correct");
  /* An advance of nothing is something that it is computed from, though no figure differs. */
  store_test_assert_run (test, "advance 41410001 45A04 0983 08-2024 0", "a");
  settled_test_take (test, "proposer", PS_STEP_STORE, LINDE, 2024, "x");
}

static const PsLifeWarning *
find_changed (GPtrArray *warnings)
{
  for (guint i = 0; i < warnings->len; i++)
    if (((PsLifeWarning *) warnings->pdata[i])->kind == PS_WARNING_CHANGED)
      return warnings->pdata[i];
  return NULL;
}

/* The balance is the same, but another municipality pays it: that has to be answered. */
static void
test_redivided (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_PROPOSED);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = ps_settlements_warnings (test->store, id, &error), after = NULL;
  const PsLifeWarning *changed;

  g_assert_no_error (error);
  g_assert_null (find_changed (before));
  store_test_assert_run (test, "advance 41410001 45A04 0983 08-2024 30000\nadvance 41410001 45A04 0893 08-2024 -30000", "aa");
  after = ps_settlements_warnings (test->store, id, &error);
  g_assert_no_error (error);
  changed = find_changed (after);
  g_assert_nonnull (changed);
  g_assert_cmpint (changed->amount_cents, ==, 0);
  g_assert_cmpuint (changed->count, ==, 2);
  g_assert_nonnull (strstr (changed->text, "2 of "));
}

static void
try_with (StoreTest *test, const char *actor, PsLifeStep step, gint64 settlement, GError **error)
{
  const char *agbs[] = { LINDE, NULL };
  PsLifeJob job = { .step = step,
                    .year = 2024,
                    .through = PS_DATE_OPEN,
                    .agbs = agbs,
                    .reason = "x",
                    .answer = step == PS_STEP_MAKE_FINAL ? "x" : NULL,
                    .settlement = settlement,
                    .shown_cents = PS_NO_NUMBER };
  g_autoptr (PsLifeReport) report = ps_settlements_take (test->store, actor, &job, NULL, NULL, NULL, error);

  g_assert_true ((report == NULL) == (*error != NULL));
}

/* Withdrawn and proposed again by another, to the same balance: it is not the one that was looked at. */
static void
test_another_one (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 first = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_PROPOSED), second;
  g_autoptr (GError) error = NULL;

  settled_test_take (test, "controller", PS_STEP_WITHDRAW, LINDE, 2024, "wrong");
  for (int step = PS_STEP_STORE; step <= PS_STEP_WITHDRAW; step++)
    {
      try_with (test, "third", (PsLifeStep) step, first, &error);
      change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "1|in the meantime");
    }
  second = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_PROPOSED);
  for (int step = PS_STEP_STORE; step <= PS_STEP_WITHDRAW; step++)
    {
      try_with (test, "third", (PsLifeStep) step, first, &error);
      change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "1|in the meantime");
    }
  try_with (test, "third", PS_STEP_MAKE_FINAL, second, &error);
  g_assert_no_error (error);
  store_test_assert_sound (test);
}

static PsPaper *
paper_of (StoreTest *test, gint64 id)
{
  g_autoptr (GError) error = NULL;
  PsPaper *paper = ps_settlements_paper (test->store, id, &error);

  g_assert_no_error (error);
  return paper;
}

static void
change_circumstances (StoreTest *test, const char *name, gint64 stated_cents)
{
  g_autofree char *provider = g_strdup_printf ("name=%s address=%s kvk=12345678", name, name);
  g_autofree char *region = g_strdup_printf ("name=%s letterhead=%s", name, name);
  g_autofree char *statement = g_strdup_printf ("UPDATE production_statement SET stated_cents = %" G_GINT64_FORMAT, stated_cents);
  g_autoptr (GError) error = NULL;

  change_test_update (test, "provider", "agb = '41410001'", provider, &error);
  g_assert_no_error (error);
  change_test_update (test, "region", "1", region, &error);
  g_assert_no_error (error);
  ps_sql_exec (test->store, statement, &error);
  g_assert_no_error (error);
}

/* What else is on paper is kept as it was when it became final; of one that is not, it is that of now. */
static void
test_circumstances (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsPaper) proposed = NULL;
  g_autoptr (PsPaper) final = NULL;
  g_autofree char *text = NULL;
  g_autofree char *digest = NULL;
  gint64 id;

  change_test_insert (test, "production_statement",
                      "provider_id=1 year=2024 stated_cents=12300 received_on=01-03-2025 certified=2 certified_on=02-03-2025 "
                      "explanation=Tab_and_more",
                      &error);
  g_assert_no_error (error);
  id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_PROPOSED);
  change_circumstances (test, "Eerst", 12300);
  proposed = paper_of (test, id);
  g_assert_cmpstr (proposed->stored->provider, ==, "Eerst");
  g_assert_null (proposed->stored->circumstances);
  settled_test_take (test, "controller", PS_STEP_MAKE_FINAL, LINDE, 2024, "known");
  store_test_assert_sound (test);
  change_circumstances (test, "Later", 99900);
  final = paper_of (test, id);
  g_assert_cmpstr (final->stored->provider, ==, "Eerst");
  g_assert_cmpstr (final->stored->agb, ==, LINDE);
  g_assert_cmpstr (final->kvk, ==, "12345678");
  g_assert_cmpstr (final->address, ==, "Eerst");
  g_assert_cmpstr (final->region, ==, "Eerst");
  g_assert_cmpstr (final->letterhead, ==, "Eerst");
  g_assert_cmpint (final->statement->stated_cents, ==, 12300);
  g_assert_cmpint (final->statement->certified, ==, PS_CERTIFIED_BY_AUDITOR);
  g_assert_cmpstr (final->statement->explanation, ==, "Tab and more");
  g_assert_cmpint (final->statement->certified_on, ==, proposed->statement->certified_on);
  g_assert_cmpint (final->limits.auditor_cents, ==, proposed->limits.auditor_cents);
  g_assert_cmpint (final->limits.due_on, ==, proposed->limits.due_on);
  text = ps_settlements_document (test->store, id, PS_DOCUMENT_CIRCUMSTANCES, &error);
  g_assert_no_error (error);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_assert_cmpstr (digest, ==, final->stored->circumstances);
}

static void
assert_sql_refused (StoreTest *test, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", sql);
  g_assert_false (ps_sql_exec (test->store, sql, &error));
  g_assert_nonnull (error);
}

/* The schema keeps them, and lets nothing become final without them. */
static void
test_circumstances_stay (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();

  settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  declare_beuk (test);
  settled_test_take (test, "proposer", PS_STEP_PROPOSE, BEUK, 2024, NULL);
  g_assert_cmpstr (store_test_text (test, "SELECT kind FROM settlement_document WHERE settlement_id = 1 ORDER BY kind"), ==,
                   "1\n2\n3\n4");
  assert_sql_refused (test, "UPDATE settlement_document SET digest = 'x' WHERE kind = 4");
  assert_sql_refused (test, "DELETE FROM settlement_document_data WHERE document_id IN"
                            " (SELECT id FROM settlement_document WHERE kind = 4)");
  assert_sql_refused (test, "INSERT OR REPLACE INTO settlement_document (settlement_id, kind, n_bytes, digest, data_digest)"
                            " VALUES (1, 4, 1, 'x', 'x')");
  assert_sql_refused (test, "INSERT INTO settlement_document (settlement_id, kind, n_bytes, digest, data_digest)"
                            " VALUES (2, 1, 1, 'x', 'x')");
  assert_sql_refused (test, "UPDATE settlement SET state = 3, final_by = 'x', final_at = 1 WHERE id = 2");
  store_test_assert_sound (test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/settlements-again/nothing-left", test_nothing_left);
  g_test_add_func ("/store/settlements-again/nothing-left-of-many", test_nothing_left_of_many);
  g_test_add_func ("/store/settlements-again/nothing-to-correct", test_nothing_to_correct);
  g_test_add_func ("/store/settlements-again/redivided", test_redivided);
  g_test_add_func ("/store/settlements-again/another-one", test_another_one);
  g_test_add_func ("/store/settlements-again/circumstances", test_circumstances);
  g_test_add_func ("/store/settlements-again/circumstances-stay", test_circumstances_stay);
  return g_test_run ();
}
