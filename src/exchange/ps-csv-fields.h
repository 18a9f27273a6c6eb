/* ps-csv-fields.h: the fields of the row that is being read
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <csv.h>

#include "ps-csv-batch.h"
#include "ps-csv-encoding.h"

G_BEGIN_DECLS

typedef struct
{
  struct csv_parser parser;
  PsCsvEncoding     encoding;

  /* Of the row: */
  PsCsvBatch       *batch;
  guint32          *fields;
  gsize             text_start;
  guint             n_fields;
  gboolean          any;           /* a field that is not empty */
  gboolean          too_many;      /* such a field beyond the last column */
  gboolean          complete;      /* no quote is open */
  PsBytes           bytes;         /* what its lines have in them; the caller's to add to before a line is split */
} PsCsvFields;

void       ps_csv_fields_init   (PsCsvFields *row, PsCsvEncoding encoding);
void       ps_csv_fields_clear  (PsCsvFields *row);
void       ps_csv_fields_start  (PsCsvFields *row, PsCsvBatch *batch);
PsCsvFault ps_csv_fields_split  (PsCsvFields *row, const char *bytes, gsize length, gsize ending, gboolean first);
void       ps_csv_fields_forget (PsCsvFields *row);
void       ps_csv_fields_end    (PsCsvFields *row, guint64 line);
void       ps_csv_fields_fault  (PsCsvFields *row, const char *bytes, gsize length, guint64 line, PsCsvFault fault);
gboolean   ps_csv_is_blank      (const char *bytes, gsize length);

G_END_DECLS
