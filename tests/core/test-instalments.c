/* test-instalments.c: trajects in a settlement: their year, their instalments, what is carried (domain.md §4, §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settlement-check.h"

#include <string.h>

/* € 1.840 for six months: € 10 a day from 1 March. */
#define REGION                                                                                                                   \
  "product T 1/G traject traject norm=6\nproduct U 1/H traject traject norm=6\ntariff T 1.840 2023-01-01\ntariff U 1.840 "       \
  "2023-01-01\n"                                                                                                                 \
  "assignment M/1 C T 2023-01-01\nassignment M/2 C *G 2023-01-01\n"
#define ENDED "care M/1 2024-03-01 2024-05-31 32\n"
#define RUNNING "care M/1 2024-03-01\n"

static void
assert_totals_of (const char *rows, const char *through, const char *expected)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", through);

  g_test_message ("%s (%s)", rows, through);
  assert_totals (settlement, expected);
}

/* A traject is produced in the year of its end, up to `through`. */
static void
test_year_of_the_end (void)
{
  assert_totals_of (ENDED, "2024-12-31", "gross=920 payable=920 balance=920");
  assert_totals_of (ENDED, "2024-05-31", "gross=920");
  assert_totals_of (ENDED, "2024-05-30", "gross=0");
  assert_totals_of (ENDED, "2025-12-31", "gross=0");
  assert_totals_of (ENDED, "2023-12-31", "gross=0");
  assert_totals_of ("care M/1 2023-12-01 2024-01-01 31\n", "2023-12-31", "gross=0");
  assert_totals_of ("care M/1 2023-12-01 2024-01-01 31\n", "2024-12-31", "gross=1.840");
  assert_totals_of (RUNNING, "2024-12-31", "gross=0");
}

/* Not a second price for what comes later on the same assignment, also not in the next year. */
static void
test_once (void)
{
  static const char rows[] = ENDED "care M/1 2024-09-01 2025-02-28 31\n";

  assert_totals_of (rows, "2024-12-31", "gross=920");
  assert_totals_of (rows, "2025-12-31", "gross=0");
}

static void
test_instalments (void)
{
  static const char two[] = "line 1 M/1 T 2024-03-01 2024-03-31 1 - 300\nline 2 M/1 T 2024-04-01 2024-04-30 1 - 200\n";
  static const char last_year[] = "line 1 M/1 T 2023-11-01 2023-11-30 1 - 300\n";
  static const char next_year[] = "line 1 M/1 T 2025-02-01 2025-02-28 1 - 300\n";
  g_autofree char *ended = g_strconcat (ENDED, two, NULL);
  g_autofree char *running = g_strconcat (RUNNING, two, NULL);
  g_autofree char *last_year_ended = g_strconcat ("care M/1 2023-11-01 2024-03-31 31\n", last_year, NULL);
  g_autofree char *last_year_running = g_strconcat ("care M/1 2023-11-01\n", last_year, NULL);
  g_autofree char *next_year_ended = g_strconcat (ENDED, next_year, NULL);

  assert_totals_of (ended, "2024-12-31", "gross=920 paid=500 carried=0 balance=420");
  assert_totals_of (ended, "2024-05-31", "gross=920 paid=500 carried=0");
  assert_totals_of (ended, "2024-05-30", "gross=0 paid=0 carried=500 balance=0");
  assert_totals_of (ended, "2024-03-31", "paid=0 carried=300");
  assert_totals_of (ended, "2025-12-31", "paid=0 carried=0 balance=0");
  assert_totals_of (running, "2024-12-31", "gross=0 paid=0 carried=500 balance=0");
  assert_totals_of (running, "2025-12-31", "paid=0 carried=500");
  assert_totals_of (last_year_ended, "2023-12-31", "gross=0 paid=0 carried=300 balance=0");
  assert_totals_of (last_year_ended, "2024-12-31", "gross=1.840 paid=300 carried=0 balance=1.540");
  assert_totals_of (last_year_running, "2024-12-31", "paid=0 carried=300");
  /* declared after its traject ended: in its own year, where that is later */
  assert_totals_of (next_year_ended, "2024-12-31", "gross=920 paid=0 carried=0 balance=920");
  assert_totals_of (next_year_ended, "2025-12-31", "gross=0 paid=300 carried=0 balance=-300");
  assert_totals_of (next_year_ended, "2025-01-31", "paid=0 carried=0");
}

