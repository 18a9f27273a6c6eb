/* ps-monitor-tally.c: the sums of a topic, of this period and last year's
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-tally.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"
#include "ps-settlement.h"

static gsize
n_sums (const PsTally *self)
{
  return (gsize) self->n_rows * self->n_measures * PS_N_WHENS;
}

static gint64 *
cell (const PsTally *self, guint row, guint measure, PsWhen when)
{
  g_assert (row < self->n_rows && measure < self->n_measures);
  return &self->sums[((gsize) row * self->n_measures + measure) * PS_N_WHENS + when];
}

PsTally *
ps_tally_new (guint n_rows, guint n_measures)
{
  PsTally *self = g_new0 (PsTally, 1);

  self->n_rows = n_rows;
  self->n_measures = n_measures;
  self->sums = g_new0 (gint64, MAX (n_sums (self), 1));
  return self;
}

void
ps_tally_free (PsTally *self)
{
  if (self == NULL)
    return;
  g_free (self->sums);
  g_free (self);
}

/**
 * ps_tally_merge: adds what another one of the same size counted.
 */
void
ps_tally_merge (PsTally *self, const PsTally *other)
{
  g_assert (self->n_rows == other->n_rows && self->n_measures == other->n_measures);

  for (gsize i = 0; i < n_sums (self); i++)
    self->sums[i] = ps_add (self->sums[i], other->sums[i], &self->overflow);
  self->overflow.overflowed = self->overflow.overflowed || other->overflow.overflowed;
}

void
ps_tally_add (PsTally *self, guint row, guint measure, PsWhen when, gint64 amount)
{
  gint64 *sum = cell (self, row, measure, when);

  *sum = ps_add (*sum, amount, &self->overflow);
}

gint64
ps_tally_get (const PsTally *self, guint row, guint measure, PsWhen when)
{
  return *cell (self, row, measure, when);
}

/**
 * ps_tally_sum: of all rows; what does not fit is remembered for ps_tally_fits().
 */
gint64
ps_tally_sum (PsTally *self, guint measure, PsWhen when)
{
  gint64 sum = 0;

  for (guint row = 0; row < self->n_rows; row++)
    sum = ps_add (sum, *cell (self, row, measure, when), &self->overflow);
  return sum;
}

gboolean
ps_tally_has (const PsTally *self, guint row)
{
  for (guint measure = 0; measure < self->n_measures; measure++)
    if (ps_tally_get (self, row, measure, PS_NOW) != 0 || ps_tally_get (self, row, measure, PS_LAST) != 0)
      return TRUE;
  return FALSE;
}

gboolean
ps_tally_knows (const PsTally *self, PsWhen when)
{
  for (gsize i = when; i < n_sums (self); i += PS_N_WHENS)
    if (self->sums[i] != 0)
      return TRUE;
  return FALSE;
}

/**
 * ps_tally_fits: FALSE with PS_CORE_ERROR_OVERFLOW where a sum did not fit.
 */
gboolean
ps_tally_fits (const PsTally *self, GError **error)
{
  if (!self->overflow.overflowed)
    return TRUE;
  g_set_error_literal (error, PS_CORE_ERROR, PS_CORE_ERROR_OVERFLOW,
                       _("The amounts of the region are too large to compute with."));
  return FALSE;
}

/* ---- the largest rows */

typedef struct
{
  const PsTally *tally;
  guint measure;
} Ranking;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const guint *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static gint64
weight (const Ranking *ranking, guint row)
{
  return MAX (ps_tally_get (ranking->tally, row, ranking->measure, PS_NOW),
              ps_tally_get (ranking->tally, row, ranking->measure, PS_LAST));
}

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *x = a, *y = b;
  gint64 of_x = weight (user_data, *x), of_y = weight (user_data, *y);

  if (of_x != of_y)
    return of_x > of_y ? -1 : 1;
  return compare_places (a, b);
}

GArray *
ps_tally_rows (const PsTally *self, guint measure, guint most)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  Ranking ranking = { self, measure };

  for (guint row = 0; row < self->n_rows; row++)
    if (ps_tally_get (self, row, measure, PS_NOW) != 0 || ps_tally_get (self, row, measure, PS_LAST) != 0)
      g_array_append_val (rows, row);
  if (most == 0 || rows->len <= most)
    return rows;
  g_array_sort_with_data (rows, compare_weights, &ranking);
  g_array_set_size (rows, most);
  g_array_sort (rows, compare_places);
  return rows;
}

