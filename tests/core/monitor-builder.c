/* monitor-builder.c: a topic of the monitor over a test region, and its figures one by one
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "monitor-builder.h"

#include "region-rows.h"

static guint
find_segment (const PsRegion *region, const char *code)
{
  for (guint i = 0; i < region->segments->len; i++)
    if (g_str_equal (ps_region_segment (region, i)->code, code))
      return i;
  g_error ("no segment %s", code);
}

typedef guint (*Find) (const PsRegion *region, const char *code);

static guint
find_filter (const PsRegion *region, Row row, const char *name, Find find)
{
  const char *code = row_option (row, name, NULL);
  guint place = code == NULL ? PS_NONE : find (region, code);

  g_assert_true (code == NULL || place != PS_NONE);
  return place;
}

static PsMonitorQuery
read_query (const PsRegion *region, Row row)
{
  PsMonitorQuery query = { .year = (int) test_number (row_word (row, 0), 0) };

  query.from = row_date (row_option (row, "from", NULL), ps_date_year_start (query.year));
  query.through = row_date (row_option (row, "through", NULL), ps_date_year_end (query.year));
  query.known_through = row_date (row_option (row, "known", NULL), ps_date_year_end (query.year));
  query.provider = find_filter (region, row, "provider", ps_region_find_provider);
  query.municipality = find_filter (region, row, "municipality", ps_region_find_municipality);
  query.segment = find_filter (region, row, "segment", find_segment);
  query.group = find_filter (region, row, "group", ps_region_find_group);
  query.product = find_filter (region, row, "product", ps_region_find_product);
  return query;
}

/* Fed as by threads: a monitor for each provider. */
PsMonitor *
test_monitor (TestRegion *given, const char *query_text, PsTopic topic)
{
  g_auto (GStrv) row = g_strsplit (query_text, " ", -1);
  PsMonitorQuery query = read_query (given->region, row);
  PsMonitor *all = ps_monitor_new (given->region, &query, 1u << topic);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < given->region->providers->len; i++)
    {
      g_autoptr (PsMonitor) one = ps_monitor_new (given->region, &query, 1u << topic);
      g_autoptr (PsProduction) production = test_region_production (given, ps_region_provider (given->region, i)->agb);

      g_assert_true (ps_monitor_add (one, production, production, &error));
      g_assert_no_error (error);
      ps_monitor_merge (all, one);
    }
  g_assert_true (ps_monitor_finish (all, &error));
  g_assert_no_error (error);
  return all;
}

void
test_monitor_provider (TestRegion *given, const char *agb, PsProviderKind kind, gboolean contracted)
{
  PsProvider *provider = &g_array_index (given->region->providers, PsProvider, ps_region_find_provider (given->region, agb));

  provider->kind = kind;
  provider->contracted = contracted;
}

static const PsFigureTable *
find_table (const PsMonitor *monitor, PsTopic topic, const char *id)
{
  const GPtrArray *tables = ps_monitor_get (monitor, topic)->tables;

  for (guint i = 0; i < tables->len; i++)
    if (g_str_equal (((const PsFigureTable *) tables->pdata[i])->id, id))
      return tables->pdata[i];
  g_error ("no table %s", id);
}

static guint
find_column (const PsFigureTable *table, const char *id)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (((const PsFigureColumn *) table->columns->pdata[i])->id, id))
      return i;
  g_error ("no column %s in %s", id, table->id);
}

gboolean
test_monitor_has_row (const PsMonitor *monitor, PsTopic topic, const char *table, const char *row)
{
  return ps_figure_table_find (find_table (monitor, topic, table), 0, row) != NULL;
}

gint64
test_monitor_cell (const PsMonitor *monitor, PsTopic topic, const char *table_id, const char *row, const char *column)
{
  const PsFigureTable *table = find_table (monitor, topic, table_id);
  const PsFigureRow *found = ps_figure_table_find (table, 0, row);

  if (found == NULL)
    g_error ("no row %s in %s", row, table_id);
  return found->numbers[find_column (table, column)];
}

void
test_monitor_cells (const PsMonitor *monitor, PsTopic topic, const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      if (words[0] == NULL)
        continue;
      g_test_message ("  %s", lines[i]);
      g_strdelimit (words[1], "_", ' ');
      g_assert_cmpint (test_monitor_cell (monitor, topic, words[0], words[1], words[2]), ==,
                       g_str_equal (words[3], "-") ? PS_NO_NUMBER : g_ascii_strtoll (words[3], NULL, 10));
    }
}

gint64
test_monitor_tile (const PsMonitor *monitor, PsTopic topic, const char *id, gboolean last)
{
  const GPtrArray *tiles = ps_monitor_get (monitor, topic)->tiles;

  for (guint i = 0; i < tiles->len; i++)
    {
      const PsTile *tile = tiles->pdata[i];

      if (g_str_equal (tile->id, id))
        return last ? tile->last : tile->value;
    }
  g_error ("no tile %s", id);
}

gint64
test_monitor_value (const PsMonitor *monitor, PsTopic topic, const char *chart, guint series, const char *category)
{
  const GPtrArray *sets = ps_monitor_get (monitor, topic)->series;

  for (guint i = 0; i < sets->len; i++)
    {
      const PsSeriesSet *set = sets->pdata[i];
      guint place;

      if (g_str_equal (set->file_name, chart)
          && g_ptr_array_find_with_equal_func (set->categories, category, g_str_equal, &place))
        return ((const PsSeries *) set->series->pdata[series])->values[place];
    }
  g_error ("no %s in %s", category, chart);
}

/* ---- what holds of any topic */

/* Of the columns that can be added up. */
static void
check_total (const PsFigureTable *table, guint column)
{
  gint64 sum = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const PsFigureRow *row = table->rows->pdata[i];

      if (row->is_total)
        g_assert_cmpint (row->numbers[column], ==, row->numbers[column] == PS_NO_NUMBER ? PS_NO_NUMBER : sum);
      else if (row->numbers[column] != PS_NO_NUMBER)
        sum += row->numbers[column];
    }
}

static gboolean
has_number (const GPtrArray *tables, gint64 number)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const PsFigureTable *table = tables->pdata[i];

      for (guint j = 0; j < table->rows->len; j++)
        for (guint k = 0; k < table->columns->len; k++)
          if (((const PsFigureRow *) table->rows->pdata[j])->numbers[k] == number)
            return TRUE;
    }
  return FALSE;
}

void
test_monitor_check (const PsMonitor *monitor, PsTopic topic)
{
  const PsTopicFigures *figures = ps_monitor_get (monitor, topic);

  for (guint i = 0; i < figures->tables->len; i++)
    {
      const PsFigureTable *table = figures->tables->pdata[i];

      for (guint j = 0; j < table->columns->len; j++)
        if (((const PsFigureColumn *) table->columns->pdata[j])->total)
          check_total (table, j);
    }
  for (guint i = 0; i < figures->series->len; i++)
    {
      const PsSeriesSet *set = figures->series->pdata[i];

      for (guint j = 0; j < set->series->len; j++)
        {
          const PsSeries *series = set->series->pdata[j];

          for (guint k = 0; k < set->categories->len && (set->shape != PS_SHAPE_SPREAD || series->role != PS_ROLE_AGREED); k++)
            g_assert_true (series->values[k] == PS_NO_NUMBER || has_number (figures->tables, series->values[k]));
        }
    }
}