/* A traject that ends on the first day of a year takes last year's instalments with it. */
static void
test_ended_on_new_year (void)
{
  static const char rows[] = "care M/1 2023-11-01 2024-01-01 31\nline 1 M/1 T 2023-11-01 2023-11-30 1 - 300\n";

  assert_totals_of (rows, "2023-12-31", "gross=0 paid=0 carried=300");
  assert_totals_of (rows, "2024-12-31", "gross=1.840 paid=300 carried=0");
  assert_totals_of (rows, "2024-01-01", "gross=1.840 paid=300 carried=0");
}

static void
test_not_started (void)
{
  assert_totals_of ("line 1 M/1 T 2024-03-01 2024-03-31 1 - 300\n", "2024-12-31", "gross=0 paid=0 carried=300");
}

/* Only what was paid. */
static void
test_status (void)
{
  assert_totals_of (ENDED "line 1 M/1 T 2024-03-01 2024-03-31 1 - 300 status=ingediend\n", "2024-12-31", "paid=0 carried=0");
  assert_totals_of (RUNNING "line 1 M/1 T 2024-03-01 2024-03-31 1 - 300 status=ingediend\n", "2024-12-31", "paid=0 carried=0");
  assert_totals_of (RUNNING "line 1 M/1 T 2024-03-01 2024-03-31 1 - 300 status=afgewezen\n", "2024-12-31", "paid=0 carried=0");
}

static void
test_disputed (void)
{
  /* no instalment at all: on an aspecific assignment; it counts in its own year */
  assert_totals_of (RUNNING "line 1 M/2 T 2024-03-01 2024-03-31 1 - 300\n", "2024-12-31",
                    "paid=300 carried=0 disputed=300 balance=-300");
  assert_totals_of (RUNNING "line 1 M/2 T 2023-03-01 2023-03-31 1 - 300\n", "2024-12-31", "paid=0 carried=0 disputed=0");
  assert_totals_of (RUNNING "line 1 M/1 U 2024-03-01 2024-03-31 1 - 300\n", "2024-12-31", "paid=300 carried=0 disputed=300");
  /* for other reasons, it follows its traject all the same */
  assert_totals_of ("assignment M/3 C T 2024-03-01 2024-05-31\ncare M/3 2024-03-01\nline 1 M/3 T 2024-05-01 2024-06-30 1 - 300\n",
                    "2024-12-31", "paid=0 carried=300 disputed=300");
  assert_totals_of (
      "assignment M/3 C T 2023-03-01 2023-05-31\ncare M/3 2023-03-01 2024-01-15 31\nline 1 M/3 T 2023-05-01 2023-06-30 1 - 300\n",
      "2024-12-31", "gross=1.840 paid=300 carried=0 disputed=0");
}

/* Advances are not instalments. */
static void
test_advances (void)
{
  assert_totals_of (RUNNING "advance T M 2024-03-01 300\n", "2024-12-31", "paid=300 carried=0 balance=-300");
}

static gint64
count_of (const char *rows, const char *through, PsSignalKind kind)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  g_autoptr (PsSettlement) settlement = test_region_settle (given, "P1", through);
  const PsSignal *signal = settlement_signal (settlement, kind);

  g_test_message ("%s (%s)", rows, through);
  return signal == NULL ? 0 : signal->count;
}

