/* test-bandwidth.c: where a scope stands, at its borders (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-letter-text.h"
#include "region-builder.h"

#include <string.h>

/* A table row: ceiling, realised, forecast in euros; percentages below, above, of the notice in basis points; what holds. */
typedef struct
{
  const char *ceiling, *realised, *forecast;
  int under_bp, over_bp, notice_bp;
  PsBandwidthPosition position;
  gboolean notice, reached;
  PsLetterKind letter;
} Judged;

#define UNDER PS_POSITION_UNDER
#define IN PS_POSITION_IN
#define OVER PS_POSITION_OVER

static const Judged judged[] = {
  /* exactly at C × (1 + upper), and a cent beyond */
  { "1.000", "0", "1.050", 500, 500, 7000, IN, FALSE, FALSE, PS_LETTER_NONE },
  { "1.000", "0", "1.050,01", 500, 500, 7000, OVER, FALSE, FALSE, PS_LETTER_OVER },
  /* exactly at C × (1 − lower), and a cent below */
  { "1.000", "0", "950", 500, 500, 7000, IN, FALSE, FALSE, PS_LETTER_NONE },
  { "1.000", "0", "949,99", 500, 500, 7000, UNDER, FALSE, FALSE, PS_LETTER_UNDER },
  /* borders between two cents: 105 % of 0,10 is 0,105; 95 % is 0,095 */
  { "0,10", "0", "0,10", 500, 500, 7000, IN, FALSE, FALSE, PS_LETTER_NONE },
  { "0,10", "0", "0,11", 500, 500, 7000, OVER, FALSE, FALSE, PS_LETTER_OVER },
  { "0,10", "0", "0,09", 500, 500, 7000, UNDER, FALSE, FALSE, PS_LETTER_UNDER },
  { "333,33", "0", "349,99", 500, 500, 7000, IN, FALSE, FALSE, PS_LETTER_NONE }, /* 349,9965 */
  { "333,33", "0", "350", 500, 500, 7000, OVER, FALSE, FALSE, PS_LETTER_OVER },
  { "333,33", "0", "316,67", 500, 500, 7000, IN, FALSE, FALSE, PS_LETTER_NONE }, /* 316,6635 */
  { "333,33", "0", "316,66", 500, 500, 7000, UNDER, FALSE, FALSE, PS_LETTER_UNDER },
  /* percentages of their own; none */
  { "1.000", "0", "1.100", 1000, 1000, 7000, IN, FALSE, FALSE, PS_LETTER_NONE },
  { "1.000", "0", "1.000", 0, 0, 7000, IN, FALSE, FALSE, PS_LETTER_NONE },
  { "1.000", "0", "1.000,01", 0, 0, 7000, OVER, FALSE, FALSE, PS_LETTER_OVER },
  { "1.000", "0", "999,99", 0, 0, 7000, UNDER, FALSE, FALSE, PS_LETTER_UNDER },
  { "1.000", "0", "0", 10000, 0, 7000, IN, FALSE, FALSE, PS_LETTER_NONE },
  { "1.000", "0", "11.000", 0, 100000, 7000, IN, FALSE, FALSE, PS_LETTER_NONE },
  /* the notice at its share, a cent before it, and between two cents (233,331) */
  { "1.000", "700", "1.000", 500, 500, 7000, IN, TRUE, FALSE, PS_LETTER_NOTICE },
  { "1.000", "699,99", "1.000", 500, 500, 7000, IN, FALSE, FALSE, PS_LETTER_NONE },
  { "333,33", "233,33", "333", 500, 500, 7000, IN, FALSE, FALSE, PS_LETTER_NONE },
  { "333,33", "233,34", "333", 500, 500, 7000, IN, TRUE, FALSE, PS_LETTER_NOTICE },
  { "1.000", "0", "1.000", 500, 500, 0, IN, TRUE, FALSE, PS_LETTER_NOTICE },
  { "1.000", "1.000", "1.000", 500, 500, 10000, IN, TRUE, TRUE, PS_LETTER_REACHED },
  /* reached at the ceiling, a cent before it; heavier than over, which is heavier than the notice, which is heavier than under */
  { "1.000", "999,99", "1.000", 500, 500, 7000, IN, TRUE, FALSE, PS_LETTER_NOTICE },
  { "1.000", "1.000", "1.000", 500, 500, 7000, IN, TRUE, TRUE, PS_LETTER_REACHED },
  { "1.000", "1.000", "2.000", 500, 500, 7000, OVER, TRUE, TRUE, PS_LETTER_REACHED },
  { "1.000", "700", "2.000", 500, 500, 7000, OVER, TRUE, FALSE, PS_LETTER_OVER },
  { "1.000", "700", "700", 500, 500, 7000, UNDER, TRUE, FALSE, PS_LETTER_NOTICE },
  { "1.000", "1.100", "900", 500, 500, 7000, UNDER, TRUE, TRUE, PS_LETTER_REACHED },
  /* a ceiling of zero: literally, but nothing to write about until something is realised */
  { "0", "0", "0", 500, 500, 7000, IN, TRUE, TRUE, PS_LETTER_NONE },
  { "0", "0", "100", 500, 500, 7000, OVER, TRUE, TRUE, PS_LETTER_NONE },
  { "0", "0,01", "0,02", 500, 500, 7000, OVER, TRUE, TRUE, PS_LETTER_REACHED },
  { "0", "-0,01", "-0,02", 500, 500, 7000, UNDER, FALSE, FALSE, PS_LETTER_NONE },
  /* credits of last year */
  { "1.000", "-5", "-60", 500, 500, 7000, UNDER, FALSE, FALSE, PS_LETTER_UNDER },
  /* exact in 128 bits */
  { "80.000.000.000.000.000", "0", "84.000.000.000.000.000", 500, 500, 7000, IN, FALSE, FALSE, PS_LETTER_NONE },
  { "80.000.000.000.000.000", "0", "84.000.000.000.000.000,01", 500, 500, 7000, OVER, FALSE, FALSE, PS_LETTER_OVER },
};

