/* chart-texts.h: the words that a chart wrote, and where: recorded as Pango draws them
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A program that uses this is linked with --wrap=pango_cairo_show_layout.
 */
#pragma once

#include "chart-canvas.h"

typedef struct
{
  PsBox ink;              /* what its letters cover, in units */
  char *text;             /* in full, even where it was cut */
  gboolean cut;           /* with an ellipsis */
} CanvasText;

GPtrArray        *texts_of_chart        (const PsChartKind *kind, gconstpointer chart, double width, double height,
                                         const PsChartStyle *style);
const CanvasText *texts_find            (GPtrArray *texts, const char *text);    /* the first; NULL: it is not there */
void              texts_assert_apart    (GPtrArray *texts);
void              texts_assert_within   (GPtrArray *texts, double width, double height);
