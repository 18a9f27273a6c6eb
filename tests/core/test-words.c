/* test-words.c: the closed lists of the field, as words and as iJw codes (domain.md §2, §12)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-words.h"

typedef struct
{
  PsWords list;
  const char *text;
  int value;
} Case;

static const Case words[] = {
  { PS_WORDS_FUNDING, "pxq", PS_FUNDING_PXQ },
  { PS_WORDS_FUNDING, "traject", PS_FUNDING_TRAJECT },
  { PS_WORDS_FUNDING, "plek", PS_FUNDING_PLEK },
  { PS_WORDS_FUNDING, "taakgericht", PS_FUNDING_TAAKGERICHT },
  { PS_WORDS_EXEMPT, "nee", PS_EXEMPT_NO },
  { PS_WORDS_EXEMPT, "ja", PS_EXEMPT_YES },
  { PS_WORDS_EXEMPT, "buiten", PS_EXEMPT_OUTSIDE },
  { PS_WORDS_PROVIDER_KIND, "regulier", PS_KIND_REGULAR },
  { PS_WORDS_PROVIDER_KIND, "micro", PS_KIND_MICRO },
  { PS_WORDS_PROVIDER_KIND, "systeem", PS_KIND_SYSTEM },
  { PS_WORDS_EXCHANGE, "aanbieder", PS_EXCHANGE_PROVIDER },
  { PS_WORDS_EXCHANGE, "segment", PS_EXCHANGE_SEGMENT },
  { PS_WORDS_EXCHANGE, "productgroep", PS_EXCHANGE_GROUP },
  { PS_WORDS_EXCHANGE, "regel", PS_EXCHANGE_LINE },
  { PS_WORDS_DIVISION_KEY, "realisatie", PS_KEY_REALISATION },
  { PS_WORDS_DIVISION_KEY, "overschrijding", PS_KEY_OVERRUN },
  { PS_WORDS_PLACE_MEASURING, "dagelijks", PS_PLACES_DAILY },
  { PS_WORDS_PLACE_MEASURING, "peildata", PS_PLACES_ON_PEILDATA },
  { PS_WORDS_PLACE_MEASURING, "peiling", PS_PLACES_MEASURED },
  { PS_WORDS_LINE_STATUS, "toegekend", PS_STATUS_GRANTED },
  { PS_WORDS_LINE_STATUS, "ingediend", PS_STATUS_SUBMITTED },
  { PS_WORDS_LINE_STATUS, "afgewezen", PS_STATUS_REFUSED },
  { PS_WORDS_STEP_KIND, "budget", PS_STEP_BUDGET },
  { PS_WORDS_STEP_KIND, "geheel", PS_STEP_WHOLE },
  { PS_WORDS_STEP_KIND, "normduur", PS_STEP_NORM_DURATION },
  { PS_WORDS_UNIT, "minuut", PS_UNIT_MINUTE },
  { PS_WORDS_UNIT, "uur", PS_UNIT_HOUR },
  { PS_WORDS_UNIT, "dagdeel", PS_UNIT_DAYPART },
  { PS_WORDS_UNIT, "dag", PS_UNIT_DAY },
  { PS_WORDS_UNIT, "etmaal", PS_UNIT_ETMAAL },
  { PS_WORDS_UNIT, "stuk", PS_UNIT_PIECE },
  { PS_WORDS_UNIT, "traject", PS_UNIT_TRAJECT },
  { PS_WORDS_UNIT, "plekjaar", PS_UNIT_PLACE_YEAR },
  { PS_WORDS_YES_NO, "ja", 1 },
  { PS_WORDS_YES_NO, "nee", 0 },
  { PS_WORDS_REFERRER, "gemeente", 1 },
  { PS_WORDS_REFERRER, "huisarts", 2 },
  { PS_WORDS_REFERRER, "jeugdarts", 3 },
  { PS_WORDS_REFERRER, "GI", 4 },
  { PS_WORDS_REFERRER, "rechter", 8 },
  { PS_WORDS_END_REASON, "02", 2 },
  { PS_WORDS_END_REASON, "20", PS_REASON_PAUSED },
  { PS_WORDS_END_REASON, "31", PS_REASON_ACCORDING_TO_PLAN },
  { PS_WORDS_END_REASON, "39", 39 },
};

/* "Units and referrers are read as code or as Dutch word" */
static const Case codes[] = {
  { PS_WORDS_UNIT, "01", PS_UNIT_MINUTE },
  { PS_WORDS_UNIT, "04", PS_UNIT_HOUR },
  { PS_WORDS_UNIT, "14", PS_UNIT_ETMAAL },
  { PS_WORDS_UNIT, "16", PS_UNIT_DAYPART },
  { PS_WORDS_UNIT, "82", PS_UNIT_PIECE },
  { PS_WORDS_UNIT, "83", PS_UNIT_EURO },
  { PS_WORDS_UNIT, "84", PS_UNIT_PIECE },
  { PS_WORDS_REFERRER, "01", 1 },
  { PS_WORDS_REFERRER, "02", 2 },
  { PS_WORDS_REFERRER, "03", 3 },
  { PS_WORDS_REFERRER, "04", 4 },
  { PS_WORDS_REFERRER, "05", 5 },
  { PS_WORDS_REFERRER, "06", 6 },
  { PS_WORDS_REFERRER, "08", 8 },
  { PS_WORDS_FREQUENCY, "1", PS_FREQUENCY_DAY },
  { PS_WORDS_FREQUENCY, "2", PS_FREQUENCY_WEEK },
  { PS_WORDS_FREQUENCY, "4", PS_FREQUENCY_MONTH },
  { PS_WORDS_FREQUENCY, "6", PS_FREQUENCY_TOTAL },
};

