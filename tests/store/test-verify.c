/* test-verify.c: what somebody altered in a region file is found, and where
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settled-test.h"
#include "store/ps-audit.h"
#include "store/ps-verify.h"

static StoreTest *
new_region (void)
{
  StoreTest *test = store_test_new ();

  store_test_assert_run (test, store_test_basics, "aaaaaaaaalll[3,0,0,0]ll[2,0,0,0]");
  store_test_assert_run (
      test,
      "agreement 41410001 2024 AMB1 0983 500000 productgroep donut\n---\n"
      "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\nassignment 0983/2 C2 41410001 45L11 01-01-2024 -\n---\n"
      "care 0983/1 01-01-2024 - -\n---\n"
      "line D1 0983/1 45A04 01-01-2024 31-01-2024 1000 900000 9000\n"
      "line D2 0983/2 45L11 01-01-2024 31-01-2024 1 - 9000",
      "l[1,0,0,0]aaaaa");
  store_test_assert_run (test, "provider 41410001 Nieuw", "u");
  store_test_assert_sound (test);
  return test;
}

/* As another program would do it, which does not keep to our triggers and references. */
static void
tamper (StoreTest *test, const char *sql)
{
  g_autoptr (GError) error = NULL;

  sqlite3_db_config (test->store->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  ps_sql_exec (test->store, "PRAGMA foreign_keys = OFF", &error);
  ps_sql_exec (test->store, sql, &error);
  g_assert_no_error (error);
}

static void
assert_found (StoreTest *test, const char *check, const char *where)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ps_verify (test->store, NULL, NULL, NULL, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const PsFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s: %s", finding->check, finding->where, finding->what);
      found = found || (g_str_equal (finding->check, check) && g_str_equal (finding->where, where));
    }
  g_assert_true (found);
}

typedef struct
{
  const char *sql;
  const char *check;
  const char *where;
} Tampering;

