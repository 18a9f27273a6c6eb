/* ps-csv-reader.c: rows out of the bytes of a CSV file
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * libcsv splits the lines into fields, one physical line at a time, so that every row has its line number. In its strict mode it
 * stops at a quote in the wrong place (in the other mode one stray quote swallows the rest of the file); the row's first line is
 * then given as a faulty row, and reading goes on with the line after it.
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-reader.h"

#include <string.h>

#include "ps-csv-fields.h"
#include "ps-csv-lines.h"
#include "ps-csv-separator.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct _PsCsvReader
{
  PsCsvLines lines;
  PsCsvFields row;
  PsCsvEncoding encoding;
  gboolean marked; /* a byte order mark says that it is UTF-8 */
  GStrv header;
  PsCsvRow header_row;
};

/**
 * ps_csv_reader_new: a reader of `source`, which it takes.
 */
PsCsvReader *
ps_csv_reader_new (PsCsvSource *source, PsCsvEncoding encoding)
{
  PsCsvReader *reader = g_new0 (PsCsvReader, 1);

  ps_csv_lines_init (&reader->lines, source);
  ps_csv_fields_init (&reader->row, encoding);
  reader->encoding = encoding;
  return reader;
}

void
ps_csv_reader_free (PsCsvReader *reader)
{
  if (reader == NULL)
    return;
  ps_csv_fields_clear (&reader->row);
  ps_csv_lines_clear (&reader->lines);
  g_strfreev (reader->header);
  g_free (reader);
}

/* The row cannot be used: its first `length` bytes are given for it, and reading goes on after them, on line `last_line` + 1. */
static void
give_up_row (PsCsvReader *reader, gsize length, guint64 line, guint64 last_line, PsCsvFault fault)
{
  PsCsvLines *lines = &reader->lines;

  ps_csv_fields_fault (&reader->row, lines->buffer + lines->row, length, line, fault);
  ps_csv_lines_resume (lines, length, last_line);
}

static PsCsvFault
check_line (PsCsvReader *reader, gboolean *other_encoding)
{
  const PsCsvLines *lines = &reader->lines;
  gsize length = lines->length - lines->ending;
  PsBytes found = ps_bytes_examine (lines->bytes, length);

  reader->row.bytes |= found;
  if (found & PS_BYTES_NUL)
    return PS_CSV_FAULT_NUL;
  if (!(found & PS_BYTES_HIGH))
    return PS_CSV_FAULT_NONE;
  if (reader->encoding == PS_CSV_WINDOWS_1252)
    return ps_bytes_is_windows_1252 (lines->bytes, length) ? PS_CSV_FAULT_NONE : PS_CSV_FAULT_CHARACTER;
  if (g_utf8_validate_len (lines->bytes, length, NULL))
    return PS_CSV_FAULT_NONE;
  *other_encoding = !reader->marked;
  return PS_CSV_FAULT_CHARACTER;
}

/* What is wrong with a row that was split. The end of the file in the middle of a row is seen by the fields that it lacks. */
static PsCsvFault
judge_row (PsCsvReader *reader)
{
  if (reader->row.too_many)
    return reader->header == NULL ? PS_CSV_FAULT_TOO_MANY_COLUMNS : PS_CSV_FAULT_TOO_MANY_FIELDS;
  if (reader->header != NULL && reader->lines.ending == 0 && reader->row.n_fields < reader->row.batch->n_columns)
    return PS_CSV_FAULT_CUT_OFF;
  return PS_CSV_FAULT_NONE;
}

static void
finish_row (PsCsvReader *reader, guint64 line)
{
  const PsCsvLines *lines = &reader->lines;
  PsCsvFault fault = judge_row (reader);

  if (!reader->row.any)
    ps_csv_fields_forget (&reader->row);
  else if (fault != PS_CSV_FAULT_NONE)
    give_up_row (reader, lines->next - lines->row, line, lines->line, fault);
  else
    ps_csv_fields_end (&reader->row, line);
}

/* The next line, and what is wrong with it before it is split. */
static PsCsvFault
take_line (PsCsvReader *reader, gboolean first, PsCsvFill *outcome, GError **error)
{
  PsCsvLines *lines = &reader->lines;
  gboolean other_encoding = FALSE;
  PsCsvFault fault;

  switch (ps_csv_lines_next (lines, error))
    {
    case PS_LINE_FAILED:
      *outcome = PS_CSV_FAILED;
      return PS_CSV_FAULT_NONE;
    case PS_LINE_NONE:
      *outcome = first ? PS_CSV_END : PS_CSV_MORE;
      return PS_CSV_FAULT_UNCLOSED;
    case PS_LINE_TOO_LONG:
      if (first)
        ps_csv_lines_start_row (lines);
      return first ? PS_CSV_FAULT_TOO_LONG : PS_CSV_FAULT_UNCLOSED;
    case PS_LINE_READ:
    default:
      break;
    }
  if (lines->next - lines->row > PS_CSV_MAX_ROW_BYTES)
    return PS_CSV_FAULT_UNCLOSED;
  if (!first)
    reader->row.bytes |= PS_BYTES_CONTROL; /* the line end that became part of a field */
  fault = check_line (reader, &other_encoding);
  if (other_encoding)
    *outcome = PS_CSV_OTHER_ENCODING;
  return fault;
}

