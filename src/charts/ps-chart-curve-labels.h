/* ps-chart-curve-labels.h: the words in a payment curve
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart-curve-layout.h"

G_BEGIN_DECLS

void  ps_curve_labels_draw_header (PsPen *pen, const PsCurveLayout *layout, double width);
void  ps_curve_labels_draw_axes   (PsPen *pen, const PsCurveLayout *layout);
void  ps_curve_labels_draw        (PsPen *pen, const PsCurveLayout *layout);
char *ps_curve_cliff_text         (gint64 drop_bp, gint64 border_bp);     /* "falls by 5,0 % of the ceiling at 105 %" */

G_END_DECLS
