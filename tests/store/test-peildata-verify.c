/* test-peildata-verify.c: what another program altered of peildata and measurements is found (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "peil-test.h"
#include "store/ps-desk.h"
#include "store/ps-verify.h"
#include "undo-test.h"

/* Another program writes into the file. */
static void
tamper (StoreTest *test, const char *sql)
{
  g_autoptr (GError) error = NULL;

  ps_sql_exec (test->store, sql, &error);
  g_assert_no_error (error);
}

static void
assert_found (StoreTest *test, const char *where)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ps_verify (test->store, NULL, NULL, NULL, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    found = found || g_str_equal (((const PsFinding *) findings->pdata[i])->where, where);
  g_assert_true (found);
}

static void
test_verify (void)
{
  static const struct
  {
    const char *sql, *where;
  } cases[] = {
    { "UPDATE peildatum_standing SET realised_cents = 1 WHERE id = 1", "peildatum_standing 1" },
    { "DELETE FROM peildatum_standing WHERE id = 2", "peildatum_standing 2" },
    { "INSERT INTO peildatum_standing SELECT 9, peildatum_id, 2, scope, label, through, ceiling_cents, realised_cents, "
      "forecast_cents,"
      " method, reason, under_bp, over_bp, notice_bp, position, notice, reached, at_stake_cents FROM peildatum_standing WHERE id "
      "= 1",
      "peildatum_standing 9" },
    { "UPDATE peildatum SET closed_at = 5 WHERE id = 3", "peildatum 3" },
    { "UPDATE peildatum SET closed_by = 'x', closed_at = 5 WHERE id = 1", "peildatum 1" },
    { "UPDATE measurement_reason SET reason = 'x'", "measurement_reason 1" },
    { "INSERT INTO measurement_reason VALUES (9, 1, 'waiting', 3, 'x', 'x', 0)", "measurement_reason 9" },
    { "UPDATE measurement SET clients = 7 WHERE id = 2", "measurement 2" },
    { "UPDATE measurement SET places_milli = 9000 WHERE id = 1", "peildatum 2" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM measurement WHERE id = 1", "peildatum 2" },
    { "INSERT INTO measurement (id, peildatum_id, provider_id, product_id, municipality_id) VALUES (9, 3, 2, 1, 1)",
      "peildatum 3" },
    { "INSERT INTO measurement (id, peildatum_id, provider_id, product_id, municipality_id) VALUES (9, 1, 2, 1, 1)",
      "measurement 9" },
    { "INSERT INTO peildatum (id, day) VALUES (9, 19000)", "peildatum 9" },
    { "UPDATE peildatum SET data_through = data_through - 31 WHERE id = 2", "peildatum 2" },
    { "INSERT INTO forecast_choice VALUES (9, 3, 1, '', 1, NULL, NULL, 'x', 0)", "forecast_choice 9" },
    { "INSERT INTO holiday VALUES (9, 20000, 'x')", "holiday 9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreTest) test = peil_test_region ();
      g_autoptr (GError) error = NULL;

      peil_test_save (test, "anna", 3, "45A04", PS_MEASURE_CLIENTS, PS_NO_NUMBER, 2, NULL);
      ps_measurements_explain (test->store, "anna", 1, PS_MEASURE_CLIENTS, 4, NULL, "counted twice", NULL, &error);
      g_assert_no_error (error);
      peil_test_close (test, 2);
      peil_test_close (test, 3);
      tamper (test, cases[i].sql);
      assert_found (test, cases[i].where);
    }
}

/* What an import brought to an open peildatum does not go, nor come back, in silence. */
static void
test_verify_ranges (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  gint64 record;

  store_test_assert_run (test, "measurement 19-07-2024 41410001 45V01 0983 1 1000", "a");
  record = undo_test_last_record (test);
  tamper (test, "DELETE FROM measurement WHERE id = 2");
  {
    g_autofree char *where = g_strdup_printf ("record %" G_GINT64_FORMAT, record);

    assert_found (test, where);
    tamper (test, "INSERT INTO measurement (id, peildatum_id, provider_id, product_id, municipality_id, clients, places_milli)"
                  " SELECT 2, 3, provider_id, product_id, municipality_id, 1, 1000 FROM measurement WHERE id = 1");
    store_test_assert_sound (test);
    undo_test_apply (test, record);
    store_test_assert_sound (test);
    tamper (test, "INSERT INTO measurement (id, peildatum_id, provider_id, product_id, municipality_id, clients, places_milli)"
                  " SELECT 2, 3, provider_id, product_id, municipality_id, 1, 1000 FROM measurement WHERE id = 1");
    assert_found (test, where);
  }
}

/* What was corrected since, with a reason, is none of that; nor is whose it is since a merger. */
static void
test_verify_corrected (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GError) error = NULL;
  gint64 merged = 0;

  peil_test_save (test, "anna", 2, "45A04", PS_MEASURE_CLIENTS, PS_NO_NUMBER, 5, NULL);
  peil_test_close (test, 2);
  peil_test_save (test, "bram", 2, "45V01", PS_MEASURE_CLIENTS, 4, 6, "two were forgotten");
  peil_test_save (test, "bram", 2, "45V01", PS_MEASURE_CLIENTS, 6, 7, "and one more");
  peil_test_save (test, "bram", 2, "45A04", PS_MEASURE_CLIENTS, 5, PS_NO_NUMBER, "not ours");
  peil_test_save (test, "bram", 2, "45L11", PS_MEASURE_CLIENTS, PS_NO_NUMBER, 1, "forgotten");
  store_test_assert_sound (test);
  ps_desk_merge_providers (test->store, "anna", 1, 2, change_test_day ("01-05-2024"), NULL, &merged, &error);
  g_assert_no_error (error);
  store_test_assert_sound (test);
  undo_test_apply (test, merged);
  store_test_assert_sound (test);
  peil_test_reopen (test, 2, "a mistake");
  peil_test_close (test, 2);
  tamper (test, "UPDATE measurement SET waiting = 9 WHERE id = 1");
  assert_found (test, "peildatum 2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/peildata-verify/rows", test_verify);
  g_test_add_func ("/store/peildata-verify/ranges", test_verify_ranges);
  g_test_add_func ("/store/peildata-verify/corrected", test_verify_corrected);
  return g_test_run ();
}
