/* ps-waterfall-layout.h: where everything of a waterfall lies
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-axis.h"
#include "ps-chart-pen.h"
#include "ps-chart-waterfall.h"

G_BEGIN_DECLS

/* A bar reaches between two levels; the next change starts at `level_cents`. */
typedef struct
{
  gint64   from_cents;
  gint64   to_cents;
  gint64   level_cents;
  gboolean from_start;      /* reaches to where the axis starts */
  PsBox    row;
  PsBox    bar;
} PsWaterfallRow;

typedef struct
{
  const PsWaterfallChart *chart;
  GArray *rows;             /* PsWaterfallRow */
  PsAxis  axis;             /* to the right */
  gboolean broken;          /* the axis starts above 0 */
  double  label_x;
  double  label_width;
  double  amount_right;
  double  bars_left;
  double  bars_right;
  double  ceiling_y;        /* top of the ceiling's label */
  double  rows_top;
  double  rows_bottom;
  double  row_height;
  double  line_height;
} PsWaterfallLayout;

double ps_waterfall_layout_min_height     (const PsWaterfallChart *chart, const PsChartStyle *style);
double ps_waterfall_layout_natural_height (const PsWaterfallChart *chart, const PsChartStyle *style);
void   ps_waterfall_layout_init           (PsWaterfallLayout *layout, PsPen *pen, const PsWaterfallChart *chart, double width,
                                           double height);
void   ps_waterfall_layout_clear          (PsWaterfallLayout *layout);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsWaterfallLayout, ps_waterfall_layout_clear)

G_END_DECLS
