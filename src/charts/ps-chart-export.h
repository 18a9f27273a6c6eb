/* ps-chart-export.h: a chart as a picture or a table in a file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart.h"

G_BEGIN_DECLS

#define PS_CHART_EXPORT_ERROR (ps_chart_export_error_quark ())
GQuark ps_chart_export_error_quark (void);
typedef enum { PS_CHART_EXPORT_ERROR_SIZE, PS_CHART_EXPORT_ERROR_DRAWING } PsChartExportError;

typedef enum { PS_CHART_PNG, PS_CHART_SVG, PS_CHART_PDF, PS_CHART_CSV } PsChartFormat;

typedef struct
{
  const PsChartKind *kind;
  gconstpointer      chart;
  const char        *subject;   /* whom it is about, drawn beside the title; NULL: nobody */
  double             width;     /* in units, as on the screen; in a PDF a unit is 3/4 of a point */
  double             height;    /* 0: the natural one for this width */
  double             pixels;    /* PNG: pixels a unit; 0: 2, sharp on paper and on fine screens */
  PsChartLook        look;      /* PS_LOOK_LIGHT for paper */
} PsChartExport;

GBytes     *ps_chart_export         (const PsChartExport *export, PsChartFormat format, GError **error);
gboolean    ps_chart_export_to_file (const PsChartExport *export, PsChartFormat format, const char *path, GError **error);
const char *ps_chart_format_suffix  (PsChartFormat format);

G_END_DECLS
