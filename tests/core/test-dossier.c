/* test-dossier.c: a settlement with everything that it was computed from: trimmed, in order, read back, settled again (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "dossier-builder.h"
#include "random-region.h"

#include <string.h>

#define N_REGIONS 300
#define FIRST_SEED 20240100

typedef void (*DossierFunc) (GPtrArray *rows, TestRegion *given, const PsDossier *dossier);

static const char *const days[] = { "2024-12-31", "2024-07-20" };

static TestRegion *
region_of (GPtrArray *rows)
{
  g_autofree char *text = random_region_text (rows);

  return test_region_new (text);
}

/* On 300 regions, the whole year and up to a day in summer. */
static void
for_every_dossier (DossierFunc holds)
{
  for (guint i = 0; i < N_REGIONS; i++)
    {
      g_autoptr (GPtrArray) rows = random_region_rows (FIRST_SEED + i, TRUE);
      g_autoptr (TestRegion) given = region_of (rows);
      g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", days[i % 2]);

      g_test_message ("seed %u, %s", FIRST_SEED + i, days[i % 2]);
      holds (rows, given, dossier);
    }
}

/* What is read back is what was written. */
static void
reads_back (GPtrArray *rows, TestRegion *given, const PsDossier *dossier)
{
  g_autoptr (DossierTexts) texts = dossier_texts_new (dossier), again = NULL;
  g_autoptr (PsDossier) frozen = dossier_texts_read (texts);

  again = dossier_texts_new (frozen);
  assert_same_texts (texts, again);
  g_assert_true (frozen->region == frozen->own_region);
  g_assert_null (dossier->own_region);
  g_assert_cmpstr (frozen->facts.program_version, ==, "test");
  g_assert_cmpint (frozen->facts.version_number, ==, frozen->settlement->agreement != NULL ? 2 : 0);
}

static void
test_reads_back (void)
{
  for_every_dossier (reads_back);
}

/* What was read back settles to the same, to the last source and signal. */
static void
settles_again (GPtrArray *rows, TestRegion *given, const PsDossier *dossier)
{
  g_autoptr (DossierTexts) texts = dossier_texts_new (dossier), settled = NULL;
  g_autoptr (PsDossier) frozen = dossier_texts_read (texts), again = NULL;
  g_autoptr (GError) error = NULL;

  again = ps_dossier_again (frozen, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->facts.program_version, ==, PS_VERSION);
  g_free (again->facts.program_version);
  again->facts.program_version = g_strdup ("test");
  g_clear_pointer (&frozen, ps_dossier_free); /* lives by itself */
  settled = dossier_texts_new (again);
  assert_same_texts (texts, settled);
}

static void
test_settles_again (void)
{
  for_every_dossier (settles_again);
}

/* A live one too, with the region that it was settled with. */
static void
test_settles_again_live (void)
{
  g_autoptr (GPtrArray) rows = random_region_rows (FIRST_SEED, TRUE);
  g_autoptr (TestRegion) given = region_of (rows);
  g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31");
  g_autoptr (PsDossier) again = ps_dossier_again (dossier, NULL);

  g_assert_true (again->region == given->region);
  g_assert_null (again->own_region);
  settles_again (rows, given, dossier);
}

/* Ids and the order of rows are of the file: another file with the same content is the same text. */
static void
order_does_not_matter (GPtrArray *rows, TestRegion *given, const PsDossier *dossier)
{
  g_autofree char *through = ps_date_to_iso (dossier->settlement->through);
  g_autoptr (DossierTexts) texts = dossier_texts_new (dossier), shuffled = NULL;
  g_autoptr (TestRegion) other = NULL;
  g_autoptr (PsDossier) moved = NULL;

  random_region_shuffle (rows, 7 + rows->len);
  other = region_of (rows);
  moved = test_region_dossier (other, "P1", through);
  shuffled = dossier_texts_new (moved);
  assert_same_texts (texts, shuffled);
}

static void
test_order_does_not_matter (void)
{
  for_every_dossier (order_does_not_matter);
}

