/* test-measurements.c: what is typed for a peildatum, cell by cell (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "peil-test.h"
#include "store/ps-bandwidths.h"
#include "store/ps-desk.h"
#include "undo-test.h"

#define NONE PS_NO_NUMBER
#define ROWS                                                                                                                     \
  "SELECT d.id, r.code, m.clients, m.places_milli, m.realised_cents, m.waiting, m.waiting_days FROM measurement m"               \
  " JOIN peildatum d ON d.id = m.peildatum_id JOIN product r ON r.id = m.product_id ORDER BY d.id, r.code"

static void
test_cells (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  const char *before = change_test_content (test), *after;
  gint64 first = peil_test_save (test, "anna", 3, "45A04", PS_MEASURE_CLIENTS, NONE, 2, NULL);

  /* The row is made with its first cell. */
  g_assert_cmpstr (store_test_text (test, ROWS), ==, "2|45V01|4|3500|-|-|-\n3|45A04|2|-|-|-|-");
  change_test_assert_undoes (test, first, before);
  after = change_test_content (test);
  change_test_assert_undoes (test, peil_test_save (test, "anna", 3, "45A04", PS_MEASURE_REALISED, NONE, -5, NULL), after);
  peil_test_save (test, "anna", 3, "45A04", PS_MEASURE_WAITING_DAYS, NONE, 0, NULL);
  g_assert_cmpstr (store_test_text (test, ROWS), ==, "2|45V01|4|3500|-|-|-\n3|45A04|2|-|-5|-|0");
  /* Cleared, it stays, empty. */
  peil_test_save (test, "anna", 2, "45V01", PS_MEASURE_CLIENTS, 4, NONE, NULL);
  peil_test_save (test, "anna", 2, "45V01", PS_MEASURE_PLACES, 3500, NONE, NULL);
  g_assert_cmpstr (store_test_text (test, ROWS), ==, "2|45V01|-|-|-|-|-\n3|45A04|2|-|-5|-|0");
  store_test_assert_sound (test);
}

static void
test_block (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  const PsCellChange cells[] = {
    peil_test_cell (test, "45A04", PS_MEASURE_CLIENTS, NONE, 2),    peil_test_cell (test, "45A04", PS_MEASURE_WAITING, NONE, 1),
    peil_test_cell (test, "45V01", PS_MEASURE_CLIENTS, NONE, 1),    peil_test_cell (test, "45V01", PS_MEASURE_PLACES, NONE, 1000),
    peil_test_cell (test, "45L11", PS_MEASURE_CLIENTS, NONE, NONE),
  };
  const char *before = change_test_content (test);
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  ps_measurements_save (test->store, "anna", 3, cells, G_N_ELEMENTS (cells), NULL, &record, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_text (test, ROWS), ==, "2|45V01|4|3500|-|-|-\n3|45A04|2|-|-|1|-\n3|45V01|1|1000|-|-|-");
  g_assert_cmpstr (store_test_text (test, "SELECT thing FROM audit_record ORDER BY id DESC LIMIT 1"), ==, "peildatum:2024-07-19");
  change_test_assert_undoes (test, record, before);
  /* Nothing that differs is nothing. */
  ps_measurements_save (test->store, "anna", 3, cells, 0, NULL, &record, &error);
  g_assert_no_error (error);
  g_assert_cmpint (record, ==, 0);
}