static void
test_judge (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      const Judged *it = &judged[i];
      PsBandwidthScope scope = { .ceiling_cents = test_cents (it->ceiling),
                                 .realised_cents = test_cents (it->realised),
                                 .forecast_cents = test_cents (it->forecast) };

      g_test_message ("row %u: %s, %s, %s", i, it->ceiling, it->realised, it->forecast);
      g_assert_true (ps_bandwidth_judge (&scope, it->under_bp, it->over_bp, it->notice_bp));
      g_assert_cmpint (scope.position, ==, it->position);
      g_assert_cmpint (scope.notice, ==, it->notice);
      g_assert_cmpint (scope.reached, ==, it->reached);
      g_assert_cmpint (scope.letter, ==, it->letter);
      g_assert_cmpint (scope.deviation_cents, ==, scope.forecast_cents - scope.ceiling_cents);
    }
}

static void
test_borders (void)
{
  PsBandwidthScope scope = { .ceiling_cents = 33333, .forecast_cents = 33333 };

  g_assert_true (ps_bandwidth_judge (&scope, 500, 1000, 7000));
  g_assert_cmpint (scope.lower_cents, ==, 31666);
  g_assert_cmpint (scope.upper_cents, ==, 36666);
  g_assert_cmpint (scope.notice_cents, ==, 23333);
  scope.ceiling_cents = G_MAXINT64;
  g_assert_false (ps_bandwidth_judge (&scope, 500, 500, 7000));
  scope = (PsBandwidthScope){ .ceiling_cents = 10, .forecast_cents = -G_MAXINT64 };
  g_assert_false (ps_bandwidth_judge (&scope, 500, 500, 7000));
}

/* A provider, from its region */

#define REGION                                                                                                                   \
  "product A 1/G pxq uur\nproduct E 1/G pxq uur exempt=ja\nproduct O 1/G pxq uur exempt=buiten\nproduct B 2/H pxq uur\n"         \
  "tariff A 1\ntariff E 1\ntariff O 1\ntariff B 1\n"                                                                             \
  "scheme hard bands=0:100,100:0\nscheme cliff whole=0:100,100:50\n"                                                             \
  "assignment M/1 C *G 2020-01-01\nassignment M/2 C *H 2020-01-01\nassignment N/1 C *G 2020-01-01\n"

typedef struct
{
  TestRegion *given;
  PsProduction *production;
  const PsAgreement *agreement;
  GPtrArray *years;
  GPtrArray *choices;
} Given;

