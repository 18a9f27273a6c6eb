/* test-history.c: the trail in words: who did what, from what to what
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "change-test.h"
#include "store/ps-history.h"
#include "store/ps-undo.h"

static StoreTest *
new_region (void)
{
  StoreTest *test = store_test_new ();

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  return test;
}

static gint64
edit (StoreTest *test, const char *actor, const char *action, const char *thing, const char *table, const char *where,
      const char *values, const char *reason)
{
  g_autoptr (PsRecord) before = change_test_read (test, table, where);
  g_autoptr (PsRecord) after = change_test_with (before, values);
  g_autoptr (PsChange) change = ps_change_new (action, thing);
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  ps_change_set_reason (change, reason);
  ps_change_update (change, before, after);
  ps_change_apply (test->store, change, actor, &record, &error);
  g_assert_no_error (error);
  return record;
}

static GPtrArray *
load (StoreTest *test, const PsHistoryQuery *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = ps_history_load (test->store, query, &error);

  g_assert_no_error (error);
  return records;
}

/* "ID ID …" of what a query gives. */
static const char *
ids (StoreTest *test, const PsHistoryQuery *query)
{
  g_autoptr (GPtrArray) records = load (test, query);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", ((PsHistoryRecord *) records->pdata[i])->id);
  g_ptr_array_add (test->texts, g_string_free (text, FALSE));
  return g_ptr_array_index (test->texts, test->texts->len - 1);
}

static const PsHistoryField *
find_field (const PsHistoryRow *row, const char *name)
{
  for (guint i = 0; i < row->fields->len; i++)
    {
      const PsHistoryField *field = g_ptr_array_index (row->fields, i);

      if (g_str_equal (field->field, name))
        return field;
    }
  return NULL;
}

