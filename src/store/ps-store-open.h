/* ps-store-open.h: what the rest of the store needs of opening a region file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-store.h"

G_BEGIN_DECLS

char *ps_store_sqlite_name (const char *path);
void ps_store_set_standing_journal (PsStore *store);

G_END_DECLS
