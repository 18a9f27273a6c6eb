/* ps-measured.c: what the message data says of a peildatum, per product and municipality of a provider (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-measured.h"

#include "ps-waiting.h"

/* A client in care at a product in a municipality on the day. */
typedef struct
{
  guint product;
  guint municipality;
  guint client;
} Presence;

typedef struct
{
  const PsRegion *region;
  const PsProduction *production;
  PsDate day;
  gboolean has_realised;
  GArray *presences;  /* Presence */
  GArray *rows;       /* PsMeasured */
  GHashTable *places; /* product × municipality → place in rows + 1 */
  GHashTable *unsaid; /* group × municipality in which somebody is in care whose assignment names no product */
  PsOverflow overflow;
} Measuring;

static gpointer
key_of (const Measuring *self, guint thing, guint municipality)
{
  return GSIZE_TO_POINTER ((gsize) thing * self->region->municipalities->len + municipality + 1);
}

static PsMeasured *
row_of (Measuring *self, guint product, guint municipality)
{
  gpointer key = key_of (self, product, municipality);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key));
  PsMeasured row = { .product = product, .municipality = municipality };

  if (place != 0)
    return &g_array_index (self->rows, PsMeasured, place - 1);
  row.values[PS_MEASURE_PLACES] = row.values[PS_MEASURE_WAITING_DAYS] = PS_NO_NUMBER;
  if (!self->has_realised)
    row.values[PS_MEASURE_REALISED] = PS_NO_NUMBER;
  g_array_append_val (self->rows, row);
  g_hash_table_insert (self->places, key, GUINT_TO_POINTER (self->rows->len));
  return &g_array_index (self->rows, PsMeasured, self->rows->len - 1);
}

static void
add_assignment (Measuring *self, const PsAssignment *assignment)
{
  Presence presence = { assignment->product, assignment->municipality, assignment->client };

  if (!ps_is_in_care_on (self->production, assignment, self->day))
    return;
  if (assignment->product == PS_NONE)
    g_hash_table_add (self->unsaid, key_of (self, assignment->group, assignment->municipality));
  else
    g_array_append_val (self->presences, presence);
}

static int
compare_presences (gconstpointer a, gconstpointer b)
{
  const Presence *x = a, *y = b;

  if (x->product != y->product)
    return x->product < y->product ? -1 : 1;
  if (x->municipality != y->municipality)
    return x->municipality < y->municipality ? -1 : 1;
  return (x->client > y->client) - (x->client < y->client);
}

/* A client counts once, however many assignments it has. */
static void
count_presences (Measuring *self)
{
  g_array_sort (self->presences, compare_presences);
  for (guint i = 0; i < self->presences->len; i++)
    {
      const Presence *presence = &g_array_index (self->presences, Presence, i);

      if (i == 0 || compare_presences (presence - 1, presence) != 0)
        row_of (self, presence->product, presence->municipality)->values[PS_MEASURE_CLIENTS]++;
    }
}

/* The sum of the days is in the row until all are counted. */
static void
add_wait (Measuring *self, const PsWait *wait)
{
  gint64 *values;

  if (wait->product == PS_NONE)
    return;
  values = row_of (self, wait->product, wait->municipality)->values;
  if (values[PS_MEASURE_WAITING]++ == 0)
    values[PS_MEASURE_WAITING_DAYS] = 0;
  values[PS_MEASURE_WAITING_DAYS] += self->day - wait->since;
}

static void
count_waits (Measuring *self)
{
  g_autoptr (GArray) waits = ps_waits_on (self->production, &self->day, 1);

  for (guint i = 0; i < waits->len; i++)
    add_wait (self, &g_array_index (waits, PsWait, i));
}

