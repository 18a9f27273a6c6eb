/* ps-progress-relay.c: how far a worker is, told on the main thread
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-progress-relay"

#include "ps-progress-relay.h"

struct _PsProgressRelay
{
  gatomicrefcount references;
  PsProgressFunc show; /* main thread only; NULL: stopped */
  gpointer user_data;
  GMutex mutex; /* for all below */
  double fraction;
  char *what;
  gboolean scheduled;
};

PsProgressRelay *
ps_progress_relay_new (PsProgressFunc show, gpointer user_data)
{
  PsProgressRelay *relay = g_new0 (PsProgressRelay, 1);

  g_atomic_ref_count_init (&relay->references);
  g_mutex_init (&relay->mutex);
  relay->show = show;
  relay->user_data = user_data;
  return relay;
}

PsProgressRelay *
ps_progress_relay_ref (PsProgressRelay *relay)
{
  g_atomic_ref_count_inc (&relay->references);
  return relay;
}

void
ps_progress_relay_unref (PsProgressRelay *relay)
{
  if (!g_atomic_ref_count_dec (&relay->references))
    return;
  g_mutex_clear (&relay->mutex);
  g_free (relay->what);
  g_free (relay);
}

void
ps_progress_relay_stop (PsProgressRelay *relay)
{
  relay->show = NULL;
}

static gboolean
on_main_thread_cb (gpointer user_data)
{
  PsProgressRelay *relay = user_data;
  g_autofree char *what = NULL;
  double fraction;

  g_mutex_lock (&relay->mutex);
  relay->scheduled = FALSE;
  what = g_strdup (relay->what);
  fraction = relay->fraction;
  g_mutex_unlock (&relay->mutex);

  if (relay->show != NULL)
    relay->show (fraction, what, relay->user_data);
  return G_SOURCE_REMOVE;
}

void
ps_progress_relay_report (double fraction, const char *what, gpointer data)
{
  PsProgressRelay *relay = data;
  gboolean schedule;

  g_mutex_lock (&relay->mutex);
  relay->fraction = fraction;
  if (g_strcmp0 (relay->what, what) != 0)
    {
      g_free (relay->what);
      relay->what = g_strdup (what);
    }
  schedule = !relay->scheduled;
  relay->scheduled = TRUE;
  g_mutex_unlock (&relay->mutex);

  if (schedule)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_main_thread_cb, ps_progress_relay_ref (relay),
                     (GDestroyNotify) ps_progress_relay_unref);
}
