/* ps-key-set.h: a set of 64-bit keys, in as little memory as it can
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Key 0 cannot be kept. */
typedef struct _PsKeySet PsKeySet;

PsKeySet *ps_key_set_new  (void);
gboolean  ps_key_set_add  (PsKeySet *set, guint64 key);    /* FALSE: it was there already */
gboolean  ps_key_set_has  (const PsKeySet *set, guint64 key);
gsize     ps_key_set_size (const PsKeySet *set);           /* bytes */
void      ps_key_set_free (PsKeySet *set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsKeySet, ps_key_set_free)

/* Spreads all bits of a key over all bits of the result. */
static inline guint64
ps_hash_mix (guint64 key)
{
  key ^= key >> 33;
  key *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  key ^= key >> 33;
  key *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return key ^ key >> 33;
}

/* A hash of a text that another @seed makes another one. */
static inline guint64
ps_hash_text (guint64 seed, const char *text)
{
  guint64 hash = seed;

  for (; *text != '\0'; text++)
    hash = (hash ^ (guint8) *text) * G_GUINT64_CONSTANT (0x9fb21c651e98df25);
  return ps_hash_mix (hash);
}

G_END_DECLS
