/* test-dossier-compare.c: which figures of two dossiers differ, and why (domain.md §6: recompute and compare)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-dossier-compare.h"
#include "dossier-builder.h"
#include "random-region.h"

#include <string.h>

#define N_REGIONS 400
#define FIRST_SEED 20240100

#define NB "\302\240"

static const char region[] =
    "product A 1/G pxq uur norm=3\nproduct T 1/G traject traject norm=4\nproduct V 2/H plek plekjaar\n"
    "tariff A 60 2024-01-01\ntariff T 1.000\ntariff V 3.660\n"
    "scheme donut bands=0:100,100:0,110:50 norm=1:90\n"
    "agreement 2024 aanbieder places=peiling\nagreed 2024 G M 1.000 scheme=donut\nagreed 2024 H M 90.000 scheme=donut\n"
    "peildatum 2024-02-22\npeildatum 2024-05-19\n"
    "assignment M/1 C1 A 2024-01-01 2024-12-31\nassignment M/2 C2 T 2024-01-01\nassignment M/3 C3 V 2024-01-01\n"
    "care M/1 2024-01-01\ncare M/2 2024-01-01 2024-02-29 32\ncare M/3 2024-01-01\n"
    "line 1 M/1 A 2024-02-01 2024-02-29 5 60 =\nline 2 M/1 A 2024-03-01 2024-03-31 6 60 =\n"
    "advance A M 2024-02-01 100\nmeasured 2024-02-22 V M 1\nmeasured 2024-05-19 V M 2\n";

/* The rows, with the first `from` replaced by `to`; "" is nothing to replace: `to` is added. */
static char *
changed (const char *rows, const char *from, const char *to)
{
  const char *at = *from == '\0' ? rows + strlen (rows) : strstr (rows, from);

  if (at == NULL)
    g_error ("not there: %s", from);
  return g_strdup_printf ("%.*s%s%s", (int) (at - rows), rows, to, at + strlen (from));
}

static char *
effect (const char *name, gint64 before, gint64 now)
{
  if (before == PS_NO_NUMBER || now == PS_NO_NUMBER)
    return g_strdup ("");
  return g_strdup_printf (" %s %d→%d", name, (int) before, (int) now);
}

/* "kind change group/municipality what | how [produced] [paid] {table}" a line */
static char *
describe (const PsComparison *comparison)
{
  static const char *const changes[] = { "added", "removed", "changed" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comparison->causes->len; i++)
    {
      const PsCause *cause = g_ptr_array_index (comparison->causes, i);
      g_autofree char *produced = effect ("produced", cause->old_produced_cents, cause->new_produced_cents);
      g_autofree char *paid = effect ("paid", cause->old_paid_cents, cause->new_paid_cents);

      g_assert_cmpint (cause->table == NULL, ==, cause->id == 0);
      g_string_append_printf (text, "%s %s %s/%s %s | %s%s%s {%s}\n", ps_cause_label (cause->kind), changes[cause->change],
                              cause->group != NULL ? cause->group : "", cause->municipality != NULL ? cause->municipality : "",
                              cause->what, cause->how, produced, paid, cause->table != NULL ? cause->table : "");
    }
  return g_string_free (text, FALSE);
}

/* A frozen dossier and the region as it is by now. */
static PsComparison *
compare_rows (const char *before_rows, const char *now_rows)
{
  g_autoptr (TestRegion) before = test_region_new (before_rows), now = test_region_new (now_rows);
  g_autoptr (PsDossier) old_dossier = test_region_dossier (before, "P1", "2024-12-31");
  g_autoptr (PsDossier) new_dossier = test_region_dossier (now, "P1", "2024-12-31"), frozen = NULL;
  g_autoptr (DossierTexts) texts = dossier_texts_new (old_dossier);

  for (guint i = 0; i < now->region->agreements->len; i++)
    g_array_index (now->region->agreements, PsAgreement, i).version_id = 77;
  frozen = dossier_texts_read (texts);
  return ps_dossier_compare (frozen, new_dossier);
}

typedef struct
{
  const char *name;
  const char *from, *to; /* of `region` */
  const char *causes;
  const char *sentence;
} Case;

