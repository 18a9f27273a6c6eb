/* ps-monitor-utilisation.c: declared ÷ assigned, per product, provider, kind of provider and group (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-utilisation.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"
#include "ps-monitor-rows.h"

/* So many rows have room in a chart; the tables have them all. */
#define MOST_ROWS 20

enum
{
  ASSIGNED,
  DECLARED,
  ASSIGNMENTS,
  UNKNOWN, /* … of which nobody can say how much they grant */
  N_SUMS,
  SHOW_SHARE = N_SUMS
};

typedef struct
{
  const PsMonitor *monitor;
  PsTally *whole;    /* one row */
  PsTally *products; /* by slot */
  PsTally *providers;
  PsTally *kinds;
  PsTally *groups;
} Utilisation;

typedef struct
{
  const Utilisation *of;
  const PsTally *tally;
} View;

static gpointer
begin (const PsMonitor *monitor)
{
  Utilisation *self = g_new0 (Utilisation, 1);

  self->monitor = monitor;
  self->whole = ps_tally_new (1, N_SUMS);
  self->products = ps_tally_new (ps_monitor_n_slots (monitor->region), N_SUMS);
  self->providers = ps_tally_new (monitor->region->providers->len, N_SUMS);
  self->kinds = ps_tally_new (PS_KIND_SYSTEM + 1, N_SUMS);
  self->groups = ps_tally_new (monitor->region->groups->len, N_SUMS);
  return self;
}

static void
drop (gpointer state)
{
  Utilisation *self = state;

  ps_tally_free (self->whole);
  ps_tally_free (self->products);
  ps_tally_free (self->providers);
  ps_tally_free (self->kinds);
  ps_tally_free (self->groups);
  g_free (self);
}

static void
merge (gpointer state, gpointer other)
{
  Utilisation *self = state, *from = other;

  ps_tally_merge (self->whole, from->whole);
  ps_tally_merge (self->products, from->products);
  ps_tally_merge (self->providers, from->providers);
  ps_tally_merge (self->kinds, from->kinds);
  ps_tally_merge (self->groups, from->groups);
}

/* ---- counting */

static void
count_row (PsTally *tally, guint row, const PsUtilisation *part, PsWhen when)
{
  ps_tally_add (tally, row, ASSIGNED, when, part->assigned_cents);
  ps_tally_add (tally, row, DECLARED, when, part->declared_cents);
  ps_tally_add (tally, row, ASSIGNMENTS, when, part->n_assignments);
  ps_tally_add (tally, row, UNKNOWN, when, part->n_unknown);
}

static void
count (Utilisation *self, const PsRegion *region, guint provider, const PsUtilisation *part, PsWhen when)
{
  count_row (self->whole, 0, part, when);
  count_row (self->products, ps_monitor_slot (region, part->product, part->group), part, when);
  count_row (self->providers, provider, part, when);
  count_row (self->kinds, ps_region_provider (region, provider)->kind, part, when);
  count_row (self->groups, part->group, part, when);
}

static gboolean
add_period (Utilisation *self, const PsMonitor *monitor, const PsProduction *production, PsWhen when, GError **error)
{
  const PsPeriod *period = ps_monitor_period (monitor, when);
  g_autoptr (GArray) parts = NULL;

  if (ps_period_is_empty (period))
    return TRUE;
  parts = ps_utilisation_make (monitor->region, production, period->year, period->from, period->through, error);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const PsUtilisation *part = &g_array_index (parts, PsUtilisation, i);

      if (ps_monitor_covers (monitor, production->provider, part->municipality, part->group, part->product))
        count (self, monitor->region, production->provider, part, when);
    }
  return parts != NULL;
}

static gboolean
add (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year, GError **error)
{
  if (!ps_monitor_has_provider (monitor, production->provider))
    return TRUE;
  return add_period (state, monitor, production, PS_NOW, error) && add_period (state, monitor, last_year, PS_LAST, error);
}

/* ---- figures */

static gint64
show (gconstpointer of, guint row, int measure, PsWhen when)
{
  const View *view = of;

  if (measure == SHOW_SHARE)
    return ps_part_bp (ps_tally_get (view->tally, row, DECLARED, when), ps_tally_get (view->tally, row, ASSIGNED, when));
  return ps_monitor_known (view->of->monitor, view->of->whole, when, ps_tally_get (view->tally, row, (guint) measure, when));
}

