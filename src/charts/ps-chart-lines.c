/* ps-chart-lines.c: series as lines: a corridor, what is agreed, last year, what was measured and what is expected
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-charts"

#include "ps-chart-series-layout.h"

static guint
last_known (const PsSeries *series, guint n)
{
  while (n > 0 && series->values[n - 1] == PS_NO_NUMBER)
    n--;
  return n;
}

/* What is expected goes on from what was measured last. */
static void
join_forecast (PsPen *pen, const PsSeriesFrame *frame, const PsSeriesLook *look)
{
  const PsSeries *measured = ps_series_set_find (frame->set, PS_ROLE_VALUE);
  guint end = measured != NULL ? last_known (measured, frame->set->categories->len) : 0;

  if (end == 0 || end >= frame->set->categories->len || look->series->values[end] == PS_NO_NUMBER
      || look->series->values[end - 1] != PS_NO_NUMBER)
    return;
  ps_pen_line (pen, look->swatch.colour, look->swatch.line, look->swatch.dash, ps_series_category_x (frame, end - 1),
               ps_series_up (frame, measured->values[end - 1]), ps_series_category_x (frame, end),
               ps_series_up (frame, look->series->values[end]));
}

/* From what lies deepest to what lies on top. */
static void
draw_role (PsPen *pen, const PsSeriesFrame *frame, PsSeriesRole role)
{
  for (guint i = frame->set->series->len; i-- > 0;)
    {
      const PsSeriesLook *look = &frame->looks[i];

      if (look->series->role != role)
        continue;
      if (role == PS_ROLE_FORECAST)
        join_forecast (pen, frame, look);
      ps_series_draw_line (pen, frame, i);
    }
}

static void
draw_lines (PsPen *pen, const PsSeriesFrame *frame)
{
  static const PsSeriesRole roles[] = { PS_ROLE_LAST, PS_ROLE_PART, PS_ROLE_FORECAST, PS_ROLE_LINE, PS_ROLE_VALUE };
  gboolean dense = frame->n_slots < frame->set->categories->len; /* lines that fill their plot hide what is below them */

  ps_series_draw_band (pen, frame, FALSE);
  if (!dense)
    ps_series_draw_rules (pen, frame);
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    draw_role (pen, frame, roles[i]);
  if (dense)
    ps_series_draw_rules (pen, frame);
}

static gboolean
find_point (const PsSeriesFrame *frame, guint series, guint category, double *x, double *y)
{
  gint64 value = ps_series_of (frame->set, series)->values[category];

  if (value == PS_NO_NUMBER)
    return FALSE;
  *x = ps_series_category_x (frame, category);
  *y = ps_series_up (frame, value);
  return TRUE;
}

const PsSeriesShape ps_series_lines_shape = {
  .least_slot = 1,
  .ends = TRUE,
  .draw = draw_lines,
  .point = find_point,
};
