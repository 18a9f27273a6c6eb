/* ps-session.c: the open region file, the year that is looked at, and its figures
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-session"

#include "ps-session-private.h"

#include "ps-free-elsewhere.h"

#define SECONDS_BETWEEN_CHECKS 3

enum
{
  PROP_0,
  PROP_PATH,
  PROP_YEAR,
  PROP_BUSY,
  PROP_WRITING,
  PROP_UNDOABLE,
  N_PROPS
};
enum
{
  OPENED,
  SETTLED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsSession, ps_session, G_TYPE_OBJECT)

typedef struct
{
  char *path;
  int year;
  gboolean open; /* another region; else the same one again */
  guint64 reading;
} LoadJob;

static void
load_job_free (LoadJob *job)
{
  g_free (job->path);
  g_free (job);
}

/* Watching */

/* Closing a connection touches the disk: not on the main thread. */
static void
let_go_of_watch (PsSession *self)
{
  ps_free_elsewhere (g_steal_pointer (&self->watch), (GDestroyNotify) ps_watch_unref);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_int (task, ps_watch_look (data));
}

static void
report_failure (PsSession *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PsSession *self = PS_SESSION (source);
  gssize outcome = g_task_propagate_int (G_TASK (result), NULL);

  self->checking = FALSE;
  if (self->watch == NULL || g_task_get_task_data (G_TASK (result)) != self->watch)
    return;
  if (outcome == PS_WATCH_CHANGED && self->pause_timer == 0)
    ps_session_reload (self);
  else if (outcome == PS_WATCH_GONE && !self->reported_gone)
    {
      g_autoptr (GError) error = g_error_new (PS_STORE_ERROR, PS_STORE_ERROR_ABSENT, "%s is gone", ps_session_get_path (self));

      report_failure (self, error);
    }
  self->reported_gone = outcome == PS_WATCH_GONE;
}

void
ps_session_check (PsSession *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PS_IS_SESSION (self));

  /* Our own small changes would be taken for somebody else's: all is read when they pause. */
  if (self->watch == NULL || self->checking || self->n_loading > 0 || self->pause_timer != 0)
    return;
  self->checking = TRUE;
  task = g_task_new (self, NULL, on_looked_cb, NULL);
  g_task_set_source_tag (task, ps_session_check);
  g_task_set_task_data (task, ps_watch_ref (self->watch), (GDestroyNotify) ps_watch_unref);
  g_task_run_in_thread (task, look_in_thread);
}

static gboolean
on_check_timer_cb (gpointer user_data)
{
  ps_session_check (user_data);
  return G_SOURCE_CONTINUE;
}

/* Loading */

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LoadJob *job = data;
  GError *error = NULL;
  PsLoadedYear *loaded = ps_year_loader_load (job->path, job->year, cancellable, &error);

  if (loaded == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, loaded, (GDestroyNotify) ps_loaded_year_free);
}

static void
change_n_loading (PsSession *self, int step)
{
  gboolean was_busy = self->n_loading > 0;

  self->n_loading += step;
  if (was_busy != (self->n_loading > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
_ps_session_notify_writing (PsSession *self)
{
  if (self->writing == ps_session_is_writing (self))
    return;
  self->writing = !self->writing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRITING]);
}

static void
start_loading (PsSession *self, const char *path, int year, gboolean open, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  LoadJob *job = g_new0 (LoadJob, 1);

  g_clear_handle_id (&self->pause_timer, g_source_remove);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  self->wanted_year = year;
  job->path = g_strdup (path);
  job->year = year;
  job->open = open;
  job->reading = ++self->n_readings;
  change_n_loading (self, 1);
  task = g_task_new (self, self->loading, callback, user_data);
  g_task_set_source_tag (task, start_loading);
  g_task_set_task_data (task, job, (GDestroyNotify) load_job_free);
  g_task_run_in_thread (task, load_in_thread);
}

static void
drop_region (PsSession *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->check_timer, g_source_remove);
  g_clear_handle_id (&self->pause_timer, g_source_remove);
  let_go_of_watch (self);
}

static void
take_region (PsSession *self, PsLoadedYear *loaded)
{
  drop_region (self);
  self->cancellable = g_cancellable_new ();
  self->check_timer = g_timeout_add_seconds (SECONDS_BETWEEN_CHECKS, on_check_timer_cb, self);
  self->reported_gone = FALSE;
}

static void
forget_recent (PsSession *self)
{
  ps_undoable_clear (&self->recent);
  self->has_recent = FALSE;
}

/* Pages still hold what they borrowed until they hear "settled": the old figures go after that. */
static void
show_figures (PsSession *self, PsLoadedYear *loaded, gboolean open)
{
  g_autoptr (PsSettledRef) old = g_steal_pointer (&self->figures);
  gboolean other_year = old == NULL || old->loaded->year != loaded->year;

  if (open)
    take_region (self, loaded);
  else
    let_go_of_watch (self);
  self->watch = ps_watch_new (loaded);
  self->figures = _ps_settled_ref_new (loaded);
  self->wanted_year = loaded->year;
  /* While more was written meanwhile, what was found after it is newer. */
  if (self->pause_timer == 0)
    forget_recent (self);
  if (open)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
      g_signal_emit (self, signals[OPENED], 0);
    }
  if (other_year)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_YEAR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDOABLE]);
  g_signal_emit (self, signals[SETTLED], 0);
}

