/* ps-session-write.c: changes of the region file, one after the other on a worker, and the figures read again after them
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * asked ──▶ being written ──▶ written ──▶ read again ("settled") ──▶ callback
 *                                └ one of many small ones ──▶ callback ──▶ (no more for a moment) ──▶ read again
 *
 * What was written while others still wait is read together with theirs. A region that is closed in between still gets what was asked.
 */
#define G_LOG_DOMAIN "peilstok-session"

#include "ps-session-private.h"

#include "store/ps-undo.h"

/* After the last small change: somebody who types has stopped to look. */
#define PAUSE_MS 2000

typedef struct
{
  char *path;
  PsSessionWrite write;
  gpointer data;
  GDestroyNotify free_data;
  gint64 record;
  guint64 reading;     /* the first one that sees it */
  gboolean small;      /* nobody waits for the figures */
  PsUndoable undoable; /* of a small one: what can be taken back after it */
} WriteJob;

static void
write_job_free (WriteJob *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  ps_undoable_clear (&job->undoable);
  g_free (job->path);
  g_free (job);
}

static void start_next (PsSession *self);

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WriteJob *job = data;
  GError *error = NULL;
  g_autoptr (PsStore) store = ps_store_open (job->path, PS_STORE_WRITE, &error);

  if (store != NULL && job->write (store, g_get_user_name (), job->data, cancellable, &job->record, &error))
    {
      if (job->small && job->record != 0)
        ps_undo_find (store, g_get_user_name (), &job->undoable, NULL);
      g_task_return_boolean (task, TRUE);
    }
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, PS_STORE_ERROR, PS_STORE_ERROR_IO, "nothing was said of what went wrong");
}

/* Read again when there is no more to write: for those that wait, and where somebody else was first, because a second try should start
 * from what there is. */
static void
read_again (PsSession *self, gboolean outdated)
{
  if (g_queue_is_empty (&self->writes) && (outdated || !g_queue_is_empty (&self->written)))
    ps_session_reload (self);
}

static gboolean
on_paused_cb (gpointer user_data)
{
  PsSession *self = user_data;

  self->pause_timer = 0;
  ps_session_reload (self);
  return G_SOURCE_REMOVE;
}

/* The figures would be read again for each of hundreds of cells that are typed in a row; what the keys of undoing take is known
 * without. */
static void
finish_small (PsSession *self, WriteJob *job)
{
  if (job->record == 0)
    return;
  ps_undoable_clear (&self->recent);
  self->recent = job->undoable;
  job->undoable = (PsUndoable){ 0 };
  self->has_recent = TRUE;
  if (self->pause_timer != 0)
    g_source_remove (self->pause_timer);
  self->pause_timer = g_timeout_add (PAUSE_MS, on_paused_cb, self);
  g_object_notify (G_OBJECT (self), "undoable");
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PsSession *self = PS_SESSION (source);
  g_autoptr (GTask) task = user_data;
  WriteJob *job = g_task_get_task_data (task);
  gboolean here = g_strcmp0 (job->path, ps_session_get_path (self)) == 0;
  GError *error = NULL;

  self->write = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      read_again (self, here && g_error_matches (error, PS_STORE_ERROR, PS_STORE_ERROR_CONFLICT));
      g_task_return_error (task, error);
    }
  else if (!here)
    g_task_return_boolean (task, TRUE);
  else if (job->small)
    {
      finish_small (self, job);
      read_again (self, FALSE);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      job->reading = self->n_readings + 1;
      g_queue_push_tail (&self->written, g_steal_pointer (&task));
      read_again (self, FALSE);
    }
  start_next (self);
}

