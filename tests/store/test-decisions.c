/* test-decisions.c: accepting disputed lines, disputing accepted ones, and looking at what it would change
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "change-test.h"
#include "store/ps-decisions.h"
#include "undo-test.h"

/* Linde's year: D1 is right (€ 90,00); D2 has too high a tariff (€ 200,00; right: € 180,00); D3 another amount (€ 95,00; € 90,00); D4 is
 * outside the assignment; D5 was refused; D6 is of a trajectory, after its end. D8 is Beuk's. */
static const char messages[] = "agreement 41410001 2024 AMB1 0983 20000 productgroep donut\n---\n"
                               "assignment 0983/1 C1 41410001 45A04 01-01-2024 30-06-2024\n"
                               "assignment 0983/2 C2 41410001 45L11 01-01-2024 30-06-2024\n"
                               "assignment 0983/3 C3 41410002 45A04 01-01-2024 30-06-2024\n---\n"
                               "care 0983/1 01-01-2024 - -\n---\n"
                               "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
                               "line D2 0983/1 45A04 01-02-2024 29-02-2024 2000 1000000 20000\n"
                               "line D3 0983/1 45A04 01-03-2024 31-03-2024 1000 900000 9500\n"
                               "line D4 0983/1 45A04 01-08-2024 31-08-2024 1000 900000 9000\n"
                               "line D5 0983/1 45A04 01-04-2024 30-04-2024 1000 900000 9000 afgewezen\n"
                               "line D6 0983/2 45L11 01-08-2024 31-08-2024 1 - 9000\n"
                               "line D8 0983/3 45A04 01-01-2024 31-01-2024 1000 900000 9000";

static StoreTest *
decisions_test (void)
{
  StoreTest *test = change_test_region ();

  g_test_message ("%s", store_test_run (test, messages));
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM declaration_line"), ==, 7);
  return test;
}

static gint64
line_id (StoreTest *test, const char *reference)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM declaration_line WHERE reference = '%s'", reference);

  return store_test_int (test, sql);
}

