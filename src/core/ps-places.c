/* ps-places.c: places: a client in care for a whole year (domain.md §4, plek)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-settling.h"

/* A client's days under a product in a municipality; after merging, no two of one client overlap. */
typedef struct
{
  guint product;
  guint municipality;
  guint client;
  PsDate start;
  PsDate end;
  gint64 assignment_id;
} Presence;

/* The places of one product in one municipality: presences[first .. first + n - 1] */
typedef struct
{
  guint product;
  guint municipality;
  const Presence *presences;
  guint n;
  PsWide worth; /* sum of tariffs in ten-thousandths × days, × places in thousandths, or × clients */
  gint64 without_tariff;
} Places;

static int
compare_place_keys (guint a_product, guint a_municipality, guint b_product, guint b_municipality)
{
  if (a_product != b_product)
    return a_product < b_product ? -1 : 1;
  return (a_municipality > b_municipality) - (a_municipality < b_municipality);
}

static int
compare_presences (gconstpointer a, gconstpointer b)
{
  const Presence *x = a, *y = b;
  int order = compare_place_keys (x->product, x->municipality, y->product, y->municipality);

  if (order != 0)
    return order;
  if (x->client != y->client)
    return x->client < y->client ? -1 : 1;
  return (x->start > y->start) - (x->start < y->start);
}

static gboolean
is_by_peildata (const PsSettling *self)
{
  return self->agreement != NULL && self->agreement->measuring != PS_PLACES_DAILY;
}

/* The last day whose care counts: of places on peildata that can be after the days that they are paid for (domain.md §7). */
static PsDate
last_day (const PsSettling *self)
{
  return is_by_peildata (self) ? self->peildata_through : self->through;
}

/* Only days inside the assignment and the year up to the last day count; an open care period ends with its assignment. */
static void
collect_assignment (const PsSettling *self, const PsAssignment *assignment, GArray *presences)
{
  for (guint i = 0; i < assignment->n_care; i++)
    {
      const PsCare *care = &g_array_index (self->production->care, PsCare, assignment->first_care + i);
      Presence presence = { assignment->product,
                            assignment->municipality,
                            assignment->client,
                            MAX (MAX (care->start, assignment->start), self->start),
                            MIN (MIN (care->stop, assignment->end), last_day (self)),
                            assignment->id };

      if (presence.start <= presence.end)
        g_array_append_val (presences, presence);
    }
}

/* A client counts once a day, however many periods overlap. */
static void
merge_presences (GArray *presences)
{
  guint n = 0;

  for (guint i = 0; i < presences->len; i++)
    {
      const Presence *next = &g_array_index (presences, Presence, i);
      Presence *last = n > 0 ? &g_array_index (presences, Presence, n - 1) : NULL;

      if (last != NULL && last->product == next->product && last->municipality == next->municipality
          && last->client == next->client && next->start <= last->end)
        last->end = MAX (last->end, next->end);
      else
        g_array_index (presences, Presence, n++) = *next;
    }
  g_array_set_size (presences, n);
}

static GArray *
collect_presences (const PsSettling *self)
{
  GArray *presences = g_array_new (FALSE, FALSE, sizeof (Presence));

  for (guint i = 0; i < self->production->assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (self->production->assignments, PsAssignment, i);

      if (assignment->product != PS_NONE && ps_region_product (self->region, assignment->product)->funding == PS_FUNDING_PLEK)
        collect_assignment (self, assignment, presences);
    }
  g_array_sort (presences, compare_presences);
  merge_presences (presences);
  return presences;
}

static void
add_care_days_source (PsSettling *self, const Presence *presence, PsDate from, PsDate to, gint64 tariff_e4)
{
  PsSource *source = ps_settling_source (self, PS_SOURCE_CARE_DAYS, ps_region_product (self->region, presence->product)->group,
                                         presence->municipality, presence->product, presence->assignment_id);

  if (source == NULL)
    return;
  source->from = from;
  source->to = to;
  source->tariff_e4 = tariff_e4;
  source->quantity = to - from + 1;
}

/* Measured daily: each day is worth the tariff of that day. */
static void
count_days (PsSettling *self, Places *places)
{
  for (guint i = 0; i < places->n; i++)
    {
      const Presence *presence = &places->presences[i];
      PsDate day = presence->start;

      while (day <= presence->end)
        {
          PsDate until;
          gint64 tariff = ps_price_list_on (&self->prices[places->product], day, &until);

          until = MIN (until, presence->end);
          if (tariff == PS_NO_NUMBER)
            places->without_tariff += until - day + 1;
          else
            places->worth += (PsWide) tariff * (until - day + 1);
          add_care_days_source (self, presence, day, until, tariff);
          day = until + 1;
        }
    }
}

static gint64
clients_on (const Places *places, PsDate day)
{
  gint64 clients = 0;

  for (guint i = 0; i < places->n; i++)
    clients += places->presences[i].start <= day && places->presences[i].end >= day;
  return clients;
}

/* The places that were entered for a peildatum, in thousandths; PS_NO_NUMBER: none. */
static gint64
measured_on (const PsSettling *self, const Places *places, guint peildatum)
{
  for (guint i = 0; i < self->production->measurements->len; i++)
    {
      const PsMeasurement *measurement = &g_array_index (self->production->measurements, PsMeasurement, i);

      if (measurement->peildatum == peildatum && measurement->product == places->product
          && measurement->municipality == places->municipality)
        return measurement->places_milli;
    }
  return PS_NO_NUMBER;
}