/* One row, with as many lines as its quotes need; or none, where there is a blank line. */
static PsCsvFill
read_row (PsCsvReader *reader, PsCsvBatch *batch, GError **error)
{
  PsCsvLines *lines = &reader->lines;
  gsize first_length = 0;
  guint64 first_line = 0;

  ps_csv_lines_start_row (lines);
  ps_csv_fields_start (&reader->row, batch);
  while (!reader->row.complete)
    {
      gboolean first = first_line == 0;
      PsCsvFill outcome = PS_CSV_MORE;
      PsCsvFault fault = take_line (reader, first, &outcome, error);

      if (outcome != PS_CSV_MORE)
        return outcome;
      if (first)
        {
          first_line = lines->line;
          first_length = lines->length;
        }
      if (first && fault == PS_CSV_FAULT_NONE && ps_csv_is_blank (lines->bytes, lines->length))
        return PS_CSV_MORE;
      if (fault == PS_CSV_FAULT_NONE)
        fault = ps_csv_fields_split (&reader->row, lines->bytes, lines->length, lines->ending, first);
      if (fault != PS_CSV_FAULT_NONE)
        {
          give_up_row (reader, first_length, first_line, first_line, fault);
          return PS_CSV_MORE;
        }
    }
  finish_row (reader, first_line);
  return PS_CSV_MORE;
}

/**
 * ps_csv_reader_fill: the next rows into `batch`, which is cleared first and has as many columns as the header. Rows that are
 * blank, or empty in every field, are passed over; missing fields at the end of a row are empty (spreadsheets leave them out).
 *
 * Returns: PS_CSV_FAILED with PS_IMPORT_ERROR_FILE; PS_CSV_OTHER_ENCODING: what was read so far was not right
 */
PsCsvFill
ps_csv_reader_fill (PsCsvReader *reader, PsCsvBatch *batch, GError **error)
{
  PsCsvFill outcome = PS_CSV_MORE;

  ps_csv_batch_clear (batch);
  while (outcome == PS_CSV_MORE && ps_csv_batch_has_room (batch))
    outcome = read_row (reader, batch, error);
  return outcome;
}

static gboolean
start_file (PsCsvReader *reader, GError **error)
{
  const char *bytes;
  gsize length, mark = strlen (BYTE_ORDER_MARK);

  if (!ps_csv_lines_peek (&reader->lines, &bytes, &length, error))
    return FALSE;
  if (reader->encoding == PS_CSV_UTF8 && length >= mark && memcmp (bytes, BYTE_ORDER_MARK, mark) == 0)
    {
      reader->marked = TRUE;
      ps_csv_lines_skip (&reader->lines, mark);
      bytes += mark;
      length -= mark;
    }
  csv_set_delim (&reader->row.parser, (guchar) ps_csv_guess_separator (bytes, length));
  return TRUE;
}

static void
keep_header (PsCsvReader *reader, const PsCsvBatch *batch)
{
  reader->header_row = batch->rows[0];
  reader->header = g_new0 (char *, reader->header_row.n_fields + 1);
  for (guint i = 0; i < reader->header_row.n_fields; i++)
    reader->header[i] = g_strdup (ps_csv_batch_field (batch, 0, i));
}

/**
 * ps_csv_reader_read_header: the first row that is not blank; comes before ps_csv_reader_fill().
 *
 * Returns: PS_CSV_END when there is no row at all; PS_CSV_MORE when there is one, but see the fault in its row
 */
PsCsvFill
ps_csv_reader_read_header (PsCsvReader *reader, GError **error)
{
  g_autoptr (PsCsvBatch) batch = ps_csv_batch_new (PS_CSV_MAX_COLUMNS, 1);
  PsCsvFill outcome = PS_CSV_MORE;

  if (!start_file (reader, error))
    return PS_CSV_FAILED;
  while (outcome == PS_CSV_MORE && batch->n_rows == 0)
    outcome = read_row (reader, batch, error);
  if (batch->n_rows > 0)
    keep_header (reader, batch);
  return outcome;
}

/**
 * ps_csv_reader_header: the columns' names as they stand, blanks round them removed; NULL before the header was read.
 */
const char *const *
ps_csv_reader_header (PsCsvReader *reader)
{
  return (const char *const *) reader->header;
}

guint
ps_csv_reader_n_columns (PsCsvReader *reader)
{
  return reader->header_row.n_fields;
}

/**
 * ps_csv_reader_header_row: where the header stands, and what is wrong with it.
 */
const PsCsvRow *
ps_csv_reader_header_row (PsCsvReader *reader)
{
  return &reader->header_row;
}

char
ps_csv_reader_separator (PsCsvReader *reader)
{
  return (char) csv_get_delim (&reader->row.parser);
}

/**
 * ps_csv_reader_position: how many bytes of the file have been dealt with.
 */
guint64
ps_csv_reader_position (PsCsvReader *reader)
{
  return reader->lines.position + reader->lines.next;
}

PsCsvSource *
ps_csv_reader_source (PsCsvReader *reader)
{
  return reader->lines.source;
}