/* "D1 D2": their ids. */
static GArray *
ids_of (StoreTest *test, const char *references)
{
  g_auto (GStrv) parts = g_strsplit (references, " ", -1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gint64 id = line_id (test, parts[i]);

      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
take (StoreTest *test, const char *actor, const char *references, PsDecision decision, const char *reason, gint64 *record,
      GError **error)
{
  g_autoptr (GArray) ids = ids_of (test, references);
  PsDecide decide = { (const gint64 *) (gpointer) ids->data, ids->len, decision, reason };

  return ps_decisions_take (test->store, actor, &decide, record, error);
}

static gint64
take_ok (StoreTest *test, const char *references, PsDecision decision, const char *reason)
{
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  take (test, "anna", references, decision, reason, &record, &error);
  g_assert_no_error (error);
  store_test_assert_sound (test);
  return record;
}

static void
preview (StoreTest *test, const char *references, PsDecision decision, PsDecidePreview *look)
{
  g_autoptr (GArray) ids = ids_of (test, references);
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (GError) error = NULL;
  PsDecide decide = { (const gint64 *) (gpointer) ids->data, ids->len, decision, NULL };

  ps_decisions_preview (test->store, region, 0, 2024, ps_date_year_end (2024), &decide, look, &error);
  g_assert_no_error (error);
  /* Only the figures are looked at: the region goes. */
  look->before->agreement = look->after->agreement = NULL;
}

static PsSettlementLine
totals (StoreTest *test)
{
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (PsProduction) production = ps_production_new (0);
  g_autoptr (PsSettlement) settlement = NULL;
  g_autoptr (GError) error = NULL;
  PsSettleOptions options = { .year = 2024, .through = ps_date_year_end (2024) };

  ps_store_load_production (test->store, region, 0, 2024, production, &error);
  g_assert_no_error (error);
  settlement = ps_settle (region, production, &options, &error);
  g_assert_no_error (error);
  return settlement->totals;
}

/* What is shown before is what the settlement becomes. € 90 and € 200 of a ceiling of € 200: € 90 over it, unpaid. */
static void
test_accept (void)
{
  g_autoptr (StoreTest) test = decisions_test ();
  g_auto (PsDecidePreview) look = { NULL };
  PsSettlementLine now;

  preview (test, "D2", PS_DECISION_ACCEPT, &look);
  g_assert_cmpint (look.before->totals.gross_cents, ==, 9000);
  g_assert_cmpint (look.after->totals.gross_cents, ==, 29000);
  g_assert_cmpint (look.after->totals.payable_cents, ==, 20000);
  g_assert_cmpint (look.after->totals.band_deduction_cents, ==, 9000);
  g_assert_cmpint (look.amount_cents, ==, 20000);
  g_assert_cmpint (look.produced_cents, ==, 20000);
  g_assert_cmpuint (look.n_effective, ==, 1);
  g_assert_null (look.why_not);
  /* Looking writes nothing. */
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM line_decision"), ==, 0);
  g_assert_cmpint (totals (test).gross_cents, ==, 9000);

  g_assert_cmpint (take_ok (test, "D2", PS_DECISION_ACCEPT, "Tarief afgesproken"), >, 0);
  now = totals (test);
  g_assert_cmpint (now.gross_cents, ==, look.after->totals.gross_cents);
  g_assert_cmpint (now.balance_cents, ==, look.after->totals.balance_cents);
  g_assert_cmpint (now.disputed_cents, ==, look.after->totals.disputed_cents);
  g_assert_cmpstr (
      store_test_text (test, "SELECT actor, action, thing, reason, n_changes FROM audit_record ORDER BY id DESC LIMIT 1"), ==,
      "anna|accept|lines:41410001|Tarief afgesproken|1");
  g_assert_cmpstr (store_test_text (test, "SELECT decision, reason, decided_by FROM line_decision"), ==,
                   "1|Tarief afgesproken|anna");
}

static void
test_at_price (void)
{
  g_autoptr (StoreTest) test = decisions_test ();
  g_auto (PsDecidePreview) look = { NULL };

  preview (test, "D2 D3", PS_DECISION_ACCEPT_AT_PRICE, &look);
  g_assert_cmpint (look.amount_cents, ==, 29500);
  g_assert_cmpint (look.produced_cents, ==, 27000);
  g_assert_cmpuint (look.n_effective, ==, 2);
  take_ok (test, "D2 D3", PS_DECISION_ACCEPT_AT_PRICE, "Tegen het geldige tarief");
  g_assert_cmpint (totals (test).gross_cents, ==, 9000 + 27000);
}

/* Of those that it cannot be taken of the first says why; the rest is computed. */
static void
test_no_price (void)
{
  g_autoptr (StoreTest) test = decisions_test ();
  g_auto (PsDecidePreview) look = { NULL };
  g_autoptr (GError) error = NULL;

  preview (test, "D2 D6 D5", PS_DECISION_ACCEPT_AT_PRICE, &look);
  g_assert_cmpuint (look.n_impossible, ==, 2);
  g_assert_cmpuint (look.possible->len, ==, 1);
  g_assert_cmpint (g_array_index (look.possible, gint64, 0), ==, line_id (test, "D2"));
  g_assert_nonnull (strstr (look.why_not, "D6"));
  g_assert_cmpint (look.after->totals.gross_cents, ==, 9000 + 18000);
  g_assert_false (take (test, "anna", "D2 D6", PS_DECISION_ACCEPT_AT_PRICE, "Tegen het tarief", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "D6|no right price|Nothing was changed");
  g_assert_false (take (test, "anna", "D5", PS_DECISION_ACCEPT, "Toch wel", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "D5|refused by the municipality");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM line_decision"), ==, 0);
}

static void
test_dispute (void)
{
  g_autoptr (StoreTest) test = decisions_test ();
  PsSettlementLine before = totals (test);
  PsSettlementLine after;

  take_ok (test, "D1", PS_DECISION_DISPUTE, "Geen zorg geleverd");
  after = totals (test);
  g_assert_cmpint (after.gross_cents, ==, 0);
  g_assert_cmpint (after.disputed_cents, ==, before.disputed_cents + 9000);
  /* It was paid, and comes back. */
  g_assert_cmpint (after.paid_cents, ==, before.paid_cents);
  take_ok (test, "D1", PS_DECISION_NONE, "Vergissing");
  g_assert_cmpint (totals (test).gross_cents, ==, 9000);
  g_assert_cmpstr (store_test_text (test, "SELECT action FROM audit_record ORDER BY id DESC LIMIT 2"), ==, "undecide\ndispute");
}

/* A decision that holds already is passed over, and so is a line named twice. */
static void
test_again (void)
{
  g_autoptr (StoreTest) test = decisions_test ();

  take_ok (test, "D2", PS_DECISION_ACCEPT, "Een");
  g_assert_cmpint (take_ok (test, "D2", PS_DECISION_ACCEPT, "Twee"), ==, 0);
  g_assert_cmpint (take_ok (test, "D1", PS_DECISION_NONE, "Niets"), ==, 0);
  g_assert_cmpint (take_ok (test, "D2 D3 D3", PS_DECISION_ACCEPT, "Drie"), >, 0);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM line_decision"), ==, 2);
}

static void
test_refused (void)
{
  g_autoptr (StoreTest) test = decisions_test ();
  g_autoptr (GError) error = NULL;
  gint64 gone = 999;
  PsDecide decide = { &gone, 1, PS_DECISION_ACCEPT, "Weg" };
  PsDecide none = { &gone, 0, PS_DECISION_ACCEPT, "Niets" };

  g_assert_false (take (test, "anna", "D2", PS_DECISION_ACCEPT, " \t", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "reason");
  g_assert_false (take (test, "anna", "D2", PS_DECISION_ACCEPT, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "reason");
  g_assert_false (take (test, "anna", "D2 D8", PS_DECISION_ACCEPT, "Beide", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "more than one provider");
  g_assert_false (ps_decisions_take (test->store, "anna", &decide, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "not there any more");
  g_assert_false (ps_decisions_take (test->store, "anna", &none, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "no lines");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM line_decision"), ==, 0);
}

static void
test_history (void)
{
  g_autoptr (StoreTest) test = decisions_test ();
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_real_time ();
  const PsDecided *last;

  g_assert_true (take (test, "anna", "D2 D3", PS_DECISION_ACCEPT, "Een", NULL, &error));
  g_assert_true (take (test, "bert", "D2", PS_DECISION_ACCEPT_AT_PRICE, "Twee", NULL, &error));
  decisions = ps_decisions_of (test->store, line_id (test, "D2"), &error);
  g_assert_cmpuint (decisions->len, ==, 2);
  last = decisions->pdata[1];
  g_assert_cmpint (last->decision, ==, PS_DECISION_ACCEPT_AT_PRICE);
  g_assert_cmpstr (last->reason, ==, "Twee");
  g_assert_cmpstr (last->by, ==, "bert");
  g_assert_cmpint (last->at, >=, start);
  g_assert_cmpint (last->at, <=, g_get_real_time ());
}

/* What held before holds again, by a decision of its own; and the other way round. */
static void
test_undo (void)
{
  g_autoptr (StoreTest) test = decisions_test ();
  gint64 first = take_ok (test, "D2 D3", PS_DECISION_ACCEPT, "Een");
  gint64 second = take_ok (test, "D2", PS_DECISION_ACCEPT_AT_PRICE, "Twee");
  gint64 undone;

  /* D2 was decided of since. */
  undo_test_assert_refused (test, first, PS_STORE_ERROR_CONFLICT, "D2|decided of again");
  undone = undo_test_apply (test, second);
  g_assert_cmpint (totals (test).gross_cents, ==, 9000 + 20000 + 9500);
  g_assert_cmpstr (store_test_text (test, "SELECT decision, reason, decided_by FROM line_decision ORDER BY id DESC LIMIT 1"), ==,
                   "1|Undone: Twee|tester");
  undo_test_apply (test, undone);
  g_assert_cmpint (totals (test).gross_cents, ==, 9000 + 18000 + 9500);
  g_assert_cmpstr (store_test_text (test, "SELECT decision, reason FROM line_decision ORDER BY id DESC LIMIT 1"), ==, "2|Twee");
}

static void
test_undo_all (void)
{
  g_autoptr (StoreTest) test = decisions_test ();
  PsSettlementLine before = totals (test);
  gint64 record = take_ok (test, "D1 D2 D3", PS_DECISION_DISPUTE, "Alles");

  g_assert_cmpint (totals (test).gross_cents, ==, 0);
  undo_test_apply (test, record);
  g_assert_cmpint (totals (test).gross_cents, ==, before.gross_cents);
  g_assert_cmpint (totals (test).balance_cents, ==, before.balance_cents);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM line_decision"), ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decisions/accept", test_accept);
  g_test_add_func ("/decisions/at-price", test_at_price);
  g_test_add_func ("/decisions/no-price", test_no_price);
  g_test_add_func ("/decisions/dispute", test_dispute);
  g_test_add_func ("/decisions/again", test_again);
  g_test_add_func ("/decisions/refused", test_refused);
  g_test_add_func ("/decisions/history", test_history);
  g_test_add_func ("/decisions/undo", test_undo);
  g_test_add_func ("/decisions/undo-all", test_undo_all);
  return g_test_run ();
}
