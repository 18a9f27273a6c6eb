/* ps-entry-note.h: the line below an entry: what was understood, or what is wrong
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Shared by the entries of values and of days.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One line high also when it is empty, so that nothing below it moves. `entry`: what it describes. */
GtkWidget *_ps_entry_note_new  (GtkWidget *entry);

/* `problem`: translated, NULL: none; else `text` in secondary colour, NULL: nothing. `note` NULL: an entry without room for it shows
 * the same as its tooltip. Assistive technology hears it of the entry in both cases. */
void       _ps_entry_note_show (GtkWidget *note, GtkWidget *entry, const char *problem, const char *text);

/* The program's own text, not to be undone with Ctrl+Z as if it was typed. */
void       _ps_entry_put_text  (GtkWidget *entry, const char *text);

G_END_DECLS
