/* ps-cost.c: what care cost in a period, by product and municipality (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * All days at once: the year is settled once, to the last of them, with the sources of its figures, and each source counts from its
 * own day on. What that gives on a day is what ps_settle() gives with that day as `through`.
 */
#include "ps-cost.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ps-traject.h"

typedef struct
{
  const PsRegion *region;
  const PsSettlement *settlement;
  PsDate start;       /* 1 January */
  const PsDate *days; /* ascending, none after the year */
  guint n_days;
  guint *grid;      /* product × municipality → place in rows + 1 */
  GArray *rows;     /* PsCostUntil */
  GPtrArray *worth; /* PsWide *, by day: what the places of a row are worth, before it is divided; NULL: no places. By row */
  PsOverflow overflow;
} Costing;

static void
clear_row (PsCostUntil *row)
{
  g_clear_pointer (&row->until_cents, g_free);
}

static guint
add_row (Costing *self, guint product, guint group, guint municipality)
{
  PsCostUntil row = { product, group, municipality, g_new0 (gint64, self->n_days) };

  g_array_append_val (self->rows, row);
  g_ptr_array_add (self->worth, NULL);
  return self->rows->len - 1;
}

static guint
find_row (Costing *self, guint product, guint municipality)
{
  guint *cell = &self->grid[product * self->region->municipalities->len + municipality];

  if (*cell == 0)
    *cell = add_row (self, product, ps_region_product (self->region, product)->group, municipality) + 1;
  return *cell - 1;
}

static gint64 *
cents_of (Costing *self, guint row)
{
  return g_array_index (self->rows, PsCostUntil, row).until_cents;
}

/* A lump sum comes instead of what was produced on its line (domain.md §4). */
static gboolean
is_replaced (const Costing *self, const PsSource *source)
{
  const PsAgreement *agreement = self->settlement->agreement;
  const PsAgreementLine *line =
      agreement != NULL ? ps_agreement_find_line (agreement, source->group, source->municipality) : NULL;

  return line != NULL && line->lump_sum;
}

/* A declaration line counts from its day on, with its norm deduction. */
static void
add_line (Costing *self, const PsSource *source)
{
  gint64 net = ps_subtract (source->gross_cents, source->norm_deduction_cents, &self->overflow);
  gint64 *cents;

  if (net == 0)
    return;
  cents = cents_of (self, find_row (self, source->product, source->municipality));
  for (guint i = 0; i < self->n_days; i++)
    if (source->from <= self->days[i])
      cents[i] = ps_add (cents[i], net, &self->overflow);
}

/* As it runs: what had accrued by 31-12 before is not of this year (domain.md §7). */
static void
add_traject (Costing *self, const PsSource *source)
{
  PsTraject traject = { .is_traject = TRUE,
                        .started = TRUE,
                        .ended = source->to != PS_DATE_OPEN,
                        .to_plan = source->share_bp == PS_FULL_BP,
                        .first_start = source->from,
                        .end = source->to,
                        .norm_days = source->norm_days,
                        .tariff_e4 = source->tariff_e4 };
  gint64 before = ps_traject_accrued (&traject, self->start - 1, &self->overflow);
  gint64 *cents = cents_of (self, find_row (self, source->product, source->municipality));

  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i] >= self->start)
      {
        gint64 accrued = ps_traject_accrued (&traject, self->days[i], &self->overflow);

        cents[i] = ps_add (cents[i], ps_subtract (accrued, before, &self->overflow), &self->overflow);
      }
}

static PsWide *
worth_of (Costing *self, const PsSource *source)
{
  guint row = find_row (self, source->product, source->municipality);

  if (self->worth->pdata[row] == NULL)
    self->worth->pdata[row] = g_new0 (PsWide, self->n_days);
  return self->worth->pdata[row];
}

