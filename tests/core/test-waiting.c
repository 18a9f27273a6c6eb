/* test-waiting.c: who waits for care, and how long (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-waiting.h"
#include "region-builder.h"

#define REGION "product A 1/G pxq uur\n"

typedef struct
{
  const char *rows;
  const char *day;
  int on;     /* -1: it does not wait */
  int waited; /* -1: no care began */
} Case;

static const Case cases[] = {
  /* nothing yet: from its first day on, until its last */
  { "assignment M/1 C A 2024-02-01 2024-06-30\n", "2024-01-31", -1, -1 },
  { "assignment M/1 C A 2024-02-01 2024-06-30\n", "2024-02-01", 0, -1 },
  { "assignment M/1 C A 2024-02-01 2024-06-30\n", "2024-03-01", 29, -1 }, /* over 29 February */
  { "assignment M/1 C A 2024-02-01 2024-06-30\n", "2024-06-30", 150, -1 },
  { "assignment M/1 C A 2024-02-01 2024-06-30\n", "2024-07-01", -1, -1 },
  { "assignment M/1 C A 2024-02-01\n", "2025-02-01", 366, -1 },
  /* the day on which care begins it waits no more, nor after care stopped */
  { "assignment M/1 C A 2024-02-01\ncare M/1 2024-04-11\n", "2024-04-10", 69, 70 },
  { "assignment M/1 C A 2024-02-01\ncare M/1 2024-04-11\n", "2024-04-11", -1, 70 },
  { "assignment M/1 C A 2024-02-01\ncare M/1 2024-04-11 2024-04-12\n", "2024-05-01", -1, 70 },
  { "assignment M/1 C A 2024-02-01\ncare M/1 2024-05-01\ncare M/1 2024-02-11 2024-02-12\n", "2024-03-01", -1, 10 },
  /* at once; care that had begun before; care that was over before */
  { "assignment M/1 C A 2024-02-01\ncare M/1 2024-02-01\n", "2024-02-01", -1, 0 },
  { "assignment M/1 C A 2024-02-01\ncare M/1 2023-05-01\n", "2024-02-01", -1, 0 },
  { "assignment M/1 C A 2024-02-01\ncare M/1 2023-05-01 2024-01-31\n", "2024-02-01", 0, -1 },
  /* care after its end is none of its own */
  { "assignment M/1 C A 2024-02-01 2024-06-30\ncare M/1 2024-07-01\n", "2024-06-30", 150, -1 },
};

static void
test_waiting (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (REGION, cases[i].rows, NULL);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsProduction) production = test_region_production (given, "P1");
      const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, 0);

      g_test_message ("%s (%s)", cases[i].rows, cases[i].day);
      g_assert_cmpint (ps_waiting_on (production, assignment, test_date (cases[i].day)), ==, cases[i].on);
      g_assert_cmpint (ps_waited (production, assignment), ==, cases[i].waited);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/waiting", test_waiting);
  return g_test_run ();
}
