/* ps-generate-contracts.h: what no file has: the demo region's contracts, and the names of its segments and groups
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-store.h"

G_BEGIN_DECLS

gboolean ps_generate_contracts_into (PsStore *store, const char *actor, GError **error);

G_END_DECLS
