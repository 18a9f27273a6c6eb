/* fuzz-csv-reader.c: any bytes at all through the reader, the recognition and the conversion
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * For libFuzzer: clang -fsanitize=fuzzer,address,undefined with this file and the libraries. replay-corpus.c runs it as a test.
 */
#include "fuzz-csv-reader.h"

#include "exchange/ps-csv-convert.h"
#include "exchange/ps-csv-header.h"
#include "exchange/ps-csv-reader.h"

static void
check_row (const PsCsvBatch *batch, guint place, guint64 *line)
{
  const PsCsvRow *row = &batch->rows[place];

  g_assert_cmpuint (row->line, >, *line);
  *line = row->line;
  g_assert_cmpuint (row->n_fields, <=, batch->n_columns);
  for (guint i = 0; i < batch->n_columns; i++)
    g_assert_true (g_utf8_validate (ps_csv_batch_field (batch, place, i), -1, NULL));
}

static void
convert (const PsCsvHeader *header, PsCsvBatch *batch, PsCsvProblems *problems)
{
  g_autofree PsAnyRow *rows = g_new (PsAnyRow, MAX (batch->n_rows, 1));
  PsCsvConverter converter;

  ps_csv_converter_init (&converter, (PsCsvKind) header->kind, PS_DECIMAL_COMMA, 0, header->places);
  ps_csv_convert_batch (&converter, batch, rows, problems);
}

static PsCsvFill
read_rows (PsCsvReader *reader, const PsCsvHeader *header, PsCsvProblems *problems)
{
  g_autoptr (PsCsvBatch) batch = ps_csv_batch_new (ps_csv_reader_n_columns (reader), 50);
  guint64 line = ps_csv_reader_header_row (reader)->line;
  PsCsvFill outcome;

  do
    {
      outcome = ps_csv_reader_fill (reader, batch, NULL);
      for (guint i = 0; i < batch->n_rows; i++)
        check_row (batch, i, &line);
      if (header->kind >= 0 && outcome != PS_CSV_OTHER_ENCODING)
        convert (header, batch, problems);
    }
  while (outcome == PS_CSV_MORE);
  return outcome;
}

static PsCsvFill
read_as (const guint8 *bytes, gsize length, PsCsvEncoding encoding)
{
  g_autoptr (PsCsvReader) reader = ps_csv_reader_new (ps_csv_source_open_bytes (bytes, length), encoding);
  PsCsvFill outcome = ps_csv_reader_read_header (reader, NULL);
  PsCsvHeader header;
  PsCsvProblems problems;

  if (ps_csv_reader_header (reader) == NULL)
    return outcome;
  ps_csv_problems_init (&problems);
  ps_csv_header_read (&header, ps_csv_reader_header (reader), -1, &problems);
  outcome = read_rows (reader, &header, &problems);
  ps_csv_header_clear (&header);
  ps_csv_problems_clear (&problems);
  return outcome;
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  guint n_alive = ps_csv_batch_n_alive ();

  if (read_as (bytes, length, PS_CSV_UTF8) == PS_CSV_OTHER_ENCODING)
    g_assert_cmpint (read_as (bytes, length, PS_CSV_WINDOWS_1252), ==, PS_CSV_END);
  g_assert_cmpuint (ps_csv_batch_n_alive (), ==, n_alive);
  return 0;
}
