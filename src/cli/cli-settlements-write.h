/* cli-settlements-write.h: settlements that are kept, as text, JSON or CSV
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "cli-common.h"
#include "store/ps-settlements.h"

G_BEGIN_DECLS

PsCliStatus ps_cli_settlements_print (GPtrArray *list, int year, PsCliFormat format);     /* PsStored */

G_END_DECLS
