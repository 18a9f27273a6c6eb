/* ps-scopes.c: within which lines money may be exchanged, and what each scope deducts (domain.md §5)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-bands.h"
#include "ps-division.h"
#include "ps-settling.h"

#include <string.h>

/* The name of the scope that a line lies in, as other programs know it (files-and-cli.md). */
static char *
scope_name (const PsSettling *self, guint group, guint municipality)
{
  const PsProductGroup *product_group = ps_region_group (self->region, group);

  switch (self->agreement->exchange)
    {
    case PS_EXCHANGE_PROVIDER:
      return g_strdup ("");
    case PS_EXCHANGE_SEGMENT:
      return g_strdup (ps_region_segment (self->region, product_group->segment)->code);
    case PS_EXCHANGE_GROUP:
      return g_strdup (product_group->code);
    case PS_EXCHANGE_LINE:
    default:
      return g_strdup_printf ("%s/%s", product_group->code, ps_region_municipality (self->region, municipality)->code);
    }
}

/**
 * ps_scope_is_same: whether money may be exchanged between two lines (product group × municipality) that are no lump sums.
 */
gboolean
ps_scope_is_same (const PsRegion *region, PsExchange exchange, guint a_group, guint a_municipality, guint b_group,
                  guint b_municipality)
{
  switch (exchange)
    {
    case PS_EXCHANGE_PROVIDER:
      return TRUE;
    case PS_EXCHANGE_SEGMENT:
      return ps_region_group (region, a_group)->segment == ps_region_group (region, b_group)->segment;
    case PS_EXCHANGE_GROUP:
      return a_group == b_group;
    case PS_EXCHANGE_LINE:
    default:
      return a_group == b_group && a_municipality == b_municipality;
    }
}

static int
compare_scopes (gconstpointer a, gconstpointer b)
{
  return strcmp (((const PsScope *) a)->name, ((const PsScope *) b)->name);
}

static guint
find_by_name (const GArray *scopes, const char *name)
{
  for (guint i = 0; i < scopes->len; i++)
    if (g_str_equal (g_array_index (scopes, PsScope, i).name, name))
      return i;
  return PS_NONE;
}

/**
 * ps_scopes_make: the scopes that the agreement has: one exists where at least one line that is no lump sum does. Its scheme is
 * that of those lines: the same for all, which the region file keeps.
 */
void
ps_scopes_make (PsSettling *self)
{
  for (guint i = 0; self->agreement != NULL && i < self->agreement->lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (self->agreement->lines, PsAgreementLine, i);
      g_autofree char *name = NULL;

      if (line->lump_sum)
        continue;
      name = scope_name (self, line->group, line->municipality);
      if (find_by_name (self->scopes, name) == PS_NONE)
        {
          PsScope scope = { .name = g_steal_pointer (&name), .exchange = self->agreement->exchange, .scheme = line->scheme };

          scope.bands = g_array_new (FALSE, FALSE, sizeof (PsBand));
          g_array_append_val (self->scopes, scope);
        }
    }
  /* The lines come by group and municipality already; segments do not. */
  if (self->agreement != NULL && self->agreement->exchange == PS_EXCHANGE_SEGMENT)
    g_array_sort (self->scopes, compare_scopes);
}

/**
 * ps_scopes_find: the scope that a product group × municipality lies in, of its own or taken in; PS_NONE where no agreement covers
 * it, and for a lump sum, which stands apart.
 */
guint
ps_scopes_find (const PsSettling *self, guint group, guint municipality)
{
  const PsAgreementLine *own;

  if (self->agreement == NULL)
    return PS_NONE;
  own = ps_agreement_find_line (self->agreement, group, municipality);
  if (own != NULL && own->lump_sum)
    return PS_NONE;

  for (guint i = 0; i < self->agreement->lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (self->agreement->lines, PsAgreementLine, i);

      if (!line->lump_sum
          && ps_scope_is_same (self->region, self->agreement->exchange, line->group, line->municipality, group, municipality))
        {
          g_autofree char *name = scope_name (self, group, municipality);

          return find_by_name (self->scopes, name);
        }
    }
  return PS_NONE;
}