/* Net of each product: what was produced less what the norm duration deducts; beside a lump sum what was produced (domain.md §5, §7). */
static void
add_source (Measuring *self, const PsSource *source)
{
  gint64 net = ps_subtract (source->gross_cents, source->norm_deduction_cents, &self->overflow);
  PsMeasured *row;

  if (source->product == PS_NONE || net == 0)
    return;
  row = row_of (self, source->product, source->municipality);
  row->values[PS_MEASURE_REALISED] = ps_add (row->values[PS_MEASURE_REALISED], net, &self->overflow);
}

static gboolean
add_realised (Measuring *self, PsDate through, GError **error)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (PsSource));
  int year = ps_date_year (self->day);
  PsSettleOptions options = { .year = year,
                              .through = MIN (through, ps_date_year_end (year)),
                              .accrue = TRUE,
                              .peildata_through = self->day,
                              .agreement = NULL,
                              .sources = sources };
  g_autoptr (PsSettlement) settlement = ps_settle (self->region, self->production, &options, error);

  if (settlement == NULL)
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    add_source (self, &g_array_index (sources, PsSource, i));
  return TRUE;
}

/* Places are the clients in care on the day, as where they are measured on peildata (domain.md §4). Where nobody is in care by an
 * assignment to the product, but somebody is by one to its group, nothing is said of the product's clients. */
static void
finish_row (Measuring *self, PsMeasured *row)
{
  const PsProduct *product = ps_region_product (self->region, row->product);
  gint64 *values = row->values;

  if (values[PS_MEASURE_WAITING] > 0)
    values[PS_MEASURE_WAITING_DAYS] = ps_round_div (values[PS_MEASURE_WAITING_DAYS], values[PS_MEASURE_WAITING], &self->overflow);
  if (product->funding == PS_FUNDING_PLEK)
    values[PS_MEASURE_PLACES] = values[PS_MEASURE_CLIENTS] * 1000;
  else if (values[PS_MEASURE_CLIENTS] == 0
           && g_hash_table_contains (self->unsaid, key_of (self, product->group, row->municipality)))
    values[PS_MEASURE_CLIENTS] = PS_NO_NUMBER;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PsMeasured *x = a, *y = b;

  if (x->product != y->product)
    return x->product < y->product ? -1 : 1;
  return (x->municipality > y->municipality) - (x->municipality < y->municipality);
}

static gboolean
measure (Measuring *self, PsDate through, GError **error)
{
  for (guint i = 0; i < self->production->assignments->len; i++)
    add_assignment (self, &g_array_index (self->production->assignments, PsAssignment, i));
  count_presences (self);
  count_waits (self);
  if (self->has_realised && !add_realised (self, through, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    finish_row (self, &g_array_index (self->rows, PsMeasured, i));
  if (!ps_year_fits (&self->overflow, self->region, self->production->provider, ps_date_year (self->day), error))
    return FALSE;
  g_array_sort (self->rows, compare_rows);
  return TRUE;
}

/**
 * ps_measured_compute:
 * @production: as loaded for the year of @day
 * @day: the peildatum
 * @through: to which its data is complete
 *
 * Returns: (transfer full): PsMeasured; NULL with PS_CORE_ERROR
 */
GArray *
ps_measured_compute (const PsRegion *region, const PsProduction *production, PsDate day, PsDate through, GError **error)
{
  Measuring self = { .region = region, .production = production, .day = day };
  gboolean ok;

  self.has_realised = through != PS_DATE_OPEN && through >= ps_date_year_start (ps_date_year (day));
  self.presences = g_array_new (FALSE, FALSE, sizeof (Presence));
  self.rows = g_array_new (FALSE, FALSE, sizeof (PsMeasured));
  self.places = g_hash_table_new (NULL, NULL);
  self.unsaid = g_hash_table_new (NULL, NULL);
  ok = measure (&self, through, error);
  g_array_unref (self.presences);
  g_hash_table_unref (self.places);
  g_hash_table_unref (self.unsaid);
  if (!ok)
    g_clear_pointer (&self.rows, g_array_unref);
  return self.rows;
}
