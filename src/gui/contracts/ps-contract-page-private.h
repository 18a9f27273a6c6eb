/* ps-contract-page-private.h: what the parts of a contract's page share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-contract-bar.h"
#include "ps-contract-page.h"
#include "ps-shown-contract.h"

G_BEGIN_DECLS

struct _PsContractPage
{
  AdwBin parent_instance;

  PsSession *session;
  gint64 provider_id;
  gint64 id;              /* 0: not read yet */
  char *number;           /* by which it is found where the id is 0 */
  GPtrArray *contracts;   /* PsShownContract: all of the provider */
  PsShownContract *shown; /* borrowed from those; NULL: not read yet */
  guint asked;            /* how often they were asked for: only the last answer counts */
  PsTable *products;
  PsContractBar *bar;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *facts;
  GtkWidget *pill;
  GtkImage *pill_icon;
  GtkLabel *pill_label;
  GtkWidget *edit;
  GtkWidget *content;
  AdwBin *bar_card;
  GtkLabel *term_note;
  GtkWidget *cards;
  GtkListBox *options;
  GtkListBox *documents;
  GtkLabel *notes;
  GtkBox *products_bar;
  AdwBin *products_card;
};

void  _ps_contract_page_install_actions (GtkWidgetClass *class);
void  _ps_contract_page_update_actions  (PsContractPage *self);
guint _ps_contract_page_find_provider   (PsContractPage *self);      /* its place in the session's figures; PS_NONE: not there any more */
void  _ps_contract_page_on_product_activated_cb (PsTable *table, PsTableRow *row, gpointer user_data);

G_END_DECLS
