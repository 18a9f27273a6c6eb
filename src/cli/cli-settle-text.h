/* cli-settle-text.h: settlements as a controller reads them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-settle-year.h"

G_BEGIN_DECLS

char *ps_cli_settle_text (const PsSettledYear *settled);

G_END_DECLS
