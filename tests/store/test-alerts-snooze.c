/* test-alerts-snooze.c: a signal put aside for a while, with a reason; audited, undone, refused where somebody else was first
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include "alert-test.h"
#include "store/ps-history.h"

#define KEY "disputed:2024:41410001"
#define DAY "20-07-2024"

/* A line of € 91 with a tariff above the valid one is in dispute; nothing was agreed with its provider. */
static StoreTest *
region_new (void)
{
  StoreTest *test = change_test_region ();

  store_test_assert_run (test,
                         "assignment 0983/1 C1 41410001 45A04 01-01-2024 -\n---\n"
                         "line D1 0983/1 45A04 01-05-2024 31-05-2024 1000 910000 9100\n"
                         "line D2 0983/1 45A04 01-06-2024 30-06-2024 1000 900000 9000",
                         "aaa");
  return test;
}

static gboolean
try_snooze (StoreTest *test, const char *actor, const PsAlert *alert, const char *until, const char *reason, gint64 *record,
            GError **error)
{
  return ps_alerts_snooze (test->store, actor, alert, change_test_day (until), reason, change_test_day (DAY), record, error);
}

static gint64
snooze (StoreTest *test, const PsAlert *alert, const char *until, const char *reason)
{
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  g_assert_true (try_snooze (test, "anna", alert, until, reason, &record, &error));
  g_assert_no_error (error);
  g_assert_cmpint (record, >, 0);
  return record;
}

static const PsAlert *
find (const AlertTest *on)
{
  const PsAlert *alert = alert_test_find (on, KEY);

  g_assert_nonnull (alert);
  return alert;
}

/* Until its day, that day included; it is the last of the list then. */
static void
test_snoozed (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (AlertTest) shown = alert_test_load (test, 2024, DAY);
  g_autoptr (AlertTest) aside = NULL;
  g_autoptr (AlertTest) last = NULL;
  g_autoptr (AlertTest) back = NULL;
  const PsAlert *alert;

  g_assert_cmpint (find (shown)->snooze_id, ==, 0);
  snooze (test, find (shown), "10-08-2024", "  Waits for a corrected file ");
  aside = alert_test_load (test, 2024, DAY);
  alert = find (aside);
  g_assert_true (alert->snoozed);
  g_assert_cmpint (alert->snoozed_until, ==, change_test_day ("10-08-2024"));
  g_assert_cmpstr (alert->snooze_reason, ==, "Waits for a corrected file");
  g_assert_cmpstr (alert->snoozed_by, ==, "anna");
  g_assert_cmpint (alert->snoozed_at, >, 0);
  g_assert_true (aside->alerts->pdata[aside->alerts->len - 1] == alert);
  g_assert_cmpuint (aside->alerts->len, ==, shown->alerts->len);
  last = alert_test_load (test, 2024, "10-08-2024");
  g_assert_true (find (last)->snoozed);
  back = alert_test_load (test, 2024, "11-08-2024");
  g_assert_false (find (back)->snoozed);
  g_assert_cmpstr (find (back)->snooze_reason, ==, "Waits for a corrected file");
}

/* More than a tenth worse, it is back before its day. */
static void
test_worse (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (AlertTest) shown = alert_test_load (test, 2024, DAY);
  g_autoptr (AlertTest) little = NULL;
  g_autoptr (AlertTest) much = NULL;

  snooze (test, find (shown), "10-08-2024", "Waits for a corrected file");
  store_test_assert_run (test, "line D3 0983/1 45A04 01-05-2024 31-05-2024 100 910000 910", "a");
  little = alert_test_load (test, 2024, DAY);
  g_assert_cmpint (find (little)->at_stake_cents, ==, 9100 + 910);
  g_assert_true (find (little)->snoozed);
  store_test_assert_run (test, "line D4 0983/1 45A04 01-05-2024 31-05-2024 10 910000 91", "a");
  much = alert_test_load (test, 2024, DAY);
  g_assert_cmpint (find (much)->at_stake_cents, ==, 9100 + 910 + 91);
  g_assert_false (find (much)->snoozed);
}

