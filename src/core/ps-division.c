/* ps-division.c: a deduction divided over lines, to the cent (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-division.h"

#include <stdlib.h>

/* A line's claim on one of the cents that are left. */
typedef struct
{
  guint line;
  PsWide fraction;
} Claim;

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *x = a, *y = b;

  if (x->fraction != y->fraction)
    return x->fraction > y->fraction ? -1 : 1;
  return (x->line > y->line) - (x->line < y->line); /* ties to the first line */
}

/**
 * ps_divide: divides an amount in the proportion of the weights by largest remainder: the floor to each, then one cent each to the
 * largest fractions, ties to the first. The parts add up to the amount, and none is larger than its weight where the
 * amount is not larger than the sum of the weights.
 * @amount_cents: not negative; 0 where the weights add up to 0
 * @weights: none negative
 * @parts: gets as many parts, in cents
 */
void
ps_divide (gint64 amount_cents, const gint64 *weights, guint n_weights, gint64 *parts)
{
  g_autofree Claim *claims = g_new (Claim, MAX (n_weights, 1));
  PsWide total = 0;
  gint64 left = amount_cents;

  for (guint i = 0; i < n_weights; i++)
    {
      g_assert (weights[i] >= 0);
      total += weights[i];
    }
  g_assert (amount_cents >= 0 && (total > 0 || amount_cents == 0));

  for (guint i = 0; i < n_weights; i++)
    {
      PsWide exact = (PsWide) amount_cents * weights[i];

      parts[i] = total > 0 ? (gint64) (exact / total) : 0;
      claims[i] = (Claim){ i, total > 0 ? exact % total : 0 };
      left -= parts[i];
    }

  if (left == 0)
    return;
  qsort (claims, n_weights, sizeof (Claim), compare_claims);
  for (guint i = 0; left > 0; i++, left--)
    {
      g_assert (i < n_weights);
      parts[claims[i].line]++;
    }
}