static const Case cases[] = {
  { "nothing", "", "", "", "Identical to the cent." },
  { "late-line", "", "line 3 M/1 A 2024-04-01 2024-04-30 2 60 =\n",
    "Declaration line added G/M Declaration line R-3, 01-04-2024 to 30-04-2024 | late: €" NB
    "120.00 added produced 0→12000 paid 0→12000 "
    "{declaration_line}\n",
    "1 of 2 lines differs: the balance is the same. Why: 1 late declaration line." },
  { "late-submitted", "", "line 3 M/1 A 2024-04-01 2024-04-30 2 60 = status=ingediend\n",
    "Declaration line added G/M Declaration line R-3, 01-04-2024 to 30-04-2024 | late: €" NB
    "120.00 added, submitted produced 0→12000 "
    "paid 0→0 {declaration_line}\n",
    "1 of 2 lines differs: the balance is €" NB "120.00 higher. Why: 1 late declaration line." },
  { "late-disputed", "", "line 3 M/1 A 2024-04-01 2024-04-30 2 61 =\n",
    "Declaration line added G/M Declaration line R-3, 01-04-2024 to 30-04-2024 | late: €" NB
    "122.00 added. The tariff is higher than "
    "the valid one produced 0→0 paid 0→12200 {declaration_line}\n",
    "1 of 2 lines differs: the balance is €" NB "122.00 lower. Why: 1 late declaration line." },
  { "refused", "", "line 3 M/1 A 2024-04-01 2024-04-30 2 60 = status=afgewezen\n", "", "Identical to the cent." },
  { "line-gone", "line 2 M/1 A 2024-03-01 2024-03-31 6 60 =\n", "",
    "Declaration line removed G/M Declaration line R-2, 01-03-2024 to 31-03-2024 | €" NB
    "360.00 no longer there produced 36000→0 paid "
    "36000→0 {}\n",
    "1 of 2 lines differs: the balance is the same. Why: 1 declaration line that is gone." },
  { "line-changed", "2024-03-31 6 60 =", "2024-04-01 7,5 60 = unit=uur status=ingediend",
    "Declaration line changed G/M Declaration line R-2, 01-03-2024 to 01-04-2024 | to: 01-04-2024, was 31-03-2024; volume: 7.5, "
    "was 6; "
    "unit: hour, was –; amount: €" NB "450.00, was €" NB
    "360.00; status: submitted, was granted produced 36000→45000 paid 36000→0 "
    "{declaration_line}\n",
    "1 of 2 lines differs: the balance is €" NB "450.00 higher. Why: 1 changed declaration line." },
  { "decision", "2024-03-31 6 60 =", "2024-03-31 6 60 = decided=dispute",
    "Decision on a line changed G/M Declaration line R-2, 01-03-2024 to 31-03-2024 | decision: disputed, was none produced "
    "36000→0 paid "
    "36000→36000 {declaration_line}\n",
    "1 of 2 lines differs: the balance is €" NB "360.00 lower. Why: 1 decision on a declaration line." },
  { "care-corrected", "2024-02-29 32", "2024-03-31 31",
    "Care period changed G/M Care 01-01-2024 to 31-03-2024 under assignment 2 | stop: 31-03-2024, was 29-02-2024; reason: "
    "according to "
    "plan, was early, by the client produced 49587→100000 paid 0→0 {}\n",
    "1 of 2 lines differs: the balance is €" NB "504.13 higher. Why: 1 corrected care period." },
  { "care-of-no-figure", "care M/1 2024-01-01\n", "care M/1 2024-01-01 2025-11-01 32\n", "", "Identical to the cent." },
  { "care-reason-of-no-traject", "care M/3 2024-01-01\n", "care M/3 2024-01-01 2025-03-01 32\n", "", "Identical to the cent." },
  { "care-moved", "care M/1 2024-01-01\n", "care M/1 2023-06-01\n",
    "Care period added G/M Care from 01-06-2023 under assignment 1 | added {}\n"
    "Care period removed G/M Care from 01-01-2024 under assignment 1 | no longer there {}\n",
    "1 of 2 lines differs: the balance is €" NB "66.00 lower. Why: 1 new care period, 1 care period that is gone." },
  { "assignment-end", "A 2024-01-01 2024-12-31", "A 2024-01-01 2024-03-15",
    "Assignment changed G/M Assignment 1, M | end: 15-03-2024, was 31-12-2024 {assignment}\n",
    "1 of 2 lines differs: the balance is €" NB "360.00 lower. Why: 1 changed assignment." },
  { "assignment-extended", "assignment M/1 C1 A 2024-01-01 2024-12-31\n", "assignment M/1 C1 A 2024-01-01 2025-12-31\n", "",
    "Identical to the cent." },
  { "assignment-shorter", "assignment M/1 C1 A 2024-01-01 2024-12-31\n", "assignment M/1 C1 A 2024-01-01 2024-11-30\n",
    "Assignment changed G/M Assignment 1, M | end: 30-11-2024, was 31-12-2024 {assignment}\n",
    "Identical to the cent, though computed from something else: 1 changed assignment." },
  { "stop-on-last-day", "care M/3 2024-01-01\n", "care M/3 2024-01-01 2024-12-31 31\n", "", "Identical to the cent." },
  { "traject-stops-on-last-day", "care M/2 2024-01-01 2024-02-29 32\n", "care M/2 2024-01-01 2024-12-31 31\n",
    "Care period changed G/M Care 01-01-2024 to 31-12-2024 under assignment 2 | stop: 31-12-2024, was 29-02-2024; reason: "
    "according to "
    "plan, was early, by the client produced 49587→100000 paid 0→0 {}\n",
    NULL },
  { "assignment-new", "", "assignment M/4 C4 T 2024-02-01\ncare M/4 2024-02-01 2024-05-31 31\n",
    "Assignment added G/M Assignment 4, M | added, from 01-02-2024 produced 0→100000 paid 0→0 {assignment}\n",
    "1 of 2 lines differs: the balance is €" NB "1,000.00 higher. Why: 1 new assignment." },
  { "assignment-of-nothing", "", "assignment M/4 C4 T 2024-02-01\n", "", "Identical to the cent." },
  { "advance-changed", "advance A M 2024-02-01 100", "advance A M 2024-02-01 150,5",
    "Advance changed G/M Advance A, M, Feb 2024 | amount: €" NB "150.50, was €" NB
    "100.00 produced 0→0 paid 10000→15050 {advance}\n",
    "1 of 2 lines differs: the balance is €" NB "50.50 lower. Why: 1 changed advance." },
  { "advance-new", "", "advance A M 2024-03-01 100\n",
    "Advance added G/M Advance A, M, Mar 2024 | €" NB "100.00 added produced 0→0 paid 0→10000 {advance}\n",
    "1 of 2 lines differs: the balance is €" NB "100.00 lower. Why: 1 new advance." },
  { "measurement", "measured 2024-02-22 V M 1", "measured 2024-02-22 V M 3",
    "Measurement changed H/M Places V, M, measured on 22-02-2024 | places: 3, was 1 {measurement}\n",
    "1 of 2 lines differs: the balance is €" NB "3,660.00 higher. Why: 1 changed measurement." },
  { "peildatum", "", "peildatum 2024-07-19\n", "Peildatum added / Peildatum 19-07-2024 | added {peildatum}\n",
    "1 of 2 lines differs: the balance is €" NB "1,830.00 lower. Why: 1 new peildatum." },
  { "peildatum-next-year", "", "peildatum 2025-02-22\n", "", "Identical to the cent." },
  { "tariff", "tariff A 60 2024-01-01", "tariff A 59,5 2024-01-01",
    "Tariff changed G/ Tariff A of the region from 01-01-2024 | price: €" NB "59.50, was €" NB "60.00 {tariff}\n",
    "1 of 2 lines differs: the balance is €" NB "660.00 lower. Why: 1 changed tariff." },
  { "tariff-own", "", "tariff A 50 2024-03-01 2024-06-30 by=P1\n",
    "Tariff added G/ Tariff A of the provider from 01-03-2024 | €" NB "50.00 added {tariff}\n",
    "1 of 2 lines differs: the balance is €" NB "360.00 lower. Why: 1 new tariff." },
  { "tariff-next-year", "tariff A 60 2024-01-01\n", "tariff A 60 2024-01-01 2024-12-31\ntariff A 70 2025-01-01\n", "",
    "Identical to the cent." },
  { "tariff-of-another", "", "product B 1/G pxq uur\ntariff B 50\ntariff A 10 2024-01-01 - by=P2\n", "",
    "Identical to the cent." },
  { "product", "product A 1/G pxq uur norm=3", "product A 1/G pxq uur norm=0 exempt=ja",
    "Product changed G/ Product A | norm duration in months: 0, was 3; exempt from deductions: exempt, was no {product}\n",
    "1 of 2 lines differs: the balance is the same. Why: 1 changed product." },
  { "terms", "aanbieder places=peiling", "regel key=overschrijding places=peiling",
    "Agreement changed / Agreement of 2024 | scope of exchange: line, was whole provider; division of deductions: overrun, was "
    "production {agreement_version}\n",
    "1 of 2 lines differs: the balance is €" NB "127.94 lower. Why: 1 changed agreement." },
  { "agreement-gone",
    "agreement 2024 aanbieder places=peiling\nagreed 2024 G M 1.000 scheme=donut\nagreed 2024 H M 90.000 scheme=donut\n", "",
    "Agreement removed / Agreement of 2024 | there is none {}\n",
    "2 of 2 lines differ: the balance is €" NB "1,830.00 lower. Why: 1 agreement that is gone." },
  { "agreement-line", "agreed 2024 G M 1.000 scheme=donut", "agreed 2024 G M 900,5 scheme=donut",
    "Agreement line changed G/M Agreement line G, M | ceiling: €" NB "900.50, was €" NB "1,000.00 {agreement_line}\n",
    "1 of 2 lines differs: the balance is the same. Why: 1 changed agreement line." },
  { "agreement-line-new", "", "agreed 2024 G N 1 lump=ja\n",
    "Agreement line added G/N Agreement line G, N | added, ceiling €" NB "1.00 {agreement_line}\n",
    "1 of 3 lines differs: the balance is €" NB "1.00 higher. Why: 1 new agreement line." },
  { "scheme", "bands=0:100,100:0,110:50", "bands=0:100,5:50",
    "Incentive scheme changed / Incentive scheme donut | bands: 0" NB "% → 100" NB "%, 5" NB "% → 50" NB "%, was 0" NB
    "% → 100" NB "%, 100" NB "% → 0" NB "%, 110" NB "% → 50" NB "% {scheme}\n",
    "2 of 2 lines differ: the balance is €" NB "1,047.94 lower. Why: 1 changed incentive scheme." },
  { "scheme-bands-only", "bands=0:100,100:0,110:50", "bands=0:100,100:0,110:60",
    "Incentive scheme changed / Incentive scheme donut | bands: 0" NB "% → 100" NB "%, 100" NB "% → 0" NB "%, 110" NB "% → 60" NB
    "%, was 0" NB "% → 100" NB "%, 100" NB "% → 0" NB "%, 110" NB "% → 50" NB "% {scheme}\n",
    "The bands differ, but no line: the balance is the same. Why: 1 changed incentive scheme." },
  { "scheme-norm", "norm=1:90", "norm=0:95",
    "Incentive scheme changed / Incentive scheme donut | months past the norm: 0 → 95" NB "%, was 1 → 90" NB "% {scheme}\n",
    "Identical to the cent, though computed from something else: 1 changed incentive scheme." },
};

