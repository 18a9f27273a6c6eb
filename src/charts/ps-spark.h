/* ps-spark.h: a year's months as small as a row of a list
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart-style.h"
#include "core/ps-value.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct
{
  PsValueKind   kind;
  const gint64 *values;            /* PS_NO_NUMBER: a gap */
  const gint64 *last;              /* a year ago: thin; NULL: none */
  guint         n_values;
  gint64        agreed;            /* a rule across; PS_NO_NUMBER: none */
} PsSpark;

void  ps_spark_draw     (cairo_t *cr, const PsSpark *spark, double width, double height, const PsChartStyle *style);
char *ps_spark_describe (const PsSpark *spark);                    /* translated: for those who cannot see it */

G_END_DECLS
