/* ps-monitor-capacity-figures.c: capacity as tiles, charts and tables (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-capacity.h"

#include <glib/gi18n-lib.h>

#include "ps-monitor-stays.h"

static void
agree (gpointer data, guint provider, const PsAgreementLine *line)
{
  PsCapacitySheet *sheet = data;
  gint64 *sum = &sheet->agreed[ps_capacity_row (sheet->monitor->region, provider, line->group) * PS_N_WHENS + sheet->when];
  PsOverflow overflow = { FALSE };

  *sum = ps_add (*sum, line->places_milli, &overflow);
}

static void
hold (PsCapacitySheet *sheet)
{
  const PsRegion *region = sheet->monitor->region;

  for (guint row = 0; row < sheet->tally->n_rows; row++)
    {
      const gint64 *agreed = &sheet->agreed[row * PS_N_WHENS];
      PsHeld held = { row / region->groups->len,
                      row % region->groups->len,
                      { ps_tally_get (sheet->tally, row, 0, PS_NOW), ps_tally_get (sheet->tally, row, 0, PS_LAST) },
                      { agreed[PS_NOW], agreed[PS_LAST] } };

      if (held.days[PS_NOW] != 0 || held.days[PS_LAST] != 0 || held.agreed[PS_NOW] != 0 || held.agreed[PS_LAST] != 0)
        g_array_append_val (sheet->held, held);
    }
}

gboolean
ps_capacity_is_known (const PsCapacitySheet *sheet, PsWhen when)
{
  return ps_monitor_known (sheet->monitor, sheet->tally, when, 0) != PS_NO_NUMBER;
}

PsWide
ps_held_realised (const PsHeld *held, PsWhen when)
{
  return (PsWide) held->days[when] * 1000;
}

PsWide
ps_held_agreed (const PsCapacitySheet *sheet, const PsHeld *held, PsWhen when)
{
  return (PsWide) held->agreed[when] * ps_period_days (ps_monitor_period (sheet->monitor, when));
}

static void
count_held (PsCapacitySheet *sheet, const PsHeld *held, PsWhen when)
{
  guint rows[] = { held->group, sheet->monitor->region->groups->len };
  PsWide realised = ps_held_realised (held, when), agreed = ps_held_agreed (sheet, held, when);

  if (held->agreed[when] <= 0)
    return;
  if (ps_capacity_is_known (sheet, when))
    ps_tally_add (sheet->spread, ps_capacity_spread_of (realised, agreed), 0, when, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ps_tally_add (sheet->groups, rows[i], PS_HELD_REALISED, when, held->days[when]);
      ps_tally_add (sheet->groups, rows[i], PS_HELD_AGREED, when, held->agreed[when]);
      ps_tally_add (sheet->groups, rows[i], PS_HELD_NUMBER, when, 1);
      if (ps_capacity_is_known (sheet, when))
        ps_tally_add (sheet->groups, rows[i], PS_HELD_OF_CLASS + ps_capacity_class_of (realised, agreed), when, 1);
    }
}

/* ---- figures */

gint64
ps_capacity_places (const PsCapacitySheet *sheet, gint64 days, PsWhen when)
{
  PsOverflow overflow = { FALSE };

  return ps_capacity_is_known (sheet, when)
             ? ps_round_div ((PsWide) days * 1000, ps_period_days (ps_monitor_period (sheet->monitor, when)), &overflow)
             : PS_NO_NUMBER;
}

gint64
ps_capacity_figure (const PsCapacitySheet *sheet, gint64 days, gint64 agreed, int measure, PsWhen when)
{
  int period = ps_period_days (ps_monitor_period (sheet->monitor, when));

  if (measure == PS_HELD_REALISED)
    return ps_capacity_places (sheet, days, when);
  if (agreed <= 0)
    return PS_NO_NUMBER;
  if (measure == PS_HELD_AGREED)
    return agreed;
  return ps_capacity_is_known (sheet, when) ? ps_part_bp (days * 1000 - agreed * period, agreed * period) : PS_NO_NUMBER;
}

gint64
ps_capacity_figure_of_group (gconstpointer of, guint row, int measure, PsWhen when)
{
  const PsCapacitySheet *sheet = of;

  if (measure < PS_HELD_NUMBER)
    return ps_capacity_figure (sheet, ps_tally_get (sheet->groups, row, PS_HELD_REALISED, when),
                               ps_tally_get (sheet->groups, row, PS_HELD_AGREED, when), measure, when);
  return ps_monitor_known (sheet->monitor, sheet->tally, when, ps_tally_get (sheet->groups, row, (guint) measure, when));
}

/* ---- tables */

