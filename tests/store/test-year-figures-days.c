/* test-year-figures-days.c: the figures of a year that are kept hold on every day on which the same is known, and on no other
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The clock walks day by day over two regions that are the same: one keeps its figures, the other has never kept any. On every day both must
 * say the same; the days on which the first had to compute are those on which something that was to come had come.
 */
#include <string.h>

#include "figures-test.h"
#include "store/ps-bandwidths.h"

typedef struct
{
  StoreTest *keeping;
  StoreTest *fresh;
} Pair;

/* What is to come, of every kind: tariffs, an agreement and its amendment, a contract and its end, a provider's end, starts and stops of care,
 * assignments that begin and end; and peildata of both years. The places of Eik are counted on peildata. */
static const char to_come[] = "agreement 41410003 2023 AMBV 0983 6000000 regel\n"
                              "agreement 41410001 2025 AMB1 0983 800000 aanbieder donut\n"
                              "agreement 41410002 2024 AMB1 0983 950000 productgroep\n"
                              "---\n"
                              "tariff 45A04 41410001 01-07-2024 - 950000\n"
                              "tariff 45V01 41410003 15-08-2024 - 80000000\n"
                              "---\n"
                              "peildatum 12-03-2023 March23\n"
                              "peildatum 12-07-2023 July23\n"
                              "peildatum 19-10-2024 October\n"
                              "---\n"
                              "assignment 0983/20 C20 41410003 45V01 01-01-2023 -\n"
                              "assignment 0983/21 C21 41410003 45V01 01-06-2023 31-08-2024\n"
                              "assignment 0983/22 C22 41410002 45A04 15-07-2024 30-09-2024\n"
                              "assignment 0983/23 C23 41410001 45A04 01-02-2024 15-07-2024\n"
                              "assignment 0983/24 C24 41410001 45L11 10-06-2024 10-12-2024\n"
                              "---\n"
                              "care 0983/20 02-01-2023 - -\n"
                              "care 0983/21 01-06-2023 05-07-2024 31\n"
                              "care 0983/22 10-08-2024 25-09-2024 31\n"
                              "care 0983/24 10-06-2024 - -\n";

static const char *const to_come_sql[] = {
  "UPDATE agreement_version SET measuring = 2 WHERE agreement_id IN"
  " (SELECT a.id FROM agreement a JOIN provider p ON p.id = a.provider_id WHERE p.agb = '41410003')",
  "INSERT INTO contract (provider_id, number, starts_on, ends_on, notice_months)"
  " SELECT id, 'C-1', unixepoch ('2023-01-01') / 86400, unixepoch ('2024-08-31') / 86400, 2 FROM provider WHERE agb = '41410001'",
  "UPDATE provider SET ended_on = unixepoch ('2024-09-15') / 86400 WHERE agb = '41410004'",
};

/* At the peildatum of May a person chose, for Beuk, the forecast from the care in progress. */
static void
choose_in_care (StoreTest *test)
{
  g_autoptr (GError) error = NULL;

  ps_bandwidths_choose (test->store, "manager", store_test_int (test, "SELECT id FROM peildatum WHERE label = 'May'"),
                        store_test_int (test, "SELECT id FROM provider WHERE agb = '41410002'"), "AMB1", NULL,
                        PS_FORECAST_IN_CARE, PS_NO_NUMBER, NULL, NULL, &error);
  g_assert_no_error (error);
}

static StoreTest *
region_new (gboolean in_care)
{
  StoreTest *test = figures_test_region ();

  figures_test_run (test, to_come);
  for (guint i = 0; i < G_N_ELEMENTS (to_come_sql); i++)
    figures_test_by_other (test, to_come_sql[i]);
  if (in_care)
    choose_in_care (test);
  return test;
}

static void
pair_init (Pair *pair, gboolean in_care)
{
  pair->keeping = region_new (in_care);
  pair->fresh = region_new (in_care);
}

static void
pair_clear (Pair *pair)
{
  store_test_free (pair->keeping);
  store_test_free (pair->fresh);
}

