/* test-writer-agreements.c: performance agreements: what their rows must have in common, and one scheme within a scope
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
  store_test_assert_run (test, "scheme cap budget 0 10000\nscheme cap budget 10000 0\n---\nproduct 45B01 4/AMB2 pxq uur",
                         "ll[2,0,0,0]a");
  return test;
}

static void
test_put (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsRegion) region = NULL;
  const PsAgreement *agreement;

  store_test_assert_run (test,
                         "agreement 41410001 2024 AMB1 0983 500000 productgroep donut 500\n"
                         "agreement 41410001 2024 AMB1 0893 200000 productgroep donut 500",
                         "ll[2,0,0,0]");
  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0893 200000 productgroep donut 500", "l[0,0,1,0]");
  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0893 250000 productgroep donut 500", "l[0,1,0,0]");
  region = ps_store_load_region (test->store, &error);
  g_assert_no_error (error);
  agreement = ps_region_find_agreement (region, ps_region_find_provider (region, "41410001"), 2024);
  g_assert_nonnull (agreement);
  g_assert_cmpint (agreement->exchange, ==, PS_EXCHANGE_GROUP);
  g_assert_cmpint (agreement->under_bp, ==, 500);
  g_assert_cmpint (agreement->over_bp, ==, -1);
  g_assert_cmpuint (agreement->lines->len, ==, 2);
  /* By group, then municipality. */
  g_assert_cmpint (g_array_index (agreement->lines, PsAgreementLine, 0).ceiling_cents, ==, 250000);
  store_test_assert_sound (test);
}

static void
test_same_on_all_rows (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (test,
                         "agreement 41410001 2024 AMB1 0983 1 productgroep donut 500\n"
                         "agreement 41410001 2024 AMBV 0983 1 segment donut 500\n"
                         "agreement 41410001 2024 AMBV 0983 1 productgroep donut 400\n"
                         "agreement 41410001 2025 AMB1 0983 1 segment donut 400",
                         "lRRl[2,0,0,0]");
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 0), "2 uitruil "));
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 1), "3 bandbreedte_onder_pct "));
}

/* What a file says of all of it goes for the lines that it does not name as well, and counts as an update of those it does. */
static void
test_head_changes (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (test,
                         "agreement 41410001 2024 AMB1 0983 1 productgroep donut 500\n"
                         "agreement 41410001 2024 AMB1 0893 1 productgroep donut 500",
                         "ll[2,0,0,0]");
  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0983 1 segment donut 500", "l[0,1,0,0]");
  g_assert_cmpint (store_test_int (test, "SELECT exchange FROM agreement_version"), ==, PS_EXCHANGE_SEGMENT);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM agreement_line"), ==, 2);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM agreement_version"), ==, 1);
}

static void
test_one_scheme_in_a_scope (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (test,
                         "agreement 41410001 2024 AMB1 0983 1 productgroep donut\n"
                         "agreement 41410001 2024 AMB1 0893 1 productgroep cap\n"
                         "agreement 41410001 2024 AMB2 0983 1 productgroep cap",
                         "lll[2,0,0,1]");
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 0), "2 regeling cap: "));
  /* Line by line each may have its own; without one is one as well. */
  store_test_assert_run (test, "agreement 41410001 2025 AMB1 0983 1 regel donut\nagreement 41410001 2025 AMB1 0893 1 regel cap",
                         "ll[2,0,0,0]");
  store_test_assert_run (test, "agreement 41410001 2026 AMB1 0983 1 segment donut\nagreement 41410001 2026 AMB2 0893 1 segment",
                         "ll[1,0,0,1]");
  /* Lump sums are in no scope. */
  store_test_assert_run (test,
                         "agreement 41410001 2027 AMB1 0983 1 aanbieder donut\n"
                         "agreement 41410001 2027 CON 0893 1 aanbieder cap - lump",
                         "ll[2,0,0,0]");
}

