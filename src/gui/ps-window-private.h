/* ps-window-private.h: what the parts of the window share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-progress-relay.h"
#include "ps-welcome-page.h"
#include "ps-window.h"

G_BEGIN_DECLS

struct _PsWindow
{
  AdwApplicationWindow parent_instance;

  PsSession       *session;
  GCancellable    *cancellable;    /* ends what the window itself waits for, when it closes */

  /* Template widgets */
  AdwToastOverlay *toasts;
  AdwWindowTitle  *title;
  GtkLabel        *drop_hint;
  GtkWidget       *overlay;
  GtkWidget       *sidebar_button;
  GtkWidget       *back_button;
  GtkWidget       *search_button;
  GtkWidget       *menu_button;
  GtkDropDown     *year;
  GtkWidget       *notice;
  GtkLabel        *notice_label;
  GtkStack        *stage;          /* empty, welcome, working, region */
  GtkLabel        *working_title;
  GtkProgressBar  *working_bar;
  GtkLabel        *working_what;
  GtkWidget       *working_cancel;
  AdwFlap         *flap;
  GtkListBox      *sidebar;
  GtkLabel        *region_status;
  GtkStack        *pages;
  GMenu           *undo_menu;      /* in the main menu: Undo and Redo, with what they would take */

  PsWelcomePage   *welcome;        /* made when it is first needed */

  /* Pages: list ──▶ detail ──▶ … in the same place */
  GPtrArray       *history;        /* the shown page is the last; the first is a page of the sidebar */

  /* What is being made or opened, with the "working" page before it */
  GCancellable    *work;
  PsProgressRelay *work_progress;
  guint            work_delay;     /* shows the "working" page when it takes long */
  char            *work_path;
  AdwToast        *toast;          /* weak: the one that is shown */
  gint64           toast_at;       /* since when (monotonic) */
  AdwToast        *next_toast;     /* that takes its place as soon as it may */
  guint            toast_timer;
  GtkWidget       *focus_before;   /* weak: what had the focus last, but for a toast that got it by chance */
  guint            returning_focus;
  guint            looking_for_focus;
  guint            n_focus_looks;
  gboolean         leaving;        /* something unsaved is asked about */
  gboolean         may_close;      /* and was answered */
  gboolean         toast_has_focus; /* the user went there: the page gets it back when the toast goes */
  const char      *section;        /* static: of the sidebar, shown last in this window; NULL: none yet */
  gboolean         choosing_section; /* the sidebar is made to show where the user is */
  gboolean         choosing_year;  /* the drop-down is being filled: not the user's choice */
};

/* ps-window-actions.c */
void _ps_window_class_install_actions (PsWindowClass *class);
void _ps_window_update_actions        (PsWindow *self);

/* ps-window-counts.c: how many signals there are, beside the pages that they are about */
GtkWidget *_ps_window_count_new       (GtkWidget *row);
void _ps_window_watch_counts          (PsWindow *self);

/* ps-window-drop.c */
void _ps_window_accept_drops          (PsWindow *self);

/* ps-window-files.c: opening and making region files */
void _ps_window_choose_region         (PsWindow *self);
void _ps_window_create_region         (PsWindow *self);
void _ps_window_open_demo             (PsWindow *self);
void _ps_window_choose_imports        (PsWindow *self);
void _ps_window_show_welcome          (PsWindow *self, const GError *error, const char *path);
void _ps_window_cancel_work           (PsWindow *self);

/* ps-window-leave.c: what is not saved yet is asked about before its page is left */
typedef void (*PsWindowGo) (PsWindow *self, gpointer data);
void _ps_window_leave                 (PsWindow *self, gboolean all, PsWindowGo go, PsWindowGo stay, gpointer data,
                                       GDestroyNotify free_data);
gboolean _ps_window_keep_open         (PsWindow *self);

/* ps-window-made.c: saying what was written, and opening it */
void _ps_window_tell_made             (PsWindow *self, const char *text, GFile *made);

/* ps-window-pages.c: the pages and the way back */
GtkWidget *_ps_window_find_unsaved    (PsWindow *self, gboolean all);
void _ps_window_ask_section           (PsWindow *self, const char *name);
void _ps_window_ask_back              (PsWindow *self);
GPtrArray *_ps_window_history_new     (void);
void _ps_window_show_section          (PsWindow *self, const char *name);
void _ps_window_push_page             (PsWindow *self, GtkWidget *page, const char *title);
void _ps_window_go_back               (PsWindow *self);
void _ps_window_drop_pages            (PsWindow *self);
void _ps_window_fill_sidebar          (PsWindow *self);
void _ps_window_watch_focus           (PsWindow *self);

/* ps-window-search.c: Ctrl+K: finding anything, and opening it on its page */
void _ps_window_search                (PsWindow *self);

/* ps-window-undo.c: taking back changes of the region, and saying so */
void _ps_window_tell_undoable         (PsWindow *self, const char *text, gint64 record);
void _ps_window_class_install_undo    (GtkWidgetClass *widget_class);
void _ps_window_watch_undo            (PsWindow *self);
void _ps_window_show_error            (PsWindow *self, const GError *error);

/* ps-window-region.c: what the window shows of the region beside the page */
void _ps_window_show_region           (PsWindow *self);
void _ps_window_ask_year              (PsWindow *self, int year);
void _ps_window_step_year             (PsWindow *self, int step);
void _ps_window_watch_first_page      (PsWindow *self);

void _ps_window_tell                  (PsWindow *self, const char *text);
void _ps_window_show_toast            (PsWindow *self, AdwToast *toast);      /* takes it; in place of the one that is shown */

G_END_DECLS
