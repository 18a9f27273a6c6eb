/* ps-key-set.c: a set of 64-bit keys, open addressing
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-key-set.h"

#include "ps-large-memory.h"

#define FIRST_CAPACITY 1024

struct _PsKeySet
{
  guint64 *keys;  /* 0: free */
  gsize capacity; /* a power of two */
  gsize n;
};

PsKeySet *
ps_key_set_new (void)
{
  PsKeySet *set = g_new0 (PsKeySet, 1);

  set->capacity = FIRST_CAPACITY;
  set->keys = ps_large_alloc0 (set->capacity * sizeof (guint64));
  return set;
}

void
ps_key_set_free (PsKeySet *set)
{
  if (set == NULL)
    return;
  ps_large_free (set->keys, ps_key_set_size (set));
  g_free (set);
}

static guint64 *
slot_of (const PsKeySet *set, guint64 key)
{
  gsize at = ps_hash_mix (key) & (set->capacity - 1);

  while (set->keys[at] != 0 && set->keys[at] != key)
    at = (at + 1) & (set->capacity - 1);
  return &set->keys[at];
}

static void
grow (PsKeySet *set)
{
  PsKeySet old = *set;

  set->capacity *= 2;
  set->keys = ps_large_alloc0 (set->capacity * sizeof (guint64));
  for (gsize i = 0; i < old.capacity; i++)
    if (old.keys[i] != 0)
      *slot_of (set, old.keys[i]) = old.keys[i];
  ps_large_free (old.keys, ps_key_set_size (&old));
}

gboolean
ps_key_set_add (PsKeySet *set, guint64 key)
{
  guint64 *slot = slot_of (set, key);

  g_assert (key != 0);
  if (*slot == key)
    return FALSE;
  *slot = key;
  if (++set->n * 4 > set->capacity * 3)
    grow (set);
  return TRUE;
}

gboolean
ps_key_set_has (const PsKeySet *set, guint64 key)
{
  return *slot_of (set, key) == key;
}

gsize
ps_key_set_size (const PsKeySet *set)
{
  return set->capacity * sizeof (guint64);
}
