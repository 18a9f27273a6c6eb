/* store-rows.h: a row for a writer from a readable line; see store-test.h for what they look like
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-writer.h"

G_BEGIN_DECLS

PsPut store_rows_put (PsWriter *writer, PsOrigin origin, const char *line, GError **error);

G_END_DECLS
