/* ps-new-region.h: new region files, empty or with the demo in them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-progress-relay.h"

G_BEGIN_DECLS

char    *ps_demo_region_path         (void);               /* where the user's own demo region is */

/* Both run on a worker. The demo is made beside its place and then put there: cancelled or failed, nothing is left of it. Where
 * there is one already, that one is kept. */
void     ps_demo_region_make_async   (const char *path, PsProgressRelay *progress, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
void     ps_new_region_make_async    (const char *path, const char *name, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean ps_new_region_make_finish   (GAsyncResult *result, GError **error);

G_END_DECLS
