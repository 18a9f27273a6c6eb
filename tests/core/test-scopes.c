/* test-scopes.c: scopes, exempt products, division over lines, lump sums (domain.md §4, §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settlement-check.h"

/* Groups G and H in segment 1, K in segment 2; a hard ceiling; € 1 an hour, so that volumes are amounts. */
#define REGION                                                                                                                   \
  "product A 1/G pxq uur\nproduct B 1/H pxq uur\nproduct D 2/K pxq uur\nproduct E 1/G pxq uur exempt=ja\nproduct O 1/G pxq uur " \
  "exempt=buiten\n"                                                                                                              \
  "product T 1/G taakgericht stuk\n"                                                                                             \
  "tariff A 1\ntariff B 1\ntariff D 1\ntariff E 1\ntariff O 1\nscheme hard bands=0:100,100:0\nscheme half bands=0:100,50:0\n"    \
  "assignment M/1 C *G 2024-01-01\nassignment N/1 C *G 2024-01-01\nassignment O/1 C *G 2024-01-01\n"                             \
  "assignment M/2 C *H 2024-01-01\nassignment M/3 C *K 2024-01-01\nassignment M/4 C T 2024-01-01\n"
#define PRODUCED                                                                                                                 \
  "line 1 M/1 A 2024-03-01 2024-03-31 1500 1 =\nline 2 N/1 A 2024-03-01 2024-03-31 700 1 =\n"                                    \
  "line 3 M/2 B 2024-03-01 2024-03-31 300 1 =\nline 4 M/3 D 2024-03-01 2024-03-31 200 1 =\n"

typedef struct
{
  TestRegion *given;
  PsSettlement *settlement;
} Settled;

static void
settled_clear (Settled *self)
{
  g_clear_pointer (&self->settlement, ps_settlement_free);
  g_clear_pointer (&self->given, test_region_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Settled, settled_clear)

static Settled
settle (const char *rows)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  Settled self = { test_region_new (text), NULL };

  self.settlement = test_region_settle (self.given, "P1", "2024-12-31");
  return self;
}

static void
assert_covered (const Settled *self, const char *group, const char *municipality, gboolean covered, gboolean agreed)
{
  const PsSettlementLine *line = settlement_line (self->given, self->settlement, group, municipality);

  g_assert_nonnull (line);
  g_assert_cmpint (line->scope != PS_NONE, ==, covered);
  g_assert_cmpint (line->agreed, ==, agreed);
}

static gboolean
signalled (const Settled *self, PsSignalKind kind, const char *group, const char *municipality)
{
  for (guint i = 0; i < self->settlement->signals->len; i++)
    {
      const PsSignal *signal = &g_array_index (self->settlement->signals, PsSignal, i);
      if (signal->kind == kind && signal->group == ps_region_find_group (self->given->region, group)
          && signal->municipality == ps_region_find_municipality (self->given->region, municipality))
        return TRUE;
    }
  return FALSE;
}

static void
test_whole_provider (void)
{
  g_auto (Settled) s = settle ("agreement 2024 aanbieder\nagreed 2024 G M 1.000 scheme=hard\n" PRODUCED);

  g_assert_cmpuint (s.settlement->scopes->len, ==, 1);
  assert_scope (s.settlement, "", "ceiling=1.000 net=2.700 deduction=1.700", "1.000/0 1.700/1.700");
  assert_covered (&s, "G", "M", TRUE, TRUE);
  assert_covered (&s, "K", "M", TRUE, FALSE);
  g_assert_true (signalled (&s, PS_SIGNAL_NOT_IN_AGREEMENT, "G", "N") && signalled (&s, PS_SIGNAL_NOT_IN_AGREEMENT, "K", "M"));
  g_assert_false (signalled (&s, PS_SIGNAL_NOT_IN_AGREEMENT, "G", "M"));
  g_assert_null (settlement_signal (s.settlement, PS_SIGNAL_NO_AGREEMENT));
  assert_totals (s.settlement, "ceiling=1.000 band=1.700 payable=1.000");
}

