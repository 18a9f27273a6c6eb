/* test-undo.c: taking back, and taking back the taking back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "change-test.h"
#include "store/ps-verify.h"
#include "undo-test.h"

static const char messages[] = "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\n"
                               "assignment 0983/2 C2 41410002 45L11 01-01-2024 -\n---\n"
                               "care 0983/1 01-01-2024 - -\ncare 0983/2 01-01-2024 30-06-2024 31\n---\n"
                               "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
                               "line D2 0983/2 45L11 01-01-2024 31-01-2024 1 - 9000";

static StoreTest *
new_region (void)
{
  StoreTest *test = store_test_new ();

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  return test;
}

/* An added, a changed and a deleted row, back and forth. */
static void
test_rows (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  const char *states[4];
  gint64 records[4];

  states[0] = change_test_content (test);
  records[1] = change_test_insert (test, "provider", "agb=41410009 name=Es", &error);
  states[1] = change_test_content (test);
  records[2] = change_test_update (test, "provider", "agb = '41410009'", "name=Esdoorn ended_on=31-12-2025", &error);
  states[2] = change_test_content (test);
  records[3] = change_test_delete (test, "provider", "agb = '41410009'", &error);
  g_assert_no_error (error);
  for (int i = 3; i > 0; i--)
    {
      records[i] = undo_test_apply (test, records[i]);
      g_assert_cmpstr (change_test_content (test), ==, states[i - 1]);
    }
  for (int i = 1; i < 3; i++)
    {
      undo_test_apply (test, records[i]);
      g_assert_cmpstr (change_test_content (test), ==, states[i]);
    }
  g_assert_cmpstr (store_test_text (test, "SELECT group_concat (action, ' ') FROM audit_record WHERE id > 2"), ==,
                   "create edit delete undo undo undo redo redo");
}

static void
test_conflicts (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  gint64 added, changed, deleted;

  added = change_test_insert (test, "provider", "agb=41410009 name=Es", &error);
  changed = change_test_update (test, "provider", "agb = '41410009'", "name=Esdoorn", &error);
  undo_test_assert_refused (test, added, PS_STORE_ERROR_CONFLICT, "Provider 41410009|Name|“Es”|“Esdoorn”|by tester on");
  change_test_update (test, "provider", "agb = '41410009'", "name=Eik", &error);
  undo_test_assert_refused (test, changed, PS_STORE_ERROR_CONFLICT, "Provider 41410009|Name|“Esdoorn”|“Eik”|by tester on");
  deleted = change_test_delete (test, "provider", "agb = '41410009'", &error);
  undo_test_assert_refused (test, changed, PS_STORE_ERROR_CONFLICT, "Provider 41410009|removed since|by tester on");
  change_test_insert (test, "provider", "agb=41410009 name=Another", &error);
  g_assert_no_error (error);
  undo_test_assert_refused (test, deleted, PS_STORE_ERROR_CONFLICT, "Provider 41410009 Another|already");
  undo_test_assert_refused (test, 1, PS_STORE_ERROR_RULE, "region was created");
  undo_test_assert_refused (test, 999, PS_STORE_ERROR_RULE, "no such change");
}

/* What came later refers to what would go. */
static void
test_used_since (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  gint64 added = change_test_insert (test, "provider", "agb=41410009 name=Es", &error);
  gint64 tariff =
      change_test_insert (test, "tariff", "product_id=1 provider_id=4 valid_from=01-01-2024 tariff_e4=950000", &error);

  g_assert_no_error (error);
  undo_test_assert_refused (test, added, PS_STORE_ERROR_CONFLICT, "Tariff 45A04, 41410009, from 01-01-2024|needs");
  undo_test_apply (test, tariff);
  undo_test_apply (test, added);
}

/* Undoing twice, and an undo of which the undoing would break a rule. */
static void
test_rules (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  gint64 ended = change_test_update (test, "tariff", "tariff_e4 = 900000", "valid_to=31-12-2023", &error);

  change_test_insert (test, "tariff", "product_id=1 valid_from=01-01-2024 tariff_e4=950000", &error);
  g_assert_no_error (error);
  undo_test_assert_refused (test, ended, PS_STORE_ERROR_CONFLICT, "overlaps");
  undo_test_apply (test, undo_test_last_record (test));
  undo_test_apply (test, ended);
  undo_test_assert_refused (test, ended, PS_STORE_ERROR_CONFLICT, "undone already");
}

