/* ps-chart-years-layout.h: where everything of the chart of a provider's years lies
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-axis.h"
#include "ps-chart-pen.h"
#include "ps-chart-years.h"

G_BEGIN_DECLS

/* What one year takes: its bars beside each other, and its words below. */
typedef struct
{
  PsBox    column;                 /* from the top of the plot to below the words */
  PsBox    gross;
  PsBox    payable;
  char    *year;                   /* NULL: left out, there is no room; as the next */
  char    *balance;
  double   balance_x;              /* its left */
  guint    balance_row;            /* 0 or 1: set apart where they do not fit beside each other */
} PsYearColumn;

typedef enum { PS_YEARS_GROSS, PS_YEARS_PAYABLE, PS_YEARS_CEILING, PS_YEARS_OPEN } PsYearsMark;

typedef struct
{
  PsYearsMark mark;
  const char *text;                /* borrowed, translated */
  double      x;
  double      y;
} PsYearsLegend;

typedef struct
{
  const PsYearsChart *chart;
  GArray *columns;                 /* PsYearColumn */
  GArray *legend;                  /* PsYearsLegend */
  PsAxis  axis;                    /* upwards */
  PsBox   plot;
  double  years_y;
  double  balances_y;
  double  words_bottom;
  double  line_height;
  double  bar_width;
} PsYearsLayout;

double ps_years_layout_fixed_height (PsPen *pen, const PsYearsChart *chart, double width);
void   ps_years_layout_init         (PsYearsLayout *layout, PsPen *pen, const PsYearsChart *chart, double width, double height);
void   ps_years_layout_clear        (PsYearsLayout *layout);
const PsYearBar *ps_years_bar       (const PsYearsChart *chart, guint place);

/* ps-chart-years-words.c */
char         *ps_chart_years_title    (gconstpointer chart);
char         *ps_chart_years_value    (const PsYearBar *bar);
PsChartTable *ps_chart_years_table    (gconstpointer chart);
char         *ps_chart_years_describe (gconstpointer chart);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PsYearsLayout, ps_years_layout_clear)

G_END_DECLS
