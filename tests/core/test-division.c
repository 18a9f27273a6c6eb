/* test-division.c: a deduction divided by largest remainder (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-division.h"

#include <string.h>

#define N_MAX 6

typedef struct
{
  gint64 amount;
  guint n;
  gint64 weights[N_MAX], parts[N_MAX];
} Case;

static const Case cases[] = {
  { 100, 3, { 1, 1, 1 }, { 34, 33, 33 } },
  { 101, 3, { 1, 1, 1 }, { 34, 34, 33 } },
  { 1, 2, { 1, 1 }, { 1, 0 } },
  { 5, 3, { 3, 3, 4 }, { 2, 1, 2 } }, /* 1,5 1,5 2: the tie to the first */
  { 10, 3, { 0, 5, 5 }, { 0, 5, 5 } },
  { 7, 3, { 100, 0, 300 }, { 2, 0, 5 } },       /* 1,75 and 5,25 */
  { 3, 4, { 10, 20, 30, 40 }, { 0, 1, 1, 1 } }, /* 0,3 0,6 0,9 1,2 */
  { 64791, 2, { 0, 644306 }, { 0, 64791 } },
  { 0, 3, { 1, 2, 3 }, { 0, 0, 0 } },
  { 0, 2, { 0, 0 }, { 0, 0 } },
  { 5, 1, { 9 }, { 5 } },
  { 60, 3, { 10, 20, 30 }, { 10, 20, 30 } },
  { 59, 3, { 10, 20, 30 }, { 10, 20, 29 } }, /* 9,83 19,67 29,5: two cents left, to the largest fractions */
  { G_MAXINT64, 2, { G_MAXINT64, G_MAXINT64 }, { G_MAXINT64 / 2 + 1, G_MAXINT64 / 2 } },
  { G_MAXINT64, 2, { G_MAXINT64, 0 }, { G_MAXINT64, 0 } },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 parts[N_MAX] = { 0 };

      g_test_message ("case %u", i);
      ps_divide (cases[i].amount, cases[i].weights, cases[i].n, parts);
      for (guint k = 0; k < cases[i].n; k++)
        g_assert_cmpint (parts[k], ==, cases[i].parts[k]);
    }
}

static void
test_no_lines (void)
{
  ps_divide (0, NULL, 0, NULL);
}

/* One random division: all of it divided, nobody more than a cent off or above its weight. */
static void
assert_fair (GRand *random)
{
  gint64 weights[N_MAX], parts[N_MAX], sum = 0, divided = 0, amount;

  for (guint i = 0; i < N_MAX; i++)
    sum += weights[i] = g_rand_boolean (random) ? g_rand_int_range (random, 0, 1000000) : g_rand_int_range (random, 0, 4);
  amount = sum == 0 ? 0 : g_rand_int_range (random, 0, (gint32) sum + 1);
  ps_divide (amount, weights, N_MAX, parts);
  for (guint i = 0; i < N_MAX; i++)
    {
      PsWide off = (PsWide) parts[i] * sum - (PsWide) amount * weights[i];
      g_assert_true (sum == 0 || (off < sum && -off < sum));
      g_assert_cmpint (parts[i], <=, weights[i]);
      g_assert_cmpint (parts[i], >=, 0);
      divided += parts[i];
    }
  g_assert_cmpint (divided, ==, amount);
}

static void
test_fair (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20240501);

  for (guint i = 0; i < 20000; i++)
    assert_fair (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/division/table", test_table);
  g_test_add_func ("/division/no-lines", test_no_lines);
  g_test_add_func ("/division/fair", test_fair);
  return g_test_run ();
}
