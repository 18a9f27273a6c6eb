/* test-statement.c: what a provider owes for a year, and how far it is (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-statement.h"
#include "region-builder.h"

#include <string.h>

#define LIMIT 12500000
#define NONE PS_NO_NUMBER

static PsStatementLimits
limits_of_2024 (void)
{
  return (PsStatementLimits){ 2024, LIMIT, ps_date_from_ymd (2025, 3, 1), ps_date_from_ymd (2025, 4, 1) };
}

/* Above the limit, not at it; the higher of stated and own counts. */
static void
test_needs (void)
{
  static const struct
  {
    gint64 stated, own;
    PsCertified needs;
  } cases[] = {
    { LIMIT, LIMIT, PS_CERTIFIED_BY_BOARD },
    { LIMIT + 1, 0, PS_CERTIFIED_BY_AUDITOR },
    { 0, LIMIT + 1, PS_CERTIFIED_BY_AUDITOR },
    { LIMIT - 1, LIMIT, PS_CERTIFIED_BY_BOARD },
    { NONE, LIMIT + 1, PS_CERTIFIED_BY_AUDITOR },
    { NONE, LIMIT, PS_CERTIFIED_BY_BOARD },
    { LIMIT + 1, NONE, PS_CERTIFIED_BY_AUDITOR },
    { NONE, NONE, PS_CERTIFIED_BY_BOARD },
    { -1, -500, PS_CERTIFIED_BY_BOARD },
    { 0, 0, PS_CERTIFIED_BY_BOARD },
    { G_MAXINT64, -G_MAXINT64, PS_CERTIFIED_BY_AUDITOR },
  };
  PsStatementLimits limits = limits_of_2024 ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (ps_statement_needs (&limits, cases[i].stated, cases[i].own), ==, cases[i].needs);
    }
}

/* A row: what came, on which day it is looked at, and what is said of it. Days of 2025; "": not. */
typedef struct
{
  gint64 stated;
  const char *received;
  PsCertified certified;
  const char *explanation;
  gint64 own;
  const char *today;
  PsStatementState state;
  const char *says[3];
} StateCase;

