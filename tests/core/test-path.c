/* test-path.c: care paths, for the norm duration (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-path.h"
#include "region-builder.h"

#define REGION                                                                                                                   \
  "product A 1/G pxq uur norm=6\nproduct B 1/G pxq uur\nproduct X 1/H pxq uur\n"                                                 \
  "assignment M/1 C A 2020-01-01 2030-12-31\n"

typedef struct
{
  const char *care, *from, *to, *start;
} Case;

static void
assert_start (const char *care, const char *client, const char *group, const char *from, const char *to, const char *expected)
{
  g_autofree char *text = g_strconcat (REGION, care, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  g_autoptr (PsPaths) paths = ps_paths_new (production);
  guint client_place = 0;
  PsDate start = PS_DATE_MIN;
  gboolean found;

  g_test_message ("%s: %s to %s", care, from, to);
  g_assert_true (g_ptr_array_find_with_equal_func (given->clients, client, g_str_equal, &client_place));
  found = ps_paths_find_start (paths, client_place, ps_region_find_group (given->region, group), test_date (from), test_date (to),
                               &start);
  g_assert_cmpint (found, ==, expected != NULL);
  if (found)
    g_assert_cmpint (start, ==, test_date (expected));
}

static void
assert_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    assert_start (cases[i].care, "C", "G", cases[i].from, cases[i].to, cases[i].start);
}

/* A period belongs to the path before it when it starts no later than add_months (furthest end, 1). */
static void
test_gap (void)
{
  static const Case cases[] = {
    { "care M/1 2023-10-10 2024-03-31 20\ncare M/1 2024-04-30", "2024-05-01", "2024-05-31", "2023-10-10" }, /* a month */
    { "care M/1 2023-10-10 2024-03-31 20\ncare M/1 2024-05-01", "2024-05-01", "2024-05-31", "2024-05-01" }, /* a day more */
    { "care M/1 2024-01-01 2024-01-15\ncare M/1 2024-02-15", "2024-02-15", "2024-02-15", "2024-01-01" },
    { "care M/1 2024-01-01 2024-01-15\ncare M/1 2024-02-16", "2024-02-16", "2024-02-16", "2024-02-16" },
    { "care M/1 2024-01-01 2024-01-15\ncare M/1 2024-01-16", "2024-02-16", "2024-02-16", "2024-01-01" },
    /* month ends and the leap day */
    { "care M/1 2024-01-01 2024-01-31\ncare M/1 2024-02-29", "2024-03-01", "2024-03-01", "2024-01-01" },
    { "care M/1 2024-01-01 2024-01-31\ncare M/1 2024-03-01", "2024-03-01", "2024-03-01", "2024-03-01" },
    { "care M/1 2023-01-01 2023-01-31\ncare M/1 2023-02-28", "2023-03-01", "2023-03-01", "2023-01-01" },
    { "care M/1 2023-01-01 2023-01-29\ncare M/1 2023-03-01", "2023-03-01", "2023-03-01", "2023-03-01" },
    { "care M/1 2024-01-01 2024-02-29\ncare M/1 2024-03-29", "2024-04-01", "2024-04-01", "2024-01-01" },
    { "care M/1 2024-01-01 2024-02-29\ncare M/1 2024-03-30", "2024-04-01", "2024-04-01", "2024-03-30" },
    { "care M/1 2023-11-01 2023-12-31\ncare M/1 2024-01-31", "2024-02-01", "2024-02-01", "2023-11-01" },
    /* three in a row: from the furthest end, not from the first */
    { "care M/1 2024-01-01 2024-01-31\ncare M/1 2024-02-20 2024-03-10\ncare M/1 2024-04-10", "2024-05-01", "2024-05-31",
      "2024-01-01" },
    { "care M/1 2024-01-01 2024-01-31\ncare M/1 2024-02-20 2024-03-10\ncare M/1 2024-04-11", "2024-05-01", "2024-05-31",
      "2024-04-11" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_overlap (void)
{
  static const char long_and_short[] = "assignment M/2 C B 2020-01-01 2030-12-31\ncare M/1 2024-01-01 2024-06-30\n"
                                       "care M/2 2024-02-01 2024-02-28\n";
  g_autofree char *in_time = g_strconcat (long_and_short, "care M/1 2024-07-30", NULL);
  g_autofree char *too_late = g_strconcat (long_and_short, "care M/1 2024-07-31", NULL);

  assert_start (in_time, "C", "G", "2024-08-01", "2024-08-31", "2024-01-01");
  assert_start (too_late, "C", "G", "2024-08-01", "2024-08-31", "2024-07-31");
}

/* Which line goes with which path: the first that has a day of care in common with it. */
static void
test_common_day (void)
{
  static const char two[] = "care M/1 2024-01-01 2024-03-31\ncare M/1 2024-06-01 2024-08-31";
  static const char one[] = "care M/1 2024-01-01 2024-03-31\ncare M/1 2024-04-20 2024-08-31";
  const Case cases[] = {
    { two, "2024-03-15", "2024-06-15", "2024-01-01" }, { two, "2024-03-31", "2024-03-31", "2024-01-01" },
    { two, "2024-04-01", "2024-06-01", "2024-06-01" }, { two, "2024-04-01", "2024-05-31", NULL },
    { two, "2023-12-01", "2023-12-31", NULL },         { two, "2023-12-01", "2024-01-01", "2024-01-01" },
    { two, "2024-09-01", "2024-09-30", NULL },         { two, "2024-08-31", "2024-09-30", "2024-06-01" },
    { one, "2024-04-01", "2024-04-19", NULL }, /* in the path, but not a day of care */
    { one, "2024-04-01", "2024-04-20", "2024-01-01" }, { one, "2024-05-01", "2024-05-31", "2024-01-01" },
    { "", "2024-05-01", "2024-05-31", NULL },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* Of whatever product and municipality; but of one client, and one product group. */
static void
test_what_is_one_path (void)
{
  assert_start ("assignment N/1 C B 2024-01-01 2024-12-31\ncare M/1 2024-01-01 2024-03-31\ncare N/1 2024-04-15", "C", "G",
                "2024-05-01", "2024-05-31", "2024-01-01");
  assert_start ("assignment N/1 C *G 2024-01-01 2024-12-31\ncare M/1 2024-01-01 2024-03-31\ncare N/1 2024-04-15", "C", "G",
                "2024-05-01", "2024-05-31", "2024-01-01");
  assert_start ("assignment N/1 D A 2024-01-01 2024-12-31\ncare M/1 2024-01-01 2024-03-31\ncare N/1 2024-04-15", "D", "G",
                "2024-05-01", "2024-05-31", "2024-04-15");
  assert_start ("assignment M/2 C X 2024-01-01 2024-12-31\ncare M/1 2024-01-01 2024-03-31\ncare M/2 2024-04-15", "C", "H",
                "2024-05-01", "2024-05-31", "2024-04-15");
}

/* Taken as they are, also outside their assignment; only an open one ends with it. */
static void
test_ends (void)
{
  static const char ended[] = "assignment M/2 C A 2024-01-01 2024-03-31\ncare M/2 2024-01-01";
  static const char open[] = "assignment M/2 C A 2024-01-01\ncare M/2 2024-01-01";

  assert_start (ended, "C", "G", "2024-03-31", "2024-04-30", "2024-01-01");
  assert_start (ended, "C", "G", "2024-04-01", "2024-04-30", NULL);
  /* an open period that starts after its assignment's end has no day */
  assert_start ("assignment M/2 C A 2024-01-01 2024-03-31\ncare M/2 2024-05-01", "C", "G", "2024-05-01", "2024-05-31", NULL);
  assert_start (open, "C", "G", "2030-04-01", "2030-04-30", "2024-01-01");
  assert_start ("assignment M/2 C A 2024-01-01 2024-03-31\ncare M/2 2023-12-01 2024-05-31", "C", "G", "2024-05-31", "2024-05-31",
                "2023-12-01");
  assert_start (
      "assignment M/2 C A 2024-01-01 2024-03-31\nassignment M/3 C A 2024-01-01\ncare M/2 2024-01-01\ncare M/3 2024-04-30", "C",
      "G", "2024-06-01", "2024-06-30", "2024-01-01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/gap", test_gap);
  g_test_add_func ("/path/overlap", test_overlap);
  g_test_add_func ("/path/common-day", test_common_day);
  g_test_add_func ("/path/what-is-one-path", test_what_is_one_path);
  g_test_add_func ("/path/ends", test_ends);
  return g_test_run ();
}
