/* ps-own-tariffs.h: a provider's own tariffs beside those of the region
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-region.h"
#include "gui/ps-table.h"

G_BEGIN_DECLS

/* A row's id is the tariff's id in the region file. */
PsTable   *ps_own_tariffs_new  (void);
GPtrArray *ps_own_tariffs_rows (const PsRegion *region, guint provider);

G_END_DECLS
