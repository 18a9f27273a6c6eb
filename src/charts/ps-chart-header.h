/* ps-chart-header.h: the line above a chart: title, what the marks mean, what must be known to read it
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart-pen.h"

G_BEGIN_DECLS

double ps_chart_header_height (const PsChartStyle *style);
void   ps_chart_header_draw   (PsPen *pen, double width, const char *title, const char *note, gboolean needed,
                               const char *diamonds);

G_END_DECLS