static void
assert_parsed (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      int value = -77;
      g_test_message ("%s", cases[i].text);
      g_assert_true (ps_words_parse (cases[i].list, cases[i].text, &value));
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
test_words (void)
{
  assert_parsed (words, G_N_ELEMENTS (words));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpstr (ps_words_csv (words[i].list, words[i].value), ==, words[i].text);
}

static void
test_codes (void)
{
  assert_parsed (codes, G_N_ELEMENTS (codes));
}

static void
test_case_does_not_matter (void)
{
  static const Case cases[] = { { PS_WORDS_FUNDING, "PxQ", PS_FUNDING_PXQ },
                                { PS_WORDS_UNIT, "UUR", PS_UNIT_HOUR },
                                { PS_WORDS_REFERRER, "gi", 4 },
                                { PS_WORDS_EXEMPT, "Ja", PS_EXEMPT_YES } };

  assert_parsed (cases, G_N_ELEMENTS (cases));
}

static void
test_unknown (void)
{
  static const Case cases[] = { { PS_WORDS_FUNDING, "p" },     { PS_WORDS_FUNDING, "pxq " },
                                { PS_WORDS_UNIT, "hour" },     { PS_WORDS_UNIT, "99" },
                                { PS_WORDS_END_REASON, "40" }, { PS_WORDS_END_REASON, "according to plan" },
                                { PS_WORDS_REFERRER, "07" },   { PS_WORDS_YES_NO, "" },
                                { PS_WORDS_YES_NO, "yes" },    { PS_WORDS_FREQUENCY, "3" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int value = -77;
      g_test_message ("\"%s\"", cases[i].text);
      g_assert_false (ps_words_parse (cases[i].list, cases[i].text, &value));
    }
}

/* What is written can be read again, and everything has a name for people and a place in the choice. */
static void
assert_round_trip (PsWords list)
{
  g_autofree char *choice = ps_words_choice (list);
  g_auto (GStrv) choices = g_strsplit (choice, ", ", -1);
  guint n = 0;

  for (int value = -1; value < 100; value++)
    {
      const char *word = ps_words_csv (list, value);
      int read = -77;

      if (*word == '\0')
        continue;
      g_assert_true (ps_words_parse (list, word, &read));
      g_assert_cmpint (read, ==, value);
      g_assert_cmpstr (ps_words_label (list, value), !=, "");
      g_assert_true (g_strv_contains ((const char *const *) choices, word));
      n++;
    }
  g_assert_cmpuint (n, ==, g_strv_length (choices));
  g_assert_cmpuint (n, >=, 2);
}

static void
test_round_trip (void)
{
  for (int list = 0; list < PS_N_WORDS; list++)
    assert_round_trip (list);
}

static void
test_no_such_value (void)
{
  g_assert_cmpstr (ps_words_csv (PS_WORDS_UNIT, PS_UNIT_NONE), ==, "");
  g_assert_cmpstr (ps_words_label (PS_WORDS_FUNDING, 99), ==, "");
  g_assert_cmpstr (ps_words_csv (PS_WORDS_END_REASON, PS_REASON_NONE), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/words", test_words);
  g_test_add_func ("/words/codes", test_codes);
  g_test_add_func ("/words/case-does-not-matter", test_case_does_not_matter);
  g_test_add_func ("/words/unknown", test_unknown);
  g_test_add_func ("/words/round-trip", test_round_trip);
  g_test_add_func ("/words/no-such-value", test_no_such_value);
  return g_test_run ();
}