/* Lines of the region that the file does not name decide; a file that names all of them may change them. */
static void
test_scheme_against_the_region (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (test,
                         "agreement 41410001 2024 AMB1 0983 1 productgroep donut\n"
                         "agreement 41410001 2024 AMB1 0893 1 productgroep donut",
                         "ll[2,0,0,0]");
  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0893 1 productgroep cap", "l[0,0,0,1]");
  store_test_assert_run (test,
                         "agreement 41410001 2024 AMB1 0893 1 productgroep cap\n"
                         "agreement 41410001 2024 AMB1 0983 1 productgroep cap",
                         "ll[0,2,0,0]");
  store_test_assert_sound (test);
}

/* A file that widens the exchange brings lines into one scope that it does not name. */
static void
test_wider_exchange (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (test,
                         "agreement 41410001 2024 AMB1 0983 1 regel donut\n"
                         "agreement 41410001 2024 AMB1 0893 1 regel\n"
                         "agreement 41410001 2024 AMB2 0893 1 regel donut",
                         "lll[3,0,0,0]");
  store_test_assert_run (test, "agreement 41410001 2024 AMBV 0893 1 aanbieder donut", "l[0,0,0,1]");
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 0), "1 uitruil aanbieder: lines of this agreement that are in "));
  /* Nor within a group of which the file has no line, or only lines that agree with one of the two. */
  store_test_assert_run (test, "agreement 41410001 2024 AMBV 0893 1 productgroep donut", "l[0,0,0,1]");
  store_test_assert_run (test, "agreement 41410001 2024 AMB2 0893 2 segment donut", "l[0,0,0,1]");
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 0), "1 uitruil segment: "));
  /* The file's own lines count instead of the region's. */
  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0893 1 aanbieder donut", "l[0,1,0,0]");
  store_test_assert_run (test, "agreement 41410001 2024 AMBV 0893 1 aanbieder donut", "l[1,0,0,0]");
  store_test_assert_sound (test);
}

/* A row that is left out leaves what the region has, with which another row of the file may be in one scope then. */
static void
test_wider_exchange_without_a_row (void)
{
  g_autoptr (StoreTest) test = new_region ();
  const char *outcome;

  store_test_assert_run (test,
                         "agreement 41410001 2024 AMB1 0983 1 regel donut\nagreement 41410001 2024 AMB1 0893 1 regel cap\n"
                         "agreement 41410001 2024 AMB2 0983 1 regel cap",
                         "lll[3,0,0,0]");
  store_test_begin (test, 0);
  outcome = store_test_put (test, "agreement 41410001 2024 AMB1 0893 1 aanbieder donut\n"
                                  "agreement 41410001 2024 AMBV 0893 1 aanbieder cap");
  g_assert_cmpstr (outcome, ==, "ll[0,0,0,2]");
  store_test_end (test, TRUE);
  g_assert_cmpint (store_test_int (test, "SELECT exchange FROM agreement_version"), ==, PS_EXCHANGE_LINE);
  store_test_assert_sound (test);
}

/* A group that goes to another segment takes its lines into that segment's scope. */
static void
test_group_to_another_segment (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (test, "product 60X01 6/DAG pxq uur", "a");
  store_test_assert_run (test,
                         "agreement 41410001 2024 AMB1 0983 1 segment donut\nagreement 41410001 2024 DAG 0983 1 segment cap\n"
                         "agreement 41410002 2024 AMB1 0983 1 segment donut\nagreement 41410002 2024 AMB2 0983 1 segment donut",
                         "llll[4,0,0,0]");
  store_test_assert_run (test, "product 60X01 4/DAG pxq uur", "R");
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 0), "1 segment 4: lines of an agreement "));
  store_test_assert_run (test, "product 60X01 9/DAG pxq uur", "=");
  store_test_assert_run (test, "agreement 41410001 2024 DAG 0983 1 segment donut", "l[0,1,0,0]");
  store_test_assert_run (test, "product 60X01 4/DAG pxq uur", "=");
  store_test_assert_sound (test);
}

