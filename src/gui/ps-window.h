/* ps-window.h: the window: header bar, sidebar, and one page at a time
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Pages know nothing of the window: they reach it by PsNavigator and by the action win.back (a page whose thing is gone after
 * "settled" activates it). A page may install the widget action page.filter: the window activates it on Ctrl+F, to put the focus
 * in the page's filter entry.
 */
#pragma once

#include <adwaita.h>

#include "ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_WINDOW (ps_window_get_type ())
G_DECLARE_FINAL_TYPE (PsWindow, ps_window, PS, WINDOW, AdwApplicationWindow)

GtkWidget *ps_window_new          (GtkApplication *application);
PsSession *ps_window_get_session  (PsWindow *self);

/* Opens a region file; what goes wrong is said on the start page. */
void       ps_window_open_region  (PsWindow *self, const char *path);

/* Starts the dialog that imports `files` (GListModel of GFile). */
void       ps_window_import       (PsWindow *self, GListModel *files);

/* The page that is shown; NULL while no region is open. */
GtkWidget *ps_window_get_page     (PsWindow *self);

G_END_DECLS
