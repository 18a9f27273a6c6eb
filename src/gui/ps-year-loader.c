/* ps-year-loader.c: a region file read and a year of it settled, in one go on a worker thread
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-year-loader"

#include "ps-year-loader.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "store/ps-history.h"

/* A region of the usual size is read while GTK starts; a large one takes longer than anyone should wait for a window. */
#define LONGEST_WAIT_FOR_EARLY (20 * G_TIME_SPAN_MILLISECOND)

/* The one reading that was started before the window was there. */
static struct
{
  GMutex mutex;
  GCond finished;
  char *path; /* NULL: nothing was started, or it was handed out */
  int year;
  gboolean done;
  PsLoadedYear *loaded;
  GError *error;
} early;

static gboolean
has_year (const GArray *years, int year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return TRUE;
  return FALSE;
}

/* The last day declared in that year, PS_DATE_OPEN where nothing was. */
static gboolean
find_complete_through (PsStore *store, int year, PsDate *day, GError **error)
{
  if (!ps_store_complete_through (store, year, day, error))
    return FALSE;
  if (*day < ps_date_year_start (year))
    *day = PS_DATE_OPEN;
  return TRUE;
}

static int
this_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* A year may begin with its peildata: it can be chosen then, but is not what opens where nobody asked for it. */
static gboolean
add_peil_years (PsStore *store, PsLoadedYear *loaded, int wanted, GError **error)
{
  g_autoptr (GArray) years = ps_store_list_peil_years (store, error);

  if (years == NULL)
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    if (!has_year (loaded->years, g_array_index (years, int, i)))
      g_array_append_val (loaded->years, g_array_index (years, int, i));
  g_array_sort (loaded->years, compare_years);
  if (has_year (years, wanted))
    loaded->year = wanted;
  return TRUE;
}

/* A region that has nothing yet still has a year to look at: this one. */
static gboolean
choose_year (PsStore *store, PsLoadedYear *loaded, int wanted, GError **error)
{
  if (loaded->years->len == 0)
    {
      loaded->year = this_year ();
      g_array_append_val (loaded->years, loaded->year);
    }
  else if (has_year (loaded->years, wanted))
    loaded->year = wanted;
  else if (!ps_store_latest_year (store, &loaded->year, error))
    return FALSE;
  return add_peil_years (store, loaded, wanted, error);
}

/* A year is complete when its December has been declared. */
static gboolean
look_at_completeness (PsStore *store, PsLoadedYear *loaded, GError **error)
{
  if (!find_complete_through (store, loaded->year, &loaded->complete_through, error))
    return FALSE;
  loaded->year_complete =
      loaded->complete_through != PS_DATE_OPEN && loaded->complete_through > ps_date_from_ymd (loaded->year, 11, 30);
  return TRUE;
}

/* The bandwidth looks at what was realised so far, with trajects as they run (domain.md §7). */
static gboolean
settle_running (PsStore *store, PsLoadedYear *loaded, GCancellable *cancellable, GError **error)
{
  PsSettleYearOptions options = { .year = loaded->year, .through = loaded->complete_through, .accrue = TRUE };

  if (loaded->year_complete || loaded->complete_through == PS_DATE_OPEN)
    return TRUE;
  loaded->running = ps_settle_year (store, &options, cancellable, NULL, NULL, error);
  return loaded->running != NULL;
}

/* What was done first, where it was taken back and redone since. (transfer full); NULL: not there */
static PsHistoryRecord *
find_first (PsStore *store, gint64 record)
{
  while (record != 0)
    {
      PsHistoryQuery query = { .before = record + 1, .limit = 1 };
      g_autoptr (GPtrArray) found = ps_history_load (store, &query, NULL);
      PsHistoryRecord *first = found != NULL && found->len > 0 ? g_ptr_array_index (found, 0) : NULL;

      if (first == NULL || first->id != record)
        return NULL;
      if (first->undoes == 0)
        return g_ptr_array_steal_index (found, 0);
      record = first->undoes;
    }
  return NULL;
}

/* Ctrl+Z asks before it takes out what may be a hundred thousand rows. */
static gint64
count_imported (PsStore *store, gint64 record)
{
  PsHistoryRecord *first = find_first (store, record);
  gint64 imported = first != NULL && g_strcmp0 (first->action, "import") == 0 ? first->n_added + first->n_changed : 0;

  g_clear_pointer (&first, ps_history_record_free);
  return imported;
}

/* A region can be looked at without it; then there is nothing to take back. */
static void
look_for_undoable (PsStore *store, PsLoadedYear *loaded)
{
  g_autoptr (GError) error = NULL;

  if (loaded->newer || !loaded->writable)
    return;
  if (!ps_undo_find (store, g_get_user_name (), &loaded->undoable, &error))
    {
      g_debug ("nothing can be undone: %s", error->message);
      ps_undoable_clear (&loaded->undoable);
      return;
    }
  loaded->undo_imported = count_imported (store, loaded->undoable.undo);
}

