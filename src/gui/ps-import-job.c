/* ps-import-job.c: an import on a worker thread
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-import-job"

#include "ps-import-job.h"

#include <string.h>

#include "exchange/ps-csv-kinds.h"

#define LONGEST_HEAD 4096

typedef struct
{
  char *region;
  char **paths;
  PsDecimal decimal;
  gboolean skip;
  gboolean seen;
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

/* A guess from the first line, which only decides whether marks are looked for first: a year of declarations is not read twice for it. */
static gboolean
may_measure (const char *path)
{
  const PsCsvKindInfo *kind = ps_csv_kind_info (PS_CSV_MEASUREMENTS);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char head[LONGEST_HEAD + 1] = "";
  gsize n_read = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, LONGEST_HEAD, &n_read, NULL, NULL))
    return FALSE;
  head[n_read] = '\0';
  head[strcspn (head, "\r\n")] = '\0';
  for (char *c = head; *c != '\0'; c++)
    *c = g_ascii_tolower (*c);
  for (guint i = 0; i < kind->n_columns; i++)
    if (kind->columns[i].required && strstr (head, kind->columns[i].name) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
any_may_measure (const OwnJob *job)
{
  for (char **path = job->paths; *path != NULL; path++)
    if (may_measure (*path))
      return TRUE;
  return FALSE;
}

/* Something to be looked at before it is stored, or why it cannot be. */
static gboolean
needs_a_look (const PsImportReport *report)
{
  return report->n_marks > 0 || !report->storable;
}

static PsImportReport *
import (PsStore *store, PsImportOptions *options, const OwnJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (PsImportReport) dry = NULL;

  if (!job->seen && any_may_measure (job))
    {
      options->dry_run = TRUE;
      dry = ps_import (store, options, cancellable, ps_progress_relay_report, job->progress, error);
      if (dry == NULL || needs_a_look (dry))
        return g_steal_pointer (&dry);
      options->dry_run = FALSE;
    }
  return ps_import (store, options, cancellable, ps_progress_relay_report, job->progress, error);
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
    report = import (store, &options, job, cancellable, &error);
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
  own->seen = job->seen;
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
