/* ps-generate-random.h: the same dice for a seed, on every machine
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SplitMix64: whole numbers only, so that a made-up region is the same on every machine and in every locale. */
typedef struct { guint64 state; } PsRandom;

guint64  ps_random_next    (PsRandom *random);
int      ps_random_between (PsRandom *random, int low, int high);        /* both included */
gboolean ps_random_chance  (PsRandom *random, int per_mille);
guint    ps_random_weighted (PsRandom *random, const int *weights, guint n_weights);   /* at least one weight is not 0 */

G_END_DECLS
