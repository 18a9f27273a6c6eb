/* ps-chart-bars-layout.h: where upright bars stand: beside each other, on each other, and last year's beside them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart-series-layout.h"

G_BEGIN_DECLS

/* The bar of a series in a slot; FALSE: it has none. Of categories that are drawn together `sure` is what all of them reach. */
gboolean ps_bars_bar         (const PsSeriesFrame *frame, guint series, guint slot, PsBox *bar, PsBox *sure);
gboolean ps_bars_is_bar      (const PsSeriesFrame *frame, guint series);
gboolean ps_bars_point       (const PsSeriesFrame *frame, guint series, guint category, double *x, double *y);
guint    ps_bars_slot_of     (const PsSeriesFrame *frame, guint category);

/* ps-chart-bars.c */
void     ps_bars_draw        (PsPen *pen, const PsSeriesFrame *frame);
/* ps-chart-bars-values.c */
void     ps_bars_draw_values (PsPen *pen, const PsSeriesFrame *frame);

G_END_DECLS
