/* ps-monitor-capacity-figures.c: capacity as tiles, charts and tables (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-capacity.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"
#include "ps-monitor-stays.h"

/* The distribution: so far off agreed, in basis points, below and above; in the middle it fits. */
static const int borders[] = { 100, 500, 1000, 2000 };
#define N_BORDERS ((guint) G_N_ELEMENTS (borders))
#define N_SPREAD (2 * N_BORDERS + 1)

/* A provider × group in which places were agreed or realised. */
typedef struct
{
  guint provider;
  guint group;
  gint64 days[PS_N_WHENS];
  gint64 agreed[PS_N_WHENS]; /* thousandths; 0: none */
} Held;

typedef enum
{
  REALISED,
  AGREED,
  DEVIATION,
  N_HELD, /* with agreed places */
  N_CLASS /* + PsCapacityClass */
} Figure;

typedef struct
{
  const PsMonitor *monitor;
  const PsTally *tally; /* whether anything is known */
  GArray *held;         /* Held, by provider and group; those not known in a period are 0 in it */
  gint64 *agreed;       /* by row of the tally and period; only while they are looked up */
  PsWhen when;
  PsTally *groups; /* Figure, days for REALISED, by group and, last, all of them: of those with agreed places */
  PsTally *spread; /* how many, by class of the distribution */
} Sheet;

static void
agree (gpointer data, guint provider, const PsAgreementLine *line)
{
  Sheet *sheet = data;
  gint64 *sum = &sheet->agreed[ps_capacity_row (sheet->monitor->region, provider, line->group) * PS_N_WHENS + sheet->when];
  PsOverflow overflow = { FALSE };

  *sum = ps_add (*sum, line->places_milli, &overflow);
}

static void
hold (Sheet *sheet)
{
  const PsRegion *region = sheet->monitor->region;

  for (guint row = 0; row < sheet->tally->n_rows; row++)
    {
      const gint64 *agreed = &sheet->agreed[row * PS_N_WHENS];
      Held held = { row / region->groups->len,
                    row % region->groups->len,
                    { ps_tally_get (sheet->tally, row, 0, PS_NOW), ps_tally_get (sheet->tally, row, 0, PS_LAST) },
                    { agreed[PS_NOW], agreed[PS_LAST] } };

      if (held.days[PS_NOW] != 0 || held.days[PS_LAST] != 0 || held.agreed[PS_NOW] != 0 || held.agreed[PS_LAST] != 0)
        g_array_append_val (sheet->held, held);
    }
}

static gboolean
is_known (const Sheet *sheet, PsWhen when)
{
  return ps_monitor_known (sheet->monitor, sheet->tally, when, 0) != PS_NO_NUMBER;
}

/* Client-days and agreed places made alike: thousandths of a place × days. */
static PsWide
realised_of (const Held *held, PsWhen when)
{
  return (PsWide) held->days[when] * 1000;
}

static PsWide
agreed_of (const Sheet *sheet, const Held *held, PsWhen when)
{
  return (PsWide) held->agreed[when] * ps_period_days (ps_monitor_period (sheet->monitor, when));
}

/* Which class of the distribution: the middle one fits, those above it are over agreed. */
static guint
spread_of (PsWide realised, PsWide agreed)
{
  guint off = 0;

  while (off < N_BORDERS && !ps_capacity_is_within (realised, agreed, borders[off]))
    off++;
  return realised < agreed ? N_BORDERS - off : N_BORDERS + off;
}

/* The ends of a class in basis points, below agreed negative; PS_NO_NUMBER: it has no end on that side. */
static void
spread_ends (guint place, gint64 *from, gint64 *to)
{
  guint off = place < N_BORDERS ? N_BORDERS - place : place - N_BORDERS;
  gint64 near = off == 0 ? -borders[0] : borders[off - 1], far = off == N_BORDERS ? PS_NO_NUMBER : borders[off];

  *from = place >= N_BORDERS ? near : far == PS_NO_NUMBER ? PS_NO_NUMBER : -far;
  *to = place >= N_BORDERS ? far : -near;
}

/* "−5 % … −1 %", "> 20 %"; short, for an axis: "−5 … −1", "> 20". */
static char *
spread_label (guint place, gboolean on_axis)
{
  gint64 from, to;
  g_autofree char *from_text = NULL, *to_text = NULL;

  spread_ends (place, &from, &to);
  if (from != PS_NO_NUMBER)
    from_text = on_axis ? ps_format_count (from / 100) : ps_format_percent (from);
  if (to != PS_NO_NUMBER)
    to_text = on_axis ? ps_format_count (to / 100) : ps_format_percent (to);
  if (from_text == NULL)
    return g_strdup_printf ("< %s", to_text);
  return to_text == NULL ? g_strdup_printf ("> %s", from_text) : g_strdup_printf ("%s … %s", from_text, to_text);
}

