/* ps-monitor-places-figures.c: realised places as tiles, charts and tables (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-places.h"

#include "ps-monitor-stays.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"

/* Figures of a row; those of a month are PLACES + month. */
enum
{
  PLACES,
  COST = PLACES + PS_N_MONTH_ROWS,
  AGREED = COST + PS_N_MONTH_ROWS,
  DEVIATION
};

/* What is shown by product, by group, and all together: a tally, and what was agreed where that is known. */
typedef struct
{
  const PsMonitor *monitor;
  const PsTally *all; /* of the products: whether anything is known */
  PsTally *tally;     /* of these rows */
  gint64 *agreed;     /* thousandths, by row and period; NULL: not known by these rows */
} Sheet;

static gint64
places_of (const Sheet *sheet, guint row, guint month, PsWhen when)
{
  int days = ps_period_month_days (ps_monitor_period (sheet->monitor, when), month);
  PsOverflow overflow = { FALSE };

  if (days == 0)
    return PS_NO_NUMBER;
  return ps_monitor_known (
      sheet->monitor, sheet->all, when,
      ps_round_div ((PsWide) ps_tally_get (sheet->tally, row, PS_PLACES_DAYS + month, when) * 1000, days, &overflow));
}

static gint64
agreed_of (const Sheet *sheet, guint row, PsWhen when)
{
  return sheet->agreed == NULL ? PS_NO_NUMBER : sheet->agreed[row * PS_N_WHENS + when];
}

/* Realised ÷ agreed, less the whole; exactly, from the days. */
static gint64
deviation_of (const Sheet *sheet, guint row, PsWhen when)
{
  gint64 agreed = agreed_of (sheet, row, when), days = ps_tally_get (sheet->tally, row, PS_PLACES_DAYS + PS_WHOLE_PERIOD, when);
  int period = ps_period_days (ps_monitor_period (sheet->monitor, when));

  if (agreed == PS_NO_NUMBER || places_of (sheet, row, PS_WHOLE_PERIOD, when) == PS_NO_NUMBER)
    return PS_NO_NUMBER;
  return ps_part_bp (days * 1000 - agreed * period, agreed * period);
}

static gint64
figure_of_row (gconstpointer of, guint row, int measure, PsWhen when)
{
  const Sheet *sheet = of;

  if (measure == AGREED)
    return agreed_of (sheet, row, when);
  if (measure == DEVIATION)
    return deviation_of (sheet, row, when);
  if (measure < COST)
    return places_of (sheet, row, measure - PLACES, when);
  if (ps_period_month_days (ps_monitor_period (sheet->monitor, when), measure - COST) == 0)
    return PS_NO_NUMBER;
  return ps_monitor_known (sheet->monitor, sheet->all, when,
                           ps_tally_get (sheet->tally, row, PS_PLACES_CENTS + measure - COST, when));
}

/* The rows are months of all together, the measure one of a whole row. */
static gint64
figure_of_month (gconstpointer of, guint month, int measure, PsWhen when)
{
  return figure_of_row (of, 0, measure == PLACES || measure == COST ? measure + (int) month : measure, when);
}

/* Rows of products added up into other rows. */
static PsTally *
add_up (const PsTally *products, guint n_rows, guint (*row_of) (const PsRegion *region, guint product), const PsRegion *region)
{
  PsTally *sums = ps_tally_new (n_rows, PS_PLACES_N_COUNTED);

  for (guint product = 0; product < products->n_rows; product++)
    for (guint measure = 0; measure < PS_PLACES_N_COUNTED; measure++)
      for (PsWhen when = 0; when < PS_N_WHENS; when++)
        ps_tally_add (sums, row_of (region, product), measure, when, ps_tally_get (products, product, measure, when));
  sums->overflow.overflowed = sums->overflow.overflowed || products->overflow.overflowed;
  return sums;
}

static guint
group_of (const PsRegion *region, guint product)
{
  return ps_region_product (region, product)->group;
}

static guint
all_of (const PsRegion *region G_GNUC_UNUSED, guint product G_GNUC_UNUSED)
{
  return 0;
}

