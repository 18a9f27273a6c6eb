/* ps-chart-tariffs.h: tariffs of a product as lines in time: the region's and providers' own, gaps seen
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart.h"
#include "core/ps-date.h"

G_BEGIN_DECLS

typedef struct { PsDate from; PsDate to; gint64 tariff_e4; } PsTariffSpan;
typedef struct { char *label; gboolean region; GArray *spans; /* PsTariffSpan by from */ } PsTariffLine;

typedef struct
{
  GPtrArray *lines;              /* PsTariffLine */
  PsDate     today;              /* an upright mark; what is later is drawn lighter; PS_DATE_OPEN: none */
  char      *title;
} PsTariffsChart;

extern const PsChartKind ps_chart_tariffs_kind;

PsTariffsChart *ps_tariffs_chart_new      (const char *title, PsDate today);
PsTariffLine   *ps_tariffs_chart_add_line (PsTariffsChart *chart, const char *label, gboolean region);   /* borrowed */
void            ps_tariff_line_add        (PsTariffLine *line, PsDate from, PsDate to, gint64 tariff_e4);
void            ps_tariffs_chart_free     (PsTariffsChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsTariffsChart, ps_tariffs_chart_free)

G_END_DECLS
