/* ps-bloom.c: which keys may have been seen before
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-bloom.h"

#include "ps-large-memory.h"

/* With a hundred bits a key, eight of them set, one in a hundred million is looked up in vain. */
#define BYTES_PER_KEY 13
#define N_PROBES 7
#define LINE_BYTES 64
#define WORDS_PER_LINE (LINE_BYTES / sizeof (guint64))
#define MIN_LINES 16

struct _PsBloom
{
  guint64 *words;
  gsize n_lines; /* a power of two */
};

PsBloom *
ps_bloom_new (guint64 expected_keys, gsize max_bytes)
{
  PsBloom *bloom = g_new0 (PsBloom, 1);

  bloom->n_lines = MIN_LINES;
  while (bloom->n_lines * LINE_BYTES < expected_keys * BYTES_PER_KEY && bloom->n_lines * 2 * LINE_BYTES <= max_bytes)
    bloom->n_lines *= 2;
  bloom->words = ps_large_alloc0 (bloom->n_lines * LINE_BYTES);
  return bloom;
}

void
ps_bloom_free (PsBloom *bloom)
{
  if (bloom == NULL)
    return;
  ps_large_free (bloom->words, bloom->n_lines * LINE_BYTES);
  g_free (bloom);
}

/* The line comes from the high bits of the hash, nine bits for each probe from the low ones. */
static guint64 *
line_of (const PsBloom *bloom, guint64 hash)
{
  return bloom->words + ((hash * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 24 & (bloom->n_lines - 1)) * WORDS_PER_LINE;
}

void
ps_bloom_fetch (const PsBloom *bloom, guint64 hash)
{
  __builtin_prefetch (line_of (bloom, hash), 1);
}

gboolean
ps_bloom_add (PsBloom *bloom, guint64 hash)
{
  guint64 *line = line_of (bloom, hash);
  gboolean seen = TRUE;

  for (int i = 0; i < N_PROBES; i++, hash >>= 9)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << (hash & 63);
      guint64 *word = &line[hash >> 6 & (WORDS_PER_LINE - 1)];

      seen = seen && (*word & bit) != 0;
      *word |= bit;
    }
  return seen;
}
