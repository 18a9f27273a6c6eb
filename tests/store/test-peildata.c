/* test-peildata.c: the reference dates of a year, and closing them (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "peil-test.h"
#include "store/ps-history.h"
#include "undo-test.h"

#define DATES                                                                                                                    \
  "SELECT date (day * 86400, 'unixepoch'), label, date (data_through * 86400, 'unixepoch') FROM peildatum WHERE day >= %d"       \
  " ORDER BY day"

static const char *
dates_from (StoreTest *test, const char *day)
{
  g_autofree char *sql = g_strdup_printf (DATES, change_test_day (day));

  return store_test_text (test, sql);
}

static gint64
save (StoreTest *test, const PsPeildatumState *before, const char *day, const char *label, const char *through,
      const char *reason, GError **error)
{
  PsPeildatumState after = { .day = change_test_day (day), .label = (char *) label };
  gint64 record = 0;

  after.data_through = through != NULL ? change_test_day (through) : PS_DATE_OPEN;
  ps_peildata_save (test->store, "anna", before, &after, reason, &record, error);
  return record;
}

/* ---- what there is */

static void
test_list (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) states = ps_peildata_list (test->store, 2024, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) none = ps_peildata_list (test->store, 2031, NULL, NULL, NULL, &error);
  const PsPeildatumState *may;

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (states->len, ==, 3);
  may = states->pdata[1];
  g_assert_cmpint (may->day, ==, change_test_day ("19-05-2024"));
  g_assert_cmpstr (may->label, ==, "Tweede");
  g_assert_cmpint (may->data_through, ==, change_test_day ("31-03-2024"));
  g_assert_null (may->closed_by);
  g_assert_cmpuint (may->n_rows, ==, 2); /* 45A04 by the messages alone, 45V01 by both */
  g_assert_cmpuint (may->n_filled, ==, 1);
  g_assert_cmpuint (may->n_partly, ==, 0);
  g_assert_cmpuint (may->n_marked, ==, 2); /* 4 clients and 3,50 places against one in care */
  g_assert_cmpuint (may->n_letters, ==, 0);
}

/* A year that has peildata alone can be looked at, and is none that something is known of. */
static void
test_years (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) before = ps_store_list_years (test->store, &error);
  g_autoptr (GArray) known = NULL;
  g_autoptr (GArray) years = NULL;

  save (test, NULL, "01-03-2031", "Eerste", NULL, NULL, &error);
  save (test, NULL, "31-12-2031", "Laatste", NULL, NULL, &error);
  g_assert_no_error (error);
  known = ps_store_list_years (test->store, &error);
  years = ps_store_list_peil_years (test->store, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (known->data, known->len * sizeof (int), before->data, before->len * sizeof (int));
  g_assert_cmpint (g_array_index (years, int, years->len - 1), ==, 2031);
  g_assert_cmpint (g_array_index (years, int, years->len - 2), ==, 2024);
}

static void
test_sheet (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (PsPeilSheet) may = peil_test_sheet (test, 2);
  g_autoptr (PsPeilSheet) july = peil_test_sheet (test, 3);
  const PsPeilRow *row = peil_test_row (may, "41410001", "45V01", "0983");
  g_autofree char *text = NULL;

  g_assert_cmpint (row->measurement_id, ==, 1);
  g_assert_cmpint (row->entered[PS_MEASURE_CLIENTS], ==, 4);
  g_assert_cmpint (row->computed[PS_MEASURE_CLIENTS], ==, 1);
  g_assert_cmpint (row->last[PS_MEASURE_CLIENTS], ==, PS_NO_NUMBER);
  g_assert_cmpint (ps_peil_row_deviation (may, row, PS_MEASURE_PLACES, &text), ==, PS_DEVIATION_COMPUTED);
  g_assert_nonnull (strstr (text, "1.00"));
  /* What was not entered in July was in May, and stands in the order of provider, product, municipality. */
  g_assert_cmpuint (july->rows->len, ==, 2);
  g_assert_cmpint (july->last_day, ==, change_test_day ("19-05-2024"));
  row = peil_test_row (july, "41410001", "45V01", "0983");
  g_assert_true (row == &g_array_index (july->rows, PsPeilRow, 1));
  g_assert_cmpint (row->measurement_id, ==, 0);
  g_assert_cmpint (row->entered[PS_MEASURE_PLACES], ==, PS_NO_NUMBER);
  g_assert_cmpint (row->last[PS_MEASURE_PLACES], ==, 3500);
  row = peil_test_row (july, "41410001", "45A04", "0983");
  g_assert_cmpint (row->computed[PS_MEASURE_CLIENTS], ==, 2);
  g_assert_cmpint (row->computed[PS_MEASURE_REALISED], ==, 36000);
  g_assert_cmpint (row->computed[PS_MEASURE_WAITING], ==, 1);
  g_assert_cmpint (row->computed[PS_MEASURE_WAITING_DAYS], ==, 18);
}