static void
test_signals (void)
{
  static const char again[] = "assignment M/3 C T 2023-01-01\n" ENDED "care M/3 2024-06-15\n";
  static const char much_later[] = "assignment M/3 C T 2023-01-01\ncare M/1 2024-01-01 2024-02-01 31\ncare M/3 2024-11-15\n";
  static const char other_client[] = "assignment M/3 D T 2023-01-01\n" ENDED "care M/3 2024-06-15\n";
  static const char other_group[] = "assignment M/3 C U 2023-01-01\n" ENDED "care M/3 2024-06-15\n";

  g_assert_cmpint (count_of (again, "2024-12-31", PS_SIGNAL_TRAJECT_AGAIN), ==, 1);
  g_assert_cmpint (count_of (much_later, "2024-12-31", PS_SIGNAL_TRAJECT_AGAIN), ==, 0);
  g_assert_cmpint (count_of (other_client, "2024-12-31", PS_SIGNAL_TRAJECT_AGAIN), ==, 0);
  g_assert_cmpint (count_of (other_group, "2024-12-31", PS_SIGNAL_TRAJECT_AGAIN), ==, 0);
  g_assert_cmpint (count_of (ENDED "care M/1 2024-09-01\n", "2024-12-31", PS_SIGNAL_CARE_AFTER_TRAJECT), ==, 1);
  g_assert_cmpint (count_of (ENDED "care M/1 2024-04-01 2024-06-30 31\n", "2024-12-31", PS_SIGNAL_CARE_AFTER_TRAJECT), ==, 1);
  g_assert_cmpint (count_of (ENDED "care M/1 2024-05-31 2024-05-31 31\n", "2024-12-31", PS_SIGNAL_CARE_AFTER_TRAJECT), ==, 0);
  g_assert_cmpint (count_of (ENDED, "2024-12-31", PS_SIGNAL_CARE_AFTER_TRAJECT), ==, 0);
  g_assert_cmpint (count_of ("assignment M/3 C T 2022-01-01\ncare M/3 2022-12-31 2024-02-01 31\n", "2024-12-31",
                             PS_SIGNAL_TRAJECT_WITHOUT_TARIFF),
                   ==, 1);
  g_assert_cmpint (count_of (ENDED, "2024-12-31", PS_SIGNAL_TRAJECT_WITHOUT_TARIFF), ==, 0);
}

static void
test_signals_without_a_place (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION);

  for (int kind = 0; kind < PS_N_SIGNALS; kind++)
    {
      PsSignal signal = { kind, PS_NONE, PS_NONE, PS_NONE, 0, 1 };
      g_autofree char *text = ps_signal_text (given->region, &signal);
      g_assert_cmpstr (text, !=, "");
    }
}

/* Every signal has a code and a sentence with what it is about. */
static void
test_signals_in_words (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION);

  for (int kind = 0; kind < PS_N_SIGNALS; kind++)
    {
      PsSignal signal = { kind,  ps_region_find_group (given->region, "H"), 0, ps_region_find_product (given->region, "U"), 1,
                          250000 };
      g_autofree char *text = ps_signal_text (given->region, &signal);

      g_assert_cmpstr (ps_signal_code (kind), !=, "");
      g_assert_true (strchr (text, 'H') != NULL || strchr (text, 'U') != NULL);
      if (kind == PS_SIGNAL_NO_AGREEMENT)
        g_assert_nonnull (strstr (text, "2,500.00"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/instalments/year-of-the-end", test_year_of_the_end);
  g_test_add_func ("/instalments/once", test_once);
  g_test_add_func ("/instalments/instalments", test_instalments);
  g_test_add_func ("/instalments/ended-on-new-year", test_ended_on_new_year);
  g_test_add_func ("/instalments/not-started", test_not_started);
  g_test_add_func ("/instalments/status", test_status);
  g_test_add_func ("/instalments/disputed", test_disputed);
  g_test_add_func ("/instalments/advances", test_advances);
  g_test_add_func ("/instalments/signals", test_signals);
  g_test_add_func ("/instalments/signals-without-a-place", test_signals_without_a_place);
  g_test_add_func ("/instalments/signals-in-words", test_signals_in_words);
  return g_test_run ();
}
