/* test-norm-duration.c: less is paid after the norm duration (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settlement-check.h"

/* After 6 months 90 %, from the ninth on 75 %; care from 10-10-2023. */
#define REGION                                                                                                                   \
  "product A 1/G pxq uur norm=6\nproduct B 1/G pxq uur\nproduct E 1/G pxq uur norm=6 exempt=ja\nproduct O 1/G pxq uur norm=6 "   \
  "exempt=buiten\n"                                                                                                              \
  "product L 2/H pxq uur norm=6\nproduct Z 1/G pxq uur norm=0\n"                                                                 \
  "tariff A 100\ntariff B 100\ntariff E 100\ntariff O 100\ntariff L 100\ntariff Z 100\n"                                         \
  "scheme s bands=0:100 norm=0:90,3:75\n"                                                                                        \
  "agreement 2024 segment\nagreed 2024 G M 1.000.000 scheme=s\nagreed 2024 H M 0 lump=ja scheme=s\n"                             \
  "assignment M/1 C *G 2023-01-01\nassignment M/2 C *H 2023-01-01\nassignment M/3 D *G 2023-01-01\nassignment N/1 C *G "         \
  "2023-01-01\n"                                                                                                                 \
  "care M/1 2023-10-10\n"

static void
assert_deduction (const char *line, const char *expected)
{
  g_autofree char *text = g_strdup_printf (REGION "line 1 %s", line);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", "2024-12-31");

  g_test_message ("%s", line);
  assert_totals (settlement, expected);
}

static void
test_steps (void)
{
  assert_deduction ("M/1 A 2024-03-01 2024-03-31 10 100 =", "norm=0");
  assert_deduction ("M/1 A 2024-04-09 2024-04-30 10 100 =", "norm=0");
  assert_deduction ("M/1 A 2024-04-10 2024-04-30 10 100 =", "norm=100"); /* 6 months on the day: over 0 */
  assert_deduction ("M/1 A 2024-07-09 2024-07-31 10 100 =", "norm=100");
  assert_deduction ("M/1 A 2024-07-10 2024-07-31 10 100 =", "norm=250"); /* over 3 */
  assert_deduction ("M/1 A 2024-12-31 2024-12-31 10 100 =", "norm=250");
  assert_deduction ("M/1 A 2024-04-10 2024-04-30 10,005 100 =", "norm=100,05");
  assert_deduction ("M/1 A 2024-04-10 2024-04-30 0,045 1 0,05", "norm=0,01"); /* half a cent goes away from zero */
  assert_deduction ("M/1 A 2024-04-10 2024-04-30 -10 100 =", "norm=-100 net=-900");
  assert_deduction ("M/1 Z 2023-10-10 2024-04-30 10 100 =", "norm=0");   /* last year's */
  assert_deduction ("M/1 Z 2024-01-10 2024-04-30 10 100 =", "norm=250"); /* a norm of 0 months is a norm */
}

static void
test_who_bears_it (void)
{
  assert_deduction ("M/1 B 2024-08-01 2024-08-31 10 100 =", "norm=0 gross=1.000"); /* no norm duration */
  assert_deduction ("M/1 E 2024-08-01 2024-08-31 10 100 =", "norm=0 gross=1.000"); /* exempt */
  assert_deduction ("M/1 O 2024-08-01 2024-08-31 10 100 =", "norm=0 gross=1.000");
  assert_deduction ("M/2 L 2024-08-01 2024-08-31 10 100 =", "norm=0");               /* a lump sum */
  assert_deduction ("N/1 A 2024-08-01 2024-08-31 10 100 =", "norm=250 gross=1.000"); /* the path is the client's, not M's */
  assert_deduction ("M/1 A 2024-08-01 2024-08-31 10 101 =", "norm=0 gross=0 disputed=1.010");
  assert_deduction ("M/1 A 2024-08-01 2024-08-31 10 101 = decided=price", "norm=250 gross=1.000");
  assert_deduction ("M/1 A 2024-08-01 2024-08-31 10 101 = decided=accept", "norm=252,50 gross=1.010");
  assert_deduction ("M/1 A 2024-08-01 2024-08-31 10 100 = status=afgewezen", "norm=0 gross=0");
  assert_deduction ("M/1 A 2024-08-01 2024-08-31 10 100 = status=ingediend", "norm=250 gross=1.000");
}

