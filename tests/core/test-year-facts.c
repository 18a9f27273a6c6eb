/* test-year-facts.c: what the overview needs of one provider's year (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-year-facts.h"
#include "random-region.h"
#include "region-builder.h"

#include <string.h>

#define REGION                                                                                                                   \
  "product A 1/G pxq uur\nproduct X 1/G pxq uur\ntariff A 1\ntariff X 1\nassignment M/1 C A 2023-01-01 2024-12-31 volume=1 "     \
  "per=dag\nassignment M/2 D X 2024-01-01 2024-06-30\nassignment N/1 C A 2024-01-01 2024-12-31\nassignment M/3 E A 2024-02-01\n" \
  "assignment M/4 F A 2024-04-01\nline 1 M/1 A 2023-12-31 2023-12-31 7 1 =\nline 2 M/1 A 2024-01-31 2024-01-31 10 1 =\n"         \
  "line 3 M/2 X 2024-02-01 2024-02-29 20 1 =\nline 4 M/1 A 2024-03-15 2024-03-31 40 1 =\n"                                       \
  "care M/1 2023-05-01 2024-01-10\ncare N/1 2024-02-01\ncare M/2 2024-01-15 2024-03-31\n"

static PsYearFacts *
make_of (const char *rows, const char *through, const char *day)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  guint extra = ps_region_find_product (given->region, "X");
  g_autoptr (GError) error = NULL;
  PsYearFacts *facts;

  g_free (g_array_index (given->region->products, PsProduct, extra).name);
  g_array_index (given->region->products, PsProduct, extra).name = g_strdup ("Meerwerk");
  facts = ps_year_facts_make (given->region, production, 2024, test_date (through), test_date (day), &error);
  g_assert_no_error (error);
  return facts;
}

static PsYearFacts *
make (const char *through, const char *day)
{
  return make_of ("", through, day);
}

static void
test_sums (void)
{
  g_autoptr (PsYearFacts) facts = make ("2024-03-31", "2024-04-15");

  g_assert_cmpint (facts->cost_cents, ==, 7000);
  g_assert_cmpint (facts->extra_cents, ==, 2000);
  g_assert_cmpint (facts->month_cents[0], ==, 1000);
  g_assert_cmpint (facts->month_cents[1], ==, 2000);
  g_assert_cmpint (facts->month_cents[2], ==, 4000);
  g_assert_cmpint (facts->month_cents[3], ==, PS_NO_NUMBER);
  g_assert_cmpint (facts->month_cents[11], ==, PS_NO_NUMBER);
  /* only of M/1 it is known how much it grants: € 1 a day for 91 days */
  g_assert_cmpint (facts->assigned_cents, ==, 9100);
  g_assert_cmpint (facts->declared_cents, ==, 5000);
}

/* C left on 10 January and came back on 1 February: one client; D goes on to the last day itself. */
static void
test_clients (void)
{
  static const struct
  {
    const char *through;
    guint n_clients, n_in_care;
  } cases[] = { { "2024-03-31", 2, 2 }, { "2024-04-01", 2, 1 }, { "2024-01-31", 2, 1 }, { "2024-01-14", 1, 0 },
                { "2024-01-10", 1, 1 }, { "2023-12-31", 0, 0 }, { "2024-12-31", 2, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsYearFacts) facts = make (cases[i].through, "2024-04-15");

      g_test_message ("%s", cases[i].through);
      g_assert_cmpuint (facts->clients->len, ==, cases[i].n_clients);
      g_assert_cmpuint (facts->n_in_care, ==, cases[i].n_in_care);
      for (guint place = 1; place < facts->clients->len; place++)
        g_assert_cmpuint (g_array_index (facts->clients, guint64, place - 1), <, g_array_index (facts->clients, guint64, place));
    }
}

/* E waits from 1 February, F from 1 April; more than 70 days is over the Treeknorm. */
static void
test_waiting (void)
{
  static const struct
  {
    const char *day;
    guint n_waiting, n_over;
  } cases[] = { { "2023-12-31", 0, 0 },                         /* of nothing of the year it is known */
                { "2024-01-31", 1, 0 },                         /* N/1, until 1 February */
                { "2024-02-01", 1, 0 }, { "2024-04-11", 2, 0 }, /* 70 days */
                { "2024-04-12", 2, 1 }, { "2024-06-11", 2, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsYearFacts) facts = make ("2024-03-31", cases[i].day);

      g_test_message ("%s", cases[i].day);
      g_assert_cmpuint (facts->n_waiting, ==, cases[i].n_waiting);
      g_assert_cmpuint (facts->n_waiting_over, ==, cases[i].n_over);
    }
}

/* E has a second assignment for the same, and C is in care for what it got another one for: as peildata count. */
static void
test_waiting_once (void)
{
  g_autoptr (PsYearFacts) facts =
      make_of ("assignment M/5 E A 2024-03-01\nassignment N/6 C A 2024-03-01\n", "2024-03-31", "2024-04-12");

  g_assert_cmpuint (facts->n_waiting, ==, 2);
  g_assert_cmpuint (facts->n_waiting_over, ==, 1);
}

/* No day of the year is complete yet. */
static void
test_nothing_known (void)
{
  g_autoptr (PsYearFacts) facts = make ("2023-12-31", "2024-01-05");

  g_assert_cmpint (facts->cost_cents, ==, 0);
  g_assert_cmpint (facts->assigned_cents, ==, 0);
  for (int month = 0; month < 12; month++)
    g_assert_cmpint (facts->month_cents[month], ==, PS_NO_NUMBER);
  g_assert_cmpuint (facts->clients->len, ==, 0);
}

/* The months add up to the year, and the year to the settlement by accrual. */
static void
test_adds_up (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GPtrArray) random = random_region_rows (20240700 + seed, FALSE);
      g_autofree char *text = random_region_text (random);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsProduction) production = test_region_production (given, "P1");
      PsDate through = test_date ("2024-12-31");
      g_autoptr (PsYearFacts) facts = ps_year_facts_make (given->region, production, 2024, through, through, NULL);
      PsSettleOptions options = { .year = 2024, .through = through, .accrue = TRUE };
      g_autoptr (PsSettlement) settlement = ps_settle (given->region, production, &options, NULL);
      gint64 months = 0;

      g_test_message ("seed %u", seed);
      for (int month = 0; month < 12; month++)
        months += facts->month_cents[month];
      g_assert_cmpint (months, ==, facts->cost_cents);
      g_assert_cmpint (facts->cost_cents, ==, settlement->totals.gross_cents - settlement->totals.norm_deduction_cents);
    }
}

static void
test_new (void)
{
  g_autoptr (PsYearFacts) facts = ps_year_facts_new ();

  g_assert_cmpint (facts->cost_cents, ==, 0);
  g_assert_cmpint (facts->month_cents[0], ==, PS_NO_NUMBER);
  g_assert_cmpuint (facts->clients->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/year-facts/sums", test_sums);
  g_test_add_func ("/year-facts/clients", test_clients);
  g_test_add_func ("/year-facts/waiting", test_waiting);
  g_test_add_func ("/year-facts/waiting-once", test_waiting_once);
  g_test_add_func ("/year-facts/nothing-known", test_nothing_known);
  g_test_add_func ("/year-facts/adds-up", test_adds_up);
  g_test_add_func ("/year-facts/new", test_new);
  return g_test_run ();
}
