/* ps-agreement-page-private.h: between the parts of the agreement's page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-agreement-checks.h"
#include "ps-agreement-chooser.h"
#include "ps-agreement-data.h"
#include "ps-agreement-edits.h"
#include "ps-agreement-grid.h"
#include "ps-agreement-page.h"
#include "ps-agreement-terms.h"

G_BEGIN_DECLS

/* What was given and refused, because the cell was changed elsewhere: to be given after all. By ids. */
typedef struct { gint64 group_id; gint64 municipality_id; gint64 number; PsAgreementShow show; } PsRefused;

struct _PsAgreementPage
{
  AdwBin parent;

  PsSession *session;
  char *agb;                  /* places change when the file is read again: this does not */
  PsAgreementData *data;      /* NULL: not read yet */
  PsAgreementSheet *sheet;    /* of the version that is shown, with what was given since; NULL: there is none */
  int number;                 /* of that version; 0: the draft, else the one in force */
  gboolean focus_grid;        /* a dialog over the page made another version: its grid is to be typed in */
  gboolean showing;           /* controls are being set */
  guint asked;                /* how often the data was asked for: only the last answer counts */
  guint n_writing;            /* changes under way: the sheet is ahead of the file */
  GArray *added_groups;       /* gint64: rows and columns to be filled */
  GArray *added_municipalities;
  GPtrArray *problems;        /* PsAgreementProblem of the sheet */
  char *trouble;              /* why the last change was refused; NULL: it was not */
  GArray *refused;            /* PsRefused */
  GSimpleAction *lump_sum;    /* of the menu of a cell: checked where the selected lines are lump sums */

  PsAgreementGrid *grid;
  PsAgreementTerms *terms;
  PsAgreementChecks *checks;
  PsAgreementChooser *add_group;
  PsAgreementChooser *add_municipality;
  GtkDropDown *show;
  PsTable *lines;
  GtkWidget *lines_menu;

  /* Template widgets */
  GtkStack *parts;
  GtkSpinner *spinner;
  AdwStatusPage *nothing;
  GtkWidget *new_button;
  GtkLabel *title;
  GtkLabel *facts;
  GtkWidget *pill;
  GtkImage *pill_icon;
  GtkLabel *pill_label;
  GtkDropDown *version;
  GtkWidget *agree_button;
  GtkWidget *amend_button;
  AdwBin *terms_card;
  GtkBox *tools;
  GtkStack *tabs;
  GtkStack *grid_parts;
  GtkScrolledWindow *scroller;
  AdwStatusPage *empty;
  GtkWidget *status_icon;
  GtkLabel *status;
  GtkWidget *again_button;
  GtkWidget *keys;
  AdwBin *lines_card;
  GtkStackPage *check_page;
  GtkScrolledWindow *check_scroller;
};

/* ps-agreement-page.c */
void     _ps_agreement_page_load      (PsAgreementPage *self);
const PsAgreementVersion *_ps_agreement_page_get_version (PsAgreementPage *self);   /* NULL: none */
gboolean _ps_agreement_page_is_editable (PsAgreementPage *self);

/* ps-agreement-page-show.c */
void     _ps_agreement_page_show_data  (PsAgreementPage *self);       /* the data, or the version, is another */
void     _ps_agreement_page_show_sheet (PsAgreementPage *self);       /* what is in the sheet changed */
void     _ps_agreement_page_show_status (PsAgreementPage *self);
const PsAgreement *_ps_agreement_page_get_last (PsAgreementPage *self);   /* of the year before; NULL: none */

/* ps-agreement-page-edit.c */
void     _ps_agreement_page_connect_edits (PsAgreementPage *self);
void     _ps_agreement_page_edit_class (GtkWidgetClass *widget_class);
void     _ps_agreement_page_update_menu (PsAgreementPage *self);      /* of a cell */
void     _ps_agreement_page_update_lump_sum (PsAgreementPage *self);  /* the selection is another */

/* ps-agreement-page-save.c */
void     _ps_agreement_page_forget_trouble (PsAgreementPage *self);
PsAgreementEdits *_ps_agreement_page_new_edits (PsAgreementPage *self);
/* One line from what it is to what it becomes (NULL: no line), in the sheet and in the edits. */
void     _ps_agreement_page_change_line (PsAgreementPage *self, PsAgreementEdits *edits, guint group, guint municipality,
                                         const PsAgreementLine *after);
/* Takes all of them. `given`: what to offer again after a conflict; `what`: "AMB1, Venlo"; both may be NULL. */
void     _ps_agreement_page_save_edits (PsAgreementPage *self, PsAgreementEdits *edits, GArray *given, char *what);
void     _ps_agreement_page_save_terms (PsAgreementPage *self, const PsAgreement *after);

/* ps-agreement-page-actions.c */
void     _ps_agreement_page_action_class (GtkWidgetClass *widget_class);
void     _ps_agreement_page_update_actions (PsAgreementPage *self);

G_END_DECLS
