/* ps-year-figures-data.c: the year's figures of all providers, kept per session and worked out once for all that ask
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * asked ──▶ there already ──▶ answered
 *   └─────▶ being worked out: waits for it ──▶ answered, with all others that waited
 *
 * What is kept belongs to the figures that the session shows: it goes when those do ("settled"), and who still waits then waits for the
 * new ones.
 */
#define G_LOG_DOMAIN "peilstok-year-figures-data"

#include "ps-year-figures-data.h"

#include "gui/bandwidth/ps-bandwidth-data.h"
#include "gui/contracts/ps-contract-words.h"
#include "gui/ps-free-elsewhere.h"

/* The work. Shared by the keeper and the worker; what the worker does not need is the main thread's. */
typedef struct
{
  PsSettledRef *settled; /* what it belongs to */
  int year;
  PsDate today;
  gboolean alerts;
  GCancellable *cancellable;
  PsProgressRelay *relay;
} Job;

/* One who waits. */
typedef struct
{
  GTask *task;
  PsProgressRelay *relay;    /* NULL: does not want to know how far it is */
  GCancellable *cancellable; /* NULL: waits anyway */
  gulong handler;
  gboolean alerts;
} Asker;

typedef struct
{
  PsSession *session;   /* owns it */
  PsOverviewData *data; /* NULL: none */
  PsSettledRef *of;     /* the figures that `data` belongs to */
  gboolean alerts;      /* … and they were asked for */
  Job *job;             /* under way; NULL: none */
  GPtrArray *askers;    /* Asker: those who wait for it */
} Keeper;

/* The data */

static void
data_clear (gpointer box)
{
  PsOverviewData *data = box;

  ps_free_elsewhere (g_steal_pointer (&data->figures), (GDestroyNotify) ps_year_figures_free);
  ps_free_elsewhere (g_steal_pointer (&data->alerts), (GDestroyNotify) g_ptr_array_unref);
}

PsOverviewData *
ps_overview_data_ref (PsOverviewData *data)
{
  return g_atomic_rc_box_acquire (data);
}

void
ps_overview_data_unref (PsOverviewData *data)
{
  g_atomic_rc_box_release_full (data, data_clear);
}

/* On the worker */

static void
job_clear (gpointer box)
{
  Job *job = box;

  g_clear_pointer (&job->settled, ps_settled_ref_free);
  g_clear_pointer (&job->relay, ps_progress_relay_unref);
  g_clear_object (&job->cancellable);
}

static void
job_unref (gpointer job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

static PsOverviewData *
load (PsStore *store, Job *job, GError **error)
{
  const PsYearFiguresQuery query = { job->year, job->today, NULL, TRUE };
  g_autoptr (PsOverviewData) data = g_atomic_rc_box_new0 (PsOverviewData);

  data->today = job->today;
  data->figures = ps_year_figures_load (store, &query, job->cancellable, ps_progress_relay_report, job->relay, error);
  if (data->figures == NULL || !ps_year_figures_sum (data->figures, &data->region, error))
    return NULL;
  if (job->alerts)
    data->alerts = ps_alerts_load (store, data->figures, ps_settled_ref_get (job->settled), job->today, job->cancellable, error);
  else
    data->alerts = g_ptr_array_new_with_free_func ((GDestroyNotify) ps_alert_free);
  return data->alerts != NULL ? g_steal_pointer (&data) : NULL;
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  gulong handler = ps_bandwidth_cancel_with (cancellable, job->cancellable);
  gpointer loaded = load (store, job, error);

  g_cancellable_disconnect (cancellable, handler);
  return loaded;
}

/* Those who wait */

static void
asker_free (gpointer data)
{
  Asker *asker = data;

  if (asker->cancellable != NULL)
    g_cancellable_disconnect (asker->cancellable, asker->handler);
  g_clear_object (&asker->cancellable);
  g_clear_pointer (&asker->relay, ps_progress_relay_unref);
  g_clear_object (&asker->task);
  g_free (asker);
}

static void
show_progress (double fraction, const char *what, gpointer user_data)
{
  Keeper *keeper = user_data;

  for (guint i = 0; i < keeper->askers->len; i++)
    {
      const Asker *asker = g_ptr_array_index (keeper->askers, i);

      if (asker->relay != NULL)
        ps_progress_relay_report (fraction, what, asker->relay);
    }
}

static gboolean
still_waits (const Asker *asker)
{
  return asker->cancellable == NULL || !g_cancellable_is_cancelled (asker->cancellable);
}

/* Nobody wants it any more: it is not worked out any further. */
static void
on_asker_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  Keeper *keeper = user_data;

  for (guint i = 0; i < keeper->askers->len; i++)
    if (still_waits (g_ptr_array_index (keeper->askers, i)))
      return;
  if (keeper->job != NULL)
    g_cancellable_cancel (keeper->job->cancellable);
}

