/* ps-monitor-clients.c: unique clients: in care, inflow and outflow per month, and by part of the region (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Under a filter only care inside it counts: spans of care are joined per client after what is outside was left out.
 */
#include "ps-monitor-rows.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ps-care-span.h"

/* By month, and of the whole period. */
enum
{
  IN_CARE,     /* clients with a day of care */
  INFLOW,      /* care that began */
  OUTFLOW,     /* care that ended */
  ON_LAST_DAY, /* clients in care on its last day; of the whole period only */
  N_COUNTED
};

typedef enum
{
  MUNICIPALITIES,
  SEGMENTS,
  GROUPS,
  N_PARTS
} Part;

typedef struct
{
  const PsMonitor *monitor;
  GArray *spans; /* PsCareSpan under the filter that touch either period */
  PsMonthDays days[PS_N_WHENS];
  PsTally *months;         /* made when it is finished, as the next one */
  PsTally *parts[N_PARTS]; /* clients with a day of care in the period */
} Clients;

static gpointer
begin (const PsMonitor *monitor)
{
  Clients *self = g_new0 (Clients, 1);

  self->monitor = monitor;
  self->spans = g_array_new (FALSE, FALSE, sizeof (PsCareSpan));
  ps_month_days_init_both (self->days, monitor);
  return self;
}

static void
drop (gpointer state)
{
  Clients *self = state;

  g_array_unref (self->spans);
  ps_tally_free (self->months);
  for (int part = 0; part < N_PARTS; part++)
    ps_tally_free (self->parts[part]);
  g_free (self);
}

static void
merge (gpointer state, gpointer other)
{
  Clients *self = state, *from = other;

  g_array_append_vals (self->spans, from->spans->data, from->spans->len);
}

/* ---- counting */

/* The days next to the periods count too: who was in care on the day before does not flow in. */
static gboolean
concerns (const PsMonitor *monitor, const PsCareSpan *span)
{
  return span->end >= monitor->last.from - 1 && span->start <= monitor->now.through + 1
         && ps_monitor_covers (monitor, span->provider, span->municipality, span->group, span->product);
}

static gboolean
add (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year G_GNUC_UNUSED,
     GError **error G_GNUC_UNUSED)
{
  Clients *self = state;
  guint n = self->spans->len;

  if (!ps_monitor_has_provider (monitor, production->provider))
    return TRUE;
  ps_care_spans_collect (production, self->spans);
  for (guint i = n; i < self->spans->len; i++)
    {
      const PsCareSpan *span = &g_array_index (self->spans, PsCareSpan, i);

      if (concerns (monitor, span))
        g_array_index (self->spans, PsCareSpan, n++) = *span;
    }
  g_array_set_size (self->spans, n);
  return TRUE;
}

static gboolean
is_in_period (const Clients *self, const PsCareSpan *span, PsWhen when)
{
  return ps_month_days_in (&self->days[when], PS_WHOLE_PERIOD, span->start, span->end) > 0;
}

static int
compare_clients (gconstpointer a, gconstpointer b)
{
  const PsCareSpan *x = a, *y = b;

  return (x->client > y->client) - (x->client < y->client);
}

static guint
part_of (const PsRegion *region, const PsCareSpan *span, Part part)
{
  switch (part)
    {
    case MUNICIPALITIES:
      return span->municipality;
    case SEGMENTS:
      return ps_region_group (region, span->group)->segment;
    case GROUPS:
    case N_PARTS:
    default:
      return span->group;
    }
}

/* Clients of each municipality, segment or group: `seen` says who was the last one counted in a row, for spans of a client stand together. */
static void
count_part (Clients *self, Part part, guint n_rows)
{
  g_autofree guint *seen = g_new0 (guint, MAX (n_rows, 1) * PS_N_WHENS);
  guint client = 0;

  self->parts[part] = ps_tally_new (n_rows, 1);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const PsCareSpan *span = &g_array_index (self->spans, PsCareSpan, i);
      guint row = part_of (self->monitor->region, span, part);

      client += i == 0 || span[-1].client != span->client;
      for (PsWhen when = 0; when < PS_N_WHENS; when++)
        if (is_in_period (self, span, when) && seen[row * PS_N_WHENS + when] != client)
          {
            seen[row * PS_N_WHENS + when] = client;
            ps_tally_add (self->parts[part], row, 0, when, 1);
          }
    }
}

static void
count_parts (Clients *self)
{
  const PsRegion *region = self->monitor->region;

  g_array_sort (self->spans, compare_clients);
  count_part (self, MUNICIPALITIES, region->municipalities->len);
  count_part (self, SEGMENTS, region->segments->len);
  count_part (self, GROUPS, region->groups->len);
}

