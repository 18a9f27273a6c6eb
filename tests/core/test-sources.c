/* test-sources.c: every figure can be opened down to what it was made of (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "settlement-check.h"

#define REGION                                                                                                                   \
  "product A 1/G pxq uur norm=6\nproduct T 1/G traject traject norm=6\nproduct V 1/P plek plekjaar\n"                            \
  "tariff A 100\ntariff T 1.840\ntariff V 7.320 - 2024-01-31\ntariff V 10.980 2024-02-01\nscheme s bands=0:100 norm=0:90\n"      \
  "agreement 2024 aanbieder\nagreed 2024 G M 5.000 scheme=s\nagreed 2024 P N 366 lump=ja\n"                                      \
  "assignment M/1 C A 2023-01-01\nassignment M/2 C T 2023-01-01\nassignment M/3 C V 2023-01-01\nassignment M/4 C V 2023-01-01\n" \
  "care M/1 2023-10-10\ncare M/2 2024-03-01 2024-05-31 32\ncare M/3 2024-01-30 2024-02-02 31\ncare M/4 2024-02-01 2024-02-03 "   \
  "31\n"                                                                                                                         \
  "line 7 M/1 A 2024-05-01 2024-05-31 2 100 =\nline 8 M/1 A 2024-06-01 2024-06-30 2 101 = status=ingediend\n"                    \
  "line 9 M/2 T 2023-04-01 2023-04-30 1 - 300\nadvance V M 2024-01-01 50\n"

static GArray *
sources_of (const char *rows)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  g_autoptr (TestRegion) given = test_region_new (text);
  GArray *sources = g_array_new (FALSE, TRUE, sizeof (PsSource));
  g_autoptr (PsSettlement) settlement = test_region_settle_to_sources (given, "P1", "2024-12-31", sources);

  g_assert_nonnull (settlement);
  return sources;
}

static const PsSource *
find (const GArray *sources, PsSourceKind kind, gint64 id)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const PsSource *source = &g_array_index (sources, PsSource, i);
      if (source->kind == kind && (id == 0 || source->id == id))
        return source;
    }
  return NULL;
}

static void
test_line (void)
{
  g_autoptr (GArray) sources = sources_of ("");
  const PsSource *line = find (sources, PS_SOURCE_LINE, 7), *disputed = find (sources, PS_SOURCE_LINE, 8);

  g_assert_nonnull (line);
  g_assert_cmpint (line->from, ==, test_date ("2024-05-01"));
  g_assert_cmpint (line->to, ==, test_date ("2024-05-31"));
  g_assert_cmpint (line->gross_cents, ==, 20000);
  g_assert_cmpint (line->norm_deduction_cents, ==, 2000);
  g_assert_cmpint (line->months_over, ==, 0);
  g_assert_cmpint (line->share_bp, ==, 9000);
  g_assert_cmpint (line->tariff_e4, ==, 1000000);
  g_assert_nonnull (disputed);
  g_assert_cmpint (disputed->dispute, ==, PS_DISPUTE_TARIFF_EXCEEDED);
  g_assert_cmpint (disputed->gross_cents, ==, 0);
  g_assert_cmpint (disputed->disputed_cents, ==, 20200);
}

static void
test_traject (void)
{
  g_autoptr (GArray) sources = sources_of ("");
  const PsSource *traject = find (sources, PS_SOURCE_TRAJECT, 0), *instalment = find (sources, PS_SOURCE_LINE, 9);

  g_assert_nonnull (traject);
  g_assert_cmpint (traject->gross_cents, ==, 92000);
  g_assert_cmpint (traject->quantity, ==, 92);
  g_assert_cmpint (traject->norm_days, ==, 184);
  g_assert_cmpint (traject->tariff_e4, ==, 18400000);
  g_assert_cmpint (traject->share_bp, !=, PS_FULL_BP);
  g_assert_nonnull (instalment);
  g_assert_cmpint (instalment->paid_cents, ==, 30000);
}

/* One client, 30 January up to 3 February: two days at € 20 and three at € 30; shown per client and tariff. */
static void
test_places (void)
{
  g_autoptr (GArray) sources = sources_of ("");
  const PsSource *places = find (sources, PS_SOURCE_PLACES, 0);
  gint64 days[2] = { 0, 0 };

  g_assert_nonnull (places);
  g_assert_cmpint (places->gross_cents, ==, 13000);
  for (guint i = 0; i < sources->len; i++)
    {
      const PsSource *source = &g_array_index (sources, PsSource, i);
      if (source->kind != PS_SOURCE_CARE_DAYS)
        continue;
      g_assert_cmpint (source->gross_cents, ==, 0);
      days[source->tariff_e4 == 73200000 ? 0 : 1] += source->quantity;
    }
  g_assert_cmpint (days[0], ==, 2);
  g_assert_cmpint (days[1], ==, 3);
}

