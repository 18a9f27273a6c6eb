/* test-writer-master.c: municipalities, providers, products, tariffs, schemes: keys, updates, refusals
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "store-test.h"

#define assert_refusal(test, i, start)                                                                                           \
  G_STMT_START                                                                                                                   \
  {                                                                                                                              \
    const char *refusal_ = store_test_refusal (test, i);                                                                         \
    if (refusal_ == NULL || !g_str_has_prefix (refusal_, start))                                                                 \
      g_error ("refusal %d is “%s”, not “%s…”", i, refusal_ != NULL ? refusal_ : "none", start);                                 \
  }                                                                                                                              \
  G_STMT_END

static void
test_municipalities (void)
{
  g_autoptr (StoreTest) test = store_test_new ();

  store_test_assert_run (test, "municipality 0983 Venlo\nmunicipality 0893 Bergen\nmunicipality 0983 Venlo", "aa=");
  store_test_assert_run (test, "municipality 0983 Venlo\nmunicipality 0893 Bergen", "==");
  store_test_assert_run (test, "municipality 0893 Limburg", "u");
  g_assert_cmpstr (store_test_text (test, "SELECT code, name FROM municipality ORDER BY code"), ==, "0893|Limburg\n0983|Venlo");
  store_test_assert_run (test, "municipality 0893 Bergen\nmunicipality 0893 Venray", "uR");
  assert_refusal (test, 0, "2 code 0893: ");
  /* What was unchanged was in the file as well. */
  store_test_assert_run (test, "municipality 0893 Limburg\nmunicipality 0893 Bergen", "=R");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM municipality WHERE name = 'Limburg'"), ==, 1);
}

static void
test_update_is_audited (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  const char *change;

  store_test_assert_run (test, "municipality 0983 Venlo", "a");
  store_test_assert_run (test, "municipality 0983 Blerick", "u");
  change = store_test_text (test, "SELECT table_name, row_id, before_state, after_state FROM audit_change");
  g_assert_cmpstr (change, ==, "municipality|1|{\"code\":\"0983\",\"name\":\"Venlo\"}|{\"code\":\"0983\",\"name\":\"Blerick\"}");
  store_test_assert_sound (test);
}

/* Another file of the same run may update what an earlier one wrote. */
static void
test_two_files (void)
{
  g_autoptr (StoreTest) test = store_test_new ();

  store_test_assert_run (test, "municipality 0983 Venlo\n---\nmunicipality 0983 Blerick", "au");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM municipality WHERE name = 'Blerick'"), ==, 1);
}

static void
test_providers (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  const char *row;

  store_test_assert_run (test, "provider 41410001 Linde 10000001 zorg@linde.example micro", "a");
  store_test_assert_run (test, "provider 41410001 Linde 10000001 zorg@linde.example micro", "=");
  /* A short list does not wipe addresses; a kind that is not given is the usual one. */
  store_test_assert_run (test, "provider 41410001 Linde", "u");
  row = store_test_text (test, "SELECT agb, name, kvk, email, kind, contracted FROM provider");
  g_assert_cmpstr (row, ==, "41410001|Linde|10000001|zorg@linde.example|1|1");
  store_test_assert_run (test, "provider 41410001 Linde\nprovider 41410001 Beuk", "=R");
}

/* A provider that took over another goes by the other's code as well. */
static void
test_provider_codes (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (GError) error = NULL;

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  ps_sql_exec (test->store, "INSERT INTO provider_agb (provider_id, agb) VALUES (1, '41419999')", &error);
  g_assert_no_error (error);
  store_test_assert_run (test, "tariff 45A04 41419999 01-01-2024 - 800000", "l[1,0,0,0]");
  g_assert_cmpint (store_test_int (test, "SELECT provider_id FROM tariff WHERE tariff_e4 = 800000"), ==, 1);
}

