/* ps-forecast-realised.c: what each scope realised in a year, at every day that a forecast asks for (domain.md §7)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * All days at once: the year is settled once, to its end, with the sources of its figures, and each source counts from its own day
 * on. What that gives on a day is what ps_settle() gives with that day as `through`: a line and its deduction do not depend on it, a
 * traject is asked for every day, and places are rounded for each day apart. Settling anew for each day costs thirteen times as much.
 */
#include "ps-forecast-private.h"

/* The days that are asked for: the ends of the months, the day to which the data counts, and the year's end with every peildatum. */
enum
{
  AT_THROUGH = 12,
  AT_END,
  N_DAYS
};

typedef struct
{
  PsDate days[N_DAYS];
  gint64 *cents;  /* by scope, by day */
  GArray *places; /* Places */
} Days;

/* What the places of a product × municipality are worth on each of the days, before it is divided. */
typedef struct
{
  guint product;
  guint municipality;
  PsWide worth[N_DAYS];
} Places;

/**
 * ps_same_day: that day in another year; 29-02 becomes 28-02 where there is none.
 */
PsDate
ps_same_day (PsDate day, int year)
{
  int of_year, month, of_month;

  ps_date_to_ymd (day, &of_year, &month, &of_month);
  return ps_date_from_ymd (year, month, MIN (of_month, ps_date_days_in_month (year, month)));
}

static void
init_days (Days *days, const PsRealising *self)
{
  for (int month = 1; month <= 12; month++)
    days->days[month - 1] = ps_date_from_ymd (self->settling.year, month, ps_date_days_in_month (self->settling.year, month));
  days->days[AT_THROUGH] = self->through;
  days->days[AT_END] = self->settling.through;
  days->cents = g_new0 (gint64, (gsize) MAX (self->settling.scopes->len, 1) * N_DAYS);
  days->places = g_array_new (FALSE, TRUE, sizeof (Places));
}

static void
clear_days (Days *days)
{
  g_free (days->cents);
  g_array_unref (days->places);
}

/* Adds to a scope on one of the days; on the day to which the data counts to its line, too, for what that can bear. */
static void
add_on (PsRealising *self, Days *days, PsSettlementLine *line, guint at, gint64 cents, gint64 exempt_cents)
{
  gint64 *sum = &days->cents[line->scope * N_DAYS + at];

  *sum = ps_add (*sum, cents, &self->settling.overflow);
  if (at != AT_THROUGH)
    return;
  ps_settling_add (&self->settling, &line->net_cents, cents);
  ps_settling_add (&self->settling, &line->exempt_cents, exempt_cents);
}

/* A declaration line counts from its day on, with its norm deduction; net − outside. */
static void
add_line (PsRealising *self, Days *days, PsSettlementLine *line, const PsSource *source)
{
  PsOverflow *overflow = &self->settling.overflow;
  gint64 net = ps_subtract (source->gross_cents, source->norm_deduction_cents, overflow);
  gint64 cents = ps_subtract (net, source->outside_cents, overflow);
  gint64 exempt = ps_subtract (source->exempt_cents, source->outside_cents, overflow);

  for (guint at = 0; at < N_DAYS; at++)
    if (source->from <= days->days[at])
      add_on (self, days, line, at, cents, exempt);
}

static Places *
find_places (Days *days, guint product, guint municipality)
{
  Places places = { .product = product, .municipality = municipality };

  /* Those of one come together. */
  for (guint i = days->places->len; i > 0; i--)
    {
      Places *known = &g_array_index (days->places, Places, i - 1);

      if (known->product == product && known->municipality == municipality)
        return known;
    }
  g_array_append_val (days->places, places);
  return &g_array_index (days->places, Places, days->places->len - 1);
}

static void
add_care_days (Days *days, const PsSource *source)
{
  Places *places;

  if (source->tariff_e4 == PS_NO_NUMBER)
    return;
  places = find_places (days, source->product, source->municipality);
  for (guint at = 0; at < N_DAYS; at++)
    places->worth[at] += (PsWide) source->tariff_e4 * MAX (0, MIN (source->to, days->days[at]) - source->from + 1);
}

/* The months after the day, of a year that is over and complete, are told as the whole year is: by all its peildata. */
static gboolean
sees_whole_year (const PsRealising *self, const Days *days, guint at)
{
  return at == AT_END || (self->options->whole && days->days[at] > self->through);
}

