/* csv-rows.c: what a reader makes of some bytes, as text, for tests
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#include "csv-rows.h"

#include <string.h>

static const char *const faults[] = {
  [PS_CSV_FAULT_QUOTE] = "quote",
  [PS_CSV_FAULT_UNCLOSED] = "unclosed",
  [PS_CSV_FAULT_TOO_LONG] = "too long",
  [PS_CSV_FAULT_NUL] = "nul",
  [PS_CSV_FAULT_CHARACTER] = "character",
  [PS_CSV_FAULT_TOO_MANY_FIELDS] = "too many fields",
  [PS_CSV_FAULT_TOO_MANY_COLUMNS] = "too many columns",
  [PS_CSV_FAULT_CUT_OFF] = "cut off",
};

static void
append_row (GString *text, const PsCsvBatch *batch, guint place)
{
  const PsCsvRow *row = &batch->rows[place];

  g_string_append_printf (text, "%" G_GUINT64_FORMAT, row->line);
  if (row->fault != PS_CSV_FAULT_NONE)
    {
      g_string_append_printf (text, "!%s\n", faults[row->fault]);
      return;
    }
  for (guint i = 0; i < batch->n_columns; i++)
    g_string_append_printf (text, "%c%s", i == 0 ? ':' : '|', ps_csv_batch_field (batch, place, i));
  g_string_append_c (text, '\n');
}

static void
append_header (GString *text, PsCsvReader *reader)
{
  const PsCsvRow *row = ps_csv_reader_header_row (reader);
  g_autofree char *names = g_strjoinv ("|", (GStrv) ps_csv_reader_header (reader));

  if (row->fault != PS_CSV_FAULT_NONE)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT "!%s\n", row->line, faults[row->fault]);
  else
    g_string_append_printf (text, "%" G_GUINT64_FORMAT ":%s\n", row->line, names);
}

static PsCsvFill
append_all (GString *text, PsCsvReader *reader)
{
  g_autoptr (PsCsvBatch) batch = ps_csv_batch_new (ps_csv_reader_n_columns (reader), 100);
  PsCsvFill outcome;

  do
    {
      outcome = ps_csv_reader_fill (reader, batch, NULL);
      for (guint i = 0; i < batch->n_rows; i++)
        append_row (text, batch, i);
    }
  while (outcome == PS_CSV_MORE);
  return outcome;
}

char *
csv_rows (const char *bytes, gssize length, PsCsvEncoding encoding)
{
  gsize n = length < 0 ? strlen (bytes) : (gsize) length;
  g_autoptr (PsCsvReader) reader = ps_csv_reader_new (ps_csv_source_open_bytes (bytes, n), encoding);
  g_autoptr (GString) text = g_string_new (NULL);
  PsCsvFill outcome = ps_csv_reader_read_header (reader, NULL);

  if (ps_csv_reader_header (reader) != NULL)
    {
      append_header (text, reader);
      outcome = append_all (text, reader);
    }
  else if (outcome == PS_CSV_END)
    g_string_append (text, "empty\n");
  if (outcome == PS_CSV_OTHER_ENCODING)
    g_string_append (text, "other encoding\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
check_rows (const char *bytes, const char *expected)
{
  g_autofree char *rows = csv_rows (bytes, -1, PS_CSV_UTF8);

  g_assert_cmpstr (rows, ==, expected);
}
