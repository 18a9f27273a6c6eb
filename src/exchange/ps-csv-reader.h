/* ps-csv-reader.h: rows out of the bytes of a CSV file
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-csv-batch.h"
#include "ps-csv-encoding.h"
#include "ps-csv-source.h"

G_BEGIN_DECLS

typedef enum
{
  PS_CSV_MORE,                     /* the batch is full */
  PS_CSV_END,                      /* the last rows are in the batch */
  PS_CSV_OTHER_ENCODING,           /* not UTF-8 after all: read it again from the start as Windows-1252 */
  PS_CSV_FAILED,
} PsCsvFill;

typedef struct _PsCsvReader PsCsvReader;

PsCsvReader *ps_csv_reader_new         (PsCsvSource *source, PsCsvEncoding encoding);
PsCsvFill    ps_csv_reader_read_header (PsCsvReader *reader, GError **error);
PsCsvFill    ps_csv_reader_fill        (PsCsvReader *reader, PsCsvBatch *batch, GError **error);

const char  *const *ps_csv_reader_header    (PsCsvReader *reader);
guint        ps_csv_reader_n_columns   (PsCsvReader *reader);
const PsCsvRow *ps_csv_reader_header_row (PsCsvReader *reader);
char         ps_csv_reader_separator   (PsCsvReader *reader);
guint64      ps_csv_reader_position    (PsCsvReader *reader);
PsCsvSource *ps_csv_reader_source      (PsCsvReader *reader);
void         ps_csv_reader_free        (PsCsvReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsCsvReader, ps_csv_reader_free)

G_END_DECLS
