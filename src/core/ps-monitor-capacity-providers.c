/* ps-monitor-capacity-providers.c: capacity provider by provider, and what was realised without agreed places (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-capacity.h"

#include <glib/gi18n-lib.h>

/* Of each year what was agreed for it: so the rows make their total together. */
static gint64
figure_of_agreed (gconstpointer of, guint row, int measure, PsWhen when)
{
  const PsCapacitySheet *sheet = of;
  const PsHeld *held = &g_array_index (sheet->held, PsHeld, row);

  return held->agreed[when] > 0 ? ps_capacity_figure (sheet, held->days[when], held->agreed[when], measure, when) : PS_NO_NUMBER;
}

/* Of each year what was realised without: with the one above all of it, and nothing twice. */
static gint64
figure_of_rest (gconstpointer of, guint row, int measure G_GNUC_UNUSED, PsWhen when)
{
  const PsCapacitySheet *sheet = of;
  const PsHeld *held = &g_array_index (sheet->held, PsHeld, row);

  return held->agreed[when] > 0 ? PS_NO_NUMBER : ps_capacity_places (sheet, held->days[when], when);
}

#define GROUP_COLUMN 1
#define CLASS_COLUMN 2

static PsWide
off (const PsCapacitySheet *sheet, const PsHeld *held, PsWhen when)
{
  PsWide difference = ps_held_realised (held, when) - ps_held_agreed (sheet, held, when);

  return difference < 0 ? -difference : difference;
}

/* The year that a row with agreed places is of first of all. */
static PsWhen
main_year (const PsHeld *held)
{
  return held->agreed[PS_NOW] > 0 ? PS_NOW : PS_LAST;
}

/* The furthest off agreed first, exactly, then those that were agreed last year only; as they are listed where that is the same. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PsCapacitySheet *sheet = user_data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  const PsHeld *held_x = &g_array_index (sheet->held, PsHeld, x), *held_y = &g_array_index (sheet->held, PsHeld, y);
  PsWhen when = main_year (held_x);
  PsWide off_x, off_y;

  if (when != main_year (held_y))
    return when == PS_NOW ? -1 : 1;
  off_x = off (sheet, held_x, when) * held_y->agreed[when];
  off_y = off (sheet, held_y, when) * held_x->agreed[when];
  if (off_x != off_y)
    return off_x > off_y ? -1 : 1;
  return (x > y) - (x < y);
}

/* Whether a row belongs in the table of what was agreed, or of what was realised without, for either year. */
static gboolean
is_listed (const PsHeld *held, gboolean agreed)
{
  for (PsWhen when = PS_NOW; when < PS_N_WHENS; when++)
    if (agreed ? held->agreed[when] > 0 : held->agreed[when] <= 0 && held->days[when] != 0)
      return TRUE;
  return FALSE;
}

/* Places in `held`. */
static GArray *
pick_rows (PsCapacitySheet *sheet, gboolean agreed)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < sheet->held->len; i++)
    if (is_listed (&g_array_index (sheet->held, PsHeld, i), agreed))
      g_array_append_val (rows, i);
  if (agreed)
    g_array_sort_with_data (rows, compare_rows, sheet);
  return rows;
}

static PsFigureRow *
add_held (PsFigureTable *table, const PsCapacitySheet *sheet, guint row, const PsMonitorColumn *columns, guint n,
          PsMonitorFigure figure)
{
  const PsHeld *held = &g_array_index (sheet->held, PsHeld, row);
  g_autofree char *provider = ps_monitor_provider_label (sheet->monitor->region, held->provider);
  g_autofree char *group = ps_monitor_group_label (sheet->monitor->region, held->group);
  PsFigureRow *added = ps_monitor_table_add (table, provider, columns, n, figure, sheet, row);

  added->provider = held->provider;
  ps_figure_row_set_text (added, GROUP_COLUMN, group);
  return added;
}

/* NULL: nothing is known of this year. */
static const char *
class_label (const PsCapacitySheet *sheet, const PsHeld *held)
{
  if (held->agreed[PS_NOW] <= 0)
    return _("agreed last year only");
  if (!ps_capacity_is_known (sheet, PS_NOW))
    return NULL;
  return ps_capacity_label (ps_capacity_class_of (ps_held_realised (held, PS_NOW), ps_held_agreed (sheet, held, PS_NOW)));
}

void
ps_capacity_show_providers (PsCapacitySheet *sheet, PsTopicFigures *figures)
{
  static const PsMonitorColumn columns[] = {
    { "group", N_("Product group"), PS_VALUE_TEXT },
    { "class", N_("Capacity"), PS_VALUE_TEXT },
    { "realised", N_("Realised"), PS_VALUE_PLACES, FALSE, PS_WITH_LAST, PS_HELD_REALISED },
    { "agreed", N_("Agreed"), PS_VALUE_PLACES, FALSE, PS_WITH_LAST, PS_HELD_AGREED },
    { "deviation", N_("Deviation"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, PS_HELD_DEVIATION }
  };
  PsFigureTable *table = ps_monitor_table_new (sheet->monitor, figures, "capacity-by-provider", _("Capacity by provider"),
                                               "provider", _("Provider"), columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) rows = pick_rows (sheet, TRUE);

  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      PsFigureRow *added = add_held (table, sheet, row, columns, G_N_ELEMENTS (columns), figure_of_agreed);
      const char *class = class_label (sheet, &g_array_index (sheet->held, PsHeld, row));

      if (class != NULL)
        ps_figure_row_set_text (added, CLASS_COLUMN, class);
    }
  if (rows->len > 0)
    ps_monitor_table_add_total (table, columns, G_N_ELEMENTS (columns), ps_capacity_figure_of_group, sheet,
                                sheet->monitor->region->groups->len);
}

void
ps_capacity_show_without (PsCapacitySheet *sheet, PsTopicFigures *figures)
{
  static const PsMonitorColumn columns[] = { { "group", N_("Product group"), PS_VALUE_TEXT },
                                             { "realised", N_("Realised"), PS_VALUE_PLACES, TRUE, PS_WITH_LAST,
                                               PS_HELD_REALISED } };
  PsFigureTable *table =
      ps_monitor_table_new (sheet->monitor, figures, "capacity-without-agreed", _("Realised without agreed places"), "provider",
                            _("Provider"), columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) rows = pick_rows (sheet, FALSE);

  for (guint i = 0; i < rows->len; i++)
    add_held (table, sheet, g_array_index (rows, guint, i), columns, G_N_ELEMENTS (columns), figure_of_rest);
}
