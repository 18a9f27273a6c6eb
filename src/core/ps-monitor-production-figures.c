/* ps-monitor-production-figures.c: cost per municipality and product group as tiles, charts and tables
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib/gi18n-lib.h>

#include "ps-monitor-production.h"

/* What has room in a chart; the tables have all. Of more groups the smaller ones are one part together. */
#define MOST_MUNICIPALITIES 20
#define MOST_GROUPS 7

enum
{
  SHOW_COST,
  SHOW_DIFFERENCE, /* with last year */
  SHOW_SHARE       /* of all cost */
};

typedef struct
{
  const PsProduced *produced;
  const PsTally *tally;
} View;

static gint64
known (const PsProduced *self, const PsTally *tally, guint row, PsWhen when)
{
  return ps_monitor_known (self->monitor, self->months, when, ps_tally_get (tally, row, 0, when));
}

static gint64
show (gconstpointer of, guint row, int measure, PsWhen when)
{
  const View *view = of;
  gint64 now = known (view->produced, view->tally, row, PS_NOW), last = known (view->produced, view->tally, row, PS_LAST);

  if (measure == SHOW_SHARE)
    return ps_part_bp (ps_tally_get (view->tally, row, 0, when), ps_tally_get (view->produced->months, PS_WHOLE_PERIOD, 0, when));
  if (measure == SHOW_DIFFERENCE)
    return now == PS_NO_NUMBER || last == PS_NO_NUMBER ? PS_NO_NUMBER : now - last;
  return when == PS_NOW ? now : last;
}

static const PsMonitorColumn columns[] = {
  { "cost", N_("Cost"), PS_VALUE_MONEY, TRUE, PS_WITH_LAST, SHOW_COST },
  { "difference", N_("Difference"), PS_VALUE_MONEY, TRUE, PS_ONLY_NOW, SHOW_DIFFERENCE },
  { "share", N_("Share"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, SHOW_SHARE },
};

/* What a table and a chart have rows for. */
typedef struct
{
  const char *id;
  const char *heading_id;
  const char *heading;
  const char *title;
  char *(*label) (const PsRegion *region, guint row);
} Rows;

static const Rows by_municipality = { "production-by-municipality", "municipality", N_("Municipality"),
                                      N_("Cost by municipality"), ps_monitor_municipality_label };
static const Rows by_group = { "production-by-group", "group", N_("Product group"), N_("Cost by product group"),
                               ps_monitor_group_label };
static const Rows by_segment = { "production-by-segment", "segment", N_("Segment"), N_("Cost by segment"),
                                 ps_monitor_segment_label };

/* ---- tables */

static void
add_table (const PsProduced *self, PsTopicFigures *figures, const Rows *rows, const PsTally *tally)
{
  View view = { self, tally }, whole = { self, self->months };
  PsFigureTable *table = ps_monitor_table_new (self->monitor, figures, rows->id, _ (rows->title), rows->heading_id,
                                               _ (rows->heading), columns, G_N_ELEMENTS (columns));

  for (guint row = 0; row < tally->n_rows; row++)
    {
      g_autofree char *label = NULL;

      if (!ps_tally_has (tally, row))
        continue;
      label = rows->label (self->monitor->region, row);
      ps_monitor_table_add (table, label, columns, G_N_ELEMENTS (columns), show, &view, row);
    }
  if (table->rows->len > 0)
    ps_monitor_table_add_total (table, columns, G_N_ELEMENTS (columns), show, &whole, PS_WHOLE_PERIOD);
}

/* The first column is the municipality, then a column for each group (ids "group-AMB1"), then all of them, and last year's. */
static PsFigureTable *
new_matrix (const PsProduced *self, const GArray *groups)
{
  const PsRegion *region = self->monitor->region;
  PsFigureTable *table = ps_figure_table_new ("production", _("Cost by municipality and product group"));

  ps_figure_table_add_column (table, "municipality", _("Municipality"), PS_VALUE_TEXT, FALSE);
  for (guint i = 0; i < groups->len; i++)
    {
      guint group = g_array_index (groups, guint, i);
      g_autofree char *id = g_strconcat ("group-", ps_region_group (region, group)->code, NULL);
      g_autofree char *label = ps_monitor_group_label (region, group);

      ps_figure_table_add_column (table, id, label, PS_VALUE_MONEY, TRUE);
    }
  ps_monitor_add_pair (self->monitor, table, "total", _("Total"), PS_VALUE_MONEY, TRUE);
  return table;
}

static void
fill_matrix_row (const PsProduced *self, const GArray *groups, guint municipality, PsFigureRow *row)
{
  g_autofree char *label = ps_monitor_municipality_label (self->monitor->region, municipality);

  ps_figure_row_set_text (row, 0, label);
  for (guint i = 0; i < groups->len; i++)
    ps_figure_row_set_number (
        row, i + 1, known (self, self->cells, ps_produced_cell (self, municipality, g_array_index (groups, guint, i)), PS_NOW));
  ps_monitor_set_pair (row, groups->len + 1, known (self, self->municipalities, municipality, PS_NOW),
                       known (self, self->municipalities, municipality, PS_LAST));
}

static void
fill_matrix_total (const PsProduced *self, const GArray *groups, PsFigureRow *row)
{
  row->is_total = TRUE;
  ps_figure_row_set_text (row, 0, _("Total"));
  for (guint i = 0; i < groups->len; i++)
    ps_figure_row_set_number (row, i + 1, known (self, self->groups, g_array_index (groups, guint, i), PS_NOW));
  ps_monitor_set_pair (row, groups->len + 1, known (self, self->months, PS_WHOLE_PERIOD, PS_NOW),
                       known (self, self->months, PS_WHOLE_PERIOD, PS_LAST));
}

static void
add_matrix (const PsProduced *self, PsTopicFigures *figures)
{
  g_autoptr (GArray) groups = ps_tally_rows (self->groups, 0, 0);
  PsFigureTable *table = new_matrix (self, groups);

  for (guint municipality = 0; municipality < self->municipalities->n_rows; municipality++)
    if (ps_tally_has (self->municipalities, municipality))
      fill_matrix_row (self, groups, municipality, ps_figure_table_add_row (table));
  if (table->rows->len > 0)
    fill_matrix_total (self, groups, ps_figure_table_add_row (table));
  g_ptr_array_add (figures->tables, table);
}

/* ---- charts */

static void
add_categories (const PsProduced *self, PsSeriesSet *set, const Rows *rows, const GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *label = rows->label (self->monitor->region, g_array_index (places, guint, i));

      ps_series_set_add_category (set, label, NULL);
    }
}

