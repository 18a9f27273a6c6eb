/* test-cost.c: what care cost in a period (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-cost.h"
#include "random-region.h"
#include "region-builder.h"

#include <string.h>

/* € 20 a place a day in 2024 (366 days); a traject from 1 July of 184 days costs € 10 a day. */
#define REGION                                                                                                                   \
  "product A 1/G pxq uur norm=6\nproduct T 1/G traject traject norm=6\nproduct V 1/G plek plekjaar\nproduct O 1/G pxq uur "      \
  "exempt=buiten\nproduct B 2/H pxq uur\ntariff A 1\ntariff T 1.840\ntariff V 7.320\ntariff O 1\ntariff B 1\n"                   \
  "assignment M/1 C *G 2020-01-01\nassignment M/2 C T 2020-01-01\nassignment M/3 C V 2020-01-01\n"                               \
  "assignment M/4 C *H 2020-01-01\nassignment N/1 D A 2020-01-01\n"

typedef struct
{
  const char *rows, *from, *through;
  const char *expected; /* "G/A/M=10 H/-/M=100": group, product, municipality, euros */
} Case;

static char *
describe (const PsRegion *region, const GArray *costs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < costs->len; i++)
    {
      const PsCost *cost = &g_array_index (costs, PsCost, i);

      g_string_append_printf (text, "%s%s/%s/%s=%" G_GINT64_FORMAT, i > 0 ? " " : "", ps_region_group (region, cost->group)->code,
                              cost->product == PS_NONE ? "-" : ps_region_product (region, cost->product)->code,
                              ps_region_municipality (region, cost->municipality)->code, cost->cents);
    }
  return g_string_free (text, FALSE);
}

static void
assert_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strconcat (REGION, cases[i].rows, NULL);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsProduction) production = test_region_production (given, "P1");
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) costs =
          ps_cost_make (given->region, production, 2024, test_date (cases[i].from), test_date (cases[i].through), &error);
      g_autofree char *found = NULL;

      g_test_message ("%s (%s, %s)", cases[i].rows, cases[i].from, cases[i].through);
      g_assert_no_error (error);
      found = describe (given->region, costs);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

#define LINES                                                                                                                    \
  "line 1 M/1 A 2024-01-31 2024-02-29 10 1 =\nline 2 M/1 A 2024-02-01 2024-02-29 20 1 =\nline 3 N/1 A 2024-02-29 2024-03-31 40 " \
  "1 =\nline 4 M/1 O 2024-03-01 2024-03-31 80 1 =\nline 5 M/1 A 2023-12-31 2024-01-31 160 1 =\n"

