/* test-year-figures.c: the figures of a year: what they are, when they are kept, and what becomes of rows that are none
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "figures-test.h"
#include "store/ps-bandwidths.h"
#include "store/ps-care-block.h"
#include "store/ps-monitors.h"
#include "store/ps-region-figures.h"
#include "store/ps-verify.h"
#include "store/ps-year-figures-private.h"

/* A row of the year, as its bandwidth and its facts alone say it. */
static void
test_same (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  PsBandwidthQuery query = { .year = 2024, .today = change_test_day (FIGURES_TODAY), .no_before = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsBandwidthYear) bandwidths = ps_bandwidths_compute (test->store, &query, NULL, NULL, NULL, &error);
  g_autoptr (PsYearFigures) figures = figures_test_load (test, 2024, FIGURES_TODAY, NULL, TRUE);
  g_autoptr (PsYearFigures) kept = figures_test_load (test, 2024, FIGURES_TODAY, NULL, TRUE);
  g_autofree char *words = figures_test_tell (figures), *kept_words = figures_test_tell (kept);

  g_assert_no_error (error);
  g_assert_cmpuint (figures->n_computed, ==, 4);
  g_assert_cmpuint (kept->n_computed, ==, 0);
  g_assert_cmpstr (kept_words, ==, words);
  g_assert_cmpuint (figures->providers->len, ==, 4);
  g_assert_cmpuint (bandwidths->providers->len, ==, 3);
  for (guint i = 0; i < bandwidths->providers->len; i++)
    {
      const PsBandwidth *now = ((const PsProviderBandwidth *) g_ptr_array_index (bandwidths->providers, i))->now;
      const PsProviderYear *year = ps_year_figures_find (kept, now->provider);

      g_assert_cmpint (year->bandwidth->forecast_cents, ==, now->forecast_cents);
      g_assert_cmpint (year->bandwidth->realised_cents, ==, now->realised_cents);
      g_assert_cmpint (year->bandwidth->letter, ==, now->letter);
      g_assert_cmpint (year->realised_cents[4], ==, now->realised_cents);
    }
}

/* What is realised to the end of each month, this year's as far as it is known, all of last year's; and who they are. */
static void
test_figures (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  g_autoptr (PsYearFigures) figures = figures_test_load (test, 2024, FIGURES_TODAY, NULL, TRUE);
  const PsProviderYear *linde = ps_year_figures_find (figures, ps_region_find_provider (figures->region, "41410001"));
  const PsProviderYear *den = ps_year_figures_find (figures, ps_region_find_provider (figures->region, "41410004"));
  guint64 c1 = ps_client_key ("C1");
  g_autoptr (GError) error = NULL;
  PsRegionYear sum;

  g_assert_cmpint (figures->through, ==, change_test_day ("31-05-2024"));
  g_assert_cmpint (linde->last_realised_cents[0], ==, 90000);
  g_assert_cmpint (linde->last_realised_cents[11], ==, 12 * 90000);
  g_assert_cmpint (linde->realised_cents[5], ==, PS_NO_NUMBER);
  g_assert_cmpint (linde->last->cost_cents, ==, 5 * 90000);
  g_assert_cmpuint (linde->last->clients->len, ==, 1);
  g_assert_cmpuint (g_array_index (linde->last->clients, guint64, 0), ==, c1);
  g_assert_null (den->bandwidth);
  /* January came before its assignment: in dispute */
  g_assert_cmpint (den->facts->cost_cents, ==, 4 * 27000);
  g_assert_true (ps_year_figures_sum (figures, &sum, &error));
  g_assert_cmpuint (sum.n_agreed, ==, 3);
  g_assert_cmpint (sum.micro_cents, ==, 4 * 27000);
  g_assert_cmpint (sum.last_month_cents[11], ==, 12 * 90000);
  g_assert_cmpint (sum.month_cents[6], ==, PS_NO_NUMBER);
  /* C1 is at two providers, and one client; C6 waits */
  g_assert_cmpuint (sum.n_clients, ==, 5);
  g_assert_cmpuint (sum.n_last_clients, ==, 1);
  g_assert_cmpuint (sum.n_waiting, ==, 1);
  g_assert_cmpuint (sum.n_waiting_over, ==, 1);
}

