/* test-settlement-life.c: what may follow what, by whom, and what must be answered before (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-settlement-life.h"
#include "dossier-builder.h"
#include "random-region.h"

#include <string.h>

#define NOT_STORED 0

/* A row: state, who proposed it, the last day, the step, by whom, and whether it may. */
typedef struct
{
  int state;
  const char *proposed_by;
  const char *through;
  PsLifeStep step;
  const char *actor;
  gboolean allowed;
  const char *says;
} LifeCase;

static const LifeCase cases[] = {
  { NOT_STORED, NULL, "2024-12-31", PS_STEP_STORE, "anna", TRUE, NULL },
  { NOT_STORED, NULL, "2024-06-30", PS_STEP_STORE, "anna", TRUE, NULL },
  { PS_SETTLEMENT_DRAFT, NULL, "2024-12-31", PS_STEP_STORE, "anna", TRUE, NULL },
  { PS_SETTLEMENT_PROPOSED, "anna", "2024-12-31", PS_STEP_STORE, "bert", FALSE, "withdraw" },
  { PS_SETTLEMENT_FINAL, "anna", "2024-12-31", PS_STEP_STORE, "anna", TRUE, NULL },
  { PS_SETTLEMENT_WITHDRAWN, "anna", "2024-12-31", PS_STEP_STORE, "anna", TRUE, NULL },

  { NOT_STORED, NULL, "2024-12-31", PS_STEP_PROPOSE, "anna", TRUE, NULL },
  { NOT_STORED, NULL, "2024-12-30", PS_STEP_PROPOSE, "anna", FALSE, "30-12-2024" },
  { PS_SETTLEMENT_DRAFT, NULL, "2024-12-31", PS_STEP_PROPOSE, "anna", TRUE, NULL },
  { PS_SETTLEMENT_DRAFT, NULL, "2024-02-29", PS_STEP_PROPOSE, "anna", FALSE, "29-02-2024" },
  { PS_SETTLEMENT_DRAFT, NULL, "2025-12-31", PS_STEP_PROPOSE, "anna", FALSE, "31-12-2025" },
  { PS_SETTLEMENT_PROPOSED, "anna", "2024-12-31", PS_STEP_PROPOSE, "bert", FALSE, "already" },
  { PS_SETTLEMENT_FINAL, "anna", "2024-12-31", PS_STEP_PROPOSE, "anna", TRUE, NULL },
  { PS_SETTLEMENT_WITHDRAWN, NULL, "2024-12-31", PS_STEP_PROPOSE, "anna", TRUE, NULL },

  /* four eyes */
  { PS_SETTLEMENT_PROPOSED, "anna", "2024-12-31", PS_STEP_MAKE_FINAL, "bert", TRUE, NULL },
  { PS_SETTLEMENT_PROPOSED, "anna", "2024-12-31", PS_STEP_MAKE_FINAL, "anna", FALSE, "anna" },
  { PS_SETTLEMENT_PROPOSED, "bert", "2024-12-31", PS_STEP_MAKE_FINAL, "anna", TRUE, NULL },
  { PS_SETTLEMENT_PROPOSED, NULL, "2024-12-31", PS_STEP_MAKE_FINAL, "anna", FALSE, "proposed" },
  { PS_SETTLEMENT_PROPOSED, "anna", "2024-12-30", PS_STEP_MAKE_FINAL, "bert", FALSE, "30-12-2024" },
  { PS_SETTLEMENT_PROPOSED, "anna", "2024-12-31", PS_STEP_MAKE_FINAL, "", FALSE, "Nobody" },
  { PS_SETTLEMENT_PROPOSED, "anna", "2024-12-31", PS_STEP_MAKE_FINAL, NULL, FALSE, "Nobody" },
  { NOT_STORED, NULL, "2024-12-31", PS_STEP_MAKE_FINAL, "anna", FALSE, "proposed" },
  { PS_SETTLEMENT_DRAFT, NULL, "2024-12-31", PS_STEP_MAKE_FINAL, "anna", FALSE, "proposed" },
  { PS_SETTLEMENT_FINAL, "anna", "2024-12-31", PS_STEP_MAKE_FINAL, "bert", FALSE, "already" },
  { PS_SETTLEMENT_WITHDRAWN, "anna", "2024-12-31", PS_STEP_MAKE_FINAL, "bert", FALSE, "withdrawn" },

  { NOT_STORED, NULL, "2024-12-31", PS_STEP_WITHDRAW, "anna", FALSE, "not stored" },
  { PS_SETTLEMENT_DRAFT, NULL, "2024-06-30", PS_STEP_WITHDRAW, "anna", TRUE, NULL },
  { PS_SETTLEMENT_PROPOSED, "anna", "2024-12-31", PS_STEP_WITHDRAW, "anna", TRUE, NULL },
  { PS_SETTLEMENT_PROPOSED, "anna", "2024-12-31", PS_STEP_WITHDRAW, "bert", TRUE, NULL },
  { PS_SETTLEMENT_FINAL, "anna", "2024-12-31", PS_STEP_WITHDRAW, "bert", FALSE, "stays" },
  { PS_SETTLEMENT_WITHDRAWN, "anna", "2024-12-31", PS_STEP_WITHDRAW, "bert", FALSE, "already" },
  { PS_SETTLEMENT_DRAFT, NULL, "2024-06-30", PS_STEP_WITHDRAW, NULL, FALSE, "Nobody" },
};

