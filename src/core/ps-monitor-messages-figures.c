/* ps-monitor-messages-figures.c: message norms as tiles, charts and tables (domain.md §8)
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "ps-monitor-messages.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;        /* "305": in ids of tables and files */
  const char *short_title; /* of a column, and a tile */
  const char *title;       /* of a chart, a table, and its row among the norms */
} NormWords;

static const NormWords words[PS_N_NORMS] = {
  [PS_NORM_305] = { "305", N_("305 in time"), N_("Start messages (305) within 5 working days") },
  [PS_NORM_307] = { "307", N_("307 in time"), N_("Stop messages (307) within 5 working days") },
  [PS_NORM_PLAN] = { "plan", N_("Begun as planned"), N_("Care begun within 10 working days") },
  [PS_NORM_WEEK] = { "week", N_("Begun within 7 days"), N_("Care begun within 7 days") },
};

/* Of a norm, behind what is counted of it. */
enum
{
  IN_TIME = PS_NORM_N_COUNTED,
  SHARE,
  N_FIGURES
};
#define FIGURE(norm, what) ((int) (norm) *N_FIGURES + (what))

/* In time ÷ those of which it is known. */
static gint64
figure_of (const PsMessageNorms *self, const PsTally *tally, guint row, int measure, PsWhen when)
{
  PsNorm norm = measure / N_FIGURES;
  int what = measure % N_FIGURES;
  gint64 number = ps_tally_get (tally, row, PS_NORM_MEASURE (norm, PS_NORM_NUMBER), when);
  gint64 known = number - ps_tally_get (tally, row, PS_NORM_MEASURE (norm, PS_NORM_NO_DATE), when);
  gint64 in_time = known - ps_tally_get (tally, row, PS_NORM_MEASURE (norm, PS_NORM_LATE), when);
  gint64 figure;

  if (what == SHARE)
    figure = ps_part_bp (in_time, known);
  else
    figure = what == IN_TIME ? in_time : ps_tally_get (tally, row, PS_NORM_MEASURE (norm, what), when);
  return ps_monitor_known (self->monitor, self->months, when, figure);
}

static gint64
figure_of_month (gconstpointer of, guint month, int measure, PsWhen when)
{
  const PsMessageNorms *self = of;

  if (ps_period_month_days (ps_monitor_period (self->monitor, when), month) == 0)
    return PS_NO_NUMBER;
  return figure_of (self, self->months, month, measure, when);
}

static gint64
figure_of_provider (gconstpointer of, guint row, int measure, PsWhen when)
{
  return figure_of (of, ((const PsMessageNorms *) of)->providers, row, measure, when);
}

/* The rows are the norms. */
static gint64
figure_of_norm (gconstpointer of, guint norm, int what, PsWhen when)
{
  return figure_of_month (of, PS_WHOLE_PERIOD, FIGURE (norm, what), when);
}

/* ---- tables */