static void
test_unknown (void)
{
  g_autoptr (StoreTest) test = new_region ();

  store_test_assert_run (test,
                         "agreement 49999999 2024 AMB1 0983 1 regel\n"
                         "agreement 41410001 2024 QQQ 0983 1 regel\n"
                         "agreement 41410001 2024 AMB1 9999 1 regel\n"
                         "agreement 41410001 2024 AMB1 0983 1 regel nix\n"
                         "agreement 41410001 2024 AMB1 0983 -1 regel",
                         "RRRRl[0,0,0,1]");
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 0), "1 agb 49999999: "));
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 1), "2 productgroep QQQ: "));
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 2), "3 gemeente 9999: "));
  g_assert_true (g_str_has_prefix (store_test_refusal (test, 3), "4 regeling nix: "));
}

/* A settlement of nobody says so of whom, also where that is nothing. */
static void
test_settle_nobody (void)
{
  static const char *const codes[][2] = { { "", "“”" }, { "49999999", "“49999999”" } };
  g_autoptr (StoreTest) test = new_region ();

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      PsSettleYearOptions options = { .year = 2024, .agb = codes[i][0] };
      g_autoptr (GError) error = NULL;

      g_assert_null (ps_settle_year (test->store, &options, NULL, NULL, NULL, &error));
      g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, codes[i][1]));
    }
}

/* What a file has no column for stays as it is: of the whole agreement, and of each line. */
static void
test_absent (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  const char terms[] = "SELECT division_key, measuring, under_bp, over_bp FROM agreement_version";
  const char lines[] = "SELECT ceiling_cents, lump_sum, places_milli, scheme_id FROM agreement_line ORDER BY id";

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0983 500000 productgroep donut", "l[1,0,0,0]");
  g_assert_true (ps_sql_exec (test->store,
                              "UPDATE agreement_version SET division_key = 2, measuring = 3, under_bp = 11, over_bp = 12;"
                              "UPDATE agreement_line SET places_milli = 4000",
                              NULL));
  store_test_begin (test, 0);
  ps_writer_set_absent (test->writer, 0,
                        PS_ABSENT_LUMP_SUM | PS_ABSENT_PLACES | PS_ABSENT_SCHEME | PS_ABSENT_KEY | PS_ABSENT_UNDER
                            | PS_ABSENT_OVER | PS_ABSENT_MEASURING);
  g_assert_cmpstr (store_test_put (test, "agreement 41410001 2024 AMB1 0983 500000 productgroep -\n"
                                         "agreement 41410002 2024 AMB1 0983 100000 productgroep -"),
                   ==, "ll[1,0,1,0]");
  store_test_end (test, TRUE);
  g_assert_cmpstr (store_test_text (test, terms), ==, "2|3|11|12\n1|1|-|-");
  g_assert_cmpstr (store_test_text (test, lines), ==, "500000|0|4000|1\n100000|0|-|-");
  store_test_assert_run (test, "agreement 41410001 2024 AMB1 0983 500000 productgroep -", "l[0,1,0,0]");
  g_assert_cmpstr (store_test_text (test, terms), ==, "1|1|-|-\n1|1|-|-");
  g_assert_cmpstr (store_test_text (test, lines), ==, "500000|0|-|-\n100000|0|-|-");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/agreements/put", test_put);
  g_test_add_func ("/writer/agreements/same-on-all-rows", test_same_on_all_rows);
  g_test_add_func ("/writer/agreements/head-changes", test_head_changes);
  g_test_add_func ("/writer/agreements/one-scheme-in-a-scope", test_one_scheme_in_a_scope);
  g_test_add_func ("/writer/agreements/scheme-against-the-region", test_scheme_against_the_region);
  g_test_add_func ("/writer/agreements/wider-exchange", test_wider_exchange);
  g_test_add_func ("/writer/agreements/wider-exchange-without-a-row", test_wider_exchange_without_a_row);
  g_test_add_func ("/writer/agreements/group-to-another-segment", test_group_to_another_segment);
  g_test_add_func ("/writer/agreements/unknown", test_unknown);
  g_test_add_func ("/writer/agreements/settle-nobody", test_settle_nobody);
  g_test_add_func ("/store/writer/agreements/absent-columns", test_absent);
  return g_test_run ();
}