static void
given_clear (Given *it)
{
  g_clear_pointer (&it->given, test_region_free);
  g_clear_pointer (&it->production, ps_production_free);
  g_clear_pointer (&it->years, g_ptr_array_unref);
  g_clear_pointer (&it->choices, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Given, given_clear)

static void
add_year (Given *it, int year, const char *through, gboolean whole)
{
  PsDate day = test_date (through);
  PsYearRealisedOptions options = { it->agreement, year, ps_same_day (day, year), ps_same_day (day, year), whole };
  g_autoptr (GError) error = NULL;
  PsYearRealised *realised = ps_year_realised (it->given->region, it->production, &options, &error);

  g_assert_no_error (error);
  g_ptr_array_add (it->years, realised);
}

static void
given_make (Given *it, const char *rows, const char *through)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);

  it->given = test_region_new (text);
  it->production = test_region_production (it->given, "P1");
  it->agreement = ps_region_find_agreement (it->given->region, it->production->provider, 2024);
  it->years = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_year_realised_free);
  it->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_forecast_choice_free);
  add_year (it, 2024, through, FALSE);
}

static void
choose (Given *it, const char *scope, PsForecastMethod method, gint64 cents)
{
  PsForecastChoice *choice = g_new0 (PsForecastChoice, 1);

  choice->scope = g_strdup (scope);
  choice->method = method;
  choice->forecast_cents = cents;
  choice->reason = g_strdup ("two more beds from August");
  choice->chosen_by = g_strdup ("manager");
  g_ptr_array_add (it->choices, choice);
}

static PsBandwidth *
bandwidth_of (Given *it)
{
  g_autoptr (GError) error = NULL;
  PsBandwidth *bandwidth = ps_bandwidth_make (it->given->region, it->agreement, it->years, it->choices, &error);

  g_assert_no_error (error);
  return bandwidth;
}

#define assert_cents(value, text) g_assert_cmpint (value, ==, test_cents (text))

static void
test_provider (void)
{
  g_auto (Given) given = { NULL };
  g_autoptr (PsBandwidth) bandwidth = NULL;
  const PsBandwidthScope *g = NULL, *h = NULL;

  given_make (&given,
              "agreement 2024 productgroep\nagreed 2024 G M 3.000 scheme=hard\nagreed 2024 G N 660\nagreed 2024 H M 100\n"
              "line 1 M/1 A 2024-01-05 2024-01-31 400 1 =\nline 2 N/1 A 2024-02-29 2024-02-29 200 1 =\n"
              "line 3 M/2 B 2024-02-01 2024-02-01 100 1 =\nline 4 M/1 O 2024-02-01 2024-02-01 5000 1 =\n",
              "2024-02-29");
  bandwidth = bandwidth_of (&given);
  g_assert_cmpuint (bandwidth->scopes->len, ==, 2);
  g = ps_bandwidth_find (bandwidth, "G");
  h = ps_bandwidth_find (bandwidth, "H");
  g_assert_null (ps_bandwidth_find (bandwidth, ""));
  assert_cents (g->ceiling_cents, "3.660");
  assert_cents (g->realised_cents, "600");
  assert_cents (g->forecast_cents, "3.660"); /* 60 of 366 days */
  g_assert_cmpint (g->position, ==, PS_POSITION_IN);
  g_assert_cmpint (g->letter, ==, PS_LETTER_NONE);
  assert_cents (h->forecast_cents, "610");
  g_assert_cmpint (h->letter, ==, PS_LETTER_REACHED);
  g_assert_true (ps_bandwidth_get_heaviest (bandwidth) == h);
  g_assert_cmpint (bandwidth->letter, ==, PS_LETTER_REACHED);
  assert_cents (bandwidth->ceiling_cents, "3.760");
  assert_cents (bandwidth->realised_cents, "700");
  assert_cents (bandwidth->forecast_cents, "4.270");
  g_assert_cmpint (bandwidth->under_bp, ==, 500);
  g_assert_cmpint (bandwidth->notice_bp, ==, 7000);
  g_assert_cmpint (bandwidth->through, ==, test_date ("2024-02-29"));
}

/* Without a letter the scope furthest from its ceiling stands for the provider. */
static void
test_furthest (void)
{
  g_auto (Given) given = { NULL };
  g_autoptr (PsBandwidth) bandwidth = NULL;

  given_make (&given,
              "agreement 2024 productgroep\nagreed 2024 G M 3.650\nagreed 2024 H M 610\n"
              "line 1 M/1 A 2024-01-05 2024-01-31 600 1 =\nline 3 M/2 B 2024-02-01 2024-02-01 100 1 =\n",
              "2024-02-29");
  bandwidth = bandwidth_of (&given);
  g_assert_cmpint (bandwidth->letter, ==, PS_LETTER_NONE);
  g_assert_cmpstr (ps_bandwidth_get_heaviest (bandwidth)->name, ==, "G");
}

