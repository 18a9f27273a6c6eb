/* test-settlement.c: a provider's year from production to balance (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settlement-check.h"

/* A small region made by hand: paths across a gap, wrong lines, minutes, credits, an instalment, a traject that ended early, one
 * client under two assignments, a donut hole followed by steps, a cliff, places daily and on peildata, a lump sum, and NGA. */
#define MINIMAL                                                                                                                  \
  "product 45A04 4/AMB1 pxq uur norm=6\nproduct 45L11 4/AMB1 traject traject norm=6\nproduct 45V01 4/AMBV plek plekjaar "        \
  "norm=12\n"                                                                                                                    \
  "product 46C01 4/AMB1 pxq uur exempt=ja\nproduct 90T01 2/CON taakgericht stuk\n"                                               \
  "tariff 45A04 90 2023-01-01 2024-06-30\ntariff 45A04 93,42 2024-07-01\ntariff 45A04 81 2024-01-01 - by=P2\n"                   \
  "tariff 46C01 120 2023-01-01\ntariff 45L11 1.431,50 2023-01-01\ntariff 45V01 7.500 2023-01-01\n"                               \
  "scheme donut bands=0:100,100:0,103:70,110:0 norm=0:90,3:75\nscheme klif whole=0:100,100:95\n"                                 \
  "peildatum 22-02-2024\npeildatum 19-05-2024\npeildatum 19-07-2024\n"                                                           \
  "agreement 2024 productgroep key=overschrijding\nagreement 2024 aanbieder by=P2\nagreement 2024 aanbieder places=peildata "    \
  "by=P4\n"                                                                                                                      \
  "agreed 2024 AMB1 0983 5.000 scheme=donut\nagreed 2024 AMB1 0893 2.000 scheme=donut\nagreed 2024 AMBV 0983 15.000 "            \
  "scheme=donut\n"                                                                                                               \
  "agreed 2024 CON 0983 12.000 scheme=donut lump=ja\nagreed 2024 AMB1 0983 1.000 scheme=klif by=P2\nagreed 2024 AMBV 0983 "      \
  "15.000 by=P4\n"                                                                                                               \
  "assignment 0983/1 C1 45A04 01-10-2023 31-12-2024\nassignment 0893/1 C2 *AMB1 01-01-2024 31-12-2024\n"                         \
  "assignment 0983/3 C3 45L11 01-02-2024 31-07-2024\nassignment 0983/4 C4 45L11 01-03-2024 31-08-2024\n"                         \
  "assignment 0983/5 C5 45V01 01-01-2024 31-12-2024\nassignment 0983/6 C6 45V01 15-11-2023\nassignment 0983/7 C6 45V01 "         \
  "01-06-2024 31-08-2024\n"                                                                                                      \
  "assignment 0983/8 C7 45A04 01-01-2024 31-12-2024 by=P2\nassignment 0893/9 C8 45A04 01-01-2024 31-12-2024 by=P3\n"             \
  "assignment 0983/10 C9 45V01 01-01-2024 31-12-2024 by=P4\nassignment 0983/11 C10 45V01 01-01-2024 31-12-2024 by=P4\n"          \
  "care 0983/1 10-10-2023 31-03-2024 20\ncare 0983/1 30-04-2024\ncare 0893/1 15-01-2024 30-06-2024 31\n"                         \
  "care 0983/3 05-02-2024 20-07-2024 31\ncare 0983/4 01-03-2024 31-05-2024 32\ncare 0983/5 01-03-2024 31-08-2024 31\n"           \
  "care 0983/6 15-11-2023 30-06-2024 31\ncare 0983/7 01-06-2024 31-07-2024 31\ncare 0983/8 08-01-2024\n"                         \
  "care 0893/9 01-02-2024 31-03-2024 31\ncare 0983/10 01-01-2024\ncare 0983/11 01-04-2024 30-09-2024 31\n"                       \
  "line 1 0983/1 45A04 01-03-2024 31-03-2024 20 90 1.800\nline 2 0983/1 45A04 01-05-2024 31-05-2024 20 90 1.800\n"               \
  "line 3 0983/1 45A04 01-08-2024 31-08-2024 12,5 93,42 1.167,75\nline 4 0983/1 45A04 01-09-2024 30-09-2024 10 93,43 934,30\n"   \
  "line 5 0983/1 45A04 01-12-2024 31-01-2025 1 93,42 93,42\nline 6 0893/1 45A04 01-02-2024 29-02-2024 16 90 1.440\n"             \
  "line 7 0893/1 45A04 01-03-2024 31-03-2024 -1 90 -90\nline 8 0893/1 45L11 01-04-2024 30-04-2024 1 - 238,58\n"                  \
  "line 9 0983/3 45L11 01-03-2024 31-03-2024 1 - 1.431,50\nline 10 0983/8 45A04 01-02-2024 29-02-2024 15,333 81 1.241,97\n"      \
  "line 11 0983/8 45A04 01-07-2024 31-07-2024 1 81 81,01\nline 12 0893/9 45A04 01-02-2024 29-02-2024 2 90 180\n"                 \
  "line 13 0893/1 45A04 01-08-2024 31-08-2024 50 1,56 77,85 unit=minuut\nline 14 0893/1 45A04 01-09-2024 30-09-2024 50 1,56 78 " \
  "unit=minuut\n"                                                                                                                \
  "line 15 0893/1 46C01 01-05-2024 31-05-2024 1 120 120\nline 16 0983/1 45A04 01-10-2024 31-10-2024 5 93,42 467,10 "             \
  "status=afgewezen\n"                                                                                                           \
  "advance 45V01 0983 2024-01-01 1.250\nadvance 45V01 0983 2024-02-01 1.250\nadvance 90T01 0983 2024-01-01 12.000\n"             \
  "advance 45V01 0983 2024-01-01 12.000 by=P4\n"

