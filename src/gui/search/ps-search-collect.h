/* ps-search-collect.h: what of a region can be found
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "gui/ps-session.h"
#include "ps-search-index.h"

G_BEGIN_DECLS

/* Reads on a worker what is not in the figures; `callback` as of ps_session_run_async(). */
void           ps_search_collect_async  (PsSession *session, GAsyncReadyCallback callback, gpointer user_data);
PsSearchIndex *ps_search_collect_finish (PsSession *session, GAsyncResult *result, GError **error);

const char    *ps_search_kind_title     (PsFoundKind kind);   /* translated, of many: "Providers" */

G_END_DECLS
