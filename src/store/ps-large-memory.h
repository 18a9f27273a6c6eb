/* ps-large-memory.h: tables of many megabytes that are read all over
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Zeroed, and asked of the kernel in large pages: a look-up at a random place then costs one miss instead of two. Freed with the
 * same size, it goes back to the kernel at once. */
gpointer ps_large_alloc0 (gsize n_bytes);
void     ps_large_free   (gpointer memory, gsize n_bytes);

/* Gives back to the kernel what was freed in small pieces. */
void     ps_memory_trim  (void);

G_END_DECLS