static void
assert_counts (const PsSettlement *settlement, guint n_lines, guint n_scopes)
{
  g_assert_cmpuint (settlement->lines->len, ==, n_lines);
  g_assert_cmpuint (settlement->scopes->len, ==, n_scopes);
  g_assert_false (ps_settlement_is_empty (settlement));
}

static void
test_minimal_year (void)
{
  g_autoptr (TestRegion) given = test_region_new (MINIMAL);
  g_autoptr (PsSettlement) linde = test_region_settle (given, "P1", "2024-12-31");
  g_autoptr (PsSettlement) zoe = test_region_settle (given, "P2", "2024-12-31");
  g_autoptr (PsSettlement) outside = test_region_settle (given, "P3", "2024-12-31");
  g_autoptr (PsSettlement) south = test_region_settle (given, "P4", "2024-12-31");

  assert_columns (given, linde, "AMB1", "0893", 154785, 0, 154785, 12000, 0, 200000, 0, 154785, 186443, -31658, 0, 31658);
  assert_columns (given, linde, "AMB1", "0983", 691500, 47194, 644306, 0, 0, 500000, 64791, 579515, 722697, -143182, 0, 102772);
  assert_columns (given, linde, "AMBV", "0983", 813525, 0, 813525, 0, 0, 1500000, 0, 813525, 250000, 563525, 0, 0);
  assert_columns (given, linde, "CON", "0983", 1200000, 0, 1200000, 0, 0, 1200000, 0, 1200000, 1200000, 0, 0, 0);
  assert_total_columns (linde, 2859810, 47194, 2812616, 12000, 0, 3400000, 64791, 2747825, 2359140, 388685, 0, 134430);
  assert_scope (linde, "AMB1", "ceiling=7000 net=7990,91 deduction=647,91", "7000/0 210/210 490/147 290,91/290,91");
  assert_scope (linde, "AMBV", "ceiling=15000 net=8135,25 deduction=0", "8135,25/0 0/0 0/0 0/0");
  assert_counts (linde, 4, 2);
  assert_columns (given, zoe, "AMB1", "0983", 124197, 0, 124197, 0, 0, 100000, 6210, 117987, 132298, -14311, 0, 8101);
  assert_total_columns (zoe, 124197, 0, 124197, 0, 0, 100000, 6210, 117987, 132298, -14311, 0, 8101);
  assert_scope (zoe, "", "ceiling=1000 net=1241,97 deduction=62,10", "0/0 1241,97/62,10");
  assert_counts (zoe, 1, 1);
  assert_columns (given, outside, "AMB1", "0893", 18000, 0, 18000, 0, 0, 0, 0, 18000, 18000, 0, 0, 0);
  assert_total_columns (outside, 18000, 0, 18000, 0, 0, 0, 0, 18000, 18000, 0, 0, 0);
  assert_counts (outside, 1, 0);
  assert_columns (given, south, "AMBV", "0983", 1250000, 0, 1250000, 0, 0, 1500000, 0, 1250000, 1200000, 50000, 0, 0);
  assert_total_columns (south, 1250000, 0, 1250000, 0, 0, 1500000, 0, 1250000, 1200000, 50000, 0, 0);
  assert_scope (south, "", "ceiling=15000 net=12500 deduction=0", "");
  assert_counts (south, 1, 1);
}

