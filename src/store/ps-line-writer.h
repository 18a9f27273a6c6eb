/* ps-line-writer.h: what a writer keeps while lines come in
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-bloom.h"
#include "ps-line-stage.h"

G_BEGIN_DECLS

typedef struct
{
  PsLineBuffers *buffers;
  PsStatement *find; /* by key, where there is an index */
  PsStatement *block;
  PsStatement *staged;
  PsLinePipe *pipe; /* bulk; NULL: line by line */
  PsBloom *seen;    /* bulk: keys that may be in the region */
  guint64 seed;
  guint64 n_bulk; /* lines that a bulk would have, while it is not decided on; 0: it is not going to be one */
  int n_to_probe;
  int n_known;     /* of the probe */
  guint64 n_added; /* bulk: since the file began */
  guint64 n_staged;
} PsLineWriter;

void ps_line_writer_free (PsLineWriter *lines);

G_END_DECLS
