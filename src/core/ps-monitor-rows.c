/* ps-monitor-rows.c: tables and charts of a topic, made of figures that it can tell of any row and period
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-rows.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"

/* ---- tables */

static void
add_column (const PsMonitor *monitor, PsFigureTable *table, const PsMonitorColumn *column)
{
  const char *title = _ (column->title);
  g_autofree char *last_id = g_strconcat (column->id, "-last", NULL), *last_title = ps_monitor_title_of (monitor, PS_LAST, title);

  ps_figure_table_add_column (table, column->id, title, column->kind, column->total);
  if (column->beside == PS_WITH_LAST)
    ps_figure_table_add_column (table, last_id, last_title, column->kind, column->total);
}

/**
 * ps_monitor_table_new: a table without rows, behind those that the figures have.
 * @columns: those behind the first one; used again for its rows
 *
 * Returns: (transfer none)
 */
PsFigureTable *
ps_monitor_table_new (const PsMonitor *monitor, PsTopicFigures *figures, const char *id, const char *title,
                      const char *heading_id, const char *heading, const PsMonitorColumn *columns, guint n_columns)
{
  PsFigureTable *table = ps_figure_table_new (id, title);

  ps_figure_table_add_column (table, heading_id, heading, PS_VALUE_TEXT, FALSE);
  for (guint i = 0; i < n_columns; i++)
    add_column (monitor, table, &columns[i]);
  g_ptr_array_add (figures->tables, table);
  return table;
}

/**
 * ps_monitor_table_add: a row with all its figures; columns of words are left to the caller.
 *
 * Returns: (transfer none)
 */
PsFigureRow *
ps_monitor_table_add (PsFigureTable *table, const char *label, const PsMonitorColumn *columns, guint n_columns,
                      PsMonitorFigure figure, gconstpointer of, guint row)
{
  PsFigureRow *added = ps_figure_table_add_row (table);
  guint place = 1;

  ps_figure_row_set_text (added, 0, label);
  for (guint i = 0; i < n_columns; i++)
    {
      if (columns[i].kind == PS_VALUE_TEXT)
        {
          place++;
          continue;
        }
      ps_figure_row_set_number (added, place++, figure (of, row, columns[i].measure, PS_NOW));
      if (columns[i].beside == PS_WITH_LAST)
        ps_figure_row_set_number (added, place++, figure (of, row, columns[i].measure, PS_LAST));
    }
  return added;
}

PsFigureRow *
ps_monitor_table_add_total (PsFigureTable *table, const PsMonitorColumn *columns, guint n_columns, PsMonitorFigure figure,
                            gconstpointer of, guint row)
{
  PsFigureRow *total = ps_monitor_table_add (table, _("Total"), columns, n_columns, figure, of, row);

  total->is_total = TRUE;
  return total;
}

guint
ps_monitor_month_columns (const PsMonitor *monitor, int measure, PsValueKind kind, gboolean total, PsMonitorColumn *columns)
{
  static const char *const ids[] = { "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11", "m12" };
  guint n = 0;

  for (int month = 0; month < PS_WHOLE_PERIOD; month++)
    if (ps_period_month_days (&monitor->now, month) > 0)
      columns[n++] = (PsMonitorColumn){ ids[month], ps_format_month (month + 1), kind, total, PS_ONLY_NOW, measure + month };
  return n;
}

/**
 * ps_monitor_table_of_months: a row for each month of the period, and one for the whole of it (PS_WHOLE_PERIOD).
 *
 * Returns: (transfer none)
 */
PsFigureTable *
ps_monitor_table_of_months (const PsMonitor *monitor, PsTopicFigures *figures, const char *id, const char *title,
                            const PsMonitorColumn *columns, guint n_columns, PsMonitorFigure figure, gconstpointer of)
{
  PsFigureTable *table = ps_monitor_table_new (monitor, figures, id, title, "month", _("Month"), columns, n_columns);

  for (guint month = 0; month < PS_WHOLE_PERIOD; month++)
    if (ps_period_month_days (&monitor->now, month) > 0)
      ps_monitor_table_add (table, ps_format_month ((int) month + 1), columns, n_columns, figure, of, month);
  if (!ps_period_is_empty (&monitor->now))
    ps_monitor_table_add_total (table, columns, n_columns, figure, of, PS_WHOLE_PERIOD);
  return table;
}

/* ---- charts */

/**
 * ps_monitor_chart_new: a chart without categories, behind those that the figures have.
 *
 * Returns: (transfer none)
 */
