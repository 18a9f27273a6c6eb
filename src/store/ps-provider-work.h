/* ps-provider-work.h: one provider after the other, by two threads where that pays
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-store.h"

G_BEGIN_DECLS

/* What a thread does; `own` is its own, made for its own connection. */
typedef struct
{
  const char *words;               /* translated, for progress */
  gpointer (*begin) (PsStore *store, gpointer data, GError **error);    /* NULL with an error */
  gboolean (*one)   (gpointer own, guint place, gpointer data, GError **error);
  /* On the caller's thread, once all is done or nothing more is: the first thread's own, then the second's. */
  void     (*end)   (gpointer own, gpointer data);
} PsProviderWork;

/* The providers at the places from `first` up to, not including, `end` (of the region, or of a list of one's own): each once, in any order.
 * Within a transaction of `store`. */
gboolean ps_provider_work_run    (PsStore *store, guint first, guint end, const PsProviderWork *work, gpointer data,
                                  GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error);
/* All providers, or that one; PS_STORE_ERROR_REFUSED: there is none with that code. */
gboolean ps_provider_work_choose (const PsRegion *region, const char *agb, guint *first, guint *end, GError **error);

G_END_DECLS
