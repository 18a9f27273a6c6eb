/* random-region.h: a region made at random, as the rows of region-builder.h
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *random_region_rows    (guint32 seed, gboolean cliffs);
void       random_region_shuffle (GPtrArray *rows, guint32 seed);
char      *random_region_text    (GPtrArray *rows);

G_END_DECLS
