/* ps-report.c: the month's overview: everything in it, read and computed once
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-report-private.h"

#include <glib/gi18n-lib.h>

#include "core/ps-format.h"
#include "ps-file-name.h"
#include "store/ps-region-figures.h"

#define FIGURES_PART 0.4 /* of the work */

/* How far it is, told as part of a whole. */
typedef struct
{
  PsProgressFunc func;
  gpointer data;
  double from, part;
} Part;

static void
tell_part (double fraction, const char *what, gpointer user_data)
{
  const Part *part = user_data;

  if (part->func != NULL)
    part->func (fraction < 0 ? fraction : part->from + fraction * part->part, what, part->data);
}

void
ps_report_free (PsReport *report)
{
  if (report == NULL)
    return;
  g_clear_pointer (&report->tables, g_ptr_array_unref);
  g_clear_pointer (&report->deviations, ps_figure_table_free);
  g_clear_pointer (&report->bandwidth, ps_figure_table_free);
  g_clear_pointer (&report->month_table, ps_figure_table_free);
  g_clear_pointer (&report->realised, ps_realised_chart_free);
  g_clear_pointer (&report->months, ps_series_set_free);
  g_clear_pointer (&report->tiles, g_ptr_array_unref);
  g_clear_pointer (&report->monitored, ps_monitored_free);
  g_clear_pointer (&report->figures, ps_year_figures_free);
  g_free (report->places_note);
  g_free (report);
}

const PsRegion *
ps_report_region (const PsReport *report)
{
  return report->figures->region;
}

const PsProvider *
ps_report_provider (const PsReport *report)
{
  return report->provider != PS_NONE ? ps_region_provider (ps_report_region (report), report->provider) : NULL;
}

/* ---- which month */

static PsDate
month_end (int year, int month)
{
  return ps_date_from_ymd (year, month, ps_date_days_in_month (year, month));
}

static char *
month_text (int year, int month)
{
  g_autofree char *number = g_strdup_printf ("%d", year);

  /* Translators: a month and its year: "January 2024" */
  return g_strdup_printf (_("%s %s"), ps_format_month_long (month), number);
}

/* Refused: the month is not complete. */
static gboolean
check_month (PsStore *store, PsReport *report, GError **error)
{
  g_autofree char *wanted = month_text (report->year, report->month), *day = NULL;

  if (!ps_store_complete_through (store, report->year, &report->complete, error))
    return FALSE;
  if (report->complete >= report->as_of)
    return TRUE;
  day = ps_format_date (report->complete);
  if (report->complete < ps_date_year_start (report->year))
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED,
                 /* Translators: a month and its year */
                 _("There is no overview of %s yet: of no month of that year the declarations are complete."), wanted);
  else
    g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED,
                 /* Translators: a month and its year, and a day */
                 _("There is no overview of %s yet: the declarations are complete through %s."), wanted, day);
  return FALSE;
}

/**
 * ps_report_last_month: the last month of which declarations are complete.
 * @month: (out): 1 to 12; 0: none of that year
 *
 * Returns: FALSE with a PsStoreError
 */
gboolean
ps_report_last_month (PsStore *store, int year, int *month, GError **error)
{
  PsDate complete;
  int of_year, day;

  *month = 0;
  if (!ps_store_complete_through (store, year, &complete, error))
    return FALSE;
  if (complete >= ps_date_year_start (year))
    ps_date_to_ymd (complete, &of_year, month, &day);
  return TRUE;
}

/* ---- reading and computing */

/* What was not of that day yet is not kept: the file keeps what is of today. */
static gboolean
load_figures (PsStore *store, PsReport *report, const PsReportQuery *query, GCancellable *cancellable, Part *part, GError **error)
{
  const PsYearFiguresQuery figures = { report->year, report->as_of, query->agb, FALSE };

  part->part = FIGURES_PART;
  report->figures = ps_year_figures_load (store, &figures, cancellable, tell_part, part, error);
  if (report->figures == NULL || !ps_year_figures_sum (report->figures, &report->sum, error))
    return FALSE;
  if (query->agb != NULL)
    report->provider = ps_region_find_provider (report->figures->region, query->agb);
  return TRUE;
}