/* What has no amount is back when it is of more than a tenth more things. */
static void
test_more (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (AlertTest) shown = alert_test_load (test, 2024, "02-03-2025");
  g_autoptr (AlertTest) aside = NULL;
  g_autoptr (AlertTest) more = NULL;
  const PsAlert *alert = alert_test_find (shown, "statement:2024");

  g_assert_cmpint (alert->n_things, ==, 1);
  snooze (test, alert, "20-03-2025", "They called");
  g_assert_cmpint (store_test_int (test, "SELECT n_things FROM alert_snooze"), ==, 1);
  aside = alert_test_load (test, 2024, "02-03-2025");
  g_assert_true (alert_test_find (aside, "statement:2024")->snoozed);
  g_assert_cmpint (alert_test_find (aside, "statement:2024")->snoozed_things, ==, 1);
  store_test_assert_run (test,
                         "assignment 0983/2 C2 41410002 45A04 01-01-2024 -\n---\n"
                         "line E1 0983/2 45A04 01-06-2024 30-06-2024 1000 900000 9000",
                         "aa");
  more = alert_test_load (test, 2024, "02-03-2025");
  g_assert_cmpint (alert_test_find (more, "statement:2024")->n_things, ==, 2);
  g_assert_false (alert_test_find (more, "statement:2024")->snoozed);
}