static void
check_case (const Case *it)
{
  g_autofree char *now_rows = changed (region, it->from, it->to);
  g_autoptr (PsComparison) comparison = compare_rows (region, now_rows);
  g_autofree char *causes = describe (comparison), *sentence = ps_comparison_sentence (comparison);

  g_test_message ("%s", it->name);
  g_assert_cmpstr (causes, ==, it->causes);
  if (it->sentence != NULL)
    g_assert_cmpstr (sentence, ==, it->sentence);
  g_assert_cmpint (comparison->same_inputs, ==, *it->causes == '\0');
}

static void
test_causes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

/* Care that was open, to its assignment's end in January, and that was stopped a year later: the path goes on (domain.md §5). */
static void
test_open_care_of_ended_assignment (void)
{
  static const char rows[] = "product A 1/G pxq uur norm=3\ntariff A 60\nscheme norm norm=0:50\n"
                             "agreement 2024 aanbieder\nagreed 2024 G M 1.000 scheme=norm\n"
                             "assignment M/1 C1 A 2023-06-01 2024-01-31\nassignment M/2 C1 A 2024-04-01\n"
                             "care M/1 2023-06-01\ncare M/2 2024-04-01\nline 1 M/2 A 2024-05-01 2024-05-31 1 60 =\n";
  g_autofree char *stopped = changed (rows, "care M/1 2023-06-01\n", "care M/1 2023-06-01 2025-02-01 31\n");
  g_autoptr (PsComparison) comparison = compare_rows (rows, stopped);
  g_autofree char *causes = describe (comparison);

  g_assert_false (comparison->same_figures);
  g_assert_cmpstr (causes, ==,
                   "Care period changed G/M Care 01-06-2023 to 01-02-2025 under assignment 1 | stop: 01-02-2025, was – {}\n");
}

