/* ps-csv-batch.h: some rows of a CSV file, in memory that is used again and again
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PS_CSV_BATCH_ROWS 2048             /* of an import's batches */
#define PS_CSV_MAX_ROW_BYTES (64 * 1024)   /* a longer row is a quote that was never closed, or no CSV at all */
#define PS_CSV_MAX_COLUMNS 256

/* Why a row could not be split into its fields. Its only field then is its (first) line as it stands. */
typedef enum
{
  PS_CSV_FAULT_NONE = 0,
  PS_CSV_FAULT_QUOTE,              /* a quote inside a field, or text after a closing quote */
  PS_CSV_FAULT_UNCLOSED,           /* a quote that opens here is not closed as it should */
  PS_CSV_FAULT_TOO_LONG,
  PS_CSV_FAULT_NUL,
  PS_CSV_FAULT_CHARACTER,          /* bytes that are no text in the file's encoding */
  PS_CSV_FAULT_TOO_MANY_FIELDS,
  PS_CSV_FAULT_TOO_MANY_COLUMNS,   /* of a header */
  PS_CSV_FAULT_CUT_OFF,            /* the file ends in the middle of the row */
} PsCsvFault;

typedef struct
{
  guint64 line;                    /* physical line on which the row starts, from 1 */
  guint16 n_fields;                /* as they stood in the file, at most PS_CSV_MAX_COLUMNS */
  guint8  fault;                   /* PsCsvFault */
  guint8  plain;                   /* nothing but printable ASCII in it */
} PsCsvRow;

typedef struct
{
  guint    n_columns;
  guint    max_rows;
  guint    n_rows;
  PsCsvRow *rows;
  guint32 *fields;                 /* n_columns places in `text` for each row; a field that is missing is "" */
  char    *text;                   /* NUL-terminated UTF-8, field after field */
  gsize    text_used;
  gsize    text_size;
} PsCsvBatch;

PsCsvBatch *ps_csv_batch_new      (guint n_columns, guint max_rows);
void        ps_csv_batch_free     (PsCsvBatch *batch);
void        ps_csv_batch_clear    (PsCsvBatch *batch);
gboolean    ps_csv_batch_has_room (const PsCsvBatch *batch);
guint       ps_csv_batch_n_alive  (void);

static inline const char *
ps_csv_batch_field (const PsCsvBatch *batch, guint row, guint column)
{
  return batch->text + batch->fields[(gsize) row * batch->n_columns + column];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsCsvBatch, ps_csv_batch_free)

G_END_DECLS
