/* ps-monitor-waiting-figures.c: waiting as tiles, charts and tables (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-waiting.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"
#include "ps-waiting.h"

typedef enum
{
  WAITING,
  OVER,
  WITHIN,
  BEGUN,
  MEAN,
  NORM,
  BEGUN_OVER_SHARE
} Figure;

static const PsMonitorColumn columns[] = { { "waiting", N_("Waiting"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, WAITING },
                                           { "over", N_("Over the Treeknorm"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, OVER },
                                           { "begun", N_("Care began"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, BEGUN },
                                           { "mean", N_("Days waited"), PS_VALUE_DAYS, FALSE, PS_WITH_LAST, MEAN },
                                           { "begun-over", N_("Share over the Treeknorm"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST,
                                             BEGUN_OVER_SHARE } };
#define N_COLUMNS G_N_ELEMENTS (columns)

static gint64
figure_of (const PsWaits *self, const PsTally *tally, guint row, int measure, PsWhen when)
{
#define COUNTED(what) ps_tally_get (tally, row, PS_WAITS_##what, when)
  gint64 figure;

  switch ((Figure) measure)
    {
    case WAITING:
      figure = COUNTED (WAITING);
      break;
    case OVER:
      figure = COUNTED (OVER);
      break;
    case WITHIN:
      figure = COUNTED (WAITING) - COUNTED (OVER);
      break;
    case MEAN:
      figure = ps_mean (COUNTED (DAYS), COUNTED (BEGUN));
      break;
    case NORM:
      return PS_TREE_NORM_DAYS;
    case BEGUN_OVER_SHARE:
      figure = ps_part_bp (COUNTED (BEGUN_OVER), COUNTED (BEGUN));
      break;
    case BEGUN:
    default:
      figure = COUNTED (BEGUN);
    }
#undef COUNTED
  return ps_monitor_known (self->monitor, self->months, when, figure);
}

static gint64
figure_of_month (gconstpointer of, guint month, int measure, PsWhen when)
{
  const PsWaits *self = of;

  if (ps_period_month_days (ps_monitor_period (self->monitor, when), month) == 0)
    return PS_NO_NUMBER;
  return figure_of (self, self->months, month, measure, when);
}

static gint64
figure_of_product (gconstpointer of, guint row, int measure, PsWhen when)
{
  return figure_of (of, ((const PsWaits *) of)->products, row, measure, when);
}

static gint64
figure_of_provider (gconstpointer of, guint row, int measure, PsWhen when)
{
  return figure_of (of, ((const PsWaits *) of)->providers, row, measure, when);
}

static gint64
figure_of_class (gconstpointer of, guint row, int measure G_GNUC_UNUSED, PsWhen when)
{
  const PsWaits *self = of;

  return ps_monitor_known (self->monitor, self->months, when, ps_tally_get (self->classes, row, 0, when));
}

/* ---- charts */

/* The parts make together who waits. */
static void
draw_waiting (const PsWaits *self, PsTopicFigures *figures)
{
  PsSeriesSet *set = ps_monitor_chart_months (self->monitor, figures, PS_SHAPE_STACK, PS_VALUE_COUNT,
                                              _("Clients waiting at the end of each month"), "waiting");

  ps_monitor_add_months (self->monitor, set, PS_ROLE_PART, _("within the Treeknorm"), figure_of_month, self, WITHIN, PS_NOW);
  ps_monitor_add_months (self->monitor, set, PS_ROLE_PART, _("over the Treeknorm"), figure_of_month, self, OVER, PS_NOW);
  ps_monitor_add_months (self->monitor, set, PS_ROLE_LAST, NULL, figure_of_month, self, WAITING, PS_LAST);
}

