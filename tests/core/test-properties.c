/* test-properties.c: what must hold of every settlement, on regions made at random
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "random-region.h"
#include "settlement-check.h"

#include <string.h>

#define N_REGIONS 400
#define FIRST_SEED 20240100

static PsSettlement *
settle_rows (GPtrArray *rows, const char *through, TestRegion **given, GArray *sources)
{
  g_autofree char *text = random_region_text (rows);

  *given = test_region_new (text);
  return test_region_settle_to_sources (*given, "P1", through, sources);
}

typedef void (*PropertyFunc) (TestRegion *given, const PsSettlement *settlement, const GArray *sources);

/* On 400 regions, through the year and up to a day in summer. */
static void
for_every_region (PropertyFunc holds)
{
  static const char *const days[] = { "2024-12-31", "2024-07-20" };

  for (guint i = 0; i < N_REGIONS * 2; i++)
    {
      g_autoptr (GPtrArray) rows = random_region_rows (FIRST_SEED + i / 2, TRUE);
      g_autoptr (GArray) sources = g_array_new (FALSE, TRUE, sizeof (PsSource));
      g_autoptr (TestRegion) given = NULL;
      g_autoptr (PsSettlement) settlement = NULL;

      g_test_message ("seed %u, %s", FIRST_SEED + i / 2, days[i % 2]);
      settlement = settle_rows (rows, days[i % 2], &given, sources);
      holds (given, settlement, sources);
    }
}

static const gsize columns[] = {
  G_STRUCT_OFFSET (PsSettlementLine, gross_cents),    G_STRUCT_OFFSET (PsSettlementLine, norm_deduction_cents),
  G_STRUCT_OFFSET (PsSettlementLine, net_cents),      G_STRUCT_OFFSET (PsSettlementLine, exempt_cents),
  G_STRUCT_OFFSET (PsSettlementLine, outside_cents),  G_STRUCT_OFFSET (PsSettlementLine, band_deduction_cents),
  G_STRUCT_OFFSET (PsSettlementLine, payable_cents),  G_STRUCT_OFFSET (PsSettlementLine, paid_cents),
  G_STRUCT_OFFSET (PsSettlementLine, balance_cents),  G_STRUCT_OFFSET (PsSettlementLine, carried_cents),
  G_STRUCT_OFFSET (PsSettlementLine, disputed_cents), G_STRUCT_OFFSET (PsSettlementLine, ceiling_cents),
};

static void
lines_add_up (TestRegion *given, const PsSettlement *settlement, const GArray *sources)
{
  for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
    {
      gint64 sum = 0;
      for (guint i = 0; i < settlement->lines->len; i++)
        sum += G_STRUCT_MEMBER (gint64, &g_array_index (settlement->lines, PsSettlementLine, i), columns[column]);
      g_assert_cmpint (sum, ==, G_STRUCT_MEMBER (gint64, &settlement->totals, columns[column]));
    }
}

static void
columns_add_up (TestRegion *given, const PsSettlement *settlement, const GArray *sources)
{
  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);
      g_assert_cmpint (line->net_cents, ==, line->gross_cents - line->norm_deduction_cents);
      g_assert_cmpint (line->payable_cents, ==, line->net_cents - line->band_deduction_cents);
      g_assert_cmpint (line->balance_cents, ==, line->payable_cents - line->paid_cents);
      g_assert_cmpint (line->band_deduction_cents, >=, 0);
      g_assert_cmpint (line->band_deduction_cents, <=, MAX (0, line->net_cents - line->exempt_cents));
      g_assert_true (line->agreed || line->ceiling_cents == 0);
      if (line->scope == PS_NONE)
        g_assert_cmpint (line->band_deduction_cents + line->norm_deduction_cents, ==, 0);
    }
}

static void
check_one_scope (const PsSettlement *settlement, guint place)
{
  const PsScope *scope = &g_array_index (settlement->scopes, PsScope, place);
  gint64 net = 0, ceiling = 0, deduction = 0, amounts = 0, deductions = 0, bearable = 0;

  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);
      if (line->scope != place)
        continue;
      net += line->net_cents - line->outside_cents;
      ceiling += line->ceiling_cents;
      deduction += line->band_deduction_cents;
      bearable += MAX (0, line->net_cents - line->exempt_cents);
    }
  for (guint i = 0; i < scope->bands->len; i++)
    {
      amounts += g_array_index (scope->bands, PsBand, i).amount_cents;
      deductions += g_array_index (scope->bands, PsBand, i).deduction_cents;
    }
  g_assert_cmpint (scope->net_cents, ==, net);
  g_assert_cmpint (scope->ceiling_cents, ==, ceiling);
  g_assert_cmpint (scope->deduction_cents, ==, deduction);
  g_assert_cmpint (scope->bands_deduction_cents, ==, deductions);
  g_assert_cmpint (scope->deduction_cents, ==, MIN (deductions, bearable));
  if (scope->bands->len > 0)
    g_assert_cmpint (amounts, ==, MAX (0, net));
}