/* Somebody else's value in the cell is named; one in another cell of the row is no conflict; the same value is none either. */
static void
test_conflict (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  PsCellChange cell = peil_test_cell (test, "45V01", PS_MEASURE_CLIENTS, 4, 6);
  PsCellChange fresh = peil_test_cell (test, "45A04", PS_MEASURE_CLIENTS, NONE, 6);
  g_autoptr (GError) error = NULL;
  const char *content;

  peil_test_save (test, "bram", 2, "45V01", PS_MEASURE_PLACES, 3500, 5000, NULL);
  peil_test_save (test, "bram", 2, "45V01", PS_MEASURE_CLIENTS, 4, 5, NULL);
  peil_test_save (test, "bram", 2, "45A04", PS_MEASURE_CLIENTS, NONE, 2, NULL);
  content = change_test_content (test);
  g_assert_false (ps_measurements_save (test->store, "anna", 2, &cell, 1, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "19-05-2024, 41410001, 45V01, 0983|Clients|“4”|“5”|bram");
  g_assert_false (ps_measurements_save (test->store, "anna", 2, &fresh, 1, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "45A04|empty|“2”|bram");
  g_assert_cmpstr (change_test_content (test), ==, content);
  peil_test_save (test, "anna", 2, "45V01", PS_MEASURE_CLIENTS, 4, 5, NULL);
  g_assert_cmpstr (change_test_content (test), ==, content);
  peil_test_save (test, "anna", 2, "45V01", PS_MEASURE_WAITING, NONE, 3, NULL);
  g_assert_cmpstr (store_test_text (test, ROWS), ==, "2|45A04|2|-|-|-|-\n2|45V01|5|5000|-|3|-");
  /* A block with one of these saves nothing. */
  {
    const PsCellChange cells[] = { peil_test_cell (test, "45L11", PS_MEASURE_CLIENTS, NONE, 1), cell };

    g_assert_false (ps_measurements_save (test->store, "anna", 2, cells, 2, NULL, NULL, &error));
    change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "45V01");
  }
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM measurement"), ==, 2);
}

static void
test_refused (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  PsCellChange negative = peil_test_cell (test, "45A04", PS_MEASURE_CLIENTS, NONE, -1);
  PsCellChange unknown = peil_test_cell (test, "45A04", PS_MEASURE_CLIENTS, NONE, 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (ps_measurements_save (test->store, "anna", 3, &negative, 1, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "Clients in care");
  g_assert_false (ps_measurements_save (test->store, "anna", 99, &unknown, 1, NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  unknown.provider_id = 99;
  g_assert_false (ps_measurements_save (test->store, "anna", 3, &unknown, 1, NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT);
  store_test_assert_sound (test);
}

/* ---- reasons */

static void
test_reasons (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (PsPeilSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  const char *before = change_test_content (test);
  const PsPeilRow *row;
  gint64 record = 0;

  g_assert_true (
      ps_measurements_explain (test->store, "anna", 1, PS_MEASURE_CLIENTS, 4, NULL, "three without a 305", &record, &error));
  change_test_assert_undoes (test, record, before);
  sheet = peil_test_sheet (test, 2);
  row = peil_test_row (sheet, "41410001", "45V01", "0983");
  g_assert_cmpuint (row->reasons->len, ==, 1);
  g_assert_cmpstr (g_array_index (row->reasons, PsMeasureReason, 0).reason, ==, "three without a 305");
  g_assert_cmpstr (g_array_index (row->reasons, PsMeasureReason, 0).given_by, ==, "anna");
  g_assert_cmpint (ps_peil_row_deviation (sheet, row, PS_MEASURE_CLIENTS, NULL), ==, PS_DEVIATION_NONE);
  g_assert_cmpint (ps_peil_row_deviation (sheet, row, PS_MEASURE_PLACES, NULL), !=, PS_DEVIATION_NONE);
  /* Another reason takes its place, and an empty one takes it back. */
  g_assert_true (ps_measurements_explain (test->store, "bram", 1, PS_MEASURE_CLIENTS, 4, "three without a 305",
                                          "four without a 305", NULL, &error));
  g_assert_cmpstr (store_test_text (test, "SELECT field, value, reason, given_by FROM measurement_reason"), ==,
                   "clients|4|four without a 305|bram");
  g_assert_true (
      ps_measurements_explain (test->store, "bram", 1, PS_MEASURE_CLIENTS, 4, "four without a 305", NULL, NULL, &error));
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM measurement_reason"), ==, 0);
  g_assert_true (ps_measurements_explain (test->store, "bram", 1, PS_MEASURE_CLIENTS, 4, NULL, "", &record, &error));
  g_assert_cmpint (record, ==, 0);
  g_assert_false (ps_measurements_explain (test->store, "bram", 1, PS_MEASURE_CLIENTS, 5, NULL, "why", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "45V01|“5”|“4”");
  store_test_assert_sound (test);
}

/* A colleague's reason is not overwritten unseen; one of another value was not shown. */
static void
test_reason_conflict (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GError) error = NULL;

  ps_measurements_explain (test->store, "bram", 1, PS_MEASURE_CLIENTS, 4, NULL, "telephoned", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (ps_measurements_explain (test->store, "anna", 1, PS_MEASURE_CLIENTS, 4, NULL, "counted", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "45V01|Clients|empty|“telephoned”|bram");
  g_assert_false (ps_measurements_explain (test->store, "anna", 1, PS_MEASURE_CLIENTS, 4, "guessed", NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "“guessed”|“telephoned”|bram");
  g_assert_cmpstr (store_test_text (test, "SELECT reason, given_by FROM measurement_reason"), ==, "telephoned|bram");
  g_assert_true (
      ps_measurements_explain (test->store, "anna", 1, PS_MEASURE_CLIENTS, 4, "telephoned", "  counted ", NULL, &error));
  g_assert_cmpstr (store_test_text (test, "SELECT reason, given_by FROM measurement_reason"), ==, "counted|anna");
  store_test_assert_run (test, "measurement 19-05-2024 41410001 45V01 0983 6 3500", "u");
  g_assert_true (ps_measurements_explain (test->store, "bram", 1, PS_MEASURE_CLIENTS, 6, NULL, "again", NULL, &error));
  g_assert_true (ps_measurements_explain (test->store, "bram", 1, PS_MEASURE_CLIENTS, 6, "again", " ", NULL, &error));
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM measurement_reason"), ==, 0);
}

/* A reason is of a value: it goes with it, and comes back with it. */
static void
test_reason_goes (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GError) error = NULL;
  const char *before;
  gint64 record;

  ps_measurements_explain (test->store, "anna", 1, PS_MEASURE_CLIENTS, 4, NULL, "a", NULL, &error);
  ps_measurements_explain (test->store, "anna", 1, PS_MEASURE_PLACES, 3500, NULL, "b", NULL, &error);
  g_assert_no_error (error);
  before = change_test_content (test);
  record = peil_test_save (test, "anna", 2, "45V01", PS_MEASURE_CLIENTS, 4, 5, NULL);
  g_assert_cmpstr (store_test_text (test, "SELECT field FROM measurement_reason"), ==, "places_milli");
  change_test_assert_undoes (test, record, before);
  /* By a file the value changes too: what was said of the old one holds for that one alone. */
  undo_test_apply (test, undo_test_last_record (test));
  store_test_assert_run (test, "measurement 19-05-2024 41410001 45V01 0983 6 3500", "u");
  {
    g_autoptr (PsPeilSheet) sheet = peil_test_sheet (test, 2);
    const PsPeilRow *row = peil_test_row (sheet, "41410001", "45V01", "0983");

    g_assert_cmpint (ps_peil_row_deviation (sheet, row, PS_MEASURE_CLIENTS, NULL), !=, PS_DEVIATION_NONE);
    g_assert_cmpint (ps_peil_row_deviation (sheet, row, PS_MEASURE_PLACES, NULL), ==, PS_DEVIATION_NONE);
  }
}

/* They go along where the provider goes on in another one; what was kept of where it stood stays its own. */
static void
test_merged (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (PsPeilSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  const char *before;
  gint64 record = 0;

  ps_measurements_explain (test->store, "anna", 1, PS_MEASURE_CLIENTS, 4, NULL, "a", NULL, &error);
  peil_test_close (test, 2);
  before = change_test_content (test);
  ps_desk_merge_providers (test->store, "anna", 1, 2, change_test_day ("01-05-2024"), NULL, &record, &error);
  g_assert_no_error (error);
  sheet = peil_test_sheet (test, 2);
  g_assert_cmpuint (peil_test_row (sheet, "41410002", "45V01", "0983")->reasons->len, ==, 1);
  g_assert_cmpstr (store_test_text (test, "SELECT DISTINCT provider_id FROM peildatum_standing"), ==, "1");
  change_test_assert_undoes (test, record, before);
}

/* ---- closed */

static void
test_closed (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  PsCellChange cell = peil_test_cell (test, "45V01", PS_MEASURE_CLIENTS, 4, 6);
  g_autoptr (GError) error = NULL;
  gint64 record;

  peil_test_close (test, 2);
  g_assert_false (ps_measurements_save (test->store, "bram", 2, &cell, 1, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-05-2024|closed by anna|reason");
  g_assert_false (ps_measurements_save (test->store, "bram", 2, &cell, 1, "", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "reason");
  g_assert_false (ps_measurements_save (test->store, "bram", 2, &cell, 1, " \n ", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "reason");
  change_test_insert (test, "forecast_choice",
                      "peildatum_id=2 provider_id=1 scope=AMBV method=1 reason=\t chosen_by=x chosen_at=0", &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "reason");
  record = peil_test_save (test, "bram", 2, "45V01", PS_MEASURE_CLIENTS, 4, 6, "two were forgotten");
  g_assert_cmpstr (store_test_text (test, "SELECT reason FROM audit_record ORDER BY id DESC LIMIT 1"), ==, "two were forgotten");
  /* A correction is not taken back in silence. */
  undo_test_assert_refused (test, record, PS_STORE_ERROR_CONFLICT, "19-05-2024|anna|with a reason");
  g_assert_true (ps_measurements_explain (test->store, "bram", 1, PS_MEASURE_CLIENTS, 6, NULL, "counted", NULL, &error));
  g_assert_false (ps_measurements_explain (test->store, "bram", 1, PS_MEASURE_CLIENTS, 6, "counted", NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "reason");
  store_test_assert_sound (test);
}

/* What was entered before it was closed stays: by a person or by a file. */
static void
test_closed_undo (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  gint64 imported = undo_test_last_record (test), entered;

  entered = peil_test_save (test, "anna", 2, "45V01", PS_MEASURE_WAITING, NONE, 3, NULL);
  peil_test_close (test, 2);
  undo_test_assert_refused (test, entered, PS_STORE_ERROR_CONFLICT, "19-05-2024|anna");
  undo_test_assert_refused (test, imported, PS_STORE_ERROR_CONFLICT, "19-05-2024|anna");
  peil_test_reopen (test, 2, "a mistake");
  undo_test_apply (test, entered);
}

/* An import of measurements alone: gone before the closing, it does not come back after it. */
static void
test_closed_redo (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  gint64 undone;

  store_test_assert_run (test, "measurement 19-07-2024 41410001 45V01 0983 1 1000", "a");
  undone = undo_test_apply (test, undo_test_last_record (test));
  peil_test_close (test, 3);
  undo_test_assert_refused (test, undone, PS_STORE_ERROR_CONFLICT, "19-07-2024|anna");
  peil_test_reopen (test, 3, "a mistake");
  undo_test_apply (test, undone);
}

static gint64
choose (StoreTest *test, gint64 peildatum_id)
{
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  ps_bandwidths_choose (test->store, "anna", peildatum_id, 1, "AMBV", NULL, PS_FORECAST_MANUAL, 700000, "it shrinks", &record,
                        &error);
  g_assert_no_error (error);
  return record;
}

/* A forecast that was chosen before the closing stays, and one that was taken back before it does not come back. */
static void
test_closed_choice (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  gint64 stands = choose (test, 2), undone = undo_test_apply (test, choose (test, 3));

  peil_test_close (test, 2);
  peil_test_close (test, 3);
  undo_test_assert_refused (test, stands, PS_STORE_ERROR_CONFLICT, "19-05-2024|anna|with a reason");
  undo_test_assert_refused (test, undone, PS_STORE_ERROR_CONFLICT, "19-07-2024|anna|with a reason");
  peil_test_reopen (test, 2, "a mistake");
  undo_test_apply (test, stands);
  peil_test_reopen (test, 3, "a mistake");
  undo_test_apply (test, undone);
}

/* So does the day to which the data was complete, and what the peildatum is called. */
static void
test_closed_through (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (PsPeildatumState) shown = NULL;
  g_autoptr (PsPeildatumState) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 imported, redone, added, relabelled = 0;

  store_test_assert_run (test, "peildatum 19-05-2024 Tweede 30-04-2024", "u");
  imported = undo_test_last_record (test);
  store_test_assert_run (test, "peildatum 22-02-2024 Eerste 31-12-2023", "u");
  redone = undo_test_apply (test, undo_test_last_record (test));
  store_test_assert_run (test, "peildatum 19-08-2024 Zomer 31-07-2024", "a");
  added = undo_test_last_record (test);
  peil_test_close (test, 1);
  peil_test_close (test, 2);
  peil_test_close (test, 4);
  undo_test_assert_refused (test, imported, PS_STORE_ERROR_CONFLICT, "19-05-2024|closed by anna|with a reason");
  undo_test_assert_refused (test, redone, PS_STORE_ERROR_CONFLICT, "22-02-2024|closed by anna|with a reason");
  undo_test_assert_refused (test, added, PS_STORE_ERROR_CONFLICT, "19-08-2024|closed by anna");
  shown = peil_test_state (test, "19-05-2024");
  after = peil_test_state (test, "19-05-2024");
  g_free (after->label);
  after->label = g_strdup ("Lente");
  ps_peildata_save (test->store, "bram", shown, after, "clearer", &relabelled, &error);
  g_assert_no_error (error);
  undo_test_assert_refused (test, relabelled, PS_STORE_ERROR_CONFLICT, "19-05-2024|closed by anna|with a reason");
  peil_test_reopen (test, 1, "a mistake");
  undo_test_apply (test, redone);
}

/* ---- many */

static void
test_many (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (PsCellChange));
  g_autoptr (GError) error = NULL;
  const char *before;
  gint64 record = 0;

  ps_sql_exec (test->store, "BEGIN", NULL);
  for (int i = 0; i < 250; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("INSERT INTO municipality (id, code, name) VALUES (%d, '%d', 'M')", 100 + i, 5000 + i);

      g_assert_true (ps_sql_exec (test->store, sql, NULL));
    }
  ps_sql_exec (test->store, "COMMIT", NULL);
  before = change_test_content (test);
  for (int i = 0; i < 5000; i++)
    {
      PsCellChange cell = { 1 + i / 2500, 1 + i / 1250 % 2, 100 + i / 5 % 250, (PsMeasure) (i % 5), NONE, i };

      g_array_append_val (cells, cell);
    }
  ps_measurements_save (test->store, "anna", 3, (const PsCellChange *) cells->data, cells->len, NULL, &record, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM measurement WHERE peildatum_id = 3"), ==, 1000);
  change_test_assert_undoes (test, record, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/measurements/cells", test_cells);
  g_test_add_func ("/store/measurements/block", test_block);
  g_test_add_func ("/store/measurements/conflict", test_conflict);
  g_test_add_func ("/store/measurements/refused", test_refused);
  g_test_add_func ("/store/measurements/reasons", test_reasons);
  g_test_add_func ("/store/measurements/reason-conflict", test_reason_conflict);
  g_test_add_func ("/store/measurements/reason-goes", test_reason_goes);
  g_test_add_func ("/store/measurements/merged", test_merged);
  g_test_add_func ("/store/measurements/closed", test_closed);
  g_test_add_func ("/store/measurements/closed-undo", test_closed_undo);
  g_test_add_func ("/store/measurements/closed-redo", test_closed_redo);
  g_test_add_func ("/store/measurements/closed-choice", test_closed_choice);
  g_test_add_func ("/store/measurements/closed-through", test_closed_through);
  g_test_add_func ("/store/measurements/many", test_many);
  return g_test_run ();
}
