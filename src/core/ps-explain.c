/* ps-explain.c: a settlement's figures taken apart: the division, municipalities, days in care (domain.md §4 to §6)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-core"

#include "ps-explain.h"

#include "ps-division.h"

/* What a line can bear: w = max (0, net − exempt). */
static gint64
bearable (const PsSettlementLine *line, PsOverflow *overflow)
{
  return MAX (0, ps_subtract (line->net_cents, line->exempt_cents, overflow));
}

/* o = min (w, max (0, net − outside − ceiling)) */
static gint64
overrun (const PsSettlementLine *line, gint64 bears, PsOverflow *overflow)
{
  gint64 above = ps_subtract (ps_subtract (line->net_cents, line->outside_cents, overflow), line->ceiling_cents, overflow);

  return MIN (bears, MAX (0, above));
}

/* The scope's lines with what they bear and run over; nothing is divided yet. */
static GArray *
collect_division (const PsSettlement *settlement, guint scope, PsOverflow *overflow)
{
  GArray *divided = g_array_new (FALSE, TRUE, sizeof (PsDivided));
  gboolean by_overrun = settlement->agreement != NULL && settlement->agreement->key == PS_KEY_OVERRUN;

  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);
      PsDivided part = { .line = i };

      if (line->scope != scope)
        continue;
      part.bears_cents = bearable (line, overflow);
      part.over_cents = by_overrun ? overrun (line, part.bears_cents, overflow) : 0;
      g_array_append_val (divided, part);
    }
  return divided;
}

/* Divides an amount, at most what the weights add up to, by largest remainder. */
static void
divide (gint64 amount_cents, const gint64 *weights, guint n, gint64 *parts)
{
  PsWide total = 0;

  for (guint i = 0; i < n; i++)
    total += weights[i];
  ps_divide ((gint64) MIN ((PsWide) MAX (amount_cents, 0), total), weights, n, parts);
}

/* First over what runs over the own ceilings, as far as that goes; the rest over what can still be borne. */
static void
divide_deduction (GArray *divided, gint64 deduction_cents)
{
  g_autofree gint64 *weights = g_new (gint64, divided->len + 1), *parts = g_new0 (gint64, divided->len + 1);
  gint64 left = deduction_cents;

  for (guint i = 0; i < divided->len; i++)
    weights[i] = g_array_index (divided, PsDivided, i).over_cents;
  divide (deduction_cents, weights, divided->len, parts);

  for (guint i = 0; i < divided->len; i++)
    {
      PsDivided *part = &g_array_index (divided, PsDivided, i);

      part->first_cents = parts[i];
      left -= parts[i];
      weights[i] = part->bears_cents - parts[i];
    }
  divide (left, weights, divided->len, parts);

  for (guint i = 0; i < divided->len; i++)
    {
      PsDivided *part = &g_array_index (divided, PsDivided, i);

      part->rest_cents = parts[i];
      part->deduction_cents = part->first_cents + part->rest_cents;
    }
}

/**
 * ps_explain_division: how a scope's deduction was divided over its lines, worked out again from the settlement's figures.
 *
 * Returns: (transfer full) (element-type PsDivided): every line of the scope, also those that bear nothing
 */
GArray *
ps_explain_division (const PsSettlement *settlement, guint scope)
{
  PsOverflow overflow = { FALSE };
  GArray *divided = collect_division (settlement, scope, &overflow);

  g_assert (scope < settlement->scopes->len);
  if (!overflow.overflowed)
    divide_deduction (divided, g_array_index (settlement->scopes, PsScope, scope).deduction_cents);
  return divided;
}

static int
compare_municipalities (gconstpointer a, gconstpointer b)
{
  const PsSettlementLine *x = a, *y = b;

  return (x->municipality > y->municipality) - (x->municipality < y->municipality);
}