static void
count_flow (Clients *self, int measure, PsDate day, PsWhen when)
{
  int month = ps_month_days_find (&self->days[when], day);

  if (month < 0)
    return;
  ps_tally_add (self->months, (guint) month, measure, when, 1);
  ps_tally_add (self->months, PS_WHOLE_PERIOD, measure, when, 1);
}

/* A bit for each month in which the client was in care; it counts once in each, however often it came and left. */
static void
count_client (Clients *self, const guint months[PS_N_WHENS])
{
  for (PsWhen when = 0; when < PS_N_WHENS; when++)
    for (guint month = 0; month < PS_N_MONTH_ROWS; month++)
      ps_tally_add (self->months, month, IN_CARE, when, (months[when] >> month) & 1);
}

static void
count_span (Clients *self, const PsCareSpan *span, guint months[PS_N_WHENS])
{
  for (PsWhen when = 0; when < PS_N_WHENS; when++)
    {
      PsDate last_day = self->days[when].through[PS_WHOLE_PERIOD];

      months[when] |= ps_month_days_bits (&self->days[when], span->start, span->end);
      count_flow (self, INFLOW, span->start, when);
      count_flow (self, OUTFLOW, span->end, when);
      if (is_in_period (self, span, when) && span->end >= last_day)
        ps_tally_add (self->months, PS_WHOLE_PERIOD, ON_LAST_DAY, when, 1);
    }
}

static void
count_months (Clients *self)
{
  guint months[PS_N_WHENS] = { 0 };

  self->months = ps_tally_new (PS_N_MONTH_ROWS, N_COUNTED);
  ps_care_spans_join (self->spans, PS_SAME_CLIENT);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const PsCareSpan *span = &g_array_index (self->spans, PsCareSpan, i);

      count_span (self, span, months);
      if (i + 1 == self->spans->len || span[1].client != span->client)
        {
          count_client (self, months);
          memset (months, 0, sizeof months);
        }
    }
}

/* ---- showing */

static gint64
figure_of_month (gconstpointer of, guint month, int measure, PsWhen when)
{
  const Clients *self = of;

  if (ps_period_month_days (ps_monitor_period (self->monitor, when), month) == 0)
    return PS_NO_NUMBER;
  return ps_monitor_known (self->monitor, self->months, when, ps_tally_get (self->months, month, measure, when));
}

/* The measure is the part. */
static gint64
figure_of_part (gconstpointer of, guint row, int part, PsWhen when)
{
  const Clients *self = of;

  return ps_monitor_known (self->monitor, self->months, when, ps_tally_get (self->parts[part], row, 0, when));
}

static char *
label_of (const PsRegion *region, Part part, guint row)
{
  switch (part)
    {
    case MUNICIPALITIES:
      return ps_monitor_municipality_label (region, row);
    case SEGMENTS:
      return ps_monitor_segment_label (region, row);
    case GROUPS:
    case N_PARTS:
    default:
      return ps_monitor_group_label (region, row);
    }
}

/* Who is in care is often ten times who comes and leaves: by themselves these have room. */
static void
draw_flow (const Clients *self, PsTopicFigures *figures, const char *title, const char *file_name, gboolean in_care)
{
  PsSeriesSet *set = ps_monitor_chart_months (self->monitor, figures, PS_SHAPE_BARS, PS_VALUE_COUNT, title, file_name);

  ps_monitor_add_months (self->monitor, set, PS_ROLE_VALUE, _("inflow"), figure_of_month, self, INFLOW, PS_NOW);
  ps_monitor_add_months (self->monitor, set, PS_ROLE_VALUE, _("outflow"), figure_of_month, self, OUTFLOW, PS_NOW);
  if (in_care)
    ps_monitor_add_months (self->monitor, set, PS_ROLE_LINE, _("in care"), figure_of_month, self, IN_CARE, PS_NOW);
}

static void
draw_in_care (const Clients *self, PsTopicFigures *figures)
{
  PsSeriesSet *set = ps_monitor_chart_months (self->monitor, figures, PS_SHAPE_BARS, PS_VALUE_COUNT,
                                              _("Clients in care per month"), "clients-in-care");

  ps_monitor_add_months (self->monitor, set, PS_ROLE_VALUE, NULL, figure_of_month, self, IN_CARE, PS_NOW);
  ps_monitor_add_months (self->monitor, set, PS_ROLE_LAST, NULL, figure_of_month, self, IN_CARE, PS_LAST);
}

