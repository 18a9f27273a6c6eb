/* test-acceptance.c: which declaration lines are in dispute, and what they produce (domain.md §4)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-acceptance.h"
#include "region-builder.h"

/* M/1: specific, M/2: aspecific, M/3: traject, M/4: place, M/5: open end, M/6: a minute product, M/7: other group, M/8: lump sum. */
#define REGION                                                                                                                   \
  "product AMB 1/G pxq uur\n"                                                                                                    \
  "product BIS 1/G pxq uur\n"                                                                                                    \
  "product MIN 1/G pxq minuut\n"                                                                                                 \
  "product TRA 1/G traject traject norm=6\n"                                                                                     \
  "product PLK 1/G plek plekjaar\n"                                                                                              \
  "product TKG 1/G taakgericht stuk\n"                                                                                           \
  "product OTH 1/H pxq uur\n"                                                                                                    \
  "tariff AMB 90 2023-07-01 2024-06-30\n"                                                                                        \
  "tariff AMB 93,42 2024-07-01\n"                                                                                                \
  "tariff BIS 60\n"                                                                                                              \
  "tariff BIS 55 2024-03-01 2024-03-31 by=P1\n"                                                                                  \
  "tariff BIS 65 2024-04-01 2024-04-30 by=P1\n"                                                                                  \
  "tariff MIN 1,5905\n"                                                                                                          \
  "tariff OTH 10\n"                                                                                                              \
  "assignment M/1 C AMB 2023-05-01 2024-12-31\n"                                                                                 \
  "assignment M/2 C *G 2024-01-01 2024-12-31\n"                                                                                  \
  "assignment M/3 C TRA 2024-01-01 2024-12-31\n"                                                                                 \
  "assignment M/4 C PLK 2024-01-01 2024-12-31\n"                                                                                 \
  "assignment M/5 C AMB 2024-01-01\n"                                                                                            \
  "assignment M/6 C MIN 2024-01-01 2024-12-31\n"                                                                                 \
  "assignment M/7 C *H 2024-01-01 2024-12-31\n"                                                                                  \
  "assignment M/8 C TKG 2024-01-01 2024-12-31\n"

typedef struct
{
  const char *line;
  PsDispute dispute;
  const char *produced;
} Case;

static void
assert_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf (REGION "line 1 %s", cases[i].line);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsProduction) production = test_region_production (given, "P1");
      const PsLine *line = &g_array_index (production->lines, PsLine, 0);
      const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, line->assignment);
      PsOverflow overflow = { FALSE };
      PsPriceList prices;
      PsAcceptance found;

      g_test_message ("%s", cases[i].line);
      ps_price_list_init (&prices, given->region, line->product, production->provider);
      found = ps_acceptance_of (line, assignment, ps_region_product (given->region, line->product), &prices, &overflow);
      g_assert_cmpstr (ps_dispute_code (found.dispute), ==, ps_dispute_code (cases[i].dispute));
      g_assert_cmpint (found.produced_cents, ==, test_cents (cases[i].produced));
      if (line->decision == PS_DECISION_NONE)
        g_assert_cmpint (found.found, ==, found.dispute);
    }
}

