/* peil-test.c: peildata and their measurements, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "peil-test.h"

StoreTest *
peil_test_region (void)
{
  StoreTest *test = change_test_region ();

  store_test_assert_run (
      test,
      "agreement 41410001 2024 AMB1 0983 1000000 productgroep donut\n"
      "agreement 41410001 2024 AMBV 0983 5000000 productgroep donut\n---\n"
      "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\nassignment 0983/2 C2 41410001 45A04 01-01-2024 -\n"
      "assignment 0983/3 C3 41410001 45V01 01-01-2024 -\nassignment 0983/4 C4 41410001 45A04 01-07-2024 -\n---\n"
      "care 0983/1 01-01-2024 - -\ncare 0983/2 01-02-2024 - -\ncare 0983/3 01-03-2024 - -\n---\n"
      "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
      "line D2 0983/1 45A04 01-05-2024 31-05-2024 3000 900000 27000\n---\n"
      "peildatum 22-02-2024 Eerste 31-01-2024\npeildatum 19-05-2024 Tweede 31-03-2024\n"
      "peildatum 19-07-2024 Derde 31-05-2024\n---\n"
      "measurement 19-05-2024 41410001 45V01 0983 4 3500",
      "ll[2,0,0,0]aaaaaaaaaaaaa");
  return test;
}

PsPeildatumState *
peil_test_state (StoreTest *test, const char *day)
{
  PsDate date = change_test_day (day);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) states = ps_peildata_list (test->store, ps_date_year (date), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < states->len; i++)
    if (((PsPeildatumState *) states->pdata[i])->day == date)
      return g_ptr_array_steal_index (states, i);
  g_error ("no peildatum on %s", day);
}

PsPeilSheet *
peil_test_sheet (StoreTest *test, gint64 peildatum_id)
{
  g_autoptr (GError) error = NULL;
  PsPeilSheet *sheet = ps_peil_sheet_load (test->store, peildatum_id, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return sheet;
}

const PsPeilRow *
peil_test_row (const PsPeilSheet *sheet, const char *agb, const char *product, const char *municipality)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const PsPeilRow *row = &g_array_index (sheet->rows, PsPeilRow, i);

      if (row->provider == ps_region_find_provider (sheet->region, agb)
          && row->product == ps_region_find_product (sheet->region, product)
          && row->municipality == ps_region_find_municipality (sheet->region, municipality))
        return row;
    }
  return NULL;
}

PsCellChange
peil_test_cell (StoreTest *test, const char *product, PsMeasure measure, gint64 before, gint64 after)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM product WHERE code = '%s'", product);
  PsCellChange cell = { store_test_int (test, "SELECT id FROM provider WHERE agb = '41410001'"),
                        store_test_int (test, sql),
                        store_test_int (test, "SELECT id FROM municipality WHERE code = '0983'"),
                        measure,
                        before,
                        after };

  return cell;
}

gint64
peil_test_save (StoreTest *test, const char *actor, gint64 peildatum_id, const char *product, PsMeasure measure, gint64 before,
                gint64 after, const char *reason)
{
  PsCellChange cell = peil_test_cell (test, product, measure, before, after);
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  ps_measurements_save (test->store, actor, peildatum_id, &cell, 1, reason, &record, &error);
  g_assert_no_error (error);
  return record;
}

gint64
peil_test_close (StoreTest *test, gint64 peildatum_id)
{
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  ps_peildata_close (test->store, "anna", peildatum_id, NULL, NULL, NULL, &record, &error);
  g_assert_no_error (error);
  store_test_assert_sound (test);
  return record;
}

gint64
peil_test_reopen (StoreTest *test, gint64 peildatum_id, const char *reason)
{
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  ps_peildata_reopen (test->store, "bram", peildatum_id, reason, &record, &error);
  g_assert_no_error (error);
  store_test_assert_sound (test);
  return record;
}
