/* ps-line-stage.h: lines whose key may be in the region already, set apart until that can be seen
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * In a bulk run the index on the key of lines is not there; a Bloom filter says which lines may be doubles. Those wait in a
 * temporary table, and are compared with the region's at the end of the file.
 */
#pragma once

#include "ps-line-pipe.h"

G_BEGIN_DECLS

typedef enum
{
  PS_STAGED_NEW,
  PS_STAGED_SAME,      /* as a line that is there */
  PS_STAGED_DIFFERENT, /* the key of a line that is there, with other values */
} PsStagedVerdict;

/* The line's texts are valid during the call. */
typedef gboolean (*PsStagedFunc) (const PsPipeLine *line, PsStagedVerdict verdict, gpointer user_data, GError **error);

gboolean ps_line_stage_create (PsStore *store, GError **error);
PsStatement *ps_line_stage_prepare_insert (PsStore *store, GError **error);

/* Compares with the region's lines. Without an index on their key they are all read once, which is quick for few staged lines. */
gboolean ps_line_stage_compare (PsStore *store, gboolean has_index, GError **error);

/* Tells of each what became of it, and empties the stage. */
gboolean ps_line_stage_decide (PsStore *store, PsStagedFunc func, gpointer user_data, GError **error);

G_END_DECLS
