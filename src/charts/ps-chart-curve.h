/* ps-chart-curve.h: what a scheme pays for what is produced: its payment curve, with a point on it
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Both axes in shares of the ceiling. The dashed line is payment without deductions; the upright between it and the point is what is
 * deducted. The part where nothing happens is left out: the axis starts shortly before the first border, and says so.
 */
#pragma once

#include "ps-chart.h"
#include "core/ps-scheme.h"

G_BEGIN_DECLS

typedef struct
{
  PsScheme *scheme;
  gint64    ceiling_cents;       /* PS_NO_NUMBER: only shares are shown */
  gint64    produced_cents;      /* the point; PS_NO_NUMBER: none */
  char     *title;               /* NULL: "Payment curve" */
} PsCurveChart;

extern const PsChartKind ps_chart_curve_kind;

PsCurveChart *ps_curve_chart_new  (const PsScheme *scheme, gint64 ceiling_cents, gint64 produced_cents);   /* copies the scheme */
void          ps_curve_chart_free (PsCurveChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsCurveChart, ps_curve_chart_free)

G_END_DECLS
