/* test-agreement.c: versions of a performance agreement, and a new year's from last year's (domain.md §2)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-agreement.h"
#include "region-builder.h"

#define PRODUCTS                                                                                                                 \
  "product A 1/G pxq uur\nproduct E 1/G pxq uur exempt=ja\nproduct X 1/G pxq uur exempt=buiten\nproduct B 2/H pxq uur\n"
#define TARIFFS "tariff A 1\ntariff E 1\ntariff X 1\ntariff B 1\nscheme donut bands=0:100,100:0,103:100\n"
#define ASSIGNMENTS "assignment M/1 C *G 2020-01-01\nassignment N/2 C *H 2020-01-01\nassignment N/3 C *G 2020-01-01\n"
#define REGION PRODUCTS TARIFFS ASSIGNMENTS

static const PsAgreementLine *
get_line (const PsAgreement *agreement, guint line)
{
  return &g_array_index (agreement->lines, PsAgreementLine, line);
}

static const PsAgreement *
first_of (TestRegion *given)
{
  return &g_array_index (given->region->agreements, PsAgreement, 0);
}

static void
test_new (void)
{
  g_autoptr (PsAgreement) agreement = ps_agreement_new (3, 2025);
  PsOverflow overflow = { FALSE };

  g_assert_cmpuint (agreement->provider, ==, 3);
  g_assert_cmpint (agreement->year, ==, 2025);
  g_assert_cmpint (agreement->exchange, ==, PS_EXCHANGE_PROVIDER);
  g_assert_cmpint (agreement->key, ==, PS_KEY_REALISATION);
  g_assert_cmpint (agreement->measuring, ==, PS_PLACES_DAILY);
  g_assert_cmpint (agreement->under_bp, ==, -1);
  g_assert_cmpint (agreement->over_bp, ==, -1);
  g_assert_cmpint (ps_agreement_total (agreement, &overflow), ==, 0);
  ps_agreement_free (NULL);
}

static void
test_version (void)
{
  PsAgreementVersion *version = g_new0 (PsAgreementVersion, 1);

  version->reason = g_strdup ("more care");
  version->terms = ps_agreement_new (0, 2025);
  ps_agreement_version_free (version);
  ps_agreement_version_free (NULL);
  g_assert_cmpstr (ps_version_state_label (PS_VERSION_DRAFT), !=, ps_version_state_label (PS_VERSION_AGREED));
  g_assert_cmpstr (ps_version_state_label (PS_VERSION_AMENDED), !=, ps_version_state_label (PS_VERSION_AGREED));
}

static void
test_total (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "agreement 2024 aanbieder\nagreed 2024 G M 100,50\n"
                                                         "agreed 2024 H M 50 lump=ja\nagreed 2024 H N 0");
  PsOverflow overflow = { FALSE };
  g_autoptr (PsAgreement) copy = ps_agreement_copy (first_of (given));

  g_assert_cmpint (ps_agreement_total (copy, &overflow), ==, 15050);
  g_array_index (copy->lines, PsAgreementLine, 0).ceiling_cents = G_MAXINT64;
  g_assert_cmpint (get_line (first_of (given), 0)->ceiling_cents, ==, 10050);
  ps_agreement_total (copy, &overflow);
  g_assert_true (overflow.overflowed);
}

static void
assert_ceilings (const PsAgreement *agreement, const char *euros)
{
  g_auto (GStrv) expected = g_strsplit (euros, " ", -1);

  g_assert_cmpuint (agreement->lines->len, ==, g_strv_length (expected));
  for (guint i = 0; i < agreement->lines->len; i++)
    g_assert_cmpint (get_line (agreement, i)->ceiling_cents, ==, test_cents (expected[i]));
}

static const struct
{
  int index_bp;
  gint64 round_to;
  const char *ceilings; /* from 1000, 333,33 and 0 */
} rounds[] = {
  { 0, 1, "1000 333,33 0" },    { 496, 1, "1049,60 349,86 0" }, { 496, 100, "1050 350 0" },
  { 496, 10000, "1000 300 0" }, { 5000, 100000, "2000 0 0" }, /* 1.500 lies half-way: up; 500,00 does not */
  { -500, 1, "950 316,66 0" },  { -10000, 1, "0 0 0" },         { 10000, 1, "2000 666,66 0" },
};

static void
test_from_last (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION "agreement 2024 segment key=overschrijding places=peiling\n"
                              "agreed 2024 G M 1.000 scheme=donut\nagreed 2024 G N 333,33 scheme=donut\n"
                              "agreed 2024 H M 0 lump=ja\n");

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      PsOverflow overflow = { FALSE };
      g_autoptr (PsAgreement) next =
          ps_agreement_from_last (first_of (given), 2025, rounds[i].index_bp, rounds[i].round_to, &overflow);

      g_test_message ("%d %d", rounds[i].index_bp, (int) rounds[i].round_to);
      assert_ceilings (next, rounds[i].ceilings);
      g_assert_false (overflow.overflowed);
      g_assert_cmpint (next->year, ==, 2025);
      g_assert_cmpint (next->id + next->version_id + get_line (next, 0)->id, ==, 0);
    }
}