static void
test_minimal_summer (void)
{
  g_autoptr (TestRegion) given = test_region_new (MINIMAL);
  g_autoptr (PsSettlement) linde = test_region_settle (given, "P1", "2024-06-30");
  g_autoptr (PsSettlement) zoe = test_region_settle (given, "P2", "2024-06-30");
  g_autoptr (PsSettlement) outside = test_region_settle (given, "P3", "2024-06-30");
  g_autoptr (PsSettlement) south = test_region_settle (given, "P4", "2024-06-30");

  assert_columns (given, linde, "AMB1", "0893", 147000, 0, 147000, 12000, 0, 200000, 0, 147000, 170858, -23858, 0, 23858);
  assert_columns (given, linde, "AMB1", "0983", 431575, 18000, 413575, 0, 0, 500000, 0, 413575, 360000, 53575, 143150, 0);
  assert_columns (given, linde, "AMBV", "0983", 622951, 0, 622951, 0, 0, 1500000, 0, 622951, 250000, 372951, 0, 0);
  assert_columns (given, linde, "CON", "0983", 596721, 0, 596721, 0, 0, 1200000, 0, 596721, 1200000, -603279, 0, 0);
  assert_total_columns (linde, 1798247, 18000, 1780247, 12000, 0, 3400000, 0, 1780247, 1980858, -200611, 143150, 23858);
  assert_scope (linde, "AMB1", "ceiling=7000 net=5605,75 deduction=0", "5605,75/0 0/0 0/0 0/0");
  assert_scope (linde, "AMBV", "ceiling=15000 net=6229,51 deduction=0", "6229,51/0 0/0 0/0 0/0");
  assert_counts (linde, 4, 2);
  assert_columns (given, zoe, "AMB1", "0983", 124197, 0, 124197, 0, 0, 100000, 6210, 117987, 124197, -6210, 0, 0);
  assert_total_columns (zoe, 124197, 0, 124197, 0, 0, 100000, 6210, 117987, 124197, -6210, 0, 0);
  assert_scope (zoe, "", "ceiling=1000 net=1241,97 deduction=62,10", "0/0 1241,97/62,10");
  assert_counts (zoe, 1, 1);
  assert_columns (given, outside, "AMB1", "0893", 18000, 0, 18000, 0, 0, 0, 0, 18000, 18000, 0, 0, 0);
  assert_total_columns (outside, 18000, 0, 18000, 0, 0, 0, 0, 18000, 18000, 0, 0, 0);
  assert_counts (outside, 1, 0);
  assert_columns (given, south, "AMBV", "0983", 559426, 0, 559426, 0, 0, 1500000, 0, 559426, 1200000, -640574, 0, 0);
  assert_total_columns (south, 559426, 0, 559426, 0, 0, 1500000, 0, 559426, 1200000, -640574, 0, 0);
  assert_scope (south, "", "ceiling=15000 net=5594,26 deduction=0", "");
  assert_counts (south, 1, 1);
}

/* One product of € 100 an hour, and assignments without an end. */
#define REGION                                                                                                                   \
  "product A 1/G pxq uur\nproduct V 1/P plek plekjaar\ntariff A 100\n"                                                           \
  "assignment M/1 C A 2020-01-01\nassignment N/1 C A 2020-01-01\n"

static void
assert_totals_of (const char *rows, const char *through, const char *expected)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", through);

  g_test_message ("%s (%s)", rows, through);
  assert_totals (settlement, expected);
}

static void
test_status (void)
{
  assert_totals_of ("line 1 M/1 A 2024-03-01 2024-03-31 1 100 =", "2024-12-31", "gross=100 payable=100 paid=100 balance=0");
  assert_totals_of ("line 1 M/1 A 2024-03-01 2024-03-31 1 100 = status=ingediend", "2024-12-31",
                    "gross=100 payable=100 paid=0 balance=100");
  assert_totals_of ("line 1 M/1 A 2024-03-01 2024-03-31 1 100 = status=afgewezen", "2024-12-31",
                    "gross=0 paid=0 balance=0 disputed=0");
  assert_totals_of ("line 1 M/1 A 2024-03-01 2024-03-31 1 101 = status=afgewezen", "2024-12-31",
                    "gross=0 paid=0 balance=0 disputed=0");
}

