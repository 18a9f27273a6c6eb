/* test-bandwidths.c: where every provider stands, from a real region file (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "change-test.h"
#include "core/ps-letter-text.h"
#include "store/ps-bandwidths.h"
#include "store/ps-peildata.h"
#include "store/ps-undo.h"

#include <string.h>

#define PROVIDERS 24

/* A declaration of every month from the first to the last: hours at € 90. */
static void
add_months (GString *rows, const char *assignment, int year, int first, int last, int hours)
{
  for (int month = first; month <= last; month++)
    g_string_append_printf (rows, "line %s-%d-%d %s 45A04 01-%02d-%d %02d-%02d-%d %d 900000 %d\n", strchr (assignment, '/') + 1,
                            year, month, assignment, month, year, ps_date_days_in_month (year, month), month, year, hours * 1000,
                            hours * 9000);
}

static void
run_rows (StoreTest *test, const char *rows)
{
  const char *outcome = store_test_run (test, rows);

  g_test_message ("%s", outcome);
  g_assert_null (strpbrk (outcome, "RF"));
}

/* 41410001 has last year and the first quarter of 2024: € 9.000 a month, now € 10.800; 41410002 a year's agreement and nothing else. */
static StoreTest *
region_new (void)
{
  StoreTest *test = store_test_new ();
  g_autoptr (GString) rows = g_string_new (store_test_basics);

  g_string_append (rows,
                   "---\nagreement 41410001 2024 AMB1 0983 11000000 aanbieder donut\n"
                   "agreement 41410002 2024 AMB1 0983 5000000 regel\nagreement 41410002 2024 AMBV 0983 100000 regel - - lump\n"
                   "agreement 41410003 2024 AMB1 0983 5000000 regel - - lump\n"
                   "---\nassignment 0983/1 CLIENT 41410001 45A04 01-01-2020 -\ncare 0983/1 01-01-2020 - 0\n---\n");
  add_months (rows, "0983/1", 2023, 1, 12, 100);
  add_months (rows, "0983/1", 2024, 1, 3, 120);
  g_string_append (rows,
                   "---\npeildatum 22-02-2024 eerste 31-01-2024\npeildatum 19-05-2024 tweede\npeildatum 19-07-2024 derde\n");
  run_rows (test, rows->str);
  return test;
}

static gint64
peildatum_id (StoreTest *test, const char *day)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM peildatum WHERE day = %d", change_test_day (day));

  return store_test_int (test, sql);
}

static gint64
provider_id (StoreTest *test, const char *agb)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM provider WHERE agb = '%s'", agb);

  return store_test_int (test, sql);
}

