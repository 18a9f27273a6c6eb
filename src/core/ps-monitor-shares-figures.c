/* ps-monitor-shares-figures.c: parts of cost as tiles, charts and tables
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib/gi18n-lib.h>

#include "ps-monitor-shares.h"

/* So many products are in the chart of those with the largest share; the table has them all. */
#define MOST_PRODUCTS 10

enum
{
  /* The cents of a part; then its share of all. Extra work of both kinds has only a share. */
  SHOW_CENTS,
  SHOW_SHARE = PS_SHARES_N_SUMS,
  SHOW_EXTRA = SHOW_SHARE + PS_SHARES_N_SUMS
};

typedef struct
{
  const PsShares *shares;
  const PsTally *tally;
  int first; /* the part of row 0, where the rows are parts */
} View;

static gint64
show (gconstpointer of, guint row, int measure, PsWhen when)
{
  const View *view = of;
  gint64 all = ps_tally_get (view->tally, row, PS_SHARES_ALL, when);

  if (measure == SHOW_EXTRA)
    return ps_part_bp (all - ps_tally_get (view->tally, row, PS_SHARES_WORK + PS_WORK_USUAL, when), all);
  if (measure >= SHOW_SHARE)
    return ps_part_bp (ps_tally_get (view->tally, row, (guint) (measure - SHOW_SHARE), when), all);
  return ps_monitor_known (view->shares->monitor, view->shares->months, when,
                           ps_tally_get (view->tally, row, (guint) measure, when));
}

/* The rows are parts, of the whole period. */
static gint64
show_part (gconstpointer of, guint row, int measure, PsWhen when)
{
  const View *view = of;

  return show (of, PS_WHOLE_PERIOD, measure + view->first + (int) row, when);
}

/* ---- tables */

