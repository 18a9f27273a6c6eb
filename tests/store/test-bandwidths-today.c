/* test-bandwidths-today.c: today, letters and choices are those of the latest peildatum (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include "letter-test.h"

static gint64
peildatum (StoreTest *test, const char *label)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM peildatum WHERE label = '%s'", label);

  return store_test_int (test, sql);
}

static PsBandwidthYear *
compute (StoreTest *test, gint64 peildatum_id, const char *today)
{
  PsBandwidthQuery query = { .year = 2024, .peildatum_id = peildatum_id, .today = change_test_day (today) };
  g_autoptr (GError) error = NULL;
  PsBandwidthYear *year = ps_bandwidths_compute (test->store, &query, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return year;
}

static const PsProviderBandwidth *
provider_of (const PsBandwidthYear *year, const char *agb)
{
  return ps_bandwidths_find (year, ps_region_find_provider (year->region, agb));
}

/* Of Linde, Beuk, Eik and Den: N needed, L it has its letter, t told before, - neither. */
static void
assert_letters (StoreTest *test, gint64 peildatum_id, const char *today, const char *expected)
{
  static const char *const agbs[] = { LINDE, BEUK, EIK, DEN };
  g_autoptr (PsBandwidthYear) year = compute (test, peildatum_id, today);
  char letters[] = "----";

  for (guint i = 0; i < G_N_ELEMENTS (agbs); i++)
    {
      const PsProviderBandwidth *provider = provider_of (year, agbs[i]);
      gboolean told, needs = ps_bandwidths_needs_letter (provider, &told);

      letters[i] = needs ? 'N' : provider->letter_id != 0 ? 'L' : told ? 't' : '-';
    }
  g_assert_cmpstr (letters, ==, expected);
  g_assert_cmpint (year->letters_all, ==, strchr (expected, 'N') == NULL);
}

/* May to its last day, so that today has the data of July. */
static void
complete_may (StoreTest *test)
{
  const char *outcome = store_test_run (test, "line M1 0983/1 45A04 31-05-2024 31-05-2024 1000 900000 9000\n"
                                              "line M2 0983/2 45A04 31-05-2024 31-05-2024 1000 900000 9000\n"
                                              "line M3 0983/3 45A04 31-05-2024 31-05-2024 1000 900000 9000\n");

  g_assert_null (strpbrk (outcome, "RF"));
}

/* Who has its letter of the latest peildatum, needs none today. */
static void
test_letters (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 july = peildatum (test, "July");
  g_autoptr (PsBandwidthYear) year = NULL;
  gint64 linde;

  complete_may (test);
  assert_letters (test, july, "15-08-2024", "NNN-");
  assert_letters (test, 0, "15-08-2024", "NNN-");
  linde = letter_test_send (test, LINDE);
  letter_test_draft (test, BEUK);
  letter_test_send (test, EIK);
  assert_letters (test, july, "15-08-2024", "LLL-");
  assert_letters (test, 0, "15-08-2024", "LLL-");
  year = compute (test, 0, "15-08-2024");
  g_assert_cmpint (year->peildatum_id, ==, 0);
  g_assert_cmpint (year->letters_of, ==, july);
  g_assert_cmpint (provider_of (year, LINDE)->letter_id, ==, linde);
  /* the next one has begun: what is told at every peildatum is needed again */
  assert_letters (test, 0, "18-10-2024", "NNt-");
  /* the year is over */
  assert_letters (test, 0, "01-03-2026", "NNt-");
}

/* A letter belongs to a peildatum: before the first one there is nothing to write. */
static void
test_no_peildatum (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (PsBandwidthYear) year = compute (test, 0, "18-07-2024");

  g_assert_cmpint (year->letters_of, ==, 0);
  g_assert_cmpint (provider_of (year, LINDE)->now->letter, ==, PS_LETTER_OVER);
  assert_letters (test, 0, "18-07-2024", "----");
}

static void
choose (StoreTest *test, const char *agb, PsForecastMethod method, gint64 cents)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM provider WHERE agb = '%s'", agb);
  g_autoptr (GError) error = NULL;

  ps_bandwidths_choose (test->store, "manager", peildatum (test, "July"), store_test_int (test, sql), "", NULL, method, cents,
                        "two groups stop", NULL, &error);
  g_assert_no_error (error);
}

