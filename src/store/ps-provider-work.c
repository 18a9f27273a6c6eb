/* ps-provider-work.c: one provider after the other, by two threads where that pays
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-store"

#include <glib/gi18n-lib.h>

#include "ps-provider-work.h"
#include "ps-settle-year.h"
#include "ps-sql.h"

/* Two threads, each with its own connection, take the next provider in turn; from so many providers on that pays. */
#define N_PROVIDERS_FOR_TWO 20

typedef struct
{
  const PsProviderWork *work;
  gpointer data;
  guint first, end;
  gint next; /* atomic: the next provider, from 0 */
  GCancellable *cancellable;
  PsProgressFunc progress;
  gpointer progress_data;
} Run;

typedef struct
{
  Run *run;
  PsStore *store;
  gpointer own;
  gboolean reports;  /* the caller's thread tells how far it is … */
  guint next_report; /* … from this many on */
  GError *error;
} Worker;

static void
report (Worker *worker, guint done)
{
  const Run *run = worker->run;

  if (!worker->reports || run->progress == NULL || done < worker->next_report)
    return;
  worker->next_report = done + 16;
  run->progress ((double) done / MAX (run->end - run->first, 1), run->work->words, run->progress_data);
}

static gboolean
take_one (Worker *worker, guint n)
{
  Run *run = worker->run;

  report (worker, n);
  return !g_cancellable_set_error_if_cancelled (run->cancellable, &worker->error)
         && run->work->one (worker->own, run->first + n, run->data, &worker->error);
}

static gpointer
run_worker (gpointer data)
{
  Worker *worker = data;
  Run *run = worker->run;
  guint n;

  worker->own = run->work->begin (worker->store, run->data, &worker->error);
  while (worker->own != NULL && (n = (guint) g_atomic_int_add (&run->next, 1)) < run->end - run->first)
    if (!take_one (worker, n))
      break;
  /* Nobody takes another one. */
  if (worker->error != NULL)
    g_atomic_int_set (&run->next, G_MAXINT / 2);
  return NULL;
}

static void
end_worker (Worker *worker)
{
  if (worker->own != NULL)
    worker->run->work->end (worker->own, worker->run->data);
}

/**
 * ps_provider_work_run: does the work for providers, and stops at the first error. Progress is told from the calling thread.
 *
 * Returns: FALSE with the work's own error, or G_IO_ERROR_CANCELLED
 */
gboolean
ps_provider_work_run (PsStore *store, guint first, guint end, const PsProviderWork *work, gpointer data,
                      GCancellable *cancellable, PsProgressFunc progress, gpointer progress_data, GError **error)
{
  g_autoptr (PsStore) twin = end - first >= N_PROVIDERS_FOR_TWO ? ps_settle_open_twin (store) : NULL;
  Run run = { work, data, first, end, 0, cancellable, progress, progress_data };
  Worker one = { .run = &run, .store = store, .reports = TRUE };
  Worker two = { .run = &run, .store = twin };
  GThread *thread;

  report (&one, 0);
  thread = twin != NULL ? g_thread_new ("providers", run_worker, &two) : NULL;
  run_worker (&one);
  if (thread != NULL)
    g_thread_join (thread);
  end_worker (&one);
  end_worker (&two);
  if (one.error == NULL)
    one.error = g_steal_pointer (&two.error);
  g_clear_error (&two.error);
  if (one.error == NULL)
    return TRUE;
  g_propagate_error (error, one.error);
  return FALSE;
}

gboolean
ps_provider_work_choose (const PsRegion *region, const char *agb, guint *first, guint *end, GError **error)
{
  guint place;

  *first = 0;
  *end = region->providers->len;
  if (agb == NULL)
    return TRUE;
  place = ps_region_find_provider (region, agb);
  if (place == PS_NONE)
    {
      g_set_error (error, PS_STORE_ERROR, PS_STORE_ERROR_REFUSED, _("There is no provider with AGB code “%s” in this region."),
                   agb);
      return FALSE;
    }
  *first = place;
  *end = place + 1;
  return TRUE;
}