static void
scopes_add_up (TestRegion *given, const PsSettlement *settlement, const GArray *sources)
{
  for (guint i = 0; i < settlement->scopes->len; i++)
    check_one_scope (settlement, i);
}

/* A column of a line and of what it is made of; under a lump sum gross is what the line replaces (domain.md §4). */
static void
check_column (const PsSettlementLine *line, const GArray *sources, gsize line_column, gsize source_column)
{
  gboolean gross = line_column == G_STRUCT_OFFSET (PsSettlementLine, gross_cents);
  gint64 sum = 0;

  for (guint i = 0; i < sources->len; i++)
    {
      const PsSource *source = &g_array_index (sources, PsSource, i);
      if (source->group == line->group && source->municipality == line->municipality
          && !(line->lump_sum && source->kind == PS_SOURCE_LUMP_SUM))
        sum += G_STRUCT_MEMBER (gint64, source, source_column);
    }
  if (line->lump_sum && gross)
    g_assert_cmpint (sum, ==, line->produced_cents);
  else
    g_assert_cmpint (sum, ==, G_STRUCT_MEMBER (gint64, line, line_column));
}

static void
sources_add_up (TestRegion *given, const PsSettlement *settlement, const GArray *sources)
{
#define PAIR(name)                                                                                                               \
  {                                                                                                                              \
    G_STRUCT_OFFSET (PsSettlementLine, name), G_STRUCT_OFFSET (PsSource, name)                                                   \
  }
  static const gsize pairs[][2] = {
    PAIR (gross_cents),          PAIR (paid_cents),   PAIR (carried_cents), PAIR (disputed_cents),
    PAIR (norm_deduction_cents), PAIR (exempt_cents), PAIR (outside_cents),
  };
#undef PAIR

  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);
      /* what is exempt among what a lump sum replaces is only of interest in the sources */
      for (guint k = 0; k < (line->lump_sum ? 5 : G_N_ELEMENTS (pairs)); k++)
        check_column (line, sources, pairs[k][0], pairs[k][1]);
    }
}

static gboolean
is_listed (const PsSettlement *settlement, const PsSource *source)
{
  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);
      if (line->group == source->group && line->municipality == source->municipality)
        return TRUE;
    }
  return FALSE;
}

/* Nothing that has a figure is left out. */
static void
nothing_is_lost (TestRegion *given, const PsSettlement *settlement, const GArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const PsSource *source = &g_array_index (sources, PsSource, i);
      if (source->paid_cents > 0 || source->disputed_cents > 0)
        g_assert_true (is_listed (settlement, source));
    }
}

static void
test_lines_add_up (void)
{
  for_every_region (lines_add_up);
}

static void
test_columns_add_up (void)
{
  for_every_region (columns_add_up);
}

static void
test_scopes_add_up (void)
{
  for_every_region (scopes_add_up);
}

static void
test_sources_add_up (void)
{
  for_every_region (sources_add_up);
}

static void
test_nothing_is_lost (void)
{
  for_every_region (nothing_is_lost);
}

static void
assert_same (const PsSettlement *a, const PsSettlement *b)
{
  g_assert_cmpuint (a->lines->len, ==, b->lines->len);
  g_assert_cmpuint (a->scopes->len, ==, b->scopes->len);
  for (guint i = 0; i < a->lines->len; i++)
    {
      const PsSettlementLine *x = &g_array_index (a->lines, PsSettlementLine, i),
                             *y = &g_array_index (b->lines, PsSettlementLine, i);
      g_assert_cmpuint (x->group, ==, y->group);
      g_assert_cmpuint (x->municipality, ==, y->municipality);
      for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
        g_assert_cmpint (G_STRUCT_MEMBER (gint64, x, columns[k]), ==, G_STRUCT_MEMBER (gint64, y, columns[k]));
    }
  for (guint i = 0; i < a->scopes->len; i++)
    {
      const PsScope *x = &g_array_index (a->scopes, PsScope, i), *y = &g_array_index (b->scopes, PsScope, i);
      g_assert_cmpstr (x->name, ==, y->name);
      g_assert_cmpint (x->net_cents, ==, y->net_cents);
      g_assert_cmpint (x->deduction_cents, ==, y->deduction_cents);
    }
}

/* Lines, assignments, care, agreement lines, tariffs in another order. */
static void
test_order_does_not_matter (void)
{
  for (guint i = 0; i < N_REGIONS; i++)
    {
      g_autoptr (GPtrArray) rows = random_region_rows (FIRST_SEED + i, TRUE);
      g_autoptr (TestRegion) given = NULL, other = NULL;
      g_autoptr (PsSettlement) settlement = settle_rows (rows, "2024-12-31", &given, NULL), shuffled = NULL;

      g_test_message ("seed %u", FIRST_SEED + i);
      random_region_shuffle (rows, FIRST_SEED + i);
      shuffled = settle_rows (rows, "2024-12-31", &other, NULL);
      assert_same (settlement, shuffled);
    }
}