/* Up to the peildatum that is looked from each counts on all days: for the days to it (domain.md §7). */
static void
add_peildatum (const PsRealising *self, Days *days, const PsSource *source)
{
  Places *places;

  if (source->tariff_e4 == PS_NO_NUMBER)
    return;
  places = find_places (days, source->product, source->municipality);
  for (guint at = 0; at < N_DAYS; at++)
    if (source->from <= self->options->day || sees_whole_year (self, days, at))
      places->worth[at] += (PsWide) source->tariff_e4 * source->quantity;
}

static gint64
places_amount (PsRealising *self, const Days *days, const Places *places, guint at)
{
  int days_in_year = ps_date_days_in_year (self->settling.year);
  int n = sees_whole_year (self, days, at) ? self->n_peildata_of_year : self->n_peildata;

  if (self->settling.agreement->measuring == PS_PLACES_DAILY)
    return ps_round_div (places->worth[at], (PsWide) days_in_year * 100, &self->settling.overflow);
  if (n == 0)
    return 0;
  return ps_round_div (places->worth[at] * (days->days[at] - self->settling.start + 1), (PsWide) n * days_in_year * 1000 * 100,
                       &self->settling.overflow);
}

static void
add_places (PsRealising *self, Days *days, const Places *places)
{
  const PsProduct *product = ps_region_product (self->settling.region, places->product);
  PsSettlementLine *line = ps_settling_line (&self->settling, product->group, places->municipality);

  if (line->scope == PS_NONE || product->exempt == PS_EXEMPT_OUTSIDE)
    return;
  for (guint at = 0; at < N_DAYS; at++)
    {
      gint64 cents = places_amount (self, days, places, at);

      add_on (self, days, line, at, cents, product->exempt == PS_EXEMPT_YES ? cents : 0);
    }
}

static void
add_traject (PsRealising *self, Days *days, const PsAssignment *assignment, const PsTraject *traject)
{
  PsOverflow *overflow = &self->settling.overflow;
  const PsProduct *product = ps_region_product (self->settling.region, assignment->product);
  PsSettlementLine *line = ps_settling_line (&self->settling, assignment->group, assignment->municipality);
  gint64 before = ps_traject_accrued (traject, self->settling.start - 1, overflow);

  if (line->scope == PS_NONE || product->exempt == PS_EXEMPT_OUTSIDE)
    return;
  for (guint at = 0; at < N_DAYS; at++)
    {
      gint64 cents = ps_subtract (ps_traject_accrued (traject, days->days[at], overflow), before, overflow);

      add_on (self, days, line, at, cents, product->exempt == PS_EXEMPT_YES ? cents : 0);
    }
}

static void
add_source (PsRealising *self, Days *days, const PsSource *source)
{
  PsSettlementLine *line;

  if (source->kind == PS_SOURCE_CARE_DAYS)
    add_care_days (days, source);
  else if (source->kind == PS_SOURCE_PEILDATUM)
    add_peildatum (self, days, source);
  if (source->kind != PS_SOURCE_LINE || (source->gross_cents == 0 && source->norm_deduction_cents == 0))
    return;
  line = ps_settling_line (&self->settling, source->group, source->municipality);
  if (line->scope != PS_NONE)
    add_line (self, days, line, source);
}

static void
add_all (PsRealising *self, Days *days)
{
  const GArray *assignments = self->settling.production->assignments;

  /* What settling left in the lines is not wanted here: they keep what was realised, and of that what is exempt. */
  for (guint i = 0; i < self->settling.lines->len; i++)
    {
      PsSettlementLine *line = &g_array_index (self->settling.lines, PsSettlementLine, i);

      line->net_cents = line->exempt_cents = 0;
    }
  for (guint i = 0; i < self->settling.sources->len; i++)
    add_source (self, days, &g_array_index (self->settling.sources, PsSource, i));
  for (guint i = 0; i < days->places->len; i++)
    add_places (self, days, &g_array_index (days->places, Places, i));
  for (guint i = 0; i < assignments->len; i++)
    if (self->settling.trajects[i].is_traject && self->settling.trajects[i].started)
      add_traject (self, days, &g_array_index (assignments, PsAssignment, i), &self->settling.trajects[i]);
}

