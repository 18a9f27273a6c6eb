/* ps-axis.h: an axis of figures of any kind: round numbers, evenly spaced
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-value.h"

G_BEGIN_DECLS

/* From the figures low to high, in what their kind counts (cents, thousandths of a place, ...), drawn from at_low to at_high. */
typedef struct
{
  PsValueKind kind;         /* money, where nothing else is asked for */
  gint64      low;
  gint64      high;
  gint64      step;
  double      at_low;
  double      at_high;
  GArray     *ticks;        /* gint64, ascending */
} PsAxis;

GArray *ps_axis_ticks  (gint64 low, gint64 high, guint most, gint64 *step);
void    ps_axis_init   (PsAxis *axis, gint64 low, gint64 high, guint most);
void    ps_axis_init_round (PsAxis *axis, gint64 low, gint64 high, guint most);
void    ps_axis_init_values (PsAxis *axis, PsValueKind kind, gint64 low, gint64 high, guint most);
void    ps_axis_tighten (PsAxis *axis, gint64 low, gint64 high);
void    ps_axis_clear  (PsAxis *axis);
double  ps_axis_at     (const PsAxis *axis, gint64 value);
char   *ps_axis_label  (const PsAxis *axis, gint64 value);

G_END_DECLS