static const PsMonitorColumn columns[] = {
  { "assigned", N_("Assigned"), PS_VALUE_MONEY, TRUE, PS_ONLY_NOW, ASSIGNED },
  { "declared", N_("Declared"), PS_VALUE_MONEY, TRUE, PS_ONLY_NOW, DECLARED },
  { "utilisation", N_("Utilisation"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, SHOW_SHARE },
  { "assignments", N_("Assignments"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, ASSIGNMENTS },
  { "unknown", N_("Grant not known"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, UNKNOWN },
};

static char *
product_label (const PsRegion *region, guint slot)
{
  return ps_monitor_slot_label (region, slot);
}

static char *
kind_label (const PsRegion *region G_GNUC_UNUSED, guint kind)
{
  return g_strdup (ps_words_label (PS_WORDS_PROVIDER_KIND, (int) kind));
}

/* What a table and a chart have rows for. */
typedef struct
{
  const char *id; /* of both */
  const char *heading_id;
  const char *heading;
  const char *title;
  char *(*label) (const PsRegion *region, guint row);
} Rows;

static const Rows by_product = { "utilisation-by-product", "product", N_("Product"), N_("Utilisation by product"),
                                 product_label };
static const Rows by_provider = { "utilisation-by-provider", "provider", N_("Provider"), N_("Utilisation by provider"),
                                  ps_monitor_provider_label };
static const Rows by_kind = { "utilisation-by-kind", "kind", N_("Kind of provider"), N_("Utilisation by kind of provider"),
                              kind_label };
static const Rows by_group = { "utilisation-by-group", "group", N_("Product group"), N_("Utilisation by product group"),
                               ps_monitor_group_label };

static void
add_table (const Utilisation *self, PsTopicFigures *figures, const Rows *rows, const PsTally *tally)
{
  const PsRegion *region = self->monitor->region;
  View view = { self, tally }, whole = { self, self->whole };
  PsFigureTable *table = ps_monitor_table_new (self->monitor, figures, rows->id, _ (rows->title), rows->heading_id,
                                               _ (rows->heading), columns, G_N_ELEMENTS (columns));

  for (guint row = 0; row < tally->n_rows; row++)
    {
      g_autofree char *label = NULL;
      PsFigureRow *added;

      if (!ps_tally_has (tally, row))
        continue;
      label = rows->label (region, row);
      added = ps_monitor_table_add (table, label, columns, G_N_ELEMENTS (columns), show, &view, row);
      if (rows == &by_product)
        added->product = ps_monitor_slot_product (region, row);
      else if (rows == &by_provider)
        added->provider = row;
    }
  if (table->rows->len > 0)
    ps_monitor_table_add_total (table, columns, G_N_ELEMENTS (columns), show, &whole, 0);
}

static void
add_chart (const Utilisation *self, PsTopicFigures *figures, const Rows *rows, const PsTally *tally)
{
  View view = { self, tally };
  g_autoptr (GArray) largest = ps_tally_rows (tally, ASSIGNED, MOST_ROWS);
  const guint *places = (const guint *) largest->data;
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_ROWS, PS_VALUE_SHARE, _ (rows->title), _ (rows->heading), rows->id);

  for (guint i = 0; i < largest->len; i++)
    {
      g_autofree char *label = rows->label (self->monitor->region, places[i]);

      ps_series_set_add_category (set, label, NULL);
    }
  if (rows == &by_product)
    set->note = g_strdup (_("Nationally about 70 to 80 per cent is usual."));
  ps_tally_note_rows (tally, ASSIGNED, largest, set);
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_VALUE, NULL, show, &view, places, SHOW_SHARE, PS_NOW);
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_LAST, NULL, show, &view, places, SHOW_SHARE, PS_LAST);
}

/* NULL: it is known of all of them. */
static char *
unknown_note (const Utilisation *self)
{
  gint64 unknown = ps_tally_get (self->whole, 0, UNKNOWN, PS_NOW), all = ps_tally_get (self->whole, 0, ASSIGNMENTS, PS_NOW);
  g_autofree char *number = ps_format_count (unknown), *of = ps_format_count (all);

  if (unknown == 0)
    return NULL;
  /* Translators: numbers of assignments: 12 of 340 */
  return g_strdup_printf (ngettext ("Of %s of %s assignments nobody can say how much it grants.",
                                    "Of %s of %s assignments nobody can say how much they grant.", (gulong) unknown),
                          number, of);
}

static void
add_tiles (const Utilisation *self, PsTopicFigures *figures)
{
  View view = { self, self->whole };

  ps_monitor_add_tile (figures, "utilisation", _("Utilisation"), PS_VALUE_SHARE, show (&view, 0, SHOW_SHARE, PS_NOW),
                       show (&view, 0, SHOW_SHARE, PS_LAST), NULL);
  ps_monitor_add_tile (figures, "assigned", _("Assigned"), PS_VALUE_MONEY, show (&view, 0, ASSIGNED, PS_NOW),
                       show (&view, 0, ASSIGNED, PS_LAST), NULL);
  ps_monitor_add_tile (figures, "declared", _("Declared"), PS_VALUE_MONEY, show (&view, 0, DECLARED, PS_NOW),
                       show (&view, 0, DECLARED, PS_LAST), NULL);
  ps_monitor_add_tile (figures, "unknown", _("Grant not known"), PS_VALUE_COUNT, show (&view, 0, UNKNOWN, PS_NOW),
                       show (&view, 0, UNKNOWN, PS_LAST), NULL);
}

static gboolean
finish (gpointer state, const PsMonitor *monitor G_GNUC_UNUSED, PsTopicFigures *figures, GError **error)
{
  const Utilisation *self = state;

  add_tiles (self, figures);
  add_chart (self, figures, &by_product, self->products);
  add_chart (self, figures, &by_kind, self->kinds);
  add_chart (self, figures, &by_provider, self->providers);
  add_table (self, figures, &by_product, self->products);
  add_table (self, figures, &by_kind, self->kinds);
  add_table (self, figures, &by_group, self->groups);
  add_table (self, figures, &by_provider, self->providers);
  ((PsFigureTable *) figures->tables->pdata[0])->note = unknown_note (self);
  return ps_tally_fits (self->whole, error);
}

const PsTopicKind ps_topic_utilisation = { begin, add, merge, finish, drop };