/* A whole import: its rows go and come back with the ids that they had, with the copies. */
static void
test_import (void)
{
  g_autoptr (StoreTest) test = new_region ();
  const char *before = change_test_content (test), *after;
  gint64 import, undone;

  store_test_assert_run (test, messages, "aaaaaa");
  after = change_test_content (test);
  import = undo_test_last_record (test);
  undone = undo_test_apply (test, import);
  g_assert_cmpstr (change_test_content (test), ==, before);
  g_assert_cmpint (store_test_int (test, "SELECT sum (n_rows) FROM audit_removed"), ==, 6);
  undone = undo_test_apply (test, undone);
  g_assert_cmpstr (change_test_content (test), ==, after);
  undone = undo_test_apply (test, undone);
  g_assert_cmpstr (change_test_content (test), ==, before);
  undo_test_apply (test, undone);
  g_assert_cmpstr (change_test_content (test), ==, after);
}

/* Imported again after it was undone: other ids, and the old one cannot come back beside it. */
static void
test_import_again (void)
{
  g_autoptr (StoreTest) test = new_region ();
  gint64 undone;

  store_test_assert_run (test, messages, "aaaaaa");
  undone = undo_test_apply (test, undo_test_last_record (test));
  store_test_assert_run (test, messages, "aaaaaa");
  g_assert_cmpint (store_test_int (test, "SELECT min (id) FROM declaration_line"), ==, 3);
  undo_test_assert_refused (test, undone, PS_STORE_ERROR_CONFLICT, "there already");
}

/* An import that changed rows, and added some that it changed in a later file. */
static void
test_import_changes (void)
{
  g_autoptr (StoreTest) test = new_region ();
  const char *before = change_test_content (test), *after;
  gint64 undone;

  store_test_assert_run (test,
                         "provider 41410001 Nieuw\nprovider 41410008 Es\n---\nprovider 41410008 Esdoorn\n---\n"
                         "tariff 45A04 - 01-01-2023 31-12-2023 900000\ntariff 45A04 - 01-01-2024 - 950000",
                         "uaull[1,1,0,0]");
  after = change_test_content (test);
  undone = undo_test_apply (test, undo_test_last_record (test));
  g_assert_cmpstr (change_test_content (test), ==, before);
  undo_test_apply (test, undone);
  g_assert_cmpstr (change_test_content (test), ==, after);
}

/* Something of it was changed since: a person's change, another import's; undone again it does not matter. */
static void
test_import_conflict (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  gint64 import, edit;

  store_test_assert_run (test, "provider 41410008 Es", "a");
  import = undo_test_last_record (test);
  edit = change_test_update (test, "provider", "agb = '41410008'", "notes=x", &error);
  change_test_update (test, "provider", "agb = '41410008'", "name=Esdoorn", &error);
  g_assert_no_error (error);
  undo_test_assert_refused (test, import, PS_STORE_ERROR_CONFLICT, "Provider 41410008|Name|“Es”|“Esdoorn”|by tester");
  undo_test_apply (test, undo_test_last_record (test));
  undo_test_assert_refused (test, import, PS_STORE_ERROR_CONFLICT, "Provider 41410008|Notes|empty|“x”");
  undo_test_apply (test, edit);
  undo_test_apply (test, import);
}

static void
test_import_used (void)
{
  g_autoptr (StoreTest) test = new_region ();
  gint64 first;

  store_test_assert_run (test, "assignment 0983/1 C1 41410001 45A04 01-01-2024 -", "a");
  first = undo_test_last_record (test);
  store_test_assert_run (test, "care 0983/1 01-01-2024 - -", "a");
  undo_test_assert_refused (test, first, PS_STORE_ERROR_CONFLICT, "Care period 0983, 1, from 01-01-2024|needs");
}