static void
add_care_days (Costing *self, const PsSource *source)
{
  PsWide *worth;

  if (source->tariff_e4 == PS_NO_NUMBER)
    return;
  worth = worth_of (self, source);
  for (guint i = 0; i < self->n_days; i++)
    worth[i] += (PsWide) source->tariff_e4 * MAX (0, MIN (source->to, self->days[i]) - source->from + 1);
}

static void
add_peildatum (Costing *self, const PsSource *source)
{
  PsWide *worth;

  if (source->tariff_e4 == PS_NO_NUMBER)
    return;
  worth = worth_of (self, source);
  for (guint i = 0; i < self->n_days; i++)
    if (source->from <= self->days[i])
      worth[i] += (PsWide) source->tariff_e4 * source->quantity;
}

static int
count_peildata (const Costing *self, PsDate day)
{
  int n = 0;

  for (guint i = 0; i < self->region->peildata->len; i++)
    n += ps_region_peildatum (self->region, i)->date >= self->start && ps_region_peildatum (self->region, i)->date <= day;
  return n;
}

/* Rounded once for each day, per product × municipality. */
static gint64
places_amount (Costing *self, PsWide worth, PsDate day)
{
  const PsAgreement *agreement = self->settlement->agreement;
  int days_in_year = ps_date_days_in_year (self->settlement->year);
  int n;

  if (agreement == NULL || agreement->measuring == PS_PLACES_DAILY)
    return ps_round_div (worth, (PsWide) days_in_year * 100, &self->overflow);
  n = count_peildata (self, day);
  if (n == 0)
    return 0;
  return ps_round_div (worth * (day - self->start + 1), (PsWide) n * days_in_year * 1000 * 100, &self->overflow);
}

static void
add_places (Costing *self)
{
  for (guint row = 0; row < self->rows->len; row++)
    {
      const PsWide *worth = self->worth->pdata[row];
      gint64 *cents = cents_of (self, row);

      for (guint i = 0; worth != NULL && i < self->n_days; i++)
        if (self->days[i] >= self->start)
          cents[i] = ps_add (cents[i], places_amount (self, worth[i], self->days[i]), &self->overflow);
    }
}

/* The ceiling for the days to each day. */
static void
add_lump_sums (Costing *self)
{
  const PsAgreement *agreement = self->settlement->agreement;
  int days_in_year = ps_date_days_in_year (self->settlement->year);

  for (guint i = 0; agreement != NULL && i < agreement->lines->len; i++)
    {
      const PsAgreementLine *line = &g_array_index (agreement->lines, PsAgreementLine, i);
      gint64 *cents;

      if (!line->lump_sum)
        continue;
      cents = cents_of (self, add_row (self, PS_NONE, line->group, line->municipality));
      for (guint day = 0; day < self->n_days; day++)
        if (self->days[day] >= self->start)
          cents[day] =
              ps_round_div ((PsWide) line->ceiling_cents * (self->days[day] - self->start + 1), days_in_year, &self->overflow);
    }
}

static void
add_source (Costing *self, const PsSource *source)
{
  if (source->product == PS_NONE || is_replaced (self, source))
    return;
  if (source->kind == PS_SOURCE_LINE)
    add_line (self, source);
  else if (source->kind == PS_SOURCE_TRAJECT)
    add_traject (self, source);
  else if (source->kind == PS_SOURCE_CARE_DAYS)
    add_care_days (self, source);
  else if (source->kind == PS_SOURCE_PEILDATUM)
    add_peildatum (self, source);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PsCostUntil *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  if (x->product != y->product)
    return x->product < y->product ? -1 : 1;
  return (x->municipality > y->municipality) - (x->municipality < y->municipality);
}

static gboolean
is_nothing (const PsCostUntil *row, guint n_days)
{
  for (guint i = 0; i < n_days; i++)
    if (row->until_cents[i] != 0)
      return FALSE;
  return TRUE;
}