static const Tampering tamperings[] = {
  { "DROP TRIGGER audit_record_no_update; UPDATE audit_record SET actor = 'somebody else' WHERE id = 2", "audit", "record 2" },
  { "DROP TRIGGER audit_record_no_update; UPDATE audit_record SET made_at = made_at + 1 WHERE id = 1", "audit", "record 1" },
  { "DROP TRIGGER audit_record_no_delete; DROP TRIGGER import_range_no_delete; DROP TRIGGER import_run_no_delete;"
    " DELETE FROM import_range; DELETE FROM import_run; DELETE FROM audit_record WHERE id = 2",
    "audit", "record 2" },
  { "DROP TRIGGER import_range_no_update; UPDATE import_range SET last_row = last_row - 1 WHERE run_id = 2 AND id % 2 = 0",
    "audit", "record 2" },
  { "DROP TRIGGER import_range_no_update; UPDATE import_range SET run_id = 4 WHERE run_id = 3", "audit", "record 4" },
  { "DROP TRIGGER import_range_no_delete; DELETE FROM import_range WHERE run_id = 3", "audit", "record 3" },
  { "INSERT INTO import_range (run_id, table_name, first_row, last_row) VALUES (4, 'holiday', 1, 1)", "audit", "record 4" },
  { "DROP TRIGGER import_run_no_update; UPDATE import_run SET summary = '{}', actor = 'x' WHERE id = 2", "audit", "record 2" },
  { "DROP TRIGGER import_run_no_update; UPDATE import_run SET summary = '{\"rows\":99}' WHERE id = 3", "audit", "record 3" },
  { "DROP TRIGGER import_run_no_delete; DELETE FROM import_run WHERE id = 4", "audit", "record 4" },
  { "INSERT INTO import_run (id, record_id, finished_at, actor, summary) VALUES (9, 1, 0, 'x', '{}')", "audit", "record 1" },
  { "DROP TRIGGER audit_record_no_delete; DROP TRIGGER import_range_no_delete; DROP TRIGGER import_run_no_delete;"
    " DELETE FROM import_range WHERE run_id = 4; DELETE FROM import_run WHERE id = 4; DROP TRIGGER audit_change_no_delete;"
    " DELETE FROM audit_change WHERE record_id = 4; DELETE FROM audit_record WHERE id = 4",
    "audit", "record 4" },
  { "DROP TRIGGER import_run_no_update; UPDATE import_run SET finished_at = finished_at - 86400000000 WHERE id = 3", "audit",
    "record 3" },
  { "DELETE FROM provider WHERE id = 1", "audit", "provider 1" },
  { "UPDATE audit_head SET hash = 'x'", "audit", "record 4" },
  { "DROP TRIGGER audit_head_no_delete; DELETE FROM audit_head", "audit", "record 4" },
  { "INSERT OR REPLACE INTO audit_head VALUES (1, 2, 'x')", "audit", "record 4" },
  { "DROP TRIGGER line_decision_no_delete", "schema", "trigger line_decision_no_delete" },
  { "DROP INDEX advance_key", "schema", "index advance_key" },
  { "DROP VIEW tariff_readable", "schema", "view tariff_readable" },
  { "CREATE TABLE extra (id INTEGER PRIMARY KEY)", "schema", "table extra" },
  { "CREATE TRIGGER sly AFTER INSERT ON audit_record BEGIN UPDATE tariff SET tariff_e4 = 1; END", "schema", "trigger sly" },
  { "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('trigger', "
    "'sqlite_sly',"
    " 'municipality', 0, 'CREATE TRIGGER sqlite_sly AFTER INSERT ON municipality BEGIN DELETE FROM advance; END')",
    "schema", "trigger sqlite_sly" },
  { "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('view', 'sqlite_stat1',"
    " 'sqlite_stat1', 0, 'CREATE VIEW sqlite_stat1 AS SELECT 1')",
    "schema", "view sqlite_stat1" },
  { "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema (rowid, type, name, tbl_name, rootpage, sql) SELECT -1, type, name,"
    " tbl_name, 0, replace (sql, 'BEFORE UPDATE', 'BEFORE DELETE') FROM sqlite_schema WHERE name = 'audit_record_no_update'",
    "schema", "trigger audit_record_no_update" },
  { "DROP TRIGGER audit_record_no_update; CREATE TRIGGER audit_record_no_update BEFORE UPDATE ON audit_record BEGIN SELECT 1; "
    "END",
    "schema", "trigger audit_record_no_update" },
  { "INSERT INTO line_decision (line_id, provider_id, decision, reason, decided_by, decided_at) VALUES (1, 1, 1, 'x', 'x', 0)",
    "settlements", "line_decision 1" },
  { "UPDATE yearly_limit SET amount_cents = 1 WHERE year = 2020 AND amount_cents IS NOT NULL", "schema",
    "yearly_limit auditor_turnover 2020" },
  { "DELETE FROM yearly_limit WHERE year = 2026", "schema", "yearly_limit auditor_turnover 2026" },
  { "INSERT INTO yearly_limit (year, limit_key, amount_cents) VALUES (2024, 'auditor_turnover', 1)", "schema",
    "yearly_limit auditor_turnover 2024" },
  { "INSERT INTO production_statement (provider_id, year) VALUES (1, 2024)", "settlements", "production_statement 1" },
  { "DROP TRIGGER audit_change_no_update; UPDATE audit_change SET before_state = '{}'", "audit", "record 4" },
  { "DROP TRIGGER audit_change_no_delete; DELETE FROM audit_change", "audit", "record 4" },
  { "UPDATE provider SET name = 'Anders' WHERE id = 1", "audit", "provider 1" },
  { "UPDATE declaration_line SET amount_cents = 9001 WHERE id = 1", "blocks", "provider 41410001, year 2024" },
  { "UPDATE declaration_line SET period_to = period_to + 1 WHERE id = 2", "blocks", "provider 41410001, year 2024, instalments" },
  { "UPDATE line_block SET data = zeroblob (4) WHERE instalment = 0", "blocks", "provider 41410001, year 2024" },
  { "DELETE FROM line_block", "blocks", "provider 41410001, year 2024" },
  { "UPDATE care_period SET stops_on = starts_on + 3", "blocks", "provider 41410001" },
  { "DELETE FROM care_block", "blocks", "provider 41410001" },
  { "UPDATE care_block SET last_start = last_start + 1", "blocks", "provider 41410001" },
  { "UPDATE care_block SET clients = x'00000000'", "blocks", "provider 41410001" },
  { "UPDATE assignment SET client = 'C1'", "blocks", "provider 41410001" },
  { "DELETE FROM municipality WHERE code = '0983'", "references", "agreement_line 1" },
  { "UPDATE agreement_version SET is_current = 0", "rules", "agreement 41410001 2024" },
  { "INSERT INTO agreement_version (agreement_id, number, state, is_current, exchange, division_key, measuring)"
    " VALUES (1, 2, 1, 0, 1, 1, 1), (1, 3, 1, 0, 1, 1, 1)",
    "rules", "agreement 41410001 2024" },
  { "UPDATE agreement_version SET state = 1", "rules", "agreement 41410001 2024" },
  { "DELETE FROM agreement_line; DELETE FROM agreement_version", "rules", "agreement 41410001 2024" },
  { "UPDATE provider SET merged_into = 3 - id WHERE id < 3", "rules", "provider 41410001" },
  { "INSERT INTO provider_agb (provider_id, agb, valid_from) VALUES (2, '41410001', 20000)", "rules", "AGB code 41410001" },
  { "INSERT INTO provider_agb (provider_id, agb, valid_to) VALUES (2, '1', 20000), (3, '1', 19000)", "rules", "AGB code 1" },
  { "UPDATE tariff SET valid_to = NULL; INSERT INTO tariff (product_id, valid_from, tariff_e4) VALUES (1, 20000, 1)", "rules",
    "tariff 45A04 - from 2024-10-04" },
  { "INSERT INTO scheme_step (scheme_id, kind, from_value, paid_bp) VALUES (1, 2, 0, 0)", "rules", "scheme donut" },
  { "UPDATE scheme_step SET from_value = from_value + 1", "rules", "scheme donut" },
  { "UPDATE declaration_line SET provider_id = 2 WHERE id = 1", "rules", "declaration_line 1" },
  { "INSERT INTO agreement_line (version_id, group_id, municipality_id, lump_sum, ceiling_cents) VALUES (1, 1, 2, 0, 1)", "rules",
    "agreement 41410001 2024" },
  { "UPDATE agreement_version SET exchange = 2;"
    " INSERT INTO agreement_line (version_id, group_id, municipality_id, lump_sum, ceiling_cents) VALUES (1, 2, 1, 0, 1)",
    "rules", "agreement 41410001 2024" },
  { "UPDATE agreement_version SET exchange = 1;"
    " INSERT INTO agreement_line (version_id, group_id, municipality_id, lump_sum, ceiling_cents) VALUES (1, 3, 1, 0, 1)",
    "rules", "agreement 41410001 2024" },
};