/* By their first day; credit lines simply add up; what is refused or in dispute cost nothing. */
static void
test_lines (void)
{
  static const Case cases[] = {
    { LINES, "2024-01-01", "2024-12-31", "G/A/M=3000 G/A/N=4000 G/O/M=8000" },
    { LINES, "2024-01-01", "2024-01-31", "G/A/M=1000" },
    { LINES, "2024-02-01", "2024-02-29", "G/A/M=2000 G/A/N=4000" },
    { LINES, "2024-02-29", "2024-02-29", "G/A/N=4000" },
    { LINES, "2024-01-01", "2024-01-30", "" },
    { LINES, "2024-03-02", "2024-12-31", "" },
    { LINES, "2024-02-01", "2024-01-31", "" }, /* no day at all */
    { LINES "line 6 M/1 A 2024-02-01 2024-02-29 -25 1 =\n", "2024-02-01", "2024-02-28", "G/A/M=-500" },
    { LINES "line 6 M/1 A 2024-02-01 2024-02-29 -20 1 =\n", "2024-02-01", "2024-02-28", "" },
    { "line 1 M/1 A 2024-02-01 2024-02-29 10 1 = status=afgewezen\n", "2024-01-01", "2024-12-31", "" },
    { "line 1 M/1 A 2024-02-01 2024-02-29 10 2 =\n", "2024-01-01", "2024-12-31", "" },
    { "line 1 M/1 A 2024-02-01 2024-02-29 10 2 = decided=price\n", "2024-01-01", "2024-12-31", "G/A/M=1000" },
    { "line 1 M/1 A 2024-02-01 2024-02-29 10 1 = status=ingediend\n", "2024-01-01", "2024-12-31", "G/A/M=1000" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* Less what is deducted past the norm duration, under whatever ceiling, and before the bands. */
static void
test_norm_duration (void)
{
  static const char rows[] = "scheme s bands=0:100,100:0 norm=0:90\nagreement 2024 regel\nagreed 2024 G M 5 scheme=s\n"
                             "care M/1 2023-01-01\nline 1 M/1 A 2024-02-01 2024-02-29 10 1 =\n";
  static const Case cases[] = { { rows, "2024-01-01", "2024-12-31", "G/A/M=900" } };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* As they run: the year's part, the month's part. */
static void
test_trajects (void)
{
  static const Case cases[] = {
    { "care M/2 2024-07-01\n", "2024-07-01", "2024-07-31", "G/T/M=31000" },
    { "care M/2 2024-07-01\n", "2024-01-01", "2024-12-31", "G/T/M=184000" },
    { "care M/2 2024-07-01\n", "2024-01-01", "2024-06-30", "" },
    { "care M/2 2024-07-01 2024-07-10 31\n", "2024-07-10", "2024-07-10", "G/T/M=175000" }, /* 9 days, then all of it */
    { "care M/2 2024-07-01 2024-07-10 32\n", "2024-07-01", "2024-12-31", "G/T/M=10000" },
    { "care M/2 2024-07-01 2024-07-10 20\n", "2024-07-01", "2024-07-31", "G/T/M=31000" }, /* only stopped for a while */
    { "care M/2 2023-07-01\n", "2024-01-01", "2024-12-31", "" },                          /* to its norm in 2023 */
    { "care M/2 2023-12-31\n", "2024-01-01", "2024-01-31", "G/T/M=31341" },               /* 32 of 182 days less 1 */
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_places (void)
{
  static const Case cases[] = {
    { "care M/3 2023-05-01\n", "2024-02-01", "2024-02-29", "G/V/M=58000" },
    { "care M/3 2023-05-01\n", "2024-01-01", "2024-12-31", "G/V/M=732000" },
    { "care M/3 2024-02-29 2024-03-01\n", "2024-01-01", "2024-12-31", "G/V/M=4000" },
    { "care M/3 2024-02-29\ntariff V 3.660 2024-03-01 - by=P1\n", "2024-02-01", "2024-03-31", "G/V/M=33000" },
    /* on peildata: the average of those so far, for the days so far; one that finds nobody takes it back */
    { "agreement 2024 aanbieder places=peildata\npeildatum 2024-01-31\npeildatum 2024-02-29\ncare M/3 2024-01-01 2024-01-31\n",
      "2024-01-01", "2024-01-31", "G/V/M=62000" },
    { "agreement 2024 aanbieder places=peildata\npeildatum 2024-01-31\npeildatum 2024-02-29\ncare M/3 2024-01-01 2024-01-31\n",
      "2024-02-01", "2024-02-29", "G/V/M=-2000" },
    { "agreement 2024 aanbieder places=peildata\npeildatum 2024-01-31\ncare M/3 2024-01-01\n", "2024-01-01", "2024-01-30", "" },
    { "agreement 2024 aanbieder places=peiling\npeildatum 2024-01-31\nmeasured 2024-01-31 V M 1,5\n", "2024-01-01", "2024-02-29",
      "G/V/M=180000" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* The sum itself, of no product; not what was produced beside it. */
static void
test_lump_sum (void)
{
  static const char rows[] = "agreement 2024 regel\nagreed 2024 H M 3.660 lump=ja\nline 1 M/4 B 2024-02-01 2024-02-29 10 1 =\n"
                             "line 2 M/1 A 2024-02-01 2024-02-29 10 1 =\n";
  static const Case cases[] = {
    { rows, "2024-01-01", "2024-12-31", "G/A/M=1000 H/-/M=366000" },
    { rows, "2024-02-01", "2024-02-29", "G/A/M=1000 H/-/M=29000" },
    { rows, "2024-12-31", "2024-12-31", "H/-/M=1000" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* The tariff is in hundredths of a cent, so this is more than fits. */
static void
test_too_large (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION "line 1 M/1 A 2024-02-01 2024-02-29 1 1 90.000.000.000.000.000,00 decided=accept\n"
                              "line 2 M/1 A 2024-02-01 2024-02-29 1 1 90.000.000.000.000.000,00 decided=accept\n");
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_cost_make (given->region, production, 2024, test_date ("2024-01-01"), test_date ("2024-12-31"), &error));
  g_assert_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW);
}

/* Gross − norm deduction of a settlement's line. */
static gint64
settled (const PsSettlement *settlement, guint group, guint municipality)
{
  for (guint i = 0; settlement != NULL && i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);

      if (line->group == group && line->municipality == municipality)
        return line->gross_cents - line->norm_deduction_cents;
    }
  return 0;
}

/* To every month's end, of every product group and municipality: the cent that the accrual settlement to that day has. */
static void
assert_as_settled (const TestRegion *given, const PsProduction *production, const GArray *rows, PsDate day, guint at)
{
  PsSettleOptions options = { .year = 2024, .through = day, .accrue = TRUE };
  g_autoptr (PsSettlement) settlement = ps_settle (given->region, production, &options, NULL);

  for (guint group = 0; group < given->region->groups->len; group++)
    for (guint municipality = 0; municipality < given->region->municipalities->len; municipality++)
      {
        gint64 sum = 0;

        for (guint i = 0; i < rows->len; i++)
          {
            const PsCostUntil *row = &g_array_index (rows, PsCostUntil, i);

            sum += row->group == group && row->municipality == municipality ? row->until_cents[at] : 0;
          }
        g_assert_cmpint (sum, ==, settled (settlement, group, municipality));
      }
}

static void
test_adds_up (void)
{
  for (guint32 seed = 0; seed < 150; seed++)
    {
      g_autoptr (GPtrArray) random = random_region_rows (20240600 + seed, TRUE);
      g_autofree char *text = random_region_text (random);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsProduction) production = test_region_production (given, "P1");
      g_autoptr (GArray) rows = NULL;
      PsDate days[13];

      g_test_message ("seed %u", seed);
      days[0] = test_date ("2023-12-31");
      for (int month = 1; month <= 12; month++)
        days[month] = ps_date_from_ymd (2024, month, ps_date_days_in_month (2024, month));
      days[6] = test_date ("2024-06-17");
      rows = ps_cost_make_until (given->region, production, 2024, days, 13, NULL);
      for (guint i = 0; i < rows->len; i++)
        g_assert_cmpint (g_array_index (rows, PsCostUntil, i).until_cents[0], ==, 0);
      for (guint at = 1; at < 13; at++)
        assert_as_settled (given, production, rows, days[at], at);
    }
}

static void
test_work (void)
{
  static const struct
  {
    const char *name;
    PsWork work;
  } cases[] = {
    { "GGZ meerwerk", PS_WORK_EXTRA },  { "Meerwerk J&O", PS_WORK_EXTRA }, { "Maatwerk", PS_WORK_CUSTOM },
    { "MAATWERK LTA", PS_WORK_CUSTOM }, { "Begeleiding", PS_WORK_USUAL },  { "", PS_WORK_USUAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup (cases[i].name);
      PsProduct product = { .name = name };

      g_assert_cmpint (ps_product_work (&product), ==, cases[i].work);
      g_assert_nonnull (ps_work_label (cases[i].work));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cost/lines", test_lines);
  g_test_add_func ("/cost/norm-duration", test_norm_duration);
  g_test_add_func ("/cost/trajects", test_trajects);
  g_test_add_func ("/cost/places", test_places);
  g_test_add_func ("/cost/lump-sum", test_lump_sum);
  g_test_add_func ("/cost/too-large", test_too_large);
  g_test_add_func ("/cost/adds-up", test_adds_up);
  g_test_add_func ("/cost/work", test_work);
  return g_test_run ();
}
