/* test-explain.c: how a settlement's figures came about (domain.md §4 to §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "core/ps-explain.h"
#include "dossier-builder.h"
#include "random-region.h"

#include <string.h>

#define N_REGIONS 200
#define FIRST_SEED 20241100

typedef void (*PropertyFunc) (const PsDossier *dossier);

/* On regions made at random, with both keys, caps, exempt products and cliffs; through the year and up to a day in summer. */
static void
for_every_region (PropertyFunc holds)
{
  static const char *const days[] = { "2024-12-31", "2024-07-20" };

  for (guint i = 0; i < N_REGIONS * 2; i++)
    {
      g_autoptr (GPtrArray) rows = random_region_rows (FIRST_SEED + i / 2, TRUE);
      g_autofree char *text = random_region_text (rows);
      g_autoptr (TestRegion) given = test_region_new (text);
      g_autoptr (PsDossier) dossier = test_region_dossier (given, "P1", days[i % 2]);

      g_test_message ("seed %u, %s", FIRST_SEED + i / 2, days[i % 2]);
      holds (dossier);
    }
}

static const PsSettlementLine *
line_at (const PsDossier *dossier, guint place)
{
  return &g_array_index (dossier->settlement->lines, PsSettlementLine, place);
}

static void
check_division (const PsDossier *dossier, guint scope)
{
  g_autoptr (GArray) division = ps_explain_division (dossier->settlement, scope);
  const PsScope *it = &g_array_index (dossier->settlement->scopes, PsScope, scope);
  gboolean by_overrun = dossier->settlement->agreement->key == PS_KEY_OVERRUN;
  gint64 sum = 0, first = 0, over = 0;

  for (guint i = 0; i < division->len; i++)
    {
      const PsDivided *part = &g_array_index (division, PsDivided, i);
      const PsSettlementLine *line = line_at (dossier, part->line);

      g_assert_cmpuint (line->scope, ==, scope);
      g_assert_cmpint (part->deduction_cents, ==, line->band_deduction_cents);
      g_assert_cmpint (part->first_cents + part->rest_cents, ==, part->deduction_cents);
      g_assert_cmpint (part->first_cents, <=, part->over_cents);
      g_assert_cmpint (part->over_cents, <=, part->bears_cents);
      g_assert_cmpint (part->deduction_cents, <=, part->bears_cents);
      if (!by_overrun)
        g_assert_cmpint (part->first_cents, ==, 0);
      sum += part->deduction_cents;
      first += part->first_cents;
      over += part->over_cents;
    }
  g_assert_cmpint (sum, ==, it->deduction_cents);
  g_assert_cmpint (first, ==, MIN (it->deduction_cents, over));
}

static void
divisions_hold (const PsDossier *dossier)
{
  guint in_scopes = 0, covered = 0;

  for (guint i = 0; i < dossier->settlement->scopes->len; i++)
    {
      g_autoptr (GArray) division = ps_explain_division (dossier->settlement, i);

      in_scopes += division->len;
      check_division (dossier, i);
    }
  for (guint i = 0; i < dossier->settlement->lines->len; i++)
    covered += line_at (dossier, i)->scope != PS_NONE;
  g_assert_cmpuint (in_scopes, ==, covered);
}

static void
test_division_of_random_regions (void)
{
  for_every_region (divisions_hold);
}