static void
count_held (Sheet *sheet, const Held *held, PsWhen when)
{
  guint rows[] = { held->group, sheet->monitor->region->groups->len };
  PsWide realised = realised_of (held, when), agreed = agreed_of (sheet, held, when);

  if (held->agreed[when] <= 0)
    return;
  if (is_known (sheet, when))
    ps_tally_add (sheet->spread, spread_of (realised, agreed), 0, when, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ps_tally_add (sheet->groups, rows[i], REALISED, when, held->days[when]);
      ps_tally_add (sheet->groups, rows[i], AGREED, when, held->agreed[when]);
      ps_tally_add (sheet->groups, rows[i], N_HELD, when, 1);
      if (is_known (sheet, when))
        ps_tally_add (sheet->groups, rows[i], N_CLASS + ps_capacity_class_of (realised, agreed), when, 1);
    }
}

/* ---- figures */

static gint64
places_milli (const Sheet *sheet, gint64 days, PsWhen when)
{
  PsOverflow overflow = { FALSE };

  return is_known (sheet, when)
             ? ps_round_div ((PsWide) days * 1000, ps_period_days (ps_monitor_period (sheet->monitor, when)), &overflow)
             : PS_NO_NUMBER;
}

static gint64
figure_of (const Sheet *sheet, gint64 days, gint64 agreed, int measure, PsWhen when)
{
  int period = ps_period_days (ps_monitor_period (sheet->monitor, when));

  if (measure == REALISED)
    return places_milli (sheet, days, when);
  if (agreed <= 0)
    return PS_NO_NUMBER;
  if (measure == AGREED)
    return agreed;
  return is_known (sheet, when) ? ps_part_bp (days * 1000 - agreed * period, agreed * period) : PS_NO_NUMBER;
}

static gint64
figure_of_held (gconstpointer of, guint row, int measure, PsWhen when)
{
  const Sheet *sheet = of;
  const Held *held = &g_array_index (sheet->held, Held, row);

  return figure_of (sheet, held->days[when], held->agreed[when], measure, when);
}

static gint64
figure_of_group (gconstpointer of, guint row, int measure, PsWhen when)
{
  const Sheet *sheet = of;

  if (measure < N_HELD)
    return figure_of (sheet, ps_tally_get (sheet->groups, row, REALISED, when), ps_tally_get (sheet->groups, row, AGREED, when),
                      measure, when);
  return ps_monitor_known (sheet->monitor, sheet->tally, when, ps_tally_get (sheet->groups, row, (guint) measure, when));
}

static gint64
figure_of_spread (gconstpointer of, guint row, int measure G_GNUC_UNUSED, PsWhen when)
{
  const Sheet *sheet = of;

  return ps_monitor_known (sheet->monitor, sheet->tally, when, ps_tally_get (sheet->spread, row, 0, when));
}

/* ---- tables */

#define GROUP_COLUMN 1
#define CLASS_COLUMN 2

static PsWide
off (const Sheet *sheet, const Held *held)
{
  PsWide difference = realised_of (held, PS_NOW) - agreed_of (sheet, held, PS_NOW);

  return difference < 0 ? -difference : difference;
}

/* The furthest off agreed first, exactly; as they are listed where that is the same. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Sheet *sheet = user_data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  const Held *held_x = &g_array_index (sheet->held, Held, x), *held_y = &g_array_index (sheet->held, Held, y);
  PsWide off_x = off (sheet, held_x) * held_y->agreed[PS_NOW], off_y = off (sheet, held_y) * held_x->agreed[PS_NOW];

  if (off_x != off_y)
    return off_x > off_y ? -1 : 1;
  return (x > y) - (x < y);
}

/* Places in `held` of this year's. */
static GArray *
pick_rows (Sheet *sheet, gboolean agreed)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < sheet->held->len; i++)
    {
      const Held *held = &g_array_index (sheet->held, Held, i);

      if (agreed ? held->agreed[PS_NOW] > 0 : held->agreed[PS_NOW] <= 0 && held->days[PS_NOW] != 0)
        g_array_append_val (rows, i);
    }
  if (agreed)
    g_array_sort_with_data (rows, compare_rows, sheet);
  return rows;
}

