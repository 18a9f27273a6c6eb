/* ps-letter-editor.h: subject and text of a letter, with their fields, to type in
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Fields stand out, what is wrong with them is underlined and told below with its line; a menu puts one in where the cursor is.
 */
#pragma once

#include <gtk/gtk.h>

#include "ps-letter-look.h"

G_BEGIN_DECLS

#define PS_TYPE_LETTER_EDITOR (ps_letter_editor_get_type ())
G_DECLARE_FINAL_TYPE (PsLetterEditor, ps_letter_editor, PS, LETTER_EDITOR, GtkWidget)

/* Signal: "changed" with everything that is typed. */
GtkWidget  *ps_letter_editor_new          (void);
/* As it is kept: not a change, and not to be undone. */
void        ps_letter_editor_set_text     (PsLetterEditor *self, const char *subject, const char *body);
/* What is kept became what is typed: it is not a change any more, and can still be undone. */
void        ps_letter_editor_set_kept     (PsLetterEditor *self, const char *subject, const char *body);
gboolean    ps_letter_editor_is_kept      (PsLetterEditor *self, const char *subject, const char *body);
char       *ps_letter_editor_get_subject  (PsLetterEditor *self);         /* owned by the caller, as is the next */
char       *ps_letter_editor_get_body     (PsLetterEditor *self);
gboolean    ps_letter_editor_is_changed   (PsLetterEditor *self);
gboolean    ps_letter_editor_has_faults   (PsLetterEditor *self);
/* GPtrArrays of PsLetterFault of what is typed now; takes none. */
void        ps_letter_editor_set_faults   (PsLetterEditor *self, GPtrArray *subject_faults, GPtrArray *body_faults);
/* Of PsLetterFieldValue: what the menu tells of each field; NULL: meanings alone. Takes none. */
void        ps_letter_editor_set_values   (PsLetterEditor *self, GPtrArray *values);
void        ps_letter_editor_set_editable (PsLetterEditor *self, gboolean editable);
void        ps_letter_editor_insert_field (PsLetterEditor *self, const char *name);      /* as the menu does */
void        ps_letter_editor_type         (PsLetterEditor *self, const char *subject, const char *body);   /* as if typed, for tests; NULL: as it is */

G_END_DECLS