static void
test_steps (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LifeCase *it = &cases[i];
      PsLifeFacts facts = { (PsSettlementState) it->state, test_date (it->through), 2024, it->proposed_by };
      g_autofree char *why = NULL;
      gboolean allowed = ps_life_allows (&facts, it->step, it->actor, &why);

      g_test_message ("case %" G_GSIZE_FORMAT ": %s", i, why != NULL ? why : "allowed");
      g_assert_cmpint (allowed, ==, it->allowed);
      g_assert_cmpint (why == NULL, ==, allowed);
      g_assert_cmpint (ps_life_allows (&facts, it->step, it->actor, NULL), ==, allowed);
      if (it->says != NULL)
        g_assert_nonnull (strstr (why, it->says));
    }
}

static void
test_states (void)
{
  for (PsSettlementState a = PS_SETTLEMENT_DRAFT; a < PS_N_SETTLEMENT_STATES; a++)
    for (PsSettlementState b = PS_SETTLEMENT_DRAFT; b < a; b++)
      {
        g_assert_cmpstr (ps_settlement_state_label (a), !=, ps_settlement_state_label (b));
        g_assert_cmpstr (ps_settlement_state_code (a), !=, ps_settlement_state_code (b));
      }
  g_assert_cmpstr (ps_settlement_state_code (PS_SETTLEMENT_FINAL), ==, "final");
}

/* Never a second full payment: the amounts of all final ones together are the last balance. */
static void
test_amount (void)
{
  gint64 amounts[4] = { 0 }, balances[] = { 100000, 100000, -25000, 40000 };
  gint64 before, amount, sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (balances); i++)
    {
      g_assert_true (ps_life_amount (balances[i], amounts, i, &before, &amount));
      g_assert_cmpint (before, ==, sum);
      g_assert_cmpint (amount, ==, balances[i] - before);
      amounts[i] = amount;
      sum += amount;
      g_assert_cmpint (sum, ==, balances[i]);
    }
  g_assert_true (ps_life_amount (5, NULL, 0, NULL, &amount));
  g_assert_cmpint (amount, ==, 5);
}

static void
test_amount_overflow (void)
{
  const gint64 large[] = { G_MAXINT64, G_MAXINT64, -G_MAXINT64 };
  gint64 before = 1, amount = 2;

  g_assert_false (ps_life_amount (0, large, 2, &before, &amount));
  g_assert_false (ps_life_amount (-2, large, 1, &before, &amount));
  g_assert_cmpint (before, ==, 1);
  g_assert_cmpint (amount, ==, 2);
  /* Only the sum has to fit, whatever the order. */
  g_assert_true (ps_life_amount (G_MAXINT64, large, 3, &before, &amount));
  g_assert_cmpint (before, ==, G_MAXINT64);
  g_assert_cmpint (amount, ==, 0);
}

