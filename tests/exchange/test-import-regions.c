/* test-import-regions.c: whole regions from their files to their settlements
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "import-check.h"

static void
test_minimal (void)
{
  g_autoptr (Check) check = check_new ();

  check_fixture (check, "minimal");
  check_settled (check, "minimal", "expected-2024.json", 2024, PS_DATE_OPEN);
  check_settled (check, "minimal", "expected-2024-06-30.json", 2024, ps_date_from_ymd (2024, 6, 30));
}

/* Made at random with odd cases, in every notation, settled by an independent program. */
static void
test_varied (void)
{
  g_autoptr (Check) check = check_new ();

  check_fixture (check, "varied");
  check_settled (check, "varied", "expected-2028.json", 2028, PS_DATE_OPEN);
  check_settled (check, "varied", "expected-2028-08-17.json", 2028, ps_date_from_ymd (2028, 8, 17));
}

/* The same files again change nothing: not a row, and no record in the trail. */
static void
test_again (void)
{
  g_autoptr (Check) check = check_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  check_fixture (check, "varied");
  before = check_fingerprint (check);
  check_fixture (check, "varied");
  after = check_fingerprint (check);
  g_assert_cmpstr (before, ==, after);
}

/* Every row is there, and one record in the trail says so. */
static void
test_rows (void)
{
  g_autoptr (Check) check = check_new ();

  check_fixture (check, "minimal");
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM declaration_line"), ==, 16);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM assignment"), ==, 11);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM care_period"), ==, 12);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM audit_record WHERE action = 'import'"), ==, 1);
  g_assert_cmpint (check_count (check, "SELECT count (*) FROM import_run"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-regions/minimal", test_minimal);
  g_test_add_func ("/import-regions/varied", test_varied);
  g_test_add_func ("/import-regions/again", test_again);
  g_test_add_func ("/import-regions/rows", test_rows);
  return g_test_run ();
}