static void
municipalities_add_up (const PsDossier *dossier)
{
  g_autoptr (GArray) sums = ps_explain_municipalities (dossier->settlement);
  const PsSettlementLine *totals = &dossier->settlement->totals;
  PsSettlementLine all = { 0 };
  PsOverflow overflow = { FALSE };

  for (guint i = 0; i < sums->len; i++)
    {
      const PsSettlementLine *sum = &g_array_index (sums, PsSettlementLine, i);

      if (i > 0)
        g_assert_cmpuint (sum->municipality, >, g_array_index (sums, PsSettlementLine, i - 1).municipality);
      g_assert_cmpint (sum->balance_cents, ==, sum->payable_cents - sum->paid_cents);
      g_assert_cmpint (sum->net_cents, ==, sum->gross_cents - sum->norm_deduction_cents);
      ps_settlement_line_add (&all, sum, &overflow);
    }
  g_assert_cmpint (all.gross_cents, ==, totals->gross_cents);
  g_assert_cmpint (all.norm_deduction_cents, ==, totals->norm_deduction_cents);
  g_assert_cmpint (all.band_deduction_cents, ==, totals->band_deduction_cents);
  g_assert_cmpint (all.payable_cents, ==, totals->payable_cents);
  g_assert_cmpint (all.paid_cents, ==, totals->paid_cents);
  g_assert_cmpint (all.balance_cents, ==, totals->balance_cents);
  g_assert_cmpint (all.carried_cents, ==, totals->carried_cents);
  g_assert_cmpint (all.disputed_cents, ==, totals->disputed_cents);
  g_assert_cmpint (all.ceiling_cents, ==, totals->ceiling_cents);
}

static void
test_municipalities (void)
{
  for_every_region (municipalities_add_up);
}

/* Whether a client is in care under a product in a municipality on a day, looked up care period by care period. */
static gboolean
is_in_care (const PsDossier *dossier, guint client, guint product, guint municipality, PsDate day)
{
  for (guint i = 0; i < dossier->production->assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (dossier->production->assignments, PsAssignment, i);

      if (assignment->client != client || assignment->product != product || assignment->municipality != municipality
          || day < assignment->start || day > assignment->end)
        continue;
      for (guint k = 0; k < assignment->n_care; k++)
        {
          const PsCare *care = &g_array_index (dossier->production->care, PsCare, assignment->first_care + k);

          if (day >= care->start && day <= care->stop)
            return TRUE;
        }
    }
  return FALSE;
}

static void
check_client_month (const PsDossier *dossier, guint municipality, const PsClientMonth *month)
{
  int days = 0;

  for (PsDate day = month->month; day < ps_date_add_months (month->month, 1) && day <= dossier->settlement->through; day++)
    days += is_in_care (dossier, month->client, month->product, municipality, day);
  g_assert_cmpint (month->days, ==, days);
  g_assert_cmpint (month->days, >, 0);
}

/* All days of all clients under places of a group × municipality, day by day. */
static gint64
count_days (const PsDossier *dossier, guint group, guint municipality)
{
  gint64 days = 0;

  for (guint product = 0; product < dossier->region->products->len; product++)
    {
      const PsProduct *it = ps_region_product (dossier->region, product);

      if (it->funding != PS_FUNDING_PLEK || it->group != group)
        continue;
      for (guint client = 0; client < dossier->keys->clients->len; client++)
        for (PsDate day = ps_date_year_start (dossier->settlement->year); day <= dossier->settlement->through; day++)
          days += is_in_care (dossier, client, product, municipality, day);
    }
  return days;
}

static void
months_hold (const PsDossier *dossier)
{
  const PsAgreement *agreement = dossier->settlement->agreement;
  gboolean daily = agreement == NULL || agreement->measuring == PS_PLACES_DAILY;

  for (guint i = 0; i < dossier->settlement->lines->len; i++)
    {
      const PsSettlementLine *line = line_at (dossier, i);
      g_autoptr (GArray) months = ps_explain_client_months (dossier, line->group, line->municipality);
      gint64 sum = 0;

      for (guint k = 0; k < months->len; k++)
        {
          check_client_month (dossier, line->municipality, &g_array_index (months, PsClientMonth, k));
          sum += g_array_index (months, PsClientMonth, k).days;
        }
      g_assert_cmpint (sum, ==, daily ? count_days (dossier, line->group, line->municipality) : 0);
    }
}

static void
test_client_months_of_random_regions (void)
{
  for_every_region (months_hold);
}