static void
test_tampering (gconstpointer data)
{
  const Tampering *tampering = data;
  g_autoptr (StoreTest) test = new_region ();

  tamper (test, tampering->sql);
  assert_found (test, tampering->check, tampering->where);
}

/* What a row became by its last change is what it is. */
static void
test_rows (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;

  change_test_insert (test, "municipality", "code=0994 name=A", &error);
  change_test_update (test, "municipality", "code = '0994'", "name=B", &error);
  change_test_insert (test, "municipality", "code=0995 name=C", &error);
  change_test_delete (test, "municipality", "code = '0995'", &error);
  g_assert_no_error (error);
  store_test_assert_sound (test);
  tamper (test, "UPDATE municipality SET name = 'A' WHERE id = 3");
  assert_found (test, "audit", "municipality 3");
  tamper (test, "UPDATE municipality SET name = 'B' WHERE id = 3");
  store_test_assert_sound (test);
  tamper (test, "INSERT INTO municipality (id, code, name) VALUES (4, '0995', 'C')");
  assert_found (test, "audit", "municipality 4");
  tamper (test, "DELETE FROM municipality WHERE id IN (3, 4)");
  assert_found (test, "audit", "municipality 3");
}

/* A final settlement, with an answer to a warning. */
static StoreTest *
new_settled (void)
{
  StoreTest *test = settled_test_new ();

  store_test_assert_run (test, "assignment 0893/9 C9 41410001 45V01 01-03-2024 31-03-2024", "a");
  settled_test_bring (test, "41410001", 2024, PS_SETTLEMENT_FINAL);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM settlement_warning"), >, 0);
  store_test_assert_sound (test);
  return test;
}

