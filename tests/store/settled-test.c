/* settled-test.c: settlements that are kept, in a line each, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settled-test.h"

StoreTest *
settled_test_new (void)
{
  StoreTest *test = change_test_region ();

  store_test_assert_run (test, change_test_messages, "ll[2,0,0,0]l[1,0,0,0]aaaaaaaaaaaa");
  return test;
}

PsLifeReport *
settled_test_try (StoreTest *test, const char *actor, PsLifeStep step, const char *agb, int year, const char *reason,
                  GError **error)
{
  const char *agbs[] = { agb, NULL };
  PsLifeJob job = { .step = step,
                    .year = year,
                    .through = PS_DATE_OPEN,
                    .agbs = agbs,
                    .reason = reason,
                    .answer = step == PS_STEP_MAKE_FINAL ? reason : NULL,
                    .shown_cents = PS_NO_NUMBER };

  return ps_settlements_take (test->store, actor, &job, NULL, NULL, NULL, error);
}

gint64
settled_test_take (StoreTest *test, const char *actor, PsLifeStep step, const char *agb, int year, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLifeReport) report = settled_test_try (test, actor, step, agb, year, reason, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 1);
  g_assert_cmpuint (report->passed_over->len, ==, 0);
  return ((PsLifeOutcome *) report->done->pdata[0])->id;
}

void
settled_test_assert_refused (StoreTest *test, const char *actor, PsLifeStep step, const char *agb, int year, const char *reason,
                             PsStoreError code, const char *words)
{
  const char *before = change_test_content (test);
  gint64 n = store_test_int (test, "SELECT max (id) FROM audit_record");
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLifeReport) report = settled_test_try (test, actor, step, agb, year, reason, &error);

  g_assert_null (report);
  change_test_assert_refused (&error, code, words);
  g_assert_cmpstr (change_test_content (test), ==, before);
  g_assert_cmpint (store_test_int (test, "SELECT max (id) FROM audit_record"), ==, n);
  g_assert_cmpint (sqlite3_get_autocommit (test->store->db), !=, 0);
}

gint64
settled_test_bring (StoreTest *test, const char *agb, int year, PsSettlementState state)
{
  g_autofree char *advance = g_strdup_printf ("advance %s 45A04 0983 06-%d 100", agb, year);
  gint64 id;

  store_test_run (test, advance);
  id = settled_test_take (test, "proposer", PS_STEP_STORE, agb, year, "kept");
  if (state == PS_SETTLEMENT_WITHDRAWN)
    return settled_test_take (test, "proposer", PS_STEP_WITHDRAW, agb, year, "a slip");
  if (state != PS_SETTLEMENT_DRAFT)
    settled_test_take (test, "proposer", PS_STEP_PROPOSE, agb, year, NULL);
  if (state == PS_SETTLEMENT_FINAL)
    settled_test_take (test, "controller", PS_STEP_MAKE_FINAL, agb, year, "known");
  return id;
}

PsStored *
settled_test_find (StoreTest *test, gint64 id)
{
  g_autoptr (GError) error = NULL;
  PsStored *stored = ps_settlements_find (test->store, id, &error);

  g_assert_no_error (error);
  return stored;
}