/* ---- agreed */

typedef struct
{
  gint64 *by_group;
  gint64 *all;
  PsWhen when;
} Agreeing;

static void
add_agreed (gint64 *sum, gint64 places_milli)
{
  PsOverflow overflow = { FALSE };

  *sum = *sum == PS_NO_NUMBER ? places_milli : ps_add (*sum, places_milli, &overflow);
}

static void
agree (gpointer data, guint provider G_GNUC_UNUSED, const PsAgreementLine *line)
{
  Agreeing *agreeing = data;

  add_agreed (&agreeing->by_group[line->group * PS_N_WHENS + agreeing->when], line->places_milli);
  add_agreed (&agreeing->all[agreeing->when], line->places_milli);
}

static gint64 *
unknown_numbers (guint n)
{
  gint64 *numbers = g_new (gint64, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    numbers[i] = PS_NO_NUMBER;
  return numbers;
}

static void
find_agreed (const PsMonitor *monitor, Sheet *groups, Sheet *all)
{
  groups->agreed = unknown_numbers (monitor->region->groups->len * PS_N_WHENS);
  all->agreed = unknown_numbers (PS_N_WHENS);
  for (PsWhen when = 0; when < PS_N_WHENS; when++)
    {
      Agreeing agreeing = { groups->agreed, all->agreed, when };

      ps_monitor_agreed_places (monitor, when, agree, &agreeing);
    }
}

/* ---- tables */

/* A column for each month of the period, and one for the whole of it with last year's beside it. Rounded places do not add up: the total
 * is made of the days. */
static guint
month_columns (const PsMonitor *monitor, int measure, PsValueKind kind, const char *id, PsMonitorColumn *columns)
{
  guint n = ps_monitor_month_columns (monitor, measure, kind, kind == PS_VALUE_MONEY, columns);

  columns[n] =
      (PsMonitorColumn){ id, N_("Year to date"), kind, kind == PS_VALUE_MONEY, PS_WITH_LAST, measure + PS_WHOLE_PERIOD };
  return n + 1;
}

static PsFigureTable *
table_of_products (const PsMonitor *monitor, PsTopicFigures *figures, const char *id, const char *title,
                   const PsMonitorColumn *columns, guint n, const Sheet *products, const Sheet *all)
{
  PsFigureTable *table = ps_monitor_table_new (monitor, figures, id, title, "product", _("Product"), columns, n);

  for (guint product = 0; product < products->tally->n_rows; product++)
    if (ps_tally_has (products->tally, product))
      {
        g_autofree char *label = ps_monitor_slot_label (monitor->region, product);

        ps_monitor_table_add (table, label, columns, n, figure_of_row, products, product)->product = product;
      }
  if (table->rows->len > 0)
    ps_monitor_table_add_total (table, columns, n, figure_of_row, all, 0);
  return table;
}

/* Where the settlement counts otherwise, and where nothing can be said of the amount. Owned by the caller; NULL: nothing to say. */
static char *
make_note (const PsPlaceCounts *self, const Sheet *all)
{
  GString *note = g_string_new (NULL);
  gint64 without = ps_tally_get (all->tally, 0, PS_PLACES_WITHOUT_TARIFF, PS_NOW);

  if (self->n_by_peildata > 0)
    {
      g_autofree char *count = ps_format_count (self->n_by_peildata);

      g_string_append_printf (
          note,
          ngettext ("%s provider has an agreement that measures places on peildata: its settlement counts otherwise.",
                    "%s providers have an agreement that measures places on peildata: their settlements count otherwise.",
                    self->n_by_peildata),
          count);
    }
  if (without > 0)
    {
      g_autofree char *count = ps_format_count (without);

      g_string_append_printf (note, "%s", note->len > 0 ? " " : "");
      g_string_append_printf (note,
                              ngettext ("%s client-day has no tariff, and no amount.",
                                        "%s client-days have no tariff, and no amount.", (gulong) without),
                              count);
    }
  return g_string_free (note, note->len == 0);
}

static void
show_products (const PsMonitor *monitor, PsTopicFigures *figures, const char *note, const Sheet *products, const Sheet *all)
{
  PsMonitorColumn columns[PS_N_MONTH_ROWS + 1];
  guint n = month_columns (monitor, PLACES, PS_VALUE_PLACES, "places", columns);

  columns[n++] = (PsMonitorColumn){ "amount", N_("Amount"), PS_VALUE_MONEY, TRUE, PS_WITH_LAST, COST + PS_WHOLE_PERIOD };
  table_of_products (monitor, figures, "places-by-product", _("Places by product"), columns, n, products, all)->note =
      g_strdup (note);
}

static void
show_amounts (const PsMonitor *monitor, PsTopicFigures *figures, const Sheet *products, const Sheet *all)
{
  PsMonitorColumn columns[PS_N_MONTH_ROWS];
  guint n = month_columns (monitor, COST, PS_VALUE_MONEY, "amount", columns);

  table_of_products (monitor, figures, "places-amounts", _("What the places are worth, by product"), columns, n, products, all);
}

static gboolean
has_group (const Sheet *groups, guint group)
{
  return ps_tally_has (groups->tally, group) || agreed_of (groups, group, PS_NOW) != PS_NO_NUMBER
         || agreed_of (groups, group, PS_LAST) != PS_NO_NUMBER;
}

static void
show_groups (const PsMonitor *monitor, PsTopicFigures *figures, const Sheet *groups, const Sheet *all)
{
  static const PsMonitorColumn columns[] = { { "places", N_("Places"), PS_VALUE_PLACES, FALSE, PS_WITH_LAST,
                                               PLACES + PS_WHOLE_PERIOD },
                                             { "agreed", N_("Agreed"), PS_VALUE_PLACES, TRUE, PS_WITH_LAST, AGREED },
                                             { "deviation", N_("Deviation"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, DEVIATION } };
  PsFigureTable *table = ps_monitor_table_new (monitor, figures, "places-by-group", _("Places by product group, against agreed"),
                                               "group", _("Product group"), columns, G_N_ELEMENTS (columns));

  for (guint group = 0; group < groups->tally->n_rows; group++)
    if (has_group (groups, group))
      {
        g_autofree char *label = ps_monitor_group_label (monitor->region, group);

        ps_monitor_table_add (table, label, columns, G_N_ELEMENTS (columns), figure_of_row, groups, group);
      }
  if (table->rows->len > 0)
    ps_monitor_table_add_total (table, columns, G_N_ELEMENTS (columns), figure_of_row, all, 0);
}

static void
show_months (const PsMonitor *monitor, PsTopicFigures *figures, const Sheet *all)
{
  static const PsMonitorColumn columns[] = { { "places", N_("Places"), PS_VALUE_PLACES, FALSE, PS_WITH_LAST, PLACES },
                                             { "agreed", N_("Agreed"), PS_VALUE_PLACES, FALSE, PS_WITH_LAST, AGREED },
                                             { "amount", N_("Amount"), PS_VALUE_MONEY, TRUE, PS_WITH_LAST, COST } };

  ps_monitor_table_of_months (monitor, figures, "places-by-month", _("Places by month"), columns, G_N_ELEMENTS (columns),
                              figure_of_month, all);
}

/* ---- charts and tiles */

/* Agreed places are an average over the year: a rule over all its months. */
static void
draw_months (const PsMonitor *monitor, PsTopicFigures *figures, const char *note, const Sheet *all)
{
  PsSeriesSet *set = ps_monitor_chart_months (monitor, figures, PS_SHAPE_BARS, PS_VALUE_PLACES, _("Places per month"), "places");
  gint64 agreed = agreed_of (all, 0, PS_NOW);

  set->note = g_strdup (note);
  ps_monitor_add_months (monitor, set, PS_ROLE_VALUE, NULL, figure_of_month, all, PLACES, PS_NOW);
  ps_monitor_add_months (monitor, set, PS_ROLE_LAST, NULL, figure_of_month, all, PLACES, PS_LAST);
  if (agreed != PS_NO_NUMBER)
    {
      PsSeries *rule = ps_series_set_add (set, PS_ROLE_AGREED, _("agreed"));

      for (guint month = 0; month < PS_WHOLE_PERIOD; month++)
        rule->values[month] = agreed;
    }
}

static void
draw_amounts (const PsMonitor *monitor, PsTopicFigures *figures, const Sheet *all)
{
  PsSeriesSet *set = ps_monitor_chart_months (monitor, figures, PS_SHAPE_BARS, PS_VALUE_MONEY,
                                              _("What the places are worth, per month"), "places-amounts");

  ps_monitor_add_months (monitor, set, PS_ROLE_VALUE, NULL, figure_of_month, all, COST, PS_NOW);
  ps_monitor_add_months (monitor, set, PS_ROLE_LAST, NULL, figure_of_month, all, COST, PS_LAST);
}

static void
draw_groups (const PsMonitor *monitor, PsTopicFigures *figures, const Sheet *groups)
{
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_ROWS, PS_VALUE_PLACES, _("Places by product group, against agreed"),
                                           _("Product group"), "places-by-group");
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint group = 0; group < groups->tally->n_rows; group++)
    if (has_group (groups, group))
      {
        g_autofree char *label = ps_monitor_group_label (monitor->region, group);

        ps_series_set_add_category (set, label, NULL);
        g_array_append_val (rows, group);
      }
  ps_monitor_add_rows (monitor, set, PS_ROLE_VALUE, NULL, figure_of_row, groups, (guint *) rows->data, PLACES + PS_WHOLE_PERIOD,
                       PS_NOW);
  ps_monitor_add_rows (monitor, set, PS_ROLE_LAST, NULL, figure_of_row, groups, (guint *) rows->data, PLACES + PS_WHOLE_PERIOD,
                       PS_LAST);
  ps_monitor_add_rows (monitor, set, PS_ROLE_AGREED, _("agreed"), figure_of_row, groups, (guint *) rows->data, AGREED, PS_NOW);
}

