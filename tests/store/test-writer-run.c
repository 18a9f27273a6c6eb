/* test-writer-run.c: one run of writing: files taken back, all or nothing, one record in the trail
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "store-test.h"
#include "store/ps-settle-year.h"

static StoreTest *
new_region (void)
{
  StoreTest *test = store_test_new ();

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  return test;
}

static const char messages[] =
    "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\nassignment 0983/2 C2 41410002 45L11 01-01-2024 -\n---\n"
    "care 0983/1 01-01-2024 - -\n---\n"
    "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000\nline D2 0983/2 45L11 01-02-2024 29-02-2024 1 - 5000\n---\n"
    "advance 41410001 45V01 0983 01-2024 100\n---\npeildatum 22-02-2024\n---\nagreement 41410001 2024 AMB1 0983 900 productgroep "
    "donut\n---\n"
    "municipality 0983 Blerick";

static void
test_rollback (void)
{
  g_autoptr (StoreTest) test = new_region ();
  const char *before = store_test_dump (test);

  store_test_begin (test, 0);
  store_test_put (test, messages);
  store_test_end (test, FALSE);
  g_assert_cmpstr (store_test_dump (test), ==, before);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM audit_record"), ==, 2);
  store_test_assert_sound (test);
}

/* Each run that changes something is one record; what it added are ranges, what it altered are rows under it. */
static void
test_record (void)
{
  g_autoptr (StoreTest) test = new_region ();
  gint64 when;
  g_autofree char *actor = NULL;
  g_autoptr (GError) error = NULL;

  store_test_run (test, messages);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM audit_record"), ==, 3);
  g_assert_cmpstr (store_test_text (test, "SELECT actor, action, thing, n_changes FROM audit_record WHERE id = 3"), ==,
                   "tester|import|region|1");
  g_assert_cmpstr (store_test_text (test,
                                    "SELECT json_extract (after_state, '$.import', '$.ranges[3]') FROM audit_record WHERE id"
                                    " = 3"),
                   ==, "[{},[\"assignment\",1,2]]");
  g_assert_cmpstr (store_test_text (test, "SELECT table_name, first_row, last_row FROM import_range WHERE run_id = 3"
                                          " AND table_name IN ('assignment', 'care_period', 'declaration_line')"),
                   ==, "assignment|1|2\ncare_period|1|1\ndeclaration_line|1|2");
  g_assert_true (ps_store_last_import (test->store, &when, &actor, &error));
  g_assert_cmpstr (actor, ==, "tester");
  g_assert_cmpint (ABS (when - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  /* Nothing changed: nothing to tell. */
  store_test_run (test, messages);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM audit_record"), ==, 3);
  store_test_assert_sound (test);
}

static void
revert (StoreTest *test)
{
  g_autoptr (GError) error = NULL;

  ps_writer_revert_file (test->writer, &error);
  g_assert_no_error (error);
}

/* What a file did is taken back, what the files before it did stays, and the same may be put again. */
static void
test_revert_file (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (StoreTest) other = new_region ();
  g_auto (GStrv) files = g_strsplit (messages, "---\n", -1);

  store_test_begin (test, 0);
  for (guint i = 0; files[i] != NULL; i++)
    {
      const char *first = store_test_put (test, files[i]);

      revert (test);
      g_assert_cmpstr (store_test_put (test, files[i]), ==, first);
      ps_writer_begin_file (test->writer, i + 1, NULL);
    }
  store_test_end (test, TRUE);
  store_test_run (other, messages);
  g_assert_cmpstr (store_test_dump (test), ==, store_test_dump (other));
  store_test_assert_sound (test);
}

static void
test_revert_forgets_keys (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_begin (test, 0);
  g_assert_cmpstr (store_test_put (test, "provider 41410009 Es\nassignment 0983/5 C1 41410009 45A04 01-01-2024 -"), ==, "aa");
  revert (test);
  g_assert_cmpstr (store_test_put (test, "assignment 0983/5 C1 41410009 45A04 01-01-2024 -\ncare 0983/5 01-01-2024 - -"), ==,
                   "RR");
  store_test_end (test, TRUE);
}

static void
test_cancelled (void)
{
  g_autoptr (StoreTest) test = new_region ();
  const char *before = store_test_dump (test);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  store_test_begin (test, 0);
  store_test_put (test, messages);
  g_cancellable_cancel (cancellable);
  g_assert_false (ps_writer_commit (g_steal_pointer (&test->writer), "{}", cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (store_test_dump (test), ==, before);
}

/* Lines of a product that becomes a traject are instalments from then on: they move to other copies. */
static void
test_funding_changes (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_run (test, messages);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM line_block WHERE instalment = 1"), ==, 1);
  store_test_assert_run (test, "product 45A04 4/AMB1 traject traject 6", "u");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM line_block WHERE instalment = 1"), ==, 2);
  store_test_assert_sound (test);
  store_test_assert_run (test, "product 45L11 4/AMB1 plek plekjaar\n---\nline D9 0983/2 45L11 01-01-2023 31-01-2023 1 - 1", "ua");
  store_test_assert_sound (test);
}

static PsSettledYear *
settle (StoreTest *test, const char *agb, GCancellable *cancellable, GError **error)
{
  PsSettleYearOptions options = { 2024, PS_DATE_OPEN, agb };

  return ps_settle_year (test->store, &options, cancellable, NULL, NULL, error);
}

static void
test_settle (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettledYear) all = NULL;
  g_autoptr (PsSettledYear) one = NULL;
  const PsSettlement *settlement;

  store_test_run (test, messages);
  all = settle (test, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (all->through, ==, ps_date_from_ymd (2024, 12, 31));
  g_assert_cmpuint (all->settlements->len, ==, 2);
  settlement = g_ptr_array_index (all->settlements, 0);
  /* € 90,00 of which the donut hole above € 9,00 pays nothing. */
  g_assert_cmpint (settlement->totals.gross_cents, ==, 9000);
  g_assert_cmpint (settlement->totals.payable_cents, ==, 900);
  one = settle (test, "41410001", NULL, &error);
  g_assert_cmpuint (one->settlements->len, ==, 1);
  g_assert_null (settle (test, "49999999", NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
}

static void
test_settle_cancelled (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (settle (test, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* With so many providers two threads take turns; the order and the figures are those of one. */
static void
test_settle_many (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsSettledYear) all = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append_printf (rows,
                            "provider 4200%04d P\nassignment 0983/%d C 4200%04d 45A04 01-01-2024 -\n"
                            "line D%d 0983/%d 45A04 01-01-2024 31-01-2024 1000 900000 %d\n",
                            i, i + 1000, i, i, i + 1000, 9000);
  store_test_run (test, rows->str);
  all = settle (test, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->settlements->len, ==, 200);
  for (guint i = 0; i < 200; i++)
    {
      const PsSettlement *settlement = g_ptr_array_index (all->settlements, i);
      g_autofree char *agb = g_strdup_printf ("4200%04u", i);

      g_assert_cmpstr (ps_region_provider (all->region, settlement->provider)->agb, ==, agb);
      g_assert_cmpint (settlement->totals.gross_cents, ==, 9000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/run/rollback", test_rollback);
  g_test_add_func ("/writer/run/record", test_record);
  g_test_add_func ("/writer/run/revert-file", test_revert_file);
  g_test_add_func ("/writer/run/revert-forgets-keys", test_revert_forgets_keys);
  g_test_add_func ("/writer/run/cancelled", test_cancelled);
  g_test_add_func ("/writer/run/funding-changes", test_funding_changes);
  g_test_add_func ("/settle-year/figures", test_settle);
  g_test_add_func ("/settle-year/cancelled", test_settle_cancelled);
  g_test_add_func ("/settle-year/many", test_settle_many);
  return g_test_run ();
}