static gint64
monitor_waiting (StoreTest *test, gint64 *last)
{
  PsMonitorsQuery query = { .year = 2024, .topics = 1u << PS_TOPIC_WAITING };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsMonitored) monitored = ps_monitors_compute (test->store, &query, NULL, NULL, NULL, &error);
  const PsTopicFigures *figures;

  g_assert_no_error (error);
  g_assert_cmpint (monitored->query.through, ==, change_test_day ("31-05-2024"));
  figures = ps_monitor_get (monitored->monitor, PS_TOPIC_WAITING);
  for (guint i = 0; i < figures->tiles->len; i++)
    {
      const PsTile *tile = g_ptr_array_index (figures->tiles, i);

      *last = tile->last;
      if (g_str_equal (tile->id, "waiting"))
        return tile->value;
    }
  g_assert_not_reached ();
}

static void
assert_waiting_label (const PsYearFigures *figures, const char *expected)
{
  g_autofree char *label = ps_region_figures_waiting_label (figures);

  g_assert_cmpstr (label, ==, expected);
}

/* Who waits is counted on the last day of which starts are known, as the monitor has it, not on a day of which nobody reported yet. */
static void
test_waiting_on (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  g_autoptr (PsYearFigures) before = figures_test_load (test, 2024, FIGURES_TODAY, NULL, TRUE);
  g_autoptr (PsYearFigures) after = NULL, next = NULL;
  gint64 last_waiting = -1;
  PsRegionYear sum;

  g_assert_cmpint (before->waiting_on, ==, change_test_day ("31-05-2024"));
  g_assert_true (ps_year_figures_sum (before, &sum, NULL));
  g_assert_cmpint (monitor_waiting (test, &last_waiting), ==, sum.n_waiting);
  g_assert_cmpint (last_waiting, ==, sum.n_last_waiting);
  assert_waiting_label (before, "Waiting");
  /* a start in June is of one provider, and tells how far all of them are known */
  figures_test_run (test, "assignment 0983/7 C7 41410002 45A04 10-06-2024 31-12-2024\n"
                          "assignment 0983/8 C8 41410003 45V01 01-06-2024 -\n"
                          "assignment 0983/9 C9 41410003 45V01 13-06-2024 -\n---\ncare 0983/8 12-06-2024 - -\n");
  after = figures_test_load (test, 2024, FIGURES_TODAY, NULL, TRUE);
  g_assert_cmpuint (after->n_computed, ==, 4);
  g_assert_cmpint (after->waiting_on, ==, change_test_day ("12-06-2024"));
  g_assert_true (ps_year_figures_sum (after, &sum, NULL));
  g_assert_cmpuint (sum.n_waiting, ==, 2);
  g_assert_cmpuint (sum.n_waiting_over, ==, 1);
  assert_waiting_label (after, "Waiting on 12-06-2024");
  figures_test_assert_right (test);
  /* of the next year nothing is known: nobody waits in it */
  next = figures_test_load (test, 2025, "20-06-2025", NULL, FALSE);
  g_assert_true (ps_year_figures_sum (next, &sum, NULL));
  g_assert_cmpuint (sum.n_waiting, ==, 0);
  assert_waiting_label (next, "Waiting");
}

/* What all declare together says whether last year is complete: a row of before that counts no more, though nothing of its provider changed. */
static void
test_other_basis (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  g_autoptr (GString) rows = g_string_new (NULL);
  guint n;

  g_free (figures_test_look (test, NULL));
  figures_test_declare (rows, 2022, 12, "0983/1", "E", 1);
  figures_test_run (test, "assignment 0983/1 C1 41410001 45A04 01-01-2022 31-12-2024 4000 1\n");
  g_free (figures_test_look (test, &n));
  g_assert_cmpuint (n, ==, 1);
  figures_test_run (test, rows->str);
  g_free (figures_test_look (test, &n));
  g_assert_cmpuint (n, ==, 4);
  figures_test_assert_right (test);
}

