/* test-settled-rules.c: what a settlement that was proposed or is final stands on stays as it is, whoever would change it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settled-test.h"
#include "store/ps-desk.h"
#include "undo-test.h"

#define LINDE "41410001"

static void
assert_rename_refused (StoreTest *test, const char *table, const char *where, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (change_test_update (test, table, where, "code=9999", &error), ==, 0);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, words);
}

/* Codes are what its documents name things by: names, and codes of what it has no line of, are free. */
static void
test_codes (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (GError) error = NULL;

  settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_DRAFT);
  change_test_update (test, "municipality", "code = '0983'", "code=0984", &error);
  change_test_update (test, "municipality", "code = '0984'", "code=0983", &error);
  g_assert_no_error (error);
  settled_test_take (test, "proposer", PS_STEP_STORE, LINDE, 2024, "anew");
  settled_test_take (test, "proposer", PS_STEP_PROPOSE, LINDE, 2024, NULL);
  assert_rename_refused (test, "municipality", "code = '0983'", "0983|41410001|2024|make a new one");
  assert_rename_refused (test, "product_group", "code = 'AMB1'", "AMB1|41410001|2024|make a new one");
  assert_rename_refused (test, "segment", "code = '4'", "4|41410001|2024|make a new one");
  assert_rename_refused (test, "product", "code = '45A04'", "45A04|41410001|2024|end it, and make a new one");
  settled_test_take (test, "controller", PS_STEP_MAKE_FINAL, LINDE, 2024, "known");
  assert_rename_refused (test, "municipality", "code = '0983'", "0983|41410001|2024|make a new one");
  change_test_update (test, "municipality", "code = '0983'", "name=Anders", &error);
  change_test_update (test, "municipality", "code = '0893'", "code=0894", &error);
  change_test_update (test, "product", "code = '90T01'", "code=90T02", &error);
  g_assert_no_error (error);
  store_test_assert_sound (test);
}

/* A code that was changed before it was settled by does not come back by an undo. */
static void
test_codes_undo (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (GError) error = NULL;
  gint64 renamed = change_test_update (test, "product_group", "code = 'AMB1'", "code=AMB9", &error);
  gint64 undone;

  g_assert_no_error (error);
  undone = undo_test_apply (test, renamed);
  settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_PROPOSED);
  undo_test_assert_refused (test, undone, PS_STORE_ERROR_CONFLICT, "AMB1|41410001|2024");
  settled_test_take (test, "proposer", PS_STEP_WITHDRAW, LINDE, 2024, "a slip");
  undone = undo_test_apply (test, undone);
  settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  undo_test_assert_refused (test, undone, PS_STORE_ERROR_CONFLICT, "AMB9|41410001|2024");
}

static gint64
merge (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  ps_desk_merge_providers (test->store, "tester", 1, 2, change_test_day ("01-07-2024"), NULL, &record, &error);
  g_assert_no_error (error);
  return record;
}

/* As merging is refused, so is taking it back, and doing it again. */
static void
test_mergers (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 merged, undone;

  settled_test_bring (test, "41410002", 2023, PS_SETTLEMENT_FINAL);
  merged = merge (test);
  undone = undo_test_apply (test, merged);
  settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_PROPOSED);
  undo_test_assert_refused (test, undone, PS_STORE_ERROR_CONFLICT, "41410001|2024|proposed");
  settled_test_take (test, "proposer", PS_STEP_WITHDRAW, LINDE, 2024, "a slip");
  undo_test_apply (test, undone);
  settled_test_bring (test, "41410002", 2024, PS_SETTLEMENT_FINAL);
  undo_test_assert_refused (test, merged, PS_STORE_ERROR_CONFLICT, "41410002|2024|final");
}

#define VERSIONS                                                                                                                 \
  "SELECT number, state, is_current, under_bp, over_bp, reason <> '' FROM agreement_version WHERE agreement_id = 1 ORDER BY id"
#define LINES                                                                                                                    \
  "SELECT v.number, m.code, l.ceiling_cents, l.places_milli FROM agreement_line l JOIN agreement_version v ON v.id = "           \
  "l.version_id"                                                                                                                 \
  " JOIN municipality m ON m.id = l.municipality_id WHERE v.agreement_id = 1 ORDER BY l.version_id, m.code"

