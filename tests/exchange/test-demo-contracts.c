/* test-demo-contracts.c: the demo region has what no file can bring: contracts, and names of its groups
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "demo-check.h"

#include "store/ps-desk.h"

static guint
n_contracted (const PsRegion *region)
{
  guint n = 0;

  for (guint place = 0; place < region->providers->len; place++)
    n += ps_region_provider (region, place)->contracted;
  return n;
}

/* One each, with every group that the provider has an agreement about; of each standing there is one somewhere in the years. */
static void
test_contracts (DemoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contracts = ps_desk_load_contracts (fixture->store, fixture->region, PS_NONE, &error);
  gboolean used = FALSE, just_ends = FALSE, to_decide = FALSE;

  g_assert_no_error (error);
  g_assert_cmpuint (contracts->len, ==, n_contracted (fixture->region));
  for (guint i = 0; i < contracts->len; i++)
    {
      const PsContract *contract = g_ptr_array_index (contracts, i);
      PsDate when;

      used = used || ps_contract_end_now (contract) != contract->end;
      just_ends = just_ends || contract->options->len == 0;
      to_decide = to_decide || ps_contract_standing (contract, ps_date_from_ymd (2025, 7, 1), &when) == PS_CONTRACT_DECIDE;
    }
  g_assert_true (used);
  g_assert_true (just_ends);
  g_assert_true (to_decide);
}

static void
test_agreements_are_contracted (DemoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contracts = ps_desk_load_contracts (fixture->store, fixture->region, PS_NONE, &error);
  guint n_checked = 0;

  for (guint i = 0; i < fixture->region->agreements->len; i++)
    {
      const PsAgreement *agreement = &g_array_index (fixture->region->agreements, PsAgreement, i);

      for (guint c = 0; c < contracts->len; c++)
        {
          const PsContract *contract = g_ptr_array_index (contracts, c);

          for (guint l = 0; contract->provider == agreement->provider && l < agreement->lines->len; l++, n_checked++)
            g_assert_true (ps_contract_has_group (fixture->region, contract,
                                                  g_array_index (agreement->lines, PsAgreementLine, l).group,
                                                  ps_date_year_start (2024), ps_date_year_end (2024)));
        }
    }
  g_assert_cmpuint (n_checked, >, 100);
}

static void
test_names (DemoFixture *fixture, gconstpointer data)
{
  for (guint place = 0; place < fixture->region->segments->len; place++)
    g_assert_nonnull (ps_region_segment (fixture->region, place)->name);
  for (guint place = 0; place < fixture->region->groups->len; place++)
    g_assert_nonnull (ps_region_group (fixture->region, place)->name);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/demo/contracts", DemoFixture, NULL, demo_set_up, test_contracts, demo_tear_down);
  g_test_add ("/demo/agreements-are-contracted", DemoFixture, NULL, demo_set_up, test_agreements_are_contracted, demo_tear_down);
  g_test_add ("/demo/names", DemoFixture, NULL, demo_set_up, test_names, demo_tear_down);
  return g_test_run ();
}
