/* ps-bandwidth-course.c: one provider's bandwidth through a year: now, and at each peildatum as it was kept or as it works out
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-bandwidth-course"

#include "ps-bandwidth-course.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ps-format.h"
#include "core/ps-steps.h"
#include "ps-bandwidth-words.h"
#include "gui/contracts/ps-contract-words.h"
#include "store/ps-record.h"

typedef struct
{
  int year;
  gint64 peildatum_id;
  PsDate today;
  PsSettledRef *figures; /* the session's: their region need not be read again; NULL: taken */
  char *agb;
  gboolean only_kept;
  GCancellable *cancellable;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->cancellable);
  ps_settled_ref_free (job->figures);
  g_free (job->agb);
  g_free (job);
}

static void
point_free (gpointer data)
{
  PsCoursePoint *point = data;

  g_clear_pointer (&point->standing, ps_bandwidth_free);
  g_free (point->label);
  g_free (point);
}

void
ps_bandwidth_course_free (PsBandwidthCourse *course)
{
  if (course == NULL)
    return;
  g_clear_pointer (&course->now, ps_bandwidth_shown_unref);
  g_clear_pointer (&course->points, g_ptr_array_unref);
  g_free (course);
}

/* On the worker */

static int
find_first_year (PsSettledRef *figures)
{
  const GArray *years = ps_settled_ref_get_years (figures);

  return years->len > 0 ? g_array_index (years, int, 0) : 0;
}

/* The figures go on in the course: it borrows their region. */
static gboolean
load_now (PsStore *store, Job *job, PsBandwidthCourse *course, GError **error)
{
  PsBandwidthQuery query = { .year = job->year,
                             .peildatum_id = job->peildatum_id,
                             .today = job->today,
                             .agb = job->agb,
                             .region = ps_settled_ref_get (job->figures)->region,
                             .first_year = find_first_year (job->figures) };

  course->now = ps_bandwidth_data_load (store, &query, job->cancellable, NULL, NULL, error);
  if (course->now != NULL)
    course->now->figures = g_steal_pointer (&job->figures);
  return course->now != NULL;
}

/* Month by month by the same rule, so that a chart and the figures beside it say the same. */
static void
sum_months (const PsYearRealised *realised, gint64 month_cents[12])
{
  PsOverflow overflow = { FALSE };

  for (int month = 0; month < 12; month++)
    {
      month_cents[month] = realised->names->len > 0 ? 0 : PS_NO_NUMBER;
      for (guint i = 0; i < realised->names->len; i++)
        {
          gint64 cents = realised->scopes[i].month_cents[month];

          if (cents == PS_NO_NUMBER || month_cents[month] == PS_NO_NUMBER)
            month_cents[month] = PS_NO_NUMBER;
          else
            month_cents[month] = ps_add (month_cents[month], cents, &overflow);
        }
    }
}

static gboolean
load_months (PsStore *store, PsBandwidthCourse *course, GError **error)
{
  const PsBandwidthYear *year = course->now->year;
  const PsProviderBandwidth *provider = ps_bandwidth_course_provider (course);
  g_autoptr (PsProduction) production = NULL;
  g_autoptr (PsYearRealised) realised = NULL;
  PsYearRealisedOptions options = { .year = year->year, .day = year->day, .through = year->through };

  for (int month = 0; month < 12; month++)
    course->month_cents[month] = PS_NO_NUMBER;
  if (provider == NULL)
    return TRUE;
  options.agreement = ps_region_find_agreement (year->region, provider->now->provider, year->year);
  production = ps_production_new (provider->now->provider);
  if (!ps_store_load_production (store, year->region, provider->now->provider, year->year, production, error))
    return FALSE;
  realised = ps_year_realised (year->region, production, &options, error);
  if (realised != NULL)
    sum_months (realised, course->month_cents);
  return realised != NULL;
}

