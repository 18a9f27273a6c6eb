/* ps-indexing-rounds.h: the rounds of indexing so far: their rates, sources, and taking one back
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <adwaita.h>

#include "gui/ps-session.h"

G_BEGIN_DECLS

#define PS_TYPE_INDEXING_ROUNDS (ps_indexing_rounds_get_type ())
G_DECLARE_FINAL_TYPE (PsIndexingRounds, ps_indexing_rounds, PS, INDEXING_ROUNDS, AdwBin)

/* A table that follows the session's "settled". */
GtkWidget *ps_indexing_rounds_new (PsSession *session);

G_END_DECLS