static const StateCase states[] = {
  /* nothing came: in time on the due day itself */
  { NONE, "", PS_CERTIFIED_NOT, NULL, 100, "2025-02-28", PS_STATEMENT_NOT_DUE, { "01-03-2025", "2024" } },
  { NONE, "", PS_CERTIFIED_NOT, NULL, 100, "2025-03-01", PS_STATEMENT_NOT_DUE, { "01-03-2025" } },
  { NONE, "", PS_CERTIFIED_NOT, NULL, 100, "2025-03-02", PS_STATEMENT_MISSING, { "01-03-2025", "missing" } },
  { NONE, "", PS_CERTIFIED_NOT, "we ask", 0, "2025-03-02", PS_STATEMENT_MISSING, { "01-03-2025" } },
  /* half of it is not there */
  { 500, "", PS_CERTIFIED_NOT, NULL, 500, "2025-03-02", PS_STATEMENT_MISSING, { "missing" } },
  { NONE, "2025-02-01", PS_CERTIFIED_NOT, NULL, 500, "2025-02-02", PS_STATEMENT_NOT_DUE, { "01-03-2025" } },
  /* not certified, before and after its day */
  { 500,
    "2025-02-01",
    PS_CERTIFIED_NOT,
    NULL,
    500,
    "2025-02-02",
    PS_STATEMENT_NOT_CERTIFIED,
    { "board", "it is due", "01-04-2025" } },
  { 500, "2025-02-01", PS_CERTIFIED_NOT, NULL, 500, "2025-04-01", PS_STATEMENT_NOT_CERTIFIED, { "board", "it is due" } },
  { 500, "2025-02-01", PS_CERTIFIED_NOT, NULL, 500, "2025-04-02", PS_STATEMENT_NOT_CERTIFIED, { "board", "it was due" } },
  { LIMIT + 1, "2025-02-01", PS_CERTIFIED_NOT, NULL, 5, "2025-02-02", PS_STATEMENT_NOT_CERTIFIED, { "auditor", "125,000.01" } },
  { 5, "2025-02-01", PS_CERTIFIED_NOT, NULL, LIMIT + 1, "2025-04-02", PS_STATEMENT_NOT_CERTIFIED, { "auditor", "it was due" } },
  /* by whom */
  { LIMIT, "2025-02-01", PS_CERTIFIED_BY_BOARD, NULL, LIMIT, "2025-02-02", PS_STATEMENT_COMPLETE, { "the same" } },
  { LIMIT + 1,
    "2025-02-01",
    PS_CERTIFIED_BY_BOARD,
    NULL,
    LIMIT + 1,
    "2025-02-02",
    PS_STATEMENT_WRONG_CERTIFICATE,
    { "125,000.00", "125,000.01" } },
  { 5,
    "2025-02-01",
    PS_CERTIFIED_BY_BOARD,
    "x",
    LIMIT + 1,
    "2025-02-02",
    PS_STATEMENT_WRONG_CERTIFICATE,
    { "0.05", "125,000.01", "125,000.00" } },
  { LIMIT + 1, "2025-02-01", PS_CERTIFIED_BY_AUDITOR, NULL, LIMIT + 1, "2025-02-02", PS_STATEMENT_COMPLETE, { "125,000.01" } },
  { 5, "2025-02-01", PS_CERTIFIED_BY_AUDITOR, NULL, 5, "2025-02-02", PS_STATEMENT_COMPLETE, { "0.05" } },
  /* a cent's difference wants an explanation, and blanks are none */
  { 501, "2025-02-01", PS_CERTIFIED_BY_BOARD, NULL, 500, "2025-02-02", PS_STATEMENT_UNEXPLAINED, { "5.01", "0.01", "more" } },
  { 499, "2025-02-01", PS_CERTIFIED_BY_BOARD, "", 500, "2025-02-02", PS_STATEMENT_UNEXPLAINED, { "4.99", "0.01", "less" } },
  { 501, "2025-02-01", PS_CERTIFIED_BY_BOARD, " \n\t", 500, "2025-02-02", PS_STATEMENT_UNEXPLAINED, { "not explained" } },
  { 501, "2025-02-01", PS_CERTIFIED_BY_BOARD, "late", 500, "2025-02-02", PS_STATEMENT_COMPLETE, { "0.01", "explained" } },
  { 500, "2025-02-01", PS_CERTIFIED_BY_BOARD, NULL, NONE, "2025-02-02", PS_STATEMENT_COMPLETE, { "5.00" } },
  /* late, but there */
  { 500,
    "2025-06-01",
    PS_CERTIFIED_BY_BOARD,
    NULL,
    500,
    "2025-06-02",
    PS_STATEMENT_COMPLETE,
    { "5.00", "on 01-06-2025, 92 days after" } },
  { 500, "2025-03-02", PS_CERTIFIED_BY_BOARD, NULL, 500, "2025-06-02", PS_STATEMENT_COMPLETE, { "on 02-03-2025, 1 day after" } },
  { 500,
    "2025-03-15",
    PS_CERTIFIED_NOT,
    NULL,
    500,
    "2025-03-16",
    PS_STATEMENT_NOT_CERTIFIED,
    { "on 15-03-2025, 14 days after" } },
  { 501,
    "2025-03-15",
    PS_CERTIFIED_BY_BOARD,
    NULL,
    500,
    "2025-03-16",
    PS_STATEMENT_UNEXPLAINED,
    { "not explained", "14 days after" } },
  { 500, "2025-03-01", PS_CERTIFIED_BY_BOARD, NULL, 500, "2025-06-02", PS_STATEMENT_COMPLETE, { "the same" } },
  /* nothing and less than nothing */
  { 0, "2025-02-01", PS_CERTIFIED_BY_BOARD, NULL, 0, "2025-02-02", PS_STATEMENT_COMPLETE, { "0.00" } },
  { 0, "2025-02-01", PS_CERTIFIED_BY_BOARD, NULL, -500, "2025-02-02", PS_STATEMENT_UNEXPLAINED, { "5.00", "more" } },
  { G_MAXINT64, "2025-02-01", PS_CERTIFIED_BY_AUDITOR, NULL, -G_MAXINT64, "2025-02-02", PS_STATEMENT_UNEXPLAINED, { "more" } },
};

static PsProductionStatement
statement_of (const StateCase *it)
{
  return (PsProductionStatement){ .provider = 0,
                                  .year = 2024,
                                  .stated_cents = it->stated,
                                  .received_on = *it->received != '\0' ? test_date (it->received) : PS_DATE_OPEN,
                                  .certified = it->certified,
                                  .certified_on = PS_DATE_OPEN,
                                  .explanation = (char *) it->explanation };
}

