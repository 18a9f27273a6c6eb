/* test-steps.c: a settlement told step by step (domain.md §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-steps.h"
#include "settlement-check.h"

#include <string.h>

#define REGION                                                                                                                   \
  "product A 1/G pxq uur norm=6\nproduct E 1/G pxq uur exempt=ja\nproduct B 2/H pxq uur\ntariff A 1\ntariff E 1\ntariff B 1\n"   \
  "scheme donut bands=0:100,100:0,103:70,110:0 norm=0:90\nscheme klif whole=0:100,100:95\nscheme none norm=0:90\n"               \
  "assignment M/1 C *G 2020-01-01\nassignment M/2 C *H 2020-01-01\nassignment M/3 D *G 2020-01-01\ncare M/3 2023-01-01\n"

typedef struct
{
  TestRegion *given;
  PsSettlement *settlement;
  GArray *figures;
} Told;

static void
told_clear (Told *self)
{
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->settlement, ps_settlement_free);
  g_clear_pointer (&self->given, test_region_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

static Told
tell (const char *rows)
{
  g_autofree char *text = g_strconcat (REGION, rows, NULL);
  Told self = { test_region_new (text), NULL, NULL };

  self.settlement = test_region_settle (self.given, "P1", "2024-12-31");
  self.figures = ps_settlement_figures (self.given->region, self.settlement);
  return self;
}

/* Gross, deductions and cap add up to payable; that with paid to the balance. */
static void
assert_adds_up (const Told *self)
{
  gint64 running = 0;

  for (guint i = 0; i < self->figures->len; i++)
    {
      const PsFigure *figure = &g_array_index (self->figures, PsFigure, i);
      if (figure->kind == PS_FIGURE_PAYABLE || figure->kind == PS_FIGURE_BALANCE)
        g_assert_cmpint (figure->amount_cents, ==, running);
      else
        running += figure->amount_cents;
      g_assert_cmpstr (figure->label, !=, "");
    }
  g_assert_cmpint (running, ==, self->settlement->totals.balance_cents);
}

static const PsFigure *
nth_of_kind (const Told *self, PsFigureKind kind, guint n)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const PsFigure *figure = &g_array_index (self->figures, PsFigure, i);
      if (figure->kind == kind && n-- == 0)
        return figure;
    }
  return NULL;
}

static void
assert_figure (const Told *self, PsFigureKind kind, guint n, const char *cents)
{
  const PsFigure *figure = nth_of_kind (self, kind, n);

  g_assert_nonnull (figure);
  g_assert_cmpint (figure->amount_cents, ==, test_cents (cents));
}

static void
test_donut_hole (void)
{
  g_auto (Told) told = tell ("agreement 2024 productgroep\nagreed 2024 G M 7.000 scheme=donut\n"
                             "line 1 M/1 E 2024-01-01 2024-01-31 7090,91 1 =\nline 2 M/3 A 2024-01-01 2024-01-31 1000 1 =\n");

  assert_adds_up (&told);
  assert_figure (&told, PS_FIGURE_GROSS, 0, "8.090,91");
  assert_figure (&told, PS_FIGURE_NORM_DURATION, 0, "-100");
  assert_figure (&told, PS_FIGURE_BAND, 0, "-210");
  assert_figure (&told, PS_FIGURE_BAND, 1, "-147");
  assert_figure (&told, PS_FIGURE_BAND, 2, "-290,91");
  g_assert_null (nth_of_kind (&told, PS_FIGURE_BAND, 3));
  g_assert_null (nth_of_kind (&told, PS_FIGURE_CAP, 0));
  assert_figure (&told, PS_FIGURE_PAYABLE, 0, "7.343");
  assert_figure (&told, PS_FIGURE_PAID, 0, "-8.090,91");
  assert_figure (&told, PS_FIGURE_BALANCE, 0, "-747,91");
}

/* Blanks that do not break are blanks. */
static void
assert_says (const char *sentence, const char *expected)
{
  GString *plain = g_string_new (sentence);

  g_string_replace (plain, "\302\240", " ", 0);
  g_assert_cmpstr (plain->str, ==, expected);
  g_string_free (plain, TRUE);
}

