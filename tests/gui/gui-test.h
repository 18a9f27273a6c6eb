/* gui-test.h: what the tests of the window share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

typedef gboolean (*GuiCondition) (gpointer user_data);

void       gui_test_init        (int *argc, char ***argv);
void       gui_wait_until       (GuiCondition condition, gpointer user_data);   /* fails the test after ten seconds */
void       gui_wait_text        (GtkWidget *root, const char *text);           /* until gui_has_text() */
void       gui_wait_gone        (gpointer *watched);                           /* until the weak pointer is cleared */
void       gui_settle_down      (void);                                        /* until nothing waits in the main loop */

char      *gui_make_folder      (void);                                        /* a new temporary one */
void       gui_remove_folder    (char *folder);                                /* and all in it; frees the path */
char      *gui_write_file       (const char *folder, const char *name, const char *text);
char      *gui_make_region      (const char *folder);                          /* a small region of 2024: a path */
void       gui_run_sql          (const char *path, const char *sql);           /* in the region file, behind the program's back */

PsSession *gui_open_session     (const char *path);

/* The first widget at or below `root` of that type, or of that type with that accessible name; NULL: none. */
GtkWidget *gui_find_type        (GtkWidget *root, GType type);
GtkWidget *gui_find_named       (GtkWidget *root, GType type, const char *accessible_name);
GtkWidget *gui_find_table       (GtkWidget *root, const char *accessible_name);
gboolean   gui_has_text         (GtkWidget *root, const char *text);           /* a visible label that contains it */
void       gui_show_tab         (GtkWidget *page, const char *name);           /* of the first switcher on it */

/* The question, or the message, that is open; NULL: none. One that opens later is waited for. */
AdwMessageDialog *gui_find_question (void);
AdwMessageDialog *gui_wait_question (void);
/* As a click on its button does: it answers, and the question goes. said: what it must say; NULL: anything. */
void       gui_answer           (const char *said, const char *response);

/* The page in a window of its own, as large as a small screen: its controls have names, and it is gone with that window. */
void       gui_try_page         (GtkWidget *page);

/* Each widget that takes the focus has a name for a screen reader, and none is the name of a type. */
void       gui_assert_names     (GtkWidget *root);

G_END_DECLS