/* A file that says something else of an agreement amends it; one that says the same leaves it. */
static void
test_import (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  gint64 imported;
  const char *before, *after;

  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0893 300000 productgroep donut", "l[1,0,0,0]");
  settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0893 300000 productgroep donut", "l[0,0,1,0]");
  g_assert_cmpstr (store_test_text (test, VERSIONS), ==, "1|2|1|-|-|-");
  before = change_test_content (test);
  store_test_assert_run (test,
                         "agreement 41410001 2024 AMB1 0893 300000 productgroep donut\n"
                         "agreement 41410001 2024 AMB1 0983 700000 productgroep donut",
                         "ll[0,1,1,0]");
  imported = undo_test_last_record (test);
  g_assert_cmpstr (store_test_text (test, VERSIONS), ==, "1|2|0|-|-|-\n2|3|1|-|-|1");
  g_assert_cmpstr (store_test_text (test, LINES), ==, "1|0893|300000|-\n1|0983|500000|-\n2|0893|300000|-\n2|0983|700000|-");
  change_test_assert_undoes (test, imported, before);
  /* No settlement was made by that one: a next file changes it. */
  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0893 200000 productgroep donut", "l[0,1,0,0]");
  g_assert_cmpstr (store_test_text (test, VERSIONS), ==, "1|2|0|-|-|-\n2|3|1|-|-|1");
  after = store_test_text (test, LINES);
  g_assert_cmpstr (after, ==, "1|0893|300000|-\n1|0983|500000|-\n2|0893|200000|-\n2|0983|700000|-");
  /* The correction is made by it; then what holds for all of it, and a line that it did not have. */
  settled_test_take (test, "proposer", PS_STEP_PROPOSE, LINDE, 2024, "amended");
  store_test_assert_run (test, "agreement 41410001 2024 AMBV 0983 100000 productgroep donut 300", "l[1,0,0,0]");
  g_assert_cmpstr (store_test_text (test, VERSIONS), ==, "1|2|0|-|-|-\n2|3|0|-|-|1\n3|3|1|300|-|1");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM agreement_line WHERE version_id = (SELECT max (id) FROM"
                                         " agreement_version)"),
                   ==, 3);
  store_test_assert_sound (test);
}

/* What is refused makes no version; of what is not settled the version that counts is changed, as ever. */
static void
test_import_refused (void)
{
  g_autoptr (StoreTest) test = settled_test_new ();
  g_autoptr (GError) error = NULL;

  settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_PROPOSED);
  change_test_insert (test, "agreement_version",
                      "agreement_id=1 number=2 state=1 is_current=0 exchange=3 division_key=1 measuring=1 reason=x", &error);
  g_assert_no_error (error);
  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0983 700000 productgroep donut", "l[0,0,0,1]");
  g_assert_nonnull (strstr (store_test_refusal (test, 0), "draft"));
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM agreement_version WHERE agreement_id = 1"), ==, 2);
  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 700000 productgroep donut", "l[0,1,0,0]");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM agreement_version WHERE agreement_id = 2"), ==, 1);
}

/* An import that changed, or added to, what was settled by since stays. */
static void
test_import_undo (void)
{
  static const char *const rows[] = { "agreement 41410001 2024 AMB1 0983 700000 productgroep donut",
                                      "agreement 41410001 2024 AMB1 0983 500000 productgroep donut 300",
                                      "agreement 41410001 2024 AMB1 0893 700000 productgroep donut" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StoreTest) test = settled_test_new ();
      gint64 imported, undone;

      store_test_run (test, rows[i]);
      imported = undo_test_last_record (test);
      undone = undo_test_apply (test, imported);
      settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_PROPOSED);
      undo_test_assert_refused (test, undone, PS_STORE_ERROR_CONFLICT, "41410001, 2024|settlement|stays agreed");
      settled_test_take (test, "proposer", PS_STEP_WITHDRAW, LINDE, 2024, "a slip");
      undo_test_apply (test, undone);
      settled_test_bring (test, LINDE, 2024, PS_SETTLEMENT_FINAL);
      undo_test_assert_refused (test, imported, PS_STORE_ERROR_CONFLICT, "41410001, 2024|settlement|stays agreed");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/settled-rules/codes", test_codes);
  g_test_add_func ("/store/settled-rules/codes-undo", test_codes_undo);
  g_test_add_func ("/store/settled-rules/mergers", test_mergers);
  g_test_add_func ("/store/settled-rules/import", test_import);
  g_test_add_func ("/store/settled-rules/import-refused", test_import_refused);
  g_test_add_func ("/store/settled-rules/import-undo", test_import_undo);
  return g_test_run ();
}