/* An import that never was, or did more than it did, with rows that it would have taken along when it was undone. */
static void
test_forged_import (void)
{
  static const char *const forged[] = {
    "INSERT INTO import_run SELECT id, id, made_at, actor, '{}' FROM audit_record WHERE action = 'final';"
    "INSERT INTO import_range (run_id, table_name, first_row, last_row) SELECT id, 'settlement_warning', 1, 99"
    " FROM audit_record WHERE action = 'final'",
    "INSERT INTO import_range (run_id, table_name, first_row, last_row) SELECT id, 'settlement_warning', 1, 99 FROM import_run"
    " ORDER BY id LIMIT 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forged); i++)
    {
      g_autoptr (StoreTest) test = new_settled ();
      g_autofree char *record = NULL;

      tamper (test, forged[i]);
      record = g_strdup_printf (
          "record %d", (int) store_test_int (test, "SELECT run_id FROM import_range WHERE table_name = 'settlement_warning'"));
      assert_found (test, "audit", record);
      tamper (test, "DROP TRIGGER settlement_warning_no_delete; DELETE FROM settlement_warning WHERE id = 1");
      assert_found (test, "audit", "settlement_warning 1");
    }
}

/* The one who is paid is the one whom the documents name; what the trail tells of a later code or name is no finding. */
static void
test_provider_of_settlement (void)
{
  g_autoptr (StoreTest) test = new_settled ();
  g_autoptr (GError) error = NULL;

  tamper (test, "UPDATE provider SET agb = 'x' WHERE id = 1; UPDATE provider SET agb = '41410001' WHERE id = 2;"
                "UPDATE provider SET agb = '41410002' WHERE id = 1");
  assert_found (test, "settlements", "settlement 1");
  tamper (test, "UPDATE provider SET agb = 'x' WHERE id = 1; UPDATE provider SET agb = '41410002' WHERE id = 2;"
                "UPDATE provider SET agb = '41410001', name = 'Anders' WHERE id = 1");
  assert_found (test, "settlements", "settlement 1");
  tamper (test, "UPDATE provider SET name = 'Linde' WHERE id = 1");
  change_test_update (test, "provider", "id = 1", "agb=41419992 name=Later", &error);
  g_assert_no_error (error);
  store_test_assert_sound (test);
}

/* Only a draft; and codes that follow on each other. */
static void
test_no_findings (void)
{
  g_autoptr (StoreTest) test = new_region ();

  tamper (test,
          "INSERT INTO agreement (id, provider_id, year) VALUES (9, 1, 2030);"
          "INSERT INTO agreement_version (agreement_id, number, state, is_current, exchange, division_key, measuring)"
          " VALUES (9, 1, 1, 0, 1, 1, 1);"
          "UPDATE provider SET ended_on = 19999, merged_into = 2 WHERE id = 1;"
          "INSERT INTO provider_agb (provider_id, agb, valid_from) VALUES (2, '41410001', 20000);"
          "INSERT INTO provider_agb (provider_id, agb, valid_from, valid_to) VALUES (2, '1', 1, 20000), (3, '1', 20001, NULL)");
  store_test_assert_sound (test);
}

/* The schema itself refuses what is written in stone. */
static void
test_refused (void)
{
  static const char *const statements[] = {
    "UPDATE audit_record SET actor = 'x'",
    "DELETE FROM audit_record",
    "INSERT OR REPLACE INTO audit_record SELECT * FROM audit_record WHERE id = 2",
    "DELETE FROM audit_head",
    "UPDATE audit_head SET record_id = 1",
    "UPDATE audit_change SET before_state = NULL",
    "DELETE FROM audit_change",
    "UPDATE import_run SET actor = 'x'",
    "DELETE FROM import_run",
    "UPDATE import_range SET last_row = 9",
    "DELETE FROM import_range",
    "UPDATE line_decision SET line_id = 2",
    "UPDATE line_decision SET decision = 1",
    "DELETE FROM line_decision",
    "UPDATE letter SET figures = '[]'",
    "UPDATE letter SET sent_on = 19779",
    "UPDATE letter SET state = 1",
    "UPDATE letter SET state = 5, ended_on = 19800",
    "UPDATE letter SET state = 3",
    "INSERT OR REPLACE INTO letter SELECT * FROM letter",
    "DELETE FROM letter",
    "UPDATE letter_pdf SET pdf = x'01'",
    "INSERT OR REPLACE INTO letter_pdf VALUES (1, x'01')",
    "DELETE FROM letter_pdf",
    "UPDATE letter_event SET day = 19779",
    "INSERT OR REPLACE INTO letter_event SELECT * FROM letter_event",
    "DELETE FROM letter_event",
    "INSERT INTO letter (provider_id, peildatum_id, kind, state, year, subject, body, figures, drafted_by, drafted_at)"
    " VALUES (1, 1, 2, 1, 2024, 's', 'b', '{}', 'x', 0)",
    "DELETE FROM provider",
    "DELETE FROM declaration_line WHERE id = 1",
  };
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GError) error = NULL;

  ps_sql_exec (
      test->store,
      "INSERT INTO line_decision (line_id, provider_id, decision, reason, decided_by, decided_at) VALUES (1, 1, 3, 'x', 'x', 0);"
      "INSERT INTO peildatum (id, day) VALUES (1, 19775);"
      "INSERT INTO letter (id, provider_id, peildatum_id, kind, state, year, subject, body, figures, drafted_by, drafted_at)"
      " VALUES (1, 1, 1, 2, 1, 2024, 's', 'b', '{}', 'x', 0);"
      "INSERT INTO letter_pdf VALUES (1, x'00');"
      "INSERT INTO letter_event (id, letter_id, kind, day, recorded_by, recorded_at) VALUES (1, 1, 3, 19780, 'x', 0);"
      "UPDATE letter SET state = 2, number = 1, pdf_digest = 'x', sent_by = 'x', sent_at = 0, sent_on = 19780, means = 1,"
      " due_on = 19790, addressee = 'A'",
      &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_assert_false (ps_sql_exec (test->store, statements[i], &error));
      g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
      g_clear_error (&error);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ps_verify (test->store, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A file of which pages were overwritten. */
static void
test_damaged_pages (void)
{
  g_autoptr (StoreTest) test = new_region ();
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gint64 page = store_test_int (test, "SELECT rootpage FROM sqlite_schema WHERE name = 'declaration_line'");
  gsize length;

  g_clear_pointer (&test->store, ps_store_close);
  g_assert_true (g_file_get_contents (test->path, &contents, &length, NULL));
  memset (contents + (page - 1) * 4096, 0xff, 2048);
  g_file_set_contents (test->path, contents, length, NULL);
  test->store = ps_store_open (test->path, PS_STORE_READ, &error);
  g_assert_no_error (error);
  findings = ps_verify (test->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, >, 0);
  g_assert_cmpstr (((PsFinding *) findings->pdata[0])->check, ==, "integrity");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *name = g_strdup_printf ("/store/verify/tampering/%u", i);

      g_test_add_data_func (name, &tamperings[i], test_tampering);
    }
  g_test_add_func ("/store/verify/rows", test_rows);
  g_test_add_func ("/store/verify/forged-import", test_forged_import);
  g_test_add_func ("/store/verify/provider-of-settlement", test_provider_of_settlement);
  g_test_add_func ("/store/verify/no-findings", test_no_findings);
  g_test_add_func ("/store/verify/refused", test_refused);
  g_test_add_func ("/store/verify/cancelled", test_cancelled);
  g_test_add_func ("/store/verify/damaged-pages", test_damaged_pages);
  return g_test_run ();
}