#define REGION                                                                                                                   \
  "product A 1/G pxq uur\nproduct B 2/H pxq uur\nproduct V 1/P plek plekjaar\nproduct T 1/G traject traject norm=6\n"            \
  "tariff A 100\ntariff B 10\ntariff V 7.320\n"                                                                                  \
  "assignment M/1 C A 2023-01-01\nassignment M/2 C *H 2023-01-01\nassignment N/3 C B 2023-01-01\nassignment M/4 C T "            \
  "2023-01-01\n"                                                                                                                 \
  "assignment M/5 C V 2023-01-01\n"
#define AGREED "agreement 2024 regel\nagreed 2024 G M 5.000\nagreed 2024 P M 5.000\n"
#define LINE "line 1 M/1 A 2024-02-01 2024-02-29 2 100 =\n"

/* What the region of those rows gives for the whole year. */
static PsDossier *
dossier_of (TestRegion **given, const char *rows)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);

  *given = test_region_new (text);
  return test_region_dossier (*given, "P1", "2024-12-31");
}

/* The warnings of a region whose statement is complete, and that would give the same now. */
static GPtrArray *
changed_to (const char *rows, const char *now_rows)
{
  PsStatementLimits limits = { 2024, 12500000, ps_date_from_ymd (2025, 3, 1), ps_date_from_ymd (2025, 4, 1) };
  TestRegion *given, *given_now;
  g_autoptr (PsDossier) dossier = dossier_of (&given, rows);
  g_autoptr (PsDossier) now = dossier_of (&given_now, now_rows);
  g_autoptr (PsComparison) change = ps_dossier_compare (dossier, now);
  PsProductionStatement complete = { .stated_cents = dossier->settlement->totals.gross_cents,
                                     .received_on = 20000,
                                     .certified = PS_CERTIFIED_BY_AUDITOR };
  GPtrArray *warnings = ps_life_warnings (dossier, &complete, &limits, change, ps_date_from_ymd (2025, 3, 2));

  g_clear_pointer (&dossier, ps_dossier_free);
  g_clear_pointer (&now, ps_dossier_free);
  test_region_free (given);
  test_region_free (given_now);
  return warnings;
}

/* The warnings of a region whose statement is complete, unless `statement` says something else. */
static GPtrArray *
warnings_of (const char *rows, const PsProductionStatement *statement)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  TestRegion *given = test_region_new (text);
  PsStatementLimits limits = { 2024, 12500000, ps_date_from_ymd (2025, 3, 1), ps_date_from_ymd (2025, 4, 1) };
  PsDossier *dossier = test_region_dossier (given, "P1", "2024-12-31");
  PsProductionStatement complete = { .stated_cents = dossier->settlement->totals.gross_cents,
                                     .received_on = 20000,
                                     .certified = PS_CERTIFIED_BY_AUDITOR };
  GPtrArray *warnings =
      ps_life_warnings (dossier, statement != NULL ? statement : &complete, &limits, NULL, ps_date_from_ymd (2025, 3, 2));

  ps_dossier_free (dossier);
  test_region_free (given);
  return warnings;
}

static const PsLifeWarning *
find (GPtrArray *warnings, PsLifeWarningKind kind)
{
  for (guint i = 0; i < warnings->len; i++)
    if (((const PsLifeWarning *) g_ptr_array_index (warnings, i))->kind == kind)
      return g_ptr_array_index (warnings, i);
  return NULL;
}

static void
assert_warning (GPtrArray *warnings, PsLifeWarningKind kind, gint64 cents, guint count, const char *says)
{
  const PsLifeWarning *warning = find (warnings, kind);

  g_assert_nonnull (warning);
  g_test_message ("%s: %s", ps_life_warning_code (kind), warning->text);
  g_assert_cmpint (warning->amount_cents, ==, cents);
  g_assert_cmpuint (warning->count, ==, count);
  g_assert_nonnull (strstr (warning->text, says));
  g_assert_true (g_str_has_suffix (warning->text, "."));
  g_assert_null (warning->answer);
}

