/* ps-chart-waterfall.h: from gross production to balance, step by step (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Lying down: a row a step, with its label, its amount and its bar. A total's bar starts where the axis starts, a change's where
 * the bar before it ended; what was paid stands beside what is payable, and the balance is the gap between the two.
 */
#pragma once

#include "ps-chart.h"
#include "core/ps-steps.h"

G_BEGIN_DECLS

typedef enum { PS_WATERFALL_TOTAL, PS_WATERFALL_CHANGE, PS_WATERFALL_PAID, PS_WATERFALL_BALANCE } PsWaterfallKind;

typedef struct
{
  PsWaterfallKind kind;
  char           *label;
  char           *note;            /* how it came about; NULL: the label says it all */
  gint64          amount_cents;    /* as shown: a deduction negative, what was paid negative, the balance payable + paid */
} PsWaterfallStep;

typedef struct
{
  GArray *steps;                   /* PsWaterfallStep */
  gint64  ceiling_cents;           /* PS_NO_NUMBER: not drawn */
  char   *title;                   /* NULL: "From gross production to balance" */
  GArray *beside;                  /* PsWaterfallStep of the one whose axis it shares; NULL: it has its own */
  gint64  least_cents;             /* where there is one: the range that the axis of both reaches */
  gint64  most_cents;
} PsWaterfallChart;

extern const PsChartKind ps_chart_waterfall_kind;

PsWaterfallChart *ps_waterfall_chart_new      (gint64 ceiling_cents);
PsWaterfallChart *ps_waterfall_from_figures   (GArray *figures, gint64 ceiling_cents);
void              ps_waterfall_chart_add      (PsWaterfallChart *chart, PsWaterfallKind kind, const char *label, const char *note,
                                               gint64 amount_cents);
/* To stand beside each other: an amount is as long in the one as in the other, where both are drawn as wide. Their steps must be there. */
void              ps_waterfall_share_axis     (PsWaterfallChart *a, PsWaterfallChart *b);
void              ps_waterfall_chart_free     (PsWaterfallChart *chart);

void          ps_chart_waterfall_draw           (cairo_t *cr, gconstpointer chart, double width, double height,
                                                 const PsChartStyle *style);
double        ps_chart_waterfall_natural_height (gconstpointer chart, double width, const PsChartStyle *style);
GPtrArray    *ps_chart_waterfall_spots          (gconstpointer chart, double width, double height, const PsChartStyle *style);
PsChartTable *ps_chart_waterfall_table          (gconstpointer chart);
char         *ps_chart_waterfall_describe       (gconstpointer chart);
char         *ps_chart_waterfall_title          (gconstpointer chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsWaterfallChart, ps_waterfall_chart_free)

G_END_DECLS
