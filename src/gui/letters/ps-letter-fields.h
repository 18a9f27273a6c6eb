/* ps-letter-fields.h: the menu of fields that a letter's text may have
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*PsLetterFieldChosen) (const char *name, gpointer user_data);

/* A menu button. `chosen` is called with a field's name, when the menu is closed. */
GtkWidget *ps_letter_fields_button_new        (PsLetterFieldChosen chosen, gpointer user_data);
void       ps_letter_fields_button_set_values (GtkWidget *button, GPtrArray *values);      /* PsLetterFieldValue; NULL: meanings alone */

G_END_DECLS
