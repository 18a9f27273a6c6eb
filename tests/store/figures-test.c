/* figures-test.c: a region whose years' figures are kept, and those figures in words, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "figures-test.h"

#include <glib/gstdio.h>
#include <string.h>

static const char agreed[] = "provider 41410004 Den 12345678 a@den.example micro\n"
                             "---\n"
                             "agreement 41410001 2023 AMB1 0983 1200000 aanbieder donut\n"
                             "agreement 41410001 2024 AMB1 0983 700000 aanbieder donut\n"
                             "agreement 41410001 2024 AMB1 0893 200000 aanbieder donut\n"
                             "agreement 41410002 2024 AMB1 0983 900000 productgroep\n"
                             "agreement 41410003 2024 AMBV 0983 7000000 regel\n"
                             "---\n"
                             "peildatum 19-05-2024 May\n"
                             "peildatum 19-07-2024 July\n"
                             "---\n"
                             "assignment 0983/1 C1 41410001 45A04 01-01-2023 31-12-2024 4000 1\n"
                             "assignment 0893/1 C2 41410001 45A04 01-03-2024 31-12-2024 2000 2\n"
                             "assignment 0983/2 C1 41410002 45A04 01-01-2024 31-12-2024\n"
                             "assignment 0983/3 C3 41410003 45V01 01-02-2024 -\n"
                             "assignment 0983/4 C4 41410004 45A04 01-02-2024 31-12-2024 1000 2\n"
                             "assignment 0983/5 C5 41410001 45L11 01-02-2024 31-12-2024\n"
                             "assignment 0983/6 C6 41410002 45A04 01-03-2024 31-12-2024\n"
                             "---\n"
                             "care 0983/1 02-01-2023 - - 03-01-2023\n"
                             "care 0893/1 05-03-2024 - - 06-03-2024\n"
                             "care 0983/2 02-01-2024 01-04-2024 31 03-01-2024 02-04-2024\n"
                             "care 0983/3 05-02-2024 - -\n"
                             "care 0983/4 05-02-2024 - -\n"
                             "care 0983/5 05-02-2024 - -\n";

void
figures_test_run (StoreTest *test, const char *rows)
{
  const char *outcome = store_test_run (test, rows);

  if (strpbrk (outcome, "RF") != NULL)
    g_error ("%s: %s", outcome, store_test_refusal (test, 0));
}

void
figures_test_declare (GString *rows, int year, int n_months, const char *assignment, const char *name, int hours)
{
  for (int month = 1; month <= n_months; month++)
    {
      g_string_append_printf (rows, "line %s-%d-%d %s 45A04 01-%02d-%d %d-%02d-%d %d 900000 %d\n", name, year, month, assignment,
                              month, year, ps_date_days_in_month (year, month), month, year, hours * 1000, hours * 9000);
    }
}

StoreTest *
figures_test_region (void)
{
  StoreTest *test = store_test_new ();
  g_autoptr (GString) rows = g_string_new (NULL);

  figures_test_run (test, store_test_basics);
  figures_test_run (test, agreed);
  figures_test_declare (rows, 2023, 12, "0983/1", "A", 10);
  figures_test_declare (rows, 2024, 5, "0983/1", "A", 12);
  figures_test_declare (rows, 2024, 5, "0983/2", "B", 7);
  figures_test_declare (rows, 2024, 5, "0983/4", "D", 3);
  g_string_append (rows, "line A90 0983/1 45A04 01-05-2024 31-05-2024 5000 950000 47500\n"); /* disputed: not the tariff */
  figures_test_run (test, rows->str);
  figures_test_run (test, "measurement 19-05-2024 41410003 45V01 0983 1 900\n");
  return test;
}

/* All of it in words */

static void
tell_months (GString *text, const char *name, const gint64 *cents)
{
  g_string_append_printf (text, "  %s", name);
  for (int month = 0; month < 12; month++)
    if (cents[month] == PS_NO_NUMBER)
      g_string_append (text, " -");
    else
      g_string_append_printf (text, " %" G_GINT64_FORMAT, cents[month]);
  g_string_append_c (text, '\n');
}