static void
test_segment (void)
{
  g_auto (Settled) s = settle ("agreement 2024 segment\nagreed 2024 G M 1.000 scheme=hard\n" PRODUCED);

  g_assert_cmpuint (s.settlement->scopes->len, ==, 1);
  assert_scope (s.settlement, "1", "ceiling=1.000 net=2.500 deduction=1.500", NULL);
  assert_covered (&s, "H", "M", TRUE, FALSE);
  assert_covered (&s, "K", "M", FALSE, FALSE);
  g_assert_true (signalled (&s, PS_SIGNAL_NO_AGREEMENT, "K", "M"));
  assert_line (s.given, s.settlement, "K", "M", "band=0 payable=200");
  g_assert_cmpint (settlement_signal (s.settlement, PS_SIGNAL_NO_AGREEMENT)->count, ==, 20000);
}

static void
test_group (void)
{
  g_auto (Settled) s =
      settle ("agreement 2024 productgroep\nagreed 2024 G M 1.000 scheme=hard\nagreed 2024 K M 100 scheme=half\n" PRODUCED);

  g_assert_cmpuint (s.settlement->scopes->len, ==, 2);
  assert_scope (s.settlement, "G", "ceiling=1.000 net=2.200 deduction=1.200", NULL);
  assert_scope (s.settlement, "K", "ceiling=100 net=200 deduction=150", "50/0 150/150"); /* its own scheme */
  assert_covered (&s, "G", "N", TRUE, FALSE);
  assert_covered (&s, "H", "M", FALSE, FALSE);
  assert_line (s.given, s.settlement, "H", "M", "payable=300");
}

static void
test_line (void)
{
  g_auto (Settled) s =
      settle ("agreement 2024 regel\nagreed 2024 G M 1.000 scheme=hard\nagreed 2024 H M 400 scheme=half\n" PRODUCED);

  g_assert_cmpuint (s.settlement->scopes->len, ==, 2);
  assert_scope (s.settlement, "G/M", "ceiling=1.000 net=1.500 deduction=500", NULL);
  assert_scope (s.settlement, "H/M", "ceiling=400 net=300 deduction=100", NULL);
  assert_covered (&s, "G", "N", FALSE, FALSE);
  g_assert_true (signalled (&s, PS_SIGNAL_NO_AGREEMENT, "G", "N") && signalled (&s, PS_SIGNAL_NO_AGREEMENT, "K", "M"));
  assert_line (s.given, s.settlement, "G", "N", "ceiling=0 band=0 payable=700");
}

static void
test_no_agreement (void)
{
  g_auto (Settled) s = settle ("agreement 2023 aanbieder\nagreed 2023 G M 1 scheme=hard\n" PRODUCED);

  g_assert_null (s.settlement->agreement);
  g_assert_cmpuint (s.settlement->scopes->len, ==, 0);
  assert_totals (s.settlement, "gross=2.700 ceiling=0 band=0 payable=2.700");
  g_assert_true (signalled (&s, PS_SIGNAL_NO_AGREEMENT, "G", "M"));
}

static void
test_without_scheme (void)
{
  g_auto (Settled) s = settle ("agreement 2024 aanbieder\nagreed 2024 G M 1\n" PRODUCED);

  assert_scope (s.settlement, "", "ceiling=1 net=2.700 deduction=0", "");
  assert_totals (s.settlement, "band=0 payable=2.700");
}

/* A ceiling of zero is a ceiling. */
static void
test_ceiling_of_zero (void)
{
  g_auto (Settled) s = settle ("agreement 2024 regel\nagreed 2024 G M 0 scheme=hard\n" PRODUCED);

  assert_scope (s.settlement, "G/M", "ceiling=0 net=1.500 deduction=1.500", "0/0 1.500/1.500");
  assert_line (s.given, s.settlement, "G", "M", "payable=0 paid=1.500 balance=-1.500");
}

