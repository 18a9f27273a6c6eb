/* ps-peil-entry-private.h: between the parts of the page of a peildatum
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "gui/ps-undo-progress.h"
#include "gui/ps-unsaved.h"
#include "ps-peil-book.h"
#include "ps-peil-choice.h"
#include "ps-peil-entry-page.h"
#include "ps-peil-grid.h"
#include "ps-peil-load.h"
#include "ps-peil-marks.h"
#include "ps-peil-refusals.h"

G_BEGIN_DECLS

/* In the order of the buttons */
typedef enum { PS_PEIL_ALL, PS_PEIL_NOT_FILLED, PS_PEIL_MARKED, PS_N_PEIL_WHICH } PsPeilWhich;

struct _PsPeilEntryPage
{
  AdwBin parent;

  PsSession  *session;
  gint64      peildatum_id;
  PsPeilBook *book;
  PsPeilGrid *grid;                /* NULL: the page is gone */
  PsPeilMarks *marks;
  PsPeilRefusals *refusals;
  PsPeilChoice *municipalities;
  PsPeilChoice *segments;

  /* Reading */
  guint       asked;
  gboolean    reading;
  gboolean    read_again;          /* when the one under way is done */
  gboolean    force;               /* … also where nothing is new */
  gint64      known;               /* record of the trail up to which the sheet has everything; 0: not read yet */
  PsPeilKeys  wanted;              /* to be shown when it is read */
  gboolean    has_wanted;

  /* Writing */
  guint       n_writing;
  char       *reason;              /* of corrections, once it was asked; NULL: not asked, or it is open */
  gboolean    asking;              /* for it */
  gint64      saved_at;            /* seconds since 1970; 0: nothing yet */

  /* What is shown */
  PsPeilWhich which;
  char      **words;               /* folded: what is looked for; NULL: all */
  GPtrArray  *provider_words;      /* folded, by place in the sheet's region */
  GPtrArray  *product_words;
  guint       rematching;          /* idle, as the next */
  guint       focusing;
  gboolean    filling;

  /* Template widgets */
  GtkStack   *parts;
  GtkMenuButton *title_button;
  GtkLabel   *title;
  GtkLabel   *facts;
  GtkLabel   *closed;              /* by whom */
  GtkLabel   *filled;
  GtkLabel   *share;
  GtkProgressBar *bar;
  GtkWidget  *close_button;
  GtkWidget  *reopen_button;
  GtkBox     *filters;
  GtkEditable *search;
  GtkToggleButton *show_all;
  GtkToggleButton *show_empty;
  GtkToggleButton *show_marked;
  GtkLabel   *saved;
  AdwBin     *refusals_place;
  GtkScrolledWindow *scroller;
  GtkStack   *grid_parts;
  AdwStatusPage *nothing;
  AdwBin     *marks_place;
  GtkImage   *status_icon;
  GtkLabel   *status;
  GMenuModel *cell_menu;
};

/* ps-peil-entry-page.c */
PsPeilSheet *_ps_peil_entry_get_sheet   (PsPeilEntryPage *self);           /* NULL: not read yet */
gboolean _ps_peil_entry_is_editable     (PsPeilEntryPage *self);
gboolean _ps_peil_entry_is_closed       (PsPeilEntryPage *self);
void     _ps_peil_entry_load            (PsPeilEntryPage *self, gboolean force);
void     _ps_peil_entry_want            (PsPeilEntryPage *self, const PsPeilKeys *keys);       /* shown when it was read again */

/* ps-peil-entry-filter.c */
void     _ps_peil_entry_connect_filters (PsPeilEntryPage *self);
void     _ps_peil_entry_fill_filters    (PsPeilEntryPage *self);
void     _ps_peil_entry_forget_filters  (PsPeilEntryPage *self);
void     _ps_peil_entry_rematch         (PsPeilEntryPage *self);
void     _ps_peil_entry_focus_cell      (PsPeilEntryPage *self, guint row, PsMeasure measure); /* filters that hide it are let go */

/* ps-peil-entry-show.c */
void     _ps_peil_entry_show_sheet      (PsPeilEntryPage *self);
void     _ps_peil_entry_show_counts     (PsPeilEntryPage *self);
void     _ps_peil_entry_show_status     (PsPeilEntryPage *self);
void     _ps_peil_entry_show_saved      (PsPeilEntryPage *self);

/* ps-peil-entry-save.c */
void     _ps_peil_entry_give            (PsPeilEntryPage *self, const GArray *given);          /* PsPeilGiven */
void     _ps_peil_entry_connect_saving  (PsPeilEntryPage *self);
void     _ps_peil_entry_unsaved_init    (PsUnsavedInterface *iface);

/* ps-peil-entry-actions.c */
void     _ps_peil_entry_action_class    (GtkWidgetClass *class);
void     _ps_peil_entry_connect_marks   (PsPeilEntryPage *self);
void     _ps_peil_entry_update_actions  (PsPeilEntryPage *self);

G_END_DECLS
