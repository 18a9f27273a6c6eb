/* ps-monitor-duration-figures.c: durations as tiles, charts and tables
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <glib/gi18n-lib.h>

#include "ps-format.h"
#include "ps-monitor-duration.h"
#include "ps-monitor-rows.h"

/* So many products have room in a chart; the tables have them all. */
#define MOST_PRODUCTS 20

/* What is shown beside what was counted. */
enum
{
  SHOW_AVERAGE = PS_DURATION_N_MEASURES,
  SHOW_NORM,
  SHOW_OVER, /* average − norm */
  SHOW_LONGER,
  SHOW_SO_FAR
};

typedef struct
{
  const PsMonitor *monitor;
  PsDurations *durations;
} View;

/* The row of all products together. */
static guint
all_products (const View *view)
{
  return view->durations->products->n_rows;
}

static gint64
counted (const View *view, guint row, guint measure, PsWhen when)
{
  PsTally *tally = view->durations->products;

  return row == all_products (view) ? ps_tally_sum (tally, measure, when) : ps_tally_get (tally, row, measure, when);
}

static int
norm_of (const View *view, guint row)
{
  const PsRegion *region = view->monitor->region;

  return row == all_products (view) ? 0 : ps_durations_norm (region, ps_monitor_slot_product (region, row));
}

/* A norm of months as days: 365 days × months ÷ 12, rounded. */
static gint64
norm_days (const View *view, guint row)
{
  int months = norm_of (view, row);

  return months == 0 ? PS_NO_NUMBER : ps_mean ((gint64) 365 * months, 12);
}

static gint64
average (const View *view, guint row, guint days, guint n, PsWhen when)
{
  return ps_mean (counted (view, row, days, when), counted (view, row, n, when));
}

static gint64
over_norm (const View *view, guint row, PsWhen when)
{
  gint64 days = average (view, row, PS_DURATION_ENDED_DAYS, PS_DURATION_ENDED, when), norm = norm_days (view, row);

  return days == PS_NO_NUMBER || norm == PS_NO_NUMBER ? PS_NO_NUMBER : days - norm;
}

static gint64
show (gconstpointer of, guint row, int measure, PsWhen when)
{
  const View *view = of;

  switch (measure)
    {
    case SHOW_AVERAGE:
      return average (view, row, PS_DURATION_ENDED_DAYS, PS_DURATION_ENDED, when);
    case SHOW_NORM:
      return norm_days (view, row);
    case SHOW_OVER:
      return over_norm (view, row, when);
    case SHOW_LONGER:
      return ps_part_bp (counted (view, row, PS_DURATION_LONGER, when), counted (view, row, PS_DURATION_WITH_NORM, when));
    case SHOW_SO_FAR:
      return average (view, row, PS_DURATION_RUNNING_DAYS, PS_DURATION_RUNNING, when);
    default:
      return ps_monitor_known (view->monitor, view->durations->products, when, counted (view, row, (guint) measure, when));
    }
}

static void
add_tile (const View *view, PsTopicFigures *figures, const char *id, const char *label, PsValueKind kind, int measure)
{
  ps_monitor_add_tile (figures, id, label, kind, show (view, all_products (view), measure, PS_NOW),
                       show (view, all_products (view), measure, PS_LAST), NULL);
}

/* ---- by product */