static gboolean
measure (PsStore *store, PsReport *report, const PsReportQuery *query, GCancellable *cancellable, Part *part, GError **error)
{
  const PsMonitorsQuery monitors = { .year = report->year,
                                     .last_month = report->month,
                                     .agb = query->agb,
                                     .topics = PS_ALL_TOPICS,
                                     .region = report->figures->region };

  part->from = FIGURES_PART;
  part->part = 1 - FIGURES_PART;
  report->monitored = ps_monitors_compute (store, &monitors, cancellable, tell_part, part, error);
  return report->monitored != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* ---- what stands in it */

static gint
find_tile (GPtrArray *tiles, const char *id)
{
  for (guint i = 0; i < tiles->len; i++)
    if (g_str_equal (((const PsTile *) tiles->pdata[i])->id, id))
      return (gint) i;
  return -1;
}

static void
note_tile (GPtrArray *tiles, const char *id, char *note)
{
  gint place = find_tile (tiles, id);
  PsTile *tile = place >= 0 ? tiles->pdata[place] : NULL;

  if (tile == NULL)
    {
      g_free (note);
      return;
    }
  g_free (tile->note);
  tile->note = note;
}

/* Last year's column is no forecast: of that year is known what it came to. */
static char *
forecast_note (const PsReport *report)
{
  const PsRegionYear *sum = &report->sum;
  g_autofree char *share = ps_format_ratio (sum->forecast_cents, sum->agreed_cents);

  if (sum->agreed_cents <= 0)
    return NULL;
  if (sum->last_month_cents[11] == PS_NO_NUMBER)
    return g_strdup_printf (_("%s of agreed"), share);
  /* Translators: a share, then a year */
  return g_strdup_printf (_("%s of agreed; %d: realised, the whole year"), share, report->year - 1);
}

/* Last year has a column of its own here: it is not in the note too. */
static void
note_tiles (const PsReport *report, GPtrArray *tiles)
{
  const PsRegionYear *sum = &report->sum;
  g_autofree char *over = ps_format_count (sum->n_waiting_over);
  g_autofree char *realised = ps_format_ratio (sum->realised_cents, sum->agreed_cents);

  note_tile (tiles, "realised", sum->agreed_cents > 0 ? g_strdup_printf (_("%s of agreed"), realised) : NULL);
  note_tile (tiles, "forecast", forecast_note (report));
  note_tile (tiles, "waiting", g_strdup_printf (ngettext ("%s over the norm", "%s over the norm", sum->n_waiting_over), over));
  if (report->provider != PS_NONE)
    note_tile (tiles, "agreed", NULL);
}

static void
drop_tile (GPtrArray *tiles, const char *id)
{
  gint place = find_tile (tiles, id);

  if (place >= 0)
    g_ptr_array_remove_index (tiles, (guint) place);
}

/* Of a day in the past nobody knows what was paid by then; and where nothing was agreed there is nothing to hold against it. */
static GPtrArray *
make_tiles (const PsReport *report)
{
  const PsRegionPaid paid = { PS_NO_NUMBER, PS_NO_NUMBER };
  GPtrArray *tiles = ps_region_figures_tiles (report->figures, &report->sum, &paid);

  drop_tile (tiles, "paid");
  if (report->sum.n_agreed == 0)
    {
      drop_tile (tiles, "agreed");
      drop_tile (tiles, "realised");
      drop_tile (tiles, "forecast");
    }
  note_tiles (report, tiles);
  return tiles;
}

static void
add_tables (PsReport *report)
{
  report->tables = g_ptr_array_new ();
  if (report->sum.n_agreed > 0)
    g_ptr_array_add (report->tables, report->month_table);
  if (report->bandwidth->rows->len > 0)
    g_ptr_array_add (report->tables, report->bandwidth);
  if (report->deviations != NULL && report->deviations->rows->len > 0)
    g_ptr_array_add (report->tables, report->deviations);
  for (PsTopic topic = 0; topic < PS_N_TOPICS; topic++)
    {
      const PsTopicFigures *figures = ps_monitor_get (report->monitored->monitor, topic);

      for (guint i = 0; i < figures->tables->len; i++)
        g_ptr_array_add (report->tables, figures->tables->pdata[i]);
    }
}

static gboolean
fill (PsReport *report, GError **error)
{
  const PsProviderYear *year = report->provider != PS_NONE ? ps_year_figures_find (report->figures, report->provider) : NULL;

  report->tiles = make_tiles (report);
  report->months = ps_region_figures_months (report->figures, &report->sum, error);
  if (report->months == NULL)
    return FALSE;
  report->month_table = ps_report_month_table (report->months);
  report->places_note = ps_report_places_note (report);
  report->bandwidth = ps_report_bandwidth_table (report->figures, report->provider);
  if (report->provider == PS_NONE)
    {
      report->bandwidth->note = g_strdup (report->places_note);
      report->deviations = ps_report_deviation_table (report->figures);
    }
  if (year != NULL)
    report->realised = ps_report_realised_chart (report->figures, year);
  add_tables (report);
  return TRUE;
}

/**
 * ps_report_make: on a worker; nothing is stored.
 *
 * Returns: (transfer full): NULL with a PsStoreError (REFUSED: no such provider, or the month is not complete),
 *   PS_CORE_ERROR_OVERFLOW or G_IO_ERROR_CANCELLED
 */
PsReport *
ps_report_make (PsStore *store, const PsReportQuery *query, GCancellable *cancellable, PsProgressFunc progress,
                gpointer progress_data, GError **error)
{
  g_autoptr (PsReport) report = g_new0 (PsReport, 1);
  Part part = { progress, progress_data, 0, 0 };

  g_assert (query->month >= 1 && query->month <= 12);

  report->year = query->year;
  report->month = query->month;
  report->provider = PS_NONE;
  report->made_on = query->made_on;
  report->as_of = month_end (query->year, query->month);
  if (!check_month (store, report, error) || !load_figures (store, report, query, cancellable, &part, error)
      || !measure (store, report, query, cancellable, &part, error) || !fill (report, error))
    return NULL;
  return g_steal_pointer (&report);
}

const GPtrArray *
ps_report_get_tables (const PsReport *report)
{
  return report->tables;
}

/* ---- words */

char *
ps_report_month_text (const PsReport *report)
{
  return month_text (report->year, report->month);
}

char *
ps_report_title (const PsReport *report)
{
  g_autofree char *month = ps_report_month_text (report);

  /* Translators: "Month overview January 2024" */
  return g_strdup_printf (_("Month overview %s"), month);
}

char *
ps_report_subject (const PsReport *report)
{
  const PsProvider *provider = ps_report_provider (report);

  return provider != NULL ? g_strdup_printf (_("%s, AGB code %s"), provider->name, provider->agb)
                          : g_strdup (_("All providers of the region"));
}

/**
 * ps_report_file_name: without its ending: "month-overview-2024-01-41410001", translated.
 * @agb: (nullable): NULL: the region's
 */
char *
ps_report_file_name (int year, int month, const char *agb)
{
  g_autofree char *safe = agb != NULL ? ps_file_name_safe (agb) : NULL;

  return g_strdup_printf ("%s-%04d-%02d%s%s", C_("file name", "month-overview"), year, month, safe != NULL ? "-" : "",
                          safe != NULL ? safe : "");
}

char *
ps_report_name (const PsReport *report)
{
  const PsProvider *provider = ps_report_provider (report);

  return ps_report_file_name (report->year, report->month, provider != NULL ? provider->agb : NULL);
}

static void
tell_days (const PsReport *report, PsReportFact fact, gpointer user_data)
{
  g_autofree char *from = ps_format_date (ps_date_year_start (report->year)), *as_of = ps_format_date (report->as_of);
  g_autofree char *complete = ps_format_date (report->complete);
  g_autofree char *known = ps_format_date (report->monitored->query.known_through);
  g_autofree char *made = ps_format_date (report->made_on);
  /* Translators: two days */
  g_autofree char *period = g_strdup_printf (_("%s through %s, beside the same days a year before"), from, as_of);
  g_autofree char *declared = g_strdup_printf (_("complete through %s"), complete);
  g_autofree char *messages = g_strdup_printf (_("known through %s"), known);

  fact (_("Period"), period, user_data);
  fact (_("As of"), as_of, user_data);
  fact (_("Declarations"), declared, user_data);
  fact (_("Start and stop messages"), messages, user_data);
  fact (_("Made on"), made, user_data);
}

void
ps_report_tell_facts (const PsReport *report, PsReportFact fact, gpointer user_data)
{
  g_autofree char *subject = ps_report_subject (report);

  fact (_("Region"), ps_report_region (report)->name, user_data);
  fact (report->provider != PS_NONE ? _("Provider") : _("About"), subject, user_data);
  tell_days (report, fact, user_data);
}