static PsFigureRow *
add_held (PsFigureTable *table, const Sheet *sheet, guint row, const PsMonitorColumn *columns, guint n)
{
  const Held *held = &g_array_index (sheet->held, Held, row);
  g_autofree char *provider = ps_monitor_provider_label (sheet->monitor->region, held->provider);
  g_autofree char *group = ps_monitor_group_label (sheet->monitor->region, held->group);
  PsFigureRow *added = ps_monitor_table_add (table, provider, columns, n, figure_of_held, sheet, row);

  added->provider = held->provider;
  ps_figure_row_set_text (added, GROUP_COLUMN, group);
  return added;
}

static void
show_providers (Sheet *sheet, PsTopicFigures *figures)
{
  static const PsMonitorColumn columns[] = { { "group", N_("Product group"), PS_VALUE_TEXT },
                                             { "class", N_("Capacity"), PS_VALUE_TEXT },
                                             { "realised", N_("Realised"), PS_VALUE_PLACES, FALSE, PS_WITH_LAST, REALISED },
                                             { "agreed", N_("Agreed"), PS_VALUE_PLACES, FALSE, PS_WITH_LAST, AGREED },
                                             { "deviation", N_("Deviation"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, DEVIATION } };
  PsFigureTable *table = ps_monitor_table_new (sheet->monitor, figures, "capacity-by-provider", _("Capacity by provider"),
                                               "provider", _("Provider"), columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) rows = pick_rows (sheet, TRUE);

  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      const Held *held = &g_array_index (sheet->held, Held, row);
      PsFigureRow *added = add_held (table, sheet, row, columns, G_N_ELEMENTS (columns));

      if (is_known (sheet, PS_NOW))
        ps_figure_row_set_text (
            added, CLASS_COLUMN,
            ps_capacity_label (ps_capacity_class_of (realised_of (held, PS_NOW), agreed_of (sheet, held, PS_NOW))));
    }
  if (rows->len > 0)
    ps_monitor_table_add_total (table, columns, G_N_ELEMENTS (columns), figure_of_group, sheet,
                                sheet->monitor->region->groups->len);
}

static void
show_without (Sheet *sheet, PsTopicFigures *figures)
{
  static const PsMonitorColumn columns[] = { { "group", N_("Product group"), PS_VALUE_TEXT },
                                             { "realised", N_("Realised"), PS_VALUE_PLACES, TRUE, PS_WITH_LAST, REALISED } };
  PsFigureTable *table =
      ps_monitor_table_new (sheet->monitor, figures, "capacity-without-agreed", _("Realised without agreed places"), "provider",
                            _("Provider"), columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) rows = pick_rows (sheet, FALSE);

  for (guint i = 0; i < rows->len; i++)
    add_held (table, sheet, g_array_index (rows, guint, i), columns, G_N_ELEMENTS (columns));
}