/* Lump sums stand apart: never in a scope, never deducted, and a scope needs another line. */
static void
test_lump_sum (void)
{
  g_auto (Settled) s =
      settle ("agreement 2024 aanbieder\nagreed 2024 G M 366 scheme=hard lump=ja\nagreed 2024 G N 100 scheme=hard\n"
              "line 9 M/4 T 2024-03-01 2024-03-31 1 - 50\n" PRODUCED);

  assert_scope (s.settlement, "", "ceiling=100 net=1.200 deduction=1.100", NULL);
  assert_covered (&s, "G", "M", FALSE, TRUE);
  assert_line (s.given, s.settlement, "G", "M",
               "gross=366 net=366 ceiling=366 band=0 payable=366 paid=1.550 produced=1.500 balance=-1.184");
  assert_totals (s.settlement, "ceiling=466");
  g_assert_false (signalled (&s, PS_SIGNAL_NO_AGREEMENT, "G", "M"));
}

static void
test_lump_sum_only (void)
{
  static const char *const exchanges[] = { "aanbieder", "segment", "productgroep", "regel" };

  for (guint i = 0; i < G_N_ELEMENTS (exchanges); i++)
    {
      g_autofree char *rows =
          g_strdup_printf ("agreement 2024 %s\nagreed 2024 G M 366 scheme=hard lump=ja\n" PRODUCED, exchanges[i]);
      g_auto (Settled) s = settle (rows);

      g_assert_cmpuint (s.settlement->scopes->len, ==, 0);
      assert_covered (&s, "G", "N", FALSE, FALSE);
      assert_line (s.given, s.settlement, "G", "N", "payable=700 band=0");
      g_assert_true (signalled (&s, PS_SIGNAL_NO_AGREEMENT, "G", "N"));
    }
}

/* Exempt production beside a lump sum is part of what it replaces. */
static void
test_lump_sum_replaces_exempt (void)
{
  g_auto (Settled) s = settle ("agreement 2024 aanbieder\nagreed 2024 G M 366 lump=ja\n"
                               "line 1 M/1 E 2024-03-01 2024-03-31 10 1 =\nline 2 M/1 O 2024-03-01 2024-03-31 20 1 =\n");

  assert_line (s.given, s.settlement, "G", "M", "gross=366 exempt=0 outside=0 produced=30");
}

static void
test_lump_sum_by_the_day (void)
{
  static const struct
  {
    const char *through, *gross;
  } days[] = {
    { "2024-01-01", "32,79" },
    { "2024-06-30", "5.967,21" },
    { "2024-12-31", "12.000" },
    { "2024-12-30", "11.967,21" },
  };
  g_autoptr (TestRegion) given = test_region_new (REGION "agreement 2024 aanbieder\nagreed 2024 G M 12.000 lump=ja\n");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", days[i].through);
      g_autofree char *expected = g_strdup_printf ("gross=%s ceiling=12.000", days[i].gross);
      assert_line (given, settlement, "G", "M", expected);
    }
}

/* A product that is paid by a lump sum produces nothing anywhere else. */
static void
test_lump_sum_product_elsewhere (void)
{
  g_auto (Settled) s = settle ("line 9 M/4 T 2024-03-01 2024-03-31 1 - 50\n");

  assert_line (s.given, s.settlement, "G", "M", "gross=0 payable=0 paid=50 balance=-50 disputed=0");
}

/* `ja`: counts to N, is never reduced: w = max (0, net − exempt) is the most. */
static void
test_exempt (void)
{
  g_auto (Settled) s = settle ("agreement 2024 aanbieder\nagreed 2024 G M 500 scheme=hard\n"
                               "line 1 M/1 A 2024-03-01 2024-03-31 100 1 =\nline 2 M/1 E 2024-03-01 2024-03-31 900 1 =\n");

  assert_scope (s.settlement, "", "ceiling=500 net=1.000 uncapped=500 deduction=100", "500/0 500/500");
  assert_line (s.given, s.settlement, "G", "M", "gross=1.000 exempt=900 outside=0 band=100 payable=900");
}

