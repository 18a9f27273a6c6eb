/* ps-chart-curve-layout.h: where everything of a payment curve lies
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-axis.h"
#include "ps-chart-curve.h"
#include "ps-chart-pen.h"

G_BEGIN_DECLS

/* What is said of a band in the strip below the curve: as much of it as has room there. */
typedef struct
{
  char  *name;              /* "donut hole", over two lines where that is what fits; NULL: no room */
  char  *share;             /* "70 %"; NULL: no room */
  double from_x;            /* the part of the band that is drawn */
  double to_x;
  double left;              /* of the words */
  double width;
} PsBandLabel;

typedef enum { PS_POINT_NONE, PS_POINT_WITHIN, PS_POINT_BEFORE, PS_POINT_BEYOND } PsPointPlace;

typedef struct
{
  const PsCurveChart *chart;
  PsBox        plot;        /* of the curve */
  double       axis_y;      /* the axis, below the strip with the bands' names */
  PsAxis       across;      /* both in basis points of the ceiling, where a PsAxis says cents */
  PsAxis       up;
  GArray      *corners;     /* PsCurvePoint, what is drawn */
  GArray      *labels;      /* PsBandLabel, one a band */
  double       line_height; /* of ordinary text */
  gboolean     captions;    /* there is room for what the axes are */
  PsPointPlace point;
  gint64       point_produced_bp;
  gint64       point_paid_bp;
  gint64       point_deduction_cents;
} PsCurveLayout;

void   ps_curve_layout_init  (PsCurveLayout *layout, PsPen *pen, const PsCurveChart *chart, double width, double height);
void   ps_curve_layout_clear (PsCurveLayout *layout);
double ps_curve_layout_x     (const PsCurveLayout *layout, gint64 produced_bp);
double ps_curve_layout_y     (const PsCurveLayout *layout, gint64 paid_bp);
double ps_curve_layout_point (const PsCurveLayout *layout, double *y);
gint64 ps_curve_layout_drop  (const PsCurveLayout *layout, guint corner);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsCurveLayout, ps_curve_layout_clear)

G_END_DECLS
