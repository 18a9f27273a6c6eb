/* ps-merge-words.h: what a merge of two providers would move, in words
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-desk.h"

G_BEGIN_DECLS

/* Owned by the caller. */
char *ps_merge_preview_text (const PsMergeCounts *counts, const char *from, const char *agb, const char *into, PsDate day);

G_END_DECLS
