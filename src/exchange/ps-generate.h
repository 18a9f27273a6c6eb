/* ps-generate.h: made-up regions as canonical CSV files, always the same for a seed
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "core/ps-progress.h"
#include "store/ps-store.h"

G_BEGIN_DECLS

/* The files of a made-up region, one of each kind, in the order that their references need; NULL-terminated. */
const char *const *ps_generate_file_names (void);

/* The demo region: Noord-Limburg as it might be, about 40 made-up providers, three years. Twelve files in `folder`, which exists. */
gboolean ps_generate_demo   (const char *folder, GError **error);

/* A region of any size: about `n_lines` declaration lines, a tenth as many assignments, three and a half years. `n_providers` 0: as many as
 * have 10.000 lines each, and 20 at least. */
gboolean ps_generate_region (const char *folder, guint64 n_lines, guint n_providers, guint32 seed, GCancellable *cancellable,
                             PsProgressFunc progress, gpointer progress_data, GError **error);

/* Imports the demo region into `store`, an empty region, by way of a temporary folder. What the window and the command line both do. */
gboolean ps_generate_demo_into (PsStore *store, const char *actor, GCancellable *cancellable, PsProgressFunc progress,
                                gpointer progress_data, GError **error);

G_END_DECLS
