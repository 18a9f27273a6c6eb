/* ps-letters-evidence.h: what the trail says of one letter
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-history.h"

G_BEGIN_DECLS

/* On a worker. GPtrArray of PsHistoryRecord, oldest first: every record that touched the letter, or its events, under whatever name it
 * had then ("letter:draft:12", "letter:BB-2026-0007", one of many that were drafted or sent together). Counts and undoing are left empty. */
GPtrArray *ps_letters_records (PsStore *store, gint64 id, GError **error);

G_END_DECLS
