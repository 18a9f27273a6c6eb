/* ps-chart.h: what all charts have: drawing, points to visit, the same figures as a table and as a sentence
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart-labels.h"
#include "ps-chart-style.h"
#include "core/ps-number.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A part of a chart that has something to tell: under the pointer, or visited by keyboard in the order in which they are listed.
 * Spots lie within the chart and not over each other. */
typedef struct
{
  PsBox  area;
  double at_x;              /* the point itself, e.g. the end of a bar: where a bubble with the value points to */
  double at_y;
  gboolean ringed;          /* a point on a line, which gets a ring when it is visited */
  char  *title;             /* "May 2024" */
  char  *value;             /* one or more lines */
} PsChartSpot;

PsChartSpot *ps_chart_spot_new  (const PsBox *area, double at_x, double at_y, const char *title, const char *value);
void         ps_chart_spot_free (PsChartSpot *spot);
int          ps_chart_spot_at   (GPtrArray *spots, double x, double y);
void         ps_chart_spot_draw (cairo_t *cr, const PsChartSpot *spot, const PsChartStyle *style);

/* The figures of a chart, row by row; each cell is text, or an amount with its text. */
typedef struct
{
  guint      n_columns;
  GPtrArray *headings;      /* char *, one a column */
  GPtrArray *texts;         /* char *, row after row */
  GArray    *amounts;       /* gint64 in cents, one a text; PS_NO_NUMBER: the cell is only text */
} PsChartTable;

PsChartTable *ps_chart_table_new        (const char *first_heading, ...) G_GNUC_NULL_TERMINATED;
void          ps_chart_table_free       (PsChartTable *table);
void          ps_chart_table_add_text   (PsChartTable *table, const char *text);
void          ps_chart_table_add_amount (PsChartTable *table, gint64 cents);
guint         ps_chart_table_n_rows     (const PsChartTable *table);
const char   *ps_chart_table_text       (const PsChartTable *table, guint row, guint column);
gint64        ps_chart_table_amount     (const PsChartTable *table, guint row, guint column);
char         *ps_chart_table_to_csv     (const PsChartTable *table);

/* A sort of chart: what a widget or an export needs to show any of them. `chart` is the data of that sort. */
typedef struct
{
  const char   *file_name;  /* for an export, without an extension */
  char         *(*title)          (gconstpointer chart);
  void          (*draw)           (cairo_t *cr, gconstpointer chart, double width, double height, const PsChartStyle *style);
  double        (*natural_height) (gconstpointer chart, double width, const PsChartStyle *style);
  GPtrArray    *(*spots)          (gconstpointer chart, double width, double height, const PsChartStyle *style);
  PsChartTable *(*table)          (gconstpointer chart);
  char         *(*describe)       (gconstpointer chart);
} PsChartKind;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsChartSpot, ps_chart_spot_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsChartTable, ps_chart_table_free)

G_END_DECLS
