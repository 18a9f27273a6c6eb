/* chart-canvas.h: charts drawn in memory, and their pixels looked at
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "charts/ps-chart-realised.h"
#include "charts/ps-chart-waterfall.h"

typedef struct
{
  cairo_surface_t *surface;
  int              width;
  int              height;
} Canvas;

typedef struct { int first, last; } Run;     /* pixels, both included; first > last: none */

extern const int canvas_sizes[3][2];

Canvas  *canvas_new         (int width, int height, PsColour background);
Canvas  *canvas_of_chart    (const PsChartKind *kind, gconstpointer chart, int width, int height, const PsChartStyle *style);
void     canvas_free        (Canvas *canvas);
gboolean canvas_has         (const Canvas *canvas, int x, int y, PsColour colour);
int      canvas_count       (const Canvas *canvas, int x, int y, int width, int height, PsColour colour);
Run      canvas_run_in_row  (const Canvas *canvas, int y, int from_x, PsColour colour);
int      canvas_long_row    (const Canvas *canvas, int from_y, int step, int x, int length, PsColour colour);
void     canvas_assert_margin_is_free (const Canvas *canvas, PsColour background);

PsRealisedChart  *sample_realised  (int months);
PsWaterfallChart *sample_waterfall (void);
void              assert_spots     (const PsChartKind *kind, gconstpointer chart, int width, int height, const PsChartStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Canvas, canvas_free)