/* The order is that of group, municipality, kind, key; what is of no line comes first. */
static void
test_order (void)
{
  g_autofree char *late =
      changed (region, "", "line 9 M/1 A 2024-04-01 2024-04-30 2 60 =\nline 8 M/1 A 2024-04-01 2024-04-30 1 60 =\n");
  g_autofree char *advance = changed (late, "advance A M 2024-02-01 100", "advance A M 2024-02-01 101");
  g_autofree char *tariff = changed (advance, "tariff A 60 ", "tariff A 61 ");
  g_autofree char *terms = changed (tariff, "aanbieder places", "regel places");
  g_autoptr (PsComparison) comparison = compare_rows (region, terms);
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < comparison->causes->len; i++)
    g_string_append_printf (kinds, "%d ", ((PsCause *) comparison->causes->pdata[i])->kind);
  g_assert_cmpstr (kinds->str, ==, "9 7 0 0 4 ");
  g_assert_true (strstr (((PsCause *) comparison->causes->pdata[2])->what, "R-8") != NULL);
}

/* Another version of the program with other figures is blamed, and nothing else; the same one is not. */
static void
test_program (void)
{
  g_autoptr (TestRegion) given = test_region_new (region);
  g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31"), again = ps_dossier_again (dossier, NULL);
  g_autoptr (PsComparison) same = ps_dossier_compare (dossier, again), other = NULL, tampered = NULL;
  g_autofree char *sentence = NULL, *puzzled = NULL;

  g_assert_true (same->same_figures && same->same_inputs);
  g_assert_cmpuint (same->causes->len, ==, 0);

  g_array_index (again->settlement->lines, PsSettlementLine, 0).carried_cents++;
  other = ps_dossier_compare (dossier, again);
  g_assert_true (other->same_inputs && !other->same_figures);
  g_assert_cmpuint (other->causes->len, ==, 1);
  g_assert_cmpint (((PsCause *) other->causes->pdata[0])->kind, ==, PS_CAUSE_PROGRAM);
  g_assert_cmpstr (((PsCause *) other->causes->pdata[0])->how, ==, "version: " PS_VERSION ", was test");
  sentence = ps_comparison_sentence (other);
  g_assert_cmpstr (sentence, ==, "1 of 2 lines differs: the balance is the same. Why: 1 other version of the program.");

  g_free (again->facts.program_version);
  again->facts.program_version = g_strdup ("test");
  tampered = ps_dossier_compare (dossier, again);
  g_assert_cmpuint (tampered->causes->len, ==, 0);
  puzzled = ps_comparison_sentence (tampered);
  g_assert_true (g_str_has_suffix (puzzled, "All that it is computed from is the same: the figures themselves are others."));
}

