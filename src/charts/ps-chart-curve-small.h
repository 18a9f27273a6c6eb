/* ps-chart-curve-small.h: a payment curve as small as a row of a list or a card
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart-style.h"
#include "core/ps-scheme.h"

#include <cairo.h>

G_BEGIN_DECLS

void ps_curve_draw_small (cairo_t *cr, const PsScheme *scheme, double width, double height, const PsChartStyle *style);

G_END_DECLS
