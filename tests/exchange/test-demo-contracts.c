/* test-demo-contracts.c: the demo region has what no file can bring: contracts, and names of its groups
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib/gstdio.h>

#include "exchange/ps-generate.h"
#include "store/ps-desk.h"

typedef struct
{
  char *folder;
  PsStore *store;
  PsRegion *region;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("peilstok-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "demo.peilstok", NULL);
  fixture->store = ps_store_create (path, "Noord-Limburg", &error);
  g_assert_no_error (error);
  g_assert_true (ps_generate_demo_into (fixture->store, "tester", NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  fixture->region = ps_store_load_region (fixture->store, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *name;
  GDir *dir = g_dir_open (fixture->folder, 0, NULL);

  ps_region_free (fixture->region);
  ps_store_close (fixture->store);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_dir_close (dir);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

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
test_contracts (Fixture *fixture, gconstpointer data)
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
test_agreements_are_contracted (Fixture *fixture, gconstpointer data)
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
test_names (Fixture *fixture, gconstpointer data)
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
  g_test_add ("/demo/contracts", Fixture, NULL, set_up, test_contracts, tear_down);
  g_test_add ("/demo/agreements-are-contracted", Fixture, NULL, set_up, test_agreements_are_contracted, tear_down);
  g_test_add ("/demo/names", Fixture, NULL, set_up, test_names, tear_down);
  return g_test_run ();
}
