/* ps-watch.h: has somebody else changed the region file?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-year-loader.h"

G_BEGIN_DECLS

typedef enum { PS_WATCH_SAME, PS_WATCH_CHANGED, PS_WATCH_GONE } PsWatchResult;

/* A connection that stays open, because only the same connection sees that another one wrote. Shared between the session and the
 * one worker that looks; letting go of the last share closes it, which touches the disk. */
typedef struct _PsWatch PsWatch;

PsWatch      *ps_watch_new   (PsLoadedYear *loaded);      /* takes the connection out of `loaded` */
PsWatch      *ps_watch_ref   (PsWatch *watch);
void          ps_watch_unref (PsWatch *watch);
PsWatchResult ps_watch_look  (PsWatch *watch);        /* on a worker, one at a time */

G_END_DECLS
