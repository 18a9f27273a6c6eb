/* ps-shown-letter.h: a letter as it is shown, kept by whatever acts on it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "store/ps-letters.h"

G_BEGIN_DECLS

/* Immutable; any thread may hold one: a step is taken on the letter as it was shown (ps_letters_take()). */
typedef struct _PsShownLetter PsShownLetter;

PsShownLetter  *ps_shown_letter_new   (PsLetter *letter);      /* takes it */
PsShownLetter  *ps_shown_letter_ref   (PsShownLetter *shown);
void            ps_shown_letter_unref (PsShownLetter *shown);
const PsLetter *ps_shown_letter_get   (const PsShownLetter *shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsShownLetter, ps_shown_letter_unref)

G_END_DECLS
