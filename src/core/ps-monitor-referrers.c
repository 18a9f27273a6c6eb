/* ps-monitor-referrers.c: unique clients in care per referrer (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-rows.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ps-care-span.h"

/* The referrers of the list in its order, and what is not given behind them. */
#define N_REFERRERS 16
#define UNKNOWN (N_REFERRERS - 1)
#define ALL N_REFERRERS

/* The months of either period in which a client was in care by a referrer: a bit each, PS_WHOLE_PERIOD the last. */
typedef struct
{
  guint64 client;
  guint16 months[PS_N_WHENS];
  guint8 referrer;
} Seen;

typedef struct
{
  const PsMonitor *monitor;
  GArray *seen;  /* Seen, in any order, the same client and referrer any number of times */
  GArray *spans; /* PsCareSpan: of the provider being added */
  PsMonthDays days[PS_N_WHENS];
  PsTally *clients; /* made when it is finished: by referrer and, last, all; a measure a month and the whole period */
} Referrers;

static gpointer
begin (const PsMonitor *monitor)
{
  Referrers *self = g_new0 (Referrers, 1);

  self->monitor = monitor;
  self->seen = g_array_new (FALSE, FALSE, sizeof (Seen));
  self->spans = g_array_new (FALSE, FALSE, sizeof (PsCareSpan));
  ps_month_days_init_both (self->days, monitor);
  return self;
}

static void
drop (gpointer state)
{
  Referrers *self = state;

  g_array_unref (self->seen);
  g_array_unref (self->spans);
  ps_tally_free (self->clients);
  g_free (self);
}

static void
merge (gpointer state, gpointer other)
{
  Referrers *self = state, *from = other;

  g_array_append_vals (self->seen, from->seen->data, from->seen->len);
}

/* ---- counting */

/* What the list of iJw does not know is not known. */
static guint8
referrer_of (guint8 code)
{
  return code > 0 && code < UNKNOWN && *ps_words_label (PS_WORDS_REFERRER, code) != '\0' ? code : UNKNOWN;
}

static void
see (Referrers *self, const PsCareSpan *span)
{
  Seen seen = { .client = span->client, .referrer = referrer_of (span->referrer) };

  for (PsWhen when = 0; when < PS_N_WHENS; when++)
    seen.months[when] = (guint16) ps_month_days_bits (&self->days[when], span->start, span->end);
  if (seen.months[PS_NOW] != 0 || seen.months[PS_LAST] != 0)
    g_array_append_val (self->seen, seen);
}

static gboolean
add (gpointer state, const PsMonitor *monitor, const PsProduction *production, const PsProduction *last_year G_GNUC_UNUSED,
     GError **error G_GNUC_UNUSED)
{
  Referrers *self = state;

  if (!ps_monitor_has_provider (monitor, production->provider))
    return TRUE;
  g_array_set_size (self->spans, 0);
  ps_care_spans_collect (production, self->spans);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const PsCareSpan *span = &g_array_index (self->spans, PsCareSpan, i);

      if (span->end >= monitor->last.from && span->start <= monitor->now.through
          && ps_monitor_covers (monitor, span->provider, span->municipality, span->group, span->product))
        see (self, span);
    }
  return TRUE;
}

static int
compare_seen (gconstpointer a, gconstpointer b)
{
  const Seen *x = a, *y = b;

  if (x->client != y->client)
    return x->client < y->client ? -1 : 1;
  return (x->referrer > y->referrer) - (x->referrer < y->referrer);
}

static void
count_bits (PsTally *tally, guint row, const guint16 months[PS_N_WHENS])
{
  for (PsWhen when = 0; when < PS_N_WHENS; when++)
    for (guint month = 0; month < PS_N_MONTH_ROWS; month++)
      ps_tally_add (tally, row, month, when, (months[when] >> month) & 1);
}

/* A client once for each of its referrers, and once for all. */
static void
count (Referrers *self)
{
  guint16 by_referrer[PS_N_WHENS] = { 0 }, by_client[PS_N_WHENS] = { 0 };

  self->clients = ps_tally_new (ALL + 1, PS_N_MONTH_ROWS);
  g_array_sort (self->seen, compare_seen);
  for (guint i = 0; i < self->seen->len; i++)
    {
      const Seen *seen = &g_array_index (self->seen, Seen, i);
      gboolean last_of_client = i + 1 == self->seen->len || seen[1].client != seen->client;

      for (PsWhen when = 0; when < PS_N_WHENS; when++)
        {
          by_referrer[when] |= seen->months[when];
          by_client[when] |= seen->months[when];
        }
      if (last_of_client || seen[1].referrer != seen->referrer)
        {
          count_bits (self->clients, seen->referrer, by_referrer);
          memset (by_referrer, 0, sizeof by_referrer);
        }
      if (last_of_client)
        {
          count_bits (self->clients, ALL, by_client);
          memset (by_client, 0, sizeof by_client);
        }
    }
}

/* ---- showing */

/* A month, the whole period, and its share of all clients. */
#define SHARE PS_N_MONTH_ROWS

