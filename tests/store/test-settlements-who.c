/* test-settlements-who.c: who did what makes a final settlement another one by now
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settled-test.h"
#include "undo-test.h"

#include "store/ps-decisions.h"
#include "store/ps-desk.h"

#include <string.h>

#define LINDE "41410001"

static PsComparison *
compare (StoreTest *test, gint64 id)
{
  g_autoptr (GError) error = NULL;
  PsComparison *now = NULL;

  ps_settlements_recompute (test->store, id, NULL, &now, &error);
  g_assert_no_error (error);
  return now;
}

/* Of the only cause of its kind: its change, and who ("-": nobody). */
static void
assert_who (const PsComparison *now, PsCauseKind kind, PsCauseChange change, const char *who)
{
  g_autofree char *words = g_strdup_printf (", by %s on ", who);
  const PsCause *found = NULL;

  for (guint i = 0; i < now->causes->len; i++)
    {
      const PsCause *cause = now->causes->pdata[i];

      g_test_message ("%s: %s%s", cause->what, cause->how, cause->by != NULL ? cause->by : " (nobody)");
      if (cause->kind == kind && cause->change == change)
        {
          g_assert_null (found);
          found = cause;
        }
    }
  g_assert_nonnull (found);
  if (strcmp (who, "outside") == 0)
    g_assert_cmpstr (found->by, ==, ", outside the program");
  else
    g_assert_true (found->by != NULL && g_str_has_prefix (found->by, words));
}

static void
run_as (StoreTest *test, const char *actor, const char *rows, const char *outcome)
{
  test->actor = actor;
  store_test_assert_run (test, rows, outcome);
}

static void
update_as (StoreTest *test, const char *actor, const char *table, const char *where, const char *values)
{
  g_autoptr (GError) error = NULL;

  test->actor = actor;
  change_test_update (test, table, where, values, &error);
  g_assert_no_error (error);
}