static const PsMonitorColumn ended_columns[] = {
  { "ended", N_("Ended"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, PS_DURATION_ENDED },
  { "average", N_("Average"), PS_VALUE_DAYS, FALSE, PS_WITH_LAST, SHOW_AVERAGE },
  { "norm", N_("Norm duration"), PS_VALUE_DAYS, FALSE, PS_ONLY_NOW, SHOW_NORM },
  { "difference", N_("Average less norm"), PS_VALUE_DAYS, FALSE, PS_ONLY_NOW, SHOW_OVER },
  { "longer", N_("Longer than the norm"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, SHOW_LONGER },
};

static const PsMonitorColumn so_far_columns[] = {
  { "in-care", N_("In care"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, PS_DURATION_RUNNING },
  { "average", N_("Average so far"), PS_VALUE_DAYS, FALSE, PS_WITH_LAST, SHOW_SO_FAR },
  { "norm", N_("Norm duration"), PS_VALUE_DAYS, FALSE, PS_ONLY_NOW, SHOW_NORM },
};

/* Of the products of which there is any, by what is counted. */
static PsFigureTable *
add_products_table (const View *view, PsTopicFigures *figures, const char *id, const char *title, const PsMonitorColumn *columns,
                    guint n_columns)
{
  const PsRegion *region = view->monitor->region;
  g_autoptr (GArray) rows = ps_tally_rows (view->durations->products, (guint) columns[0].measure, 0);
  PsFigureTable *table = ps_monitor_table_new (view->monitor, figures, id, title, "product", _("Product"), columns, n_columns);

  for (guint i = 0; i < rows->len; i++)
    {
      guint slot = g_array_index (rows, guint, i);
      g_autofree char *label = ps_monitor_slot_label (region, slot);

      ps_monitor_table_add (table, label, columns, n_columns, show, view, slot)->product = ps_monitor_slot_product (region, slot);
    }
  if (rows->len > 0)
    ps_monitor_table_add_total (table, columns, n_columns, show, view, all_products (view));
  return table;
}

/* "Vergelijk looptijd tot nu tov zelfde periode vorig jaar", with the norm of each product beside it. */
static void
add_so_far_table (const View *view, PsTopicFigures *figures)
{
  g_autofree char *day = ps_format_date (view->monitor->now.through), *last_day = ps_format_date (view->monitor->last.through);
  PsFigureTable *table = add_products_table (view, figures, "duration-so-far", _("Duration so far of those in care, by product"),
                                             so_far_columns, G_N_ELEMENTS (so_far_columns));

  /* Translators: two days, a year apart */
  if (!ps_period_is_empty (&view->monitor->now))
    table->note = g_strdup_printf (_("Care that had not ended on %s, and on %s: a temporary stop is no end."), day, last_day);
}

static void
add_products_chart (const View *view, PsTopicFigures *figures, const char *title, const char *file_name, guint counts,
                    int measure)
{
  g_autoptr (GArray) rows = ps_tally_rows (view->durations->products, counts, MOST_PRODUCTS);
  const guint *places = (const guint *) rows->data;
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_ROWS, PS_VALUE_DAYS, title, _("Product"), file_name);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *label = ps_monitor_slot_label (view->monitor->region, places[i]);

      ps_series_set_add_category (set, label, NULL);
    }
  ps_monitor_add_rows (view->monitor, set, PS_ROLE_VALUE, NULL, show, view, places, measure, PS_NOW);
  ps_monitor_add_rows (view->monitor, set, PS_ROLE_LAST, NULL, show, view, places, measure, PS_LAST);
  ps_tally_note_rows (view->durations->products, counts, rows, set);
  ps_monitor_add_rows (view->monitor, set, PS_ROLE_AGREED, _("Norm duration"), show, view, places, SHOW_NORM, PS_NOW);
}

/* ---- how it is spread */

enum
{
  CLASS_ENDED,
  CLASS_SHARE
};

static gint64
show_class (gconstpointer of, guint row, int measure, PsWhen when)
{
  const View *view = of;
  PsTally *classes = view->durations->classes;
  gint64 ended = ps_tally_get (classes, row, 0, when);

  if (measure == CLASS_SHARE)
    return ps_part_bp (ended, ps_tally_sum (classes, 0, when));
  return ps_monitor_known (view->monitor, view->durations->products, when, ended);
}

static const PsMonitorColumn class_columns[] = {
  { "ended", N_("Ended"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, CLASS_ENDED },
  { "share", N_("Share"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, CLASS_SHARE },
};

/* "3–6", and "36+" for the last. */
static char *
class_label (guint class)
{
  if (class == PS_DURATION_N_CLASSES - 1)
    return g_strdup_printf ("%u+", class * PS_DURATION_MONTHS_A_CLASS);
  return g_strdup_printf ("%u–%u", class * PS_DURATION_MONTHS_A_CLASS, (class + 1) * PS_DURATION_MONTHS_A_CLASS);
}

static char *
class_long_label (guint class)
{
  guint from = class * PS_DURATION_MONTHS_A_CLASS, to = from + PS_DURATION_MONTHS_A_CLASS;

  if (class == PS_DURATION_N_CLASSES - 1)
    return g_strdup_printf (ngettext ("more than %u month", "more than %u months", from), from);
  if (class == 0)
    return g_strdup_printf (ngettext ("to %u month", "to %u months", to), to);
  return g_strdup_printf (ngettext ("more than %u, to %u month", "more than %u, to %u months", to), from, to);
}

static void
add_spread_table (const View *view, PsTopicFigures *figures)
{
  PsFigureTable *table = ps_monitor_table_new (view->monitor, figures, "duration-spread", _("Care that ended, by its duration"),
                                               "months", _("Duration"), class_columns, G_N_ELEMENTS (class_columns));

  for (guint class = 0; class < PS_DURATION_N_CLASSES; class ++)
    {
      g_autofree char *label = class_long_label (class);

      ps_monitor_table_add (table, label, class_columns, G_N_ELEMENTS (class_columns), show_class, view, class);
    }
}

/* The norm of all products that ended, where they have one and the same; 0: they have not. */
static int
common_norm (const View *view)
{
  g_autoptr (GArray) rows = ps_tally_rows (view->durations->products, PS_DURATION_ENDED, 0);
  int norm = rows->len > 0 ? norm_of (view, g_array_index (rows, guint, 0)) : 0;

  for (guint i = 1; i < rows->len; i++)
    if (norm_of (view, g_array_index (rows, guint, i)) != norm)
      return 0;
  return norm;
}

/* A mark at the class that the norm is the end of; one that lies within a class, or in the last, which has no end, has none. */
static void
mark_norm (PsSeriesSet *set, int months)
{
  guint class = (guint) months / PS_DURATION_MONTHS_A_CLASS - 1;

  if (months % PS_DURATION_MONTHS_A_CLASS != 0 || class + 1 >= PS_DURATION_N_CLASSES)
    return;
  ps_series_set_add (set, PS_ROLE_AGREED, _("Norm duration in months"))->values[class] = months;
}

static void
add_spread (const View *view, PsTopicFigures *figures)
{
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_SPREAD, PS_VALUE_COUNT,
                                           _("Care that ended, by its duration in months"), _("Months"), "duration-spread");
  int norm = common_norm (view);

  for (guint class = 0; class < PS_DURATION_N_CLASSES; class ++)
    {
      g_autofree char *label = class_label (class), *long_label = class_long_label (class);

      ps_series_set_add_category (set, label, long_label);
    }
  ps_monitor_add_rows (view->monitor, set, PS_ROLE_VALUE, NULL, show_class, view, NULL, CLASS_ENDED, PS_NOW);
  ps_monitor_add_rows (view->monitor, set, PS_ROLE_LAST, NULL, show_class, view, NULL, CLASS_ENDED, PS_LAST);
  if (norm > 0)
    mark_norm (set, norm);
}

gboolean
ps_durations_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error)
{
  View view = { monitor, state };

  add_tile (&view, figures, "average", _("Average duration"), PS_VALUE_DAYS, SHOW_AVERAGE);
  add_tile (&view, figures, "ended", _("Care that ended"), PS_VALUE_COUNT, PS_DURATION_ENDED);
  add_tile (&view, figures, "longer", _("Longer than the norm"), PS_VALUE_SHARE, SHOW_LONGER);
  add_tile (&view, figures, "so-far", _("So far, of those in care"), PS_VALUE_DAYS, SHOW_SO_FAR);
  add_products_chart (&view, figures, _("Average duration per product, in days"), "duration", PS_DURATION_ENDED, SHOW_AVERAGE);
  add_spread (&view, figures);
  add_products_chart (&view, figures, _("In care so far per product, in days"), "duration-so-far", PS_DURATION_RUNNING,
                      SHOW_SO_FAR);
  add_products_table (&view, figures, "duration-by-product", _("Duration of care that ended, by product"), ended_columns,
                      G_N_ELEMENTS (ended_columns));
  add_spread_table (&view, figures);
  add_so_far_table (&view, figures);
  return ps_tally_fits (view.durations->products, error);
}