static void
add_tile (PsTopicFigures *figures, const char *id, const char *label, PsValueKind kind, const Sheet *all, int measure)
{
  ps_monitor_add_tile (figures, id, label, kind, figure_of_row (all, 0, measure, PS_NOW),
                       figure_of_row (all, 0, measure, PS_LAST), NULL);
}

static void
show (const PsPlaceCounts *self, const PsMonitor *monitor, PsTopicFigures *figures, const Sheet *products, const Sheet *groups,
      const Sheet *all)
{
  g_autofree char *note = make_note (self, all);

  add_tile (figures, "places", _("Places"), PS_VALUE_PLACES, all, PLACES + PS_WHOLE_PERIOD);
  add_tile (figures, "agreed", _("Agreed places"), PS_VALUE_PLACES, all, AGREED);
  add_tile (figures, "deviation", _("Deviation from agreed"), PS_VALUE_SHARE, all, DEVIATION);
  add_tile (figures, "amount", _("What the places are worth"), PS_VALUE_MONEY, all, COST + PS_WHOLE_PERIOD);
  draw_months (monitor, figures, note, all);
  draw_groups (monitor, figures, groups);
  draw_amounts (monitor, figures, all);
  show_products (monitor, figures, note, products, all);
  show_months (monitor, figures, all);
  show_groups (monitor, figures, groups, all);
  show_amounts (monitor, figures, products, all);
}

gboolean
ps_place_counts_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error)
{
  PsPlaceCounts *self = state;
  const PsRegion *region = monitor->region;
  g_autoptr (PsTally) by_group = add_up (self->products, region->groups->len, group_of, region);
  g_autoptr (PsTally) together = add_up (self->products, 1, all_of, region);
  Sheet products = { monitor, together, self->products, NULL };
  Sheet groups = { monitor, together, by_group, NULL }, all = { monitor, together, together, NULL };

  if (!ps_tally_fits (together, error))
    return FALSE;
  find_agreed (monitor, &groups, &all);
  show (self, monitor, figures, &products, &groups, &all);
  g_free (groups.agreed);
  g_free (all.agreed);
  return TRUE;
}
