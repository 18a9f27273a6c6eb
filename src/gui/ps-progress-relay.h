/* ps-progress-relay.h: how far a worker is, told on the main thread
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "core/ps-progress.h"

G_BEGIN_DECLS

/* A worker may report thousands of times a second; the main thread hears the last report, at most once a turn of its loop. */
typedef struct _PsProgressRelay PsProgressRelay;

PsProgressRelay *ps_progress_relay_new    (PsProgressFunc show, gpointer user_data);
PsProgressRelay *ps_progress_relay_ref    (PsProgressRelay *relay);
void             ps_progress_relay_unref  (PsProgressRelay *relay);
void             ps_progress_relay_stop   (PsProgressRelay *relay);    /* on the main thread: `show` is not called any more */
void             ps_progress_relay_report (double fraction, const char *what, gpointer relay);   /* a PsProgressFunc, on any thread */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsProgressRelay, ps_progress_relay_unref)

G_END_DECLS
