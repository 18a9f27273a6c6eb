/* ps-indexing-page-private.h: what the parts of the indexing page share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-table.h"
#include "ps-group-choice.h"
#include "ps-indexing-page.h"
#include "ps-indexing-preview.h"

G_BEGIN_DECLS

struct _PsIndexingPage
{
  AdwBin parent_instance;

  PsSession *session;
  PsIndexingRates *rates;
  PsTable *table;
  PsIndexingPreview *preview;    /* what the table shows; NULL: the rates are not right */
  GHashTable *left_out;          /* ids of tariffs (gint64) */
  GArray *products;              /* ids (gint64) in the order of the drop-down; 0: all */
  guint asked;                   /* how often a preview was asked for: only the last answer counts */
  guint pause;                   /* source: waits for the end of typing */
  gboolean waiting;              /* for a preview */
  gboolean filling;
  gboolean done;                 /* nothing is lost when the page is left */

  /* Template widgets */
  GtkStack *tabs;
  GtkLabel *sum;
  GtkLabel *totals;
  AdwBin *rates_card;
  GtkEditable *filter;
  PsGroupChoice *group;
  GtkDropDown *product;
  GtkDropDown *whose;
  GtkBox *bar;
  AdwBin *tariffs_card;
  AdwBin *rounds_card;
};

/* ps-indexing-page.c */
guint _ps_indexing_page_count       (PsIndexingPage *self);              /* tariffs that a round would index now */
void  _ps_indexing_page_preview     (PsIndexingPage *self);
void  _ps_indexing_page_show_totals (PsIndexingPage *self);
const PsTariff *_ps_indexing_tariff (const PsIndexingPreview *preview, const PsIndexedTariff *indexed);

/* ps-indexing-leave.c */
void     _ps_indexing_page_on_row_activated_cb (PsTable *table, PsTableRow *row, PsIndexingPage *self);
gboolean _ps_indexing_page_on_key_pressed_cb   (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
                                                PsIndexingPage *self);
void     _ps_indexing_page_on_leave_cb         (GtkWidget *widget, const char *name, GVariant *parameter);
void     _ps_indexing_page_on_take_cb          (GtkWidget *widget, const char *name, GVariant *parameter);

/* ps-indexing-apply.c */
void  _ps_indexing_page_on_apply_cb (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
