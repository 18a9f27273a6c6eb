/* ps-new-region.c: new region files, empty or with the demo in them
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-new-region"

#include "ps-new-region.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "exchange/ps-generate.h"

typedef struct
{
  char *path;
  char *name;                /* of an empty region */
  PsProgressRelay *progress; /* of the demo */
} NewRegion;

static void
new_region_free (NewRegion *job)
{
  g_clear_pointer (&job->progress, ps_progress_relay_unref);
  g_free (job->path);
  g_free (job->name);
  g_free (job);
}

char *
ps_demo_region_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "peilstok", "noord-limburg-demo.peilstok", NULL);
}

static gboolean
fail_from_errno (const char *path, GError **error)
{
  int saved = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "%s: %s", path, g_strerror (saved));
  return FALSE;
}

static gboolean
fill_demo (const char *path, PsProgressRelay *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (PsStore) store = ps_store_create (path, _("Noord-Limburg (demo)"), error);

  return store != NULL
         && ps_generate_demo_into (store, g_get_user_name (), cancellable, ps_progress_relay_report, progress, error);
}

/* A region file may have companions while it is open; they go with it. */
static void
remove_region (const char *path)
{
  const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static gboolean
make_demo (const char *path, PsProgressRelay *progress, GCancellable *cancellable, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  gboolean made;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (parent, 0700) != 0)
    return fail_from_errno (parent, error);
  remove_region (part);
  made = fill_demo (part, progress, cancellable, error);
  if (made && g_rename (part, path) != 0)
    made = fail_from_errno (path, error);
  if (!made)
    remove_region (part);
  return made;
}

static void
make_demo_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewRegion *job = data;
  GError *error = NULL;

  if (make_demo (job->path, job->progress, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
make_empty_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  NewRegion *job = data;
  GError *error = NULL;
  g_autoptr (PsStore) store = ps_store_create (job->path, job->name, &error);

  if (store != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ps_demo_region_make_async (const char *path, PsProgressRelay *progress, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  NewRegion *job = g_new0 (NewRegion, 1);

  job->path = g_strdup (path);
  job->progress = ps_progress_relay_ref (progress);
  g_task_set_source_tag (task, ps_demo_region_make_async);
  g_task_set_task_data (task, job, (GDestroyNotify) new_region_free);
  g_task_run_in_thread (task, make_demo_in_thread);
}

void
ps_new_region_make_async (const char *path, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  NewRegion *job = g_new0 (NewRegion, 1);

  job->path = g_strdup (path);
  job->name = g_strdup (name);
  g_task_set_source_tag (task, ps_new_region_make_async);
  g_task_set_task_data (task, job, (GDestroyNotify) new_region_free);
  g_task_run_in_thread (task, make_empty_in_thread);
}

gboolean
ps_new_region_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
