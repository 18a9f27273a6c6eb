/* ps-letter-changes.h: what changed in the figures of a letter, in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-letter-text.h"

G_BEGIN_DECLS

/* A line for each figure that is another one; NULL: none is, or `shown` (ps_letter_figures_to_text()) is no such text. Owned by the caller. */
char *ps_letter_changes_text (const char *shown, const PsLetterFigures *now);

G_END_DECLS
