/* ps-forecast-care.c: what a year comes to if everyone in care on the day stays as long as is known now (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Only care that began by the day counts, and a stop after it was not known yet: such care goes on to its assignment's end, at most to
 * the end of the year. Places: each of its days at its tariff, or the peildata that are still to come. Trajects: they accrue on, to
 * their norm or the assignment's end. P×Q is in ps-forecast-effort.c.
 */
#include "ps-forecast-private.h"

static int
compare_stays (gconstpointer a, gconstpointer b)
{
  const PsStay *x = a, *y = b;

  if (x->thing != y->thing)
    return x->thing < y->thing ? -1 : 1;
  if (x->part != y->part)
    return x->part < y->part ? -1 : 1;
  if (x->client != y->client)
    return x->client < y->client ? -1 : 1;
  return (x->start > y->start) - (x->start < y->start);
}

/* A client counts once a day, however many periods overlap. */
void
ps_stays_merge (GArray *stays)
{
  guint n = 0;

  g_array_sort (stays, compare_stays);
  for (guint i = 0; i < stays->len; i++)
    {
      const PsStay *next = &g_array_index (stays, PsStay, i);
      PsStay *last = n > 0 ? &g_array_index (stays, PsStay, n - 1) : NULL;

      if (last != NULL && last->thing == next->thing && last->part == next->part && last->client == next->client
          && next->start <= last->end)
        last->end = MAX (last->end, next->end);
      else
        g_array_index (stays, PsStay, n++) = *next;
    }
  g_array_set_size (stays, n);
}

/* The care of an assignment within the year, as it was known on the day. */
void
ps_in_care_collect (const PsInCare *self, const PsAssignment *assignment, guint thing, guint part, GArray *stays)
{
  for (guint i = 0; i < assignment->n_care; i++)
    {
      const PsCare *care = &g_array_index (self->settling->production->care, PsCare, assignment->first_care + i);
      PsDate stop = care->stop <= self->day ? care->stop : PS_DATE_OPEN;
      PsStay stay = { thing, part, assignment->client, MAX (MAX (care->start, assignment->start), self->settling->start),
                      MIN (MIN (stop, assignment->end), self->settling->through) };

      if (care->start <= self->day && stay.start <= stay.end)
        g_array_append_val (stays, stay);
    }
}

void
ps_in_care_add (PsInCare *self, guint scope, gint64 cents)
{
  self->cents[scope] = ps_add (self->cents[scope], cents, &self->settling->overflow);
}

/* Places */

static PsWide
worth_of_days (const PsInCare *self, const PsStay *stay)
{
  PsWide worth = 0;

  for (PsDate day = stay->start, until; day <= stay->end; day = until + 1)
    {
      gint64 tariff = ps_price_list_on (&self->settling->prices[stay->thing], day, &until);

      until = MIN (until, stay->end);
      if (tariff != PS_NO_NUMBER)
        worth += (PsWide) tariff * (until - day + 1);
    }
  return worth;
}

static gint64
clients_on (const PsStay *stays, guint n, PsDate day)
{
  gint64 clients = 0;

  for (guint i = 0; i < n; i++)
    clients += stays[i].start <= day && stays[i].end >= day;
  return clients;
}

/* The places that were entered on the last peildatum up to a day; 0: none ever. `exact`: for that very peildatum. */
static gint64
entered_by (const PsInCare *self, guint product, guint municipality, PsDate day, gboolean exact)
{
  const GArray *measurements = self->settling->production->measurements;
  PsDate latest = self->settling->start - 1;
  gint64 places = 0;

  for (guint i = 0; i < measurements->len; i++)
    {
      const PsMeasurement *it = &g_array_index (measurements, PsMeasurement, i);
      PsDate on = ps_region_peildatum (self->settling->region, it->peildatum)->date;

      if (it->product == product && it->municipality == municipality && it->places_milli != PS_NO_NUMBER && on > latest
          && (exact ? on == day : on <= day))
        {
          latest = on;
          places = it->places_milli;
        }
    }
  return places;
}

/* On peildata that have been what was found there; on those to come the clients that are known to stay, or the places last entered. */
static gint64
places_on (const PsInCare *self, guint product, guint municipality, const PsStay *stays, guint n, PsDate peildatum)
{
  if (self->settling->agreement->measuring == PS_PLACES_ON_PEILDATA)
    return clients_on (stays, n, peildatum) * 1000;
  return entered_by (self, product, municipality, MIN (peildatum, self->day), peildatum <= self->day);
}

static PsWide
worth_on_peildata (const PsInCare *self, guint product, guint municipality, const PsStay *stays, guint n)
{
  PsWide worth = 0;

  for (guint i = 0; i < self->settling->region->peildata->len; i++)
    {
      PsDate day = ps_region_peildatum (self->settling->region, i)->date;
      gint64 tariff;

      if (day < self->settling->start || day > self->settling->through)
        continue;
      tariff = ps_price_list_on (&self->settling->prices[product], day, NULL);
      if (tariff != PS_NO_NUMBER)
        worth += (PsWide) tariff * places_on (self, product, municipality, stays, n, day);
    }
  return worth;
}