/* The places on one peildatum, in thousandths, whichever way they are measured. */
static gint64
places_on (PsSettling *self, const Places *places, guint peildatum)
{
  gint64 measured;

  if (self->agreement->measuring == PS_PLACES_ON_PEILDATA)
    return clients_on (places, ps_region_peildatum (self->region, peildatum)->date) * 1000;

  measured = measured_on (self, places, peildatum);
  if (measured != PS_NO_NUMBER)
    return measured;
  ps_settling_signal (self, PS_SIGNAL_NOT_MEASURED, ps_region_product (self->region, places->product)->group,
                      places->municipality, places->product, 0, 1);
  return 0;
}

static void
add_peildatum_source (PsSettling *self, const Places *places, PsDate day, gint64 places_milli, gint64 tariff_e4)
{
  PsSource *source = ps_settling_source (self, PS_SOURCE_PEILDATUM, ps_region_product (self->region, places->product)->group,
                                         places->municipality, places->product, 0);

  if (source == NULL)
    return;
  source->from = day;
  source->to = day;
  source->tariff_e4 = tariff_e4;
  source->quantity = places_milli;
}

/* Measured on peildata: sums what the places on each peildatum of the year up to the last day are worth for a year.
 * Returns the number of those peildata. */
static int
count_on_peildata (PsSettling *self, Places *places)
{
  int n = 0;

  for (guint i = 0; i < self->region->peildata->len; i++)
    {
      PsDate day = ps_region_peildatum (self->region, i)->date;
      gint64 tariff, places_milli;

      if (day < self->start || day > self->peildata_through)
        continue;
      n++;
      places_milli = places_on (self, places, i);
      tariff = ps_price_list_on (&self->prices[places->product], day, NULL);
      if (tariff != PS_NO_NUMBER)
        places->worth += (PsWide) tariff * places_milli;
      else if (places_milli != 0)
        places->without_tariff++;
      add_peildatum_source (self, places, day, places_milli, tariff);
    }
  return n;
}

/* Rounded once, per provider × product × municipality. */
static gint64
amount_of (PsSettling *self, Places *places)
{
  int days_in_year = ps_date_days_in_year (self->year);
  int n;

  if (!is_by_peildata (self))
    {
      count_days (self, places);
      return ps_round_div (places->worth, (PsWide) days_in_year * 100, &self->overflow);
    }

  n = count_on_peildata (self, places);
  if (n == 0)
    {
      ps_settling_signal (self, PS_SIGNAL_BEFORE_FIRST_PEILDATUM, ps_region_product (self->region, places->product)->group,
                          places->municipality, places->product, 0, 1);
      return 0;
    }
  return ps_round_div (places->worth * (self->through - self->start + 1), (PsWide) n * days_in_year * 1000 * 100,
                       &self->overflow);
}

static void
settle_places (PsSettling *self, Places *places)
{
  guint group = ps_region_product (self->region, places->product)->group;
  gint64 amount = amount_of (self, places);
  PsSettlementLine *line = ps_settling_line (self, group, places->municipality);
  PsSource *source = ps_settling_source (self, PS_SOURCE_PLACES, group, places->municipality, places->product, 0);

  if (source != NULL)
    {
      source->from = self->start;
      source->to = self->through;
    }
  ps_settling_produce (self, line, source, places->product, amount);
  if (places->without_tariff > 0)
    ps_settling_signal (self, PS_SIGNAL_PLACE_WITHOUT_TARIFF, group, places->municipality, places->product, 0,
                        places->without_tariff);
}

/* One product × municipality after the other, of the presences. */
static GArray *
group_presences (const GArray *presences)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (Places));

  for (guint i = 0; i < presences->len; i++)
    {
      const Presence *presence = &g_array_index (presences, Presence, i);
      Places *last = all->len > 0 ? &g_array_index (all, Places, all->len - 1) : NULL;

      if (last == NULL || last->product != presence->product || last->municipality != presence->municipality)
        {
          Places places = { .product = presence->product, .municipality = presence->municipality, .presences = presence };

          g_array_append_val (all, places);
          last = &g_array_index (all, Places, all->len - 1);
        }
      last->n++;
    }
  return all;
}

static gboolean
has_places (const GArray *all, guint product, guint municipality)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Places *places = &g_array_index (all, Places, i);

      if (places->product == product && places->municipality == municipality)
        return TRUE;
    }
  return FALSE;
}

/* Measured places count where nobody was in care too. */
static void
add_measured_only (const PsSettling *self, GArray *all)
{
  for (guint i = 0; i < self->production->measurements->len; i++)
    {
      const PsMeasurement *measurement = &g_array_index (self->production->measurements, PsMeasurement, i);
      PsDate day = ps_region_peildatum (self->region, measurement->peildatum)->date;
      Places places = { .product = measurement->product, .municipality = measurement->municipality };

      if (ps_region_product (self->region, measurement->product)->funding == PS_FUNDING_PLEK && day >= self->start
          && day <= self->peildata_through && !has_places (all, measurement->product, measurement->municipality))
        g_array_append_val (all, places);
    }
}

/**
 * ps_places_settle: the places of the year up to `through`, measured as the agreement says; daily without an agreement.
 */
void
ps_places_settle (PsSettling *self)
{
  g_autoptr (GArray) presences = collect_presences (self);
  g_autoptr (GArray) all = group_presences (presences);

  if (self->agreement != NULL && self->agreement->measuring == PS_PLACES_MEASURED)
    add_measured_only (self, all);
  for (guint i = 0; i < all->len; i++)
    settle_places (self, &g_array_index (all, Places, i));
}
