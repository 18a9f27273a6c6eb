/* ps-monitor-rows.h: tables and charts of a topic, made of figures that it can tell of any row and period
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-monitor-tally.h"

G_BEGIN_DECLS

/* The row of a whole period, behind its months (0 to 11). */
#define PS_WHOLE_PERIOD 12
#define PS_N_MONTH_ROWS 13

/* One figure of a topic; `of`: what the rows are is up to the topic. PS_NO_NUMBER: not known. */
typedef gint64 (*PsMonitorFigure) (gconstpointer of, guint row, int measure, PsWhen when);

typedef enum
{
  PS_ONLY_NOW,
  PS_WITH_LAST,                    /* last year's in a column behind it: "clients" and "clients-last" */
} PsBeside;

typedef struct
{
  const char *id;
  const char *title;               /* N_() */
  PsValueKind kind;
  gboolean    total;
  PsBeside    beside;
  int         measure;             /* of PS_VALUE_TEXT: nothing, the words are set afterwards */
} PsMonitorColumn;

/* A table that the figures own; its first column is words. */
PsFigureTable *ps_monitor_table_new  (const PsMonitor *monitor, PsTopicFigures *figures, const char *id, const char *title,
                                      const char *heading_id, const char *heading, const PsMonitorColumn *columns, guint n_columns);
PsFigureRow   *ps_monitor_table_add  (PsFigureTable *table, const char *label, const PsMonitorColumn *columns, guint n_columns,
                                      PsMonitorFigure figure, gconstpointer of, guint row);
PsFigureRow   *ps_monitor_table_add_total (PsFigureTable *table, const PsMonitorColumn *columns, guint n_columns, PsMonitorFigure figure,
                                           gconstpointer of, guint row);
/* A column for each month of the period, "m1" to "m12", its measure + the month; how many: at most PS_WHOLE_PERIOD. */
guint          ps_monitor_month_columns (const PsMonitor *monitor, int measure, PsValueKind kind, gboolean total, PsMonitorColumn *columns);
/* The months of the period, and the whole of it as a total. */
PsFigureTable *ps_monitor_table_of_months (const PsMonitor *monitor, PsTopicFigures *figures, const char *id, const char *title,
                                           const PsMonitorColumn *columns, guint n_columns, PsMonitorFigure figure, gconstpointer of);

/* A chart that the figures own. */
PsSeriesSet *ps_monitor_chart_new    (PsTopicFigures *figures, PsShape shape, PsValueKind kind, const char *title, const char *heading,
                                      const char *file_name);
PsSeriesSet *ps_monitor_chart_months (const PsMonitor *monitor, PsTopicFigures *figures, PsShape shape, PsValueKind kind, const char *title,
                                      const char *file_name);
/* A series over the months; those outside the period are not known. label NULL: the year. */
void         ps_monitor_add_months   (const PsMonitor *monitor, PsSeriesSet *set, PsSeriesRole role, const char *label, PsMonitorFigure figure,
                                      gconstpointer of, int measure, PsWhen when);
/* A series over any categories: of rows[0 .. n - 1], or of 0 to n - 1 where `rows` is NULL. */
void         ps_monitor_add_rows     (const PsMonitor *monitor, PsSeriesSet *set, PsSeriesRole role, const char *label, PsMonitorFigure figure,
                                      gconstpointer of, const guint *rows, int measure, PsWhen when);
void         ps_monitor_add_tile     (PsTopicFigures *figures, const char *id, const char *label, PsValueKind kind, gint64 now, gint64 last,
                                      const char *note);

/* First and last day of each month of a period and of all of it (PS_WHOLE_PERIOD), cut by it; from after through: outside. */
typedef struct { PsDate from[PS_N_MONTH_ROWS]; PsDate through[PS_N_MONTH_ROWS]; } PsMonthDays;
void         ps_month_days_init      (PsMonthDays *self, const PsPeriod *period);
void         ps_month_days_init_both (PsMonthDays days[PS_N_WHENS], const PsMonitor *monitor);
/* Days that from … through has in common with a month. */
int          ps_month_days_in        (const PsMonthDays *self, guint month, PsDate from, PsDate through);
/* The months, and the whole period, that from … through has a day in: a bit each, of the place of its row. */
guint        ps_month_days_bits      (const PsMonthDays *self, PsDate from, PsDate through);
/* Which month (0 to 11) of the period a day is in; -1: outside. */
int          ps_month_days_find      (const PsMonthDays *self, PsDate day);
int          ps_period_days          (const PsPeriod *period);    /* 0: empty */
/* The rows of a tally that have anything at all, in their order. Of guint. */
GArray      *ps_monitor_rows_of      (const PsTally *tally);
/* Days of a month of the period, or of all of it (PS_WHOLE_PERIOD); 0: outside. */
int          ps_period_month_days    (const PsPeriod *period, guint month);

G_END_DECLS
