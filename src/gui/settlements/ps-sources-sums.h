/* ps-sources-sums.h: do the sources add up to the figures that they explain?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-settlement-detail.h"

G_BEGIN_DECLS

/* The codes of the line that was opened; NULL: the whole settlement. */
char *ps_sources_sums_text (const PsSettlementDetail *detail, const char *group, const char *municipality, gboolean *equal);

G_END_DECLS
