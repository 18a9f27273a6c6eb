/* test-what-if.c: the same year under another scheme, ceiling or scope
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-what-if.h"
#include "core/ps-agreement.h"
#include "settlement-check.h"

#include <string.h>

#define REGION                                                                                                                   \
  "product A 1/G pxq uur\nproduct B 1/H pxq uur\ntariff A 1\ntariff B 1\n"                                                       \
  "scheme donut bands=0:100,100:0,103:70,110:0\nscheme klif whole=0:100,100:95\n"                                                \
  "assignment M/1 C *G 2020-01-01\nassignment M/2 C *H 2020-01-01\nassignment N/3 C *G 2020-01-01\n"                             \
  "line 1 M/1 A 2024-01-01 2024-01-31 1200 1 =\nline 2 M/2 B 2024-01-01 2024-01-31 500 1 =\n"                                    \
  "line 3 N/3 A 2024-01-01 2024-01-31 100 1 =\n"
#define AGREED                                                                                                                   \
  "agreement 2024 regel\nagreed 2024 G M 1.000 scheme=donut\nagreed 2024 H M 1.000 scheme=klif\nagreed 2024 H N 33,33 lump=ja\n"

static TestRegion *
make_region (gboolean agreed)
{
  g_autofree char *text = g_strconcat (REGION, agreed ? AGREED : "", NULL);

  return test_region_new (text);
}

/* P1's year under what is asked. */
static PsSettlement *
settle (TestRegion *given, const PsWhatIf *what_if, PsAgreement **agreement)
{
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  const PsAgreement *real = ps_region_find_agreement (given->region, production->provider, 2024);
  PsSettleOptions options = { .year = 2024, .through = test_date ("2024-12-31") };
  g_autoptr (GError) error = NULL;
  PsSettlement *settlement;

  *agreement = ps_what_if_agreement (real, production->provider, 2024, what_if);
  g_assert_nonnull (*agreement);
  options.agreement = *agreement;
  settlement = ps_settle (given->region, production, &options, &error);
  g_assert_no_error (error);
  return settlement;
}

static guint
find_scheme (TestRegion *given, const char *name)
{
  for (guint i = 0; i < given->region->schemes->len; i++)
    if (g_str_equal (ps_region_scheme (given->region, i)->name, name))
      return i;
  g_assert_not_reached ();
}

/* Deductions as they are: over 100 %: 30 of 1.000 at 0, 70 at 70 %, 100 at 0; 1.200 - 30 - 21 - 100. The other line is below. */
static void
test_same (void)
{
  g_autoptr (TestRegion) given = make_region (TRUE);
  g_autoptr (PsSettlement) real = test_region_settle (given, "P1", "2024-12-31");
  g_autoptr (PsSettlement) same = NULL;
  PsAgreement *agreement = NULL;
  PsWhatIf what_if;

  ps_what_if_init (&what_if);
  g_assert_true (ps_what_if_is_same (&what_if));
  same = settle (given, &what_if, &agreement);
  g_assert_cmpint (real->totals.band_deduction_cents, ==, 15100);
  g_assert_cmpint (same->totals.band_deduction_cents, ==, 15100);
  g_assert_cmpint (same->totals.balance_cents, ==, real->totals.balance_cents);
  g_assert_true (agreement != real->agreement);
  ps_what_if_agreement_free (agreement);
}

typedef struct
{
  const char *what;
  PsExchange exchange;
  const char *scheme; /* NULL: as it is; "": none */
  int ceilings_bp;
  const char *deduction;
  const char *sentence;
} AskCase;