static void
test_records (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  PsHistoryQuery all = { NULL };
  const PsHistoryRecord *record;

  edit (test, "anna", "edit", "tariff:45A04", "tariff", "tariff_e4 = 900000", "tariff_e4=950000", "indexed by hand");
  edit (test, "bert", "end", "provider:41410001", "provider", "agb = '41410001'", "ended_on=31-12-2025", NULL);
  ps_undo_apply (test->store, 4, "anna", NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  records = load (test, &all);
  g_assert_cmpuint (records->len, ==, 5);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpstr (record->what, ==, "Undone: Provider 41410001 ended");
  g_assert_cmpint (record->undoes, ==, 4);
  g_assert_true (record->can_undo);
  record = g_ptr_array_index (records, 1);
  g_assert_cmpstr (record->what, ==, "Provider 41410001 ended");
  g_assert_cmpint (record->undone_by, ==, 5);
  g_assert_false (record->can_undo);
  record = g_ptr_array_index (records, 2);
  g_assert_cmpstr (record->what, ==, "Tariff of 45A04 changed");
  g_assert_cmpstr (record->actor, ==, "anna");
  g_assert_cmpstr (record->reason, ==, "indexed by hand");
  g_assert_cmpint (record->n_changed, ==, 1);
  g_assert_cmpint (record->n_added, ==, 0);
  g_assert_cmpuint (strlen (record->hash), ==, 64);
  record = g_ptr_array_index (records, 3);
  g_assert_cmpstr (record->what, ==, "Files imported");
  /* Two municipalities, three providers, two segments, three groups, four products, three tariffs, a scheme with two steps. */
  g_assert_cmpint (record->n_added, ==, 20);
  record = g_ptr_array_index (records, 4);
  g_assert_cmpstr (record->what, ==, "Region created");
  g_assert_false (record->can_undo);
}

static void
test_queries (void)
{
  g_autoptr (StoreTest) test = new_region ();
  PsHistoryQuery query = { .thing = "provider:41410001" };
  g_autoptr (GPtrArray) actors = NULL;

  edit (test, "anna", "edit", "provider:41410001", "provider", "agb = '41410001'", "name=A", "takeover_100%");
  edit (test, "bert", "edit", "provider:41410002", "provider", "agb = '41410002'", "name=B", NULL);
  store_test_assert_run (test, "provider 41410001 C", "u");
  edit (test, "anna", "edit", "tariff:45A04:41410001", "tariff", "tariff_e4 = 900000", "tariff_e4=1", NULL);
  /* The import that added it, its own, and the import that changed it. */
  g_assert_cmpstr (ids (test, &query), ==, "5 3 2");
  query = (PsHistoryQuery){ .thing = "tariff:45A04" };
  g_assert_cmpstr (ids (test, &query), ==, "6 2");
  query = (PsHistoryQuery){ .actor = "anna" };
  g_assert_cmpstr (ids (test, &query), ==, "6 3");
  query = (PsHistoryQuery){ .text = "41410002" };
  g_assert_cmpstr (ids (test, &query), ==, "4");
  query = (PsHistoryQuery){ .text = "100%" };
  g_assert_cmpstr (ids (test, &query), ==, "3");
  query = (PsHistoryQuery){ .text = "1_0" };
  g_assert_cmpstr (ids (test, &query), ==, "");
  query = (PsHistoryQuery){ .limit = 2 };
  g_assert_cmpstr (ids (test, &query), ==, "6 5");
  query = (PsHistoryQuery){ .limit = 2, .before = 5 };
  g_assert_cmpstr (ids (test, &query), ==, "4 3");
  query = (PsHistoryQuery){ .since = g_get_real_time () + G_USEC_PER_SEC };
  g_assert_cmpstr (ids (test, &query), ==, "");
  query = (PsHistoryQuery){ .until = store_test_int (test, "SELECT made_at FROM audit_record WHERE id = 3") };
  g_assert_cmpstr (ids (test, &query), ==, "2 1");
  actors = ps_history_actors (test->store, NULL);
  g_assert_cmpuint (actors->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (actors, 0), ==, "anna");
}

/* Field by field, references by their codes, in the user's words. */
static void
test_rows (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const PsHistoryRow *row;
  gint64 record;

  record = edit (test, "anna", "edit", "tariff:45A04", "tariff", "tariff_e4 = 900000", "tariff_e4=950000 provider_id=2", NULL);
  rows = ps_history_rows (test->store, record, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->table, ==, "Tariff");
  g_assert_cmpstr (row->row, ==, "45A04, 41410002, from 01-01-2023");
  g_assert_false (row->added || row->removed);
  g_assert_cmpuint (row->fields->len, ==, 2);
  g_assert_nonnull (strstr (find_field (row, "Tariff")->before, "90"));
  g_assert_nonnull (strstr (find_field (row, "Tariff")->after, "95"));
  g_assert_null (find_field (row, "Provider")->before);
  g_assert_cmpstr (find_field (row, "Provider")->after, ==, "41410002");
}

/* What is gone is named as the trail last knew it. */
static void
test_removed (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const PsHistoryRow *row;
  gint64 tariff;

  change_test_insert (test, "provider", "agb=41410009 name=Es", &error);
  tariff = change_test_insert (test, "tariff", "product_id=1 provider_id=4 valid_from=01-01-2024 tariff_e4=950000", &error);
  change_test_delete (test, "tariff", "provider_id = 4", &error);
  change_test_delete (test, "provider", "id = 4", &error);
  g_assert_no_error (error);
  rows = ps_history_rows (test->store, tariff, 0, &error);
  g_assert_no_error (error);
  row = g_ptr_array_index (rows, 0);
  g_assert_true (row->added);
  g_assert_cmpstr (row->row, ==, "45A04, 41410009, from 01-01-2024");
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = ps_history_rows (test->store, tariff + 1, 0, &error);
  row = g_ptr_array_index (rows, 0);
  g_assert_true (row->removed);
  g_assert_cmpstr (find_field (row, "Provider")->before, ==, "41410009");
  g_assert_null (find_field (row, "Provider")->after);
}

static void
test_import_rows (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) few = NULL;

  rows = ps_history_rows (test->store, 2, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 20);
  g_assert_true (((PsHistoryRow *) rows->pdata[0])->added);
  g_assert_cmpstr (((PsHistoryRow *) rows->pdata[0])->row, ==, "0983 Venlo");
  few = ps_history_rows (test->store, 2, 5, &error);
  g_assert_cmpuint (few->len, ==, 5);
  g_clear_pointer (&rows, g_ptr_array_unref);
  /* Undone, its rows are what was kept of them; redone, they were added by that. */
  ps_undo_apply (test->store, 2, "tester", NULL, NULL, NULL, NULL, &error);
  rows = ps_history_rows (test->store, 2, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 20);
  g_assert_true (((PsHistoryRow *) rows->pdata[0])->added);
  g_assert_cmpstr (((PsHistoryRow *) rows->pdata[0])->row, ==, "0983 Venlo");
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = ps_history_rows (test->store, 3, 0, &error);
  g_assert_cmpuint (rows->len, ==, 20);
  g_assert_true (((PsHistoryRow *) rows->pdata[0])->removed);
  g_assert_cmpstr (((PsHistoryRow *) rows->pdata[14])->row, ==, "45A04, region, from 01-01-2023");
  g_clear_pointer (&rows, g_ptr_array_unref);
  ps_undo_apply (test->store, 3, "tester", NULL, NULL, NULL, NULL, &error);
  rows = ps_history_rows (test->store, 4, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 20);
  g_assert_true (((PsHistoryRow *) rows->pdata[0])->added);
}