/* Signals change no cent; bands do. */
static void
test_same_figures (void)
{
  g_autoptr (TestRegion) given = test_region_new (region);
  g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", "2024-12-31"), again = ps_dossier_again (dossier, NULL);
  g_autoptr (PsComparison) signals = NULL, bands = NULL, totals = NULL;
  PsSignal signal = { PS_SIGNAL_NO_PATH, 0, 0, 0, 0, 1 };

  g_array_append_val (again->settlement->signals, signal);
  signals = ps_dossier_compare (dossier, again);
  g_assert_true (signals->same_figures);

  g_array_index (g_array_index (again->settlement->scopes, PsScope, 0).bands, PsBand, 1).border_cents++;
  bands = ps_dossier_compare (dossier, again);
  g_assert_false (bands->same_figures);
  g_assert_cmpuint (bands->scopes->len, ==, 1);
  g_array_index (g_array_index (again->settlement->scopes, PsScope, 0).bands, PsBand, 1).border_cents--;

  again->settlement->totals.disputed_cents++;
  totals = ps_dossier_compare (dossier, again);
  g_assert_false (totals->same_figures);
}

/* Lines of either, and what they were and are. */
static void
test_lines (void)
{
  g_autofree char *moved = changed (region, "agreed 2024 H M 90.000 scheme=donut\n", "agreed 2024 G N 10 scheme=donut\n");
  g_autoptr (PsComparison) comparison = compare_rows (region, moved);
  const PsLineDifference *first, *second, *third;

  g_assert_cmpuint (comparison->lines->len, ==, 3);
  first = comparison->lines->pdata[0];
  second = comparison->lines->pdata[1];
  third = comparison->lines->pdata[2];
  g_assert_cmpstr (first->group, ==, "G");
  g_assert_cmpstr (first->municipality, ==, "M");
  g_assert_true (first->had && first->has);
  g_assert_cmpstr (second->municipality, ==, "N");
  g_assert_true (!second->had && second->has);
  g_assert_cmpint (second->new_line.ceiling_cents, ==, 1000);
  g_assert_cmpint (second->old_line.ceiling_cents, ==, 0);
  g_assert_cmpstr (third->group, ==, "H");
  g_assert_true (third->had && third->has);
  g_assert_cmpint (third->old_line.ceiling_cents - third->new_line.ceiling_cents, ==, 9000000);
}