/* What a line can bear: w = max (0, net − exempt). */
static gint64
bearable (const PsSettlementLine *line, PsOverflow *overflow)
{
  return MAX (0, ps_subtract (line->net_cents, line->exempt_cents, overflow));
}

/* o = min (w, max (0, net − outside − ceiling)) */
static gint64
overrun (const PsSettlementLine *line, gint64 weight, PsOverflow *overflow)
{
  gint64 above = ps_subtract (ps_subtract (line->net_cents, line->outside_cents, overflow), line->ceiling_cents, overflow);

  return MIN (weight, MAX (0, above));
}

static gint64
sum_of (const gint64 *values, guint n, PsOverflow *overflow)
{
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum = ps_add (sum, values[i], overflow);
  return sum;
}

/* Key `overschrijding`: first over what runs over the own ceilings, the rest over what can still be borne. */
static void
divide_by_overrun (gint64 deduction, PsSettlementLine **lines, const gint64 *weights, guint n, gint64 *parts,
                   PsOverflow *overflow)
{
  g_autofree gint64 *over = g_new (gint64, n);
  g_autofree gint64 *left = g_new (gint64, n);
  g_autofree gint64 *rest = g_new (gint64, n);
  gint64 first;

  for (guint i = 0; i < n; i++)
    over[i] = overrun (lines[i], weights[i], overflow);
  first = MIN (deduction, sum_of (over, n, overflow));
  ps_divide (first, over, n, parts);

  for (guint i = 0; i < n; i++)
    left[i] = weights[i] - parts[i];
  ps_divide (deduction - first, left, n, rest);
  for (guint i = 0; i < n; i++)
    parts[i] += rest[i];
}

static void
divide_deduction (PsSettling *self, PsScope *scope, PsSettlementLine **lines, guint n)
{
  g_autofree gint64 *weights = g_new (gint64, MAX (n, 1));
  g_autofree gint64 *parts = g_new0 (gint64, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    weights[i] = bearable (lines[i], &self->overflow);
  scope->deduction_cents = MIN (scope->bands_deduction_cents, sum_of (weights, n, &self->overflow));

  if (self->overflow.overflowed || scope->deduction_cents == 0)
    return;
  if (self->agreement->key == PS_KEY_OVERRUN)
    divide_by_overrun (scope->deduction_cents, lines, weights, n, parts, &self->overflow);
  else
    ps_divide (scope->deduction_cents, weights, n, parts);
  for (guint i = 0; i < n; i++)
    lines[i]->band_deduction_cents = parts[i];
}

/* Sums the lines of a scope: C, and N = net − outside. */
static void
sum_scope (PsSettling *self, PsScope *scope, PsSettlementLine **lines, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      ps_settling_add (self, &scope->ceiling_cents, lines[i]->ceiling_cents);
      ps_settling_add (self, &scope->net_cents, ps_subtract (lines[i]->net_cents, lines[i]->outside_cents, &self->overflow));
    }
}

/**
 * ps_scopes_deduct: applies each scope's bands and divides its deduction over its lines. The lines must be sorted and net.
 */
void
ps_scopes_deduct (PsSettling *self)
{
  g_autofree PsSettlementLine **lines = g_new (PsSettlementLine *, self->lines->len + 1);

  for (guint i = 0; i < self->scopes->len; i++)
    {
      PsScope *scope = &g_array_index (self->scopes, PsScope, i);
      guint n = 0;

      for (guint j = 0; j < self->lines->len; j++)
        if (g_array_index (self->lines, PsSettlementLine, j).scope == i)
          lines[n++] = &g_array_index (self->lines, PsSettlementLine, j);

      sum_scope (self, scope, lines, n);
      if (scope->scheme != PS_NONE)
        scope->bands_deduction_cents = ps_bands_apply (ps_region_scheme (self->region, scope->scheme), scope->ceiling_cents,
                                                       scope->net_cents, scope->bands, &self->overflow);
      divide_deduction (self, scope, lines, n);
    }
}