static void
add_group_part (const PsProduced *self, PsSeriesSet *set, const GArray *municipalities, guint group)
{
  g_autofree char *label = ps_monitor_group_label (self->monitor->region, group);
  gint64 *values = ps_series_set_add (set, PS_ROLE_PART, label)->values;

  for (guint i = 0; i < municipalities->len; i++)
    values[i] = known (self, self->cells, ps_produced_cell (self, g_array_index (municipalities, guint, i), group), PS_NOW);
}

/* What a municipality's total is beside the groups that have a part of their own. */
static void
add_others_part (const PsProduced *self, PsSeriesSet *set, const GArray *municipalities)
{
  gint64 *values = ps_series_set_add (set, PS_ROLE_PART, _("Other groups"))->values;

  for (guint i = 0; i < municipalities->len; i++)
    {
      values[i] = known (self, self->municipalities, g_array_index (municipalities, guint, i), PS_NOW);
      for (guint part = 0; part + 1 < set->series->len && values[i] != PS_NO_NUMBER; part++)
        values[i] -= ((const PsSeries *) set->series->pdata[part])->values[i];
    }
}

static void
add_stack (const PsProduced *self, PsTopicFigures *figures)
{
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_ROWS, PS_VALUE_MONEY, _("Cost by municipality and product group"),
                                           _("Municipality"), "production");
  g_autoptr (GArray) municipalities = ps_tally_rows (self->municipalities, 0, MOST_MUNICIPALITIES);
  g_autoptr (GArray) all = ps_tally_rows (self->groups, 0, 0);
  g_autoptr (GArray) groups = ps_tally_rows (self->groups, 0, all->len > MOST_GROUPS + 1 ? MOST_GROUPS : 0);

  add_categories (self, set, &by_municipality, municipalities);
  for (guint i = 0; i < groups->len; i++)
    add_group_part (self, set, municipalities, g_array_index (groups, guint, i));
  if (groups->len < all->len)
    add_others_part (self, set, municipalities);
  ps_tally_note_rows (self->municipalities, 0, municipalities, set);
}

static void
add_chart (const PsProduced *self, PsTopicFigures *figures, const Rows *rows, const PsTally *tally)
{
  View view = { self, tally };
  g_autoptr (GArray) places = ps_tally_rows (tally, 0, MOST_MUNICIPALITIES);
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_ROWS, PS_VALUE_MONEY, _ (rows->title), _ (rows->heading), rows->id);

  add_categories (self, set, rows, places);
  ps_tally_note_rows (tally, 0, places, set);
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_VALUE, NULL, show, &view, (const guint *) places->data, SHOW_COST, PS_NOW);
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_LAST, NULL, show, &view, (const guint *) places->data, SHOW_COST, PS_LAST);
}

static void
add_months_chart (const PsProduced *self, PsTopicFigures *figures)
{
  View view = { self, self->months };
  PsSeriesSet *set = ps_monitor_chart_months (self->monitor, figures, PS_SHAPE_BARS, PS_VALUE_MONEY, _("Cost per month"),
                                              "production-by-month");

  ps_monitor_add_months (self->monitor, set, PS_ROLE_VALUE, NULL, show, &view, SHOW_COST, PS_NOW);
  ps_monitor_add_months (self->monitor, set, PS_ROLE_LAST, NULL, show, &view, SHOW_COST, PS_LAST);
}

/* ---- */

static void
add_tiles (const PsProduced *self, PsTopicFigures *figures)
{
  gint64 now = known (self, self->months, PS_WHOLE_PERIOD, PS_NOW), last = known (self, self->months, PS_WHOLE_PERIOD, PS_LAST);

  ps_monitor_add_tile (figures, "cost", _("Cost"), PS_VALUE_MONEY, now, last, NULL);
  if (now != PS_NO_NUMBER && last != PS_NO_NUMBER)
    ps_monitor_add_tile (figures, "growth", _("Change since last year"), PS_VALUE_SHARE, ps_part_bp (now - last, last),
                         PS_NO_NUMBER, NULL);
}

gboolean
ps_produced_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error)
{
  const PsProduced *self = state;

  add_tiles (self, figures);
  add_stack (self, figures);
  add_chart (self, figures, &by_municipality, self->municipalities);
  add_chart (self, figures, &by_group, self->groups);
  add_chart (self, figures, &by_segment, self->segments);
  add_months_chart (self, figures);
  add_matrix (self, figures);
  add_table (self, figures, &by_municipality, self->municipalities);
  add_table (self, figures, &by_group, self->groups);
  add_table (self, figures, &by_segment, self->segments);
  ps_monitor_table_of_months (monitor, figures, "production-by-month", _("Cost by month"), columns, G_N_ELEMENTS (columns), show,
                              &(View){ self, self->months });
  return ps_tally_fits (self->months, error);
}
