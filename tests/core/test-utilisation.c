/* test-utilisation.c: declared ÷ assigned (domain.md §2 and §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-utilisation.h"
#include "region-builder.h"

/* A costs € 60 an hour; from 1 July € 90, and P1 has its own price of Q. */
#define REGION                                                                                                                   \
  "product A 1/G pxq uur\nproduct E 1/G pxq stuk\nproduct N 1/G pxq uur\nproduct V 2/H plek plekjaar\nproduct T 2/H traject "    \
  "traject norm=6\nproduct Q 1/G pxq uur\ntariff A 60 2020-01-01 2024-06-30\ntariff A 90 2024-07-01\ntariff E 25\ntariff V "     \
  "7.320\ntariff T 1.840\ntariff Q 10\ntariff Q 20 2020-01-01 - by=P1\n"

static void
test_per_day (void)
{
  static const struct
  {
    const char *assignment;
    const char *on;
    gint64 expected; /* millionths of a euro */
  } cases[] = {
    { "A 2024-01-01 2024-12-31 volume=1 unit=uur per=dag", "2024-01-01", 60000000 },
    { "A 2024-01-01 2024-12-31 volume=1 per=dag", "2024-06-30", 60000000 }, /* no unit: the product's */
    { "A 2024-01-01 2024-12-31 volume=1 unit=uur per=dag", "2024-07-01", 90000000 },
    { "A 2024-01-01 2024-12-31 volume=7 unit=uur per=week", "2024-01-01", 60000000 },
    { "A 2024-01-01 2024-12-31 volume=36,5 unit=uur per=maand", "2024-01-01", 72000000 },
    { "A 2024-01-01 2024-12-31 volume=366 unit=uur per=totaal", "2024-01-01", 60000000 },
    { "A 2024-01-01 2024-12-31 volume=60 unit=minuut per=dag", "2024-01-01", 60000000 },
    { "A 2024-01-01 2024-12-31 volume=1,5 unit=euro per=dag", "2024-01-01", 1500000 },
    { "*G 2024-01-01 2024-12-31 volume=1,5 unit=euro per=dag", "2024-01-01", 1500000 },
    { "*G 2024-01-01 2024-12-31 volume=1 unit=uur per=dag", "2024-01-01", 0 }, /* of which price? */
    { "*G 2024-01-01 2024-12-31 budget=366", "2024-01-01", 1000000 },
    { "A 2024-01-01 2024-12-31 budget=366", "2024-01-01", 1000000 },
    { "A 2024-01-01 2024-12-31 volume=1 per=dag budget=366", "2024-01-01", 60000000 }, /* the volume is the better one */
    { "A 2024-01-01 2024-12-31 volume=1 unit=stuk per=dag budget=366", "2024-01-01", 1000000 },
    { "A 2024-01-01 - budget=366", "2024-01-01", 0 }, /* nothing to spread over */
    { "A 2024-01-01 - volume=366 per=totaal", "2024-01-01", 0 },
    { "A 2024-01-01 2024-12-31 volume=1", "2024-01-01", 0 }, /* how often? */
    { "A 2024-01-01 2024-12-31 volume=1 unit=stuk per=dag", "2024-01-01", 0 },
    { "A 2024-01-01 2024-12-31 volume=1 per=dag", "2019-12-31", 0 }, /* no tariff */
    { "N 2024-01-01 2024-12-31 volume=1 per=dag", "2024-01-01", 0 },
    { "A 2024-01-01 2024-12-31 volume=0 per=dag", "2024-01-01", 0 },
    { "A 2024-01-01 2024-12-31", "2024-01-01", 0 },
    { "Q 2024-01-01 2024-12-31 volume=1 per=dag", "2024-01-01", 20000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (REGION "assignment M/1 C ", cases[i].assignment, "\n", NULL);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsProduction) production = test_region_production (given, "P1");
      const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, 0);

      g_test_message ("%s", cases[i].assignment);
      g_assert_cmpint ((gint64) ps_assigned_per_day (given->region, production->provider, assignment, test_date (cases[i].on)),
                       ==, cases[i].expected);
    }
}

