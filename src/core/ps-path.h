/* ps-path.h: care paths, for the norm duration (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-production.h"

G_BEGIN_DECLS

/* The paths of all clients of one provider. */
typedef struct _PsPaths PsPaths;

PsPaths *ps_paths_new        (const PsProduction *production);
gboolean ps_paths_find_start (const PsPaths *paths, guint client, guint group, PsDate from, PsDate to, PsDate *start);
void     ps_paths_free       (PsPaths *paths);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsPaths, ps_paths_free)

G_END_DECLS