static PsYearFigures *
load (StoreTest *test, int year, PsDate today, gboolean keep)
{
  PsYearFiguresQuery query = { year, today, NULL, keep };
  g_autoptr (GError) error = NULL;
  PsYearFigures *figures = ps_year_figures_load (test->store, &query, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return figures;
}

/* How many of the four had to be computed for what both regions say. */
static guint
look (const Pair *pair, int year, PsDate today)
{
  g_autoptr (PsYearFigures) kept = load (pair->keeping, year, today, TRUE);
  g_autoptr (PsYearFigures) fresh = load (pair->fresh, year, today, FALSE);
  g_autofree char *kept_words = figures_test_tell (kept), *fresh_words = figures_test_tell (fresh);

  g_assert_cmpuint (fresh->n_computed, ==, 4);
  g_assert_cmpint (kept->waiting_on, ==, fresh->waiting_on);
  g_assert_cmpstr (kept_words, ==, fresh_words);
  return kept->n_computed;
}

static void
add_day (GString *days, PsDate day, guint n)
{
  g_autofree char *text = ps_date_to_iso (day);

  g_string_append_printf (days, "%s%s", days->len > 0 ? " " : "", text + strlen ("2024-"));
  if (n != 4)
    g_string_append_printf (days, "*%u", n);
}

/* The days on which something had to be computed: all four, or "*1". */
static char *
walk (const Pair *pair, int year, const char *from, const char *to)
{
  GString *days = g_string_new (NULL);

  for (PsDate day = change_test_day (from); day <= change_test_day (to); day++)
    {
      guint n = look (pair, year, day);

      if (n > 0)
        add_day (days, day, n);
      g_assert_cmpuint (look (pair, year, day), ==, 0);
    }
  store_test_assert_sound (pair->keeping);
  return g_string_free (days, FALSE);
}

static void
assert_walk (int year, const char *from, const char *to, gboolean in_care, const char *computed)
{
  Pair pair;
  g_autofree char *days = NULL;

  pair_init (&pair, in_care);
  days = walk (&pair, year, from, to);
  g_assert_cmpstr (days, ==, computed);
  pair_clear (&pair);
}

/* To the year's end and over it: a start of care that was reported (6 and 10 June; planned, 10 August), a peildatum of last year (12 July) or of this
 * one (19 July, 19 October) has come. Tariffs, agreements, a contract's end, a provider's and an assignment's, and stops of care are looked up by
 * days of the year's own, and make no difference to what is known. */
static void
test_running (void)
{
  assert_walk (2024, "06-06-2024", "15-01-2025", FALSE, "06-06 06-10 07-12 07-19 08-10 10-19");
}

/* Where more is declared than has been, whole months count: at the end of each there is more. */
static void
test_months (void)
{
  assert_walk (2024, "05-02-2024", "05-06-2024", FALSE, "02-05 02-29 03-12 03-31 04-30 05-19 05-31");
}

/* All have care that is planned: nobody knows what was reported last, so it is counted every day who waits, until the year is over. */
static void
test_planned (void)
{
  assert_walk (2023, "27-12-2023", "10-01-2024", FALSE, "12-27 12-28 12-29 12-30 12-31");
}

/* Who is in care by the day is another number every day, for the one provider whose forecast is made of it; until another peildatum has come, at
 * which nobody chose that. */
static void
test_in_care (void)
{
  assert_walk (2024, "13-07-2024", "25-07-2024", TRUE, "07-13 07-14*1 07-15*1 07-16*1 07-17*1 07-18*1 07-19");
}

/* Rows that were kept on different days are verified each as of its own. */
static void
test_verified (void)
{
  Pair pair;

  pair_init (&pair, TRUE);
  g_assert_cmpuint (look (&pair, 2024, change_test_day ("16-07-2024")), ==, 4);
  g_assert_cmpuint (look (&pair, 2024, change_test_day ("18-07-2024")), ==, 1);
  g_assert_cmpint (store_test_int (pair.keeping, "SELECT count (DISTINCT day) FROM year_figure"), ==, 2);
  store_test_assert_sound (pair.keeping);
  pair_clear (&pair);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/year-figures/days/running", test_running);
  g_test_add_func ("/store/year-figures/days/months", test_months);
  g_test_add_func ("/store/year-figures/days/planned", test_planned);
  g_test_add_func ("/store/year-figures/days/in-care", test_in_care);
  g_test_add_func ("/store/year-figures/days/verified", test_verified);
  return g_test_run ();
}
