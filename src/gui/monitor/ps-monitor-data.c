/* ps-monitor-data.c: the monitor's topics, worked out beside the window: asked for, cancelled, handed over
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-monitor-data"

#include "ps-monitor-data.h"

#include "gui/bandwidth/ps-bandwidth-data.h"

struct _PsMonitorShown
{
  PsMonitored *monitored;
  PsSettledRef *figures; /* whose region it borrows */
};

typedef struct
{
  PsSettledRef *figures;
  PsMonitorsQuery query;
  char *agb;
  char *municipality;
  char *segment;
  char *group;
  char *product;
  GCancellable *cancellable;
  PsProgressRelay *relay;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->cancellable);
  ps_settled_ref_free (job->figures);
  g_clear_pointer (&job->relay, ps_progress_relay_unref);
  g_free (job->agb);
  g_free (job->municipality);
  g_free (job->segment);
  g_free (job->group);
  g_free (job->product);
  g_free (job);
}

static void
shown_clear (gpointer data)
{
  PsMonitorShown *shown = data;

  g_clear_pointer (&shown->monitored, ps_monitored_free);
  ps_settled_ref_free (shown->figures);
}

PsMonitorShown *
ps_monitor_shown_ref (PsMonitorShown *shown)
{
  return g_atomic_rc_box_acquire (shown);
}

void
ps_monitor_shown_unref (PsMonitorShown *shown)
{
  g_atomic_rc_box_release_full (shown, shown_clear);
}

const PsMonitored *
ps_monitor_shown_get (const PsMonitorShown *shown)
{
  return shown->monitored;
}

/* On the worker */

/**
 * ps_monitor_data_load:
 * @figures: (transfer full): the session's, whose region is computed with: it need not be read again
 * @query: its region does not matter
 */
PsMonitorShown *
ps_monitor_data_load (PsStore *store, PsSettledRef *figures, const PsMonitorsQuery *query, GCancellable *cancellable,
                      PsProgressFunc progress, gpointer progress_data, GError **error)
{
  g_autoptr (PsMonitorShown) shown = g_atomic_rc_box_new0 (PsMonitorShown);
  PsMonitorsQuery in = *query;

  shown->figures = figures;
  in.region = ps_settled_ref_get (figures)->region;
  shown->monitored = ps_monitors_compute (store, &in, cancellable, progress, progress_data, error);
  return shown->monitored != NULL ? g_steal_pointer (&shown) : NULL;
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  gulong handler = ps_bandwidth_cancel_with (cancellable, job->cancellable);
  PsProgressFunc progress = job->relay != NULL ? ps_progress_relay_report : NULL;
  gpointer shown =
      ps_monitor_data_load (store, g_steal_pointer (&job->figures), &job->query, job->cancellable, progress, job->relay, error);

  g_cancellable_disconnect (cancellable, handler);
  return shown;
}

/* On the main thread */

static Job *
job_new (const PsMonitorsQuery *query)
{
  Job *job = g_new0 (Job, 1);

  job->agb = g_strdup (query->agb);
  job->municipality = g_strdup (query->municipality);
  job->segment = g_strdup (query->segment);
  job->group = g_strdup (query->group);
  job->product = g_strdup (query->product);
  job->query = *query;
  job->query.agb = job->agb;
  job->query.municipality = job->municipality;
  job->query.segment = job->segment;
  job->query.group = job->group;
  job->query.product = job->product;
  return job;
}

void
ps_monitor_data_async (PsSession *session, const PsMonitorsQuery *query, GCancellable *cancellable, PsProgressRelay *relay,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = job_new (query);

  job->figures = ps_session_ref_settled (session);
  g_assert (job->figures != NULL);
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  job->relay = relay != NULL ? ps_progress_relay_ref (relay) : NULL;
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) ps_monitor_shown_unref, callback, user_data);
}

PsMonitorShown *
ps_monitor_data_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}
