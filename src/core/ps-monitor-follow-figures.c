/* ps-monitor-follow-figures.c: what followed after assignments ended, as tiles, charts and tables
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ps-monitor-follow.h"
#include "ps-monitor-rows.h"

/* What is counted of a row: assignments that ended and their days, then the assignments of each class, then the days of each class;
 * of the whole period the clients too, all and of each class. */
enum
{
  ENDED,
  DAYS,
  OF_CLASS,
  DAYS_OF_CLASS = OF_CLASS + PS_N_FOLLOWS,
  CLIENTS = DAYS_OF_CLASS + PS_N_FOLLOWS,
  CLIENTS_OF_CLASS,
  N_SUMS = CLIENTS_OF_CLASS + PS_N_FOLLOWS
};

/* What is shown of a row: a number as above, the average of the days, the share of a class. */
enum
{
  SHOW_AVERAGE = N_SUMS,
  SHOW_SHARE,
  SHOW_NUMBER = SHOW_SHARE + PS_N_FOLLOWS,
  SHOW_CLIENTS
};

typedef struct
{
  const PsMonitor *monitor;
  PsMonthDays days[PS_N_WHENS];
  PsTally *months;   /* and the whole period */
  PsTally *products; /* by slot */
  PsTally *fundings;
} Sums;

typedef struct
{
  const Sums *sums;
  const PsTally *tally;
} View;