/* The later of periode_van and the path's start; the first path that has a day in common. */
static void
test_which_path (void)
{
  assert_deduction ("M/3 A 2024-08-01 2024-09-30 10 100 =\ncare M/3 2024-01-15 2024-08-05 20\ncare M/3 2024-09-20", "norm=100");
  assert_deduction ("M/3 A 2024-08-06 2024-09-30 10 100 =\ncare M/3 2024-01-15 2024-08-05 20\ncare M/3 2024-09-20", "norm=0");
  assert_deduction ("M/3 Z 2024-01-01 2024-09-30 10 100 =\ncare M/3 2024-03-15", "norm=100");
}

static void
test_no_path (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "line 1 M/3 A 2024-08-01 2024-08-31 10 100 =\n"
                                                         "line 2 M/3 A 2024-09-01 2024-09-30 10 100 =\n");
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", "2024-12-31");

  assert_totals (settlement, "gross=2.000 norm=0");
  g_assert_nonnull (settlement_signal (settlement, PS_SIGNAL_NO_PATH));
}

/* Only covered lines bear it. */
static void
test_not_covered (void)
{
  static const char region[] = "product A 1/G pxq uur norm=6\ntariff A 100\nscheme s bands=0:100 norm=0:90\n"
                               "agreement 2024 regel\nagreed 2024 G M 1.000 scheme=s\nassignment N/1 C A 2023-01-01\n"
                               "care N/1 2023-01-01\nline 1 N/1 A 2024-08-01 2024-08-31 10 100 =\n";
  g_autoptr (TestRegion) given = test_region_new (region);
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", "2024-12-31");

  assert_totals (settlement, "gross=1.000 norm=0 payable=1.000");
}

static void
test_scheme_without_steps (void)
{
  static const char region[] =
      "product A 1/G pxq uur norm=6\ntariff A 100\nscheme s bands=0:100\nscheme t norm=6:0\n"
      "agreement 2024 regel\nagreed 2024 G M 1.000 scheme=s\nagreed 2024 G N 1.000\nagreed 2024 G O 1.000 scheme=t\n"
      "assignment M/1 C A 2023-01-01\nassignment N/1 C A 2023-01-01\nassignment O/1 C A 2023-01-01\ncare M/1 2023-01-01\n"
      "line 1 M/1 A 2024-08-01 2024-08-31 10 100 =\nline 2 N/1 A 2024-08-01 2024-08-31 10 100 =\n"
      "line 3 O/1 A 2024-08-01 2024-08-31 10 100 =\n";
  g_autoptr (TestRegion) given = test_region_new (region);
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", "2024-12-31");

  assert_line (given, settlement, "G", "M", "norm=0");
  assert_line (given, settlement, "G", "N", "norm=0");
  assert_line (given, settlement, "G", "O", "norm=1.000 net=0 payable=0");
}

/* Bands look at what is left after it. */
static void
test_before_the_bands (void)
{
  static const char region[] = "product A 1/G pxq uur norm=6\ntariff A 100\nscheme s bands=0:100,100:0 norm=0:90\n"
                               "agreement 2024 aanbieder\nagreed 2024 G M 1.000 scheme=s\nassignment M/1 C A 2023-01-01\n"
                               "care M/1 2023-01-01\nline 1 M/1 A 2024-08-01 2024-08-31 12 100 =\n";
  g_autoptr (TestRegion) given = test_region_new (region);
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", "2024-12-31");

  assert_line (given, settlement, "G", "M", "gross=1.200 norm=120 net=1.080 band=80 payable=1.000 paid=1.200 balance=-200");
  assert_scope (settlement, "", "ceiling=1.000 net=1.080 deduction=80", "1.000/0 80/80");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/norm-duration/steps", test_steps);
  g_test_add_func ("/norm-duration/who-bears-it", test_who_bears_it);
  g_test_add_func ("/norm-duration/which-path", test_which_path);
  g_test_add_func ("/norm-duration/no-path", test_no_path);
  g_test_add_func ("/norm-duration/not-covered", test_not_covered);
  g_test_add_func ("/norm-duration/scheme-without-steps", test_scheme_without_steps);
  g_test_add_func ("/norm-duration/before-the-bands", test_before_the_bands);
  return g_test_run ();
}