/* Everything else that could be there or not. */
static gboolean
can_go (const char *row)
{
  static const char *const kinds[] = { "line ", "care ", "assignment ", "advance ", "measured ", "tariff ", "agreed " };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (row, kinds[i]))
      return TRUE;
  return FALSE;
}

/* Another last day or reason of care, another last day or client of an assignment, another decision or status of a line. */
static char *
change_row (const char *row, GRand *random)
{
  static const char *const lasts[] = { "-", "2024-12-31", "2025-01-05", "2025-08-01", "2024-11-30", "2026-01-01" };
  g_auto (GStrv) words = g_strsplit (row, " ", -1);
  const char *last = lasts[g_rand_int_range (random, 0, G_N_ELEMENTS (lasts))];

  if (g_str_equal (words[0], "care") && (*last == '-' || strcmp (last, words[2]) >= 0))
    return g_strdup_printf ("care %s %s %s %s", words[1], words[2], last, *last == '-' ? "-" : "31");
  if (g_str_equal (words[0], "assignment") && (*last == '-' || strcmp (last, words[4]) >= 0))
    return g_strdup_printf ("assignment %s C%d %s %s %s", words[1], g_rand_int_range (random, 0, 5), words[3], words[4], last);
  if (g_str_equal (words[0], "line") && g_strv_length (words) == 9)
    return g_strdup_printf ("%s %s", row, g_rand_boolean (random) ? "decided=accept" : "status=afgewezen");
  return g_strdup (row);
}

static char *
changed_or_same (const char *row, GRand *random)
{
  return g_rand_int_range (random, 0, 20) == 0 ? change_row (row, random) : g_strdup (row);
}