static void
test_outside (void)
{
  g_auto (Settled) s = settle ("agreement 2024 aanbieder\nagreed 2024 G M 90 scheme=hard\n"
                               "line 1 M/1 A 2024-03-01 2024-03-31 100 1 =\nline 2 M/1 O 2024-03-01 2024-03-31 900 1 =\n");

  assert_scope (s.settlement, "", "ceiling=90 net=100 uncapped=10 deduction=10", NULL);
  assert_line (s.given, s.settlement, "G", "M", "gross=1.000 exempt=900 outside=900 band=10 payable=990");
}

/* Credits on the ordinary products: nothing left that could bear a deduction. */
static void
test_exempt_and_credits (void)
{
  g_auto (Settled) s = settle ("agreement 2024 aanbieder\nagreed 2024 G M 100 scheme=hard\n"
                               "line 1 M/1 A 2024-03-01 2024-03-31 -50 1 =\nline 2 M/1 E 2024-03-01 2024-03-31 900 1 =\n");

  assert_scope (s.settlement, "", "net=850 uncapped=750 deduction=0", NULL);
  assert_totals (s.settlement, "band=0 payable=850");
}

/* Division of D = 200 (N 2.200 over a ceiling of 2.000): by what was produced, or by who went over. */
static void
test_division_keys (void)
{
  g_auto (Settled) produced = settle ("agreement 2024 productgroep key=realisatie\nagreed 2024 G M 1.000 scheme=hard\nagreed "
                                      "2024 G N 1.000 scheme=hard\n" PRODUCED);
  g_auto (Settled) overrun = settle ("agreement 2024 productgroep key=overschrijding\nagreed 2024 G M 1.000 scheme=hard\nagreed "
                                     "2024 G N 1.000 scheme=hard\n" PRODUCED);

  assert_line (produced.given, produced.settlement, "G", "M", "band=136,36");
  assert_line (produced.given, produced.settlement, "G", "N", "band=63,64");
  assert_line (overrun.given, overrun.settlement, "G", "M", "band=200");
  assert_line (overrun.given, overrun.settlement, "G", "N", "band=0");
}

/* More than all overruns together: the rest over what the lines can still bear. */
static void
test_overrun_and_rest (void)
{
  g_auto (Settled) s = settle (
      "agreement 2024 productgroep key=overschrijding\nagreed 2024 G M 1.000 scheme=half\nagreed 2024 G N 1.000 scheme=half\n"
      "line 1 M/1 A 2024-03-01 2024-03-31 1100 1 =\nline 2 N/1 A 2024-03-01 2024-03-31 900 1 =\n");

  assert_scope (s.settlement, "G", "deduction=1.000", NULL);
  assert_line (s.given, s.settlement, "G", "M", "band=573,68");
  assert_line (s.given, s.settlement, "G", "N", "band=426,32");
}

/* o = min (w, net − outside − ceiling): exempt production makes the overrun, but does not bear it. */
static void
test_overrun_and_exempt (void)
{
  g_auto (Settled) s =
      settle ("agreement 2024 productgroep key=overschrijding\nagreed 2024 G M 100 scheme=hard\nagreed 2024 G N 100 scheme=hard\n"
              "line 1 M/1 A 2024-03-01 2024-03-31 40 1 =\nline 2 M/1 E 2024-03-01 2024-03-31 160 1 =\n"
              "line 3 N/1 A 2024-03-01 2024-03-31 90 1 =\nline 4 N/1 O 2024-03-01 2024-03-31 500 1 =\n");

  assert_scope (s.settlement, "G", "net=290 deduction=90", NULL);
  assert_line (s.given, s.settlement, "G", "M", "band=40 payable=160"); /* o = min (40, 100) */
  assert_line (s.given, s.settlement, "G", "N", "band=50 payable=540"); /* o = 0; the rest over 90 */
}

/* A line that the scope takes in has a ceiling of 0: all of it is overrun. */
static void
test_overrun_of_forgotten_line (void)
{
  g_auto (Settled) s = settle ("agreement 2024 productgroep key=overschrijding\nagreed 2024 G M 2.000 scheme=hard\n" PRODUCED);

  assert_line (s.given, s.settlement, "G", "M", "band=0");
  assert_line (s.given, s.settlement, "G", "N", "band=200 payable=500");
}