static PsBandwidthYear *
compute (StoreTest *test, const PsBandwidthQuery *query)
{
  g_autoptr (GError) error = NULL;
  PsBandwidthYear *year = ps_bandwidths_compute (test->store, query, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return year;
}

static PsBandwidthYear *
compute_at (StoreTest *test, const char *day)
{
  PsBandwidthQuery query = { .peildatum_id = peildatum_id (test, day), .today = change_test_day ("01-01-2026") };

  return compute (test, &query);
}

static const PsProviderBandwidth *
provider_of (const PsBandwidthYear *year, const char *agb)
{
  return ps_bandwidths_find (year, ps_region_find_provider (year->region, agb));
}

static const PsBandwidthScope *
scope_of (const PsBandwidth *bandwidth)
{
  g_assert_nonnull (bandwidth);
  g_assert_cmpuint (bandwidth->scopes->len, ==, 1);
  return &g_array_index (bandwidth->scopes, PsBandwidthScope, 0);
}

/* Today */

static void
test_today (void)
{
  g_autoptr (StoreTest) test = region_new ();
  PsBandwidthQuery query = { .year = 2024, .today = change_test_day ("15-04-2024") };
  g_autoptr (PsBandwidthYear) year = compute (test, &query);
  const PsProviderBandwidth *first = provider_of (year, "41410001"), *second = provider_of (year, "41410002");
  const PsBandwidthScope *scope = scope_of (first->now);

  /* only lump sums: no scope, so not listed */
  g_assert_cmpuint (year->providers->len, ==, 2);
  g_assert_null (provider_of (year, "41410003"));
  g_assert_cmpint (year->day, ==, change_test_day ("15-04-2024"));
  g_assert_cmpint (year->through, ==, change_test_day ("31-03-2024"));
  g_assert_null (year->label);
  g_assert_false (year->closed);
  g_assert_cmpint (scope->realised_cents, ==, 3240000);
  g_assert_cmpint (scope->ceiling_cents, ==, 11000000);
  /* rolling was right in 2023, linear on 31 March 90 of 365 days: 109.500 */
  g_assert_cmpint (scope->method, ==, PS_FORECAST_ROLLING);
  g_assert_cmpint (scope->forecast_cents, ==, 12960000);
  g_assert_cmpint (ps_forecast_find (scope->forecast, PS_FORECAST_LINEAR)->error_bp, ==, 139);
  g_assert_cmpint (ps_forecast_find (scope->forecast, PS_FORECAST_PREVIOUS_YEAR)->forecast_cents, ==, 12960000);
  g_assert_cmpint (scope->position, ==, PS_POSITION_OVER);
  g_assert_cmpint (scope->at_stake_cents, ==, 1960000);
  g_assert_cmpint (first->now->letter, ==, PS_LETTER_OVER);
  g_assert_cmpint (scope_of (second->now)->position, ==, PS_POSITION_UNDER);
  /* the peildatum before today: 22 February */
  g_assert_cmpint (year->before_day, ==, change_test_day ("22-02-2024"));
  g_assert_cmpint (scope_of (first->before)->realised_cents, ==, 1080000);
  g_assert_false (first->before_kept);
  g_assert_cmpint (first->before->through, ==, change_test_day ("31-01-2024"));
  g_assert_false (year->letters_all);
}

/* A year that is over: to its end. One that has yet to begin: nothing of it is known. */
static void
test_other_years (void)
{
  g_autoptr (StoreTest) test = region_new ();
  PsBandwidthQuery query = { .year = 2024, .today = change_test_day ("15-04-2026"), .no_before = TRUE };
  g_autoptr (PsBandwidthYear) over = compute (test, &query);
  g_autoptr (PsBandwidthYear) early = NULL;
  g_autoptr (PsBandwidthYear) without = NULL;

  g_assert_cmpint (over->day, ==, change_test_day ("31-12-2024"));
  g_assert_cmpint (over->through, ==, change_test_day ("31-03-2024"));
  g_assert_null (provider_of (over, "41410001")->before);
  g_assert_cmpint (over->before_day, ==, PS_DATE_OPEN);
  query.today = change_test_day ("01-12-2023");
  early = compute (test, &query);
  g_assert_cmpint (early->day, ==, change_test_day ("01-01-2024"));
  query.year = 2025;
  without = compute (test, &query);
  g_assert_cmpuint (without->providers->len, ==, 0);
  g_assert_true (without->letters_all);
}

/* Peildata */

static void
test_peildatum (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (PsBandwidthYear) first = compute_at (test, "22-02-2024"), second = compute_at (test, "19-05-2024");
  const PsBandwidthScope *scope = scope_of (provider_of (first, "41410001")->now);

  /* its own data_through */
  g_assert_cmpint (first->year, ==, 2024);
  g_assert_cmpstr (first->label, ==, "eerste");
  g_assert_cmpint (first->through, ==, change_test_day ("31-01-2024"));
  g_assert_cmpint (first->before_day, ==, PS_DATE_OPEN);
  g_assert_null (provider_of (first, "41410001")->before);
  g_assert_cmpint (scope->realised_cents, ==, 1080000);
  g_assert_cmpint (scope->forecast_cents, ==, 12960000);
  /* none given: as far as the year was declared */
  g_assert_cmpint (second->through, ==, change_test_day ("31-03-2024"));
  g_assert_cmpint (second->before_day, ==, change_test_day ("22-02-2024"));
  g_assert_cmpint (scope_of (provider_of (second, "41410001")->before)->realised_cents, ==, 1080000);
}

/* Not given and declared further than the day: the whole months before it. */
static void
test_through_not_after_the_day (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (PsBandwidthYear) year = NULL;

  run_rows (test, "peildatum 14-03-2024 tussen\n");
  year = compute_at (test, "14-03-2024");
  g_assert_cmpint (year->through, ==, change_test_day ("29-02-2024"));
  g_assert_cmpint (scope_of (provider_of (year, "41410001")->now)->realised_cents, ==, 2160000);
}

/* data_through in the year before: nothing of this year is known, and no earlier year could be tested on that day. */
static void
test_through_before_the_year (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (PsBandwidthYear) year = NULL;
  const PsBandwidthScope *scope;

  run_rows (test, "peildatum 05-01-2024 vroeg 30-11-2023\n");
  year = compute_at (test, "05-01-2024");
  scope = scope_of (provider_of (year, "41410001")->now);
  g_assert_cmpint (year->through, ==, change_test_day ("31-12-2023"));
  g_assert_cmpint (scope->realised_cents, ==, 0);
  g_assert_cmpint (scope->method, ==, PS_FORECAST_CEILING);
  g_assert_cmpint (scope->letter, ==, PS_LETTER_NONE);
}

/* The region's own percentages, and its own share for a notice; an agreement's go before them. */
static void
test_settings (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsBandwidthYear) year = NULL;
  const PsBandwidth *first, *second;

  change_test_update (test, "region", "1", "notice_bp=2500 answer_days=15 over_bp=2000 under_bp=1000", &error);
  g_assert_no_error (error);
  run_rows (test, "agreement 41410002 2024 AMB1 0983 5000000 regel - 250\n");
  year = compute_at (test, "19-05-2024");
  first = provider_of (year, "41410001")->now;
  second = provider_of (year, "41410002")->now;
  g_assert_cmpint (year->region->answer_days, ==, 15);
  g_assert_cmpint (first->notice_bp, ==, 2500);
  g_assert_cmpint (first->under_bp, ==, 1000);
  g_assert_cmpint (first->over_bp, ==, 2000);
  g_assert_cmpint (second->under_bp, ==, 250);
  /* € 129.600 of € 110.000 is within 20 %; € 32.400 is past a quarter of it */
  g_assert_cmpint (scope_of (first)->position, ==, PS_POSITION_IN);
  g_assert_true (scope_of (first)->notice);
  g_assert_cmpint (first->letter, ==, PS_LETTER_NOTICE);
}

