/* cli-bandwidth-text.h: where providers stand, as a contract manager reads it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-bandwidths.h"

G_BEGIN_DECLS

/* A row a scope, what asks for a letter first, then what is furthest from its ceiling. */
char *ps_cli_bandwidth_text (const PsBandwidthYear *year);

G_END_DECLS