static void
check_sentence (const char *sentence)
{
  if (sentence == NULL)
    return;
  g_assert_cmpstr (sentence, !=, "");
  g_assert_true (g_str_has_suffix (sentence, "."));
  g_assert_null (strstr (sentence, "(null)"));
  g_assert_null (strstr (sentence, ".."));
  g_assert_null (strstr (sentence, "  "));
}

/* Gross and deductions add up to payable, that with paid to the balance: those of the line. */
static void
check_line (const PsDossier *dossier, guint place)
{
  g_autoptr (GArray) figures = ps_explain_line (dossier, place);
  const PsSettlementLine *line = line_at (dossier, place);
  gint64 running = 0;

  for (guint i = 0; i < figures->len; i++)
    {
      const PsFigure *figure = &g_array_index (figures, PsFigure, i);

      check_sentence (figure->sentence);
      g_assert_cmpstr (figure->label, !=, "");
      if (figure->kind == PS_FIGURE_PAYABLE)
        g_assert_cmpint (figure->amount_cents, ==, line->payable_cents);
      if (figure->kind == PS_FIGURE_PAYABLE || figure->kind == PS_FIGURE_BALANCE)
        g_assert_cmpint (figure->amount_cents, ==, running);
      else
        running += figure->amount_cents;
      if (figure->amount_cents != 0 && figure->kind != PS_FIGURE_PAYABLE)
        g_assert_nonnull (figure->sentence);
    }
  g_assert_cmpint (running, ==, line->balance_cents);
}

static void
everything_is_told (const PsDossier *dossier)
{
  g_autoptr (GArray) figures = ps_explain_figures (dossier);

  for (guint i = 0; i < figures->len; i++)
    {
      const PsFigure *figure = &g_array_index (figures, PsFigure, i);

      check_sentence (figure->sentence);
      if (figure->kind != PS_FIGURE_PAYABLE && figure->kind != PS_FIGURE_BALANCE)
        g_assert_nonnull (figure->sentence);
    }
  for (guint i = 0; i < dossier->settlement->lines->len; i++)
    check_line (dossier, i);
  for (guint i = 0; i < dossier->sources->len; i++)
    {
      g_autofree char *sentence = ps_explain_source (dossier, &g_array_index (dossier->sources, PsSource, i));

      check_sentence (sentence);
    }
}

static void
test_everything_is_told (void)
{
  for_every_region (everything_is_told);
}

static char *
tell_all (const PsDossier *dossier)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dossier->settlement->lines->len; i++)
    {
      g_autoptr (GArray) figures = ps_explain_line (dossier, i);

      for (guint k = 0; k < figures->len; k++)
        g_string_append_printf (text, "%s\n", g_array_index (figures, PsFigure, k).sentence);
    }
  for (guint i = 0; i < dossier->sources->len; i++)
    {
      g_autofree char *sentence = ps_explain_source (dossier, &g_array_index (dossier->sources, PsSource, i));

      g_string_append_printf (text, "%s\n", sentence);
    }
  return g_string_free (text, FALSE);
}

/* Years later, from its documents, a settlement explains itself in the same words. */
static void
frozen_says_the_same (const PsDossier *dossier)
{
  g_autoptr (DossierTexts) texts = dossier_texts_new (dossier);
  g_autoptr (PsDossier) frozen = dossier_texts_read (texts);
  g_autofree char *live_words = tell_all (dossier), *frozen_words = tell_all (frozen);

  g_assert_cmpstr (live_words, ==, frozen_words);
  divisions_hold (frozen);
}

static void
test_frozen (void)
{
  for_every_region (frozen_says_the_same);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain/division/random-regions", test_division_of_random_regions);
  g_test_add_func ("/explain/municipalities", test_municipalities);
  g_test_add_func ("/explain/client-months/random-regions", test_client_months_of_random_regions);
  g_test_add_func ("/explain/everything-is-told", test_everything_is_told);
  g_test_add_func ("/explain/frozen", test_frozen);
  return g_test_run ();
}
