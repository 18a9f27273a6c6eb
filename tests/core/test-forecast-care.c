/* test-forecast-care.c: what a year comes to from the care in progress (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-forecast.h"
#include "region-builder.h"

/* € 20 a place a day in 2024; a traject of 184 days (from 1 July) costs € 1.840. */
#define REGION                                                                                                                   \
  "product V 1/G plek plekjaar\nproduct T 1/G traject traject norm=6\nproduct A 1/G pxq uur\nproduct B 1/H pxq uur\n"            \
  "product O 1/H pxq uur exempt=buiten\nproduct W 1/G plek plekjaar exempt=buiten\n"                                             \
  "tariff V 7.320\ntariff W 7.320\ntariff T 1.840\ntariff A 10\ntariff B 10\ntariff O 10\n"                                      \
  "agreed 2024 G M 1.000\nagreed 2024 H M 1.000\nagreed 2024 G N 1.000\n"

#define DAILY "agreement 2024 aanbieder\n"

typedef struct
{
  const char *rows, *day, *through;
  const char *expected; /* "-": cannot be said */
} Case;

/* What an assignment grants: a volume in thousandths, a budget in cents. */
typedef struct
{
  gint64 volume_milli, budget_cents;
  guint8 unit, frequency;
} Granted;

static void
grant (const PsProduction *production, const Granted *granted)
{
  for (guint i = 0; i < production->assignments->len; i++)
    {
      PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, i);

      assignment->volume_milli = granted[i].volume_milli;
      assignment->budget_cents = granted[i].budget_cents;
      assignment->unit = granted[i].unit;
      assignment->frequency = granted[i].frequency;
    }
}

static gint64
in_care (const Case *it, const Granted *granted)
{
  g_autofree char *text = g_strconcat (REGION, it->rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  g_autoptr (GError) error = NULL;
  PsYearRealisedOptions options = { .agreement = ps_region_find_agreement (given->region, production->provider, 2024),
                                    .year = 2024,
                                    .day = test_date (it->day),
                                    .through = test_date (it->through) };
  g_autoptr (PsYearRealised) realised = NULL;

  if (granted != NULL)
    grant (production, granted);
  realised = ps_year_realised (given->region, production, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (realised->names->len, ==, 1);
  return realised->scopes->in_care_cents;
}

static void
assert_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s (%s, %s)", cases[i].rows, cases[i].day, cases[i].through);
      g_assert_cmpint (in_care (&cases[i], NULL), ==,
                       g_str_equal (cases[i].expected, "-") ? PS_NO_NUMBER : test_cents (cases[i].expected));
    }
}

