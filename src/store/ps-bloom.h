/* ps-bloom.h: which keys may have been seen before
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A Bloom filter of one cache line a key: "no" is certain, "perhaps" has to be looked up. Its memory does not grow with the keys.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PsBloom PsBloom;

PsBloom *ps_bloom_new  (guint64 expected_keys, gsize max_bytes);
gboolean ps_bloom_add  (PsBloom *bloom, guint64 hash);   /* TRUE: perhaps seen before */
void     ps_bloom_fetch (const PsBloom *bloom, guint64 hash);   /* it is going to be added soon */
void     ps_bloom_free (PsBloom *bloom);

G_END_DECLS
