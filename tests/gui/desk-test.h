/* desk-test.h: a window with a region, and the dialogs over it, as the tests of its pages drive them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui-test.h"

#include "gui/ps-form-dialog.h"
#include "gui/ps-table.h"
#include "gui/ps-window.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  PsWindow *window;
} DeskFixture;

void          desk_set_up     (DeskFixture *fixture, gconstpointer data);
void          desk_tear_down  (DeskFixture *fixture, gconstpointer data);

PsSession    *desk_session    (DeskFixture *fixture);
const PsRegion *desk_region   (DeskFixture *fixture);                        /* of the year that is shown; until it is read again */
GtkWidget    *desk_page       (DeskFixture *fixture);
void          desk_show       (DeskFixture *fixture, const char *section);
PsTable      *desk_table      (DeskFixture *fixture, const char *name);      /* on the page that is shown */
PsTableRow   *desk_row        (PsTable *table, const char *text);            /* that has it in one of its texts; NULL: none */
void          desk_wait_row   (PsTable *table, const char *text, gboolean there);
void          desk_open_row   (PsTable *table, const char *text);
void          desk_wait_page  (DeskFixture *fixture, GType type);
void          desk_wait_no_text (DeskFixture *fixture, const char *text);
void          desk_wait_text  (DeskFixture *fixture, const char *text);      /* on the page that is shown */

/* Of the page that is shown: whether an action is on, and doing it as soon as it is. */
gboolean      desk_is_on      (DeskFixture *fixture, const char *action);
void          desk_do         (DeskFixture *fixture, const char *action);

/* Activates an action of the page that is shown and waits for the dialog that it opens. */
PsFormDialog *desk_open       (DeskFixture *fixture, const char *action, const char *format, ...);
PsFormDialog *desk_wait_dialog (void);
gboolean      desk_has_dialog (void);
void          desk_type       (PsFormDialog *dialog, const char *field, const char *text);     /* a text, a number or a day */
void          desk_choose     (PsFormDialog *dialog, const char *field, gint64 value);
void          desk_wait_dialog_text (PsFormDialog *dialog, const char *text);
void          desk_save       (PsFormDialog *dialog);                        /* and waits until it is gone */
void          desk_save_refused (PsFormDialog *dialog, const char *text);    /* and waits until it says why */
void          desk_close      (PsFormDialog *dialog);                        /* without saving, unasked */
void          desk_undo       (DeskFixture *fixture);                        /* the last change, and waits for the figures */
void          desk_wait_written (DeskFixture *fixture);

G_END_DECLS
