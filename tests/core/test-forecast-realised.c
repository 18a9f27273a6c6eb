/* test-forecast-realised.c: what a scope realised in a year, held against settling anew for each day (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-forecast.h"
#include "random-region.h"
#include "region-builder.h"

#define N_REGIONS 150

typedef struct
{
  TestRegion *given;
  PsProduction *production;
  const PsAgreement *agreement;
  int year;
  PsDate day;
  PsDate through;
} Case;

/* The rule itself: the year settled up to a day, trajects by accrual. */
static PsSettlement *
settle_to (const Case *it, PsDate through, PsDate peildata_through)
{
  PsSettleOptions options = {
    .year = it->year, .through = through, .peildata_through = peildata_through, .accrue = TRUE, .agreement = it->agreement
  };
  g_autoptr (GError) error = NULL;
  PsSettlement *settlement = ps_settle (it->given->region, it->production, &options, &error);

  g_assert_no_error (error);
  return settlement;
}

static gint64
net_of (const PsSettlement *settlement, guint scope)
{
  return g_array_index (settlement->scopes, PsScope, scope).net_cents;
}

/* What of a scope's realised can bear no deduction. */
static gint64
exempt_of (const PsSettlement *settlement, guint scope)
{
  gint64 bears = 0;

  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);

      if (line->scope == scope)
        bears += MAX (0, line->net_cents - line->exempt_cents);
    }
  return MAX (0, net_of (settlement, scope) - bears);
}

static void
assert_on_day (const Case *it, const PsYearRealised *realised)
{
  g_autoptr (PsSettlement) settlement = NULL;
  PsDate start = ps_date_year_start (it->year);

  for (guint i = 0; it->through < start && i < realised->names->len; i++)
    {
      g_assert_cmpint (realised->scopes[i].realised_cents, ==, 0);
      g_assert_cmpint (realised->scopes[i].exempt_cents, ==, 0);
    }
  if (it->through < start)
    return;
  settlement = settle_to (it, MIN (it->through, ps_date_year_end (it->year)), it->day);
  g_assert_cmpuint (settlement->scopes->len, ==, realised->names->len);
  for (guint i = 0; i < realised->names->len; i++)
    {
      g_assert_cmpstr (realised->names->pdata[i], ==, g_array_index (settlement->scopes, PsScope, i).name);
      g_assert_cmpint (realised->scopes[i].realised_cents, ==, net_of (settlement, i));
      g_assert_cmpint (realised->scopes[i].exempt_cents, ==, exempt_of (settlement, i));
    }
}

static void
assert_months (const Case *it, const PsYearRealised *realised)
{
  for (int month = 1; month <= 12; month++)
    {
      PsDate end = ps_date_from_ymd (it->year, month, ps_date_days_in_month (it->year, month));
      g_autoptr (PsSettlement) settlement = settle_to (it, end, it->day);

      for (guint i = 0; i < realised->names->len; i++)
        g_assert_cmpint (realised->scopes[i].month_cents[month - 1], ==,
                         end <= it->through ? net_of (settlement, i) : PS_NO_NUMBER);
    }
}

static void
assert_total (const Case *it, const PsYearRealised *realised)
{
  g_autoptr (PsSettlement) settlement = settle_to (it, ps_date_year_end (it->year), 0);

  for (guint i = 0; i < realised->names->len; i++)
    g_assert_cmpint (realised->scopes[i].total_cents, ==, realised->whole ? net_of (settlement, i) : PS_NO_NUMBER);
}

/* Of a year that is complete the months after the day too, looked at from its end. */
static void
assert_known (const Case *it, const PsYearRealised *realised)
{
  for (int month = 1; month <= 12; month++)
    {
      PsDate end = ps_date_from_ymd (it->year, month, ps_date_days_in_month (it->year, month));
      g_autoptr (PsSettlement) settlement = settle_to (it, end, end <= it->through ? it->day : ps_date_year_end (it->year));

      for (guint i = 0; i < realised->names->len; i++)
        g_assert_cmpint (realised->scopes[i].known_cents[month - 1], ==,
                         end <= it->through || realised->whole ? net_of (settlement, i) : PS_NO_NUMBER);
    }
}

