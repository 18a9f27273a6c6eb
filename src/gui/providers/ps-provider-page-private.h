/* ps-provider-page-private.h: what the parts of a provider's page share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/bandwidth/ps-bandwidth-course.h"
#include "gui/ps-chart-view.h"
#include "gui/ps-table.h"
#include "ps-provider-facts.h"
#include "ps-provider-figures.h"
#include "ps-provider-page.h"

G_BEGIN_DECLS

struct _PsProviderPage
{
  AdwBin parent_instance;

  PsSession *session;
  gint64 id; /* places change when the file is read again, and an AGB code may be corrected: this does not */
  guint provider;
  guint asked;            /* how often the chart was asked for: only the last answer counts */
  guint asked_facts;      /* the same of the facts */
  PsProviderFacts *about; /* NULL: not read yet */
  guint asked_course;     /* the same of the bandwidth */
  GCancellable *course_cancellable;
  gboolean course_wanted; /* open peildata too: their tab was looked at */
  PsBandwidthCourse *course; /* NULL: not worked out yet */
  PsRealisedChart *plain; /* the chart without forecast; NULL: not there yet */

  PsChartView *realised;
  PsChartView *waterfall;
  PsTable *used;
  PsTable *agreement;
  PsTable *production;
  PsTable *contracts;
  PsTable *tariffs;
  PsTable *scopes;
  PsTable *points;
  PsTable *letters;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *facts;
  GtkWidget *pill;
  GtkImage *pill_icon;
  GtkLabel *pill_label;
  GtkWidget *switcher;
  GtkStack *tabs;
  GtkWidget *cards;
  AdwBin *realised_card;
  AdwBin *waterfall_card;
  GtkWidget *band_box;
  GtkLabel *band_note;
  AdwBin *band_card;
  AdwBin *points_card;
  AdwBin *letters_card;
  AdwBin *used_card;
  GtkLabel *used_title;
  GtkLabel *terms;
  GtkLabel *agreement_terms;
  GtkLabel *tariffs_hint;
  AdwBin *agreement_card;
  AdwBin *production_card;
  GtkBox *agreement_bar;
  GtkBox *production_bar;
  GtkBox *contracts_bar;
  AdwBin *contracts_card;
  GtkBox *tariffs_bar;
  AdwBin *tariffs_card;
  AdwBin *details_card;
};

void _ps_provider_page_install_actions (GtkWidgetClass *class);
void _ps_provider_page_follow_tables   (PsProviderPage *self);
void _ps_provider_page_update_actions  (PsProviderPage *self);

void _ps_provider_page_show_pill       (PsProviderPage *self, const PsProviderFigures *figures);

/* ps-provider-page-band.c: where it stands against its bandwidth, its peildata and its letters */
void _ps_provider_page_install_band    (GtkWidgetClass *class);
void _ps_provider_page_make_band       (PsProviderPage *self);
void _ps_provider_page_ask_band        (PsProviderPage *self);
void _ps_provider_page_stop_band       (PsProviderPage *self);
void _ps_provider_page_show_realised   (PsProviderPage *self);     /* with forecast and marks as soon as those are known */

G_END_DECLS
