/* test-contract.c: how long a contract runs, and what must be decided when (domain.md §2)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-contract.h"
#include "region-builder.h"

#include <stdlib.h>
#include <string.h>

/* "START END NOTICE OPTION…": "-" for none; an option is MONTHS then o, u or n (open, used, not used), and maybe @DECIDE_BY */
static PsContract *
contract_from (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  PsContract *contract = ps_contract_new ();

  contract->start = test_date (words[0]);
  contract->end = g_str_equal (words[1], "-") ? PS_DATE_OPEN : test_date (words[1]);
  contract->notice_months = g_str_equal (words[2], "-") ? -1 : atoi (words[2]);
  for (guint i = 3; words[i] != NULL; i++)
    {
      PsContractOption option = { .sequence = (int) i - 2, .decide_by = PS_DATE_OPEN, .decided_on = PS_DATE_OPEN };
      const char *at = strchr (words[i], '@');

      option.months = atoi (words[i]);
      option.decision = strchr (words[i], 'u') != NULL   ? PS_OPTION_USED
                        : strchr (words[i], 'n') != NULL ? PS_OPTION_NOT_USED
                                                         : PS_OPTION_OPEN;
      if (at != NULL)
        option.decide_by = test_date (at + 1);
      g_array_append_val (contract->options, option);
    }
  return contract;
}

static void
assert_day (PsDate day, const char *expected)
{
  g_autofree char *text = ps_date_to_iso (day);

  g_assert_cmpstr (text, ==, expected);
}

static const struct
{
  const char *contract, *now, *most;
} ends[] = {
  { "2024-01-01 2025-12-31 3", "2025-12-31", "2025-12-31" },
  { "2024-01-01 2025-12-31 3 12u", "2026-12-31", "2026-12-31" },
  { "2024-01-01 2025-12-31 3 12o", "2025-12-31", "2026-12-31" },
  { "2024-01-01 2025-12-31 3 12n", "2025-12-31", "2025-12-31" },
  { "2024-01-01 2025-12-31 3 12u 24o 12o", "2026-12-31", "2029-12-31" },
  { "2024-01-01 2025-12-31 3 12n 12o", "2025-12-31", "2025-12-31" },
  { "2024-01-01 2025-12-31 3 12u 12n 12o", "2026-12-31", "2026-12-31" },
  { "2024-01-01 - 3 12u 12o", "", "" },
  /* the end of a month stays one, 29 February too */
  { "2024-01-01 2025-02-28 - 12u", "2026-02-28", "2026-02-28" },
  { "2024-01-01 2023-02-28 - 12u", "2024-02-29", "2024-02-29" },
  { "2024-01-01 2024-02-29 - 12u", "2025-02-28", "2025-02-28" },
  { "2024-01-01 2024-02-29 - 12u 36u", "2028-02-29", "2028-02-29" },
  { "2024-01-01 2025-06-30 - 1u", "2025-07-31", "2025-07-31" },
  { "2024-01-01 2025-06-14 - 1u", "2025-07-14", "2025-07-14" },
  /* another day is the same day, or the last of a shorter month */
  { "2024-01-01 2024-02-28 - 12u", "2025-02-28", "2025-02-28" },
  { "2024-01-01 2025-01-30 - 1u", "2025-02-28", "2025-02-28" },
  { "2024-01-01 2025-01-29 - 1u 12o", "2025-02-28", "2026-02-28" },
  { "2024-01-01 2199-12-31 - 12u 2147483647u", "2199-12-31", "2199-12-31" },
};

static void
test_ends (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (PsContract) contract = contract_from (ends[i].contract);

      g_test_message ("%s", ends[i].contract);
      assert_day (ps_contract_end_now (contract), ends[i].now);
      assert_day (ps_contract_end_most (contract), ends[i].most);
    }
}

static const struct
{
  const char *contract, *decide_by;
} decisions[] = {
  { "2024-01-01 2025-12-31 3 12o", "2025-09-30" },
  { "2024-01-01 2025-06-30 3 12o", "2025-03-31" },
  { "2024-01-01 2025-06-30 4 12o", "2025-02-28" },
  { "2023-01-01 2024-06-30 4 12o", "2024-02-29" },
  { "2024-01-01 2025-05-30 3 12o", "2025-02-28" },
  { "2024-01-01 2025-05-27 3 12o", "2025-02-27" },
  { "2024-01-01 2025-12-31 0 12o", "2025-12-31" },
  { "2024-01-01 2025-12-31 - 12o", "2025-12-31" },
  { "2024-01-01 2025-12-31 3 12o@2025-07-01", "2025-07-01" },
  { "2024-01-01 - 3 12o", "" },
};