static gboolean
load_from (PsStore *store, PsLoadedYear *loaded, int year, GCancellable *cancellable, GError **error)
{
  PsSettleYearOptions options = { .through = PS_DATE_OPEN };

  loaded->newer = ps_store_is_newer (store);
  loaded->writable = g_access (loaded->path, W_OK) == 0;
  loaded->data_version = ps_store_data_version (store);
  loaded->trail_state = ps_store_trail_state (store);
  loaded->years = ps_store_list_years (store, error);
  if (loaded->years != NULL)
    loaded->known_years = g_array_copy (loaded->years);
  if (loaded->years == NULL || !choose_year (store, loaded, year, error) || !look_at_completeness (store, loaded, error)
      || !ps_store_last_import (store, &loaded->last_import, &loaded->last_actor, error))
    return FALSE;
  look_for_undoable (store, loaded);
  options.year = loaded->year;
  loaded->settled = ps_settle_year (store, &options, cancellable, NULL, NULL, error);
  return loaded->settled != NULL && settle_running (store, loaded, cancellable, error);
}

static PsLoadedYear *
load_now (const char *path, int year, GCancellable *cancellable, GError **error)
{
  g_autoptr (PsLoadedYear) loaded = g_new0 (PsLoadedYear, 1);
  g_autoptr (PsStore) store = ps_store_open (path, PS_STORE_READ, error);

  if (store == NULL)
    return NULL;
  loaded->path = g_strdup (path);
  if (!load_from (store, loaded, year, cancellable, error))
    return NULL;
  loaded->watch = g_steal_pointer (&store);
  return g_steal_pointer (&loaded);
}

static gpointer
load_early (gpointer data)
{
  g_autofree char *path = data;
  g_autoptr (GError) error = NULL;
  PsLoadedYear *loaded = load_now (path, early.year, NULL, &error);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&early.mutex);

  early.loaded = loaded;
  early.error = g_steal_pointer (&error);
  early.done = TRUE;
  g_cond_broadcast (&early.finished);
  return NULL;
}

void
ps_year_loader_start (const char *path, int year)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&early.mutex);

  g_return_if_fail (path != NULL && early.path == NULL);

  early.path = g_strdup (path);
  early.year = year;
  g_thread_unref (g_thread_new ("peilstok-early", load_early, g_strdup (path)));
}

/* Hands the early reading out, once: later it would be old. FALSE: it is of something else, or not done by `deadline` (0: however
 * long it takes). */
static gboolean
take_early (const char *path, int year, gint64 deadline, PsLoadedYear **loaded, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&early.mutex);

  if (g_strcmp0 (early.path, path) != 0 || early.year != year)
    return FALSE;
  while (!early.done)
    if (deadline == 0)
      g_cond_wait (&early.finished, &early.mutex);
    else if (!g_cond_wait_until (&early.finished, &early.mutex, deadline))
      return FALSE;
  g_clear_pointer (&early.path, g_free);
  *loaded = g_steal_pointer (&early.loaded);
  if (early.error != NULL)
    g_propagate_error (error, g_steal_pointer (&early.error));
  return TRUE;
}

PsLoadedYear *
ps_year_loader_take_early (const char *path, int year)
{
  PsLoadedYear *loaded = NULL;

  /* What could not be read is read again by the caller, who then hears why. */
  take_early (path, year, g_get_monotonic_time () + LONGEST_WAIT_FOR_EARLY, &loaded, NULL);
  return loaded;
}

/**
 * ps_year_loader_load:
 * @path: a region file
 * @year: the year to settle; PS_LATEST_YEAR, or one that the region does not have: the last with declarations
 *
 * Blocks: for worker threads only.
 *
 * Returns: (transfer full) (nullable): the region with its year settled; NULL with an error of PS_STORE_ERROR,
 *   PS_CORE_ERROR or G_IO_ERROR_CANCELLED
 */
PsLoadedYear *
ps_year_loader_load (const char *path, int year, GCancellable *cancellable, GError **error)
{
  PsLoadedYear *loaded = NULL;

  if (take_early (path, year, 0, &loaded, error))
    return loaded;
  return load_now (path, year, cancellable, error);
}

void
ps_loaded_year_free (PsLoadedYear *loaded)
{
  if (loaded == NULL)
    return;
  g_clear_pointer (&loaded->watch, ps_store_close);
  g_clear_pointer (&loaded->settled, ps_settled_year_free);
  g_clear_pointer (&loaded->running, ps_settled_year_free);
  g_clear_pointer (&loaded->years, g_array_unref);
  g_clear_pointer (&loaded->known_years, g_array_unref);
  ps_undoable_clear (&loaded->undoable);
  g_free (loaded->last_actor);
  g_free (loaded->trail_state);
  g_free (loaded->path);
  g_free (loaded);
}