typedef struct
{
  const char *rows, *from, *through;
  const char *expected; /* "A/M 6000/3000 1": product/municipality, assigned/declared in cents, assignments; "+1": unknown */
} Case;

static void
assert_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strconcat (REGION, cases[i].rows, NULL);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsProduction) production = test_region_production (given, "P1");
      g_autoptr (GArray) rows =
          ps_utilisation_make (given->region, production, 2024, test_date (cases[i].from), test_date (cases[i].through), NULL);
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("%s (%s, %s)", cases[i].rows, cases[i].from, cases[i].through);
      for (guint place = 0; place < rows->len; place++)
        {
          const PsUtilisation *row = &g_array_index (rows, PsUtilisation, place);

          g_string_append_printf (found, "%s%s/%s %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT " %u", place > 0 ? "; " : "",
                                  row->product == PS_NONE ? "*" : ps_region_product (given->region, row->product)->code,
                                  ps_region_municipality (given->region, row->municipality)->code, row->assigned_cents,
                                  row->declared_cents, row->n_assignments);
          if (row->n_unknown > 0)
            g_string_append_printf (found, "+%u", row->n_unknown);
        }
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

#define YEAR "2024-01-01 2024-12-31"

/* For the days of the assignment in the period, whether there was care or not; what was rounded is rounded once. */
static void
test_assigned (void)
{
  static const Case cases[] = {
    { "assignment M/1 C A 2024-02-01 2024-12-31 volume=1 per=dag\n", "2024-01-01", "2024-02-29", "A/M 174000/0 1" },
    { "assignment M/1 C A 2024-02-29 2024-02-29 volume=1 per=dag\n", "2024-01-01", "2024-12-31", "A/M 6000/0 1" },
    { "assignment M/1 C A 2020-01-01 - volume=1 per=week\n", "2024-01-01", "2024-01-10", "A/M 8571/0 1" },  /* 10 × 60 ÷ 7 */
    { "assignment M/1 C A 2020-01-01 - volume=1 per=maand\n", "2024-01-01", "2024-01-31", "A/M 6115/0 1" }, /* 31 × 720 ÷ 365 */
    { "assignment M/1 C A " YEAR " budget=100\n", "2024-01-01", "2024-12-31", "A/M 10000/0 1" },
    /* 183 of 366 days of 19 cents: exact to the end, for days cut to millionths would make a cent less */
    { "assignment M/1 C A " YEAR " budget=0,19\n", "2024-01-01", "2024-07-01", "A/M 10/0 1" },
    { "assignment M/1 C A " YEAR " budget=100\n", "2024-01-01", "2024-06-30", "A/M 4973/0 1" }, /* 182 of 366 days */
    /* the tariff of its first day in the period */
    { "assignment M/1 C A " YEAR " volume=1 per=dag\n", "2024-06-30", "2024-07-01", "A/M 12000/0 1" },
    { "assignment M/1 C A " YEAR " volume=1 per=dag\n", "2024-07-01", "2024-07-02", "A/M 18000/0 1" },
    { "assignment M/1 C A 2024-07-01 2024-12-31 volume=1 per=dag\n", "2024-06-30", "2024-07-01", "A/M 9000/0 1" },
    /* not in the period; no period at all */
    { "assignment M/1 C A 2024-03-01 2024-12-31 volume=1 per=dag\n", "2024-01-01", "2024-02-29", "" },
    { "assignment M/1 C A 2023-03-01 2023-12-31 volume=1 per=dag\n", "2024-01-01", "2024-02-29", "" },
    { "assignment M/1 C A " YEAR " volume=1 per=dag\n", "2024-01-01", "2023-12-31", "" },
    /* only P×Q; by product and municipality */
    { "assignment M/1 C V " YEAR " volume=1 per=dag\nassignment M/2 C T " YEAR " budget=100\n", "2024-01-01", "2024-01-01", "" },
    { "assignment N/1 C A " YEAR " volume=1 per=dag\nassignment M/1 C A " YEAR " volume=2 per=dag\nassignment M/2 D A " YEAR
      " volume=3 per=dag\nassignment M/3 D *G " YEAR " budget=366\n",
      "2024-01-01", "2024-01-01", "A/M 30000/0 2; A/N 6000/0 1; */M 100/0 1" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

#define GRANTED "assignment M/1 C A 2024-01-01 2024-06-30 volume=1 per=dag\n"

static void
test_declared (void)
{
  static const Case cases[] = {
    /* by their first day */
    { GRANTED "line 1 M/1 A 2024-01-31 2024-01-31 10 60 =\nline 2 M/1 A 2024-02-01 2024-02-29 20 60 =\n", "2024-01-01",
      "2024-01-31", "A/M 186000/60000 1" },
    { GRANTED "line 1 M/1 A 2024-01-31 2024-01-31 10 60 =\nline 2 M/1 A 2024-02-01 2024-02-29 20 60 =\n", "2024-02-01",
      "2024-02-29", "A/M 174000/120000 1" },
    /* credit lines; refused, disputed, accepted at the right price */
    { GRANTED "line 1 M/1 A 2024-01-01 2024-01-31 10 60 =\nline 2 M/1 A 2024-01-01 2024-01-31 -4 60 =\n", "2024-01-01",
      "2024-01-31", "A/M 186000/36000 1" },
    { GRANTED "line 1 M/1 A 2024-01-01 2024-01-31 10 60 = status=afgewezen\n", "2024-01-01", "2024-01-31", "A/M 186000/0 1" },
    { GRANTED "line 1 M/1 A 2024-01-01 2024-01-31 10 70 =\n", "2024-01-01", "2024-01-31", "A/M 186000/0 1" },
    { GRANTED "line 1 M/1 A 2024-01-01 2024-01-31 10 70 = decided=price\n", "2024-01-01", "2024-01-31", "A/M 186000/60000 1" },
    { GRANTED "line 1 M/1 A 2024-01-01 2024-01-31 10 60 = decided=dispute\n", "2024-01-01", "2024-01-31", "A/M 186000/0 1" },
    /* lines of the assignment in a period in which it does not run: only where they were accepted */
    { GRANTED "line 1 M/1 A 2024-07-01 2024-07-31 10 90 =\n", "2024-07-01", "2024-07-31", "" },
    { GRANTED "line 1 M/1 A 2024-07-01 2024-07-31 10 90 = decided=accept\n", "2024-07-01", "2024-07-31", "A/M 0/90000 1" },
    /* an aspecific one, of whatever product of its group */
    { "assignment M/1 C *G 2024-01-01 2024-12-31 budget=366\nline 1 M/1 A 2024-01-01 2024-01-31 1 60 =\nline 2 M/1 E 2024-01-01 "
      "2024-01-31 1 25 =\n",
      "2024-01-01", "2024-01-31", "*/M 3100/8500 1" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* Of which nobody can say how much it grants counts in neither. */
static void
test_unknown (void)
{
  static const Case cases[] = {
    { "assignment M/1 C A " YEAR "\nline 1 M/1 A 2024-01-01 2024-01-31 10 60 =\n", "2024-01-01", "2024-01-31", "A/M 0/0 1+1" },
    { "assignment M/1 C A " YEAR "\nline 1 M/1 A 2024-01-01 2024-01-31 10 60 =\nassignment M/2 D A " YEAR
      " volume=1 per=dag\nline 2 M/2 A 2024-01-01 2024-01-31 1 60 =\n",
      "2024-01-01", "2024-01-31", "A/M 186000/6000 2+1" },
    { "assignment M/1 C A 2024-01-01 - budget=100\n", "2024-01-01", "2024-01-31", "A/M 0/0 1+1" },
    { "assignment M/1 C N " YEAR " volume=1 per=dag\n", "2024-01-01", "2024-01-31", "N/M 0/0 1+1" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/utilisation/per-day", test_per_day);
  g_test_add_func ("/utilisation/assigned", test_assigned);
  g_test_add_func ("/utilisation/declared", test_declared);
  g_test_add_func ("/utilisation/unknown", test_unknown);
  return g_test_run ();
}