static void
show_months (const Clients *self, PsTopicFigures *figures)
{
  static const PsMonitorColumn columns[] = { { "in-care", N_("In care"), PS_VALUE_COUNT, FALSE, PS_WITH_LAST, IN_CARE },
                                             { "inflow", N_("Inflow"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, INFLOW },
                                             { "outflow", N_("Outflow"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, OUTFLOW } };

  ps_monitor_table_of_months (self->monitor, figures, "clients-by-month", _("Clients by month"), columns, G_N_ELEMENTS (columns),
                              figure_of_month, self)
      ->note = g_strdup (_("In care in total: unique clients of the whole period."));
}

static void
show_part (const Clients *self, PsTopicFigures *figures, Part part, const char *id, const char *title, const char *heading_id,
           const char *heading)
{
  const PsMonitorColumn columns[] = { { "clients", N_("Clients"), PS_VALUE_COUNT, FALSE, PS_WITH_LAST, part } };
  const PsMonitorColumn all[] = { { "clients", N_("Clients"), PS_VALUE_COUNT, FALSE, PS_WITH_LAST, IN_CARE } };
  PsFigureTable *table =
      ps_monitor_table_new (self->monitor, figures, id, title, heading_id, heading, columns, G_N_ELEMENTS (columns));

  table->note = g_strdup (
      _("A client counts once in every row in which it was in care: rows overlap, and can add up to more than the total."));
  for (guint row = 0; row < self->parts[part]->n_rows; row++)
    if (ps_tally_has (self->parts[part], row))
      {
        g_autofree char *label = label_of (self->monitor->region, part, row);

        ps_monitor_table_add (table, label, columns, G_N_ELEMENTS (columns), figure_of_part, self, row);
      }
  if (table->rows->len > 0)
    ps_monitor_table_add_total (table, all, G_N_ELEMENTS (all), figure_of_month, self, PS_WHOLE_PERIOD);
}

static void
draw_part (const Clients *self, PsTopicFigures *figures, Part part, const char *title, const char *heading, const char *file_name)
{
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_ROWS, PS_VALUE_COUNT, title, heading, file_name);
  g_autoptr (GArray) rows = ps_monitor_rows_of (self->parts[part]);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *label = label_of (self->monitor->region, part, g_array_index (rows, guint, i));

      ps_series_set_add_category (set, label, NULL);
    }
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_VALUE, NULL, figure_of_part, self, (guint *) rows->data, part, PS_NOW);
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_LAST, NULL, figure_of_part, self, (guint *) rows->data, part, PS_LAST);
}

static void
add_tile (const Clients *self, PsTopicFigures *figures, const char *id, const char *label, int measure)
{
  ps_monitor_add_tile (figures, id, label, PS_VALUE_COUNT, figure_of_month (self, PS_WHOLE_PERIOD, measure, PS_NOW),
                       figure_of_month (self, PS_WHOLE_PERIOD, measure, PS_LAST), NULL);
}

static gboolean
finish (gpointer state, const PsMonitor *monitor G_GNUC_UNUSED, PsTopicFigures *figures, GError **error G_GNUC_UNUSED)
{
  Clients *self = state;

  count_parts (self);
  count_months (self);
  add_tile (self, figures, "clients", _("Unique clients"), IN_CARE);
  add_tile (self, figures, "in-care", _("In care on the last day"), ON_LAST_DAY);
  add_tile (self, figures, "inflow", _("Inflow"), INFLOW);
  add_tile (self, figures, "outflow", _("Outflow"), OUTFLOW);
  draw_flow (self, figures, _("Clients: inflow, outflow and in care"), "clients", TRUE);
  draw_flow (self, figures, _("Clients: inflow and outflow"), "clients-flow", FALSE);
  draw_in_care (self, figures);
  draw_part (self, figures, MUNICIPALITIES, _("Unique clients by municipality"), _("Municipality"), "clients-by-municipality");
  draw_part (self, figures, GROUPS, _("Unique clients by product group"), _("Product group"), "clients-by-group");
  show_months (self, figures);
  show_part (self, figures, MUNICIPALITIES, "clients-by-municipality", _("Unique clients by municipality"), "municipality",
             _("Municipality"));
  show_part (self, figures, SEGMENTS, "clients-by-segment", _("Unique clients by segment"), "segment", _("Segment"));
  show_part (self, figures, GROUPS, "clients-by-group", _("Unique clients by product group"), "group", _("Product group"));
  return TRUE;
}

const PsTopicKind ps_topic_clients = { begin, add, merge, finish, drop };