/* As many as a bulk run has, where the indices are made anew. */
static void
test_import_bulk (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const char *before, *after;
  gint64 undone;

  store_test_assert_run (test, messages, "aaaaaa");
  before = change_test_content (test);
  for (int i = 0; i < 25000; i++)
    g_string_append_printf (lines, "line L%d 0983/%d %s 01-02-2024 29-02-2024 1000 900000 9000\n", i, i % 2 + 1,
                            i % 2 == 0 ? "45A04" : "45L11");
  store_test_begin (test, 0);
  store_test_put (test, lines->str);
  store_test_end (test, TRUE);
  after = change_test_content (test);
  g_cancellable_cancel (cancellable);
  g_assert_false (ps_undo_apply (test->store, undo_test_last_record (test), "tester", cancellable, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  undone = undo_test_apply (test, undo_test_last_record (test));
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM audit_removed"), ==, 2);
  g_assert_cmpstr (change_test_content (test), ==, before);
  undo_test_apply (test, undone);
  g_assert_cmpstr (change_test_content (test), ==, after);
  g_assert_cmpstr (store_test_text (test, "PRAGMA journal_mode"), ==, "wal");
}

static int
on_statement_done_cb (unsigned int kind, void *user_data, void *statement, void *took)
{
  gint64 *steps = user_data;

  *steps += sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_VM_STEP, TRUE);
  return 0;
}

/* Undoing a small import in a large region reads only what it is about: it takes fewer steps than the region has lines. */
static void
test_import_small (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) few =
      g_string_new ("assignment 0983/3 C3 41410003 45A04 01-01-2024 -\n---\ncare 0983/3 01-01-2024 - -\n---\n");
  const char *before, *after;
  gint64 undone, steps = 0;

  store_test_assert_run (test, messages, "aaaaaa");
  store_test_assert_run (test,
                         "assignment 0983/4 C4 41410003 45A04 01-01-2024 -\n---\ncare 0983/4 01-01-2024 - -\n---\n"
                         "line M1 0983/4 45A04 01-02-2024 29-02-2024 1000 900000 9000",
                         "aaa");
  for (int i = 0; i < 60000; i++)
    g_string_append_printf (lines, "line L%d 0983/%d %s 01-02-2024 29-02-2024 1000 900000 9000\n", i, i % 2 + 1,
                            i % 2 == 0 ? "45A04" : "45L11");
  store_test_run (test, lines->str);
  before = change_test_content (test);
  for (int i = 0; i < 20; i++)
    g_string_append_printf (few, "line F%d 0983/%d 45A04 01-03-2024 31-03-2024 1000 900000 9000\n", i, i % 2 + 3);
  store_test_run (test, few->str);
  after = change_test_content (test);
  sqlite3_trace_v2 (test->store->db, SQLITE_TRACE_PROFILE, on_statement_done_cb, &steps);
  g_assert_true (ps_undo_apply (test->store, undo_test_last_record (test), "tester", NULL, NULL, NULL, &undone, NULL));
  g_test_message ("undone in %" G_GINT64_FORMAT " steps", steps);
  g_assert_cmpint (steps, <, 60000);
  sqlite3_trace_v2 (test->store->db, 0, NULL, NULL);
  store_test_assert_sound (test);
  g_assert_cmpstr (change_test_content (test), ==, before);
  steps = 0;
  sqlite3_trace_v2 (test->store->db, SQLITE_TRACE_PROFILE, on_statement_done_cb, &steps);
  g_assert_true (ps_undo_apply (test->store, undone, "tester", NULL, NULL, NULL, &undone, NULL));
  g_test_message ("redone in %" G_GINT64_FORMAT " steps", steps);
  g_assert_cmpint (steps, <, 60000);
  sqlite3_trace_v2 (test->store->db, 0, NULL, NULL);
  store_test_assert_sound (test);
  g_assert_cmpstr (change_test_content (test), ==, after);
}

/* What an import brought since uses what a change added, and what another change made use it. */
static void
test_used_by_messages (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  gint64 product, import, removed, edit;

  product = change_test_insert (test, "product", "code=45B01 name=B group_id=1 funding=1 unit=4", &error);
  g_assert_no_error (error);
  store_test_assert_run (test, "advance 41410001 45B01 0983 05-2024 20000", "a");
  import = undo_test_last_record (test);
  undo_test_assert_refused (test, product, PS_STORE_ERROR_CONFLICT, "Advance|needs");
  import = undo_test_apply (test, import);
  removed = undo_test_apply (test, product);
  undo_test_assert_refused (test, import, PS_STORE_ERROR_CONFLICT, "belongs to was removed since");
  product = undo_test_apply (test, removed);
  import = undo_test_apply (test, import);
  /* The import is older than the redo of what it uses, and stands. */
  undo_test_assert_refused (test, product, PS_STORE_ERROR_CONFLICT, "Advance|needs");
  undo_test_apply (test, import);
  store_test_assert_run (test, "advance 41410001 45A04 0983 05-2024 20000", "a");
  undo_test_apply (test, product);
  product = undo_test_apply (test, undo_test_last_record (test));
  edit = change_test_update (test, "advance", "1", "product_id=5", &error);
  g_assert_no_error (error);
  undo_test_assert_refused (test, product, PS_STORE_ERROR_CONFLICT, "Advance|needs");
  undo_test_apply (test, edit);
  undo_test_apply (test, product);
}

