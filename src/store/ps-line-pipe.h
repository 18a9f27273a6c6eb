/* ps-line-pipe.h: lines on their way to the file, on a thread of their own
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * In a bulk run nothing has to be asked of the database while lines come in, so reading and resolving them and inserting
 * them go on at the same time. While the pipe is not drained the connection belongs to its thread.
 */
#pragma once

#include "ps-line-buffers.h"
#include "ps-writer.h"

G_BEGIN_DECLS

typedef struct
{
  PsStoredLine line; /* its id is 0 when it is staged */
  gint64 provider_id;
  PsOrigin origin;
  const char *reference;
  const char *declaration_number; /* may be NULL */
  guint64 key_hash;               /* of provider and reference, for the maker */
  gboolean instalment;
} PsPipeLine;

/* Binds ?2 … of a statement on declaration_line. */
void ps_pipe_line_bind (PsStatement *statement, const PsPipeLine *line);

typedef struct
{
  PsStatement *line;   /* borrowed, as the next two */
  PsStatement *staged; /* the same with file and line of its origin after them */
  PsStatement *block;
} PsPipeStatements;

/* Called on the maker's thread with the lines of a full batch, their texts not readable any more, before it goes to the file: gives
 * them their ids. */
typedef gboolean (*PsBatchFunc) (PsPipeLine *lines, guint n, gpointer user_data, GError **error);

typedef struct _PsLinePipe PsLinePipe;

PsLinePipe *ps_line_pipe_new (PsStore *store, const PsPipeStatements *statements, PsBatchFunc func, gpointer user_data);
void ps_line_pipe_free (PsLinePipe *pipe);
gboolean ps_line_pipe_put (PsLinePipe *pipe, const PsPipeLine *line, GError **error);
void ps_line_pipe_put_block (PsLinePipe *pipe, PsLineBlock *block);

/* Waits until all has been inserted; the connection is the caller's again until the next line. */
gboolean ps_line_pipe_drain (PsLinePipe *pipe, GError **error);

G_END_DECLS