/* Disputed lines were paid too, and come back unless they are accepted. */
static void
test_disputed (void)
{
  assert_totals_of ("line 1 M/1 A 2024-03-01 2024-03-31 1 101 =", "2024-12-31", "gross=0 paid=101 balance=-101 disputed=101");
  assert_totals_of ("line 1 M/1 A 2024-03-01 2024-03-31 1 101 = status=ingediend", "2024-12-31",
                    "gross=0 paid=0 balance=0 disputed=101");
  assert_totals_of ("line 1 M/1 A 2024-03-01 2024-03-31 1 101 = decided=accept", "2024-12-31",
                    "gross=101 paid=101 balance=0 disputed=0");
  assert_totals_of ("line 1 M/1 A 2024-03-01 2024-03-31 1 101 = decided=price", "2024-12-31",
                    "gross=100 paid=101 balance=-1 disputed=0");
  assert_totals_of ("line 1 M/1 A 2024-03-01 2024-03-31 1 100 = decided=dispute", "2024-12-31",
                    "gross=0 paid=100 balance=-100 disputed=100");
}

/* "In the year up to through": a line by its periode_van, an advance when its month has begun. */
static void
test_which_year (void)
{
  static const char lines[] = "line 1 M/1 A 2023-12-31 2024-01-31 1 100 =\nline 2 M/1 A 2024-01-01 2024-01-31 2 100 =\n"
                              "line 3 M/1 A 2024-12-31 2025-01-31 4 100 =\nline 4 M/1 A 2025-01-01 2025-01-31 8 100 =\n";
  static const char advances[] =
      "advance A M 2023-12-01 1\nadvance A M 2024-01-01 2\nadvance A M 2024-06-01 4\nadvance A M 2024-07-01 8\n"
      "advance A M 2024-12-01 16\nadvance A M 2025-01-01 32\n";

  assert_totals_of (lines, "2024-12-31", "gross=600 paid=600");
  assert_totals_of (lines, "2024-12-30", "gross=200 paid=200");
  assert_totals_of (lines, "2024-01-01", "gross=200 paid=200");
  assert_totals_of (lines, "2023-12-31", "gross=100 paid=100");
  assert_totals_of (advances, "2024-12-31", "gross=0 paid=30 balance=-30");
  assert_totals_of (advances, "2024-06-30", "paid=6");
  assert_totals_of (advances, "2024-06-01", "paid=6");
  assert_totals_of (advances, "2024-05-31", "paid=2");
}

static void
test_credit_larger_than_debit (void)
{
  static const char rows[] = "scheme s bands=0:90,100:0\nagreement 2024 aanbieder\nagreed 2024 G M 1.000 scheme=s\n"
                             "line 1 M/1 A 2024-03-01 2024-03-31 1 100 =\nline 2 M/1 A 2024-03-01 2024-03-31 -3 100 =\n";

  assert_totals_of (rows, "2024-12-31", "gross=-200 net=-200 band=0 payable=-200 paid=-200 balance=0");
}

/* One municipality's credit makes the whole smaller, but bears nothing itself. */
static void
test_negative_line_beside_others (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION "scheme s bands=0:100,100:0\nagreement 2024 aanbieder\n"
                              "agreed 2024 G M 500 scheme=s\nagreed 2024 G N 0 scheme=s\n"
                              "line 1 M/1 A 2024-03-01 2024-03-31 10 100 =\nline 2 N/1 A 2024-03-01 2024-03-31 -2 100 =\n");
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", "2024-12-31");

  assert_scope (settlement, "", "ceiling=500 net=800 deduction=300", "500/0 300/300");
  assert_line (given, settlement, "G", "M", "band=300 payable=700");
  assert_line (given, settlement, "G", "N", "band=0 payable=-200");
}