PsSeriesSet *
ps_monitor_chart_new (PsTopicFigures *figures, PsShape shape, PsValueKind kind, const char *title, const char *heading,
                      const char *file_name)
{
  PsSeriesSet *set = ps_series_set_new (shape, kind, title, heading);

  g_free (set->file_name);
  set->file_name = g_strdup (file_name);
  set->zero_based = TRUE;
  g_ptr_array_add (figures->series, set);
  return set;
}

PsSeriesSet *
ps_monitor_chart_months (const PsMonitor *monitor, PsTopicFigures *figures, PsShape shape, PsValueKind kind, const char *title,
                         const char *file_name)
{
  PsSeriesSet *set = ps_monitor_chart_new (figures, shape, kind, title, _("Month"), file_name);

  ps_series_set_add_months (set, monitor->now.year);
  return set;
}

static PsSeries *
add_series (const PsMonitor *monitor, PsSeriesSet *set, PsSeriesRole role, const char *label, PsWhen when)
{
  g_autofree char *year = ps_monitor_year_label (monitor, when);

  return ps_series_set_add (set, role, label != NULL ? label : year);
}

void
ps_monitor_add_months (const PsMonitor *monitor, PsSeriesSet *set, PsSeriesRole role, const char *label, PsMonitorFigure figure,
                       gconstpointer of, int measure, PsWhen when)
{
  PsSeries *series = add_series (monitor, set, role, label, when);

  for (guint month = 0; month < PS_WHOLE_PERIOD; month++)
    if (ps_period_month_days (ps_monitor_period (monitor, when), month) > 0)
      series->values[month] = figure (of, month, measure, when);
}

void
ps_monitor_add_rows (const PsMonitor *monitor, PsSeriesSet *set, PsSeriesRole role, const char *label, PsMonitorFigure figure,
                     gconstpointer of, const guint *rows, int measure, PsWhen when)
{
  PsSeries *series = add_series (monitor, set, role, label, when);

  for (guint i = 0; i < set->categories->len; i++)
    series->values[i] = figure (of, rows != NULL ? rows[i] : i, measure, when);
}

void
ps_monitor_add_tile (PsTopicFigures *figures, const char *id, const char *label, PsValueKind kind, gint64 now, gint64 last,
                     const char *note)
{
  g_ptr_array_add (figures->tiles, ps_tile_new (id, label, kind, now, last, note));
}

GArray *
ps_monitor_rows_of (const PsTally *tally)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < tally->n_rows; row++)
    if (ps_tally_has (tally, row))
      g_array_append_val (rows, row);
  return rows;
}

/* ---- days */

void
ps_month_days_init (PsMonthDays *self, const PsPeriod *period)
{
  for (int month = 0; month < PS_WHOLE_PERIOD; month++)
    if (!ps_period_month (period, month, &self->from[month], &self->through[month]))
      self->through[month] = self->from[month] - 1;
  self->from[PS_WHOLE_PERIOD] = period->from;
  self->through[PS_WHOLE_PERIOD] = period->through;
}

void
ps_month_days_init_both (PsMonthDays days[PS_N_WHENS], const PsMonitor *monitor)
{
  for (PsWhen when = 0; when < PS_N_WHENS; when++)
    ps_month_days_init (&days[when], ps_monitor_period (monitor, when));
}

guint
ps_month_days_bits (const PsMonthDays *self, PsDate from, PsDate through)
{
  guint bits = 0;

  for (guint month = 0; month < PS_N_MONTH_ROWS; month++)
    if (ps_month_days_in (self, month, from, through) > 0)
      bits |= 1u << month;
  return bits;
}

int
ps_month_days_in (const PsMonthDays *self, guint month, PsDate from, PsDate through)
{
  return MAX (MIN (through, self->through[month]) - MAX (from, self->from[month]) + 1, 0);
}

int
ps_month_days_find (const PsMonthDays *self, PsDate day)
{
  if (day < self->from[PS_WHOLE_PERIOD] || day > self->through[PS_WHOLE_PERIOD])
    return -1;
  for (int month = 0; month < PS_WHOLE_PERIOD; month++)
    if (day <= self->through[month] && day >= self->from[month])
      return month;
  return -1;
}

int
ps_period_days (const PsPeriod *period)
{
  return ps_period_is_empty (period) ? 0 : period->through - period->from + 1;
}

int
ps_period_month_days (const PsPeriod *period, guint month)
{
  PsDate from, through;

  if (month == PS_WHOLE_PERIOD)
    return ps_period_days (period);
  return ps_period_month (period, (int) month, &from, &through) ? through - from + 1 : 0;
}
