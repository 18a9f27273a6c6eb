/* ps-traject.c: one fixed price per assignment (domain.md §4)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-settling.h"

#include <stdlib.h>

/* Of two stops on one day: according to plan, else the lowest that was given, so that the order of rows changes nothing. */
static int
reason_of_both (int a, int b)
{
  if (a == PS_REASON_ACCORDING_TO_PLAN || b == PS_REASON_ACCORDING_TO_PLAN)
    return PS_REASON_ACCORDING_TO_PLAN;
  if (a == PS_REASON_NONE || b == PS_REASON_NONE)
    return MAX (a, b);
  return MIN (a, b);
}

/* The earliest stop up to `through` whose reason is not "temporarily stopped"; of two on that day, "according to plan" counts. */
static void
find_end (PsTraject *traject, const PsCare *care, guint n_care, PsDate through)
{
  for (guint i = 0; i < n_care; i++)
    {
      if (care[i].stop == PS_DATE_OPEN || care[i].stop > through || care[i].reason == PS_REASON_PAUSED)
        continue;
      if (!traject->ended || care[i].stop < traject->end)
        {
          traject->ended = TRUE;
          traject->end = care[i].stop;
          traject->reason = PS_REASON_NONE;
        }
      if (care[i].stop == traject->end)
        traject->reason = reason_of_both (traject->reason, care[i].reason);
    }
}

/**
 * ps_traject_of: where the traject of an assignment stands when all stops up to `through` are known.
 * @prices: of the assignment's product; not looked at for an assignment that is no traject
 */
PsTraject
ps_traject_of (const PsRegion *region, const PsProduction *production, const PsAssignment *assignment, const PsPriceList *prices,
               PsDate through)
{
  PsTraject traject = { .tariff_e4 = PS_NO_NUMBER };
  const PsCare *care = &g_array_index (production->care, PsCare, assignment->first_care);
  const PsProduct *product;

  if (assignment->product == PS_NONE)
    return traject;
  product = ps_region_product (region, assignment->product);
  traject.is_traject = product->funding == PS_FUNDING_TRAJECT;
  if (!traject.is_traject || assignment->n_care == 0)
    return traject;

  traject.started = TRUE;
  traject.first_start = care[0].start;
  for (guint i = 1; i < assignment->n_care; i++)
    traject.first_start = MIN (traject.first_start, care[i].start);

  find_end (&traject, care, assignment->n_care, through);
  traject.to_plan = traject.reason == PS_REASON_ACCORDING_TO_PLAN;
  traject.norm_days = ps_date_add_months (traject.first_start, MAX (product->norm_months, 0)) - traject.first_start;
  traject.tariff_e4 = ps_price_list_on (prices, traject.first_start, NULL);
  return traject;
}

/* round (price × min (1, days / norm days)) cents; without a norm there is nothing to fall short of. */
static gint64
part_of_price (const PsTraject *traject, int days, PsOverflow *overflow)
{
  if (days >= traject->norm_days)
    return ps_round_div (traject->tariff_e4, 100, overflow);
  return ps_round_div ((PsWide) traject->tariff_e4 * days, (PsWide) traject->norm_days * 100, overflow);
}

/**
 * ps_traject_price: what a traject that has ended produces, in cents: in full when it ended according to plan, else by the days that
 * it lasted. 0 without a tariff.
 */
gint64
ps_traject_price (const PsTraject *traject, PsOverflow *overflow)
{
  g_assert (traject->ended);

  if (traject->tariff_e4 == PS_NO_NUMBER)
    return 0;
  if (traject->to_plan)
    return ps_round_div (traject->tariff_e4, 100, overflow);
  return part_of_price (traject, traject->end - traject->first_start + 1, overflow);
}

/**
 * ps_traject_accrued: what a traject comes to when it is counted as it runs (domain.md §7), up to and including `day`; from its end
 * on the price that it got. In cents.
 */
gint64
ps_traject_accrued (const PsTraject *traject, PsDate day, PsOverflow *overflow)
{
  if (!traject->started || traject->first_start > day || traject->tariff_e4 == PS_NO_NUMBER)
    return 0;
  if (traject->ended && traject->end <= day)
    return ps_traject_price (traject, overflow);
  return part_of_price (traject, day - traject->first_start + 1, overflow);
}