/* What was entered on it, of all products and municipalities. */
static gboolean
add_value (PsCoursePoint *point, const PsRecord *record, PsMeasure measure)
{
  gint64 value = ps_record_get_number (record, ps_measure_column (measure));
  PsOverflow overflow = { FALSE };

  if (value == PS_NO_NUMBER)
    return FALSE;
  if (measure != PS_MEASURE_WAITING_DAYS)
    point->measured[measure] =
        point->measured[measure] == PS_NO_NUMBER ? value : ps_add (point->measured[measure], value, &overflow);
  return TRUE;
}

static void
add_measurement (PsCoursePoint *point, const PsRecord *record)
{
  gboolean any = FALSE;

  for (int measure = 0; measure < PS_N_MEASURES; measure++)
    any = add_value (point, record, (PsMeasure) measure) || any;
  point->n_measured += any;
}

static gboolean
load_measurements (PsStore *store, gint64 provider_id, GPtrArray *points, GError **error)
{
  g_autoptr (GPtrArray) records = ps_store_load_records (store, "measurement", "provider_id", provider_id, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    for (guint j = 0; j < points->len; j++)
      {
        PsCoursePoint *point = g_ptr_array_index (points, j);

        if (ps_record_get_number (g_ptr_array_index (records, i), "peildatum_id") == point->id)
          add_measurement (point, g_ptr_array_index (records, i));
      }
  return records != NULL;
}

/* Where it stands at a peildatum that is open; one that is still to come says nothing. */
static gboolean
work_out (PsStore *store, const Job *job, const PsRegion *region, PsCoursePoint *point, GError **error)
{
  PsBandwidthQuery query = {
    .year = job->year, .peildatum_id = point->id, .today = job->today, .agb = job->agb, .no_before = TRUE, .region = region
  };
  g_autoptr (PsBandwidthYear) year = NULL;

  if (job->only_kept || point->day > job->today)
    return TRUE;
  year = ps_bandwidths_compute (store, &query, job->cancellable, NULL, NULL, error);
  if (year == NULL)
    return FALSE;
  if (year->providers->len > 0)
    {
      PsProviderBandwidth *provider = g_ptr_array_index (year->providers, 0);

      point->standing = g_steal_pointer (&provider->now);
    }
  return TRUE;
}

static gboolean
load_standing (PsStore *store, const Job *job, const PsRegion *region, guint provider, PsCoursePoint *point, GError **error)
{
  g_autoptr (PsRecord) record = ps_store_load_record (store, "peildatum", point->id, error);
  g_autoptr (GError) problem = NULL;

  if (record == NULL)
    return *error == NULL;
  point->closed = ps_record_get_text (record, "closed_by") != NULL;
  if (point->closed)
    point->standing = ps_bandwidths_kept (store, region, point->id, provider, &problem);
  point->kept = point->standing != NULL;
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return point->kept || point->closed || work_out (store, job, region, point, error);
}

static PsCoursePoint *
point_new (const PsPeildatum *peildatum)
{
  PsCoursePoint *point = g_new0 (PsCoursePoint, 1);

  point->id = peildatum->id;
  point->day = peildatum->date;
  point->label = g_strdup (peildatum->label);
  point->data_through = peildatum->data_through;
  for (int measure = 0; measure < PS_N_MEASURES; measure++)
    point->measured[measure] = PS_NO_NUMBER;
  return point;
}

static gboolean
load_points (PsStore *store, const Job *job, PsBandwidthCourse *course, GError **error)
{
  const PsRegion *region = course->now->year->region;
  guint provider = ps_region_find_provider (region, job->agb);

  course->points = g_ptr_array_new_with_free_func (point_free);
  for (guint i = 0; i < region->peildata->len; i++)
    if (ps_date_year (ps_region_peildatum (region, i)->date) == job->year)
      g_ptr_array_add (course->points, point_new (ps_region_peildatum (region, i)));
  if (provider == PS_NONE)
    return TRUE;
  for (guint i = 0; i < course->points->len; i++)
    if (!load_standing (store, job, region, provider, g_ptr_array_index (course->points, i), error))
      return FALSE;
  return load_measurements (store, ps_region_provider (region, provider)->id, course->points, error);
}

static gpointer
load (PsStore *store, Job *job, GError **error)
{
  g_autoptr (PsBandwidthCourse) course = g_new0 (PsBandwidthCourse, 1);

  if (!load_now (store, job, course, error) || !load_months (store, course, error) || !load_points (store, job, course, error))
    return NULL;
  return g_steal_pointer (&course);
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  gulong handler = ps_bandwidth_cancel_with (cancellable, job->cancellable);
  gpointer course = load (store, job, error);

  g_cancellable_disconnect (cancellable, handler);
  return course;
}

/* On the main thread */

void
ps_bandwidth_course_async (PsSession *session, const PsCourseAsk *ask, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->figures = ps_session_ref_settled (session);
  g_assert (job->figures != NULL);
  job->year = ask->year;
  job->peildatum_id = ask->peildatum_id;
  job->today = ps_contract_today ();
  job->agb = g_strdup (ask->agb);
  job->only_kept = ask->only_kept;
  job->cancellable = ask->cancellable != NULL ? g_object_ref (ask->cancellable) : g_cancellable_new ();
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) ps_bandwidth_course_free, callback, user_data);
}

