/* ps-settlement.c: a provider's year from gross production to balance (domain.md §4 to §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-settling.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (ps - core - error - quark, ps_core_error)

static void
clear_scope (PsScope *scope)
{
  g_clear_pointer (&scope->name, g_free);
  g_clear_pointer (&scope->bands, g_array_unref);
}

/**
 * ps_settling_init: nothing is computed yet. What it makes for good (lines, scopes, signals) is taken over, or freed with
 * ps_settling_drop(); the rest by ps_settling_clear().
 */
void
ps_settling_init (PsSettling *self, const PsRegion *region, const PsProduction *production, const PsSettleOptions *options)
{
  guint n_products = region->products->len;

  self->region = region;
  self->production = production;
  self->agreement =
      options->agreement != NULL ? options->agreement : ps_region_find_agreement (region, production->provider, options->year);
  self->year = options->year;
  self->start = ps_date_year_start (options->year);
  self->through = options->through;
  self->peildata_through =
      options->peildata_through != 0 ? MIN (options->peildata_through, ps_date_year_end (options->year)) : options->through;
  self->accrue = options->accrue;
  self->sources = options->sources;

  self->prices = g_new (PsPriceList, MAX (n_products, 1));
  for (guint i = 0; i < n_products; i++)
    ps_price_list_init (&self->prices[i], region, i, production->provider);
  self->grid = g_new0 (guint, (gsize) region->groups->len * region->municipalities->len + 1);
  self->lines = g_array_new (FALSE, FALSE, sizeof (PsSettlementLine));
  self->scopes = g_array_new (FALSE, FALSE, sizeof (PsScope));
  g_array_set_clear_func (self->scopes, (GDestroyNotify) clear_scope);
  self->signals = g_array_new (FALSE, FALSE, sizeof (PsSignal));
}

/**
 * ps_settling_drop: frees what would have become a settlement.
 */
void
ps_settling_drop (PsSettling *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->scopes);
  g_array_unref (self->signals);
  g_clear_pointer (&self->undecided, g_array_unref);
}

/**
 * ps_settling_clear: frees what only computing needed.
 */
void
ps_settling_clear (PsSettling *self)
{
  g_free (self->prices);
  g_free (self->trajects);
  g_clear_pointer (&self->paths, ps_paths_free);
  g_free (self->grid);
}

/* Every line of the agreement is listed, whatever was produced. */
static void
list_agreement (PsSettling *self)
{
  for (guint i = 0; self->agreement != NULL && i < self->agreement->lines->len; i++)
    {
      const PsAgreementLine *agreed = &g_array_index (self->agreement->lines, PsAgreementLine, i);
      PsSettlementLine *line = ps_settling_line (self, agreed->group, agreed->municipality);

      line->agreed = TRUE;
      line->lump_sum = agreed->lump_sum;
      line->ceiling_cents = agreed->ceiling_cents;
    }
}

/* Taakgericht (domain.md §4): the ceiling for the days to `through`, instead of whatever was produced. */
static void
replace_by_lump_sum (PsSettling *self, PsSettlementLine *line)
{
  PsSource *source = ps_settling_source (self, PS_SOURCE_LUMP_SUM, line->group, line->municipality, PS_NONE, 0);

  line->gross_cents = ps_round_div ((PsWide) line->ceiling_cents * (self->through - self->start + 1),
                                    ps_date_days_in_year (self->year), &self->overflow);
  line->norm_deduction_cents = 0;
  line->exempt_cents = 0;
  line->outside_cents = 0;
  if (source != NULL)
    {
      source->from = self->start;
      source->to = self->through;
      source->gross_cents = line->gross_cents;
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const PsSettlementLine *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  return (x->municipality > y->municipality) - (x->municipality < y->municipality);
}

static void
make_net (PsSettling *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PsSettlementLine *line = &g_array_index (self->lines, PsSettlementLine, i);

      line->produced_cents = line->gross_cents;
      if (line->lump_sum)
        replace_by_lump_sum (self, line);
      line->net_cents = ps_subtract (line->gross_cents, line->norm_deduction_cents, &self->overflow);
    }
}

/* Production that nobody agreed on. */
static void
signal_coverage (PsSettling *self, const PsSettlementLine *line)
{
  if (line->lump_sum || line->agreed || line->gross_cents == 0)
    return;
  if (line->scope == PS_NONE)
    ps_settling_signal (self, PS_SIGNAL_NO_AGREEMENT, line->group, line->municipality, PS_NONE, 0, line->gross_cents);
  else
    ps_settling_signal (self, PS_SIGNAL_NOT_IN_AGREEMENT, line->group, line->municipality, PS_NONE, 0, 1);
}

static void
make_balances (PsSettling *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PsSettlementLine *line = &g_array_index (self->lines, PsSettlementLine, i);

      line->payable_cents = ps_subtract (line->net_cents, line->band_deduction_cents, &self->overflow);
      line->balance_cents = ps_subtract (line->payable_cents, line->paid_cents, &self->overflow);
      signal_coverage (self, line);
    }
}

/* Listed: every line of the agreement, and every other one with a figure that is not zero (files-and-cli.md). */
static gboolean
is_listed (const PsSettlementLine *line)
{
  return line->agreed || line->gross_cents != 0 || line->norm_deduction_cents != 0 || line->exempt_cents != 0
         || line->outside_cents != 0 || line->band_deduction_cents != 0 || line->paid_cents != 0 || line->carried_cents != 0
         || line->disputed_cents != 0;
}

