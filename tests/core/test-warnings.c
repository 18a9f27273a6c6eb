/* test-warnings.c: warnings, which change no cent (domain.md §4)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settlement-check.h"

#define REGION                                                                                                                   \
  "product A 1/G pxq uur\nproduct B 1/G pxq uur\ntariff A 1\ntariff B 1\n"                                                       \
  "assignment M/1 C *G 2024-01-01\nassignment M/2 D *G 2024-01-01\ncare M/1 2024-01-01 2024-03-31 31\ncare M/2 2024-01-01\n"

static gint64
count_of (const char *rows, PsSignalKind kind, gboolean warnings)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  g_autoptr (GError) error = NULL;
  PsSettleOptions options = { .year = 2024, .through = ps_date_year_end (2024), .warnings = warnings };
  g_autoptr (PsSettlement) settlement = ps_settle (given->region, production, &options, &error);
  const PsSignal *signal = settlement_signal (settlement, kind);

  g_test_message ("%s", rows);
  g_assert_no_error (error);
  return signal == NULL ? 0 : signal->count;
}

typedef struct
{
  const char *rows;
  gint64 count;
} Case;

static void
assert_cases (PsSignalKind kind, const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (count_of (cases[i].rows, kind, TRUE), ==, cases[i].count);
      g_assert_cmpint (count_of (cases[i].rows, kind, FALSE), ==, 0);
    }
}

static void
test_care_stopped (void)
{
  static const Case cases[] = {
    { "line 1 M/1 A 2024-04-01 2024-04-30 5 1 =", 1 },
    { "line 1 M/1 A 2024-04-01 2024-04-30 5 1 =\nline 2 M/1 A 2024-05-01 2024-05-31 5 1 =", 2 },
    { "line 1 M/1 A 2024-03-01 2024-03-31 5 1 =", 0 },
    { "line 1 M/1 A 2024-03-31 2024-04-30 5 1 =", 0 },
    { "line 1 M/2 A 2024-04-01 2024-04-30 5 1 =", 0 },
    { "line 1 M/1 A 2024-06-01 2024-06-30 5 1 =\ncare M/1 2024-06-15", 0 },
    { "line 1 M/1 A 2024-04-01 2024-04-30 5 1 = status=afgewezen", 0 },
  };

  assert_cases (PS_SIGNAL_CARE_STOPPED, cases, G_N_ELEMENTS (cases));
}

static void
test_credit_without_debit (void)
{
  static const Case cases[] = {
    { "line 1 M/2 A 2024-04-01 2024-04-30 -5 1 =", 1 },
    { "line 1 M/2 A 2024-04-01 2024-04-30 5 1 =\nline 2 M/2 A 2024-04-01 2024-04-30 -5 1 =", 0 },
    { "line 1 M/2 B 2024-04-01 2024-04-30 5 1 =\nline 2 M/2 A 2024-04-01 2024-04-30 -5 1 =", 1 },
    { "line 1 M/1 A 2024-03-01 2024-03-31 5 1 =\nline 2 M/2 A 2024-03-01 2024-03-31 -5 1 =", 1 },
    { "line 1 M/2 A 2024-04-01 2024-04-30 5 1 =", 0 },
  };

  assert_cases (PS_SIGNAL_CREDIT_WITHOUT_DEBIT, cases, G_N_ELEMENTS (cases));
}

static void
test_same_service_twice (void)
{
  static const Case cases[] = {
    { "line 1 M/2 A 2024-04-01 2024-04-30 5 1 =\nline 2 M/2 A 2024-04-01 2024-04-30 5 1 =", 1 },
    { "line 1 M/2 A 2024-04-01 2024-04-30 5 1 =\nline 2 M/2 B 2024-04-01 2024-04-30 5 1 =", 0 },
    { "line 1 M/2 A 2024-04-01 2024-04-30 5 1 =\nline 2 M/2 A 2024-05-01 2024-05-31 5 1 =", 0 },
    { "line 1 M/1 A 2024-03-01 2024-03-31 5 1 =\nline 2 M/2 A 2024-03-01 2024-03-31 5 1 =", 0 },
    { "line 1 M/2 A 2024-04-01 2024-04-30 5 1 =\nline 2 M/2 A 2024-04-01 2024-04-30 5 1 = status=afgewezen", 0 },
    { "line 1 M/2 A 2024-04-01 2024-04-30 5 1 =\nline 2 M/2 A 2024-04-01 2024-04-30 -5 1 =", 0 },
    { "line 1 M/2 A 2024-04-01 2024-04-30 5 1 =\nline 2 M/2 A 2024-04-01 2024-04-30 -5 1 =\nline 3 M/2 A 2024-04-01 2024-04-30 5 "
      "1 =",
      0 },
  };

  assert_cases (PS_SIGNAL_SAME_SERVICE_TWICE, cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/warnings/care-stopped", test_care_stopped);
  g_test_add_func ("/warnings/credit-without-debit", test_credit_without_debit);
  g_test_add_func ("/warnings/same-service-twice", test_same_service_twice);
  return g_test_run ();
}