/* Every deduction names the share of the ceiling, the ceiling and the sum. */
static void
test_sentences (void)
{
  g_auto (Told) told = tell ("agreement 2024 productgroep\nagreed 2024 G M 7.000 scheme=donut\n"
                             "line 1 M/1 E 2024-01-01 2024-01-31 7990,91 1 =\n");
  static const char *const sentences[] = {
    "Above 100 % of the ceiling of € 7,000.00, nothing is paid: € 210.00 × 100 % = € 210.00 is deducted. The band ends at 103 %.",
    "Above 103 % of the ceiling of € 7,000.00, 70 % is paid: € 490.00 × 30 % = € 147.00 is deducted. The band ends at 110 %.",
    "Above 110 % of the ceiling of € 7,000.00, nothing is paid: € 290.91 × 100 % = € 290.91 is deducted.",
  };
  const PsScope *scope = &g_array_index (told.settlement->scopes, PsScope, 0);
  g_autofree char *full = ps_band_sentence (told.given->region, scope, 0);

  assert_says (full, "Up to 100 % of the ceiling of € 7,000.00, everything is paid: € 7,000.00.");
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      const PsFigure *figure = nth_of_kind (&told, PS_FIGURE_BAND, i);
      g_autofree char *sentence = ps_band_sentence (told.given->region, scope, i + 1);

      g_assert_cmpuint (figure->band, ==, i + 1);
      assert_says (figure->sentence, sentences[i]);
      assert_says (sentence, sentences[i]);
    }
}

