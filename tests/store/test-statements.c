/* test-statements.c: production statements, and the dates and limits of a year
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "change-test.h"
#include "store/ps-statements.h"
#include "store/ps-undo.h"

static PsStatementLimits
limits_of (StoreTest *test, int year)
{
  g_autoptr (GError) error = NULL;
  PsStatementLimits limits;

  ps_statements_limits (test->store, year, &limits, &error);
  g_assert_no_error (error);
  g_assert_cmpint (limits.year, ==, year);
  return limits;
}

static void
assert_limits (StoreTest *test, int year, gint64 cents, const char *due, const char *certified_due)
{
  PsStatementLimits limits = limits_of (test, year);

  g_assert_cmpint (limits.auditor_cents, ==, cents);
  g_assert_cmpint (limits.due_on, ==, change_test_day (due));
  g_assert_cmpint (limits.certified_due_on, ==, change_test_day (certified_due));
}

/* domain.md §6: 1 March and 1 April; € 125.000, from 2026 on € 200.000; a year without a row has the last one's before it. */
static void
test_limits (void)
{
  g_autoptr (StoreTest) test = change_test_region ();

  assert_limits (test, 2020, 12500000, "01-03-2021", "01-04-2021");
  assert_limits (test, 2025, 12500000, "01-03-2026", "01-04-2026");
  assert_limits (test, 2026, 20000000, "01-03-2027", "01-04-2027");
  assert_limits (test, 2031, 20000000, "01-03-2032", "01-04-2032");
  /* Before the first row that one. */
  assert_limits (test, 2019, 12500000, "01-03-2020", "01-04-2020");
}