static void
assert_case (const Case *it, gboolean whole)
{
  PsYearRealisedOptions options = { it->agreement, it->year, it->day, it->through, whole };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsYearRealised) realised = ps_year_realised (it->given->region, it->production, &options, &error);

  g_assert_no_error (error);
  g_assert_cmpint (realised->year, ==, it->year);
  assert_on_day (it, realised);
  assert_months (it, realised);
  assert_known (it, realised);
  assert_total (it, realised);
}

/* Random regions, this year and those beside it, from odd days. */
static void
test_equals_settling (void)
{
  static const int years[] = { 2024, 2023, 2025 };
  guint n_with = 0;

  for (guint32 seed = 1; seed <= N_REGIONS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) rows = random_region_rows (seed, seed % 2);
      g_autofree char *text = random_region_text (rows);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsProduction) production = test_region_production (given, "P1");
      Case it = { given, production, ps_region_find_agreement (given->region, production->provider, 2024), 0, 0, 0 };

      if (it.agreement == NULL)
        continue;
      g_test_message ("seed %u", seed);
      n_with++;
      it.year = years[seed % 3];
      it.day = ps_date_year_start (it.year) + g_rand_int_range (random, 0, 366);
      it.through = it.day - g_rand_int_range (random, -10, 90);
      assert_case (&it, seed % 5 == 0);
    }
  g_assert_cmpuint (n_with, >, N_REGIONS / 3);
}

/* On the last day of the year nothing is left to come: the care in progress makes it what was realised. */
static void
test_in_care_at_the_end (void)
{
  guint n_equal = 0;

  for (guint32 seed = 1; seed <= N_REGIONS; seed++)
    {
      g_autoptr (GPtrArray) rows = random_region_rows (seed, FALSE);
      g_autofree char *text = random_region_text (rows);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsProduction) production = test_region_production (given, "P1");
      PsYearRealisedOptions options = { .agreement = ps_region_find_agreement (given->region, production->provider, 2024),
                                        .year = 2024,
                                        .day = ps_date_year_end (2024),
                                        .through = ps_date_year_end (2024) };
      g_autoptr (PsYearRealised) realised = NULL;

      if (options.agreement == NULL)
        continue;
      g_test_message ("seed %u", seed);
      realised = ps_year_realised (given->region, production, &options, NULL);
      for (guint i = 0; i < realised->names->len; i++)
        if (realised->scopes[i].in_care_cents != PS_NO_NUMBER)
          {
            g_assert_cmpint (realised->scopes[i].in_care_cents, ==, realised->scopes[i].realised_cents);
            n_equal += realised->scopes[i].realised_cents != 0;
          }
    }
  g_assert_cmpuint (n_equal, >, N_REGIONS / 3);
}

