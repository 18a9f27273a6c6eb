/* test-agreement-check.c: two versions of a performance agreement compared, and one checked (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-agreement.h"
#include "region-builder.h"

#define REGION                                                                                                                   \
  "product A 1/G pxq uur\nproduct B 1/H pxq uur\nproduct C 2/K pxq uur\n"                                                        \
  "scheme donut bands=0:100,100:0\nscheme klif whole=0:100,100:90\n"

/* Two agreements of the same provider, 2024 and 2025: their rows stand for two versions. */
static const PsAgreement *
agreement_of (TestRegion *given, int year)
{
  return ps_region_find_agreement (given->region, ps_region_find_provider (given->region, "P1"), year);
}

static const char *
shown (const char *text)
{
  return text != NULL ? text : "nothing";
}

/* "group/municipality what: before → after (change)" a line */
static char *
describe (const PsRegion *region, const GPtrArray *differences)
{
  static const char *const kinds[] = { "term", "added", "removed", "changed" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const PsDifference *it = g_ptr_array_index (differences, i);

      g_assert_cmpint (it->group == PS_NONE, ==, it->kind == PS_DIFFERENCE_TERM);
      g_assert_cmpint (it->group == PS_NONE, ==, it->municipality == PS_NONE);
      if (it->group != PS_NONE)
        g_string_append_printf (text, "%s/%s ", ps_region_group (region, it->group)->code,
                                ps_region_municipality (region, it->municipality)->code);
      g_string_append_printf (text, "%s %s: %s → %s", kinds[it->kind], it->what, shown (it->before), shown (it->after));
      if (it->change_cents != PS_NO_NUMBER)
        g_string_append_printf (text, " %+d", (int) it->change_cents);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
assert_differences (TestRegion *given, const PsAgreement *before, const PsAgreement *after, const char *expected)
{
  g_autoptr (GPtrArray) differences = ps_agreement_compare (given->region, before, after);
  g_autofree char *text = describe (given->region, differences);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_equal (void)
{
  g_autoptr (TestRegion) given = test_region_new (
      REGION "agreement 2024 segment key=overschrijding\nagreed 2024 G M 10 scheme=donut\nagreed 2024 H M 5 lump=ja\n");
  g_autoptr (PsAgreement) copy = ps_agreement_copy (agreement_of (given, 2024));

  assert_differences (given, agreement_of (given, 2024), copy, "");
  copy->id = 99;
  g_array_index (copy->lines, PsAgreementLine, 0).id = 99;
  assert_differences (given, agreement_of (given, 2024), copy, "");
}

static void
test_terms (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "agreement 2024 aanbieder\nagreement 2025 regel key=overschrijding "
                                                         "places=peildata\n");
  g_autoptr (PsAgreement) after = ps_agreement_copy (agreement_of (given, 2025));

  after->under_bp = 300;
  after->over_bp = 0;
  assert_differences (given, agreement_of (given, 2024), after,
                      "term Scope of exchange: whole provider → line\n"
                      "term Division of deductions: production → overrun\n"
                      "term Measuring of places: daily → on peildata\n"
                      "term Bandwidth below: 5\302\240%, the region's → 3\302\240%\n"
                      "term Bandwidth above: 5\302\240%, the region's → 0\302\240%\n");
}

static void
test_lines (void)
{
  g_autoptr (TestRegion) given = test_region_new (
      REGION "agreement 2024 regel\nagreed 2024 G M 10 scheme=donut\nagreed 2024 H M 5\nagreed 2024 K N 7 lump=ja scheme=klif\n"
             "agreement 2025 regel\nagreed 2025 G M 12,50 scheme=klif\nagreed 2025 G N 1 scheme=donut\nagreed 2025 K N 7\n");

  g_array_index (agreement_of (given, 2025)->lines, PsAgreementLine, 0).places_milli = 2500;
  g_array_index (agreement_of (given, 2025)->lines, PsAgreementLine, 1).places_milli = 1000;
  assert_differences (given, agreement_of (given, 2024), agreement_of (given, 2025),
                      "G/M changed Ceiling: €\302\24010.00 → €\302\24012.50 +250\n"
                      "G/M changed Places: – → 2.5\n"
                      "G/M changed Incentive scheme: donut → klif\n"
                      "G/N added Line: nothing → €\302\2401.00, places: 1, scheme: donut +100\n"
                      "H/M removed Line: €\302\2405.00 → nothing -500\n"
                      "K/N changed Paid: lump sum → by production\n"
                      "K/N changed Incentive scheme: klif → none\n");
}

/* A form may have the lines in the order in which they were typed; what is compared stays as it is. */
static void
test_unsorted (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION "agreement 2024 regel\nagreed 2024 G M 10\nagreed 2024 H M 5\nagreed 2024 K M 1 lump=ja\n");
  g_autoptr (PsAgreement) copy = ps_agreement_copy (agreement_of (given, 2024));
  PsAgreementLine last = g_array_index (copy->lines, PsAgreementLine, 2);

  g_array_remove_index (copy->lines, 2);
  g_array_insert_val (copy->lines, 0, last);
  assert_differences (given, agreement_of (given, 2024), copy, "");
  g_assert_cmpuint (g_array_index (copy->lines, PsAgreementLine, 0).group, ==, last.group);
  g_array_remove_index (copy->lines, 0);
  assert_differences (given, agreement_of (given, 2024), copy, "K/M removed Line: €\302\2401.00, lump sum → nothing -100\n");
}

/* The changes of the ceilings add up to the difference of the totals, whichever two are compared; and the other way round they are
 * each other's opposite. */
static void
test_changes_add_up (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "agreement 2024 regel\nagreed 2024 G M 1\nagreed 2024 G N 1\n"
                                                         "agreed 2024 H M 1\nagreed 2024 H N 1\nagreed 2024 K M 1\n");

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (PsAgreement) one = ps_agreement_copy (agreement_of (given, 2024)), two = ps_agreement_copy (one);
      g_autoptr (GPtrArray) there = NULL, back = NULL;
      PsAgreement *both[] = { one, two };
      gint64 sum = 0, back_sum = 0;
      PsOverflow overflow = { FALSE };

      for (guint k = 0; k < 2; k++)
        for (guint line = both[k]->lines->len; line-- > 0;)
          {
            g_array_index (both[k]->lines, PsAgreementLine, line).ceiling_cents = g_test_rand_int_range (0, 4);
            if (g_test_rand_bit ())
              g_array_remove_index (both[k]->lines, line);
          }
      there = ps_agreement_compare (given->region, one, two);
      back = ps_agreement_compare (given->region, two, one);
      for (guint k = 0; k < there->len; k++)
        sum += ((const PsDifference *) there->pdata[k])->change_cents;
      for (guint k = 0; k < back->len; k++)
        back_sum += ((const PsDifference *) back->pdata[k])->change_cents;
      g_assert_cmpint (sum, ==, ps_agreement_total (two, &overflow) - ps_agreement_total (one, &overflow));
      g_assert_cmpint (back_sum, ==, -sum);
      g_assert_cmpuint (there->len, ==, back->len);
    }
}