static void
test_only_lump_sums (void)
{
  g_auto (Given) given = { NULL };
  g_autoptr (PsBandwidth) bandwidth = NULL;

  given_make (&given, "agreement 2024 regel\nagreed 2024 G M 3.650 lump=ja\n", "2024-02-29");
  bandwidth = bandwidth_of (&given);
  g_assert_cmpuint (bandwidth->scopes->len, ==, 0);
  g_assert_null (ps_bandwidth_get_heaviest (bandwidth));
  g_assert_cmpint (bandwidth->letter, ==, PS_LETTER_NONE);
}

/* A peildatum before any data: the ceiling, said so, and no letter. */
static void
test_before_any_data (void)
{
  g_auto (Given) given = { NULL };
  g_autoptr (PsBandwidth) bandwidth = NULL;
  const PsBandwidthScope *scope;

  given_make (&given, "agreement 2024 aanbieder\nagreed 2024 G M 1.000\nline 1 M/1 A 2024-01-05 2024-01-31 600 1 =\n",
              "2024-02-22");
  g_ptr_array_set_size (given.years, 0);
  {
    PsYearRealisedOptions options = { given.agreement, 2024, test_date ("2024-02-22"), test_date ("2023-11-30"), FALSE };

    g_ptr_array_add (given.years, ps_year_realised (given.given->region, given.production, &options, NULL));
  }
  bandwidth = bandwidth_of (&given);
  scope = ps_bandwidth_get_heaviest (bandwidth);
  g_assert_cmpint (scope->method, ==, PS_FORECAST_CEILING);
  assert_cents (scope->forecast_cents, "1.000");
  assert_cents (scope->realised_cents, "0");
  g_assert_cmpint (bandwidth->through, ==, test_date ("2023-12-31"));
  g_assert_cmpint (bandwidth->letter, ==, PS_LETTER_NONE);
}

/* What the scheme would take of the forecast, at most what can be borne of it. */
static void
test_at_stake (void)
{
  static const struct
  {
    const char *rows, *stake;
  } cases[] = {
    { "agreed 2024 G M 3.000 scheme=hard\nline 1 M/1 A 2024-01-05 2024-01-31 600 1 =\n", "660" },
    { "agreed 2024 G M 3.660 scheme=hard\nline 1 M/1 A 2024-01-05 2024-01-31 600 1 =\n", "0" },
    { "agreed 2024 G M 3.659,99 scheme=cliff\nline 1 M/1 A 2024-01-05 2024-01-31 600 1 =\n", "1.830" },
    { "agreed 2024 G M 3.660 scheme=cliff\nline 1 M/1 A 2024-01-05 2024-01-31 600 1 =\n", "0" },
    { "agreed 2024 G M 3.000\nline 1 M/1 A 2024-01-05 2024-01-31 600 1 =\n", "0" },
    /* five sixths exempt: of 3.660 only 610 can bear anything */
    { "agreed 2024 G M 3.000 scheme=hard\nline 1 M/1 A 2024-01-05 2024-01-31 100 1 =\nline 2 M/1 E 2024-01-05 2024-01-31 500 1 "
      "=\n",
      "610" },
    { "agreed 2024 G M 3.000 scheme=hard\nline 2 M/1 E 2024-01-05 2024-01-31 600 1 =\n", "0" },
    { "agreed 2024 G M 0 scheme=hard\nline 1 M/1 A 2024-01-05 2024-01-31 600 1 =\n", "3.660" },
    { "agreed 2024 G M 0 scheme=hard\nline 1 M/1 A 2024-01-05 2024-01-31 -600 1 =\n", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Given) given = { NULL };
      g_autoptr (PsBandwidth) bandwidth = NULL;
      g_autofree char *rows = g_strconcat ("agreement 2024 aanbieder\n", cases[i].rows, NULL);

      g_test_message ("%s", rows);
      given_make (&given, rows, "2024-02-29");
      bandwidth = bandwidth_of (&given);
      assert_cents (ps_bandwidth_get_heaviest (bandwidth)->at_stake_cents, cases[i].stake);
      assert_cents (bandwidth->at_stake_cents, cases[i].stake);
    }
}

/* Choices of people */