static void
test_products (void)
{
  g_autoptr (StoreTest) test = store_test_new ();

  store_test_assert_run (test, "product A 4/AMB pxq uur 6\nproduct B 4/AMB pxq uur", "aa");
  store_test_assert_run (test, "product A 4/AMB pxq uur 6\nproduct B 4/AMB pxq minuut 12", "=u");
  /* A group is of one segment, and only its last product takes it to another. */
  store_test_assert_run (test, "product C 5/AMB pxq uur", "R");
  assert_refusal (test, 0, "1 segment 5: ");
  store_test_assert_run (test, "product A 5/AMB pxq uur 6", "R");
  store_test_assert_run (test, "product D 5/DAG pxq uur", "a");
  store_test_assert_run (test, "product D 6/DAG pxq uur", "=");
  g_assert_cmpstr (
      store_test_text (test, "SELECT s.code FROM product_group g JOIN segment s ON s.id = g.segment_id WHERE g.code = 'DAG'"), ==,
      "6");
  /* The schema's own rules. */
  store_test_assert_run (test, "product E 4/AMB traject traject", "R");
  store_test_assert_run (test, "product E 4/AMB pxq -", "R");
  store_test_assert_run (test, "product E 4/AMB traject traject 6", "a");
  store_test_assert_sound (test);
}

static void
test_tariffs (void)
{
  g_autoptr (StoreTest) test = store_test_new ();

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  store_test_assert_run (test, "tariff 45A04 - 01-01-2023 - 900000", "l[0,0,1,0]");
  /* Ends the old one and starts the new one, whichever row comes first. */
  store_test_assert_run (test, "tariff 45A04 - 01-07-2024 - 934200\ntariff 45A04 - 01-01-2023 30-06-2024 900000", "ll[1,1,0,0]");
  /* The provider's own stands beside the region's. */
  store_test_assert_run (test, "tariff 45A04 41410002 01-01-2024 - 810000", "l[1,0,0,0]");
  store_test_assert_run (test, "tariff 45A04 - 30-06-2024 30-06-2024 1", "l[0,0,0,1]");
  assert_refusal (test, 0, "1 geldig_van 30-06-2024: overlaps the tariff from 01-01-2023 ");
  store_test_assert_run (test, "tariff 45A04 - 01-01-2020 - 1", "l[0,0,0,1]");
  store_test_assert_run (test, "tariff 45A04 - 01-01-2020 31-12-2022 1\ntariff 45A04 - 01-06-2020 - 1", "ll[1,0,0,1]");
  assert_refusal (test, 0, "2 geldig_van 01-06-2020: overlaps the tariff from 01-01-2020 ");
  store_test_assert_run (test, "tariff 45A04 - 01-01-2020 31-12-2022 1", "l[1,0,0,0]");
  store_test_assert_run (test, "tariff 45A04 - 01-01-2019 31-12-2019 1\ntariff 45A04 - 01-01-2019 31-12-2019 2", "lR[1,0,0,0]");
  store_test_assert_run (test, "tariff 45X - 01-01-2019 - 1\ntariff 45A04 49999999 01-01-2019 - 1", "RR");
  assert_refusal (test, 0, "1 product 45X: ");
  assert_refusal (test, 1, "2 agb 49999999: ");
  store_test_assert_sound (test);
}

/* An update that is refused leaves what was there, and that may meet the next row. */
static void
test_tariffs_again (void)
{
  g_autoptr (StoreTest) test = store_test_new ();

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  store_test_begin (test, 0);
  /* Row 2 shortens the open one to let row 3 in, but overlaps row 1; so it is refused, and then row 3 overlaps what was there. */
  g_assert_cmpstr (store_test_put (test, "tariff 45A04 - 01-01-2022 15-01-2023 1\n"
                                         "tariff 45A04 - 01-01-2023 31-12-2023 2\n"
                                         "tariff 45A04 - 01-01-2024 - 3"),
                   ==, "lll[0,0,0,3]");
  store_test_end (test, TRUE);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM tariff WHERE product_id = 1"), ==, 1);
  store_test_assert_sound (test);
}