static void
test_no_warnings (void)
{
  g_autoptr (GPtrArray) warnings = warnings_of (AGREED LINE, NULL);

  g_assert_cmpuint (warnings->len, ==, 0);
}

static void
test_statement (void)
{
  PsProductionStatement nothing = { .stated_cents = PS_NO_NUMBER, .received_on = PS_DATE_OPEN };
  PsProductionStatement other = { .stated_cents = 20001, .received_on = 20000, .certified = PS_CERTIFIED_BY_BOARD };
  g_autoptr (GPtrArray) missing = warnings_of (AGREED LINE, &nothing);
  g_autoptr (GPtrArray) unexplained = warnings_of (AGREED LINE, &other);

  g_assert_cmpuint (missing->len, ==, 1);
  assert_warning (missing, PS_WARNING_STATEMENT, PS_NO_NUMBER, 1, "missing");
  assert_warning (unexplained, PS_WARNING_STATEMENT, 1, 1, "0.01");
}

/* Two lines in dispute, one of them paid; a refused one is none. */
static void
test_disputed (void)
{
  g_autoptr (GPtrArray) warnings = warnings_of (AGREED LINE "line 2 M/1 A 2024-03-01 2024-03-31 2 101 =\n"
                                                            "line 3 M/1 A 2024-04-01 2024-04-30 1 101 = status=ingediend\n"
                                                            "line 4 M/1 A 2024-05-01 2024-05-31 1 101 = status=afgewezen\n"
                                                            "line 5 M/1 A 2023-05-01 2023-05-31 1 101 =\n",
                                                NULL);

  g_assert_cmpuint (warnings->len, ==, 1);
  assert_warning (warnings, PS_WARNING_DISPUTED, 30300, 2, "202.00 was paid");
}

/* An instalment of an earlier year is paid in this one, with its trajectory, but it is no line of this year in dispute. */
static void
test_disputed_earlier (void)
{
  g_autoptr (GPtrArray) warnings = warnings_of (AGREED "tariff T 100\ncare M/4 2024-01-01 2024-05-31 31\n"
                                                       "line 6 M/4 T 2022-11-01 2022-11-30 1 - 50\n",
                                                NULL);

  g_assert_null (find (warnings, PS_WARNING_DISPUTED));
}

static void
test_disputed_not_paid (void)
{
  g_autoptr (GPtrArray) warnings = warnings_of (AGREED "line 3 M/1 A 2024-04-01 2024-04-30 1 101 = status=ingediend\n", NULL);

  assert_warning (warnings, PS_WARNING_DISPUTED, 10100, 1, "101.00");
  g_assert_null (strstr (find (warnings, PS_WARNING_DISPUTED)->text, "comes back"));
}

/* Without an agreement, beside the lines of one, and outside the segments of one; what a scope takes in is covered. */
static void
test_not_agreed (void)
{
  const char *lines = LINE "line 2 M/2 B 2024-03-01 2024-03-31 3 10 =\nline 3 N/3 B 2024-03-01 2024-03-31 4 10 =\n";
  g_autofree char *none = g_strdup (lines), *by_line = g_strconcat (AGREED, lines, NULL);
  g_autofree char *segment = g_strconcat ("agreement 2024 segment\nagreed 2024 G M 5.000\n", lines, NULL);
  g_autofree char *whole = g_strconcat ("agreement 2024 aanbieder\nagreed 2024 G M 5.000\n", lines, NULL);
  g_autoptr (GPtrArray) without = warnings_of (none, NULL);
  g_autoptr (GPtrArray) beside = warnings_of (by_line, NULL);
  g_autoptr (GPtrArray) outside = warnings_of (segment, NULL);
  g_autoptr (GPtrArray) covered = warnings_of (whole, NULL);

  assert_warning (without, PS_WARNING_NOT_AGREED, 27000, 3, "no agreement for 2024");
  assert_warning (beside, PS_WARNING_NOT_AGREED, 7000, 2, "beside the lines");
  assert_warning (outside, PS_WARNING_NOT_AGREED, 7000, 2, "H, M; H, N");
  g_assert_null (find (covered, PS_WARNING_NOT_AGREED));
}