static void
draw_days (const PsWaits *self, PsTopicFigures *figures)
{
  PsSeriesSet *set = ps_monitor_chart_months (self->monitor, figures, PS_SHAPE_BARS, PS_VALUE_DAYS,
                                              _("Days waited, on average, of care that began in the month"), "days-waited");
  PsSeries *norm;

  ps_monitor_add_months (self->monitor, set, PS_ROLE_VALUE, NULL, figure_of_month, self, MEAN, PS_NOW);
  ps_monitor_add_months (self->monitor, set, PS_ROLE_LAST, NULL, figure_of_month, self, MEAN, PS_LAST);
  if (ps_period_is_empty (&self->monitor->now))
    return;
  norm = ps_series_set_add (set, PS_ROLE_AGREED, _("Treeknorm"));
  for (guint month = 0; month < PS_WHOLE_PERIOD; month++)
    norm->values[month] = PS_TREE_NORM_DAYS;
}

/* "8 – 28", "> 182" */
static char *
class_label (guint class)
{
  g_autofree char *first = ps_format_count (class == 0 ? 0 : ps_wait_classes[class - 1] + 1);
  g_autofree char *before = class == 0 ? NULL : ps_format_count (ps_wait_classes[class - 1]);
  g_autofree char *last = class + 1 == PS_N_WAIT_CLASSES ? NULL : ps_format_count (ps_wait_classes[class]);

  return last == NULL ? g_strdup_printf ("> %s", before) : g_strdup_printf ("%s – %s", first, last);
}

/* At the end of the class that the norm ends. */
static void
mark_norm (PsSeriesSet *set)
{
  PsSeries *norm = ps_series_set_add (set, PS_ROLE_AGREED, _("Treeknorm"));

  for (guint class = 0; class + 1 < PS_N_WAIT_CLASSES; class ++)
    if (ps_wait_classes[class] == PS_TREE_NORM_DAYS)
      norm->values[class] = PS_TREE_NORM_DAYS;
}

static void
show_classes (const PsWaits *self, PsTopicFigures *figures)
{
  static const PsMonitorColumn of_class[] = { { "number", N_("Care began"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, 0 } };
  PsFigureTable *table =
      ps_monitor_table_new (self->monitor, figures, "waiting-spread", _("How long was waited for care that began"), "days",
                            _("Days waited"), of_class, G_N_ELEMENTS (of_class));
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_SPREAD, PS_VALUE_COUNT,
                                           _("How long was waited for care that began"), _("Days waited"), "waiting-spread");

  for (guint class = 0; class < PS_N_WAIT_CLASSES; class ++)
    {
      g_autofree char *label = class_label (class);
      g_autofree char *announced = g_strdup_printf (_("%s days"), label);

      ps_monitor_table_add (table, label, of_class, G_N_ELEMENTS (of_class), figure_of_class, self, class);
      ps_series_set_add_category (set, label, announced);
    }
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_VALUE, NULL, figure_of_class, self, NULL, 0, PS_NOW);
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_LAST, NULL, figure_of_class, self, NULL, 0, PS_LAST);
  if (!ps_period_is_empty (&self->monitor->now))
    mark_norm (set);
}

/* ---- tables */

static void
show_products (const PsWaits *self, PsTopicFigures *figures)
{
  const PsRegion *region = self->monitor->region;
  PsFigureTable *table = ps_monitor_table_new (self->monitor, figures, "waiting-by-product", _("Waiting by product"), "product",
                                               _("Product"), columns, N_COLUMNS);

  for (guint slot = 0; slot < self->products->n_rows; slot++)
    if (ps_tally_has (self->products, slot))
      {
        g_autofree char *label = ps_monitor_slot_label (region, slot);

        ps_monitor_table_add (table, label, columns, N_COLUMNS, figure_of_product, self, slot)->product =
            ps_monitor_slot_product (region, slot);
      }
  if (table->rows->len > 0)
    ps_monitor_table_add_total (table, columns, N_COLUMNS, figure_of_month, self, PS_WHOLE_PERIOD);
}