static void
test_schemes (void)
{
  g_autoptr (StoreTest) test = store_test_new ();

  store_test_assert_run (test, "scheme a budget 10000 0\nscheme a budget 0 10000\nscheme a normduur 3 5000", "lll[3,0,0,0]");
  store_test_assert_run (test, "scheme a budget 10000 0\nscheme a budget 0 9000", "ll[0,1,1,0]");
  store_test_assert_run (test, "scheme a geheel 5000 0", "l[0,0,0,1]");
  assert_refusal (test, 0, "1 soort geheel: ");
  store_test_assert_run (test, "scheme b geheel 0 10000\nscheme b budget 10000 0", "ll[1,0,0,1]");
  store_test_assert_run (test, "scheme c budget 10000 0", "l[0,0,0,1]");
  assert_refusal (test, 0, "1 vanaf 100: ");
  store_test_assert_run (test, "scheme c budget 10250 0\nscheme c budget 10500 0\nscheme c normduur 3 0", "lll[1,0,0,2]");
  assert_refusal (test, 0, "1 vanaf 102,5: ");
  assert_refusal (test, 1, "2 vanaf 105: ");
  store_test_assert_run (test, "scheme d normduur 3 5000", "l[1,0,0,0]");
  store_test_assert_run (test, "scheme a budget 0 9000\nscheme a budget 0 8000", "lR[0,0,1,0]");
  /* The step from 0 is in the region already. */
  store_test_assert_run (test, "scheme a budget 11000 5000", "l[1,0,0,0]");
  store_test_assert_sound (test);
}

/* What a file has no column for stays as it is of what is known, and is the default of what is new. */
static void
test_absent (void)
{
  g_autoptr (StoreTest) test = store_test_new ();

  store_test_assert_run (test, "provider 41410001 Linde - - micro\nproduct A 4/AMB pxq uur 6", "aa");
  g_assert_true (
      ps_sql_exec (test->store, "UPDATE provider SET contracted = 0; UPDATE product SET exempt = 1, norm_hours_milli = 7", NULL));
  store_test_begin (test, 0);
  ps_writer_set_absent (test->writer, 0,
                        PS_ABSENT_KIND | PS_ABSENT_CONTRACTED | PS_ABSENT_NORM_MONTHS | PS_ABSENT_NORM_HOURS | PS_ABSENT_EXEMPT
                            | PS_ABSENT_UNIT);
  g_assert_cmpstr (store_test_put (test, "provider 41410001 Linde\nprovider 41410002 Beuk\nproduct A 4/AMB pxq dag"), ==, "=a=");
  store_test_end (test, TRUE);
  g_assert_cmpstr (store_test_text (test, "SELECT kind, contracted FROM provider ORDER BY agb"), ==, "2|0\n1|1");
  g_assert_cmpstr (store_test_text (test, "SELECT unit, norm_months, norm_hours_milli, exempt FROM product"), ==, "2|6|7|1");
  /* A column that is there and empty says that it is the default. */
  store_test_assert_run (test, "provider 41410001 Linde\nproduct A 4/AMB pxq uur", "uu");
  g_assert_cmpstr (store_test_text (test, "SELECT kind, contracted FROM provider WHERE agb = '41410001'"), ==, "1|1");
  g_assert_cmpstr (store_test_text (test, "SELECT unit, norm_months, norm_hours_milli, exempt FROM product"), ==, "2|-|-|0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/master/municipalities", test_municipalities);
  g_test_add_func ("/writer/master/update-is-audited", test_update_is_audited);
  g_test_add_func ("/writer/master/two-files", test_two_files);
  g_test_add_func ("/writer/master/providers", test_providers);
  g_test_add_func ("/writer/master/provider-codes", test_provider_codes);
  g_test_add_func ("/writer/master/products", test_products);
  g_test_add_func ("/writer/master/tariffs", test_tariffs);
  g_test_add_func ("/writer/master/tariffs-again", test_tariffs_again);
  g_test_add_func ("/writer/master/schemes", test_schemes);
  g_test_add_func ("/store/writer/absent-columns", test_absent);
  return g_test_run ();
}
