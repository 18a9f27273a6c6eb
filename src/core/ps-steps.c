/* ps-steps.c: a settlement told step by step, in the order of domain.md §6
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-steps.h"

#include "ps-format.h"
#include "ps-scheme.h"

#include <glib/gi18n-lib.h>

static const PsBand *
get_band (const PsScope *scope, guint band)
{
  g_assert (band < scope->bands->len);
  return &g_array_index (scope->bands, PsBand, band);
}

/* "100 – 103 %" or "above 110 %" */
static char *
band_range (const PsScope *scope, guint band)
{
  g_autofree char *from = NULL, *to = NULL;

  from = ps_format_percent (get_band (scope, band)->from_bp);
  if (band + 1 == scope->bands->len)
    return band == 0 ? g_strdup (_("everything")) : g_strdup_printf (_("above %s"), from);
  to = ps_format_percent (get_band (scope, band + 1)->from_bp);
  return g_strdup_printf (_("%s to %s"), from, to);
}

static gboolean
is_whole (const PsRegion *region, const PsScope *scope)
{
  return scope->scheme != PS_NONE && ps_region_scheme (region, scope->scheme)->whole;
}

/* The bands without their amounts. */
static GArray *
steps_of (const PsScope *scope)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (PsStep));

  for (guint i = 0; i < scope->bands->len; i++)
    {
      PsStep step = { get_band (scope, i)->from_bp, get_band (scope, i)->paid_bp };

      g_array_append_val (steps, step);
    }
  return steps;
}

/**
 * ps_band_label: what a band is called, translated: "Donut hole 100 % to 103 %".
 */
char *
ps_band_label (const PsRegion *region, const PsScope *scope, guint band)
{
  g_autofree char *range = band_range (scope, band);
  g_autoptr (GArray) steps = steps_of (scope);

  switch (ps_band_kind (steps, is_whole (region, scope), band))
    {
    case PS_BAND_FULL:
      return g_strdup_printf (_("Paid in full %s"), range);
    case PS_BAND_DONUT_HOLE:
      return g_strdup_printf (_("Donut hole %s"), range);
    case PS_BAND_UNPAID:
      return g_strdup_printf (_("Not paid %s"), range);
    case PS_BAND_WHOLE_FULL:
    case PS_BAND_WHOLE:
      return g_strdup_printf (_("Cliff %s"), range);
    case PS_BAND_PART:
    default:
      return g_strdup_printf (_("Band %s"), range);
    }
}

/* Where a band starts, for a sentence: "Above 103 % of the ceiling of € 7.000,00"; the first says where it ends; the only one is all. */
static char *
band_place (const PsScope *scope, guint band)
{
  g_autofree char *ceiling = ps_format_money (scope->ceiling_cents), *share = NULL;

  if (band > 0)
    {
      share = ps_format_percent (get_band (scope, band)->from_bp);
      return g_strdup_printf (_("Above %s of the ceiling of %s"), share, ceiling);
    }
  if (scope->bands->len == 1)
    return g_strdup_printf (_("Whatever the ceiling of %s"), ceiling);
  share = ps_format_percent (get_band (scope, 1)->from_bp);
  return g_strdup_printf (_("Up to %s of the ceiling of %s"), share, ceiling);
}

/* Kind `geheel`: the one band that holds everything says so. */
static char *
whole_sentence (const PsScope *scope, guint band)
{
  const PsBand *it = get_band (scope, band);
  g_autofree char *place = band_place (scope, band);
  g_autofree char *net = ps_format_money (it->amount_cents), *paid = ps_format_percent (it->paid_bp);
  g_autofree char *rest = ps_format_percent (PS_FULL_BP - it->paid_bp), *deduction = ps_format_money (it->deduction_cents);

  if (it->paid_bp == PS_FULL_BP)
    /* Translators: the first %s is "Above 103 % of the ceiling of € 7.000,00" */
    return g_strdup_printf (_("%s, the whole production is paid in full: %s."), place, net);
  if (it->paid_bp == 0)
    return g_strdup_printf (_("%s, nothing of the whole production is paid: %s × %s = %s is deducted."), place, net, rest,
                            deduction);
  return g_strdup_printf (_("%s, %s of the whole production is paid: %s × %s = %s is deducted."), place, paid, net, rest,
                          deduction);
}

