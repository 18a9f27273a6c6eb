/* ps-line-buffers.h: blocks of lines in the making
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * One buffer for each provider, year and instalment or not. When all of them together take too much memory they go to the file, as
 * one block more for each.
 */
#pragma once

#include "ps-line-block.h"
#include "ps-sql.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 provider_id;
  int year;
  gboolean instalment;
  int sequence;
  guint n_lines;
  PsDate last_day;
  GByteArray *data;
} PsLineBlock;

void ps_line_block_free (PsLineBlock *block);
PsStatement *ps_line_block_prepare_insert (PsStore *store, GError **error);
gboolean ps_line_block_insert (PsStore *store, PsStatement *insert, const PsLineBlock *block, GError **error);

/* Takes the block over. */
typedef gboolean (*PsLineBlockFunc) (PsLineBlock *block, gpointer user_data, GError **error);

typedef struct _PsLineBuffers PsLineBuffers;

PsLineBuffers *ps_line_buffers_new (PsStore *store, PsLineBlockFunc func, gpointer user_data, GError **error);
void ps_line_buffers_free (PsLineBuffers *buffers);
gboolean
ps_line_buffers_add (PsLineBuffers *buffers, gint64 provider_id, gboolean instalment, const PsStoredLine *line, GError **error);
gboolean ps_line_buffers_flush (PsLineBuffers *buffers, GError **error);

G_END_DECLS