static void
take_scope (PsRealising *self, const Days *days, guint scope)
{
  PsScopeYear *year = &self->result->scopes[scope];
  const gint64 *cents = &days->cents[scope * N_DAYS];

  year->realised_cents = cents[AT_THROUGH];
  for (int month = 0; month < 12; month++)
    {
      year->month_cents[month] = days->days[month] <= self->through ? cents[month] : PS_NO_NUMBER;
      year->known_cents[month] = self->options->whole ? cents[month] : year->month_cents[month];
    }
  year->total_cents = self->options->whole ? cents[AT_END] : PS_NO_NUMBER;
  year->exempt_cents = year->realised_cents;
  year->in_care_cents = PS_NO_NUMBER;
}

/* What can bear a deduction is w = max (0, net − exempt) of each line (domain.md §5). */
static void
take_exempt (PsRealising *self)
{
  PsOverflow *overflow = &self->settling.overflow;

  for (guint i = 0; i < self->settling.lines->len; i++)
    {
      const PsSettlementLine *line = &g_array_index (self->settling.lines, PsSettlementLine, i);
      gint64 bears = MAX (0, ps_subtract (line->net_cents, line->exempt_cents, overflow));

      if (line->scope != PS_NONE)
        self->result->scopes[line->scope].exempt_cents =
            ps_subtract (self->result->scopes[line->scope].exempt_cents, bears, overflow);
    }
  for (guint i = 0; i < self->result->names->len; i++)
    self->result->scopes[i].exempt_cents = MAX (0, self->result->scopes[i].exempt_cents);
}

static void
count_peildata (PsRealising *self)
{
  for (guint i = 0; i < self->settling.region->peildata->len; i++)
    {
      PsDate day = ps_region_peildatum (self->settling.region, i)->date;

      if (day < self->settling.start || day > self->settling.through)
        continue;
      self->n_peildata_of_year++;
      self->n_peildata += day <= self->options->day;
    }
}

static PsYearRealised *
result_new (const PsRealising *self)
{
  PsYearRealised *result = g_new0 (PsYearRealised, 1);
  guint n = self->settling.scopes->len;

  result->year = self->options->year;
  result->day = self->options->day;
  result->through = self->through;
  result->whole = self->options->whole;
  result->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (result->names, g_strdup (g_array_index (self->settling.scopes, PsScope, i).name));
  result->scopes = g_new0 (PsScopeYear, MAX (n, 1));
  return result;
}

static void
realise (PsRealising *self)
{
  Days days;

  ps_scopes_make (&self->settling);
  ps_trajects_settle (&self->settling);
  ps_lines_settle (&self->settling);
  ps_places_settle (&self->settling);
  count_peildata (self);
  self->result = result_new (self);
  init_days (&days, self);
  add_all (self, &days);
  for (guint i = 0; i < self->settling.scopes->len; i++)
    take_scope (self, &days, i);
  take_exempt (self);
  clear_days (&days);
  ps_realising_add_care (self);
}

/**
 * ps_year_realised: what the scopes of an agreement realised in a year, which may be an earlier one than the agreement's, in cents.
 *
 * Returns: (transfer full): NULL with PS_CORE_ERROR_OVERFLOW where an amount of that year does not fit.
 */
PsYearRealised *
ps_year_realised (const PsRegion *region, const PsProduction *production, const PsYearRealisedOptions *options, GError **error)
{
  PsDate start = ps_date_year_start (options->year), end = ps_date_year_end (options->year);
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (PsSource));
  PsSettleOptions settle = {
    .year = options->year, .through = end, .accrue = TRUE, .agreement = options->agreement, .sources = sources
  };
  PsRealising self = { .options = options, .through = CLAMP (options->through, start - 1, end) };
  gboolean fits;

  g_assert (options->agreement != NULL);
  ps_settling_init (&self.settling, region, production, &settle);
  realise (&self);
  fits = ps_settling_fits (&self.settling, error);
  ps_settling_drop (&self.settling);
  ps_settling_clear (&self.settling);
  if (!fits)
    g_clear_pointer (&self.result, ps_year_realised_free);
  return self.result;
}

void
ps_year_realised_free (PsYearRealised *realised)
{
  if (realised == NULL)
    return;
  g_ptr_array_unref (realised->names);
  g_free (realised->scopes);
  g_free (realised);
}