PsBandwidthCourse *
ps_bandwidth_course_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

const PsProviderBandwidth *
ps_bandwidth_course_provider (const PsBandwidthCourse *course)
{
  const GPtrArray *providers = course->now->year->providers;

  return providers->len > 0 ? g_ptr_array_index (providers, 0) : NULL;
}

const PsLetter *
ps_bandwidth_course_letter (const PsBandwidthCourse *course, gint64 peildatum_id)
{
  for (guint i = 0; i < course->now->letters->len; i++)
    {
      const PsLetter *letter = g_ptr_array_index (course->now->letters, i);

      if (letter->peildatum_id == peildatum_id && letter->state != PS_LETTER_WITHDRAWN)
        return letter;
    }
  return NULL;
}

/* The chart */

/* "linear, mean error 3,1 %"; of scopes that differ their methods only. */
static char *
forecast_note (const PsBandwidth *now)
{
  g_autofree char *methods = ps_band_methods_text (now);
  const PsBandwidthScope *scope = now->scopes->len == 1 ? &g_array_index (now->scopes, PsBandwidthScope, 0) : NULL;
  const PsForecastTry *try = scope != NULL && scope->forecast != NULL ? ps_forecast_find (scope->forecast, scope->method) : NULL;
  g_autofree char *error = NULL;

  if (try == NULL || try->error_bp == PS_NO_NUMBER)
    return g_steal_pointer (&methods);
  error = ps_format_percent (try->error_bp);
  /* Translators: a method of forecasting and a percentage */
  return g_strdup_printf (_("%s, mean error %s"), methods, error);
}

static gint64
known_on (const PsBandwidthCourse *course, PsDate peildatum)
{
  for (guint i = 0; i < course->points->len; i++)
    {
      const PsCoursePoint *point = g_ptr_array_index (course->points, i);

      if (point->day == peildatum && point->standing != NULL)
        return point->standing->realised_cents;
    }
  return PS_NO_NUMBER;
}

/**
 * ps_bandwidth_course_chart:
 * @course: (nullable): NULL, or of another year: not known yet, so as `plain`
 */
PsRealisedChart *
ps_bandwidth_course_chart (const PsBandwidthCourse *course, const PsRealisedChart *plain)
{
  gboolean fits = course != NULL && course->now->year->year == plain->year;
  const PsProviderBandwidth *provider = fits ? ps_bandwidth_course_provider (course) : NULL;
  PsRealisedChart *chart = g_new (PsRealisedChart, 1);

  *chart = *plain;
  chart->forecast_note = g_strdup (plain->forecast_note);
  chart->marks = g_array_copy (plain->marks);
  for (guint i = 0; fits && i < chart->marks->len; i++)
    {
      PsPeilMark *mark = &g_array_index (chart->marks, PsPeilMark, i);

      mark->realised_cents = known_on (course, mark->peildatum);
    }
  if (provider == NULL)
    return chart;
  memcpy (chart->realised_cents, course->month_cents, sizeof chart->realised_cents);
  chart->forecast_cents = provider->now->forecast_cents;
  g_free (chart->forecast_note);
  chart->forecast_note = forecast_note (provider->now);
  return chart;
}