static void
test_choices (void)
{
  g_auto (Given) given = { NULL };
  g_autoptr (PsBandwidth) bandwidth = NULL;
  const PsBandwidthScope *g, *h;
  g_autofree char *text = NULL, *fallen_back = NULL;

  given_make (&given,
              "agreement 2024 productgroep\nagreed 2024 G M 3.660\nagreed 2024 H M 610\n"
              "line 1 M/1 A 2024-01-05 2024-01-31 600 1 =\nline 3 M/2 B 2024-02-01 2024-02-01 100 1 =\n",
              "2024-02-29");
  choose (&given, "G", PS_FORECAST_MANUAL, 500000);
  choose (&given, "H", PS_FORECAST_PREVIOUS_YEAR, PS_NO_NUMBER);
  choose (&given, "gone", PS_FORECAST_LINEAR, PS_NO_NUMBER);
  bandwidth = bandwidth_of (&given);
  g = ps_bandwidth_find (bandwidth, "G");
  h = ps_bandwidth_find (bandwidth, "H");
  g_assert_cmpint (g->method, ==, PS_FORECAST_MANUAL);
  g_assert_cmpint (g->forecast_cents, ==, 500000);
  g_assert_cmpint (g->position, ==, PS_POSITION_OVER);
  g_assert_cmpint (g->forecast->proposed, ==, PS_FORECAST_LINEAR);
  text = ps_bandwidth_choice_text (g);
  g_assert_nonnull (strstr (text, "two more beds"));
  /* last year is not there any more: what is proposed, and it is said */
  g_assert_cmpint (h->method, ==, PS_FORECAST_LINEAR);
  g_assert_cmpint (h->choice->method, ==, PS_FORECAST_PREVIOUS_YEAR);
  fallen_back = ps_bandwidth_choice_text (h);
  g_assert_nonnull (strstr (fallen_back, "cannot be computed"));
}

/* A method that was chosen says what it says now. */
static void
test_chosen_method (void)
{
  g_auto (Given) given = { NULL };
  g_autoptr (PsBandwidth) bandwidth = NULL;

  given_make (&given, "agreement 2024 aanbieder\nagreed 2024 G M 3.660\nline 1 M/1 A 2024-01-05 2024-01-31 600 1 =\n",
              "2024-02-29");
  choose (&given, "", PS_FORECAST_ROLLING, PS_NO_NUMBER);
  bandwidth = bandwidth_of (&given);
  assert_cents (ps_bandwidth_get_heaviest (bandwidth)->forecast_cents, "3.600");
  g_assert_cmpint (ps_bandwidth_get_heaviest (bandwidth)->method, ==, PS_FORECAST_ROLLING);
}

static void
test_too_large (void)
{
  g_auto (Given) given = { NULL };
  g_autoptr (GError) error = NULL;

  given_make (&given,
              "agreement 2024 productgroep\nagreed 2024 G M 60.000.000.000.000.000\nagreed 2024 H M 60.000.000.000.000.000\n",
              "2024-02-29");
  g_assert_null (ps_bandwidth_make (given.given->region, given.agreement, given.years, NULL, &error));
  g_assert_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW);
}

/* Words */

static PsBandwidth *
standing (const char *ceiling, const char *realised, const char *forecast)
{
  PsBandwidth *bandwidth = ps_bandwidth_new (0, 2024);
  PsBandwidthScope scope = { .name = g_strdup (""), .label = g_strdup ("Whole provider"), .ceiling_cents = test_cents (ceiling) };
  PsOverflow overflow = { FALSE };

  scope.realised_cents = test_cents (realised);
  scope.forecast_cents = test_cents (forecast);
  g_assert_true (ps_bandwidth_judge (&scope, 500, 500, 7000));
  g_array_append_val (bandwidth->scopes, scope);
  ps_bandwidth_finish (bandwidth, &overflow);
  return bandwidth;
}

