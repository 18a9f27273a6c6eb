/* ps-letter-steps.h: dialogs for what happens to a letter: an answer, a talk, a decision, its end
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-form-dialog.h"
#include "ps-shown-letter.h"

G_BEGIN_DECLS

/* Over the window of `parent`, about the letter as it is shown there; not drafting, editing and sending. */
PsFormDialog *ps_letter_step_present (GtkWidget *parent, PsSession *session, PsShownLetter *shown, PsLetterEventKind event);

/* Whether there is anything to correct: what was noted of it. */
gboolean      ps_letter_step_can_correct (const PsLetter *letter);

G_END_DECLS
