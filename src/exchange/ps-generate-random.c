/* ps-generate-random.c: the same dice for a seed, on every machine
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-generate-random.h"

guint64
ps_random_next (PsRandom *random)
{
  guint64 z = (random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

int
ps_random_between (PsRandom *random, int low, int high)
{
  guint64 span = (guint64) ((gint64) high - low + 1);

  g_assert (low <= high);
  return low + (int) (((ps_random_next (random) >> 32) * span) >> 32);
}

gboolean
ps_random_chance (PsRandom *random, int per_mille)
{
  return ps_random_between (random, 0, 999) < per_mille;
}

guint
ps_random_weighted (PsRandom *random, const int *weights, guint n_weights)
{
  int total = 0;
  int drawn;
  guint i;

  for (i = 0; i < n_weights; i++)
    total += weights[i];
  g_assert (total > 0);

  drawn = ps_random_between (random, 0, total - 1);
  for (i = 0; drawn >= weights[i]; i++)
    drawn -= weights[i];
  return i;
}
