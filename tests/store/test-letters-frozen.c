/* test-letters-frozen.c: the file itself refuses to change what was sent; and what another program altered all the same is found
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include "letter-test.h"
#include "store/ps-verify.h"

/* Letter 1 is answered, 2 and 3 were withdrawn after they were sent, 4 is closed, 5 a draft that was withdrawn, 6 a draft. */
static StoreTest *
new_region (void)
{
  StoreTest *test = letter_test_region ();

  g_assert_cmpint (letter_test_send (test, LINDE), ==, 1);
  letter_test_take (test, 1, PS_LETTER_EVENT_REMINDED, "09-08-2024", NULL);
  letter_test_take (test, 1, PS_LETTER_EVENT_ANSWERED, "14-08-2024", "We grew.");
  g_assert_cmpint (letter_test_send (test, EIK), ==, 2);
  g_assert_cmpint (letter_test_send (test, BEUK), ==, 3);
  letter_test_take (test, 3, PS_LETTER_EVENT_WITHDRAWN, "30-07-2024", "A slip.");
  g_assert_cmpint (letter_test_send (test, BEUK), ==, 4);
  letter_test_take (test, 4, PS_LETTER_EVENT_DECIDED, "20-08-2024", "Less.");
  letter_test_take (test, 4, PS_LETTER_EVENT_CLOSED, "20-08-2024", NULL);
  letter_test_take (test, 2, PS_LETTER_EVENT_WITHDRAWN, "30-07-2024", "Another slip.");
  g_assert_cmpint (letter_test_draft (test, EIK), ==, 5);
  letter_test_take (test, 5, PS_LETTER_EVENT_WITHDRAWN, "30-07-2024", "Not needed.");
  g_assert_cmpint (letter_test_draft (test, EIK), ==, 6);
  store_test_assert_sound (test);
  return test;
}