static const PsBandwidthScope *
scope_of (const PsBandwidthYear *year, const char *agb)
{
  return ps_bandwidth_get_heaviest (provider_of (year, agb)->now);
}

/* A manual amount stays, a method says what it says today; and who chose is told. */
static void
test_choices (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  g_autoptr (PsBandwidthYear) year = NULL, early = NULL, late = NULL;
  const PsBandwidthScope *scope;
  g_autofree char *text = NULL;

  choose (test, LINDE, PS_FORECAST_MANUAL, 710000);
  choose (test, BEUK, PS_FORECAST_ROLLING, PS_NO_NUMBER);
  year = compute (test, 0, "15-08-2024");
  scope = scope_of (year, LINDE);
  g_assert_cmpint (scope->method, ==, PS_FORECAST_MANUAL);
  g_assert_cmpint (scope->forecast_cents, ==, 710000);
  g_assert_cmpint (provider_of (year, LINDE)->now->letter, !=, PS_LETTER_OVER);
  text = ps_bandwidth_choice_text (scope);
  g_assert_nonnull (strstr (text, "manager chose"));
  g_assert_nonnull (strstr (text, "two groups stop"));
  scope = scope_of (year, BEUK);
  g_assert_cmpint (scope->forecast->proposed, !=, PS_FORECAST_ROLLING);
  g_assert_cmpint (scope->method, ==, PS_FORECAST_ROLLING);
  g_assert_cmpint (scope->forecast_cents, ==, ps_forecast_find (scope->forecast, PS_FORECAST_ROLLING)->forecast_cents);
  /* they are of July */
  early = compute (test, 0, "18-07-2024");
  g_assert_null (scope_of (early, LINDE)->choice);
  late = compute (test, 0, "18-10-2024");
  g_assert_null (scope_of (late, LINDE)->choice);
}

static PsBandwidthYear *
compute_as_of (StoreTest *test, gint64 peildatum_id, const char *day)
{
  PsBandwidthQuery query = {
    .year = 2024, .peildatum_id = peildatum_id, .today = change_test_day ("15-08-2024"), .as_of = change_test_day (day)
  };
  g_autoptr (GError) error = NULL;
  PsBandwidthYear *year = ps_bandwidths_compute (test->store, &query, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return year;
}

/* A report of March: looked from its last day, with what was declared by then, whatever day it is made on. */
static void
test_as_of (void)
{
  g_autoptr (StoreTest) test = letter_test_region ();
  gint64 july = peildatum (test, "July");
  g_autoptr (PsBandwidthYear) march = NULL, then = NULL, cut = NULL, of_july = NULL, over = NULL;

  complete_may (test);
  march = compute_as_of (test, 0, "31-03-2024");
  g_assert_cmpint (march->day, ==, change_test_day ("31-03-2024"));
  g_assert_cmpint (march->through, ==, change_test_day ("31-03-2024"));
  g_assert_cmpint (march->letters_of, ==, 0);
  g_assert_cmpint (provider_of (march, LINDE)->now->realised_cents, ==, 3 * 90000);
  /* as it would have been on that day */
  then = compute (test, 0, "31-03-2024");
  g_assert_cmpint (provider_of (march, LINDE)->now->forecast_cents, ==, provider_of (then, LINDE)->now->forecast_cents);
  /* a month that is cut through does not count */
  cut = compute_as_of (test, 0, "15-03-2024");
  g_assert_cmpint (cut->through, ==, change_test_day ("29-02-2024"));
  /* a peildatum's choices, looked from that day */
  of_july = compute_as_of (test, july, "30-04-2024");
  g_assert_cmpint (of_july->letters_of, ==, july);
  g_assert_cmpint (of_july->day, ==, change_test_day ("30-04-2024"));
  g_assert_cmpint (provider_of (of_july, LINDE)->now->realised_cents, ==, 4 * 90000);
  /* not beyond what is declared, nor beyond the year */
  over = compute_as_of (test, 0, "31-03-2025");
  g_assert_cmpint (over->day, ==, change_test_day ("31-12-2024"));
  g_assert_cmpint (over->through, ==, change_test_day ("31-05-2024"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bandwidths-today/letters", test_letters);
  g_test_add_func ("/bandwidths-today/no-peildatum", test_no_peildatum);
  g_test_add_func ("/bandwidths-today/choices", test_choices);
  g_test_add_func ("/bandwidths-today/as-of", test_as_of);
  return g_test_run ();
}
