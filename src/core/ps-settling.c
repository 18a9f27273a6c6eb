/* ps-settling.c: a settlement while it is being computed: its lines, sources and signals
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-settling.h"

/**
 * ps_settling_add: sum + cents, remembering an overflow.
 */
void
ps_settling_add (PsSettling *self, gint64 *sum, gint64 cents)
{
  *sum = ps_add (*sum, cents, &self->overflow);
}

/**
 * ps_settling_line: the line of a product group × municipality, made when it is new. Valid until the next one is made.
 */
PsSettlementLine *
ps_settling_line (PsSettling *self, guint group, guint municipality)
{
  guint *cell = &self->grid[group * self->region->municipalities->len + municipality];

  if (*cell == 0)
    {
      PsSettlementLine line = { .group = group,
                                .municipality = municipality,
                                .scope = ps_scopes_find (self, group, municipality) };

      g_array_append_val (self->lines, line);
      *cell = self->lines->len;
    }
  return &g_array_index (self->lines, PsSettlementLine, *cell - 1);
}

/**
 * ps_settling_source: something that figures are made of; NULL where nobody asked for sources. Valid until the next one.
 */
PsSource *
ps_settling_source (PsSettling *self, PsSourceKind kind, guint group, guint municipality, guint product, gint64 id)
{
  PsSource source = { .kind = kind,
                      .group = group,
                      .municipality = municipality,
                      .product = product,
                      .id = id,
                      .tariff_e4 = PS_NO_NUMBER,
                      .path_from = PS_DATE_OPEN,
                      .price_cents = PS_NO_NUMBER };

  if (self->sources == NULL)
    return NULL;
  g_array_append_val (self->sources, source);
  return &g_array_index (self->sources, PsSource, self->sources->len - 1);
}

/**
 * ps_settling_undecided: a line in dispute that nobody decided on, counted with those of its product and reason.
 */
void
ps_settling_undecided (PsSettling *self, const PsLine *line, PsDispute dispute)
{
  PsDisputeSum *sum = NULL;

  if (self->undecided == NULL)
    self->undecided = g_array_new (FALSE, FALSE, sizeof (PsDisputeSum));
  for (guint i = 0; sum == NULL && i < self->undecided->len; i++)
    {
      PsDisputeSum *other = &g_array_index (self->undecided, PsDisputeSum, i);

      if (other->product == line->product && other->dispute == dispute)
        sum = other;
    }
  if (sum == NULL)
    {
      PsDisputeSum first = { .product = line->product, .dispute = dispute, .first = line->from };

      g_array_append_val (self->undecided, first);
      sum = &g_array_index (self->undecided, PsDisputeSum, self->undecided->len - 1);
    }
  sum->n_lines++;
  sum->first = MIN (sum->first, line->from);
  ps_settling_add (self, &sum->declared_cents, line->amount_cents);
  ps_settling_add (self, &sum->size_cents, ABS (line->amount_cents));
}

/**
 * ps_settling_signal: somebody must look at this; signals of one kind about one place are counted together.
 */
void
ps_settling_signal (PsSettling *self, PsSignalKind kind, guint group, guint municipality, guint product, gint64 id, gint64 count)
{
  PsSignal signal = { kind, group, municipality, product, id, count };

  for (guint i = 0; i < self->signals->len; i++)
    {
      PsSignal *known = &g_array_index (self->signals, PsSignal, i);

      if (known->kind == kind && known->group == group && known->municipality == municipality && known->product == product)
        {
          ps_settling_add (self, &known->count, count);
          return;
        }
    }
  g_array_append_val (self->signals, signal);
}

/**
 * ps_settling_produce: adds gross production of a product to a line, and to its exempt parts where the product is exempt.
 * @source: (nullable): where it came from
 */
void
ps_settling_produce (PsSettling *self, PsSettlementLine *line, PsSource *source, guint product, gint64 gross_cents)
{
  PsExempt exempt = ps_region_product (self->region, product)->exempt;
  gint64 exempt_cents = exempt != PS_EXEMPT_NO ? gross_cents : 0;
  gint64 outside_cents = exempt == PS_EXEMPT_OUTSIDE ? gross_cents : 0;

  ps_settling_add (self, &line->gross_cents, gross_cents);
  ps_settling_add (self, &line->exempt_cents, exempt_cents);
  ps_settling_add (self, &line->outside_cents, outside_cents);
  if (source == NULL)
    return;
  source->gross_cents = gross_cents;
  source->exempt_cents = exempt_cents;
  source->outside_cents = outside_cents;
}