/* Amounts that cancel out are there all the same; a negative gross is an amount as others. */
static void
test_not_agreed_negative (void)
{
  g_autoptr (GPtrArray) cancels = warnings_of ("line 2 M/2 B 2024-03-01 2024-03-31 3 10 =\n"
                                               "line 3 N/3 B 2024-03-01 2024-03-31 -3 10 =\n",
                                               NULL);
  g_autoptr (GPtrArray) negative = warnings_of ("line 3 N/3 B 2024-03-01 2024-03-31 -3 10 =\n", NULL);

  assert_warning (cancels, PS_WARNING_NOT_AGREED, 0, 2, "0.00");
  assert_warning (negative, PS_WARNING_NOT_AGREED, -3000, 1, "−30.00");
}

static void
test_many_places_are_counted (void)
{
  GString *rows = g_string_new (NULL);
  g_autoptr (GPtrArray) warnings = NULL;

  for (int i = 0; i < 9; i++)
    g_string_append_printf (rows, "assignment X%d/1 C B 2023-01-01\nline %d X%d/1 B 2024-03-01 2024-03-31 1 10 =\n", i, i + 1, i);
  warnings = warnings_of (rows->str, NULL);
  assert_warning (warnings, PS_WARNING_NOT_AGREED, 9000, 9, "and 4 more");
  g_string_free (rows, TRUE);
}

static void
test_not_measured (void)
{
  g_autoptr (GPtrArray) tariff = warnings_of (AGREED "care M/4 2024-01-01 2024-05-31 31\n", NULL);
  g_autoptr (GPtrArray) early =
      warnings_of ("agreement 2024 regel places=peildata\nagreed 2024 P M 5.000\ncare M/5 2024-01-01\n", NULL);
  g_autoptr (GPtrArray) entered = warnings_of ("agreement 2024 regel places=peiling\nagreed 2024 P M 5.000\ncare M/5 2024-01-01\n"
                                               "peildatum 2024-02-22\n",
                                               NULL);

  assert_warning (tariff, PS_WARNING_NOT_MEASURED, PS_NO_NUMBER, 1, "1 trajectory without a tariff");
  assert_warning (early, PS_WARNING_NOT_MEASURED, PS_NO_NUMBER, 1, "no peildatum yet");
  assert_warning (entered, PS_WARNING_NOT_MEASURED, PS_NO_NUMBER, 1, "1 peildatum");
}

static void
test_changed (void)
{
  g_autoptr (GPtrArray) same = changed_to (AGREED LINE, AGREED LINE);
  g_autoptr (GPtrArray) higher = changed_to (AGREED LINE, AGREED LINE "line 2 M/1 A 2024-03-01 2024-03-31 1 100 =\n"
                                                                      "advance A M 2024-01-01 5\n");

  g_assert_null (find (same, PS_WARNING_CHANGED));
  assert_warning (higher, PS_WARNING_CHANGED, -500, 1, "5.00");
}

/* The same sum, of other municipalities: another one pays. */
static void
test_redivided (void)
{
  g_autoptr (GPtrArray) moved = changed_to (AGREED "advance A M 2024-01-01 5\nline 2 M/2 B 2024-03-01 2024-03-31 3 10 =\n",
                                            AGREED "advance A N 2024-01-01 5\nline 2 M/2 B 2024-03-01 2024-03-31 3 10 =\n");
  g_autoptr (GPtrArray) paid = changed_to (AGREED LINE, AGREED LINE "line 2 M/1 A 2024-03-01 2024-03-31 1 100 =\n");

  assert_warning (moved, PS_WARNING_CHANGED, 0, 2, "2 of ");
  g_assert_nonnull (strstr (find (moved, PS_WARNING_CHANGED)->text, "municipalities"));
  /* Produced and paid both rose: the balance is 0 before and after. */
  assert_warning (paid, PS_WARNING_CHANGED, 0, 1, "The balance of");
}

