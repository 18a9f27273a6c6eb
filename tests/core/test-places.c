/* test-places.c: places: daily, on peildata, as measured (domain.md §4)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settlement-check.h"

/* € 20 a place a day in both years: € 7.320 ÷ 366 and € 7.300 ÷ 365. */
#define REGION                                                                                                                   \
  "product V 1/G plek plekjaar\nproduct W 1/G plek plekjaar\n"                                                                   \
  "tariff V 7.320 2024-01-01 2024-12-31\ntariff V 7.300 2026-01-01 2026-12-31\ntariff W 7.320 2024-01-01 2024-12-31\n"           \
  "assignment N/1 Z V 2023-01-01\n"                                                                                              \
  "assignment M/1 A V 2023-01-01\nassignment M/2 B V 2023-01-01\nassignment M/3 A V 2023-01-01\nassignment M/4 A W 2023-01-01\n"

typedef struct
{
  const char *rows, *through, *gross;
} Case;

static void
assert_gross (const char *region, const Case *expected)
{
  g_autofree char *text = g_strconcat (region, expected->rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", expected->through);
  const PsSettlementLine *line = settlement_line (given, settlement, "G", "M");

  g_test_message ("%s (%s)", expected->rows, expected->through);
  g_assert_cmpint (line == NULL ? 0 : line->gross_cents, ==, test_cents (expected->gross));
}

static void
test_daily (void)
{
  static const Case cases[] = {
    { "care M/1 2024-01-01 2024-12-31", "2024-12-31", "7.320,00" },
    { "care M/1 2023-05-05", "2024-12-31", "7.320,00" },
    { "care M/1 2026-01-01 2026-12-31", "2026-12-31", "7.300,00" },
    { "care M/1 2024-02-29 2024-02-29", "2024-12-31", "20,00" },
    { "care M/1 2023-11-15 2024-01-01", "2024-12-31", "20,00" },
    { "care M/1 2024-12-31", "2024-12-31", "20,00" },
    { "care M/1 2023-11-15 2023-12-31", "2024-12-31", "0" },
    { "care M/1 2025-01-01", "2024-12-31", "0" },
    { "care M/1 2024-01-01", "2024-06-30", "3.640,00" },
    { "care M/1 2024-07-01", "2024-06-30", "0" },
    { "care M/1 2024-06-30", "2024-06-30", "20,00" },
    { "care M/1 2024-01-01 2024-01-10\ncare M/1 2024-01-11 2024-01-20\ncare M/1 2024-02-01 2024-02-01", "2024-12-31", "420,00" },
    { "care M/1 2024-01-01 2024-12-31\ncare M/2 2024-01-01 2024-01-31", "2024-12-31", "7.940,00" },
    /* a client counts once a day per product and municipality */
    { "care M/1 2024-01-01 2024-01-31\ncare M/3 2024-01-15 2024-02-15", "2024-12-31", "920,00" },
    { "care M/1 2024-01-01 2024-01-31\ncare M/1 2024-01-15 2024-02-15", "2024-12-31", "920,00" },
    { "care M/1 2024-01-01 2024-03-31\ncare M/3 2024-01-15 2024-02-15\ncare M/3 2024-03-31 2024-04-01", "2024-12-31",
      "1.840,00" },
    { "care M/1 2024-01-01 2024-01-10\ncare M/4 2024-01-01 2024-01-10", "2024-12-31", "400,00" },
    { "care N/1 2024-01-01 2024-01-10\ncare M/1 2024-01-01 2024-01-10", "2024-12-31", "200,00" },
    { "assignment N/2 A V 2024-01-01\ncare N/2 2024-01-01 2024-01-10\ncare M/1 2024-01-01 2024-01-10", "2024-12-31", "200,00" },
    /* only days inside the assignment; an open period ends with it */
    { "assignment M/9 C V 2024-02-01 2024-02-28\ncare M/9 2024-01-01 2024-03-31", "2024-12-31", "560,00" },
    { "assignment M/9 C V 2024-02-01 2024-02-28\ncare M/9 2024-01-01", "2024-12-31", "560,00" },
    { "assignment M/9 C V 2024-02-01 2024-02-28\ncare M/9 2024-03-01 2024-03-31", "2024-12-31", "0" },
    { "assignment M/9 C V 2024-02-01 2024-02-28\nassignment M/8 C V 2024-03-01\ncare M/9 2024-02-01\ncare M/8 2024-03-01 "
      "2024-03-01",
      "2024-12-31", "580,00" },
    /* places need a specific assignment */
    { "assignment M/9 C *G 2024-01-01\ncare M/9 2024-01-01 2024-03-31", "2024-12-31", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_gross (REGION, &cases[i]);
}

/* Each day is worth the tariff of that day; rounded once per product and municipality. */
static void
test_daily_tariffs (void)
{
  static const char region[] = "product V 1/G plek plekjaar\nproduct W 1/G plek plekjaar\n"
                               "assignment M/1 A V 2023-01-01\nassignment M/2 B V 2023-01-01\nassignment M/3 C V 2023-01-01\n"
                               "assignment M/4 A W 2023-01-01\n";
  static const Case cases[] = {
    { "tariff V 7.320 - 2024-06-30\ntariff V 10.980 2024-07-01\ncare M/1 2024-01-01", "2024-12-31", "9.160,00" },
    { "tariff V 7.320\ntariff V 3.660 2024-02-01 2024-02-29 by=P1\ncare M/1 2024-01-01", "2024-12-31", "7.030,00" },
    { "tariff V 7.500\ncare M/1 2024-01-01 2024-01-01", "2024-12-31", "20,49" },
    { "tariff V 7.500\ncare M/1 2024-01-01 2024-01-01\ncare M/2 2024-01-01 2024-01-01\ncare M/3 2024-01-01 2024-01-01",
      "2024-12-31", "61,48" },
    { "tariff V 7.500\ncare M/1 2024-01-01 2024-01-03", "2024-12-31", "61,48" },
    { "tariff V 7.500\ntariff W 7.500\ncare M/1 2024-01-01 2024-01-01\ncare M/4 2024-01-01 2024-01-01", "2024-12-31", "40,98" },
    { "tariff V 7.500 - 2024-01-01\ntariff V 7.500,0001 2024-01-02\ncare M/1 2024-01-01 2024-01-03", "2024-12-31", "61,48" },
    { "tariff V 7.500\ncare M/1 2024-01-01 2024-06-30", "2024-12-31", "3.729,51" },
    { "tariff V 7.320 - 2024-01-31\ntariff V 7.320 2024-12-01\ncare M/1 2024-01-01", "2024-12-31", "1.240,00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_gross (region, &cases[i]);
}

/* The worked example: one client all year and one from 1-4 to 30-9-2026 at € 7.500. */
#define TWO_CLIENTS                                                                                                              \
  "product V 1/G plek plekjaar\ntariff V 7.500\n"                                                                                \
  "assignment M/1 A V 2025-01-01\nassignment M/2 B V 2026-01-01 2026-12-31\n"                                                    \
  "care M/1 2026-01-01\ncare M/2 2026-04-01 2026-09-30 31\nagreed 2026 G M 15.000\n"                                             \
  "peildatum 2026-07-19\npeildatum 2026-02-22\npeildatum 2026-05-19\npeildatum 2025-12-31\npeildatum 2027-01-01\n"

static void
test_worked_example (void)
{
  static const Case cases[] = {
    { "agreement 2026 aanbieder", "2026-12-31", "11.260,27" },
    { "agreement 2026 aanbieder places=peildata", "2026-12-31", "12.500,00" },
    { "agreement 2026 aanbieder places=peildata", "2026-06-30", "5.578,77" }, /* 1,5 places, 181 days */
    { "agreement 2026 aanbieder places=peildata", "2026-05-19", "4.284,25" }, /* the day itself: 1,5 places, 139 days */
    { "agreement 2026 aanbieder places=peildata", "2026-05-18", "2.835,62" }, /* 1 place, 138 days */
    { "agreement 2026 aanbieder places=peildata", "2026-02-21", "0" },
    { "agreement 2026 aanbieder places=peiling\nmeasured 2026-02-22 V M 1\nmeasured 2026-05-19 V M 1,5\nmeasured 2026-07-19 V M "
      "2",
      "2026-12-31", "11.250,00" },
    { "agreement 2026 aanbieder places=peiling\nmeasured 2026-02-22 V M 0,4\nmeasured 2026-05-19 V M 1", "2026-12-31",
      "3.500,00" },
    { "agreement 2026 aanbieder places=peiling\nmeasured 2026-02-22 V M 0,4\nmeasured 2026-05-19 V M -", "2026-06-30", "743,84" },
    { "agreement 2026 aanbieder places=peiling\nproduct W 1/G plek plekjaar\ntariff W 3.650\nmeasured 2026-02-22 V M 3\n"
      "measured 2026-02-22 W M 3\nmeasured 2026-02-22 V N 8",
      "2026-12-31", "11.150,00" }, /* each product and municipality apart */
    { "agreement 2026 aanbieder places=peiling", "2026-12-31", "0" },
    { "agreement 2026 aanbieder places=peiling\nmeasured 2025-12-31 V M 5\nmeasured 2027-01-01 V M 5", "2026-12-31", "0" },
    { "agreement 2026 aanbieder places=peiling\nmeasured 2026-02-22 V M 0,333", "2026-02-22", "362,65" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_gross (TWO_CLIENTS, &cases[i]);
}

static void
test_on_peildata (void)
{
  static const char region[] =
      "product V 1/G plek plekjaar\nagreement 2026 aanbieder places=peildata\nagreed 2026 G M 0\n"
      "peildatum 2026-02-22\npeildatum 2026-07-19\n"
      "assignment M/1 A V 2025-01-01\nassignment M/2 A V 2025-01-01\nassignment M/3 B V 2026-01-01 2026-06-30\n";
  static const Case cases[] = {
    { "tariff V 7.300\ncare M/1 2025-05-01", "2026-12-31", "7.300,00" },
    { "tariff V 7.300\ncare M/1 2026-02-22 2026-02-22", "2026-12-31", "3.650,00" },
    { "tariff V 7.300\ncare M/1 2026-02-23 2026-07-18", "2026-12-31", "0" },
    { "tariff V 7.300\ncare M/1 2026-01-01\ncare M/2 2026-01-01", "2026-12-31", "7.300,00" }, /* one client counts once */
    { "tariff V 7.300\ncare M/1 2026-01-01 2026-03-31\ncare M/1 2026-02-01 2026-02-28", "2026-12-31", "3.650,00" },
    { "tariff V 7.300\ncare M/3 2026-01-01", "2026-12-31", "3.650,00" }, /* ends with its assignment */
    { "tariff V 7.300\ncare M/3 2026-01-01 2026-12-31", "2026-12-31", "3.650,00" },
    { "tariff V 7.300 - 2026-05-31\ntariff V 14.600 2026-06-01\ncare M/1 2026-01-01", "2026-12-31", "10.950,00" },
    { "tariff V 7.300 2026-06-01\ncare M/1 2026-01-01", "2026-12-31", "3.650,00" }, /* no tariff on the first */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_gross (region, &cases[i]);
}

/* What backoffice entered counts, also where there are no messages at all. */
static void
test_measured_without_messages (void)
{
  static const Case cases[] = {
    { "measured 2026-02-22 V M 1\nmeasured 2026-07-19 V M 2\n", "2026-12-31", "10.950,00" },
    { "measured 2026-02-22 V M 1\nmeasured 2026-07-19 V M 2\n", "2026-02-22", "1.060,00" },
    { "measured 2026-07-19 V M 2\n", "2026-12-31", "7.300,00" },
    { "measured 2026-07-19 V M 2\n", "2026-07-18", "0" },
    { "peildatum 2026-01-01\nmeasured 2026-01-01 V M 3\n", "2026-01-01", "60,00" },
    { "measured 2026-07-19 X M 2\n", "2026-12-31", "0" }, /* not a product with places */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_gross ("product V 1/G plek plekjaar\nproduct X 1/G pxq uur\ntariff V 7.300\ntariff X 5\nagreement 2026 aanbieder "
                  "places=peiling\n"
                  "agreed 2026 G M 0\npeildatum 2026-02-22\npeildatum 2026-07-19\n",
                  &cases[i]);
}

/* What there is to say about them. */
static void
assert_signal (const char *region, const char *rows, const char *through, PsSignalKind kind, gint64 count)
{
  g_autofree char *text = g_strconcat (region, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", through);
  const PsSignal *signal = settlement_signal (settlement, kind);

  g_test_message ("%s (%s)", rows, through);
  g_assert_cmpint (signal != NULL, ==, count > 0);
  if (signal != NULL)
    {
      g_assert_cmpint (signal->count, ==, count);
      g_assert_cmpuint (signal->product, ==, ps_region_find_product (given->region, "V"));
      g_assert_cmpuint (signal->municipality, ==, ps_region_find_municipality (given->region, "M"));
    }
}

static void
test_signals (void)
{
  static const char daily[] =
      "product V 1/G plek plekjaar\ntariff V 7.320 - 2024-01-31\ntariff V 7.320 2024-12-01\nassignment M/1 A V 2023-01-01\n";

  assert_signal (daily, "care M/1 2024-01-01", "2024-12-31", PS_SIGNAL_PLACE_WITHOUT_TARIFF, 304);
  assert_signal (daily, "care M/1 2024-01-01 2024-01-31", "2024-12-31", PS_SIGNAL_PLACE_WITHOUT_TARIFF, 0);
  assert_signal (
      "product V 1/G plek plekjaar\ntariff V 7.300 2026-06-01\nagreement 2026 regel places=peiling\nagreed 2026 G M 1\n"
      "peildatum 2026-02-22\npeildatum 2026-07-19\n",
      "measured 2026-02-22 V M 2\nmeasured 2026-07-19 V M 2\n", "2026-12-31", PS_SIGNAL_PLACE_WITHOUT_TARIFF, 1);
  assert_signal (TWO_CLIENTS, "agreement 2026 aanbieder places=peildata", "2026-02-21", PS_SIGNAL_BEFORE_FIRST_PEILDATUM, 1);
  assert_signal (TWO_CLIENTS, "agreement 2026 aanbieder places=peildata", "2026-02-22", PS_SIGNAL_BEFORE_FIRST_PEILDATUM, 0);
  assert_signal (TWO_CLIENTS, "agreement 2026 aanbieder places=peiling\nmeasured 2026-02-22 V M 0,4", "2026-12-31",
                 PS_SIGNAL_NOT_MEASURED, 2);
  assert_signal (TWO_CLIENTS, "agreement 2026 aanbieder places=peiling\nmeasured 2026-02-22 V M 0,4", "2026-02-28",
                 PS_SIGNAL_NOT_MEASURED, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/daily", test_daily);
  g_test_add_func ("/places/daily-tariffs", test_daily_tariffs);
  g_test_add_func ("/places/worked-example", test_worked_example);
  g_test_add_func ("/places/on-peildata", test_on_peildata);
  g_test_add_func ("/places/measured-without-messages", test_measured_without_messages);
  g_test_add_func ("/places/signals", test_signals);
  return g_test_run ();
}
