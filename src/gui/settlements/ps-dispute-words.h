/* ps-dispute-words.h: why a line is in dispute, and what was decided of it, in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-dispute-words.h"
#include "ps-settlement-detail.h"

G_BEGIN_DECLS

char       *ps_dispute_sentence      (const PsRegion *region, const PsSourceDetail *detail);
const char *ps_source_decision_label (const PsSourceDetail *detail);

G_END_DECLS
