/* ps-chart-realised.h: realised year to date against the ceiling
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *   thick line, dots   realised at the end of each month       diamonds   what was known on each peildatum
 *   black line         the ceiling                             band       the bandwidth, from 0 on 1 January to 31 December
 *   thin grey line     last year                               dashes     the forecast, to an open dot
 */
#pragma once

#include "ps-chart.h"
#include "core/ps-date.h"
#include "core/ps-realised.h"

G_BEGIN_DECLS

typedef struct
{
  PsDate peildatum;
  PsDate data_through;      /* where it is drawn: the last day of which the data was complete; PS_DATE_OPEN: not drawn */
  gint64 realised_cents;    /* as known then; PS_NO_NUMBER: not kept, so what is known now of that day */
} PsPeilMark;

/* PS_NO_NUMBER in any amount: not known. */
typedef struct
{
  int     year;
  gint64  realised_cents[12];      /* year to date, at the end of each month */
  gint64  last_year_cents[12];
  gint64  ceiling_cents;           /* PS_NO_NUMBER: none agreed */
  int     under_bp;                /* bandwidth; -1: none */
  int     over_bp;
  GArray *marks;                   /* PsPeilMark by peildatum */
  gint64  forecast_cents;          /* of the whole year */
  char   *forecast_note;           /* how it was made, e.g. "linear, mean error 3,1 %"; NULL: nothing to say */
} PsRealisedChart;

extern const PsChartKind ps_chart_realised_kind;

PsRealisedChart *ps_realised_chart_new        (int year);
void             ps_realised_chart_free       (PsRealisedChart *chart);
void             ps_realised_chart_set        (PsRealisedChart *chart, const PsRealised *realised, const PsRealised *last_year);
void             ps_realised_chart_add_mark   (PsRealisedChart *chart, PsDate peildatum, PsDate data_through,
                                               gint64 realised_cents);
int              ps_realised_chart_last_month (const PsRealisedChart *chart);
gint64           ps_realised_chart_mark_value (const PsRealisedChart *chart, const PsPeilMark *mark);
gboolean         ps_realised_chart_band       (const PsRealisedChart *chart, PsDate date, gint64 *from_cents, gint64 *to_cents);

void          ps_chart_realised_draw           (cairo_t *cr, gconstpointer chart, double width, double height,
                                                const PsChartStyle *style);
double        ps_chart_realised_natural_height (gconstpointer chart, double width, const PsChartStyle *style);
GPtrArray    *ps_chart_realised_spots          (gconstpointer chart, double width, double height, const PsChartStyle *style);
PsChartTable *ps_chart_realised_table          (gconstpointer chart);
char         *ps_chart_realised_describe       (gconstpointer chart);
char         *ps_chart_realised_title          (gconstpointer chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsRealisedChart, ps_realised_chart_free)

G_END_DECLS