static void
show_groups (const PsCapacitySheet *sheet, PsTopicFigures *figures)
{
  static const PsMonitorColumn columns[] = {
    { "realised", N_("Realised"), PS_VALUE_PLACES, TRUE, PS_WITH_LAST, PS_HELD_REALISED },
    { "agreed", N_("Agreed"), PS_VALUE_PLACES, TRUE, PS_WITH_LAST, PS_HELD_AGREED },
    { "deviation", N_("Deviation"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, PS_HELD_DEVIATION },
    { "fits", N_("Fits"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, PS_HELD_OF_CLASS + PS_CAPACITY_FITS },
    { "deviates", N_("Deviates"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, PS_HELD_OF_CLASS + PS_CAPACITY_DEVIATES },
    { "strongly", N_("Deviates strongly"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, PS_HELD_OF_CLASS + PS_CAPACITY_STRONGLY }
  };
  const PsRegion *region = sheet->monitor->region;
  PsFigureTable *table = ps_monitor_table_new (sheet->monitor, figures, "capacity-by-group",
                                               _("Capacity by product group, where places are agreed"), "group",
                                               _("Product group"), columns, G_N_ELEMENTS (columns));

  for (guint group = 0; group < region->groups->len; group++)
    if (ps_tally_has (sheet->groups, group))
      {
        g_autofree char *label = ps_monitor_group_label (region, group);

        ps_monitor_table_add (table, label, columns, G_N_ELEMENTS (columns), ps_capacity_figure_of_group, sheet, group);
      }
  if (table->rows->len > 0)
    ps_monitor_table_add_total (table, columns, G_N_ELEMENTS (columns), ps_capacity_figure_of_group, sheet, region->groups->len);
}

/* How many of each class, by product group. */
static void
draw_groups (const PsCapacitySheet *sheet, PsTopicFigures *figures)
{
  const PsRegion *region = sheet->monitor->region;
  PsSeriesSet *set =
      ps_monitor_chart_new (figures, PS_SHAPE_ROWS, PS_VALUE_COUNT, _("Capacity by product group: number of providers"),
                            _("Product group"), "capacity-by-group");
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint group = 0; group < region->groups->len; group++)
    if (ps_tally_get (sheet->groups, group, PS_HELD_NUMBER, PS_NOW) > 0)
      {
        g_autofree char *label = ps_monitor_group_label (region, group);

        ps_series_set_add_category (set, label, NULL);
        g_array_append_val (rows, group);
      }
  for (int class = 0; class < PS_N_CAPACITIES; class ++)
    ps_monitor_add_rows (sheet->monitor, set, PS_ROLE_PART, ps_capacity_label (class), ps_capacity_figure_of_group, sheet,
                         (guint *) rows->data, PS_HELD_OF_CLASS + class, PS_NOW);
}

static void
add_tile (const PsCapacitySheet *sheet, PsTopicFigures *figures, const char *id, const char *label, PsValueKind kind, int measure)
{
  guint all = sheet->monitor->region->groups->len;

  ps_monitor_add_tile (figures, id, label, kind, ps_capacity_figure_of_group (sheet, all, measure, PS_NOW),
                       ps_capacity_figure_of_group (sheet, all, measure, PS_LAST), NULL);
}

static void
show (PsCapacitySheet *sheet, PsTopicFigures *figures)
{
  add_tile (sheet, figures, "deviation", _("Deviation from agreed"), PS_VALUE_SHARE, PS_HELD_DEVIATION);
  add_tile (sheet, figures, "fits", _("Capacity fits"), PS_VALUE_COUNT, PS_HELD_OF_CLASS + PS_CAPACITY_FITS);
  add_tile (sheet, figures, "deviates", _("Capacity deviates"), PS_VALUE_COUNT, PS_HELD_OF_CLASS + PS_CAPACITY_DEVIATES);
  add_tile (sheet, figures, "strongly", _("Capacity deviates strongly"), PS_VALUE_COUNT,
            PS_HELD_OF_CLASS + PS_CAPACITY_STRONGLY);
  ps_capacity_show_providers (sheet, figures);
  ps_capacity_show_spread (sheet, figures);
  draw_groups (sheet, figures);
  show_groups (sheet, figures);
  ps_capacity_show_without (sheet, figures);
}

gboolean
ps_capacity_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error)
{
  PsCapacity *self = state;
  PsCapacitySheet sheet = { .monitor = monitor, .tally = self->days };
  gboolean fits;

  sheet.held = g_array_new (FALSE, FALSE, sizeof (PsHeld));
  sheet.groups = ps_tally_new (monitor->region->groups->len + 1, PS_HELD_OF_CLASS + PS_N_CAPACITIES);
  sheet.spread = ps_tally_new (PS_CAPACITY_N_SPREAD, 1);
  sheet.agreed = g_new0 (gint64, MAX (self->days->n_rows, 1) * PS_N_WHENS);
  for (sheet.when = 0; sheet.when < PS_N_WHENS; sheet.when++)
    ps_monitor_agreed_places (monitor, sheet.when, agree, &sheet);
  hold (&sheet);
  for (guint i = 0; i < sheet.held->len; i++)
    for (PsWhen when = 0; when < PS_N_WHENS; when++)
      count_held (&sheet, &g_array_index (sheet.held, PsHeld, i), when);
  fits = ps_tally_fits (self->days, error) && ps_tally_fits (sheet.groups, error);
  if (fits)
    show (&sheet, figures);
  g_array_unref (sheet.held);
  ps_tally_free (sheet.groups);
  ps_tally_free (sheet.spread);
  g_free (sheet.agreed);
  return fits;
}