static void
test_state_text (void)
{
  static const struct
  {
    const char *ceiling, *realised, *forecast, *text;
  } cases[] = {
    { "1.000", "100", "1.000", "Within the bandwidth" },
    { "1.000", "100", "2.000", "Over the bandwidth" },
    { "1.000", "700", "1.000", "Within the bandwidth, 70* spent" },
    { "1.000", "700", "2.000", "Over the bandwidth, 70* spent" },
    { "1.000", "100", "200", "Under the bandwidth" },
    { "1.000", "1.000", "1.000", "Ceiling reached" },
    { "1.000", "1.000", "1.500", "Ceiling reached, over the bandwidth" },
    { "0", "0", "0", "Nothing agreed, nothing realised" },
    { "0", "1", "6", "Ceiling reached, over the bandwidth" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsBandwidth) bandwidth = standing (cases[i].ceiling, cases[i].realised, cases[i].forecast);
      g_autofree char *text = ps_bandwidth_state_text (ps_bandwidth_get_heaviest (bandwidth));

      g_test_message ("%s", text);
      g_assert_true (g_pattern_match_simple (cases[i].text, text));
    }
}

static void
test_change_text (void)
{
  static const struct
  {
    const char *before[2], *now[2], *text;
  } cases[] = {
    { { "100", "1.000" }, { "200", "1.000" }, NULL },
    { { "100", "1.000" }, { "700", "1.000" }, "70* spent" },
    { { "700", "1.000" }, { "1.000", "1.000" }, "Ceiling reached" },
    { { "100", "1.000" }, { "1.000", "2.000" }, "Ceiling reached, now over the bandwidth" },
    { { "100", "2.000" }, { "200", "1.000" }, "Back within the bandwidth" },
    { { "100", "2.000" }, { "200", "500" }, "Now under the bandwidth" },
    { { "1.000", "1.000" }, { "900", "1.000" }, "Below its ceiling again" },
    { { "700", "1.000" }, { "600", "1.000" }, "Below 70* spent again" },
    { { "1.000", "2.000" }, { "1.100", "2.000" }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsBandwidth) before = standing ("1.000", cases[i].before[0], cases[i].before[1]);
      g_autoptr (PsBandwidth) now = standing ("1.000", cases[i].now[0], cases[i].now[1]);
      g_autofree char *text = ps_bandwidth_change_text (before, now);

      g_test_message ("%s", text != NULL ? text : "-");
      g_assert_cmpint (text == NULL, ==, cases[i].text == NULL);
      g_assert_true (text == NULL || g_pattern_match_simple (cases[i].text, text));
      g_assert_null (ps_bandwidth_change_text (NULL, now));
    }
}

/* What is news */

/* "A 1000 700 1000|B …": name, ceiling, realised and forecast in euros, with 5 % and a notice at 70 %. */
static PsBandwidth *
standing_of (const char *scopes)
{
  PsBandwidth *bandwidth = ps_bandwidth_new (0, 2024);
  g_auto (GStrv) parts = g_strsplit (scopes, "|", -1);
  PsOverflow overflow = { FALSE };

  bandwidth->day = ps_date_from_ymd (2024, 7, 19);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
      PsBandwidthScope scope = { .name = g_strdup (words[0]), .label = g_strdup ("x"), .scheme = PS_NONE };

      scope.ceiling_cents = test_cents (words[1]);
      scope.realised_cents = test_cents (words[2]);
      scope.forecast_cents = test_cents (words[3]);
      g_assert_true (ps_bandwidth_judge (&scope, 500, 500, 7000));
      g_array_append_val (bandwidth->scopes, scope);
    }
  ps_bandwidth_finish (bandwidth, &overflow);
  return bandwidth;
}

/* As letters tell it: "A 1000 700 1000|B …;A …": the figures of each, ";" between letters. */
static GArray *
told_of (const char *letters)
{
  g_auto (GStrv) parts = g_strsplit (letters, ";", -1);
  GArray *told = ps_scopes_told_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (PsBandwidth) then = standing_of (parts[i]);
      g_autoptr (PsLetterFigures) figures = ps_letter_figures_new (NULL, then, "July");
      g_autofree char *text = ps_letter_figures_to_text (figures);
      g_autoptr (PsLetterFigures) read = ps_letter_figures_from_text (text, NULL);

      g_assert_nonnull (read);
      ps_letter_figures_add_told (read, told);
    }
  return told;
}

