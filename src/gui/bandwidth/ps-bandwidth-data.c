/* ps-bandwidth-data.c: where providers stand, worked out beside the window: asked for, cancelled, handed over
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-bandwidth-data"

#include "ps-bandwidth-data.h"

#include "core/ps-format.h"
#include "gui/contracts/ps-contract-words.h"

typedef struct
{
  PsBandwidthQuery query;
  char *agb;
  GCancellable *cancellable;
  PsProgressRelay *relay;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->relay, ps_progress_relay_unref);
  g_free (job->agb);
  g_free (job);
}

static void
shown_clear (gpointer data)
{
  PsBandwidthShown *shown = data;

  g_clear_pointer (&shown->year, ps_bandwidths_free);
  g_clear_pointer (&shown->figures, ps_settled_ref_free);
  g_clear_pointer (&shown->letters, g_ptr_array_unref);
}

PsBandwidthShown *
ps_bandwidth_shown_ref (PsBandwidthShown *shown)
{
  return g_atomic_rc_box_acquire (shown);
}

void
ps_bandwidth_shown_unref (PsBandwidthShown *shown)
{
  g_atomic_rc_box_release_full (shown, shown_clear);
}

const PsLetter *
ps_bandwidth_shown_letter (const PsBandwidthShown *shown, gint64 id)
{
  for (guint i = 0; id != 0 && i < shown->letters->len; i++)
    {
      const PsLetter *letter = g_ptr_array_index (shown->letters, i);

      if (letter->id == id)
        return letter;
    }
  return NULL;
}

/* On the worker */

static void
on_session_cancelled_cb (GCancellable *session, gpointer own)
{
  g_cancellable_cancel (own);
}

/**
 * ps_bandwidth_cancel_with:
 *
 * Returns: to be given to g_cancellable_disconnect() of @session when the work is done
 */
gulong
ps_bandwidth_cancel_with (GCancellable *session, GCancellable *own)
{
  return g_cancellable_connect (session, G_CALLBACK (on_session_cancelled_cb), g_object_ref (own), g_object_unref);
}

PsBandwidthShown *
ps_bandwidth_data_load (PsStore *store, const PsBandwidthQuery *query, GCancellable *cancellable, PsProgressFunc progress,
                        gpointer progress_data, GError **error)
{
  g_autoptr (PsBandwidthShown) shown = g_atomic_rc_box_new0 (PsBandwidthShown);
  PsLetterQuery letters = { .agb = query->agb };

  shown->year = ps_bandwidths_compute (store, query, cancellable, progress, progress_data, error);
  if (shown->year == NULL)
    return NULL;
  letters.year = shown->year->year;
  shown->letters = ps_letters_list (store, &letters, error);
  return shown->letters != NULL ? g_steal_pointer (&shown) : NULL;
}

static gpointer
work (PsStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  gulong handler = ps_bandwidth_cancel_with (cancellable, job->cancellable);
  gpointer shown = ps_bandwidth_data_load (store, &job->query, job->cancellable,
                                           job->relay != NULL ? ps_progress_relay_report : NULL, job->relay, error);

  g_cancellable_disconnect (cancellable, handler);
  return shown;
}

/* On the main thread */

void
ps_bandwidth_data_async (PsSession *session, const PsBandwidthAsk *ask, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->agb = g_strdup (ask->agb);
  job->query = (PsBandwidthQuery){ ask->year, ask->peildatum_id, ps_contract_today (), job->agb, ask->no_before };
  job->cancellable = ask->cancellable != NULL ? g_object_ref (ask->cancellable) : g_cancellable_new ();
  job->relay = ask->relay != NULL ? ps_progress_relay_ref (ask->relay) : NULL;
  ps_session_run_async (session, work, job, job_free, (GDestroyNotify) ps_bandwidth_shown_unref, callback, user_data);
}

PsBandwidthShown *
ps_bandwidth_data_finish (PsSession *session, GAsyncResult *result, GError **error)
{
  return ps_session_run_finish (session, result, error);
}

/* Peildata */

gint64
ps_bandwidth_default_peildatum (PsSession *session)
{
  const PsSettledYear *settled = ps_session_get_settled (session);
  PsDate complete = ps_session_get_complete_through (session), today = ps_contract_today ();
  gint64 found = 0;

  for (guint i = 0; settled != NULL && complete != PS_DATE_OPEN && i < settled->region->peildata->len; i++)
    {
      const PsPeildatum *peildatum = ps_region_peildatum (settled->region, i);

      if (ps_date_year (peildatum->date) == settled->year && peildatum->date <= today && peildatum->data_through != PS_DATE_OPEN
          && peildatum->data_through >= ps_date_year_start (settled->year) && peildatum->data_through <= complete)
        found = peildatum->id;
    }
  return found;
}

char *
ps_bandwidth_peildatum_text (const PsPeildatum *peildatum)
{
  g_autofree char *day = ps_format_date (peildatum->date);

  if (peildatum->label == NULL || peildatum->label[0] == '\0')
    return g_steal_pointer (&day);
  return g_strdup_printf ("%s · %s", day, peildatum->label);
}
