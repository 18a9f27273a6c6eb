/* ps-csv-convert.h: rows of texts into rows of values
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "ps-csv-batch.h"
#include "ps-csv-kinds.h"
#include "ps-csv-problem.h"

G_BEGIN_DECLS

typedef struct { char text[24]; gint64 value; } PsCsvMemo;   /* the last value of a column: most columns repeat themselves */

typedef struct
{
  PsCsvKind            kind;
  const PsCsvKindInfo *info;
  PsDecimal            decimal;
  guint                file;
  int                  places[PS_CSV_MOST_COLUMNS];   /* where each column of the kind stands in the file; -1: it does not */
  PsCsvMemo            memos[PS_CSV_MOST_COLUMNS];
} PsCsvConverter;

/* One value that is being read, and where to complain about it. */
typedef struct
{
  PsCsvConverter    *converter;
  const PsCsvColumn *column;
  PsCsvMemo         *memo;
  const char        *text;         /* not empty */
  gboolean           plain;        /* printable ASCII */
  guint              row;
  PsCsvProblems     *problems;
} PsCsvCell;

void     ps_csv_converter_init (PsCsvConverter *converter, PsCsvKind kind, PsDecimal decimal, guint file, const int *places);
void     ps_csv_convert_batch  (PsCsvConverter *converter, PsCsvBatch *batch, PsAnyRow *rows, PsCsvProblems *problems);

const char *ps_csv_fault_reason (PsCsvFault fault);
const char *ps_csv_value_in_file (PsCsvKind kind, const int *places, const PsCsvBatch *batch, guint row, const char *column);

/* One file a group of values */
gboolean ps_csv_cell_refuse      (const PsCsvCell *cell, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean ps_csv_read_text        (PsCsvCell *cell, const char **text);
gboolean ps_csv_read_client      (PsCsvCell *cell, const char **text);
gboolean ps_csv_read_digits      (PsCsvCell *cell, const char **text);
gboolean ps_csv_read_number      (PsCsvCell *cell, gint64 *value);
gboolean ps_csv_read_date        (PsCsvCell *cell, PsDate *date);
gboolean ps_csv_read_month       (PsCsvCell *cell, PsDate *first_day);
gboolean ps_csv_read_word        (PsCsvCell *cell, int *value);
gboolean ps_csv_read_lump_sum    (PsCsvCell *cell, gboolean *lump_sum);

/* What a row must keep to as a whole, once each of its values is right */
void     ps_csv_check_row        (PsCsvKind kind, PsAnyRow *row, guint place, PsCsvProblems *problems);

gboolean ps_csv_is_bsn           (const char *text);
gboolean ps_csv_is_nine_digits   (const char *text);

G_END_DECLS
