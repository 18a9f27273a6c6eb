/* csv-values.h: what the converter makes of the rows of a kind, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include "exchange/ps-csv-convert.h"

G_BEGIN_DECLS

typedef struct
{
  PsAnyRow *rows;
  guint     n_rows;
  char     *problems;              /* "line column “value” reason", a line each */
  PsCsvBatch *batch;               /* keeps the texts of `rows` */
} CsvValues;

CsvValues *csv_values_read  (const char *bytes, PsDecimal decimal);
void       csv_values_free  (CsvValues *values);
void       check_problems   (const char *bytes, const char *expected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsvValues, csv_values_free)

G_END_DECLS
