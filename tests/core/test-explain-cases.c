/* test-explain-cases.c: how a settlement's figures came about, case by case, worked out by hand (domain.md §4 to §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-explain.h"
#include "dossier-builder.h"

#define SCOPE                                                                                                                    \
  "product A 1/G pxq uur\nproduct E 1/G pxq uur exempt=ja\ntariff A 1\ntariff E 1\nscheme hard bands=0:100,100:0\n"              \
  "assignment M/1 C *G 2020-01-01\nassignment N/2 C *G 2020-01-01\nassignment O/3 C *G 2020-01-01\n"                             \
  "agreed 2024 G M 100 scheme=hard\nagreed 2024 G N 100 scheme=hard\nagreed 2024 G O 100 scheme=hard\n"                          \
  "line 1 M/1 A 2024-01-01 2024-01-31 150 1 =\nline 2 N/2 A 2024-01-01 2024-01-31 240 1 =\n"                                     \
  "line 3 O/3 A 2024-01-01 2024-01-31 50 1 =\n"

/* By hand. 440 on 300: 140 is deducted. By production 150 : 240 : 50; by overrun 50 : 140 : 0, of which there is 190. */
static void
test_division_by_hand (void)
{
  static const struct
  {
    const char *key, *more;
    gint64 expected[3][5]; /* bears, over, first, rest, deduction */
  } cases[] = {
    { "realisatie", "", { { 15000, 0, 0, 4773, 4773 }, { 24000, 0, 0, 7636, 7636 }, { 5000, 0, 0, 1591, 1591 } } },
    { "overschrijding", "", { { 15000, 5000, 3684, 0, 3684 }, { 24000, 14000, 10316, 0, 10316 }, { 5000, 0, 0, 0, 0 } } },
    /* € 300 of exempt care at O: 740 on 300, 440 is deducted, all that can be borne; its overrun is no more than its w. */
    { "overschrijding",
      "line 4 O/3 E 2024-01-01 2024-01-31 300 1 =\n",
      { { 15000, 5000, 5000, 10000, 15000 }, { 24000, 14000, 14000, 10000, 24000 }, { 5000, 5000, 5000, 0, 5000 } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (SCOPE "agreement 2024 productgroep key=%s\n%s", cases[i].key, cases[i].more);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31");
      g_autoptr (GArray) division = ps_explain_division (dossier->settlement, 0);

      g_assert_cmpuint (division->len, ==, 3);
      for (guint k = 0; k < 3; k++)
        {
          const PsDivided *part = &g_array_index (division, PsDivided, k);

          g_test_message ("case %" G_GSIZE_FORMAT ", line %u", i, k);
          g_assert_cmpint (part->bears_cents, ==, cases[i].expected[k][0]);
          g_assert_cmpint (part->over_cents, ==, cases[i].expected[k][1]);
          g_assert_cmpint (part->first_cents, ==, cases[i].expected[k][2]);
          g_assert_cmpint (part->rest_cents, ==, cases[i].expected[k][3]);
          g_assert_cmpint (part->deduction_cents, ==, cases[i].expected[k][4]);
        }
    }
}

/* A leap February, a day in two periods, the last day of a month and the first, and care outside its assignment. */
static void
test_client_months_by_hand (void)
{
  static const char region[] = "product V 1/P plek plekjaar\ntariff V 7.320\n"
                               "assignment M/1 C V 2024-01-31 2024-03-02\nassignment M/2 C V 2024-02-29 2024-06-30\n"
                               "assignment M/3 D V 2023-12-01\n"
                               "care M/1 2024-01-01\ncare M/2 2024-02-29 2024-03-01 31\ncare M/3 2023-12-31 2024-01-01 31\n";
  static const struct
  {
    const char *client, *month;
    int days;
  } expected[] = { { "C", "2024-01-01", 1 }, { "C", "2024-02-01", 29 }, { "C", "2024-03-01", 2 }, { "D", "2024-01-01", 1 } };
  g_autoptr (TestRegion) given = test_region_new (region);
  g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31");
  g_autoptr (GArray) months = ps_explain_client_months (dossier, 0, 0);

  g_assert_cmpuint (months->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < months->len; i++)
    {
      const PsClientMonth *month = &g_array_index (months, PsClientMonth, i);

      g_assert_cmpstr (g_ptr_array_index (dossier->keys->clients, month->client), ==, expected[i].client);
      g_assert_cmpint (month->month, ==, test_date (expected[i].month));
      g_assert_cmpint (month->days, ==, expected[i].days);
    }
}

#define SOURCES                                                                                                                  \
  "product A 1/G pxq uur norm=9\nproduct B 2/H pxq uur\nproduct T 1/G traject traject norm=9\nproduct V 1/P plek plekjaar\n"     \
  "tariff A 93,42\ntariff B 10\ntariff T 4.000\ntariff V 7.320 - 2024-01-31\ntariff V 10.980 2024-02-01 2024-06-30\n"            \
  "scheme s bands=0:100 norm=0:90,2:50\n"                                                                                        \
  "agreement 2024 segment\nagreed 2024 G M 5.000 scheme=s\nagreed 2024 P N 366 lump=ja\n"                                        \
  "assignment M/1 C A 2023-01-01\nassignment M/2 C T 2023-01-01\nassignment M/3 C V 2023-01-01\nassignment N/4 D V 2024-02-01\n" \
  "assignment M/5 D T 2023-01-01\nassignment M/6 E T 2023-01-01\nassignment M/8 E *H 2023-01-01\nassignment M/9 F T "            \
  "2024-01-01\n"                                                                                                                 \
  "care M/1 2024-01-03\ncare M/2 2024-01-16 2024-05-14 32\ncare M/3 2024-01-30 2024-02-02 31\ncare N/4 2024-02-01 2024-02-03 "   \
  "31\n"                                                                                                                         \
  "care M/5 2024-01-16 2024-05-14 31\ncare M/6 2024-01-16\ncare M/9 2024-01-10 2024-11-30\n"

/* One row, alone with the region above, and what is said of it. */
static void
test_sources (void)
{
  static const struct
  {
    const char *row;
    PsSourceKind kind;
    const char *expected; /* € is followed by a blank that does not break, as % is preceded by one */
  } cases[] = {
    { "line 7 M/1 A 2024-11-01 2024-11-30 2 93,42 =\n", PS_SOURCE_LINE,
      "2 × € 93.42 = € 186.84. In care since 03-01-2024: 9 months, which is the norm. 90 % is paid: 10 % of € 186.84 = € 18.68 "
      "is "
      "deducted." },
    { "line 7 M/1 A 2024-12-03 2024-12-31 2 93,42 =\n", PS_SOURCE_LINE,
      "2 × € 93.42 = € 186.84. In care since 03-01-2024: 11 months, 2 past the norm of 9. 50 % is paid: 50 % of € 186.84 = € "
      "93.42 "
      "is deducted." },
    /* a day before the month is full */
    { "line 7 M/1 A 2024-12-02 2024-12-31 2 93,42 =\n", PS_SOURCE_LINE,
      "2 × € 93.42 = € 186.84. In care since 03-01-2024: 10 months, 1 past the norm of 9. 90 % is paid: 10 % of € 186.84 = € "
      "18.68 "
      "is deducted." },
    { "line 7 M/1 A 2024-10-02 2024-10-31 2 93,42 =\n", PS_SOURCE_LINE,
      "2 × € 93.42 = € 186.84. In care since 03-01-2024: 8 months, within the norm of 9. It is paid in full." },
    { "line 7 M/1 A 2024-01-01 2024-01-31 50 1,56 77,85 unit=minuut\n", PS_SOURCE_LINE,
      "50 minutes at € 93.42 an hour: € 93.42 × 50 / 60 = € 77.85. In care since 03-01-2024: less than a month, within the norm "
      "of "
      "9. It is paid in full." },
    { "line 7 M/1 A 2024-01-01 2024-01-31 50 1,50 = unit=minuut\n", PS_SOURCE_LINE,
      "50 × € 1.50 = € 75.00. In care since 03-01-2024: less than a month, within the norm of 9. It is paid in full." },
    { "line 7 M/1 A 2023-03-01 2023-03-28 2 93,42 =\nline 8 M/8 B 2024-03-01 2024-03-28 2,5 9 = status=ingediend\n",
      PS_SOURCE_LINE,
      "2.5 × € 9.00 = € 22.50 (the valid tariff is € 10.00). The municipality has not answered it yet: it does not count as "
      "paid." },
    { "line 7 M/1 A 2024-03-01 2024-03-28 2 101 =\n", PS_SOURCE_LINE,
      "Tariff € 101.00 is higher than the valid € 93.42. It does not count as produced: the € 202.00 that was paid comes back. "
      "At "
      "the right price it is worth € 186.84." },
    { "line 7 M/8 B 2024-03-01 2024-03-28 2 11 = decided=price\n", PS_SOURCE_LINE,
      "Tariff € 11.00 is higher than the valid € 10.00. It was accepted at the right price: € 20.00 instead of the declared € "
      "22.00." },
    { "line 7 M/8 B 2024-03-01 2024-03-28 2 11 = decided=accept\n", PS_SOURCE_LINE,
      "Tariff € 11.00 is higher than the valid € 10.00. It was accepted as it was declared: € 22.00." },
    { "line 7 M/8 B 2024-03-01 2024-03-28 2 10 = decided=dispute status=ingediend\n", PS_SOURCE_LINE,
      "Disputed by a contract manager. It does not count as produced. The municipality has not answered it yet: it does not "
      "count "
      "as paid." },
    { "line 7 M/6 T 2024-04-01 2024-04-30 1 - 300\n", PS_SOURCE_LINE,
      "The trajectory has not ended: € 300.00 is carried to the year in which it does." },
    { "line 7 M/2 T 2023-04-01 2023-04-30 1 - 300\n", PS_SOURCE_LINE,
      "Paid in an earlier year: it counts in the year in which the trajectory ended." },
    { "line 7 M/2 T 2024-04-01 2024-04-30 1 - 300\n", PS_SOURCE_LINE, NULL },
    { "line 7 M/3 V 2024-04-01 2024-04-30 1 - 300\n", PS_SOURCE_LINE,
      "Declared for places: it counts as paid only, places are counted themselves." },
    { "advance V M 2024-02-01 50\n", PS_SOURCE_ADVANCE, "Paid ahead for 01-02-2024 to 29-02-2024: € 50.00." },
    { "", PS_SOURCE_LUMP_SUM, "The ceiling by days: € 366.00 × 366 / 366 = € 366.00." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (SOURCES, cases[i].row, NULL);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31");
      gboolean found = FALSE;

      for (guint k = 0; k < dossier->sources->len && !found; k++)
        {
          const PsSource *source = &g_array_index (dossier->sources, PsSource, k);
          g_autofree char *sentence = NULL;

          if (source->kind != cases[i].kind)
            continue;
          found = TRUE;
          sentence = ps_explain_source (dossier, source);
          if (sentence != NULL)
            {
              GString *plain = g_string_new (sentence);

              g_string_replace (plain, "\302\240", " ", 0);
              g_assert_cmpstr (plain->str, ==, cases[i].expected);
              g_string_free (plain, TRUE);
            }
          else
            g_assert_null (cases[i].expected);
        }
      g_assert_true (found);
    }
}

/* The sentence of the first (or the only) source of a kind, product and municipality. */
static void
assert_said (const PsDossier *dossier, PsSourceKind kind, const char *municipality, guint nth, const char *expected)
{
  for (guint i = 0; i < dossier->sources->len; i++)
    {
      const PsSource *source = &g_array_index (dossier->sources, PsSource, i);
      g_autofree char *sentence = NULL;
      GString *plain;

      if (source->kind != kind
          || !g_str_equal (ps_region_municipality (dossier->region, source->municipality)->code, municipality) || nth-- > 0)
        continue;
      sentence = ps_explain_source (dossier, source);
      plain = g_string_new (sentence);
      g_string_replace (plain, "\302\240", " ", 0);
      g_assert_cmpstr (plain->str, ==, expected);
      g_string_free (plain, TRUE);
      return;
    }
  g_assert_not_reached ();
}

static void
test_trajectories_and_places (void)
{
  g_autoptr (TestRegion) given = test_region_new (SOURCES "assignment O/1 G V 2024-01-01\ncare O/1 2024-06-29 2024-07-02 31\n");
  g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31");

  assert_said (
      dossier, PS_SOURCE_TRAJECT, "M", 0,
      "Ended on 14-05-2024 (not according to plan: early, by the client), after 120 days of the norm of 274: € 4,000.00 × "
      "120 / 274 = € 1,751.82.");
  assert_said (dossier, PS_SOURCE_TRAJECT, "M", 1,
               "Ended on 14-05-2024 according to plan, after 120 days: the full price of € 4,000.00.");
  assert_said (
      dossier, PS_SOURCE_TRAJECT, "M", 2,
      "Ended on 30-11-2024 (not according to plan), after 326 days: no less than the norm of 274, so the full price of € "
      "4,000.00.");
  assert_said (dossier, PS_SOURCE_PLACES, "M", 0,
               "4 client-days, at the tariff of their day: (2 × € 7,320.00 + 2 × € 10,980.00) / 366 = € 100.00.");
  assert_said (dossier, PS_SOURCE_PLACES, "N", 0,
               "3 client-days, at the tariff of their day: 3 × € 10,980.00 / 366 = € 90.00. A lump sum was agreed: that is paid "
               "instead.");
  assert_said (dossier, PS_SOURCE_CARE_DAYS, "O", 0,
               "2 days in care: € 10,980.00 × 2 / 366, rounded with the others of the product.");
  assert_said (dossier, PS_SOURCE_CARE_DAYS, "O", 1, "2 days in care without a tariff: worth nothing.");
}

/* A trajectory that ended early, but on the last day of its norm duration, and one a day before. */
static void
test_trajectory_at_its_norm (void)
{
  g_autoptr (TestRegion) given = test_region_new (
      "product T 1/G traject traject norm=9\ntariff T 4.000\nassignment M/1 C T 2024-01-01\nassignment M/2 D T 2024-01-01\n"
      "care M/1 2024-01-16 2024-10-14 32\ncare M/2 2024-01-16 2024-10-15 32\n");
  g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31");

  assert_said (
      dossier, PS_SOURCE_TRAJECT, "M", 0,
      "Ended on 14-10-2024 (not according to plan: early, by the client), after 273 days of the norm of 274: € 4,000.00 × "
      "273 / 274 = € 3,985.40.");
  assert_said (
      dossier, PS_SOURCE_TRAJECT, "M", 1,
      "Ended on 15-10-2024 (not according to plan: early, by the client), after 274 days: no less than the norm of 274, so "
      "the full price of € 4,000.00.");
}

static void
test_peildata (void)
{
  g_autoptr (TestRegion) given = test_region_new (
      "product V 1/P plek plekjaar\ntariff V 7.300\nagreement 2026 aanbieder places=peildata\nagreed 2026 P M 1\n"
      "peildatum 2026-02-22\npeildatum 2026-07-19\nassignment M/1 C V 2025-01-01\ncare M/1 2026-03-01\n");
  g_autoptr (PsDossier) year = test_region_dossier (given, "P1", "2026-12-31");
  g_autoptr (PsDossier) early = test_region_dossier (given, "P1", "2026-02-21");

  assert_said (year, PS_SOURCE_PLACES, "M", 0,
               "The mean of the places on 2 peildata: 1 × € 7,300.00 / 2 × 365 / 365 days = € 3,650.00.");
  assert_said (year, PS_SOURCE_PEILDATUM, "M", 1, "Places on this day: 1, at € 7,300.00 a year.");
  g_assert_cmpuint (early->settlement->totals.gross_cents, ==, 0);
}

static const char *
sentence_of (GArray *figures, PsFigureKind kind)
{
  for (guint i = 0; i < figures->len; i++)
    if (g_array_index (figures, PsFigure, i).kind == kind)
      return g_array_index (figures, PsFigure, i).sentence;
  return NULL;
}

static void
assert_says (const char *sentence, const char *expected)
{
  GString *plain = g_string_new (sentence);

  g_string_replace (plain, "\302\240", " ", 0);
  g_assert_cmpstr (plain->str, ==, expected);
  g_string_free (plain, TRUE);
}

/* How many lines are past their norm duration, at which shares; what was paid, and what of it comes back. */
static void
test_figures (void)
{
  g_autoptr (TestRegion) given =
      test_region_new (SOURCES "line 1 M/1 A 2024-11-01 2024-11-30 2 93,42 =\nline 2 M/1 A 2024-11-01 2024-11-30 1 93,42 =\n"
                               "line 3 M/1 A 2024-12-03 2024-12-30 1 93,42 =\nline 4 M/1 A 2024-03-01 2024-03-30 1 95 =\n"
                               "line 5 M/6 T 2024-04-01 2024-04-30 1 - 300\nadvance V M 2024-02-01 50\n");
  g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31");
  g_autoptr (GArray) figures = ps_explain_figures (dossier);

  assert_says (
      sentence_of (figures, PS_FIGURE_GROSS),
      "3 declaration lines: € 373.68. 3 trajectories: € 9,751.82. Places of 1 product: € 100.00. 1 lump sum: € 366.00. Not "
      "counted: 1 line in dispute, € 95.00.");
  assert_says (sentence_of (figures, PS_FIGURE_NORM_DURATION),
               "2 lines of € 280.26 together past their norm duration are paid at 90 %, each rounded to the cent: € 28.02 is "
               "deducted. 1 line of € 93.42 past its norm duration is paid at 50 %: € 46.71 is deducted.");
  assert_says (
      sentence_of (figures, PS_FIGURE_PAID),
      "4 declaration lines were paid: € 468.68. 1 advance: € 50.00. 1 of the lines is in dispute, and comes back: € 95.00. "
      "1 instalment of a trajectory that has not ended is carried, and not in the balance: € 300.00.");
}

/* What lies under a lump sum is not what was produced; what was paid of it was. */
static void
test_figures_of_lump_sum (void)
{
  g_autoptr (TestRegion) given =
      test_region_new ("product A 1/G pxq uur\ntariff A 10\nagreement 2024 aanbieder\nagreed 2024 G M 732 lump=ja\n"
                       "assignment M/1 C A 2020-01-01\nline 1 M/1 A 2024-02-01 2024-02-28 5 10 =\n");
  g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-07-01");
  g_autoptr (GArray) figures = ps_explain_figures (dossier), line = ps_explain_line (dossier, 0);

  assert_says (sentence_of (figures, PS_FIGURE_GROSS), "1 lump sum: € 366.00.");
  assert_says (sentence_of (figures, PS_FIGURE_PAID), "1 declaration line was paid: € 50.00.");
  assert_says (sentence_of (line, PS_FIGURE_GROSS),
               "A lump sum: the ceiling by days, € 732.00 × 183 / 366 = € 366.00. What was produced (€ 50.00) is shown, and not "
               "paid.");
  assert_says (sentence_of (line, PS_FIGURE_PAYABLE), "A lump sum bears no deductions.");
  g_assert_null (sentence_of (line, PS_FIGURE_BAND));
  assert_said (dossier, PS_SOURCE_LINE, "M", 0, "5 × € 10.00 = € 50.00. A lump sum was agreed: that is paid instead.");
}

/* The part of a line, in words: alone in its scope, by production, by overrun with a rest, exempt. */
static void
test_line_in_words (void)
{
  static const struct
  {
    const char *rows;
    guint line;
    const char *band;
  } cases[] = {
    { "agreement 2024 regel\n", 0, "The bands of G, M deduct € 50.00. This is its only line." },
    { "agreement 2024 regel\n", 2, "The bands of G, O deduct nothing." },
    { "agreement 2024 productgroep\n", 0,
      "The bands of G deduct € 140.00. Divided by what each line can bear: € 140.00 × € 150.00 / € 440.00 = € 47.73." },
    { "agreement 2024 aanbieder key=overschrijding\n", 1,
      "The bands of the whole provider deduct € 140.00. Divided by overrun first: € 140.00 × € 140.00 / € 190.00 = € 103.16." },
    { "agreement 2024 segment key=overschrijding\nline 4 O/3 E 2024-01-01 2024-01-31 300 1 =\n", 0,
      "The bands of Segment 1 deduct € 440.00. Divided by overrun first: € 240.00 × € 50.00 / € 240.00 = € 50.00. The rest by "
      "what "
      "can still be borne: € 200.00 × € 100.00 / € 200.00 = € 100.00." },
    { "agreement 2024 productgroep\nagreed 2024 G P 0 scheme=hard\n", 3,
      "The bands of G deduct € 140.00. This line can bear nothing: nothing was produced in it, or only what is exempt." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (SCOPE, cases[i].rows, NULL);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31");
      g_autoptr (GArray) figures = ps_explain_line (dossier, cases[i].line);

      assert_says (sentence_of (figures, PS_FIGURE_BAND), cases[i].band);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain-cases/division", test_division_by_hand);
  g_test_add_func ("/explain-cases/client-months", test_client_months_by_hand);
  g_test_add_func ("/explain-cases/sources", test_sources);
  g_test_add_func ("/explain-cases/trajectories-and-places", test_trajectories_and_places);
  g_test_add_func ("/explain-cases/trajectory-at-its-norm", test_trajectory_at_its_norm);
  g_test_add_func ("/explain-cases/peildata", test_peildata);
  g_test_add_func ("/explain-cases/figures", test_figures);
  g_test_add_func ("/explain-cases/figures-of-lump-sum", test_figures_of_lump_sum);
  g_test_add_func ("/explain-cases/line-in-words", test_line_in_words);
  return g_test_run ();
}
