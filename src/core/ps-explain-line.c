/* ps-explain-line.c: a line of a settlement step by step, and what each step was made of (domain.md §4 to §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-core"

#include "ps-explain-private.h"
#include "ps-explain-sums.h"
#include "ps-format.h"

#include <glib/gi18n-lib.h>

/* A line on its way to words. */
typedef struct
{
  const PsDossier *dossier;
  const PsSettlement *settlement;
  const PsSettlementLine *line;
  guint place;
  PsExplainSums sums;
} Told;

/**
 * ps_explain_find_line: (nullable): the settlement's line of a product group × municipality; NULL where it is not listed.
 */
const PsSettlementLine *
ps_explain_find_line (const PsSettlement *settlement, guint group, guint municipality)
{
  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);

      if (line->group == group && line->municipality == municipality)
        return line;
    }
  return NULL;
}

static void
clear_figure (PsFigure *figure)
{
  g_free (figure->label);
  g_free (figure->sentence);
}

/* Takes the sentence. */
static PsFigure *
append_figure (GArray *figures, PsFigureKind kind, gint64 amount_cents, const char *label, char *sentence)
{
  PsFigure figure = { kind, amount_cents, PS_NONE, PS_NONE, g_strdup (label), sentence };

  g_array_append_val (figures, figure);
  return &g_array_index (figures, PsFigure, figures->len - 1);
}

/* A lump sum: the ceiling by days, whatever was produced. */
static char *
lump_sum_sentence (const Told *told)
{
  const PsSettlement *settlement = told->settlement;
  g_autofree char *ceiling = ps_format_money (told->line->ceiling_cents), *gross = ps_format_money (told->line->gross_cents);
  g_autofree char *days = ps_format_count (settlement->through - ps_date_year_start (settlement->year) + 1);
  g_autofree char *year = ps_format_count (ps_date_days_in_year (settlement->year));
  g_autofree char *produced = ps_format_money (told->line->produced_cents);

  return g_strdup_printf (
      _("A lump sum: the ceiling by days, %s × %s / %s = %s. What was produced (%s) is shown, and not paid."), ceiling, days,
      year, gross, produced);
}

static char *
gross_sentence (const Told *told)
{
  GString *text;

  if (told->line->lump_sum)
    return lump_sum_sentence (told);
  text = g_string_new (NULL);
  ps_explain_say_gross (text, &told->sums);
  return ps_explain_take (text);
}

static char *
scope_name (const Told *told)
{
  const PsScope *scope = &g_array_index (told->settlement->scopes, PsScope, told->line->scope);

  return scope->exchange == PS_EXCHANGE_PROVIDER ? g_strdup (_("the whole provider"))
                                                 : ps_scope_label (told->dossier->region, scope);
}

static const PsDivided *
find_part (const GArray *division, guint place)
{
  for (guint i = 0; i < division->len; i++)
    if (g_array_index (division, PsDivided, i).line == place)
      return &g_array_index (division, PsDivided, i);
  g_assert_not_reached (); /* every line of a scope has its part */
}

static gint64
sum_of (const GArray *division, gsize offset)
{
  PsOverflow overflow = { FALSE }; /* the scope's own sums fitted */
  gint64 sum = 0;

  for (guint i = 0; i < division->len; i++)
    sum = ps_add (sum, G_STRUCT_MEMBER (gint64, &g_array_index (division, PsDivided, i), offset), &overflow);
  return sum;
}

/* First over the overrun of the own ceilings (key `overschrijding`). */
static void
say_first (GString *text, const GArray *division, const PsDivided *part)
{
  g_autofree char *first = ps_format_money (sum_of (division, G_STRUCT_OFFSET (PsDivided, first_cents)));
  g_autofree char *over = ps_format_money (part->over_cents), *mine = ps_format_money (part->first_cents);
  g_autofree char *all = ps_format_money (sum_of (division, G_STRUCT_OFFSET (PsDivided, over_cents)));

  ps_explain_say (text, g_strdup_printf (_("Divided by overrun first: %s × %s / %s = %s."), first, over, all, mine));
}

/* The rest over what can still be borne; by production (key `realisatie`) that is all of it. */
static void
say_rest (GString *text, const GArray *division, const PsDivided *part, gboolean by_overrun)
{
  gint64 first_all = sum_of (division, G_STRUCT_OFFSET (PsDivided, first_cents));
  g_autofree char *rest = ps_format_money (sum_of (division, G_STRUCT_OFFSET (PsDivided, rest_cents)));
  g_autofree char *bears = ps_format_money (part->bears_cents - part->first_cents), *mine = ps_format_money (part->rest_cents);
  g_autofree char *all = ps_format_money (sum_of (division, G_STRUCT_OFFSET (PsDivided, bears_cents)) - first_all);

  ps_explain_say (
      text, by_overrun ? g_strdup_printf (_("The rest by what can still be borne: %s × %s / %s = %s."), rest, bears, all, mine)
                       : g_strdup_printf (_("Divided by what each line can bear: %s × %s / %s = %s."), rest, bears, all, mine));
}

static void
say_part (GString *text, const Told *told, const GArray *division, const PsDivided *part)
{
  gboolean by_overrun = told->settlement->agreement != NULL && told->settlement->agreement->key == PS_KEY_OVERRUN;

  if (division->len == 1)
    {
      ps_explain_say (text, g_strdup (_("This is its only line.")));
      return;
    }
  if (part->bears_cents == 0)
    {
      ps_explain_say (text, g_strdup (_("This line can bear nothing: nothing was produced in it, or only what is exempt.")));
      return;
    }
  if (by_overrun && sum_of (division, G_STRUCT_OFFSET (PsDivided, first_cents)) > 0)
    say_first (text, division, part);
  if (!by_overrun || sum_of (division, G_STRUCT_OFFSET (PsDivided, rest_cents)) > 0)
    say_rest (text, division, part, by_overrun);
}

