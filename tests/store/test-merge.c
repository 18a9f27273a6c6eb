/* test-merge.c: a provider that goes on in another, and what files say of it afterwards
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settled-test.h"
#include "store/ps-desk.h"
#include "store/ps-undo.h"

static void
test_merge (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  PsMergeCounts counts;
  const char *before;
  gint64 record;

  store_test_assert_run (test, change_test_messages, "ll[2,0,0,0]l[1,0,0,0]aaaaaaaaaaaa");
  before = change_test_content (test);
  g_assert_true (ps_desk_merge_preview (test->store, 1, 2, change_test_day ("01-07-2024"), &counts, &error));
  g_assert_cmpint (counts.assignments, ==, 1);
  g_assert_cmpint (counts.care, ==, 1);
  g_assert_cmpint (counts.lines, ==, 1);
  g_assert_cmpint (counts.advances, ==, 1);
  g_assert_cmpint (counts.measurements, ==, 1);
  g_assert_cmpint (counts.tariffs, ==, 1);
  g_assert_cmpint (counts.agreements, ==, 1);
  g_assert_true (
      ps_desk_merge_providers (test->store, "tester", 1, 2, change_test_day ("01-07-2024"), "takeover", &record, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_text (test, "SELECT provider_id FROM assignment ORDER BY id"), ==, "1\n2");
  g_assert_cmpstr (store_test_text (test, "SELECT provider_id FROM declaration_line ORDER BY id"), ==, "1\n2");
  g_assert_cmpstr (store_test_text (test, "SELECT provider_id FROM advance ORDER BY month"), ==, "1\n2");
  g_assert_cmpstr (store_test_text (test, "SELECT provider_id FROM agreement ORDER BY year"), ==, "1\n2");
  g_assert_cmpstr (store_test_text (test, "SELECT date (ended_on * 86400, 'unixepoch'), merged_into FROM provider WHERE id = 1"),
                   ==, "2024-06-30|2");
  change_test_assert_undoes (test, record, before);
}

/* After a merger files with the old code are of the one that goes on, from the day on; its row stays its own. */
static void
test_merge_imports (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;

  g_assert_true (ps_desk_merge_providers (test->store, "tester", 1, 2, change_test_day ("01-07-2024"), NULL, NULL, &error));
  g_assert_no_error (error);
  store_test_assert_run (test, change_test_messages, "ll[2,0,0,0]l[1,0,0,0]aaaaaaaaaaaa");
  g_assert_cmpstr (store_test_text (test, "SELECT provider_id FROM assignment ORDER BY id"), ==, "1\n2");
  g_assert_cmpstr (store_test_text (test, "SELECT provider_id FROM declaration_line ORDER BY id"), ==, "1\n2");
  g_assert_cmpstr (store_test_text (test, "SELECT provider_id FROM advance ORDER BY month"), ==, "1\n2");
  g_assert_cmpstr (store_test_text (test, "SELECT provider_id FROM measurement ORDER BY id"), ==, "1\n2");
  g_assert_cmpstr (store_test_text (test, "SELECT provider_id FROM agreement ORDER BY year"), ==, "1\n2");
  g_assert_cmpstr (store_test_text (test, "SELECT provider_id FROM tariff WHERE tariff_e4 = 950000"), ==, "1");
  store_test_assert_run (test, "provider 41410001 Linde_oud", "u");
  g_assert_cmpint (store_test_int (test, "SELECT id FROM provider WHERE name LIKE 'Linde%'"), ==, 1);
  store_test_assert_sound (test);
}