/* Rows of one day are those of the next (test-year-figures-days.c has what makes them not), looked from there. */
static void
test_days (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  g_autoptr (PsYearFigures) first = figures_test_load (test, 2024, FIGURES_TODAY, NULL, TRUE);
  g_autoptr (PsYearFigures) next = figures_test_load (test, 2024, "21-06-2024", NULL, TRUE);
  g_autoptr (PsYearFigures) over = figures_test_load (test, 2023, FIGURES_TODAY, NULL, TRUE);
  g_autoptr (PsYearFigures) still = figures_test_load (test, 2023, "21-06-2024", NULL, TRUE);

  g_assert_cmpuint (first->n_computed, ==, 4);
  g_assert_cmpuint (next->n_computed, ==, 0);
  g_assert_cmpint (next->day, ==, change_test_day ("21-06-2024"));
  g_assert_cmpint (((const PsProviderYear *) g_ptr_array_index (next->providers, 0))->bandwidth->day, ==, next->day);
  g_assert_cmpuint (over->n_computed, ==, 4);
  g_assert_cmpuint (still->n_computed, ==, 0);
  g_assert_cmpint (over->day, ==, change_test_day ("31-12-2023"));
  g_assert_cmpint (first->through, ==, next->through);
}

static void
test_one_provider (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  g_autoptr (PsYearFigures) one = figures_test_load (test, 2024, FIGURES_TODAY, "41410002", TRUE);
  g_autoptr (PsYearFigures) again = figures_test_load (test, 2024, FIGURES_TODAY, "41410002", TRUE);
  g_autoptr (PsYearFigures) all = figures_test_load (test, 2024, FIGURES_TODAY, NULL, TRUE);
  PsYearFiguresQuery query = { 2024, change_test_day (FIGURES_TODAY), "99999999", FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (one->providers->len, ==, 1);
  g_assert_cmpuint (one->n_computed, ==, 1);
  g_assert_cmpuint (again->n_computed, ==, 0);
  g_assert_cmpuint (all->n_computed, ==, 3);
  g_assert_null (ps_year_figures_load (test->store, &query, NULL, NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
}

/* Of nobody's day: not asked to, a file that may only be read, or somebody who is writing. */
static void
test_not_kept (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  g_autoptr (PsYearFigures) asked = figures_test_load (test, 2024, FIGURES_TODAY, NULL, FALSE);
  g_autoptr (PsYearFigures) locked = NULL, reading = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM year_figure"), ==, 0);
  g_assert_cmpint (sqlite3_open (test->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  locked = figures_test_load (test, 2024, FIGURES_TODAY, NULL, TRUE);
  g_assert_cmpuint (locked->n_computed, ==, 4);
  sqlite3_close (db);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM year_figure"), ==, 0);
  g_assert_cmpint (sqlite3_get_autocommit (test->store->db), !=, 0);
  /* a reader keeps by a connection of its own */
  store_test_reopen (test, PS_STORE_READ);
  reading = figures_test_load (test, 2024, FIGURES_TODAY, NULL, TRUE);
  g_assert_cmpuint (reading->providers->len, ==, 4);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM year_figure"), ==, 4);
}

typedef struct
{
  StoreTest *test;
  const char *rows; /* an import, or plain SQL */
  const char *sql;
  gboolean done;
} Meanwhile;

/* While it computes somebody else changes the region. */
static void
on_progress (double fraction, const char *what, gpointer data)
{
  Meanwhile *meanwhile = data;

  if (meanwhile->done)
    return;
  meanwhile->done = TRUE;
  if (meanwhile->sql != NULL)
    figures_test_by_other (meanwhile->test, meanwhile->sql);
  else
    {
      g_autoptr (GError) error = NULL;
      StoreTest other = *meanwhile->test;

      other.store = ps_store_open (meanwhile->test->path, PS_STORE_WRITE, &error);
      g_assert_no_error (error);
      figures_test_run (&other, meanwhile->rows);
      ps_store_close (other.store);
    }
}

static void
assert_changed_meanwhile (const char *rows, const char *sql)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  Meanwhile meanwhile = { test, rows, sql, FALSE };
  PsYearFiguresQuery query = { 2024, change_test_day (FIGURES_TODAY), NULL, TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (PsYearFigures) figures = ps_year_figures_load (test->store, &query, NULL, on_progress, &meanwhile, &error);

  g_assert_no_error (error);
  g_assert_true (meanwhile.done);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM year_figure"), ==, 0);
  figures_test_assert_right (test);
}

/* What was read before somebody's change is not kept after it, where it would stay for good. */
static void
test_meanwhile (void)
{
  assert_changed_meanwhile ("line A91 0983/1 45A04 01-05-2024 31-05-2024 2000 900000 18000\n", NULL);
  assert_changed_meanwhile (NULL, "UPDATE tariff SET tariff_e4 = 910000 WHERE tariff_e4 = 900000");
}

static void
test_cancelled (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PsYearFiguresQuery query = { 2024, change_test_day (FIGURES_TODAY), NULL, TRUE };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ps_year_figures_load (test->store, &query, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM year_figure"), ==, 0);
  ps_year_figures_refresh (test->store, change_test_day (FIGURES_TODAY), cancellable, NULL, NULL);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM year_figure"), ==, 0);
}

/* The year that is shown first: the latest that was declared, not one that is only agreed. */
static void
test_refresh (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  guint n;

  figures_test_run (test, "agreement 41410001 2025 AMB1 0983 1300000 aanbieder donut\n");
  ps_year_figures_refresh (test->store, change_test_day (FIGURES_TODAY), NULL, NULL, NULL);
  g_assert_cmpint (store_test_int (test, "SELECT min (year) * 10000 + max (year) FROM year_figure"), ==, 20242024);
  g_free (figures_test_look (test, &n));
  g_assert_cmpuint (n, ==, 0);
}

/* Writing them is no change of the region: nothing in the trail, and what watches it sees the same. */
static void
test_no_change (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  g_autofree char *before = ps_store_trail_state (test->store);
  g_autofree char *after = NULL;

  g_free (figures_test_look (test, NULL));
  after = ps_store_trail_state (test->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM audit_change WHERE table_name = 'year_figure'"), ==, 0);
  store_test_assert_sound (test);
}

/* What is no row is computed anew. */
static void
test_damaged (void)
{
  static const char *const damages[] = { "x''",
                                         "x'00'",
                                         "x'ff'",
                                         "zeroblob (50)",
                                         "substr (data, 1, length (data) - 1)",
                                         "CAST (data || x'00' AS BLOB)",
                                         "substr (data, 1, 6)" };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (StoreTest) test = figures_test_region ();
      g_autofree char *before = figures_test_look (test, NULL);
      g_autofree char *sql = g_strdup_printf ("UPDATE year_figure SET data = %s", damages[i]);
      g_autofree char *after = NULL;
      guint n;

      figures_test_by_other (test, sql);
      after = figures_test_look (test, &n);
      g_assert_cmpuint (n, ==, 4);
      g_assert_cmpstr (after, ==, before);
    }
}

/* Any byte of any row: read as something or not at all, never past its end. */
static void
test_garbage (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  g_autoptr (PsYearFigures) figures = figures_test_load (test, 2024, FIGURES_TODAY, NULL, FALSE);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (PsLookYear));
  PsFigureBasis basis = { 2024, figures->day, figures->through, figures->waiting_on, 1, years };
  const PsProviderYear *year = g_ptr_array_index (figures->providers, 0);
  g_autoptr (GByteArray) data = ps_year_figures_encode (figures->region, &basis, year);

  for (guint at = 0; at < data->len; at++)
    for (int bit = 0; bit < 8; bit++)
      {
        g_autofree guint8 *copy = g_memdup2 (data->data, data->len);

        copy[at] ^= 1 << bit;
        ps_provider_year_free (ps_year_figures_decode (figures->region, &basis, year->provider, copy, data->len));
      }
  for (guint size = 0; size < data->len; size++)
    {
      g_autofree guint8 *copy = g_memdup2 (data->data, MAX (size, 1));

      g_assert_null (ps_year_figures_decode (figures->region, &basis, year->provider, copy, size));
    }
  g_array_unref (years);
}

static guint
count_findings (StoreTest *test, const char *check)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ps_verify (test->store, NULL, NULL, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((const PsFinding *) g_ptr_array_index (findings, i))->check, check);
  return n;
}

/* A row with another figure than the true one is found, and one that is none. */
static void
test_tampered (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  g_autoptr (PsYearFigures) figures = NULL;

  g_free (figures_test_look (test, NULL));
  figures = figures_test_load (test, 2023, FIGURES_TODAY, NULL, TRUE);
  g_free (figures_test_tell (figures));
  g_assert_cmpuint (count_findings (test, "figures"), ==, 0);
  figures_test_by_other (
      test, "UPDATE year_figure SET data = (SELECT data FROM year_figure o WHERE o.provider_id = 2 AND o.year = 2024)"
            " WHERE provider_id = 4 AND year = 2024");
  g_assert_cmpuint (count_findings (test, "figures"), ==, 1);
  figures_test_by_other (test, "UPDATE year_figure SET data = x'00' WHERE provider_id = 1 AND year = 2023");
  g_assert_cmpuint (count_findings (test, "figures"), ==, 2);
  /* a row of another day is read by nobody, and no finding */
  figures_test_by_other (test, "UPDATE year_figure SET through = through - 31 WHERE provider_id = 4 AND year = 2024");
  g_assert_cmpuint (count_findings (test, "figures"), ==, 1);
}

/* The care block has what is only there for these figures. */
static void
test_care_block (void)
{
  g_autoptr (StoreTest) test = figures_test_region ();
  g_autoptr (PsRegion) region = change_test_load_region (test);
  g_autoptr (PsProduction) production = ps_production_new (0);
  g_autoptr (GError) error = NULL;
  const PsAssignment *first, *second;
  const PsCare *care;
  guint place = ps_region_find_provider (region, "41410001");

  g_assert_true (ps_store_load_production (test->store, region, place, 2024, production, &error));
  first = &g_array_index (production->assignments, PsAssignment, 0);
  second = &g_array_index (production->assignments, PsAssignment, 1);
  g_assert_cmpuint (first->client_key, ==, ps_client_key ("C1"));
  g_assert_cmpuint (second->client_key, ==, ps_client_key ("C2"));
  g_assert_cmpint (first->volume_milli, ==, 4000);
  g_assert_cmpint (first->budget_cents, ==, PS_NO_NUMBER);
  g_assert_cmpuint (first->unit, ==, PS_UNIT_HOUR);
  g_assert_cmpuint (first->frequency, ==, PS_FREQUENCY_WEEK);
  g_assert_cmpuint (second->referrer, ==, 2);
  care = &g_array_index (production->care, PsCare, first->first_care);
  g_assert_cmpint (care->sent_305, ==, change_test_day ("03-01-2023"));
  g_assert_cmpint (care->sent_307, ==, PS_DATE_OPEN);
  figures_test_run (
      test, "assignment 0983/1 C1 41410001 45A04 01-01-2023 31-12-2024 4000 8\n---\ncare 0983/1 02-01-2023 - - 17-01-2023\n");
  g_assert_true (ps_store_load_production (test->store, region, place, 2024, production, &error));
  g_assert_cmpuint (g_array_index (production->assignments, PsAssignment, 0).referrer, ==, 8);
  g_assert_cmpint (g_array_index (production->care, PsCare, 0).sent_305, ==, change_test_day ("17-01-2023"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/year-figures/same", test_same);
  g_test_add_func ("/store/year-figures/figures", test_figures);
  g_test_add_func ("/store/year-figures/waiting-on", test_waiting_on);
  g_test_add_func ("/store/year-figures/other-basis", test_other_basis);
  g_test_add_func ("/store/year-figures/days", test_days);
  g_test_add_func ("/store/year-figures/one-provider", test_one_provider);
  g_test_add_func ("/store/year-figures/not-kept", test_not_kept);
  g_test_add_func ("/store/year-figures/meanwhile", test_meanwhile);
  g_test_add_func ("/store/year-figures/cancelled", test_cancelled);
  g_test_add_func ("/store/year-figures/refresh", test_refresh);
  g_test_add_func ("/store/year-figures/no-change", test_no_change);
  g_test_add_func ("/store/year-figures/damaged", test_damaged);
  g_test_add_func ("/store/year-figures/garbage", test_garbage);
  g_test_add_func ("/store/year-figures/tampered", test_tampered);
  g_test_add_func ("/store/year-figures/care-block", test_care_block);
  return g_test_run ();
}
