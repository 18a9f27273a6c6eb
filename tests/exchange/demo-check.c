/* demo-check.c: the demo region in a temporary folder, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "demo-check.h"

#include "exchange/ps-generate.h"

void
demo_set_up (DemoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->check = check_new ();
  fixture->store = fixture->check->store;
  g_assert_true (ps_generate_demo_into (fixture->store, "tester", NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  fixture->region = ps_store_load_region (fixture->store, &error);
  g_assert_no_error (error);
}

void
demo_tear_down (DemoFixture *fixture, gconstpointer data)
{
  ps_region_free (fixture->region);
  check_free (fixture->check);
}
