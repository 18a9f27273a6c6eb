/* ps-bandwidth-page-private.h: what the parts of the page of all bandwidths share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "ps-bandwidth-page.h"
#include "ps-bandwidth-table.h"
#include "ps-peildatum-list.h"

G_BEGIN_DECLS

#define PS_TYPE_BANDWIDTH_PAGE (ps_bandwidth_page_get_type ())
G_DECLARE_FINAL_TYPE (PsBandwidthPage, ps_bandwidth_page, PS, BANDWIDTH_PAGE, AdwBin)

struct _PsBandwidthPage
{
  AdwBin parent_instance;

  PsSession *session;
  PsTable *table;
  int year;              /* that the peildata are listed of; 0: none yet */
  gint64 peildatum_id;   /* that is chosen; 0: today */
  gboolean chosen;       /* … by the user, or by who opened the page */
  PsPeildatumList *peildata; /* in the drop-down */
  GHashTable *kept;      /* PsBandwidthShown by gint64 id of peildatum, until the figures are read again */
  PsBandwidthShown *shown; /* NULL: nothing is there yet */

  /* What is being worked out */
  guint asked;           /* only the last answer counts */
  GCancellable *cancellable;
  PsProgressRelay *relay;
  guint timer;           /* shows how far it is, after a while */
  gboolean stale;        /* must be asked for again when the page is shown */

  /* Template widgets */
  GtkLabel *heading;
  GtkLabel *state;
  GtkWidget *working;
  GtkLabel *working_what;
  GtkProgressBar *working_bar;
  GtkWidget *facts;
  GtkBox *counts;
  GtkBox *sums;
  GtkBox *tools;
  GtkDropDown *peildatum;
  GtkEditable *filter;
  GtkDropDown *which;
  AdwBin *card;
  GMenuModel *row_menu;
};

/* ps-bandwidth-page-work.c: asking for the figures */
void _ps_bandwidth_page_ask             (PsBandwidthPage *self);
void _ps_bandwidth_page_stop            (PsBandwidthPage *self);
void _ps_bandwidth_page_forget          (PsBandwidthPage *self);

/* ps-bandwidth-page-show.c: what is shown of them; `empty` and `why`: where there are none */
void _ps_bandwidth_page_show            (PsBandwidthPage *self);
void _ps_bandwidth_page_show_none       (PsBandwidthPage *self, const char *empty, const char *why);
void _ps_bandwidth_page_list_peildata   (PsBandwidthPage *self);

/* ps-bandwidth-page-actions.c */
void _ps_bandwidth_page_install_actions (GtkWidgetClass *class);
void _ps_bandwidth_page_update_actions  (PsBandwidthPage *self);
void _ps_bandwidth_page_open_row        (PsBandwidthPage *self, PsTableRow *row);

G_END_DECLS