static void
test_states (void)
{
  PsStatementLimits limits = limits_of_2024 ();

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      const StateCase *it = &states[i];
      PsProductionStatement statement = statement_of (it);
      PsDate today = test_date (it->today);
      g_autofree char *sentence = ps_statement_sentence (&statement, &limits, it->own, today);

      g_test_message ("case %" G_GSIZE_FORMAT ": %s", i, sentence);
      g_assert_cmpint (ps_statement_state (&statement, &limits, it->own, today), ==, it->state);
      g_assert_true (g_str_has_suffix (sentence, "."));
      for (gsize k = 0; k < G_N_ELEMENTS (it->says) && it->says[k] != NULL; k++)
        g_assert_nonnull (strstr (sentence, it->says[k]));
    }
}

/* On its due day it is in time, and what did not come is not late but missing. */
static void
test_in_time (void)
{
  PsStatementLimits limits = limits_of_2024 ();

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      PsProductionStatement statement = statement_of (&states[i]);
      g_autofree char *sentence = ps_statement_sentence (&statement, &limits, states[i].own, test_date (states[i].today));
      gboolean late = statement.stated_cents != NONE && statement.received_on > limits.due_on && *states[i].received != '\0';

      g_test_message ("case %" G_GSIZE_FORMAT ": %s", i, sentence);
      g_assert_cmpint (strstr (sentence, "after it was due") != NULL, ==, late);
    }
}

/* Of a leap year's February too: the day is data, and 29 February comes before 1 March. */
static void
test_nothing_entered (void)
{
  PsStatementLimits limits = { 2023, LIMIT, ps_date_from_ymd (2024, 3, 1), ps_date_from_ymd (2024, 4, 1) };
  g_autofree char *sentence = ps_statement_sentence (NULL, &limits, 100, ps_date_from_ymd (2024, 2, 29));

  g_assert_cmpint (ps_statement_state (NULL, &limits, 100, ps_date_from_ymd (2024, 2, 29)), ==, PS_STATEMENT_NOT_DUE);
  g_assert_cmpint (ps_statement_state (NULL, &limits, 100, ps_date_from_ymd (2024, 3, 2)), ==, PS_STATEMENT_MISSING);
  g_assert_nonnull (strstr (sentence, "01-03-2024"));
  g_assert_cmpint (ps_statement_difference (NULL, 100), ==, PS_NO_NUMBER);
}

static void
test_difference (void)
{
  PsProductionStatement statement = { .stated_cents = 1000, .received_on = PS_DATE_OPEN };

  g_assert_cmpint (ps_statement_difference (&statement, 400), ==, 600);
  g_assert_cmpint (ps_statement_difference (&statement, 1400), ==, -400);
  g_assert_cmpint (ps_statement_difference (&statement, PS_NO_NUMBER), ==, PS_NO_NUMBER);
  statement.stated_cents = G_MAXINT64;
  g_assert_cmpint (ps_statement_difference (&statement, -1), ==, PS_NO_NUMBER);
  statement.stated_cents = PS_NO_NUMBER;
  g_assert_cmpint (ps_statement_difference (&statement, 400), ==, PS_NO_NUMBER);
}

static void
test_labels (void)
{
  for (PsStatementState a = PS_STATEMENT_NOT_DUE; a <= PS_STATEMENT_COMPLETE; a++)
    for (PsStatementState b = PS_STATEMENT_NOT_DUE; b < a; b++)
      g_assert_cmpstr (ps_statement_state_label (a), !=, ps_statement_state_label (b));
  g_assert_cmpstr (ps_certified_label (PS_CERTIFIED_NOT), !=, ps_certified_label (PS_CERTIFIED_BY_BOARD));
  g_assert_cmpstr (ps_certified_label (PS_CERTIFIED_BY_BOARD), !=, ps_certified_label (PS_CERTIFIED_BY_AUDITOR));
}

static void
test_copy (void)
{
  char words[] = "because";
  PsProductionStatement statement = { .id = 7, .stated_cents = 5, .explanation = words };
  g_autoptr (PsProductionStatement) copy = ps_statement_copy (&statement), nothing = ps_statement_copy (NULL);

  words[0] = 'B';
  g_assert_cmpstr (copy->explanation, ==, "because");
  g_assert_cmpint (copy->id, ==, 7);
  g_assert_null (nothing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement/needs", test_needs);
  g_test_add_func ("/statement/states", test_states);
  g_test_add_func ("/statement/in-time", test_in_time);
  g_test_add_func ("/statement/nothing-entered", test_nothing_entered);
  g_test_add_func ("/statement/difference", test_difference);
  g_test_add_func ("/statement/labels", test_labels);
  g_test_add_func ("/statement/copy", test_copy);
  return g_test_run ();
}
