/* ps-letter-files.h: a letter, or its evidence, as a file; opened, or on a printer
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "gui/ps-session.h"
#include "ps-shown-letter.h"

G_BEGIN_DECLS

/* Ask where to, and write on a worker: of a sent letter its pages as they were sent, of a draft as they would be. */
void ps_letter_files_save        (GtkWidget *parent, PsSession *session, PsShownLetter *shown);
void ps_letter_files_evidence    (GtkWidget *parent, PsSession *session, PsShownLetter *shown);
/* In the program that the desktop has for PDF. */
void ps_letter_files_open        (GtkWidget *parent, PsSession *session, PsShownLetter *shown);
/* The pages of these letters (ids, gint64), one after the other. */
void ps_letter_files_print       (GtkWidget *parent, PsSession *session, const GArray *ids, const char *name);

/* Where it goes is known, for tests. */
void _ps_letter_files_save_to     (GtkWidget *parent, PsSession *session, gint64 id, GFile *target);
void _ps_letter_files_evidence_to (GtkWidget *parent, PsSession *session, gint64 id, GFile *target);
void _ps_letter_files_print_to    (GtkWidget *parent, PsSession *session, const GArray *ids, const char *name, const char *path);

G_END_DECLS
