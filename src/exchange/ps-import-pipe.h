/* ps-import-pipe.h: a file read and converted on a thread of its own, a bounded number of batches ahead
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-csv-convert.h"
#include "ps-csv-reader.h"

G_BEGIN_DECLS

typedef struct
{
  PsCsvBatch   *csv;
  PsAnyRow     *rows;              /* csv->n_rows of them */
  PsCsvProblems problems;
  PsCsvFill     outcome;           /* other than PS_CSV_MORE: the last one */
  GError       *error;
  guint64       position;          /* bytes of the file dealt with */
} PsImportBatch;

typedef struct _PsImportPipe PsImportPipe;

PsImportPipe  *ps_import_pipe_start     (PsCsvReader *reader, const PsCsvConverter *converter);
PsImportBatch *ps_import_pipe_take      (PsImportPipe *pipe);
void           ps_import_pipe_give_back (PsImportPipe *pipe, PsImportBatch *batch);
char          *ps_import_pipe_digest    (PsImportPipe *pipe);
void           ps_import_pipe_free      (PsImportPipe *pipe);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsImportPipe, ps_import_pipe_free)

G_END_DECLS