static void
test_asked (void)
{
  static const AskCase cases[] = {
    { "cliff", 0, "klif", 10000, "60", "Scheme klif" }, /* 5 % of 1.200 */
    { "none", 0, "", 10000, "0", "No scheme" },
    { "ceilings", 0, NULL, 12000, "0", "Ceilings 120\302\240%" },
    { "half", 0, NULL, 5000, "675,50", "Ceilings 50\302\240%" }, /* 15 + 10,50 + 650; at the other ceiling exactly */
    { "provider", PS_EXCHANGE_PROVIDER, "donut", 10000, "0", "Scheme donut, exchange within the whole provider" },
    { "group", PS_EXCHANGE_GROUP, "donut", 10000, "251", "Scheme donut, exchange per product group" }, /* 1.300 on 1.000 */
    { "line", PS_EXCHANGE_LINE, "klif", 11000, "60", "Scheme klif, ceilings 110\302\240%, no exchange" },
    { "exactly", PS_EXCHANGE_SEGMENT, "klif", 9000, "0", "Scheme klif, ceilings 90\302\240%, exchange per segment" },
    { "above", PS_EXCHANGE_SEGMENT, "klif", 8999, "90", "Scheme klif, ceilings 89.99\302\240%, exchange per segment" },
    { "zero", 0, "klif", 0, "85", "Scheme klif, ceilings 0\302\240%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AskCase *it = &cases[i];
      g_autoptr (TestRegion) given = make_region (TRUE);
      g_autoptr (PsSettlement) settlement = NULL;
      g_autofree char *sentence = NULL;
      PsAgreement *agreement = NULL;
      PsWhatIf what_if;

      ps_what_if_init (&what_if);
      what_if.exchange = it->exchange;
      what_if.ceilings_bp = it->ceilings_bp;
      if (it->scheme != NULL)
        what_if.scheme = *it->scheme != '\0' ? find_scheme (given, it->scheme) : PS_WHAT_IF_NO_SCHEME;
      g_test_message ("%s", it->what);
      g_assert_false (ps_what_if_is_same (&what_if));
      settlement = settle (given, &what_if, &agreement);
      sentence = ps_what_if_sentence (given->region, &what_if);
      g_assert_cmpint (settlement->totals.band_deduction_cents, ==, test_cents (it->deduction));
      g_assert_cmpstr (sentence, ==, it->sentence);
      ps_what_if_agreement_free (agreement);
    }
}

static void
put (GArray *ceilings, guint group, guint municipality, gint64 cents)
{
  PsWhatIfCeiling ceiling = { group, municipality, cents };

  g_array_append_val (ceilings, ceiling);
}

/* Named ceilings take the place of the real ones; the others stay, new ones come in their order. */
static void
test_ceilings (void)
{
  g_autoptr (TestRegion) given = make_region (TRUE);
  g_autoptr (GArray) ceilings = g_array_new (FALSE, FALSE, sizeof (PsWhatIfCeiling));
  const PsRegion *region = given->region;
  guint g = ps_region_find_group (region, "G"), h = ps_region_find_group (region, "H");
  guint m = ps_region_find_municipality (region, "M"), n = ps_region_find_municipality (region, "N");
  const PsAgreement *real = ps_region_find_agreement (region, 0, 2024);
  g_autofree char *sentence = NULL;
  PsAgreement *agreement;
  PsWhatIf what_if;

  ps_what_if_init (&what_if);
  what_if.ceilings = ceilings;
  g_assert_true (ps_what_if_is_same (&what_if));
  put (ceilings, g, n, 7000);
  put (ceilings, g, m, 500);
  what_if.ceilings_bp = 20000; /* is not looked at */
  agreement = ps_what_if_agreement (real, 0, 2024, &what_if);
  sentence = ps_what_if_sentence (region, &what_if);

  g_assert_cmpuint (agreement->lines->len, ==, 4);
  g_assert_cmpint (ps_agreement_find_line (agreement, g, m)->ceiling_cents, ==, 500);
  g_assert_cmpint (ps_agreement_find_line (agreement, g, n)->ceiling_cents, ==, 7000);
  g_assert_cmpuint (ps_agreement_find_line (agreement, g, n)->scheme, ==, find_scheme (given, "donut"));
  g_assert_cmpint (ps_agreement_find_line (agreement, h, m)->ceiling_cents, ==, 100000);
  g_assert_cmpint (ps_agreement_find_line (agreement, h, n)->ceiling_cents, ==, 3333);
  g_assert_cmpint (ps_agreement_find_line (real, g, m)->ceiling_cents, ==, 100000);
  g_assert_cmpstr (sentence, ==, "2 other ceilings");
  ps_what_if_agreement_free (agreement);
}

/* A new line falls under the scheme of its group's lines, else of the first; a lump sum's means nothing. */
static void
test_scheme_of_new_line (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "agreement 2024 aanbieder\nagreed 2024 G M 1.000 lump=ja\n"
                                                         "agreed 2024 H M 1.000 scheme=klif\n");
  g_autoptr (GArray) ceilings = g_array_new (FALSE, FALSE, sizeof (PsWhatIfCeiling));
  guint g = ps_region_find_group (given->region, "G"), n = ps_region_find_municipality (given->region, "N");
  PsAgreement *agreement;
  PsWhatIf what_if;

  ps_what_if_init (&what_if);
  put (ceilings, g, n, 7000);
  what_if.ceilings = ceilings;
  agreement = ps_what_if_agreement (ps_region_find_agreement (given->region, 0, 2024), 0, 2024, &what_if);
  g_assert_cmpuint (ps_agreement_find_line (agreement, g, n)->scheme, ==, find_scheme (given, "klif"));
  ps_what_if_agreement_free (agreement);
}