static void
undo_as (StoreTest *test, const char *actor, gint64 record)
{
  g_autoptr (GError) error = NULL;

  ps_undo_apply (test->store, record, actor, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Who changed the stop, not who came after that with the day on which the message was sent, nor who had other care of the assignment. */
static void
test_care (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  g_autoptr (PsComparison) now = NULL;
  const PsCause *cause = NULL;

  run_as (test, "anna", "care 0983/2 01-08-2024 31-10-2024 31", "u");
  run_as (test, "bram", "care 0983/2 01-08-2024 31-10-2024 31 05-08-2024", "u");
  run_as (test, "carla", "assignment 0983/2 C2 41410001 45L11 01-08-2024 31-12-2030", "u");
  run_as (test, "daan", "care 0983/2 01-11-2024 - -", "a");
  run_as (test, "erik", "care 0983/2 01-11-2024 30-11-2024 31", "u");
  now = compare (test, id);
  assert_who (now, PS_CAUSE_CARE, PS_CAUSE_CHANGED, "anna");
  assert_who (now, PS_CAUSE_CARE, PS_CAUSE_ADDED, "daan");
  for (guint i = 0; i < now->causes->len; i++)
    if (((PsCause *) now->causes->pdata[i])->change == PS_CAUSE_CHANGED
        && ((PsCause *) now->causes->pdata[i])->kind == PS_CAUSE_CARE)
      cause = now->causes->pdata[i];
  g_assert_cmpstr (cause->table, ==, "care_period");
  g_assert_cmpint (cause->id, ==, store_test_int (test, "SELECT min (id) FROM care_period WHERE reason = 31"));
}

/* A column that was changed there and back is nobody's work. */
static void
test_there_and_back (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  g_autoptr (PsComparison) now = NULL;

  update_as (test, "anna", "tariff", "tariff_e4 = 950000", "tariff_e4=800000");
  update_as (test, "bram", "tariff", "tariff_e4 = 800000", "valid_to=30-11-2024");
  update_as (test, "carla", "tariff", "tariff_e4 = 800000", "valid_to=-");
  now = compare (test, id);
  assert_who (now, PS_CAUSE_TARIFF, PS_CAUSE_CHANGED, "anna");
}

/* What is not what the trail last made of it is not of whom the trail names. */
static void
test_outside (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  g_autoptr (PsComparison) now = NULL;
  g_autoptr (PsComparison) later = NULL;

  update_as (test, "anna", "tariff", "tariff_e4 = 950000", "tariff_e4=800000");
  now = compare (test, id);
  assert_who (now, PS_CAUSE_TARIFF, PS_CAUSE_CHANGED, "anna");
  g_assert_true (ps_sql_exec (test->store, "UPDATE tariff SET tariff_e4 = 700000 WHERE tariff_e4 = 800000", NULL));
  later = compare (test, id);
  assert_who (later, PS_CAUSE_TARIFF, PS_CAUSE_CHANGED, "outside");
}

/* Nobody of the program changed it at all. */
static void
test_untouched (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  g_autoptr (PsComparison) now = NULL;

  g_assert_true (ps_sql_exec (test->store, "UPDATE tariff SET tariff_e4 = 700000 WHERE tariff_e4 = 950000", NULL));
  now = compare (test, id);
  assert_who (now, PS_CAUSE_TARIFF, PS_CAUSE_CHANGED, "outside");
}

/* Rows that went with the undo of their import. */
static void
test_undone (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (PsComparison) now = NULL;
  gint64 id, import;

  store_test_assert_run (test,
                         "line D9 0983/1 45A04 01-02-2024 28-02-2024 1000 900000 9000\n---\n"
                         "advance 41410001 45A04 0983 09-2024 700\n---\n"
                         "care 0983/2 01-11-2024 - -",
                         "aaa");
  import = undo_test_last_record (test);
  id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  run_as (test, "anna", "advance 41410001 45A04 0983 10-2024 1", "a");
  undo_as (test, "bram", import);
  undo_as (test, "daan", undo_test_last_record (test) - 1); /* anna's */
  now = compare (test, id);
  assert_who (now, PS_CAUSE_LINE, PS_CAUSE_REMOVED, "bram");
  assert_who (now, PS_CAUSE_ADVANCE, PS_CAUSE_REMOVED, "bram");
  assert_who (now, PS_CAUSE_CARE, PS_CAUSE_REMOVED, "bram");
}

/* Removed one by one: a tariff, an agreement line, a step of a scheme, a decision. */
static void
test_deleted (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  g_autoptr (PsComparison) now = NULL;
  g_autoptr (GError) error = NULL;

  test->actor = "bram";
  change_test_delete (test, "tariff", "tariff_e4 = 950000", &error);
  g_assert_no_error (error);
  update_as (test, "anna", "product", "code = '45A04'", "name=Other");
  now = compare (test, id);
  assert_who (now, PS_CAUSE_TARIFF, PS_CAUSE_REMOVED, "bram");
}

static PsAgreementVersion *
load_version (StoreTest *test, const PsRegion *region, guint number, GPtrArray **versions)
{
  g_autoptr (GError) error = NULL;

  *versions = ps_desk_load_versions (test->store, region, 0, 2024, &error);
  g_assert_no_error (error);
  return g_ptr_array_index (*versions, number - 1);
}

/* Who took the line out of the draft, not who began it nor who agreed; where that was before, who agreed. */
static void
test_agreement_line (gconstpointer data)
{
  gboolean drafted_before = GPOINTER_TO_INT (data);
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (PsComparison) now = NULL;
  g_autoptr (GPtrArray) agreed = NULL;
  g_autoptr (GPtrArray) amended = NULL;
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (PsAgreement) terms = NULL;
  PsAgreementVersion *version;
  gint64 record, id = 0;

  if (!drafted_before)
    id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  version = load_version (test, region, 1, &agreed);
  g_assert_true (ps_desk_amend_agreement (test->store, "anna", region, version, "more", &record, NULL));
  version = load_version (test, region, 2, &amended);
  terms = ps_agreement_copy (version->terms);
  g_array_index (terms->lines, PsAgreementLine, 0).municipality =
      1 - g_array_index (terms->lines, PsAgreementLine, 0).municipality;
  g_assert_true (ps_desk_save_draft (test->store, "bram", region, version, terms, &record, NULL));
  if (drafted_before)
    id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  version = load_version (test, region, 2, &saved);
  g_assert_true (ps_desk_agree (test->store, "carla", region, version, change_test_day ("15-12-2024"), &record, NULL));
  now = compare (test, id);
  assert_who (now, PS_CAUSE_AGREEMENT_LINE, PS_CAUSE_REMOVED, drafted_before ? "carla" : "bram");
  assert_who (now, PS_CAUSE_AGREEMENT_LINE, PS_CAUSE_ADDED, drafted_before ? "carla" : "bram");
}

static void
test_steps (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (PsComparison) now = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  store_test_assert_run (test, "line D3 0983/1 45A04 01-03-2024 31-03-2024 60000 900000 540000", "a");
  id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  test->actor = "bram";
  change_test_delete (test, "scheme_step", "from_value = 10000 AND scheme_id = (SELECT id FROM scheme WHERE name = 'donut')",
                      &error);
  g_assert_no_error (error);
  now = compare (test, id);
  assert_who (now, PS_CAUSE_SCHEME, PS_CAUSE_CHANGED, "bram");
}

static void
test_decision (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 line = 1, id;
  PsDecide decide = { &line, 1, PS_DECISION_DISPUTE, "not delivered" };
  g_autoptr (PsComparison) now = NULL;
  g_autoptr (GError) error = NULL;

  ps_decisions_take (test->store, "anna", &decide, NULL, &error);
  g_assert_no_error (error);
  id = settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  decide.decision = PS_DECISION_ACCEPT;
  ps_decisions_take (test->store, "bram", &decide, NULL, &error);
  g_assert_no_error (error);
  now = compare (test, id);
  assert_who (now, PS_CAUSE_DECISION, PS_CAUSE_CHANGED, "bram");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settlements/who/care", test_care);
  g_test_add_func ("/settlements/who/there-and-back", test_there_and_back);
  g_test_add_func ("/settlements/who/outside", test_outside);
  g_test_add_func ("/settlements/who/untouched", test_untouched);
  g_test_add_func ("/settlements/who/undone", test_undone);
  g_test_add_func ("/settlements/who/deleted", test_deleted);
  g_test_add_data_func ("/settlements/who/agreement-line", GINT_TO_POINTER (FALSE), test_agreement_line);
  g_test_add_data_func ("/settlements/who/agreement-drafted", GINT_TO_POINTER (TRUE), test_agreement_line);
  g_test_add_func ("/settlements/who/steps", test_steps);
  g_test_add_func ("/settlements/who/decision", test_decision);
  return g_test_run ();
}
