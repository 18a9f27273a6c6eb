/* ps-session-work.c: what pages want to know of the region file, looked up on another thread
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-session"

#include "ps-session-private.h"

typedef struct
{
  char *path;
  PsSessionWork work;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} WorkJob;

static void
work_job_free (WorkJob *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job->path);
  g_free (job);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WorkJob *job = data;
  GError *error = NULL;
  g_autoptr (PsStore) store = ps_store_open (job->path, PS_STORE_READ, &error);
  gpointer made = store != NULL ? job->work (store, job->data, cancellable, &error) : NULL;

  if (made == NULL && error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, made, job->free_result);
}

/**
 * ps_session_run_async:
 * @work: runs on a worker thread; returns its result, or NULL with an error set
 * @data: (transfer full): for @work, freed with @free_data
 * @callback: always called, on the main thread; where the region was closed in between, with G_IO_ERROR_CANCELLED.
 *   It must not take for granted that the widget that asked still lives: give it a reference as @user_data
 */
void
ps_session_run_async (PsSession *self, PsSessionWork work, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  WorkJob *job = g_new0 (WorkJob, 1);

  g_return_if_fail (PS_IS_SESSION (self));
  g_return_if_fail (ps_session_get_path (self) != NULL);

  job->path = g_strdup (ps_session_get_path (self));
  job->work = work;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  task = g_task_new (self, _ps_session_get_cancellable (self), callback, user_data);
  g_task_set_source_tag (task, ps_session_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify) work_job_free);
  g_task_run_in_thread (task, work_in_thread);
}

gpointer
ps_session_run_finish (PsSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
