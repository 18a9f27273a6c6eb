/* ps-chart.h: what all charts have: drawing, points to visit, the same figures as a table and as a sentence
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-chart-labels.h"
#include "ps-chart-style.h"
#include "core/ps-value.h"

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
  GArray *parts;            /* PsChartPart: what is told apart within it, walked up and down; NULL: nothing is */
} PsChartSpot;

/* One series of a category. All spots of a chart have as many, in the same order. */
typedef struct
{
  double  at_x;
  double  at_y;
  char   *value;            /* "realised: € 1.234,56" */
} PsChartPart;

PsChartSpot *ps_chart_spot_new  (const PsBox *area, double at_x, double at_y, const char *title, const char *value);
void         ps_chart_spot_free (PsChartSpot *spot);
int          ps_chart_spot_at   (GPtrArray *spots, double x, double y);
void         ps_chart_spot_add_part (PsChartSpot *spot, double at_x, double at_y, const char *value);
const PsChartPart *ps_chart_spot_part (const PsChartSpot *spot, int part);   /* NULL: there is no such part */
void         ps_chart_spot_draw (cairo_t *cr, const PsChartSpot *spot, const PsChartStyle *style);
void         ps_chart_spot_draw_part (cairo_t *cr, const PsChartSpot *spot, int part, const PsChartStyle *style);

/* The figures of a chart, row by row; each cell is text, or a figure with its text. */
typedef struct
{
  guint      n_columns;
  GPtrArray *headings;      /* char *, one a column */
  GPtrArray *texts;         /* char *, row after row */
  GArray    *amounts;       /* gint64, one a text, in what `kinds` says; PS_NO_NUMBER: the cell is only text */
  GArray    *kinds;         /* PsValueKind, one a text */
} PsChartTable;

PsChartTable *ps_chart_table_new        (const char *first_heading, ...) G_GNUC_NULL_TERMINATED;
void          ps_chart_table_free       (PsChartTable *table);
void          ps_chart_table_add_text   (PsChartTable *table, const char *text);
void          ps_chart_table_add_amount (PsChartTable *table, gint64 cents);
void          ps_chart_table_add_value  (PsChartTable *table, PsValueKind kind, gint64 value);
void          ps_chart_table_add_heading (PsChartTable *table, const char *heading);   /* before any row */
PsValueKind   ps_chart_table_column_kind (const PsChartTable *table, guint column);    /* PS_VALUE_TEXT: no figures */
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