/* Three equal lines and a cent: ties to the first. */
static void
test_last_cents (void)
{
  g_auto (Settled) s = settle ("agreement 2024 productgroep\nagreed 2024 G M 2 scheme=hard\n"
                               "line 1 M/1 A 2024-03-01 2024-03-31 1 1 =\nline 2 N/1 A 2024-03-01 2024-03-31 1 1 =\n"
                               "line 3 O/1 A 2024-03-01 2024-03-31 1 1 =\n");

  assert_line (s.given, s.settlement, "G", "M", "band=0,34");
  assert_line (s.given, s.settlement, "G", "N", "band=0,33");
  assert_line (s.given, s.settlement, "G", "O", "band=0,33");
}

/* Ceilings are not prorated. */
static void
test_interim (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION "agreement 2024 aanbieder\nagreed 2024 G M 1.600 scheme=hard\n" PRODUCED);
  g_autoptr (PsSettlement) before = test_region_settle (given, "P1", "2024-02-29");
  g_autoptr (PsSettlement) after = test_region_settle (given, "P1", "2024-03-01");

  assert_scope (before, "", "ceiling=1.600 net=0 deduction=0", NULL);
  assert_scope (after, "", "ceiling=1.600 net=2.700 deduction=1.100", NULL);
}

/* Another agreement than the region's own answers "what if". */
static void
test_what_if (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "agreement 2024 aanbieder\nagreed 2024 G M 1.000 scheme=hard\n"
                                                         "agreement 2025 regel\nagreed 2025 G M 1.400 scheme=hard\n" PRODUCED);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  g_autoptr (GError) error = NULL;
  PsSettleOptions options = { .year = 2024,
                              .through = ps_date_year_end (2024),
                              .agreement = ps_region_find_agreement (given->region, 0, 2025) };
  g_autoptr (PsSettlement) settlement = ps_settle (given->region, production, &options, &error);

  g_assert_no_error (error);
  assert_scope (settlement, "G/M", "ceiling=1.400 net=1.500 deduction=100", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scopes/whole-provider", test_whole_provider);
  g_test_add_func ("/scopes/segment", test_segment);
  g_test_add_func ("/scopes/group", test_group);
  g_test_add_func ("/scopes/line", test_line);
  g_test_add_func ("/scopes/no-agreement", test_no_agreement);
  g_test_add_func ("/scopes/without-scheme", test_without_scheme);
  g_test_add_func ("/scopes/ceiling-of-zero", test_ceiling_of_zero);
  g_test_add_func ("/scopes/lump-sum", test_lump_sum);
  g_test_add_func ("/scopes/lump-sum-only", test_lump_sum_only);
  g_test_add_func ("/scopes/lump-sum-replaces-exempt", test_lump_sum_replaces_exempt);
  g_test_add_func ("/scopes/lump-sum-by-the-day", test_lump_sum_by_the_day);
  g_test_add_func ("/scopes/lump-sum-product-elsewhere", test_lump_sum_product_elsewhere);
  g_test_add_func ("/scopes/exempt", test_exempt);
  g_test_add_func ("/scopes/outside", test_outside);
  g_test_add_func ("/scopes/exempt-and-credits", test_exempt_and_credits);
  g_test_add_func ("/scopes/division-keys", test_division_keys);
  g_test_add_func ("/scopes/overrun-and-rest", test_overrun_and_rest);
  g_test_add_func ("/scopes/overrun-and-exempt", test_overrun_and_exempt);
  g_test_add_func ("/scopes/overrun-of-forgotten-line", test_overrun_of_forgotten_line);
  g_test_add_func ("/scopes/last-cents", test_last_cents);
  g_test_add_func ("/scopes/interim", test_interim);
  g_test_add_func ("/scopes/what-if", test_what_if);
  return g_test_run ();
}