static const PsHistoryRow *
find_row (GPtrArray *rows, const char *name)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (((PsHistoryRow *) rows->pdata[i])->row, name))
      return g_ptr_array_index (rows, i);
  return NULL;
}

/* What an import added is shown as it was added, whatever became of it. */
static void
test_import_rows_then (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const PsHistoryRow *row;

  edit (test, "anna", "edit", "tariff:45A04", "tariff", "tariff_e4 = 900000", "tariff_e4=950000", NULL);
  edit (test, "anna", "edit", "tariff:45A04", "tariff", "tariff_e4 = 950000", "tariff_e4=970000 valid_to=31-12-2024", NULL);
  store_test_assert_run (test, "provider 41410002 Nieuw", "u");
  edit (test, "bert", "edit", "provider:41410003", "provider", "agb = '41410003'", "name=Es", NULL);
  change_test_delete (test, "provider", "agb = '41410003'", &error);
  g_assert_no_error (error);
  rows = ps_history_rows (test->store, 2, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 20);
  row = find_row (rows, "45A04, region, from 01-01-2023");
  g_assert_nonnull (strstr (find_field (row, "Tariff")->after, "90.00"));
  g_assert_null (find_field (row, "Through"));
  g_assert_nonnull (find_row (rows, "41410002 Beuk"));
  row = find_row (rows, "41410003 Eik");
  g_assert_true (row->added);
}

/* A hundred thousand records: a page of them, and those of one thing, come without a wait. */
static void
test_many (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = NULL;
  PsHistoryQuery query = { .limit = 200, .before = 50000 };
  gint64 start;

  ps_sql_exec (test->store,
               "WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
               " INSERT INTO audit_record (id, made_at, actor, action, thing, n_changes, previous_hash, hash)"
               " SELECT i, i * 1000000, 'a' || i % 7, 'edit', 'provider:' || (41410000 + i % 500), 1, '', '' FROM n",
               &error);
  ps_sql_exec (test->store,
               "INSERT INTO audit_change (record_id, table_name, row_id, before_state, after_state)"
               " SELECT id, 'provider', 1 + id % 500, '{}', '{}' FROM audit_record WHERE id > 2",
               &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  page = load (test, &query);
  g_assert_cmpuint (page->len, ==, 200);
  g_clear_pointer (&page, g_ptr_array_unref);
  query = (PsHistoryQuery){ .thing = "provider:41410001", .limit = 200 };
  page = load (test, &query);
  g_assert_cmpuint (page->len, ==, 200);
  g_test_message ("two pages: %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/history/records", test_records);
  g_test_add_func ("/store/history/queries", test_queries);
  g_test_add_func ("/store/history/rows", test_rows);
  g_test_add_func ("/store/history/removed", test_removed);
  g_test_add_func ("/store/history/import-rows", test_import_rows);
  g_test_add_func ("/store/history/import-rows-then", test_import_rows_then);
  g_test_add_func ("/store/history/many", test_many);
  return g_test_run ();
}