/* In order, without those that cost nothing on any day. */
static GArray *
take_rows (Costing *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (PsCostUntil));

  g_array_set_clear_func (rows, (GDestroyNotify) clear_row);
  g_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len; i++)
    {
      PsCostUntil *row = &g_array_index (self->rows, PsCostUntil, i);

      if (is_nothing (row, self->n_days))
        clear_row (row);
      else
        g_array_append_val (rows, *row);
    }
  return rows;
}

static GArray *
cost_until (Costing *self, const GArray *sources)
{
  GArray *rows;

  self->grid = g_new0 (guint, (gsize) self->region->products->len * self->region->municipalities->len + 1);
  self->rows = g_array_new (FALSE, FALSE, sizeof (PsCostUntil));
  self->worth = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < sources->len; i++)
    add_source (self, &g_array_index (sources, PsSource, i));
  add_places (self);
  add_lump_sums (self);
  rows = take_rows (self);
  g_free (self->grid);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->worth);
  return rows;
}

/**
 * ps_cost_make_until: what a provider's care cost from 1 January to each of some days, in cents.
 * @days: ascending; those before the year are of no cost, none is after it
 *
 * Returns: (transfer full): NULL with PS_CORE_ERROR_OVERFLOW where an amount does not fit.
 */
GArray *
ps_cost_make_until (const PsRegion *region, const PsProduction *production, int year, const PsDate *days, guint n_days,
                    GError **error)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (PsSource));
  PsDate start = ps_date_year_start (year);
  PsSettleOptions options = { .year = year, .accrue = TRUE, .sources = sources };
  g_autoptr (PsSettlement) settlement = NULL;
  g_autoptr (GArray) rows = NULL;
  Costing self = { .region = region, .start = start, .days = days, .n_days = n_days };

  g_assert (n_days > 0 && days[n_days - 1] <= ps_date_year_end (year));

  if (days[n_days - 1] < start)
    return g_array_new (FALSE, FALSE, sizeof (PsCostUntil));
  options.through = days[n_days - 1];
  settlement = ps_settle (region, production, &options, error);
  if (settlement == NULL)
    return NULL;
  self.settlement = settlement;
  rows = cost_until (&self, sources);
  return ps_year_fits (&self.overflow, region, production->provider, year, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * ps_cost_make: what a provider's care cost in a period of one year, in cents; nothing where the last day is before the first.
 *
 * Returns: (transfer full): NULL with PS_CORE_ERROR_OVERFLOW where an amount does not fit.
 */
GArray *
ps_cost_make (const PsRegion *region, const PsProduction *production, int year, PsDate from, PsDate through, GError **error)
{
  PsDate days[2] = { from - 1, through };
  g_autoptr (GArray) until = NULL;
  GArray *costs = g_array_new (FALSE, FALSE, sizeof (PsCost));

  if (through < from)
    return costs;
  until = ps_cost_make_until (region, production, year, days, 2, error);
  if (until == NULL)
    {
      g_array_unref (costs);
      return NULL;
    }
  for (guint i = 0; i < until->len; i++)
    {
      const PsCostUntil *row = &g_array_index (until, PsCostUntil, i);
      PsCost cost = { row->product, row->group, row->municipality, row->until_cents[1] - row->until_cents[0] };

      if (cost.cents != 0)
        g_array_append_val (costs, cost);
    }
  return costs;
}

/**
 * ps_product_work: whether a product is extra or custom work, by its name: "GGZ meerwerk", "maatwerk".
 */
PsWork
ps_product_work (const PsProduct *product)
{
  g_autofree char *name = g_utf8_casefold (product->name, -1);

  if (strstr (name, "meerwerk") != NULL)
    return PS_WORK_EXTRA;
  return strstr (name, "maatwerk") != NULL ? PS_WORK_CUSTOM : PS_WORK_USUAL;
}

/**
 * ps_work_label: translated, short.
 */
const char *
ps_work_label (PsWork work)
{
  static const char *const labels[PS_N_WORKS] = { N_("Usual care"), N_("Extra work"), N_("Custom work") };

  g_assert (work < PS_N_WORKS);
  return _ (labels[work]);
}
