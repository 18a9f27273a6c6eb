/* ps-corridor.h: where a provider stands in its bandwidth, as small as a row of a list
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 *   band   the bandwidth around the ceiling (the upright stroke)     dot      within it
 *   arrow  further off than can be drawn                             diamond  outside it
 */
#pragma once

#include "ps-chart-style.h"
#include "core/ps-number.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 ceiling_cents;     /* PS_NO_NUMBER: none agreed */
  gint64 amount_cents;      /* realised or forecast; PS_NO_NUMBER: not known */
  int    under_bp;          /* bandwidth: the agreement's, or the region's where it gives none; never negative */
  int    over_bp;
  int    days;              /* the amount is of so many days: it is held against that part of the ceiling; 0: the whole year */
  int    days_in_year;
} PsCorridor;

typedef enum { PS_CORRIDOR_UNKNOWN, PS_CORRIDOR_UNDER, PS_CORRIDOR_WITHIN, PS_CORRIDOR_OVER } PsCorridorPosition;

PsCorridorPosition ps_corridor_position (const PsCorridor *corridor);
char              *ps_corridor_describe (const PsCorridor *corridor);
void               ps_corridor_draw     (cairo_t *cr, const PsCorridor *corridor, double width, double height,
                                         const PsChartStyle *style);

G_END_DECLS