static void
test_sheet_of_nothing (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_peil_sheet_load (test->store, 99, NULL, NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (ps_peil_sheet_load (test->store, 2, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (ps_peildata_list (test->store, 2024, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (sqlite3_get_autocommit (test->store->db), !=, 0);
}

/* ---- the dates themselves */

static void
test_save (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (PsPeildatumState) shown = NULL;
  g_autoptr (GError) error = NULL;
  const char *before = change_test_content (test);
  gint64 record;

  record = save (test, NULL, "22-11-2024", "Vierde", "30-09-2024", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dates_from (test, "01-08-2024"), ==, "2024-11-22|Vierde|2024-09-30");
  change_test_assert_undoes (test, record, before);
  shown = peil_test_state (test, "22-11-2024");
  save (test, shown, "21-11-2024", "Laatste", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dates_from (test, "01-08-2024"), ==, "2024-11-21|Laatste|-");
  /* It was shown as something else. */
  save (test, shown, "20-11-2024", "Laatste", NULL, NULL, &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "22-11-2024|21-11-2024|anna");
  save (test, NULL, "21-11-2024", "Weer", NULL, NULL, &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "21-11-2024|already");
  save (test, NULL, "20-12-2024", "", "21-12-2024", NULL, &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "21-12-2024|after the peildatum");
  save (test, NULL, "20-12-2024", "", "31-12-2022", NULL, &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "31-12-2022|year before");
  store_test_assert_sound (test);
}

static void
test_copy (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  const char *before;
  guint n = 7;
  gint64 record = 0;

  store_test_assert_run (test,
                         "peildatum 22-02-2024 Eerste 31-01-2024\npeildatum 28-02-2024 Gewoon 31-12-2023\n"
                         "peildatum 29-02-2024 Schrikkel 29-02-2024\npeildatum 19-07-2024 Derde -\npeildatum 22-02-2025 Eigen -",
                         "aaaaa");
  before = change_test_content (test);
  g_assert_true (ps_peildata_copy_year (test->store, "anna", 2025, &n, &record, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  /* One that is there stays; 29 February becomes 28 February, which is one day once. */
  g_assert_cmpstr (dates_from (test, "01-01-2025"), ==, "2025-02-22|Eigen|-\n2025-02-28|Gewoon|2024-12-31\n2025-07-19|Derde|-");
  change_test_assert_undoes (test, record, before);
  g_assert_true (ps_peildata_copy_year (test->store, "anna", 2025, &n, &record, &error));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (record, ==, 0);
}

/* The end of February stays the end of February. */
static void
test_copy_leap (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;

  store_test_assert_run (
      test, "peildatum 28-03-2023 A 28-02-2023\npeildatum 29-04-2023 B 15-02-2023\npeildatum 28-02-2023 C 28-02-2023", "aaa");
  g_assert_true (ps_peildata_copy_year (test->store, "anna", 2024, NULL, NULL, &error));
  /* … where the peildatum itself is not before it. */
  g_assert_cmpstr (dates_from (test, "01-01-2024"), ==,
                   "2024-02-28|C|2024-02-28\n2024-03-28|A|2024-02-29\n2024-04-29|B|2024-02-15");
}

static void
test_delete (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GError) error = NULL;
  const char *before = change_test_content (test);
  gint64 record = 0;

  ps_peildata_delete (test->store, "anna", 1, &record, &error);
  g_assert_no_error (error);
  change_test_assert_undoes (test, record, before);
  g_assert_false (ps_peildata_delete (test->store, "anna", 2, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-05-2024|Measurement: 1");
  /* What was cleared says nothing. */
  peil_test_save (test, "anna", 2, "45V01", PS_MEASURE_CLIENTS, 4, PS_NO_NUMBER, NULL);
  peil_test_save (test, "anna", 2, "45V01", PS_MEASURE_PLACES, 3500, PS_NO_NUMBER, NULL);
  ps_peildata_delete (test->store, "anna", 2, &record, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM measurement"), ==, 0);
  store_test_assert_sound (test);
  peil_test_close (test, 3);
  g_assert_false (ps_peildata_delete (test->store, "anna", 3, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-07-2024|closed|anna");
  peil_test_reopen (test, 3, "a mistake");
  g_assert_false (ps_peildata_delete (test->store, "anna", 3, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-07-2024|Standing");
}

/* ---- closing */

#define STANDINGS                                                                                                                \
  "SELECT p.agb, s.scope, s.ceiling_cents, s.realised_cents, date (s.through * 86400, 'unixepoch') FROM peildatum_standing s"    \
  " JOIN provider p ON p.id = s.provider_id ORDER BY s.peildatum_id, p.agb, s.scope"

static void
test_close (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (PsPeildatumState) state = NULL;
  g_autoptr (GError) error = NULL;
  gint64 record = peil_test_close (test, 3);

  g_assert_cmpint (record, >, 0);
  state = peil_test_state (test, "19-07-2024");
  g_assert_cmpstr (state->closed_by, ==, "anna");
  g_assert_cmpint (state->closed_at, >, 0);
  /* 45V01 from 1 March to 31 May: 92 of 366 days of € 7.500. */
  g_assert_cmpstr (store_test_text (test, STANDINGS), ==,
                   "41410001|AMB1|1000000|36000|2024-05-31\n41410001|AMBV|5000000|188525|2024-05-31");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM audit_change WHERE table_name = 'peildatum_standing'"), ==, 2);
  g_assert_false (ps_peildata_close (test->store, "bram", 3, NULL, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-07-2024|anna");
  undo_test_assert_refused (test, record, PS_STORE_ERROR_RULE, "Closing a peildatum");
  g_assert_false (ps_peildata_close (test->store, "bram", 99, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT);
}

static void
test_close_to_come (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autofree char *day = g_date_time_format (tomorrow, "%d-%m-%Y");
  g_autofree char *words = g_strdup_printf ("%s|still to come", day);
  g_autoptr (GError) error = NULL;

  save (test, NULL, day, "Morgen", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (ps_peildata_close (test->store, "anna", 4, NULL, NULL, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, words);
}

static void
test_close_cancelled (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const char *before = change_test_content (test);

  g_cancellable_cancel (cancellable);
  g_assert_false (ps_peildata_close (test->store, "anna", 3, cancellable, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (change_test_content (test), ==, before);
}

/* Opened with a reason, and closed again: the trail has where they stood both times. */
static void
test_close_again (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GError) error = NULL;
  gint64 reopened;

  peil_test_close (test, 3);
  g_assert_false (ps_peildata_reopen (test->store, "bram", 3, "", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-07-2024|reason");
  g_assert_false (ps_peildata_reopen (test->store, "bram", 3, "  \t", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-07-2024|reason");
  reopened = peil_test_reopen (test, 3, "declarations came late");
  g_assert_cmpstr (store_test_text (test, "SELECT ifnull (closed_by, 'open') FROM peildatum WHERE id = 3"), ==, "open");
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM peildatum_standing"), ==, 2);
  g_assert_false (ps_peildata_reopen (test->store, "bram", 3, "again", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "open");
  undo_test_assert_refused (test, reopened, PS_STORE_ERROR_RULE, "Closing a peildatum");
  store_test_assert_run (test, "line D3 0983/2 45A04 01-04-2024 30-04-2024 10000 900000 90000", "a");
  peil_test_close (test, 3);
  g_assert_cmpstr (store_test_text (test, STANDINGS), ==,
                   "41410001|AMB1|1000000|126000|2024-05-31\n41410001|AMBV|5000000|188525|2024-05-31");
  g_assert_cmpstr (store_test_text (test, "SELECT json_extract (after_state, '$.realised_cents') FROM audit_change"
                                          " WHERE table_name = 'peildatum_standing' AND row_id = 1 ORDER BY id"),
                   ==, "36000\n126000");
  g_assert_cmpstr (store_test_text (test,
                                    "SELECT action, ifnull (reason, '-') FROM audit_record WHERE thing = 'peildatum:2024-07-19'"
                                    " ORDER BY id"),
                   ==, "close|-\nreopen|declarations came late\nclose|-");
}

/* A scope that there is no more has no standing any more. */
static void
test_close_without_agreement (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GError) error = NULL;

  peil_test_close (test, 3);
  peil_test_reopen (test, 3, "another agreement");
  store_test_assert_run (test,
                         "agreement 41410001 2024 AMB1 0983 1000000 aanbieder donut\n"
                         "agreement 41410001 2024 AMBV 0983 5000000 aanbieder donut",
                         "ll[0,2,0,0]");
  peil_test_close (test, 3);
  g_assert_cmpstr (store_test_text (test, "SELECT scope, ceiling_cents FROM peildatum_standing"), ==, "|6000000");
  store_test_assert_sound (test);
}

static void
test_closed_stays (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (PsPeildatumState) shown = NULL;
  g_autoptr (GError) error = NULL;

  peil_test_close (test, 3);
  shown = peil_test_state (test, "19-07-2024");
  save (test, shown, "20-07-2024", "Derde", "31-05-2024", "why not", &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-07-2024|open it again");
  save (test, shown, "19-07-2024", "Derde", "30-06-2024", "why not", &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-07-2024|open it again");
  save (test, shown, "19-07-2024", "Zomer", "31-05-2024", NULL, &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "reason");
  save (test, shown, "19-07-2024", "Zomer", "31-05-2024", "clearer", &error);
  g_assert_no_error (error);
  peil_test_reopen (test, 3, "x");
  g_clear_pointer (&shown, ps_peildatum_state_free);
  shown = peil_test_state (test, "19-07-2024");
  save (test, shown, "20-07-2024", "Zomer", "31-05-2024", "why not", &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-07-2024|moved");
  save (test, shown, "19-07-2024", "Zomer", "30-06-2024", NULL, &error);
  g_assert_no_error (error);
}

/* Any change, by whatever way. */
static void
test_closed_rows (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GError) error = NULL;
  const char *before;

  peil_test_close (test, 2);
  before = change_test_content (test);
  change_test_update (test, "measurement", "id = 1", "clients=5", &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-05-2024|anna|reason");
  change_test_update (test, "measurement", "id = 1", "peildatum_id=3", &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-05-2024|reason");
  change_test_insert (test, "measurement", "peildatum_id=2 provider_id=2 product_id=1 municipality_id=1 clients=5", &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-05-2024|reason");
  change_test_delete (test, "measurement", "id = 1", &error);
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "19-05-2024|reason");
  store_test_assert_run (test, "measurement 19-05-2024 41410001 45V01 0983 5 3500", "R");
  g_assert_nonnull (strstr (store_test_refusal (test, 0), "closed by anna"));
  store_test_assert_run (test, "measurement 19-05-2024 41410001 45A04 0983 5 -", "R");
  store_test_assert_run (test, "peildatum 19-05-2024 Anders 31-03-2024", "R");
  /* What says the same again is no change. */
  store_test_assert_run (test, "measurement 19-05-2024 41410001 45V01 0983 4 3500\n---\npeildatum 19-05-2024 Tweede 31-03-2024",
                         "==");
  g_assert_cmpstr (change_test_content (test), ==, before);
}

/* ---- the trail */

static void
assert_what (StoreTest *test, gint64 record, const char *what)
{
  PsHistoryQuery query = { .before = record + 1, .limit = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = ps_history_load (test->store, &query, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((const PsHistoryRecord *) records->pdata[0])->what, ==, what);
}

static void
test_history (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  PsHistoryQuery query = { .thing = "peildatum:2024-07-19" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gint64 copied = 0, closed;

  assert_what (test, peil_test_save (test, "anna", 3, "45A04", PS_MEASURE_CLIENTS, PS_NO_NUMBER, 2, NULL),
               "Measurement of 19-07-2024: 41410001, 45A04, 0983: values entered");
  closed = peil_test_close (test, 3);
  assert_what (test, closed, "Peildatum 19-07-2024 closed");
  assert_what (test, peil_test_reopen (test, 3, "x"), "Peildatum 19-07-2024 opened again");
  g_assert_true (ps_peildata_copy_year (test->store, "anna", 2025, NULL, &copied, &error));
  assert_what (test, copied, "Peildata of 2025 copied from the year before");
  /* The row that was entered is the peildatum's too, and so is the import that brought the peildatum. */
  records = ps_history_load (test->store, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 4);
  g_assert_cmpstr (((const PsHistoryRecord *) records->pdata[0])->action, ==, "reopen");
  g_assert_false (((const PsHistoryRecord *) records->pdata[1])->can_undo);
  g_assert_true (((const PsHistoryRecord *) records->pdata[2])->can_undo);
  g_assert_cmpstr (((const PsHistoryRecord *) records->pdata[3])->action, ==, "import");
}

/* "TABLE ROW: FIELD BEFORE → AFTER; …" of the rows of a record. */
static char *
rows_of (StoreTest *test, gint64 record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ps_history_rows (test->store, record, 0, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const PsHistoryRow *row = rows->pdata[i];

      g_string_append_printf (text, "%s %s:", row->table, row->row);
      for (guint j = 0; j < row->fields->len; j++)
        {
          const PsHistoryField *field = row->fields->pdata[j];

          if (!g_str_has_suffix (field->field, " at"))
            g_string_append_printf (text, " %s %s → %s;", field->field, field->before != NULL ? field->before : "-",
                                    field->after != NULL ? field->after : "-");
        }
    }
  return g_string_free (text, FALSE);
}

/* What was measured, and why, in the words of the screen. */
static void
test_history_rows (void)
{
  g_autoptr (StoreTest) test = peil_test_region ();
  g_autoptr (GError) error = NULL;
  g_autofree char *entered = NULL;
  g_autofree char *explained = NULL;
  g_autofree char *closed = NULL;
  gint64 record = 0;

  entered = rows_of (test, peil_test_save (test, "anna", 2, "45V01", PS_MEASURE_PLACES, 3500, 4000, NULL));
  g_assert_cmpstr (entered, ==, "Measurement 19-05-2024, 41410001, 45V01, 0983: Places 3.5 → 4;");
  ps_measurements_explain (test->store, "anna", 1, PS_MEASURE_PLACES, 4000, NULL, "moved in", &record, &error);
  g_assert_no_error (error);
  explained = rows_of (test, record);
  g_assert_nonnull (strstr (explained, "Value of - → Places; Value - → 4.00; Reason - → moved in; Given by - → anna;"));
  closed = rows_of (test, peil_test_close (test, 2));
  g_assert_nonnull (strstr (closed, "Peildatum 19-05-2024: Closed by - → anna;"));
  g_assert_nonnull (strstr (closed, "Standing at a peildatum 19-05-2024, 41410001"));
  g_assert_nonnull (strstr (closed, "Position - → under the bandwidth;"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/peildata/list", test_list);
  g_test_add_func ("/store/peildata/years", test_years);
  g_test_add_func ("/store/peildata/sheet", test_sheet);
  g_test_add_func ("/store/peildata/sheet-of-nothing", test_sheet_of_nothing);
  g_test_add_func ("/store/peildata/save", test_save);
  g_test_add_func ("/store/peildata/copy", test_copy);
  g_test_add_func ("/store/peildata/copy-leap", test_copy_leap);
  g_test_add_func ("/store/peildata/delete", test_delete);
  g_test_add_func ("/store/peildata/close", test_close);
  g_test_add_func ("/store/peildata/close-to-come", test_close_to_come);
  g_test_add_func ("/store/peildata/close-cancelled", test_close_cancelled);
  g_test_add_func ("/store/peildata/close-again", test_close_again);
  g_test_add_func ("/store/peildata/close-without-agreement", test_close_without_agreement);
  g_test_add_func ("/store/peildata/closed-stays", test_closed_stays);
  g_test_add_func ("/store/peildata/closed-rows", test_closed_rows);
  g_test_add_func ("/store/peildata/history", test_history);
  g_test_add_func ("/store/peildata/history-rows", test_history_rows);
  return g_test_run ();
}