/* Rows that were kept are covered by the record's digest. */
static void
test_tampering (void)
{
  static const char *const statements[] = {
    "DROP TRIGGER audit_removed_no_update; UPDATE audit_removed SET n_rows = n_rows + 1 WHERE sequence = 1",
    "DROP TRIGGER audit_removed_no_update; UPDATE audit_removed SET data = zeroblob (4) WHERE sequence = 1",
    "DROP TRIGGER audit_removed_no_delete; DELETE FROM audit_removed WHERE sequence = 1",
    "DROP TRIGGER audit_removed_no_delete; DELETE FROM audit_removed",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (StoreTest) test = new_region ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;

      store_test_assert_run (test, messages, "aaaaaa");
      undo_test_apply (test, undo_test_last_record (test));
      g_assert_false (ps_sql_exec (test->store, "DELETE FROM audit_removed", NULL));
      g_assert_false (ps_sql_exec (test->store, "UPDATE audit_removed SET n_rows = 9", NULL));
      ps_sql_exec (test->store, statements[i], &error);
      g_assert_no_error (error);
      findings = ps_verify (test->store, NULL, NULL, NULL, &error);
      g_assert_cmpuint (findings->len, ==, 2);
      g_assert_cmpstr (((PsFinding *) findings->pdata[0])->check, ==, "schema");
      g_assert_cmpstr (((PsFinding *) findings->pdata[1])->where, ==, "record 4");
    }
}

/* Ctrl+Z takes one's own changes one after the other; Ctrl+Shift+Z puts them back, until there is a new one. */
static void
test_find (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;
  PsUndoable undoable;
  gint64 first, second;

  first = change_test_insert (test, "municipality", "code=0994 name=A", &error);
  second = change_test_insert (test, "municipality", "code=0995 name=B", &error);
  g_assert_true (ps_undo_find (test->store, "tester", &undoable, &error));
  g_assert_cmpint (undoable.undo, ==, second);
  g_assert_cmpint (undoable.redo, ==, 0);
  g_assert_cmpstr (undoable.undo_what, ==, "Municipality test added");
  ps_undoable_clear (&undoable);
  undo_test_apply (test, second);
  undo_test_apply (test, first);
  g_assert_true (ps_undo_find (test->store, "tester", &undoable, &error));
  g_assert_cmpint (undoable.undo, ==, 2); /* the import */
  g_assert_cmpint (undoable.redo, ==, undo_test_last_record (test));
  g_assert_cmpstr (undoable.redo_what, ==, "Municipality test added");
  undo_test_apply (test, undoable.redo);
  ps_undoable_clear (&undoable);
  g_assert_true (ps_undo_find (test->store, "tester", &undoable, &error));
  g_assert_cmpint (undoable.undo, ==, first);
  g_assert_cmpint (undoable.redo, ==, undo_test_last_record (test) - 2);
  ps_undoable_clear (&undoable);
  change_test_insert (test, "municipality", "code=0996 name=C", &error);
  g_assert_true (ps_undo_find (test->store, "tester", &undoable, &error));
  g_assert_cmpint (undoable.undo, ==, undo_test_last_record (test));
  g_assert_cmpint (undoable.redo, ==, 0);
  ps_undoable_clear (&undoable);
  g_assert_true (ps_undo_find (test->store, "anna", &undoable, &error));
  g_assert_cmpint (undoable.undo, ==, 0);
  g_assert_null (undoable.undo_what);
  g_assert_no_error (error);
}

