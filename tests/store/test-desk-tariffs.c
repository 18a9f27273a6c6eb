/* test-desk-tariffs.c: what a contract manager does with tariffs: a new one, and many indexed at once
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "change-test.h"
#include "store/ps-desk.h"
#include "store/ps-undo.h"

/* Of product 45A04, as the region is now; until further notice. */
static gboolean
set_tariff (StoreTest *test, gint64 provider_id, const char *from, gint64 tariff_e4, gint64 *record, GError **error)
{
  g_autoptr (PsRegion) region = change_test_load_region (test);

  return ps_desk_set_tariff (test->store, "tester", region, 1, provider_id, change_test_day (from), PS_DATE_OPEN, tariff_e4, NULL,
                             record, error);
}

static void
test_set_tariff (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  const char *before = change_test_content (test);
  gint64 record;

  /* The one that was valid ends the day before. */
  g_assert_true (set_tariff (test, 0, "01-01-2025", 950000, &record, &error));
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, before);
  /* Between two: the later one limits it. */
  g_assert_true (set_tariff (test, 0, "01-07-2024", 920000, &record, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (
      store_test_text (test, "SELECT valid_from, valid_to, tariff FROM tariff_readable WHERE product = '45A04' ORDER BY 1"), ==,
      "2023-01-01|2024-06-30|90.0\n2024-07-01|2024-12-31|92.0\n2025-01-01|-|95.0");
  g_assert_false (set_tariff (test, 0, "01-07-2024", 1, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "45A04, region, from 01-07-2024|already");
  g_assert_true (set_tariff (test, 2, "01-07-2024", 1, &record, &error));
  g_assert_cmpstr (store_test_text (test, "SELECT thing FROM audit_record ORDER BY id DESC LIMIT 1"), ==,
                   "tariff:45A04:41410002");
  store_test_assert_sound (test);
}

/* A tariff that another window added, changed or ended since it was shown is not cut. */
static void
test_set_tariff_conflict (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) shown = change_test_load_region (test);
  g_autoptr (PsRegion) later = NULL;
  g_autoptr (GError) error = NULL;
  const PsDate from = change_test_day ("01-01-2025");

  change_test_update (test, "tariff", "tariff_e4 = 900000", "valid_to=31-10-2025", &error);
  g_assert_no_error (error);
  g_assert_false (ps_desk_set_tariff (test->store, "tester", shown, 1, 0, from, PS_DATE_OPEN, 950000, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Tariff 45A04, region|31-10-2025");
  later = change_test_load_region (test);
  change_test_insert (test, "tariff", "product_id=1 valid_from=01-11-2025 tariff_e4=970000", &error);
  g_assert_no_error (error);
  g_assert_false (ps_desk_set_tariff (test->store, "tester", later, 1, 0, from, PS_DATE_OPEN, 950000, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Tariff 45A04, region, from 01-11-2025|added|97");
  /* Another provider's are not its business. */
  change_test_insert (test, "tariff", "product_id=1 provider_id=2 valid_from=01-11-2025 tariff_e4=970000", &error);
  g_assert_true (ps_desk_set_tariff (test->store, "tester", later, 1, 1, from, PS_DATE_OPEN, 950000, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* domain.md §11: 4,96 %. */
static const PsIndexing indexing = { { 418, 600, 494 }, { 182, 310, 251 }, 9000, 2 };

static void
test_index (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) preview = NULL;
  g_autoptr (GPtrArray) rounds = NULL;
  const char *before = change_test_content (test);
  PsOverflow overflow = { FALSE };
  gint64 record;

  preview = ps_indexing_preview (region, change_test_day ("01-01-2025"), ps_indexing_rate (&indexing, &overflow), 2, NULL, NULL,
                                 &overflow);
  g_assert_true (ps_desk_index_tariffs (test->store, "tester", region, &indexing, 2025, change_test_day ("01-01-2025"), preview,
                                        "VWS", &record, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_int (test, "SELECT tariff_e4 FROM tariff WHERE product_id = 1 AND valid_to IS NULL"), ==, 944600);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM tariff WHERE index_round_id = 1"), ==, 3);
  change_test_assert_undoes (test, record, before);
  rounds = ps_desk_index_rounds (test->store, &error);
  g_assert_cmpuint (rounds->len, ==, 1);
  g_assert_cmpint (ps_record_get_number (rounds->pdata[0], "index_bp"), ==, 496);
  g_assert_cmpstr (ps_record_get_text (rounds->pdata[0], "sources"), ==, "VWS");
}

/* What was previewed is not what there is any more. */
static void
test_index_conflict (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) preview = NULL;
  PsOverflow overflow = { FALSE };

  preview = ps_indexing_preview (region, change_test_day ("01-01-2025"), ps_indexing_rate (&indexing, &overflow), 2, NULL, NULL,
                                 &overflow);
  change_test_update (test, "tariff", "tariff_e4 = 900000", "tariff_e4=910000", &error);
  g_assert_no_error (error);
  g_assert_false (ps_desk_index_tariffs (test->store, "tester", region, &indexing, 2025, change_test_day ("01-01-2025"), preview,
                                         "", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "45A04|90|91");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM index_round"), ==, 0);
}

/* A tariff that came since the preview would be skipped without a word. */
static void
test_index_added (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) preview = NULL;
  PsOverflow overflow = { FALSE };
  const char *before;

  preview = ps_indexing_preview (region, change_test_day ("01-01-2025"), ps_indexing_rate (&indexing, &overflow), 2, NULL, NULL,
                                 &overflow);
  change_test_insert (test, "tariff", "product_id=1 provider_id=2 valid_from=01-01-2024 tariff_e4=910000", &error);
  g_assert_no_error (error);
  before = change_test_content (test);
  g_assert_false (ps_desk_index_tariffs (test->store, "tester", region, &indexing, 2025, change_test_day ("01-01-2025"), preview,
                                         "", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Tariff 45A04, 41410002|added|91");
  g_assert_cmpstr (change_test_content (test), ==, before);
}

/* Beyond what a tariff can be. */
static void
test_index_overflow (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) preview = NULL;
  PsOverflow overflow = { FALSE };

  ps_sql_exec (test->store, "UPDATE tariff SET tariff_e4 = 9223372036854775807 WHERE product_id = 1", &error);
  g_assert_no_error (error);
  region = change_test_load_region (test);
  preview = ps_indexing_preview (region, change_test_day ("01-01-2025"), ps_indexing_rate (&indexing, &overflow), 2, NULL, NULL,
                                 &overflow);
  g_assert_true (overflow.overflowed);
  g_assert_false (ps_desk_index_tariffs (test->store, "tester", region, &indexing, 2025, change_test_day ("01-01-2025"), preview,
                                         "", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "Tariff 45A04|too high");
}

/* A tariff of a product that ends before the new day is left out. */
static void
test_index_product_ended (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) preview = NULL;
  PsOverflow overflow = { FALSE };

  change_test_update (test, "product", "code = '45A04'", "ended_on=31-12-2024", &error);
  region = change_test_load_region (test);
  preview = ps_indexing_preview (region, change_test_day ("01-01-2025"), ps_indexing_rate (&indexing, &overflow), 2, NULL, NULL,
                                 &overflow);
  g_assert_cmpint (g_array_index (preview, PsIndexedTariff, 0).outcome, ==, PS_INDEX_PRODUCT_ENDED);
  g_assert_true (ps_desk_index_tariffs (test->store, "tester", region, &indexing, 2025, change_test_day ("01-01-2025"), preview,
                                        "", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM tariff WHERE product_id = 1"), ==, 1);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM tariff WHERE index_round_id = 1"), ==, 2);
}

/* Twenty thousand tariffs in one round, and back. */
static void
test_index_many (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) preview = NULL;
  PsOverflow overflow = { FALSE };
  gint64 record, start = g_get_monotonic_time ();

  ps_sql_exec (test->store,
               "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
               " INSERT INTO product (code, name, group_id, funding, unit) SELECT 'P' || i, 'x', 1, 1, 2 FROM n;"
               "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
               " INSERT INTO provider (agb, name) SELECT 42420000 + i, 'x' FROM n;"
               "INSERT INTO tariff (product_id, provider_id, valid_from, tariff_e4) SELECT r.id, p.id, 19000, 900000"
               " FROM product r, provider p WHERE r.code LIKE 'P%' AND p.agb > '4242'",
               &error);
  g_assert_no_error (error);
  region = change_test_load_region (test);
  preview = ps_indexing_preview (region, change_test_day ("01-01-2025"), ps_indexing_rate (&indexing, &overflow), 2, NULL, NULL,
                                 &overflow);
  g_assert_cmpuint (preview->len, ==, 20003);
  g_test_message ("made: %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
  start = g_get_monotonic_time ();
  g_assert_true (ps_desk_index_tariffs (test->store, "tester", region, &indexing, 2025, change_test_day ("01-01-2025"), preview,
                                        "", &record, &error));
  g_assert_no_error (error);
  g_test_message ("indexed: %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
  start = g_get_monotonic_time ();
  ps_undo_apply (test->store, record, "tester", NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("undone: %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM tariff"), ==, 20003);
  store_test_assert_sound (test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/desk-tariffs/set-tariff", test_set_tariff);
  g_test_add_func ("/store/desk-tariffs/set-tariff-conflict", test_set_tariff_conflict);
  g_test_add_func ("/store/desk-tariffs/index", test_index);
  g_test_add_func ("/store/desk-tariffs/index-conflict", test_index_conflict);
  g_test_add_func ("/store/desk-tariffs/index-added", test_index_added);
  g_test_add_func ("/store/desk-tariffs/index-overflow", test_index_overflow);
  g_test_add_func ("/store/desk-tariffs/index-product-ended", test_index_product_ended);
  g_test_add_func ("/store/desk-tariffs/index-many", test_index_many);
  return g_test_run ();
}