static void
test_agreement_without_production (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION "scheme s bands=0:100,100:0\nagreement 2024 regel\nagreed 2024 G M 500 scheme=s\n"
                              "agreed 2024 P N 0\n");
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", "2024-12-31");

  assert_counts (settlement, 2, 2);
  assert_total_columns (settlement, 0, 0, 0, 0, 0, 50000, 0, 0, 0, 0, 0, 0);
  assert_scope (settlement, "G/M", "ceiling=500 net=0 deduction=0", "0/0 0/0");
  assert_scope (settlement, "P/N", "ceiling=0 net=0 deduction=0", "");
}

static void
assert_empty (const char *rows)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", "2024-12-31");

  g_assert_true (ps_settlement_is_empty (settlement));
  g_assert_cmpuint (settlement->lines->len, ==, 0);
}

/* Neither an agreement of this year nor a figure that is not zero. */
static void
test_nothing_at_all (void)
{
  assert_empty ("");
  assert_empty ("agreement 2023 aanbieder\nagreed 2023 G M 500\n");
  assert_empty ("line 1 M/1 A 2023-03-01 2023-03-31 1 100 =\n");
  assert_empty ("line 1 M/1 A 2024-03-01 2024-03-31 0 100 =\n");
  assert_empty ("line 1 M/1 A 2024-03-01 2024-03-31 1 100 = status=afgewezen\n");
  assert_empty ("care M/1 2024-01-01\n");
}

/* Lines are listed by group, then municipality; of the rest, only what has a figure. */
static void
test_order_of_lines (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION "product B 1/B pxq uur\ntariff B 1\nassignment L/1 C B 2024-01-01\nassignment K/1 C A 2024-01-01\n"
                              "agreement 2024 regel\nagreed 2024 P M 0\nagreed 2024 G N 0\n"
                              "line 1 M/1 A 2024-03-01 2024-03-31 10 100 =\nline 2 L/1 B 2024-03-01 2024-03-31 2 1 =\n"
                              "line 3 K/1 A 2024-03-01 2024-03-31 0 100 =\nline 4 K/1 B 2024-03-01 2024-03-31 1 1 =\n");
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", "2024-12-31");
  static const char *const expected[] = { "B/K", "B/L", "G/M", "G/N", "P/M" };

  g_assert_cmpuint (settlement->lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);
      g_autofree char *name = g_strjoin ("/", ps_region_group (given->region, line->group)->code,
                                         ps_region_municipality (given->region, line->municipality)->code, NULL);
      g_assert_cmpstr (name, ==, expected[i]);
      g_assert_cmpint (line->agreed, ==, i >= 3);
    }
}

static void
assert_overflow (const char *rows)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  g_autoptr (GError) error = NULL;
  PsSettleOptions options = { .year = 2024, .through = ps_date_year_end (2024) };

  g_test_message ("%s", rows);
  g_assert_null (ps_settle (given->region, production, &options, &error));
  g_assert_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW);
}

static void
test_overflow (void)
{
  assert_overflow ("line 1 M/1 A 2024-03-01 2024-03-31 900.000.000.000.000 100 90.000.000.000.000.000\n"
                   "line 2 M/1 A 2024-03-01 2024-03-31 900.000.000.000.000 100 90.000.000.000.000.000\n");
  assert_overflow ("line 1 M/1 A 2024-03-01 2024-03-31 9.000.000.000.000.000 100 1\n");
  assert_overflow ("agreement 2024 aanbieder\nagreed 2024 G M 90.000.000.000.000.000\nagreed 2024 G N 90.000.000.000.000.000\n");
  assert_overflow ("advance A M 2024-03-01 90.000.000.000.000.000\nadvance A N 2024-03-01 90.000.000.000.000.000\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settlement/minimal-year", test_minimal_year);
  g_test_add_func ("/settlement/minimal-summer", test_minimal_summer);
  g_test_add_func ("/settlement/status", test_status);
  g_test_add_func ("/settlement/disputed", test_disputed);
  g_test_add_func ("/settlement/which-year", test_which_year);
  g_test_add_func ("/settlement/credit-larger-than-debit", test_credit_larger_than_debit);
  g_test_add_func ("/settlement/negative-line-beside-others", test_negative_line_beside_others);
  g_test_add_func ("/settlement/agreement-without-production", test_agreement_without_production);
  g_test_add_func ("/settlement/nothing-at-all", test_nothing_at_all);
  g_test_add_func ("/settlement/order-of-lines", test_order_of_lines);
  g_test_add_func ("/settlement/overflow", test_overflow);
  return g_test_run ();
}