static void
clear_sums (Sums *sums)
{
  ps_tally_free (sums->months);
  ps_tally_free (sums->products);
  ps_tally_free (sums->fundings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sums, clear_sums)

/* ---- counting */

static void
count_row (PsTally *tally, guint row, const PsEndedCare *ended, PsWhen when)
{
  gint64 days = (gint64) ended->end - ended->start + 1;

  ps_tally_add (tally, row, ENDED, when, 1);
  ps_tally_add (tally, row, DAYS, when, days);
  ps_tally_add (tally, row, OF_CLASS + ended->follow, when, 1);
  ps_tally_add (tally, row, DAYS_OF_CLASS + ended->follow, when, days);
}

/* Aspecific care is P×Q: trajects and places need a specific assignment (domain.md §4). */
static guint
funding_of (const PsRegion *region, guint product)
{
  return product == PS_NONE ? PS_FUNDING_PXQ : ps_region_product (region, product)->funding;
}

static void
count (Sums *sums, const PsEndedCare *ended, PsWhen when)
{
  const PsRegion *region = sums->monitor->region;
  int month = ps_month_days_find (&sums->days[when], ended->end);

  g_assert (month >= 0);
  count_row (sums->months, (guint) month, ended, when);
  count_row (sums->months, PS_WHOLE_PERIOD, ended, when);
  count_row (sums->products, ps_monitor_slot (region, ended->product, ended->group), ended, when);
  count_row (sums->fundings, funding_of (region, ended->product), ended, when);
}

/* A client counts once, and once in each class of its assignments: those that ended are sorted by client. */
static void
count_clients (Sums *sums, const GArray *ended, PsWhen when)
{
  const PsEndedCare *all = (const PsEndedCare *) ended->data;
  gboolean seen[PS_N_FOLLOWS] = { FALSE };

  for (guint i = 0; i < ended->len; i++)
    {
      if (i == 0 || all[i].client != all[i - 1].client)
        {
          memset (seen, 0, sizeof seen);
          ps_tally_add (sums->months, PS_WHOLE_PERIOD, CLIENTS, when, 1);
        }
      ps_tally_add (sums->months, PS_WHOLE_PERIOD, CLIENTS_OF_CLASS + all[i].follow, when, !seen[all[i].follow]);
      seen[all[i].follow] = TRUE;
    }
}

/* ---- figures of a row */

static gint64
show (gconstpointer of, guint row, int measure, PsWhen when)
{
  const View *view = of;
  gint64 ended = ps_tally_get (view->tally, row, ENDED, when);

  if (measure == SHOW_AVERAGE)
    return ps_mean (ps_tally_get (view->tally, row, DAYS, when), ended);
  if (measure >= SHOW_SHARE && measure < SHOW_NUMBER)
    return ps_part_bp (ps_tally_get (view->tally, row, OF_CLASS + (guint) (measure - SHOW_SHARE), when), ended);
  return ps_monitor_known (view->sums->monitor, view->sums->months, when, ps_tally_get (view->tally, row, (guint) measure, when));
}

/* The rows are the classes, of the whole period. */
static gint64
show_class (gconstpointer of, guint row, int measure, PsWhen when)
{
  const View *view = of;

  if (measure == SHOW_NUMBER)
    return show (of, PS_WHOLE_PERIOD, OF_CLASS + (int) row, when);
  if (measure == SHOW_CLIENTS)
    return show (of, PS_WHOLE_PERIOD, CLIENTS_OF_CLASS + (int) row, when);
  if (measure == SHOW_SHARE)
    return show (of, PS_WHOLE_PERIOD, SHOW_SHARE + (int) row, when);
  return ps_mean (ps_tally_get (view->tally, PS_WHOLE_PERIOD, DAYS_OF_CLASS + row, when),
                  ps_tally_get (view->tally, PS_WHOLE_PERIOD, OF_CLASS + row, when));
}

/* ---- tables */

static const PsMonitorColumn class_columns[] = {
  { "assignments", N_("Assignments"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, SHOW_NUMBER },
  { "share", N_("Share"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, SHOW_SHARE },
  { "average", N_("Average duration"), PS_VALUE_DAYS, FALSE, PS_WITH_LAST, SHOW_AVERAGE },
  { "clients", N_("Clients"), PS_VALUE_COUNT, FALSE, PS_WITH_LAST, SHOW_CLIENTS },
};

/* Where they stand in a row, behind its words: each with last year's. */
enum
{
  ASSIGNMENTS_COLUMN = 1,
  AVERAGE_COLUMN = 5,
  CLIENTS_COLUMN = 7
};

static const PsMonitorColumn columns[] = {
  { "ended", N_("Ended"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, ENDED },
  { "extension", N_("Extension"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, OF_CLASS + PS_FOLLOW_EXTENSION },
  { "other-provider", N_("Other provider"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, OF_CLASS + PS_FOLLOW_OTHER_PROVIDER },
  { "other-product", N_("Other product"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, OF_CLASS + PS_FOLLOW_OTHER_PRODUCT },
  { "recidive", N_("Recidive"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, OF_CLASS + PS_FOLLOW_RECIDIVE },
  { "left", N_("Left care"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, OF_CLASS + PS_FOLLOW_LEFT },
  { "not-yet", N_("Not known yet"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, OF_CLASS + PS_FOLLOW_NOT_YET },
  { "extension-share", N_("Extensions, share"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, SHOW_SHARE + PS_FOLLOW_EXTENSION },
  { "recidive-share", N_("Recidives, share"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, SHOW_SHARE + PS_FOLLOW_RECIDIVE },
  { "average", N_("Average duration"), PS_VALUE_DAYS, FALSE, PS_WITH_LAST, SHOW_AVERAGE },
};

static void
set_total (const View *view, PsFigureRow *total, guint column, int measure)
{
  ps_monitor_set_pair (total, column, show (view, PS_WHOLE_PERIOD, measure, PS_NOW),
                       show (view, PS_WHOLE_PERIOD, measure, PS_LAST));
}

static void
add_class_table (const Sums *sums, PsTopicFigures *figures)
{
  View view = { sums, sums->months };
  PsFigureTable *table = ps_monitor_table_new (sums->monitor, figures, "follow-up", _("What followed after an assignment ended"),
                                               "follow", _("What followed"), class_columns, G_N_ELEMENTS (class_columns));
  PsFigureRow *total;

  for (guint follow = 0; follow < PS_N_FOLLOWS; follow++)
    ps_monitor_table_add (table, ps_follow_label (follow), class_columns, G_N_ELEMENTS (class_columns), show_class, &view,
                          follow);
  total = ps_figure_table_add_row (table);
  total->is_total = TRUE;
  ps_figure_row_set_text (total, 0, _("Total"));
  set_total (&view, total, ASSIGNMENTS_COLUMN, ENDED);
  set_total (&view, total, AVERAGE_COLUMN, SHOW_AVERAGE);
  set_total (&view, total, CLIENTS_COLUMN, CLIENTS);
  table->note = g_strdup (_("A client counts once in every row: rows overlap, and can add up to more than the total."));
}

static void
add_total (const Sums *sums, PsFigureTable *table)
{
  View view = { sums, sums->months };

  if (table->rows->len > 0)
    ps_monitor_table_add_total (table, columns, G_N_ELEMENTS (columns), show, &view, PS_WHOLE_PERIOD);
}

static void
add_funding_table (const Sums *sums, PsTopicFigures *figures)
{
  View view = { sums, sums->fundings };
  PsFigureTable *table = ps_monitor_table_new (sums->monitor, figures, "follow-up-by-funding", _("What followed, by funding"),
                                               "funding", _("Funding"), columns, G_N_ELEMENTS (columns));

  for (guint funding = 0; funding < sums->fundings->n_rows; funding++)
    if (ps_tally_has (sums->fundings, funding))
      ps_monitor_table_add (table, ps_words_label (PS_WORDS_FUNDING, (int) funding), columns, G_N_ELEMENTS (columns), show, &view,
                            funding);
  add_total (sums, table);
}

static void
add_product_table (const Sums *sums, PsTopicFigures *figures)
{
  View view = { sums, sums->products };
  const PsRegion *region = sums->monitor->region;
  PsFigureTable *table = ps_monitor_table_new (sums->monitor, figures, "follow-up-by-product", _("What followed, by product"),
                                               "product", _("Product"), columns, G_N_ELEMENTS (columns));

  for (guint slot = 0; slot < sums->products->n_rows; slot++)
    {
      g_autofree char *label = NULL;

      if (!ps_tally_has (sums->products, slot))
        continue;
      label = ps_monitor_slot_label (region, slot);
      ps_monitor_table_add (table, label, columns, G_N_ELEMENTS (columns), show, &view, slot)->product =
          ps_monitor_slot_product (region, slot);
    }
  add_total (sums, table);
}

/* ---- charts and tiles */

static void
add_months_chart (const Sums *sums, PsTopicFigures *figures)
{
  View view = { sums, sums->months };
  PsSeriesSet *set = ps_monitor_chart_months (sums->monitor, figures, PS_SHAPE_STACK, PS_VALUE_COUNT,
                                              _("What followed, by the month in which the assignment ended"), "follow-up");

  for (guint follow = 0; follow < PS_N_FOLLOWS; follow++)
    ps_monitor_add_months (sums->monitor, set, PS_ROLE_PART, ps_follow_label (follow), show, &view, OF_CLASS + (int) follow,
                           PS_NOW);
}

/* "Percentage verlenging" and "Percentage recidief" per funding. */
static void
add_funding_chart (const Sums *sums, PsTopicFigures *figures, PsFollow follow, const char *title, const char *file_name)
{
  View view = { sums, sums->fundings };
  g_autoptr (GArray) rows = ps_tally_rows (sums->fundings, ENDED, 0);
  PsSeriesSet *set = ps_monitor_chart_new (figures, PS_SHAPE_ROWS, PS_VALUE_SHARE, title, _("Funding"), file_name);
  const guint *places = (const guint *) rows->data;

  for (guint i = 0; i < rows->len; i++)
    ps_series_set_add_category (set, ps_words_label (PS_WORDS_FUNDING, (int) places[i]), NULL);
  ps_monitor_add_rows (sums->monitor, set, PS_ROLE_VALUE, NULL, show, &view, places, SHOW_SHARE + (int) follow, PS_NOW);
  ps_monitor_add_rows (sums->monitor, set, PS_ROLE_LAST, NULL, show, &view, places, SHOW_SHARE + (int) follow, PS_LAST);
}

static void
add_tile (const Sums *sums, PsTopicFigures *figures, const char *id, const char *label, PsValueKind kind, int measure)
{
  View view = { sums, sums->months };

  ps_monitor_add_tile (figures, id, label, kind, show (&view, PS_WHOLE_PERIOD, measure, PS_NOW),
                       show (&view, PS_WHOLE_PERIOD, measure, PS_LAST), NULL);
}

static void
add_tiles (const Sums *sums, PsTopicFigures *figures)
{
  add_tile (sums, figures, "ended", _("Assignments that ended"), PS_VALUE_COUNT, ENDED);
  add_tile (sums, figures, "extension", _("Extension"), PS_VALUE_SHARE, SHOW_SHARE + PS_FOLLOW_EXTENSION);
  add_tile (sums, figures, "recidive", _("Recidive"), PS_VALUE_SHARE, SHOW_SHARE + PS_FOLLOW_RECIDIVE);
  add_tile (sums, figures, "left", _("Left care"), PS_VALUE_SHARE, SHOW_SHARE + PS_FOLLOW_LEFT);
  add_tile (sums, figures, "average", _("Average duration"), PS_VALUE_DAYS, SHOW_AVERAGE);
}

gboolean
ps_follow_up_finish (gpointer state, const PsMonitor *monitor, PsTopicFigures *figures, GError **error)
{
  PsFollowUp *self = state;
  g_auto (Sums) sums = { .monitor = monitor,
                         .months = ps_tally_new (PS_N_MONTH_ROWS, N_SUMS),
                         .products = ps_tally_new (ps_monitor_n_slots (monitor->region), N_SUMS),
                         .fundings = ps_tally_new (PS_FUNDING_TAAKGERICHT + 1, N_SUMS) };

  for (PsWhen when = PS_NOW; when < PS_N_WHENS; when++)
    {
      ps_month_days_init (&sums.days[when], ps_monitor_period (monitor, when));
      ps_follow_up_classify (self->ended[when], self->later[when], ps_monitor_period (monitor, when)->known_through);
      for (guint i = 0; i < self->ended[when]->len; i++)
        count (&sums, &g_array_index (self->ended[when], PsEndedCare, i), when);
      count_clients (&sums, self->ended[when], when);
    }
  add_tiles (&sums, figures);
  add_months_chart (&sums, figures);
  add_funding_chart (&sums, figures, PS_FOLLOW_EXTENSION, _("Extensions, share of the assignments that ended"), "extensions");
  add_funding_chart (&sums, figures, PS_FOLLOW_RECIDIVE, _("Recidives, share of the assignments that ended"), "recidives");
  add_class_table (&sums, figures);
  add_funding_table (&sums, figures);
  add_product_table (&sums, figures);
  ps_monitor_table_of_months (monitor, figures, "follow-up-by-month", _("What followed, by month"), columns,
                              G_N_ELEMENTS (columns), show, &(View){ &sums, sums.months });
  return ps_tally_fits (sums.months, error);
}
