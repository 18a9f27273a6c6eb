/* ps-history-read.h: the trail read on a worker
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "store/ps-history.h"

G_BEGIN_DECLS

/* Records and, with the first ones, the people that there are. */
typedef struct
{
  GPtrArray *records;      /* PsHistoryRecord, newest first */
  GPtrArray *actors;       /* char *, by name */
  gboolean   more;         /* there are older ones */
} PsHistoryRead;

void           ps_history_read_free   (PsHistoryRead *read);

/* `query` is copied; its limit is how many are wanted. */
void           ps_history_read_async  (PsSession *session, const PsHistoryQuery *query, GAsyncReadyCallback callback, gpointer user_data);
PsHistoryRead *ps_history_read_finish (PsSession *session, GAsyncResult *result, GError **error);

/* GPtrArray of PsHistoryRow; one more than `limit` where there are more. */
void           ps_history_rows_async  (PsSession *session, gint64 record, guint limit, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray     *ps_history_rows_finish (PsSession *session, GAsyncResult *result, GError **error);

/* As people read it, in their own time: 22-11-2026 and 14:05. */
PsDate         ps_history_day         (gint64 made_at);
char          *ps_history_time        (gint64 made_at);
gint64         ps_history_day_start   (PsDate day);           /* microseconds; PS_DATE_OPEN: 0 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsHistoryRead, ps_history_read_free)

G_END_DECLS
