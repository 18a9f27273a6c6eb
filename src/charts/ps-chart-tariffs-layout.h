/* ps-chart-tariffs-layout.h: where everything of the chart of a product's tariffs lies
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-axis.h"
#include "ps-chart-pen.h"
#include "ps-chart-tariffs.h"

G_BEGIN_DECLS

#define PS_TARIFFS_FEW 6          /* own lines up to which each one has its label; of more, the least and the most */

/* To the right of the plot, beside the end of a line */
typedef struct
{
  char      *text;
  PsTextKind kind;
  gboolean   region;
  double     at;                /* the height of that end */
  double     height;
  double     top;
} PsTariffsEnd;

typedef struct
{
  const PsTariffsChart *chart;
  PsBox    plot;
  PsAxis   axis;                /* upwards, in cents */
  PsDate   first;               /* the days that are drawn */
  PsDate   last;
  gboolean empty;               /* nothing to draw */
  GArray  *ends;                /* PsTariffsEnd */
  double   ends_width;
  double   line_height;         /* of ordinary text */
  int      year_stride;         /* every how many years one is named */
} PsTariffsLayout;

void   ps_tariffs_layout_init   (PsTariffsLayout *layout, PsPen *pen, const PsTariffsChart *chart, double width, double height);
void   ps_tariffs_layout_clear  (PsTariffsLayout *layout);
double ps_tariffs_layout_day    (const PsTariffsLayout *layout, PsDate day);        /* the left edge of a day, within the plot */
double ps_tariffs_layout_tariff (const PsTariffsLayout *layout, gint64 tariff_e4);

/* ps-chart-tariffs-labels.c */
void   ps_tariffs_labels_draw_header (PsPen *pen, const PsTariffsLayout *layout, double width);
void   ps_tariffs_labels_draw        (PsPen *pen, const PsTariffsLayout *layout);

/* ps-chart-tariffs-words.c */
char         *ps_chart_tariffs_title    (gconstpointer chart);
GPtrArray    *ps_chart_tariffs_spots    (gconstpointer chart, double width, double height, const PsChartStyle *style);
PsChartTable *ps_chart_tariffs_table    (gconstpointer chart);
char         *ps_chart_tariffs_describe (gconstpointer chart);

/* ps-chart-tariffs-data.c */
const PsTariffSpan *ps_tariff_line_span (const PsTariffLine *line, guint place);
const PsTariffSpan *ps_tariff_line_last (const PsTariffLine *line);
const PsTariffSpan *ps_tariff_line_on   (const PsTariffLine *line, PsDate day);
gboolean            ps_tariff_line_gap  (const PsTariffLine *line, guint place, PsDate *from, PsDate *to);
const PsTariffLine *ps_tariffs_chart_region (const PsTariffsChart *chart);
guint               ps_tariffs_chart_own_on (const PsTariffsChart *chart, PsDate day, const PsTariffLine **least,
                                             const PsTariffLine **most);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsTariffsLayout, ps_tariffs_layout_clear)

G_END_DECLS