static void
tell_bandwidth (GString *text, const PsBandwidth *bandwidth)
{
  for (guint i = 0; bandwidth != NULL && i < bandwidth->scopes->len; i++)
    {
      const PsBandwidthScope *scope = &g_array_index (bandwidth->scopes, PsBandwidthScope, i);

      g_assert_null (scope->forecast);
      g_string_append_printf (text,
                              "  scope %s (%s) scheme %u: %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                              " method %d, %" G_GINT64_FORMAT "..%" G_GINT64_FORMAT " notice %" G_GINT64_FORMAT
                              " %d at stake %" G_GINT64_FORMAT " %d %d %d %d, %" G_GINT64_FORMAT " chosen %s %s\n",
                              scope->name, scope->label, scope->scheme, scope->ceiling_cents, scope->realised_cents,
                              scope->forecast_cents, scope->method, scope->lower_cents, scope->upper_cents, scope->notice_cents,
                              scope->notice_bp, scope->at_stake_cents, scope->position, scope->notice, scope->reached,
                              scope->letter, scope->deviation_cents, scope->choice != NULL ? scope->choice->chosen_by : "-",
                              scope->choice != NULL ? scope->choice->reason : "-");
    }
  if (bandwidth != NULL)
    g_string_append_printf (text,
                            "  %d %d %d..%d %d heaviest %u letter %d, %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                            " %" G_GINT64_FORMAT "\n",
                            bandwidth->day, bandwidth->through, bandwidth->under_bp, bandwidth->over_bp, bandwidth->notice_bp,
                            bandwidth->heaviest, bandwidth->letter, bandwidth->ceiling_cents, bandwidth->realised_cents,
                            bandwidth->forecast_cents, bandwidth->at_stake_cents);
}

static void
tell_facts (GString *text, const PsYearFacts *facts)
{
  g_string_append_printf (text,
                          "  cost %" G_GINT64_FORMAT " extra %" G_GINT64_FORMAT " assigned %" G_GINT64_FORMAT
                          " declared %" G_GINT64_FORMAT " waiting %u over %u in care %u clients",
                          facts->cost_cents, facts->extra_cents, facts->assigned_cents, facts->declared_cents, facts->n_waiting,
                          facts->n_waiting_over, facts->n_in_care);
  for (guint i = 0; i < facts->clients->len; i++)
    g_string_append_printf (text, " %016" G_GINT64_MODIFIER "x", g_array_index (facts->clients, guint64, i));
  g_string_append_c (text, '\n');
  tell_months (text, "cost", facts->month_cents);
}

static void
tell_sum (GString *text, const PsYearFigures *figures)
{
  const gint64 *number;
  g_autoptr (GError) error = NULL;
  PsRegionYear sum;

  ps_year_figures_sum (figures, &sum, &error);
  g_assert_no_error (error);
  g_string_append (text, "region");
  for (number = &sum.agreed_cents; number <= &sum.last_declared_cents; number++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, *number);
  g_string_append_printf (text, " %u %u %u %u %u %u\n", sum.n_agreed, sum.n_clients, sum.n_last_clients, sum.n_waiting,
                          sum.n_waiting_over, sum.n_last_waiting);
}

char *
figures_test_tell (const PsYearFigures *figures)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d %d %d\n", figures->year, figures->day, figures->through);
  for (guint i = 0; i < figures->providers->len; i++)
    {
      const PsProviderYear *year = g_ptr_array_index (figures->providers, i);

      g_string_append_printf (text, "%s\n", ps_region_provider (figures->region, year->provider)->agb);
      tell_bandwidth (text, year->bandwidth);
      tell_months (text, "realised", year->realised_cents);
      tell_months (text, "last year", year->last_realised_cents);
      tell_facts (text, year->facts);
      tell_facts (text, year->last);
    }
  tell_sum (text, figures);
  return g_string_free (text, FALSE);
}

PsYearFigures *
figures_test_load (StoreTest *test, int year, const char *today, const char *agb, gboolean keep)
{
  PsYearFiguresQuery query = { year, change_test_day (today), agb, keep };
  g_autoptr (GError) error = NULL;
  PsYearFigures *figures = ps_year_figures_load (test->store, &query, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return figures;
}

/* How many had to be computed, and the figures in words. */
char *
figures_test_look (StoreTest *test, guint *n_computed)
{
  g_autoptr (PsYearFigures) figures = figures_test_load (test, 2024, FIGURES_TODAY, NULL, TRUE);

  if (n_computed != NULL)
    *n_computed = figures->n_computed;
  return figures_test_tell (figures);
}

/* A second connection, as another program has one. */
void
figures_test_by_other (StoreTest *test, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (test->path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 2000);
  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  sqlite3_close (db);
}

/* The same file with nothing kept. */
static char *
look_afresh (StoreTest *test)
{
  g_autofree char *path = g_strconcat (test->path, ".fresh", NULL);
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsYearFigures) figures = NULL;
  PsYearFiguresQuery query = { 2024, change_test_day (FIGURES_TODAY), NULL, FALSE };
  PsStore *store;

  g_unlink (path);
  figures_test_by_other (test, sql);
  store = ps_store_open (path, PS_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (ps_sql_exec (store, "DELETE FROM year_figure", &error));
  figures = ps_year_figures_load (store, &query, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (figures->n_computed, ==, figures->region->providers->len);
  ps_store_close (store);
  return figures_test_tell (figures);
}

void
figures_test_assert_right (StoreTest *test)
{
  g_autofree char *fresh = look_afresh (test);
  g_autofree char *kept = figures_test_look (test, NULL);
  g_autofree char *again = NULL;
  guint n;

  g_assert_cmpstr (kept, ==, fresh);
  again = figures_test_look (test, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (again, ==, fresh);
}
