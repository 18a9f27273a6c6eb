/* ps-chart-bubble.h: where a bubble with a point's value stands: beside the point, over as few words as can be
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart.h"

G_BEGIN_DECLS

GArray *ps_chart_words        (const PsChartKind *kind, gconstpointer chart, double width, double height, const PsChartStyle *style);
PsBox   ps_chart_bubble_place (const PsBox *inside, const GArray *words, const PsChartSpot *spot, const PsChartPart *part,
                               double width, double height);

G_END_DECLS