static void
start_next (PsSession *self)
{
  g_autoptr (GTask) work = NULL;

  if (self->write == NULL && !g_queue_is_empty (&self->writes))
    {
      self->write = g_queue_pop_head (&self->writes);
      work = g_task_new (self, g_task_get_cancellable (self->write), on_written_cb, self->write);
      g_task_set_source_tag (work, start_next);
      /* What is in the file counts, also where the user cancelled just after. */
      g_task_set_check_cancellable (work, FALSE);
      g_task_set_task_data (work, g_task_get_task_data (self->write), NULL);
      g_task_run_in_thread (work, write_in_thread);
    }
  _ps_session_notify_writing (self);
}

/* A reading ended, or will never be: those that waited for it, or for an earlier one, hear that they were done. */
void
_ps_session_release_writes (PsSession *self, guint64 reading)
{
  GTask *task;

  while ((task = g_queue_peek_head (&self->written)) != NULL && ((WriteJob *) g_task_get_task_data (task))->reading <= reading)
    {
      g_queue_pop_head (&self->written);
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

static void
write_async (PsSession *self, PsSessionWrite write, gpointer data, GDestroyNotify free_data, gboolean small,
             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  WriteJob *job = g_new0 (WriteJob, 1);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  job->path = g_strdup (ps_session_get_path (self));
  job->write = write;
  job->data = data;
  job->free_data = free_data;
  job->small = small;
  g_task_set_source_tag (task, write_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) write_job_free);
  g_queue_push_tail (&self->writes, task);
  start_next (self);
}

/**
 * ps_session_write_async:
 * @write: runs on a worker with a connection to write; sets the record of the trail
 * @data: (transfer full): for @write, freed with @free_data after the callback
 * @callback: called on the main thread after "settled" told the pages of the change; at once where it was refused. Also where the
 *   region was closed in between: it must not take for granted that the widget that asked still lives
 *
 * What was asked is written even when the region or its window is closed meanwhile: the window waits for it.
 */
void
ps_session_write_async (PsSession *self, PsSessionWrite write, gpointer data, GDestroyNotify free_data,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (PS_IS_SESSION (self));
  g_return_if_fail (write != NULL && ps_session_get_path (self) != NULL);

  write_async (self, write, data, free_data, FALSE, NULL, callback, user_data);
}

/**
 * ps_session_write_small_async:
 *
 * As ps_session_write_async(), for one of many small changes that follow each other, as cells that are typed: @callback comes as soon
 * as it is in the file, and what Ctrl+Z takes is known by then. The figures are read again ("settled") when no more such changes came
 * for two seconds, or with the next change of another kind.
 */
void
ps_session_write_small_async (PsSession *self, PsSessionWrite write, gpointer data, GDestroyNotify free_data,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (PS_IS_SESSION (self));
  g_return_if_fail (write != NULL && ps_session_get_path (self) != NULL);

  write_async (self, write, data, free_data, TRUE, NULL, callback, user_data);
}

/**
 * ps_session_write_cancellable_async:
 * @cancellable: (nullable): what @write is given; cancelled before it began, nothing is begun
 *
 * As ps_session_write_async(), for work that lasts: @write ends with G_IO_ERROR_CANCELLED and nothing written.
 */
void
ps_session_write_cancellable_async (PsSession *self, PsSessionWrite write, gpointer data, GDestroyNotify free_data,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (PS_IS_SESSION (self));
  g_return_if_fail (write != NULL && ps_session_get_path (self) != NULL);

  write_async (self, write, data, free_data, FALSE, cancellable, callback, user_data);
}

static gboolean
apply_change (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  return ps_change_apply (store, data, actor, record, error);
}

/**
 * ps_session_apply_async:
 * @change: (transfer full): there until after @callback
 *
 * As ps_session_write_async(), with a change that was made already.
 */
void
ps_session_apply_async (PsSession *self, PsChange *change, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (change != NULL);

  ps_session_write_async (self, apply_change, change, (GDestroyNotify) ps_change_free, callback, user_data);
}

/**
 * ps_session_write_finish:
 * @record: (out) (optional): of the trail; 0: nothing differed, and nothing was written
 *
 * Returns: FALSE: it was refused, and nothing was changed: an error of PS_STORE_ERROR or PS_CORE_ERROR
 */
gboolean
ps_session_write_finish (PsSession *self, GAsyncResult *result, gint64 *record, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (record != NULL)
    *record = ((WriteJob *) g_task_get_task_data (G_TASK (result)))->record;
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Something was asked that is not in the file yet. */
gboolean
ps_session_is_writing (PsSession *self)
{
  g_return_val_if_fail (PS_IS_SESSION (self), FALSE);

  return self->write != NULL || !g_queue_is_empty (&self->writes);
}

/* Taking back */

typedef struct
{
  gint64 record; /* 0: the last one of the user */
  gboolean redo;
  char *what; /* what it was, for the toast */
  PsProgressFunc progress;
  gpointer progress_data;
} UndoJob;

static void
undo_job_free (gpointer data)
{
  UndoJob *job = data;

  g_free (job->what);
  g_free (job);
}

static gboolean
find_last (PsStore *store, const char *actor, UndoJob *job, GError **error)
{
  PsUndoable undoable = { 0 };

  if (!ps_undo_find (store, actor, &undoable, error))
    return FALSE;
  job->record = job->redo ? undoable.redo : undoable.undo;
  job->what = g_strdup (job->redo ? undoable.redo_what : undoable.undo_what);
  ps_undoable_clear (&undoable);
  return TRUE;
}

/* Looked for again: of two that were asked quickly, the second takes what the first left. */
static gboolean
undo_in_thread (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record, GError **error)
{
  UndoJob *job = data;

  if (job->record == 0 && !find_last (store, actor, job, error))
    return FALSE;
  if (job->record == 0)
    {
      *record = 0;
      return TRUE;
    }
  return ps_undo_apply (store, job->record, actor, cancellable, job->progress, job->progress_data, record, error);
}

/**
 * ps_session_undo_with_progress_async:
 * @redo: the last undo is undone instead
 * @progress: (nullable): called on the worker
 * @progress_data: must live until @callback
 *
 * Takes back the user's last change that stands; finish with ps_session_undo_finish() or ps_session_write_finish().
 */
void
ps_session_undo_with_progress_async (PsSession *self, gboolean redo, PsProgressFunc progress, gpointer progress_data,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  UndoJob *job = g_new0 (UndoJob, 1);

  g_return_if_fail (PS_IS_SESSION (self));

  job->redo = redo;
  job->progress = progress;
  job->progress_data = progress_data;
  write_async (self, undo_in_thread, job, undo_job_free, FALSE, cancellable, callback, user_data);
}

void
ps_session_undo_async (PsSession *self, gboolean redo, GAsyncReadyCallback callback, gpointer user_data)
{
  ps_session_undo_with_progress_async (self, redo, NULL, NULL, NULL, callback, user_data);
}

/**
 * ps_session_undo_record_async:
 * @record: of the trail
 * @progress: (nullable): called on the worker
 * @progress_data: must live until @callback
 *
 * Takes back that record; finish with ps_session_write_finish().
 */
void
ps_session_undo_record_async (PsSession *self, gint64 record, PsProgressFunc progress, gpointer progress_data,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  UndoJob *job = g_new0 (UndoJob, 1);

  g_return_if_fail (PS_IS_SESSION (self));
  g_return_if_fail (record > 0);

  job->record = record;
  job->progress = progress;
  job->progress_data = progress_data;
  write_async (self, undo_in_thread, job, undo_job_free, FALSE, cancellable, callback, user_data);
}

/**
 * ps_session_undo_finish:
 * @what: (out) (transfer full): what was taken back; NULL: there was nothing to take back
 *
 * Of ps_session_undo_async() alone.
 */
gboolean
ps_session_undo_finish (PsSession *self, GAsyncResult *result, char **what, gint64 *record, GError **error)
{
  WriteJob *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  g_assert (job->write == undo_in_thread);
  *what = g_strdup (((UndoJob *) job->data)->what);
  return ps_session_write_finish (self, result, record, error);
}
