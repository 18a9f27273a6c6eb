/* ps-provider-page-private.h: what the parts of a provider's page share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/bandwidth/ps-bandwidth-course.h"
#include "gui/ps-chart-view.h"
#include "gui/ps-table.h"
#include "ps-provider-figures.h"
#include "ps-provider-load.h"
#include "ps-provider-page.h"

G_BEGIN_DECLS

/* The tabs whose tables are made when they are looked at; the first tab and that of the care go by themselves. */
typedef enum
{
  PS_PROVIDER_TAB_AGREEMENT,
  PS_PROVIDER_TAB_PRODUCTION,
  PS_PROVIDER_TAB_PEILDATA,
  PS_PROVIDER_TAB_CONTRACTS,
  PS_PROVIDER_TAB_TARIFFS,
  PS_PROVIDER_TAB_DETAILS,
  PS_N_PROVIDER_TABS
} PsProviderTab;

struct _PsProviderPage
{
  AdwBin parent_instance;

  PsSession *session;
  gint64 id; /* places change when the file is read again, and an AGB code may be corrected: this does not */
  guint provider;
  guint asked;            /* how often the charts were asked for: only the last answer counts */
  gboolean load_awaited;  /* the last answer is still to come */
  gboolean load_arrived;  /* … is there, and not shown yet: it is with the bandwidth, so that the page is laid out once */
  PsProviderLoad *load;   /* NULL: not read yet */
  PsProviderFacts *about; /* a share of its facts; the same */
  guint asked_course;     /* the same of the bandwidth */
  gboolean course_awaited;
  gboolean course_arrived;
  GCancellable *course_cancellable;
  gboolean course_wanted; /* open peildata too: their tab was looked at */
  PsBandwidthCourse *course; /* NULL: not worked out yet */
  guint asked_care;       /* the same of the care */
  GCancellable *care_cancellable;
  PsProgressRelay *care_relay;
  guint care_timer;       /* until its progress is shown */
  PsMonitorShown *care[PS_N_TOPICS]; /* NULL: not worked out yet */

  PsChartView *realised;
  PsChartView *places;
  PsChartView *waterfall;
  GtkLabel *waterfall_remark; /* last year's; below the chart, as the next one */
  PsChartView *curve;
  GtkLabel *curve_remark;
  PsChartView *clients;
  PsChartView *duration;
  PsChartView *produced;
  PsChartView *years;
  GtkWidget *care_view;   /* PsTopicView; NULL until it is first looked at */
  PsTable *used;
  PsTable *scopes;

  /* Of the other tabs: NULL until they are first looked at */
  guint tabs_made;        /* 1 << PsProviderTab */
  guint tabs_filled;      /* … with the latest */
  PsTable *agreement;
  PsTable *production;
  PsTable *points;
  PsTable *letters;
  PsTable *contracts;
  PsTable *tariffs;

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
  AdwBin *places_card;
  AdwBin *waterfall_card;
  AdwBin *curve_card;
  AdwBin *clients_card;
  AdwBin *duration_card;
  AdwBin *produced_card;
  AdwBin *years_card;
  GtkWidget *band_box;
  GtkLabel *band_note;
  AdwBin *band_card;
  AdwBin *points_card;
  AdwBin *letters_card;
  GtkWidget *used_box;
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
  GtkDropDown *care_topic;
  GtkProgressBar *care_bar;
  GtkLabel *care_problem;
  AdwBin *care_card;
};

void _ps_provider_page_install_actions (GtkWidgetClass *class);
void _ps_provider_page_follow_production (PsProviderPage *self);  /* what its rows open */
void _ps_provider_page_follow_contracts (PsProviderPage *self);
void _ps_provider_page_follow_tariffs  (PsProviderPage *self);
void _ps_provider_page_update_actions  (PsProviderPage *self);

void _ps_provider_page_show_pill       (PsProviderPage *self, const PsProviderFigures *figures);

void _ps_provider_page_show_facts      (PsProviderPage *self);     /* of what was loaded */

void _ps_provider_page_show_arrived    (PsProviderPage *self);     /* what was read, as soon as nothing more is awaited */

/* ps-provider-page-tabs.c: the tabs behind the first one */
void _ps_provider_page_make_tabs       (PsProviderPage *self);
void _ps_provider_page_fill_tabs       (PsProviderPage *self, guint changed);

/* ps-provider-page-charts.c: the charts of its year */
void _ps_provider_page_make_charts     (PsProviderPage *self);
void _ps_provider_page_ask_charts      (PsProviderPage *self);
void _ps_provider_page_show_waterfall  (PsProviderPage *self);
void _ps_provider_page_show_load       (PsProviderPage *self);     /* all charts but those that wait for the bandwidth too */
void _ps_provider_page_show_curve      (PsProviderPage *self);     /* as soon as the bandwidth is known */

/* ps-provider-page-care.c: the care of its clients, topic by topic */
void _ps_provider_page_make_care       (PsProviderPage *self);
void _ps_provider_page_ask_care        (PsProviderPage *self);     /* again, where it is looked at */
void _ps_provider_page_stop_care       (PsProviderPage *self);
void _ps_provider_page_forget_care     (PsProviderPage *self);
PsTopic _ps_provider_page_get_topic    (PsProviderPage *self);

/* ps-provider-page-band.c: where it stands against its bandwidth, its peildata and its letters */
void _ps_provider_page_install_band    (GtkWidgetClass *class);
void _ps_provider_page_make_band       (PsProviderPage *self);
void _ps_provider_page_ask_band        (PsProviderPage *self);
void _ps_provider_page_stop_band       (PsProviderPage *self);
void _ps_provider_page_show_band       (PsProviderPage *self);     /* without curve and realised */
void _ps_provider_page_follow_points   (PsProviderPage *self);     /* what the rows of peildata and letters open */
void _ps_provider_page_show_realised   (PsProviderPage *self);     /* with forecast and marks as soon as those are known */

G_END_DECLS