static gboolean
finish_loading (PsSession *self, GAsyncResult *result, GError **error)
{
  LoadJob *job = g_task_get_task_data (G_TASK (result));
  PsLoadedYear *loaded = g_task_propagate_pointer (G_TASK (result), error);

  change_n_loading (self, -1);
  if (loaded == NULL)
    {
      if (self->n_loading == 0 && self->figures != NULL)
        self->wanted_year = self->figures->loaded->year;
      /* Where another reading took its place, that one tells those who wait. */
      if (self->n_loading == 0)
        _ps_session_release_writes (self, job->reading);
      return FALSE;
    }
  show_figures (self, loaded, job->open);
  _ps_session_release_writes (self, job->reading);
  return TRUE;
}

static void
on_reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PsSession *self = PS_SESSION (source);
  g_autoptr (GError) error = NULL;

  if (finish_loading (self, result, &error))
    return;
  /* The year that the header bar showed already is not the one of the figures. */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_YEAR]);
  report_failure (self, error);
}

/**
 * ps_session_open_async:
 * @path: a region file
 *
 * Reads and settles it on a worker; the region that was open stays until that has succeeded.
 */
void
ps_session_open_async (PsSession *self, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (PS_IS_SESSION (self));
  g_return_if_fail (path != NULL);

  start_loading (self, path, self->preferred_year, TRUE, callback, user_data);
}

/**
 * ps_session_open_early:
 *
 * At the start of the program: shows a region whose reading began before the window was made, in the same frame as the window.
 *
 * Returns: FALSE: it is not there (yet): ps_session_open_async() is to be used
 */
gboolean
ps_session_open_early (PsSession *self, const char *path)
{
  PsLoadedYear *loaded;

  g_return_val_if_fail (PS_IS_SESSION (self), FALSE);

  loaded = ps_year_loader_take_early (path, self->preferred_year);
  if (loaded == NULL)
    return FALSE;
  show_figures (self, loaded, TRUE);
  return TRUE;
}

gboolean
ps_session_open_finish (PsSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return finish_loading (self, result, error);
}

void
ps_session_reload (PsSession *self)
{
  g_return_if_fail (PS_IS_SESSION (self));

  if (self->figures != NULL)
    start_loading (self, self->figures->loaded->path, self->wanted_year, FALSE, on_reloaded_cb, NULL);
}

void
ps_session_set_year (PsSession *self, int year)
{
  g_return_if_fail (PS_IS_SESSION (self));

  if (self->figures == NULL || year == self->wanted_year)
    return;
  start_loading (self, self->figures->loaded->path, year, FALSE, on_reloaded_cb, NULL);
}

void
ps_session_prefer_year (PsSession *self, int year)
{
  g_return_if_fail (PS_IS_SESSION (self));

  self->preferred_year = year;
}

void
ps_session_close (PsSession *self)
{
  g_autoptr (PsSettledRef) old = NULL;

  g_return_if_fail (PS_IS_SESSION (self));

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  if (self->figures == NULL)
    return;
  old = g_steal_pointer (&self->figures);
  drop_region (self);
  forget_recent (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDOABLE]);
  g_signal_emit (self, signals[OPENED], 0);
  _ps_session_release_writes (self, G_MAXUINT64);
}

static void
ps_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PsSession *self = PS_SESSION (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, ps_session_get_path (self));
      break;
    case PROP_YEAR:
      g_value_set_int (value, ps_session_get_year (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, ps_session_is_busy (self));
      break;
    case PROP_WRITING:
      g_value_set_boolean (value, ps_session_is_writing (self));
      break;
    case PROP_UNDOABLE:
      g_value_set_boolean (value, ps_session_get_undo (self) != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ps_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_YEAR:
      ps_session_set_year (PS_SESSION (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The program ends: the connection is closed here, so that no worker is left half-way with it. */
static void
ps_session_dispose (GObject *object)
{
  PsSession *self = PS_SESSION (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->loading);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->check_timer, g_source_remove);
  g_clear_handle_id (&self->pause_timer, g_source_remove);
  forget_recent (self);
  g_clear_pointer (&self->watch, ps_watch_unref);
  g_clear_pointer (&self->figures, ps_settled_ref_free);
  G_OBJECT_CLASS (ps_session_parent_class)->dispose (object);
}

static void
ps_session_class_init (PsSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = ps_session_get_property;
  object_class->set_property = ps_session_set_property;
  object_class->dispose = ps_session_dispose;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_YEAR] =
      g_param_spec_int ("year", NULL, NULL, 0, 9999, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WRITING] = g_param_spec_boolean ("writing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDOABLE] = g_param_spec_boolean ("undoable", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENED] = g_signal_new ("opened", PS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", PS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] =
      g_signal_new ("failed", PS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ps_session_init (PsSession *self)
{
  self->preferred_year = PS_LATEST_YEAR;
  g_queue_init (&self->writes);
  g_queue_init (&self->written);
}

PsSession *
ps_session_new (void)
{
  return g_object_new (PS_TYPE_SESSION, NULL);
}