static void
test_decide_by (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (PsContract) contract = contract_from (decisions[i].contract);

      g_test_message ("%s", decisions[i].contract);
      assert_day (ps_contract_decide_by (contract, &g_array_index (contract->options, PsContractOption, 0)),
                  decisions[i].decide_by);
    }
}

static const struct
{
  const char *contract, *today;
  PsContractStanding standing;
  const char *when;
} standings[] = {
  { "2024-01-01 2025-12-31 3", "2023-12-31", PS_CONTRACT_FUTURE, "2024-01-01" },
  { "2024-01-01 2025-12-31 3", "2024-01-01", PS_CONTRACT_RUNS, "2025-12-31" },
  { "2024-01-01 2025-12-31 3", "2025-09-29", PS_CONTRACT_RUNS, "2025-12-31" },
  { "2024-01-01 2025-12-31 3", "2025-09-30", PS_CONTRACT_ENDS, "2025-12-31" },
  { "2024-01-01 2025-12-31 3", "2025-12-31", PS_CONTRACT_ENDS, "2025-12-31" },
  { "2024-01-01 2025-12-31 3", "2026-01-01", PS_CONTRACT_ENDED, "2025-12-31" },
  /* without a notice period: a year */
  { "2022-01-01 2025-12-31 -", "2024-12-30", PS_CONTRACT_RUNS, "2025-12-31" },
  { "2022-01-01 2025-12-31 -", "2024-12-31", PS_CONTRACT_ENDS, "2025-12-31" },
  { "2022-01-01 2025-12-31 0", "2025-12-30", PS_CONTRACT_RUNS, "2025-12-31" },
  { "2022-01-01 2025-12-31 0", "2025-12-31", PS_CONTRACT_ENDS, "2025-12-31" },
  /* no end */
  { "2024-01-01 - 3", "2150-01-01", PS_CONTRACT_RUNS, "" },
  { "2024-01-01 - 3 12o", "2025-01-01", PS_CONTRACT_RUNS, "" },
  /* an option: from a year before it must be decided on */
  { "2022-01-01 2025-12-31 3 12o", "2024-09-29", PS_CONTRACT_RUNS, "2025-09-30" },
  { "2022-01-01 2025-12-31 3 12o", "2024-09-30", PS_CONTRACT_DECIDE, "2025-09-30" },
  { "2022-01-01 2025-12-31 3 12o", "2025-09-30", PS_CONTRACT_DECIDE, "2025-09-30" },
  { "2022-01-01 2025-12-31 3 12o", "2025-10-01", PS_CONTRACT_DECIDE_LATE, "2025-09-30" },
  { "2022-01-01 2025-12-31 3 12o", "2026-01-01", PS_CONTRACT_ENDED, "2025-12-31" },
  { "2022-01-01 2025-12-31 3 12u 12o", "2025-10-01", PS_CONTRACT_DECIDE, "2026-09-30" },
  { "2022-01-01 2025-12-31 3 12o@2025-05-01", "2025-05-02", PS_CONTRACT_DECIDE_LATE, "2025-05-01" },
  { "2022-01-01 2025-12-31 - 12o", "2025-12-31", PS_CONTRACT_DECIDE, "2025-12-31" },
  /* nothing left to decide on */
  { "2022-01-01 2025-12-31 3 12u", "2026-10-01", PS_CONTRACT_ENDS, "2026-12-31" },
  { "2022-01-01 2025-12-31 3 12n 12o", "2025-10-01", PS_CONTRACT_ENDS, "2025-12-31" },
  { "2022-01-01 2025-12-31 3 12u 12n", "2026-09-29", PS_CONTRACT_RUNS, "2026-12-31" },
};

static void
test_standings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    {
      g_autoptr (PsContract) contract = contract_from (standings[i].contract);
      PsDate when = 7;

      g_test_message ("%s on %s", standings[i].contract, standings[i].today);
      g_assert_cmpint (ps_contract_standing (contract, test_date (standings[i].today), &when), ==, standings[i].standing);
      assert_day (when, standings[i].when);
    }
}

static void
test_labels (void)
{
  for (PsContractStanding a = PS_CONTRACT_FUTURE; a <= PS_CONTRACT_ENDED; a++)
    for (PsContractStanding b = a + 1; b <= PS_CONTRACT_ENDED; b++)
      g_assert_cmpstr (ps_contract_standing_label (a), !=, ps_contract_standing_label (b));
}

