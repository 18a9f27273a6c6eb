/* ps-utilisation.c: declared ÷ assigned (domain.md §2 and §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-utilisation.h"

#include "ps-acceptance.h"

/* Assigned amounts are counted in millionths of a euro a day. */
#define PER_CENT 10000

/* Millionths of a euro a day, not divided yet: what follows is exact until it is rounded once (domain.md §3). */
typedef struct
{
  PsWide part; /* 0: that cannot be said */
  PsWide whole;
} Grant;

/* What a volume is worth, by the tariff on the day, or it is in euros itself. */
static Grant
worth_of_volume (const PsRegion *region, const PsPriceList *prices, const PsAssignment *assignment, PsDate on)
{
  const Grant unknown = { 0, 1 };
  const PsProduct *product;
  gint64 tariff;

  if (assignment->volume_milli == PS_NO_NUMBER)
    return unknown;
  if (assignment->unit == PS_UNIT_EURO)
    return (Grant){ (PsWide) assignment->volume_milli * 1000, 1 };
  if (assignment->product == PS_NONE)
    return unknown;
  product = ps_region_product (region, assignment->product);
  tariff = ps_price_list_on (prices, on, NULL);
  if (tariff == PS_NO_NUMBER)
    return unknown;
  if (assignment->unit == PS_UNIT_MINUTE && product->unit == PS_UNIT_HOUR)
    return (Grant){ (PsWide) assignment->volume_milli * tariff, 10 * 60 };
  if (assignment->unit == product->unit || assignment->unit == PS_UNIT_NONE)
    return (Grant){ (PsWide) assignment->volume_milli * tariff, 10 };
  return unknown;
}

/* Spread evenly over the assignment; an open one has nothing to spread over. */
static Grant
spread (const PsAssignment *assignment, Grant total)
{
  if (assignment->end == PS_DATE_OPEN)
    return (Grant){ 0, 1 };
  return (Grant){ total.part, total.whole * (assignment->end - assignment->start + 1) };
}

static Grant
grant_per_day (const PsRegion *region, const PsPriceList *prices, const PsAssignment *assignment, PsDate on)
{
  Grant volume = worth_of_volume (region, prices, assignment, on);

  if (volume.part <= 0)
    return assignment->budget_cents > 0 ? spread (assignment, (Grant){ (PsWide) assignment->budget_cents * PER_CENT, 1 })
                                        : (Grant){ 0, 1 };
  switch (assignment->frequency)
    {
    case PS_FREQUENCY_DAY:
      return volume;
    case PS_FREQUENCY_WEEK:
      return (Grant){ volume.part, volume.whole * 7 };
    case PS_FREQUENCY_MONTH:
      return (Grant){ volume.part * 12, volume.whole * 365 };
    case PS_FREQUENCY_TOTAL:
      return spread (assignment, volume);
    default:
      return (Grant){ 0, 1 };
    }
}

/**
 * ps_assigned_per_day_at: what an assignment grants for a day, in whole millionths of a euro; 0: that cannot be said.
 * @prices: of the assignment's product; not looked at for an aspecific one
 * @on: the day whose tariff counts
 */
PsWide
ps_assigned_per_day_at (const PsRegion *region, const PsPriceList *prices, const PsAssignment *assignment, PsDate on)
{
  Grant grant = grant_per_day (region, prices, assignment, on);

  return grant.part / grant.whole;
}

/**
 * ps_assigned_per_day: the same, for one assignment of a provider. For many of them ps_assigned_per_day_at() is faster.
 */
PsWide
ps_assigned_per_day (const PsRegion *region, guint provider, const PsAssignment *assignment, PsDate on)
{
  PsPriceList prices = { NULL, 0, NULL, 0 };

  if (assignment->product != PS_NONE)
    ps_price_list_init (&prices, region, assignment->product, provider);
  return ps_assigned_per_day_at (region, &prices, assignment, on);
}

typedef struct
{
  const PsRegion *region;
  const PsProduction *production;
  PsDate from;
  PsDate through;
  PsPriceList *prices; /* by product */
  gint64 *declared;    /* by assignment */
  GHashTable *places;  /* PsUtilisation of rows, by what it is of, to its place + 1 */
  GArray *rows;        /* PsUtilisation */
  PsOverflow overflow;
} Utilising;