static const PsMonitorColumn part_columns[] = {
  { "cost", N_("Cost"), PS_VALUE_MONEY, TRUE, PS_WITH_LAST, SHOW_CENTS },
  { "share", N_("Share"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, SHOW_SHARE },
};

static const PsMonitorColumn columns[] = {
  { "cost", N_("Cost"), PS_VALUE_MONEY, TRUE, PS_WITH_LAST, PS_SHARES_ALL },
  { "contracted", N_("Contracted"), PS_VALUE_MONEY, TRUE, PS_ONLY_NOW, PS_SHARES_CONTRACTED },
  { "nga", N_("Without a contract (NGA)"), PS_VALUE_MONEY, TRUE, PS_ONLY_NOW, PS_SHARES_NGA },
  { "nga-share", N_("NGA, share"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, SHOW_SHARE + PS_SHARES_NGA },
  { "micro-share", N_("Micro, share"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, SHOW_SHARE + PS_SHARES_KIND + PS_KIND_MICRO - 1 },
  { "extra-share", N_("Extra and custom work, share"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, SHOW_EXTRA },
};

/* One way in which cost falls apart. */
typedef struct
{
  const char *id;
  const char *title;
  const char *heading_id;
  const char *heading;
  int first;
  guint n;
  const char *(*label) (guint row);
} Parts;

static const char *
contract_label (guint row)
{
  return row == 0 ? _("Contracted") : _("Without a contract (NGA)");
}

static const char *
kind_label (guint row)
{
  return ps_words_label (PS_WORDS_PROVIDER_KIND, (int) row + PS_KIND_REGULAR);
}

static const char *
work_label (guint row)
{
  return ps_work_label (row);
}

static const Parts by_contract = { "shares-by-contract", N_("Share in cost, with and without a contract"),
                                   "contract",           N_("Contract"),
                                   PS_SHARES_CONTRACTED, 2,
                                   contract_label };
static const Parts by_kind = { "shares-by-kind", N_("Share in cost, by kind of provider"),
                               "kind",           N_("Kind of provider"),
                               PS_SHARES_KIND,   PS_KIND_SYSTEM,
                               kind_label };
static const Parts by_work = {
  "shares-by-work", N_("Share in cost, by kind of work"), "work", N_("Kind of work"), PS_SHARES_WORK, PS_N_WORKS, work_label
};

static void
add_parts_table (const PsShares *self, PsTopicFigures *figures, const Parts *parts)
{
  View view = { self, self->months, parts->first }, all = { self, self->months, PS_SHARES_ALL };
  PsFigureTable *table = ps_monitor_table_new (self->monitor, figures, parts->id, _ (parts->title), parts->heading_id,
                                               _ (parts->heading), part_columns, G_N_ELEMENTS (part_columns));

  for (guint i = 0; i < parts->n; i++)
    ps_monitor_table_add (table, parts->label (i), part_columns, G_N_ELEMENTS (part_columns), show_part, &view, i);
  ps_monitor_table_add_total (table, part_columns, G_N_ELEMENTS (part_columns), show_part, &all, 0);
}

static void
add_total (const PsShares *self, PsFigureTable *table)
{
  View whole = { self, self->months, 0 };

  if (table->rows->len > 0)
    ps_monitor_table_add_total (table, columns, G_N_ELEMENTS (columns), show, &whole, PS_WHOLE_PERIOD);
}

static void
add_segment_table (const PsShares *self, PsTopicFigures *figures)
{
  View view = { self, self->segments, 0 };
  PsFigureTable *table = ps_monitor_table_new (self->monitor, figures, "shares-by-segment", _("Shares in cost, by segment"),
                                               "segment", _("Segment"), columns, G_N_ELEMENTS (columns));

  for (guint row = 0; row < self->segments->n_rows; row++)
    {
      g_autofree char *label = ps_monitor_segment_label (self->monitor->region, row);

      if (ps_tally_has (self->segments, row))
        ps_monitor_table_add (table, label, columns, G_N_ELEMENTS (columns), show, &view, row);
    }
  add_total (self, table);
}

static void
add_product_table (const PsShares *self, PsTopicFigures *figures)
{
  View view = { self, self->products, 0 };
  const PsRegion *region = self->monitor->region;
  PsFigureTable *table = ps_monitor_table_new (self->monitor, figures, "shares-by-product", _("Shares in cost, by product"),
                                               "product", _("Product"), columns, G_N_ELEMENTS (columns));

  for (guint slot = 0; slot < self->products->n_rows; slot++)
    {
      g_autofree char *label = NULL;

      if (!ps_tally_has (self->products, slot))
        continue;
      label = ps_monitor_slot_label (region, slot);
      ps_monitor_table_add (table, label, columns, G_N_ELEMENTS (columns), show, &view, slot)->product =
          ps_monitor_slot_product (region, slot);
    }
  add_total (self, table);
}

/* ---- charts */

static void
add_months_chart (const PsShares *self, PsTopicFigures *figures)
{
  View view = { self, self->months, 0 };
  PsSeriesSet *set = ps_monitor_chart_months (self->monitor, figures, PS_SHAPE_STACK, PS_VALUE_MONEY,
                                              _("Cost per month, with and without a contract"), "cost-by-month");

  for (guint i = 0; i < by_contract.n; i++)
    ps_monitor_add_months (self->monitor, set, PS_ROLE_PART, by_contract.label (i), show, &view, by_contract.first + (int) i,
                           PS_NOW);
}

static void
add_parts_chart (const PsShares *self, PsTopicFigures *figures, const Parts *parts)
{
  View view = { self, self->months, parts->first };
  PsSeriesSet *set =
      ps_monitor_chart_new (figures, PS_SHAPE_ROWS, PS_VALUE_SHARE, _ (parts->title), _ (parts->heading), parts->id);

  for (guint i = 0; i < parts->n; i++)
    ps_series_set_add_category (set, parts->label (i), NULL);
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_VALUE, NULL, show_part, &view, NULL, SHOW_SHARE, PS_NOW);
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_LAST, NULL, show_part, &view, NULL, SHOW_SHARE, PS_LAST);
}

static void
add_nga_rows (const PsShares *self, PsSeriesSet *set, const View *view, const GArray *rows,
              char *(*label) (const PsRegion *, guint))
{
  const guint *places = (const guint *) rows->data;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *text = label (self->monitor->region, places[i]);

      ps_series_set_add_category (set, text, NULL);
    }
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_VALUE, NULL, show, view, places, SHOW_SHARE + PS_SHARES_NGA, PS_NOW);
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_LAST, NULL, show, view, places, SHOW_SHARE + PS_SHARES_NGA, PS_LAST);
}

