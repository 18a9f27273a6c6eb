/* ps-settlement-page-private.h: between the parts of a settlement's page
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-chart-view.h"
#include "gui/ps-date-entry.h"
#include "gui/ps-table.h"
#include "ps-decide-bar.h"
#include "ps-settlement-detail.h"
#include "ps-settlement-page.h"
#include "ps-settlement-stand.h"
#include "ps-state-bar.h"

G_BEGIN_DECLS

#define PS_SHOW_WHAT_COUNTS (-1) /* instead of an id: as the page opens */

struct _PsSettlementPage
{
  AdwBin parent;

  PsSession *session;
  char *agb; /* places change when the file is read again: this does not */
  int year;
  PsDateEntry *through;
  guint asked;                /* how often something was asked for: only the last answer counts */
  PsSettlementStand *stand;   /* NULL until it is there */
  PsSettlementDetail *detail; /* what is shown; NULL until it is there */
  gint64 wanted;              /* id of a stored one, 0: the region as it is, PS_SHOW_WHAT_COUNTS */
  GArray *choices;            /* gint64: what the items of `which` are */
  gboolean filling;           /* the program sets what is chosen, not the user */

  PsChartView *waterfall;
  PsStateBar *state;
  PsTable *lines; /* made anew for every settlement: its columns depend on it */
  GtkWidget *lines_menu;
  PsTable *disputed;
  PsDecideBar *decide; /* made with the session */
  PsTable *carried;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *facts;
  GtkWidget *next;
  GtkWidget *print;
  GtkMenuButton *more;
  GtkDropDown *which;
  GtkLabel *through_label;
  AdwBin *through_bin;
  AdwBin *state_bin;
  GtkSpinner *spinner;
  GtkWidget *nothing;
  GtkWidget *content;
  GtkWidget *cards;
  AdwBin *waterfall_card;
  AdwBin *bands_card;
  GtkBox *lines_bar;
  AdwBin *lines_card;
  GtkLabel *lines_note;
  GtkWidget *scopes_cards;
  GtkWidget *disputed_box;
  GtkBox *disputed_bar;
  GtkLabel *disputed_remark;
  AdwBin *decide_bin;
  AdwBin *disputed_card;
  GtkWidget *carried_box;
  GtkBox *carried_bar;
  GtkLabel *carried_remark;
  AdwBin *carried_card;
  AdwBin *signals_card;
  AdwBin *answers_card;
  AdwBin *steps_card;
  GtkWidget *division_box;
  GtkBox *division_bar;
  AdwBin *division_card;
  GtkBox *municipalities_bar;
  AdwBin *municipalities_card;
};

/* ps-settlement-page.c */
void            _ps_settlement_page_open_sources (PsSettlementPage *self, guint group, guint municipality, const char *title);
void            _ps_settlement_page_open_place   (PsSettlementPage *self, guint group, guint municipality);

/* ps-settlement-page-show.c: what is in `detail`, and where it stands */
void            _ps_settlement_page_show         (PsSettlementPage *self);
void            _ps_settlement_page_show_choices (PsSettlementPage *self);

/* ps-settlement-page-actions.c */
void            _ps_settlement_page_class_install_actions (GtkWidgetClass *widget_class);
void            _ps_settlement_page_update_actions (PsSettlementPage *self);
void            _ps_settlement_page_explain_menu (PsSettlementPage *self);       /* its menu was opened: why what is off is off */
const PsStored *_ps_settlement_page_get_shown    (PsSettlementPage *self);       /* the stored one on the page; NULL: the region as it is */

G_END_DECLS