/* What the lines of the period produced, by assignment. */
static void
add_line (Utilising *self, const PsLine *line)
{
  const PsAssignment *assignment = &g_array_index (self->production->assignments, PsAssignment, line->assignment);
  const PsProduct *product = ps_region_product (self->region, line->product);
  gint64 *declared = &self->declared[line->assignment];
  PsAcceptance acceptance;

  if (line->from < self->from || line->from > self->through || line->status == PS_STATUS_REFUSED
      || product->funding != PS_FUNDING_PXQ)
    return;
  acceptance = ps_acceptance_of (line, assignment, product, &self->prices[line->product], &self->overflow);
  *declared = ps_add (*declared, acceptance.produced_cents, &self->overflow);
}

/* Trajects and places need a specific assignment (domain.md §4). */
static gboolean
is_effort (const Utilising *self, const PsAssignment *assignment)
{
  return assignment->product == PS_NONE || ps_region_product (self->region, assignment->product)->funding == PS_FUNDING_PXQ;
}

static guint
hash_row (gconstpointer row)
{
  const PsUtilisation *it = row;

  return it->product * 2654435761u ^ it->group * 40503u ^ it->municipality;
}

static gboolean
is_same_row (gconstpointer a, gconstpointer b)
{
  const PsUtilisation *x = a, *y = b;

  return x->product == y->product && x->group == y->group && x->municipality == y->municipality;
}

static PsUtilisation *
find_row (Utilising *self, const PsAssignment *assignment)
{
  PsUtilisation row = { .product = assignment->product, .group = assignment->group, .municipality = assignment->municipality };
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &row));

  if (place == 0)
    {
      g_array_append_val (self->rows, row);
      place = self->rows->len;
      g_hash_table_insert (self->places, g_memdup2 (&row, sizeof row), GUINT_TO_POINTER (place));
    }
  return &g_array_index (self->rows, PsUtilisation, place - 1);
}

/* The tariff is that of its first day in the period; of one that only has lines there, that of its day nearest to it. */
static void
add_assignment (Utilising *self, const PsAssignment *assignment, gint64 declared)
{
  PsDate first = MAX (assignment->start, self->from), last = MIN (assignment->end, self->through);
  PsDate on = MIN (first, MAX (assignment->start, assignment->end));
  const PsPriceList *prices = assignment->product == PS_NONE ? NULL : &self->prices[assignment->product];
  Grant per_day;
  PsUtilisation *row;

  if (first > last && declared == 0)
    return;
  row = find_row (self, assignment);
  row->n_assignments++;
  per_day = grant_per_day (self->region, prices, assignment, on);
  if (per_day.part == 0)
    {
      row->n_unknown++;
      return;
    }
  row->assigned_cents = ps_add (
      row->assigned_cents, ps_round_div (per_day.part * MAX (0, last - first + 1), per_day.whole * PER_CENT, &self->overflow),
      &self->overflow);
  row->declared_cents = ps_add (row->declared_cents, declared, &self->overflow);
}

static void
add_all (Utilising *self)
{
  const PsProduction *production = self->production;

  for (guint i = 0; i < production->lines->len; i++)
    add_line (self, &g_array_index (production->lines, PsLine, i));
  for (guint i = 0; i < production->assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (production->assignments, PsAssignment, i);

      if (is_effort (self, assignment))
        add_assignment (self, assignment, self->declared[i]);
    }
}

static void
begin (Utilising *self)
{
  guint n_products = self->region->products->len;

  self->prices = g_new (PsPriceList, MAX (n_products, 1));
  for (guint i = 0; i < n_products; i++)
    ps_price_list_init (&self->prices[i], self->region, i, self->production->provider);
  self->declared = g_new0 (gint64, MAX (self->production->assignments->len, 1));
  self->places = g_hash_table_new_full (hash_row, is_same_row, g_free, NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (PsUtilisation));
}

static void
end (Utilising *self)
{
  g_free (self->prices);
  g_free (self->declared);
  g_hash_table_unref (self->places);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PsUtilisation *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  if (x->product != y->product)
    return x->product < y->product ? -1 : 1;
  return (x->municipality > y->municipality) - (x->municipality < y->municipality);
}

/**
 * ps_utilisation_make: what was assigned to and declared by a provider in a period of one year, in cents; what an assignment grants is
 * rounded once for the period.
 *
 * Returns: (transfer full): NULL with PS_CORE_ERROR_OVERFLOW where an amount does not fit.
 */
GArray *
ps_utilisation_make (const PsRegion *region, const PsProduction *production, int year, PsDate from, PsDate through,
                     GError **error)
{
  Utilising self = { .region = region, .production = production, .from = from, .through = through };

  begin (&self);
  if (from <= through)
    add_all (&self);
  end (&self);
  g_array_sort (self.rows, compare_rows);
  if (ps_year_fits (&self.overflow, region, production->provider, year, error))
    return self.rows;
  g_array_unref (self.rows);
  return NULL;
}
