/* ps-chart-curve-words.h: a payment curve in words: title, spots, table, description; private to the chart
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart.h"

G_BEGIN_DECLS

char         *ps_curve_words_title    (gconstpointer chart);
GPtrArray    *ps_curve_words_spots    (gconstpointer chart, double width, double height, const PsChartStyle *style);
PsChartTable *ps_curve_words_table    (gconstpointer chart);
char         *ps_curve_words_describe (gconstpointer chart);

G_END_DECLS
