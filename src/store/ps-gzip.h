/* ps-gzip.h: texts, compressed and back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The same text gives the same bytes: no time, no name. `level`: 1 is quick, 9 is small. */
GBytes *ps_gzip_compress   (const char *text, gsize size, int level);
/* Ends in a zero that `size` (optional) does not count. Transfer full; NULL: this is not what was compressed. */
char   *ps_gzip_decompress (gconstpointer data, gsize n_bytes, gsize *size);

G_END_DECLS
