/* ps-chart-series.h: any PsSeriesSet as a picture: bars, stacks, lines with a corridor, lying bars, a distribution
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * One kind for all shapes; each is drawn in a file of its own (ps-chart-bars.c, ps-chart-lines.c, ps-chart-rows.c, ps-chart-spread.c).
 */
#pragma once

#include "core/ps-series.h"
#include "ps-chart.h"

G_BEGIN_DECLS

/* `chart` is a PsSeriesSet. */
extern const PsChartKind ps_chart_series_kind;

/* The figures of a set as a chart's table: categories down, series across. */
PsChartTable *ps_chart_series_table (gconstpointer chart);

G_END_DECLS
