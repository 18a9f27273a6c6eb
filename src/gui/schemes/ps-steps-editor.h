/* ps-steps-editor.h: the payment bands or the norm-duration steps of a scheme as a table to type in
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "core/ps-scheme.h"

G_BEGIN_DECLS

#define PS_TYPE_STEPS_EDITOR (ps_steps_editor_get_type ())
G_DECLARE_FINAL_TYPE (PsStepsEditor, ps_steps_editor, PS, STEPS_EDITOR, GtkWidget)

/* Signal: "changed" with every key that changes a value or whether it is right, and when a step was added or removed. */
GtkWidget *ps_steps_editor_new          (gboolean norm);                         /* FALSE: bands over the budget */
void       ps_steps_editor_set_steps    (PsStepsEditor *self, const GArray *steps);    /* PsStep; as the values there are: no signal */
gboolean   ps_steps_editor_get_steps    (PsStepsEditor *self, GArray *steps);    /* appends; FALSE: something is not a number yet */
/* What each step means, and what is wrong with it (PsSchemeProblem). `scheme` has the editor's steps; NULL: they are not numbers yet. */
void       ps_steps_editor_explain      (PsStepsEditor *self, const PsScheme *scheme, GPtrArray *problems);
void       ps_steps_editor_set_editable (PsStepsEditor *self, gboolean editable);

/* For tests: the entry of a step, and what is said beside it. */
GtkWidget  *ps_steps_editor_get_from    (PsStepsEditor *self, guint step);       /* NULL: the first band always starts at 0 % */
GtkWidget  *ps_steps_editor_get_paid    (PsStepsEditor *self, guint step);
const char *ps_steps_editor_get_meaning (PsStepsEditor *self, guint step);
void        ps_steps_editor_add         (PsStepsEditor *self);                   /* as if its button was clicked */
void        ps_steps_editor_remove      (PsStepsEditor *self, guint step);

G_END_DECLS