static void
show_groups (const Sheet *sheet, PsTopicFigures *figures)
{
  static const PsMonitorColumn columns[] = {
    { "realised", N_("Realised"), PS_VALUE_PLACES, TRUE, PS_WITH_LAST, REALISED },
    { "agreed", N_("Agreed"), PS_VALUE_PLACES, TRUE, PS_WITH_LAST, AGREED },
    { "deviation", N_("Deviation"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, DEVIATION },
    { "fits", N_("Fits"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, N_CLASS + PS_CAPACITY_FITS },
    { "deviates", N_("Deviates"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, N_CLASS + PS_CAPACITY_DEVIATES },
    { "strongly", N_("Deviates strongly"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, N_CLASS + PS_CAPACITY_STRONGLY }
  };
  const PsRegion *region = sheet->monitor->region;
  PsFigureTable *table = ps_monitor_table_new (sheet->monitor, figures, "capacity-by-group",
                                               _("Capacity by product group, where places are agreed"), "group",
                                               _("Product group"), columns, G_N_ELEMENTS (columns));

  for (guint group = 0; group < region->groups->len; group++)
    if (ps_tally_has (sheet->groups, group))
      {
        g_autofree char *label = ps_monitor_group_label (region, group);

        ps_monitor_table_add (table, label, columns, G_N_ELEMENTS (columns), figure_of_group, sheet, group);
      }
  if (table->rows->len > 0)
    ps_monitor_table_add_total (table, columns, G_N_ELEMENTS (columns), figure_of_group, sheet, region->groups->len);
}

static void
show_spread (const Sheet *sheet, PsTopicFigures *figures)
{
  static const PsMonitorColumn columns[] = { { "number", N_("Number"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, 0 } };
  PsFigureTable *table = ps_monitor_table_new (sheet->monitor, figures, "capacity-spread", _("How far off agreed"), "deviation",
                                               _("Deviation"), columns, G_N_ELEMENTS (columns));
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_SPREAD, PS_VALUE_COUNT,
                                           _("Providers and product groups by how far they are off agreed"),
                                           _("Deviation in per cent"), "capacity-spread");

  for (guint place = 0; place < N_SPREAD; place++)
    {
      g_autofree char *label = spread_label (place, FALSE), *on_axis = spread_label (place, TRUE);

      ps_monitor_table_add (table, label, columns, G_N_ELEMENTS (columns), figure_of_spread, sheet, place);
      ps_series_set_add_category (set, on_axis, label);
    }
  ps_monitor_add_rows (sheet->monitor, set, PS_ROLE_VALUE, NULL, figure_of_spread, sheet, NULL, 0, PS_NOW);
  ps_monitor_add_rows (sheet->monitor, set, PS_ROLE_LAST, NULL, figure_of_spread, sheet, NULL, 0, PS_LAST);
}

/* How many of each class, by product group. */
static void
draw_groups (const Sheet *sheet, PsTopicFigures *figures)
{
  const PsRegion *region = sheet->monitor->region;
  PsSeriesSet *set =
      ps_monitor_chart_new (figures, PS_SHAPE_ROWS, PS_VALUE_COUNT, _("Capacity by product group: number of providers"),
                            _("Product group"), "capacity-by-group");
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint group = 0; group < region->groups->len; group++)
    if (ps_tally_get (sheet->groups, group, N_HELD, PS_NOW) > 0)
      {
        g_autofree char *label = ps_monitor_group_label (region, group);

        ps_series_set_add_category (set, label, NULL);
        g_array_append_val (rows, group);
      }
  for (int class = 0; class < PS_N_CAPACITIES; class ++)
    ps_monitor_add_rows (sheet->monitor, set, PS_ROLE_PART, ps_capacity_label (class), figure_of_group, sheet,
                         (guint *) rows->data, N_CLASS + class, PS_NOW);
}

static void
add_tile (const Sheet *sheet, PsTopicFigures *figures, const char *id, const char *label, PsValueKind kind, int measure)
{
  guint all = sheet->monitor->region->groups->len;

  ps_monitor_add_tile (figures, id, label, kind, figure_of_group (sheet, all, measure, PS_NOW),
                       figure_of_group (sheet, all, measure, PS_LAST), NULL);
}

static void
show (Sheet *sheet, PsTopicFigures *figures)
{
  add_tile (sheet, figures, "deviation", _("Deviation from agreed"), PS_VALUE_SHARE, DEVIATION);
  add_tile (sheet, figures, "fits", _("Capacity fits"), PS_VALUE_COUNT, N_CLASS + PS_CAPACITY_FITS);
  add_tile (sheet, figures, "deviates", _("Capacity deviates"), PS_VALUE_COUNT, N_CLASS + PS_CAPACITY_DEVIATES);
  add_tile (sheet, figures, "strongly", _("Capacity deviates strongly"), PS_VALUE_COUNT, N_CLASS + PS_CAPACITY_STRONGLY);
  show_providers (sheet, figures);
  show_spread (sheet, figures);
  draw_groups (sheet, figures);
  show_groups (sheet, figures);
  show_without (sheet, figures);
}

gboolean
ps_capacity_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error)
{
  PsCapacity *self = state;
  Sheet sheet = { .monitor = monitor, .tally = self->days };
  gboolean fits;

  sheet.held = g_array_new (FALSE, FALSE, sizeof (Held));
  sheet.groups = ps_tally_new (monitor->region->groups->len + 1, N_CLASS + PS_N_CAPACITIES);
  sheet.spread = ps_tally_new (N_SPREAD, 1);
  sheet.agreed = g_new0 (gint64, MAX (self->days->n_rows, 1) * PS_N_WHENS);
  for (sheet.when = 0; sheet.when < PS_N_WHENS; sheet.when++)
    ps_monitor_agreed_places (monitor, sheet.when, agree, &sheet);
  hold (&sheet);
  for (guint i = 0; i < sheet.held->len; i++)
    for (PsWhen when = 0; when < PS_N_WHENS; when++)
      count_held (&sheet, &g_array_index (sheet.held, Held, i), when);
  fits = ps_tally_fits (self->days, error) && ps_tally_fits (sheet.groups, error);
  if (fits)
    show (&sheet, figures);
  g_array_unref (sheet.held);
  ps_tally_free (sheet.groups);
  ps_tally_free (sheet.spread);
  g_free (sheet.agreed);
  return fits;
}
