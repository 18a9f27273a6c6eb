/* ps-compare-data.c: what is known of some providers' year, to be held beside each other
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-compare-data"

#include "ps-compare-data.h"

#include "gui/bandwidth/ps-bandwidth-data.h"

/* What ps-compare-figures.c looks in. */
#define TOPICS                                                                                                                   \
  ((1u << PS_TOPIC_PLACES) | (1u << PS_TOPIC_CLIENTS) | (1u << PS_TOPIC_DURATION) | (1u << PS_TOPIC_FOLLOW_UP)                   \
   | (1u << PS_TOPIC_UTILISATION) | (1u << PS_TOPIC_WAITING))

static void
compared_free (gpointer data)
{
  PsCompared *compared = data;

  g_clear_pointer (&compared->shown, ps_monitor_shown_unref);
  g_free (compared->agb);
  g_free (compared->name);
  g_free (compared->standing);
  g_free (compared);
}

/* The two regions are of the same file, read at different moments: only a code says who is who. */
static const PsProviderYear *
find_year (const PsOverviewData *overview, const char *agb)
{
  guint place = ps_region_find_provider (overview->figures->region, agb);

  return place != PS_NONE ? ps_year_figures_find (overview->figures, place) : NULL;
}

/* As the providers' list has them. */
static PsCompared *
compared_new (PsSession *session, const PsOverviewData *overview, guint place)
{
  const PsRegion *region = ps_session_get_settled (session)->region;
  const PsProvider *provider = ps_region_provider (region, place);
  PsCompared *compared = g_new0 (PsCompared, 1);

  compared->agb = g_strdup (provider->agb);
  compared->name = g_strdup (provider->name);
  compared->year = find_year (overview, provider->agb);
  ps_provider_figures_fill (&compared->figures, session, place);
  if (compared->year != NULL && compared->year->bandwidth != NULL)
    ps_provider_figures_forecast (&compared->figures, compared->year->bandwidth);
  compared->standing = ps_provider_standing_text (&compared->figures, region);
  return compared;
}

PsCompareData *
ps_compare_data_new (PsSession *session, PsOverviewData *overview, const GArray *places)
{
  PsCompareData *data = g_new0 (PsCompareData, 1);

  data->year = ps_session_get_year (session);
  data->settled = ps_session_ref_settled (session);
  data->overview = ps_overview_data_ref (overview);
  data->providers = g_ptr_array_new_with_free_func (compared_free);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (data->providers, compared_new (session, overview, g_array_index (places, guint, i)));
  return data;
}

void
ps_compare_data_free (PsCompareData *data)
{
  if (data == NULL)
    return;
  g_ptr_array_unref (data->providers);
  ps_overview_data_unref (data->overview);
  ps_settled_ref_free (data->settled);
  g_free (data);
}

/* The care, on a worker */

typedef struct
{
  GPtrArray *figures; /* PsSettledRef, one for each: what is counted keeps it */
  char **agbs;
  int year;
  GCancellable *cancellable;
  PsProgressRelay *relay;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->figures);
  g_strfreev (job->agbs);
  g_object_unref (job->cancellable);
  g_clear_pointer (&job->relay, ps_progress_relay_unref);
  g_free (job);
}

static GPtrArray *
count (PsStore *store, Job *job, GError **error)
{
  g_autoptr (GPtrArray) counted = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_monitor_shown_unref);
  guint n = g_strv_length (job->agbs);

  for (guint i = 0; i < n; i++)
    {
      PsMonitorsQuery query = { .year = job->year, .agb = job->agbs[i], .topics = TOPICS };
      PsSettledRef *figures = g_ptr_array_steal_index (job->figures, 0);
      PsMonitorShown *shown = ps_monitor_data_load (store, figures, &query, job->cancellable, NULL, NULL, error);

      if (shown == NULL)
        return NULL;
      g_ptr_array_add (counted, shown);
      if (job->relay != NULL)
        ps_progress_relay_report ((double) (i + 1) / n, NULL, job->relay);
    }
  return g_steal_pointer (&counted);
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  gulong handler = ps_bandwidth_cancel_with (cancellable, job->cancellable);
  gpointer counted = count (store, job, error);

  g_cancellable_disconnect (cancellable, handler);
  return counted;
}

/* On the main thread */

void
ps_compare_count_async (PsSession *session, const char *const *agbs, GCancellable *cancellable, PsProgressRelay *relay,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_settled_ref_free);
  job->agbs = g_strdupv ((char **) agbs);
  job->year = ps_session_get_year (session);
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  job->relay = relay != NULL ? ps_progress_relay_ref (relay) : NULL;
  for (guint i = 0; job->agbs[i] != NULL; i++)
    g_ptr_array_add (job->figures, ps_session_ref_settled (session));
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) g_ptr_array_unref, callback, user_data);
}

GPtrArray *
ps_compare_count_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

void
ps_compare_data_take (PsCompareData *data, GPtrArray *counted)
{
  g_return_if_fail (counted->len == data->providers->len);

  for (guint i = 0; i < counted->len; i++)
    {
      PsCompared *compared = g_ptr_array_index (data->providers, i);

      g_clear_pointer (&compared->shown, ps_monitor_shown_unref);
      compared->shown = ps_monitor_shown_ref (g_ptr_array_index (counted, i));
    }
}
