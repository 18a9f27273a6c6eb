/* ps-chart-heading.h: the title of a chart and the note beside it or, where there is no room for both, below it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PS_TYPE_CHART_HEADING (ps_chart_heading_get_type ())
G_DECLARE_FINAL_TYPE (PsChartHeading, ps_chart_heading, PS, CHART_HEADING, GtkWidget)

GtkWidget  *ps_chart_heading_new       (void);
void        ps_chart_heading_set_title (PsChartHeading *self, const char *title);
void        ps_chart_heading_set_note  (PsChartHeading *self, const char *note);    /* NULL: none */
const char *ps_chart_heading_get_title (PsChartHeading *self);

G_END_DECLS