/* Part by part: what lies within the band is paid at its share. */
static char *
part_sentence (const PsScope *scope, guint band)
{
  const PsBand *it = get_band (scope, band);
  g_autofree char *place = band_place (scope, band);
  g_autofree char *amount = ps_format_money (it->amount_cents), *paid = ps_format_percent (it->paid_bp);
  g_autofree char *rest = ps_format_percent (PS_FULL_BP - it->paid_bp), *deduction = ps_format_money (it->deduction_cents);

  if (it->paid_bp == PS_FULL_BP)
    /* Translators: the first %s is "Above 103 % of the ceiling of € 7.000,00" */
    return g_strdup_printf (_("%s, everything is paid: %s."), place, amount);
  if (it->paid_bp == 0)
    return g_strdup_printf (_("%s, nothing is paid: %s × %s = %s is deducted."), place, amount, rest, deduction);
  return g_strdup_printf (_("%s, %s is paid: %s × %s = %s is deducted."), place, paid, amount, rest, deduction);
}

/* Where the production runs on past a band, the sum alone would leave one wondering why it is no more. */
static char *
band_end (const PsScope *scope, guint band)
{
  g_autofree char *share = NULL;

  if (band == 0 || band + 1 == scope->bands->len || scope->net_cents <= get_band (scope, band + 1)->border_cents)
    return NULL;
  share = ps_format_percent (get_band (scope, band + 1)->from_bp);
  return g_strdup_printf (_("The band ends at %s."), share);
}

/**
 * ps_band_sentence: how a band's deduction came about, in a translated sentence that names the share of the ceiling, the ceiling and
 * the sum: "Above 103 % of the ceiling of € 7.000,00, 70 % is paid: € 490,00 × 30 % = € 147,00 is deducted."
 */
char *
ps_band_sentence (const PsRegion *region, const PsScope *scope, guint band)
{
  g_autofree char *sum = NULL, *end = NULL;

  if (get_band (scope, band)->amount_cents == 0)
    return g_strdup (_("Not reached."));
  if (is_whole (region, scope))
    return whole_sentence (scope, band);
  sum = part_sentence (scope, band);
  end = band_end (scope, band);
  return end != NULL ? g_strdup_printf ("%s %s", sum, end) : g_steal_pointer (&sum);
}

/**
 * ps_scope_label: how people call a scope, translated; the whole provider has no name of its own.
 */
char *
ps_scope_label (const PsRegion *region, const PsScope *scope)
{
  if (scope->exchange == PS_EXCHANGE_PROVIDER)
    return g_strdup (_("Whole provider"));
  if (scope->exchange == PS_EXCHANGE_SEGMENT)
    return g_strdup_printf (_("Segment %s"), scope->name);
  if (scope->exchange == PS_EXCHANGE_LINE)
    {
      g_auto (GStrv) parts = g_strsplit (scope->name, "/", 2);
      guint municipality = parts[1] != NULL ? ps_region_find_municipality (region, parts[1]) : PS_NONE;

      if (municipality != PS_NONE)
        return g_strdup_printf ("%s, %s", parts[0], ps_region_municipality (region, municipality)->name);
    }
  return g_strdup (scope->name);
}

static void
clear_figure (PsFigure *figure)
{
  g_free (figure->label);
  g_free (figure->sentence);
}

static PsFigure *
append_figure (GArray *figures, PsFigureKind kind, gint64 amount_cents, const char *label)
{
  PsFigure figure = { .kind = kind, .amount_cents = amount_cents, .scope = PS_NONE, .band = PS_NONE, .label = g_strdup (label) };

  g_array_append_val (figures, figure);
  return &g_array_index (figures, PsFigure, figures->len - 1);
}