static void
test_places (void)
{
  static const Case cases[] = {
    /* all year; from February; to the end of the assignment */
    { DAILY "assignment M/1 C V 2023-01-01\ncare M/1 2023-05-05\n", "2024-03-15", "2024-02-29", "7.320" },
    { DAILY "assignment M/1 C V 2023-01-01\ncare M/1 2024-02-01\n", "2024-03-15", "2024-02-29", "6.700" },
    { DAILY "assignment M/1 C V 2023-01-01 2024-06-30\ncare M/1 2024-02-01\n", "2024-03-15", "2024-02-29", "3.020" },
    /* a stop that is known; one after the day was not known then; nor was care that began later */
    { DAILY "assignment M/1 C V 2023-01-01\ncare M/1 2024-02-01 2024-03-10\n", "2024-03-15", "2024-02-29", "780" },
    { DAILY "assignment M/1 C V 2023-01-01\ncare M/1 2024-02-01 2024-03-15\n", "2024-03-15", "2024-02-29", "880" },
    { DAILY "assignment M/1 C V 2023-01-01\ncare M/1 2024-02-01 2024-03-16\n", "2024-03-15", "2024-02-29", "6.700" },
    { DAILY "assignment M/1 C V 2023-01-01\ncare M/1 2024-03-16\n", "2024-03-15", "2024-02-29", "0" },
    /* a client counts once a day */
    { DAILY "assignment M/1 C V 2023-01-01\nassignment M/2 C V 2023-01-01\ncare M/1 2024-02-01\ncare M/2 2024-02-10 2024-03-01\n",
      "2024-03-15", "2024-02-29", "6.700" },
    /* each day at its tariff; outside the ceiling nothing; nothing agreed, nothing */
    { DAILY "tariff V 3.660 2024-07-01 - by=P1\nassignment M/1 C V 2023-01-01\ncare M/1 2024-01-01\n", "2024-03-15", "2024-02-29",
      "5.480" },
    { DAILY "assignment M/1 C W 2023-01-01\ncare M/1 2024-01-01\n", "2024-03-15", "2024-02-29", "0" },
    /* before any data of the year: places can be told all the same */
    { DAILY "assignment M/1 C V 2023-01-01\ncare M/1 2023-05-05\n", "2024-01-05", "2023-11-30", "7.320" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

#define PEILDATA "peildatum 2024-02-22\npeildatum 2024-05-19\npeildatum 2024-07-19\npeildatum 2023-12-31\n"

/* The peildata that have been as they were; on those to come the clients that are known to stay, or the places last entered. */
static void
test_places_on_peildata (void)
{
  static const char on[] = "agreement 2024 aanbieder places=peildata\n" PEILDATA
                           "assignment M/1 C V 2023-01-01\nassignment M/2 D V 2023-01-01 2024-06-30\n";
  static const char measured[] = "agreement 2024 aanbieder places=peiling\n" PEILDATA;
  static const Case rows[] = {
    { "care M/1 2024-01-01\ncare M/2 2024-03-01\n", "2024-05-19", "2024-03-31", "9.760" }, /* 1, 2, 1 */
    { "care M/1 2024-01-01\ncare M/2 2024-03-01\n", "2024-02-22", "2024-01-31", "7.320" }, /* 1, 1, 1: D had not begun */
    { "care M/1 2024-01-01 2024-07-18\ncare M/2 2024-03-01\n", "2024-05-19", "2024-03-31", "9.760" },
    { "care M/1 2024-01-01 2024-05-19\n", "2024-05-19", "2024-03-31", "4.880" },
    { "measured 2024-02-22 V M 1\nmeasured 2024-05-19 V M 2\nmeasured 2024-07-19 V M 9\n", "2024-05-19", "2024-03-31", "12.200" },
    { "measured 2024-02-22 V M 1\nmeasured 2024-05-19 V M -\n", "2024-05-19", "2024-03-31", "4.880" }, /* none entered: 0 then */
    { "measured 2024-02-22 V M 1,5\nmeasured 2024-02-22 V N 1\n", "2024-02-22", "2024-01-31", "18.300" },
    { "measured 2024-07-19 V M 3\n", "2024-05-19", "2024-03-31", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strconcat (i < 4 ? on : measured, rows[i].rows, NULL);
      Case it = { text, rows[i].day, rows[i].through, rows[i].expected };

      assert_cases (&it, 1);
    }
}

static void
test_trajects (void)
{
  static const Case cases[] = {
    /* to the norm; from 1 October no further than the year; to the assignment's end */
    { DAILY "assignment M/1 C T 2023-01-01\ncare M/1 2024-03-01\n", "2024-03-15", "2024-02-29", "1.840" },
    { DAILY "assignment M/1 C T 2023-01-01\ncare M/1 2024-10-01\n", "2024-10-15", "2024-09-30", "930,11" }, /* 92 of 182 days */
    { DAILY "assignment M/1 C T 2023-01-01 2024-07-31\ncare M/1 2024-07-01\n", "2024-07-15", "2024-06-30", "310" },
    /* the assignment ended before the day, and care goes on: up to the day */
    { DAILY "assignment M/1 C T 2023-01-01 2024-07-10\ncare M/1 2024-07-01\n", "2024-07-31", "2024-06-30", "310" },
    /* a known end; one that was not known yet */
    { DAILY "assignment M/1 C T 2023-01-01\ncare M/1 2024-07-01 2024-07-10 32\n", "2024-07-31", "2024-06-30", "100" },
    { DAILY "assignment M/1 C T 2023-01-01\ncare M/1 2024-07-01 2024-07-10 31\n", "2024-07-31", "2024-06-30", "1.840" },
    { DAILY "assignment M/1 C T 2023-01-01\ncare M/1 2024-07-01 2024-08-10 32\n", "2024-07-31", "2024-06-30", "1.840" },
    { DAILY "assignment M/1 C T 2023-01-01\ncare M/1 2024-08-01\n", "2024-07-31", "2024-06-30", "0" },
    /* last year's part is not this year's: 1 of 183 days */
    { DAILY "assignment M/1 C T 2023-01-01\ncare M/1 2023-12-31\n", "2024-03-15", "2024-02-29", "1.829,89" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* Realised per day of care so far, for the days that are left. */
static void
test_effort_by_days (void)
{
  static const Case cases[] = {
    /* € 600 in 60 days: € 10 a day for all 366 */
    { DAILY "assignment M/1 C A 2023-01-01\ncare M/1 2024-01-01\nline 1 M/1 A 2024-01-01 2024-02-29 60 10 =\n", "2024-03-15",
      "2024-02-29", "3.660" },
    { DAILY "assignment M/1 C A 2023-01-01 2024-06-30\ncare M/1 2024-01-01\nline 1 M/1 A 2024-01-01 2024-02-29 60 10 =\n",
      "2024-03-15", "2024-02-29", "1.820" },
    { DAILY "assignment M/1 C A 2023-01-01\ncare M/1 2024-01-01 2024-03-10\nline 1 M/1 A 2024-01-01 2024-02-29 60 10 =\n",
      "2024-03-15", "2024-02-29", "700" },
    /* each product group apart: H stops, at another price a day */
    { DAILY "assignment M/1 C A 2023-01-01\nassignment M/2 C B 2023-01-01 2024-03-31\ncare M/1 2024-01-01\ncare M/2 2024-01-01\n"
            "line 1 M/1 A 2024-01-01 2024-02-29 60 10 =\nline 2 M/2 B 2024-01-01 2024-02-29 6 10 =\n",
      "2024-03-15", "2024-02-29", "3.751" },
    /* an aspecific assignment; a group in which nobody was in care yet: as the scope */
    { DAILY "assignment M/1 C *G 2023-01-01\ncare M/1 2024-01-01\nline 1 M/1 A 2024-01-01 2024-02-29 60 10 =\n", "2024-03-15",
      "2024-02-29", "3.660" },
    { DAILY "assignment M/1 C A 2023-01-01 2024-02-29\nassignment M/2 D B 2024-03-01 2024-03-31\ncare M/1 2024-01-01\n"
            "care M/2 2024-03-01\nline 1 M/1 A 2024-01-01 2024-02-29 60 10 =\n",
      "2024-03-15", "2024-02-29", "910" },
    /* outside the ceiling; a line of after the data's last day */
    { DAILY "assignment M/1 C O 2023-01-01\ncare M/1 2024-01-01\nline 1 M/1 O 2024-01-01 2024-02-29 60 10 =\n", "2024-03-15",
      "2024-02-29", "0" },
    { DAILY "assignment M/1 C A 2023-01-01\ncare M/1 2024-01-01\nline 1 M/1 A 2024-01-01 2024-02-29 60 10 =\n"
            "line 2 M/1 A 2024-03-01 2024-03-31 60 10 =\n",
      "2024-03-15", "2024-02-29", "3.660" },
    /* money without care, care without a day of data: nothing can be said */
    { DAILY "assignment M/1 C A 2023-01-01\nline 1 M/1 A 2024-01-01 2024-02-29 60 10 =\n", "2024-03-15", "2024-02-29", "-" },
    { DAILY "assignment M/1 C A 2023-01-01\ncare M/1 2024-01-01\n", "2024-01-15", "2023-12-31", "-" },
    { DAILY "assignment M/1 C A 2023-01-01\ncare M/1 2024-03-01\n", "2024-03-15", "2024-02-29", "-" },
    { DAILY "assignment M/1 C A 2023-01-01\n", "2024-03-15", "2024-02-29", "0" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* What is assigned for the rest of the year, at the utilisation so far. */
static void
test_effort_by_assigned (void)
{
  /* M/1 stops in March, M/2 goes on; each declared € 300 in 60 days. */
  static const Case it = { DAILY "assignment M/1 C A 2023-01-01 2024-03-31\nassignment M/2 D A 2024-01-01 2024-12-31\n"
                                 "care M/1 2024-01-01\ncare M/2 2024-01-01\n"
                                 "line 1 M/1 A 2024-01-01 2024-02-29 30 10 =\nline 2 M/2 A 2024-01-01 2024-02-29 30 10 =\n",
                           "2024-03-15", "2024-02-29", NULL };
  static const struct
  {
    Granted granted[2];
    const char *expected;
  } cases[] = {
    /* by days: 600 × (31 + 306) ÷ 120 */
    { { { PS_NO_NUMBER, PS_NO_NUMBER, 0, 0 }, { PS_NO_NUMBER, PS_NO_NUMBER, 0, 0 } }, "2.285" },
    /* of one it is not known: by days */
    { { { 1000, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_DAY }, { PS_NO_NUMBER, PS_NO_NUMBER, 0, 0 } }, "2.285" },
    /* the same each day, in whatever way it is said: as by days */
    { { { 1000, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_DAY }, { 1000, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_DAY } },
      "2.285" },
    { { { 7000, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_WEEK }, { 1000, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_DAY } },
      "2.285" },
    { { { 60000, PS_NO_NUMBER, PS_UNIT_MINUTE, PS_FREQUENCY_DAY }, { 10000, PS_NO_NUMBER, PS_UNIT_EURO, PS_FREQUENCY_DAY } },
      "2.285" },
    /* 73 hours a month: 73 × 12 ÷ 365 a day */
    { { { 73000, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_MONTH }, { 2400, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_DAY } },
      "2.285" },
    /* the one that goes on is granted three times as much: 600 × (31 + 3 × 306) ÷ (60 + 180) + 600 */
    { { { 1000, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_DAY }, { 3000, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_DAY } },
      "2.972,50" },
    /* a total, or a budget, is spread over the assignment's 366 days (M/1: 456); 366 ÷ 366 = 1 hour a day, € 10 */
    { { { 1000, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_DAY }, { 366000, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_TOTAL } },
      "2.285" },
    { { { PS_NO_NUMBER, 456000, 0, 0 }, { PS_NO_NUMBER, 366000, 0, 0 } }, "2.285" },
    /* another unit than the product's says nothing */
    { { { 1000, PS_NO_NUMBER, PS_UNIT_HOUR, PS_FREQUENCY_DAY }, { 3000, PS_NO_NUMBER, PS_UNIT_PIECE, PS_FREQUENCY_DAY } },
      "2.285" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (in_care (&it, cases[i].granted), ==, test_cents (cases[i].expected));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast-care/places", test_places);
  g_test_add_func ("/forecast-care/places-on-peildata", test_places_on_peildata);
  g_test_add_func ("/forecast-care/trajects", test_trajects);
  g_test_add_func ("/forecast-care/effort-by-days", test_effort_by_days);
  g_test_add_func ("/forecast-care/effort-by-assigned", test_effort_by_assigned);
  return g_test_run ();
}