/* "group/municipality !why" a line; ! blocks */
static void
assert_problems (TestRegion *given, const PsAgreement *agreement, GPtrArray *contracts, const char *const *expected)
{
  g_autoptr (GPtrArray) problems = ps_agreement_check (given->region, agreement, contracts);

  g_assert_cmpuint (problems->len, ==, g_strv_length ((char **) expected));
  for (guint i = 0; i < problems->len; i++)
    {
      const PsAgreementProblem *it = g_ptr_array_index (problems, i);
      g_autofree char *text =
          g_strdup_printf ("%s/%s %s%s", it->group == PS_NONE ? "-" : ps_region_group (given->region, it->group)->code,
                           it->municipality == PS_NONE ? "-" : ps_region_municipality (given->region, it->municipality)->code,
                           it->blocks ? "!" : "", it->why);

      g_test_message ("%s", text);
      g_assert_true (g_str_has_prefix (text, expected[i]));
    }
}

static void
test_no_lines (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "agreement 2024 aanbieder\n");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  assert_problems (given, agreement_of (given, 2024), NULL, (const char *[]){ "-/- !The agreement has no lines.", NULL });
  assert_problems (given, agreement_of (given, 2024), none, (const char *[]){ "-/- !", NULL });
  ps_agreement_problem_free (NULL);
  ps_difference_free (NULL);
}