static void
add_segments_chart (const PsShares *self, PsTopicFigures *figures)
{
  View view = { self, self->segments, 0 };
  g_autoptr (GArray) rows = ps_tally_rows (self->segments, PS_SHARES_ALL, 0);
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_ROWS, PS_VALUE_SHARE,
                                           _("Share without a contract (NGA), by segment"), _("Segment"), "nga-by-segment");

  add_nga_rows (self, set, &view, rows, ps_monitor_segment_label);
}

/* Equal ones stay in the region's order. */
static int
compare_nga (gconstpointer a, gconstpointer b, gpointer view)
{
  guint x = *(const guint *) a, y = *(const guint *) b;
  gint64 of_x = show (view, x, SHOW_SHARE + PS_SHARES_NGA, PS_NOW), of_y = show (view, y, SHOW_SHARE + PS_SHARES_NGA, PS_NOW);

  if (of_x != of_y)
    return of_x > of_y ? -1 : 1;
  return (x > y) - (x < y);
}

/* Those that have any share this year, the largest first. */
static void
add_products_chart (const PsShares *self, PsTopicFigures *figures)
{
  View view = { self, self->products, 0 };
  g_autoptr (GArray) rows = ps_tally_rows (self->products, PS_SHARES_NGA, 0);
  guint n = 0;
  PsSeriesSet *set =
      ps_monitor_chart_new (figures, PS_SHAPE_ROWS, PS_VALUE_SHARE,
                            _("Products with the largest share without a contract (NGA)"), _("Product"), "nga-by-product");

  g_array_sort_with_data (rows, compare_nga, &view);
  while (n < MIN (rows->len, MOST_PRODUCTS)
         && show (&view, g_array_index (rows, guint, n), SHOW_SHARE + PS_SHARES_NGA, PS_NOW) > 0)
    n++;
  g_array_set_size (rows, n);
  add_nga_rows (self, set, &view, rows, ps_monitor_slot_label);
}

static void
add_tile (const PsShares *self, PsTopicFigures *figures, const char *id, const char *label, PsValueKind kind, int measure)
{
  View whole = { self, self->months, 0 };

  ps_monitor_add_tile (figures, id, label, kind, show (&whole, PS_WHOLE_PERIOD, measure, PS_NOW),
                       show (&whole, PS_WHOLE_PERIOD, measure, PS_LAST), NULL);
}

gboolean
ps_shares_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error)
{
  const PsShares *self = state;

  add_tile (self, figures, "cost", _("Cost"), PS_VALUE_MONEY, PS_SHARES_ALL);
  add_tile (self, figures, "nga", _("Without a contract (NGA)"), PS_VALUE_SHARE, SHOW_SHARE + PS_SHARES_NGA);
  add_tile (self, figures, "micro", _("Micro providers"), PS_VALUE_SHARE, SHOW_SHARE + PS_SHARES_KIND + PS_KIND_MICRO - 1);
  add_tile (self, figures, "extra", _("Extra and custom work"), PS_VALUE_SHARE, SHOW_EXTRA);
  add_months_chart (self, figures);
  add_segments_chart (self, figures);
  add_products_chart (self, figures);
  add_parts_chart (self, figures, &by_kind);
  add_parts_chart (self, figures, &by_work);
  add_parts_table (self, figures, &by_contract);
  add_parts_table (self, figures, &by_kind);
  add_parts_table (self, figures, &by_work);
  add_segment_table (self, figures);
  add_product_table (self, figures);
  ps_monitor_table_of_months (monitor, figures, "shares-by-month", _("Shares in cost, by month"), columns,
                              G_N_ELEMENTS (columns), show, &(View){ self, self->months, 0 });
  return ps_tally_fits (self->months, error);
}
