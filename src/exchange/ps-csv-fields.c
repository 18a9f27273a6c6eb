/* ps-csv-fields.c: the fields of the row that is being read
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#define G_LOG_DOMAIN "peilstok-exchange"

#include "ps-csv-fields.h"

#include <string.h>

/**
 * ps_csv_fields_init: for a file in that encoding; the separator is set in the parser afterwards.
 */
void
ps_csv_fields_init (PsCsvFields *row, PsCsvEncoding encoding)
{
  *row = (PsCsvFields){ .encoding = encoding };
  if (csv_init (&row->parser, CSV_STRICT) != 0)
    g_assert_not_reached ();
  csv_set_blk_size (&row->parser, 4096);
}

void
ps_csv_fields_clear (PsCsvFields *row)
{
  csv_free (&row->parser);
}

/**
 * ps_csv_fields_start: the next row of `batch`, which has room for it.
 */
void
ps_csv_fields_start (PsCsvFields *row, PsCsvBatch *batch)
{
  row->batch = batch;
  row->fields = batch->fields + (gsize) batch->n_rows * batch->n_columns;
  row->text_start = batch->text_used;
  row->n_fields = 0;
  row->any = row->too_many = row->complete = FALSE;
  row->bytes = PS_BYTES_PLAIN;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/**
 * ps_csv_is_blank: whether there are only blanks and line ends.
 */
gboolean
ps_csv_is_blank (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!is_blank (bytes[i]))
      return FALSE;
  return TRUE;
}

/* Outer blanks, and the no-break spaces that spreadsheets leave round numbers. */
static void
trim (const char **text, gsize *length, PsCsvEncoding encoding)
{
  const char *nbsp = encoding == PS_CSV_UTF8 ? "\xC2\xA0" : "\xA0";
  gsize n = encoding == PS_CSV_UTF8 ? 2 : 1;

  for (;;)
    {
      if (*length > 0 && is_blank (**text))
        *text += 1, *length -= 1;
      else if (*length > 0 && is_blank ((*text)[*length - 1]))
        *length -= 1;
      else if (*length >= n && memcmp (*text, nbsp, n) == 0)
        *text += n, *length -= n;
      else if (*length >= n && memcmp (*text + *length - n, nbsp, n) == 0)
        *length -= n;
      else
        return;
    }
}

static guint32
keep_text (PsCsvBatch *batch, const char *text, gsize length, gboolean convert)
{
  gsize start = batch->text_used;
  char *place = batch->text + start;

  if (length == 0)
    return 0;
  if (convert)
    length = ps_bytes_from_windows_1252 (text, length, place);
  else
    memcpy (place, text, length);
  place[length] = '\0';
  batch->text_used = start + length + 1;
  g_assert (batch->text_used <= batch->text_size);
  return (guint32) start;
}

static void
add_field (PsCsvFields *row, const char *text, gsize length)
{
  guint place = row->n_fields;

  if (length > 0 && ((guchar) text[0] <= ' ' || (guchar) text[length - 1] <= ' ' || row->bytes != PS_BYTES_PLAIN))
    trim (&text, &length, row->encoding);
  row->any |= length > 0;
  if (place >= row->batch->n_columns)
    {
      row->too_many |= length > 0;
      return;
    }
  row->n_fields++;
  row->fields[place] =
      keep_text (row->batch, text, length, row->encoding == PS_CSV_WINDOWS_1252 && (row->bytes & PS_BYTES_HIGH) != 0);
}

static void
on_field_read_cb (void *field, size_t length, void *data)
{
  add_field (data, field != NULL ? field : "", length);
}

static void
on_row_read_cb (int ending, void *data)
{
  PsCsvFields *row = data;

  row->complete = TRUE;
}

/* Without a quote in it a line is its fields between separators: libcsv, a byte at a time, would take three times as long. */
static void
split_plain (PsCsvFields *row, const char *bytes, gsize length)
{
  const char *end = bytes + length;
  int separator = csv_get_delim (&row->parser);
  const char *next;

  while ((next = memchr (bytes, separator, (gsize) (end - bytes))) != NULL)
    {
      add_field (row, bytes, (gsize) (next - bytes));
      bytes = next + 1;
    }
  add_field (row, bytes, (gsize) (end - bytes));
  row->complete = TRUE;
}

/**
 * ps_csv_fields_split: one physical line of the row.
 * @ending: how much of `length` is its line end; 0: the file ends there
 * @first: whether it is the row's first line; of another one the quote that was open goes on
 */
PsCsvFault
ps_csv_fields_split (PsCsvFields *row, const char *bytes, gsize length, gsize ending, gboolean first)
{
  if (first && memchr (bytes, '"', length) == NULL)
    {
      split_plain (row, bytes, length - ending);
      return PS_CSV_FAULT_NONE;
    }
  if (csv_parse (&row->parser, bytes, length, on_field_read_cb, on_row_read_cb, row) != length)
    return first ? PS_CSV_FAULT_QUOTE : PS_CSV_FAULT_UNCLOSED;
  if (ending == 0 && !row->complete && csv_parse (&row->parser, "\n", 1, on_field_read_cb, on_row_read_cb, row) != 1)
    return PS_CSV_FAULT_UNCLOSED;
  return PS_CSV_FAULT_NONE;
}

/**
 * ps_csv_fields_forget: there is nothing in the row.
 */
void
ps_csv_fields_forget (PsCsvFields *row)
{
  row->batch->text_used = row->text_start;
}

static void
append_row (PsCsvFields *row, guint64 line, PsCsvFault fault)
{
  PsCsvBatch *batch = row->batch;

  memset (row->fields + row->n_fields, 0, (batch->n_columns - row->n_fields) * sizeof *row->fields);
  batch->rows[batch->n_rows++] =
      (PsCsvRow){ line, (guint16) row->n_fields, (guint8) fault, row->bytes == PS_BYTES_PLAIN && fault == PS_CSV_FAULT_NONE };
}

/**
 * ps_csv_fields_end: the row is in the batch.
 */
void
ps_csv_fields_end (PsCsvFields *row, guint64 line)
{
  append_row (row, line, PS_CSV_FAULT_NONE);
}

/**
 * ps_csv_fields_fault: the row cannot be used: what it was becomes its only field.
 */
void
ps_csv_fields_fault (PsCsvFields *row, const char *bytes, gsize length, guint64 line, PsCsvFault fault)
{
  g_autofree char *shown = NULL;

  length = MIN (length, PS_CSV_MAX_ROW_BYTES / 2);
  while (length > 0 && is_blank (bytes[length - 1]))
    length--;
  shown = ps_bytes_to_shown_text (bytes, length, row->encoding);
  ps_csv_fields_forget (row);
  row->fields[0] = keep_text (row->batch, shown, strlen (shown), FALSE);
  row->n_fields = 1;
  csv_fini (&row->parser, NULL, NULL, NULL);
  append_row (row, line, fault);
}