/* Exempt products of every funding, and lines of credits that can bear nothing. */
static void
test_exempt (void)
{
  static const char *const rows[] = {
    "product T 1/G traject traject norm=6 exempt=ja\ntariff T 1.840\nassignment M/2 C T 2023-01-01\ncare M/2 2024-02-01\n",
    "product V 1/G plek plekjaar exempt=ja\ntariff V 7.320\nassignment M/2 C V 2023-01-01\ncare M/2 2024-02-01\n",
    "product V 1/G plek plekjaar exempt=buiten\ntariff V 7.320\nassignment M/2 C V 2023-01-01\ncare M/2 2024-02-01\n",
    "product T 1/G traject traject norm=6 exempt=buiten\ntariff T 1.840\nassignment M/2 C T 2023-01-01\ncare M/2 2024-02-01\n",
    "product E 1/G pxq uur exempt=ja\ntariff E 1\nassignment M/2 C E 2023-01-01\nline 2 M/2 E 2024-02-01 2024-02-29 70 1 =\n",
    "product E 1/G pxq uur exempt=ja\ntariff E 1\nassignment M/2 C E 2023-01-01\nline 2 M/2 E 2024-02-01 2024-02-29 -70 1 =\n",
    "assignment N/1 C A 2023-01-01\nline 2 N/1 A 2024-02-01 2024-02-29 -500 1 =\n",
  };
  static const char *const exempt[] = { "1.526,59", "3.020", "0", "0", "70", "0", "0" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strconcat ("product A 1/G pxq uur\ntariff A 1\nagreement 2024 aanbieder\nagreed 2024 G M 1.000\n"
                                           "assignment M/1 C A 2023-01-01\nline 1 M/1 A 2024-01-05 2024-01-31 90 1 =\n",
                                           rows[i], NULL);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsProduction) production = test_region_production (given, "P1");
      Case it = { given,
                  production,
                  ps_region_find_agreement (given->region, production->provider, 2024),
                  2024,
                  test_date ("2024-07-19"),
                  test_date ("2024-06-30") };
      PsYearRealisedOptions options = { it.agreement, it.year, it.day, it.through, TRUE };
      g_autoptr (PsYearRealised) realised = ps_year_realised (given->region, production, &options, NULL);

      g_test_message ("%s", rows[i]);
      assert_case (&it, TRUE);
      g_assert_cmpint (realised->scopes->exempt_cents, ==, test_cents (exempt[i]));
    }
}

/* Places on peildata: every one up to the peildatum, for the days to data_through, at the ends of the months too; a total has them all. */
static void
test_places_on_peildata (void)
{
  g_autoptr (TestRegion) given = test_region_new (
      "product V 1/G plek plekjaar\ntariff V 7.320\nagreement 2024 aanbieder places=peildata\nagreed 2024 G M 0\n"
      "peildatum 2024-02-22\npeildatum 2024-05-19\npeildatum 2024-07-19\n"
      "assignment M/1 C V 2023-01-01\nassignment M/2 D V 2023-01-01\ncare M/1 2024-01-01\ncare M/2 2024-04-15\n");
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  PsYearRealisedOptions options = { .agreement = ps_region_find_agreement (given->region, production->provider, 2024),
                                    .year = 2024,
                                    .day = test_date ("2024-05-19"),
                                    .through = test_date ("2024-03-31"),
                                    .whole = TRUE };
  g_autoptr (PsYearRealised) realised = ps_year_realised (given->region, production, &options, NULL);

  /* 1 and 2 places: 1,5 × € 20 a day, though D came after data_through; on all three 5 ÷ 3 */
  g_assert_cmpint (realised->scopes->realised_cents, ==, test_cents ("2.730"));
  g_assert_cmpint (realised->scopes->month_cents[0], ==, test_cents ("930"));
  g_assert_cmpint (realised->scopes->month_cents[2], ==, test_cents ("2.730"));
  g_assert_cmpint (realised->scopes->month_cents[3], ==, PS_NO_NUMBER);
  g_assert_cmpint (realised->scopes->total_cents, ==, test_cents ("12.200"));
}

static void
test_same_day (void)
{
  g_assert_cmpint (ps_same_day (test_date ("2024-02-29"), 2023), ==, test_date ("2023-02-28"));
  g_assert_cmpint (ps_same_day (test_date ("2024-02-29"), 2020), ==, test_date ("2020-02-29"));
  g_assert_cmpint (ps_same_day (test_date ("2023-02-28"), 2024), ==, test_date ("2024-02-28"));
  g_assert_cmpint (ps_same_day (test_date ("2024-12-31"), 2023), ==, test_date ("2023-12-31"));
  g_assert_cmpint (ps_same_day (test_date ("2024-01-01"), 2025), ==, test_date ("2025-01-01"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/same-day", test_same_day);
  g_test_add_func ("/forecast/in-care-at-the-end", test_in_care_at_the_end);
  g_test_add_func ("/forecast/realised-exempt", test_exempt);
  g_test_add_func ("/forecast/realised-places-on-peildata", test_places_on_peildata);
  g_test_add_func ("/forecast/realised-equals-settling", test_equals_settling);
  return g_test_run ();
}