/* A scheme of its own, what is produced on a ceiling of € 1.000, and what its bands say. */
static void
test_sentences_of_every_kind (void)
{
  static const struct
  {
    const char *scheme, *produced;
    guint band;
    const char *expected;
  } cases[] = {
    /* exactly at the ceiling, and a cent above it */
    { "bands=0:100,100:0", "1000", 0, "Up to 100 % of the ceiling of € 1,000.00, everything is paid: € 1,000.00." },
    { "bands=0:100,100:0", "1000", 1, "Not reached." },
    { "bands=0:100,100:0", "1000,01", 1,
      "Above 100 % of the ceiling of € 1,000.00, nothing is paid: € 0.01 × 100 % = € 0.01 is deducted." },
    { "bands=0:100,102:40", "1100", 1,
      "Above 102 % of the ceiling of € 1,000.00, 40 % is paid: € 80.00 × 60 % = € 48.00 is deducted." },
    /* exactly at the end of a band, and a cent past it */
    { "bands=0:100,100:0,103:70", "1030", 1,
      "Above 100 % of the ceiling of € 1,000.00, nothing is paid: € 30.00 × 100 % = € 30.00 is deducted." },
    { "bands=0:100,100:0,103:70", "1030,01", 1,
      "Above 100 % of the ceiling of € 1,000.00, nothing is paid: € 30.00 × 100 % = € 30.00 is deducted. The band ends at 103 "
      "%." },
    { "bands=0:90", "10", 0, "Whatever the ceiling of € 1,000.00, 90 % is paid: € 10.00 × 10 % = € 1.00 is deducted." },
    { "bands=0:0,80:100", "900", 0,
      "Up to 80 % of the ceiling of € 1,000.00, nothing is paid: € 800.00 × 100 % = € 800.00 is deducted." },
    { "bands=0:0,80:100", "900", 1, "Above 80 % of the ceiling of € 1,000.00, everything is paid: € 100.00." },
    { "bands=0:97,33:51,67:13", "500", 0,
      "Up to 33 % of the ceiling of € 1,000.00, 97 % is paid: € 330.00 × 3 % = € 9.90 is deducted." },
    { "whole=0:100,100:95", "1000", 0,
      "Up to 100 % of the ceiling of € 1,000.00, the whole production is paid in full: € 1,000.00." },
    { "whole=0:100,100:95", "1241,97", 0, "Not reached." },
    { "whole=0:100,100:95", "1241,97", 1,
      "Above 100 % of the ceiling of € 1,000.00, 95 % of the whole production is paid: € 1,241.97 × 5 % = € 62.10 is deducted." },
    { "whole=0:100,120:0", "1300", 1,
      "Above 120 % of the ceiling of € 1,000.00, nothing of the whole production is paid: € 1,300.00 × 100 % = € 1,300.00 is "
      "deducted." },
    { "bands=0:100,100:0", "-50", 0, "Not reached." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strdup_printf ("scheme own %s\nagreement 2024 aanbieder\nagreed 2024 G M 1.000 scheme=own\n"
                                               "line 1 M/1 A 2024-01-01 2024-01-31 %s 1 =\n",
                                               cases[i].scheme, cases[i].produced);
      g_auto (Told) told = tell (rows);
      g_autofree char *sentence =
          ps_band_sentence (told.given->region, &g_array_index (told.settlement->scopes, PsScope, 0), cases[i].band);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_says (sentence, cases[i].expected);
      assert_adds_up (&told);
    }
}

static void
test_sentences_of_norm_and_cap (void)
{
  g_auto (Told) norm = tell ("agreement 2024 productgroep\nagreed 2024 G M 7.000 scheme=donut\n"
                             "line 1 M/3 A 2024-01-01 2024-01-31 1000 1 =\n");
  g_auto (Told) cap = tell ("agreement 2024 aanbieder\nagreed 2024 G M 5.000 scheme=donut\n"
                            "line 1 M/1 E 2024-01-01 2024-01-31 8000 1 =\nline 2 M/1 A 2024-01-01 2024-01-31 100 1 =\n");

  assert_says (nth_of_kind (&norm, PS_FIGURE_NORM_DURATION, 0)->sentence,
               "Care that lasted longer than its norm duration is paid at the share of its step, line by line: € 100.00 is "
               "deducted.");
  assert_says (nth_of_kind (&cap, PS_FIGURE_CAP, 0)->sentence,
               "The bands come to € 2,855.00, but the lines can bear no more than € 100.00: exempt products are never reduced. € "
               "2,855.00 − € 100.00 = € 2,755.00 is not deducted.");
}

static void
test_labels (void)
{
  g_auto (Told) told =
      tell ("agreement 2024 productgroep\nagreed 2024 G M 7.000 scheme=donut\nline 1 M/1 A 2024-01-01 2024-01-31 1 1 =\n");
  const PsScope *scope = &g_array_index (told.settlement->scopes, PsScope, 0);
  g_autofree char *hole = ps_band_label (told.given->region, scope, 1), *after = ps_band_label (told.given->region, scope, 2);
  g_autofree char *last = ps_band_label (told.given->region, scope, 3), *name = ps_scope_label (told.given->region, scope);

  g_assert_nonnull (strstr (hole, "103"));
  g_assert_nonnull (strstr (after, "110"));
  g_assert_nonnull (strstr (last, "110"));
  g_assert_cmpstr (hole, !=, after);
  g_assert_nonnull (strstr (name, "G"));
}

static void
test_cap (void)
{
  g_auto (Told) told = tell ("agreement 2024 aanbieder\nagreed 2024 G M 5.000 scheme=donut\n"
                             "line 1 M/1 E 2024-01-01 2024-01-31 8000 1 =\nline 2 M/1 A 2024-01-01 2024-01-31 100 1 =\n");

  assert_adds_up (&told);
  g_assert_nonnull (nth_of_kind (&told, PS_FIGURE_CAP, 0));
  g_assert_cmpint (nth_of_kind (&told, PS_FIGURE_CAP, 0)->amount_cents, >, 0);
  assert_figure (&told, PS_FIGURE_PAYABLE, 0, "8.000");
}

static void
test_cliff (void)
{
  g_auto (Told) told =
      tell ("agreement 2024 aanbieder\nagreed 2024 G M 1.000 scheme=klif\nline 1 M/1 A 2024-01-01 2024-01-31 1241,97 1 =\n");

  assert_adds_up (&told);
  assert_figure (&told, PS_FIGURE_BAND, 0, "-62,10");
  g_assert_nonnull (strstr (nth_of_kind (&told, PS_FIGURE_BAND, 0)->sentence, "1,241.97"));
  g_assert_nonnull (strstr (nth_of_kind (&told, PS_FIGURE_BAND, 0)->sentence, "62.10"));
}

/* A scope is named so that one knows which; a first band and a last one have words of their own. */
static void
test_names (void)
{
  g_auto (Told) lines = tell (
      "scheme one bands=0:90\nagreement 2024 regel\nagreed 2024 G M 1 scheme=one\nline 1 M/1 A 2024-01-01 2024-01-31 10 1 =\n");
  g_auto (Told) segments =
      tell ("agreement 2024 segment\nagreed 2024 G M 1 scheme=klif\nline 1 M/1 A 2024-01-01 2024-01-31 1 1 =\n");
  const PsScope *line = &g_array_index (lines.settlement->scopes, PsScope, 0),
                *segment = &g_array_index (segments.settlement->scopes, PsScope, 0);
  g_autofree char *line_label = ps_scope_label (lines.given->region, line),
                  *segment_label = ps_scope_label (segments.given->region, segment);
  g_autofree char *only_band = ps_band_label (lines.given->region, line, 0),
                  *cliff = ps_band_label (segments.given->region, segment, 1);

  g_assert_true (strstr (line_label, "G") != NULL && strstr (line_label, "M") != NULL);
  g_assert_nonnull (strstr (segment_label, "1"));
  g_assert_cmpstr (only_band, !=, "");
  g_assert_nonnull (strstr (cliff, "100"));
  assert_figure (&lines, PS_FIGURE_BAND, 0, "-1");
}

/* Bands that take nothing have a sentence too. */
static void
test_sentences_of_idle_bands (void)
{
  g_auto (Told) told = tell ("agreement 2024 regel\nagreed 2024 G M 1.000 scheme=donut\nagreed 2024 H M 1.000 scheme=klif\n"
                             "line 1 M/1 A 2024-01-01 2024-01-31 10 1 =\nline 2 M/2 B 2024-01-01 2024-01-31 10 1 =\n");

  for (guint i = 0; i < told.settlement->scopes->len; i++)
    for (guint band = 0; band < g_array_index (told.settlement->scopes, PsScope, i).bands->len; band++)
      {
        g_autofree char *sentence =
            ps_band_sentence (told.given->region, &g_array_index (told.settlement->scopes, PsScope, i), band);
        g_assert_cmpstr (sentence, !=, "");
      }
  g_assert_null (nth_of_kind (&told, PS_FIGURE_BAND, 0));
}

static void
test_other_settlements_add_up (void)
{
  static const char *const rows[] = {
    "",
    "line 1 M/1 A 2024-01-01 2024-01-31 10 1 =\n",
    "line 1 M/1 A 2024-01-01 2024-01-31 -10 1 =\nadvance A M 2024-01-01 55\n",
    "agreement 2024 regel\nagreed 2024 G M 0 scheme=donut\nagreed 2024 H M 5 scheme=klif\nline 1 M/1 A 2024-01-01 2024-01-31 10 "
    "1 =\n"
    "line 2 M/2 B 2024-01-01 2024-01-31 10 1 =\n",
    "agreement 2024 aanbieder\nagreed 2024 G M 100 lump=ja\nline 1 M/1 A 2024-01-01 2024-01-31 10 1 =\n",
    "agreement 2024 segment\nagreed 2024 G M 5 scheme=none\nline 1 M/3 A 2024-01-01 2024-01-31 10 1 =\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Told) told = tell (rows[i]);
      assert_adds_up (&told);
      g_assert_nonnull (nth_of_kind (&told, PS_FIGURE_BALANCE, 0));
      for (guint k = 0; k < told.settlement->scopes->len; k++)
        {
          g_autofree char *label = ps_scope_label (told.given->region, &g_array_index (told.settlement->scopes, PsScope, k));
          g_assert_nonnull (label);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/steps/donut-hole", test_donut_hole);
  g_test_add_func ("/steps/sentences", test_sentences);
  g_test_add_func ("/steps/sentences-of-every-kind", test_sentences_of_every_kind);
  g_test_add_func ("/steps/sentences-of-norm-and-cap", test_sentences_of_norm_and_cap);
  g_test_add_func ("/steps/labels", test_labels);
  g_test_add_func ("/steps/cap", test_cap);
  g_test_add_func ("/steps/cliff", test_cliff);
  g_test_add_func ("/steps/names", test_names);
  g_test_add_func ("/steps/sentences-of-idle-bands", test_sentences_of_idle_bands);
  g_test_add_func ("/steps/other-settlements-add-up", test_other_settlements_add_up);
  return g_test_run ();
}