/* Some rows less or changed, or a scheme, a product, the terms of another make. */
static void
change_rows (GPtrArray *rows, GRand *random)
{
  static const char *const others[][2] = {
    { "scheme donut", "scheme donut bands=0:100,50:40 norm=0:10" },
    { "scheme norm", "scheme norm norm=0:10,1:5" },
    { "product A ", "product A 2/G pxq uur norm=1" },
    { "product E ", "product E 1/G pxq uur norm=0" },
    { "product T ", "product T 1/G traject traject norm=9" },
    { "product V ", "product V 1/H plek plekjaar exempt=ja" },
    { "agreement 2024", "agreement 2024 productgroep places=peildata" },
    { "tariff A", "tariff A 60,01" },
    { "tariff T", "tariff T 1.500 2024-02-01" },
  };
  guint other = (guint) g_rand_int_range (random, 0, 2 * G_N_ELEMENTS (others));

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = rows->pdata[i];

      rows->pdata[i] = changed_or_same (row, random);
    }
  for (guint i = rows->len; i-- > 0;)
    if (can_go (rows->pdata[i]) && g_rand_int_range (random, 0, 40) == 0)
      g_ptr_array_remove_index (rows, i);
    else if (other < G_N_ELEMENTS (others) && g_str_has_prefix (rows->pdata[i], others[other][0]))
      {
        g_free (rows->pdata[i]);
        rows->pdata[i] = g_strdup (others[other][1]);
      }
}

static gint64
sum_of_effects (const PsComparison *comparison)
{
  gint64 sum = 0;

  for (guint i = 0; i < comparison->causes->len; i++)
    {
      const PsCause *cause = comparison->causes->pdata[i];

      g_assert_true (cause->what != NULL && *cause->what != '\0' && cause->how != NULL && *cause->how != '\0');
      if (cause->old_paid_cents != PS_NO_NUMBER)
        sum += cause->new_paid_cents - cause->old_paid_cents;
    }
  return sum;
}

/* Whatever changed: other figures have a cause, and from the other side it is the same story. A frozen one is as a live one. */
static void
check_pair (const PsDossier *before, const PsDossier *now, guint *n_other)
{
  g_autoptr (DossierTexts) texts = dossier_texts_new (before);
  g_autoptr (PsDossier) frozen = dossier_texts_read (texts);
  g_autoptr (PsComparison) there = ps_dossier_compare (before, now), back = ps_dossier_compare (now, before);
  g_autoptr (PsComparison) from_frozen = ps_dossier_compare (frozen, now), itself = ps_dossier_compare (frozen, before);
  g_autofree char *one = describe (there), *other = describe (from_frozen), *sentence = ps_comparison_sentence (itself);

  g_assert_true (there->same_figures || there->causes->len > 0);
  g_assert_cmpint (there->same_figures, ==, back->same_figures);
  g_assert_cmpuint (there->causes->len, ==, back->causes->len);
  g_assert_cmpint (sum_of_effects (there), ==, -sum_of_effects (back));
  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (sentence, ==, "Identical to the cent.");
  g_free (ps_comparison_sentence (there));
  *n_other += !there->same_figures;
}

static void
test_every_difference_has_a_cause (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  guint n_other = 0;

  for (guint i = 0; i < N_REGIONS; i++)
    {
      g_autoptr (GPtrArray) rows = random_region_rows (FIRST_SEED + i, TRUE);
      g_autofree char *before_text = random_region_text (rows), *now_text = NULL;
      g_autoptr (TestRegion) before = test_region_new (before_text), now = NULL;
      g_autoptr (PsDossier) old_dossier = NULL, new_dossier = NULL;
      const char *through = i % 2 ? "2024-12-31" : "2024-07-20";

      g_test_message ("seed %u", FIRST_SEED + i);
      change_rows (rows, random);
      now_text = random_region_text (rows);
      now = test_region_new (now_text);
      old_dossier = test_region_dossier (before, "P1", through);
      new_dossier = test_region_dossier (now, "P1", through);
      check_pair (old_dossier, new_dossier, &n_other);
    }
  g_assert_cmpuint (n_other, >, N_REGIONS / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier-compare/causes", test_causes);
  g_test_add_func ("/dossier-compare/open-care-of-ended-assignment", test_open_care_of_ended_assignment);
  g_test_add_func ("/dossier-compare/order", test_order);
  g_test_add_func ("/dossier-compare/program", test_program);
  g_test_add_func ("/dossier-compare/same-figures", test_same_figures);
  g_test_add_func ("/dossier-compare/lines", test_lines);
  g_test_add_func ("/dossier-compare/every-difference-has-a-cause", test_every_difference_has_a_cause);
  return g_test_run ();
}
