/* ps-verify-rows.h: are rows what the trail says that they became?
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-store.h"

G_BEGIN_DECLS

/* `what`: in words, as the other findings of ps_verify(). */
typedef void (*PsRowFindingFunc) (const char *where, const char *what, gpointer user_data);

/* Holds every row that the trail has a change of against the last one, but for messages, of which the copies are checked. FALSE: it could
 * not be read. */
gboolean ps_verify_rows (PsStore *store, PsRowFindingFunc found, gpointer user_data, GError **error);

G_END_DECLS
