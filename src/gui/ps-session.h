/* ps-session.h: the open region file, the year that is looked at, and its figures
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * One session a window. All reading and settling happens on worker threads with their own connections; what comes back is a plain
 * struct, and the signals are emitted on the main thread.
 */
#pragma once

#include <gio/gio.h>

#include "store/ps-change.h"
#include "store/ps-settle-year.h"

G_BEGIN_DECLS

#define PS_TYPE_SESSION (ps_session_get_type ())
G_DECLARE_FINAL_TYPE (PsSession, ps_session, PS, SESSION, GObject)

/* Properties: "path" (string), "year" (int), "busy" (boolean).
 * Signals: "opened" (another region file, or none), "settled" (the figures of another year, or of a changed file),
 * "failed" (GError *) when loading in the background failed. */
PsSession     *ps_session_new             (void);
void           ps_session_open_async      (PsSession *self, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean       ps_session_open_finish     (PsSession *self, GAsyncResult *result, GError **error);
gboolean       ps_session_open_early      (PsSession *self, const char *path);   /* if its reading began before the window, and is done */
void           ps_session_close           (PsSession *self);
const char    *ps_session_get_path        (PsSession *self);
gboolean       ps_session_is_read_only    (PsSession *self);
gboolean       ps_session_is_newer        (PsSession *self);          /* read-only because a newer program made the file */
gboolean       ps_session_is_busy         (PsSession *self);

int            ps_session_get_year        (PsSession *self);
void           ps_session_prefer_year     (PsSession *self, int year);   /* for the next opening, where the region has it; 0: the latest */
void           ps_session_set_year        (PsSession *self, int year);
const GArray  *ps_session_get_years       (PsSession *self);          /* int, ascending */

/* The year's figures: NULL until they are there. Borrowed until the next "settled"; ps_session_ref_settled() keeps them for work
 * on another thread (immutable once made). */
PsSettledYear *ps_session_get_settled     (PsSession *self);

/* A share in the figures that any thread may hold and let go of. NULL where there are none. */
typedef struct _PsSettledRef PsSettledRef;
PsSettledRef  *ps_session_ref_settled     (PsSession *self);
PsSettledYear *ps_settled_ref_get         (PsSettledRef *ref);        /* borrowed from `ref` */
const GArray  *ps_settled_ref_get_years   (PsSettledRef *ref);        /* int, ascending: ps_store_list_years(), as read with them */
void           ps_settled_ref_free        (PsSettledRef *ref);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsSettledRef, ps_settled_ref_free)

/* The settlement of a provider (its place in the region) in the year's figures, or NULL. */
const PsSettlement *ps_session_get_settlement (PsSession *self, guint provider);

/* What the bandwidth is held against: of a complete year the settlement; of one that runs what was realised through its last
 * complete day, trajects as they run (domain.md §7). */
const PsSettlement *ps_session_get_realised   (PsSession *self, guint provider);

const char    *ps_session_get_region_name (PsSession *self);          /* never NULL; the file's name where the region has none */
PsDate         ps_session_get_complete_through (PsSession *self);     /* of the year; PS_DATE_OPEN: nothing declared in it */
gboolean       ps_session_is_year_complete (PsSession *self);         /* its December was declared */
gint64         ps_session_get_last_import (PsSession *self, const char **actor);   /* seconds since 1970; 0: never */

/* Reads the file again: after an import, or when another program changed it. */
void           ps_session_reload          (PsSession *self);

/* Looks on a worker whether another program changed the file, and reads it again if so. Done by itself every few seconds. */
void           ps_session_check           (PsSession *self);

/* Runs `work` on a worker thread with a read connection of its own; hands its result to `callback` by GTask. The session's
 * cancellable ends it when the window or the region closes. */
typedef gpointer (*PsSessionWork) (PsStore *store, gpointer data, GCancellable *cancellable, GError **error);
void           ps_session_run_async       (PsSession *self, PsSessionWork work, gpointer data, GDestroyNotify free_data,
                                           GDestroyNotify free_result, GAsyncReadyCallback callback, gpointer user_data);
gpointer       ps_session_run_finish      (PsSession *self, GAsyncResult *result, GError **error);

/* Writing (ps-session-write.c): one after the other in the order in which they were asked, each on a worker with a connection to write.
 * When one is done the file is read again; its callback comes after "settled" told the pages. `record`: of the trail; 0: nothing changed.
 * The actor is the login name. */
typedef gboolean (*PsSessionWrite) (PsStore *store, const char *actor, gpointer data, GCancellable *cancellable, gint64 *record,
                                    GError **error);
void           ps_session_write_async     (PsSession *self, PsSessionWrite write, gpointer data, GDestroyNotify free_data,
                                           GAsyncReadyCallback callback, gpointer user_data);
void           ps_session_write_cancellable_async (PsSession *self, PsSessionWrite write, gpointer data, GDestroyNotify free_data,
                                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* One of many that follow each other, as cells that are typed: its callback comes when it is in the file; the figures are read again when
 * no more come for a moment. */
void           ps_session_write_small_async (PsSession *self, PsSessionWrite write, gpointer data, GDestroyNotify free_data,
                                           GAsyncReadyCallback callback, gpointer user_data);
void           ps_session_apply_async     (PsSession *self, PsChange *change, GAsyncReadyCallback callback, gpointer user_data);   /* takes it */
gboolean       ps_session_write_finish    (PsSession *self, GAsyncResult *result, gint64 *record, GError **error);
gboolean       ps_session_is_writing      (PsSession *self);          /* property "writing" */

/* What Ctrl+Z and Ctrl+Shift+Z would take: known since the file was read. Property "undoable" notifies. */
const char    *ps_session_get_undo        (PsSession *self);          /* NULL: nothing */
const char    *ps_session_get_redo        (PsSession *self);
gint64         ps_session_get_undo_imported (PsSession *self);        /* rows of the import that it is; 0: something else */
void           ps_session_undo_async      (PsSession *self, gboolean redo, GAsyncReadyCallback callback, gpointer user_data);
void           ps_session_undo_with_progress_async (PsSession *self, gboolean redo, PsProgressFunc progress, gpointer progress_data,
                                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean       ps_session_undo_finish     (PsSession *self, GAsyncResult *result, char **what, gint64 *record, GError **error);
void           ps_session_undo_record_async (PsSession *self, gint64 record, PsProgressFunc progress, gpointer progress_data,
                                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