static void
test_schemes_of_a_scope (void)
{
  static const struct
  {
    const char *exchange;
    const char *problems[4];
  } cases[] = {
    { "aanbieder", { "G/N !", "H/M !", "K/M !", NULL } },
    { "segment", { "G/N !", "H/M !", NULL } },
    { "productgroep", { "G/N !", NULL } },
    { "regel", { NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strdup_printf (REGION "agreement 2024 %s\nagreed 2024 G M 10 scheme=donut\n"
                                                      "agreed 2024 G N 10\nagreed 2024 H M 10 scheme=klif\n"
                                                      "agreed 2024 H N 10 lump=ja\nagreed 2024 K M 10 scheme=klif\n",
                                               cases[i].exchange);
      g_autoptr (TestRegion) given = test_region_new (rows);

      g_test_message ("%s", cases[i].exchange);
      assert_problems (given, agreement_of (given, 2024), NULL, cases[i].problems);
    }
}

static void
test_says_where (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION "agreement 2024 aanbieder\nagreed 2024 G M 10 scheme=donut\nagreed 2024 H N 10\n");

  assert_problems (
      given, agreement_of (given, 2024), NULL,
      (const char *[]){ "H/N !Money is exchanged with G, M, but the incentive schemes differ: donut there, none here.", NULL });
}

static void
test_odd_lines (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION "agreement 2024 aanbieder\nagreed 2024 G M 0\nagreed 2024 H M 5\n"
                                                         "agreed 2024 K M 5 lump=ja scheme=donut\nagreed 2024 K N 0 lump=ja\n");
  PsAgreement *agreement = ps_agreement_copy (agreement_of (given, 2024));

  assert_problems (given, agreement, NULL,
                   (const char *[]){ "G/M The ceiling is 0", "K/M A lump sum has no deductions", "K/N The ceiling is 0", NULL });
  g_array_index (agreement->lines, PsAgreementLine, 1).ceiling_cents = -1;
  assert_problems (given, agreement, NULL, (const char *[]){ "G/M ", "H/M !A ceiling", "K/M ", "K/N ", NULL });
  ps_agreement_free (agreement);
}

static PsContract *
contract_with (const PsRegion *region, const char *agb, const char *product, const char *start, const char *end)
{
  PsContract *contract = ps_contract_new ();
  PsContractProduct row = { 0, ps_region_find_product (region, product), PS_DATE_OPEN, PS_DATE_OPEN };

  contract->provider = ps_region_find_provider (region, agb);
  contract->start = test_date (start);
  contract->end = test_date (end);
  g_array_append_val (contract->products, row);
  return contract;
}

/* A group is contracted when one of this provider's contracts has a product of it on some day of the year. */
static void
test_contracted (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (REGION "agreement 2024 regel\nagreed 2024 G M 1\nagreed 2024 G N 1\nagreed 2024 H M 1\nagreed 2024 K M 1\n"
                              "agreement 2024 regel by=P2\n");
  g_autoptr (GPtrArray) contracts = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_contract_free);

  assert_problems (given, agreement_of (given, 2024), contracts, (const char *[]){ "G/- ", "H/- ", "K/- ", NULL });
  g_ptr_array_add (contracts, contract_with (given->region, "P1", "A", "2022-01-01", "2024-01-01"));
  g_ptr_array_add (contracts, contract_with (given->region, "P1", "B", "2022-01-01", "2023-12-31"));
  g_ptr_array_add (contracts, contract_with (given->region, "P2", "C", "2022-01-01", "2025-12-31"));
  assert_problems (given, agreement_of (given, 2024), contracts,
                   (const char *[]){ "H/- No contract has a product of group H in 2024.", "K/- ", NULL });
  g_ptr_array_add (contracts, contract_with (given->region, "P1", "B", "2024-12-31", "2030-12-31"));
  assert_problems (given, agreement_of (given, 2024), contracts, (const char *[]){ "K/- ", NULL });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-compare/equal", test_equal);
  g_test_add_func ("/agreement-compare/terms", test_terms);
  g_test_add_func ("/agreement-compare/lines", test_lines);
  g_test_add_func ("/agreement-compare/unsorted", test_unsorted);
  g_test_add_func ("/agreement-compare/changes-add-up", test_changes_add_up);
  g_test_add_func ("/agreement-check/no-lines", test_no_lines);
  g_test_add_func ("/agreement-check/schemes-of-a-scope", test_schemes_of_a_scope);
  g_test_add_func ("/agreement-check/says-where", test_says_where);
  g_test_add_func ("/agreement-check/odd-lines", test_odd_lines);
  g_test_add_func ("/agreement-check/contracted", test_contracted);
  return g_test_run ();
}