static void
test_refused (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (GError) error = NULL;
  PsBandwidthQuery none = { .peildatum_id = 12345 };
  PsBandwidthQuery nobody = { .year = 2024, .today = change_test_day ("15-04-2024"), .agb = "99999999" };

  g_assert_null (ps_bandwidths_compute (test->store, &none, NULL, NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ps_bandwidths_compute (test->store, &nobody, NULL, NULL, NULL, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED);
  /* the transaction was left */
  g_assert_true (sqlite3_get_autocommit (test->store->db));
}

static void
count_progress (double fraction, const char *what, gpointer user_data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_nonnull (what);
  ++*(int *) user_data;
}

static void
test_cancelled (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  PsBandwidthQuery query = { .year = 2024, .today = change_test_day ("15-04-2024") };
  g_autoptr (PsBandwidthYear) year = NULL;
  int told = 0;

  year = ps_bandwidths_compute (test->store, &query, cancellable, count_progress, &told, &error);
  g_assert_no_error (error);
  g_assert_cmpint (told, >, 0);
  g_cancellable_cancel (cancellable);
  g_assert_null (ps_bandwidths_compute (test->store, &query, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* By two threads the same as one by one. */
static void
test_many (void)
{
  g_autoptr (StoreTest) test = store_test_new ();
  g_autoptr (GString) rows = g_string_new (store_test_basics);
  PsBandwidthQuery query = { .year = 2024, .today = change_test_day ("15-07-2024") };
  g_autoptr (PsBandwidthYear) all = NULL;

  g_string_append (rows, "---\n");
  for (int i = 0; i < PROVIDERS; i++)
    g_string_append_printf (rows, "provider 414200%02d P%02d\n", i, i);
  g_string_append (rows, "---\n");
  for (int i = 0; i < PROVIDERS; i++)
    g_string_append_printf (
        rows, "agreement 414200%02d 2024 AMB1 0983 %d regel donut\nassignment 0983/%d C%d 414200%02d 45A04 01-01-2020 -\n", i,
        5000000 + i * 400000, i + 1, i, i);
  g_string_append (rows, "---\n");
  for (int i = 0; i < PROVIDERS; i++)
    {
      g_autofree char *assignment = g_strdup_printf ("0983/%d", i + 1);

      add_months (rows, assignment, 2023, 1, 12, 50 + 3 * i);
      add_months (rows, assignment, 2024, 1, 6, 55 + 2 * i);
    }
  run_rows (test, rows->str);
  all = compute (test, &query);
  g_assert_cmpuint (all->providers->len, ==, PROVIDERS);
  for (guint i = 0; i < PROVIDERS; i++)
    {
      const PsProviderBandwidth *it = all->providers->pdata[i];
      g_autoptr (PsBandwidthYear) one = NULL;
      const PsBandwidthScope *a = scope_of (it->now), *b;

      query.agb = ps_region_provider (all->region, it->now->provider)->agb;
      one = compute (test, &query);
      g_assert_cmpuint (one->providers->len, ==, 1);
      b = scope_of (((PsProviderBandwidth *) one->providers->pdata[0])->now);
      g_assert_cmpint (a->realised_cents, ==, b->realised_cents);
      g_assert_cmpint (a->forecast_cents, ==, b->forecast_cents);
      g_assert_cmpint (a->method, ==, b->method);
      g_assert_cmpint (a->letter, ==, b->letter);
    }
}

/* Closed: as it was known then */

static void
close_peildatum (StoreTest *test, const char *day)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ps_peildata_close (test->store, "closer", peildatum_id (test, day), NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_kept (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (PsBandwidthYear) year = NULL, now = NULL, open = NULL;
  g_autoptr (PsBandwidth) kept = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const PsProviderBandwidth *provider;
  const PsBandwidthScope *scope;

  close_peildatum (test, "22-02-2024");
  /* what came later for January */
  add_months (rows, "0983/1", 2024, 1, 1, 120);
  g_string_append (rows, "line late 0983/1 45A04 31-01-2024 31-01-2024 100000 900000 900000\n");
  run_rows (test, rows->str);
  year = compute_at (test, "19-05-2024");
  provider = provider_of (year, "41410001");
  scope = scope_of (provider->before);
  g_assert_true (provider->before_kept);
  g_assert_cmpint (scope->realised_cents, ==, 1080000);
  g_assert_cmpint (scope->forecast_cents, ==, 12960000);
  g_assert_cmpint (scope->position, ==, PS_POSITION_OVER);
  g_assert_cmpint (scope->upper_cents, ==, 11550000);
  g_assert_cmpint (provider->before->letter, ==, PS_LETTER_OVER);
  g_assert_cmpint (provider->before->day, ==, change_test_day ("22-02-2024"));
  g_assert_cmpint (provider->before->through, ==, change_test_day ("31-01-2024"));
  g_assert_null (scope->forecast);
  g_assert_cmpint (provider->before->forecast_cents, ==, 12960000);
  /* itself: as it is known now, and that it is closed */
  now = compute_at (test, "22-02-2024");
  g_assert_true (now->closed);
  g_assert_cmpint (scope_of (provider_of (now, "41410001")->now)->realised_cents, ==, 1980000);

  kept = ps_bandwidths_kept (test->store, year->region, peildatum_id (test, "22-02-2024"), provider->now->provider, &error);
  g_assert_no_error (error);
  g_assert_cmpint (scope_of (kept)->realised_cents, ==, 1080000);
  g_assert_null (
      ps_bandwidths_kept (test->store, year->region, peildatum_id (test, "19-05-2024"), provider->now->provider, &error));
  g_assert_no_error (error);

  /* opened again it is computed, though its standings are there still */
  g_assert_true (ps_peildata_reopen (test->store, "closer", peildatum_id (test, "22-02-2024"), "late lines", NULL, &error));
  open = compute_at (test, "19-05-2024");
  g_assert_false (provider_of (open, "41410001")->before_kept);
  g_assert_cmpint (scope_of (provider_of (open, "41410001")->before)->realised_cents, ==, 1980000);
}

/* Choices */

static const PsForecastChoice *
choice_of (const PsBandwidthYear *year)
{
  return scope_of (provider_of (year, "41410001")->now)->choice;
}

static gboolean
choose (StoreTest *test, const char *day, const PsForecastChoice *before, PsForecastMethod method, gint64 cents,
        const char *reason, gint64 *record, GError **error)
{
  return ps_bandwidths_choose (test->store, "manager", peildatum_id (test, day), provider_id (test, "41410001"), "", before,
                               method, cents, reason, record, error);
}

static void
test_choose (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (PsBandwidthYear) chosen = NULL, manual = NULL, back = NULL;
  g_autoptr (GError) error = NULL;
  const char *content = change_test_content (test);
  gint64 record = 0;

  g_assert_true (choose (test, "19-05-2024", NULL, PS_FORECAST_LINEAR, PS_NO_NUMBER, NULL, &record, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_text (test, "SELECT actor, thing, action FROM audit_record ORDER BY id DESC LIMIT 1"), ==,
                   "manager|forecast:2024-05-19:41410001:|choose");
  change_test_assert_undoes (test, record, content);
  chosen = compute_at (test, "19-05-2024");
  g_assert_cmpint (scope_of (provider_of (chosen, "41410001")->now)->method, ==, PS_FORECAST_LINEAR);
  g_assert_cmpint (choice_of (chosen)->forecast_cents, ==, PS_NO_NUMBER);
  g_assert_cmpstr (choice_of (chosen)->chosen_by, ==, "manager");
  /* the same once more is nothing */
  g_assert_true (choose (test, "19-05-2024", choice_of (chosen), PS_FORECAST_LINEAR, PS_NO_NUMBER, NULL, &record, &error));
  g_assert_cmpint (record, ==, 0);
  /* an amount of one's own, which the letter and the closing take */
  g_assert_true (
      choose (test, "19-05-2024", choice_of (chosen), PS_FORECAST_MANUAL, 11000000, " two groups stop ", &record, &error));
  g_assert_no_error (error);
  manual = compute_at (test, "19-05-2024");
  g_assert_cmpint (scope_of (provider_of (manual, "41410001")->now)->forecast_cents, ==, 11000000);
  g_assert_cmpint (provider_of (manual, "41410001")->now->letter, ==, PS_LETTER_NONE);
  g_assert_cmpstr (choice_of (manual)->reason, ==, "two groups stop");
  /* what was shown before is not what is there now */
  g_assert_false (choose (test, "19-05-2024", choice_of (chosen), PS_FORECAST_ROLLING, PS_NO_NUMBER, NULL, &record, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (choose (test, "19-05-2024", NULL, PS_FORECAST_ROLLING, PS_NO_NUMBER, NULL, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_CONFLICT, "manager|manual");
  /* back to what is proposed */
  g_assert_true (choose (test, "19-05-2024", choice_of (manual), PS_FORECAST_CEILING, PS_NO_NUMBER, NULL, &record, &error));
  g_assert_no_error (error);
  back = compute_at (test, "19-05-2024");
  g_assert_null (choice_of (back));
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM forecast_choice"), ==, 0);
  store_test_assert_sound (test);
}

static void
test_choose_wants (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (GError) error = NULL;
  gint64 record = 0;

  g_assert_false (choose (test, "19-05-2024", NULL, PS_FORECAST_MANUAL, 100, "  ", &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "reason");
  g_assert_false (choose (test, "19-05-2024", NULL, PS_FORECAST_MANUAL, PS_NO_NUMBER, "why", &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "amount");
  g_assert_false (ps_bandwidths_choose (test->store, "manager", 4711, provider_id (test, "41410001"), "", NULL,
                                        PS_FORECAST_LINEAR, PS_NO_NUMBER, NULL, &record, &error));
  g_assert_error (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  close_peildatum (test, "22-02-2024");
  g_assert_false (choose (test, "22-02-2024", NULL, PS_FORECAST_LINEAR, PS_NO_NUMBER, NULL, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "closed|reason");
  g_assert_true (choose (test, "22-02-2024", NULL, PS_FORECAST_LINEAR, PS_NO_NUMBER, "seasonal", &record, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_int (test, "SELECT count (*) FROM forecast_choice"), ==, 1);
}

/* Only what is agreed, and only what an amount may be. */
static void
test_choose_limits (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (GError) error = NULL;
  const char *content = change_test_content (test);
  static const gint64 refused[] = { -1, 1000000000001, G_MAXINT64 - 5 };
  gint64 record = 0;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_false (choose (test, "19-05-2024", NULL, PS_FORECAST_MANUAL, refused[i], "why", &record, &error));
      change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "cannot be|Nothing was changed");
    }
  g_assert_false (ps_bandwidths_choose (test->store, "manager", peildatum_id (test, "19-05-2024"), provider_id (test, "41410001"),
                                        "AMB9", NULL, PS_FORECAST_LINEAR, PS_NO_NUMBER, NULL, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "2024|no ceiling “AMB9”|Nothing was changed");
  /* lump sums have none either */
  g_assert_false (ps_bandwidths_choose (test->store, "manager", peildatum_id (test, "19-05-2024"), provider_id (test, "41410003"),
                                        "", NULL, PS_FORECAST_LINEAR, PS_NO_NUMBER, NULL, &record, &error));
  change_test_assert_refused (&error, PS_STORE_ERROR_RULE, "Whole provider|nothing to forecast");
  g_assert_cmpstr (change_test_content (test), ==, content);
  g_assert_true (choose (test, "19-05-2024", NULL, PS_FORECAST_MANUAL, 1000000000000, "why", &record, &error));
  g_assert_no_error (error);
}

/* Nobody is left out in silence, and everybody knows whose amounts they are. */
static void
test_too_large (void)
{
  g_autoptr (StoreTest) test = region_new ();
  PsBandwidthQuery query = { .year = 2024, .today = change_test_day ("15-04-2024") };
  g_autoptr (GError) error = NULL;

  run_rows (test, "agreement 41410002 2024 AMB1 0983 9000000000000000000 regel\n");
  g_assert_null (ps_bandwidths_compute (test->store, &query, NULL, NULL, NULL, &error));
  g_assert_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW);
  g_assert_nonnull (strstr (error->message, "41410002"));
}

/* Letters */

/* A letter of a provider at a peildatum; sent where it has a number. */
static gint64
add_letter (StoreTest *test, const char *agb, const char *day, PsLetterKind kind, int number)
{
  g_autoptr (PsBandwidthYear) year = compute_at (test, day);
  g_autoptr (PsLetterFigures) figures = ps_letter_figures_new (year->region, provider_of (year, agb)->now, day);
  g_autofree char *frozen = ps_letter_figures_to_text (figures);
  g_autofree char *insert = g_strdup_printf (
      "INSERT INTO letter (provider_id, peildatum_id, kind, state, year, subject, body, figures, drafted_by, drafted_at)"
      " VALUES (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", %d, 1, 2024, 's', 'b', '%s', 'me', 1)",
      provider_id (test, agb), peildatum_id (test, day), kind, frozen);
  g_autofree char *send =
      g_strdup_printf ("UPDATE letter SET state = 2, number = %d, addressee = 'a', pdf_digest = 'd', sent_by = 'me', sent_at = 2,"
                       " sent_on = 19800, means = 1, due_on = 19814 WHERE id = (SELECT max (id) FROM letter)",
                       number);
  g_autoptr (GError) error = NULL;

  g_assert_true (ps_sql_exec (test->store, insert, &error));
  if (number > 0)
    g_assert_true (ps_sql_exec (test->store, send, &error));
  g_assert_no_error (error);
  return store_test_int (test, "SELECT max (id) FROM letter");
}

static void
assert_needs (const PsProviderBandwidth *provider, gboolean needs, gboolean told)
{
  gboolean told_before = !told;

  g_assert_cmpint (ps_bandwidths_needs_letter (provider, &told_before), ==, needs);
  g_assert_cmpint (told_before, ==, told);
}

static void
test_letters (void)
{
  g_autoptr (StoreTest) test = region_new ();
  g_autoptr (PsBandwidthYear) none = compute_at (test, "19-05-2024"), some = NULL, withdrawn = NULL;
  gint64 earlier, own;
  const PsProviderBandwidth *provider = provider_of (none, "41410001");

  g_assert_cmpint (provider->letter_id, ==, 0);
  assert_needs (provider, TRUE, FALSE);
  earlier = add_letter (test, "41410001", "22-02-2024", PS_LETTER_NOTICE, 1);
  add_letter (test, "41410002", "22-02-2024", PS_LETTER_UNDER, 0);   /* a draft told nobody anything */
  add_letter (test, "41410001", "19-07-2024", PS_LETTER_REACHED, 2); /* later */
  own = add_letter (test, "41410001", "19-05-2024", PS_LETTER_OVER, 0);
  some = compute_at (test, "19-05-2024");
  provider = provider_of (some, "41410001");
  g_assert_cmpint (provider->letter_id, ==, own);
  g_assert_cmpint (provider->earlier_letter_id, ==, earlier);
  g_assert_cmpint (provider->earlier_kind, ==, PS_LETTER_NOTICE);
  assert_needs (provider, FALSE, FALSE);
  g_assert_cmpint (provider_of (some, "41410002")->earlier_letter_id, ==, 0);
  g_assert_false (some->letters_all);
  add_letter (test, "41410002", "19-05-2024", PS_LETTER_UNDER, 0);
  g_assert_true (ps_sql_exec (
      test->store, "UPDATE letter SET state = 5, ended_on = 19900, end_reason = 'wrong' WHERE state = 1 AND kind = 2", NULL));
  withdrawn = compute_at (test, "19-05-2024");
  g_assert_cmpint (provider_of (withdrawn, "41410001")->letter_id, ==, 0);
  g_assert_cmpint (provider_of (withdrawn, "41410002")->letter_id, !=, 0);
  g_assert_false (withdrawn->letters_all);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bandwidths/today", test_today);
  g_test_add_func ("/bandwidths/other-years", test_other_years);
  g_test_add_func ("/bandwidths/peildatum", test_peildatum);
  g_test_add_func ("/bandwidths/through-not-after-the-day", test_through_not_after_the_day);
  g_test_add_func ("/bandwidths/through-before-the-year", test_through_before_the_year);
  g_test_add_func ("/bandwidths/settings", test_settings);
  g_test_add_func ("/bandwidths/refused", test_refused);
  g_test_add_func ("/bandwidths/cancelled", test_cancelled);
  g_test_add_func ("/bandwidths/many", test_many);
  g_test_add_func ("/bandwidths/kept", test_kept);
  g_test_add_func ("/bandwidths/choose", test_choose);
  g_test_add_func ("/bandwidths/choose-wants", test_choose_wants);
  g_test_add_func ("/bandwidths/choose-limits", test_choose_limits);
  g_test_add_func ("/bandwidths/too-large", test_too_large);
  g_test_add_func ("/bandwidths/letters", test_letters);
  return g_test_run ();
}