/* The part of the scope's deduction that falls on this line. */
static char *
band_sentence (const Told *told)
{
  const PsScope *scope = &g_array_index (told->settlement->scopes, PsScope, told->line->scope);
  g_autoptr (GArray) division = ps_explain_division (told->settlement, told->line->scope);
  g_autofree char *name = scope_name (told), *deduction = ps_format_money (scope->deduction_cents);
  GString *text = g_string_new (NULL);

  if (scope->deduction_cents == 0)
    {
      ps_explain_say (text, g_strdup_printf (_("The bands of %s deduct nothing."), name));
      return ps_explain_take (text);
    }
  ps_explain_say (text, g_strdup_printf (_("The bands of %s deduct %s."), name, deduction));
  say_part (text, told, division, find_part (division, told->place));
  return ps_explain_take (text);
}

static char *
payable_sentence (const Told *told)
{
  if (told->line->lump_sum)
    return g_strdup (_("A lump sum bears no deductions."));
  if (told->line->scope == PS_NONE)
    return g_strdup (_("No agreement covers this: it is paid in full."));
  return NULL;
}

static char *
paid_sentence (const Told *told)
{
  GString *text = g_string_new (NULL);

  ps_explain_say_paid (text, &told->sums);
  return ps_explain_take (text);
}

static char *
balance_sentence (gint64 balance_cents)
{
  if (balance_cents == 0)
    return g_strdup (_("What was payable was paid."));
  return g_strdup (balance_cents > 0 ? _("Payable less paid: this is paid out.") : _("Payable less paid: this is reclaimed."));
}

static void
append_deductions (GArray *figures, const Told *told)
{
  if (told->line->norm_deduction_cents != 0)
    {
      GString *text = g_string_new (NULL);

      ps_explain_say_norm (text, &told->sums);
      append_figure (figures, PS_FIGURE_NORM_DURATION, -told->line->norm_deduction_cents, _("Norm duration"),
                     ps_explain_take (text));
    }
  if (told->line->scope != PS_NONE)
    append_figure (figures, PS_FIGURE_BAND, -told->line->band_deduction_cents, _("Bands"), band_sentence (told))->scope =
        told->line->scope;
}

/**
 * ps_explain_line: one line of a settlement, step by step, each with a sentence of what it was made of. GROSS, NORM_DURATION (where
 * there is any) and BAND (where a scope covers the line) add up to PAYABLE, that with PAID to BALANCE.
 * @line: place in PsSettlement.lines
 *
 * Returns: (transfer full) (element-type PsFigure): frees its strings
 */
GArray *
ps_explain_line (const PsDossier *dossier, guint line)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (PsFigure));
  Told told = { .dossier = dossier, .settlement = dossier->settlement, .place = line };
  const PsSettlementLine *it;

  g_assert (line < dossier->settlement->lines->len);
  told.line = it = &g_array_index (dossier->settlement->lines, PsSettlementLine, line);
  ps_explain_sums_init (&told.sums, dossier, it->group, it->municipality);

  g_array_set_clear_func (figures, (GDestroyNotify) clear_figure);
  append_figure (figures, PS_FIGURE_GROSS, it->gross_cents, _("Gross production"), gross_sentence (&told));
  append_deductions (figures, &told);
  append_figure (figures, PS_FIGURE_PAYABLE, it->payable_cents, _("Payable"), payable_sentence (&told));
  append_figure (figures, PS_FIGURE_PAID, -it->paid_cents, _("Paid"), paid_sentence (&told));
  append_figure (figures, PS_FIGURE_BALANCE, it->balance_cents,
                 it->balance_cents < 0 ? _("Balance, to reclaim") : _("Balance, to pay"), balance_sentence (it->balance_cents));
  ps_explain_sums_clear (&told.sums);
  return figures;
}

static void
replace_sentence (PsFigure *figure, void (*say) (GString *text, const PsExplainSums *sums), const PsExplainSums *sums)
{
  GString *text = g_string_new (NULL);

  say (text, sums);
  g_free (figure->sentence);
  figure->sentence = ps_explain_take (text);
}

/**
 * ps_explain_figures: the steps of a whole settlement (ps_settlement_figures()), with sentences that count what its sources say: what
 * the gross production is made of, how many lines are past their norm duration and at which shares, what was paid.
 *
 * Returns: (transfer full) (element-type PsFigure): frees its strings
 */
GArray *
ps_explain_figures (const PsDossier *dossier)
{
  GArray *figures = ps_settlement_figures (dossier->region, dossier->settlement);
  PsExplainSums sums;

  ps_explain_sums_init (&sums, dossier, PS_NONE, PS_NONE);
  for (guint i = 0; i < figures->len; i++)
    {
      PsFigure *figure = &g_array_index (figures, PsFigure, i);

      if (figure->kind == PS_FIGURE_GROSS)
        replace_sentence (figure, ps_explain_say_gross, &sums);
      else if (figure->kind == PS_FIGURE_NORM_DURATION)
        replace_sentence (figure, ps_explain_say_norm, &sums);
      else if (figure->kind == PS_FIGURE_PAID)
        replace_sentence (figure, ps_explain_say_paid, &sums);
    }
  ps_explain_sums_clear (&sums);
  return figures;
}