/* A notice and a ceiling that is reached are told once for each scope; a deviation at every peildatum, whatever was told. */
static void
test_news (void)
{
  static const struct
  {
    const char *now, *told;
    gboolean news;
    const char *found; /* the scope that was told before; NULL: none */
  } cases[] = {
    { "A 1000 100 1000", NULL, FALSE, NULL },
    /* a notice */
    { "A 1000 700 1000", NULL, TRUE, NULL },
    { "A 1000 700 1000", "A 1000 100 1000", TRUE, NULL },
    { "A 1000 800 1000", "A 1000 700 1000", FALSE, "A" },
    { "A 1000 800 1000", "A 1000 1000 1000", FALSE, "A" },
    { "A 1000 800 1000", "A 1000 600 2000", TRUE, NULL },
    { "A 1000 800 1000", "A 1000 700 2000", FALSE, "A" },
    { "A 1000 800 1000", "B 1000 700 1000", TRUE, NULL },
    { "A 1000 800 1000", "A 1000 700 1000;A 1000 100 100", FALSE, "A" },
    /* reached */
    { "A 1000 1000 1000", "A 1000 700 1000", TRUE, NULL },
    { "A 1000 1000 1000", "A 1000 1000 1000", FALSE, "A" },
    { "A 1000 1100 2000", NULL, TRUE, NULL },
    { "A 1000 1100 2000", "A 1000 1000 1000", FALSE, "A" },
    { "A 1000 1100 2000", "A 1000 1000 2000", FALSE, "A" },
    { "A 1000 1100 2000", "A 1000 900 2000", TRUE, NULL },
    /* reached and told for one scope; then for another, which also leaves its bandwidth, or has its notice */
    { "A 1000 1100 2000|B 1000 1000 1000", "A 1000 1000 2000|B 1000 300 1000", TRUE, "A" },
    { "A 1000 1100 2000|B 1000 1000 1000", "A 1000 1000 2000|B 1000 700 1000", TRUE, "A" },
    { "A 1000 1100 2000|B 1000 1000 1000", "A 1000 1000 2000|B 1000 300 1000;B 1000 1000 1000", FALSE, "B" },
    { "A 1000 1100 2000|B 1000 100 2000", "A 1000 1000 2000|B 1000 300 2000", TRUE, "A" },
    { "A 1000 1100 2000|B 1000 700 1000", "A 1000 1000 2000|B 1000 300 1000", TRUE, "A" },
    { "A 1000 1100 2000|B 1000 700 1000", "A 1000 1000 2000|B 1000 700 1000", FALSE, "B" },
    { "A 1000 1100 2000|B 1000 100 1000", "A 1000 1000 2000|B 1000 300 1000", FALSE, "A" },
    /* a deviation */
    { "A 1000 100 2000", "A 1000 100 2000", TRUE, NULL },
    { "A 1000 100 100", "A 1000 100 100", TRUE, NULL },
    { "A 1000 800 2000", "A 1000 800 2000", TRUE, "A" },
    { "A 1000 700 800", "A 1000 700 1000", TRUE, "A" },
    { "A 1000 1000 900", "A 1000 1000 1000", TRUE, "A" },
    /* nothing was agreed or realised: nobody was told anything */
    { "A 0 10 10", "A 0 0 0|B 1000 100 2000", TRUE, NULL },
    { "A 0 20 20", "A 0 10 10", FALSE, "A" },
    { "A 0 0 0", NULL, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsBandwidth) now = standing_of (cases[i].now);
      g_autoptr (GArray) told = cases[i].told != NULL ? told_of (cases[i].told) : NULL;
      const PsScopeTold *found = ps_bandwidth_find_told (now, told);

      g_test_message ("%s after %s", cases[i].now, cases[i].told);
      g_assert_cmpint (ps_bandwidth_has_news (now, told), ==, cases[i].news);
      g_assert_cmpstr (found != NULL ? found->scope : NULL, ==, cases[i].found);
      g_assert_true (found == NULL || found->peildatum == ps_date_from_ymd (2024, 7, 19));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bandwidth/judge", test_judge);
  g_test_add_func ("/bandwidth/borders", test_borders);
  g_test_add_func ("/bandwidth/provider", test_provider);
  g_test_add_func ("/bandwidth/furthest", test_furthest);
  g_test_add_func ("/bandwidth/only-lump-sums", test_only_lump_sums);
  g_test_add_func ("/bandwidth/before-any-data", test_before_any_data);
  g_test_add_func ("/bandwidth/at-stake", test_at_stake);
  g_test_add_func ("/bandwidth/choices", test_choices);
  g_test_add_func ("/bandwidth/chosen-method", test_chosen_method);
  g_test_add_func ("/bandwidth/too-large", test_too_large);
  g_test_add_func ("/bandwidth/state-text", test_state_text);
  g_test_add_func ("/bandwidth/change-text", test_change_text);
  g_test_add_func ("/bandwidth/news", test_news);
  return g_test_run ();
}