static void
test_others (void)
{
  g_autoptr (GArray) sources = sources_of ("");
  const PsSource *advance = find (sources, PS_SOURCE_ADVANCE, 0), *lump_sum = find (sources, PS_SOURCE_LUMP_SUM, 0);

  g_assert_nonnull (advance);
  g_assert_cmpint (advance->paid_cents, ==, 5000);
  g_assert_cmpint (advance->from, ==, test_date ("2024-01-01"));
  g_assert_cmpint (advance->to, ==, test_date ("2024-01-31"));
  g_assert_nonnull (lump_sum);
  g_assert_cmpint (lump_sum->gross_cents, ==, 36600);
}

static void
test_peildata (void)
{
  static const char region[] =
      "product V 1/P plek plekjaar\ntariff V 7.300\nagreement 2026 aanbieder places=peildata\nagreed 2026 P M 1\n"
      "peildatum 2026-02-22\npeildatum 2026-07-19\nassignment M/1 C V 2025-01-01\ncare M/1 2026-03-01\n";
  g_autoptr (TestRegion) given = test_region_new (region);
  g_autoptr (GArray) sources = g_array_new (FALSE, TRUE, sizeof (PsSource));
  g_autoptr (PsSettlement) settlement = test_region_settle_to_sources (given, "P1", "2026-12-31", sources);
  gint64 places = 0;

  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, PsSource, i).kind == PS_SOURCE_PEILDATUM)
      places += g_array_index (sources, PsSource, i).quantity;
  g_assert_cmpint (places, ==, 1000);
  g_assert_cmpint (settlement->totals.gross_cents, ==, 365000);
}

/* What a line's explanation needs: where its path began, what the rules found, and what it is worth at the right price. */
static void
test_facts_of_lines (void)
{
  static const struct
  {
    const char *row, *path_from;
    PsDispute found, dispute;
    gint64 price_cents;
  } cases[] = {
    { "line 1 M/1 A 2023-12-01 2024-01-31 2 100 =\nline 3 M/1 A 2024-02-01 2024-02-28 2 100 =\n", "2023-10-10", PS_DISPUTE_NONE,
      PS_DISPUTE_NONE, 20000 },
    { "line 3 M/1 A 2024-02-01 2024-02-28 2 101 =\n", NULL, PS_DISPUTE_TARIFF_EXCEEDED, PS_DISPUTE_TARIFF_EXCEEDED, 20000 },
    { "line 3 M/1 A 2024-02-01 2024-02-28 2 101 = decided=accept\n", "2023-10-10", PS_DISPUTE_TARIFF_EXCEEDED, PS_DISPUTE_NONE,
      20000 },
    { "line 3 M/1 A 2024-02-01 2024-02-28 2 101 = decided=price\n", "2023-10-10", PS_DISPUTE_TARIFF_EXCEEDED, PS_DISPUTE_NONE,
      20000 },
    { "line 3 M/1 A 2024-02-01 2024-02-28 2 100 = decided=dispute\n", NULL, PS_DISPUTE_NONE, PS_DISPUTE_BY_DECISION, 20000 },
    { "line 3 M/3 A 2024-02-01 2024-02-28 2 101 =\n", NULL, PS_DISPUTE_PRODUCT_MISMATCH, PS_DISPUTE_PRODUCT_MISMATCH, 20000 },
    { "line 3 M/1 A 2024-02-01 2024-02-28 2 100 199\n", NULL, PS_DISPUTE_AMOUNT_MISMATCH, PS_DISPUTE_AMOUNT_MISMATCH, 19900 },
    { "line 3 M/2 T 2024-02-01 2024-02-28 2 - 100\n", NULL, PS_DISPUTE_NONE, PS_DISPUTE_NONE, PS_NO_NUMBER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) sources = sources_of (cases[i].row);
      const PsSource *line = find (sources, PS_SOURCE_LINE, 3);

      g_test_message ("%s", cases[i].row);
      g_assert_cmpint (line->path_from, ==, cases[i].path_from != NULL ? test_date (cases[i].path_from) : PS_DATE_OPEN);
      g_assert_cmpint (line->found, ==, cases[i].found);
      g_assert_cmpint (line->dispute, ==, cases[i].dispute);
      g_assert_cmpint (line->price_cents, ==, cases[i].price_cents);
    }
}