/* Any change of some kinds, picked by chance. 0: it was refused, which counts as none. */
static gint64
change_something (StoreTest *test, GRand *random)
{
  g_autofree char *values = NULL;
  g_autofree char *where = NULL;
  int n = g_rand_int_range (random, 0, 40);
  g_autoptr (GError) error = NULL;

  switch (g_rand_int_range (random, 0, 9))
    {
    case 0:
      values = g_strdup_printf ("agb=414200%02d name=P%d", n, n);
      return change_test_insert (test, "provider", values, &error);
    case 1:
      values = g_strdup_printf ("name=N%d notes=%s kind=%d", n, n % 3 == 0 ? "-" : "x\"y", n % 3 + 1);
      where = g_strdup_printf ("id = (SELECT id FROM provider ORDER BY id LIMIT 1 OFFSET %d)", n % 3);
      return change_test_update (test, "provider", where, values, &error);
    case 2:
      if (store_test_int (test, "SELECT count (*) FROM provider WHERE id > 3") == 0)
        return 0;
      return change_test_delete (test, "provider", "id = (SELECT max (id) FROM provider)", &error);
    case 3:
      values = g_strdup_printf ("product_id=%d provider_id=%d valid_from=01-%02d-2022 valid_to=28-%02d-2022 tariff_e4=%d",
                                n % 4 + 1, n % 3 + 1, n % 12 + 1, n % 12 + 1, n * 100);
      return change_test_insert (test, "tariff", values, &error);
    case 4:
      if (store_test_int (test, "SELECT count (*) FROM tariff WHERE id > 3") == 0)
        return 0;
      return change_test_delete (test, "tariff", "id = (SELECT max (id) FROM tariff)", &error);
    case 5:
      values = g_strdup_printf ("funding=%d unit=2 norm_months=6", n % 4 + 1);
      return change_test_update (test, "product", "code = '45A04'", values, &error);
    case 6:
      values = g_strdup_printf ("from_value=%d", 10000 + n * 10);
      return change_test_update (test, "scheme_step", "from_value > 0", values, &error);
    case 7:
      values = g_strdup_printf ("assignment 0893/%d C%d 4141000%d 45A04 01-01-2024 -\n---\ncare 0893/%d 0%d-01-2024 - -\n---\n"
                                "line R%d 0893/%d 45A04 01-01-2024 31-01-2024 1000 900000 9000",
                                n, n, n % 3 + 1, n, n % 5 + 1, n, n);
      break;
    default:
      values = g_strdup_printf ("provider 4141000%d M%d\n---\nmunicipality 09%02d G%d", n % 3 + 1, n, n, n);
      break;
    }
  store_test_begin (test, 0);
  store_test_put (test, values);
  n = (int) undo_test_last_record (test);
  store_test_end (test, test->refusals->len == 0);
  return undo_test_last_record (test) > n ? undo_test_last_record (test) : 0;
}

/* Many changes taken back in reverse order give what there was; put back again, what there was then. */
static void
test_all (gconstpointer data)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *before, *after;

  store_test_assert_run (test, messages, "aaaaaa");
  before = change_test_content (test);
  while (records->len < 40)
    {
      gint64 record = change_something (test, random);

      if (record != 0)
        g_array_append_val (records, record);
    }
  after = change_test_content (test);
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = records->len; i-- > 0;)
        g_array_index (records, gint64, i) = undo_test_apply (test, g_array_index (records, gint64, i));
      g_assert_cmpstr (change_test_content (test), ==, before);
      for (guint i = 0; i < records->len; i++)
        g_array_index (records, gint64, i) = undo_test_apply (test, g_array_index (records, gint64, i));
      g_assert_cmpstr (change_test_content (test), ==, after);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/undo/rows", test_rows);
  g_test_add_func ("/store/undo/conflicts", test_conflicts);
  g_test_add_func ("/store/undo/used-since", test_used_since);
  g_test_add_func ("/store/undo/rules", test_rules);
  g_test_add_func ("/store/undo/import", test_import);
  g_test_add_func ("/store/undo/import-again", test_import_again);
  g_test_add_func ("/store/undo/import-changes", test_import_changes);
  g_test_add_func ("/store/undo/import-conflict", test_import_conflict);
  g_test_add_func ("/store/undo/import-used", test_import_used);
  g_test_add_func ("/store/undo/import-bulk", test_import_bulk);
  g_test_add_func ("/store/undo/import-small", test_import_small);
  g_test_add_func ("/store/undo/used-by-messages", test_used_by_messages);
  g_test_add_func ("/store/undo/tampering", test_tampering);
  g_test_add_func ("/store/undo/find", test_find);
  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/store/undo/all/%u", seed);

      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_all);
    }
  return g_test_run ();
}
