/* ps-blocks.h: the compact copies, made from the rows
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-bits.h"
#include "ps-sql.h"

G_BEGIN_DECLS

/* Remakes the care blocks of those providers, within a write transaction. */
gboolean ps_blocks_remake_care  (PsStore *store, const PsBits *providers, PsProgressFunc progress, gpointer progress_data,
                                 GError **error);
/* … of all providers. */
gboolean ps_blocks_remake_all_care (PsStore *store, GError **error);
/* Remakes all line blocks. */
gboolean ps_blocks_remake_lines (PsStore *store, GError **error);
/* Remakes those of some providers. `others`: the ids (gint64) of lines that are theirs now and were in no block of theirs; NULL: that is
 * not known, and all lines of the region are read. */
gboolean ps_blocks_remake_lines_of (PsStore *store, const PsBits *providers, const GArray *others, GError **error);

/* Called for every block, or group of blocks, that is not what the rows say. */
typedef void (*PsBlockFindingFunc) (const char *where, const char *what, gpointer user_data);
gboolean ps_blocks_check_care   (PsStore *store, PsBlockFindingFunc found, gpointer user_data, GError **error);
gboolean ps_blocks_check_lines  (PsStore *store, PsBlockFindingFunc found, gpointer user_data, GError **error);

G_END_DECLS
