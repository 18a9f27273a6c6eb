/* ps-chart-view.h: a chart on a page: values on hover and by keyboard, its figures as a table, copy and export
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/ps-chart.h"

G_BEGIN_DECLS

#define PS_TYPE_CHART_VIEW (ps_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (PsChartView, ps_chart_view, PS, CHART_VIEW, GtkWidget)

/* Actions, also in the view's own menu: chart.table (boolean), chart.copy, chart.export("png"), ("svg"), ("pdf"), ("csv").
 * The view shows its chart's title and a menu button above the drawing; it is as high as its chart wants to be. */
GtkWidget *ps_chart_view_new         (void);
void       ps_chart_view_set_chart   (PsChartView *self, const PsChartKind *kind, gpointer chart, GDestroyNotify free_chart);
void       ps_chart_view_set_subject (PsChartView *self, const char *subject);    /* whom it is about: drawn on copies and exports */
void       ps_chart_view_set_note    (PsChartView *self, const char *note);       /* a few words beside or below the title; NULL: none */

void       ps_chart_view_set_most_height (PsChartView *self, int height);     /* of the drawing, where it stands beside others; 0: as it wants */
void       ps_chart_view_set_file_name (PsChartView *self, const char *name);     /* proposed for exports, without an extension; NULL: its kind's */

/* For tests: how many points there are to visit, and what is said of the one that is visited now (NULL: none). */
guint       ps_chart_view_get_n_spots (PsChartView *self);
const char *ps_chart_view_get_said    (PsChartView *self);

G_END_DECLS