/* Where nothing was agreed: one of those ceilings, the whole provider. */
static void
test_no_agreement (void)
{
  g_autoptr (TestRegion) given = make_region (FALSE);
  g_autoptr (GArray) ceilings = g_array_new (FALSE, FALSE, sizeof (PsWhatIfCeiling));
  g_autoptr (PsSettlement) settlement = NULL;
  PsAgreement *agreement = NULL;
  PsWhatIf what_if;

  ps_what_if_init (&what_if);
  put (ceilings, ps_region_find_group (given->region, "G"), ps_region_find_municipality (given->region, "M"), 100000);
  what_if.ceilings = ceilings;
  what_if.scheme = find_scheme (given, "klif");
  settlement = settle (given, &what_if, &agreement);
  g_assert_cmpint (agreement->exchange, ==, PS_EXCHANGE_PROVIDER);
  g_assert_cmpint (settlement->totals.band_deduction_cents, ==, 9000); /* 5 % of 1.800 */
  ps_what_if_agreement_free (agreement);

  what_if.ceilings = NULL;
  agreement = ps_what_if_agreement (NULL, 0, 2024, &what_if);
  g_assert_cmpuint (agreement->lines->len, ==, 0);
  ps_what_if_agreement_free (agreement);
}

static void
test_terms (void)
{
  g_autoptr (TestRegion) given = make_region (TRUE);
  const PsAgreement *real = ps_region_find_agreement (given->region, 0, 2024);
  g_autofree char *sentence = NULL;
  PsAgreement *agreement;
  PsWhatIf what_if;

  ps_what_if_init (&what_if);
  what_if.key = PS_KEY_OVERRUN;
  what_if.measuring = PS_PLACES_ON_PEILDATA;
  agreement = ps_what_if_agreement (real, 0, 2024, &what_if);
  sentence = ps_what_if_sentence (given->region, &what_if);
  g_assert_cmpint (agreement->key, ==, PS_KEY_OVERRUN);
  g_assert_cmpint (agreement->measuring, ==, PS_PLACES_ON_PEILDATA);
  g_assert_cmpint (agreement->exchange, ==, PS_EXCHANGE_LINE);
  g_assert_cmpstr (sentence, ==, "Deductions divided by overrun, places measured on peildata");
  ps_what_if_agreement_free (agreement);
}

static void
test_does_not_fit (void)
{
  g_autoptr (TestRegion) given = make_region (TRUE);
  g_autoptr (GArray) ceilings = g_array_new (FALSE, FALSE, sizeof (PsWhatIfCeiling));
  g_autoptr (PsAgreement) large = ps_agreement_copy (ps_region_find_agreement (given->region, 0, 2024));
  PsWhatIf what_if;

  ps_what_if_init (&what_if);
  g_array_index (large->lines, PsAgreementLine, 0).ceiling_cents = G_MAXINT64;
  what_if.ceilings_bp = 10001;
  g_assert_null (ps_what_if_agreement (large, 0, 2024, &what_if));
  what_if.ceilings_bp = -1;
  g_assert_null (ps_what_if_agreement (large, 0, 2024, &what_if));

  ps_what_if_init (&what_if);
  put (ceilings, 0, 0, -1);
  what_if.ceilings = ceilings;
  g_assert_null (ps_what_if_agreement (large, 0, 2024, &what_if));
}

/* Lines that come to share a scope must have one scheme (domain.md §5). */
static void
test_problem (void)
{
  g_autoptr (TestRegion) given = make_region (TRUE);
  const PsAgreement *real = ps_region_find_agreement (given->region, 0, 2024);
  g_autofree char *none = NULL, *mixed = NULL, *chosen = NULL;
  PsAgreement *agreement;
  PsWhatIf what_if;

  ps_what_if_init (&what_if);
  none = ps_what_if_problem (given->region, real);
  g_assert_null (none);

  what_if.exchange = PS_EXCHANGE_PROVIDER;
  agreement = ps_what_if_agreement (real, 0, 2024, &what_if);
  mixed = ps_what_if_problem (given->region, agreement);
  g_assert_nonnull (strstr (mixed, "donut"));
  g_assert_nonnull (strstr (mixed, "klif"));
  ps_what_if_agreement_free (agreement);

  what_if.scheme = PS_WHAT_IF_NO_SCHEME;
  agreement = ps_what_if_agreement (real, 0, 2024, &what_if);
  chosen = ps_what_if_problem (given->region, agreement);
  g_assert_null (chosen);
  ps_what_if_agreement_free (agreement);
}

static void
test_sentence_of_nothing (void)
{
  g_autoptr (TestRegion) given = make_region (TRUE);
  g_autofree char *sentence = NULL;
  PsWhatIf what_if;

  ps_what_if_init (&what_if);
  sentence = ps_what_if_sentence (given->region, &what_if);
  g_assert_cmpstr (sentence, ==, "As it is");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/what-if/same", test_same);
  g_test_add_func ("/what-if/asked", test_asked);
  g_test_add_func ("/what-if/ceilings", test_ceilings);
  g_test_add_func ("/what-if/scheme-of-new-line", test_scheme_of_new_line);
  g_test_add_func ("/what-if/no-agreement", test_no_agreement);
  g_test_add_func ("/what-if/terms", test_terms);
  g_test_add_func ("/what-if/does-not-fit", test_does_not_fit);
  g_test_add_func ("/what-if/problem", test_problem);
  g_test_add_func ("/what-if/sentence-of-nothing", test_sentence_of_nothing);
  return g_test_run ();
}