/* Of two stops on the day on which a trajectory ends, whatever their order: according to plan, else the lowest that was given. */
static void
test_reason_of_trajectory (void)
{
  static const struct
  {
    const char *stops[2];
    int reason;
  } cases[] = {
    { { "31", "32" }, 31 }, { { "32", "31" }, 31 }, { { "34", "33" }, 33 }, { { "33", "34" }, 33 },
    { { "-", "35" }, 35 },  { { "35", "-" }, 35 },  { { "-", "-" }, 0 },    { { "20", "36" }, 36 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strdup_printf ("assignment M/9 D T 2024-01-01\ncare M/9 2024-02-01 2024-03-31 %s\n"
                                               "care M/9 2024-03-01 2024-03-31 %s\n",
                                               cases[i].stops[0], cases[i].stops[1]);
      g_autoptr (GArray) sources = sources_of (rows);
      guint found = 0;

      for (guint k = 0; k < sources->len; k++)
        {
          const PsSource *source = &g_array_index (sources, PsSource, k);

          if (source->kind != PS_SOURCE_TRAJECT || source->to != test_date ("2024-03-31"))
            continue;
          found++;
          g_assert_cmpint (source->reason, ==, cases[i].reason);
          g_assert_cmpint (source->price_cents, ==, 184000);
        }
      g_assert_cmpuint (found, ==, 1);
    }
}

/* Whether anybody asks for the sources or not, the figures are the same. */
static void
test_asking_changes_nothing (void)
{
  g_autoptr (TestRegion) given = test_region_new (REGION);
  g_autoptr (GArray) sources = g_array_new (FALSE, TRUE, sizeof (PsSource));
  g_autoptr (PsSettlement) asked = test_region_settle_to_sources (given, "P1", "2024-12-31", sources);
  g_autoptr (PsSettlement) not_asked = test_region_settle (given, "P1", "2024-12-31");

  g_assert_cmpint (asked->totals.payable_cents, ==, not_asked->totals.payable_cents);
  g_assert_cmpint (asked->totals.balance_cents, ==, not_asked->totals.balance_cents);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sources/line", test_line);
  g_test_add_func ("/sources/traject", test_traject);
  g_test_add_func ("/sources/places", test_places);
  g_test_add_func ("/sources/others", test_others);
  g_test_add_func ("/sources/peildata", test_peildata);
  g_test_add_func ("/sources/facts-of-lines", test_facts_of_lines);
  g_test_add_func ("/sources/reason-of-trajectory", test_reason_of_trajectory);
  g_test_add_func ("/sources/asking-changes-nothing", test_asking_changes_nothing);
  return g_test_run ();
}
