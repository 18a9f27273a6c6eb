/* ps-monitor-capacity-spread.c: how providers and product groups are spread around what was agreed (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-capacity.h"

#include <glib/gi18n-lib.h>

#include "ps-format.h"

/* The distribution: so far off agreed, in basis points, below and above; in the middle it fits. */
static const int borders[] = { 100, 500, 1000, 2000 };
#define N_BORDERS ((guint) G_N_ELEMENTS (borders))
G_STATIC_ASSERT (PS_CAPACITY_N_SPREAD == 2 * N_BORDERS + 1);

/* Which class of the distribution: the middle one fits, those above it are over agreed. */
guint
ps_capacity_spread_of (PsWide realised, PsWide agreed)
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

static gint64
figure_of_spread (gconstpointer of, guint row, int measure G_GNUC_UNUSED, PsWhen when)
{
  const PsCapacitySheet *sheet = of;

  return ps_monitor_known (sheet->monitor, sheet->tally, when, ps_tally_get (sheet->spread, row, 0, when));
}

void
ps_capacity_show_spread (const PsCapacitySheet *sheet, PsTopicFigures *figures)
{
  static const PsMonitorColumn columns[] = { { "number", N_("How many"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, 0 } };
  PsFigureTable *table = ps_monitor_table_new (sheet->monitor, figures, "capacity-spread", _("How far off agreed"), "deviation",
                                               _("Deviation"), columns, G_N_ELEMENTS (columns));
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_SPREAD, PS_VALUE_COUNT,
                                           _("Providers and product groups by how far they are off agreed"),
                                           _("Deviation in per cent"), "capacity-spread");

  for (guint place = 0; place < PS_CAPACITY_N_SPREAD; place++)
    {
      g_autofree char *label = spread_label (place, FALSE), *on_axis = spread_label (place, TRUE);

      ps_monitor_table_add (table, label, columns, G_N_ELEMENTS (columns), figure_of_spread, sheet, place);
      ps_series_set_add_category (set, on_axis, label);
    }
  ps_monitor_add_rows (sheet->monitor, set, PS_ROLE_VALUE, NULL, figure_of_spread, sheet, NULL, 0, PS_NOW);
  ps_monitor_add_rows (sheet->monitor, set, PS_ROLE_LAST, NULL, figure_of_spread, sheet, NULL, 0, PS_LAST);
}