static void
test_accepted (void)
{
  static const Case cases[] = {
    { "M/1 AMB 2024-03-01 2024-03-31 20 90 1.800,00", PS_DISPUTE_NONE, "1.800,00" },
    { "M/1 AMB 2024-03-01 2024-03-31 20 90 1.800,00 unit=uur", PS_DISPUTE_NONE, "1.800,00" },
    { "M/1 AMB 2024-03-01 2024-03-31 20 90 1.800,00 status=ingediend", PS_DISPUTE_NONE, "1.800,00" },
    { "M/1 AMB 2024-08-01 2024-08-31 12,5 93,42 1.167,75", PS_DISPUTE_NONE, "1.167,75" },
    { "M/1 AMB 2024-03-01 2024-03-31 20 85 1.700,00", PS_DISPUTE_NONE, "1.700,00" }, /* cheaper is fine */
    { "M/1 AMB 2024-03-01 2024-03-31 -1 90 -90,00", PS_DISPUTE_NONE, "-90,00" },     /* a credit */
    { "M/1 AMB 2024-03-01 2024-03-31 0 90 0", PS_DISPUTE_NONE, "0" },
    { "M/1 AMB 2024-06-30 2024-07-31 1 90 90,00", PS_DISPUTE_NONE, "90,00" },    /* the tariff of the first day */
    { "M/1 AMB 2024-12-31 2024-12-31 1 93,42 93,42", PS_DISPUTE_NONE, "93,42" }, /* the assignment's last day */
    { "M/5 AMB 2024-12-01 2030-01-31 1 93,42 93,42", PS_DISPUTE_NONE, "93,42" }, /* an open assignment */
    { "M/2 AMB 2024-01-01 2024-01-31 1 90 90,00", PS_DISPUTE_NONE, "90,00" },    /* aspecific: any product of the group */
    { "M/2 BIS 2024-05-01 2024-05-31 1 60 60,00", PS_DISPUTE_NONE, "60,00" },
    { "M/2 BIS 2024-04-01 2024-04-30 1 65 65,00", PS_DISPUTE_NONE, "65,00" }, /* the provider's own tariff */
    { "M/1 AMB 2024-02-01 2024-02-29 15,333 81 1.241,97", PS_DISPUTE_NONE, "1.241,97" },
    /* trajects, places and lump sums are not looked at for price or unit, and never produce by their lines */
    { "M/3 TRA 2024-03-01 2024-03-31 1 - 500,00", PS_DISPUTE_NONE, "0" },
    { "M/3 TRA 2024-03-01 2024-03-31 1 99 1,00 unit=uur", PS_DISPUTE_NONE, "0" },
    { "M/4 PLK 2024-03-01 2024-03-31 1 99 1,00 unit=uur", PS_DISPUTE_NONE, "0" },
    { "M/8 TKG 2024-03-01 2024-03-31 1 99 1,00 unit=uur", PS_DISPUTE_NONE, "0" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_disputed (void)
{
  static const Case cases[] = {
    { "M/1 BIS 2024-05-01 2024-05-31 1 60 60,00", PS_DISPUTE_PRODUCT_MISMATCH, "0" },
    { "M/2 OTH 2024-05-01 2024-05-31 1 10 10,00", PS_DISPUTE_PRODUCT_MISMATCH, "0" },
    { "M/7 AMB 2024-05-01 2024-05-31 1 90 90,00", PS_DISPUTE_PRODUCT_MISMATCH, "0" },
    { "M/2 TRA 2024-05-01 2024-05-31 1 - 500,00", PS_DISPUTE_PRODUCT_MISMATCH, "0" }, /* a traject needs a specific one */
    { "M/2 PLK 2024-05-01 2024-05-31 1 - 500,00", PS_DISPUTE_PRODUCT_MISMATCH, "0" },
    { "M/2 TKG 2024-05-01 2024-05-31 1 - 500,00", PS_DISPUTE_PRODUCT_MISMATCH, "0" },
    { "M/1 AMB 2024-03-01 2024-03-31 1 90 90,00 unit=stuk", PS_DISPUTE_UNIT_MISMATCH, "0" },
    { "M/6 MIN 2024-03-01 2024-03-31 1 1,59 1,59 unit=uur", PS_DISPUTE_UNIT_MISMATCH,
      "0" }, /* only the other way round is right */
    { "M/1 AMB 2023-06-30 2023-07-31 1 90 90,00", PS_DISPUTE_TARIFF_MISSING, "0" },
    { "M/1 AMB 2024-06-30 2024-07-31 1 93,42 93,42", PS_DISPUTE_TARIFF_EXCEEDED, "0" },
    { "M/1 AMB 2024-09-01 2024-09-30 10 93,43 934,30", PS_DISPUTE_TARIFF_EXCEEDED, "0" },
    { "M/1 AMB 2024-09-01 2024-09-30 10 93,4201 934,20", PS_DISPUTE_TARIFF_EXCEEDED, "0" },
    { "M/2 BIS 2024-03-01 2024-03-31 1 60 60,00", PS_DISPUTE_TARIFF_EXCEEDED, "0" }, /* its own is lower than the region's */
    { "M/2 BIS 2024-05-01 2024-05-31 1 65 65,00", PS_DISPUTE_TARIFF_EXCEEDED, "0" }, /* its own has ended */
    { "M/1 AMB 2024-07-01 2024-07-31 1 90 90,01", PS_DISPUTE_AMOUNT_MISMATCH, "0" },
    { "M/1 AMB 2024-07-01 2024-07-31 1 90 89,99", PS_DISPUTE_AMOUNT_MISMATCH, "0" },
    { "M/1 AMB 2024-07-01 2024-07-31 -1 90 90,00", PS_DISPUTE_AMOUNT_MISMATCH, "0" },
    { "M/1 AMB 2024-12-01 2025-01-01 1 93,42 93,42", PS_DISPUTE_OUTSIDE_ASSIGNMENT, "0" },
    { "M/2 AMB 2023-12-31 2024-01-31 1 90 90,00", PS_DISPUTE_OUTSIDE_ASSIGNMENT, "0" },
    { "M/5 AMB 2023-12-31 2024-01-31 1 90 90,00", PS_DISPUTE_OUTSIDE_ASSIGNMENT, "0" },
    { "M/3 TRA 2024-12-01 2025-01-31 1 - 500,00", PS_DISPUTE_OUTSIDE_ASSIGNMENT, "0" },
    { "M/4 PLK 2023-12-31 2024-01-31 1 - 500,00", PS_DISPUTE_OUTSIDE_ASSIGNMENT, "0" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* Each line breaks every rule from one on: the first counts. */
static void
test_first_reason_counts (void)
{
  static const Case cases[] = {
    { "M/7 AMB 2023-06-30 2025-01-31 1 95 1,00 unit=stuk", PS_DISPUTE_PRODUCT_MISMATCH, "0" },
    { "M/2 AMB 2023-06-30 2025-01-31 1 95 1,00 unit=stuk", PS_DISPUTE_UNIT_MISMATCH, "0" },
    { "M/2 AMB 2023-06-30 2025-01-31 1 95 1,00", PS_DISPUTE_TARIFF_MISSING, "0" },
    { "M/2 AMB 2023-12-31 2025-01-31 1 95 1,00", PS_DISPUTE_TARIFF_EXCEEDED, "0" },
    { "M/2 AMB 2023-12-31 2025-01-31 1 90 1,00", PS_DISPUTE_AMOUNT_MISMATCH, "0" },
    { "M/2 AMB 2023-12-31 2025-01-31 1 90 90,00", PS_DISPUTE_OUTSIDE_ASSIGNMENT, "0" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* € 93,42 an hour: the highest tariff of a minute is 1,56 (1,557), and 50 minutes at it are 77,85. */
static void
test_minutes_on_hours (void)
{
  static const Case cases[] = {
    { "M/1 AMB 2024-08-01 2024-08-31 50 1,56 77,85 unit=minuut", PS_DISPUTE_NONE, "77,85" },
    { "M/1 AMB 2024-08-01 2024-08-31 50 1,56 78,00 unit=minuut", PS_DISPUTE_AMOUNT_MISMATCH, "0" },
    { "M/1 AMB 2024-08-01 2024-08-31 50 1,55 77,50 unit=minuut", PS_DISPUTE_NONE, "77,50" },
    { "M/1 AMB 2024-08-01 2024-08-31 50 1,55 77,85 unit=minuut", PS_DISPUTE_AMOUNT_MISMATCH, "0" },
    { "M/1 AMB 2024-08-01 2024-08-31 50 1,557 77,85 unit=minuut", PS_DISPUTE_NONE, "77,85" }, /* below: 50 × 1,557 */
    { "M/1 AMB 2024-08-01 2024-08-31 50 1,57 77,85 unit=minuut", PS_DISPUTE_TARIFF_EXCEEDED, "0" },
    { "M/1 AMB 2024-08-01 2024-08-31 50 1,5601 77,85 unit=minuut", PS_DISPUTE_TARIFF_EXCEEDED, "0" },
    { "M/1 AMB 2024-08-01 2024-08-31 50 93,42 77,85 unit=minuut", PS_DISPUTE_TARIFF_EXCEEDED, "0" },
    { "M/1 AMB 2024-08-01 2024-08-31 -50 1,56 -77,85 unit=minuut", PS_DISPUTE_NONE, "-77,85" },
    { "M/1 AMB 2024-03-01 2024-03-31 50 1,5 75,00 unit=minuut", PS_DISPUTE_NONE, "75,00" },
    { "M/1 AMB 2024-08-01 2024-08-31 0,5 1,56 0,78 unit=minuut", PS_DISPUTE_NONE, "0,78" }, /* 0,7785 */
    { "M/6 MIN 2024-03-01 2024-03-31 50 1,5905 79,53 unit=minuut", PS_DISPUTE_NONE,
      "79,53" }, /* a product by the minute: 79,525 */
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_decisions (void)
{
  static const Case cases[] = {
    { "M/1 AMB 2024-09-01 2024-09-30 10 93,43 934,30 decided=accept", PS_DISPUTE_NONE, "934,30" },
    { "M/1 AMB 2024-09-01 2024-09-30 10 93,43 934,30 decided=price", PS_DISPUTE_NONE, "934,20" },
    { "M/1 AMB 2024-07-01 2024-07-31 1 81 81,01 decided=price", PS_DISPUTE_NONE, "81,00" }, /* its own tariff is lower */
    { "M/1 AMB 2024-07-01 2024-07-31 1 81 80,00 decided=price", PS_DISPUTE_NONE, "80,00" }, /* at most what was declared */
    { "M/1 AMB 2024-08-01 2024-08-31 50 1,56 78,00 unit=minuut decided=price", PS_DISPUTE_NONE, "77,85" },
    { "M/1 AMB 2024-08-01 2024-08-31 50 1,60 80,00 unit=minuut decided=price", PS_DISPUTE_NONE, "77,85" },
    { "M/1 AMB 2024-08-01 2024-08-31 50 1,50 80,00 unit=minuut decided=price", PS_DISPUTE_NONE, "75,00" },
    { "M/1 AMB 2024-12-01 2025-01-31 1 93,42 93,42 decided=accept", PS_DISPUTE_NONE, "93,42" },
    { "M/1 AMB 2024-03-01 2024-03-31 20 90 1.800,00 decided=dispute", PS_DISPUTE_BY_DECISION, "0" },
    { "M/1 AMB 2024-03-01 2024-03-31 20 90 1.800,00 decided=accept", PS_DISPUTE_NONE, "1.800,00" },
    { "M/1 AMB 2023-06-30 2023-07-31 1 90 90,00 decided=price", PS_DISPUTE_NONE, "90,00" }, /* no valid tariff to be lower */
    { "M/1 AMB 2024-09-01 2024-09-30 10 93,43 934,30 decided=dispute", PS_DISPUTE_TARIFF_EXCEEDED, "0" },
    /* no longer in dispute, but it never produces */
    { "M/3 TRA 2024-12-01 2025-01-31 1 - 500,00 decided=accept", PS_DISPUTE_NONE, "0" },
    { "M/4 PLK 2024-12-01 2025-01-31 1 - 500,00 decided=price", PS_DISPUTE_NONE, "0" },
    { "M/2 TRA 2024-05-01 2024-05-31 1 - 500,00 decided=accept", PS_DISPUTE_NONE, "0" },
    { "M/4 PLK 2024-03-01 2024-03-31 1 - 500,00 decided=dispute", PS_DISPUTE_BY_DECISION, "0" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* What the rules found stays known whatever was decided. */
/* There is a right price only for what is paid by volume, in the tariff's own unit (or in minutes of an hour), with a tariff. */
static void
test_offer (void)
{
  PsProduct hours = { .funding = PS_FUNDING_PXQ, .unit = PS_UNIT_HOUR }, traject = { .funding = PS_FUNDING_TRAJECT };
  PsLine line = { .volume_milli = 2000, .tariff_e4 = 1000000, .amount_cents = 20000, .unit = PS_UNIT_HOUR };
  PsOverflow overflow = { FALSE };

  g_assert_cmpint (ps_acceptance_offer (&line, &hours, 900000, &overflow), ==, 18000);
  g_assert_cmpint (ps_acceptance_offer (&line, &hours, PS_NO_NUMBER, &overflow), ==, PS_NO_NUMBER);
  g_assert_cmpint (ps_acceptance_offer (&line, &traject, 900000, &overflow), ==, PS_NO_NUMBER);
  line.unit = PS_UNIT_DAYPART;
  g_assert_cmpint (ps_acceptance_offer (&line, &hours, 900000, &overflow), ==, PS_NO_NUMBER);
  line.unit = PS_UNIT_NONE;
  g_assert_cmpint (ps_acceptance_offer (&line, &hours, 900000, &overflow), ==, 18000);
  line.unit = PS_UNIT_MINUTE;
  line.volume_milli = 50000;
  line.tariff_e4 = 16000;
  line.amount_cents = 8000;
  g_assert_cmpint (ps_acceptance_offer (&line, &hours, 934200, &overflow), ==, 7785);
  g_assert_false (overflow.overflowed);
}

static void
test_found_stays (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "line 1 M/1 AMB 2024-09-01 2024-09-30 10 93,43 934,30 decided=accept");
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  const PsLine *line = &g_array_index (production->lines, PsLine, 0);
  PsOverflow overflow = { FALSE };
  PsPriceList prices;
  PsAcceptance found;

  ps_price_list_init (&prices, given->region, line->product, production->provider);
  found = ps_acceptance_of (line, &g_array_index (production->assignments, PsAssignment, 0),
                            ps_region_product (given->region, line->product), &prices, &overflow);
  g_assert_cmpint (found.found, ==, PS_DISPUTE_TARIFF_EXCEEDED);
  g_assert_cmpint (found.valid_e4, ==, 934200);
}

static void
test_reasons_in_words (void)
{
  for (int reason = 1; reason < PS_N_DISPUTES; reason++)
    {
      g_assert_cmpstr (ps_dispute_label (reason), !=, "");
      g_assert_cmpstr (ps_dispute_code (reason), !=, "");
      g_assert_cmpstr (ps_dispute_code (reason), !=, ps_dispute_code (reason - 1));
    }
  g_assert_cmpstr (ps_dispute_code (PS_DISPUTE_TARIFF_EXCEEDED), ==, "tariff_exceeded");
  g_assert_cmpstr (ps_dispute_code (PS_DISPUTE_OUTSIDE_ASSIGNMENT), ==, "outside_assignment");
  g_assert_cmpstr (ps_dispute_code (PS_DISPUTE_NONE), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/acceptance/accepted", test_accepted);
  g_test_add_func ("/acceptance/disputed", test_disputed);
  g_test_add_func ("/acceptance/first-reason-counts", test_first_reason_counts);
  g_test_add_func ("/acceptance/minutes-on-hours", test_minutes_on_hours);
  g_test_add_func ("/acceptance/decisions", test_decisions);
  g_test_add_func ("/acceptance/offer", test_offer);
  g_test_add_func ("/acceptance/found-stays", test_found_stays);
  g_test_add_func ("/acceptance/reasons-in-words", test_reasons_in_words);
  return g_test_run ();
}
