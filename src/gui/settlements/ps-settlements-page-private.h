/* ps-settlements-page-private.h: what the parts of the year's page share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-date-entry.h"
#include "ps-settlements-page.h"
#include "ps-settlements-table.h"

G_BEGIN_DECLS

struct _PsSettlementsPage
{
  AdwBin parent;

  PsSession *session;
  PsDateEntry *through;
  PsTable *table;
  PsSettlementsData *data; /* NULL until it is there */
  int year;                /* that the entry is set to */
  guint asked;             /* how often the figures were asked for: only the last answer counts */

  /* Template widgets */
  GtkBox *bar;
  GtkBox *facts;
  GtkBox *tools;
  AdwBin *card;
  GtkLabel *heading;
  GtkLabel *state;
  GtkSpinner *spinner;
  GtkButton *next;
  GtkEditable *filter;
  GtkDropDown *which;
  GtkToggleButton *figures;
  GtkLabel *through_label;
  GMenuModel *row_menu;
};

/* In the order of the template's list */
typedef enum
{
  PS_WHICH_ALL,
  PS_WHICH_NOT_STORED,
  PS_WHICH_DRAFT,
  PS_WHICH_PROPOSED,
  PS_WHICH_FINAL,
  PS_WHICH_CHANGED,
  PS_WHICH_NO_STATEMENT,
  PS_WHICH_TO_PAY,
  PS_WHICH_TO_RECLAIM,
  PS_WHICH_DISPUTED,
  PS_WHICH_SIGNALS
} PsWhichSettlements;

/* ps-settlements-facts.c */
void _ps_settlements_page_show_facts      (PsSettlementsPage *self);

/* ps-settlements-actions.c */
void _ps_settlements_page_install_actions (GtkWidgetClass *class);
void _ps_settlements_page_update_actions  (PsSettlementsPage *self);

G_END_DECLS