/* Whoever writes to the file: what was sent stays. */
static void
test_refused (void)
{
  static const char *const frozen[] = {
    "kind = 3",         "number = 9",       "subject = 'x'", "body = 'x'",      "figures = 'x'",
    "addressee = 'x'",  "pdf_digest = 'x'", "sent_by = 'x'", "sent_at = 1",     "sent_on = 1",
    "means = 3",        "state = 1",        "year = 2023",   "provider_id = 2", "peildatum_id = peildatum_id + 1",
    "drafted_by = 'x'", "drafted_at = 1",   "id = 99",       "number = NULL",   "state = 3, answered_on = NULL",
  };
  static const char *const others[] = {
    "DELETE FROM letter WHERE id = 1",
    "DELETE FROM letter WHERE id = 6",
    "DELETE FROM letter_event WHERE id = 1",
    "DELETE FROM letter_pdf WHERE letter_id = 1",
    "UPDATE letter_pdf SET pdf = x'00' WHERE letter_id = 1",
    "UPDATE letter_event SET day = day + 1 WHERE id = 1",
    "UPDATE letter_event SET note = 'x'",
    "INSERT OR REPLACE INTO letter_pdf VALUES (1, x'00')",
    "INSERT OR REPLACE INTO letter_event SELECT * FROM letter_event WHERE id = 1",
    "INSERT OR REPLACE INTO letter SELECT * FROM letter WHERE id = 1",
    "INSERT INTO letter SELECT 99, provider_id, 2, kind, state, year, 99, template_id, subject, body, figures, addressee, "
    "pdf_digest,"
    " drafted_by, drafted_at, sent_by, sent_at, sent_on, means, due_on, reminded_on, answered_on, answer, measures, talk_by, "
    "talked_on,"
    " talk, decide_by, decided_on, decision, ended_on, end_reason FROM letter WHERE id = 1",
    "UPDATE letter SET answer = 'x' WHERE id = 4",
    "UPDATE letter SET state = 2, ended_on = NULL WHERE id = 4",
    "UPDATE letter SET state = 1, ended_on = NULL, end_reason = NULL WHERE id = 5",
    "UPDATE letter SET state = 2 WHERE id = 6",
  };
  g_autoptr (StoreTest) test = new_region ();

  for (guint i = 0; i < G_N_ELEMENTS (frozen); i++)
    store_test_assert_kept (test, "UPDATE letter SET %s WHERE id = 1", frozen[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    store_test_assert_kept (test, "%s", others[i]);
  store_test_assert_sound (test);
}

/* As another program would: no triggers, no references, no checks, no keys. */
static void
unlock (StoreTest *test)
{
  g_auto (GStrv) triggers =
      g_strsplit (store_test_text (test, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"), "\n", -1);
  g_autoptr (GError) error = NULL;

  ps_sql_exec (test->store, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", &error);
  ps_sql_exec (test->store, "DROP INDEX letter_one; DROP INDEX letter_number", &error);
  for (guint i = 0; triggers[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER %s", triggers[i]);

      ps_sql_exec (test->store, sql, &error);
    }
  g_assert_no_error (error);
}

static gboolean
says (GPtrArray *findings, const char *check, const char *where)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const PsFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->where, where) && (check == NULL || g_str_equal (finding->check, check)))
        return TRUE;
    }
  return FALSE;
}

/* One alteration, which is taken back: verify must find it, and say where. */
static void
assert_found (StoreTest *test, const char *sql, const char *check, const char *where)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  ps_sql_exec (test->store, "BEGIN", &error);
  ps_sql_exec (test->store, sql, &error);
  if (error != NULL)
    g_error ("%s: %s", sql, error->message);
  g_assert_cmpint (sqlite3_changes (test->store->db), >, 0);
  findings = ps_verify (test->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (!says (findings, check, where))
    {
      for (guint i = 0; i < findings->len; i++)
        {
          const PsFinding *finding = g_ptr_array_index (findings, i);

          g_test_message ("%s: %s: %s", finding->check, finding->where, finding->what);
        }
      g_error ("%s: not found at “%s”", sql, where);
    }
  ps_sql_exec (test->store, "ROLLBACK", &error);
  g_assert_no_error (error);
}

static GPtrArray *
columns_of (StoreTest *test, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s') WHERE name <> 'id'", table);
  g_auto (GStrv) names = g_strsplit (store_test_text (test, sql), "\n", -1);
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (columns, g_strdup (names[i]));
  return columns;
}

static void
alter_columns (StoreTest *test, const char *table, int id)
{
  g_autoptr (GPtrArray) columns = columns_of (test, table);

  for (guint i = 0; i < columns->len; i++)
    {
      const char *column = columns->pdata[i];
      g_autofree char *where = g_strdup_printf ("%s %d", table, id);
      g_autofree char *sql =
          g_strdup_printf ("UPDATE %s SET %s = CASE (SELECT type FROM pragma_table_info ('%s') WHERE name = '%s') WHEN 'INTEGER'"
                           " THEN ifnull (%s, 0) + 1000 ELSE ifnull (%s, '') || 'x' END WHERE id = %d",
                           table, column, table, column, column, column, id);

      assert_found (test, sql, "audit", where);
    }
}

/* Every column of letters in every state, and of what happened to them. */
static void
test_columns (void)
{
  g_autoptr (StoreTest) test = new_region ();

  unlock (test);
  for (int letter = 1; letter <= 6; letter++)
    alter_columns (test, "letter", letter);
  for (int event = 1; event <= 4; event++)
    alter_columns (test, "letter_event", event);
}

static void
test_pages (void)
{
  g_autoptr (StoreTest) test = new_region ();

  unlock (test);
  assert_found (test, "UPDATE letter_pdf SET pdf = CAST (pdf || x'00' AS BLOB) WHERE letter_id = 1", "letters", "letter 1");
  assert_found (test, "UPDATE letter_pdf SET pdf = x'' WHERE letter_id = 3", "letters", "letter 3");
  assert_found (test, "UPDATE letter_pdf SET pdf = (SELECT pdf FROM letter_pdf WHERE letter_id = 4) WHERE letter_id = 3",
                "letters", "letter 3");
  assert_found (test, "DELETE FROM letter_pdf WHERE letter_id = 2", "letters", "letter 2");
  assert_found (test, "INSERT INTO letter_pdf VALUES (6, x'00')", "letters", "letter 6");
  assert_found (test, "INSERT INTO letter_pdf VALUES (99, x'00')", "letters", "letter 99");
}

/* Rows that are gone, or came from nowhere. */
static void
test_rows (void)
{
  g_autoptr (StoreTest) test = new_region ();

  unlock (test);
  assert_found (test, "DELETE FROM letter WHERE id = 6", "audit", "letter 6");
  assert_found (test, "DELETE FROM letter WHERE id = 3", "letters", "letters of 2024");
  assert_found (test, "DELETE FROM letter_event WHERE id = 1", "audit", "letter_event 1");
  assert_found (test, "DELETE FROM letter_event WHERE id = 4", "letters", "letter 1");
  assert_found (test, "INSERT INTO letter_event VALUES (99, 1, 13, 19900, 'x', 'tester', 1)", "letters", "letter_event 99");
  assert_found (test,
                "INSERT INTO letter_event SELECT 99, letter_id, kind, day, note, recorded_by, recorded_at FROM letter_event"
                " WHERE id = 3",
                "letters", "letter_event 99");
  assert_found (
      test,
      "INSERT INTO letter SELECT 99, 4, peildatum_id, kind, state, year, number, template_id, subject, body, figures, addressee,"
      " pdf_digest, drafted_by, drafted_at, sent_by, sent_at, sent_on, means, due_on, reminded_on, answered_on, answer, measures,"
      " talk_by, talked_on, talk, decide_by, decided_on, decision, ended_on, end_reason FROM letter WHERE id = 6",
      "letters", "letter 99");
}

/* The row and the trail altered alike: the course does not follow any more. */
static void
test_course (void)
{
  g_autoptr (StoreTest) test = new_region ();

  unlock (test);
  assert_found (test, "UPDATE letter SET state = 2 WHERE id = 1", "letters", "letter 1");
  assert_found (test, "UPDATE letter SET sent_on = sent_on + 1 WHERE id = 1", "letters", "letter 1");
  assert_found (test, "UPDATE letter SET reminded_on = NULL WHERE id = 1", "letters", "letter 1");
  assert_found (test, "UPDATE letter SET answered_on = NULL WHERE id = 1", "letters", "letter 1");
  assert_found (test, "UPDATE letter SET talked_on = 19900 WHERE id = 1", "letters", "letter 1");
  assert_found (test, "UPDATE letter SET decided_on = NULL WHERE id = 4", "letters", "letter 4");
  assert_found (test, "UPDATE letter SET ended_on = ended_on - 1 WHERE id = 4", "letters", "letter 4");
  assert_found (test, "UPDATE letter SET sent_by = 'x' WHERE id = 1", "letters", "letter 1");
  assert_found (test, "UPDATE letter SET drafted_by = 'x' WHERE id = 6", "letters", "letter 6");
  assert_found (test, "UPDATE letter SET figures = 'x' WHERE id = 1", "letters", "letter 1");
  assert_found (test, "UPDATE letter SET figures = replace (figures, '2024-07-19', '2024-07-18') WHERE id = 1", "letters",
                "letter 1");
  assert_found (test, "UPDATE letter SET number = 7 WHERE id = 4", "letters", "letters of 2024");
  assert_found (test, "UPDATE letter SET year = 2023 WHERE id = 4", "letters", "letter 4");
  assert_found (test, "UPDATE letter_event SET kind = 9 WHERE id = 1", "letters", "letter 1");
  /* drafted after it was sent */
  assert_found (test, "UPDATE letter_event SET day = day + 10 WHERE id = 1", "letters", "letter 1");
  assert_found (test, "UPDATE letter_event SET recorded_by = 'x' WHERE id = 2", "letters", "letter_event 2");
  assert_found (test, "UPDATE audit_record SET thing = 'letter:BB-2024-0002' WHERE thing = 'letter:BB-2024-0001'", "letters",
                "letter_event 2");
  assert_found (test, "UPDATE audit_record SET thing = 'region' WHERE thing = 'letter:BB-2024-0001'", "letters",
                "letter_event 2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters-frozen/refused", test_refused);
  g_test_add_func ("/letters-frozen/columns", test_columns);
  g_test_add_func ("/letters-frozen/pages", test_pages);
  g_test_add_func ("/letters-frozen/rows", test_rows);
  g_test_add_func ("/letters-frozen/course", test_course);
  return g_test_run ();
}
