/* csv-values.c: what the converter makes of the rows of a kind, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "csv-values.h"

#include <string.h>

#include "exchange/ps-csv-header.h"
#include "exchange/ps-csv-reader.h"

static char *
show_problems (const PsCsvBatch *batch, const PsCsvProblems *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->array->len; i++)
    {
      const PsCsvProblem *problem = &g_array_index (problems->array, PsCsvProblem, i);

      g_string_append_printf (text, "%" G_GUINT64_FORMAT " %s “%s” %s\n", batch->rows[problem->row].line,
                              problem->column != NULL ? problem->column : "", problem->value != NULL ? problem->value : "",
                              problem->reason);
    }
  return g_string_free (text, FALSE);
}

CsvValues *
csv_values_read (const char *bytes, PsDecimal decimal)
{
  CsvValues *values = g_new0 (CsvValues, 1);
  g_autoptr (PsCsvReader) reader = ps_csv_reader_new (ps_csv_source_open_bytes (bytes, strlen (bytes)), PS_CSV_UTF8);
  PsCsvHeader header;
  PsCsvProblems problems;
  PsCsvConverter converter;

  ps_csv_problems_init (&problems);
  g_assert_cmpint (ps_csv_reader_read_header (reader, NULL), ==, PS_CSV_MORE);
  g_assert_true (ps_csv_header_read (&header, ps_csv_reader_header (reader), -1, &problems));
  ps_csv_converter_init (&converter, (PsCsvKind) header.kind, decimal, 7, header.places);
  values->batch = ps_csv_batch_new (ps_csv_reader_n_columns (reader), 100);
  g_assert_cmpint (ps_csv_reader_fill (reader, values->batch, NULL), ==, PS_CSV_END);
  values->n_rows = values->batch->n_rows;
  values->rows = g_new (PsAnyRow, values->n_rows);
  ps_csv_convert_batch (&converter, values->batch, values->rows, &problems);
  values->problems = show_problems (values->batch, &problems);
  ps_csv_problems_clear (&problems);
  ps_csv_header_clear (&header);
  return values;
}

void
csv_values_free (CsvValues *values)
{
  if (values == NULL)
    return;
  g_free (values->rows);
  g_free (values->problems);
  ps_csv_batch_free (values->batch);
  g_free (values);
}

void
check_problems (const char *bytes, const char *expected)
{
  g_autoptr (CsvValues) values = csv_values_read (bytes, PS_DECIMAL_COMMA);

  g_assert_cmpstr (values->problems, ==, expected);
}
