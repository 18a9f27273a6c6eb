/* letter-builder.h: what a letter prints, made by hand, without a file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-letters.h"

G_BEGIN_DECLS

/* BB-2024-0023 of 26-07-2024 to Maasduin Jeugdhulp, over its bandwidth, without scopes; its strings may be replaced (g_free() first). */
PsLetterPaper *test_letter_new       (void);
void           test_letter_free      (PsLetterPaper *paper);
void           test_letter_set       (char **string, const char *value);
/* One that ends at `forecast`; the totals follow. Its realised is € 819.346,20 of € 1.764.000,00, € 120.047,64 at stake. */
void           test_letter_add_scope (PsLetterPaper *paper, const char *label, gint64 forecast_cents);

G_END_DECLS