static gint64
figure_of (gconstpointer of, guint row, int measure, PsWhen when)
{
  const Referrers *self = of;
  guint month = measure == SHARE ? PS_WHOLE_PERIOD : (guint) measure;
  gint64 clients = ps_tally_get (self->clients, row, month, when);

  if (ps_period_month_days (ps_monitor_period (self->monitor, when), month) == 0)
    return PS_NO_NUMBER;
  if (measure == SHARE)
    clients = ps_part_bp (clients, ps_tally_get (self->clients, ALL, PS_WHOLE_PERIOD, when));
  return ps_monitor_known (self->monitor, self->clients, when, clients);
}

/* With a capital, for it stands by itself. */
static char *
label_of (guint referrer)
{
  const char *label = referrer == UNKNOWN ? _("unknown") : ps_words_label (PS_WORDS_REFERRER, (int) referrer);
  g_autofree char *first = g_utf8_substring (label, 0, 1), *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, g_utf8_next_char (label), NULL);
}

static int
compare_referrers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PsTally *clients = user_data;
  guint x = *(const guint *) a, y = *(const guint *) b;

  for (PsWhen when = 0; when < PS_N_WHENS; when++)
    {
      gint64 of_x = ps_tally_get (clients, x, PS_WHOLE_PERIOD, when), of_y = ps_tally_get (clients, y, PS_WHOLE_PERIOD, when);

      if (of_x != of_y)
        return of_x > of_y ? -1 : 1;
    }
  return (x > y) - (x < y);
}

/* Those with any client, who refers most of them first. */
static GArray *
rank (Referrers *self)
{
  GArray *rows = ps_monitor_rows_of (self->clients);

  /* All of them together is no referrer. */
  if (rows->len > 0)
    g_array_set_size (rows, rows->len - 1);
  g_array_sort_with_data (rows, compare_referrers, self->clients);
  return rows;
}

static void
draw (const Referrers *self, PsTopicFigures *figures, PsValueKind kind, const char *title, const char *file_name,
      const GArray *rows, int measure)
{
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_ROWS, kind, title, _("Referrer"), file_name);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *label = label_of (g_array_index (rows, guint, i));

      ps_series_set_add_category (set, label, NULL);
    }
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_VALUE, NULL, figure_of, self, (const guint *) rows->data, measure, PS_NOW);
  ps_monitor_add_rows (self->monitor, set, PS_ROLE_LAST, NULL, figure_of, self, (const guint *) rows->data, measure, PS_LAST);
}

static void
show_table (const Referrers *self, PsTopicFigures *figures, const char *id, const char *title, const GArray *rows,
            const PsMonitorColumn *columns, guint n)
{
  PsFigureTable *table = ps_monitor_table_new (self->monitor, figures, id, title, "referrer", _("Referrer"), columns, n);

  table->note = g_strdup (_("A client with two referrers counts for both: rows can add up to more than the total."));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *label = label_of (g_array_index (rows, guint, i));

      ps_monitor_table_add (table, label, columns, n, figure_of, self, g_array_index (rows, guint, i));
    }
  if (rows->len > 0)
    ps_monitor_table_add_total (table, columns, n, figure_of, self, ALL);
}

static void
show_months (const Referrers *self, PsTopicFigures *figures, const GArray *rows)
{
  PsMonitorColumn columns[PS_WHOLE_PERIOD];
  guint n = ps_monitor_month_columns (self->monitor, 0, PS_VALUE_COUNT, FALSE, columns);

  show_table (self, figures, "referrers-by-month", _("Clients by referrer and month"), rows, columns, n);
}

static void
show (Referrers *self, PsTopicFigures *figures)
{
  static const PsMonitorColumn columns[] = { { "clients", N_("Clients"), PS_VALUE_COUNT, FALSE, PS_WITH_LAST, PS_WHOLE_PERIOD },
                                             { "share", N_("Share"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, SHARE } };
  g_autoptr (GArray) rows = rank (self);

  ps_monitor_add_tile (figures, "clients", _("Unique clients"), PS_VALUE_COUNT, figure_of (self, ALL, PS_WHOLE_PERIOD, PS_NOW),
                       figure_of (self, ALL, PS_WHOLE_PERIOD, PS_LAST), NULL);
  ps_monitor_add_tile (figures, "unknown", _("Referrer unknown"), PS_VALUE_SHARE, figure_of (self, UNKNOWN, SHARE, PS_NOW),
                       figure_of (self, UNKNOWN, SHARE, PS_LAST), NULL);
  draw (self, figures, PS_VALUE_SHARE, _("Share of unique clients by referrer"), "referrers", rows, SHARE);
  draw (self, figures, PS_VALUE_COUNT, _("Unique clients by referrer"), "referrers-clients", rows, PS_WHOLE_PERIOD);
  show_table (self, figures, "referrers", _("Clients by referrer"), rows, columns, G_N_ELEMENTS (columns));
  show_months (self, figures, rows);
}

static gboolean
finish (gpointer state, const PsMonitor *monitor G_GNUC_UNUSED, PsTopicFigures *figures, GError **error G_GNUC_UNUSED)
{
  Referrers *self = state;

  count (self);
  show (self, figures);
  return TRUE;
}

const PsTopicKind ps_topic_referrers = { begin, add, merge, finish, drop };
