/* ps-bits.h: a set of ids, one bit each
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  guint8 *bytes;
  gsize   n_bytes;
} PsBits;

static inline void
ps_bits_add (PsBits *bits, gint64 id)
{
  gsize byte = (gsize) id / 8;

  if (byte >= bits->n_bytes)
    {
      gsize n = MAX (byte + 1, bits->n_bytes * 2);

      bits->bytes = g_realloc (bits->bytes, n);
      memset (bits->bytes + bits->n_bytes, 0, n - bits->n_bytes);
      bits->n_bytes = n;
    }
  bits->bytes[byte] |= 1 << id % 8;
}

static inline gboolean
ps_bits_has (const PsBits *bits, gint64 id)
{
  gsize byte = (gsize) id / 8;

  return byte < bits->n_bytes && (bits->bytes[byte] & 1 << id % 8) != 0;
}

static inline void
ps_bits_clear (PsBits *bits)
{
  g_clear_pointer (&bits->bytes, g_free);
  bits->n_bytes = 0;
}

G_END_DECLS