void
ps_tally_note_rows (const PsTally *self, guint measure, const GArray *rows, PsSeriesSet *set)
{
  g_autoptr (GArray) all = ps_tally_rows (self, measure, 0);
  g_autofree char *shown = ps_format_count (rows->len), *of = ps_format_count (all->len), *before = set->note;

  if (rows->len == all->len)
    {
      set->note = g_steal_pointer (&before);
      return;
    }
  /* Translators: numbers: "The 20 largest of 143." */
  set->note = g_strdup_printf (_("The %s largest of %s."), shown, of);
  if (before != NULL)
    {
      g_autofree char *added = set->note;

      set->note = g_strdup_printf ("%s %s", before, added);
    }
}

/* ---- both periods */

const PsPeriod *
ps_monitor_period (const PsMonitor *monitor, PsWhen when)
{
  return when == PS_NOW ? &monitor->now : &monitor->last;
}

int
ps_monitor_year (const PsMonitor *monitor, PsWhen when)
{
  return ps_monitor_period (monitor, when)->year;
}

/**
 * ps_monitor_known: a figure, or PS_NO_NUMBER where its period is empty, or nothing at all is known of last year.
 */
gint64
ps_monitor_known (const PsMonitor *monitor, const PsTally *tally, PsWhen when, gint64 value)
{
  if (ps_period_is_empty (ps_monitor_period (monitor, when)) || (when == PS_LAST && !ps_tally_knows (tally, when)))
    return PS_NO_NUMBER;
  return value;
}

gint64
ps_part_bp (gint64 part, gint64 whole)
{
  PsOverflow overflow = { FALSE };
  gint64 share;

  if (whole <= 0 || part == PS_NO_NUMBER)
    return PS_NO_NUMBER;
  share = ps_round_div ((PsWide) part * PS_FULL_BP, whole, &overflow);
  return overflow.overflowed ? PS_NO_NUMBER : share;
}

gint64
ps_mean (gint64 sum, gint64 n)
{
  PsOverflow overflow = { FALSE };

  return n <= 0 ? PS_NO_NUMBER : ps_round_div (sum, n, &overflow);
}

/* ---- products and their groups */

guint
ps_monitor_n_slots (const PsRegion *region)
{
  return region->products->len + region->groups->len;
}

guint
ps_monitor_slot (const PsRegion *region, guint product, guint group)
{
  return product != PS_NONE ? product : region->products->len + group;
}

guint
ps_monitor_slot_product (const PsRegion *region, guint slot)
{
  return slot < region->products->len ? slot : PS_NONE;
}

guint
ps_monitor_slot_group (const PsRegion *region, guint slot)
{
  return slot < region->products->len ? ps_region_product (region, slot)->group : slot - region->products->len;
}

/* ---- words */

char *
ps_monitor_slot_label (const PsRegion *region, guint slot)
{
  return ps_monitor_product_label (region, ps_monitor_slot_product (region, slot), ps_monitor_slot_group (region, slot));
}

char *
ps_monitor_provider_label (const PsRegion *region, guint provider)
{
  const PsProvider *it = ps_region_provider (region, provider);

  return g_strdup (it->name != NULL && *it->name != '\0' ? it->name : it->agb);
}

char *
ps_monitor_municipality_label (const PsRegion *region, guint municipality)
{
  const PsMunicipality *it = ps_region_municipality (region, municipality);

  return g_strdup (it->name != NULL && *it->name != '\0' ? it->name : it->code);
}

char *
ps_monitor_segment_label (const PsRegion *region, guint segment)
{
  const PsSegment *it = ps_region_segment (region, segment);
  g_autofree char *label = ps_monitor_code_and_name (it->code, it->name);

  /* Translators: "Segment 4 Ambulant" */
  return g_strdup_printf (_("Segment %s"), label);
}

char *
ps_monitor_title_of (const PsMonitor *monitor, PsWhen when, const char *title)
{
  /* Translators: a figure's name and its year: "Average 2023" */
  return g_strdup_printf (_("%s %d"), title, ps_monitor_year (monitor, when));
}

char *
ps_monitor_year_label (const PsMonitor *monitor, PsWhen when)
{
  return g_strdup_printf ("%d", ps_monitor_year (monitor, when));
}

guint
ps_monitor_add_pair (const PsMonitor *monitor, PsFigureTable *table, const char *id, const char *title, PsValueKind kind,
                     gboolean total)
{
  g_autofree char *last_id = g_strconcat (id, "-last", NULL);
  g_autofree char *last_title = ps_monitor_title_of (monitor, PS_LAST, title);
  guint place = ps_figure_table_add_column (table, id, title, kind, total);

  ps_figure_table_add_column (table, last_id, last_title, kind, total);
  return place;
}

void
ps_monitor_set_pair (PsFigureRow *row, guint column, gint64 now, gint64 last)
{
  ps_figure_row_set_number (row, column, now);
  ps_figure_row_set_number (row, column + 1, last);
}