/* As the days go by a contract never gets an earlier standing, and `when` is never a day past but where it says so. */
static void
test_in_time (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    {
      g_autoptr (PsContract) contract = contract_from (standings[i].contract);
      PsContractStanding last = PS_CONTRACT_FUTURE;

      for (PsDate today = test_date ("2021-06-01"); today < test_date ("2030-01-01"); today += 1 + today % 3)
        {
          PsDate when;
          PsContractStanding standing = ps_contract_standing (contract, today, &when);

          g_assert_cmpint (standing, >=, last);
          g_assert_true (when >= today || standing == PS_CONTRACT_DECIDE_LATE || standing == PS_CONTRACT_ENDED);
          last = standing;
        }
    }
}

static void
add_product (PsContract *contract, const PsRegion *region, const char *code, const char *from, const char *to)
{
  PsContractProduct product = { 0, ps_region_find_product (region, code), from == NULL ? PS_DATE_OPEN : test_date (from),
                                to == NULL ? PS_DATE_OPEN : test_date (to) };

  g_array_append_val (contract->products, product);
}

static gboolean
has (const PsRegion *region, const PsContract *contract, const char *group, const char *from, const char *to)
{
  return ps_contract_has_group (region, contract, ps_region_find_group (region, group), test_date (from), test_date (to));
}

static void
test_has_group (void)
{
  g_autoptr (TestRegion) given =
      test_region_new ("product A 1/G pxq uur\nproduct B 1/H pxq uur\nproduct C 1/H pxq uur\nproduct D 1/K pxq uur\n");
  g_autoptr (PsContract) contract = contract_from ("2024-02-29 2025-12-31 3 12u 12o");
  const PsRegion *region = given->region;

  add_product (contract, region, "A", NULL, NULL);
  add_product (contract, region, "B", "2024-01-01", "2024-12-31");
  add_product (contract, region, "C", "2025-07-01", "2030-01-01");

  g_assert_true (has (region, contract, "G", "2024-01-01", "2024-02-29"));
  g_assert_false (has (region, contract, "G", "2024-01-01", "2024-02-28"));
  g_assert_true (has (region, contract, "G", "2026-12-31", "2027-12-31"));  /* the option that was used */
  g_assert_false (has (region, contract, "G", "2027-01-01", "2027-12-31")); /* the one that is open */
  g_assert_true (has (region, contract, "H", "2024-12-31", "2025-06-30"));
  g_assert_false (has (region, contract, "H", "2025-01-01", "2025-06-30"));
  g_assert_true (has (region, contract, "H", "2025-01-01", "2025-07-01"));
  g_assert_false (has (region, contract, "H", "2027-01-01", "2030-01-01"));
  g_assert_false (has (region, contract, "K", "2024-01-01", "2030-12-31"));
}

static void
test_has_group_without_end (void)
{
  g_autoptr (TestRegion) given = test_region_new ("product A 1/G pxq uur\n");
  g_autoptr (PsContract) contract = contract_from ("2024-01-01 - -");

  g_assert_false (has (given->region, contract, "G", "2024-01-01", "2024-12-31"));
  add_product (contract, given->region, "A", "2025-01-01", NULL);
  g_assert_false (has (given->region, contract, "G", "2024-01-01", "2024-12-31"));
  g_assert_true (has (given->region, contract, "G", "2190-01-01", "2190-12-31"));
}

static void
test_new (void)
{
  PsContract *contract = ps_contract_new ();
  PsContractDocument *document = g_new0 (PsContractDocument, 1);

  document->label = g_strdup ("Contract");
  document->uri = g_strdup ("https://regio.nl/1.pdf");
  g_ptr_array_add (contract->documents, document);
  g_assert_cmpstr (contract->number, ==, "");
  g_assert_cmpuint (contract->provider, ==, PS_NONE);
  g_assert_cmpint (contract->notice_months, ==, -1);
  ps_contract_free (contract);
  ps_contract_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contract/new", test_new);
  g_test_add_func ("/contract/ends", test_ends);
  g_test_add_func ("/contract/decide-by", test_decide_by);
  g_test_add_func ("/contract/standings", test_standings);
  g_test_add_func ("/contract/labels", test_labels);
  g_test_add_func ("/contract/in-time", test_in_time);
  g_test_add_func ("/contract/has-group", test_has_group);
  g_test_add_func ("/contract/has-group-without-end", test_has_group_without_end);
  return g_test_run ();
}