static PsSettlementLine *
find_municipality (GArray *sums, guint municipality)
{
  PsSettlementLine sum = { .group = PS_NONE, .municipality = municipality, .scope = PS_NONE };

  for (guint i = 0; i < sums->len; i++)
    if (g_array_index (sums, PsSettlementLine, i).municipality == municipality)
      return &g_array_index (sums, PsSettlementLine, i);
  g_array_append_val (sums, sum);
  return &g_array_index (sums, PsSettlementLine, sums->len - 1);
}

/**
 * ps_explain_municipalities: what each municipality's lines come to.
 *
 * Returns: (transfer full) (element-type PsSettlementLine): by municipality, with group and scope PS_NONE; `agreed` where the agreement
 * has at least one of its lines
 */
GArray *
ps_explain_municipalities (const PsSettlement *settlement)
{
  GArray *sums = g_array_new (FALSE, TRUE, sizeof (PsSettlementLine));
  PsOverflow overflow = { FALSE }; /* the totals fitted, and these are parts of them */

  for (guint i = 0; i < settlement->lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (settlement->lines, PsSettlementLine, i);
      PsSettlementLine *sum = find_municipality (sums, line->municipality);

      ps_settlement_line_add (sum, line, &overflow);
      sum->agreed = sum->agreed || line->agreed;
    }
  g_array_sort (sums, compare_municipalities);
  return sums;
}

static int
compare_client_months (gconstpointer a, gconstpointer b)
{
  const PsClientMonth *x = a, *y = b;

  if (x->product != y->product)
    return x->product < y->product ? -1 : 1;
  if (x->client != y->client)
    return x->client < y->client ? -1 : 1;
  return (x->month > y->month) - (x->month < y->month);
}

static PsDate
month_of (PsDate day)
{
  int year, month, first;

  ps_date_to_ymd (day, &year, &month, &first);
  return ps_date_from_ymd (year, month, 1);
}

/* One stay, month by month. */
static void
split_by_month (GArray *months, guint client, const PsSource *source)
{
  PsDate day = source->from;

  while (day <= source->to)
    {
      PsDate month = month_of (day), last = MIN (ps_date_add_months (month, 1) - 1, source->to);
      PsClientMonth part = { client, source->product, month, last - day + 1 };

      g_array_append_val (months, part);
      day = last + 1;
    }
}

/* Stays in one month are one row. */
static void
merge_months (GArray *months)
{
  guint n = 0;

  for (guint i = 0; i < months->len; i++)
    {
      const PsClientMonth *next = &g_array_index (months, PsClientMonth, i);
      PsClientMonth *last = n > 0 ? &g_array_index (months, PsClientMonth, n - 1) : NULL;

      if (last != NULL && compare_client_months (last, next) == 0)
        last->days += next->days;
      else
        g_array_index (months, PsClientMonth, n++) = *next;
    }
  g_array_set_size (months, n);
}

/**
 * ps_explain_client_months: the days that places measured daily were counted by, of a product group × municipality: per product,
 * client and month. A day counts once a client, whatever overlaps (domain.md §4): the settlement's own days, so that they add up to it.
 *
 * Returns: (transfer full) (element-type PsClientMonth): by product, client, month; none where places are measured otherwise
 */
GArray *
ps_explain_client_months (const PsDossier *dossier, guint group, guint municipality)
{
  GArray *months = g_array_new (FALSE, FALSE, sizeof (PsClientMonth));

  for (guint i = 0; i < dossier->sources->len; i++)
    {
      const PsSource *source = &g_array_index (dossier->sources, PsSource, i);
      guint assignment;

      if (source->kind != PS_SOURCE_CARE_DAYS || source->group != group || source->municipality != municipality)
        continue;
      assignment = ps_dossier_assignment_of (dossier, source);
      if (assignment != PS_NONE)
        split_by_month (months, g_array_index (dossier->production->assignments, PsAssignment, assignment).client, source);
    }
  g_array_sort (months, compare_client_months);
  merge_months (months);
  return months;
}