static void
test_save_limits (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  PsStatementLimits before = limits_of (test, 2023);
  PsStatementLimits after = before;
  const char *content = change_test_content (test);
  gint64 record;

  after.due_on = change_test_day ("29-02-2024");
  after.auditor_cents = 15000000;
  g_assert_true (ps_statements_save_limits (test->store, "tester", &before, &after, "Nieuw protocol", &record, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_text (test, "SELECT thing, action, reason, n_changes FROM audit_record ORDER BY id DESC LIMIT 1"),
                   ==, "limits:2023|edit|Nieuw protocol|2");
  change_test_assert_undoes (test, record, content);
  /* The years before keep theirs, those after follow; 29 February is cut where there is none. */
  assert_limits (test, 2022, 12500000, "01-03-2023", "01-04-2023");
  assert_limits (test, 2023, 15000000, "29-02-2024", "01-04-2024");
  assert_limits (test, 2024, 15000000, "28-02-2025", "01-04-2025");
  assert_limits (test, 2026, 20000000, "28-02-2027", "01-04-2027");
  /* What was shown before is not what holds now. */
  g_assert_false (ps_statements_save_limits (test->store, "tester", &before, &after, NULL, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "2023|in the meantime");
  /* The year's own row is changed the second time. */
  before = after;
  after.auditor_cents = 16000000;
  g_assert_true (ps_statements_save_limits (test->store, "tester", &before, &after, NULL, &record, &error));
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM yearly_limit WHERE year = 2023"), ==, 2);
  g_assert_true (ps_statements_save_limits (test->store, "tester", &after, &after, NULL, &record, &error));
  g_assert_cmpint (record, ==, 0);
  store_test_assert_sound (test);
}

static void
test_limits_refused (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (GError) error = NULL;
  PsStatementLimits before = limits_of (test, 2024);
  PsStatementLimits after = before;

  after.auditor_cents = -1;
  g_assert_false (ps_statements_save_limits (test->store, "tester", &before, &after, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "limit|Nothing was changed");
  after = before;
  after.due_on = change_test_day ("31-12-2024");
  g_assert_false (ps_statements_save_limits (test->store, "tester", &before, &after, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "31-12-2024|2025");
  after = before;
  after.certified_due_on = PS_DATE_OPEN;
  g_assert_false (ps_statements_save_limits (test->store, "tester", &before, &after, NULL, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "2025");
}

static PsProductionStatement
empty_statement (guint provider, int year)
{
  return (PsProductionStatement){
    .provider = provider, .year = year, .stated_cents = PS_NO_NUMBER, .received_on = PS_DATE_OPEN, .certified_on = PS_DATE_OPEN
  };
}

static PsProductionStatement
full_statement (void)
{
  PsProductionStatement statement = empty_statement (0, 2024);

  statement.stated_cents = 182914000;
  statement.received_on = change_test_day ("27-02-2025");
  statement.certified = PS_CERTIFIED_BY_AUDITOR;
  statement.certified_on = change_test_day ("28-03-2025");
  statement.explanation = (char *) "Late declaraties";
  return statement;
}

/* Entered, read back, changed, taken back: emptied, for it is never deleted. */
static void
test_save (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsProductionStatement) found = NULL;
  g_autoptr (PsProductionStatement) emptied = NULL;
  PsProductionStatement statement = full_statement ();
  gint64 record, undone;

  g_assert_null (ps_statements_find (test->store, region, 0, 2024, &error));
  g_assert_no_error (error);
  g_assert_true (ps_statements_save (test->store, "tester", region, NULL, &statement, &record, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_text (test, "SELECT thing, action FROM audit_record ORDER BY id DESC LIMIT 1"), ==,
                   "statement:41410001:2024|create");
  found = ps_statements_find (test->store, region, 0, 2024, &error);
  g_assert_cmpint (found->stated_cents, ==, 182914000);
  g_assert_cmpint (found->received_on, ==, statement.received_on);
  g_assert_cmpint (found->certified, ==, PS_CERTIFIED_BY_AUDITOR);
  g_assert_cmpint (found->certified_on, ==, statement.certified_on);
  g_assert_cmpstr (found->explanation, ==, "Late declaraties");
  store_test_assert_sound (test);

  ps_undo_apply (test->store, record, "tester", NULL, NULL, NULL, &undone, &error);
  g_assert_no_error (error);
  emptied = ps_statements_find (test->store, region, 0, 2024, &error);
  g_assert_cmpint (emptied->id, ==, found->id);
  g_assert_cmpint (emptied->stated_cents, ==, PS_NO_NUMBER);
  g_assert_cmpint (emptied->received_on, ==, PS_DATE_OPEN);
  g_assert_cmpint (emptied->certified, ==, PS_CERTIFIED_NOT);
  g_assert_null (emptied->explanation);
  store_test_assert_sound (test);
  ps_undo_apply (test->store, undone, "tester", NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_text (test, "SELECT stated_cents, certified, explanation FROM production_statement"), ==,
                   "182914000|2|Late declaraties");
  store_test_assert_sound (test);
}

/* What somebody else entered or changed since is not written over. */
static void
test_conflict (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsProductionStatement) shown = NULL;
  g_autoptr (PsProductionStatement) first = NULL;
  g_autoptr (PsProductionStatement) second = NULL;
  PsProductionStatement statement = full_statement ();
  gint64 record;

  g_assert_true (ps_statements_save (test->store, "anna", region, NULL, &statement, NULL, &error));
  g_assert_false (ps_statements_save (test->store, "bert", region, NULL, &statement, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "Linde|2024|in the meantime");
  shown = ps_statements_find (test->store, region, 0, 2024, &error);
  first = ps_statement_copy (shown);
  first->stated_cents++;
  g_assert_true (ps_statements_save (test->store, "anna", region, shown, first, NULL, &error));
  second = ps_statement_copy (shown);
  second->stated_cents--;
  g_assert_false (ps_statements_save (test->store, "bert", region, shown, second, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "anna");
  g_assert_true (ps_statements_save (test->store, "bert", region, first, first, &record, &error));
  g_assert_cmpint (record, ==, 0);
}

static void
test_list (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  PsProductionStatement statement = full_statement ();

  statement.provider = 2;
  g_assert_true (ps_statements_save (test->store, "tester", region, NULL, &statement, NULL, &error));
  statement.provider = 0;
  g_assert_true (ps_statements_save (test->store, "tester", region, NULL, &statement, NULL, &error));
  statement.year = 2023;
  statement.received_on = change_test_day ("01-03-2024");
  g_assert_true (ps_statements_save (test->store, "tester", region, NULL, &statement, NULL, &error));
  list = ps_statements_list (test->store, region, 2024, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpuint (((const PsProductionStatement *) list->pdata[0])->provider, ==, 0);
  g_assert_cmpuint (((const PsProductionStatement *) list->pdata[1])->provider, ==, 2);
}

/* What makes no sense, with the words that say so. */
static void
test_refused (void)
{
  static const struct
  {
    gint64 stated;
    const char *received;
    PsCertified certified;
    const char *certified_on;
    const char *words;
  } cases[] = {
    { 100, NULL, PS_CERTIFIED_NOT, NULL, "on a day" },
    { PS_NO_NUMBER, "01-03-2025", PS_CERTIFIED_NOT, NULL, "amount" },
    { -1, "01-03-2025", PS_CERTIFIED_NOT, NULL, "cannot be" },
    { G_MAXINT64 - 1, "01-03-2025", PS_CERTIFIED_NOT, NULL, "cannot be" },
    { 100, "31-12-2023", PS_CERTIFIED_NOT, NULL, "31-12-2023|before it began" },
    { 100, "01-03-2149", PS_CERTIFIED_NOT, NULL, "01-03-2149|has not come" },
    { 100, "01-03-2025", PS_CERTIFIED_NOT, "01-04-2025", "Who" },
    { 100, "01-03-2025", PS_CERTIFIED_BY_BOARD, NULL, "on a day" },
    { 100, "01-03-2025", PS_CERTIFIED_BY_BOARD, "31-12-2024", "31-12-2024|before it ended" },
    { 100, "01-03-2025", PS_CERTIFIED_BY_AUDITOR, "01-04-2149", "has not come" },
    { PS_NO_NUMBER, NULL, PS_CERTIFIED_BY_AUDITOR, "01-04-2025", "certified is an amount" },
  };
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsProductionStatement statement = empty_statement (0, 2024);
      g_autoptr (GError) error = NULL;

      statement.stated_cents = cases[i].stated;
      statement.certified = cases[i].certified;
      if (cases[i].received != NULL)
        statement.received_on = change_test_day (cases[i].received);
      if (cases[i].certified_on != NULL)
        statement.certified_on = change_test_day (cases[i].certified_on);
      g_assert_false (ps_statements_save (test->store, "tester", region, NULL, &statement, NULL, &error));
      change_test_assert_refused (&error, PS_STORE_ERROR_RULE, cases[i].words);
    }
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM production_statement"), ==, 0);
}

/* Another program cannot take one away, or say what was certified when nothing was. */
static void
test_schema (void)
{
  g_autoptr (StoreTest) test = change_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  PsProductionStatement statement = full_statement ();
  g_autoptr (GError) error = NULL;

  g_assert_true (ps_statements_save (test->store, "tester", region, NULL, &statement, NULL, &error));
  g_assert_false (ps_sql_exec (test->store, "DELETE FROM production_statement", &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ps_sql_exec (test->store, "UPDATE production_statement SET certified = 0", &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statements/limits", test_limits);
  g_test_add_func ("/statements/save-limits", test_save_limits);
  g_test_add_func ("/statements/limits-refused", test_limits_refused);
  g_test_add_func ("/statements/save", test_save);
  g_test_add_func ("/statements/conflict", test_conflict);
  g_test_add_func ("/statements/list", test_list);
  g_test_add_func ("/statements/refused", test_refused);
  g_test_add_func ("/statements/schema", test_schema);
  return g_test_run ();
}
