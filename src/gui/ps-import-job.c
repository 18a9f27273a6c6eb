/* ps-import-job.c: an import on a worker thread
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-import-job"

#include "ps-import-job.h"

typedef struct
{
  char *region;
  char **paths;
  PsDecimal decimal;
  gboolean skip;
  PsProgressRelay *progress;
} OwnJob;

static void
own_job_free (OwnJob *job)
{
  ps_progress_relay_unref (job->progress);
  g_strfreev (job->paths);
  g_free (job->region);
  g_free (job);
}

static void
import_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OwnJob *job = data;
  GError *error = NULL;
  PsImportReport *report = NULL;
  g_autoptr (PsStore) store = ps_store_open (job->region, PS_STORE_WRITE, &error);
  PsImportOptions options = {
    .paths = (const char *const *) job->paths,
    .kind = -1,
    .decimal = job->decimal,
    .skip = job->skip,
    .actor = g_get_user_name (),
  };

  if (store != NULL)
    report = ps_import (store, &options, cancellable, ps_progress_relay_report, job->progress, &error);
  g_clear_pointer (&store, ps_store_close);
  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) ps_import_report_free);
  else
    g_task_return_error (task, error);
}

void
ps_import_job_async (const PsImportJob *job, PsProgressRelay *progress, GCancellable *cancellable, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OwnJob *own = g_new0 (OwnJob, 1);

  own->region = g_strdup (job->region);
  own->paths = g_strdupv ((char **) job->paths);
  own->decimal = job->decimal;
  own->skip = job->skip;
  own->progress = ps_progress_relay_ref (progress);
  /* An import that was stored just before the cancel came is told as stored. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, ps_import_job_async);
  g_task_set_task_data (task, own, (GDestroyNotify) own_job_free);
  g_task_run_in_thread (task, import_in_thread);
}

PsImportReport *
ps_import_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