/* Lines that came after a merger, for an assignment that went over, keep it there. */
static void
test_merge_undo (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  gint64 merged = 0;

  store_test_assert_run (test, change_test_messages, "ll[2,0,0,0]l[1,0,0,0]aaaaaaaaaaaa");
  ps_desk_merge_providers (test->store, "tester", 1, 2, change_test_day ("01-07-2024"), NULL, &merged, &error);
  g_assert_no_error (error);
  store_test_assert_run (test, "line D3 0983/2 45L11 01-09-2024 30-09-2024 1 - 9000", "a");
  g_assert_false (ps_undo_apply (test->store, merged, "tester", NULL, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Declaration line 41410002, D3");
  ps_undo_apply (test->store, merged + 1, "tester", NULL, NULL, NULL, NULL, &error);
  ps_undo_apply (test->store, merged, "tester", NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  store_test_assert_sound (test);
}

static void
test_merge_refused (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;

  store_test_assert_run (test,
                         "advance 41410001 45A04 0983 07-2024 10000\nadvance 41410002 45A04 0983 07-2024 20000\n---\n"
                         "agreement 41410001 2025 AMB1 0983 600000 productgroep donut\n"
                         "agreement 41410003 2025 AMB1 0983 600000 productgroep donut",
                         "aall[2,0,0,0]");
  g_assert_false (ps_desk_merge_providers (test->store, "tester", 1, 2, change_test_day ("01-07-2024"), NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "Both providers|Advance|45A04");
  g_assert_false (ps_desk_merge_providers (test->store, "tester", 1, 1, change_test_day ("01-07-2024"), NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "in itself");
  g_assert_true (ps_desk_merge_providers (test->store, "tester", 2, 3, change_test_day ("01-07-2024"), NULL, NULL, &error));
  g_assert_false (ps_desk_merge_providers (test->store, "tester", 2, 1, change_test_day ("01-07-2024"), NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "41410002|already");
  g_assert_false (ps_desk_merge_providers (test->store, "tester", 3, 2, change_test_day ("01-08-2024"), NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "41410002|choose that one");
  store_test_assert_sound (test);
}

/* Own tariffs count for both: what was delivered under the one's tariff stays accepted, and what goes over too. */
static void
test_tariffs (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  const char tariffs[] = "tariff 45A04 41410001 01-01-2024 - 950000\ntariff 45L11 41410001 01-01-2024 30-06-2024 960000\n"
                         "tariff 45L11 41410001 01-09-2024 31-12-2024 970000\ntariff 45V01 41410001 01-01-2024 - 980000\n"
                         "tariff 45V01 41410002 01-01-2025 - 990000";
  PsMergeCounts counts;
  const char *before;
  gint64 record;

  store_test_assert_run (test, tariffs, "lllll[5,0,0,0]");
  before = change_test_content (test);
  g_assert_true (ps_desk_merge_preview (test->store, 1, 2, change_test_day ("01-07-2024"), &counts, &error));
  g_assert_cmpint (counts.tariffs, ==, 2);
  g_assert_true (ps_desk_merge_providers (test->store, "tester", 1, 2, change_test_day ("01-07-2024"), NULL, &record, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (
      store_test_text (test, "SELECT product_id, provider_id, date (valid_from * 86400, 'unixepoch'),"
                             " date (valid_to * 86400, 'unixepoch'), tariff_e4 FROM tariff"
                             " WHERE provider_id IS NOT NULL AND product_id < 3 ORDER BY provider_id, product_id, valid_from"),
      ==,
      "1|1|2024-01-01|-|950000\n2|1|2024-01-01|2024-06-30|960000\n2|1|2024-09-01|2024-12-31|970000\n"
      "1|2|2024-07-01|-|950000\n2|2|2024-09-01|2024-12-31|970000");
  g_assert_cmpstr (
      store_test_text (test, "SELECT provider_id, tariff_e4 FROM tariff WHERE product_id = 3 AND provider_id IS NOT NULL"), ==,
      "1|980000\n2|990000");
  change_test_assert_undoes (test, record, before);
  /* The same file again changes nothing; a later tariff under the code is its own provider's. */
  store_test_assert_run (test, tariffs, "lllll[0,0,5,0]");
  store_test_assert_run (test, "tariff 45L11 41410001 01-01-2025 - 975000", "l[1,0,0,0]");
  g_assert_cmpint (store_test_int (test, "SELECT provider_id FROM tariff WHERE tariff_e4 = 975000"), ==, 1);
  store_test_assert_sound (test);
}

/* A year that was settled, or for which that was proposed, is not reached into: of neither of the two. */
static void
test_settled (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  PsMergeCounts counts;

  settled_test_bring (test, "41410001", 2023, PS_SETTLEMENT_FINAL);
  settled_test_bring (test, "41410001", 2025, PS_SETTLEMENT_DRAFT);
  g_assert_true (ps_desk_merge_preview (test->store, 1, 2, change_test_day ("01-07-2024"), &counts, &error));
  settled_test_bring (test, "41410002", 2024, PS_SETTLEMENT_FINAL);
  g_assert_false (ps_desk_merge_preview (test->store, 1, 2, change_test_day ("01-07-2024"), &counts, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "41410002|2024|final");
  settled_test_bring (test, "41410001", 2024, PS_SETTLEMENT_PROPOSED);
  g_assert_false (ps_desk_merge_providers (test->store, "tester", 1, 2, change_test_day ("31-12-2024"), NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "41410001|2024|proposed");
  g_assert_true (ps_desk_merge_providers (test->store, "tester", 1, 2, change_test_day ("01-01-2025"), NULL, NULL, &error));
  g_assert_no_error (error);
}

/* A later agreement of which the other has one of the same year as well stays where it is. */
static void
test_agreements (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  PsMergeCounts counts;
  const char *before;
  gint64 record;

  store_test_assert_run (test,
                         "agreement 41410001 2025 AMB1 0983 600000 productgroep donut\n"
                         "agreement 41410001 2026 AMB1 0983 600000 productgroep donut\n"
                         "agreement 41410002 2026 AMB1 0983 700000 productgroep donut",
                         "lll[3,0,0,0]");
  before = change_test_content (test);
  g_assert_true (ps_desk_merge_preview (test->store, 1, 2, change_test_day ("01-07-2024"), &counts, &error));
  g_assert_cmpint (counts.agreements, ==, 1);
  g_assert_cmpint (counts.staying_agreements, ==, 1);
  g_assert_cmpint (counts.staying_year, ==, 2026);
  g_assert_true (ps_desk_merge_providers (test->store, "tester", 1, 2, change_test_day ("01-07-2024"), NULL, &record, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_text (test, "SELECT provider_id, year FROM agreement ORDER BY 1, 2"), ==, "1|2026\n2|2025\n2|2026");
  change_test_assert_undoes (test, record, before);
  /* A file says the same of all three as before. */
  store_test_assert_run (test,
                         "agreement 41410001 2025 AMB1 0983 600000 productgroep donut\n"
                         "agreement 41410001 2026 AMB1 0983 600000 productgroep donut\n"
                         "agreement 41410002 2026 AMB1 0983 700000 productgroep donut",
                         "lll[0,0,3,0]");
}

/* Codes beside its own: one that starts after the day does so with the other too, which may have had it before. */
static void
test_other_codes (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  const char *before;
  gint64 record;

  change_test_insert (test, "provider_agb", "provider_id=1 agb=41410007 valid_from=01-01-2025", &error);
  change_test_insert (test, "provider_agb", "provider_id=2 agb=41410009 valid_from=01-01-2010 valid_to=31-12-2015", &error);
  change_test_insert (test, "provider_agb", "provider_id=1 agb=41410009 valid_from=01-01-2016", &error);
  g_assert_no_error (error);
  before = change_test_content (test);
  g_assert_true (ps_desk_merge_providers (test->store, "tester", 1, 2, change_test_day ("01-07-2024"), NULL, &record, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_text (test, "SELECT provider_id, agb, date (valid_from * 86400, 'unixepoch'),"
                                          " date (valid_to * 86400, 'unixepoch') FROM provider_agb ORDER BY 1, 2, 3"),
                   ==,
                   "1|41410009|2016-01-01|2024-06-30\n2|41410001|2024-07-01|-\n2|41410007|2025-01-01|-\n"
                   "2|41410009|2010-01-01|2015-12-31\n2|41410009|2024-07-01|-");
  change_test_assert_undoes (test, record, before);
}

static void
assert_refusal (StoreTest *test, guint i, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);

  g_assert_nonnull (store_test_refusal (test, i));
  g_test_message ("%s", store_test_refusal (test, i));
  for (guint j = 0; parts[j] != NULL; j++)
    g_assert_nonnull (strstr (store_test_refusal (test, i), parts[j]));
}

#define BOTH_CODES "41410001|41410002|other values"

/* While both codes are in use, what came under the one does not silently take the place of what came under the other. */
static void
test_both_codes (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;

  store_test_assert_run (test, "peildatum 19-08-2024", "a");
  ps_desk_merge_providers (test->store, "tester", 1, 2, change_test_day ("01-07-2024"), NULL, NULL, &error);
  g_assert_no_error (error);
  store_test_assert_run (test,
                         "advance 41410002 45A04 0983 08-2024 30000\nmeasurement 19-08-2024 41410002 45V01 0983 5 4500\n"
                         "agreement 41410002 2025 AMB1 0983 600000 productgroep donut",
                         "aal[1,0,0,0]");
  /* The same again is no harm. */
  store_test_assert_run (test,
                         "advance 41410001 45A04 0983 08-2024 30000\nmeasurement 19-08-2024 41410001 45V01 0983 5 4500\n"
                         "agreement 41410001 2025 AMB1 0983 600000 productgroep donut",
                         "==l[0,0,1,0]");
  store_test_assert_run (test, "advance 41410001 45A04 0983 08-2024 20000", "R");
  assert_refusal (test, 0, BOTH_CODES);
  store_test_assert_run (test, "measurement 19-08-2024 41410001 45V01 0983 6 4500", "R");
  assert_refusal (test, 0, BOTH_CODES);
  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 500000 productgroep donut", "l[0,0,0,1]");
  assert_refusal (test, 0, BOTH_CODES);
  store_test_assert_run (test,
                         "agreement 41410001 2025 AMB1 0983 600000 aanbieder donut\n"
                         "agreement 41410001 2025 AMB1 0893 600000 aanbieder donut",
                         "ll[0,0,0,2]");
  assert_refusal (test, 0, BOTH_CODES);
  /* Nor the other way round, as far as the run knows under which code it came; what is new comes in under either. */
  store_test_assert_run (test,
                         "advance 41410001 45A04 0983 09-2024 20000\nadvance 41410001 45A04 0983 10-2024 20000\n---\n"
                         "advance 41410002 45A04 0983 09-2024 30000\nadvance 41410002 45A04 0983 10-2024 20000",
                         "aaR=");
  assert_refusal (test, 0, BOTH_CODES);
  store_test_assert_run (test,
                         "agreement 41410001 2026 AMB1 0983 600000 productgroep donut\n---\n"
                         "agreement 41410002 2026 AMB1 0983 500000 productgroep donut\n"
                         "agreement 41410002 2026 AMB1 0893 500000 productgroep donut",
                         "l[1,0,0,0]ll[1,0,0,1]");
  assert_refusal (test, 0, BOTH_CODES);
  /* Its own code corrects. */
  store_test_assert_run (test, "advance 41410002 45A04 0983 08-2024 50000", "u");
  store_test_assert_sound (test);
}

/* A provider whose code changes is found by the old one: it is not added again, and its messages come to it. */
static void
test_old_code (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  const char *before;
  gint64 record;

  /* As long as nothing came under it, it was a slip. */
  change_test_update (test, "provider", "id = 1", "agb=41410078", &error);
  change_test_update (test, "provider", "id = 1", "agb=41410001", &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM provider_agb"), ==, 0);
  store_test_assert_run (test, "advance 41410001 45A04 0983 07-2024 20000", "a");
  before = change_test_content (test);
  record = change_test_update (test, "provider", "id = 1", "agb=41410077", &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_test_int (test, "SELECT julianday ('now', 'localtime', 'start of day') - 2440587.5 - valid_to"
                                         " FROM provider_agb WHERE provider_id = 1 AND agb = '41410001' AND valid_from IS NULL"),
                   ==, 1);
  change_test_assert_undoes (test, record, before);
  store_test_assert_run (test, "provider 41410001 Linde", "R");
  store_test_assert_run (test, "advance 41410001 45A04 0983 08-2024 20000\nadvance 41410001 45A04 0983 08-2124 20000", "aa");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM advance WHERE provider_id = 1"), ==, 3);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM provider"), ==, 3);
  /* There and back, and there again. */
  change_test_update (test, "provider", "id = 1", "agb=41410001", &error);
  change_test_update (test, "provider", "id = 1", "agb=41410077", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_text (test, "SELECT agb FROM provider_agb ORDER BY 1"), ==, "41410001\n41410077");
  store_test_assert_sound (test);
}

/* Where nothing moves the copies of the lines stay, and with them the time that making them takes. */
static void
test_nothing_moves (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  PsMergeCounts counts;

  store_test_assert_run (test, change_test_messages, "ll[2,0,0,0]l[1,0,0,0]aaaaaaaaaaaa");
  g_assert_true (ps_sql_exec (test->store, "UPDATE line_block SET id = id + 100", &error));
  g_assert_true (ps_desk_merge_preview (test->store, 1, 2, change_test_day ("01-01-2026"), &counts, &error));
  g_assert_cmpint (counts.lines + counts.assignments + counts.care + counts.advances + counts.measurements, ==, 0);
  g_assert_true (ps_desk_merge_providers (test->store, "tester", 1, 2, change_test_day ("01-01-2026"), NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_int (test, "SELECT min (id) > 100 FROM line_block"), ==, 1);
  store_test_assert_sound (test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/merge/moves", test_merge);
  g_test_add_func ("/store/merge/imports", test_merge_imports);
  g_test_add_func ("/store/merge/undo", test_merge_undo);
  g_test_add_func ("/store/merge/refused", test_merge_refused);
  g_test_add_func ("/store/merge/tariffs", test_tariffs);
  g_test_add_func ("/store/merge/settled", test_settled);
  g_test_add_func ("/store/merge/agreements", test_agreements);
  g_test_add_func ("/store/merge/other-codes", test_other_codes);
  g_test_add_func ("/store/merge/nothing-moves", test_nothing_moves);
  g_test_add_func ("/store/merge/both-codes", test_both_codes);
  g_test_add_func ("/store/merge/old-code", test_old_code);
  return g_test_run ();
}
