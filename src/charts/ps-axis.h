/* ps-axis.h: an axis of euros: round amounts, evenly spaced
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "core/ps-number.h"

G_BEGIN_DECLS

/* From the amounts low to high, drawn from at_low to at_high. */
typedef struct
{
  gint64  low_cents;
  gint64  high_cents;
  gint64  step_cents;
  double  at_low;
  double  at_high;
  GArray *ticks;            /* gint64, ascending */
} PsAxis;

GArray *ps_axis_ticks  (gint64 low_cents, gint64 high_cents, guint most, gint64 *step_cents);
void    ps_axis_init   (PsAxis *axis, gint64 low_cents, gint64 high_cents, guint most);
void    ps_axis_init_round (PsAxis *axis, gint64 low_cents, gint64 high_cents, guint most);
void    ps_axis_clear  (PsAxis *axis);
double  ps_axis_at     (const PsAxis *axis, gint64 cents);
char   *ps_axis_label  (const PsAxis *axis, gint64 cents);

G_END_DECLS
