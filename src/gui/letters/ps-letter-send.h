/* ps-letter-send.h: sending one letter: the day and the means; what it will be and what is frozen
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form-dialog.h"
#include "ps-shown-letter.h"

G_BEGIN_DECLS

/* seen: of the pages that are shown: where their figures or words are others by now it is not sent, what changed is told, and the action
 * letter.look-again of `parent` shows the pages anew. */
PsFormDialog *ps_letter_send_present (GtkWidget *parent, PsSession *session, PsShownLetter *shown, const PsLetterPaper *seen);

G_END_DECLS
