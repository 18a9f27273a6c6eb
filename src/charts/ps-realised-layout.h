/* ps-realised-layout.h: where everything of the chart of realised against ceiling lies
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-axis.h"
#include "ps-chart-pen.h"
#include "ps-chart-realised.h"

G_BEGIN_DECLS

/* A label to the right of the plot, beside the end of what it names */
typedef struct
{
  char      *text;
  PsTextKind kind;
  PsColour   colour;
  double     at;            /* height of what it names */
  double     width;
  double     top;
} PsEndLabel;

typedef struct
{
  const PsRealisedChart *chart;
  PsBox   plot;
  PsAxis  axis;             /* upwards */
  GArray *end_labels;       /* PsEndLabel */
  double  line_height;      /* of ordinary text */
  int     month_stride;     /* every how many months one is named */
} PsRealisedLayout;

void   ps_realised_layout_init   (PsRealisedLayout *layout, PsPen *pen, const PsRealisedChart *chart, double width, double height);
void   ps_realised_layout_clear  (PsRealisedLayout *layout);
double ps_realised_layout_day    (const PsRealisedLayout *layout, PsDate date);
double ps_realised_layout_month  (const PsRealisedLayout *layout, int month);
double ps_realised_layout_amount (const PsRealisedLayout *layout, gint64 cents);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsRealisedLayout, ps_realised_layout_clear)

G_END_DECLS
