/* ps-dispute-words.h: why a line is in dispute, and what a source is, in words with its own figures
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-settlement-detail.h"

G_BEGIN_DECLS

char       *ps_dispute_sentence   (const PsRegion *region, const PsSourceDetail *detail);
char       *ps_source_explanation (const PsRegion *region, const PsSourceDetail *detail);
const char *ps_source_kind_label  (PsSourceKind kind);
char       *ps_period_text        (PsDate from, PsDate to);

G_END_DECLS