static void
add_source (PsSettling *self, const PsAssignment *assignment, const PsTraject *traject, PsSettlementLine *line, gint64 gross)
{
  PsSource *source =
      ps_settling_source (self, PS_SOURCE_TRAJECT, line->group, line->municipality, assignment->product, assignment->id);

  if (source != NULL)
    {
      source->from = traject->first_start;
      source->to = traject->ended ? traject->end : PS_DATE_OPEN;
      source->tariff_e4 = traject->tariff_e4;
      source->quantity = (traject->ended ? traject->end : self->through) - traject->first_start + 1;
      source->norm_days = traject->norm_days;
      source->share_bp = traject->to_plan ? PS_FULL_BP : 0;
      source->reason = traject->reason;
      if (traject->tariff_e4 != PS_NO_NUMBER)
        source->price_cents = ps_round_div (traject->tariff_e4, 100, &self->overflow);
    }
  ps_settling_produce (self, line, source, assignment->product, gross);
}

/* Care that started or stopped after the end: a signal, not a second price. */
static void
signal_care_after_end (PsSettling *self, const PsAssignment *assignment, const PsTraject *traject)
{
  for (guint i = 0; i < assignment->n_care; i++)
    {
      const PsCare *care = &g_array_index (self->production->care, PsCare, assignment->first_care + i);

      if (care->start > traject->end || (care->stop != PS_DATE_OPEN && care->stop > traject->end))
        {
          ps_settling_signal (self, PS_SIGNAL_CARE_AFTER_TRAJECT, assignment->group, assignment->municipality,
                              assignment->product, assignment->id, 1);
          return;
        }
    }
}

/* Counted as it runs: the year's part is accrued (through) − accrued (31-12 before). */
static void
accrue_traject (PsSettling *self, const PsAssignment *assignment, const PsTraject *traject)
{
  gint64 before = ps_traject_accrued (traject, self->start - 1, &self->overflow);
  gint64 now = ps_traject_accrued (traject, self->through, &self->overflow);

  if (now != before)
    add_source (self, assignment, traject, ps_settling_line (self, assignment->group, assignment->municipality), now - before);
}

static void
produce_traject (PsSettling *self, const PsAssignment *assignment, const PsTraject *traject)
{
  if (!traject->ended || traject->end < self->start)
    return;
  if (traject->tariff_e4 == PS_NO_NUMBER)
    ps_settling_signal (self, PS_SIGNAL_TRAJECT_WITHOUT_TARIFF, assignment->group, assignment->municipality, assignment->product,
                        assignment->id, 1);
  else
    add_source (self, assignment, traject, ps_settling_line (self, assignment->group, assignment->municipality),
                ps_traject_price (traject, &self->overflow));
  signal_care_after_end (self, assignment, traject);
}

/* A traject by client, group and start, for finding one that follows too soon. */
typedef struct
{
  guint client;
  guint group;
  PsDate start;
  guint assignment;
} Sequence;

static int
compare_sequence (gconstpointer a, gconstpointer b)
{
  const Sequence *x = a, *y = b;

  if (x->client != y->client)
    return x->client < y->client ? -1 : 1;
  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  return (x->start > y->start) - (x->start < y->start);
}

/* A new traject of the same client, provider and group within the norm duration of the last one is a signal. */
static void
signal_trajects_again (PsSettling *self)
{
  g_autoptr (GArray) sequence = g_array_new (FALSE, FALSE, sizeof (Sequence));

  for (guint i = 0; i < self->production->assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (self->production->assignments, PsAssignment, i);
      Sequence entry = { assignment->client, assignment->group, self->trajects[i].first_start, i };

      if (self->trajects[i].started)
        g_array_append_val (sequence, entry);
    }
  g_array_sort (sequence, compare_sequence);

  for (guint i = 1; i < sequence->len; i++)
    {
      const Sequence *entry = &g_array_index (sequence, Sequence, i), *last = entry - 1;
      const PsAssignment *assignment = &g_array_index (self->production->assignments, PsAssignment, entry->assignment);

      if (last->client == entry->client && last->group == entry->group && entry->start >= self->start
          && entry->start <= self->through && entry->start < last->start + self->trajects[last->assignment].norm_days)
        ps_settling_signal (self, PS_SIGNAL_TRAJECT_AGAIN, assignment->group, assignment->municipality, assignment->product,
                            assignment->id, 1);
    }
}

/**
 * ps_trajects_settle: finds where every traject stands and produces those that ended in the year up to `through`.
 */
void
ps_trajects_settle (PsSettling *self)
{
  const GArray *assignments = self->production->assignments;

  self->trajects = g_new (PsTraject, MAX (assignments->len, 1));
  for (guint i = 0; i < assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (assignments, PsAssignment, i);
      const PsPriceList *prices = assignment->product != PS_NONE ? &self->prices[assignment->product] : NULL;
      PsTraject *traject = &self->trajects[i];

      *traject = ps_traject_of (self->region, self->production, assignment, prices, self->through);
      if (!traject->is_traject || !traject->started)
        continue;
      if (self->accrue)
        accrue_traject (self, assignment, traject);
      else
        produce_traject (self, assignment, traject);
    }
  signal_trajects_again (self);
}