static void
drop_unlisted (GArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    if (is_listed (&g_array_index (lines, PsSettlementLine, i)))
      g_array_index (lines, PsSettlementLine, n++) = g_array_index (lines, PsSettlementLine, i);
  g_array_set_size (lines, n);
}

/**
 * ps_settlement_line_add: adds every figure of a line to a sum: of all lines, of a municipality.
 */
void
ps_settlement_line_add (PsSettlementLine *sum, const PsSettlementLine *line, PsOverflow *overflow)
{
  sum->gross_cents = ps_add (sum->gross_cents, line->gross_cents, overflow);
  sum->norm_deduction_cents = ps_add (sum->norm_deduction_cents, line->norm_deduction_cents, overflow);
  sum->net_cents = ps_add (sum->net_cents, line->net_cents, overflow);
  sum->exempt_cents = ps_add (sum->exempt_cents, line->exempt_cents, overflow);
  sum->outside_cents = ps_add (sum->outside_cents, line->outside_cents, overflow);
  sum->ceiling_cents = ps_add (sum->ceiling_cents, line->ceiling_cents, overflow);
  sum->band_deduction_cents = ps_add (sum->band_deduction_cents, line->band_deduction_cents, overflow);
  sum->payable_cents = ps_add (sum->payable_cents, line->payable_cents, overflow);
  sum->paid_cents = ps_add (sum->paid_cents, line->paid_cents, overflow);
  sum->balance_cents = ps_add (sum->balance_cents, line->balance_cents, overflow);
  sum->carried_cents = ps_add (sum->carried_cents, line->carried_cents, overflow);
  sum->disputed_cents = ps_add (sum->disputed_cents, line->disputed_cents, overflow);
  sum->produced_cents = ps_add (sum->produced_cents, line->produced_cents, overflow);
}

static PsSettlement *
make_settlement (PsSettling *self)
{
  PsSettlement *settlement = g_new0 (PsSettlement, 1);

  settlement->provider = self->production->provider;
  settlement->year = self->year;
  settlement->through = self->through;
  settlement->agreement = self->agreement;
  settlement->totals.group = settlement->totals.municipality = settlement->totals.scope = PS_NONE;

  drop_unlisted (self->lines);
  for (guint i = 0; i < self->lines->len; i++)
    ps_settlement_line_add (&settlement->totals, &g_array_index (self->lines, PsSettlementLine, i), &self->overflow);

  settlement->lines = self->lines;
  settlement->scopes = self->scopes;
  settlement->signals = self->signals;
  settlement->undecided = self->undecided;
  return settlement;
}

/* The order of domain.md §6: approve → price → norm duration → scopes → bands → exemptions → division → paid and advances. */
static PsSettlement *
compute (PsSettling *self, gboolean warnings)
{
  ps_scopes_make (self);
  list_agreement (self);
  ps_trajects_settle (self);
  ps_lines_settle (self);
  ps_places_settle (self);
  make_net (self);
  g_array_sort (self->lines, compare_lines);
  ps_scopes_deduct (self);
  make_balances (self);
  if (warnings)
    ps_warnings_find (self);
  return make_settlement (self);
}

/**
 * ps_year_fits: FALSE with PS_CORE_ERROR_OVERFLOW where an amount of a provider's year did not fit.
 */
gboolean
ps_year_fits (const PsOverflow *overflow, const PsRegion *region, guint provider, int year, GError **error)
{
  if (!overflow->overflowed)
    return TRUE;
  g_set_error (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW,
               _("The amounts of provider %s in %d are too large to compute with."), ps_region_provider (region, provider)->agb,
               year);
  return FALSE;
}

/**
 * ps_settling_fits: the same of a settlement.
 */
gboolean
ps_settling_fits (const PsSettling *self, GError **error)
{
  return ps_year_fits (&self->overflow, self->region, self->production->provider, self->year, error);
}

/**
 * ps_settle: a provider's year up to a day, settled.
 * @production: its messages: all care, and the lines of the year and of earlier instalments
 *
 * The same input gives the same settlement, whatever the order of its rows. The result borrows the agreement from the region, which
 * must live as long.
 *
 * Returns: (transfer full): the settlement; NULL with PS_CORE_ERROR_OVERFLOW where an amount does not fit.
 */
PsSettlement *
ps_settle (const PsRegion *region, const PsProduction *production, const PsSettleOptions *options, GError **error)
{
  PsSettling self = { 0 };
  g_autoptr (PsSettlement) settlement = NULL;

  g_assert (options->through >= ps_date_year_start (options->year) && options->through <= ps_date_year_end (options->year));

  ps_settling_init (&self, region, production, options);
  settlement = compute (&self, options->warnings);
  ps_settling_clear (&self);
  return ps_settling_fits (&self, error) ? g_steal_pointer (&settlement) : NULL;
}

/**
 * ps_settlement_is_empty: whether there is nothing to list: neither an agreement nor a figure.
 */
gboolean
ps_settlement_is_empty (const PsSettlement *settlement)
{
  return settlement->lines->len == 0;
}

void
ps_settlement_free (PsSettlement *settlement)
{
  if (settlement == NULL)
    return;
  g_array_unref (settlement->lines);
  g_array_unref (settlement->scopes);
  g_array_unref (settlement->signals);
  g_clear_pointer (&settlement->undecided, g_array_unref);
  g_free (settlement);
}