static int
compare_providers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PsTally *providers = user_data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  static const guint by[] = { PS_WAITS_OVER, PS_WAITS_WAITING };

  for (guint i = 0; i < G_N_ELEMENTS (by); i++)
    {
      gint64 of_x = ps_tally_get (providers, x, by[i], PS_NOW), of_y = ps_tally_get (providers, y, by[i], PS_NOW);

      if (of_x != of_y)
        return of_x > of_y ? -1 : 1;
    }
  return (x > y) - (x < y);
}

/* Those with most over the Treeknorm first. */
static void
show_providers (const PsWaits *self, PsTopicFigures *figures)
{
  PsFigureTable *table = ps_monitor_table_new (self->monitor, figures, "waiting-by-provider", _("Waiting by provider"),
                                               "provider", _("Provider"), columns, N_COLUMNS);
  g_autoptr (GArray) rows = ps_monitor_rows_of (self->providers);

  g_array_sort_with_data (rows, compare_providers, self->providers);
  for (guint i = 0; i < rows->len; i++)
    {
      guint provider = g_array_index (rows, guint, i);
      g_autofree char *label = ps_monitor_provider_label (self->monitor->region, provider);

      ps_monitor_table_add (table, label, columns, N_COLUMNS, figure_of_provider, self, provider)->provider = provider;
    }
  if (table->rows->len > 0)
    ps_monitor_table_add_total (table, columns, N_COLUMNS, figure_of_month, self, PS_WHOLE_PERIOD);
}

static void
show_months (const PsWaits *self, PsTopicFigures *figures)
{
  static const PsMonitorColumn by_month[] = { { "waiting", N_("Waiting"), PS_VALUE_COUNT, FALSE, PS_WITH_LAST, WAITING },
                                              { "within", N_("Within the Treeknorm"), PS_VALUE_COUNT, FALSE, PS_WITH_LAST,
                                                WITHIN },
                                              { "over", N_("Over the Treeknorm"), PS_VALUE_COUNT, FALSE, PS_WITH_LAST, OVER },
                                              { "begun", N_("Care began"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, BEGUN },
                                              { "mean", N_("Days waited"), PS_VALUE_DAYS, FALSE, PS_WITH_LAST, MEAN },
                                              { "norm", N_("Treeknorm"), PS_VALUE_DAYS, FALSE, PS_ONLY_NOW, NORM } };

  ps_monitor_table_of_months (self->monitor, figures, "waiting-by-month", _("Waiting by month"), by_month,
                              G_N_ELEMENTS (by_month), figure_of_month, self)
      ->note =
      g_strdup (_("Waiting: clients at the end of the month; in total, at the end of the period. Care began: assignments."));
}

static void
add_tile (const PsWaits *self, PsTopicFigures *figures, const char *id, const char *label, PsValueKind kind, Figure measure)
{
  ps_monitor_add_tile (figures, id, label, kind, figure_of_month (self, PS_WHOLE_PERIOD, measure, PS_NOW),
                       figure_of_month (self, PS_WHOLE_PERIOD, measure, PS_LAST), NULL);
}

gboolean
ps_waits_finish (gpointer state, const PsMonitor *monitor G_GNUC_UNUSED, PsTopicFigures *figures, GError **error G_GNUC_UNUSED)
{
  const PsWaits *self = state;

  add_tile (self, figures, "waiting", _("Waiting"), PS_VALUE_COUNT, WAITING);
  add_tile (self, figures, "over", _("Over the Treeknorm"), PS_VALUE_COUNT, OVER);
  add_tile (self, figures, "mean", _("Days waited on average"), PS_VALUE_DAYS, MEAN);
  add_tile (self, figures, "begun-over", _("Care that began over the Treeknorm"), PS_VALUE_SHARE, BEGUN_OVER_SHARE);
  draw_waiting (self, figures);
  draw_days (self, figures);
  show_months (self, figures);
  show_classes (self, figures);
  show_products (self, figures);
  show_providers (self, figures);
  return TRUE;
}