/* A new year differs from the last in its ceilings only; without an index in nothing. */
static void
test_from_last_compared (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION "agreement 2024 segment key=overschrijding places=peiling\n"
                              "agreed 2024 G M 1.000 scheme=donut\nagreed 2024 G N 333,33 scheme=donut\n"
                              "agreed 2024 H M 0,01 lump=ja\n");
  PsOverflow overflow = { FALSE };

  g_array_index (first_of (given)->lines, PsAgreementLine, 0).places_milli = 2500;
  for (int index_bp = -300; index_bp <= 300; index_bp += 100)
    {
      g_autoptr (PsAgreement) next = ps_agreement_from_last (first_of (given), 2025, index_bp, 1, &overflow);
      g_autoptr (GPtrArray) differences = ps_agreement_compare (given->region, first_of (given), next);

      g_assert_cmpuint (differences->len, ==, index_bp == 0 ? 0 : 2); /* a cent stays a cent */
      for (guint i = 0; i < differences->len; i++)
        {
          const PsDifference *difference = g_ptr_array_index (differences, i);

          g_assert_cmpint (difference->kind, ==, PS_DIFFERENCE_CHANGED);
          g_assert_cmpint (difference->change_cents, !=, PS_NO_NUMBER);
          g_assert_true ((difference->change_cents > 0) == (index_bp > 0));
        }
    }
}

static void
test_from_last_overflow (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "agreement 2024 aanbieder\nagreed 2024 G M 90.000.000.000.000.000");
  PsOverflow index = { FALSE }, rounding = { FALSE };
  g_autoptr (PsAgreement) indexed = ps_agreement_from_last (first_of (given), 2025, 496, 1, &index);
  g_autoptr (PsAgreement) rounded = ps_agreement_from_last (first_of (given), 2025, 0, G_MAXINT64 / 2 + 2, &rounding);

  g_assert_true (index.overflowed);
  g_assert_true (rounding.overflowed);
}

static PsAgreement *
from_production (TestRegion *given, int index_bp, gint64 round_to_cents)
{
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", "2024-12-31");
  PsOverflow overflow = { FALSE };
  PsAgreement *agreement = ps_agreement_from_production (given->region, settlement, 2025, index_bp, round_to_cents, &overflow);

  g_assert_false (overflow.overflowed);
  g_assert_cmpint (agreement->year, ==, 2025);
  return agreement;
}

#define LINES                                                                                                                    \
  "line 1 M/1 A 2024-01-01 2024-01-31 700 1 =\nline 2 M/1 E 2024-02-01 2024-02-29 50 1 =\n"                                      \
  "line 3 M/1 X 2024-03-01 2024-03-31 999 1 =\nline 4 N/2 B 2024-01-01 2024-01-31 20 1 =\n"

/* Gross, without what stands outside the ceiling: exempt products that count to it stay in, deductions do not matter. */
static void
test_from_production (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION LINES "agreement 2024 aanbieder key=overschrijding\nagreed 2024 G M 100 scheme=donut\n"
                                    "agreed 2024 G N 55 scheme=donut\nagreed 2024 H M 12,34 lump=ja\n");
  g_autoptr (PsAgreement) plain = NULL, raised = NULL;

  g_array_index (first_of (given)->lines, PsAgreementLine, 0).places_milli = 1500;
  plain = from_production (given, 0, 1);
  raised = from_production (given, 1000, 100);

  assert_ceilings (plain, "750 0 12,34 20"); /* G/M, G/N not produced, H/M lump sum, H/N taken in by the scope */
  assert_ceilings (raised, "825 0 14 22");
  g_assert_cmpint (plain->key, ==, PS_KEY_OVERRUN);
  g_assert_cmpint (get_line (plain, 0)->places_milli, ==, 1500);
  g_assert_cmpint (get_line (plain, 0)->id, ==, 0);
  g_assert_true (get_line (plain, 2)->lump_sum);
  g_assert_cmpuint (get_line (plain, 3)->scheme, ==, get_line (plain, 0)->scheme);
  g_assert_cmpint (get_line (plain, 3)->places_milli, ==, PS_NO_NUMBER);
}

/* A provider without an agreement; what was credited more than it was produced gets no ceiling below nothing. */
static void
test_from_production_without_agreement (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION LINES "line 5 N/3 A 2024-01-01 2024-01-31 -10 1 =\nagreement 2023 regel\n");
  g_autoptr (PsAgreement) agreement = from_production (given, 0, 1);

  assert_ceilings (agreement, "750 20");
  g_assert_cmpint (agreement->exchange, ==, PS_EXCHANGE_PROVIDER);
  g_assert_cmpuint (get_line (agreement, 0)->scheme, ==, PS_NONE);
}

/* A new agreement from production can be agreed at once: within a scope the schemes are the same. */
static void
test_from_production_is_right (void)
{
  static const char *const scopes[] = { "aanbieder", "segment", "productgroep", "regel" };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autofree char *rows = g_strdup_printf (
          REGION LINES "line 5 N/3 A 2024-01-01 2024-01-31 10 1 =\nagreement 2024 %s\nagreed 2024 G M 5 scheme=donut", scopes[i]);
      g_autoptr (TestRegion) given = test_region_new (rows);
      g_autoptr (PsAgreement) agreement = from_production (given, 0, 1);
      g_autoptr (GPtrArray) problems = ps_agreement_check (given->region, agreement, NULL);

      g_assert_cmpuint (agreement->lines->len, ==, 3);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/new", test_new);
  g_test_add_func ("/agreement/version", test_version);
  g_test_add_func ("/agreement/total", test_total);
  g_test_add_func ("/agreement/from-last", test_from_last);
  g_test_add_func ("/agreement/from-last-compared", test_from_last_compared);
  g_test_add_func ("/agreement/from-last-overflow", test_from_last_overflow);
  g_test_add_func ("/agreement/from-production", test_from_production);
  g_test_add_func ("/agreement/from-production-without-agreement", test_from_production_without_agreement);
  g_test_add_func ("/agreement/from-production-is-right", test_from_production_is_right);
  return g_test_run ();
}
