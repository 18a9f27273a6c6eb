/* ps-forecast-page-private.h: what the parts of the page of one provider's bandwidth share
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-chart-view.h"
#include "gui/ps-table.h"
#include "ps-bandwidth-course.h"
#include "ps-forecast-page.h"
#include "ps-peildatum-list.h"

G_BEGIN_DECLS

#define PS_TYPE_FORECAST_PAGE (ps_forecast_page_get_type ())
G_DECLARE_FINAL_TYPE (PsForecastPage, ps_forecast_page, PS, FORECAST_PAGE, AdwBin)

struct _PsForecastPage
{
  AdwBin parent_instance;

  PsSession *session;
  gint64 id;               /* of the provider: places change when the file is read again, codes may be corrected */
  guint provider;          /* its place now; PS_NONE: gone */
  int year;
  gint64 peildatum_id;     /* 0: today */
  gboolean chosen;         /* … by the user, or by who opened the page */
  char *scope;             /* name of the one that is shown; NULL: the heaviest */
  guint asked;             /* only the last answers count */
  guint asked_chart;
  GCancellable *cancellable;
  PsBandwidthCourse *course; /* NULL: not there yet */
  PsRealisedChart *plain;  /* without forecast and marks; NULL: not there yet */

  PsPeildatumList *peildata;
  PsChartView *chart;
  PsTable *points;
  PsTable *letters;
  PsTable *scopes;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *state;
  GtkSpinner *spinner;
  GtkDropDown *peildatum;
  GtkButton *letter;
  GtkWidget *cards;
  AdwBin *chart_card;
  AdwBin *course_card;
  AdwBin *letters_card;
  GtkWidget *scopes_box;
  AdwBin *scopes_card;
  AdwBin *scope_card;
};

const PsBandwidthScope *_ps_forecast_page_get_scope (PsForecastPage *self);    /* that is shown; NULL: none */

/* ps-forecast-page-show.c */
void _ps_forecast_page_show            (PsForecastPage *self);
void _ps_forecast_page_show_chart      (PsForecastPage *self);
void _ps_forecast_page_show_scope      (PsForecastPage *self);

/* ps-forecast-page-actions.c */
void _ps_forecast_page_install_actions (GtkWidgetClass *class);
void _ps_forecast_page_update_actions  (PsForecastPage *self);
void _ps_forecast_page_follow_tables   (PsForecastPage *self);

/* ps-forecast-page.c */
void _ps_forecast_page_go_to           (PsForecastPage *self, gint64 peildatum_id);

G_END_DECLS