/* All of them, in their order; codes are all different. */
static void
test_order (void)
{
  const char *rows = REGION AGREED LINE "line 2 M/1 A 2024-03-01 2024-03-31 2 101 =\nline 3 N/3 B 2024-03-01 2024-03-31 4 10 =\n"
                                        "care M/4 2024-01-01 2024-05-31 31\n";
  PsStatementLimits limits = { 2024, 12500000, ps_date_from_ymd (2025, 3, 1), ps_date_from_ymd (2025, 4, 1) };
  g_autofree char *now_rows = g_strconcat (rows, "advance A M 2024-01-01 5\n", NULL);
  g_autoptr (TestRegion) given = test_region_new (rows);
  g_autoptr (TestRegion) given_now = test_region_new (now_rows);
  g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31");
  g_autoptr (PsDossier) now = test_region_dossier (given_now, "P1", "2024-12-31");
  g_autoptr (PsComparison) change = ps_dossier_compare (dossier, now);
  g_autoptr (GPtrArray) warnings = ps_life_warnings (dossier, NULL, &limits, change, ps_date_from_ymd (2025, 3, 2));

  g_assert_cmpuint (warnings->len, ==, PS_N_WARNINGS);
  for (guint i = 0; i < warnings->len; i++)
    {
      g_assert_cmpint (((const PsLifeWarning *) g_ptr_array_index (warnings, i))->kind, ==, i);
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (ps_life_warning_code (i), !=, ps_life_warning_code (k));
    }
}

/* What the warnings are about is what the settlement says, on regions made at random. */
static void
test_random_regions (void)
{
  PsStatementLimits limits = { 2024, 12500000, ps_date_from_ymd (2025, 3, 1), ps_date_from_ymd (2025, 4, 1) };

  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (GPtrArray) rows = random_region_rows (20241200 + seed, TRUE);
      g_autofree char *text = random_region_text (rows);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31");
      const PsSettlementLine *totals = &dossier->settlement->totals;
      g_autoptr (GPtrArray) warnings = ps_life_warnings (dossier, NULL, &limits, NULL, 0);
      const PsLifeWarning *disputed = find (warnings, PS_WARNING_DISPUTED), *beside = find (warnings, PS_WARNING_NOT_AGREED);
      gint64 not_agreed = 0;

      for (guint i = 0; i < dossier->settlement->signals->len; i++)
        if (g_array_index (dossier->settlement->signals, PsSignal, i).kind == PS_SIGNAL_NO_AGREEMENT)
          not_agreed += g_array_index (dossier->settlement->signals, PsSignal, i).count;
      g_test_message ("seed %u", seed);
      g_assert_cmpint (disputed != NULL ? disputed->amount_cents : 0, ==, totals->disputed_cents);
      g_assert_cmpint (beside != NULL ? beside->amount_cents : 0, ==, not_agreed);
      g_assert_nonnull (find (warnings, PS_WARNING_STATEMENT));
      g_assert_null (find (warnings, PS_WARNING_CHANGED));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/life/steps", test_steps);
  g_test_add_func ("/life/states", test_states);
  g_test_add_func ("/life/amount", test_amount);
  g_test_add_func ("/life/amount-overflow", test_amount_overflow);
  g_test_add_func ("/life/warnings/none", test_no_warnings);
  g_test_add_func ("/life/warnings/statement", test_statement);
  g_test_add_func ("/life/warnings/disputed", test_disputed);
  g_test_add_func ("/life/warnings/disputed-earlier", test_disputed_earlier);
  g_test_add_func ("/life/warnings/disputed-not-paid", test_disputed_not_paid);
  g_test_add_func ("/life/warnings/not-agreed", test_not_agreed);
  g_test_add_func ("/life/warnings/not-agreed-negative", test_not_agreed_negative);
  g_test_add_func ("/life/warnings/many-places", test_many_places_are_counted);
  g_test_add_func ("/life/warnings/not-measured", test_not_measured);
  g_test_add_func ("/life/warnings/changed", test_changed);
  g_test_add_func ("/life/warnings/redivided", test_redivided);
  g_test_add_func ("/life/warnings/order", test_order);
  g_test_add_func ("/life/warnings/random-regions", test_random_regions);
  return g_test_run ();
}