/* The year's amount of one product × municipality, rounded once; `stays` are its own. */
static void
add_place (PsInCare *self, guint product, guint municipality, const PsStay *stays, guint n)
{
  guint group = ps_region_product (self->settling->region, product)->group;
  PsSettlementLine *line = ps_settling_line (self->settling, group, municipality);
  int days_in_year = ps_date_days_in_year (self->settling->year);
  PsWide worth = 0;

  if (line->scope == PS_NONE || ps_region_product (self->settling->region, product)->exempt == PS_EXEMPT_OUTSIDE)
    return;
  if (self->settling->agreement->measuring == PS_PLACES_DAILY)
    {
      for (guint i = 0; i < n; i++)
        worth += worth_of_days (self, &stays[i]);
      ps_in_care_add (self, line->scope, ps_round_div (worth, (PsWide) days_in_year * 100, &self->settling->overflow));
      return;
    }
  if (self->realising->n_peildata_of_year == 0)
    return;
  worth = worth_on_peildata (self, product, municipality, stays, n);
  ps_in_care_add (self, line->scope,
                  ps_round_div (worth, (PsWide) self->realising->n_peildata_of_year * 1000 * 100, &self->settling->overflow));
}

static GArray *
collect_places (const PsInCare *self)
{
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (PsStay));
  const GArray *assignments = self->settling->production->assignments;

  for (guint i = 0; i < assignments->len; i++)
    {
      const PsAssignment *assignment = &g_array_index (assignments, PsAssignment, i);

      if (assignment->product != PS_NONE
          && ps_region_product (self->settling->region, assignment->product)->funding == PS_FUNDING_PLEK)
        ps_in_care_collect (self, assignment, assignment->product, assignment->municipality, stays);
    }
  ps_stays_merge (stays);
  return stays;
}

static gboolean
has_stay (const GArray *stays, guint product, guint municipality)
{
  for (guint i = 0; i < stays->len; i++)
    if (g_array_index (stays, PsStay, i).thing == product && g_array_index (stays, PsStay, i).part == municipality)
      return TRUE;
  return FALSE;
}

/* Places that were entered where the messages speak of nobody. */
static void
add_entered_only (PsInCare *self, const GArray *stays)
{
  const GArray *measurements = self->settling->production->measurements;

  for (guint i = 0; i < measurements->len; i++)
    {
      const PsMeasurement *it = &g_array_index (measurements, PsMeasurement, i);
      gboolean before = FALSE;

      for (guint j = 0; j < i; j++)
        before |= g_array_index (measurements, PsMeasurement, j).product == it->product
                  && g_array_index (measurements, PsMeasurement, j).municipality == it->municipality;
      if (!before && ps_region_product (self->settling->region, it->product)->funding == PS_FUNDING_PLEK
          && !has_stay (stays, it->product, it->municipality))
        add_place (self, it->product, it->municipality, NULL, 0);
    }
}

static void
add_places (PsInCare *self)
{
  g_autoptr (GArray) stays = collect_places (self);

  for (guint first = 0, next; first < stays->len; first = next)
    {
      const PsStay *stay = &g_array_index (stays, PsStay, first);

      for (next = first + 1; next < stays->len; next++)
        if (g_array_index (stays, PsStay, next).thing != stay->thing || g_array_index (stays, PsStay, next).part != stay->part)
          break;
      add_place (self, stay->thing, stay->part, stay, next - first);
    }
  if (self->settling->agreement->measuring == PS_PLACES_MEASURED)
    add_entered_only (self, stays);
}

/* Trajects */

/* One that runs on the day accrues to the end of its norm, of its assignment or of the year, whichever is first. */
static void
add_traject (PsInCare *self, const PsAssignment *assignment)
{
  PsOverflow *overflow = &self->settling->overflow;
  const PsProduct *product = ps_region_product (self->settling->region, assignment->product);
  PsSettlementLine *line = ps_settling_line (self->settling, assignment->group, assignment->municipality);
  PsTraject traject = ps_traject_of (self->settling->region, self->settling->production, assignment,
                                     &self->settling->prices[assignment->product], self->day);
  PsDate until = MIN (self->settling->through, MAX (assignment->end, self->day));

  if (line->scope == PS_NONE || product->exempt == PS_EXEMPT_OUTSIDE || !traject.started || traject.first_start > self->day)
    return;
  ps_in_care_add (self, line->scope,
                  ps_subtract (ps_traject_accrued (&traject, until, overflow),
                               ps_traject_accrued (&traject, self->settling->start - 1, overflow), overflow));
}

static void
add_trajects (PsInCare *self)
{
  const GArray *assignments = self->settling->production->assignments;

  for (guint i = 0; i < assignments->len; i++)
    if (self->settling->trajects[i].is_traject)
      add_traject (self, &g_array_index (assignments, PsAssignment, i));
}

/**
 * ps_realising_add_care: the year of each scope as far as the care in progress tells it; PS_NO_NUMBER where it does not.
 */
void
ps_realising_add_care (PsRealising *self)
{
  guint n = self->settling.scopes->len;
  g_autofree gint64 *cents = g_new0 (gint64, MAX (n, 1));
  g_autofree gboolean *unknown = g_new0 (gboolean, MAX (n, 1));
  PsInCare care = { self, &self->settling, self->options->day, cents, unknown };

  add_places (&care);
  add_trajects (&care);
  ps_in_care_add_efforts (&care);
  for (guint i = 0; i < n; i++)
    self->result->scopes[i].in_care_cents = unknown[i] ? PS_NO_NUMBER : cents[i];
}
