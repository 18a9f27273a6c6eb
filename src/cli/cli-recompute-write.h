/* cli-recompute-write.h: what a settlement gives when it is computed again, as text or JSON
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "cli-common.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* `again`: its own inputs, by this program; `now`: against the region as it is. */
PsCliStatus ps_cli_recompute_text (const PsStored *stored, const PsComparison *again, const PsComparison *now);
PsCliStatus ps_cli_recompute_json (const PsStored *stored, const PsComparison *again, const PsComparison *now);

G_END_DECLS