static const gsize figures[] = {
  G_STRUCT_OFFSET (PsSettlementLine, gross_cents),    G_STRUCT_OFFSET (PsSettlementLine, norm_deduction_cents),
  G_STRUCT_OFFSET (PsSettlementLine, net_cents),      G_STRUCT_OFFSET (PsSettlementLine, exempt_cents),
  G_STRUCT_OFFSET (PsSettlementLine, outside_cents),  G_STRUCT_OFFSET (PsSettlementLine, band_deduction_cents),
  G_STRUCT_OFFSET (PsSettlementLine, payable_cents),  G_STRUCT_OFFSET (PsSettlementLine, paid_cents),
  G_STRUCT_OFFSET (PsSettlementLine, balance_cents),  G_STRUCT_OFFSET (PsSettlementLine, carried_cents),
  G_STRUCT_OFFSET (PsSettlementLine, disputed_cents), G_STRUCT_OFFSET (PsSettlementLine, ceiling_cents),
  G_STRUCT_OFFSET (PsSettlementLine, produced_cents),
};

static void
assert_same_figures (const PsSettlement *a, const PsSettlement *b)
{
  g_assert_cmpuint (a->lines->len, ==, b->lines->len);
  for (guint i = 0; i < a->lines->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
      g_assert_cmpint (G_STRUCT_MEMBER (gint64, &g_array_index (a->lines, PsSettlementLine, i), figures[k]), ==,
                       G_STRUCT_MEMBER (gint64, &g_array_index (b->lines, PsSettlementLine, i), figures[k]));
  g_assert_cmpuint (a->scopes->len, ==, b->scopes->len);
  for (guint i = 0; i < a->scopes->len; i++)
    {
      const PsScope *x = &g_array_index (a->scopes, PsScope, i), *y = &g_array_index (b->scopes, PsScope, i);

      g_assert_cmpint (x->net_cents, ==, y->net_cents);
      g_assert_cmpint (x->deduction_cents, ==, y->deduction_cents);
      g_assert_cmpuint (x->bands->len, ==, y->bands->len);
    }
}

static void
add (GPtrArray *rows, const char *row)
{
  g_ptr_array_add (rows, g_strdup (row));
}

/* What comes in a year later: nothing of it begins before `through`, or the last day that a line of the year can reach (February 2025). */
static void
add_next_year (GPtrArray *rows)
{
  for (guint i = 0; i < 16; i++)
    {
      g_ptr_array_add (rows, g_strdup_printf ("assignment %c/9%u C%u %s 2025-04-01", "MNO"[i % 3], i, i % 5,
                                              (const char *[]){ "A", "T", "V", "B" }[i % 4]));
      g_ptr_array_add (rows, g_strdup_printf ("care %c/9%u 2025-04-01 2025-05-%02u 32", "MNO"[i % 3], i, i + 1));
      g_ptr_array_add (rows, g_strdup_printf ("line %u %c/9%u A 2025-04-01 2025-04-30 12 61,37 =", 9000 + i, "MNO"[i % 3], i));
    }
  add (rows, "advance A M 2025-01-01 7777");
  add (rows, "tariff B 66 2025-01-01 - by=P1");
  add (rows, "peildatum 2025-02-22");
  add (rows, "measured 2025-02-22 V M 9");
  add (rows, "agreement 2025 regel");
  add (rows, "agreed 2025 G M 1 scheme=hard");
}

static void
next_year_changes_nothing (GPtrArray *rows, TestRegion *given, const PsDossier *dossier)
{
  g_autofree char *through = ps_date_to_iso (dossier->settlement->through);
  g_autoptr (DossierTexts) texts = dossier_texts_new (dossier), later_texts = NULL;
  g_autoptr (TestRegion) later = NULL;
  g_autoptr (PsDossier) then = NULL;

  add_next_year (rows);
  later = region_of (rows);
  then = test_region_dossier (later, "P1", through);
  later_texts = dossier_texts_new (then);
  assert_same_texts (texts, later_texts);
}

static void
test_next_year_changes_nothing (void)
{
  for_every_dossier (next_year_changes_nothing);
}

/* Trimmed or not, every figure is the same: care and lines far beyond the day too, whatever they refer to. */
static void
trimming_changes_no_figure (GPtrArray *rows, TestRegion *given, const PsDossier *dossier)
{
  g_autofree char *through = ps_date_to_iso (dossier->settlement->through);
  g_autoptr (TestRegion) later = NULL;
  g_autoptr (PsSettlement) whole = NULL;
  g_autoptr (PsDossier) trimmed = NULL;

  for (guint i = 0; i < 16; i++)
    {
      g_ptr_array_add (rows, g_strdup_printf ("care M/%u 2025-0%u-07 - 31", i + 1, 1 + i % 9));
      g_ptr_array_add (rows, g_strdup_printf ("care N/%u 2024-1%u-29 2026-01-01 32", i + 1, i % 3));
      g_ptr_array_add (rows, g_strdup_printf ("line %u O/%u A 2024-11-28 2025-0%u-28 3 61,37 =", 9500 + i, i + 1, 1 + i % 9));
    }
  add_next_year (rows);
  later = region_of (rows);
  whole = test_region_settle (later, "P1", through);
  trimmed = test_region_dossier (later, "P1", through);
  assert_same_figures (whole, trimmed->settlement);
}

static void
test_trimming_changes_no_figure (void)
{
  for_every_dossier (trimming_changes_no_figure);
}

static const char later_region[] =
    "product A 1/G pxq uur\nproduct T 1/G traject traject norm=4\ntariff A 10\ntariff T 100\n"
    "peildatum 2024-05-19\npeildatum 2025-05-19\n"
    "assignment M/1 C1 A 2023-01-01\nassignment M/2 C1 T 2023-01-01\nassignment M/3 C2 A 2025-02-01\n"
    "assignment M/4 C3 A 2025-02-01\nassignment M/5 C4 A 2025-02-01\nassignment M/6 C5 A 2025-02-01\n"
    "care M/1 2024-01-01 2024-02-01 31\ncare M/1 2025-01-20\ncare M/1 2025-01-21\ncare M/4 2025-01-19\ncare M/5 2025-02-02\n"
    "line 1 M/1 A 2024-12-20 2025-01-20 1 10 =\nline 2 M/1 A 2025-01-01 2025-06-30 1 10 =\nline 3 M/1 A 2023-05-01 2023-05-31 1 "
    "10 =\n"
    "line 4 M/2 T 2023-05-01 2023-05-31 1 - 30\nline 5 M/2 T 2023-06-01 2023-06-30 1 - 30 status=ingediend\n"
    "line 6 M/3 A 2024-05-01 2024-05-31 1 10 =\n"
    "advance A M 2023-12-01 1\nadvance A M 2024-12-01 2\nadvance A M 2025-01-01 3\n"
    "measured 2024-05-19 T M 1\nmeasured 2025-05-19 T M 1\n";

/* What goes and what stays, row by row, with its words. */
static void
test_trim (void)
{
  g_autoptr (TestRegion) given = test_region_new (later_region);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");
  g_autoptr (PsMessageKeys) keys = test_region_keys (given, production);
  g_autoptr (GString) left = g_string_new (NULL);

  ps_production_trim (production, keys, given->region, 2024, test_date ("2024-12-31"));
  for (guint i = 0; i < production->lines->len; i++)
    {
      guint assignment = g_array_index (production->lines, PsLine, i).assignment;

      g_string_append_printf (left, "%s of %s, ", (char *) keys->references->pdata[i],
                              (char *) keys->assignments->pdata[assignment]);
    }
  g_assert_cmpstr (left->str, ==, "R-1 of 1, R-4 of 2, R-6 of 3, ");
  g_assert_cmpuint (keys->declarations->len, ==, 3);

  g_string_truncate (left, 0);
  for (guint i = 0; i < production->assignments->len; i++)
    g_string_append_printf (left, "%s with %u, ", (char *) keys->assignments->pdata[i],
                            g_array_index (production->assignments, PsAssignment, i).n_care);
  /* The last day is 20 January: line 1 reaches it. Assignment 3 has a line, 4 has care before it. */
  g_assert_cmpstr (left->str, ==, "1 with 2, 2 with 0, 3 with 0, 4 with 1, ");
  g_assert_cmpuint (production->care->len, ==, 3);
  g_assert_cmpuint (production->advances->len, ==, 1);
  g_assert_cmpint (g_array_index (production->advances, PsAdvance, 0).amount_cents, ==, 200);
  g_assert_cmpuint (production->measurements->len, ==, 1);
}

/* Without the words too, and once is enough. */
static void
test_trim_again (void)
{
  g_autoptr (TestRegion) given = test_region_new (later_region);
  g_autoptr (PsProduction) production = test_region_production (given, "P1");

  for (int times = 0; times < 2; times++)
    {
      ps_production_trim (production, NULL, given->region, 2024, test_date ("2024-12-31"));
      g_assert_cmpuint (production->lines->len, ==, 3);
      g_assert_cmpuint (production->assignments->len, ==, 4);
      g_assert_cmpuint (production->care->len, ==, 3);
      g_assert_cmpint (g_array_index (production->lines, PsLine, 2).id, ==, 6);
      g_assert_cmpuint (g_array_index (production->lines, PsLine, 2).assignment, ==, 2);
    }
}

/* Every source of a line, a traject or care days leads to its row; no other does. */
static void
sources_lead_to_rows (GPtrArray *rows, TestRegion *given, const PsDossier *dossier)
{
  for (guint i = 0; i < dossier->sources->len; i++)
    {
      const PsSource *source = &g_array_index (dossier->sources, PsSource, i);
      guint line = ps_dossier_line_of (dossier, source), assignment = ps_dossier_assignment_of (dossier, source);

      g_assert_cmpint (line != PS_NONE, ==, source->kind == PS_SOURCE_LINE);
      g_assert_cmpint (assignment != PS_NONE, ==,
                       source->kind == PS_SOURCE_LINE || source->kind == PS_SOURCE_TRAJECT
                           || source->kind == PS_SOURCE_CARE_DAYS);
      if (line != PS_NONE)
        {
          const PsLine *it = &g_array_index (dossier->production->lines, PsLine, line);

          g_assert_cmpint (it->id, ==, source->id);
          g_assert_cmpuint (it->assignment, ==, assignment);
        }
      else if (assignment != PS_NONE)
        g_assert_cmpint (g_array_index (dossier->production->assignments, PsAssignment, assignment).id, ==, source->id);
    }
}

static void
frozen_sources_lead_to_rows (GPtrArray *rows, TestRegion *given, const PsDossier *dossier)
{
  g_autoptr (DossierTexts) texts = dossier_texts_new (dossier);
  g_autoptr (PsDossier) frozen = dossier_texts_read (texts);

  sources_lead_to_rows (rows, given, dossier);
  sources_lead_to_rows (rows, given, frozen);
  for (guint i = 0; i < frozen->production->lines->len; i++)
    g_assert_cmpint (g_array_index (frozen->production->lines, PsLine, i).id, ==, i + 1);
}

static void
test_sources_lead_to_rows (void)
{
  for_every_dossier (frozen_sources_lead_to_rows);
}

/* Amounts that do not fit are an error, not a dossier. */
static void
test_overflow (void)
{
  g_autoptr (TestRegion) given = test_region_new ("product A 1/G pxq uur\nadvance A M 2024-01-01 92233720368547758,07\n"
                                                  "advance A M 2024-02-01 92233720368547758,07\n");
  PsProduction *production = test_region_production (given, "P1");
  PsDossierFacts facts = { 0, PS_DATE_OPEN, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (ps_dossier_new (given->region, production, test_region_keys (given, production), 2024, test_date ("2024-12-31"),
                                 &facts, &error));
  g_assert_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW);
}

/* Nothing at all is a dossier too. */
static void
test_empty (void)
{
  g_autoptr (TestRegion) given = test_region_new ("product A 1/G pxq uur\n");
  g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31");
  g_autoptr (DossierTexts) texts = dossier_texts_new (dossier);
  g_autoptr (PsDossier) frozen = dossier_texts_read (texts);

  g_assert_true (ps_settlement_is_empty (frozen->settlement));
  g_assert_cmpuint (frozen->region->products->len, ==, 0);
  g_assert_cmpuint (frozen->region->providers->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier/reads-back", test_reads_back);
  g_test_add_func ("/dossier/settles-again", test_settles_again);
  g_test_add_func ("/dossier/settles-again-live", test_settles_again_live);
  g_test_add_func ("/dossier/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/dossier/next-year-changes-nothing", test_next_year_changes_nothing);
  g_test_add_func ("/dossier/trimming-changes-no-figure", test_trimming_changes_no_figure);
  g_test_add_func ("/dossier/trim", test_trim);
  g_test_add_func ("/dossier/trim-again", test_trim_again);
  g_test_add_func ("/dossier/sources-lead-to-rows", test_sources_lead_to_rows);
  g_test_add_func ("/dossier/overflow", test_overflow);
  g_test_add_func ("/dossier/empty", test_empty);
  return g_test_run ();
}
