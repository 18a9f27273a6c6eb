/* test-demo-waiting.c: who waits on a peildatum of the demo region is the same for the peildata and for the monitor (domain.md §7, §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "demo-check.h"

#include "core/ps-monitor.h"
#include "store/ps-loader.h"
#include "store/ps-peildata.h"

static PsMonitor *
monitor_of (const PsRegion *region, const PsProduction *production, guint municipality, PsDate day)
{
  PsMonitorQuery query = { .year = ps_date_year (day),
                           .from = ps_date_year_start (ps_date_year (day)),
                           .through = day,
                           .known_through = day,
                           .provider = production->provider,
                           .municipality = municipality,
                           .segment = PS_NONE,
                           .group = PS_NONE,
                           .product = PS_NONE };
  PsMonitor *monitor = ps_monitor_new (region, &query, 1u << PS_TOPIC_WAITING);
  g_autoptr (GError) error = NULL;

  g_assert_true (ps_monitor_add (monitor, production, production, &error));
  g_assert_no_error (error);
  g_assert_true (ps_monitor_finish (monitor, &error));
  g_assert_no_error (error);
  return monitor;
}

static const PsFigureTable *
by_product (const PsMonitor *monitor)
{
  const GPtrArray *tables = ps_monitor_get (monitor, PS_TOPIC_WAITING)->tables;

  for (guint i = 0; i < tables->len; i++)
    if (g_str_equal (((const PsFigureTable *) tables->pdata[i])->id, "waiting-by-product"))
      return tables->pdata[i];
  g_assert_not_reached ();
}

/* What the peildata compute for that; 0 where there is no row of it. */
static gint64
computed_of (const PsPeilSheet *sheet, guint provider, guint product, guint municipality)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const PsPeilRow *row = &g_array_index (sheet->rows, PsPeilRow, i);

      if (row->provider == provider && row->product == product && row->municipality == municipality)
        return MAX (row->computed[PS_MEASURE_WAITING], 0);
    }
  return 0;
}

static gint64
computed_in_all (const PsPeilSheet *sheet)
{
  gint64 sum = 0;

  for (guint i = 0; i < sheet->rows->len; i++)
    sum += MAX (g_array_index (sheet->rows, PsPeilRow, i).computed[PS_MEASURE_WAITING], 0);
  return sum;
}

/* The rows of groups are of no product, so of no measurement either. Returns who waits for a product. */
static gint64
check_municipality (const PsPeilSheet *sheet, const PsProduction *production, guint municipality)
{
  g_autoptr (PsMonitor) monitor = monitor_of (sheet->region, production, municipality, sheet->day);
  const PsFigureTable *table = by_product (monitor);
  gint64 sum = 0;

  g_assert_cmpstr (((const PsFigureColumn *) table->columns->pdata[1])->id, ==, "waiting");
  for (guint i = 0; i < table->rows->len; i++)
    {
      const PsFigureRow *row = table->rows->pdata[i];

      if (row->is_total || row->product == PS_NONE)
        continue;
      g_assert_cmpint (row->numbers[1], ==, computed_of (sheet, production->provider, row->product, municipality));
      sum += row->numbers[1];
    }
  return sum;
}

static void
check_sheet (PsStore *store, const PsPeilSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsLoader) loader = ps_loader_new (store, sheet->region, ps_date_year (sheet->day), &error);
  g_autoptr (PsProduction) production = ps_production_new (0);
  gint64 sum = 0;

  g_assert_no_error (error);
  for (guint provider = 0; provider < sheet->region->providers->len; provider++)
    {
      g_assert_true (ps_loader_load (loader, provider, production, &error));
      for (guint municipality = 0; municipality < sheet->region->municipalities->len; municipality++)
        sum += check_municipality (sheet, production, municipality);
    }
  g_assert_cmpint (sum, ==, computed_in_all (sheet));
  g_assert_cmpint (sum, >, 10);
}

static void
test_same (DemoFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) peildata = ps_peildata_list (fixture->store, GPOINTER_TO_INT (data), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (peildata->len, >, 0);
  for (guint i = 0; i < peildata->len; i++)
    {
      const PsPeildatumState *state = peildata->pdata[i];
      g_autoptr (PsPeilSheet) sheet = ps_peil_sheet_load (fixture->store, state->id, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_test_message ("%s", state->label);
      check_sheet (fixture->store, sheet);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/demo-waiting/2024", DemoFixture, GINT_TO_POINTER (2024), demo_set_up, test_same, demo_tear_down);
  g_test_add ("/exchange/demo-waiting/2025", DemoFixture, GINT_TO_POINTER (2025), demo_set_up, test_same, demo_tear_down);
  return g_test_run ();
}
