/* ps-chart-canvas.h: the drawing of a chart, with points to visit by pointer and by keyboard
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/ps-chart.h"

G_BEGIN_DECLS

#define PS_TYPE_CHART_CANVAS (ps_chart_canvas_get_type ())
G_DECLARE_FINAL_TYPE (PsChartCanvas, ps_chart_canvas, PS, CHART_CANVAS, GtkWidget)

GtkWidget    *ps_chart_canvas_new        (void);
void          ps_chart_canvas_set_most_height (PsChartCanvas *self, int height);    /* no higher than this by itself; 0: as high as its chart wants */
void          ps_chart_canvas_set_chart  (PsChartCanvas *self, const PsChartKind *kind, gconstpointer chart);
guint         ps_chart_canvas_get_n_spots (PsChartCanvas *self);
const char   *ps_chart_canvas_get_said   (PsChartCanvas *self);
PsChartStyle  ps_chart_canvas_get_style  (PsChartCanvas *self);

G_END_DECLS