static void
test_again_and_wake (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (AlertTest) shown = alert_test_load (test, 2024, DAY);
  g_autoptr (AlertTest) once = NULL;
  g_autoptr (AlertTest) twice = NULL;
  g_autoptr (AlertTest) woken = NULL;
  g_autoptr (GError) error = NULL;
  const char *content;
  gint64 record;

  snooze (test, find (shown), "10-08-2024", "Waits for a corrected file");
  once = alert_test_load (test, 2024, DAY);
  content = change_test_content (test);
  record = snooze (test, find (once), "10-09-2024", "The file comes in September");
  /* The same row, changed. */
  g_assert_cmpstr (store_test_text (test, "SELECT id, alert_key, reason, urgency, at_stake_cents FROM alert_snooze"), ==,
                   "1|" KEY "|The file comes in September|2|9100");
  change_test_assert_undoes (test, record, content);
  twice = alert_test_load (test, 2024, DAY);
  g_assert_cmpint (find (twice)->snoozed_until, ==, change_test_day ("10-09-2024"));
  content = change_test_content (test);
  g_assert_true (ps_alerts_wake (test->store, "bram", find (twice), change_test_day (DAY), &record, &error));
  g_assert_no_error (error);
  woken = alert_test_load (test, 2024, DAY);
  g_assert_false (find (woken)->snoozed);
  g_assert_cmpint (find (woken)->snoozed_until, ==, change_test_day (DAY) - 1);
  change_test_assert_undoes (test, record, content);
  /* What is not put aside is not brought back. */
  g_assert_false (ps_alerts_wake (test->store, "bram", find (woken), change_test_day (DAY), NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "not put aside|Nothing was changed");
}

static void
test_undo (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (AlertTest) shown = alert_test_load (test, 2024, DAY);
  const char *content = change_test_content (test);
  gint64 record = snooze (test, find (shown), "10-08-2024", "Waits for a corrected file");

  change_test_assert_undoes (test, record, content);
}

static void
assert_refused (StoreTest *test, const PsAlert *alert, const char *until, const char *reason, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_snooze (test, "anna", alert, until, reason, NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, words);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM alert_snooze"), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (AlertTest) shown = alert_test_load (test, 2024, DAY);

  assert_refused (test, find (shown), "10-08-2024", NULL, "why|Nothing was changed");
  assert_refused (test, find (shown), "10-08-2024", "  ", "why");
  assert_refused (test, find (shown), DAY, "A reason", DAY "|still to come");
  assert_refused (test, find (shown), "21-07-2025", "A reason", "20-07-2025|21-07-2025|year");
  snooze (test, find (shown), "20-07-2025", "A year is the most");
}

/* Somebody else put it aside, or brought it back, since it was shown. */
static void
test_conflict (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (AlertTest) shown = alert_test_load (test, 2024, DAY);
  g_autoptr (AlertTest) aside = NULL;
  g_autoptr (GError) error = NULL;

  snooze (test, find (shown), "10-08-2024", "Waits for a corrected file");
  g_assert_false (try_snooze (test, "bram", find (shown), "30-09-2024", "Not now", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "anna|10-08-2024|in the meantime");
  aside = alert_test_load (test, 2024, DAY);
  g_assert_true (ps_alerts_wake (test->store, "anna", find (aside), change_test_day (DAY), NULL, &error));
  g_assert_no_error (error);
  g_assert_false (try_snooze (test, "bram", find (aside), "30-09-2024", "Not now", NULL, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "in the meantime|10-08-2024|19-07-2024");
  g_assert_cmpstr (store_test_text (test, "SELECT reason FROM alert_snooze"), ==, "Waits for a corrected file");
}

/* ---- the trail */

static void
test_history (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (AlertTest) shown = alert_test_load (test, 2024, DAY);
  g_autoptr (AlertTest) aside = NULL;
  PsHistoryQuery query = { .thing = "alert:" KEY, .limit = 10 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const PsHistoryRow *row;
  gint64 record = snooze (test, find (shown), "10-08-2024", "Waits for a corrected file");

  aside = alert_test_load (test, 2024, DAY);
  g_assert_true (ps_alerts_wake (test->store, "bram", find (aside), change_test_day (DAY), NULL, &error));
  records = ps_history_load (test->store, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 2);
  g_assert_cmpstr (((PsHistoryRecord *) records->pdata[0])->what, ==, "Signal “Lines in dispute, 2024, 41410001” brought back");
  g_assert_cmpstr (((PsHistoryRecord *) records->pdata[1])->what, ==, "Signal “Lines in dispute, 2024, 41410001” put aside");
  rows = ps_history_rows (test->store, record, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpstr (row->table, ==, "Signal put aside");
  g_assert_cmpstr (row->row, ==, "Lines in dispute, 2024, 41410001");
  g_assert_cmpuint (row->fields->len, ==, 7);
}

/* What another program put aside is not in the trail, and found. */
static void
test_verify (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (AlertTest) shown = alert_test_load (test, 2024, DAY);
  const char *findings;

  snooze (test, find (shown), "10-08-2024", "Waits for a corrected file");
  store_test_assert_sound (test);
  g_assert_true (ps_sql_exec (test->store, "UPDATE alert_snooze SET until_day = 90000", NULL));
  findings = alert_test_findings (test);
  g_assert_nonnull (strstr (findings, "alert_snooze 1"));
  g_assert_true (ps_sql_exec (test->store, "UPDATE alert_snooze SET until_day = 19945", NULL));
  store_test_assert_sound (test);
  g_assert_true (
      ps_sql_exec (test->store, "INSERT INTO alert_snooze VALUES (7, 'over:2024:1:', 20000, 'x', 0, NULL, NULL, 'x', 1)", NULL));
  findings = alert_test_findings (test);
  g_assert_nonnull (strstr (findings, "alert_snooze 7"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alerts-snooze/snoozed", test_snoozed);
  g_test_add_func ("/alerts-snooze/worse", test_worse);
  g_test_add_func ("/alerts-snooze/more", test_more);
  g_test_add_func ("/alerts-snooze/again-and-wake", test_again_and_wake);
  g_test_add_func ("/alerts-snooze/undo", test_undo);
  g_test_add_func ("/alerts-snooze/refused", test_refused);
  g_test_add_func ("/alerts-snooze/conflict", test_conflict);
  g_test_add_func ("/alerts-snooze/history", test_history);
  g_test_add_func ("/alerts-snooze/verify", test_verify);
  return g_test_run ();
}