/* With several scopes a band's label says whose it is. */
static void
append_band (GArray *figures, const PsRegion *region, const PsSettlement *settlement, guint scope, guint band)
{
  const PsScope *it = &g_array_index (settlement->scopes, PsScope, scope);
  g_autofree char *name = ps_band_label (region, it, band);
  g_autofree char *scope_name = ps_scope_label (region, it);
  g_autofree char *label = NULL;
  PsFigure *figure;

  if (get_band (it, band)->deduction_cents == 0)
    return;
  label = settlement->scopes->len > 1 ? g_strdup_printf (C_("scope and band", "%s: %s"), scope_name, name) : g_strdup (name);
  figure = append_figure (figures, PS_FIGURE_BAND, -get_band (it, band)->deduction_cents, label);
  figure->scope = scope;
  figure->band = band;
  figure->sentence = ps_band_sentence (region, it, band);
}

/* Exempt products are never reduced (domain.md §5): what is left can be less than the bands take. */
static char *
cap_sentence (const PsScope *scope)
{
  g_autofree char *bands = ps_format_money (scope->bands_deduction_cents), *borne = ps_format_money (scope->deduction_cents);
  g_autofree char *rest = NULL;
  PsOverflow overflow = { FALSE };

  rest = ps_format_money (ps_subtract (scope->bands_deduction_cents, scope->deduction_cents, &overflow));
  return g_strdup_printf (_("The bands come to %s, but the lines can bear no more than %s: exempt products are never reduced. "
                             "%s − %s = %s is not deducted."),
                          bands, borne, bands, borne, rest);
}

static void
append_cap (GArray *figures, const PsSettlement *settlement, guint scope)
{
  const PsScope *it = &g_array_index (settlement->scopes, PsScope, scope);
  PsFigure *figure;

  if (it->bands_deduction_cents == it->deduction_cents)
    return;
  figure = append_figure (figures, PS_FIGURE_CAP, it->bands_deduction_cents - it->deduction_cents, _("Cannot be borne"));
  figure->scope = scope;
  figure->sentence = cap_sentence (it);
}

static void
append_norm_duration (GArray *figures, const PsSettlement *settlement)
{
  g_autofree char *deduction = ps_format_money (settlement->totals.norm_deduction_cents);
  PsFigure *figure;

  if (settlement->totals.norm_deduction_cents == 0)
    return;
  figure = append_figure (figures, PS_FIGURE_NORM_DURATION, -settlement->totals.norm_deduction_cents, _("Norm duration"));
  figure->sentence = g_strdup_printf (
      _("Care that lasted longer than its norm duration is paid at the share of its step, line by line: %s is deducted."),
      deduction);
}

/**
 * ps_settlement_figures: the steps from gross production to balance, with their labels and sentences.
 *
 * Returns: (transfer full): PsFigure, in order; GROSS with the deductions and CAP adds up to PAYABLE, that with PAID to BALANCE.
 */
GArray *
ps_settlement_figures (const PsRegion *region, const PsSettlement *settlement)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (PsFigure));

  g_array_set_clear_func (figures, (GDestroyNotify) clear_figure);
  append_figure (figures, PS_FIGURE_GROSS, settlement->totals.gross_cents, _("Gross production"));
  append_norm_duration (figures, settlement);
  for (guint i = 0; i < settlement->scopes->len; i++)
    {
      const PsScope *scope = &g_array_index (settlement->scopes, PsScope, i);

      for (guint j = 0; j < scope->bands->len; j++)
        append_band (figures, region, settlement, i, j);
      append_cap (figures, settlement, i);
    }
  append_figure (figures, PS_FIGURE_PAYABLE, settlement->totals.payable_cents, _("Payable"));
  append_figure (figures, PS_FIGURE_PAID, -settlement->totals.paid_cents, _("Paid"));
  append_figure (figures, PS_FIGURE_BALANCE, settlement->totals.balance_cents,
                 settlement->totals.balance_cents < 0 ? _("Balance, to reclaim") : _("Balance, to pay"));
  return figures;
}