/* Declared lines and advances after a day do not count up to that day: the interim is the year of whoever knows no more. */
static void
drop_after (GPtrArray *rows, const char *through)
{
  for (guint i = rows->len; i-- > 0;)
    {
      g_auto (GStrv) words = g_strsplit (rows->pdata[i], " ", -1);
      const char *first_day = g_str_equal (words[0], "line") ? words[4] : g_str_equal (words[0], "advance") ? words[3] : "";
      if (strcmp (first_day, through) > 0)
        g_ptr_array_remove_index_fast (rows, i);
    }
}

static void
test_later_rows_do_not_count (void)
{
  for (guint i = 0; i < N_REGIONS; i++)
    {
      const char *through = i % 2 ? "2024-12-31" : "2024-08-15";
      g_autoptr (GPtrArray) rows = random_region_rows (FIRST_SEED + i, TRUE);
      g_autoptr (TestRegion) given = NULL, other = NULL;
      g_autoptr (PsSettlement) settlement = settle_rows (rows, through, &given, NULL), without = NULL;

      g_test_message ("seed %u", FIRST_SEED + i);
      drop_after (rows, through);
      without = settle_rows (rows, through, &other, NULL);
      assert_same (settlement, without);
    }
}

/* Without cliffs, more production never pays less. */
static void
test_more_never_pays_less (void)
{
  static const char *const more[] = { "A", "E", "O", "B", "D" };
  static const char *const tariffs[] = { "61,37", "70", "80,5", "55,55", "12,3456" };
  guint n_more = 0;

  for (guint i = 0; i < N_REGIONS * 4; i++)
    {
      g_autoptr (GPtrArray) rows = random_region_rows (FIRST_SEED + i, FALSE);
      g_autoptr (TestRegion) given = NULL, other = NULL;
      g_autoptr (PsSettlement) settlement = settle_rows (rows, "2024-12-31", &given, NULL), after = NULL;
      guint k = i % G_N_ELEMENTS (more);

      g_test_message ("seed %u", FIRST_SEED + i);
      g_ptr_array_add (rows, g_strdup_printf ("assignment %c/99 C1 %s 2024-01-01", "MNO"[i % 3], more[k]));
      g_ptr_array_add (rows, g_strdup_printf ("line 9999 %c/99 %s 2024-%02u-01 2024-%02u-20 %u,%03u %s =", "MNO"[i % 3], more[k],
                                              1 + i % 12, 1 + i % 12, i % 3 ? i % 40 : 0, i % 1000, tariffs[k]));
      after = settle_rows (rows, "2024-12-31", &other, NULL);
      g_assert_cmpint (after->totals.payable_cents, >=, settlement->totals.payable_cents);
      n_more += after->totals.payable_cents > settlement->totals.payable_cents;
    }
  g_assert_cmpuint (n_more, >, N_REGIONS);
}

/* The regions are worth something: every kind of figure and signal is met often enough. */
static void
test_regions_are_varied (void)
{
  guint met[G_N_ELEMENTS (columns)] = { 0 }, signals[PS_N_SIGNALS] = { 0 };

  for (guint i = 0; i < N_REGIONS; i++)
    {
      g_autoptr (GPtrArray) rows = random_region_rows (FIRST_SEED + i, TRUE);
      g_autoptr (TestRegion) given = NULL;
      g_autoptr (PsSettlement) settlement = settle_rows (rows, "2024-12-31", &given, NULL);

      for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
        met[k] += G_STRUCT_MEMBER (gint64, &settlement->totals, columns[k]) != 0;
      for (guint k = 0; k < settlement->signals->len; k++)
        signals[g_array_index (settlement->signals, PsSignal, k).kind]++;
    }
  for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
    g_assert_cmpuint (met[k], >, N_REGIONS / 10);
  for (guint k = 0; k <= PS_SIGNAL_NO_PATH; k++)
    if (k != PS_SIGNAL_BEFORE_FIRST_PEILDATUM)
      {
        g_test_message ("%s: %u", ps_signal_code (k), signals[k]);
        g_assert_cmpuint (signals[k], >, N_REGIONS / 40);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/properties/lines-add-up", test_lines_add_up);
  g_test_add_func ("/properties/columns-add-up", test_columns_add_up);
  g_test_add_func ("/properties/scopes-add-up", test_scopes_add_up);
  g_test_add_func ("/properties/sources-add-up", test_sources_add_up);
  g_test_add_func ("/properties/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/properties/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/properties/later-rows-do-not-count", test_later_rows_do_not_count);
  g_test_add_func ("/properties/more-never-pays-less", test_more_never_pays_less);
  g_test_add_func ("/properties/regions-are-varied", test_regions_are_varied);
  return g_test_run ();
}