static void
show_norms (const PsMessageNorms *self, PsTopicFigures *figures)
{
  static const PsMonitorColumn columns[] = { { "number", N_("How many"), PS_VALUE_COUNT, FALSE, PS_WITH_LAST, PS_NORM_NUMBER },
                                             { "in-time", N_("In time"), PS_VALUE_COUNT, FALSE, PS_ONLY_NOW, IN_TIME },
                                             { "late", N_("Too late"), PS_VALUE_COUNT, FALSE, PS_ONLY_NOW, PS_NORM_LATE },
                                             { "no-date", N_("Date not given"), PS_VALUE_COUNT, FALSE, PS_ONLY_NOW,
                                               PS_NORM_NO_DATE },
                                             { "share", N_("Share in time"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, SHARE } };
  PsFigureTable *table = ps_monitor_table_new (self->monitor, figures, "messages", _("Message norms"), "norm", _("Norm"),
                                               columns, G_N_ELEMENTS (columns));

  for (guint norm = 0; norm < PS_N_NORMS; norm++)
    ps_monitor_table_add (table, _ (words[norm].title), columns, G_N_ELEMENTS (columns), figure_of_norm, self, norm);
}

static gboolean
is_message (PsNorm norm)
{
  return norm == PS_NORM_305 || norm == PS_NORM_307;
}

static void
show_months (const PsMessageNorms *self, PsTopicFigures *figures, PsNorm norm)
{
  const PsMonitorColumn columns[] = {
    { "number", N_("How many"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, FIGURE (norm, PS_NORM_NUMBER) },
    { "in-time", N_("In time"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, FIGURE (norm, IN_TIME) },
    { "late", N_("Too late"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, FIGURE (norm, PS_NORM_LATE) },
    { "share", N_("Share in time"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, FIGURE (norm, SHARE) },
    { "no-date", N_("Date not given"), PS_VALUE_COUNT, TRUE, PS_WITH_LAST, FIGURE (norm, PS_NORM_NO_DATE) }
  };
  g_autofree char *id = g_strdup_printf ("messages-%s", words[norm].code);

  ps_monitor_table_of_months (self->monitor, figures, id, _ (words[norm].title), columns,
                              is_message (norm) ? G_N_ELEMENTS (columns) : G_N_ELEMENTS (columns) - 1, figure_of_month, self);
}

static gint64
too_late (const PsTally *providers, guint provider)
{
  gint64 late = 0;

  for (guint norm = 0; norm < PS_NORM_WEEK; norm++)
    late += ps_tally_get (providers, provider, PS_NORM_MEASURE (norm, PS_NORM_LATE), PS_NOW);
  return late;
}

static int
compare_providers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint x = *(const guint *) a, y = *(const guint *) b;
  gint64 late_x = too_late (user_data, x), late_y = too_late (user_data, y);

  if (late_x != late_y)
    return late_x > late_y ? -1 : 1;
  return (x > y) - (x < y);
}

/* Who was too late most often first. */
static void
show_providers (const PsMessageNorms *self, PsTopicFigures *figures)
{
  static const PsMonitorColumn columns[] = {
    { "starts", N_("Starts"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, FIGURE (PS_NORM_305, PS_NORM_NUMBER) },
    { "starts-late", N_("305 too late"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, FIGURE (PS_NORM_305, PS_NORM_LATE) },
    { "starts-no-date", N_("305 without date"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, FIGURE (PS_NORM_305, PS_NORM_NO_DATE) },
    { "starts-share", N_("305 in time"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, FIGURE (PS_NORM_305, SHARE) },
    { "stops", N_("Stops"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, FIGURE (PS_NORM_307, PS_NORM_NUMBER) },
    { "stops-late", N_("307 too late"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, FIGURE (PS_NORM_307, PS_NORM_LATE) },
    { "stops-no-date", N_("307 without date"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, FIGURE (PS_NORM_307, PS_NORM_NO_DATE) },
    { "stops-share", N_("307 in time"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, FIGURE (PS_NORM_307, SHARE) },
    { "begun", N_("Care began"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, FIGURE (PS_NORM_PLAN, PS_NORM_NUMBER) },
    { "begun-late", N_("Begun too late"), PS_VALUE_COUNT, TRUE, PS_ONLY_NOW, FIGURE (PS_NORM_PLAN, PS_NORM_LATE) },
    { "begun-share", N_("Begun as planned"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, FIGURE (PS_NORM_PLAN, SHARE) },
    { "week-share", N_("Begun within 7 days"), PS_VALUE_SHARE, FALSE, PS_WITH_LAST, FIGURE (PS_NORM_WEEK, SHARE) },
  };
  PsFigureTable *table = ps_monitor_table_new (self->monitor, figures, "messages-by-provider", _("Message norms by provider"),
                                               "provider", _("Provider"), columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) rows = ps_monitor_rows_of (self->providers);

  g_array_sort_with_data (rows, compare_providers, self->providers);
  for (guint i = 0; i < rows->len; i++)
    {
      guint provider = g_array_index (rows, guint, i);
      g_autofree char *label = ps_monitor_provider_label (self->monitor->region, provider);

      ps_monitor_table_add (table, label, columns, G_N_ELEMENTS (columns), figure_of_provider, self, provider)->provider =
          provider;
    }
  if (table->rows->len > 0)
    ps_monitor_table_add_total (table, columns, G_N_ELEMENTS (columns), figure_of_month, self, PS_WHOLE_PERIOD);
}

/* ---- charts and tiles */

static void
draw_months (const PsMessageNorms *self, PsTopicFigures *figures, PsNorm norm)
{
  g_autofree char *file_name = g_strdup_printf ("messages-%s", words[norm].code);
  PsSeriesSet *set =
      ps_monitor_chart_months (self->monitor, figures, PS_SHAPE_BARS, PS_VALUE_SHARE, _ (words[norm].title), file_name);

  ps_monitor_add_months (self->monitor, set, PS_ROLE_VALUE, NULL, figure_of_month, self, FIGURE (norm, SHARE), PS_NOW);
  ps_monitor_add_months (self->monitor, set, PS_ROLE_LAST, NULL, figure_of_month, self, FIGURE (norm, SHARE), PS_LAST);
}

gboolean
ps_message_norms_finish (gpointer state, const PsMonitor *monitor G_GNUC_UNUSED, PsTopicFigures *figures,
                         GError **error G_GNUC_UNUSED)
{
  const PsMessageNorms *self = state;

  show_norms (self, figures);
  for (PsNorm norm = 0; norm < PS_N_NORMS; norm++)
    {
      ps_monitor_add_tile (figures, words[norm].code, _ (words[norm].short_title), PS_VALUE_SHARE,
                           figure_of_norm (self, norm, SHARE, PS_NOW), figure_of_norm (self, norm, SHARE, PS_LAST), NULL);
      draw_months (self, figures, norm);
      show_months (self, figures, norm);
    }
  show_providers (self, figures);
  return TRUE;
}