static void
add_asker (Keeper *keeper, GTask *task, gboolean alerts, PsProgressRelay *relay)
{
  Asker *asker = g_new0 (Asker, 1);
  GCancellable *cancellable = g_task_get_cancellable (task);

  asker->task = g_object_ref (task);
  asker->alerts = alerts;
  asker->relay = relay != NULL ? ps_progress_relay_ref (relay) : NULL;
  g_ptr_array_add (keeper->askers, asker);
  if (cancellable == NULL)
    return;
  asker->cancellable = g_object_ref (cancellable);
  asker->handler = g_cancellable_connect (cancellable, G_CALLBACK (on_asker_cancelled_cb), keeper, NULL);
}

/* One who is answered may ask again at once: they do not wait in the list any more then. */
static void
answer (Keeper *keeper, PsOverviewData *data, const GError *error)
{
  g_autoptr (GPtrArray) askers = g_steal_pointer (&keeper->askers);

  keeper->askers = g_ptr_array_new_with_free_func (asker_free);
  for (guint i = 0; i < askers->len; i++)
    {
      GTask *task = ((Asker *) g_ptr_array_index (askers, i))->task;

      if (data != NULL)
        g_task_return_pointer (task, ps_overview_data_ref (data), (GDestroyNotify) ps_overview_data_unref);
      else
        g_task_return_error (task, g_error_copy (error));
    }
}

/* Keeping */

static gboolean
is_current (Keeper *keeper, PsSettledRef *of)
{
  return of != NULL && ps_settled_ref_get (of) == ps_session_get_settled (keeper->session);
}

static void
forget (Keeper *keeper)
{
  g_clear_pointer (&keeper->data, ps_overview_data_unref);
  g_clear_pointer (&keeper->of, ps_settled_ref_free);
}

static void
keep (Keeper *keeper, Job *job, PsOverviewData *data)
{
  forget (keeper);
  keeper->data = ps_overview_data_ref (data);
  keeper->of = ps_session_ref_settled (keeper->session);
  keeper->alerts = job->alerts;
}

static void
stop (Keeper *keeper)
{
  if (keeper->job == NULL)
    return;
  ps_progress_relay_stop (keeper->job->relay);
  g_cancellable_cancel (keeper->job->cancellable);
  g_clear_pointer (&keeper->job, job_unref);
}

static Keeper *get_keeper (PsSession *session);

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  Keeper *keeper = get_keeper (PS_SESSION (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (PsOverviewData) data = ps_session_run_finish (PS_SESSION (source), result, &error);

  if (keeper->job == job)
    {
      ps_progress_relay_stop (job->relay);
      g_clear_pointer (&keeper->job, job_unref);
      if (data != NULL && is_current (keeper, job->settled))
        keep (keeper, job, data);
      answer (keeper, data, error);
    }
  job_unref (job);
}

static void
start (Keeper *keeper, gboolean alerts)
{
  Job *job = g_atomic_rc_box_new0 (Job);

  stop (keeper);
  job->settled = ps_session_ref_settled (keeper->session);
  job->year = ps_session_get_year (keeper->session);
  job->today = ps_contract_today ();
  job->alerts = alerts;
  job->cancellable = g_cancellable_new ();
  job->relay = ps_progress_relay_new (show_progress, keeper);
  keeper->job = g_atomic_rc_box_acquire (job);
  ps_session_run_async (keeper->session, work, g_atomic_rc_box_acquire (job), job_unref, (GDestroyNotify) ps_overview_data_unref,
                        on_loaded_cb, job);
}

static void
answer_cancelled (Keeper *keeper, const char *why)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, why);

  answer (keeper, NULL, error);
}

