/* ps-session-private.h: between the parts of the session
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-session.h"
#include "ps-watch.h"
#include "ps-year-loader.h"

G_BEGIN_DECLS

/* The figures, shared with whoever works with them on another thread. */
struct _PsSettledRef
{
  gatomicrefcount references;
  PsLoadedYear *loaded;
};

struct _PsSession
{
  GObject parent_instance;

  PsSettledRef *figures; /* NULL: no region is open */
  PsWatch *watch;
  GCancellable *cancellable; /* ends all work on the region that is open */
  GCancellable *loading;     /* ends the loading that is under way: a later one replaces it */
  int preferred_year;        /* for the next opening */
  int wanted_year;           /* of the loading under way, else the year shown */
  guint n_loading;
  guint check_timer;
  gboolean checking;
  gboolean reported_gone;

  /* Writing: tasks of ps-session-write.c */
  GQueue writes;      /* asked, not begun */
  GTask *write;       /* under way */
  GQueue written;     /* in the file, not read again yet */
  gboolean writing;   /* as it was told */
  guint64 n_readings; /* begun so far: what is written now is seen by the next one */
  guint pause_timer;  /* small changes were written: the figures are read again when it is up */
  PsUndoable recent;  /* what can be taken back after them */
  gboolean has_recent;
};

PsSettledRef *_ps_settled_ref_new         (PsLoadedYear *loaded);
GCancellable *_ps_session_get_cancellable (PsSession *self);

/* ps-session-write.c */
void          _ps_session_release_writes  (PsSession *self, guint64 reading);

/* ps-session.c */
void          _ps_session_notify_writing  (PsSession *self);

G_END_DECLS
