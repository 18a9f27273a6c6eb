/* ps-source-words.h: what a page says of a source that a settlement is made of: why its line is in dispute, what was decided of it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-settlement-detail.h"

G_BEGIN_DECLS

char       *ps_source_dispute_sentence (const PsRegion *region, const PsSourceDetail *detail);
const char *ps_source_decision_label   (const PsSourceDetail *detail);

G_END_DECLS