/* The figures of another year, or of a changed file: who waits, waits for those. */
static void
on_settled_cb (PsSession *session, Keeper *keeper)
{
  gboolean any = FALSE, alerts = FALSE;

  forget (keeper);
  stop (keeper);
  for (guint i = 0; i < keeper->askers->len; i++)
    {
      const Asker *asker = g_ptr_array_index (keeper->askers, i);

      any = any || still_waits (asker);
      alerts = alerts || (still_waits (asker) && asker->alerts);
    }
  if (any)
    start (keeper, alerts);
  else
    answer_cancelled (keeper, "nobody waits for the figures any more");
}

static void
on_opened_cb (PsSession *session, Keeper *keeper)
{
  forget (keeper);
  stop (keeper);
  answer_cancelled (keeper, "the region was closed");
}

static void
keeper_free (gpointer data)
{
  Keeper *keeper = data;

  forget (keeper);
  stop (keeper);
  g_ptr_array_unref (keeper->askers);
  g_free (keeper);
}

static Keeper *
get_keeper (PsSession *session)
{
  static const char key[] = "peilstok-year-figures";
  Keeper *keeper = g_object_get_data (G_OBJECT (session), key);

  if (keeper != NULL)
    return keeper;
  keeper = g_new0 (Keeper, 1);
  keeper->session = session;
  keeper->askers = g_ptr_array_new_with_free_func (asker_free);
  g_object_set_data_full (G_OBJECT (session), key, keeper, keeper_free);
  g_signal_connect (session, "settled", G_CALLBACK (on_settled_cb), keeper);
  g_signal_connect (session, "opened", G_CALLBACK (on_opened_cb), keeper);
  return keeper;
}

/* Asking */

/**
 * ps_overview_data_peek:
 *
 * Returns: (transfer none) (nullable): of the session's year as it is now, and of today
 */
PsOverviewData *
ps_overview_data_peek (PsSession *session, gboolean alerts)
{
  Keeper *keeper = get_keeper (session);

  if (keeper->data == NULL || (alerts && !keeper->alerts) || !is_current (keeper, keeper->of)
      || keeper->data->today != ps_contract_today ())
    return NULL;
  return keeper->data;
}

/* What is under way is what is wanted now. */
static gboolean
can_wait (Keeper *keeper, gboolean alerts)
{
  return keeper->job != NULL && is_current (keeper, keeper->job->settled) && (keeper->job->alerts || !alerts)
         && !g_cancellable_is_cancelled (keeper->job->cancellable);
}

/**
 * ps_overview_data_async:
 * @alerts: what needs attention is wanted too
 * @callback: always called; with G_IO_ERROR_CANCELLED where the region was closed, or @cancellable cancelled, in between
 */
void
ps_overview_data_async (PsSession *session, gboolean alerts, GCancellable *cancellable, PsProgressRelay *relay,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  Keeper *keeper = get_keeper (session);
  PsOverviewData *data = ps_overview_data_peek (session, alerts);
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);

  g_return_if_fail (PS_IS_SESSION (session));

  g_task_set_source_tag (task, ps_overview_data_async);
  if (ps_session_get_settled (session) == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no region is open");
  else if (data != NULL)
    g_task_return_pointer (task, ps_overview_data_ref (data), (GDestroyNotify) ps_overview_data_unref);
  else
    {
      gboolean wait = can_wait (keeper, alerts);

      add_asker (keeper, task, alerts, relay);
      if (!wait)
        start (keeper, alerts);
    }
}

PsOverviewData *
ps_overview_data_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ps_overview_data_cancel (PsSession *session)
{
  Keeper *keeper = get_keeper (session);

  if (keeper->job != NULL)
    g_cancellable_cancel (keeper->job->cancellable);
}
