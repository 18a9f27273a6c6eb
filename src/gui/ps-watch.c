/* ps-watch.c: has somebody else changed the region file?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-watch"

#include "ps-watch.h"

#include <glib/gstdio.h>

struct _PsWatch
{
  gatomicrefcount references;
  PsStore *store;
  char *path;
  gint64 data_version;
  char *trail_state;
  guint64 inode; /* 0: not known; another one: the file was replaced by another */
};

static guint64
file_inode (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (guint64) info.st_ino : 0;
}

PsWatch *
ps_watch_new (PsLoadedYear *loaded)
{
  PsWatch *watch = g_new0 (PsWatch, 1);

  g_assert (loaded->watch != NULL);

  g_atomic_ref_count_init (&watch->references);
  watch->store = g_steal_pointer (&loaded->watch);
  watch->path = g_strdup (loaded->path);
  watch->data_version = loaded->data_version;
  watch->trail_state = g_strdup (loaded->trail_state);
  return watch;
}

PsWatch *
ps_watch_ref (PsWatch *watch)
{
  g_atomic_ref_count_inc (&watch->references);
  return watch;
}

void
ps_watch_unref (PsWatch *watch)
{
  if (!g_atomic_ref_count_dec (&watch->references))
    return;
  ps_store_close (watch->store);
  g_free (watch->trail_state);
  g_free (watch->path);
  g_free (watch);
}

/* Figures that are kept beside the rows (store/ps-year-figures.h) are written by whoever looks at them: only what is under the trail is a change
 * of the region. */
static PsWatchResult
look_at_trail (PsWatch *watch)
{
  char *trail_state = ps_store_trail_state (watch->store);
  gboolean same = trail_state != NULL && g_strcmp0 (trail_state, watch->trail_state) == 0;

  g_free (watch->trail_state);
  watch->trail_state = trail_state;
  return same ? PS_WATCH_SAME : PS_WATCH_CHANGED;
}

PsWatchResult
ps_watch_look (PsWatch *watch)
{
  guint64 inode = file_inode (watch->path);
  gint64 data_version;

  if (inode == 0)
    return PS_WATCH_GONE;
  if (watch->inode == 0)
    watch->inode = inode;
  if (inode != watch->inode)
    return PS_WATCH_CHANGED;
  data_version = ps_store_data_version (watch->store);
  if (data_version == watch->data_version)
    return PS_WATCH_SAME;
  watch->data_version = data_version;
  return look_at_trail (watch);
}
