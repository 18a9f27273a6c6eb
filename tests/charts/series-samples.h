/* series-samples.h: series to draw, ordinary ones and all that are out of the ordinary
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "charts/ps-chart-series.h"

/* All that a shape can show, over the months of 2024. */
PsSeriesSet *sample_months     (PsShape shape);
PsSeriesSet *sample_categories (PsShape shape, PsValueKind kind, guint n);    /* "c0", "c1", ...; no series yet */
PsSeries    *sample_add        (PsSeriesSet *set, PsSeriesRole role, const char *label, const gint64 *values);

typedef enum
{
  ODD_EMPTY,               /* no category, no series */
  ODD_NO_SERIES,
  ODD_UNKNOWN,             /* every value is PS_NO_NUMBER */
  ODD_ONE_POINT,
  ODD_ONE_KNOWN,           /* of twelve */
  ODD_ZERO,
  ODD_NEGATIVE,
  ODD_MIXED,               /* above and below 0, with gaps */
  ODD_OUTLIER,
  ODD_MANY,                /* 5.000 */
  ODD_EQUAL,
  ODD_LARGEST,             /* as 64 bits hold them */
  ODD_NAMES,               /* empty, very long, from right to left, of two lines */
  ODD_PARTS,               /* twelve of them */
  N_ODD
} Odd;

PsSeriesSet *sample_odd        (PsShape shape, PsValueKind kind, Odd odd);
