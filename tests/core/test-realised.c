/* test-realised.c: realised year to date per month (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-realised.h"
#include "region-builder.h"

#define REGION                                                                                                                   \
  "product A 1/G pxq uur norm=6\nproduct T 1/G traject traject norm=6\nproduct O 1/G pxq uur exempt=buiten\nproduct B 2/H pxq "  \
  "uur\n"                                                                                                                        \
  "product V 1/G plek plekjaar\n"                                                                                                \
  "tariff A 1\ntariff T 1.840\ntariff O 1\ntariff B 1\ntariff V 7.320\nscheme s bands=0:100,100:0 norm=0:90\n"                   \
  "agreement 2024 regel\nagreed 2024 G M 1.000 scheme=s\nagreed 2024 G N 500 scheme=s\nagreed 2024 H M 12.000 lump=ja\n"         \
  "assignment M/1 C *G 2020-01-01\nassignment M/2 C T 2020-01-01\nassignment M/3 C *H 2020-01-01\nassignment M/4 D *G "          \
  "2020-01-01\n"                                                                                                                 \
  "assignment O/1 C *G 2020-01-01\nassignment M/5 C V 2020-01-01\n"

/* `expected`: the twelve months, "-" for what is not known yet. */
static void
assert_months (const char *rows, const char *complete_through, const char *expected)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  g_auto (GStrv) months = g_strsplit (expected, " ", -1);
  g_autoptr (GError) error = NULL;
  PsRealised realised;

  g_test_message ("%s", rows);
  g_assert_true (ps_realised_by_month (given->region, production, 2024, test_date (complete_through), &realised, &error));
  g_assert_no_error (error);
  g_assert_cmpint (realised.ceiling_cents, ==, 150000);
  g_assert_cmpuint (g_strv_length (months), ==, 12);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpint (realised.realised_cents[i], ==, g_str_equal (months[i], "-") ? PS_NO_NUMBER : test_cents (months[i]));
}

static void
test_lines (void)
{
  static const char lines[] = "line 1 M/1 A 2024-01-31 2024-02-29 10 1 =\nline 2 M/1 A 2024-03-01 2024-03-31 20 1 =\n"
                              "line 3 M/1 A 2024-12-31 2024-12-31 40 1 =\nline 4 M/1 A 2023-12-31 2024-01-31 80 1 =\n"
                              "line 5 M/1 A 2024-03-01 2024-03-31 -5 1 =\n";

  assert_months (lines, "2024-12-31", "10 10 25 25 25 25 25 25 25 25 25 65");
  assert_months (lines, "2025-06-30", "10 10 25 25 25 25 25 25 25 25 25 65");
}

static void
test_complete_through (void)
{
  static const char lines[] = "line 1 M/1 A 2024-01-31 2024-02-29 10 1 =\n";

  assert_months (lines, "2024-03-31", "10 10 10 - - - - - - - - -");
  assert_months (lines, "2024-03-30", "10 10 - - - - - - - - - -");
  assert_months (lines, "2024-01-30", "- - - - - - - - - - - -");
  assert_months (lines, "2023-12-31", "- - - - - - - - - - - -");
}

/* Net − outside of what the scopes cover: no lump sums, nothing uncovered, and before the bands. */
static void
test_covered_only (void)
{
  assert_months ("line 1 M/1 A 2024-01-01 2024-01-31 10 1 =\nline 2 M/1 O 2024-01-01 2024-01-31 20 1 =\n"
                 "line 3 M/3 B 2024-01-01 2024-01-31 40 1 =\nline 4 O/1 A 2024-01-01 2024-01-31 80 1 =\n"
                 "line 5 M/1 A 2024-02-01 2024-02-29 10000 1 =\n"
                 "line 6 M/4 A 2024-03-01 2024-03-31 100 1 =\ncare M/4 2023-05-05\n",
                 "2024-12-31", "10 10.010 10.100 10.100 10.100 10.100 10.100 10.100 10.100 10.100 10.100 10.100");
}

/* Trajects count as they run; from the end on the price they got. */
static void
test_trajects (void)
{
  assert_months ("care M/2 2024-03-01\n", "2024-12-31", "0 0 310 610 920 1.220 1.530 1.840 1.840 1.840 1.840 1.840");
  assert_months ("care M/2 2024-03-01 2024-05-31 32\n", "2024-12-31", "0 0 310 610 920 920 920 920 920 920 920 920");
  assert_months ("care M/2 2024-03-01 2024-05-31 31\n", "2024-12-31",
                 "0 0 310 610 1.840 1.840 1.840 1.840 1.840 1.840 1.840 1.840");
  /* the part of last year is not this year's: 1 of 183 days */
  assert_months ("care M/2 2023-12-31 2024-01-31 31\n", "2024-03-31", "1.829,89 1.829,89 1.829,89 - - - - - - - - -");
}

static void
test_places (void)
{
  assert_months ("care M/5 2024-02-01\n", "2024-06-30", "0 580 1.200 1.800 2.420 3.020 - - - - - -");
}

static void
test_overflow (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "line 1 M/1 A 2024-01-01 2024-01-31 9.000.000.000.000.000 1 =\n"
                                                         "tariff A 2.000 2024-02-01 - by=P1\n"
                                                         "line 2 M/1 A 2024-02-01 2024-02-29 9.000.000.000.000.000 2.000 1\n");
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  g_autoptr (GError) error = NULL;
  PsRealised realised;

  g_assert_false (ps_realised_by_month (given->region, production, 2024, test_date ("2024-12-31"), &realised, &error));
  g_assert_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/realised/lines", test_lines);
  g_test_add_func ("/realised/complete-through", test_complete_through);
  g_test_add_func ("/realised/covered-only", test_covered_only);
  g_test_add_func ("/realised/trajects", test_trajects);
  g_test_add_func ("/realised/places", test_places);
  g_test_add_func ("/realised/overflow", test_overflow);
  return g_test_run ();
}
